// Closed forms of hiring.

#include <array>
#include <cmath>
#include <iostream>
#include <string>

#include "tests/engine/reading.hpp"
#include "tests/statistical/played.hpp"
#include "tests/statistical/verdict.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/scenarios.hpp"

using namespace meesterplan;
using namespace meesterplan::scenario;
using namespace meesterplan::testing;

namespace {

void check(Verdict const& verdict) {
  std::cout << Catch::getResultCapture().getCurrentTestName() << ": " << verdict.summary() << "\n";
  CAPTURE(verdict.summary(), verdict.failures());
  CHECK(verdict.failures().empty());
}

/// One teacher and one open fte; candidates of 0.6 fte.
Scenario open_fte(double fill) {
  Scenario scenario = empty_school(2024, 2);
  int const section = add_section(scenario, "wiskunde");
  scenario.sections.front().open_vacancies = Fte{1000};
  add_person(scenario, "one", section, 40);
  scenario.recruitment.mode = RecruitmentMode::fill;
  scenario.recruitment.fill = {{{}, std::nullopt, Uncertain::probability(fill)}};
  EntrantRow candidate = entrant(25, 40, Degree::bachelor);
  candidate.fte = Fte{600};
  scenario.recruitment.entrants = {candidate};
  return scenario;
}

}  // namespace

TEST_CASE("Each try fills its vacancy with the subject's chance, and is as large as asked") {
  // An open fte is tried as 0.6 and, for what is left, 0.4; each succeeds or not.
  constexpr double fill = 0.7;
  constexpr std::uint32_t n = 20'000;
  model::Compiled const compiled = model::compile(open_fte(fill));
  auto const futures = play_futures(compiled.model, n,
                                    {{Level::total, 0, "unfilled", 1},
                                     {Level::total, 0, "vacancies", 1},
                                     {Level::total, 0, "hires", 1},
                                     {Level::total, 0, "fte", 1}});
  std::array<std::int64_t, 4> seen{};
  for (auto const& values : futures.values) {
    CHECK(values[1] == 2);
    CHECK(values[3] == 2000 - values[0]);
    seen[values[0] == 0 ? 0 : values[0] == 400 ? 1 : values[0] == 600 ? 2 : 3] += 1;
    CHECK((values[0] == 0 || values[0] == 400 || values[0] == 600 || values[0] == 1000));
  }
  Verdict verdict;
  verdict.judge("both", fill * fill, n, seen[0]);
  verdict.judge("only the first", fill * (1 - fill), n, seen[1]);
  verdict.judge("only the second", (1 - fill) * fill, n, seen[2]);
  verdict.judge("none", (1 - fill) * (1 - fill), n, seen[3]);
  check(verdict);
}

TEST_CASE("What stays open is tried again next year") {
  constexpr double fill = 0.7;
  constexpr std::int64_t n = 20'000;
  Played const played(open_fte(fill), n);
  // Mean fte open after the second year: nobody leaves; what was open is one try
  // again of 0.4, of 0.6, or the two of the first year.
  double const none = (1 - fill);
  double const mean = 400 * fill * none * none + 600 * none * fill * none +
                      none * none * (1000 * none * none + 400 * fill * none + 600 * none * fill);
  auto const seen = static_cast<double>(played.sum("unfilled", 2)) / static_cast<double>(n);
  // Its spread is at most that of 0 or 1000 with that mean.
  double const error = std::sqrt(mean * (1000 - mean) / static_cast<double>(n));
  CAPTURE(seen, mean, error);
  CHECK(std::abs(seen - mean) <= 4 * error);
}

TEST_CASE("A gap below the smallest vacancy stays open") {
  Scenario scenario = open_fte(1);
  scenario.sections.front().open_vacancies = Fte{199};
  Played const played(scenario, 10);
  CHECK(played.sum("vacancies", 1) == 0);
  CHECK(played.sum("unfilled", 1) == 10 * 199);
  scenario.sections.front().open_vacancies = Fte{200};
  Played const filled(scenario, 10);
  CHECK(filled.sum("vacancies", 1) == 10);
  CHECK(filled.sum("unfilled", 1) == 0);
  CHECK(filled.sum("fte", 1) == 10 * 1200);
}

TEST_CASE("A vacancy is counted in net fte") {
  // A starter gives 0.8 of the lessons in the first year: to fill 0.4 net takes 0.5.
  Scenario scenario = open_fte(1);
  scenario.net.starter_first_year = 0.2;
  scenario.people.front().experience = 20;
  scenario.sections.front().open_vacancies = Fte{400};
  Played const played(scenario, 10);
  CHECK(played.sum("fte", 1) == 10 * 1500);
  CHECK(played.sum("net_fte", 1) == 10 * 1400);
}

TEST_CASE("Kinds of entrants come in proportion to their weights") {
  Scenario scenario = empty_school(2024, 1);
  scenario.exits = {cause_of(ExitCause::leaves_profession, 1)};
  scenario.recruitment.mode = RecruitmentMode::one_to_one;
  EntrantRow bachelor = entrant(25, 40, Degree::bachelor);
  bachelor.weight = Uncertain::ratio(3);
  EntrantRow master = entrant(25, 40, Degree::wo_master);
  master.weight = Uncertain::ratio(1);
  EntrantRow other = entrant(25, 40, Degree::wo_master);
  other.subject = "frans";
  scenario.recruitment.entrants = {bachelor, master, other};
  add_alike(scenario, add_section(scenario, "wiskunde"), 100, [](Person&) {});
  add_alike(scenario, add_section(scenario, "frans"), 100, [](Person&) {});
  Played const played(scenario, 400);
  Verdict verdict;
  verdict.judge("masters", 0.25, 100 * 400, played.sum("masters_heads", 1, "wiskunde"));
  check(verdict);
  // Rows for a subject replace those without.
  CHECK(played.sum("masters_heads", 1, "frans") == 100 * 400);
}

TEST_CASE("The age of an entrant is drawn evenly to the month") {
  Scenario scenario = empty_school(2024, 1);
  scenario.exits = {cause_of(ExitCause::leaves_profession, 1)};
  scenario.recruitment.mode = RecruitmentMode::one_to_one;
  scenario.recruitment.entrants = {entrant(23, 45, Degree::bachelor)};
  add_alike(scenario, add_section(scenario, "wiskunde"), 100, [](Person&) {});
  Played const played(scenario, 400);
  // 276 months from 23 years: mean 23 + 275 / 24, variance (276^2 - 1) / 12 months.
  double const mean = static_cast<double>(played.sum("mean_age", 1)) / 400 / 1000;
  double const expected = 23 + 275.0 / 24;
  double const error = std::sqrt((276.0 * 276 - 1) / 12) / 12 / std::sqrt(100.0 * 400);
  CAPTURE(mean, expected, error);
  CHECK(std::abs(mean - expected) <= 4 * error + 0.0005);
}
