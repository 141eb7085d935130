#pragma once

#include <iosfwd>
#include <span>
#include <string>
#include <string_view>

#include "sim/store/tidy.hpp"

namespace meesterplan::output {

/// How a CSV file looks: as RFC 4180 says, or as a Dutch spreadsheet program opens it
/// right away, with semicolons, decimal commas and a byte order mark.
enum class CsvForm { rfc4180, nl };

/// Writes rows as the lines of a CSV file in UTF-8.
///
/// Numbers read back as the same double. A text that a spreadsheet program would take for
/// a formula (it begins with = + - @, a tab or a carriage return) gets an apostrophe in
/// front, numbers never. Errors: those of the stream, which the caller checks.
class CsvLines final {
 public:
  CsvLines(std::ostream& stream, CsvForm form);

  void write(std::span<store::Cell const> row);

 private:
  void add(double number);
  void add(std::string_view text);

  std::ostream& stream_;
  CsvForm form_;
  std::string line_;
};

}  // namespace meesterplan::output
