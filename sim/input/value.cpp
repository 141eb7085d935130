#include "sim/input/value.hpp"

#include <algorithm>
#include <set>
#include <string>

#include <fmt/core.h>

#include "sim/input/words.hpp"

namespace meesterplan::input {
namespace {

bool is_list_of_named_tables(Value const& value) {
  auto const* const list = value.get<Value::List>();
  return list != nullptr && !list->empty() &&
         std::all_of(list->begin(), list->end(),
                     [](Value const& item) { return !name_of(item).empty(); });
}

Value merged_lists(Value base, Value over) {
  Value::List& items = base.items();
  std::set<std::string> taken;
  for (Value& item : over.items()) {
    std::string const name(name_of(item));
    // Twice in one file is a mistake that must stay to be seen.
    if (!taken.insert(name).second) {
      items.push_back(std::move(item));
      continue;
    }
    auto const same = std::find_if(items.begin(), items.end(), [&](Value const& candidate) {
      return name_of(candidate) == name;
    });
    if (same == items.end()) {
      items.push_back(std::move(item));
    } else {
      Value const before = std::move(*same);
      *same = merged(before, std::move(item));
    }
  }
  return base;
}

}  // namespace

Value const* find(Value const& table, std::string_view key) {
  for (Entry const& entry : table.entries()) {
    if (entry.key == key)
      return &entry.value;
  }
  return nullptr;
}

Value* find(Value& table, std::string_view key) {
  for (Entry& entry : table.entries()) {
    if (entry.key == key)
      return &entry.value;
  }
  return nullptr;
}

std::string_view name_of(Value const& item) {
  if (!item.is_table())
    return {};
  for (std::string_view const key : {"name", "use"}) {
    Value const* const name = find(item, key);
    auto const* const text = name == nullptr ? nullptr : name->get<std::string>();
    if (text != nullptr)
      return *text;
  }
  return {};
}

Value& at(Value& table, std::string const& key, Place place) {
  if (Value* const found = find(table, key))
    return *found;
  return table.entries().emplace_back(Entry{key, place, {place, Value::Table{}}}).value;
}

std::string number_as_written(Value const& value, double number) {
  return value.written.empty() ? fmt::format("{}", number) : value.written;
}

Text shown(Value const& value) {
  if (auto const* const text = value.get<std::string>()) {
    return {"tekst (" + quoted(*text) + ")", "text (" + quoted(*text) + ")"};
  }
  if (auto const* const whole = value.get<std::int64_t>()) {
    return {fmt::format("een heel getal ({})", *whole), fmt::format("a whole number ({})", *whole)};
  }
  if (auto const* const number = value.get<double>()) {
    std::string const written = number_as_written(value, *number);
    return {"een getal (" + written + ")", "a number (" + written + ")"};
  }
  if (auto const* const flag = value.get<bool>()) {
    return {fmt::format("ja of nee ({})", *flag), fmt::format("yes or no ({})", *flag)};
  }
  if (value.get<Value::List>() != nullptr)
    return {"een lijst", "a list"};
  if (value.is_table())
    return {"een tabel", "a table"};
  std::string const& other = std::get<Value::Other>(value.content).shown;
  return {fmt::format("een datum of tijd ({})", other), fmt::format("a date or time ({})", other)};
}

Value merged(Value base, Value over) {
  if (is_list_of_named_tables(base) && is_list_of_named_tables(over)) {
    return merged_lists(std::move(base), std::move(over));
  }
  if (!base.is_table() || !over.is_table())
    return over;
  base.place = over.place;
  for (Entry& entry : over.entries()) {
    Value* const before = find(base, entry.key);
    if (before == nullptr) {
      base.entries().push_back(std::move(entry));
    } else {
      Value const old = std::move(*before);
      *before = merged(old, std::move(entry.value));
    }
  }
  return base;
}

}  // namespace meesterplan::input
