#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace meesterplan {

/// How a CSV file is written: as RFC 4180 says (commas, decimal points), or as Dutch
/// spreadsheet programs open it right away (semicolons, decimal commas, and a byte
/// order mark so that they take it for UTF-8).
enum class CsvForm { rfc, nl };

/// What a file of that form begins with; may be empty.
std::string_view csv_mark(CsvForm form);

/// A line of a CSV file, made cell by cell.
class CsvLine final {
 public:
  explicit CsvLine(CsvForm form) : form_(form) {}

  /// A text that a spreadsheet program would take for a formula (it begins with
  /// = + - @, a tab or a carriage return) gets an apostrophe in front.
  void text(std::string_view text);
  void whole(std::int64_t number);
  /// In the fewest digits that read back as the same double.
  void number(double number);
  /// Rounded, without zeros at the end.
  void number(double number, int decimals);
  void empty() { begin(); }

  /// The line with its end (CR LF); a new one is begun.
  std::string take();

 private:
  void begin();
  void add_digits(std::string digits);

  CsvForm form_;
  std::string line_;
  bool is_first_ = true;
};

}  // namespace meesterplan
