#include "sim/synthesis/synthesize.hpp"

#include <cmath>
#include <ostream>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "sim/base/number_text.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/school_folder.hpp"
#include "sim/cli/visible.hpp"
#include "sim/cli/written.hpp"
#include "sim/input/disk_files.hpp"
#include "sim/output/version.hpp"

namespace meesterplan::cli {
namespace {

std::string names_of(synthesis::Margin const& margin, Language language) {
  std::string names;
  for (synthesis::Axis const axis : margin.axes)
    names += (names.empty() ? "" : " x ") + synthesis::name_of(axis).in(language);
  Text const all{"allen", "all"};
  return names.empty() ? all.in(language) : names;
}

/// What was made, and how near it comes to what was asked.
void write_report(synthesis::Margins const& margins, synthesis::Population const& population,
                  Language language, std::ostream& stream) {
  bool const nl = language == Language::nl;
  stream << fmt::format(
      fmt::runtime(nl ? "{} verzonnen leraren in {} secties op {} scholen.\n\n"
                        "Grootste afwijking van de aantallen die zijn opgegeven, in mensen:\n"
                      : "{} made-up teachers in {} sections at {} schools.\n\n"
                        "Largest deviation from the numbers that were given, in people:\n"),
      population.people.size(), population.sections.size(), population.schools.size());
  for (synthesis::Deviation const& deviation : population.deviations) {
    double const hundredths = std::floor(deviation.largest * 100 + 0.5) / 100;
    stream << fmt::format("  {:<28} {}\n",
                          visible_line(names_of(margins.margins[deviation.margin], language)),
                          rounded_text(hundredths).in(language));
  }
}

}  // namespace

ExitCode synthesize(Command const& command, Console const& console) {
  bool const nl = console.language() == Language::nl;
  console.say(fmt::format("meesterplan {}: {}", output::version(), visible_line(command.margins)));
  SchoolFolder folder(command.folder, command.existing);
  int const start = start_year(command.start, console);
  synthesis::Chance const chance{command.seed.value_or(1), 0};
  input::DiskFiles disk;
  synthesis::Margins margins;
  synthesis::Population const population =
      synthesis::synthesize(disk, command.margins, chance, start, margins);
  folder.keep(synthesis::school_files(population, start, console.language()));
  write_text(
      [&](std::ostream& stream) { write_report(margins, population, console.language(), stream); });
  console.say(fmt::format(fmt::runtime(nl ? "Geschreven: {}" : "Written: {}"),
                          visible_line(command.folder)));
  return ExitCode::ok;
}

}  // namespace meesterplan::cli
