#include <algorithm>
#include <cmath>
#include <cstddef>

#include "sim/base/fte.hpp"
#include "sim/model/building.hpp"

namespace meesterplan::model {

namespace {

std::int32_t in_millionths(double share) {
  return static_cast<std::int32_t>(std::floor(share * static_cast<double>(millionths) + 0.5));
}

void build_study(Building& building) {
  auto const& scenario = building.scenario;
  StudyModel& study = building.model.study;
  auto const add = [&](scenario::Uncertain const& number) {
    return building.parameters.add(number, Use::as_is);
  };
  for (scenario::Programme const& programme : scenario.programmes) {
    ProgrammeModel made;
    made.gives_degree = programme.gives_degree;
    made.gives_kind = programme.gives_kind;
    made.gives_licence = programme.gives_licence;
    made.years = programme.years;
    made.completion_with_grant = add(programme.completion_with_grant);
    made.completion_without_grant = add(programme.completion_without_grant);
    made.delay = add(programme.delay);
    study.programmes.push_back(made);
  }
  if (scenario.programmes.empty()) {
    return;
  }
  study.p_grant = add(scenario.study.p_grant);
  study.without_grant = add(scenario.study.without_grant);
  study.capacity = scenario.study.capacity ? in_millionths(*scenario.study.capacity) : -1;
}

void build_net(Building& building) {
  auto const& rules = building.scenario.net;
  NetModel& net = building.model.net;
  net.leave_by_age.assign(timed_size, 0);
  for (scenario::LeaveRow const& row : rules.leave_by_age) {
    for (std::int32_t index = 0; index < timed_size; ++index) {
      if (row.age.contains(timed_low + index)) {
        net.leave_by_age[static_cast<std::size_t>(index)] = row.share;
      }
    }
  }
  bool const has_leave = std::any_of(net.leave_by_age.begin(), net.leave_by_age.end(),
                                     [](double share) { return share != 0; });
  if (has_leave) {
    net.leave_uptake = building.parameters.add(rules.leave_uptake, Use::as_is);
  }
  net.study_with_grant = in_millionths(rules.study_leave_with_grant);
  net.study_without_grant = in_millionths(rules.study_leave_without_grant);
  net.starter_first = in_millionths(rules.starter_first_year);
  net.starter_second = in_millionths(rules.starter_second_year);
  net.other_tasks = in_millionths(rules.other_tasks);
  bool const takes_leave =
      has_leave && (net.leave_uptake.central != 0 || net.leave_uptake.parameter >= 0);
  bool const studies = !building.scenario.programmes.empty() &&
                       (net.study_with_grant != 0 || net.study_without_grant != 0);
  net.all = !takes_leave && !studies && net.starter_first == 0 && net.starter_second == 0 &&
            net.other_tasks == 0 && !has_replacements(building.scenario) &&
            building.model.policies.of(scenario::Behaviour::starter_reduction).empty();
}

void build_lesson_rules(Building& building) {
  auto const& scenario = building.scenario;
  LessonModel& lessons = building.model.lessons;
  lessons.used = scenario.lessons.has_value();
  if (!lessons.used) {
    return;
  }
  lessons.order = scenario.lessons->order;
  lessons.max_upper = in_millionths(scenario.lessons->max_upper);
  lessons.room_share = in_millionths(scenario.critical.room_share);
  for (std::int32_t const index : building.scenario_school) {
    auto const& school = scenario.schools[static_cast<std::size_t>(index)];
    lessons.sick_leave.push_back(building.parameters.add(
        school.sick_leave ? *school.sick_leave : scenario.net.sick_leave, Use::as_is));
  }
  lessons.own_staff = building.parameters.add(scenario.cover.own_staff, Use::as_is);
  lessons.unqualified = building.parameters.add(scenario.cover.unqualified, Use::as_is);
}

}  // namespace

bool has_replacements(scenario::Scenario const& scenario) {
  return std::any_of(scenario.people.begin(), scenario.people.end(), [](auto const& somebody) {
    return somebody.contract == scenario::Contract::replacement;
  });
}

bool has_temporary(scenario::Scenario const& scenario) {
  auto const temporary = [](auto const& somebody) {
    return somebody.contract != scenario::Contract::permanent;
  };
  auto const& entrants = scenario.recruitment.entrants;
  return std::any_of(scenario.people.begin(), scenario.people.end(), temporary) ||
         (has_movers(scenario) &&
          scenario.market.mover_contract != scenario::Contract::permanent) ||
         (scenario.recruitment.mode != scenario::RecruitmentMode::none &&
          std::any_of(entrants.begin(), entrants.end(), temporary));
}

void build_rules(Building& building) {
  if (has_temporary(building.scenario)) {
    building.model.p_permanent =
        building.parameters.add(building.scenario.contracts.p_permanent, Use::as_is);
  }
  build_study(building);
  build_net(building);
  build_lesson_rules(building);
  building.model.redundancy.notice_years = building.scenario.redundancy.notice_years;
  building.model.redundancy.per = building.scenario.redundancy.per;
}

}  // namespace meesterplan::model
