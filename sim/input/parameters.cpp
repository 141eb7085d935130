#include <algorithm>
#include <cmath>
#include <map>

#include <fmt/core.h>

#include "sim/base/number_text.hpp"
#include "sim/input/cell_text.hpp"
#include "sim/input/definitions.hpp"
#include "sim/input/read_toml.hpp"
#include "sim/input/rules.hpp"
#include "sim/scenario/nearest.hpp"

namespace meesterplan::input {
namespace {

/// A key such as study.p_grant, programme.NAME.delay or policy.NAME.effect.NAME.ratio, in
/// parts.
struct KeyPath {
  std::string table;  ///< empty: top level
  std::string item;   ///< name within a list of tables; empty: no list
  std::string inner;  ///< list within that item ("effect"); empty: none
  std::string inner_item;
  std::string key;

  /// As the tables of keys call it: "policy.effect".
  std::string kind() const { return inner.empty() ? table : table + "." + inner; }
};

KeyPath split(std::string const& path) {
  std::size_t const last = path.rfind('.');
  if (last == std::string::npos)
    return {{}, {}, {}, {}, path};
  std::size_t const first = path.find('.');
  KeyPath parts{path.substr(0, first), {}, {}, {}, path.substr(last + 1)};
  if (first == last)
    return parts;
  parts.item = path.substr(first + 1, last - first - 1);
  for (std::string const inner : {"effect", "cost"}) {
    std::size_t const at = parts.item.find("." + inner + ".");
    if (at == std::string::npos || !is_list_of_tables(parts.table + "." + inner))
      continue;
    parts.inner = inner;
    parts.inner_item = parts.item.substr(at + inner.size() + 2);
    parts.item.resize(at);
    break;
  }
  return parts;
}

/// Whether a scenario can hold this key at all.
bool is_known(KeyPath const& path) {
  if (is_list_of_tables(path.table) == path.item.empty())
    return false;
  for (KeyTable const& table : scenario_tables()) {
    if (table.path != path.kind())
      continue;
    return std::find(table.keys.begin(), table.keys.end(), path.key) != table.keys.end();
  }
  return false;
}

Text unknown_path(std::string const& path) {
  KeyPath const parts = split(path);
  std::vector<std::string> names;
  for (KeyTable const& table : scenario_tables()) {
    std::string const item = parts.item.empty() ? "NAME" : parts.item;
    std::string prefix(table.path);
    if (std::size_t const dot = prefix.find('.'); dot != std::string::npos) {
      std::string const inner = parts.inner_item.empty() ? "NAME" : parts.inner_item;
      prefix = fmt::format("{}.{}{}.{}", prefix.substr(0, dot), item, prefix.substr(dot), inner);
    } else if (is_list_of_tables(table.path)) {
      prefix += "." + item;
    }
    for (std::string_view const key : table.keys) {
      names.push_back(prefix.empty() ? std::string(key) : prefix + "." + std::string(key));
    }
  }
  std::vector<std::string_view> const known(names.begin(), names.end());
  Text const meant = scenario::did_you_mean(path, known);
  return {fmt::format("onbekende sleutel {} (een scenario heeft die niet).{}", quoted(path),
                      meant.nl.empty() ? " Zie docs/formats.md." : meant.nl),
          fmt::format("unknown key {} (a scenario does not have it).{}", quoted(path),
                      meant.en.empty() ? " See docs/formats.md." : meant.en)};
}

/// The item called `name` of the list of tables `list`; nullptr when absent.
Value* find_item(Value& root, std::string const& list, std::string const& name) {
  Value* const found = find(root, list);
  if (found == nullptr || found->get<Value::List>() == nullptr)
    return nullptr;
  for (Value& item : found->items()) {
    if (item.is_table() && name_of(item) == name)
      return &item;
  }
  return nullptr;
}

/// The table of a list within the item: one that the library has is added, as a change of it.
Value* find_inner(Value& item, KeyPath const& path) {
  if (Value* const own = find_item(item, path.inner, path.inner_item))
    return own;
  if (find(item, "use") == nullptr)
    return nullptr;
  Value* list = find(item, path.inner);
  if (list == nullptr) {
    item.entries().push_back({path.inner, {}, {Place{}, Value::List{}}});
    list = &item.entries().back().value;
  }
  if (list->get<Value::List>() == nullptr)
    return nullptr;
  Value::Table entries{{"name", {}, {Place{}, path.inner_item}}};
  list->items().push_back({Place{}, std::move(entries)});
  return &list->items().back();
}

/// Whether a table switches a part of the model on by being there.
bool is_switch(std::string const& table) {
  return table == "lessons" || table == "money";
}

/// The table that holds the key; nullptr when it is an item or a part that the
/// scenario does not have.
Value* find_table(Value& root, KeyPath const& path) {
  if (!path.item.empty()) {
    Value* const item = find_item(root, path.table, path.item);
    return item == nullptr || path.inner.empty() ? item : find_inner(*item, path);
  }
  if (path.table.empty())
    return &root;
  if (is_switch(path.table) && find(root, path.table) == nullptr)
    return nullptr;
  Value& table = at(root, path.table, Place{0, 0, 0});
  return table.is_table() ? &table : nullptr;
}

/// That a list of tables has no item of this name, or is no table.
Text unknown_item(Value& root, KeyPath const& path) {
  if (path.item.empty()) {
    return {fmt::format("{} is hier geen tabel (het scenario geeft het anders). Schrijf [{}] in "
                        "het scenario.",
                        path.table, path.table),
            fmt::format("{} is not a table here (the scenario gives it otherwise). Write [{}] in "
                        "the scenario.",
                        path.table, path.table)};
  }
  std::vector<std::string_view> names;
  Value const* const list = find(root, path.table);
  if (list != nullptr && list->get<Value::List>() != nullptr) {
    for (Value const& item : list->items()) {
      if (!name_of(item).empty())
        names.push_back(name_of(item));
    }
  }
  Text const meant = scenario::did_you_mean(path.item, names);
  return {fmt::format("{} {} is er niet (het scenario noemt hem niet).{}", path.table,
                      quoted(path.item), meant.nl.empty() ? " Controleer de naam." : meant.nl),
          fmt::format("there is no {} {} (the scenario does not name it).{}", path.table,
                      quoted(path.item), meant.en.empty() ? " Check the name." : meant.en)};
}

/// The same for an item of a list within an item, where the latter is there.
Text unknown_part(Value& root, KeyPath const& path) {
  Value* const item = path.inner.empty() ? nullptr : find_item(root, path.table, path.item);
  if (item == nullptr)
    return unknown_item(root, path);
  return unknown_item(*item, {path.inner, path.inner_item, {}, {}, path.key});
}

/// A parameter's row as a value of the tree.
Value row_value(Row& row) {
  Place const place = row.place("value");
  std::string const text(row.text("value"));
  auto const number_or_text = [&](std::string_view key) -> Value {
    std::optional<double> const number = row.any_number(key);
    bool const is_whole = number && *number == std::floor(*number) && std::abs(*number) < 1e15;
    if (is_whole)
      return {row.place(key), static_cast<std::int64_t>(*number)};
    return {row.place(key), number.value_or(0)};
  };
  bool const plain = row.is_empty("low") && row.is_empty("high") && row.is_empty("group");
  if (plain && parse_number(text).fault == NumberFault::not_a_number)
    return {place, text};
  if (plain)
    return number_or_text("value");
  Value::Table entries{{"central", place, number_or_text("value")}};
  for (std::string const key : {"low", "high"}) {
    if (!row.is_empty(key))
      entries.push_back({key, row.place(key), number_or_text(key)});
  }
  if (!row.is_empty("group")) {
    entries.push_back(
        {"group", row.place("group"), {row.place("group"), std::string(row.text("group"))}});
  }
  return {place, std::move(entries)};
}

/// Puts a row in the tree; false when the scenario has no place for it.
bool apply_row(Row& row, Value& root) {
  if (!row.require("key") || !row.require("value"))
    return true;
  std::string const name(row.text("key"));
  KeyPath const path = split(name);
  if (!is_known(path)) {
    row.reject("key", unknown_path(name));
    return true;
  }
  Value value = row_value(row);
  if (!row.is_usable())
    return true;
  Value* const table = find_table(root, path);
  if (table == nullptr)
    return false;
  if (find(*table, path.key) == nullptr) {
    table->entries().push_back({path.key, row.place("key"), std::move(value)});
  }
  return true;
}

/// How a scenario writes the table that holds a key.
std::string holder_of(KeyPath const& path) {
  if (!path.inner.empty()) {
    return fmt::format("[[{}]] name = \"{}\" in [[{}]] name = \"{}\"", path.kind(), path.inner_item,
                       path.table, path.item);
  }
  return path.item.empty() ? "[" + path.table + "]"
                           : fmt::format("[[{}]] name = \"{}\"", path.table, path.item);
}

void note_unused(Sheet const& sheet, std::string const& holder, int count) {
  sheet.reading().note(
      sheet.place(), "key",
      {fmt::format(
           "{} bij {} (dat staat niet in dit scenario). Er hoeft niets te gebeuren; schrijf "
           "{} in het scenario om ze te gebruiken.",
           counted(count, "getal hoort", "getallen horen"), holder, holder),
       fmt::format(
           "{} to {} (which is not in this scenario). Nothing needs to be done; write {} in "
           "the scenario to use them.",
           counted(count, "number belongs", "numbers belong"), holder, holder)});
}

}  // namespace

void apply_parameters(Reading& reading, Value& root) {
  Keys const keys(reading, &root, "", "");
  std::vector<NamedFile> const files = keys.files("parameters");
  for (NamedFile const& file : files) {
    std::optional<int> const opened = reading.open_table(file.path, file.place, file.field);
    if (!opened)
      continue;
    Sheet const sheet(reading, *opened, parameters_format(), {});
    std::map<std::string, int> unused;
    for (std::size_t i = 0; i < sheet.size() && sheet.is_usable(); ++i) {
      Row row(sheet, i);
      if (!apply_row(row, root))
        ++unused[holder_of(split(std::string(row.text("key"))))];
    }
    for (auto const& [holder, count] : unused)
      note_unused(sheet, holder, count);
  }
}

void apply_settings(Reading& reading, std::vector<Setting> const& settings, Value& root) {
  for (Setting const& setting : settings) {
    KeyPath const path = split(setting.path);
    if (!is_known(path)) {
      reading.error({}, setting.path, unknown_path(setting.path));
      continue;
    }
    if (setting.path == "extends") {
      reading.error({}, setting.path,
                    {"dit kan niet van buiten worden veranderd (het scenario is dan al gelezen). "
                     "Maak een scenario dat het andere uitbreidt.",
                     "this cannot be changed from outside (the scenario has been read by then). "
                     "Make a scenario that extends the other one."});
      continue;
    }
    Value* table = find_table(root, path);
    if (table == nullptr && is_switch(path.table))
      table = &at(root, path.table, {});
    if (table == nullptr) {
      reading.error({}, setting.path, unknown_part(root, path));
      continue;
    }
    at(*table, path.key, {}) = parse_setting(setting.value, {});
  }
}

void name_origin(std::vector<Setting> const& settings, Problem& problem) {
  if (!problem.file.empty())
    return;
  for (Setting const& setting : settings) {
    KeyPath const path = split(setting.path);
    // The field of a target is not told with its name.
    std::string const without_item = path.table.empty() ? path.key : path.table + "." + path.key;
    std::string const inner = setting.path + ".";
    if (problem.field == setting.path || problem.field == without_item ||
        problem.field.compare(0, inner.size(), inner) == 0)
      problem.file = setting.origin;
  }
}

}  // namespace meesterplan::input
