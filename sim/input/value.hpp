#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "sim/base/place.hpp"
#include "sim/base/text.hpp"

namespace meesterplan::input {

struct Entry;

/// A value of a scenario file with its place: our own, so that files can be
/// merged and each part still knows where it came from.
struct Value {
  using List = std::vector<Value>;
  using Table = std::vector<Entry>;  ///< in the order of the file

  /// Something that TOML has and no scenario uses: a date or a time.
  struct Other {
    std::string shown;
  };

  Place place;
  std::variant<bool, std::int64_t, double, std::string, List, Table, Other> content;
  std::string written{};  ///< how a fractional number stands in the file; may be empty

  template <typename Kind>
  Kind const* get() const {
    return std::get_if<Kind>(&content);
  }
  bool is_table() const { return std::holds_alternative<Table>(content); }
  /// The entries of a table, the items of a list: only for those that are one.
  Table const& entries() const { return std::get<Table>(content); }
  Table& entries() { return std::get<Table>(content); }
  List const& items() const { return std::get<List>(content); }
  List& items() { return std::get<List>(content); }
};

/// A key of a table with its value.
struct Entry {
  std::string key;
  Place key_place;
  Value value;
};

/// The value of `key` in `table`; nullptr when it is not there.
Value const* find(Value const& table, std::string_view key);
Value* find(Value& table, std::string_view key);

/// What a table in a list is called: its `name`, or else what it uses of a library;
/// empty without either.
std::string_view name_of(Value const& item);

/// The value at `key` in `table`, which is added with `place` when missing.
Value& at(Value& table, std::string const& key, Place place);

/// A number as it stands in the file, else as the shortest text that reads back the same.
std::string number_as_written(Value const& value, double number);

/// What kind of value this is, with its text: "text (\"tien\")".
Text shown(Value const& value);

/// Lays `over` upon `base`: tables merge by key, lists of tables by name_of(),
/// everything else of `base` is replaced. What was merged stands where `over` did.
Value merged(Value base, Value over);

}  // namespace meesterplan::input
