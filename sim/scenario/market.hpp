#pragma once

#include <string>
#include <vector>

#include "sim/base/place.hpp"
#include "sim/scenario/rates.hpp"
#include "sim/scenario/terms.hpp"
#include "sim/scenario/uncertain.hpp"

/// The labour market of a region, recruitment mode `market`.

namespace meesterplan::scenario {

/// How many candidates of one origin look for work in a subject.
struct PoolRow {
  Place place;
  std::string region;  ///< empty: that of the scenario that has only one
  std::string subject;
  Origin origin = Origin::starter;  ///< mover: from outside the region
  IntRange year;                    ///< school years in which they look; open: all
  /// Candidates a year, expected; 0 or more. What comes is Poisson around it.
  Uncertain candidates = Uncertain::ratio(1);
};

/// Whom schools take first.
enum class Preference {
  none,          ///< who wants to come most
  licensed,      ///< first or second degree, then the others
  first_degree,  ///< first degree, then second degree, then the others
  wo_masters,    ///< licensed wo masters, then other licensed, then the others
};

struct Market {
  std::vector<PoolRow> pool;
  /// Chance that who leaves for another board looks in the same region.
  Uncertain p_inside = Uncertain::probability(0);
  /// Chance that a candidate who found nothing looks again a year later.
  Uncertain pool_retention = Uncertain::probability(0);
  Preference preference = Preference::licensed;
  /// With what contract who moves within the region begins.
  Contract mover_contract = Contract::temporary;
};

}  // namespace meesterplan::scenario
