#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/text.hpp"
#include "sim/input/number_format.hpp"
#include "sim/input/table.hpp"
#include "sim/input/zip.hpp"

namespace meesterplan::input {

/// Whether bytes are those of a workbook of any kind, readable or not.
bool is_workbook(std::string_view bytes);

/// An Excel workbook (.xlsx or .xlsm): ECMA-376, transitional or strict.
class Workbook {
 public:
  struct Sheet {
    std::string name;
    std::string part;  ///< in the archive
    bool is_visible = true;
  };

  /// Reads all but the sheets; problem() tells when that cannot be done.
  explicit Workbook(std::string bytes);

  /// Why it cannot be read: an old or a protected workbook, another kind of
  /// document, cut off, or a bomb.
  std::optional<Text> const& problem() const { return problem_; }
  /// XXH64 of its bytes.
  std::uint64_t hash() const { return hash_; }
  /// In the order of their tabs.
  std::vector<Sheet> const& sheets() const { return sheets_; }
  /// Index of the sheet with that name, whatever its capitals; -1: none.
  int find(std::string_view name) const;
  /// Index of the one visible sheet; -1: none or several.
  int only_visible() const;

  /// The cells of a sheet; every row as wide as the first that has anything in
  /// it, or wider. Dates are yyyy-mm-dd, truth values ja and nee, errors the
  /// text that Excel shows. A formula without a stored outcome is a fault.
  Table read(std::size_t sheet) const;

 private:
  static Text told(Zip::Status status);
  void read_parts();
  void read_sheet_list(std::string const& main);
  void read_shared_texts(std::string const& part);
  void read_styles(std::string const& part);

  std::unique_ptr<std::string> bytes_;  ///< never moves: the archive looks at it
  std::uint64_t hash_;
  Zip archive_;
  std::optional<Text> problem_;
  std::vector<Sheet> sheets_;
  std::vector<std::string> shared_texts_;
  std::vector<NumberKind> styles_;  ///< by number of a cell's style
  DateSystem date_system_ = DateSystem::from_1900;
};

}  // namespace meesterplan::input
