#pragma once

#include <cstddef>
#include <cstdint>

#include "sim/base/line_vector.hpp"
#include "sim/chance/address.hpp"

namespace meesterplan::engine {

/// Clocks that are to be drawn, of whatever kind and whoever's: asked for one
/// by one, drawn all at once.
class AskedClocks {
 public:
  /// Room for `n` clocks more.
  void make_room(std::size_t n);

  /// Asks for draw number `index` of `id`, for `clock`, when `wanted` is 1;
  /// when it is 0 for nothing. Without a branch, as that would often be
  /// mispredicted; so there must be room in either case.
  void ask(std::uint64_t id, chance::Purpose purpose, std::uint32_t index, double* clock,
           std::size_t wanted = 1) {
    ids_[n_] = id;
    draws_[n_] = chance::draw_number(purpose, index);
    clocks_[n_] = clock;
    n_ += wanted;
  }

  /// Draws what was asked for, and forgets it.
  void draw(chance::Stream stream);

 private:
  std::size_t n_ = 0;
  LineVector<std::uint64_t> ids_;
  LineVector<std::uint64_t> draws_;
  LineVector<double*> clocks_;
  LineVector<double> drawn_;
};

}  // namespace meesterplan::engine
