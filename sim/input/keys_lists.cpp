#include <fmt/core.h>

#include "sim/input/cell_text.hpp"
#include "sim/input/keys.hpp"

// Lists and names of files.

namespace meesterplan::input {
namespace {

Text const a_text{"een tekst", "a text"};
Text const a_whole_number{"een heel getal", "a whole number"};
Text const a_list{"een lijst", "a list"};

}  // namespace

std::vector<Keys::Item> Keys::items(std::string_view key) const {
  Value const* const found = value(key);
  if (found == nullptr)
    return {};
  auto const* const list = found->get<Value::List>();
  std::vector<Item> items;
  if (list == nullptr) {
    wrong_kind(key, *found, a_list);
    return {};
  }
  for (Value const& item : *list) {
    if (auto const* const text = item.get<std::string>()) {
      items.push_back({*text, item.place});
    } else {
      wrong_kind(key, item, a_text);
    }
  }
  return items;
}

Place Keys::item_place(std::string_view key, std::string_view text) const {
  Value const* const found = value(key);
  if (found == nullptr || found->get<Value::List>() == nullptr)
    return place(key);
  for (Value const& item : found->items()) {
    auto const* const own = item.get<std::string>();
    if (own != nullptr && *own == text)
      return item.place;
  }
  return found->place;
}

std::vector<std::string> Keys::texts(std::string_view key) const {
  std::vector<std::string> texts;
  for (Item const& item : items(key))
    texts.push_back(item.text);
  return texts;
}

std::vector<int> Keys::integers(std::string_view key, std::int64_t low, std::int64_t high) const {
  Value const* const found = value(key);
  std::vector<int> numbers;
  if (found == nullptr)
    return numbers;
  auto const* const list = found->get<Value::List>();
  if (list == nullptr) {
    wrong_kind(key, *found, a_list);
    return numbers;
  }
  for (Value const& item : *list) {
    auto const* const whole = item.get<std::int64_t>();
    if (whole == nullptr) {
      wrong_kind(key, item, a_whole_number);
    } else if (*whole < low || *whole > high) {
      reading_->error(
          item.place, field(key),
          out_of_bounds(fmt::format("{}", *whole), static_cast<double>(*whole),
                        {static_cast<double>(low), static_cast<double>(high)}, DecimalSign::point));
    } else {
      numbers.push_back(static_cast<int>(*whole));
    }
  }
  return numbers;
}

bool Keys::names_file(std::string_view key) const {
  Value const* const found = value(key);
  auto const* const text = found == nullptr ? nullptr : found->get<std::string>();
  return text != nullptr && parse_number(*text).fault != NumberFault::none;
}

NamedFile Keys::named(std::string_view key, Item const& item) const {
  return {reading_->resolve(item.text, item.place.file), item.place, field(key)};
}

std::optional<NamedFile> Keys::file(std::string_view key) const {
  std::optional<std::string> const name = text(key);
  return name ? std::optional(named(key, {*name, place(key)})) : std::nullopt;
}

std::vector<NamedFile> Keys::files(std::string_view key) const {
  Value const* const found = value(key);
  if (found == nullptr)
    return {};
  std::vector<NamedFile> files;
  if (found->get<Value::List>() == nullptr) {
    if (std::optional<NamedFile> only = file(key))
      files.push_back(std::move(*only));
    return files;
  }
  for (Item const& item : items(key))
    files.push_back(named(key, item));
  return files;
}

std::vector<int> Keys::word_list(std::string_view key, Words const& words) const {
  std::vector<int> found;
  for (Item const& item : items(key)) {
    if (std::optional<int> const one = words.find(item.text)) {
      found.push_back(*one);
    } else {
      reading_->error(item.place, field(key), words.complaint(item.text));
    }
  }
  return found;
}

}  // namespace meesterplan::input
