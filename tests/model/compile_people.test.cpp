// Who is there on which reference date, with which times and assignments, and
// what that takes in memory.

#include <algorithm>

#include "tests/model/compiled_school.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/scenarios.hpp"

using namespace meesterplan;
using meesterplan::testing::at;
using meesterplan::testing::give;
using meesterplan::testing::has_row;
using meesterplan::testing::problems_of;
using meesterplan::testing::row_of;
using meesterplan::testing::two_sections;
using model::Column;
using scenario::Contract;
using scenario::Degree;
using scenario::Licence;
using scenario::Scenario;

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
