#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include "sim/cli/console.hpp"
#include "sim/study/study.hpp"

namespace meesterplan::cli {

/// How far a run is after `seconds` of it, in at most `width` characters: a bar,
/// futures, rate, time left, and the chance of the first target with its standard
/// error. progress.done > 0, seconds > 0.
std::string progress_line(study::Progress const& progress, double seconds, std::size_t width,
                          Language language);

/// Shows on the standard error how far a run is, in a line that renews itself.
/// Nothing when quiet, and nothing where there is no terminal.
class ProgressDisplay final {
 public:
  explicit ProgressDisplay(Console const& console);

  /// Wipes the line.
  ~ProgressDisplay();
  ProgressDisplay(ProgressDisplay const&) = delete;
  ProgressDisplay& operator=(ProgressDisplay const&) = delete;

  /// To be called one at a time, from any thread.
  void show(study::Progress const& progress);

 private:
  using Clock = std::chrono::steady_clock;

  Language language_;
  bool is_shown_;
  Clock::time_point begin_;
  Clock::time_point drawn_;
  bool line_stands_ = false;
};

}  // namespace meesterplan::cli
