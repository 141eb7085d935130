#include "sim/input/workbook.hpp"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <functional>
#include <map>
#include <utility>

#include "sim/base/hash.hpp"
#include "sim/input/xml.hpp"

namespace meesterplan::input {
namespace {

constexpr std::string_view zip_magic = "PK\x03\x04";
/// Of the container of old workbooks, and of protected new ones.
constexpr std::string_view container_magic = "\xd0\xcf\x11\xe0";

bool starts(std::string_view bytes, std::string_view magic) {
  return bytes.substr(0, magic.size()) == magic;
}

bool ends(std::string_view text, std::string_view tail) {
  return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}

int number_of(std::string_view text) {
  int number = -1;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

/// Sheets of one workbook differ in more than capitals.
std::string in_small(std::string_view text) {
  std::string small(text);
  std::transform(small.begin(), small.end(), small.begin(), lower);
  return small;
}

bool is_true(std::string_view text) {
  return text == "1" || text == "true";
}

Text no_xlsx_container(std::string_view bytes) {
  // The name of a stream in the container, in UTF-16.
  std::string stream;
  for (char const letter : std::string_view("EncryptedPackage"))
    stream += {letter, '\0'};
  if (bytes.find(stream) != std::string_view::npos) {
    return {
        "deze werkmap is met een wachtwoord beveiligd (zo is zij niet te lezen). Haal in Excel het "
        "wachtwoord eraf en sla haar opnieuw op.",
        "this workbook is protected by a password (it cannot be read like this). Remove the "
        "password in Excel and save it again."};
  }
  return {
      "dit is een oude Excel-werkmap, .xls (die wordt niet gelezen). Sla haar in Excel op als "
      "Excel-werkmap, .xlsx.",
      "this is an old Excel workbook, .xls (which is not read). Save it in Excel as Excel "
      "Workbook, .xlsx."};
}

Text cut_off() {
  return {
      "de werkmap is beschadigd of niet volledig (een deel ervan is niet te lezen). Kopieer haar "
      "opnieuw, of open haar in Excel en sla haar opnieuw op.",
      "the workbook is damaged or incomplete (a part of it cannot be read). Copy it again, or open "
      "it in Excel and save it again."};
}

Text bomb() {
  return {
      "deze werkmap is uitgepakt veel groter dan een personeelsbestand kan zijn (zij wordt niet "
      "verder gelezen). Is dit wel het goede bestand?",
      "this workbook unpacks to far more than a personnel file can be (it is read no further). Is "
      "this the right file?"};
}

Text other_document(Zip const& archive) {
  if (archive.has("content.xml")) {
    return {
        "dit is een OpenDocument-bestand, .ods (dat wordt niet gelezen). Sla het op als "
        "Excel-werkmap, .xlsx.",
        "this is an OpenDocument file, .ods (which is not read). Save it as an Excel workbook, "
        ".xlsx."};
  }
  if (archive.has("xl/workbook.bin")) {
    return {
        "dit is een binaire Excel-werkmap, .xlsb (die wordt niet gelezen). Sla haar op als "
        "Excel-werkmap, .xlsx.",
        "this is a binary Excel workbook, .xlsb (which is not read). Save it as Excel Workbook, "
        ".xlsx."};
  }
  return {
      "dit is geen Excel-werkmap (er zit geen blad in). Controleer of dit het goede bestand is.",
      "this is not an Excel workbook (there is no sheet in it). Check whether this is the right "
      "file."};
}

/// What a part of a workbook refers to.
struct Relation {
  std::string type;
  std::string target;  ///< part
};

/// The relations of `part` by their ids; empty when it has none.
std::map<std::string, Relation> relations_of(Zip const& archive, std::string const& part) {
  std::filesystem::path const path(part);
  std::string const file =
      (path.parent_path() / "_rels" / (path.filename().string() + ".rels")).generic_string();
  std::map<std::string, Relation> relations;
  XmlHandlers handlers;
  handlers.start = [&](std::string_view name, XmlAttributes const& attributes) {
    if (name != "Relationship")
      return;
    std::filesystem::path const target(std::string(attributes.get("Target")));
    std::filesystem::path const whole =
        target.is_absolute() ? target.relative_path() : path.parent_path() / target;
    relations[std::string(attributes.get("Id"))] = {std::string(attributes.get("Type")),
                                                    whole.lexically_normal().generic_string()};
  };
  read_xml(archive, file, handlers);
  return relations;
}

/// The part that a relation of that type leads to; empty when none does.
std::string part_of(std::map<std::string, Relation> const& relations, std::string_view type) {
  for (auto const& [id, relation] : relations) {
    if (ends(relation.type, type))
      return relation.target;
  }
  return {};
}

}  // namespace

Text Workbook::told(Zip::Status status) {
  return status == Zip::Status::bomb ? bomb() : cut_off();
}

bool is_workbook(std::string_view bytes) {
  return starts(bytes, zip_magic) || starts(bytes, container_magic);
}

Workbook::Workbook(std::string bytes)
    : bytes_(std::make_unique<std::string>(std::move(bytes))),
      hash_(hash64(*bytes_)),
      archive_(*bytes_) {
  if (starts(*bytes_, container_magic)) {
    problem_ = no_xlsx_container(*bytes_);
  } else if (!archive_.is_usable()) {
    problem_ = cut_off();
  } else {
    read_parts();
  }
}

void Workbook::read_parts() {
  std::string const main = part_of(relations_of(archive_, {}), "/officeDocument");
  std::map<std::string, Relation> const relations = relations_of(archive_, main);
  read_sheet_list(main);
  if (problem_)
    return;
  for (Sheet& sheet : sheets_) {
    auto const relation = relations.find(sheet.part);
    bool const has_cells = relation != relations.end() && ends(relation->second.type, "/worksheet");
    sheet.part = has_cells ? relation->second.target : std::string();
  }
  // A chart can be a sheet too.
  sheets_.erase(std::remove_if(sheets_.begin(), sheets_.end(),
                               [](Sheet const& sheet) { return sheet.part.empty(); }),
                sheets_.end());
  if (sheets_.empty()) {
    problem_ = other_document(archive_);
    return;
  }
  read_shared_texts(part_of(relations, "/sharedStrings"));
  read_styles(part_of(relations, "/styles"));
}

int Workbook::find(std::string_view name) const {
  auto const same = [&](Sheet const& sheet) { return in_small(sheet.name) == in_small(name); };
  auto const found = std::find_if(sheets_.begin(), sheets_.end(), same);
  return found == sheets_.end() ? -1 : static_cast<int>(found - sheets_.begin());
}

int Workbook::only_visible() const {
  auto const is_visible = [](Sheet const& sheet) { return sheet.is_visible; };
  if (std::count_if(sheets_.begin(), sheets_.end(), is_visible) != 1)
    return -1;
  return static_cast<int>(std::find_if(sheets_.begin(), sheets_.end(), is_visible) -
                          sheets_.begin());
}

/// Leaves in each sheet's part the id of its relation.
void Workbook::read_sheet_list(std::string const& main) {
  XmlHandlers handlers;
  handlers.start = [&](std::string_view name, XmlAttributes const& attributes) {
    if (name == "workbookPr" && is_true(attributes.get("date1904")))
      date_system_ = DateSystem::from_1904;
    if (name != "sheet")
      return;
    std::string_view const state = attributes.get("state");
    sheets_.push_back({std::string(attributes.get("name")), std::string(attributes.get("id")),
                       state.empty() || state == "visible"});
  };
  Zip::Status const status = read_xml(archive_, main, handlers);
  if (status == Zip::Status::ok && !sheets_.empty())
    return;
  bool const is_other = status == Zip::Status::missing || ends(main, ".bin") || sheets_.empty();
  problem_ = is_other ? other_document(archive_) : told(status);
}

void Workbook::read_shared_texts(std::string const& part) {
  if (part.empty())
    return;
  bool in_text = false;
  bool in_phonetic = false;
  XmlHandlers handlers;
  handlers.start = [&](std::string_view name, XmlAttributes const&) {
    if (name == "si")
      shared_texts_.emplace_back();
    in_text = name == "t" && !in_phonetic;
    in_phonetic = in_phonetic || name == "rPh";
  };
  handlers.end = [&](std::string_view name) {
    in_text = false;
    in_phonetic = in_phonetic && name != "rPh";
    if (name == "si" && !shared_texts_.empty())
      decode_escapes(shared_texts_.back());
  };
  handlers.text = [&](std::string_view text) {
    if (in_text && !shared_texts_.empty())
      shared_texts_.back() += text;
  };
  Zip::Status const status = read_xml(archive_, part, handlers);
  if (status != Zip::Status::ok)
    problem_ = told(status);
}

void Workbook::read_styles(std::string const& part) {
  if (part.empty())
    return;
  std::map<int, NumberKind> own;
  bool in_cell_formats = false;
  XmlHandlers handlers;
  handlers.start = [&](std::string_view name, XmlAttributes const& attributes) {
    if (name == "numFmt") {
      own[number_of(attributes.get("numFmtId"))] = kind_of_format(attributes.get("formatCode"));
    } else if (name == "cellXfs") {
      in_cell_formats = true;
    } else if (name == "xf" && in_cell_formats) {
      int const format = number_of(attributes.get("numFmtId"));
      auto const found = own.find(format);
      styles_.push_back(found != own.end() ? found->second : kind_of_builtin(format));
    }
  };
  handlers.end = [&](std::string_view name) {
    in_cell_formats = in_cell_formats && name != "cellXfs";
  };
  Zip::Status const status = read_xml(archive_, part, handlers);
  if (status != Zip::Status::ok)
    problem_ = told(status);
}

}  // namespace meesterplan::input
