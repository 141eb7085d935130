#pragma once

#include <cmath>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>

#include "sim/base/contracts.hpp"
#include "sim/base/problem.hpp"

namespace meesterplan::store {

template <typename Field>
inline constexpr bool is_optional = false;
template <typename Value>
inline constexpr bool is_optional<std::optional<Value>> = true;

/// Visits columns() to learn their names and how SQL declares them.
class Declaring final {
 public:
  struct Column {
    std::string name;
    std::string declaration;
  };

  template <typename Field>
  void operator()(char const* name, Field const& /*field*/) {
    using Value = std::remove_const_t<Field>;
    if constexpr (is_optional<Value>) {
      add(name, type_of<typename Value::value_type>(), "");
    } else {
      add(name, type_of<Value>(), in_group_ ? "" : " NOT NULL");
    }
  }

  template <typename Field>
  void later(char const* name, Field const& field) {
    (*this)(name, field);
  }

  template <typename Group, typename Fields>
  void group(std::optional<Group> const& /*fields*/, Fields columns_of) {
    Group const nothing{};
    in_group_ = true;
    columns_of(*this, nothing);
    in_group_ = false;
  }

  std::vector<Column> const& columns() const { return columns_; }

 private:
  template <typename Value>
  static char const* type_of() {
    if constexpr (std::is_integral_v<Value>) {
      return " INTEGER";
    } else if constexpr (std::is_floating_point_v<Value>) {
      return " REAL";
    } else {
      return " TEXT";
    }
  }

  void add(std::string name, char const* type, char const* rule) {
    std::string declaration = '"' + name + '"' + type + rule;
    columns_.push_back({std::move(name), std::move(declaration)});
  }

  std::vector<Column> columns_;
  bool in_group_ = false;
};

/// Visits columns() to bind a row to a statement, from `next` on. The row must live
/// until the statement is executed.
class Binding final {
 public:
  Binding(SQLite::Statement& statement, int next) : statement_(statement), next_(next) {}

  template <typename Value>
  void operator()(char const* /*name*/, Value const& value) {
    is_absent_ ? bind_nothing() : bind(value);
  }

  template <typename Value>
  void later(char const* name, Value const& value) {
    (*this)(name, value);
  }

  template <typename Group, typename Fields>
  void group(std::optional<Group> const& fields, Fields columns_of) {
    Group const nothing{};
    is_absent_ = !fields;
    columns_of(*this, fields ? *fields : nothing);
    is_absent_ = false;
  }

 private:
  void bind_nothing() { statement_.bind(next_++); }

  void bind(std::string const& text) { statement_.bindNoCopy(next_++, text); }

  void bind(double number) {
    MP_EXPECT(!std::isnan(number));  // would be kept as nothing at all
    statement_.bind(next_++, number);
  }

  void bind(std::integral auto whole) {
    std::int64_t const wide = whole;
    statement_.bind(next_++, wide);
  }

  void bind(Severity severity) { statement_.bind(next_++, std::string(key_of(severity))); }

  template <typename Value>
  void bind(std::optional<Value> const& value) {
    value ? bind(*value) : bind_nothing();
  }

  SQLite::Statement& statement_;
  int next_;
  bool is_absent_ = false;
};

/// Visits columns() to fill a row from the current one of a query, from `next` on.
class Filling final {
 public:
  Filling(SQLite::Statement& statement, int next) : statement_(statement), next_(next) {}

  template <typename Value>
  void operator()(char const* /*name*/, Value& value) {
    // What later layouts added stands last: an earlier one lacks it.
    if (next_ >= statement_.getColumnCount())
      return;
    SQLite::Column const column = statement_.getColumn(next_++);
    if constexpr (is_optional<Value>) {
      if (!column.isNull())
        fill(column, value.emplace());
    } else {
      fill(column, value);
    }
  }

  template <typename Value>
  void later(char const* name, Value& value) {
    (*this)(name, value);
  }

  template <typename Group, typename Fields>
  void group(std::optional<Group>& fields, Fields columns_of) {
    bool const is_there = !statement_.getColumn(next_).isNull();
    columns_of(*this, fields.emplace());
    if (!is_there)
      fields.reset();
  }

 private:
  static void fill(SQLite::Column const& column, std::string& text) { text = column.getString(); }
  static void fill(SQLite::Column const& column, double& number) { number = column.getDouble(); }
  static void fill(SQLite::Column const& column, bool& flag) { flag = column.getInt64() != 0; }
  static void fill(SQLite::Column const& column, std::int64_t& whole) { whole = column.getInt64(); }
  template <std::integral Whole>
  static void fill(SQLite::Column const& column, Whole& whole) {
    whole = static_cast<Whole>(column.getInt64());
  }
  static void fill(SQLite::Column const& column, Severity& severity) {
    std::string const key = column.getString();
    severity = key == "error"     ? Severity::error
               : key == "warning" ? Severity::warning
                                  : Severity::note;
  }

  SQLite::Statement& statement_;
  int next_;
};

}  // namespace meesterplan::store
