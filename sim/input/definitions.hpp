#pragma once

#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/text.hpp"
#include "sim/input/words.hpp"

namespace meesterplan::input {

/// What kind of value a key of a scenario or a column of a file takes.
enum class Kind {
  text,
  texts,  ///< a list
  file,
  files,  ///< one name or a list of them
  folder,
  table,   ///< keys below it
  tables,  ///< a list of tables, each with a name
  whole,
  wholes,  ///< a list of whole numbers
  number,
  uncertain,            ///< a number, or one with an interval
  uncertain_or_file,    ///< the same, or a table of rates
  number_or_unlimited,  ///< a number, or the word for no limit
  bound,                ///< an exact number, or a text with a percent sign
  word,                 ///< one of `words`
  words,                ///< a list of them; in a cell with blanks between
  flag,                 ///< yes or no
  date,
};

/// Which numbers are taken.
struct Limits {
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();
  bool above_low = false;  ///< `low` itself is not taken
};

/// What a key of a scenario or a column of a file means: the one place for
/// `explain`, the schema for editors and docs/formats.md.
struct Definition {
  std::string_view where;  ///< table of a scenario ("study"; empty: top level), or kind of file
  std::string_view key;
  Kind kind = Kind::text;
  Text meaning{};                ///< a sentence
  std::string example{};         ///< a value as it is typed, without quotes
  Text initial{};                ///< what holds when it is absent or empty; empty: nothing
  Text unit{};                   ///< of a number; empty: none
  Limits limits{};               ///< of a number
  std::optional<Words> words{};  ///< of a word
  Text source{};                 ///< where the default comes from; empty: it says nothing
};

/// "study.capacity", "name", "people.birth_date".
std::string path_of(Definition const& definition);

/// What may be filled in: "share, 0..1, may be uncertain".
Text type_of(Definition const& definition);

/// Whether `where` is a list of tables ("programme", "policy.effect") rather than one table.
bool is_list_of_tables(std::string_view where);

/// Every key of a scenario, table by table; defaults as the reader has them.
std::vector<Definition> const& scenario_definitions();

/// Every column of every kind of file, in the order of all_formats().
std::vector<Definition> const& column_definitions();

/// A word of the fixed vocabulary (docs/glossary.md).
struct TermDefinition {
  std::string_view list;  ///< the column or key that takes it: "degree"
  std::string_view key;   ///< "hbo_master"
  Text name;              ///< what people call it
  Text meaning;           ///< a sentence
};

/// Every word that a column or key takes, list by list.
std::vector<TermDefinition> const& term_definitions();

/// What people call a word of a list of term_definitions(); the key itself when it is none of it.
Text term_name(std::string_view list, std::string_view key);

/// The words of a list of term_definitions().
Words words_of(std::string_view list);

/// Those of policies and bottlenecks, a part of term_definitions().
std::vector<TermDefinition> policy_terms();

// Parts of column_definitions(), a file each.
std::vector<Definition> school_columns();
std::vector<Definition> rate_columns();
std::vector<Definition> other_columns();
std::vector<Definition> market_columns();
std::vector<Definition> demand_columns();
std::vector<Definition> money_columns();

}  // namespace meesterplan::input
