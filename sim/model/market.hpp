#pragma once

#include <cstdint>
#include <vector>

#include "sim/model/parameters.hpp"
#include "sim/scenario/market.hpp"
#include "sim/scenario/terms.hpp"

namespace meesterplan::model {

/// Candidates of one origin for a subject in a region.
struct Pool {
  std::uint64_t key = 0;  ///< of the names of region, subject and origin
  std::int32_t region = 0;
  std::int32_t subject = 0;
  scenario::Origin origin = scenario::Origin::starter;
  std::vector<Number> candidates;  ///< [step] expected
  std::vector<std::int32_t> rows;  ///< of RecruitmentModel::entrants
};

/// The sections of a subject in a region, and who may come to them.
struct LocalMarket {
  std::int32_t region = 0;
  std::int32_t subject = 0;
  std::vector<std::int32_t> sections;  ///< ascending
  std::vector<Pool> pools;             ///< by origin
  std::int32_t usual_fte = 800;        ///< of a vacancy, thousandths
};

/// The labour market; recruitment mode `market`.
struct MarketModel {
  bool used = false;
  bool movers = false;  ///< somebody who leaves for another board may look in the region
  std::vector<LocalMarket> locals;       ///< by subject, then region
  std::vector<std::int32_t> of_section;  ///< [section] index into locals
  std::vector<Number> attractiveness;    ///< [school] ratio
  Number p_inside, pool_retention;
  scenario::Preference preference = scenario::Preference::licensed;
  scenario::Contract mover_contract = scenario::Contract::temporary;
};

}  // namespace meesterplan::model
