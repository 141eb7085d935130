#include "sim/input/reading.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

#include <fmt/core.h>

#include "sim/base/hash.hpp"

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

std::optional<int> Reading::open(std::string const& path, Encodings allowed, Place named_at,
                                 std::string const& field) {
  std::string const plain = plain_path(path);
  auto const known = by_path_.find(plain);
  if (known != by_path_.end()) {
    return opened_[index(known->second)].is_text ? std::optional<int>(known->second) : std::nullopt;
  }
  FileRead read = files_->read(plain);
  if (read.status != FileRead::Status::ok) {
    error(named_at, field, cannot_read(plain, read));
    return std::nullopt;
  }
  int const file = static_cast<int>(opened_.size());
  by_path_.emplace(plain, file);
  OpenedFile& opened = opened_.emplace_back();
  opened.path = plain;
  opened.hash = hash64(read.bytes);
  Decoded decoded = decode(std::move(read.bytes), allowed);
  if (decoded.problem) {
    error({file, decoded.line, 0}, {}, *decoded.problem);
    return std::nullopt;
  }
  opened.text = std::move(decoded.text);
  opened.is_text = true;
  if (decoded.encoding == Encoding::windows_1252) {
    note({file, 0, 0}, {},
         {"gelezen als Windows-1252 (het is geen geldige UTF-8). Sla het bestand op als UTF-8 om "
          "dat zeker te weten.",
          "read as Windows-1252 (it is not valid UTF-8). Save the file as UTF-8 to be sure."});
  }
  return file;
}

std::vector<scenario::Source> Reading::sources() const {
  std::vector<scenario::Source> sources;
  for (OpenedFile const& opened : opened_)
    sources.push_back({opened.path, opened.hash});
  return sources;
}

void Reading::label_columns(std::vector<Problem>& problems) const {
  for (Problem& problem : problems) {
    auto const file = columns_.find(problem.file);
    if (file == columns_.end())
      continue;
    auto const column = file->second.find(problem.field);
    if (column != file->second.end())
      problem.label = column->second;
  }
}

void Reading::report(Severity severity, Place place, std::string field, Text message) {
  Problem problem{severity, {}, place.line, place.column, std::move(field), std::move(message)};
  if (place.file >= 0)
    problem.file = path(place.file);
  problems_.push_back(std::move(problem));
}

}  // namespace meesterplan::input
