#include "sim/cli/console.hpp"

#include <cstdio>

#include <fmt/format.h>

#include "sim/cli/numbers.hpp"

namespace meesterplan::cli {
namespace {

/// In one go, so that lines of several processes do not mix.
void write_line(std::string_view line) {
  std::string const whole_line = std::string(line) + "\n";
  std::fwrite(whole_line.data(), 1, whole_line.size(), stderr);
}

}  // namespace

void Console::say(std::string_view line) const {
  if (!is_quiet())
    write_line(line);
}

void Console::complain(std::string_view line) const {
  write_line(line);
}

void suggest_next(Console const& console, std::string_view verb, std::string_view scenario) {
  char const* const form = console.language() == Language::nl ? "Verder met: meesterplan {} {}"
                                                              : "Next: meesterplan {} {}";
  console.say(fmt::format(fmt::runtime(form), verb, scenario));
}

std::string lines_of(std::vector<Problem> const& problems, Language language) {
  constexpr std::size_t most = 200;
  std::string text;
  for (std::size_t index = 0; index < problems.size() && index < most; ++index) {
    text += to_string(problems[index], language) + "\n";
  }
  if (problems.size() > most) {
    std::string const more = whole(static_cast<std::int64_t>(problems.size() - most), language);
    text += language == Language::nl ? fmt::format("... en nog {}\n", more)
                                     : fmt::format("... and {} more\n", more);
  }
  return text;
}

std::string explain(IoError const& error, Language language) {
  bool const writing = error.direction() == IoError::Direction::writing;
  if (language == Language::nl) {
    return fmt::format("{}: {} mislukt ({}).", error.path(), writing ? "schrijven" : "lezen",
                       error.reason());
  }
  return fmt::format("{}: {} failed ({}).", error.path(), writing ? "writing" : "reading",
                     error.reason());
}

std::string explain_occupied(std::string const& path, Language language) {
  char const* const form =
      language == Language::nl
          ? "{}: hier staat al iets (een eerdere uitkomst wordt niet ongevraagd overschreven). "
            "Noem een andere map of geef --overwrite."
          : "{}: something is there already (earlier results are not overwritten unasked). Name "
            "another folder or give --overwrite.";
  return fmt::format(fmt::runtime(form), path);
}

}  // namespace meesterplan::cli
