#include "sim/cli/progress.hpp"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <unistd.h>

#include "sim/cli/numbers.hpp"

namespace meesterplan::cli {
namespace {

/// Whether the standard error can move back to the start of a line.
bool can_renew_line() {
  char const* const terminal = std::getenv("TERM");
  return isatty(STDERR_FILENO) == 1 &&
         (terminal == nullptr || std::string_view(terminal) != "dumb");
}

/// "45 s", "3 min".
std::string duration(double seconds) {
  if (seconds < 100)
    return fmt::format("{:.0f} s", std::ceil(seconds));
  return fmt::format("{:.0f} min", std::ceil(seconds / 60));
}

}  // namespace

ProgressDisplay::ProgressDisplay(Console const& console)
    : console_(console), kind_(Kind::none), begin_(Clock::now()), drawn_(begin_) {
  if (!console.is_quiet())
    kind_ = can_renew_line() ? Kind::bar : Kind::lines;
}

ProgressDisplay::~ProgressDisplay() {
  if (bar_stands_)
    std::fputs("\r\x1b[K", stderr);
}

void ProgressDisplay::show(study::Progress const& progress) {
  if (kind_ == Kind::none || progress.done <= 0 || progress.asked <= 0)
    return;
  Clock::time_point const now = Clock::now();
  double const seconds = std::chrono::duration<double>(now - begin_).count();
  if (kind_ == Kind::lines) {
    tell_quarter(progress, seconds);
  } else if (now - drawn_ >= std::chrono::milliseconds(100)) {
    drawn_ = now;
    draw_bar(progress, seconds);
  }
}

void ProgressDisplay::draw_bar(study::Progress const& progress, double seconds) {
  constexpr std::int64_t width = 24;
  auto const filled = static_cast<std::size_t>(width * progress.done / progress.asked);
  double const rate = static_cast<double>(progress.done) / seconds;
  double const left = static_cast<double>(progress.asked - progress.done) / rate;
  Language const language = console_.language();
  std::string const bar = std::string(filled, '#') + std::string(width - filled, '.');
  char const* const form = language == Language::nl
                               ? "\r\x1b[K[{}] {} van {} toekomsten, {} per s, nog {}"
                               : "\r\x1b[K[{}] {} of {} futures, {} per s, {} left";
  std::string const line = fmt::format(fmt::runtime(form), bar, whole(progress.done, language),
                                       whole(progress.asked, language),
                                       whole(std::llround(rate), language), duration(left));
  std::fwrite(line.data(), 1, line.size(), stderr);
  bar_stands_ = true;
}

void ProgressDisplay::tell_quarter(study::Progress const& progress, double seconds) {
  constexpr double a_while = 5;
  std::int64_t const quarters = 4 * progress.done / progress.asked;
  if (quarters <= quarters_told_ || quarters >= 4)
    return;
  quarters_told_ = quarters;
  if (seconds < a_while)
    return;
  Language const language = console_.language();
  char const* const form = language == Language::nl ? "{} van {} toekomsten" : "{} of {} futures";
  console_.say(fmt::format(fmt::runtime(form), whole(progress.done, language),
                           whole(progress.asked, language)));
}

}  // namespace meesterplan::cli
