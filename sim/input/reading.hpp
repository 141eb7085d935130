#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/base/place.hpp"
#include "sim/base/problem.hpp"
#include "sim/input/decode.hpp"
#include "sim/input/file_source.hpp"
#include "sim/scenario/scenario.hpp"

namespace meesterplan::input {

/// What one load shares: the files opened so far and everything found in them.
class Reading {
 public:
  explicit Reading(FileSource& files) : files_(&files) {}

  /// Index of the file at `path`, read and decoded at most once; empty, with a
  /// problem at `named_at`, when it cannot be read as text.
  std::optional<int> open(std::string const& path, Encodings allowed, Place named_at,
                          std::string const& field);

  /// The path of a name, as `written` and meant by file number `from` (relative to its folder;
  /// -1: to the working folder).
  std::string resolve(std::string const& written, int from) const;

  std::string_view text(int file) const { return opened_[index(file)].text; }
  std::string const& path(int file) const { return opened_[index(file)].path; }
  /// Hashes are of the bytes as they were read.
  std::vector<scenario::Source> sources() const;

  void report(Severity severity, Place place, std::string field, Text message);
  void error(Place place, std::string field, Text message) {
    report(Severity::error, place, std::move(field), std::move(message));
  }
  void note(Place place, std::string field, Text message) {
    report(Severity::note, place, std::move(field), std::move(message));
  }

  /// Says that rows of a file could not be used, so that what the file as a
  /// whole misses is not told as well.
  void mark_incomplete(int file) { incomplete_.insert(path(file)); }
  bool is_incomplete(std::string const& path) const { return incomplete_.count(path) > 0; }

  /// Says what the columns of a file are called, by their keys.
  void name_columns(int file, std::map<std::string, Text> names) {
    columns_[path(file)] = std::move(names);
  }
  /// Gives the problems about a column of a file the header that the reader knows.
  void label_columns(std::vector<Problem>& problems) const;

  std::vector<Problem>& problems() { return problems_; }

 private:
  struct OpenedFile {
    std::string path;
    std::string text;  ///< UTF-8
    std::uint64_t hash = 0;
    bool is_text = false;
  };

  static std::size_t index(int file) { return static_cast<std::size_t>(file); }

  FileSource* files_;
  std::deque<OpenedFile> opened_;  ///< never moves, so that views stay valid
  std::map<std::string, int> by_path_;
  std::set<std::string> incomplete_;
  std::map<std::string, std::map<std::string, Text>> columns_;  ///< names by path and key
  std::vector<Problem> problems_;
};

/// `path` without "." and with ".." resolved where it can be.
std::string plain_path(std::string const& path);

/// The file's name without folders and extension.
std::string stem_of(std::string const& path);

}  // namespace meesterplan::input
