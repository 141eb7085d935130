#include "sim/model/record_plan.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "sim/model/assignments.hpp"
#include "sim/model/building.hpp"
#include "sim/model/groups.hpp"
#include "sim/model/metric.hpp"
#include "sim/model/money_sizes.hpp"
#include "sim/model/record_bins.hpp"

namespace meesterplan::model {

namespace {

using scenario::Level;

/// What a target keeps a year and in all, and a driver's bin: tally/ has the
/// types, these are their sizes.
constexpr std::int64_t bytes_a_target_year = 24;
constexpr std::int64_t bytes_a_target = 256;
constexpr std::int64_t bytes_a_driver_bin = 32;
constexpr std::int64_t bytes_a_budget = 48;
constexpr std::int64_t bytes_a_person = 128;

/// What a unit has on the reference date; bins go up to twice as much.
struct UnitSize {
  std::int64_t heads = 0;
  std::int64_t fte = 0;                       ///< thousandths
  std::int64_t demand = 0;                    ///< thousandths
  std::array<std::int64_t, n_costs> costs{};  ///< cents
};
using LevelSizes = std::vector<UnitSize>;

std::int32_t n_units(Units const& units, Level level) {
  switch (level) {
    case Level::section:
      return units.n_sections();
    case Level::school:
      return units.n_schools();
    case Level::board:
      return units.n_boards;
    case Level::region:
      return units.n_regions;
    case Level::subject:
      return units.n_subjects;
    default:
      return 1;
  }
}

/// Demand of each section in the first year that a table or pupils tell.
std::vector<std::int64_t> first_demand(Building const& building) {
  DemandModel const& demand = building.model.demand;
  std::size_t const n_sections = building.scenario_section.size();
  std::vector<std::int64_t> first(n_sections, 0);
  for (std::size_t section = 0; section < n_sections; ++section) {
    if (demand.mode == scenario::DemandMode::table) {
      first[section] = demand.table[n_sections + section][2];
    }
  }
  for (DemandModel::PupilGroup const& group : demand.groups) {
    if (group.step > 0) {
      break;
    }
    first[static_cast<std::size_t>(group.section)] +=
        static_cast<std::int64_t>(groups_of(group, group.pupils) * group.fte_thousandths_per_group);
  }
  return first;
}

LevelSizes sizes_of(Building const& building, Level level) {
  Units const& units = building.model.units;
  LevelSizes sizes(static_cast<std::size_t>(n_units(units, level)));
  for (std::int32_t row = 0; row < building.model.n_start; ++row) {
    std::set<std::int32_t> seen;
    for (Held const& part : held_by(building, person_in(building, row))) {
      std::int32_t const unit = unit_of(units, level, part.section);
      sizes[static_cast<std::size_t>(unit)].fte += part.fte;
      sizes[static_cast<std::size_t>(unit)].heads += seen.insert(unit).second ? 1 : 0;
    }
  }
  std::vector<std::int64_t> const demand = first_demand(building);
  for (std::int32_t section = 0; section < units.n_sections(); ++section) {
    auto const unit = static_cast<std::size_t>(unit_of(units, level, section));
    auto const index = static_cast<std::size_t>(section);
    sizes[unit].demand += demand[index] + building.model.demand.open_vacancies[index];
  }
  for (UnitSize& size : sizes) {
    // Open vacancies come on top of the staff; a table or pupils instead of it.
    bool const on_top = building.model.demand.mode == scenario::DemandMode::constant;
    size.demand += on_top ? size.fte : 0;
    size.costs = large_costs(building, size.heads, std::max(size.fte, size.demand));
  }
  return sizes;
}

Bins bins_of(Metric const& metric, Grain grain, UnitSize const& size) {
  switch (metric.measure) {
    case Measure::heads:
      return count_bins(size.heads, grain);
    case Measure::fte:
      return fte_bins(std::max(size.fte, size.demand), grain);
    case Measure::share:
      return share_bins(grain);
    case Measure::euro:
      return euro_bins(
          size.costs[static_cast<std::size_t>(metric.numerator.front() - counter::cost_first)],
          grain);
    default:
      return age_bins();
  }
}

bool is_volume(Counter index) {
  bool const scale =
      index >= counter::scale_first && index < counter::scale_first + scenario::n_scales;
  bool const yearly = index >= counter::net_fte && index < counter::n_section_end;
  return scale || index == counter::fte || (yearly && index != counter::vacancies);
}

Bins shortfall_bins(Metric const& metric, scenario::Target const& target, Grain grain,
                    UnitSize const& size) {
  bool const has_one =
      metric.measure == Measure::share && target.direction == scenario::Direction::at_least;
  if (!has_one) {
    return {};
  }
  return is_volume(metric.numerator.front()) ? fte_bins(std::max(size.fte, size.demand), grain)
                                             : count_bins(size.heads, grain);
}

/// Levels of which results are kept: those asked for, or all that mean
/// something; boards and regions only where they have names, subjects in a labour market.
std::vector<Level> recorded_levels(Building const& building) {
  auto const& asked = building.scenario.recording.levels;
  std::vector<Level> levels;
  for (int index = 0; index < scenario::n_levels; ++index) {
    auto const level = static_cast<Level>(index);
    auto const& names = building.names.units[static_cast<std::size_t>(index)];
    bool const named = std::any_of(names.begin(), names.end(),
                                   [](std::string const& name) { return !name.empty(); });
    bool const usual = named && (level != Level::subject || building.model.market.used);
    bool const wanted =
        asked.empty() ? usual : std::find(asked.begin(), asked.end(), level) != asked.end();
    if (wanted) {
      levels.push_back(level);
    }
  }
  return levels;
}

/// Hands out places in the tally's histograms.
class Planner {
 public:
  explicit Planner(Building& building) : building_(building), plan_(building.model.plan) {
    plan_.n_years = building.model.years + 1;
    for (int index = 0; index < scenario::n_levels; ++index) {
      sizes_[static_cast<std::size_t>(index)] = sizes_of(building, static_cast<Level>(index));
    }
  }

  void plan_level(Level level) {
    LevelPlan made;
    made.level = level;
    made.n_units = n_units(building_.model.units, level);
    std::copy_if(building_.metrics.begin(), building_.metrics.end(),
                 std::back_inserter(made.metrics), [&](std::int32_t const metric) {
                   return level != Level::section ||
                          !all_metrics()[static_cast<std::size_t>(metric)].above_sections;
                 });
    made.n_costs = static_cast<std::size_t>(
        std::count_if(made.metrics.begin(), made.metrics.end(), [](std::int32_t const metric) {
          return is_cost(all_metrics()[static_cast<std::size_t>(metric)]);
        }));
    made.flows = building_.flows;
    if (LevelPlan const* const whole = this->planned_whole(made)) {
      made.first_cell = whole->first_cell;
      made.same_as_before = true;
      plan_.levels.push_back(std::move(made));
      return;
    }
    made.first_cell = static_cast<std::int64_t>(plan_.cells.size());
    Grain const grain = grain_of(level, made.n_units);
    for (UnitSize const& size : sizes_[static_cast<std::size_t>(level)]) {
      for (std::int32_t const index : made.metrics) {
        Metric const& metric = all_metrics()[static_cast<std::size_t>(index)];
        bool const has_quantiles = level != Level::section || metric.section_quantiles;
        this->add_cells(has_quantiles ? bins_of(metric, grain, size) : Bins{});
      }
      for (std::size_t flow = 0; flow < made.flows.size(); ++flow) {
        this->add_cells(level == Level::section ? Bins{} : count_bins(size.heads, grain));
      }
    }
    plan_.levels.push_back(std::move(made));
  }

  void plan_target(std::int32_t index) {
    auto const& target = building_.scenario.targets[static_cast<std::size_t>(index)];
    Metric const& metric = all_metrics()[static_cast<std::size_t>(find_metric(target.metric))];
    auto const& names = building_.names.units[static_cast<std::size_t>(target.level)];
    Grain const grain = grain_of(target.level, n_units(building_.model.units, target.level));
    bool found = false;
    for (std::size_t unit = 0; unit < names.size(); ++unit) {
      if (!target.unit.empty() && names[unit] != target.unit) {
        continue;
      }
      found = true;
      UnitSize const& size = sizes_[static_cast<std::size_t>(target.level)][unit];
      this->add_target(index, static_cast<std::int32_t>(unit), metric,
                       shortfall_bins(metric, target, grain, size));
    }
    if (!found) {
      building_.tell(Severity::error, target.place, "unit",
                     {"\"" + target.unit + "\" bestaat niet op dit niveau.",
                      "\"" + target.unit + "\" does not exist at this level."});
    }
  }

 private:
  /// A level before whose one unit is the whole too, as that of `level`; or null.
  LevelPlan const* planned_whole(LevelPlan const& level) const {
    auto const is_whole = [](LevelPlan const& planned) {
      return planned.n_units == 1 && planned.level != Level::section;
    };
    auto const before = std::find_if(plan_.levels.begin(), plan_.levels.end(), is_whole);
    return is_whole(level) && before != plan_.levels.end() ? &*before : nullptr;
  }

  void add_cells(Bins bins) {
    for (std::int32_t year = 0; year < plan_.n_years; ++year) {
      CellPlan cell;
      cell.bins = bins;
      if (bins.count > 0) {
        cell.histogram = plan_.n_bins;
        plan_.n_bins += bins.count;
      }
      plan_.cells.push_back(cell);
    }
  }

  void add_target(std::int32_t index, std::int32_t unit, Metric const& metric, Bins shortfall) {
    auto const& target = building_.scenario.targets[static_cast<std::size_t>(index)];
    TargetPlan made;
    made.target = index;
    made.metric = find_metric(target.metric);
    made.level = target.level;
    made.unit = unit;
    bool const is_ratio = !metric.denominator.empty();
    made.bound_numerator = target.bound.numerator * (is_ratio ? 1 : kept_per_unit(metric.measure));
    made.bound_denominator = target.bound.denominator;
    made.at_least = target.direction == scenario::Direction::at_least;
    made.step = target.year - building_.model.start;
    made.shortfall = shortfall;
    made.first_histogram = plan_.n_bins;
    plan_.n_bins += shortfall.count;
    plan_.targets.push_back(made);
  }

  Building& building_;
  RecordPlan& plan_;
  std::array<LevelSizes, scenario::n_levels> sizes_;
};

void check_memory(Building& building, std::int64_t limit) {
  RecordPlan const& plan = building.model.plan;
  auto const cells = static_cast<std::int64_t>(plan.cells.size());
  auto const people = static_cast<std::int64_t>(building.scenario_person.size());
  std::int64_t const state = people * bytes_a_person;
  std::int64_t const bytes =
      plan.bytes() + state + cells * static_cast<std::int64_t>(sizeof(CellPlan));
  if (bytes <= limit) {
    return;
  }
  constexpr double megabyte = 1e6;
  auto const in_megabytes = [&](std::int64_t value) {
    return static_cast<double>(value) / megabyte;
  };
  std::int64_t const histograms = plan.n_bins * 4;
  building.tell(
      Severity::error, {}, "record",
      {fmt::format("de uitkomsten vragen {:.0f} MB per thread (mag {:.0f} MB): {} cellen, "
                   "{:.0f} MB verdelingen, {} doelen x {} parameters, {:.1f} MB leraren. Kies "
                   "minder uitkomstmaten of niveaus onder [record], of minder doelen.",
                   in_megabytes(bytes), in_megabytes(limit), cells, in_megabytes(histograms),
                   plan.targets.size(), plan.n_parameters, in_megabytes(state)),
       fmt::format("the results ask for {:.0f} MB a thread (allowed: {:.0f} MB): {} cells, "
                   "{:.0f} MB of distributions, {} targets x {} parameters, {:.1f} MB of "
                   "teachers. Choose fewer metrics or levels under [record], or fewer targets.",
                   in_megabytes(bytes), in_megabytes(limit), cells, in_megabytes(histograms),
                   plan.targets.size(), plan.n_parameters, in_megabytes(state))});
}

}  // namespace

std::int64_t RecordPlan::bytes() const {
  auto const n_targets = static_cast<std::int64_t>(targets.size());
  std::int64_t const drivers =
      n_targets * n_parameters * std::int64_t{n_driver_bins} * bytes_a_driver_bin;
  auto const n_histograms = std::count_if(cells.begin(), cells.end(),
                                          [](CellPlan const& cell) { return cell.histogram >= 0; });
  return static_cast<std::int64_t>(cells.size()) * bytes_a_cell + n_histograms * bytes_a_histogram +
         n_bins * static_cast<std::int64_t>(sizeof(std::uint32_t)) +
         n_targets * (bytes_a_target + n_years * bytes_a_target_year) + drivers +
         static_cast<std::int64_t>(budgets.size()) * bytes_a_budget;
}

void plan_records(Building& building, std::int64_t memory_limit) {
  Planner planner(building);
  for (Level const level : recorded_levels(building)) {
    planner.plan_level(level);
  }
  auto const n_targets = static_cast<std::int32_t>(building.scenario.targets.size());
  for (std::int32_t index = 0; index < n_targets; ++index) {
    planner.plan_target(index);
  }
  Model& model = building.model;
  bool const drivers = model.draw_parameters && !model.plan.targets.empty();
  model.plan.n_parameters = drivers ? model.parameters.n_parameters() : 0;
  check_memory(building, memory_limit);
}

}  // namespace meesterplan::model
