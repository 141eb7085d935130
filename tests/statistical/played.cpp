#include "tests/statistical/played.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "sim/run/run.hpp"
#include "tests/engine/reading.hpp"

namespace meesterplan::testing {

namespace {

scenario::Scenario with_replicates(scenario::Scenario scenario, std::int64_t replicates) {
  scenario.replicates = replicates;
  return scenario;
}

}  // namespace

Played::Played(scenario::Scenario scenario, std::int64_t replicates)
    : compiled_(model::compile(with_replicates(std::move(scenario), replicates))),
      tally_(play(compiled_.model)) {}

tally::Tally Played::play(model::Model const& model) {
  return run::play(model, run::Plan{}).tally;
}

std::int64_t Played::sum(char const* metric, int step) const {
  return static_cast<std::int64_t>(
      moments_of(compiled_.model, tally_, {scenario::Level::total, 0, metric, step}).sum);
}

std::int64_t Played::sum(char const* metric, int step, std::string const& section) const {
  auto const& keys = compiled_.names.units[static_cast<std::size_t>(scenario::Level::section)];
  auto const found = std::find(keys.begin(), keys.end(), section);
  if (found == keys.end())
    throw std::out_of_range(section);
  auto const unit = static_cast<std::int32_t>(found - keys.begin());
  return static_cast<std::int64_t>(
      moments_of(compiled_.model, tally_, {scenario::Level::section, unit, metric, step}).sum);
}

scenario::RateRow rate_row_for(scenario::Cell cell, double probability) {
  scenario::RateRow row;
  row.cell = std::move(cell);
  row.value = scenario::Uncertain::probability(probability);
  return row;
}

scenario::Factor factor_of(scenario::FactorKind kind, scenario::Cell cell, double ratio) {
  scenario::Factor factor;
  factor.name = "factor";
  factor.kind = kind;
  scenario::RateRow row;
  row.cell = std::move(cell);
  row.value = scenario::Uncertain::ratio(ratio);
  factor.ratios.rows = {row};
  return factor;
}

scenario::CauseRates cause_of(scenario::ExitCause cause, double probability) {
  scenario::CauseRates rates;
  rates.cause = cause;
  rates.rates.name = std::string(key_of(cause));
  rates.rates.rows = {rate_row_for({}, probability)};
  return rates;
}

}  // namespace meesterplan::testing
