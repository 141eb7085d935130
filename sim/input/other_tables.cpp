#include "sim/input/other_tables.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include <fmt/core.h>

#include "sim/input/rate_tables.hpp"
#include "sim/scenario/nearest.hpp"

namespace meesterplan::input {
namespace {

using scenario::Degree;
using scenario::DemandRow;
using scenario::EntrantRow;
using scenario::IntRange;
using scenario::LessonRow;
using scenario::Licence;
using scenario::MasterKind;
using scenario::PensionStep;
using scenario::PupilRow;
using scenario::Scenario;

constexpr double no_limit = std::numeric_limits<double>::infinity();
constexpr int first_year = 1900;
constexpr int last_year = 2200;

bool is_master(Degree degree) {
  return degree == Degree::hbo_master || degree == Degree::wo_master;
}

/// A word that must be there.
template <typename Term>
Term needed(Row& row, std::string_view key, Words const& words) {
  if (!row.require(key))
    return Term{};
  return row.choice<Term>(key, words).value_or(Term{});
}

/// The weight of an entrant is called weight, not value.
scenario::Uncertain read_weight(Row& row, std::string const& name) {
  if (!row.is_empty("weight")) {
    return read_uncertain(row, "weight", scenario::Quantity::ratio, name);
  }
  if (!row.is_empty("low") || !row.is_empty("high")) {
    row.reject("weight", {"een interval zonder gewicht (er is niets dat onzeker is). Vul het "
                          "gewicht in of maak het interval leeg.",
                          "an interval without a weight (there is nothing that is uncertain). Fill "
                          "in the weight or empty the interval."});
  }
  scenario::Uncertain weight = scenario::Uncertain::ratio(1);
  weight.name = name;
  weight.place = row.place();
  return weight;
}

void read_entrant_master(Row& row, EntrantRow& entrant) {
  std::optional<MasterKind> const kind = row.choice<MasterKind>("master_kind", master_kind_words());
  entrant.years_since_master = row.integer("years_since_master", 0, 60);
  if (is_master(entrant.degree)) {
    entrant.master_kind = kind.value_or(MasterKind::subject);
  } else if (kind.value_or(MasterKind::none) != MasterKind::none || entrant.years_since_master) {
    row.reject(entrant.years_since_master ? "years_since_master" : "master_kind",
               {"een master zonder masteropleiding (het opleidingsniveau is lager). Verbeter het "
                "opleidingsniveau of maak deze cel leeg.",
                "a master without a master's degree (the degree is lower). Correct the degree or "
                "empty this cell."});
  }
}

/// Index of the school of a row.
int find_school(Row& row, Scenario const& scenario) {
  std::string_view const key = row.text("school");
  if (key.empty() && scenario.schools.size() == 1)
    return 0;
  std::vector<std::string_view> keys;
  for (std::size_t i = 0; i < scenario.schools.size(); ++i) {
    if (scenario.schools[i].key == key)
      return static_cast<int>(i);
    keys.emplace_back(scenario.schools[i].key);
  }
  Text const meant = scenario::did_you_mean(key, keys);
  row.reject("school", {fmt::format("onbekende school {} (zij komt in het scenario niet voor).{}",
                                    quoted(key), meant.nl),
                        fmt::format("unknown school {} (it is not in the scenario).{}", quoted(key),
                                    meant.en)});
  return 0;
}

IntRange read_years(Row& row) {
  IntRange range = read_range(row, "year", first_year, last_year);
  std::optional<int> const year = row.integer("year", first_year, last_year);
  if (!year)
    return range;
  if (!range.is_all()) {
    Text const one = row.name("year");
    Text const from = row.name("year_from");
    Text const to = row.name("year_to");
    row.reject("year",
               {fmt::format("{} en {} of {} samen (een van beide zegt genoeg). Maak een van "
                            "beide leeg.",
                            one.nl, from.nl, to.nl),
                fmt::format("{} together with {} or {} (one of them is enough). Empty one "
                            "of them.",
                            one.en, from.en, to.en)});
  }
  return {*year, *year};
}

int find_demand_section(Row& row, Keyed const& sections, Scenario const& scenario) {
  if (!row.require("section"))
    return Keyed::broken;
  std::string const key(row.text("section"));
  if (std::optional<int> const found = sections.find(key))
    return *found;
  std::vector<std::string_view> keys;
  for (scenario::Section const& section : scenario.sections)
    keys.emplace_back(section.key);
  Text const meant = scenario::did_you_mean(key, keys);
  row.reject(
      "section",
      {fmt::format("onbekende sectie {} (staat niet in sections.csv).{}", quoted(key), meant.nl),
       fmt::format("unknown section {} (is not in sections.csv).{}", quoted(key), meant.en)});
  return Keyed::broken;
}

/// Fte in a table of demand: any size, but not below zero.
Fte const most_fte{1'000'000'000};

void read_share(Row& row, scenario::ReferenceShares& unknown) {
  int const what = needed<int>(row, "what", what_words());
  row.require("value");
  if (!row.require("share"))
    return;
  double const share = row.number("share", {0, 1}).value_or(0);
  if (!row.is_usable())
    return;
  if (what == 1) {
    auto const licence = row.choice<Licence>("value", licence_words());
    if (licence == Licence::unknown)
      row.reject("value", licence_words().complaint(row.text("value")));
    if (licence && row.is_usable())
      unknown.licence[static_cast<std::size_t>(*licence)] = share;
    return;
  }
  auto const degree = row.choice<Degree>("value", degree_words());
  auto const licence = needed<Licence>(row, "licence", licence_words());
  if (degree == Degree::unknown)
    row.reject("value", degree_words().complaint(row.text("value")));
  if (licence == Licence::unknown) {
    row.reject("licence", licence_words().complaint(row.text("licence")));
  }
  if (degree && row.is_usable()) {
    unknown.degree[static_cast<std::size_t>(licence)][static_cast<std::size_t>(*degree)] = share;
  }
}

}  // namespace

std::vector<EntrantRow> read_entrants(Sheet const& sheet) {
  std::vector<EntrantRow> rows;
  std::string const name = sheet.reading().table_name(sheet.file());
  for_each_row(sheet, [&](Row& row) {
    EntrantRow entrant;
    entrant.place = row.place();
    if (!row.is_empty("subject"))
      entrant.subject = std::string(row.text("subject"));
    entrant.weight = read_weight(row, name);
    entrant.origin = needed<scenario::Origin>(row, "origin", origin_words());
    row.require("age_from");
    row.require("age_to");
    entrant.age = read_range(row, "age", 16, 75);
    IntRange const experience = read_range(row, "experience", 0, 60);
    entrant.experience.from = row.is_empty("experience_from") ? 0 : experience.from;
    entrant.experience.to = row.is_empty("experience_to") ? entrant.experience.from : experience.to;
    entrant.degree = needed<Degree>(row, "degree", degree_words());
    read_entrant_master(row, entrant);
    entrant.licence = needed<Licence>(row, "licence", licence_words());
    entrant.licensed_after = row.integer("licensed_after", 1, 10);
    entrant.licensed_as =
        row.choice<Licence>("licensed_as", licence_words()).value_or(Licence::second_degree);
    if (row.is_usable() && entrant.licensed_after.has_value() != !row.is_empty("licensed_as")) {
      row.reject(entrant.licensed_after ? "licensed_as" : "licensed_after",
                 {"een halve bevoegdheid die nog komt (jaren en bevoegdheid horen bij elkaar). Vul "
                  "beide in of geen van beide.",
                  "half a licence to come (years and licence belong together). Fill in both or "
                  "neither."});
    }
    entrant.contract = needed<scenario::Contract>(row, "contract", contract_words());
    entrant.scale =
        row.choice<scenario::Scale>("scale", scale_words()).value_or(scenario::Scale::none);
    if (row.require("fte"))
      entrant.fte = row.fte("fte", Fte{50}, Fte{1200}).value_or(Fte{});
    if (row.is_usable())
      rows.push_back(std::move(entrant));
  });
  return rows;
}

std::vector<scenario::PoolRow> read_pool(Sheet const& sheet) {
  std::vector<scenario::PoolRow> rows;
  std::string const name = sheet.reading().table_name(sheet.file());
  for_each_row(sheet, [&](Row& row) {
    scenario::PoolRow pool;
    pool.place = row.place();
    pool.region = row.text("region");
    row.require("subject");
    pool.subject = row.text("subject");
    pool.origin = needed<scenario::Origin>(row, "origin", origin_words());
    pool.year = read_range(row, "year", first_year, last_year);
    pool.candidates = read_uncertain(row, "candidates", scenario::Quantity::ratio, name);
    if (row.is_usable())
      rows.push_back(std::move(pool));
  });
  return rows;
}

std::vector<PensionStep> read_pension(Sheet const& sheet) {
  std::vector<PensionStep> steps;
  for_each_row(sheet, [&](Row& row) {
    PensionStep step;
    step.place = row.place();
    std::optional<Date> from;
    if (row.require("from"))
      from = row.date("from");
    std::optional<int> years;
    if (row.require("years"))
      years = row.integer("years", 55, 80);
    int const months = row.integer("months", 0, 11).value_or(0);
    if (!row.is_usable() || !from || !years)
      return;
    step.from = Month::of(from->year, from->month);
    step.months = *years * 12 + months;
    steps.push_back(step);
  });
  std::stable_sort(
      steps.begin(), steps.end(),
      [](PensionStep const& left, PensionStep const& right) { return left.from < right.from; });
  return steps;
}

void read_reference_shares(Sheet const& sheet, scenario::ReferenceShares& unknown) {
  for_each_row(sheet, [&](Row& row) { read_share(row, unknown); });
}

std::vector<DemandRow> read_demand(Sheet const& sheet, Keyed const& sections,
                                   Scenario const& scenario) {
  std::vector<DemandRow> rows;
  for_each_row(sheet, [&](Row& row) {
    DemandRow demand;
    demand.place = row.place();
    demand.section = find_demand_section(row, sections, scenario);
    demand.year = read_years(row);
    if (row.require("fte"))
      demand.fte = row.fte("fte", Fte{0}, most_fte).value_or(Fte{});
    demand.upper_vwo = row.fte("upper_vwo", Fte{0}, most_fte);
    demand.upper_havo = row.fte("upper_havo", Fte{0}, most_fte);
    if (row.is_usable() && demand.section >= 0)
      rows.push_back(demand);
  });
  return rows;
}

std::vector<PupilRow> read_pupils(Sheet const& sheet, Scenario const& scenario) {
  std::vector<PupilRow> rows;
  for_each_row(sheet, [&](Row& row) {
    PupilRow pupils;
    pupils.place = row.place();
    pupils.school = find_school(row, scenario);
    row.require("track");
    pupils.track = row.text("track");
    if (row.require("year_of_study")) {
      pupils.year_of_study = row.integer("year_of_study", 1, 6).value_or(1);
    }
    if (row.require("year"))
      pupils.year = row.integer("year", first_year, last_year).value_or(0);
    if (row.require("pupils"))
      pupils.pupils = row.integer("pupils", 0, 10'000'000).value_or(0);
    if (row.is_usable())
      rows.push_back(std::move(pupils));
  });
  return rows;
}

std::vector<LessonRow> read_lessons(Sheet const& sheet) {
  std::vector<LessonRow> rows;
  for_each_row(sheet, [&](Row& row) {
    LessonRow lesson;
    lesson.place = row.place();
    row.require("subject");
    lesson.subject = row.text("subject");
    row.require("track");
    lesson.track = row.text("track");
    if (row.require("year_of_study")) {
      lesson.year_of_study = row.integer("year_of_study", 1, 6).value_or(1);
    }
    lesson.participation = row.number("participation", {0, 1}).value_or(1);
    if (row.require("group_size")) {
      lesson.group_size = row.number("group_size", {1, 1000}).value_or(1);
    }
    if (row.require("lessons"))
      lesson.lessons = row.number("lessons", {0, no_limit}).value_or(0);
    if (row.is_usable())
      rows.push_back(std::move(lesson));
  });
  return rows;
}

namespace {

/// A number of the past; "1.000" may be one or a thousand.
void read_past(Row& row, scenario::HistoryRow& told) {
  constexpr double most = 1e12;
  std::string_view const text = row.text("value");
  std::size_t const point = text.find('.');
  bool const may_be_thousands = point != std::string_view::npos && point >= 1 && point <= 3 &&
                                text.size() - point == 4 && text[0] != '0' && text[0] != '-' &&
                                text.find('.', point + 1) == std::string_view::npos &&
                                text.find_first_of(",%eE") == std::string_view::npos;
  if (may_be_thousands) {
    std::string whole(text);
    whole.erase(point, 1);
    std::string decimal(text);
    decimal[point] = ',';
    row.reject("value",
               {fmt::format("{} kan op twee manieren worden gelezen (de punt kan duizenden "
                            "scheiden). Schrijf {} of {}.",
                            quoted(text), whole, decimal),
                fmt::format("{} can be read in two ways (the point may separate "
                            "thousands). Write {} or {}.",
                            quoted(text), whole, decimal)});
    return;
  }
  told.value = row.number("value", {0, most}).value_or(0);
  told.in_percents = !text.empty() && text.back() == '%';
}

}  // namespace

std::vector<scenario::HistoryRow> read_history(Sheet const& sheet) {
  std::vector<scenario::HistoryRow> rows;
  rows.reserve(sheet.size());
  for_each_row(sheet, [&](Row& row) {
    scenario::HistoryRow told;
    told.place = row.place();
    if (row.require("year"))
      told.year = row.integer("year", first_year, last_year).value_or(0);
    if (row.require("metric"))
      told.metric = row.text("metric");
    told.level =
        row.choice<scenario::Level>("level", level_words()).value_or(scenario::Level::total);
    told.unit = row.text("unit");
    if (row.require("value"))
      read_past(row, told);
    told.source = row.text("source");
    if (row.is_usable())
      rows.push_back(std::move(told));
  });
  return rows;
}

}  // namespace meesterplan::input
