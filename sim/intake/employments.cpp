#include "sim/intake/employments.hpp"

#include <span>
#include <string_view>
#include <utility>

#include <fmt/core.h>

#include "sim/intake/employment_row.hpp"

namespace meesterplan::intake {
namespace {

using input::Row;
using input::Sheet;

Fate fate_of(Employment const& employment, int start) {
  if (employment.category == Category::support)
    return Fate::support;
  if (employment.category == Category::management)
    return Fate::management;
  Date const reference = reference_date(start);
  bool const is_over = (employment.end && *employment.end <= reference) ||
                       (employment.leaves && *employment.leaves <= reference);
  if (is_over)
    return Fate::ended;
  return employment.from > reference ? Fate::later : Fate::in_service;
}

/// Told once at the header, as each row would only repeat it.
void require_one_of(Sheet const& sheet, std::span<std::string_view const> columns,
                    Text const& what) {
  if (sheet.has_any(columns))
    return;
  Text const names = sheet.one_of(columns);
  sheet.reading().error(
      sheet.header_place(), std::string(columns.front()),
      {fmt::format("geen kolom met {} (een ervan is nodig). Voeg een kolom toe ({}), of noem haar "
                   "in een profiel (--map).",
                   what.nl, names.nl),
       fmt::format("no column with {} (one of them is needed). Add a column ({}), or name it in a "
                   "profile (--map).",
                   what.en, names.en)});
}

}  // namespace

std::vector<Employment> read_employments(Sheet const& sheet, Profile const& profile, int start,
                                         Findings& findings) {
  std::vector<Employment> employments;
  if (!sheet.is_usable())
    return employments;
  require_one_of(sheet, birth_columns, {"een leeftijd", "an age"});
  require_one_of(sheet, begin_columns, {"een begindatum", "a begin"});
  require_one_of(sheet, fte_columns, {"de werktijdfactor", "the fte"});
  if (has_errors(sheet.reading().problems()))
    return employments;
  employments.reserve(sheet.size());
  for (std::size_t i = 0; i < sheet.size(); ++i) {
    std::size_t const n_before = sheet.reading().problems().size();
    Row row(sheet, i);
    Employment employment = read_employment(row, profile, start, findings);
    if (row.is_usable()) {
      employment.fate = fate_of(employment, start);
    } else {
      findings.reject_row(row, sheet.reading(), n_before, {{}, {}, {}, {}, employment.fte, {}});
    }
    employments.push_back(std::move(employment));
  }
  return employments;
}

}  // namespace meesterplan::intake
