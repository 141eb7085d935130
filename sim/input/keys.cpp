#include "sim/input/keys.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include <fmt/core.h>

#include "sim/input/cell_text.hpp"
#include "sim/input/formats.hpp"
#include "sim/scenario/nearest.hpp"

namespace meesterplan::input {
namespace {

constexpr std::array<std::string_view, 4> uncertain_keys{"central", "low", "high", "group"};

Text const a_text{"een tekst", "a text"};
Text const a_number{"een getal", "a number"};
Text const a_whole_number{"een heel getal", "a whole number"};

Text unknown_key(std::string_view key, std::span<std::string_view const> known) {
  Text const meant = scenario::did_you_mean(key, known);
  if (!meant.nl.empty()) {
    return {
        fmt::format("onbekende sleutel {} (die wordt hier niet gelezen).{}", quoted(key), meant.nl),
        fmt::format("unknown key {} (it is not read here).{}", quoted(key), meant.en)};
  }
  std::string list;
  for (std::string_view const name : known)
    list += (list.empty() ? "" : ", ") + std::string(name);
  return {fmt::format("onbekende sleutel {} (bekend zijn {}). Haal hem weg.", quoted(key), list),
          fmt::format("unknown key {} (known are {}). Remove it.", quoted(key), list)};
}

/// The number as the shortest text that reads back the same.
std::string shortest(double number) {
  return fmt::format("{}", number);
}

}  // namespace

Keys::Keys(Reading& reading, Value const* table, std::string_view kind, std::string path)
    : reading_(&reading), path_(std::move(path)) {
  if (table == nullptr)
    return;
  if (!table->is_table()) {
    not_a_table(*table, path_);
    return;
  }
  table_ = table;
  report_unknown_keys(*table, kind);
}

void Keys::not_a_table(Value const& found, std::string const& path) const {
  Text const what = shown(found);
  reading_->error(found.place, path,
                  {fmt::format("{} in plaats van een tabel (hier horen sleutels onder). Schrijf "
                               "[{}] met de sleutels eronder.",
                               what.nl, path),
                   fmt::format("{} instead of a table (keys belong below it). Write [{}] with its "
                               "keys below.",
                               what.en, path)});
}

void Keys::report_unknown_keys(Value const& table, std::string_view kind) const {
  std::span<std::string_view const> const known = keys_of(kind);
  for (Entry const& entry : table.entries()) {
    if (std::find(known.begin(), known.end(), entry.key) == known.end()) {
      reading_->error(entry.key_place, field(entry.key), unknown_key(entry.key, known));
    }
  }
}

Value const* Keys::value(std::string_view key) const {
  return table_ == nullptr ? nullptr : find(*table_, key);
}

Place Keys::place(std::string_view key) const {
  if (Value const* const found = value(key))
    return found->place;
  return place();
}

std::string Keys::field(std::string_view key) const {
  return path_.empty() ? std::string(key) : path_ + "." + std::string(key);
}

void Keys::error(std::string_view key, Text message) const {
  reading_->error(place(key), field(key), std::move(message));
}

bool Keys::require(std::string_view key) const {
  if (has(key))
    return true;
  error(key, {fmt::format("{} ontbreekt (het is verplicht). Voeg het toe.", field(key)),
              fmt::format("{} is missing (it is required). Add it.", field(key))});
  return false;
}

void Keys::wrong_kind(std::string_view key, Value const& found, Text const& expected) const {
  Text const what = shown(found);
  reading_->error(found.place, field(key),
                  {fmt::format("{} in plaats van {} (zo is {} niet te lezen). Vul {} in.", what.nl,
                               expected.nl, field(key), expected.nl),
                   fmt::format("{} instead of {} ({} cannot be read like this). Fill in {}.",
                               what.en, expected.en, field(key), expected.en)});
}

std::optional<std::string> Keys::text(std::string_view key) const {
  Value const* const found = value(key);
  if (found == nullptr)
    return std::nullopt;
  if (auto const* const text = found->get<std::string>())
    return *text;
  wrong_kind(key, *found, a_text);
  return std::nullopt;
}

std::optional<std::int64_t> Keys::integer(std::string_view key, std::int64_t low,
                                          std::int64_t high) const {
  Value const* const found = value(key);
  if (found == nullptr)
    return std::nullopt;
  auto const* const whole = found->get<std::int64_t>();
  if (whole == nullptr) {
    std::string const digits = without_thousands_signs(found->written);
    if (digits.empty()) {
      wrong_kind(key, *found, a_whole_number);
    } else {
      error(key, thousands_separated(found->written, digits));
    }
    return std::nullopt;
  }
  if (*whole >= low && *whole <= high)
    return *whole;
  reading_->error(
      found->place, field(key),
      {fmt::format(
           "{} valt buiten de grenzen (moet {} tot en met {} zijn). Vul een waarde binnen de "
           "grenzen in.",
           *whole, low, high),
       fmt::format("{} is out of bounds (must be in [{}, {}]). Fill in a value within them.",
                   *whole, low, high)});
  return std::nullopt;
}

std::optional<double> Keys::any_number(std::string_view key, Value const& found) const {
  if (auto const* const whole = found.get<std::int64_t>())
    return static_cast<double>(*whole);
  if (auto const* const text = found.get<std::string>()) {
    ParsedNumber const parsed = parse_number(*text);
    if (parsed.fault == NumberFault::none)
      return parsed.value.to_double();
  }
  auto const* const number = found.get<double>();
  if (number == nullptr) {
    wrong_kind(key, found, a_number);
    return std::nullopt;
  }
  if (std::isfinite(*number))
    return *number;
  reading_->error(
      found.place, field(key),
      {fmt::format("{} is geen getal waarmee te rekenen is (het is niet eindig). Vul een "
                   "gewoon getal in.",
                   number_as_written(found, *number)),
       fmt::format("{} is not a number to reckon with (it is not finite). Fill in an "
                   "ordinary number.",
                   number_as_written(found, *number))});
  return std::nullopt;
}

std::optional<double> Keys::number(std::string_view key, Bounds bounds) const {
  Value const* const found = value(key);
  if (found == nullptr)
    return std::nullopt;
  std::optional<double> const number = any_number(key, *found);
  if (!number || (*number >= bounds.low && *number <= bounds.high))
    return number;
  reading_->error(
      found->place, field(key),
      out_of_bounds(number_as_written(*found, *number), *number, bounds, DecimalSign::point));
  return std::nullopt;
}

std::optional<Fte> Keys::fte(std::string_view key, Bounds bounds) const {
  std::optional<double> const number = this->number(key, bounds);
  if (!number)
    return std::nullopt;
  // By way of its text: 0.0005 is half a thousandth, whatever its bits say.
  return Fte{parse_number(shortest(*number)).value.scaled(3).value_or(0)};
}

std::optional<Rational> Keys::rational(std::string_view key) const {
  Value const* const found = value(key);
  if (found == nullptr)
    return std::nullopt;
  std::optional<double> const number = any_number(key, *found);
  if (!number)
    return std::nullopt;
  auto const* const text = found->get<std::string>();
  Decimal exact = parse_number(text != nullptr ? *text : shortest(*number)).value;
  bool const negative = exact.negative;
  exact.negative = false;
  // Nine decimals up to a million; cents of what is larger, which can only be money.
  std::int64_t denominator = 1'000'000'000;
  std::optional<std::int64_t> numerator = exact.scaled(9);
  if (!numerator && exact.exponent >= -2) {
    denominator = 100;
    numerator = exact.scaled(2);
  }
  if (!numerator) {
    std::string const written = text != nullptr ? *text : number_as_written(*found, *number);
    error(key, {fmt::format("{} is te groot voor een grens (boven een miljoen hoogstens twee "
                            "decimalen, en nooit boven 10 biljoen). Vul een kleiner of ronder "
                            "getal in.",
                            written),
                fmt::format("{} is too large for a bound (above a million at most two decimals, "
                            "and never above 10 trillion). Fill in a smaller or rounder number.",
                            written)});
    return std::nullopt;
  }
  std::int64_t const divisor = std::gcd(*numerator, denominator);
  return Rational{(negative ? -1 : 1) * (*numerator / divisor), denominator / divisor};
}

bool Keys::is_percentage(std::string_view key) const {
  Value const* const found = value(key);
  auto const* const text = found == nullptr ? nullptr : found->get<std::string>();
  return text != nullptr && text->find('%') != std::string::npos;
}

std::optional<scenario::Uncertain> Keys::uncertain(std::string_view key,
                                                   scenario::Quantity quantity) const {
  Value const* const found = value(key);
  if (found == nullptr)
    return std::nullopt;
  scenario::Uncertain uncertain;
  uncertain.quantity = quantity;
  uncertain.place = found->place;
  uncertain.name = field(key);
  auto const* const entries = found->get<Value::Table>();
  if (entries == nullptr) {
    std::optional<double> const number = any_number(key, *found);
    uncertain.central = number.value_or(0);
    auto const* const text = found->get<std::string>();
    uncertain.written = text != nullptr ? *text : number_as_written(*found, uncertain.central);
    return number ? std::optional(uncertain) : std::nullopt;
  }
  std::array<std::optional<double>, 3> numbers;
  for (Entry const& entry : *entries) {
    auto const known = std::find(uncertain_keys.begin(), uncertain_keys.end(), entry.key);
    auto const index = static_cast<std::size_t>(known - uncertain_keys.begin());
    std::string const inner = std::string(key) + "." + entry.key;
    if (known == uncertain_keys.end()) {
      reading_->error(entry.key_place, field(inner), unknown_key(entry.key, uncertain_keys));
    } else if (index < numbers.size()) {
      numbers[index] = any_number(inner, entry.value);
      if (!numbers[index])
        return std::nullopt;
    } else if (auto const* const group = entry.value.get<std::string>()) {
      uncertain.name = *group;
    } else {
      wrong_kind(inner, entry.value, a_text);
    }
  }
  if (!numbers[0] || numbers[1].has_value() != numbers[2].has_value()) {
    error(key, {"een onvolledig onzeker getal (central is nodig, low en high horen bij elkaar). "
                "Schrijf bijvoorbeeld { central = 0.7, low = 0.5, high = 0.9 }.",
                "an incomplete uncertain number (central is needed, low and high belong together). "
                "Write for instance { central = 0.7, low = 0.5, high = 0.9 }."});
    return std::nullopt;
  }
  uncertain.central = *numbers[0];
  if (numbers[1])
    uncertain.interval = scenario::Interval{*numbers[1], *numbers[2]};
  return uncertain;
}

Value const* Keys::table(std::string_view key) const {
  Value const* const found = value(key);
  if (found == nullptr || found->is_table())
    return found;
  not_a_table(*found, field(key));
  return nullptr;
}

std::optional<int> Keys::word(std::string_view key, Words const& words) const {
  std::optional<std::string> const name = text(key);
  if (!name)
    return std::nullopt;
  std::optional<int> const found = words.find(*name);
  if (!found)
    error(key, words.complaint(*name));
  return found;
}

std::optional<bool> Keys::flag(std::string_view key) const {
  Value const* const found = value(key);
  if (found == nullptr)
    return std::nullopt;
  if (auto const* const answer = found->get<bool>())
    return *answer;
  if (found->get<std::string>() == nullptr) {
    wrong_kind(key, *found, {"true of false", "true or false"});
    return std::nullopt;
  }
  std::optional<int> const answer = word(key, yes_no_words());
  return answer ? std::optional(*answer != 0) : std::nullopt;
}

}  // namespace meesterplan::input
