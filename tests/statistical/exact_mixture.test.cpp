// The engine against the exact distribution where parameters are uncertain: the
// mean over all strata of the distributions with each.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <vector>

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/normal.hpp>

#include "tests/statistical/exact_counts.hpp"
#include "tests/statistical/exact_scenarios.hpp"
#include "tests/statistical/oracle.hpp"
#include "tests/statistical/verdict.hpp"
#include "tests/support/catch.hpp"

using namespace meesterplan;
using namespace meesterplan::scenario;
using meesterplan::testing::check;
using meesterplan::testing::Distributions;
using meesterplan::testing::distributions;
using meesterplan::testing::is_master;
using meesterplan::testing::judge;
using meesterplan::testing::Oracle;
using meesterplan::testing::recorded;
using meesterplan::testing::uncertain_scenario;
using meesterplan::testing::ValueOf;
using meesterplan::testing::Verdict;

namespace {

constexpr int n_strata = 1000;

/// [stratum] the middle quantiles of an uncertain ratio or probability, by the
/// words: lognormal with the centre as median, or beta with the centre as mean
/// and the interval's width.
std::vector<double> quantiles_of(Uncertain const& number) {
  double const low = number.interval->low;
  double const high = number.interval->high;
  std::vector<double> quantiles;
  auto const middle = [](int stratum) { return (stratum + 0.5) / n_strata; };
  if (number.quantity == Quantity::ratio) {
    double const sigma = std::log(high / low) / 3.92;
    for (int stratum = 0; stratum < n_strata; ++stratum)
      quantiles.push_back(
          number.central *
          std::exp(sigma * boost::math::quantile(boost::math::normal(), middle(stratum))));
    return quantiles;
  }
  auto const beta = [&](double sum) {
    return boost::math::beta_distribution<>(number.central * sum, (1 - number.central) * sum);
  };
  // From a + b at which both are at least one, the width falls as a + b grows.
  double few = 1 / std::min(number.central, 1 - number.central);
  double many = 1e6;
  for (int round = 0; round < 60; ++round) {
    double const sum = std::sqrt(few * many);
    double const width =
        boost::math::quantile(beta(sum), 0.975) - boost::math::quantile(beta(sum), 0.025);
    (width > high - low ? few : many) = sum;
  }
  for (int stratum = 0; stratum < n_strata; ++stratum)
    quantiles.push_back(boost::math::quantile(beta(few), middle(stratum)));
  return quantiles;
}

}  // namespace

TEST_CASE("With an uncertain parameter the distribution is the exact mixture", "[slow]") {
  Scenario const scenario = uncertain_scenario();
  std::map<double, std::vector<double>> quantiles;  // by centre
  ValueOf const prepare = [&](Uncertain const& number) {
    if (number.interval && quantiles.count(number.central) == 0)
      quantiles[number.central] = quantiles_of(number);
    return number.central;
  };
  Oracle(scenario, prepare).chances(is_master);
  REQUIRE(quantiles.size() == 3);
  Distributions exact;
  for (int stratum = 0; stratum < n_strata; ++stratum) {
    Oracle const oracle(scenario, [&](Uncertain const& number) {
      return number.interval ? quantiles.at(number.central)[static_cast<std::size_t>(stratum)]
                             : number.central;
    });
    Distributions const one = distributions(oracle, is_master, scenario.years);
    if (exact.empty())
      exact = one;
    for (std::size_t section = 0; stratum > 0 && section < one.size(); ++section)
      for (std::size_t year = 0; year < one[section].size(); ++year)
        for (std::size_t count = 0; count < one[section][year].size(); ++count)
          exact[section][year][count] += one[section][year][count];
  }
  for (auto& years : exact)
    for (auto& counts : years)
      for (double& chance : counts)
        chance /= n_strata;
  check(judge(recorded(scenario, "masters_heads"), "masters_heads", exact, 20'000),
        "masters, uncertain parameters");
  // Without the mixing the same futures do not fit: the test can tell.
  Verdict const centre =
      judge(recorded(scenario, "masters_heads"), "masters_heads",
            distributions(Oracle(scenario, testing::centre_of), is_master, scenario.years), 20'000);
  CHECK(centre.failures().size() >= 5);
}
