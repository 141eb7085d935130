#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

#include "sim/base/fte.hpp"
#include "sim/engine/phases.hpp"

namespace meesterplan::engine {

using model::Column;
using scenario::Degree;
using scenario::LessonOrder;
using scenario::Licence;
namespace counter = model::counter;

namespace {

constexpr std::size_t vwo = 0;
constexpr std::size_t havo = 1;
constexpr std::size_t rest = 2;

/// Least lessons [thousandths fte] in an upper part for who had none there.
constexpr std::int64_t least_new_part = 50;

/// How well lessons are given.
enum class Grade : std::uint8_t { qualified, appointable, hidden };
using ByGrade = std::array<std::int64_t, 3>;

Grade grade_of(Licence licence, std::size_t part) {
  if (licence == Licence::first_degree)
    return Grade::qualified;
  if (licence == Licence::second_degree)
    return part == rest ? Grade::qualified : Grade::hidden;
  return licence == Licence::appointable ? Grade::appointable : Grade::hidden;
}

/// Reads the assignments of a section into `teachers`.
void list_teachers(State const& state, std::int32_t section, LineVector<LessonTeacher>& teachers) {
  teachers.clear();
  auto const& people = state.people;
  for (Member const member : state.members.of(section)) {
    std::size_t const slot = member.slot;
    // In its place: a copy would wait for every field to be stored.
    LessonTeacher& teacher = teachers.emplace_back();
    teacher.member = member;
    teacher.id = people.id[slot];
    teacher.wo_master = people[Column::degree].get(slot) == static_cast<int>(Degree::wo_master);
    teacher.newcomer =
        people.hired_step.get(slot) == state.step + 1 || state.graduated.get(slot) != 0;
    std::int64_t fte = people.main_fte.get(slot);
    std::int64_t vwo_share = people.upper_vwo.get(slot);
    std::int64_t havo_share = people.upper_havo.get(slot);
    teacher.licence = static_cast<Licence>(people[Column::licence].get(slot));
    if (member.extra >= 0) {
      auto const& extra = people.extras[static_cast<std::size_t>(member.extra)];
      fte = extra.fte;
      vwo_share = extra.upper_vwo;
      havo_share = extra.upper_havo;
      teacher.licence = static_cast<Licence>(extra.licence);
    }
    teacher.net = scale_half_up(fte, net_share(state, slot), millionths);
    teacher.had[vwo] = scale_half_up(teacher.net, vwo_share, millionths);
    teacher.had[havo] = std::min(scale_half_up(teacher.net, havo_share, millionths),
                                 teacher.net - teacher.had[vwo]);
  }
}

/// Gives everyone for whom `who` holds the lessons he or she had, cut in
/// proportion when there are more than `left`; lowers `left`.
template <class Who>
void keep(LineVector<LessonTeacher>& teachers, std::size_t part, std::int64_t& left,
          Who const& who) {
  std::int64_t sum = 0;
  for (auto const& teacher : teachers) {
    if (who(teacher))
      sum += teacher.had[part];
  }
  if (sum == 0)
    return;
  std::int64_t const demand = left;
  for (auto& teacher : teachers) {
    if (!who(teacher))
      continue;
    std::int64_t const given = sum <= demand ? teacher.had[part] : teacher.had[part] * demand / sum;
    teacher.gives[part] = given;
    left -= given;
  }
}

/// Lets a teacher take up to `room` of what is left of an upper part.
void take(LessonTeacher& teacher, std::size_t part, std::int64_t room, std::int64_t& left) {
  std::int64_t const given = std::min(room, left);
  bool const new_here = teacher.gives[part] == 0 && teacher.had[part] == 0;
  if (given <= 0 || (new_here && given < least_new_part))
    return;
  teacher.gives[part] += given;
  left -= given;
}

std::int64_t upper_of(LessonTeacher const& teacher) {
  return teacher.gives[vwo] + teacher.gives[havo];
}

/// Lessons that `millionth_share` of the teacher's net fte stands for.
std::int64_t part_of(LessonTeacher const& teacher, std::int64_t millionth_share) {
  return teacher.net * millionth_share / millionths;
}

/// Hires and new graduates first (wo masters before others), then those who
/// were there already; by id. Only with a first-degree licence.
void list_receivers(LineVector<LessonTeacher>& teachers, LessonOrder order,
                    LineVector<LessonTeacher*>& receivers) {
  receivers.clear();
  for (auto& teacher : teachers) {
    if (teacher.licence == Licence::first_degree)
      receivers.push_back(&teacher);
  }
  std::sort(receivers.begin(), receivers.end(), [&](auto const* left, auto const* right) {
    auto const key = [&](LessonTeacher const& teacher) {
      bool const wo_counts = order == LessonOrder::wo_master_first ||
                             (order == LessonOrder::as_now && teacher.newcomer);
      return std::tuple(order == LessonOrder::as_now && !teacher.newcomer,
                        wo_counts && !teacher.wo_master, teacher.id);
    };
    return key(*left) < key(*right);
  });
}

void give_as_now(State const& state, std::int32_t section, LineVector<LessonTeacher>& teachers,
                 LineVector<LessonTeacher*>& receivers, std::array<std::int64_t, 3>& left) {
  auto const everyone = [](LessonTeacher const&) { return true; };
  keep(teachers, vwo, left[vwo], everyone);
  keep(teachers, havo, left[havo], everyone);
  if (state.step < 0)
    return;  // the reference date is as the file says
  list_receivers(teachers, LessonOrder::as_now, receivers);
  model::LessonModel const& rules = state.model.lessons;
  std::int64_t const usual = rules.usual_upper[static_cast<std::size_t>(section)];
  for (LessonTeacher* teacher : receivers) {
    std::int64_t const room = std::min(part_of(*teacher, usual) - teacher->gives[vwo],
                                       part_of(*teacher, rules.max_upper) - upper_of(*teacher));
    take(*teacher, vwo, room, left[vwo]);
  }
  for (std::size_t const part : {vwo, havo}) {
    for (LessonTeacher* teacher : receivers)
      take(*teacher, part, part_of(*teacher, rules.max_upper) - upper_of(*teacher), left[part]);
  }
}

void give_by_order(State const& state, LessonOrder order, LineVector<LessonTeacher>& teachers,
                   LineVector<LessonTeacher*>& receivers, std::array<std::int64_t, 3>& left) {
  list_receivers(teachers, order, receivers);
  for (std::size_t const part : {vwo, havo}) {
    for (LessonTeacher* teacher : receivers) {
      // Who had more than the limit may keep as much.
      std::int64_t const limit = std::max(part_of(*teacher, state.model.lessons.max_upper),
                                          teacher->had[vwo] + teacher->had[havo]);
      take(*teacher, part, limit - upper_of(*teacher), left[part]);
    }
  }
  auto const others = [](LessonTeacher const& teacher) {
    return teacher.licence != Licence::first_degree;
  };
  keep(teachers, vwo, left[vwo], others);
  keep(teachers, havo, left[havo], others);
}

/// Adds up lessons by how well they are given: the upper parts as given out,
/// the rest by whoever has time left, then upper lessons that nobody took by
/// whoever still has time.
ByGrade grade_lessons(LineVector<LessonTeacher> const& teachers,
                      std::array<std::int64_t, 3>& left) {
  ByGrade given{};
  std::array<std::int64_t, scenario::n_licences> time{};
  std::int64_t all_time = 0;
  for (auto const& teacher : teachers) {
    for (std::size_t const part : {vwo, havo})
      given[static_cast<std::size_t>(grade_of(teacher.licence, part))] += teacher.gives[part];
    std::int64_t const free = teacher.net - upper_of(teacher);
    time[static_cast<std::size_t>(teacher.licence)] += free;
    all_time += free;
  }
  for (std::size_t const part : {rest, vwo, havo}) {
    std::int64_t const wanted = std::min(left[part], all_time);
    std::int64_t to_give = wanted;
    std::int64_t time_left = all_time;
    for (std::size_t licence = 0; licence < time.size(); ++licence) {
      if (time_left == 0)
        break;
      // In proportion to the time that each licence has left; the last takes the remainder.
      std::int64_t const share =
          time[licence] == time_left ? to_give : time[licence] * to_give / time_left;
      time_left -= time[licence];
      to_give -= share;
      time[licence] -= share;
      given[static_cast<std::size_t>(grade_of(static_cast<Licence>(licence), part))] += share;
    }
    left[part] -= wanted;
    all_time -= wanted;
  }
  return given;
}

/// The year for which lessons are given out; negative: that of the file, in which
/// no policy acts.
std::int32_t lesson_year(State const& state) {
  return state.step < 0 ? -1 : state.step + 1;
}

/// A share (millionths) of a section with the odds that policies give it.
std::int64_t shifted(State const& state, scenario::Behaviour behaviour, std::int64_t share,
                     std::int32_t section) {
  double const odds = state.draw.policies.ratio(behaviour, lesson_year(state), section);
  if (odds == 1)
    return share;
  double const after = model::with_odds(static_cast<double>(share) / 1e6, odds);
  return static_cast<std::int64_t>(std::floor(after * 1e6 + 0.5));
}

/// Sick leave, cover and cancelled lessons of a section.
void count_lessons(State& state, std::int32_t section, std::int64_t demand, ByGrade given) {
  std::int64_t* const row = state.counts.row(section);
  auto const school =
      static_cast<std::size_t>(state.model.units.section_school[static_cast<std::size_t>(section)]);
  std::int64_t const well = millionths - shifted(state, scenario::Behaviour::sick_leave,
                                                 state.draw.sick_leave[school], section);
  std::int64_t sum = 0;
  for (std::int64_t& lessons : given) {
    lessons = scale_half_up(lessons, well, millionths);
    sum += lessons;
  }
  std::int64_t left = demand - sum;
  std::int64_t const colleagues =
      shifted(state, scenario::Behaviour::own_cover, state.draw.own_staff, section);
  std::int64_t const own = std::min(left, row[counter::net_fte] * colleagues / millionths);
  left -= own;
  std::int64_t const others =
      shifted(state, scenario::Behaviour::unqualified_cover, state.draw.unqualified, section);
  std::int64_t const unqualified = std::min(left, demand * others / millionths);
  row[counter::lesson_demand] = demand;
  row[counter::lessons_qualified] = given[static_cast<std::size_t>(Grade::qualified)];
  row[counter::lessons_appointable] = given[static_cast<std::size_t>(Grade::appointable)];
  row[counter::lessons_hidden] = given[static_cast<std::size_t>(Grade::hidden)];
  row[counter::lessons_own_cover] = own;
  row[counter::lessons_unqualified_cover] = unqualified;
  row[counter::lessons_cancelled] = left - unqualified;
}

/// Remembers the shares for next year and counts lessons in upper vwo.
void keep_shares(State& state, std::int32_t section, LineVector<LessonTeacher> const& teachers) {
  std::int64_t* const row = state.counts.row(section);
  for (auto const& teacher : teachers) {
    auto const share = [&](std::size_t part) {
      return static_cast<std::int32_t>(
          teacher.gives[part] > 0 ? scale_half_up(teacher.gives[part], millionths, teacher.net)
                                  : 0);
    };
    if (teacher.member.extra >= 0) {
      auto& extra = state.people.extras[static_cast<std::size_t>(teacher.member.extra)];
      extra.upper_vwo = share(vwo);
      extra.upper_havo = share(havo);
    } else {
      state.people.upper_vwo.set(teacher.member.slot, share(vwo));
      state.people.upper_havo.set(teacher.member.slot, share(havo));
    }
    row[counter::upper_vwo_weight] += teacher.gives[vwo];
    if (teacher.wo_master)
      row[counter::upper_vwo_wo_weight] += teacher.gives[vwo];
  }
}

/// Counts who teaches in upper vwo, and sees who has room to apply a master.
void look_at_people(State& state) {
  auto& people = state.people;
  auto const gives_room = [&](std::size_t slot) {
    return state.model.mix.scale_gives_room &&
           people.scale.get(slot) >= static_cast<std::uint8_t>(scenario::Scale::lc);
  };
  for (std::size_t slot = 0; slot < state.n_slots(); ++slot) {
    if (!state.taken(slot))
      continue;
    std::array<std::uint8_t, 3> upper{};
    std::size_t n = 0;
    std::int64_t fte = 0;
    std::int64_t upper_fte = 0;  // millionths of thousandths
    auto const see = [&](std::int64_t part_fte, std::int64_t vwo_share, std::int64_t havo_share) {
      upper[n++] = vwo_share > 0 ? 1 : 0;
      fte += part_fte;
      upper_fte += part_fte * (vwo_share + havo_share);
    };
    see(people.main_fte.get(slot), people.upper_vwo.get(slot), people.upper_havo.get(slot));
    for (std::int32_t next = people.extra.get(slot) - 1; next >= 0;) {
      auto const& extra = people.extras[static_cast<std::size_t>(next)];
      see(extra.fte, extra.upper_vwo, extra.upper_havo);
      next = extra.next;
    }
    bool const wo_master = people[Column::degree].get(slot) == static_cast<int>(Degree::wo_master);
    state.counts.upper_vwo(people, slot, std::span<std::uint8_t const>(upper.data(), n), wo_master);
    bool const has_room = upper_fte >= fte * state.model.lessons.room_share || gives_room(slot);
    people[Column::room].set(slot, has_room ? 1 : 0);
    state.graduated.set(slot, 0);
  }
}

}  // namespace

void play_lessons(State& state) {
  std::int32_t const n_sections = state.model.units.n_sections();
  state.members.gather(state.people, n_sections);
  for (std::int32_t section = 0; section < n_sections; ++section) {
    auto const& demand = state.demand[static_cast<std::size_t>(section)];
    auto left = demand;
    list_teachers(state, section, state.teachers);
    LessonOrder const order = state.step < 0
                                  ? LessonOrder::as_now
                                  : state.draw.policies.lesson_order(lesson_year(state), section);
    if (order == LessonOrder::as_now) {
      give_as_now(state, section, state.teachers, state.receivers, left);
    } else {
      give_by_order(state, order, state.teachers, state.receivers, left);
    }
    ByGrade const given = grade_lessons(state.teachers, left);
    count_lessons(state, section, demand[vwo] + demand[havo] + demand[rest], given);
    keep_shares(state, section, state.teachers);
  }
  look_at_people(state);
}

}  // namespace meesterplan::engine
