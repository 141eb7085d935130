#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "sim/base/calendar.hpp"
#include "sim/base/csv_line.hpp"
#include "sim/base/fte.hpp"
#include "sim/base/text.hpp"
#include "sim/input/formats.hpp"
#include "sim/input/words.hpp"
#include "sim/scenario/terms.hpp"

namespace meesterplan::intake {

/// A table in the form that the language's spreadsheet opens by itself.
class CsvText final {
 public:
  explicit CsvText(Language language);

  void cell(std::string_view text) { line_.text(text); }
  void cell(Text const& text) { line_.text(text.in(language_)); }
  /// A whole number; nothing when there is none.
  void cell(std::optional<int> number);
  void cell(Fte fte) { thousandths(fte.thousandths); }
  void cell(std::optional<Fte> fte);
  /// A number of thousandths, as a decimal number.
  void thousandths(std::int64_t value) { line_.number(static_cast<double>(value) / 1000, 3); }
  void cell(std::optional<Date> date);
  /// A share in millionths, as a decimal number.
  void share(std::optional<std::int64_t> in_millionths);
  void empty(int n_cells);
  /// The word of a term; nothing for the one that means that there is none.
  template <typename Term>
  void word(input::Words const& words, Term term) {
    word(words, static_cast<int>(term));
  }
  template <typename Term>
  void word(input::Words const& words, Term term, Term none) {
    if (term == none) {
      line_.empty();
    } else {
      word(words, term);
    }
  }
  /// Its English key, or the next spelling, which is Dutch.
  void word(input::Words const& words, int value);
  void end_row() { text_ += line_.take(); }
  std::string take() { return std::move(text_); }

 private:
  Language language_;
  CsvLine line_;
  std::string text_;
};

/// A degree, which is called the same in either language, but for the one that is not known.
void write_degree(CsvText& csv, scenario::Degree degree);

/// The header of a file that the scenario reads, by the keys of its columns.
void write_header(CsvText& csv, input::Format const& format,
                  std::span<std::string_view const> keys);

}  // namespace meesterplan::intake
