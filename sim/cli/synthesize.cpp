#include "sim/synthesis/synthesize.hpp"

#include <algorithm>
#include <cmath>
#include <ostream>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "sim/base/number_text.hpp"
#include "sim/base/visible.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/school_folder.hpp"
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
void write_report(synthesis::Margins const& margins,
                  std::vector<synthesis::Population> const& populations, Language language,
                  std::ostream& stream) {
  bool const nl = language == Language::nl;
  synthesis::Population const& population = populations.front();
  stream << fmt::format(
      fmt::runtime(nl ? "{} verzonnen leraren in {} secties op {} scholen.\n\n"
                        "Grootste afwijking van de aantallen die zijn opgegeven, in mensen:\n"
                      : "{} made-up teachers in {} sections at {} schools.\n\n"
                        "Largest deviation from the numbers that were given, in people:\n"),
      population.people.size(), population.sections.size(), population.schools.size());
  for (synthesis::Deviation const& deviation : population.deviations) {
    double largest = 0;
    for (synthesis::Population const& one : populations)
      largest = std::max(largest, one.deviations[deviation.margin].largest);
    double const hundredths = std::floor(largest * 100 + 0.5) / 100;
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
  input::DiskFiles disk;
  std::vector<Problem> notes;
  synthesis::Margins const margins =
      synthesis::read_files(disk, {command.margins, command.duo, command.locations}, start, notes);
  for (Problem const& note : notes)
    console.say(visible_line(to_string(note, console.language())));
  std::vector<synthesis::Population> populations;
  populations.reserve(static_cast<std::size_t>(command.populations));
  for (int i = 0; i < command.populations; ++i) {
    populations.push_back(synthesis::synthesize(
        margins, {command.seed.value_or(1), static_cast<std::uint32_t>(i)}, start));
  }
  for (std::size_t i = 0; i < populations.size(); ++i) {
    std::vector<intake::ProjectFile> const files =
        synthesis::school_files(populations[i], start, console.language());
    if (populations.size() == 1) {
      folder.keep(files);
    } else {
      SchoolFolder(command.folder + "/" + std::to_string(i + 1), command.existing).keep(files);
      folder.stay();
    }
  }
  write_text([&](std::ostream& stream) {
    write_report(margins, populations, console.language(), stream);
  });
  console.say(fmt::format(fmt::runtime(nl ? "Geschreven: {}" : "Written: {}"),
                          visible_line(command.folder)));
  return ExitCode::ok;
}

}  // namespace meesterplan::cli
