#include "tests/engine/laws.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "sim/engine/player.hpp"
#include "sim/engine/record.hpp"
#include "sim/model/compile.hpp"
#include "tests/engine/open_future.hpp"

namespace meesterplan::testing {

namespace {

using engine::State;
using model::Column;
using scenario::Contract;
using scenario::Degree;
using scenario::Level;
using scenario::Licence;
namespace counter = model::counter;

constexpr int other_board = static_cast<int>(scenario::ExitCause::other_board);

using Counters = std::array<std::int64_t, model::n_counters>;

struct Unit {
  Level level = Level::total;
  std::int32_t index = 0;
};

struct Part {
  std::int32_t section = 0;
  std::int64_t fte = 0;
};

std::vector<Part> parts_of(State const& state, std::size_t slot) {
  std::vector<Part> parts{{state.people.section[slot], state.people.main_fte.get(slot)}};
  for (std::int32_t next = state.people.extra.get(slot) - 1; next >= 0;) {
    auto const& extra = state.people.extras[static_cast<std::size_t>(next)];
    parts.push_back({extra.section, extra.fte});
    next = extra.next;
  }
  return parts;
}

/// One future under the eyes of the law.
class Watch final {
 public:
  Watch(scenario::Scenario const& scenario, model::Model const& model)
      : scenario_(scenario), model_(model) {
    auto const add = [&](Level level, std::int32_t n) {
      for (std::int32_t unit = 0; unit < n; ++unit)
        units_.push_back({level, unit});
    };
    add(Level::section, model.units.n_sections());
    add(Level::school, model.units.n_schools());
    add(Level::board, model.units.n_boards);
    add(Level::region, model.units.n_regions);
    add(Level::total, 1);
    bool const has_subjects =
        std::any_of(model.plan.levels.begin(), model.plan.levels.end(),
                    [](auto const& planned) { return planned.level == Level::subject; });
    add(Level::subject, has_subjects ? model.units.n_subjects : 0);
    before_.resize(units_.size());
  }

  /// Remembers where the year starts.
  void begin(State const& state) {
    for (std::size_t index = 0; index < units_.size(); ++index)
      before_[index] = this->read(state, units_[index]);
    degree_.clear();
    for (std::size_t slot = 0; slot < state.n_slots(); ++slot)
      if (state.taken(slot))
        degree_[state.people.id[slot]] = state.people[Column::degree].get(slot);
  }

  void after_phase(std::string_view phase, State const& state) {
    if (phase == "enrolment")
      this->check_capacity(state);
    if (phase == "contracts")
      this->check_contracts(state);
    if (phase != "recruitment" && phase != "lessons" && phase != "starters")
      this->remember_hires(state);
  }

  void after_year(State const& state) {
    for (std::size_t index = 0; index < units_.size(); ++index)
      this->check_balance(state, units_[index], before_[index]);
    this->recount(state);
    this->check_people(state);
    this->check_sections(state);
    this->check_moves(state);
    this->check_market(state);
    Counters const total = this->read(state, {Level::total, 0});
    for (std::size_t index = 0; index < total.size(); ++index)
      seen_[index] += total[index];
    for (std::int32_t section = 0; section < model_.units.n_sections(); ++section) {
      // Moves cancel in the total.
      seen_[counter::moves_in] += this->read(state, {Level::section, section})[counter::moves_in];
    }
    hires_before_.clear();
  }

  Watched seen() const { return {broken_, seen_}; }
  void tell(State const& state, std::string const& law) {
    broken_.push_back("scenario " + scenario_.name + ", step " + std::to_string(state.step) + ": " +
                      law);
  }

 private:
  Counters read(State const& state, Unit unit) const {
    Counters counters{};
    state.counts.read(unit.level, unit.index, counters.data());
    return counters;
  }

  static std::int64_t sum(Counters const& counters, int first, int n) {
    std::int64_t total = 0;
    for (int index = first; index < first + n; ++index)
      total += counters[static_cast<std::size_t>(index)];
    return total;
  }

  static std::int64_t masters(Counters const& counters) {
    return sum(counters, counter::degree_first + static_cast<int>(Degree::hbo_master), 2);
  }

  static std::string name(Unit unit) {
    return std::string(key_of(unit.level)) + " " + std::to_string(unit.index);
  }

  void check_balance(State const& state, Unit unit, Counters const& before) {
    Counters const now = this->read(state, unit);
    std::int64_t const heads = before[counter::heads] -
                               sum(now, counter::exits_first, scenario::n_exit_causes) +
                               sum(now, counter::hires_first, scenario::n_origins) +
                               now[counter::moves_in] - now[counter::moves_out];
    if (heads != now[counter::heads])
      this->tell(state, "heads of " + name(unit) + " do not balance");
    std::int64_t const after =
        masters(before) - sum(now, counter::exits_masters_first, scenario::n_exit_causes) +
        sum(now, counter::hires_masters_first, scenario::n_origins) + now[counter::new_masters] +
        now[counter::moves_in_masters] - now[counter::moves_out_masters];
    if (after != masters(now))
      this->tell(state, "masters of " + name(unit) + " do not balance");
    if (now[counter::heads_before] != before[counter::heads])
      this->tell(state, "heads a year ago of " + name(unit) + " are wrong");
    for (std::int64_t value : now) {
      if (value < 0)
        this->tell(state, "something of " + name(unit) + " is negative");
    }
  }

  /// The unit of a level in which a section lies.
  std::int32_t unit_of(Level level, std::int32_t section) const {
    auto const school = model_.units.section_school[static_cast<std::size_t>(section)];
    switch (level) {
      case Level::section:
        return section;
      case Level::school:
        return school;
      case Level::board:
        return model_.units.school_board[static_cast<std::size_t>(school)];
      case Level::region:
        return model_.units.school_region[static_cast<std::size_t>(school)];
      case Level::subject:
        return model_.units.section_subject[static_cast<std::size_t>(section)];
      default:
        return 0;
    }
  }

  /// Counts everybody anew, once a unit, without the help of Counts.
  void recount(State const& state) {
    struct Found {
      std::int64_t heads = 0, masters = 0, studying = 0, fte = 0;
    };
    std::map<std::pair<Level, std::int32_t>, Found> found;
    for (std::size_t slot = 0; slot < state.n_slots(); ++slot) {
      if (!state.taken(slot))
        continue;
      std::vector<Part> const parts = parts_of(state, slot);
      std::set<std::pair<Level, std::int32_t>> places;
      for (Part const& part : parts) {
        for (Level const level : {Level::section, Level::school, Level::board, Level::region,
                                  Level::total, Level::subject}) {
          std::pair const place{level, this->unit_of(level, part.section)};
          places.insert(place);
          found[place].fte += part.fte;
        }
      }
      bool const master = state.people[Column::degree].get(slot) >= 2;
      for (auto const& place : places) {
        found[place].heads += 1;
        found[place].masters += master ? 1 : 0;
        found[place].studying += state.people.programme.get(slot) != 0 ? 1 : 0;
      }
    }
    for (Unit const unit : units_) {
      Counters const now = this->read(state, unit);
      Found const& right = found[{unit.level, unit.index}];
      if (now[counter::heads] != right.heads || masters(now) != right.masters ||
          now[counter::studying] != right.studying || now[counter::fte] != right.fte)
        this->tell(state, "a count of " + name(unit) + " is not that of its people");
    }
  }

  /// Month in which somebody reaches state pension age, by the words of the
  /// law: the first month in which one is as old as that month asks.
  std::int32_t pension_month(std::int32_t birth) const {
    for (std::int32_t month = birth;; ++month) {
      std::int32_t asked = scenario_.pension.front().months;
      for (scenario::PensionStep const& step : scenario_.pension)
        if (step.from.index <= month)
          asked = step.months;
      if (month - birth >= asked)
        return month;
    }
  }

  void check_people(State const& state) {
    std::set<std::uint64_t> students;
    for (engine::Seated const& student : state.students)
      if (state.still(student))
        students.insert(student.id);
    for (std::size_t slot = 0; slot < state.n_slots(); ++slot) {
      if (!state.taken(slot))
        continue;
      this->check_fte(state, slot);
      this->check_age(state, slot);
      auto const before = degree_.find(state.people.id[slot]);
      if (before != degree_.end() && before->second > state.people[Column::degree].get(slot))
        this->tell(state, "somebody's degree falls");
      bool const studies = state.people.programme.get(slot) != 0;
      if (studies != (students.count(state.people.id[slot]) == 1))
        this->tell(state, "somebody studies without being among the students, or the reverse");
    }
  }

  void check_fte(State const& state, std::size_t slot) {
    std::int64_t total = 0;
    for (Part const& part : parts_of(state, slot))
      total += part.fte;
    if (state.people[Column::fte].used() && total != state.people[Column::fte].get(slot))
      this->tell(state, "assignments do not sum to the person's fte");
    if (total > 1200)
      this->tell(state, "somebody works more than 1200");
    if (state.people.main_fte.get(slot) < 1)
      this->tell(state, "a main assignment is empty");
  }

  /// What holds when the decisions of the year are made.
  void check_contracts(State const& state) {
    for (std::size_t slot = 0; slot < state.n_slots(); ++slot) {
      auto const contract = static_cast<Contract>(state.people[Column::contract].get(slot));
      if (!state.taken(slot) || contract == Contract::permanent)
        continue;
      std::int32_t const tenure = state.people[Column::tenure].get(slot) + state.step + 1;
      bool const licensed = state.people[Column::licence].get(slot) <=
                            static_cast<std::int16_t>(Licence::second_degree);
      if (contract == Contract::temporary && licensed && tenure >= 1)
        this->tell(state, "a licensed teacher is temporary after a year");
      if (contract == Contract::temporary && tenure >= 3)
        this->tell(state, "somebody is temporary after three years");
      std::int32_t const end = state.people.contract_end_step.get(slot);
      if (contract == Contract::replacement && end > 0 && end <= state.step + 1)
        this->tell(state, "a replacement goes on after its end");
    }
  }

  void check_age(State const& state, std::size_t slot) {
    if (!state.people.birth.used() || degree_.count(state.people.id[slot]) == 0)
      return;
    bool const known = slot < state.leaves_known.size() && state.leaves_known[slot] != 0 &&
                       state.people.id[slot] == model_.people.id[slot];
    std::int32_t const after =
        state.reference_after() - this->pension_month(state.people.birth.get(slot));
    if (!known && after >= 12)
      this->tell(state, "somebody is older than the table's last age");
  }

  void remember_hires(State const& state) {
    hires_before_.clear();
    for (std::int32_t section = 0; section < model_.units.n_sections(); ++section)
      hires_before_.push_back(sum(this->read(state, {Level::section, section}),
                                  counter::hires_first, scenario::n_origins));
  }

  void check_capacity(State const& state) {
    if (!scenario_.study.capacity)
      return;
    for (std::int32_t section = 0; section < model_.units.n_sections(); ++section) {
      std::int64_t const* const own = state.counts.row(section);
      if (own[counter::enrolments] == 0)
        continue;
      std::int64_t const heads = state.counts.heads(section);
      auto const share = static_cast<std::int64_t>(*scenario_.study.capacity * 1e6 + 0.5);
      std::int64_t const places =
          share == 0 ? 0 : std::max<std::int64_t>(1, share * heads / 1'000'000);
      if (own[counter::studying] > places)
        this->tell(state, "somebody enrolled at or above capacity");
    }
  }

  void check_sections(State const& state) {
    for (std::int32_t section = 0; section < model_.units.n_sections(); ++section) {
      Counters const now = this->read(state, {Level::section, section});
      auto const at = static_cast<std::size_t>(section);
      if (scenario_.recruitment.mode == scenario::RecruitmentMode::fill || model_.market.used) {
        std::int64_t const known = at < hires_before_.size() ? hires_before_[at] : 0;
        std::int64_t const hires = sum(now, counter::hires_first, scenario::n_origins) - known;
        if (hires > now[counter::vacancies])
          this->tell(state, "more hires than tries");
      }
      if (now[counter::net_fte] > now[counter::fte])
        this->tell(state, "net fte is above fte");
      if (model_.demand.used && now[counter::demand] - now[counter::net_fte] !=
                                    now[counter::unfilled] - now[counter::surplus])
        this->tell(state, "demand - net fte is not unfilled - surplus");
      if (model_.demand.used && now[counter::unfilled] > now[counter::vacancy_fte])
        this->tell(state, "more stays open than there was to fill");
      if (model_.features.fte_left &&
          (now[counter::exits_fte] > 0) !=
              (sum(now, counter::exits_first, scenario::n_exit_causes) > 0))
        this->tell(state, "fte leaves without a head, or the reverse");
      std::int64_t const lessons = sum(now, counter::lessons_qualified,
                                       counter::lessons_cancelled - counter::lessons_qualified + 1);
      if (lessons != now[counter::lesson_demand])
        this->tell(state, "lessons, cover and cancelled do not sum to demand");
      if (model_.lessons.used && now[counter::lesson_demand] != now[counter::demand])
        this->tell(state, "lesson demand is not demand");
      if (now[counter::upper_vwo_wo_weight] > now[counter::upper_vwo_weight])
        this->tell(state, "wo masters give more upper vwo than there is");
      if (now[counter::upper_vwo_weight] > state.demand[at][0])
        this->tell(state, "more upper vwo is given than asked");
    }
  }

  /// Who looked found a place or did not; who moved within a region left and came in it.
  void check_market(State const& state) {
    if (!model_.market.used)
      return;
    std::int64_t all = 0;
    std::int64_t left_boards = 0;
    for (std::int32_t section = 0; section < model_.units.n_sections(); ++section) {
      Counters const now = this->read(state, {Level::section, section});
      auto const at = static_cast<std::size_t>(section);
      all += sum(now, counter::hires_first, scenario::n_origins) -
             (at < hires_before_.size() ? hires_before_[at] : 0);
    }
    Counters const total = this->read(state, {Level::total, 0});
    if (all != total[counter::candidates] - total[counter::unplaced])
      this->tell(state, "candidates are neither placed nor unplaced");
    for (Unit const unit : units_) {
      if (unit.level == Level::board)
        left_boards += this->read(state, unit)[counter::exits_first + other_board];
    }
    if (left_boards != total[counter::exits_first + other_board] + total[counter::movers_inside])
      this->tell(state, "who moved within a region counts as left there");
  }

  void check_moves(State const& state) {
    for (Level const level : {Level::section, Level::school, Level::region}) {
      std::int64_t in = 0;
      std::int64_t out = 0;
      for (Unit const unit : units_) {
        if (unit.level != level)
          continue;
        Counters const now = this->read(state, unit);
        in += now[counter::moves_in] - now[counter::moves_in_masters] * 1'000'000;
        out += now[counter::moves_out] - now[counter::moves_out_masters] * 1'000'000;
      }
      if (in != out)
        this->tell(state, "moves in and out differ over all units");
    }
    for (Unit const unit : units_) {
      bool const is_across =
          unit.level == Level::board || unit.level == Level::total || unit.level == Level::subject;
      if (!is_across)
        continue;
      Counters const now = this->read(state, unit);
      if (now[counter::moves_in] != 0 || now[counter::moves_out] != 0)
        this->tell(state, "a move inside " + name(unit) + " does not cancel");
    }
  }

  scenario::Scenario const& scenario_;
  model::Model const& model_;
  std::vector<Unit> units_;
  std::vector<Counters> before_;
  std::map<std::uint64_t, int> degree_;  ///< by id, of those there at the year's start
  std::vector<std::int64_t> hires_before_;
  std::array<std::int64_t, model::n_counters> seen_{};
  std::vector<std::string> broken_;
};

}  // namespace

Watched watch(scenario::Scenario const& scenario, std::uint32_t replicate) {
  model::Compiled const compiled = model::compile(scenario);
  model::Model const& model = compiled.model;
  OpenFuture future(model);
  engine::Recorder recorder(model);
  tally::Tally open(model.plan);
  Watch eyes(scenario, model);
  future.start(replicate);
  recorder.record_year(future.state(), open);
  std::int64_t teacher_years = 0;
  for (std::int32_t year = 0; year < model.years; ++year) {
    eyes.begin(future.state());
    for (std::int32_t section = 0; section < model.units.n_sections(); ++section)
      teacher_years += future.state().counts.row(section)[counter::heads];
    future.play_year(
        [&](std::string_view phase, State const& state) { eyes.after_phase(phase, state); });
    eyes.after_year(future.state());
    recorder.record_year(future.state(), open);
  }
  recorder.record_future(future.state(), open);
  open.count_future(teacher_years);
  tally::Tally closed(model.plan);
  engine::Player player(model);
  player.play(replicate, closed);
  if (!(open == closed))
    eyes.tell(future.state(), "the future played openly is not the one that is recorded");
  return eyes.seen();
}

}  // namespace meesterplan::testing
