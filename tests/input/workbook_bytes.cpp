#include "tests/input/workbook_bytes.hpp"

#include <cstddef>
#include <cstdint>

#include <zlib.h>

namespace meesterplan::testing {
namespace {

constexpr char const* declaration =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr char const* relation_type =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
constexpr char const* main_namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

void add_number(std::string& bytes, std::uint64_t value, int n_bytes) {
  for (int byte = 0; byte < n_bytes; ++byte)
    bytes.push_back(static_cast<char>(value >> (8 * byte) & 0xFF));
}

/// What a part's own header and its entry in the table of contents share.
std::string description(std::string const& name, std::string const& contents) {
  std::string bytes;
  add_number(bytes, 20, 2);  // version needed
  add_number(bytes, 0, 2);   // flags
  add_number(bytes, 0, 2);   // stored
  add_number(bytes, 0, 4);   // time and date
  auto const* const data = reinterpret_cast<Bytef const*>(contents.data());
  add_number(bytes, crc32(0, data, static_cast<uInt>(contents.size())), 4);
  add_number(bytes, contents.size(), 4);
  add_number(bytes, contents.size(), 4);
  add_number(bytes, name.size(), 2);
  add_number(bytes, 0, 2);  // nothing extra
  return bytes;
}

std::string relation(std::string const& id, std::string const& type, std::string const& target) {
  return "<Relationship Id=\"" + id + "\" Type=\"" + relation_type + type + "\" Target=\"" +
         target + "\"/>";
}

std::string relations(std::string const& all) {
  return std::string(declaration) +
         "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" +
         all + "</Relationships>";
}

}  // namespace

std::string zip_of(Parts const& parts) {
  std::string archive;
  std::string table;
  for (auto const& [name, contents] : parts) {
    std::size_t const offset = archive.size();
    std::string const shared = description(name, contents);
    archive += "PK\x03\x04" + shared + name + contents;
    table += std::string("PK\x01\x02") + std::string("\x14\x00", 2) + shared;
    table += std::string(2 + 2 + 2 + 4, '\0');  // comment, disk, attributes
    add_number(table, offset, 4);
    table += name;
  }
  std::string end = "PK\x05\x06";
  add_number(end, 0, 4);
  add_number(end, parts.size(), 2);
  add_number(end, parts.size(), 2);
  add_number(end, table.size(), 4);
  add_number(end, archive.size(), 4);
  add_number(end, 0, 2);
  return archive + table + end;
}

Parts parts_of(WorkbookParts const& workbook) {
  std::string sheets;
  std::string related;
  Parts parts;
  int number = 0;
  for (auto const& [name, data] : workbook.sheets) {
    std::string const n = std::to_string(++number);
    sheets += "<sheet name=\"" + name + "\" sheetId=\"" + n + "\" r:id=\"rId" + n + "\" " +
              workbook.sheet_attributes + "/>";
    related += relation("rId" + n, "worksheet", "worksheets/sheet" + n + ".xml");
    parts.emplace_back("xl/worksheets/sheet" + n + ".xml",
                       std::string(declaration) + "<worksheet xmlns=\"" + main_namespace +
                           "\"><sheetData>" + data + "</sheetData></worksheet>");
  }
  related += relation("rIdS", "sharedStrings", "sharedStrings.xml");
  related += relation("rIdF", "styles", "styles.xml");
  parts.emplace_back("xl/sharedStrings.xml", std::string(declaration) + "<sst xmlns=\"" +
                                                 main_namespace + "\">" + workbook.shared_texts +
                                                 "</sst>");
  parts.emplace_back("xl/styles.xml", std::string(declaration) + "<styleSheet xmlns=\"" +
                                          main_namespace + "\">" + workbook.styles +
                                          "</styleSheet>");
  parts.emplace_back(
      "xl/workbook.xml",
      std::string(declaration) + "<workbook xmlns=\"" + main_namespace +
          "\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
          "<workbookPr " +
          workbook.workbook_properties + "/><sheets>" + sheets + "</sheets></workbook>");
  parts.emplace_back("xl/_rels/workbook.xml.rels", relations(related));
  parts.emplace_back("_rels/.rels",
                     relations(relation("rId1", "officeDocument", "xl/workbook.xml")));
  return parts;
}

std::string workbook_of(WorkbookParts const& workbook) {
  return zip_of(parts_of(workbook));
}

std::string workbook_of(std::string const& sheet_data) {
  WorkbookParts workbook;
  workbook.sheets = {{"Blad1", sheet_data}};
  return workbook_of(workbook);
}

}  // namespace meesterplan::testing
