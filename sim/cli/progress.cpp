#include "sim/cli/progress.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <sys/ioctl.h>
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

/// Characters that fit on a line of the terminal; one less than it has, for some go
/// on to the next line after the last.
std::size_t columns() {
  constexpr std::size_t usual = 80;
  winsize size = {};
  bool const is_known = ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 1;
  return (is_known ? size.ws_col : usual) - 1;
}

/// "45 s", "3 min", "5 uur".
std::string duration(double seconds, Language language) {
  constexpr double minute = 60;
  constexpr double hour = 60 * minute;
  bool const nl = language == Language::nl;
  auto const rounded = [&](double unit) {
    return whole(std::llround(std::ceil(seconds / unit)), language);
  };
  if (seconds < 100)
    return rounded(1) + " s";
  if (seconds < 100 * minute)
    return rounded(minute) + " min";
  return rounded(hour) + (nl ? " uur" : " h");
}

/// ", kans 25,0% (fout 0,6)"; empty without a target.
std::string standing_of(study::Progress const& progress, Language language) {
  if (progress.judged <= 0)
    return "";
  auto const judged = static_cast<double>(progress.judged);
  double const met = static_cast<double>(progress.met) / judged;
  char const* const form =
      language == Language::nl ? ", kans {} (fout {})" : ", chance {} (error {})";
  return fmt::format(fmt::runtime(form), chance(met, language),
                     points(std::sqrt(met * (1 - met) / judged), language));
}

}  // namespace

std::string progress_line(study::Progress const& progress, double seconds, std::size_t width,
                          Language language) {
  constexpr std::int64_t bar_width = 12;
  bool const nl = language == Language::nl;
  auto const filled = static_cast<std::size_t>(bar_width * progress.done / progress.asked);
  double const rate = static_cast<double>(progress.done) / seconds;
  double const left = static_cast<double>(progress.asked - progress.done) / rate;
  std::string line = fmt::format(fmt::runtime(nl ? "[{}{}] {} van {} toekomsten, {} per s, nog {}"
                                                 : "[{}{}] {} of {} futures, {} per s, {} left"),
                                 std::string(filled, '#'), std::string(bar_width - filled, '.'),
                                 whole(progress.done, language), whole(progress.asked, language),
                                 whole(std::llround(rate), language), duration(left, language));
  std::string const standing = standing_of(progress, language);
  if (line.size() + standing.size() <= width)
    line += standing;
  return line.substr(0, width);
}

ProgressDisplay::ProgressDisplay(Console const& console)
    : language_(console.language()),
      is_shown_(!console.is_quiet() && can_renew_line()),
      begin_(Clock::now()),
      drawn_(begin_) {}

ProgressDisplay::~ProgressDisplay() {
  if (line_stands_)
    std::fputs("\r\x1b[K", stderr);
}

void ProgressDisplay::show(study::Progress const& progress) {
  Clock::time_point const now = Clock::now();
  bool const is_time = now - drawn_ >= std::chrono::milliseconds(100);
  if (!is_shown_ || !is_time || progress.done <= 0 || progress.asked <= 0)
    return;
  drawn_ = now;
  double const seconds = std::chrono::duration<double>(now - begin_).count();
  std::string const line = "\r\x1b[K" + progress_line(progress, seconds, columns(), language_);
  std::fwrite(line.data(), 1, line.size(), stderr);
  line_stands_ = true;
}

}  // namespace meesterplan::cli
