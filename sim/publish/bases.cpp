#include "sim/publish/bases.hpp"

namespace meesterplan::publish {

std::string_view base_of(std::string_view metric) {
  if (metric == "masters" || metric == "share_55plus")
    return "heads";
  if (metric == "wo_upper_vwo")
    return "upper_vwo_heads";
  return metric == "starters_after_3_years" ? "starters_3_years_ago" : "";
}

std::map<int, double> means_of_whole(results::Results const& run, std::string_view metric) {
  std::map<int, double> means;
  for (results::SeriesRow const& row : run.series) {
    if (row.level == "total" && row.metric == metric && row.n > 0)
      means[row.year] = row.mean;
  }
  return means;
}

}  // namespace meesterplan::publish
