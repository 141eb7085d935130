#pragma once

#include <map>
#include <string>
#include <vector>

#include "sim/input/file_source.hpp"
#include "sim/intake/import.hpp"

namespace meesterplan::intake {

/// Files on disk, and some that are not.
class FilesAndMore final : public input::FileSource {
 public:
  explicit FilesAndMore(std::map<std::string, std::string> more) : more_(std::move(more)) {}
  input::FileRead read(std::string const& path) override;

 private:
  std::map<std::string, std::string> more_;
};

/// A key that the tests share.
PseudonymKey test_key();

/// The import of small files, as of 1 October 2025: `personnel.csv`, and `timetable.csv`,
/// `diplomas.csv` and `profile.toml` where they are given.
Import import_small(std::map<std::string, std::string> files);

/// The messages of what stops such an import, in English.
std::vector<std::string> complaints(std::map<std::string, std::string> files);

/// Personnel of one teacher: the columns that are needed, and `more` behind them.
std::string personnel(std::string const& more_headers, std::vector<std::string> const& rows);

/// The reasons of the rejects, in English.
std::vector<std::string> reasons(Import const& import);

/// How many questions there are of a kind.
std::size_t n_asked(Import const& import, Ask ask);

}  // namespace meesterplan::intake
