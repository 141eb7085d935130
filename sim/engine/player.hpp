#pragma once

#include <cstdint>
#include <memory>

#include "sim/model/counters.hpp"
#include "sim/model/model.hpp"
#include "sim/tally/tally.hpp"

namespace meesterplan::engine {

/// How a target ended in one future.
struct TargetOutcome {
  bool applies = false;    ///< the unit is not empty in the target's year
  bool met = false;        ///< in that year
  std::int64_t value = 0;  ///< of its metric then, in kept units; 0 when it does not apply
};

/// Plays futures of one model, one at a time; one Player a thread.
///
/// A future is a pure function of (model, seed, replicate): neither the
/// order, nor the Player, nor the instruction set changes a bit of it.
class Player {
 public:
  /// `model` must outlive the player.
  explicit Player(model::Model const& model);
  ~Player();
  Player(Player const&) = delete;
  Player& operator=(Player const&) = delete;

  /// Plays one future and adds it to `tally`, made from model.plan.
  void play(std::uint32_t replicate, tally::Tally& tally);

  /// How the target, an index into the model's plan, ended in the future played last.
  TargetOutcome outcome(std::size_t target) const;

  /// Bytes of state for one person of this model.
  std::int64_t bytes_per_person() const;

 private:
  class Future;
  std::unique_ptr<Future> future_;
};

}  // namespace meesterplan::engine
