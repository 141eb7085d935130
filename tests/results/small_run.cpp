#include "tests/results/small_run.hpp"

#include "sim/base/hash.hpp"
#include "sim/model/metric.hpp"
#include "tests/support/catch.hpp"

namespace meesterplan::results {
namespace {

constexpr std::size_t section_level = static_cast<std::size_t>(scenario::Level::section);

std::string const column_names[] = {
    "heads", "fte", "masters", "demand", "mean_age", "heads retirement", "masters graduated"};

model::Bins bins_of(model::Measure measure) {
  switch (measure) {
    case model::Measure::heads:
      return model::Bins{1, 30};
    case model::Measure::fte:
      return model::Bins{100, 200};
    case model::Measure::share:
      return model::Bins{5'000'000, 201};
    case model::Measure::euro:
      return model::Bins{100'000, 200};
    case model::Measure::years:
      break;
  }
  return model::Bins{};
}

}  // namespace

SmallRun::SmallRun(std::vector<SmallSection> const& sections) {
  model.seed = 9;
  model.start = 2026;
  model.years = 2;
  model.replicates = 4;
  names.scenario = "small";
  for (SmallSection const& section : sections) {
    names.units[section_level].push_back(section.key);
    auto const index = static_cast<std::int32_t>(names.start_heads.size());
    names.start_heads.push_back(section.start_heads);
    names.section_cluster.emplace_back("exact");
    for (std::int64_t head = 0; head < section.start_heads; ++head)
      names.staying.push_back({index});
    model.units.section_key.push_back(hash64(section.key));
    model.units.section_school.push_back(0);
    model.units.section_subject.push_back(0);
  }
  model.units.school_board = {0};
  model.units.school_region = {0};
  names.units[static_cast<std::size_t>(scenario::Level::school)] = {"school"};
  model::RecordPlan& plan = model.plan;
  plan.n_years = 3;
  model::LevelPlan level;
  level.level = scenario::Level::section;
  level.n_units = static_cast<std::int32_t>(sections.size());
  for (char const* key : {"heads", "fte", "masters", "demand", "mean_age"})
    level.metrics.push_back(metric_of(key));
  level.flows = {flow_of("heads", "retirement"), flow_of("masters", "graduated")};
  plan.levels.push_back(level);
  auto const add_cells = [&plan](model::Bins const& bins) {
    for (std::int32_t step = 0; step < plan.n_years; ++step) {
      plan.cells.push_back({bins, bins.count > 0 ? plan.n_bins : -1});
      plan.n_bins += bins.count;
    }
  };
  for (std::int32_t unit = 0; unit < level.n_units; ++unit) {
    for (std::int32_t const metric : level.metrics)
      add_cells(bins_of(model::all_metrics()[static_cast<std::size_t>(metric)].measure));
    add_cells(model::Bins{1, 30});
    add_cells(model::Bins{});
  }
}

std::int32_t SmallRun::add_target(std::string const& metric, std::int32_t unit) {
  scenario::Target target;
  target.name = "goal " + std::to_string(names.targets.size() + 1);
  target.metric = metric;
  target.level = scenario::Level::section;
  target.bound = Rational{1, 2};
  target.year = 2028;
  model::TargetPlan planned;
  planned.target = static_cast<std::int32_t>(names.targets.size());
  planned.metric = metric_of(metric);
  planned.level = scenario::Level::section;
  planned.unit = unit;
  planned.bound_numerator = 1;
  planned.bound_denominator = 2;
  planned.step = 2;
  planned.first_histogram = model.plan.n_bins;
  planned.shortfall = model::Bins{1, 5000};
  model.plan.n_bins += planned.shortfall.count;
  names.targets.push_back(target);
  model.plan.targets.push_back(planned);
  return planned.target;
}

void SmallRun::add_parameter(std::string const& name) {
  names.parameters.push_back(name);
  model.parameters.key.push_back(hash64(name));
  model.draw_parameters = true;
  ++model.plan.n_parameters;
}

std::int64_t SmallRun::cell(std::int32_t unit, std::string_view column, std::int32_t step) const {
  std::int64_t place = 0;
  for (std::string const& name : column_names) {
    if (name == column)
      break;
    ++place;
  }
  std::int64_t const columns = model.plan.levels.front().columns();
  REQUIRE(place < columns);
  return (unit * columns + place) * model.plan.n_years + step;
}

std::int32_t flow_of(std::string_view stock, std::string_view cause) {
  std::int32_t index = 0;
  for (model::FlowDefinition const& flow : model::all_flows()) {
    if (flow.stock == stock && flow.cause == cause)
      return index;
    ++index;
  }
  FAIL("no flow " << stock << " " << cause);
  return -1;
}

std::int32_t metric_of(std::string_view key) {
  int const index = model::find_metric(key);
  INFO(key);
  REQUIRE(index >= 0);
  return index;
}

}  // namespace meesterplan::results
