#pragma once

#include <optional>
#include <string>

#include "sim/base/text.hpp"

namespace meesterplan::input {

/// How the characters of a text file were written.
enum class Encoding { utf8, utf16, windows_1252 };

/// Which of them a kind of file may use.
enum class Encodings {
  utf8_only,   ///< TOML is UTF-8 by definition
  any_common,  ///< what spreadsheets export
};

/// A file's text in UTF-8 without byte order mark, or why it has none.
struct Decoded {
  std::string text;
  Encoding encoding = Encoding::utf8;
  std::optional<Text> problem;
  int line = 0;  ///< of the problem; 0: the file as a whole
};

/// Finds out the encoding of `bytes` and turns them into UTF-8. A byte order
/// mark decides; without one it is UTF-8, or Windows-1252 when it is no valid
/// UTF-8. Binary files, bytes that fit no encoding and lines over 1 000 000
/// bytes are problems.
Decoded decode(std::string bytes, Encodings allowed);

}  // namespace meesterplan::input
