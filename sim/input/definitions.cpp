#include "sim/input/definitions.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

#include <fmt/core.h>

#include "sim/input/definition_texts.hpp"

namespace meesterplan::input {
namespace {

/// What a value is called without its bounds.
Text base_type(Definition const& definition) {
  bool const has_unit = !definition.unit.en.empty();
  switch (definition.kind) {
    case Kind::text:
      return {"tekst", "text"};
    case Kind::texts:
      return {"lijst van teksten", "list of texts"};
    case Kind::file:
      return {"bestand", "file"};
    case Kind::files:
      return {"bestand of lijst van bestanden", "file or list of files"};
    case Kind::folder:
      return {"map", "folder"};
    case Kind::flag:
      return {"ja of nee (true of false)", "yes or no (true or false)"};
    case Kind::table:
      return {"tabel", "table"};
    case Kind::tables:
      return {"lijst van tabellen", "list of tables"};
    case Kind::whole:
      return has_unit ? definition.unit : Text{"geheel getal", "whole number"};
    case Kind::wholes:
      return {"lijst van " + definition.unit.nl, "list of " + definition.unit.en};
    case Kind::bound:
      return {"getal of percentage (\"50%\")", "number or percentage text (\"50%\")"};
    case Kind::word:
      return definition.words->options;
    case Kind::words:
      return {"lijst van " + definition.words->options.nl,
              "list of " + definition.words->options.en};
    case Kind::date:
      return {"datum", "date"};
    default:
      return has_unit ? definition.unit : Text{"getal", "number"};
  }
}

/// "0..1", "at least 0", "above 0"; empty without bounds.
Text range_of(Limits const& limits) {
  bool const has_low = std::isfinite(limits.low);
  if (!has_low)
    return {};
  std::string const low = fmt::format("{}", limits.low);
  if (limits.above_low)
    return {"boven " + low, "above " + low};
  if (!std::isfinite(limits.high))
    return {"minstens " + low, "at least " + low};
  return both(fmt::format("{}..{}", limits.low, limits.high));
}

}  // namespace

std::string path_of(Definition const& definition) {
  std::string const where(definition.where);
  return where.empty() ? std::string(definition.key) : where + "." + std::string(definition.key);
}

Text type_of(Definition const& definition) {
  Text text = base_type(definition);
  Text const range = range_of(definition.limits);
  if (!range.nl.empty()) {
    text.nl += ", " + range.nl;
    text.en += ", " + range.en;
  }
  switch (definition.kind) {
    case Kind::uncertain:
      return {text.nl + ", mag onzeker zijn", text.en + ", may be uncertain"};
    case Kind::uncertain_or_file:
      return {text.nl + ", mag onzeker zijn; of een bestand",
              text.en + ", may be uncertain; or a file"};
    case Kind::number_or_unlimited:
      return {text.nl + "; of \"unlimited\"", text.en + "; or \"unlimited\""};
    default:
      return text;
  }
}

bool is_list_of_tables(std::string_view where) {
  std::vector<Definition> const& known = scenario_definitions();
  return std::any_of(known.begin(), known.end(), [&](Definition const& definition) {
    return definition.kind == Kind::tables && path_of(definition) == where;
  });
}

std::vector<Definition> const& column_definitions() {
  static Definitions const list = [] {
    Definitions all = school_columns();
    for (Definitions part :
         {rate_columns(), other_columns(), market_columns(), demand_columns(), money_columns()}) {
      all.insert(all.end(), std::make_move_iterator(part.begin()),
                 std::make_move_iterator(part.end()));
    }
    return all;
  }();
  return list;
}

}  // namespace meesterplan::input
