#pragma once

#include <cstdint>
#include <vector>

#include "sim/base/line_vector.hpp"
#include "sim/engine/counts.hpp"
#include "sim/engine/matching.hpp"
#include "sim/model/model.hpp"

namespace meesterplan::engine {

/// Somebody who may be hired, with drawn attributes.
struct Candidate {
  std::uint64_t id = 0;
  model::Entrant const* entrant = nullptr;
  std::int32_t birth = 0;         ///< Month::index
  std::int32_t age = 0;           ///< completed years at the year's end
  std::int32_t experience = 0;    ///< completed years
  std::int32_t since_master = 0;  ///< completed years, or model::long_ago
};

/// Somebody who looks for work in a region.
struct Seeker {
  Candidate candidate;       ///< `entrant` is set while somebody is hired
  std::int32_t row = -1;     ///< of RecruitmentModel::entrants; -1: `own`
  model::Entrant own;        ///< what somebody brings along who worked at a board of the region
  std::int32_t board = -1;   ///< which that was, and where he or she does not return; -1: none
  std::int32_t waited = 0;   ///< years without finding a place
  bool moves = false;        ///< left that board in the year being played
  Counts::FteLeft fte_left;  ///< of who moves
};

/// The labour market of one future.
struct MarketState {
  std::vector<std::vector<Seeker>> seekers;  ///< [index into MarketModel::locals]

  // Scratch, kept to spare allocations.
  Matching matching;
  std::vector<std::int32_t> open;       ///< sections with a vacancy
  std::vector<std::int64_t> room;       ///< [open] thousandths of net fte
  std::vector<double> pace;             ///< [open] 1 / (room x attractiveness)
  std::vector<double> cumulative;       ///< of the rows of a pool
  LineVector<std::uint64_t> keys, ids;  ///< by pair
  LineVector<double> time;
  std::vector<std::int32_t> size;
  std::vector<std::uint8_t> preference;  ///< [seeker]
  std::vector<std::uint64_t> seeker_ids;
};

}  // namespace meesterplan::engine
