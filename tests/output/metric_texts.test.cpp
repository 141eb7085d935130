#include "sim/output/metric_texts.hpp"

#include <string>

#include "sim/model/metric.hpp"
#include "tests/support/catch.hpp"

namespace meesterplan {
namespace {

TEST_CASE("Every metric of the model has a name and a definition in both languages") {
  REQUIRE_FALSE(model::all_metrics().empty());
  for (model::Metric const& metric : model::all_metrics()) {
    INFO(std::string(metric.key));
    output::MetricText const* const text = output::find_metric_text(metric.key);
    REQUIRE(text != nullptr);
    CHECK_FALSE(text->name.nl.empty());
    CHECK_FALSE(text->name.en.empty());
    CHECK(text->definition.nl.back() == '.');
    CHECK(text->definition.en.back() == '.');
  }
}

TEST_CASE("A metric that does not exist has no texts") {
  CHECK(output::find_metric_text("mastres") == nullptr);
  CHECK(output::find_metric_text("") == nullptr);
}

}  // namespace
}  // namespace meesterplan
