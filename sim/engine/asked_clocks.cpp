#include "sim/engine/asked_clocks.hpp"

#include <span>

#include "sim/chance/batch.hpp"

namespace meesterplan::engine {

void AskedClocks::make_room(std::size_t n) {
  // One more, for what is asked for and not wanted; whole vectors are faster.
  std::size_t const room = chance::whole_batch(n_ + n + 1);
  if (ids_.size() >= room)
    return;
  ids_.resize(room);
  draws_.resize(room);
  clocks_.resize(room);
  drawn_.resize(room);
}

void AskedClocks::draw(chance::Stream stream) {
  std::size_t const n = chance::whole_batch(n_);
  chance::exponentials(stream, std::span(ids_).first(n), std::span(draws_).first(n),
                       std::span(drawn_).first(n));
  for (std::size_t index = 0; index < n_; ++index)
    *clocks_[index] = drawn_[index];
  n_ = 0;
}

}  // namespace meesterplan::engine
