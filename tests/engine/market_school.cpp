#include "tests/engine/market_school.hpp"

#include "tests/support/scenarios.hpp"

namespace meesterplan::testing {

scenario::Scenario market_region(int n, int fte) {
  scenario::Scenario region = empty_school(2025, 3);
  region.schools.clear();
  for (int index = 0; index < n; ++index) {
    std::string const name = "s" + std::to_string(index);
    int const school = add_school(region, name, "bestuur " + name, "noord");
    int const section = add_section_called(region, name, "wiskunde", school);
    region.sections.back().open_vacancies = Fte{fte};
    add_person(region, name, section, 40);
  }
  region.recruitment.mode = scenario::RecruitmentMode::market;
  region.recruitment.entrants = {entrant(25, 30, scenario::Degree::bachelor)};
  return region;
}

scenario::PoolRow pool_of(scenario::Origin origin, double candidates) {
  scenario::PoolRow row;
  row.region = "noord";
  row.subject = "wiskunde";
  row.origin = origin;
  row.candidates = scenario::Uncertain::ratio(candidates);
  return row;
}

std::int64_t hires(OpenFuture const& future, scenario::Level level, std::int32_t unit) {
  std::int64_t all = 0;
  for (int origin = 0; origin < scenario::n_origins; ++origin)
    all += count(future, level, unit, model::counter::hires_first + origin);
  return all;
}

std::int64_t hires(OpenFuture const& future) {
  return hires(future, scenario::Level::total, 0);
}

}  // namespace meesterplan::testing
