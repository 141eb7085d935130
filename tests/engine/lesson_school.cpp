#include "tests/engine/lesson_school.hpp"

#include <utility>

#include "tests/support/catch.hpp"
#include "tests/support/scenarios.hpp"

namespace meesterplan::testing {

using namespace scenario;

Scenario section_needing(int fte, int upper_vwo, int upper_havo, LessonOrder order) {
  Scenario scenario = empty_school(2025, 2);
  int const section = add_section(scenario, "wiskunde");
  scenario.demand.mode = DemandMode::table;
  scenario.demand.table = {demand_row(section, fte, upper_vwo, upper_havo)};
  scenario.lessons = LessonRules{order, 0.8};
  return scenario;
}

Person& add_teacher(Scenario& scenario, std::string name, Licence licence, double upper_vwo,
                    double upper_havo) {
  Person& person = add_person(scenario, std::move(name), 0, 40);
  lessons_of(person).licence = licence;
  lessons_of(person).upper_vwo = upper_vwo;
  lessons_of(person).upper_havo = upper_havo;
  return person;
}

void check_upper(WorkedFuture const& future, std::string const& person, std::int64_t vwo,
                 std::int64_t havo) {
  CAPTURE(person);
  CHECK(future.upper_vwo(person) == 1000 * vwo);
  CHECK(future.upper_havo(person) == 1000 * havo);
}

}  // namespace meesterplan::testing
