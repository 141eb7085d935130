#include "sim/synthesis/aggregate.hpp"

#include <algorithm>
#include <ostream>

#include <fmt/format.h>

#include "sim/base/number_text.hpp"
#include "sim/base/visible.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/loading.hpp"
#include "sim/cli/school_folder.hpp"
#include "sim/cli/written.hpp"
#include "sim/study/exit_chances.hpp"
#include "sim/synthesis/suppress.hpp"

namespace meesterplan::cli {
namespace {

constexpr char const* file_name = "aggregates.csv";
constexpr char const* rates_name = "exit_rates.csv";

std::size_t count_shown(synthesis::Aggregates const& aggregates, synthesis::Shown shown) {
  std::size_t n = 0;
  for (synthesis::CountTable const& table : aggregates.tables) {
    n += static_cast<std::size_t>(
        std::count_if(table.counts.begin(), table.counts.end(),
                      [&](synthesis::Counted const& counted) { return counted.shown == shown; }));
  }
  return n;
}

void write_report(synthesis::Aggregates const& aggregates, int under, Language language,
                  std::ostream& stream) {
  bool const nl = language == Language::nl;
  stream << fmt::format(
      fmt::runtime(nl ? "{} leraren: {} aantallen getoond, {} kleine verborgen (<{}), {} andere "
                        "verborgen om die te beschermen (x).\n"
                      : "{} teachers: {} counts shown, {} small ones hidden (<{}), {} others "
                        "hidden to protect those (x).\n"),
      aggregates.tables.front().counts.empty() ? 0
                                               : aggregates.tables.front().counts.front().people,
      count_shown(aggregates, synthesis::Shown::number),
      count_shown(aggregates, synthesis::Shown::small), under,
      count_shown(aggregates, synthesis::Shown::withheld));
  if (aggregates.other_vacancies.thousandths == 0)
    return;
  Text const fte = number_text(aggregates.other_vacancies);
  stream << fmt::format(fmt::runtime(nl ? "Niet geteld: {} fte vacatures van vakken waar niemand "
                                          "werkt.\n"
                                        : "Not counted: {} fte of vacancies of subjects in which "
                                          "nobody works.\n"),
                        fte.in(language));
}

}  // namespace

ExitCode aggregate(Command const& command, Console const& console) {
  bool const nl = console.language() == Language::nl;
  SchoolFolder folder(command.folder, command.existing);
  Loaded const loaded = load_to_play(command);
  synthesis::SubjectsAs const subjects =
      command.by_subject ? synthesis::SubjectsAs::subjects : synthesis::SubjectsAs::clusters;
  synthesis::Aggregates aggregates =
      synthesis::aggregate(loaded.scenario, subjects, study::first_exit_chances(loaded.scenario));
  synthesis::suppress(aggregates, command.under);
  folder.keep({{file_name,
                synthesis::aggregates_csv(aggregates, subjects, command.under, console.language())},
               {rates_name, synthesis::exit_rates_csv(aggregates, console.language())}});
  write_text([&](std::ostream& stream) {
    write_report(aggregates, command.under, console.language(), stream);
  });
  console.say(fmt::format(fmt::runtime(nl ? "Geschreven: {}" : "Written: {}"),
                          visible_line(command.folder)));
  return ExitCode::ok;
}

}  // namespace meesterplan::cli
