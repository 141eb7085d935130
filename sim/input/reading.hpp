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
#include "sim/input/table.hpp"
#include "sim/input/workbook.hpp"
#include "sim/scenario/scenario.hpp"

namespace meesterplan::input {

/// What one load shares: the files opened so far and everything found in them.
class Reading {
 public:
  explicit Reading(FileSource& files) : files_(&files) {}

  /// Index of the text file at `path`, read and decoded at most once; empty,
  /// with a problem at `named_at`, when it cannot be read as UTF-8.
  std::optional<int> open(std::string const& path, Place named_at, std::string const& field);

  /// The same for a file that holds a table: a text in any common encoding, or a
  /// workbook, in which a path `file.xlsx#Sheet` names the sheet. A workbook
  /// with one visible sheet needs no name for it.
  std::optional<int> open_table(std::string const& path, Place named_at, std::string const& field);
  /// The cells of a file that open_table() opened; views into it.
  Table table(int file) const;

  /// The path of a name, as `written` and meant by file number `from` (relative to its folder;
  /// -1: to the working folder).
  std::string resolve(std::string const& written, int from) const;

  /// The names of the files in a folder; empty when it is none or that cannot be known.
  std::optional<std::vector<std::string>> list(std::string const& folder) const {
    return files_->list(folder);
  }

  std::string_view text(int file) const { return opened_[index(file)].text; }
  std::string path(int file) const { return sources_[index(file)].name; }
  /// What a table is called: its file's name without folders and extension, with
  /// `#Sheet` behind it where the scenario names the sheet.
  std::string const& table_name(int file) const { return opened_[index(file)].name; }
  /// Hashes are of the bytes as they were read.
  std::vector<scenario::Source> const& sources() const { return sources_; }

  void report(Severity severity, Place place, std::string field, Text message);
  void error(Place place, std::string field, Text message) {
    report(Severity::error, place, std::move(field), std::move(message));
  }
  void note(Place place, std::string field, Text message) {
    report(Severity::note, place, std::move(field), std::move(message));
  }

  /// Says that rows of a file could not be used, so that what the file as a
  /// whole misses is not told as well.
  void mark_incomplete(int file) { incomplete_.insert(key(file)); }
  /// Whether that was said of the file in which a problem lies.
  bool is_incomplete(Problem const& problem) const {
    return incomplete_.count({problem.file, problem.sheet}) > 0;
  }

  /// Says what the columns of a file are called, by their keys.
  void name_columns(int file, std::map<std::string, Text> names) {
    columns_[key(file)] = std::move(names);
  }
  /// Gives the problems about a column of a file the header that the reader knows.
  void label_columns(std::vector<Problem>& problems) const;

  std::vector<Problem>& problems() { return problems_; }

 private:
  /// A file by its path, and the sheet of a workbook.
  using Key = std::pair<std::string, std::string>;

  struct OpenedFile {
    std::string name;  ///< table_name()
    std::string text;  ///< UTF-8; empty of a workbook
    bool is_sound = false;
    Workbook const* workbook = nullptr;
    std::size_t sheet_number = 0;
  };

  static std::size_t index(int file) { return static_cast<std::size_t>(file); }
  Key key(int file) const { return {sources_[index(file)].name, sources_[index(file)].sheet}; }
  /// The file, when it could be read.
  std::optional<int> sound(int file) const;
  std::optional<std::string> bytes_of(std::string const& path, Place named_at,
                                      std::string const& field);
  std::optional<int> add_text(std::string const& path, std::string bytes, Encodings allowed);
  std::optional<int> open_sheet(std::string const& path, std::string const& sheet,
                                Workbook const& workbook, Place named_at, std::string const& field);
  int add_file(std::string const& path, std::string const& sheet, std::uint64_t hash);

  FileSource* files_;
  std::deque<OpenedFile> opened_;          ///< never moves, so that views stay valid
  std::vector<scenario::Source> sources_;  ///< of opened_, one each
  std::map<Key, int> by_key_;
  std::map<std::string, Workbook> workbooks_;  ///< by path
  std::set<Key> incomplete_;
  std::map<Key, std::map<std::string, Text>> columns_;  ///< names by file and key
  std::vector<Problem> problems_;
};

/// `path` without "." and with ".." resolved where it can be.
std::string plain_path(std::string const& path);

/// The file's name without folders and extension.
std::string stem_of(std::string const& path);

}  // namespace meesterplan::input
