#include "sim/model/metric.hpp"

#include <map>
#include <set>
#include <string>

#include "tests/support/catch.hpp"

using namespace meesterplan;
using model::Measure;

TEST_CASE("Every metric has a key of its own that finds it") {
  std::set<std::string_view> keys;
  auto const metrics = model::all_metrics();
  for (std::size_t index = 0; index < metrics.size(); ++index) {
    CHECK(keys.insert(metrics[index].key).second);
    CHECK(model::find_metric(metrics[index].key) == static_cast<int>(index));
    CHECK_FALSE(metrics[index].numerator.empty());
  }
  CHECK(model::find_metric("nonsense") == -1);
}

TEST_CASE("Shares and years are ratios, heads and fte are not") {
  for (model::Metric const& metric : model::all_metrics()) {
    INFO(metric.key);
    bool const is_ratio = metric.measure == Measure::share || metric.measure == Measure::years;
    CHECK(metric.denominator.empty() != is_ratio);
    CHECK(metric.denominator_times == (metric.measure == Measure::years ? 12 : 1));
  }
}

TEST_CASE("Sections keep quantiles of seven metrics only") {
  std::set<std::string_view> with;
  for (model::Metric const& metric : model::all_metrics()) {
    if (metric.section_quantiles) {
      with.insert(metric.key);
    }
  }
  CHECK(with == std::set<std::string_view>{"heads", "fte", "unfilled", "vacancies", "masters",
                                           "wo_upper_vwo", "exits"});
}

TEST_CASE("The shares of one whole cover it") {
  std::map<std::string, std::size_t> parts;
  std::map<std::string, std::size_t> whole;
  for (model::Metric const& metric : model::all_metrics()) {
    std::string const key(metric.key);
    for (char const* family : {"degree_", "licence_", "contract_", "scale_"}) {
      if (key.rfind(family, 0) == 0 && metric.measure == Measure::share) {
        parts[family] += metric.numerator.size();
        whole[family] = metric.denominator.size();
      }
    }
  }
  CHECK(parts.size() == 4);
  CHECK(parts == whole);
}

TEST_CASE("Flows name every cause once, and the two stocks have the same but graduation") {
  std::map<std::string, std::set<std::string>> causes;
  std::set<int> counters;
  for (model::FlowDefinition const& flow : model::all_flows()) {
    CHECK(causes[std::string(flow.stock)].insert(std::string(flow.cause)).second);
    CHECK(counters.insert(flow.counter).second);
  }
  REQUIRE(causes.size() == 2);
  auto without_graduation = causes["masters"];
  CHECK(without_graduation.erase("graduated") == 1);
  CHECK(without_graduation == causes["heads"]);
  CHECK(causes["heads"].size() ==
        static_cast<std::size_t>(scenario::n_exit_causes + scenario::n_origins + 2));
}

TEST_CASE("Measures are kept in integers") {
  CHECK(model::kept_per_unit(Measure::heads) == 1);
  CHECK(model::kept_per_unit(Measure::fte) == 1000);
  CHECK(model::kept_per_unit(Measure::share) == 1'000'000'000);
  CHECK(model::kept_per_unit(Measure::years) == 1000);
  CHECK(model::key_of(Measure::share) == "share");
}
