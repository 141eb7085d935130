#include "tests/engine/worked_future.hpp"

#include <algorithm>
#include <stdexcept>

#include "sim/base/hash.hpp"

namespace meesterplan::testing {

WorkedFuture::WorkedFuture(scenario::Scenario const& scenario, int years)
    : compiled_(model::compile(scenario)), future_(compiled_.model) {
  future_.start(0);
  for (int year = 0; year < years; ++year)
    future_.play_year();
}

bool WorkedFuture::has(std::string const& person) const {
  auto const& ids = this->state().people.id;
  return std::find(ids.begin(), ids.end(), hash64(person)) != ids.end();
}

std::size_t WorkedFuture::slot_of(std::string const& person) const {
  auto const& ids = this->state().people.id;
  auto const place = std::find(ids.begin(), ids.end(), hash64(person));
  if (place == ids.end())
    throw std::out_of_range(person);
  return static_cast<std::size_t>(place - ids.begin());
}

std::string WorkedFuture::section_of(std::string const& person) const {
  auto const section = this->state().people.section[this->slot_of(person)];
  return compiled_.names.units[static_cast<std::size_t>(scenario::Level::section)].at(
      static_cast<std::size_t>(section));
}

std::int64_t WorkedFuture::main_fte(std::string const& person) const {
  return this->state().people.main_fte.get(this->slot_of(person));
}

int WorkedFuture::column(std::string const& person, model::Column column) const {
  return this->state().people[column].get(this->slot_of(person));
}

scenario::Scale WorkedFuture::scale(std::string const& person) const {
  return static_cast<scenario::Scale>(this->state().people.scale.get(this->slot_of(person)));
}

std::int64_t WorkedFuture::upper_vwo(std::string const& person) const {
  return this->state().people.upper_vwo.get(this->slot_of(person));
}

std::int64_t WorkedFuture::upper_havo(std::string const& person) const {
  return this->state().people.upper_havo.get(this->slot_of(person));
}

std::size_t WorkedFuture::unit_of(std::string const& section) const {
  auto const& keys = compiled_.names.units[static_cast<std::size_t>(scenario::Level::section)];
  auto const place = std::find(keys.begin(), keys.end(), section);
  if (place == keys.end())
    throw std::out_of_range(section);
  return static_cast<std::size_t>(place - keys.begin());
}

std::array<std::int64_t, 3> WorkedFuture::demand(std::string const& section) const {
  return this->state().demand.at(this->unit_of(section));
}

std::int64_t WorkedFuture::counter(std::string const& section, int counter) const {
  return counter_of(this->state(), scenario::Level::section,
                    static_cast<std::int32_t>(this->unit_of(section)), counter);
}

std::vector<std::string> in_order(std::vector<std::string> names) {
  std::sort(names.begin(), names.end(),
            [](auto const& left, auto const& right) { return hash64(left) < hash64(right); });
  return names;
}

scenario::DemandRow demand_row(int section, int fte, int upper_vwo, int upper_havo) {
  scenario::DemandRow row;
  row.section = section;
  row.fte = Fte{fte};
  row.upper_vwo = Fte{upper_vwo};
  row.upper_havo = Fte{upper_havo};
  return row;
}

scenario::Assignment& lessons_of(scenario::Person& person) {
  return person.assignments.front();
}

}  // namespace meesterplan::testing
