#include "sim/model/compile.hpp"

#include <algorithm>

#include "sim/base/hash.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/scenarios.hpp"

using namespace meesterplan;
using Catch::Matchers::WithinAbs;
using model::Column;
using scenario::Contract;
using scenario::Degree;
using scenario::Licence;
using scenario::Person;
using scenario::Scenario;

namespace {

constexpr int start = 2025;

/// Every column is read by some row, so that no field is left out.
scenario::CauseRates rates_by_everything() {
  scenario::CauseRates exits = testing::exit_table(scenario::ExitCause::other_board, 0.1);
  scenario::RateRow& row = exits.rates.rows.front();
  row.cell.retirement.to = 1;
  row.cell.tenure.to = 40;
  row.cell.experience.to = 40;
  row.cell.years_since_master.to = 60;
  row.cell.fte.to = 1100;
  row.cell.degree = Degree::bachelor;
  row.cell.licence = Licence::first_degree;
  row.cell.contract = Contract::permanent;
  row.cell.subject = "maths";
  return exits;
}

Scenario two_sections() {
  Scenario scenario = testing::empty_school(start, 6);
  testing::add_section(scenario, "maths");
  testing::add_section(scenario, "art");
  scenario.exits = {rates_by_everything()};
  return scenario;
}

std::size_t row_of(model::Model const& model, std::string const& key) {
  auto const& ids = model.people.id;
  auto const place = std::find(ids.begin(), ids.end(), hash64(key));
  REQUIRE(place != ids.end());
  return static_cast<std::size_t>(place - ids.begin());
}

bool has_row(model::Model const& model, std::string const& key) {
  auto const& ids = model.people.id;
  return std::find(ids.begin(), ids.end(), hash64(key)) != ids.end();
}

int at(model::Model const& model, std::string const& key, Column column) {
  return model.people[column].get(row_of(model, key));
}

std::vector<Problem> problems_of(Scenario const& scenario) {
  try {
    model::compile(scenario);
  } catch (InputError const& error) {
    return error.problems();
  }
  return {};
}

void give(Person& person, int section, int fte, Licence licence = Licence::second_degree) {
  scenario::Assignment assignment;
  assignment.section = section;
  assignment.fte = Fte{fte};
  assignment.licence = licence;
  person.assignments.push_back(assignment);
}

}  // namespace

TEST_CASE("People lie by id, those who start later at the end") {
  Scenario scenario = two_sections();
  for (int teacher = 0; teacher < 20; ++teacher) {
    auto& person = testing::add_person(scenario, "t" + std::to_string(teacher), 0, 40);
    if (teacher % 4 == 0) {
      person.starts_on = Date{2027, 8, 1};
    }
  }
  auto const model = model::compile(scenario).model;
  CHECK(model.n_start == 15);
  auto const& ids = model.people.id;
  CHECK(std::is_sorted(ids.begin(), ids.begin() + model.n_start));
  CHECK(std::is_sorted(ids.begin() + model.n_start, ids.end()));

  std::reverse(scenario.people.begin(), scenario.people.end());
  std::swap(scenario.sections[0], scenario.sections[1]);
  for (auto& person : scenario.people) {
    person.assignments.front().section = 1;
  }
  auto const shuffled = model::compile(scenario).model;
  CHECK(shuffled.people.id == ids);
  CHECK(shuffled.people.section == model.people.section);
  CHECK(shuffled.units.section_key == model.units.section_key);
}

TEST_CASE("Two people with one id cannot be told apart") {
  Scenario scenario = two_sections();
  testing::add_person(scenario, "ann", 0, 40);
  testing::add_person(scenario, "ann", 0, 50).place = {0, 3, 1};
  auto const problems = problems_of(scenario);
  REQUIRE(problems.size() == 1);
  CHECK(problems.front().message.en.find("ann") != std::string::npos);
}

TEST_CASE("The main assignment is the largest, of equals the first section key") {
  Scenario scenario = two_sections();
  auto& equal = testing::add_person(scenario, "equal", 0, 40);
  equal.assignments.clear();
  give(equal, 0, 400, Licence::first_degree);
  give(equal, 1, 400, Licence::appointable);
  auto& larger = testing::add_person(scenario, "larger", 1, 40);
  larger.assignments.clear();
  give(larger, 1, 300);
  give(larger, 0, 500, Licence::first_degree);
  auto const model = model::compile(scenario).model;
  // Sections by key: art 0, maths 1.
  auto const equal_row = row_of(model, "equal");
  CHECK(model.people.section[equal_row] == 0);
  CHECK(at(model, "equal", Column::licence) == static_cast<int>(Licence::appointable));
  CHECK(at(model, "equal", Column::fte) == 800);
  CHECK(at(model, "equal", Column::subject) == 0);
  auto const larger_row = row_of(model, "larger");
  CHECK(model.people.section[larger_row] == 1);
  CHECK(model.people.main_fte.get(larger_row) == 500);
  auto const extra = model.people.extra.get(larger_row);
  REQUIRE(extra > 0);
  auto const& held = model.people.extras[static_cast<std::size_t>(extra) - 1];
  CHECK(held.section == 0);
  CHECK(held.fte == 300);
  CHECK(held.next == -1);
  CHECK(model.features.extras);
}

TEST_CASE("Times of people in service and of known starters") {
  Scenario scenario = two_sections();
  auto& sitting = testing::add_person(scenario, "sitting", 0, 40);
  sitting.tenure = 7;
  sitting.experience = 12;
  sitting.degree = Degree::wo_master;
  sitting.years_since_master = 3;
  auto& unknown = testing::add_person(scenario, "unknown", 0, 40);
  unknown.degree = Degree::wo_master;
  auto& starter = testing::add_person(scenario, "starter", 0, 30);
  starter.starts_on = Date{2026, 11, 1};  // in the second year
  starter.tenure = 0;
  starter.experience = 4;
  auto const model = model::compile(scenario).model;
  CHECK(at(model, "sitting", Column::age) == 40);
  CHECK(at(model, "sitting", Column::tenure) == 7);
  CHECK(at(model, "sitting", Column::experience) == 12);
  CHECK(at(model, "sitting", Column::since_master) == 3);
  CHECK(at(model, "unknown", Column::since_master) == model::long_ago);
  CHECK(at(model, "starter", Column::since_master) == model::long_ago);
  CHECK(at(model, "starter", Column::tenure) == -2);
  CHECK(at(model, "starter", Column::experience) == 2);
  CHECK(model.people.route.get(row_of(model, "sitting")) ==
        static_cast<int>(scenario::MasterRoute::sitting));
}

TEST_CASE("Known events lie by step") {
  Scenario scenario = two_sections();
  auto& leaver = testing::add_person(scenario, "leaver", 0, 64);
  leaver.leaves = scenario::KnownLeave{{2028, 8, 1}, scenario::ExitCause::retirement};
  auto& part = testing::add_person(scenario, "part", 0, 50);
  part.hours = scenario::KnownHours{{2026, 1, 1}, Fte{600}};
  auto& starter = testing::add_person(scenario, "starter", 0, 30);
  starter.starts_on = Date{2026, 2, 1};
  auto& late = testing::add_person(scenario, "late", 0, 30);
  late.leaves = scenario::KnownLeave{{2050, 8, 1}, scenario::ExitCause::retirement};
  auto const model = model::compile(scenario).model;
  REQUIRE(model.known.size() == 3);
  CHECK(model.known[0].step == 1);
  CHECK(model.known[1].step == 1);
  CHECK(model.known[2].step == 3);
  CHECK(model.known[2].kind == model::KnownEvent::Kind::leaves);
  CHECK(model.known[2].value == static_cast<int>(scenario::ExitCause::retirement));
  auto const hours = std::find_if(model.known.begin(), model.known.end(), [](auto const& event) {
    return event.kind == model::KnownEvent::Kind::hours;
  });
  REQUIRE(hours != model.known.end());
  CHECK(hours->value == 600);
  CHECK(static_cast<std::size_t>(hours->person) == row_of(model, "part"));
}

TEST_CASE("Who is in service on no reference date is left out, and told") {
  Scenario scenario = two_sections();
  testing::add_person(scenario, "here", 0, 40);
  auto& gone = testing::add_person(scenario, "gone", 0, 66);
  gone.leaves = scenario::KnownLeave{{2025, 10, 1}, scenario::ExitCause::retirement};
  auto& brief = testing::add_person(scenario, "brief", 0, 30);
  brief.starts_on = Date{2026, 1, 1};
  brief.leaves = scenario::KnownLeave{{2026, 6, 1}, scenario::ExitCause::other_board};
  auto& ended = testing::add_person(scenario, "ended", 0, 30);
  ended.contract = Contract::replacement;
  ended.contract_end = Date{2025, 7, 1};
  auto& later = testing::add_person(scenario, "later", 0, 30);
  later.starts_on = Date{2040, 1, 1};
  auto const made = model::compile(scenario);
  CHECK(made.model.people.size() == 1);
  CHECK(has_row(made.model, "here"));
  CHECK(made.notes.size() == 2);
  CHECK_FALSE(has_errors(made.notes));

  scenario.people.erase(scenario.people.begin());
  CHECK(problems_of(scenario).size() >= 1);
}

TEST_CASE("Hours and licences known up to the reference date are in") {
  Scenario scenario = two_sections();
  auto& hours = testing::add_person(scenario, "hours", 0, 50);
  hours.assignments.clear();
  give(hours, 0, 600);
  give(hours, 1, 200);
  hours.hours = scenario::KnownHours{{2025, 8, 1}, Fte{500}};
  auto& tiny = testing::add_person(scenario, "tiny", 0, 50);
  tiny.hours = scenario::KnownHours{{2025, 8, 1}, Fte{10}};
  auto& licensed = testing::add_person(scenario, "licensed", 0, 25);
  licensed.assignments.front().licence = Licence::unlicensed;
  licensed.licensed = scenario::KnownLicence{{2025, 9, 1}, Licence::first_degree};
  auto& later = testing::add_person(scenario, "later", 0, 25);
  later.assignments.front().licence = Licence::unlicensed;
  later.licensed = scenario::KnownLicence{{2027, 9, 1}, Licence::second_degree};
  auto const model = model::compile(scenario).model;
  CHECK(model.known.empty());
  CHECK(model.people.main_fte.get(row_of(model, "hours")) == 300);
  CHECK(at(model, "hours", Column::fte) == 500);
  CHECK(model.people.main_fte.get(row_of(model, "tiny")) == 50);
  CHECK(at(model, "licensed", Column::licence) == static_cast<int>(Licence::first_degree));
  CHECK(at(model, "later", Column::licence) == static_cast<int>(Licence::unlicensed));
  CHECK(model.people.licence_step.get(row_of(model, "later")) == 2);
  CHECK(model.features.licensing);
}

TEST_CASE("An unknown degree is drawn by the colleagues and the reference shares") {
  Scenario scenario = two_sections();
  auto with = [&](std::string key, Licence licence, Degree degree) {
    auto& person = testing::add_person(scenario, std::move(key), 0, 40);
    person.assignments.front().licence = licence;
    person.degree = degree;
  };
  with("a", Licence::first_degree, Degree::wo_master);
  with("b", Licence::first_degree, Degree::wo_master);
  with("c", Licence::first_degree, Degree::bachelor);
  with("d", Licence::second_degree, Degree::bachelor);
  with("e", Licence::unknown, Degree::wo_master);  // no licence known: does not count
  with("x", Licence::first_degree, Degree::unknown);
  scenario.unknown.weight = 5;
  scenario.unknown.degree[0] = {0, 0.2, 0.2, 0.6};
  scenario.unknown.degree[1] = {0.1, 0.8, 0.1, 0};
  scenario.unknown.degree[2] = {0, 1, 0, 0};
  scenario.unknown.degree[3] = {1, 0, 0, 0};
  scenario.unknown.licence = {0.4, 0.5, 0.05, 0.05};
  auto const model = model::compile(scenario).model;
  REQUIRE(model.unknown_degrees.size() == 1);
  auto const& unknown = model.unknown_degrees.front();
  CHECK(static_cast<std::size_t>(unknown.person) == row_of(model, "x"));
  // First degree: n = 3; (0 + 0)/8, (1 + 1)/8, (0 + 1)/8, (2 + 3)/8.
  CHECK(unknown.cumulative[0][0] == 0);
  CHECK_THAT(unknown.cumulative[0][1], WithinAbs(2.0 / 8, 1e-15));
  CHECK_THAT(unknown.cumulative[0][2], WithinAbs(3.0 / 8, 1e-15));
  CHECK(unknown.cumulative[0][3] == 1);
  // Second degree: n = 1; .5/6, (1 + 4)/6, .5/6 and then nothing.
  CHECK_THAT(unknown.cumulative[1][0], WithinAbs(0.5 / 6, 1e-15));
  CHECK_THAT(unknown.cumulative[1][1], WithinAbs(5.5 / 6, 1e-15));
  CHECK(unknown.cumulative[1][2] == 1);

  // The licence of e, among five known: (4 + 2)/10, (1 + 2.5)/10, ...
  REQUIRE(model.unknown_licences.size() == 1);
  auto const& licence = model.unknown_licences.front();
  CHECK(licence.assignment == 0);
  CHECK_THAT(licence.cumulative[0], WithinAbs(6.0 / 10, 1e-15));
  CHECK_THAT(licence.cumulative[1], WithinAbs(9.5 / 10, 1e-15));
  CHECK(licence.cumulative[3] == 1);
}

TEST_CASE("The unknown licence of a second assignment is that assignment's") {
  Scenario scenario = two_sections();
  auto& both = testing::add_person(scenario, "both", 0, 40);
  give(both, 1, 200, Licence::unknown);
  scenario.unknown.licence = {0, 1, 0, 0};
  auto const model = model::compile(scenario).model;
  REQUIRE(model.unknown_licences.size() == 1);
  auto const& unknown = model.unknown_licences.front();
  REQUIRE(unknown.assignment == 1);
  CHECK(model.people.extras[0].section == unknown.section);
  CHECK(unknown.section == 0);
}

TEST_CASE("Unknown with nothing to go by is an error at the person") {
  Scenario scenario = two_sections();
  testing::add_person(scenario, "x", 0, 40).degree = Degree::unknown;
  scenario.people.front().place = {0, 9, 1};
  auto const problems = problems_of(scenario);
  REQUIRE(problems.size() == 1);
  CHECK(problems.front().line == 9);
  CHECK(problems.front().field == "degree");
}

TEST_CASE("An unknown birth month has its first month and width") {
  Scenario scenario = two_sections();
  auto& person = testing::add_person(scenario, "x", 0, 40);
  person.born_first = Month::of(1985, 1);
  person.born_last = Month::of(1985, 12);
  auto const model = model::compile(scenario).model;
  REQUIRE(model.unknown_births.size() == 1);
  CHECK(model.unknown_births.front().first == Month::of(1985, 1).index);
  CHECK(model.unknown_births.front().months == 12);
}

TEST_CASE("The reference work keeps few bytes a person") {
  auto const model = model::compile(testing::reference_work(240, 15)).model;
  auto const& people = model.people;
  std::size_t bytes = sizeof(people.id[0]) + sizeof(people.section[0]);
  for (auto const& column : people.column) {
    bytes += column.bytes_per_person();
  }
  bytes += people.main_fte.bytes_per_person() + people.birth.bytes_per_person() +
           people.upper_vwo.bytes_per_person() + people.upper_havo.bytes_per_person() +
           people.extra.bytes_per_person() + people.origin.bytes_per_person() +
           people.route.bytes_per_person() + people.master_kind.bytes_per_person() +
           people.scale.bytes_per_person() + people.hired_step.bytes_per_person() +
           people.hired_section.bytes_per_person() + people.contract_end_step.bytes_per_person() +
           people.licence_step.bytes_per_person() + people.licence_then.bytes_per_person() +
           people.programme.bytes_per_person() + people.study_years.bytes_per_person() +
           people.grant.bytes_per_person();
  CHECK(bytes <= 24);
  CHECK_FALSE(model.demand.used);
  CHECK(model.net.all);
  CHECK(model.people.size() == 240);
  CHECK(model.plan.targets.size() == 12);
}

TEST_CASE("Net fte is all fte unless something is taken off") {
  Scenario scenario = two_sections();
  testing::add_person(scenario, "ann", 0, 40);
  CHECK(model::compile(scenario).model.net.all);
  scenario.net.study_leave_with_grant = 0.2;  // nobody studies
  CHECK(model::compile(scenario).model.net.all);
  scenario.net.starter_first_year = 0.2;
  auto const net = model::compile(scenario).model.net;
  CHECK_FALSE(net.all);
  CHECK(net.starter_first == 200'000);
}

TEST_CASE("Usual upper lessons are the mean of those who have them") {
  Scenario scenario = two_sections();
  scenario.lessons = scenario::LessonRules{};
  for (double const share : {0.5, 0.3, 0.0}) {
    auto& person = testing::add_person(scenario, "t" + std::to_string(share), 0, 40);
    person.assignments.front().upper_vwo = share;
    person.assignments.front().upper_havo = 0.1;
  }
  auto const made = model::compile(scenario);
  // Sections by key: art, maths.
  CHECK(made.model.lessons.usual_upper == std::vector<std::int64_t>{0, 400'000});
  CHECK(made.model.people.upper_vwo.get(row_of(made.model, "t" + std::to_string(0.3))) == 300'000);
  // Art has no upper lessons in the file, and nothing to derive them from.
  CHECK(made.notes.size() == 1);
}

TEST_CASE("Room is there when enough of all lessons are upper ones") {
  Scenario scenario = two_sections();
  scenario.lessons = scenario::LessonRules{};
  scenario.critical.no_room = scenario::Uncertain::ratio(2);
  auto& person = testing::add_person(scenario, "two", 0, 40);
  person.degree = Degree::wo_master;
  person.assignments.clear();
  give(person, 0, 600);
  give(person, 1, 400);
  person.assignments[0].upper_vwo = 0.2;
  person.assignments[0].upper_havo = 0.1;
  // 0.3 x 0.6 = 0.18 of all lessons.
  CHECK(at(model::compile(scenario).model, "two", Column::room) == 0);
  scenario.people.front().assignments[1].upper_havo = 0.05;
  CHECK(at(model::compile(scenario).model, "two", Column::room) == 1);
}

TEST_CASE("Upper lessons that the file does not give are divided over first-degree staff") {
  Scenario scenario = two_sections();
  scenario.lessons = scenario::LessonRules{};
  testing::add_person(scenario, "first", 0, 40).assignments.front().licence = Licence::first_degree;
  testing::add_person(scenario, "second", 0, 40);
  scenario.demand.mode = scenario::DemandMode::table;
  scenario.demand.table = {{{}, 0, {}, Fte{2000}, Fte{300}, Fte{200}}, {{}, 1, {}, Fte{0}, {}, {}}};
  auto const model = model::compile(scenario).model;
  CHECK(model.people.upper_vwo.get(row_of(model, "first")) == 300'000);
  CHECK(model.people.upper_havo.get(row_of(model, "first")) == 200'000);
  CHECK(model.people.upper_vwo.get(row_of(model, "second")) == 0);

  // More than a teacher may have of them is cut in proportion.
  scenario.demand.table.front().upper_vwo = Fte{1200};
  scenario.demand.table.front().upper_havo = Fte{400};
  auto const cut = model::compile(scenario).model;
  CHECK(cut.people.upper_vwo.get(row_of(cut, "first")) == 600'000);
  CHECK(cut.people.upper_havo.get(row_of(cut, "first")) == 200'000);
}

TEST_CASE("Entrants and fill chances are found by subject") {
  Scenario scenario = two_sections();
  testing::add_person(scenario, "ann", 0, 40);
  scenario.recruitment.mode = scenario::RecruitmentMode::fill;
  auto general = testing::entrant(25, 34, Degree::bachelor);
  auto mathematician = testing::entrant(40, 45, Degree::wo_master);
  mathematician.subject = "maths";
  mathematician.years_since_master = 4;
  scenario.recruitment.entrants = {mathematician, general};
  scenario.recruitment.fill = {{{}, {}, scenario::Uncertain::probability(0.9)},
                               {{}, "maths", scenario::Uncertain::probability(0.4)}};
  scenario.recruitment.stop = {2027, 1999};
  auto const model = model::compile(scenario).model;
  auto const& hiring = model.recruitment;
  REQUIRE(hiring.of_subject.size() == 2);
  auto const& art = hiring.entrants.at(static_cast<std::size_t>(hiring.of_subject[0].at(0)));
  auto const& maths = hiring.entrants.at(static_cast<std::size_t>(hiring.of_subject[1].at(0)));
  CHECK(art.age_from == 25);
  CHECK(art.ages == 10);
  CHECK(art.since_master == model::long_ago);
  CHECK(maths.since_master == 4);
  CHECK(hiring.fill[0].central == 0.9);
  CHECK(hiring.fill[1].central == 0.4);
  CHECK(hiring.stopped == std::vector<std::uint8_t>{0, 0, 1, 0, 0, 0, 0});

  scenario.recruitment.entrants = {mathematician};
  CHECK(problems_of(scenario).size() == 1);
}
