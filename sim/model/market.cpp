#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <utility>

#include "sim/base/hash.hpp"
#include "sim/chance/address.hpp"
#include "sim/model/building.hpp"

namespace meesterplan::model {

namespace {

using scenario::PoolRow;

/// Rows of the file for one origin, by year.
std::vector<Number> by_step(Building& building, std::vector<PoolRow const*> const& rows) {
  std::vector<Number> counts(static_cast<std::size_t>(building.model.years));
  for (PoolRow const* row : rows) {
    Number const count = building.parameters.add(row->candidates, Use::as_is);
    for (std::size_t step = 0; step < counts.size(); ++step) {
      if (row->year.contains(building.model.start + static_cast<int>(step)))
        counts[step] = count;
    }
  }
  return counts;
}

/// The rows of entrants for a subject that are of an origin.
std::vector<std::int32_t> rows_of(Building const& building, std::int32_t subject,
                                  scenario::Origin origin) {
  RecruitmentModel const& recruitment = building.model.recruitment;
  std::vector<std::int32_t> rows;
  for (std::int32_t const row : recruitment.of_subject[static_cast<std::size_t>(subject)]) {
    if (recruitment.entrants[static_cast<std::size_t>(row)].origin == origin)
      rows.push_back(row);
  }
  return rows;
}

std::vector<Pool> pools_of(Building& building, LocalMarket const& local) {
  auto const& region = building.names.units[static_cast<std::size_t>(scenario::Level::region)]
                                           [static_cast<std::size_t>(local.region)];
  auto const& subject = building.subjects[static_cast<std::size_t>(local.subject)];
  std::map<scenario::Origin, std::vector<PoolRow const*>> by_origin;
  for (PoolRow const& row : building.scenario.market.pool) {
    if (row.subject == subject && (row.region.empty() || row.region == region))
      by_origin[row.origin].push_back(&row);
  }
  std::uint64_t const names = chance::mix(hash64(region), hash64(subject));
  std::vector<Pool> pools;
  for (auto const& one : by_origin) {
    Pool pool;
    pool.key = chance::mix(names, static_cast<std::uint64_t>(one.first));
    pool.region = local.region;
    pool.subject = local.subject;
    pool.origin = one.first;
    pool.candidates = by_step(building, one.second);
    pool.rows = rows_of(building, local.subject, one.first);
    if (!pool.rows.empty())
      pools.push_back(std::move(pool));
  }
  return pools;
}

/// The mean fte of who may come for a subject, thousandths.
std::int32_t usual_fte_of(Building const& building, std::int32_t subject) {
  RecruitmentModel const& recruitment = building.model.recruitment;
  double sum = 0;
  double weights = 0;
  for (std::int32_t const row : recruitment.of_subject[static_cast<std::size_t>(subject)]) {
    Entrant const& entrant = recruitment.entrants[static_cast<std::size_t>(row)];
    sum += entrant.weight.central * entrant.fte;
    weights += entrant.weight.central;
  }
  return weights > 0 ? std::max(1, static_cast<std::int32_t>(std::lround(sum / weights))) : 800;
}

void build_locals(Building& building) {
  Units const& units = building.model.units;
  MarketModel& market = building.model.market;
  std::map<std::pair<std::int32_t, std::int32_t>, std::vector<std::int32_t>> sections;
  for (std::int32_t section = 0; section < units.n_sections(); ++section) {
    std::int32_t const region = unit_of(units, scenario::Level::region, section);
    sections[{units.section_subject[static_cast<std::size_t>(section)], region}].push_back(section);
  }
  market.of_section.resize(static_cast<std::size_t>(units.n_sections()));
  for (auto const& one : sections) {
    LocalMarket local;
    local.subject = one.first.first;
    local.region = one.first.second;
    local.sections = one.second;
    local.usual_fte = usual_fte_of(building, local.subject);
    local.pools = pools_of(building, local);
    for (std::int32_t const section : local.sections) {
      market.of_section[static_cast<std::size_t>(section)] =
          static_cast<std::int32_t>(market.locals.size());
    }
    market.locals.push_back(std::move(local));
  }
}

}  // namespace

bool has_market(scenario::Scenario const& scenario) {
  return scenario.recruitment.mode == scenario::RecruitmentMode::market;
}

bool has_movers(scenario::Scenario const& scenario) {
  return has_market(scenario) &&
         (scenario.market.p_inside.central > 0 || scenario.market.p_inside.interval);
}

void build_market(Building& building) {
  auto const& scenario = building.scenario;
  if (!has_market(scenario))
    return;
  MarketModel& market = building.model.market;
  market.used = true;
  market.movers = has_movers(scenario);
  market.preference = scenario.market.preference;
  market.mover_contract = scenario.market.mover_contract;
  market.p_inside = building.parameters.add(scenario.market.p_inside, Use::as_is);
  market.pool_retention = building.parameters.add(scenario.market.pool_retention, Use::as_is);
  for (std::int32_t const index : building.scenario_school) {
    auto const& school = scenario.schools[static_cast<std::size_t>(index)];
    Number ratio;
    ratio.central = 1;
    if (school.attractiveness)
      ratio = building.parameters.add(*school.attractiveness, Use::as_is);
    market.attractiveness.push_back(ratio);
  }
  build_locals(building);
}

}  // namespace meesterplan::model
