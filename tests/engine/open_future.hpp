#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

#include "sim/engine/state.hpp"

namespace meesterplan::testing {

/// Plays a future phase by phase, so that a test can look inside. The phases
/// are those of docs/methods.md in their order; that Player plays the same is
/// itself tested.
class OpenFuture {
 public:
  /// Told after every phase of a year, by its name ("exits", "enrolment", ...).
  using Look = std::function<void(std::string_view phase, engine::State const& state)>;

  /// `model` must outlive the future.
  explicit OpenFuture(model::Model const& model) : state_(model) {}

  /// Puts everybody at the reference date of future `replicate`.
  void start(std::uint32_t replicate);

  /// Plays one more year.
  void play_year(Look const& look);

  /// Plays a year without looking.
  void play_year() {
    this->play_year([](std::string_view, engine::State const&) {});
  }

  /// After `start` and after each year: state().step is the year just played,
  /// -1 on the first reference date.
  engine::State const& state() const { return state_; }

 private:
  engine::State state_;
};

/// A counter of a unit.
std::int64_t counter_of(engine::State const& state, scenario::Level level, std::int32_t unit,
                        int counter);

}  // namespace meesterplan::testing
