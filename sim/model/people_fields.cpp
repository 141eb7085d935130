#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>
#include <vector>

#include "sim/model/assignments.hpp"
#include "sim/model/building.hpp"

namespace meesterplan::model {

namespace {

using scenario::Degree;
using scenario::MasterRoute;
using scenario::Origin;
using scenario::Person;

template <class T>
T narrow(std::int64_t value) {
  return static_cast<T>(value);
}

bool is_master(Degree degree) {
  return degree == Degree::hbo_master || degree == Degree::wo_master;
}

MasterRoute route_of(Person const& person, bool in_service) {
  if (!is_master(person.degree)) {
    return MasterRoute::none;
  }
  if (in_service) {
    return MasterRoute::sitting;
  }
  bool const starts_career = person.origin == Origin::lio || person.origin == Origin::starter ||
                             person.origin == Origin::side_entrant;
  return starts_career ? MasterRoute::starter : MasterRoute::outside;
}

void resize_all(Workforce& people) {
  std::size_t const n = people.id.size();
  for (auto& column : people.column) {
    column.resize(n);
  }
  people.section.resize(n);
  people.main_fte.resize(n);
  people.birth.resize(n);
  people.upper_vwo.resize(n);
  people.upper_havo.resize(n);
  people.extra.resize(n);
  people.origin.resize(n);
  people.route.resize(n);
  people.master_kind.resize(n);
  people.scale.resize(n);
  people.own_scale.resize(n);
  people.appointment_end.resize(n);
  people.hired_step.resize(n);
  people.hired_section.resize(n);
  people.contract_end_step.resize(n);
  people.licence_step.resize(n);
  people.licence_then.resize(n);
  people.programme.resize(n);
  people.study_years.resize(n);
  people.grant.resize(n);
}

/// Writes one person's fields, row by row of the workforce.
class PersonWriter {
 public:
  explicit PersonWriter(Building& building)
      : building_(building), model_(building.model), people_(building.model.people) {}

  void write(std::int32_t row, Person const& person) {
    row_ = static_cast<std::size_t>(row);
    bool const in_service = row < model_.n_start;
    std::int32_t const starts = in_service ? 0 : step_of(*person.starts_on, model_.start);
    this->write_times(person, starts);
    this->write_terms(person, in_service);
    this->write_assignments(person);
    this->write_study(person);
    this->write_contract_and_licence(person, starts);
  }

 private:
  void set(Column column, std::int64_t value) {
    people_[column].set(row_, narrow<std::int16_t>(value));
  }

  void write_times(Person const& person, std::int32_t starts) {
    std::int32_t const birth = person.born_first.index;
    people_.birth.set(row_, birth);
    this->set(Column::age, model_.age_base(birth));
    this->set(Column::retirement, model_.retirement_base(birth));
    // The file tells what holds on the first reference date in service.
    this->set(Column::tenure, (starts > 0 ? 0 : person.tenure) - starts);
    this->set(Column::experience, person.experience - starts);
    bool const known = is_master(person.degree) && person.years_since_master.has_value();
    this->set(Column::since_master,
              known ? std::min(*person.years_since_master, long_ago) : long_ago);
  }

  void write_terms(Person const& person, bool in_service) {
    bool const known = person.degree != Degree::unknown;
    this->set(Column::degree, static_cast<std::int64_t>(known ? person.degree : Degree::none));
    this->set(Column::contract, static_cast<std::int64_t>(person.contract));
    people_.origin.set(row_, static_cast<std::uint8_t>(person.origin));
    people_.route.set(row_, static_cast<std::uint8_t>(route_of(person, in_service)));
    people_.master_kind.set(row_, static_cast<std::uint8_t>(person.master_kind));
    people_.scale.set(row_, static_cast<std::uint8_t>(person.scale));
  }

  void write_assignments(Person const& person) {
    std::vector<Held> const held = held_by(building_, person);
    Held const& main = held.front();
    people_.section[row_] = main.section;
    people_.main_fte.set(row_, narrow<std::int16_t>(main.fte));
    this->set(Column::licence, licence_or_first(main.licence));
    std::int32_t const subject =
        model_.units.section_subject[static_cast<std::size_t>(main.section)];
    this->set(Column::subject, subject);
    this->set(Column::scope,
              model_.policies.scope_of_section[static_cast<std::size_t>(main.section)]);
    this->set(Column::fte, total_fte(held));
    people_.upper_vwo.set(row_, main.upper_vwo);
    people_.upper_havo.set(row_, main.upper_havo);
    bool const by_scale = model_.mix.scale_gives_room && person.scale >= scenario::Scale::lc;
    this->set(Column::room, has_room(held) || by_scale ? 1 : 0);
    std::int32_t next = -1;
    for (std::size_t place = held.size(); place-- > 1;) {
      Held const& extra = held[place];
      people_.extras.push_back({extra.section, next, narrow<std::int16_t>(extra.fte),
                                narrow<std::uint8_t>(licence_or_first(extra.licence)),
                                extra.upper_vwo, extra.upper_havo});
      next = narrow<std::int32_t>(static_cast<std::int64_t>(people_.extras.size())) - 1;
    }
    people_.extra.set(row_, next + 1);
  }

  void write_study(Person const& person) {
    if (!person.study) {
      return;
    }
    auto const& programmes = building_.scenario.programmes;
    auto const place = std::find_if(
        programmes.begin(), programmes.end(),
        [&](scenario::Programme const& known) { return known.name == person.study->programme; });
    if (place == programmes.end()) {
      return;
    }
    people_.programme.set(row_, narrow<std::uint8_t>(place - programmes.begin() + 1));
    people_.study_years.set(row_, narrow<std::uint8_t>(person.study->years_done));
    people_.grant.set(row_, person.study->grant ? 1 : 0);
  }

  void write_contract_and_licence(Person const& person, std::int32_t starts) {
    if (person.contract == scenario::Contract::replacement && person.contract_end) {
      std::int32_t const step = step_of(*person.contract_end, model_.start);
      people_.contract_end_step.set(row_, narrow<std::int16_t>(std::min(step, model_.years + 1)));
    }
    if (person.licensed) {
      // What is had on the first day is in the assignments already: it does
      // not come here, so it makes nobody permanent.
      std::int32_t const step = step_of(person.licensed->from, model_.start);
      std::int32_t const comes = step <= starts ? 0 : std::min(step, model_.years + 1);
      people_.licence_step.set(row_, narrow<std::int16_t>(comes));
      people_.licence_then.set(row_, static_cast<std::uint8_t>(person.licensed->licence));
    }
  }

  /// An unknown licence is drawn before anything reads it.
  static std::int64_t licence_or_first(scenario::Licence licence) {
    return licence == scenario::Licence::unknown ? 0 : static_cast<std::int64_t>(licence);
  }

  bool has_room(std::vector<Held> const& held) const {
    std::int64_t weighted = 0;
    for (Held const& part : held) {
      weighted += part.fte * (part.upper_vwo + part.upper_havo);
    }
    return weighted >= model_.lessons.room_share * total_fte(held);
  }

  Building& building_;
  Model& model_;
  Workforce& people_;
  std::size_t row_ = 0;
};

/// Heads by section, each once in every section where it has lessons.
void count_start_heads(Building& building) {
  auto& heads = building.names.start_heads;
  heads.assign(building.scenario_section.size(), 0);
  for (std::int32_t row = 0; row < building.model.n_start; ++row) {
    for (Held const& part : held_by(building, person_in(building, row))) {
      heads[static_cast<std::size_t>(part.section)] += 1;
    }
  }
}

}  // namespace

void fill_people(Building& building) {
  resize_all(building.model.people);
  PersonWriter writer(building);
  auto const n = static_cast<std::int32_t>(building.scenario_person.size());
  for (std::int32_t row = 0; row < n; ++row) {
    writer.write(row, person_in(building, row));
  }
  count_start_heads(building);
}

}  // namespace meesterplan::model
