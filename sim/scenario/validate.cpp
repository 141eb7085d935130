#include "sim/scenario/validate.hpp"

#include <cmath>
#include <numeric>

#include <fmt/core.h>

#include "sim/base/number_text.hpp"
#include "sim/scenario/checks.hpp"

namespace meesterplan::scenario {
namespace {

constexpr std::int64_t most_replicates = 4'294'967'295;

void check_range(Checks& checks, std::string const& field, std::int64_t value, std::int64_t low,
                 std::int64_t high) {
  if (value >= low && value <= high)
    return;
  checks.error(
      {}, field,
      {fmt::format("{} valt buiten de grenzen (moet {} tot en met {} zijn). Vul een waarde "
                   "binnen de grenzen in.",
                   value, low, high),
       fmt::format("{} is out of bounds (must be in [{}, {}]). Fill in a value within "
                   "them.",
                   value, low, high)});
}

void check_frame(Checks& checks) {
  Scenario const& scenario = checks.scenario();
  check_range(checks, "start", scenario.start, 1900, 2100);
  check_range(checks, "years", scenario.years, 1, 50);
  check_range(checks, "replicates", scenario.replicates, 1, most_replicates);
}

bool has_unknown(Person const& person) {
  if (person.degree == Degree::unknown)
    return true;
  for (Assignment const& assignment : person.assignments) {
    if (assignment.licence == Licence::unknown)
      return true;
  }
  return false;
}

/// Shares that are used must add up to one, give or take their rounding.
void check_sum(Checks& checks, std::string const& what_nl, std::string const& what_en, double sum) {
  constexpr double rounding = 0.002;
  if (std::abs(sum - 1) <= rounding)
    return;
  Text const shown = rounded_text(sum);
  checks.error({}, "unknown.shares",
               {fmt::format("{} tellen op tot {} (samen horen zij 1 te zijn). Verbeter de tabel.",
                            what_nl, shown.nl),
                fmt::format("{} add up to {} (together they must be 1). Correct the table.",
                            what_en, shown.en)});
}

void check_unknown(Checks& checks) {
  Scenario const& scenario = checks.scenario();
  ReferenceShares const& unknown = scenario.unknown;
  if (!(unknown.weight >= 0) || !std::isfinite(unknown.weight)) {
    checks.error({}, "unknown.weight",
                 {fmt::format("{} is geen gewicht (moet minstens 0 zijn). Vul bijvoorbeeld 5 in.",
                              number_text(unknown.weight).nl),
                  fmt::format("{} is not a weight (must be at least 0). Fill in 5, for instance.",
                              number_text(unknown.weight).en)});
  }
  int n_unknown = 0;
  for (Person const& person : scenario.people)
    n_unknown += has_unknown(person) ? 1 : 0;
  double total = std::accumulate(unknown.licence.begin(), unknown.licence.end(), 0.0);
  for (auto const& row : unknown.degree)
    total += std::accumulate(row.begin(), row.end(), 0.0);
  if (total == 0) {
    if (n_unknown == 0)
      return;
    checks.error(
        {}, "unknown.shares",
        {fmt::format("{} met een onbekend opleidingsniveau of een onbekende bevoegdheid "
                     "(zonder landelijke aandelen valt er niets te loten). Noem een tabel "
                     "met aandelen.",
                     counted(n_unknown, "leraar", "leraren")),
         fmt::format("{} with an unknown degree or licence (without reference shares there "
                     "is nothing to draw from). Name a table of shares.",
                     counted(n_unknown, "teacher", "teachers"))});
    return;
  }
  check_sum(checks, "aandelen van bevoegdheden", "shares of licences",
            std::accumulate(unknown.licence.begin(), unknown.licence.end(), 0.0));
  for (int i = 0; i < n_licences; ++i) {
    auto const& row = unknown.degree[static_cast<std::size_t>(i)];
    std::string const licence(key_of(static_cast<Licence>(i)));
    check_sum(checks, "aandelen van opleidingsniveaus bij " + licence,
              "shares of degrees for " + licence, std::accumulate(row.begin(), row.end(), 0.0));
  }
}

}  // namespace

Text Checks::number(Place place, double value) const {
  Text text = rounded_text(value);
  Source const* const source = source_of(place, scenario_->sources);
  if (source == nullptr)
    return text;
  std::string_view const name = source->name;
  constexpr std::string_view scenario_file = ".toml";
  bool const has_points = name.size() > scenario_file.size() &&
                          name.substr(name.size() - scenario_file.size()) == scenario_file;
  return has_points ? Text{text.en, text.en} : text;
}

void Checks::add(Severity severity, Place place, std::string field, Text message) {
  problems_.push_back(
      problem_at(place, scenario_->sources, severity, std::move(field), std::move(message)));
}

std::string line_nl(Place place) {
  return place.line > 0 ? fmt::format("op regel {}", place.line) : std::string("eerder");
}

std::string line_en(Place place) {
  return place.line > 0 ? fmt::format("on line {}", place.line) : std::string("before");
}

std::vector<Problem> validate(Scenario const& scenario) {
  Checks checks(scenario);
  check_frame(checks);
  check_people(checks);
  check_unknown(checks);
  check_rates(checks);
  check_rules(checks);
  check_staffing(checks);
  check_promotion(checks);
  check_market(checks);
  check_policies(checks);
  check_money(checks);
  check_history(checks);
  check_subjects(checks);
  std::vector<Problem> problems = checks.take();
  sort_problems(problems);
  return problems;
}

}  // namespace meesterplan::scenario
