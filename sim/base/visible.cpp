#include "sim/base/visible.hpp"

#include <cstddef>
#include <cstdint>

#include <fmt/format.h>

namespace meesterplan {
namespace {

/// A character of UTF-8 and how many bytes it takes.
struct Character {
  std::uint32_t code = 0;
  std::size_t size = 0;  ///< 0: no UTF-8 begins here
};

Character first_of(std::string_view text) {
  auto const byte = [&](std::size_t index) { return static_cast<unsigned char>(text[index]); };
  if (byte(0) < 0x80)
    return {byte(0), 1};
  std::size_t const size = byte(0) >= 0xf0 ? 4 : byte(0) >= 0xe0 ? 3 : 2;
  if (byte(0) < 0xc2 || byte(0) > 0xf4 || text.size() < size)
    return {};
  std::uint32_t code = byte(0) & (0xffU >> (size + 1));
  for (std::size_t index = 1; index < size; ++index) {
    if ((byte(index) & 0xc0U) != 0x80U)
      return {};
    code = code << 6U | (byte(index) & 0x3fU);
  }
  constexpr std::uint32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
  bool const is_surrogate = code >= 0xd800 && code <= 0xdfff;
  if (code < smallest[size] || code > 0x10ffff || is_surrogate)
    return {};
  return {code, size};
}

/// Whether a terminal does something with it other than showing it: the controls,
/// and those that turn the direction of writing or end a line.
bool steers(std::uint32_t code) {
  return code < 0x20 || (code >= 0x7f && code <= 0x9f) || code == 0x61c || code == 0x200e ||
         code == 0x200f || (code >= 0x2028 && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
}

enum class Layout { stays, is_written_out };

std::string written_out(std::string_view text, Layout layout) {
  std::string result;
  while (!text.empty()) {
    Character const character = first_of(text);
    std::size_t const size = character.size == 0 ? 1 : character.size;
    bool const is_layout = character.code == '\n' || character.code == '\t';
    if (character.size == 0) {
      result += fmt::format("\\x{:02x}", static_cast<unsigned char>(text.front()));
    } else if (!steers(character.code) || (is_layout && layout == Layout::stays)) {
      result += text.substr(0, size);
    } else {
      result += character.code < 0x80 ? fmt::format("\\x{:02x}", character.code)
                                      : fmt::format("\\u{:04x}", character.code);
    }
    text.remove_prefix(size);
  }
  return result;
}

}  // namespace

std::string visible(std::string_view text) {
  return written_out(text, Layout::stays);
}

std::string visible_line(std::string_view text) {
  return written_out(text, Layout::is_written_out);
}

}  // namespace meesterplan
