#include "sim/scenario/validate.hpp"

namespace meesterplan::scenario {

std::vector<Problem> validate(Scenario const& scenario) {
  std::vector<Problem> problems;
  if (scenario.people.empty()) {
    problems.push_back({Severity::error,
                        "",
                        0,
                        0,
                        "people",
                        {"er is geen enkele leraar (een scenario heeft er minstens een nodig). "
                         "Vul people.csv.",
                         "there is not a single teacher (a scenario needs at least one). "
                         "Fill people.csv."}});
  }
  return problems;
}

}  // namespace meesterplan::scenario
