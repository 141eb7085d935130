#include "sim/cli/stop.hpp"

#include <atomic>
#include <csignal>
#include <initializer_list>

#include <fcntl.h>
#include <unistd.h>

#include "sim/cli/exit_code.hpp"

namespace meesterplan::cli {
namespace {

enum State : int { ends_at_once, waits_for_first, was_asked };

// A signal handler can reach nothing but what is static.
std::atomic<int> state{ends_at_once};
static_assert(std::atomic<int>::is_always_lock_free);

extern "C" void on_signal(int) {
  int expected = waits_for_first;
  if (state.compare_exchange_strong(expected, was_asked))
    return;
  _exit(static_cast<int>(ExitCode::interrupted));
}

}  // namespace

void take_over_signals() {
  struct sigaction action = {};
  action.sa_handler = on_signal;
  action.sa_flags = SA_RESTART;
  for (int number : {SIGINT, SIGTERM})
    sigaction(number, &action, nullptr);
  action.sa_handler = SIG_IGN;
  for (int number : {SIGPIPE, SIGXFSZ})
    sigaction(number, &action, nullptr);
}

void hold_standard_streams() {
  int descriptor = 0;
  // The lowest free number is given first; above the standard ones it is done.
  do {
    descriptor = open("/dev/null", O_RDONLY);
  } while (descriptor >= 0 && descriptor <= STDERR_FILENO);
  if (descriptor >= 0)
    close(descriptor);
}

StopRequest::StopRequest() {
  state.store(waits_for_first);
}

StopRequest::~StopRequest() {
  state.store(ends_at_once);
}

bool StopRequest::asked() {
  return state.load() == was_asked;
}

}  // namespace meesterplan::cli
