#include "sim/input/policy_library.hpp"

#include <utility>

#include "sim/input/library.hpp"
#include "sim/input/policies.hpp"

namespace meesterplan::input {
namespace {

/// Adds a list of tables to `root` that use each of `names`.
void use_all(Value& root, std::string const& list, std::vector<std::string> const& names) {
  Value::List items;
  for (std::string const& name : names)
    items.push_back({Place{}, Value::Table{{"use", {}, {Place{}, name}}}});
  root.entries().push_back({list, {}, {Place{}, std::move(items)}});
}

}  // namespace

PolicyLibrary read_policy_library(FileSource& files, std::string const& policies,
                                  std::string const& bottlenecks) {
  Reading reading(files);
  Value root{Place{}, Value::Table{{"policies", {}, {Place{}, policies}},
                                   {"bottlenecks", {}, {Place{}, bottlenecks}}}};
  use_all(root, "policy", Library(reading, root, "policies", "policy").names());
  use_all(root, "bottleneck", Library(reading, root, "bottlenecks", "bottleneck").names());
  scenario::Scenario scenario;
  ScenarioReading context{reading, root, scenario, {}, {}, {}};
  read_policies(context);
  return {std::move(scenario.policies), std::move(scenario.bottlenecks)};
}

}  // namespace meesterplan::input
