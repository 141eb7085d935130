#pragma once

#include <string>
#include <utility>
#include <vector>

namespace meesterplan::testing {

/// Name and contents of the parts of an archive.
using Parts = std::vector<std::pair<std::string, std::string>>;

/// A zip archive of the parts, as they are: nothing is packed.
std::string zip_of(Parts const& parts);

/// A small workbook in its parts, to be changed before it is written.
struct WorkbookParts {
  /// Names of sheets and what stands in their <sheetData>.
  std::vector<std::pair<std::string, std::string>> sheets;
  std::string shared_texts;         ///< <si> elements
  std::string styles;               ///< what stands in <styleSheet>
  std::string workbook_properties;  ///< attributes of <workbookPr>
  std::string sheet_attributes;     ///< of every <sheet>
};

Parts parts_of(WorkbookParts const& workbook);
std::string workbook_of(WorkbookParts const& workbook);

/// A workbook with one sheet, "Blad1".
std::string workbook_of(std::string const& sheet_data);

}  // namespace meesterplan::testing
