#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>
#include <utility>

#include "sim/model/building.hpp"
#include "sim/model/clock_builder.hpp"
#include "sim/model/policy_effects.hpp"

namespace meesterplan::model {

namespace {

using scenario::ExitCause;
using scenario::FactorKind;
using scenario::IntRange;

/// A factor and the causes on which it acts.
struct CauseFactor {
  FactorTable table;
  std::vector<ExitCause> causes;
};

std::vector<RegionNumber> rows_of(Building& building, scenario::RateTable const& table, Use use) {
  Space const space = building.space();
  std::vector<RegionNumber> rows;
  rows.reserve(table.rows.size());
  for (scenario::RateRow const& row : table.rows) {
    rows.push_back({space.region(row.cell), building.parameters.add(row.value, use)});
  }
  return rows;
}

void tell_too_large(Building& building, std::string const& table, Place place) {
  building.tell(Severity::error, place, table,
                {"de tabel heeft te veel cellen (de kenmerken samen geven er meer dan 200 000). "
                 "Gebruik minder kenmerken of grovere klassen.",
                 "the table has too many cells (its covariates multiply to more than 200 000). "
                 "Use fewer covariates or coarser classes."});
}

Place place_of(scenario::RateTable const& table) {
  return table.rows.empty() ? Place{} : table.rows.front().place;
}

std::vector<Region> starter_regions(Building const& building) {
  Space const space = building.space();
  std::vector<Region> regions;
  for (scenario::Factor const& factor : building.scenario.exit_factors) {
    if (factor.kind != FactorKind::starter) {
      continue;
    }
    for (scenario::RateRow const& row : factor.ratios.rows) {
      regions.push_back(space.region(row.cell));
    }
  }
  return regions;
}

/// Masters in their critical years (docs/methods.md, exits) who cannot apply their
/// master: min(a, b) < c is a < c or b < c, one row each.
std::vector<RegionNumber> critical_rows(Building& building) {
  auto const& critical = building.scenario.critical;
  if (!building.scenario.lessons || critical.years <= 0) {
    return {};
  }
  Number const ratio = building.parameters.add(critical.no_room, Use::as_is);
  Space const space = building.space();
  constexpr std::array<std::int32_t, 2> masters = {
      static_cast<std::int32_t>(scenario::Degree::hbo_master),
      static_cast<std::int32_t>(scenario::Degree::wo_master)};
  constexpr std::array<std::int32_t, 1> without = {0};
  std::vector<RegionNumber> rows;
  for (Column const column : {Column::since_master, Column::tenure}) {
    Region region;
    region.keep(Column::degree, space.one_of(Column::degree, masters));
    region.keep(Column::room, space.one_of(Column::room, without));
    region.keep(column, space.in_range(column, {IntRange{}.from, critical.years - 1}));
    rows.push_back({region, ratio});
  }
  return rows;
}

std::vector<CauseFactor> build_factors(Building& building) {
  Space const space = building.space();
  std::vector<Region> const starters = starter_regions(building);
  std::vector<CauseFactor> factors;
  for (scenario::Factor const& factor : building.scenario.exit_factors) {
    std::vector<RegionNumber> const rows = rows_of(building, factor.ratios, Use::as_is);
    bool const yields = factor.kind == FactorKind::tenure;
    FactorTable table = build_factor(space, rows, yields ? starters : std::vector<Region>{});
    if (table.ratio.empty()) {
      tell_too_large(building, factor.name, place_of(factor.ratios));
    } else if (!is_one(table)) {
      factors.push_back({std::move(table), factor.causes});
    }
  }
  FactorTable critical = build_factor(space, critical_rows(building), {});
  if (!is_one(critical)) {
    factors.push_back({std::move(critical), scenario::Factor{}.causes});
  }
  return factors;
}

/// Whether the programme takes persons of a degree: a lower one than it gives.
bool admits(scenario::Programme const& programme, scenario::Degree degree) {
  auto const& listed = programme.degrees;
  bool const is_listed =
      listed.empty() || std::find(listed.begin(), listed.end(), degree) != listed.end();
  return is_listed && degree < programme.gives_degree;
}

/// What restricts enrolment besides the rows of the uptake table.
Region eligible(Space const& space, scenario::Programme const& programme) {
  auto const listed = [](auto const& terms) {
    std::vector<std::int32_t> values;
    values.reserve(terms.size());
    for (auto const term : terms) {
      values.push_back(static_cast<std::int32_t>(term));
    }
    return values;
  };
  Region region;
  std::vector<scenario::Degree> degrees;
  degrees.reserve(scenario::n_degrees);
  for (std::size_t degree = 0; degree < scenario::n_degrees; ++degree) {
    if (admits(programme, static_cast<scenario::Degree>(degree)))
      degrees.push_back(static_cast<scenario::Degree>(degree));
  }
  region.keep(Column::degree, space.one_of(Column::degree, listed(degrees)));
  if (!programme.licences.empty()) {
    region.keep(Column::licence, space.one_of(Column::licence, listed(programme.licences)));
  }
  if (!programme.contracts.empty()) {
    region.keep(Column::contract, space.one_of(Column::contract, listed(programme.contracts)));
  }
  if (!programme.subjects.empty()) {
    region.keep(Column::subject, space.one_of(Column::subject, space.subjects(programme.subjects)));
  }
  region.keep(Column::age, space.in_range(Column::age, programme.age));
  region.keep(Column::tenure, space.in_range(Column::tenure, programme.tenure));
  return region;
}

Region both(Region left, Region const& right) {
  for (auto const& [column, values] : right.columns()) {
    left.keep(column, values);
  }
  return left;
}

/// Effects on exits, and on the lack of room to apply a master.
Fits add_exit_effects(Building& building, std::vector<KindTable>& kinds, ClockModel& clock) {
  scenario::Factor const plain;
  std::vector<ExitCause> const& usual = plain.causes;
  auto const listed = [](std::vector<ExitCause> const& causes, std::int32_t kind) {
    return std::find(causes.begin(), causes.end(), static_cast<ExitCause>(kind)) != causes.end();
  };
  auto const acts_on = [&](scenario::Effect const& effect, std::int32_t kind) {
    return effect.on == scenario::Behaviour::exit &&
           listed(effect.causes.empty() ? usual : effect.causes, kind);
  };
  if (add_effects(building, acts_on, kinds, clock) != Fits::yes) {
    return Fits::too_many_cells;
  }
  auto const feels = [&](std::int32_t kind) { return listed(usual, kind); };
  return add_room(building, critical_rows(building), feels, kinds, clock);
}

}  // namespace

void build_exits(Building& building) {
  auto const& scenario = building.scenario;
  std::vector<CauseFactor> factors = build_factors(building);
  std::vector<KindTable> kinds;
  for (std::size_t place = 0; place < scenario.exits.size(); ++place) {
    scenario::CauseRates const& cause = scenario.exits[place];
    KindTable kind;
    kind.kind = static_cast<std::int32_t>(cause.cause);
    kind.order = static_cast<std::int32_t>(place);
    kind.rows = rows_of(building, cause.rates, Use::hazard);
    for (std::size_t index = 0; index < factors.size(); ++index) {
      auto const& causes = factors[index].causes;
      if (std::find(causes.begin(), causes.end(), cause.cause) != causes.end()) {
        kind.factors.push_back(static_cast<std::int32_t>(index));
      }
    }
    kinds.push_back(std::move(kind));
  }
  ClockModel& clock = building.model.exits;
  for (CauseFactor& factor : factors) {
    clock.factors.push_back(std::move(factor.table));
  }
  std::vector<KindTable> const plain = kinds;
  if (add_exit_effects(building, kinds, clock) != Fits::yes) {
    tell_too_large(building, "policy.effect", {});
  }
  if (add_kinds_with_effects(building.space(), plain, std::move(kinds), Grouping::same_columns,
                             clock) != Fits::yes) {
    tell_too_large(building, "exit.rates", place_of(scenario.exits.front().rates));
  }
}

void build_enrolment(Building& building) {
  Space const space = building.space();
  std::vector<KindTable> kinds;
  auto const& programmes = building.scenario.programmes;
  for (std::size_t index = 0; index < programmes.size(); ++index) {
    KindTable kind;
    kind.kind = static_cast<std::int32_t>(index);
    kind.order = kind.kind;
    Region const region = eligible(space, programmes[index]);
    kind.rows = rows_of(building, programmes[index].uptake, Use::hazard);
    for (RegionNumber& row : kind.rows) {
      row.region = both(row.region, region);
    }
    kinds.push_back(std::move(kind));
  }
  for (scenario::Programme const& programme : programmes) {
    for (std::size_t degree = 0; degree < scenario::n_degrees; ++degree) {
      if (admits(programme, static_cast<scenario::Degree>(degree)))
        building.model.study.admits[degree] = 1;
    }
  }
  ClockModel& clock = building.model.enrol;
  std::vector<KindTable> const plain = kinds;
  auto const acts_on = [&](scenario::Effect const& effect, std::int32_t kind) {
    std::string const& name = programmes[static_cast<std::size_t>(kind)].name;
    auto const& listed = effect.programmes;
    return effect.on == scenario::Behaviour::enrolment &&
           (listed.empty() || std::find(listed.begin(), listed.end(), name) != listed.end());
  };
  if (add_effects(building, acts_on, kinds, clock) != Fits::yes) {
    tell_too_large(building, "policy.effect", {});
  }
  if (add_kinds_with_effects(space, plain, std::move(kinds), Grouping::together, clock) !=
      Fits::yes) {
    tell_too_large(building, "programme.uptake", programmes.front().place);
  }
}

/// Where a change of hours by a step leads to a total that may be worked; a
/// clock stands still where it does not.
IntRange changeable(std::size_t direction, std::int32_t step) {
  constexpr std::int32_t most_fte = 1200;
  constexpr std::int32_t least_fte = 100;
  IntRange range;
  if (direction == 0) {
    range.to = most_fte - step;
  } else {
    range.from = least_fte + step;
  }
  return range;
}

void build_hours(Building& building) {
  auto const& hours = building.scenario.hours;
  auto const step = static_cast<std::int32_t>(hours.step.thousandths);
  Space const space = building.space();
  std::vector<KindTable> kinds;
  for (scenario::RateTable const* table : {&hours.up, &hours.down}) {
    Region possible;
    possible.keep(Column::fte, space.in_range(Column::fte, changeable(kinds.size(), step)));
    KindTable kind;
    kind.kind = static_cast<std::int32_t>(kinds.size());
    kind.order = kind.kind;
    kind.rows = rows_of(building, *table, Use::hazard);
    for (RegionNumber& row : kind.rows) {
      row.region = both(row.region, possible);
    }
    kinds.push_back(std::move(kind));
  }
  ClockModel& clock = building.model.hours;
  std::vector<KindTable> const plain = kinds;
  auto const acts_on = [](scenario::Effect const& effect, std::int32_t kind) {
    return effect.on ==
           (kind == 0 ? scenario::Behaviour::hours_up : scenario::Behaviour::hours_down);
  };
  if (add_effects(building, acts_on, kinds, clock) != Fits::yes) {
    tell_too_large(building, "policy.effect", {});
  }
  if (add_kinds_with_effects(space, plain, std::move(kinds), Grouping::together, clock) !=
      Fits::yes) {
    tell_too_large(building, "hours.rates", place_of(hours.up));
  }
  building.model.hours_step = step;
}

}  // namespace meesterplan::model
