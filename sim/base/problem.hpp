#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/text.hpp"

namespace meesterplan {

/// How serious a Problem is.
enum class Severity {
  error,    ///< the scenario cannot be played
  warning,  ///< it can, but the user probably did not mean this
  note,     ///< a default that was used
};

/// "error", "warning" or "note": its name in what is written.
std::string_view key_of(Severity severity);

/// Something to tell about a user's file, at its place.
///
/// The message's grammar is "<problem> (<why>). <suggestion>".
struct Problem {
  Severity severity = Severity::error;
  std::string file;   ///< as the user named it; empty: no file is concerned
  int line = 0;       ///< from 1, of a sheet its row; 0: the file has no lines or is meant whole
  int column = 0;     ///< from 1, in characters or of a sheet; 0: the line is meant whole
  std::string field;  ///< key or column name; may be empty
  Text message;
  /// What the reader knows `field` as, for instance the header in the file;
  /// empty: by its own name.
  Text label{};
  /// Of a workbook; empty: the file is none.
  std::string sheet{};

  friend bool operator==(Problem const&, Problem const&) = default;
};

/// "file:line:column: field: message", leaving out what is not known; the field
/// as its label. In a workbook "file:sheet!C14: field: message".
std::string to_string(Problem const& problem, Language language);

/// Sorts by file, line, column and text, and drops exact repeats.
void sort_problems(std::vector<Problem>& problems);

/// Shortens sorted problems: what is wrong in the same way in more than five rows
/// of one file and column is told for the first three; the others are counted in
/// one problem, with their lines.
void fold_repeats(std::vector<Problem>& problems);

/// Whether any of `problems` is an error.
bool has_errors(std::vector<Problem> const& problems);

/// The user's files are wrong; holds everything found, errors and the rest.
class InputError final : public std::runtime_error {
 public:
  explicit InputError(std::vector<Problem> problems);
  std::vector<Problem> const& problems() const { return problems_; }

 private:
  std::vector<Problem> problems_;
};

/// The outside world failed (disk, permissions): the path and the system's
/// message. `writing` tells a failed output from an unreadable input.
class IoError final : public std::runtime_error {
 public:
  enum class Direction { reading, writing };
  IoError(Direction direction, std::string path, std::string reason);
  Direction direction() const { return direction_; }
  std::string const& path() const { return path_; }
  std::string const& reason() const { return reason_; }

 private:
  Direction direction_;
  std::string path_;
  std::string reason_;
};

}  // namespace meesterplan
