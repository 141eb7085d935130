#include <array>
#include <cstddef>
#include <optional>
#include <vector>

#include "sim/model/assignments.hpp"
#include "sim/model/building.hpp"

namespace meesterplan::model {

namespace {

using scenario::Degree;
using scenario::Licence;
using scenario::n_degrees;
using scenario::n_licences;

/// Colleagues on the reference date of whom the file knows it.
struct Known {
  std::array<std::array<std::int64_t, n_degrees>, n_licences> degrees{};
  std::array<std::int64_t, n_licences> licences{};
};

std::vector<Known> known_colleagues(Building const& building) {
  std::vector<Known> sections(building.scenario_section.size());
  for (std::int32_t row = 0; row < building.model.n_start; ++row) {
    scenario::Person const& person = person_in(building, row);
    std::vector<Held> const held = held_by(building, person);
    for (Held const& part : held) {
      if (part.licence != Licence::unknown) {
        sections[static_cast<std::size_t>(part.section)]
            .licences[static_cast<std::size_t>(part.licence)] += 1;
      }
    }
    Held const& main = held.front();
    if (main.licence != Licence::unknown && person.degree != Degree::unknown) {
      sections[static_cast<std::size_t>(main.section)].degrees[static_cast<std::size_t>(
          main.licence)][static_cast<std::size_t>(person.degree)] += 1;
    }
  }
  return sections;
}

/// Cumulative chances (n_c + weight ref_c) / (n + weight), 1 from the last
/// possible one on; empty when there is nothing to go by.
template <std::size_t n>
std::optional<std::array<double, n>> cumulative(std::array<std::int64_t, n> const& known,
                                                std::array<double, n> const& reference,
                                                double weight) {
  std::array<double, n> share{};
  double sum = 0;
  for (std::size_t index = 0; index < n; ++index) {
    share[index] = static_cast<double>(known[index]) + weight * reference[index];
    sum += share[index];
  }
  if (!(sum > 0)) {
    return std::nullopt;
  }
  std::size_t last = n - 1;
  while (share[last] == 0) {
    --last;
  }
  double passed = 0;
  for (std::size_t index = 0; index < n; ++index) {
    passed += share[index];
    share[index] = index < last ? passed / sum : 1;
  }
  return share;
}

void tell_nothing_known(Building& building, Place place, char const* field) {
  building.tell(
      Severity::error, place, field,
      {"dit is onbekend en er is niets om het uit te trekken (geen collega in de sectie "
       "en geen referentieverdeling). Geef unknown.shares op of vul de cel.",
       "this is unknown and there is nothing to draw it from (no colleague in the section "
       "and no reference shares). Give unknown.shares or fill the cell."});
}

/// Which licences the person may turn out to have.
std::array<bool, n_licences> possible(Held const& main,
                                      std::array<double, n_licences> const& chances) {
  std::array<bool, n_licences> may{};
  for (std::size_t licence = 0; licence < may.size(); ++licence) {
    double const before = licence == 0 ? 0 : chances[licence - 1];
    may[licence] = main.licence == Licence::unknown
                       ? chances[licence] > before
                       : static_cast<std::size_t>(main.licence) == licence;
  }
  return may;
}

class UnknownLister {
 public:
  explicit UnknownLister(Building& building)
      : building_(building), known_(known_colleagues(building)) {}

  void list(std::int32_t row) {
    scenario::Person const& person = person_in(building_, row);
    this->list_birth(row, person);
    std::vector<Held> const held = held_by(building_, person);
    for (std::size_t place = 0; place < held.size(); ++place) {
      if (held[place].licence == Licence::unknown) {
        this->list_licence(row, static_cast<std::int32_t>(place), held[place], person);
      }
    }
    if (person.degree == Degree::unknown) {
      this->list_degree(row, held.front(), person);
    }
  }

 private:
  void list_birth(std::int32_t row, scenario::Person const& person) {
    if (person.born_first == person.born_last) {
      return;
    }
    UnknownBirth unknown;
    unknown.person = row;
    unknown.first = person.born_first.index;
    unknown.months = person.born_last.index - person.born_first.index + 1;
    building_.model.unknown_births.push_back(unknown);
  }

  std::optional<std::array<double, n_licences>> licence_chances(std::int32_t section) const {
    auto const& reference = building_.scenario.unknown;
    return cumulative(known_[static_cast<std::size_t>(section)].licences, reference.licence,
                      reference.weight);
  }

  void list_licence(std::int32_t row, std::int32_t place, Held const& held,
                    scenario::Person const& person) {
    auto const chances = this->licence_chances(held.section);
    if (!chances) {
      tell_nothing_known(building_, person.place, "licence");
      return;
    }
    std::int32_t assignment = 0;
    if (place > 0) {
      // The first extra is the last one written; the list runs on from it.
      std::int32_t index = building_.model.people.extra.get(static_cast<std::size_t>(row)) - 1;
      auto const& extras = building_.model.people.extras;
      for (std::int32_t step = 1; step < place; ++step) {
        index = extras[static_cast<std::size_t>(index)].next;
      }
      assignment = index + 1;
    }
    building_.model.unknown_licences.push_back({row, assignment, held.section, *chances});
  }

  void list_degree(std::int32_t row, Held const& main, scenario::Person const& person) {
    auto const& reference = building_.scenario.unknown;
    auto const& colleagues = known_[static_cast<std::size_t>(main.section)];
    std::array<double, n_licences> const first_only = {1, 1, 1, 1};
    std::array<bool, n_licences> const needed =
        possible(main, this->licence_chances(main.section).value_or(first_only));
    UnknownDegree unknown;
    unknown.person = row;
    for (std::size_t licence = 0; licence < needed.size(); ++licence) {
      auto const chances =
          cumulative(colleagues.degrees[licence], reference.degree[licence], reference.weight);
      if (!chances && needed[licence]) {
        tell_nothing_known(building_, person.place, "degree");
        return;
      }
      unknown.cumulative[licence] = chances.value_or(std::array<double, n_degrees>{1, 1, 1, 1});
    }
    building_.model.unknown_degrees.push_back(unknown);
  }

  Building& building_;
  std::vector<Known> known_;
};

}  // namespace

void list_unknowns(Building& building) {
  UnknownLister lister(building);
  auto const n = static_cast<std::int32_t>(building.scenario_person.size());
  for (std::int32_t row = 0; row < n; ++row) {
    lister.list(row);
  }
}

}  // namespace meesterplan::model
