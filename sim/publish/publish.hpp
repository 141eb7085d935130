#pragma once

#include <span>
#include <string>
#include <vector>

#include "sim/publish/reader.hpp"
#include "sim/results/results.hpp"

/// What of the results may be told to whom.

namespace meesterplan::publish {

/// Counts of fewer people than this are told to nobody outside: to readers of an own school
/// and to those of a region (docs/dpia.md). Inside HR only sections under three are hidden,
/// which the results themselves do.
inline constexpr std::int64_t least_in_school = 5;
inline constexpr std::int64_t least_in_region = 10;

/// Results as a reader may see them, and what is missing from them.
struct Published {
  std::vector<results::Results> runs;  ///< in the order in which they were given
  std::int64_t least = 0;              ///< fewest people that are told of; 0: no rule applies
  std::vector<std::string> merged;     ///< clusters that were put together, "talen + kunst"
  std::vector<std::string> withheld;   ///< clusters, schools and subjects that are not told of
  /// Those of whom no masters are told.
  std::vector<std::string> without_masters;
  std::vector<std::string> without_targets;  ///< names of targets that are not told
  std::vector<std::string> without_history;  ///< "masters 2021": the past that is not told
};

/// What `reader` may see of runs that are told side by side, and no more of it than reports use:
/// the metrics and levels of that reader, notes and settings only inside HR. Of a cluster (level
/// `cluster`, the sum of the sections that may be told of, their means alone), a school or
/// a subject with too few people nothing is told, nor of others from which they could be reckoned
/// by subtraction; so it is with masters. What one run withholds all do. Cost: a pass over the
/// results.
Published publish(std::span<results::Results const* const> runs, Reader reader);

}  // namespace meesterplan::publish
