#include <algorithm>
#include <array>
#include <cstddef>

#include "sim/model/building.hpp"

namespace meesterplan::model {

namespace {

/// Whether somebody reads a counter of the block of `n` from `first` on.
bool asks(Building const& building, int first, int n) {
  auto const begin = building.asked.begin() + first;
  return std::any_of(begin, begin + n, [](bool asked) { return asked; });
}

bool asks(Building const& building, Counter index) {
  return building.asked[static_cast<std::size_t>(index)];
}

/// Which columns the tables of the model look at.
std::array<bool, n_columns> columns_of_tables(Model const& model) {
  std::array<bool, n_columns> looked_at{};
  auto const look = [&](std::vector<Dimension> const& dimensions) {
    for (Dimension const& dimension : dimensions) {
      if (dimension.column != Column::year) {
        looked_at[static_cast<std::size_t>(dimension.column)] = true;
      }
    }
  };
  for (ClockModel const* clock : {&model.exits, &model.enrol, &model.hours}) {
    for (HazardGroup const& group : clock->groups) {
      look(group.dimensions);
    }
    for (FactorTable const& factor : clock->factors) {
      look(factor.dimensions);
    }
  }
  return looked_at;
}

bool has_extras(Building const& building) {
  auto const& people = building.scenario.people;
  return std::any_of(people.begin(), people.end(),
                     [](auto const& person) { return person.assignments.size() > 1; });
}

bool has_licensing(Building const& building) {
  auto const& people = building.scenario.people;
  auto const& entrants = building.model.recruitment.entrants;
  return std::any_of(people.begin(), people.end(),
                     [](auto const& person) { return person.licensed.has_value(); }) ||
         std::any_of(entrants.begin(), entrants.end(),
                     [](Entrant const& entrant) { return entrant.licensed_after > 0; });
}

bool has_trainees(Building const& building) {
  auto const is_one = [](auto const& somebody) { return somebody.origin == scenario::Origin::lio; };
  auto const& people = building.scenario.people;
  auto const& entrants = building.model.recruitment.entrants;
  return std::any_of(people.begin(), people.end(), is_one) ||
         std::any_of(entrants.begin(), entrants.end(), is_one);
}

Features features_of(Building const& building) {
  Model const& model = building.model;
  Features features;
  features.exits = !model.exits.empty();
  features.contracts = has_temporary(building.scenario);
  features.licensing = has_licensing(building);
  features.study = !model.study.programmes.empty();
  features.hours = !model.hours.empty();
  features.extras = has_extras(building);
  features.surplus = building.scenario.surplus != scenario::SurplusMode::report;
  features.redundancy = building.scenario.surplus == scenario::SurplusMode::redundancy;
  features.promotion = model.mix.used;
  // Where births are kept all stocks made of them are kept right.
  features.ages = asks(building, counter::age_first, counter::n_age_bands) ||
                  asks(building, counter::birth_months) || asks(building, counter::age_months);
  // Who moves takes the month of birth along.
  features.ages = features.ages || model.market.movers;
  features.fte_left = asks(building, counter::exits_fte);
  features.flows = asks(building, counter::n_stocks, counter::n_flows_end - counter::n_stocks);
  features.starters =
      asks(building, counter::starters_then) || asks(building, counter::starters_now);
  return features;
}

void use_columns(Building& building) {
  Model& model = building.model;
  Features const& has = model.features;
  auto looked_at = columns_of_tables(model);
  auto const also = [&](Column column, bool used) {
    auto const index = static_cast<std::size_t>(column);
    looked_at[index] = looked_at[index] || used;
  };
  bool const net = !model.net.all;
  bool const licence_counts = asks(building, counter::licence_first, scenario::n_licences) ||
                              (asks(building, counter::goal_heads) && has_trainees(building));
  auto const& file = building.scenario.people;
  bool const unknown_degrees = std::any_of(file.begin(), file.end(), [](auto const& person) {
    return person.degree == scenario::Degree::unknown;
  });
  bool const knows_hours =
      std::any_of(model.known.begin(), model.known.end(),
                  [](KnownEvent const& event) { return event.kind == KnownEvent::Kind::hours; });
  also(Column::age, net || has.redundancy);
  also(Column::tenure, has.contracts || has.surplus || has.promotion);
  also(Column::experience, net || has.promotion || model.money.n_classes > 1);
  also(Column::fte, has.hours || knows_hours || has.promotion ||
                        asks(building, counter::scale_first, scenario::n_scales));
  also(Column::degree, true);
  for (PolicyCostModel const& cost : model.money.policy_costs) {
    for (PersonFilter::Range const& range : cost.who.ranges)
      also(range.column, true);
    for (PersonFilter::Set const& set : cost.who.sets)
      also(set.column, true);
  }
  also(Column::licence, model.market.used || licence_counts || has.contracts || has.licensing ||
                            model.lessons.used || unknown_degrees || has.promotion);
  also(Column::contract, has.contracts);
  for (std::size_t index = 0; index < looked_at.size(); ++index) {
    model.people.column[index].use(looked_at[index]);
  }
}

/// Whether more is known of persons than age, degree, origin and study.
bool has_terms(Model const& model) {
  Workforce const& people = model.people;
  auto const used = [&](Column column) { return people[column].used(); };
  return used(Column::retirement) || used(Column::tenure) || used(Column::experience) ||
         used(Column::since_master) || used(Column::licence) || used(Column::contract) ||
         used(Column::fte) || used(Column::room) || people.birth.used() || people.route.used() ||
         people.master_kind.used() || people.scale.used() || people.contract_end_step.used() ||
         people.licence_step.used() || model.features.extras;
}

}  // namespace

void choose_features(Building& building) {
  Model& model = building.model;
  model.features = features_of(building);
  Features const& has = model.features;
  use_columns(building);
  Workforce& people = model.people;
  people.birth.use(has.ages);
  people.upper_vwo.use(model.lessons.used);
  people.upper_havo.use(model.lessons.used);
  people.extra.use(has.extras);
  people.origin.use(true);
  people.route.use(asks(building, counter::route_first, scenario::n_master_routes));
  // Nothing asks what a master is about: it is kept for the results to come.
  people.master_kind.use(false);
  people.scale.use(has.promotion || model.money.used || model.mix.scale_gives_room ||
                   asks(building, counter::scale_first, scenario::n_scales));
  people.own_scale.use(has.promotion && model.mix.appointment_years > 0);
  people.appointment_end.use(people.own_scale.used());
  people.hired_step.use(has.starters || model.lessons.used);
  people.hired_section.use(has.starters);
  people.contract_end_step.use(has.contracts);
  people.licence_step.use(has.licensing);
  people.licence_then.use(has.licensing);
  people.programme.use(has.study);
  people.study_years.use(has.study);
  people.grant.use(has.study);
  model.features.terms = has_terms(model);
}

}  // namespace meesterplan::model
