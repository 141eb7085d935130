#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/fte.hpp"
#include "sim/base/rational.hpp"
#include "sim/input/reading.hpp"
#include "sim/input/rows.hpp"
#include "sim/input/value.hpp"
#include "sim/input/words.hpp"
#include "sim/scenario/scenario.hpp"

namespace meesterplan::input {

/// A file named in a scenario.
struct NamedFile {
  std::string path;  ///< as resolved
  Place place;       ///< where it is named
  std::string field;
};

/// One table of a scenario, read key by key. Getters are empty when the key is
/// not there; wrong values are reported at their place.
class Keys {
 public:
  /// `table` may be null: every key is then absent. Reports keys that
  /// docs/formats.md does not list for `kind` ("study"); `path` names the table in
  /// problems and parameters ("programme.NAME").
  Keys(Reading& reading, Value const* table, std::string_view kind, std::string path);

  bool has(std::string_view key) const { return value(key) != nullptr; }
  /// Where the value of `key` stands; the table's place when it is absent.
  Place place(std::string_view key) const;
  std::string field(std::string_view key) const;
  /// The place of `text` in the list `key`; that of the list when it is not in it.
  Place item_place(std::string_view key, std::string_view text) const;
  Reading& reading() const { return *reading_; }

  std::optional<std::string> text(std::string_view key) const;
  /// Yes or no, also as a word.
  std::optional<bool> flag(std::string_view key) const;
  std::optional<std::int64_t> integer(std::string_view key, std::int64_t low,
                                      std::int64_t high) const;
  std::optional<double> number(std::string_view key, Bounds bounds) const;
  /// In thousandths, rounded half up.
  std::optional<Fte> fte(std::string_view key, Bounds bounds) const;
  /// An exact number; percentage texts are allowed.
  std::optional<Rational> rational(std::string_view key) const;
  /// Whether the value is a text with a percent sign.
  bool is_percentage(std::string_view key) const;
  /// A number with or without an interval, named after its path unless it has a group.
  std::optional<scenario::Uncertain> uncertain(std::string_view key,
                                               scenario::Quantity quantity) const;
  /// Where the table stands.
  Place place() const { return table_ == nullptr ? Place{0, 0, 0} : table_->place; }
  /// Whatever stands there; null when absent.
  Value const* any(std::string_view key) const { return value(key); }
  /// A table below this one, as it stands; null when absent or no table.
  Value const* table(std::string_view key) const;
  std::vector<std::string> texts(std::string_view key) const;
  std::vector<int> integers(std::string_view key, std::int64_t low, std::int64_t high) const;
  std::optional<NamedFile> file(std::string_view key) const;
  /// One file name or a list of them.
  std::vector<NamedFile> files(std::string_view key) const;
  /// Whether the value is a text that names a file, rather than a number.
  bool names_file(std::string_view key) const;

  template <typename Term>
  std::optional<Term> choice(std::string_view key, Words const& words) const {
    std::optional<int> const found = word(key, words);
    return found ? std::optional<Term>(static_cast<Term>(*found)) : std::nullopt;
  }
  template <typename Term>
  std::vector<Term> choices(std::string_view key, Words const& words) const {
    std::vector<Term> terms;
    for (int const found : word_list(key, words))
      terms.push_back(static_cast<Term>(found));
    return terms;
  }

  /// Reports the absence of `key`; false then.
  bool require(std::string_view key) const;
  void error(std::string_view key, Text message) const;

 private:
  struct Item {
    std::string text;
    Place place;
  };

  Value const* value(std::string_view key) const;
  void report_unknown_keys(Value const& table, std::string_view kind) const;
  void not_a_table(Value const& found, std::string const& path) const;
  void wrong_kind(std::string_view key, Value const& found, Text const& expected) const;
  std::optional<double> any_number(std::string_view key, Value const& value) const;
  std::optional<int> word(std::string_view key, Words const& words) const;
  std::vector<int> word_list(std::string_view key, Words const& words) const;
  std::vector<Item> items(std::string_view key) const;
  NamedFile named(std::string_view key, Item const& item) const;

  Reading* reading_;
  Value const* table_ = nullptr;
  std::string path_;
};

}  // namespace meesterplan::input
