#include "sim/output/workbook/read_back.hpp"

#include <fstream>
#include <sstream>
#include <string_view>

#include <fmt/format.h>

#include "sim/input/zip.hpp"

namespace meesterplan::output::workbook {
namespace {

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

/// Whether the part unpacks and ends in the closing tag of `root`.
bool is_whole_part(input::Zip const& zip, std::string const& part, std::string_view root) {
  std::string const end = fmt::format("</{}>", root);
  std::string tail;
  input::Zip::Status const status = zip.unpack(part, [&](std::string_view piece) {
    tail.append(piece);
    if (tail.size() > end.size())
      tail.erase(0, tail.size() - end.size());
    return true;
  });
  // What unpacks to so much was written by us: that is not a fault here.
  return status == input::Zip::Status::bomb ||
         (status == input::Zip::Status::ok && ends_with(tail, end));
}

}  // namespace

bool is_whole_workbook(std::string const& path, std::size_t n_sheets, std::size_t n_charts) {
  std::ostringstream read;
  read << std::ifstream(path, std::ios::binary).rdbuf();
  std::string const bytes = read.str();
  input::Zip const zip(bytes);
  bool is_whole = zip.is_usable() && is_whole_part(zip, "xl/workbook.xml", "workbook") &&
                  is_whole_part(zip, "xl/styles.xml", "styleSheet") &&
                  is_whole_part(zip, "xl/sharedStrings.xml", "sst");
  for (std::size_t sheet = 1; is_whole && sheet <= n_sheets; ++sheet) {
    is_whole = is_whole_part(zip, fmt::format("xl/worksheets/sheet{}.xml", sheet), "worksheet");
  }
  for (std::size_t chart = 1; is_whole && chart <= n_charts; ++chart)
    is_whole = is_whole_part(zip, fmt::format("xl/charts/chart{}.xml", chart), "c:chartSpace");
  return is_whole;
}

}  // namespace meesterplan::output::workbook
