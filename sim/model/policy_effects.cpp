#include "sim/model/policy_effects.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <span>
#include <utility>

namespace meesterplan::model {

namespace {

using scenario::Behaviour;
using scenario::Effect;

using Selected = std::vector<PolicyEffect const*>;

/// The effects for which `wanted` holds, in their order.
template <class Wanted>
Selected select(Building const& building, Wanted const& wanted) {
  Selected selected;
  for (PolicyEffect const& effect : building.effects) {
    if (wanted(effect))
      selected.push_back(&effect);
  }
  return selected;
}

/// The bottlenecks of `attached` that act in a cell already.
std::vector<std::int32_t> acting(EffectTable const& table, std::vector<CellTerm> const& cell,
                                 std::vector<std::int32_t> const& attached) {
  std::vector<std::int32_t> found;
  for (std::int32_t const bottleneck : attached) {
    bool const acts = std::any_of(cell.begin(), cell.end(), [&](CellTerm const& place) {
      return table.terms[static_cast<std::size_t>(place.term)].bottleneck == bottleneck;
    });
    if (acts)
      found.push_back(bottleneck);
  }
  return found;
}

std::int32_t index_of_set(std::vector<std::vector<std::int32_t>>& sets,
                          std::vector<std::int32_t> const& set) {
  auto const place = std::find(sets.begin(), sets.end(), set);
  auto const index = static_cast<std::int32_t>(place - sets.begin());
  if (place == sets.end())
    sets.push_back(set);
  return index;
}

/// The table of `selected`; `cells(effect, scope)` are those in which an effect
/// acts in a scope.
template <class Cells>
EffectTable table_of(Building& building, Selected const& selected, std::size_t n_cells,
                     Cells const& cells) {
  EffectTable table;
  if (selected.empty())
    return table;
  table.form = form_of(selected.front()->effect->on);
  table.of_cell.resize(n_cells);
  auto& sets = building.model.policies.lifts;
  for (PolicyEffect const* effect : selected) {
    auto const index = static_cast<std::int32_t>(table.terms.size());
    table.terms.push_back(effect->term);
    for (std::size_t scope = 0; scope < effect->held.size(); ++scope) {
      if (effect->held[scope] == 0)
        continue;
      for (std::int32_t const cell : cells(*effect, static_cast<std::int32_t>(scope))) {
        auto& here = table.of_cell[static_cast<std::size_t>(cell)];
        CellTerm place{index, -1};
        if (!effect->attached.empty()) {
          auto const set = acting(table, here, effect->attached[scope]);
          place.lifts = set.empty() ? -1 : index_of_set(sets, set);
        }
        here.push_back(place);
      }
    }
  }
  return table;
}

/// The table by scope of `selected`.
EffectTable by_scope(Building& building, Selected const& selected) {
  auto const n_scopes = static_cast<std::size_t>(building.model.policies.n_scopes);
  return table_of(building, selected, n_scopes, [](PolicyEffect const&, std::int32_t scope) {
    return std::array<std::int32_t, 1>{scope};
  });
}

/// Whether `list`, where empty means all, names `item`.
template <class Item>
bool lists(std::vector<Item> const& list, Item const& item) {
  return list.empty() || std::find(list.begin(), list.end(), item) != list.end();
}

template <class Term>
std::vector<std::int32_t> values_of(std::vector<Term> const& terms) {
  std::vector<std::int32_t> values;
  values.reserve(terms.size());
  for (Term const term : terms)
    values.push_back(static_cast<std::int32_t>(term));
  return values;
}

/// The persons that an effect is about.
Region region_of(Space const& space, scenario::Who const& who) {
  Region region;
  auto const keep_range = [&](Column column, scenario::IntRange range) {
    if (!range.is_all())
      region.keep(column, space.in_range(column, range));
  };
  auto const keep_terms = [&](Column column, auto const& terms) {
    if (!terms.empty())
      region.keep(column, space.one_of(column, values_of(terms)));
  };
  keep_range(Column::age, who.age);
  keep_range(Column::tenure, who.tenure);
  keep_range(Column::experience, who.experience);
  keep_range(Column::since_master, who.years_since_master);
  keep_range(Column::fte, who.fte);
  keep_terms(Column::degree, who.degrees);
  keep_terms(Column::licence, who.licences);
  keep_terms(Column::contract, who.contracts);
  return region;
}

Region in_scope(Space const& space, Region region, std::int32_t scope) {
  region.keep(Column::scope, space.one_of(Column::scope, std::span(&scope, 1)));
  return region;
}

/// The dimension by which a table of `n_cells` a step finds its step.
Dimension by_step(Space const& space, std::int64_t n_cells) {
  Domain const domain = space.domain(Column::year);
  Dimension dimension;
  dimension.column = Column::year;
  dimension.low = domain.low;
  for (std::int32_t step = 0; step < domain.size; ++step)
    dimension.offset.push_back(static_cast<std::int32_t>(step * n_cells));
  return dimension;
}

/// A factor over the persons told apart by `regions` and by scope, with the table
/// that `make(grid)` gives it; its index in the clock, or -1 when it has too many cells.
template <class Make>
std::int32_t add_factor(Building& building, std::vector<Region> regions, Make const& make,
                        ClockModel& clock) {
  Space const space = building.space();
  PolicyModel& policies = building.model.policies;
  for (std::int32_t scope = 0; scope < policies.n_scopes; ++scope)
    regions.push_back(in_scope(space, {}, scope));
  Grid const grid(space, regions);
  auto const n_steps = static_cast<std::int64_t>(space.domain(Column::year).size);
  if (grid.n_cells() * n_steps > most_cells)
    return -1;
  FactorTable factor;
  factor.dimensions = grid.dimensions();
  factor.dimensions.push_back(by_step(space, grid.n_cells()));
  factor.ratio.assign(static_cast<std::size_t>(grid.n_cells() * n_steps), 1);
  factor.effects = static_cast<std::int32_t>(policies.of_clocks.size());
  policies.of_clocks.push_back(make(space, grid));
  clock.factors.push_back(std::move(factor));
  return static_cast<std::int32_t>(clock.factors.size()) - 1;
}

/// The factor of effects on persons.
std::int32_t add_factor_of(Building& building, Selected const& selected, ClockModel& clock) {
  Space const space = building.space();
  std::vector<Region> regions;
  for (PolicyEffect const* effect : selected)
    regions.push_back(region_of(space, effect->effect->who));
  auto const make = [&](Space const&, Grid const& grid) {
    return table_of(
        building, selected, static_cast<std::size_t>(grid.n_cells()),
        [&](PolicyEffect const& effect, std::int32_t scope) {
          return grid.cells(in_scope(space, region_of(space, effect.effect->who), scope));
        });
  };
  return add_factor(building, regions, make, clock);
}

void build_programme_effects(Building& building) {
  PolicyModel& policies = building.model.policies;
  auto const on = [&](Behaviour behaviour, std::string const& programme) {
    return by_scope(building, select(building, [&](PolicyEffect const& effect) {
                      return effect.effect->on == behaviour &&
                             lists(effect.effect->programmes, programme);
                    }));
  };
  for (scenario::Programme const& programme : building.scenario.programmes) {
    policies.dropout.push_back(on(Behaviour::dropout, programme.name));
    policies.exemption.push_back(on(Behaviour::exemption, programme.name));
  }
}

/// Whether an effect is about such people.
bool is_about(Effect const& effect, Entrant const& entrant) {
  return lists(effect.origins, entrant.origin) && lists(effect.who.degrees, entrant.degree) &&
         lists(effect.who.licences, entrant.licence);
}

void build_entrant_effects(Building& building) {
  PolicyModel& policies = building.model.policies;
  for (Entrant const& entrant : building.model.recruitment.entrants) {
    policies.entrants.push_back(by_scope(building, select(building, [&](PolicyEffect const& made) {
                                           return made.effect->on == Behaviour::entrants &&
                                                  is_about(*made.effect, entrant);
                                         })));
  }
}

/// [subject x n_regions + region] the scopes of the sections there.
std::vector<std::vector<std::int32_t>> scopes_of_pools(Building const& building) {
  Units const& units = building.model.units;
  auto const n_regions = static_cast<std::size_t>(units.n_regions);
  std::vector<std::vector<std::int32_t>> scopes(building.subjects.size() * n_regions);
  for (std::size_t section = 0; section < units.section_key.size(); ++section) {
    auto const school = static_cast<std::size_t>(units.section_school[section]);
    std::size_t const cell = static_cast<std::size_t>(units.section_subject[section]) * n_regions +
                             static_cast<std::size_t>(units.school_region[school]);
    auto& here = scopes[cell];
    std::int32_t const scope = building.model.policies.scope_of_section[section];
    if (std::find(here.begin(), here.end(), scope) == here.end())
      here.push_back(scope);
  }
  return scopes;
}

/// Effects on the candidates of a subject in a region hold where they hold for
/// every section of it.
void build_pool_effects(Building& building) {
  PolicyModel& policies = building.model.policies;
  auto const scopes = scopes_of_pools(building);
  for (Entrant const& entrant : building.model.recruitment.entrants) {
    Selected const selected = select(building, [&](PolicyEffect const& effect) {
      return effect.effect->on == Behaviour::pool && is_about(*effect.effect, entrant);
    });
    auto const cells = [&](PolicyEffect const& effect, std::int32_t scope) {
      std::vector<std::int32_t> found;
      for (std::size_t cell = 0; cell < scopes.size(); ++cell) {
        auto const& here = scopes[cell];
        bool const all = std::all_of(here.begin(), here.end(), [&](std::int32_t one) {
          return effect.held[static_cast<std::size_t>(one)] != 0;
        });
        if (!here.empty() && here.front() == scope && all)
          found.push_back(static_cast<std::int32_t>(cell));
      }
      return found;
    };
    policies.pool.push_back(table_of(building, selected, scopes.size(), cells));
  }
}

void build_orders(Building& building) {
  for (PolicyEffect const& effect : building.effects) {
    if (effect.effect->on == Behaviour::lesson_order && effect.term.policy >= 0)
      building.model.policies.orders.push_back({effect.term.policy, *effect.effect->order});
  }
}

/// Behaviours whose table is by scope alone.
constexpr std::array plain_behaviours = {Behaviour::permanent,      Behaviour::grant,
                                         Behaviour::without_grant,  Behaviour::fill,
                                         Behaviour::own_cover,      Behaviour::unqualified_cover,
                                         Behaviour::sick_leave,     Behaviour::capacity,
                                         Behaviour::attractiveness, Behaviour::starter_reduction};

}  // namespace

Fits add_effects(Building& building, ActsOn const& acts_on, std::vector<KindTable>& kinds,
                 ClockModel& clock) {
  std::map<Selected, std::int32_t> factors;
  for (KindTable& kind : kinds) {
    Selected const selected = select(
        building, [&](PolicyEffect const& effect) { return acts_on(*effect.effect, kind.kind); });
    if (selected.empty())
      continue;
    auto const known = factors.find(selected);
    std::int32_t const factor =
        known != factors.end() ? known->second : add_factor_of(building, selected, clock);
    if (factor < 0)
      return Fits::too_many_cells;
    factors[selected] = factor;
    kind.factors.push_back(factor);
  }
  return Fits::yes;
}

Fits add_room(Building& building, std::vector<RegionNumber> const& rows,
              std::function<bool(std::int32_t kind)> const& feels, std::vector<KindTable>& kinds,
              ClockModel& clock) {
  Selected const selected = select(
      building, [](PolicyEffect const& effect) { return effect.effect->on == Behaviour::room; });
  if (selected.empty() || rows.empty())
    return Fits::yes;
  Number const log_ratio = building.parameters.add(building.scenario.critical.no_room, Use::log);
  std::vector<Region> regions;
  regions.reserve(rows.size());
  for (RegionNumber const& row : rows)
    regions.push_back(row.region);
  auto const make = [&](Space const& space, Grid const& grid) {
    auto const cells = [&](PolicyEffect const&, std::int32_t scope) {
      std::vector<std::int32_t> all;
      for (Region const& region : regions) {
        for (std::int32_t const cell : grid.cells(in_scope(space, region, scope)))
          all.push_back(cell);
      }
      std::sort(all.begin(), all.end());
      all.erase(std::unique(all.begin(), all.end()), all.end());
      return all;
    };
    EffectTable table =
        table_of(building, selected, static_cast<std::size_t>(grid.n_cells()), cells);
    table.takes_from = log_ratio;
    return table;
  };
  std::int32_t const factor = add_factor(building, regions, make, clock);
  if (factor < 0)
    return Fits::too_many_cells;
  for (KindTable& kind : kinds) {
    if (feels(kind.kind))
      kind.factors.push_back(factor);
  }
  return Fits::yes;
}

Fits add_kinds_with_effects(Space const& space, std::vector<KindTable> plain,
                            std::vector<KindTable> kinds, Grouping grouping, ClockModel& clock) {
  if (clock.factors.empty() || std::none_of(clock.factors.begin(), clock.factors.end(),
                                            [](auto const& one) { return one.effects >= 0; })) {
    return add_kinds(space, std::move(kinds), grouping, clock);
  }
  ClockModel without;
  if (add_kinds(space, std::move(plain), grouping, without) != Fits::yes)
    return Fits::too_many_cells;
  for (HazardGroup const& group : without.groups) {
    for (std::int32_t const kind : group.kinds)
      clock.order_of_choice.push_back(kind);
  }
  return add_kinds(space, std::move(kinds), grouping, clock);
}

void build_effects(Building& building) {
  PolicyModel& policies = building.model.policies;
  if (!policies.used())
    return;
  for (Behaviour const behaviour : plain_behaviours) {
    policies.by_scope[static_cast<std::size_t>(behaviour)] =
        by_scope(building, select(building, [&](PolicyEffect const& effect) {
                   return effect.effect->on == behaviour;
                 }));
  }
  build_programme_effects(building);
  build_entrant_effects(building);
  build_pool_effects(building);
  build_orders(building);
}

}  // namespace meesterplan::model
