#include <algorithm>
#include <cstddef>
#include <utility>

#include "sim/base/hash.hpp"
#include "sim/model/building.hpp"

namespace meesterplan::model {

namespace {

using scenario::Person;

/// A person's time with us in steps: in service at the reference dates of
/// steps first .. last.
struct Stay {
  std::int32_t starts = 0;  ///< step in which the person comes; 0: in service
  std::int32_t ends = 0;    ///< step in which the person leaves; 0: not known
  std::uint64_t id = 0;
  std::int32_t person = 0;  ///< index in the scenario
};

/// The step of `date`, or `otherwise` without one.
std::int32_t step_or(std::optional<Date> const& date, std::int32_t start, std::int32_t otherwise) {
  return date ? step_of(*date, start) : otherwise;
}

/// When somebody certainly leaves: a known leave or the end of a replacement.
std::optional<Date> last_day(Person const& person) {
  std::optional<Date> day;
  if (person.leaves) {
    day = person.leaves->on;
  }
  if (person.contract == scenario::Contract::replacement && person.contract_end) {
    day = day ? std::min(*day, *person.contract_end) : *person.contract_end;
  }
  return day;
}

struct Stays {
  std::vector<Stay> list;
  std::int64_t gone = 0;
  std::int64_t later = 0;
};

Stays stays_of(Building const& building) {
  Stays stays;
  auto const& people = building.scenario.people;
  std::int32_t const start = building.model.start;
  for (std::size_t index = 0; index < people.size(); ++index) {
    Person const& person = people[index];
    Stay stay;
    stay.person = static_cast<std::int32_t>(index);
    stay.id = hash64(person.key);
    stay.starts = step_or(person.starts_on, start, 0);
    std::optional<Date> const end = last_day(person);
    stay.ends = step_or(end, start, 0);
    bool const is_gone = end && stay.ends <= stay.starts;
    bool const is_late = stay.starts > building.model.years;
    stays.gone += is_gone ? 1 : 0;
    stays.later += !is_gone && is_late ? 1 : 0;
    if (!is_gone && !is_late) {
      stays.list.push_back(stay);
    }
  }
  return stays;
}

void tell_left_out(Building& building, Stays const& stays) {
  if (stays.gone > 0) {
    std::string const n = std::to_string(stays.gone);
    building.tell(Severity::note, {}, "people",
                  {n + " leraren zijn op geen enkele peildatum in dienst en tellen niet mee.",
                   n + " teachers are in service on no reference date and do not count."});
  }
  if (stays.later > 0) {
    std::string const n = std::to_string(stays.later);
    building.tell(Severity::note, {}, "people",
                  {n + " leraren beginnen pas na het laatste jaar en tellen niet mee.",
                   n + " teachers start after the last year only and do not count."});
  }
}

void check_ids(Building& building, std::vector<Stay> const& stays) {
  std::vector<Stay> by_id = stays;
  std::sort(by_id.begin(), by_id.end(),
            [](Stay const& left, Stay const& right) { return left.id < right.id; });
  for (std::size_t index = 0; index < by_id.size(); ++index) {
    bool const collides = index > 0 && by_id[index].id == by_id[index - 1].id;
    if (!collides && by_id[index].id != empty_slot) {
      continue;
    }
    Person const& person = building.scenario.people[static_cast<std::size_t>(by_id[index].person)];
    building.tell(
        Severity::error, person.place, "id",
        {"\"" + person.key +
             "\" heeft dezelfde sleutel als een ander (daarmee zijn twee leraren niet uit "
             "elkaar te houden). Gebruik een ander personeelsnummer.",
         "\"" + person.key +
             "\" has the same key as another (so two teachers cannot be told apart). "
             "Use another id."});
  }
}

/// The known events of the person in `row` within the years that are played.
void add_known(Building& building, Stay const& stay, std::int32_t row) {
  Model& model = building.model;
  Person const& person = building.scenario.people[static_cast<std::size_t>(stay.person)];
  auto const add = [&](KnownEvent::Kind kind, std::int32_t step, std::int32_t value) {
    if (step >= 1 && step <= model.years) {
      model.known.push_back({step, kind, row, value});
    }
  };
  if (person.leaves) {
    add(KnownEvent::Kind::leaves, step_of(person.leaves->on, model.start),
        static_cast<std::int32_t>(person.leaves->reason));
  }
  if (stay.starts > 0) {
    add(KnownEvent::Kind::starts, stay.starts, 0);
  }
  if (person.hours) {
    std::int32_t const step = step_of(person.hours->from, model.start);
    // Hours that change before the person comes are those of the start.
    if (step > stay.starts) {
      add(KnownEvent::Kind::hours, step, static_cast<std::int32_t>(person.hours->fte.thousandths));
    }
  }
}

}  // namespace

void list_people(Building& building) {
  Stays stays = stays_of(building);
  tell_left_out(building, stays);
  check_ids(building, stays.list);
  std::sort(stays.list.begin(), stays.list.end(), [](Stay const& left, Stay const& right) {
    bool const left_later = left.starts > 0;
    bool const right_later = right.starts > 0;
    return std::pair(left_later, left.id) < std::pair(right_later, right.id);
  });
  Model& model = building.model;
  for (Stay const& stay : stays.list) {
    auto const row = static_cast<std::int32_t>(model.people.id.size());
    model.people.id.push_back(stay.id);
    building.scenario_person.push_back(stay.person);
    model.n_start += stay.starts == 0 ? 1 : 0;
    add_known(building, stay, row);
  }
  std::stable_sort(model.known.begin(), model.known.end(),
                   [](KnownEvent const& left, KnownEvent const& right) {
                     return std::pair(left.step, left.person) < std::pair(right.step, right.person);
                   });
  if (model.people.id.empty()) {
    building.tell(Severity::error, {}, "people",
                  {"niemand is op een peildatum in dienst (er valt niets te spelen). Controleer de "
                   "datums en het startjaar.",
                   "nobody is in service on any reference date (there is nothing to play). Check "
                   "the dates and the start year."});
  }
}

}  // namespace meesterplan::model
