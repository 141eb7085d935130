#include "sim/cli/shortage_text.hpp"

#include <algorithm>
#include <iterator>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "sim/cli/names.hpp"
#include "sim/cli/numbers.hpp"
#include "sim/cli/table.hpp"

namespace meesterplan::cli {
namespace {

/// A column of a metric behind those of what is needed and not filled.
struct Column {
  std::string_view metric;
  Text title;
  bool is_share = false;
};

std::vector<Column> all_columns() {
  return {{"lessons_appointable", {"benoembaar", "appointable"}, true},
          {"lessons_unqualified", {"onbevoegd", "unqualified"}, true},
          {"lessons_cancelled", {"uitgevallen", "cancelled"}, true},
          {"candidates", {"kandidaten", "candidates"}},
          {"candidates_unplaced", {"zonder plek", "without a place"}}};
}

struct LevelTitle {
  std::string_view level;
  Text title;
};

std::vector<LevelTitle> all_levels() {
  return {{"subject", {"Tekort per vak", "Shortage by subject"}},
          {"board", {"Tekort per bestuur", "Shortage by board"}},
          {"school", {"Tekort per school", "Shortage by school"}},
          {"region", {"Tekort per regio", "Shortage by region"}}};
}

std::string share(double part, Language language) {
  return percent(part, 1, language);
}

/// A unit of too few people has a row with what it needs and nothing else.
std::vector<std::string> row_of(SeriesIndex const& index, Scope scope, int year,
                                std::vector<Column> const& columns, Language language) {
  auto const* const demand = index.find("demand", scope, year);
  auto const* const unfilled = index.find("unfilled", scope, year);
  std::vector<std::string> row = {std::string(scope.unit),
                                  demand == nullptr ? "-" : decimal(demand->mean, 1, language)};
  if (demand == nullptr || unfilled == nullptr)
    return row;
  row.push_back(decimal(unfilled->mean, 1, language));
  row.push_back(demand->mean > 0 ? share(unfilled->mean / demand->mean, language) : "-");
  for (Column const& column : columns) {
    auto const* const found = index.find(column.metric, scope, year);
    row.push_back(found == nullptr  ? "-"
                  : column.is_share ? share(found->mean, language)
                                    : decimal(found->mean, 1, language));
  }
  return row;
}

void write_level(SeriesIndex const& index, LevelTitle const& level, int year, Language language,
                 std::ostream& stream) {
  std::vector<std::string_view> const units = index.units(level.level);
  auto const is_told = [&](std::string_view metric) {
    return std::any_of(units.begin(), units.end(), [&](std::string_view unit) {
      return index.has(metric, {level.level, unit});
    });
  };
  if (units.size() < 2 || !is_told("demand") || !is_told("unfilled"))
    return;
  bool const nl = language == Language::nl;
  std::vector<Column> columns = all_columns();
  columns.erase(std::remove_if(columns.begin(), columns.end(),
                               [&](Column const& column) { return !is_told(column.metric); }),
                columns.end());
  std::vector<std::string> head = {
      level_name(level.level, language), nl ? "nodig (inzetbare fte)" : "needed (net fte)",
      nl ? "niet vervuld (fte)" : "unfilled (fte)", nl ? "tekort" : "shortage"};
  std::transform(columns.begin(), columns.end(), std::back_inserter(head),
                 [&](Column const& column) { return std::string(column.title.in(language)); });
  TextTable table(head);
  for (std::string_view unit : units)
    table.add(row_of(index, {level.level, unit}, year, columns, language));
  stream << fmt::format(fmt::runtime(nl ? "\n{} in {} (gemiddeld)\n" : "\n{} in {} (mean)\n"),
                        level.title.in(language), year)
         << table.text();
}

}  // namespace

void write_shortages(SeriesIndex const& index, int year, Language language, std::ostream& stream) {
  for (LevelTitle const& level : all_levels())
    write_level(index, level, year, language, stream);
}

}  // namespace meesterplan::cli
