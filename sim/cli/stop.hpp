#pragma once

namespace meesterplan::cli {

/// Takes over Ctrl-C and SIGTERM: they end the command at once with exit code
/// 130. Lets failed writes come back as errors instead of signals. Call once,
/// first thing in the program.
void take_over_signals();

/// Gives a standard stream that was closed (`2>&-`) a file that refuses every
/// write, so that no file opened later takes its place. Call before any file is
/// opened.
void hold_standard_streams();

/// While one lives, the first Ctrl-C or SIGTERM is only noted, so that what has
/// been played can be shown and kept; the second still ends the command at once.
/// One at a time.
class StopRequest final {
 public:
  StopRequest();
  ~StopRequest();
  StopRequest(StopRequest const&) = delete;
  StopRequest& operator=(StopRequest const&) = delete;

  /// Whether it was asked; from any thread.
  static bool asked();
};

}  // namespace meesterplan::cli
