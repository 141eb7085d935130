#include "sim/results/known_rows.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <tuple>

#include <fmt/format.h>

#include "sim/results/small_sections.hpp"

namespace meesterplan::results {
namespace {

using model::KnownChange;
using scenario::Level;

constexpr double fte_in_thousandths = 1000;

std::string_view key_of(KnownChange::Kind kind) {
  constexpr std::array<std::string_view, 5> keys = {"leaves", "starts", "hours", "pension_age",
                                                    "contract_end"};
  return keys[static_cast<std::size_t>(kind)];
}

std::string text_of(std::optional<Month> month) {
  return month ? fmt::format("{:04}-{:02}", month->year(), month->month()) : "";
}

/// What is told on one row: how often, of how much.
struct Sum {
  std::int64_t heads = 0;
  std::int64_t fte = 0;  ///< thousandths
};

/// In the order of the rows: level, unit, step, kind, cause, month.
using Key = std::tuple<Level, std::int32_t, std::int32_t, KnownChange::Kind, std::int32_t,
                       std::optional<Month>>;

/// Adds one person's change to the rows of one level.
void add_change(model::Units const& units, KnownChange const& change, Level level,
                std::map<Key, Sum>& sums) {
  std::map<std::int32_t, std::int64_t> fte;
  for (KnownChange::Part const& part : change.parts)
    fte[model::unit_of(units, level, part.section)] += part.fte;
  bool const leaves = change.kind == KnownChange::Kind::leaves;
  std::int32_t const cause = leaves ? static_cast<std::int32_t>(change.cause) : -1;
  for (auto const& [unit, amount] : fte) {
    Sum& sum = sums[Key(level, unit, change.step, change.kind, cause, change.month)];
    sum.heads += 1;
    sum.fte += amount;
  }
}

}  // namespace

std::vector<UnitRow> unit_rows(model::Model const& model, model::Names const& names,
                               NeedsOnly const& needs_only) {
  std::vector<UnitRow> rows;
  auto const& sections = names.units[static_cast<std::size_t>(Level::section)];
  auto const& schools = names.units[static_cast<std::size_t>(Level::school)];
  rows.reserve(schools.size() + sections.size());
  for (std::size_t school = 0; school < schools.size(); ++school)
    rows.push_back({"school", schools[school], "", needs_only.school[school]});
  for (std::size_t section = 0; section < sections.size(); ++section) {
    auto const school = static_cast<std::size_t>(model.units.section_school[section]);
    rows.push_back({"section", sections[section], schools[school], needs_only.section[section],
                    names.section_cluster[section]});
  }
  return rows;
}

std::vector<KnownRow> known_rows(model::Model const& model, model::Names const& names,
                                 NeedsOnly const& needs_only) {
  std::map<Key, Sum> sums;
  for (KnownChange const& change : names.known) {
    for (model::LevelPlan const& level : model.plan.levels)
      add_change(model.units, change, level.level, sums);
  }
  std::vector<KnownRow> rows;
  for (auto const& [key, sum] : sums) {
    auto const& [level, unit, step, kind, cause, month] = key;
    auto const index = static_cast<std::size_t>(unit);
    bool const is_hidden = is_small(names, level, unit) ||
                           (level == Level::section && needs_only.section[index]) ||
                           (level == Level::school && needs_only.school[index]);
    if (is_hidden)
      continue;
    KnownRow row;
    row.level = scenario::key_of(level);
    row.unit = names.units[static_cast<std::size_t>(level)][index];
    row.year = model.start + step;
    row.event = key_of(kind);
    row.cause = cause < 0 ? "" : scenario::key_of(static_cast<scenario::ExitCause>(cause));
    row.month = text_of(month);
    row.heads = sum.heads;
    row.fte = static_cast<double>(sum.fte) / fte_in_thousandths;
    rows.push_back(row);
  }
  return rows;
}

}  // namespace meesterplan::results
