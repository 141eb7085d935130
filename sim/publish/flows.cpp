#include "sim/publish/flows.hpp"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace meesterplan::publish {
namespace {

using results::FlowRow;

std::string_view folded_cause(FlowRow const& row) {
  if (row.to == "outside")
    return "exit_other";
  bool const is_told =
      row.cause == "hire_starter" || row.cause == "hire_returner" || row.cause == "graduated";
  return is_told ? std::string_view(row.cause) : std::string_view("hire_other");
}

}  // namespace

std::vector<FlowRow> folded_flows(results::Results const& run, std::int64_t least) {
  std::map<std::tuple<std::string, std::string, int, std::string>, FlowRow> folded;
  std::map<std::tuple<std::string, std::string, int, bool>, double> passing;
  for (FlowRow const& row : run.flows) {
    if (row.level != "total")
      continue;
    std::string const cause(folded_cause(row));
    auto const [found, is_new] =
        folded.emplace(std::tuple(row.stock, row.unit, row.year, cause), row);
    FlowRow& flow = found->second;
    if (!is_new)
      flow.mean += row.mean;
    flow.cause = cause;
    flow.p10.reset();
    flow.p90.reset();
    passing[{row.stock, row.unit, row.year, row.to == "outside"}] += row.mean;
  }
  std::set<std::pair<std::string, std::string>> small;  // stock and unit
  for (auto const& [key, people] : passing) {
    if (people > 0 && people < static_cast<double>(least))
      small.emplace(std::get<0>(key), std::get<1>(key));
  }
  std::vector<FlowRow> flows;
  for (auto& [key, flow] : folded) {
    if (!small.contains({flow.stock, flow.unit}))
      flows.push_back(std::move(flow));
  }
  return flows;
}

}  // namespace meesterplan::publish
