#include "sim/input/rows.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/core.h>

#include "sim/base/number_text.hpp"
#include "sim/input/cell_text.hpp"

namespace meesterplan::input {
namespace {

Text masked(std::string_view shown) {
  return {fmt::format("{} is een afgeschermde waarde (zij kan van alles zijn, maar is geen "
                      "nul). Vul de echte waarde in.",
                      quoted(shown)),
          fmt::format("{} is a masked value (it can be anything, but is not zero). "
                      "Fill in the real value.",
                      quoted(shown))};
}

Text no_number(std::string_view shown, NumberFault fault) {
  if (fault == NumberFault::mask)
    return masked(shown);
  if (fault == NumberFault::two_separators) {
    return {fmt::format("{} heeft meer dan een punt of komma (duizendtallen worden niet "
                        "gescheiden). Schrijf bijvoorbeeld 1234,5.",
                        quoted(shown)),
            fmt::format("{} has more than one point or comma (thousands are not separated). "
                        "Write for instance 1234.5.",
                        quoted(shown))};
  }
  return {
      fmt::format("{} is geen getal (hier hoort een getal, met komma of punt). Vul een getal in.",
                  quoted(shown)),
      fmt::format("{} is not a number (a number is needed, with comma or point). "
                  "Fill in a number.",
                  quoted(shown))};
}

Text no_date(std::string_view shown, ParsedDate const& parsed) {
  if (parsed.fault == DateFault::no_such_day) {
    Date const date = parsed.value;
    if (date.month > 12 && date.day >= 1 && date.day <= 12) {
      return {fmt::format("{} bestaat niet (er is geen maand {}; staat de maand voorop?). Schrijf "
                          "overal dag-maand-jaar.",
                          quoted(shown), date.month),
              fmt::format("{} does not exist (there is no month {}; does the month come first?). "
                          "Write day-month-year everywhere.",
                          quoted(shown), date.month)};
    }
    if (date.month >= 1 && date.month <= 12) {
      int const last = days_in_month(date.year, date.month);
      return {fmt::format("{0} bestaat niet (maand {1} van {2} heeft {3} dagen). "
                          "Bedoelde u {3:02}-{1:02}-{2}?",
                          quoted(shown), date.month, date.year, last),
              fmt::format("{0} does not exist (month {1} of {2} has {3} days). "
                          "Did you mean {2}-{1:02}-{3:02}?",
                          quoted(shown), date.month, date.year, last)};
    }
    return {fmt::format("{} bestaat niet (er is geen maand {}). Schrijf dag-maand-jaar.",
                        quoted(shown), date.month),
            fmt::format("{} does not exist (there is no month {}). Write day-month-year.",
                        quoted(shown), date.month)};
  }
  return {fmt::format("{} is geen datum (schrijf dag-maand-jaar, bijvoorbeeld 31-08-2026). Laat de "
                      "cel leeg als er geen datum is.",
                      quoted(shown)),
          fmt::format("{} is not a date (write day-month-year or year-month-day, for instance "
                      "2026-08-31). Leave the cell empty if there is no date.",
                      quoted(shown))};
}

/// Where a wrong number may have lost its decimal sign.
std::optional<double> shifted_into(double value, Bounds bounds) {
  for (double const divisor : {10.0, 100.0, 1000.0}) {
    double const shifted = value / divisor;
    if (shifted > 0 && shifted >= bounds.low && shifted <= bounds.high)
      return shifted;
  }
  return std::nullopt;
}

}  // namespace

Text out_of_bounds(std::string_view shown, double value, Bounds bounds, DecimalSign sign) {
  bool const open = std::isinf(bounds.high);
  Text const low = number_text(bounds.low);
  Text const high = number_text(bounds.high);
  std::string const range_nl =
      open ? "minstens " + low.nl : fmt::format("{} tot en met {}", low.nl, high.nl);
  std::string const range_en =
      open ? "at least " + low.en : fmt::format("in [{}, {}]", low.en, high.en);
  Text text{fmt::format("{} valt buiten de grenzen (moet {} zijn).", shown, range_nl),
            fmt::format("{} is out of bounds (must be {}).", shown, range_en)};
  bool const fraction = bounds.high <= 2;
  std::optional<double> const meant = fraction ? shifted_into(value, bounds) : std::nullopt;
  if (meant) {
    Text const typed = rounded_text(*meant);
    text.nl += fmt::format(" Bedoelde u {}?", sign == DecimalSign::local ? typed.nl : typed.en);
    text.en += fmt::format(" Did you mean {}?", typed.en);
  } else {
    text.nl += " Vul een waarde binnen de grenzen in.";
    text.en += " Fill in a value within them.";
  }
  return text;
}

Text thousands_separated(std::string_view shown, std::string_view digits) {
  return {
      fmt::format("{} is geen heel getal (duizendtallen worden niet gescheiden). Bedoelde u {}?",
                  shown, digits),
      fmt::format("{} is not a whole number (thousands are not separated). Did you mean {}?", shown,
                  digits)};
}

namespace {

Text beyond_header(std::size_t width) {
  return {
      fmt::format("deze cel valt buiten de tabel (de kopregel heeft {} kolommen). Geef de kolom "
                  "een naam, of maak de cel leeg.",
                  width),
      fmt::format("this cell lies outside the table (the header has {} columns). Give its "
                  "column a name, or clear the cell.",
                  width)};
}

Text wrong_width(std::size_t filled, std::size_t width, char separator) {
  if (separator == Table::no_separator)
    return beyond_header(width);
  std::string const cells_nl = counted(static_cast<std::int64_t>(filled), "cel", "cellen");
  std::string const cells_en = counted(static_cast<std::int64_t>(filled), "cell", "cells");
  if (filled < width) {
    return {fmt::format("deze rij heeft {} (de kopregel heeft er {}). Hoort de regel bij de tabel, "
                        "vul haar dan aan met \"{}\"; haal haar anders weg.",
                        cells_nl, width, separator),
            fmt::format("this row has {} (the header has {}). If the line belongs to the table, "
                        "complete it with \"{}\"; else remove it.",
                        cells_en, width, separator)};
  }
  if (separator == ',') {
    return {
        fmt::format("deze rij heeft {} (de kopregel heeft er {}). Sla het bestand op met ; als "
                    "scheidingsteken, of zet tekst en getallen met een komma tussen "
                    "aanhalingstekens.",
                    cells_nl, width),
        fmt::format("this row has {} (the header has {}). Save the file with ; as separator, or "
                    "put text and numbers with a comma between quotes.",
                    cells_en, width)};
  }
  return {
      fmt::format("deze rij heeft {} (de kopregel heeft er {}). Controleer de scheidingstekens; "
                  "zet tekst met \"{}\" tussen aanhalingstekens.",
                  cells_nl, width, separator),
      fmt::format("this row has {} (the header has {}). Check the separators; put text with "
                  "\"{}\" between quotes.",
                  cells_en, width, separator)};
}

}  // namespace

Row::Row(Sheet const& sheet, std::size_t index) : sheet_(&sheet), cells_(sheet.row(index)) {
  TableCell const& first = cells_.front();
  place_ = {sheet.file(), first.line, 1};
  std::size_t const width = sheet.header().size();
  std::size_t filled = cells_.size();
  while (filled > width && cells_[filled - 1].text.empty())
    --filled;
  if (filled == width && repeats_header()) {
    reject_whole(place_,
                 {"deze rij herhaalt de kopregel (een bestand heeft er een). Haal haar weg.",
                  "this row repeats the header (a file has one). Remove it."});
  }
  reject_sheet_errors();
  if (filled == width)
    return;
  std::size_t beyond = width;
  while (beyond < filled && cells_[beyond].text.empty())
    ++beyond;
  Place const at =
      beyond < filled ? Place{sheet.file(), cells_[beyond].line, cells_[beyond].column} : place_;
  reject_whole(at, wrong_width(filled, width, sheet.table().separator()));
}

void Row::reject_whole(Place at, Text message) {
  usable_ = false;
  aligned_ = false;
  sheet_->reading().error(at, {}, std::move(message));
}

bool Row::repeats_header() const {
  std::span<TableCell const> const header = sheet_->header();
  return std::equal(
      cells_.begin(), cells_.end(), header.begin(), header.end(),
      [](TableCell const& left, TableCell const& right) { return left.text == right.text; });
}

bool Row::reject_total(std::string_view key) {
  std::string const first = folded(cell(key));
  bool const is_total = first == "totaal" || first == "eindtotaal" || first == "total" ||
                        first == "grandtotal" || first == "som";
  if (is_total && aligned_) {
    reject_whole(place(key), {fmt::format("{} lijkt een regel met totalen (die tellen vanzelf op). "
                                          "Haal hem weg.",
                                          quoted(cell(key))),
                              fmt::format("{} looks like a row of totals (they add up by "
                                          "themselves). Remove it.",
                                          quoted(cell(key)))});
  }
  return is_total;
}

void Row::reject_sheet_errors() {
  for (TableCell const& found : cells_) {
    if (!is_sheet_error(found.text))
      continue;
    std::string key = sheet_->key_at(static_cast<std::size_t>(&found - cells_.data()));
    if (key.empty())
      continue;  // nobody reads it
    usable_ = false;
    Place const at{sheet_->file(), found.line, found.column};
    sheet_->reading().error(
        at, std::move(key),
        {fmt::format(
             "{} is een foutmelding van het rekenblad (de formule gaf geen waarde). Herstel "
             "de formule of vul een waarde in.",
             quoted(found.text)),
         fmt::format("{} is an error of the spreadsheet (the formula gave no value). Correct the "
                     "formula or fill in a value.",
                     quoted(found.text))});
  }
}

std::string_view Row::cell(std::string_view key) const {
  int const position = sheet_->position(key);
  if (position < 0 || static_cast<std::size_t>(position) >= cells_.size())
    return {};
  return cells_[static_cast<std::size_t>(position)].text;
}

Place Row::place(std::string_view key) const {
  int const position = sheet_->position(key);
  if (position < 0 || static_cast<std::size_t>(position) >= cells_.size())
    return place_;
  TableCell const& found = cells_[static_cast<std::size_t>(position)];
  return {sheet_->file(), found.line, found.column};
}

DecimalSign Row::sign() const {
  // Between commas a decimal comma would be a separator.
  return sheet_->table().separator() == ',' ? DecimalSign::point : DecimalSign::local;
}

void Row::reject(std::string_view key, Text message) {
  usable_ = false;
  if (!aligned_)
    return;
  sheet_->reading().error(place(key), std::string(key), std::move(message));
}

bool Row::require(std::string_view key) {
  std::string_view const shown = cell(key);
  if (!shown.empty() && !says_unknown(shown))
    return !is_sheet_error(shown);
  reject(key, {"er is niets ingevuld (deze waarde is nodig). Vul de cel in.",
               "nothing is filled in (this value is needed). Fill in the cell."});
  return false;
}

std::optional<Decimal> Row::decimal(std::string_view key) {
  std::string_view const shown = cell(key);
  if (shown.empty() || says_unknown(shown) || is_sheet_error(shown))
    return std::nullopt;
  ParsedNumber const parsed = parse_number(shown);
  if (parsed.fault == NumberFault::none)
    return parsed.value;
  reject(key, no_number(shown, parsed.fault));
  return std::nullopt;
}

std::optional<double> Row::any_number(std::string_view key) {
  std::optional<Decimal> const value = decimal(key);
  return value ? std::optional<double>(value->to_double()) : std::nullopt;
}

std::optional<double> Row::number(std::string_view key, Bounds bounds) {
  std::optional<double> const value = any_number(key);
  if (!value || (*value >= bounds.low && *value <= bounds.high))
    return value;
  reject(key, out_of_bounds(cell(key), *value, bounds, sign()));
  return std::nullopt;
}

std::optional<int> Row::integer(std::string_view key, int low, int high) {
  if (std::string const digits = without_thousands_signs(cell(key)); !digits.empty()) {
    reject(key, thousands_separated(quoted(cell(key)), digits));
    return std::nullopt;
  }
  std::optional<double> const value =
      number(key, {static_cast<double>(low), static_cast<double>(high)});
  if (!value)
    return std::nullopt;
  if (*value == std::floor(*value))
    return static_cast<int>(*value);
  reject(key, {fmt::format("{} is geen heel getal (hier horen hele getallen). Rond het af.",
                           quoted(cell(key))),
               fmt::format("{} is not a whole number (whole numbers are needed). Round it.",
                           quoted(cell(key)))});
  return std::nullopt;
}

std::optional<Fte> Row::fte(std::string_view key, Fte low, Fte high) {
  std::optional<Decimal> const value = decimal(key);
  if (!value)
    return std::nullopt;
  std::optional<std::int64_t> const thousandths = value->scaled(3);
  if (thousandths && Fte{*thousandths} >= low && Fte{*thousandths} <= high) {
    return Fte{*thousandths};
  }
  reject(key, out_of_bounds(cell(key), value->to_double(),
                            {static_cast<double>(low.thousandths) / 1000,
                             static_cast<double>(high.thousandths) / 1000},
                            sign()));
  return std::nullopt;
}

std::optional<Date> Row::date(std::string_view key) {
  std::string_view const shown = cell(key);
  if (shown.empty() || says_unknown(shown) || is_sheet_error(shown))
    return std::nullopt;
  ParsedDate const parsed = parse_date(shown);
  if (parsed.fault == DateFault::none)
    return parsed.value;
  reject(key, is_mask(shown) ? masked(shown) : no_date(shown, parsed));
  return std::nullopt;
}

std::optional<int> Row::word(std::string_view key, Words const& words) {
  std::string_view const shown = cell(key);
  if (shown.empty())
    return std::nullopt;
  std::optional<int> const value = words.find(shown);
  if (value)
    return value;
  if (!says_unknown(shown) && !is_sheet_error(shown))
    reject(key, words.complaint(shown));
  return std::nullopt;
}

std::optional<bool> Row::yes_no(std::string_view key) {
  std::optional<int> const value = word(key, yes_no_words());
  return value ? std::optional<bool>(*value == 1) : std::nullopt;
}

}  // namespace meesterplan::input
