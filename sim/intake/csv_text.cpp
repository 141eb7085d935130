#include "sim/intake/csv_text.hpp"

#include <algorithm>

#include <fmt/core.h>

namespace meesterplan::intake {
namespace {

CsvForm form_of(Language language) {
  return language == Language::nl ? CsvForm::nl : CsvForm::rfc;
}

}  // namespace

CsvText::CsvText(Language language)
    : language_(language), line_(form_of(language)), text_(csv_mark(form_of(language))) {}

void CsvText::cell(std::optional<int> number) {
  if (number) {
    line_.whole(*number);
  } else {
    line_.empty();
  }
}

void CsvText::cell(std::optional<Fte> fte) {
  if (fte) {
    cell(*fte);
  } else {
    line_.empty();
  }
}

void CsvText::cell(std::optional<Date> date) {
  if (!date) {
    line_.empty();
  } else if (language_ == Language::nl) {
    cell(fmt::format("{:02}-{:02}-{}", date->day, date->month, date->year));
  } else {
    cell(fmt::format("{}-{:02}-{:02}", date->year, date->month, date->day));
  }
}

void CsvText::share(std::optional<std::int64_t> in_millionths) {
  if (in_millionths) {
    line_.number(static_cast<double>(*in_millionths) / millionths);
  } else {
    line_.empty();
  }
}

void CsvText::empty(int n_cells) {
  for (int i = 0; i < n_cells; ++i)
    line_.empty();
}

void CsvText::word(input::Words const& words, int value) {
  std::string_view found;
  for (input::Word const& word : words.words) {
    if (word.value != value)
      continue;
    bool const was_english = !found.empty();
    found = word.spelling;
    if (was_english || language_ == Language::en)
      break;
  }
  cell(found);
}

void write_degree(CsvText& csv, scenario::Degree degree) {
  std::string const key(scenario::key_of(degree));
  bool const is_unknown = degree == scenario::Degree::unknown;
  csv.cell(is_unknown ? Text{"onbekend", "unknown"} : Text{key, key});
}

void write_header(CsvText& csv, input::Format const& format,
                  std::span<std::string_view const> keys) {
  for (std::string_view const key : keys) {
    auto const column = std::find_if(format.columns.begin(), format.columns.end(),
                                     [&](input::Column const& one) { return one.key == key; });
    // What stands in the column is no employee number.
    csv.cell(key == "id" ? Text{"id", "id"} : input::name_of(*column));
  }
  csv.end_row();
}

}  // namespace meesterplan::intake
