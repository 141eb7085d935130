#pragma once

#include <string>

#include "sim/publish/reader.hpp"
#include "sim/results/results.hpp"

namespace meesterplan::output {

/// Whom a report is for; what may be told to them was decided before.
using publish::Reader;

/// A run as a report shows it.
struct ReportedRun {
  std::string name;                           ///< of the kept run; of several runs each its own
  std::string kept_at;                        ///< 2026-11-28T14:05:09Z; empty: not kept
  std::string played_by;                      ///< version of the product
  results::Results const* results = nullptr;  ///< not null; without what its reader may not see
  bool with_policies = false;                 ///< its scenario carries some out
};

}  // namespace meesterplan::output
