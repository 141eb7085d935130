#include "sim/input/rate_tables.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/core.h>

#include "sim/input/cell_text.hpp"

namespace meesterplan::input {
namespace {

using scenario::CauseRates;
using scenario::Cell;
using scenario::ExitCause;
using scenario::Factor;
using scenario::FactorKind;
using scenario::IntRange;
using scenario::Quantity;
using scenario::RateRow;
using scenario::RateTable;
using scenario::Uncertain;

void check_order(Row& row, std::string const& key, IntRange range) {
  if (range.from <= range.to)
    return;
  Text const from = row.name(key + "_from");
  Text const to = row.name(key + "_to");
  row.reject(
      key + "_from",
      {fmt::format("{} is groter dan {} (zo past niemand in de rij). Verwissel ze.", from.nl,
                   to.nl),
       fmt::format("{} is above {} (so that nobody fits the row). Swap them.", from.en, to.en)});
}

/// A word that says who a row is about; unknown is nobody in particular.
template <typename Term>
std::optional<Term> read_who(Row& row, std::string_view key, Words const& words) {
  std::optional<Term> const value = row.choice<Term>(key, words);
  if constexpr (!std::is_same_v<Term, scenario::Contract>) {
    if (value == Term::unknown) {
      row.reject(key, {"een tabel gaat nooit over onbekend (dat wordt in elke toekomst geloot). "
                       "Maak de cel leeg: dan geldt de rij voor iedereen.",
                       "a table is never about unknown (that is drawn in every future). Empty the "
                       "cell: the row is then for everybody."});
      return std::nullopt;
    }
  }
  return value;
}

/// The ends of fte_from and fte_to in thousandths.
IntRange read_fte_range(Row& row) {
  IntRange range;
  Fte const high{2000};
  if (std::optional<Fte> const from = row.fte("fte_from", Fte{0}, high)) {
    range.from = static_cast<int>(from->thousandths);
  }
  if (std::optional<Fte> const to = row.fte("fte_to", Fte{0}, high)) {
    range.to = static_cast<int>(to->thousandths);
  }
  check_order(row, "fte", range);
  return range;
}

RateRow read_rate_row(Row& row, std::string_view value_key, Quantity quantity,
                      std::string const& table) {
  RateRow rate;
  rate.place = row.place();
  Cell& cell = rate.cell;
  cell.age = read_range(row, "age", 0, 120);
  cell.retirement = read_range(row, "retirement", -100, 100);
  cell.tenure = read_range(row, "tenure", 0, 100);
  cell.experience = read_range(row, "experience", 0, 100);
  cell.years_since_master = read_range(row, "years_since_master", 0, 100);
  cell.fte = read_fte_range(row);
  cell.year = read_range(row, "year", 1900, 2200);
  cell.degree = read_who<scenario::Degree>(row, "degree", degree_words());
  cell.licence = read_who<scenario::Licence>(row, "licence", licence_words());
  cell.contract = read_who<scenario::Contract>(row, "contract", contract_words());
  if (!row.is_empty("subject"))
    cell.subject = std::string(row.text("subject"));
  rate.value = read_uncertain(row, value_key, quantity, table);
  rate.source = row.text("source");
  return rate;
}

std::string table_name(Sheet const& sheet, std::string_view part) {
  return sheet.reading().table_name(sheet.file()) + "/" + std::string(part);
}

/// The part of `text` before the first of `signs`, which is taken off its front.
std::string_view take_part(std::string_view& text, std::string_view signs) {
  std::size_t const end = std::min(text.find_first_of(signs), text.size());
  std::string_view const part = trim(text.substr(0, end));
  text = trim(text.substr(std::min(end + 1, text.size())));
  return part;
}

/// Causes named in a cell, separated by commas, or by blanks.
std::vector<ExitCause> read_causes(Row& row) {
  std::vector<ExitCause> causes;
  Words const words = drawn_cause_words();
  std::string_view rest = row.text("causes");
  while (!rest.empty()) {
    std::string_view part = take_part(rest, ",");
    while (!part.empty()) {
      // A cause may have blanks of its own.
      std::string_view const word =
          words.find(part) ? std::exchange(part, {}) : take_part(part, " ");
      std::optional<int> const cause = words.find(word);
      if (cause && *cause < scenario::n_drawn_exit_causes) {
        causes.push_back(static_cast<ExitCause>(*cause));
      } else {
        row.reject("causes", words.complaint(word));
      }
    }
  }
  return causes.empty() ? Factor{}.causes : causes;
}

/// The factor of a row: an earlier one of this file, or a new one.
Factor* find_factor(Row& row, Sheet const& sheet, std::size_t first_here, Factor const& read,
                    std::vector<Factor>& factors) {
  auto const found = std::find_if(factors.begin(), factors.end(),
                                  [&](Factor const& factor) { return factor.name == read.name; });
  if (found == factors.end()) {
    Factor& added = factors.emplace_back(read);
    added.ratios.name = table_name(sheet, read.name);
    return &added;
  }
  if (static_cast<std::size_t>(found - factors.begin()) < first_here) {
    row.reject("factor",
               {fmt::format("{} staat ook in een ander bestand (een factor hoort in een bestand). "
                            "Geef een van beide een andere naam.",
                            quoted(read.name)),
                fmt::format("{} is in another file too (a factor belongs in one file). Give one of "
                            "them another name.",
                            quoted(read.name))});
    return nullptr;
  }
  if (found->kind != read.kind || found->causes != read.causes) {
    int const line = found->ratios.rows.front().place.line;
    row.reject(
        "factor",
        {fmt::format("{} heeft hier een andere {} of andere {} dan op regel {} (die horen bij "
                     "de hele factor). Maak ze gelijk.",
                     quoted(read.name), row.name("kind").nl, row.name("causes").nl, line),
         fmt::format("{} has another {} or other {} here than on line {} (they belong to the "
                     "factor as a whole). Make them equal.",
                     quoted(read.name), row.name("kind").en, row.name("causes").en, line)});
    return nullptr;
  }
  return &*found;
}

}  // namespace

Uncertain read_uncertain(Row& row, std::string_view value_key, Quantity quantity,
                         std::string const& name) {
  Uncertain value;
  value.quantity = quantity;
  value.place = row.place(value_key);
  value.name = row.is_empty("group") ? name : std::string(row.text("group"));
  if (row.require(value_key))
    value.central = row.any_number(value_key).value_or(0);
  value.written = row.text(value_key);
  std::optional<double> const low = row.any_number("low");
  std::optional<double> const high = row.any_number("high");
  if (low && high)
    value.interval = scenario::Interval{*low, *high};
  if (row.is_usable() && low.has_value() != high.has_value()) {
    row.reject(
        low ? "high" : "low",
        {fmt::format("een half interval ({} en {} horen bij elkaar). Vul beide in of geen van "
                     "beide.",
                     row.name("low").nl, row.name("high").nl),
         fmt::format("half an interval ({} and {} belong together). Fill in both or neither.",
                     row.name("low").en, row.name("high").en)});
  }
  return value;
}

IntRange read_range(Row& row, std::string const& key, int low, int high) {
  IntRange range;
  if (std::optional<int> const from = row.integer(key + "_from", low, high))
    range.from = *from;
  if (std::optional<int> const to = row.integer(key + "_to", low, high))
    range.to = *to;
  check_order(row, key, range);
  return range;
}

void read_exit_rates(Sheet const& sheet, std::vector<CauseRates>& exits) {
  std::size_t const first_here = exits.size();
  for_each_row(sheet, [&](Row& row) {
    if (!row.require("cause"))
      return;
    std::optional<ExitCause> const cause = row.choice<ExitCause>("cause", drawn_cause_words());
    if (cause && static_cast<int>(*cause) >= scenario::n_drawn_exit_causes) {
      row.reject("cause", {fmt::format("{} volgt uit de regels (er is geen kans voor op te geven). "
                                       "Laat de rij weg.",
                                       quoted(row.text("cause"))),
                           fmt::format("{} follows from the rules (it takes no probability). "
                                       "Leave the row out.",
                                       quoted(row.text("cause")))});
    }
    std::string const name = cause ? table_name(sheet, key_of(*cause)) : std::string();
    RateRow const rate = read_rate_row(row, "probability", Quantity::probability, name);
    if (!row.is_usable() || !cause)
      return;
    auto found = std::find_if(exits.begin(), exits.end(),
                              [&](CauseRates const& rates) { return rates.cause == *cause; });
    if (found == exits.end()) {
      exits.push_back({*cause, {name, {}}});
      found = exits.end() - 1;
    } else if (static_cast<std::size_t>(found - exits.begin()) < first_here) {
      row.reject(
          "cause",
          {fmt::format("{} staat ook in een ander bestand (een oorzaak hoort in een bestand). "
                       "Haal haar uit een van beide weg.",
                       quoted(row.text("cause"))),
           fmt::format("{} is in another file too (a cause belongs in one file). Remove it "
                       "from one of them.",
                       quoted(row.text("cause")))});
      return;
    }
    found->rates.rows.push_back(rate);
  });
}

void read_exit_factors(Sheet const& sheet, std::vector<Factor>& factors) {
  std::size_t const first_here = factors.size();
  for_each_row(sheet, [&](Row& row) {
    row.require("factor");
    Factor read;
    read.name = row.text("factor");
    read.kind = row.choice<FactorKind>("kind", factor_kind_words()).value_or(FactorKind::general);
    read.causes = read_causes(row);
    RateRow const rate = read_rate_row(row, "ratio", Quantity::ratio, table_name(sheet, read.name));
    if (!row.is_usable())
      return;
    Factor* const factor = find_factor(row, sheet, first_here, read, factors);
    if (factor != nullptr)
      factor->ratios.rows.push_back(rate);
  });
}

void read_hours(Sheet const& sheet, scenario::HoursRules& hours) {
  hours.up.name = table_name(sheet, "up");
  hours.down.name = table_name(sheet, "down");
  for_each_row(sheet, [&](Row& row) {
    if (!row.require("direction"))
      return;
    std::optional<int> const direction = row.choice<int>("direction", direction_words());
    RateTable& table = direction == 1 ? hours.down : hours.up;
    RateRow const rate = read_rate_row(row, "probability", Quantity::probability, table.name);
    if (row.is_usable() && direction)
      table.rows.push_back(rate);
  });
}

RateTable read_uptake(Sheet const& sheet, std::string name) {
  RateTable table{std::move(name), {}};
  for_each_row(sheet, [&](Row& row) {
    RateRow const rate = read_rate_row(row, "probability", Quantity::probability, table.name);
    if (row.is_usable())
      table.rows.push_back(rate);
  });
  return table;
}

std::vector<scenario::FillRow> read_fill(Sheet const& sheet) {
  std::vector<scenario::FillRow> rows;
  std::string const name = sheet.reading().table_name(sheet.file());
  for_each_row(sheet, [&](Row& row) {
    scenario::FillRow fill;
    fill.place = row.place();
    if (!row.is_empty("subject"))
      fill.subject = std::string(row.text("subject"));
    fill.probability = read_uncertain(row, "probability", Quantity::probability, name);
    if (row.is_usable())
      rows.push_back(std::move(fill));
  });
  return rows;
}

std::vector<scenario::LeaveRow> read_leave(Sheet const& sheet) {
  std::vector<scenario::LeaveRow> rows;
  for_each_row(sheet, [&](Row& row) {
    scenario::LeaveRow leave;
    leave.place = row.place();
    leave.age = read_range(row, "age", 0, 120);
    if (row.require("share"))
      leave.share = row.number("share", {0, 1}).value_or(0);
    if (row.is_usable())
      rows.push_back(leave);
  });
  return rows;
}

}  // namespace meesterplan::input
