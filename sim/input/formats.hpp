#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "sim/base/text.hpp"

namespace meesterplan::input {

/// Whether a file must have a column.
enum class Need { required, optional };

/// A column of a kind of CSV file.
struct Column {
  std::string_view key;                   ///< its English name
  std::vector<std::string_view> aliases;  ///< other headers that mean the same
  Need need = Need::optional;
  std::string_view dutch{};  ///< its Dutch name; empty: the first alias, or the key
};

/// What a column is called in each language.
Text name_of(Column const& column);

/// A kind of CSV file: the header names that its reader knows.
struct Format {
  std::string_view name;  ///< as in `[columns.NAME]` and docs/formats.md, e.g. people
  std::vector<Column> columns;
};

Format people_format();
Format assignments_format();
Format sections_format();
Format schools_format();
Format exit_format();
Format exit_factors_format();
Format hours_format();
Format uptake_format();
Format leave_format();
Format fill_format();
Format parameters_format();
Format pension_age_format();
Format reference_shares_format();
Format entrants_format();
Format pool_format();
Format demand_format();
Format pupils_format();
Format lessons_format();
Format wages_format();
Format budgets_format();
Format history_format();

/// Every kind of CSV file that is read.
std::vector<Format> all_formats();

/// A table of the scenario with its keys.
struct KeyTable {
  std::string_view path;  ///< empty: top level; `[...]` is left out
  std::vector<std::string_view> keys;
};

/// Every table of a scenario with its keys: those of scenario_definitions().
std::vector<KeyTable> const& scenario_tables();

/// The keys of the table at `path`, which exists.
std::span<std::string_view const> keys_of(std::string_view path);

}  // namespace meesterplan::input
