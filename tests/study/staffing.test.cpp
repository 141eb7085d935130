#include "sim/study/staffing.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "sim/study/study.hpp"
#include "tests/engine/random_scenario.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/scenarios.hpp"

namespace meesterplan::study {
namespace {

using Catch::Matchers::WithinAbs;
using scenario::ExitCause;

constexpr std::int64_t n_futures = 20'000;

results::Results play(scenario::Scenario const& school) {
  Options options;
  options.threads = 2;
  return run(school, options);
}

StaffingRow const& row_of(StaffingTable const& table, std::string const& unit) {
  auto const found = std::find_if(table.rows.begin(), table.rows.end(),
                                  [&](StaffingRow const& row) { return row.unit == unit; });
  REQUIRE(found != table.rows.end());
  return *found;
}

/// Chances to leave of a table by age: 0.2, but 0.5 at 40 and 0.05 at 50.
scenario::CauseRates exits_by_age() {
  std::vector<double> chances(37, 0.2);
  chances[10] = 0.5;
  chances[20] = 0.05;
  return testing::exit_by_age(ExitCause::leaves_profession, 30, chances);
}

/// A school of which every number of the table is known: 7 teachers of maths of
/// whom two surely leave, one goes to 0.6 fte and one replaces until March, and
/// one comes; 5 of English of whom one leaves in February and one reaches the
/// pension age in March; 3 of art; 2 of Latin. Nobody is hired.
scenario::Scenario worked_school() {
  scenario::Scenario school = testing::empty_school(2025, 3);
  school.replicates = n_futures;
  int const maths = testing::add_section(school, "maths");
  int const english = testing::add_section(school, "english");
  int const art = testing::add_section(school, "art");
  int const latin = testing::add_section(school, "latin");
  for (int teacher = 0; teacher < 7; ++teacher)
    testing::add_person(school, "m" + std::to_string(teacher), maths, 31 + teacher);
  auto const person = [&](std::string const& key) -> scenario::Person& {
    return *std::find_if(school.people.begin(), school.people.end(),
                         [&](scenario::Person const& one) { return one.key == key; });
  };
  person("m0").leaves = scenario::KnownLeave{{2026, 8, 1}, ExitCause::retirement};
  person("m1").leaves = scenario::KnownLeave{{2026, 7, 31}, ExitCause::other_board};
  person("m2").hours = scenario::KnownHours{{2026, 8, 1}, Fte{600}};
  person("m3").contract = scenario::Contract::replacement;
  person("m3").contract_end = Date{2027, 3, 1};
  testing::add_person(school, "new", maths, 32).starts_on = Date{2026, 8, 1};
  person("new").assignments.front().fte = Fte{800};
  for (auto const& [key, age] :
       std::vector<std::pair<std::string, int>>{{"e0", 33}, {"e1", 40}, {"e2", 50}, {"e3", 40}})
    testing::add_person(school, key, english, age);
  person("e0").leaves = scenario::KnownLeave{{2027, 2, 1}, ExitCause::other_sector};
  scenario::Person& old = testing::add_person(school, "e4", english, 65);
  old.born_first = old.born_last = Month::of(1960, 3);
  for (int teacher = 0; teacher < 3; ++teacher)
    testing::add_person(school, "a" + std::to_string(teacher), art, 31);
  for (int teacher = 0; teacher < 2; ++teacher)
    testing::add_person(school, "l" + std::to_string(teacher), latin, 31);
  school.exits = {exits_by_age()};
  school.demand.mode = scenario::DemandMode::table;
  for (int const section : {maths, english, art, latin}) {
    scenario::DemandRow row;
    row.section = section;
    row.year = {2026, 2028};
    row.fte = Fte{section == maths ? 6000 : 4500};
    school.demand.table.push_back(row);
  }
  return school;
}

/// Chances of 0, 1, ... events of independent ones.
std::vector<double> poisson_binomial(std::vector<double> const& chances) {
  std::vector<double> counts = {1};
  for (double const chance : chances) {
    counts.push_back(0);
    for (std::size_t n = counts.size(); n-- > 0;)
      counts[n] = counts[n] * (1 - chance) + (n > 0 ? counts[n - 1] * chance : 0);
  }
  return counts;
}

/// Smallest n with F(n) >= share. The test asks only where F is not near.
double quantile(std::vector<double> const& counts, double share) {
  double sum = 0;
  for (std::size_t n = 0; n < counts.size(); ++n) {
    sum += counts[n];
    REQUIRE(std::fabs(sum - share) > 0.015);
    if (sum >= share)
      return static_cast<double>(n);
  }
  return static_cast<double>(counts.size());
}

void check_band(std::optional<Expected> const& expected, std::vector<double> const& chances,
                double certain = 0) {
  REQUIRE(expected);
  std::vector<double> const counts = poisson_binomial(chances);
  double mean = certain;
  double variance = 0;
  for (double const chance : chances) {
    mean += chance;
    variance += chance * (1 - chance);
  }
  CHECK_THAT(expected->mean,
             WithinAbs(mean, 4 * std::sqrt(variance / static_cast<double>(n_futures))));
  REQUIRE(expected->low);
  REQUIRE(expected->high);
  CHECK(*expected->low == certain + quantile(counts, 0.1));
  CHECK(*expected->high == certain + quantile(counts, 0.9));
}

/// Twenty futures of random scenarios, everything kept.
std::vector<results::Results> played_at_random() {
  std::vector<results::Results> played;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    scenario::Scenario scenario = testing::random_scenario(seed);
    scenario.replicates = 20;
    scenario.years = 2;
    scenario.recording = {};
    scenario.targets.clear();
    played.push_back(play(scenario));
  }
  return played;
}

void check_bands(StaffingRow const& row) {
  for (auto const* expected : {&row.other_leavers, &row.other_leavers_fte, &row.vacancies,
                               &row.vacancy_fte, &row.unfilled, &row.hidden, &row.cancelled}) {
    if (!*expected)
      continue;
    CHECK((*expected)->mean >= 0);
    CHECK((*expected)->low.value_or(0) <= (*expected)->high.value_or(0));
  }
}

void check_needs_only(StaffingRow const& row) {
  CHECK_FALSE((row.net_now || row.net_staying || row.surplus || row.holes));
  CHECK_FALSE((row.other_leavers || row.other_leavers_fte || row.vacancies || row.vacancy_fte));
  CHECK_FALSE((row.unfilled || row.hidden || row.cancelled));
  CHECK(row.known.empty());
  CHECK(row.holes_known.empty());
}

/// That what a school's sections tell adds up to what it tells itself; 1 when
/// there was something to add up.
int check_sum_of_sections(StaffingTable const& table, StaffingRow const& school) {
  std::vector<StaffingRow> sections;
  std::copy_if(table.rows.begin(), table.rows.end(), std::back_inserter(sections),
               [&](StaffingRow const& row) { return row.school == school.unit; });
  bool const all_told = std::none_of(sections.begin(), sections.end(),
                                     [](StaffingRow const& row) { return row.needs_only; });
  auto const check = [&](auto const& value_of) {
    double sum = 0;
    for (StaffingRow const& section : sections)
      sum += value_of(section);
    CHECK_THAT(value_of(school), WithinAbs(sum, 1e-9));
  };
  if (sections.empty())
    return 0;
  check([](StaffingRow const& row) { return row.demand.value_or(0); });
  if (!all_told)
    return 0;
  check([](StaffingRow const& row) { return row.net_now.value_or(0); });
  check([](StaffingRow const& row) { return row.net_staying.value_or(0); });
  check([](StaffingRow const& row) { return row.surplus.value_or(0); });
  check([](StaffingRow const& row) { return row.vacancy_fte.value_or(Expected{}).mean; });
  check([](StaffingRow const& row) { return row.unfilled.value_or(Expected{}).mean; });
  check([](StaffingRow const& row) { return row.leavers.fte; });
  check([](StaffingRow const& row) { return row.starters.fte; });
  check([](StaffingRow const& row) { return row.hours.fte; });
  return 1;
}

}  // namespace

TEST_CASE("Certain is what the file tells, cause by cause, with its fte") {
  StaffingTable const table = staffing(play(worked_school()), 2026);
  CHECK(table.start == 2025);
  CHECK(table.year == 2026);
  StaffingRow const& maths = row_of(table, "maths");
  CHECK(maths.school == "school");
  CHECK(maths.leavers.heads == 2);
  CHECK_THAT(maths.leavers.fte, WithinAbs(2.0, 1e-9));
  CHECK(maths.starters.heads == 1);
  CHECK_THAT(maths.starters.fte, WithinAbs(0.8, 1e-9));
  CHECK(maths.hours.heads == 1);
  CHECK_THAT(maths.hours.fte, WithinAbs(-0.4, 1e-9));
  std::map<std::string, std::string> causes;
  for (results::KnownRow const& row : maths.known) {
    if (row.event == "leaves")
      causes[row.cause] = row.month;
  }
  // 31 July is the end of July.
  CHECK(causes ==
        std::map<std::string, std::string>{{"retirement", "2026-08"}, {"other_board", "2026-08"}});
  CHECK(row_of(table, "english").leavers.heads == 0);
  StaffingRow const& school = row_of(table, "school");
  CHECK(school.leavers.heads == 2);
  CHECK(school.starters.heads == 1);
}

TEST_CASE("Needed is what the demand table says, stays what the closed form says") {
  StaffingTable const table = staffing(play(worked_school()), 2026);
  StaffingRow const& maths = row_of(table, "maths");
  REQUIRE((maths.demand && maths.net_now && maths.net_staying && maths.vacancy_fte));
  CHECK(*maths.demand == 6.0);
  CHECK(*maths.demand_now == 6.0);
  // The replacement is fte, but no net fte.
  CHECK(*maths.net_now == 6.0);
  double const staying = 6.0 - 2.0 - 0.4 + 0.8 - 0.2 * (0.6 + 1 + 1 + 1);
  CHECK_THAT(*maths.net_staying, WithinAbs(staying, 0.02));
  CHECK_THAT(maths.vacancy_fte->mean, WithinAbs(6.0 - staying, 0.02));
  CHECK_THAT(maths.vacancy_fte->mean, WithinAbs(*maths.demand - *maths.net_staying, 1e-9));
  // Nobody is hired: all of it stays open, and no vacancy is counted.
  REQUIRE(maths.unfilled);
  CHECK(maths.unfilled->mean == maths.vacancy_fte->mean);
  CHECK_FALSE(maths.vacancies);
  CHECK(std::any_of(table.notes.begin(), table.notes.end(), [](Text const& note) {
    return note.en.find("mode = \"fill\"") != std::string::npos;
  }));
}

TEST_CASE("Other leavers have the band of a sum of unequal chances, on top of the certain ones") {
  StaffingTable const table = staffing(play(worked_school()), 2026);
  check_band(row_of(table, "maths").other_leavers, {0.2, 0.2, 0.2, 0.2, 0.2});
  check_band(row_of(table, "english").other_leavers, {0.5, 0.05, 0.5, 0.2});
  REQUIRE(row_of(table, "maths").other_leavers_fte);
  CHECK_THAT(row_of(table, "maths").other_leavers_fte->mean,
             WithinAbs(0.2 * (0.6 + 1 + 1 + 1 + 1), 0.03));
}

TEST_CASE("Holes are what is dated between the first of October and of August") {
  StaffingTable const table = staffing(play(worked_school()), 2026);
  StaffingRow const& school = row_of(table, "school");
  REQUIRE(school.holes);
  CHECK(school.holes->leavers.heads == 1);
  CHECK(school.holes->replacements.heads == 1);
  CHECK(school.holes->pension_age.heads == 1);
  CHECK(school.holes->contracts.heads == 0);
  CHECK(school.holes->leavers.fte == 1.0);
  std::map<std::string, std::string> months;
  for (results::KnownRow const& row : school.holes_known)
    months[row.event + row.cause] = row.month;
  CHECK(months == std::map<std::string, std::string>{{"leavesother_sector", "2027-02"},
                                                     {"leavesreplacement_ended", "2027-03"},
                                                     {"pension_age", "2027-03"}});
  // The year before those are not its holes; after the last year none are told.
  StaffingTable const last = staffing(play(worked_school()), 2028);
  CHECK_FALSE(row_of(last, "school").holes);
}

TEST_CASE("A leave on 31 July makes no hole, one on 30 July does") {
  for (int const day : {30, 31}) {
    scenario::Scenario school = worked_school();
    school.replicates = 10;
    for (scenario::Person& person : school.people) {
      if (person.key == "e0")
        person.leaves->on = Date{2027, 7, day};
    }
    StaffingTable const table = staffing(play(school), 2026);
    CHECK(row_of(table, "english").holes->leavers.heads == (day == 30 ? 1 : 0));
  }
}

TEST_CASE("A small section tells its need only, and so does the one that would give it away") {
  StaffingTable const table = staffing(play(worked_school()), 2026);
  // Of art three may stay, of maths and English four.
  CHECK(row_of(table, "latin").needs_only);
  CHECK(row_of(table, "art").needs_only);
  CHECK_FALSE(row_of(table, "maths").needs_only);
  CHECK_FALSE(row_of(table, "english").needs_only);
  for (char const* unit : {"latin", "art"}) {
    StaffingRow const& row = row_of(table, unit);
    CHECK(row.demand == 4.5);
    CHECK_FALSE(row.net_now);
    CHECK_FALSE(row.net_staying);
    CHECK_FALSE(row.other_leavers);
    CHECK_FALSE(row.vacancy_fte);
    CHECK_FALSE(row.unfilled);
    CHECK_FALSE(row.holes);
    CHECK(row.known.empty());
  }
}

TEST_CASE("Filling always or never, vacancies are the leavers") {
  for (double const chance : {1.0, 0.0}) {
    scenario::Scenario school = testing::empty_school(2025, 1);
    school.replicates = n_futures;
    int const maths = testing::add_section(school, "maths");
    for (int teacher = 0; teacher < 4; ++teacher)
      testing::add_person(school, "m" + std::to_string(teacher), maths, 31);
    testing::add_person(school, "known", maths, 31).leaves =
        scenario::KnownLeave{{2026, 8, 1}, ExitCause::other_board};
    school.exits = {exits_by_age()};
    school.recruitment.mode = scenario::RecruitmentMode::fill;
    school.recruitment.entrants = {testing::entrant(25, 30, scenario::Degree::bachelor)};
    school.recruitment.entrants.front().fte = Fte{1000};
    scenario::FillRow fill;
    fill.probability = scenario::Uncertain::probability(chance);
    school.recruitment.fill = {fill};
    StaffingRow const row = row_of(staffing(play(school), 2026), "maths");
    check_band(row.vacancies, {0.2, 0.2, 0.2, 0.2}, 1);
    check_band(row.other_leavers, {0.2, 0.2, 0.2, 0.2});
    REQUIRE((row.unfilled && row.vacancy_fte && row.vacancies));
    CHECK_THAT(row.vacancy_fte->mean, WithinAbs(row.vacancies->mean, 1e-9));
    CHECK(row.unfilled->mean == (chance == 1 ? 0 : row.vacancy_fte->mean));
  }
}

TEST_CASE("What the results do not hold is empty and has a note") {
  scenario::Scenario school = worked_school();
  school.replicates = 10;
  school.recording.metrics = {"heads"};
  StaffingTable const table = staffing(play(school), 2026);
  StaffingRow const& maths = row_of(table, "maths");
  CHECK_FALSE(maths.demand);
  CHECK_FALSE(maths.other_leavers);
  CHECK_FALSE(maths.hidden);
  CHECK(maths.leavers.heads == 2);
  CHECK(table.notes.size() >= 5);
}

TEST_CASE("Levels that are not kept are left out, and with them the rows") {
  scenario::Scenario school = worked_school();
  school.replicates = 10;
  school.recording.levels = {scenario::Level::total};
  StaffingTable const table = staffing(play(school), 2026);
  REQUIRE(table.rows.size() == 1);
  CHECK(table.rows.front().level == "total");
  CHECK(table.rows.front().leavers.heads == 2);
}

TEST_CASE("Tables of random scenarios add up, and hold back what they must") {
  int n_added = 0;
  int n_hidden = 0;
  for (results::Results const& results : played_at_random()) {
    INFO("random scenario " << results.scenario);
    StaffingTable const table = staffing(results, next_school_year(results));
    for (StaffingRow const& row : table.rows) {
      check_bands(row);
      n_hidden += row.needs_only ? 1 : 0;
      if (row.needs_only)
        check_needs_only(row);
      if (row.level == "school")
        n_added += check_sum_of_sections(table, row);
    }
  }
  CHECK(n_added > 10);
  CHECK(n_hidden > 50);
}

TEST_CASE("What is certain happens in every future of the first year") {
  int n_certain = 0;
  for (results::Results const& results : played_at_random()) {
    INFO("random scenario " << results.scenario);
    StaffingRow whole;
    for (StaffingRow const& row : staffing(results, next_school_year(results)).rows) {
      bool const is_whole = row.level == "total" || whole.level.empty();
      whole = is_whole ? row : whole;
    }
    for (results::SeriesRow const& row : results.series) {
      bool const is_here = row.level == whole.level && row.unit == whole.unit;
      if (!is_here || row.year != next_school_year(results))
        continue;
      if (row.metric == "exits")
        CHECK(row.mean >= static_cast<double>(whole.leavers.heads));
      if (row.metric == "exits_fte")
        CHECK(row.mean >= whole.leavers.fte - 1e-9);
      if (row.metric == "hires")
        CHECK(row.mean >= static_cast<double>(whole.starters.heads));
    }
    n_certain += static_cast<int>(whole.leavers.heads + whole.starters.heads);
  }
  CHECK(n_certain > 50);
}

}  // namespace meesterplan::study
