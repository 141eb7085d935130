#include "sim/cli/series_text.hpp"

#include <algorithm>
#include <iterator>
#include <ostream>
#include <set>
#include <span>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "sim/cli/mix_text.hpp"
#include "sim/cli/names.hpp"
#include "sim/cli/numbers.hpp"
#include "sim/cli/series_index.hpp"
#include "sim/cli/shortage_text.hpp"
#include "sim/cli/table.hpp"

namespace meesterplan::cli {
namespace {

/// A column of a table per year.
struct Column {
  std::string_view metric;
  std::string_view nl, en;
};

constexpr Column staff[] = {
    {"heads", "docenten", "teachers"},
    {"fte", "fte", "fte"},
    {"masters", "masters", "masters"},
    {"wo_upper_vwo", "wo in bovenbouw vwo", "wo in upper vwo"},
    {"studying", "studeren", "studying"},
    {"share_55plus", "55-plus", "55 and over"},
};

constexpr Column coming_and_going[] = {
    {"exits", "vertrokken", "left"},
    {"hires", "aangenomen", "hired"},
    {"graduations", "afgestudeerd", "graduated"},
    {"vacancies", "pogingen te vervullen", "tries to fill"},
    {"unfilled", "niet vervuld (fte)", "unfilled (fte)"},
    {"surplus", "boventallig (fte)", "surplus (fte)"},
};

constexpr Column lessons[] = {
    {"lessons_qualified", "bevoegd", "qualified"},
    {"lessons_appointable", "benoembaar", "appointable"},
    {"lessons_unqualified", "onbevoegd", "unqualified"},
    {"lessons_covered", "opgevangen", "covered"},
    {"lessons_cancelled", "uitgevallen", "cancelled"},
};

constexpr Column function_mix[] = {
    {"scale_LB", "LB", "LB"},
    {"scale_LC", "LC", "LC"},
    {"scale_LD", "LD", "LD"},
    {"scale_LE", "LE", "LE"},
    {"promotions", "bevorderd", "promoted"},
    {"scale_rights", "door diploma", "by degree"},
    {"appointments_ended", "benoeming af", "appointment ended"},
    {"scale_over", "boven de plaatsen (fte)", "above the places (fte)"},
};

/// A value in its measure: shares with the range of 8 of 10 futures, where it is one.
std::string cell(results::SeriesRow const* row, Language language) {
  if (row == nullptr)
    return "-";
  if (row->measure != "share")
    return decimal(row->mean, 1, language);
  std::string text = percent(row->mean, 0, language);
  if (row->quantiles) {
    std::string const low = decimal(100 * row->quantiles->p10, 0, language);
    std::string const high = decimal(100 * row->quantiles->p90, 0, language);
    if (low != high)
      text += fmt::format(" ({}-{})", low, high);
  }
  return text;
}

void write_years(results::Results const& results, SeriesIndex const& index, Text const& title,
                 std::span<Column const> columns, int first_year, Language language,
                 std::ostream& stream) {
  Scope const scope = whole_of(results);
  std::vector<Column> shown;
  std::copy_if(columns.begin(), columns.end(), std::back_inserter(shown),
               [&](Column const& column) { return index.has(column.metric, scope); });
  if (shown.empty())
    return;
  std::vector<std::string> head = {language == Language::nl ? "jaar" : "year"};
  for (Column const& column : shown) {
    head.emplace_back(language == Language::nl ? column.nl : column.en);
  }
  TextTable table(head);
  for (int year = first_year; year <= results.start + results.years; ++year) {
    std::vector<std::string> row = {std::to_string(year)};
    for (Column const& column : shown) {
      row.push_back(cell(index.find(column.metric, scope, year), language));
    }
    table.add(row);
  }
  stream << "\n" << title.in(language) << "\n" << table.text();
}

/// A terminal is not the place for the hundreds of sections of a region.
constexpr std::size_t most_sections = 100;

/// The sections to tell of, in their order: all, or those with most unfilled fte, the first of
/// equal ones.
std::vector<std::string_view> told_of(std::vector<std::string_view> sections,
                                      SeriesIndex const& index, int year) {
  if (sections.size() <= most_sections)
    return sections;
  std::vector<std::string_view> const all = sections;
  auto const unfilled = [&](std::string_view section) {
    auto const* const row = index.find("unfilled", {"section", section}, year);
    return row == nullptr ? 0 : row->mean;
  };
  std::stable_sort(sections.begin(), sections.end(),
                   [&](std::string_view left, std::string_view right) {
                     return unfilled(left) > unfilled(right);
                   });
  sections.resize(most_sections);
  std::set<std::string_view> const chosen(sections.begin(), sections.end());
  sections.clear();
  std::copy_if(all.begin(), all.end(), std::back_inserter(sections),
               [&](std::string_view section) { return chosen.count(section) > 0; });
  return sections;
}

void write_sections(results::Results const& results, SeriesIndex const& index, Language language,
                    std::ostream& stream) {
  std::vector<std::string_view> const sections = index.units("section");
  if (sections.empty())
    return;
  bool const nl = language == Language::nl;
  int const year = year_of_interest(results);
  TextTable table({level_name("section", language),
                   nl ? "nodig (inzetbare fte)" : "needed (net fte)", nl ? "docenten" : "teachers",
                   nl ? "masters nu" : "masters now", fmt::format("masters {}", year),
                   nl ? "niet vervuld (fte)" : "unfilled (fte)"});
  for (std::string_view section : told_of(sections, index, year)) {
    Scope const scope = {"section", section};
    std::vector<std::string> row = {std::string(section),
                                    cell(index.find("demand", scope, year), language)};
    bool const is_small = index.find("heads", scope, results.start + results.years) == nullptr;
    if (!is_small) {
      row.push_back(cell(index.find("heads", scope, year), language));
      row.push_back(cell(index.find("masters", scope, results.start), language));
      row.push_back(cell(index.find("masters", scope, year), language));
      row.push_back(cell(index.find("unfilled", scope, year), language));
    }
    table.add(row);
  }
  stream << fmt::format(fmt::runtime(nl ? "\nSecties in {} (onder de 3 docenten alleen wat nodig "
                                          "is)\n"
                                        : "\nSections in {} (under 3 teachers only what is "
                                          "needed)\n"),
                        year)
         << table.text();
  if (sections.size() > most_sections) {
    stream << fmt::format(
        fmt::runtime(nl ? "De {} secties met het grootste tekort; alle {} staan in --json.\n"
                        : "The {} sections with the largest shortage; all {} are in --json.\n"),
        most_sections, sections.size());
  }
}

}  // namespace

void write_series(results::Results const& results, Language language, std::ostream& stream) {
  SeriesIndex const index(results.series);
  write_years(results, index,
              {"Bezetting op 1 oktober (gemiddeld; tussen haakjes 8 van de 10 toekomsten)",
               "Staff on 1 October (mean; in brackets 8 of 10 futures)"},
              staff, results.start, language, stream);
  write_years(results, index,
              {"Komen en gaan in het jaar tot 1 oktober (gemiddeld)",
               "Coming and going in the year to 1 October (mean)"},
              coming_and_going, results.start + 1, language, stream);
  write_years(results, index, {"Lessen (gemiddeld)", "Lessons (mean)"}, lessons, results.start,
              language, stream);
  bool const has_mix =
      index.has("promotions", whole_of(results)) || index.has("scale_rights", whole_of(results));
  if (has_mix) {
    write_years(results, index, {"Functiemix (gemiddeld)", "Function mix (mean)"}, function_mix,
                results.start, language, stream);
    write_mix_warning(results, index, language, stream);
  }
  write_shortages(index, year_of_interest(results), language, stream);
  write_sections(results, index, language, stream);
}

}  // namespace meesterplan::cli
