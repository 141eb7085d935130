#include "sim/output/workbook/cell_text.hpp"

#include <algorithm>

#include "sim/base/visible.hpp"

namespace meesterplan::output::workbook {
namespace {

constexpr std::string_view ending = " [...]";

bool begins_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xc0U) != 0x80U;
}

bool is_hex(char sign) {
  return (sign >= '0' && sign <= '9') || (sign >= 'a' && sign <= 'f') ||
         (sign >= 'A' && sign <= 'F');
}

/// Whether `text` begins with "_x0041_" or the like.
bool begins_escape(std::string_view text) {
  constexpr std::size_t size = 7;
  return text.size() >= size && text[0] == '_' && text[1] == 'x' && text[6] == '_' &&
         std::all_of(text.begin() + 2, text.begin() + 6, is_hex);
}

/// The two characters of UTF-8 that XML forbids besides the controls: U+FFFE, U+FFFF.
bool begins_forbidden(std::string_view text) {
  return text.size() >= 3 && text[0] == '\xef' && text[1] == '\xbf' &&
         (text[2] == '\xbe' || text[2] == '\xbf');
}

/// What XML cannot hold, written out.
std::string without_forbidden(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) {
    bool const is_forbidden = begins_forbidden(text);
    if (is_forbidden) {
      result += text[2] == '\xbe' ? "\\ufffe" : "\\uffff";
    } else {
      result += text.front();
    }
    text.remove_prefix(is_forbidden ? 3 : 1);
  }
  return result;
}

/// What workbooks would take for a sign, as the signs that it is.
std::string with_escapes(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (; !text.empty(); text.remove_prefix(1)) {
    if (begins_escape(text))
      result += "_x005F";
    result += text.front();
  }
  return result;
}

std::string shortened(std::string text, std::size_t most) {
  if (length(text) <= most)
    return text;
  std::size_t n_kept = 0;
  auto const is_past = [&](char byte) {
    return begins_character(byte) && ++n_kept > most - ending.size();
  };
  text.erase(std::find_if(text.begin(), text.end(), is_past), text.end());
  return text.append(ending);
}

}  // namespace

std::string cell_text(std::string_view text) {
  // A cell holds 32 767 of UTF-16, where a character may be two.
  constexpr std::size_t most = 16'000;
  return with_escapes(shortened(without_forbidden(visible(text)), most));
}

std::string chart_text(std::string_view text, std::size_t most) {
  std::string const shown = shortened(without_forbidden(visible_line(text)), most);
  return shown.substr(0, 1) == "=" ? "'" + shown : shown;
}

std::size_t length(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins_character));
}

}  // namespace meesterplan::output::workbook
