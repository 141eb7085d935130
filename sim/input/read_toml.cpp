#include "sim/input/read_toml.hpp"

#include <algorithm>
#include <sstream>
#include <utility>
#include <vector>

#include <fmt/core.h>
#include <toml++/toml.h>

#include "sim/input/toml_fault.hpp"

namespace meesterplan::input {
namespace {

Place place_of(toml::source_region const& source, int file) {
  return {file, static_cast<int>(source.begin.line), static_cast<int>(source.begin.column)};
}

/// The text of a file with its number.
struct Origin {
  int file = -1;
  std::string_view text;
};

/// What stands in the file where a value was read; empty when it is unknown.
std::string written(toml::source_region const& source, std::string_view text) {
  for (toml::source_index line = 1; line < source.begin.line && !text.empty(); ++line)
    text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
  std::string found;
  toml::source_index column = 0;
  for (char const letter : text) {
    bool const is_character = (static_cast<unsigned char>(letter) & 0xc0U) != 0x80U;
    column += is_character ? 1 : 0;
    if (column >= source.end.column || letter == '\n')
      break;
    if (column >= source.begin.column)
      found.push_back(letter);
  }
  return source.begin.line == source.end.line ? found : std::string();
}

Value converted(toml::node const& node, Origin const& origin);

Value converted_table(toml::table const& table, Origin const& origin) {
  Value::Table entries;
  for (auto const& [key, node] : table) {
    entries.push_back(
        {std::string(key.str()), place_of(key.source(), origin.file), converted(node, origin)});
  }
  // toml++ sorts by key; people wrote by line.
  std::stable_sort(entries.begin(), entries.end(), [](Entry const& left, Entry const& right) {
    return std::pair(left.key_place.line, left.key_place.column) <
           std::pair(right.key_place.line, right.key_place.column);
  });
  return {place_of(table.source(), origin.file), std::move(entries)};
}

Value converted_list(toml::array const& array, Origin const& origin) {
  Value::List items;
  for (toml::node const& node : array)
    items.push_back(converted(node, origin));
  return {place_of(array.source(), origin.file), std::move(items)};
}

Value converted(toml::node const& node, Origin const& origin) {
  Place const place = place_of(node.source(), origin.file);
  if (auto const* const table = node.as_table())
    return converted_table(*table, origin);
  if (auto const* const array = node.as_array())
    return converted_list(*array, origin);
  if (auto const* const text = node.as_string())
    return {place, text->get()};
  if (auto const* const whole = node.as_integer())
    return {place, whole->get()};
  if (auto const* const number = node.as_floating_point())
    return {place, number->get(), written(node.source(), origin.text)};
  if (auto const* const flag = node.as_boolean())
    return {place, flag->get()};
  std::ostringstream shown;
  if (auto const* const date = node.as_date()) {
    shown << *date;
  } else if (auto const* const time = node.as_time()) {
    shown << *time;
  } else if (auto const* const moment = node.as_date_time()) {
    shown << *moment;
  }
  return {place, Value::Other{shown.str()}};
}

void forget(Value& table, std::string_view key) {
  Value::Table& entries = table.entries();
  entries.erase(std::remove_if(entries.begin(), entries.end(),
                               [&](Entry const& entry) { return entry.key == key; }),
                entries.end());
}

void report_circle(Reading& reading, Place place, std::vector<std::string> const& chain,
                   std::string const& path) {
  std::string circle;
  bool inside = false;
  for (std::string const& step : chain) {
    inside = inside || step == path;
    if (inside)
      circle += step + " -> ";
  }
  circle += path;
  reading.error(place, "extends",
                {fmt::format("de scenario's breiden elkaar in een kring uit ({}). Haal een van de "
                             "extends weg.",
                             circle),
                 fmt::format("the scenarios extend each other in a circle ({}). Remove one of the "
                             "extends.",
                             circle)});
}

std::optional<Value> read_chain(Reading& reading, std::string const& path, Place named_at,
                                std::vector<std::string>& chain) {
  if (std::find(chain.begin(), chain.end(), path) != chain.end()) {
    report_circle(reading, named_at, chain, path);
    return std::nullopt;
  }
  std::string const field = chain.empty() ? "" : "extends";
  chain.push_back(path);
  std::optional<int> const file = reading.open(path, named_at, field);
  if (!file)
    return std::nullopt;
  std::optional<Value> own = read_toml(reading, *file);
  if (!own)
    return std::nullopt;
  Value const* const extends = find(*own, "extends");
  if (extends == nullptr)
    return own;
  auto const* const base_name = extends->get<std::string>();
  if (base_name == nullptr) {
    Text const found = shown(*extends);
    reading.error(extends->place, "extends",
                  {fmt::format("{} in plaats van een bestandsnaam (extends noemt een scenario). "
                               "Schrijf bijvoorbeeld \"basis.toml\".",
                               found.nl),
                   fmt::format("{} instead of a file name (extends names one scenario). "
                               "Write for instance \"basis.toml\".",
                               found.en)});
    return std::nullopt;
  }
  std::optional<Value> base =
      read_chain(reading, reading.resolve(*base_name, *file), extends->place, chain);
  if (!base)
    return std::nullopt;
  forget(*base, "name");
  forget(*base, "description");
  return merged(std::move(*base), std::move(*own));
}

/// The first line with a key of more parts than any scenario has; 0 for none.
/// A parser goes as deep as a key has parts, and would run out of stack.
int line_of_deep_key(std::string_view text) {
  constexpr std::ptrdiff_t most_parts = 100;
  int number = 0;
  while (!text.empty()) {
    ++number;
    std::size_t const end = std::min(text.find('\n'), text.size());
    std::string_view const line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    std::size_t const first = line.find_first_not_of(" \t");
    std::size_t const equals = line.find('=');
    bool const has_key =
        equals != std::string_view::npos || (first != std::string_view::npos && line[first] == '[');
    std::string_view const key = line.substr(0, equals);
    if (has_key && std::count(key.begin(), key.end(), '.') > most_parts)
      return number;
  }
  return 0;
}

/// Tells what is wrong with a file that a parser gave up on at `given_up`, in our
/// own words: those of a parser are English and for programmers.
void report_fault(Reading& reading, int file, Place given_up) {
  TomlFault fault{given_up.line, given_up.column, general_toml_fault()};
  std::optional<TomlFault> found = find_toml_fault(reading.text(file));
  if (found && found->line <= given_up.line)
    fault = std::move(*found);
  fault.message.nl += " Daarna wordt de rest nagekeken.";
  fault.message.en += " The rest is checked after that.";
  reading.error({file, fault.line, fault.column}, {}, std::move(fault.message));
}

}  // namespace

std::optional<Value> read_toml(Reading& reading, int file) {
  if (int const line = line_of_deep_key(reading.text(file)); line > 0) {
    reading.error(Place{file, line, 1}, {},
                  {"een sleutel van meer dan honderd delen (geen sleutel van een scenario is zo "
                   "diep). Verbeter deze regel.",
                   "a key of more than a hundred parts (no key of a scenario is so deep). Correct "
                   "this line."});
    return std::nullopt;
  }
  try {
    toml::table const table = toml::parse(reading.text(file), std::string_view(reading.path(file)));
    Value value = converted_table(table, {file, reading.text(file)});
    value.place = {file, 0, 0};
    return value;
  } catch (toml::parse_error const& wrong) {
    report_fault(reading, file, place_of(wrong.source(), file));
    return std::nullopt;
  }
}

std::optional<Value> read_with_bases(Reading& reading, std::string const& path) {
  std::vector<std::string> chain;
  return read_chain(reading, plain_path(path), Place{}, chain);
}

Value parse_setting(std::string const& text, Place place) {
  try {
    std::string const line = "value = " + text;
    toml::table const table = toml::parse(line);
    toml::node const* const node = table.get("value");
    if (node != nullptr && table.size() == 1) {
      Value value = converted(*node, {-1, line});
      value.place = place;
      return value;
    }
  } catch (toml::parse_error const&) {
    // Not TOML: a bare word or a file name.
  }
  return {place, text};
}

}  // namespace meesterplan::input
