// Any bytes as a workbook; and, as most changed bytes only break the archive's
// checksums, any bytes as a sheet of a sound one.

#include <cstdint>
#include <string>

#include "sim/input/workbook.hpp"
#include "tests/input/workbook_bytes.hpp"

namespace {

void read_all(std::string bytes) {
  meesterplan::input::Workbook const book(std::move(bytes));
  for (std::size_t sheet = 0; sheet < book.sheets().size(); ++sheet) {
    meesterplan::input::Table const table = book.read(sheet);
    std::size_t length = 0;
    for (std::size_t row = 0; row < table.n_rows(); ++row) {
      for (auto const& cell : table.row(row))
        length += cell.text.size();
    }
    if (length == std::string::npos)
      throw length;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using namespace meesterplan;
  std::string const bytes(reinterpret_cast<char const*>(data), size);
  if (input::is_workbook(bytes)) {
    read_all(bytes);
    return 0;
  }
  testing::WorkbookParts parts;
  parts.sheets = {{"Blad1", bytes}};
  parts.shared_texts = "<si><t>a</t></si>";
  parts.styles = "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>";
  read_all(testing::workbook_of(parts));
  return 0;
}
