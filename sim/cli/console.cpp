#include "sim/cli/console.hpp"

#include <cerrno>
#include <cstdio>
#include <system_error>

#include <fmt/format.h>

#include "sim/base/visible.hpp"
#include "sim/cli/numbers.hpp"

namespace meesterplan::cli {
namespace {

/// For people, in one go, so that lines of several processes do not mix.
void write_line(std::string_view line) {
  std::string const whole_line = visible(line) + "\n";
  std::fwrite(whole_line.data(), 1, whole_line.size(), stderr);
}

/// The system's reason, in Dutch where it is one that people may meet.
std::string reason_in(Language language, std::string const& reason) {
  struct Reason {
    int error;
    std::string_view nl;
  };
  constexpr Reason known[] = {
      {EACCES, "geen toestemming"},
      {EPERM, "geen toestemming"},
      {EROFS, "hier kan alleen worden gelezen"},
      {ENOENT, "bestaat niet"},
      {ENOTDIR, "is geen map"},
      {EISDIR, "is een map"},
      {EEXIST, "bestaat al"},
      {ENOSPC, "de schijf is vol"},
      {EDQUOT, "de schijfruimte is op"},
      {EFBIG, "het bestand wordt te groot"},
      {ENAMETOOLONG, "de naam is te lang"},
      {EIO, "de schijf geeft een fout"},
      {EBADF, "is gesloten"},
  };
  if (language == Language::nl) {
    for (Reason const& candidate : known) {
      if (std::generic_category().message(candidate.error) == reason)
        return std::string(candidate.nl);
    }
  }
  return reason;
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
  console.say(fmt::format(fmt::runtime(form), verb, visible_line(scenario)));
}

std::string lines_of(std::vector<Problem> const& problems, Language language) {
  constexpr std::size_t most = 200;
  std::string text;
  for (std::size_t index = 0; index < problems.size() && index < most; ++index) {
    text += visible_line(to_string(problems[index], language)) + "\n";
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
  std::string const path = visible_line(error.path());
  std::string const reason = reason_in(language, error.reason());
  if (language == Language::nl) {
    return fmt::format("{}: {} mislukt ({}).", path, writing ? "schrijven" : "lezen", reason);
  }
  return fmt::format("{}: {} failed ({}).", path, writing ? "writing" : "reading", reason);
}

std::string explain_occupied(std::string const& path, Language language) {
  char const* const form =
      language == Language::nl
          ? "{}: hier staat al iets (een eerdere uitkomst wordt niet ongevraagd overschreven). "
            "Noem een andere plaats of geef --overwrite."
          : "{}: something is there already (earlier results are not overwritten unasked). Name "
            "another place or give --overwrite.";
  return fmt::format(fmt::runtime(form), visible_line(path));
}

}  // namespace meesterplan::cli
