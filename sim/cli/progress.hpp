#pragma once

#include <chrono>
#include <cstdint>

#include "sim/cli/console.hpp"
#include "sim/study/study.hpp"

namespace meesterplan::cli {

/// Shows on the standard error how far a run is: a bar that renews itself on a
/// terminal; elsewhere a line at each quarter, and only when it takes a while.
/// Nothing when quiet.
class ProgressDisplay final {
 public:
  explicit ProgressDisplay(Console const& console);

  /// Wipes the bar.
  ~ProgressDisplay();
  ProgressDisplay(ProgressDisplay const&) = delete;
  ProgressDisplay& operator=(ProgressDisplay const&) = delete;

  /// To be called one at a time, from any thread.
  void show(study::Progress const& progress);

 private:
  using Clock = std::chrono::steady_clock;
  enum class Kind { none, bar, lines };

  void draw_bar(study::Progress const& progress, double seconds);
  void tell_quarter(study::Progress const& progress, double seconds);

  Console const& console_;
  Kind kind_;
  Clock::time_point begin_;
  Clock::time_point drawn_;
  bool bar_stands_ = false;
  std::int64_t quarters_told_ = 0;
};

}  // namespace meesterplan::cli
