#pragma once

#include <iosfwd>
#include <span>

#include "sim/base/csv_line.hpp"
#include "sim/store/tidy.hpp"

namespace meesterplan::output {

/// Writes rows as the lines of a CSV file in UTF-8; numbers read back as the same
/// double. Errors: those of the stream, which the caller checks.
class CsvLines final {
 public:
  CsvLines(std::ostream& stream, CsvForm form);

  void write(std::span<store::Cell const> row);

 private:
  std::ostream& stream_;
  CsvLine line_;
};

}  // namespace meesterplan::output
