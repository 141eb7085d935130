#include "sim/input/reading.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

#include <fmt/core.h>

#include "sim/base/hash.hpp"
#include "sim/input/csv.hpp"
#include "sim/input/words.hpp"

namespace meesterplan::input {
namespace {

Text cannot_read(std::string const& path, FileRead const& read) {
  switch (read.status) {
    case FileRead::Status::missing:
      return {fmt::format("{} is niet gevonden (zo'n bestand is er niet). Controleer naam en map.",
                          path),
              fmt::format("{} was not found (there is no such file). Check its name and folder.",
                          path)};
    case FileRead::Status::directory:
      return {
          fmt::format("{} is een map (hier hoort een bestand). Noem een bestand in die map.", path),
          fmt::format("{} is a folder (a file is needed here). Name a file in that folder.", path)};
    default:
      return {fmt::format("{} kan niet worden gelezen ({}). Controleer de rechten op het bestand.",
                          path, read.reason),
              fmt::format("{} cannot be read ({}). Check the permissions of the file.", path,
                          read.reason)};
  }
}

/// `file.xlsx#Sheet` in its two parts; of any other path the second is empty.
std::pair<std::string, std::string> split_sheet(std::string const& path) {
  for (std::string_view const extension : {".xlsx#", ".xlsm#"}) {
    auto const found = std::search(path.begin(), path.end(), extension.begin(), extension.end(),
                                   [](char letter, char small) { return lower(letter) == small; });
    if (found != path.end()) {
      auto const mark = found + static_cast<std::ptrdiff_t>(extension.size()) - 1;
      return {std::string(path.begin(), mark), std::string(mark + 1, path.end())};
    }
  }
  return {path, {}};
}

Text no_workbook(std::string const& path) {
  return {fmt::format("{} is geen Excel-werkmap (achter # staat een blad). Sla het bestand op als "
                      ".xlsx, of haal het blad weg.",
                      path),
          fmt::format("{} is not an Excel workbook (behind # stands a sheet). Save the file as "
                      ".xlsx, or leave the sheet out.",
                      path)};
}

Text no_such_sheet(std::string const& path, std::string_view sheet, Workbook const& workbook) {
  std::string names;
  for (Workbook::Sheet const& one : workbook.sheets())
    names += (names.empty() ? "" : ", ") + quoted(std::string_view(one.name));
  std::string const first = path + "#" + workbook.sheets().front().name;
  bool const any_visible = std::any_of(workbook.sheets().begin(), workbook.sheets().end(),
                                       [](auto const& one) { return one.is_visible; });
  if (sheet.empty() && !any_visible) {
    return {fmt::format("{} heeft alleen verborgen bladen ({}). Zeg welk, bijvoorbeeld \"{}\".",
                        path, names, first),
            fmt::format("{} has hidden sheets only ({}). Tell which, for instance \"{}\".", path,
                        names, first)};
  }
  if (sheet.empty()) {
    return {fmt::format("{} heeft meer dan een blad ({}). Zeg welk, bijvoorbeeld \"{}\".", path,
                        names, first),
            fmt::format("{} has more than one sheet ({}). Tell which, for instance \"{}\".", path,
                        names, first)};
  }
  return {fmt::format("{} heeft geen blad {} (wel {}). Bedoelt u een van die?", path, quoted(sheet),
                      names),
          fmt::format("{} has no sheet {} (but has {}). Do you mean one of those?", path,
                      quoted(sheet), names)};
}

}  // namespace

std::string plain_path(std::string const& path) {
  return std::filesystem::path(path).lexically_normal().generic_string();
}

std::string stem_of(std::string const& path) {
  return std::filesystem::path(path).stem().string();
}

std::string Reading::resolve(std::string const& written, int from) const {
  // As typed on Windows; other systems know one sign only.
  std::string name = written;
  std::replace(name.begin(), name.end(), '\\', '/');
  if (from < 0 || std::filesystem::path(name).is_absolute())
    return plain_path(name);
  std::filesystem::path const folder = std::filesystem::path(path(from)).parent_path();
  return plain_path((folder / name).generic_string());
}

std::optional<std::string> Reading::bytes_of(std::string const& path, Place named_at,
                                             std::string const& field) {
  FileRead read = files_->read(path);
  if (read.status == FileRead::Status::ok)
    return std::move(read.bytes);
  error(named_at, field, cannot_read(path, read));
  return std::nullopt;
}

int Reading::add_file(std::string const& path, std::string const& sheet, std::uint64_t hash) {
  int const file = static_cast<int>(opened_.size());
  by_key_.emplace(Key{path, sheet}, file);
  sources_.push_back({path, hash, sheet});
  opened_.emplace_back().name = stem_of(path);
  return file;
}

std::optional<int> Reading::sound(int file) const {
  return opened_[index(file)].is_sound ? std::optional<int>(file) : std::nullopt;
}

std::optional<int> Reading::add_text(std::string const& path, std::string bytes,
                                     Encodings allowed) {
  int const file = add_file(path, {}, hash64(bytes));
  OpenedFile& opened = opened_[index(file)];
  Decoded decoded = decode(std::move(bytes), allowed);
  if (decoded.problem) {
    error({file, decoded.line, 0}, {}, *decoded.problem);
    return std::nullopt;
  }
  opened.text = std::move(decoded.text);
  opened.is_sound = true;
  if (decoded.encoding == Encoding::windows_1252) {
    note({file, 0, 0}, {},
         {"gelezen als Windows-1252 (het is geen geldige UTF-8). Sla het bestand op als UTF-8 om "
          "dat zeker te weten.",
          "read as Windows-1252 (it is not valid UTF-8). Save the file as UTF-8 to be sure."});
  }
  return file;
}

std::optional<int> Reading::open(std::string const& path, Place named_at,
                                 std::string const& field) {
  std::string const plain = plain_path(path);
  auto const known = by_key_.find({plain, {}});
  if (known != by_key_.end())
    return sound(known->second);
  std::optional<std::string> bytes = bytes_of(plain, named_at, field);
  return bytes ? add_text(plain, std::move(*bytes), Encodings::utf8_only) : std::nullopt;
}

std::optional<int> Reading::open_table(std::string const& path, Place named_at,
                                       std::string const& field) {
  auto const [file, sheet] = split_sheet(plain_path(path));
  auto const known = by_key_.find({file, sheet});
  if (known != by_key_.end())
    return sound(known->second);
  auto const workbook = workbooks_.find(file);
  if (workbook != workbooks_.end())
    return open_sheet(file, sheet, workbook->second, named_at, field);
  std::optional<std::string> bytes = bytes_of(file, named_at, field);
  if (!bytes)
    return std::nullopt;
  if (!is_workbook(*bytes)) {
    if (sheet.empty())
      return add_text(file, std::move(*bytes), Encodings::any_common);
    error(named_at, field, no_workbook(file));
    return std::nullopt;
  }
  Workbook const& read = workbooks_.emplace(file, Workbook(std::move(*bytes))).first->second;
  return open_sheet(file, sheet, read, named_at, field);
}

/// The sheet with that name, or the only one that is visible.
std::optional<int> Reading::open_sheet(std::string const& path, std::string const& sheet,
                                       Workbook const& workbook, Place named_at,
                                       std::string const& field) {
  if (workbook.problem()) {
    int const file = add_file(path, sheet, workbook.hash());
    error({file, 0, 0}, {}, *workbook.problem());
    return std::nullopt;
  }
  int const number = sheet.empty() ? workbook.only_visible() : workbook.find(sheet);
  if (number < 0) {
    error(named_at, field, no_such_sheet(path, sheet, workbook));
    return std::nullopt;
  }
  auto const at = static_cast<std::size_t>(number);
  int const file = add_file(path, workbook.sheets()[at].name, workbook.hash());
  by_key_.emplace(Key{path, sheet}, file);
  OpenedFile& opened = opened_[index(file)];
  if (!sheet.empty())
    opened.name += "#" + workbook.sheets()[at].name;
  opened.workbook = &workbook;
  opened.sheet_number = at;
  opened.is_sound = true;
  return file;
}

Table Reading::table(int file) const {
  OpenedFile const& opened = opened_[index(file)];
  return opened.workbook != nullptr ? opened.workbook->read(opened.sheet_number)
                                    : read_csv(opened.text);
}

void Reading::label_columns(std::vector<Problem>& problems) const {
  for (Problem& problem : problems) {
    auto const file = columns_.find({problem.file, problem.sheet});
    if (file == columns_.end())
      continue;
    auto const column = file->second.find(problem.field);
    if (column != file->second.end())
      problem.label = column->second;
  }
}

void Reading::report(Severity severity, Place place, std::string field, Text message) {
  problems_.push_back(
      scenario::problem_at(place, sources_, severity, std::move(field), std::move(message)));
}

}  // namespace meesterplan::input
