#include "sim/input/decode.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <fmt/core.h>

#include "sim/input/workbook.hpp"

namespace meesterplan::input {
namespace {

constexpr std::size_t longest_line = 1'000'000;

/// 0x80..0x9f of Windows-1252; 0 where it has no character.
constexpr std::array<char32_t, 32> windows_1252_controls{
    0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178};

void append_utf8(std::string& text, char32_t code) {
  auto const add = [&](char32_t byte) { text.push_back(static_cast<char>(byte)); };
  if (code < 0x80) {
    add(code);
  } else if (code < 0x800) {
    add(0xc0 | (code >> 6U));
    add(0x80 | (code & 0x3fU));
  } else if (code < 0x10000) {
    add(0xe0 | (code >> 12U));
    add(0x80 | ((code >> 6U) & 0x3fU));
    add(0x80 | (code & 0x3fU));
  } else {
    add(0xf0 | (code >> 18U));
    add(0x80 | ((code >> 12U) & 0x3fU));
    add(0x80 | ((code >> 6U) & 0x3fU));
    add(0x80 | (code & 0x3fU));
  }
}

std::uint8_t byte_at(std::string_view bytes, std::size_t index) {
  return static_cast<std::uint8_t>(bytes[index]);
}

/// Bytes of the UTF-8 sequence that starts at `at`; 0 when it is not valid.
std::size_t utf8_length(std::string_view bytes, std::size_t at) {
  std::uint8_t const first = byte_at(bytes, at);
  if (first < 0x80)
    return 1;
  std::size_t const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4 || at + length > bytes.size())
    return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte_at(bytes, at + i) & 0xc0U) != 0x80U)
      return 0;
  }
  std::uint8_t const second = byte_at(bytes, at + 1);
  bool const overlong = (first == 0xe0 && second < 0xa0) || (first == 0xf0 && second < 0x90);
  bool const beyond = (first == 0xed && second > 0x9f) || (first == 0xf4 && second > 0x8f);
  return overlong || beyond ? 0 : length;
}

/// Where the first byte stands that is no UTF-8.
std::optional<std::size_t> first_not_utf8(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    std::size_t const length = utf8_length(bytes, at);
    if (length == 0)
      return at;
    at += length;
  }
  return std::nullopt;
}

int line_of(std::string_view text, std::size_t offset) {
  return 1 +
         static_cast<int>(std::count(text.begin(), text.begin() + static_cast<long>(offset), '\n'));
}

std::optional<Text> known_binary(std::string_view bytes) {
  if (!is_workbook(bytes))
    return std::nullopt;
  return Text{
      "dit is een werkmap (hier hoort een scenario, een tekstbestand). Noem het scenario; de "
      "werkmap noemt u daarin onder [files].",
      "this is a workbook (a scenario is needed here, a text file). Name the scenario; the "
      "workbook is named in it, under [files]."};
}

Text binary_file(std::size_t offset) {
  return {fmt::format("dit is geen tekstbestand (byte {} is nul). "
                      "Sla het op als tekst in UTF-8.",
                      offset + 1),
          fmt::format("this is not a text file (byte {} is zero). "
                      "Save it as text in UTF-8.",
                      offset + 1)};
}

/// Text of which every second byte is zero, as Western text in UTF-16 without a
/// byte order mark.
bool looks_like_utf16(std::string_view bytes) {
  constexpr std::size_t most = 200;
  std::size_t const n = std::min(bytes.size(), most) / 2 * 2;
  bool even = n > 0;
  bool odd = n > 0;
  for (std::size_t at = 0; at < n; at += 2) {
    even = even && bytes[at] == '\0' && bytes[at + 1] != '\0';
    odd = odd && bytes[at + 1] == '\0' && bytes[at] != '\0';
  }
  return even || odd;
}

Text wrong_utf16() {
  return {
      "dit bestand is opgeslagen als UTF-16, ook wel Unicode (zo is het niet te lezen). Sla het "
      "op als UTF-8; in Kladblok kan dat bij Opslaan als, Codering.",
      "this file was saved as UTF-16, also called Unicode (it cannot be read like this). Save it "
      "as UTF-8; Notepad has this under Save as, Encoding."};
}

enum class Endian { little, big };

Decoded from_utf16(std::string_view bytes, Endian endian) {
  Decoded result;
  result.encoding = Encoding::utf16;
  Text const broken{
      "dit is geen geldige UTF-16 (er ontbreekt een deel van een teken). "
      "Sla het bestand opnieuw op als UTF-8.",
      "this is not valid UTF-16 (a part of a character is missing). "
      "Save the file again as UTF-8."};
  auto const unit = [&](std::size_t at) -> char32_t {
    std::uint8_t const first = byte_at(bytes, at);
    std::uint8_t const second = byte_at(bytes, at + 1);
    return endian == Endian::little ? first + 256U * second : 256U * first + second;
  };
  if (bytes.size() % 2 != 0)
    result.problem = broken;
  for (std::size_t at = 0; at + 1 < bytes.size() && !result.problem; at += 2) {
    char32_t code = unit(at);
    if (code >= 0xd800 && code < 0xe000) {
      bool const has_pair =
          code < 0xdc00 && at + 3 < bytes.size() && unit(at + 2) >= 0xdc00 && unit(at + 2) < 0xe000;
      if (!has_pair) {
        result.problem = broken;
        result.line = line_of(result.text, result.text.size());
        break;
      }
      code = 0x10000 + ((code - 0xd800) << 10U) + (unit(at + 2) - 0xdc00);
      at += 2;
    }
    if (code == 0)
      result.problem = binary_file(at);
    append_utf8(result.text, code);
  }
  return result;
}

Decoded from_windows_1252(std::string_view bytes) {
  Decoded result;
  result.encoding = Encoding::windows_1252;
  result.text.reserve(bytes.size() + bytes.size() / 8);
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    char32_t code = byte_at(bytes, at);
    if (code >= 0x80 && code < 0xa0)
      code = windows_1252_controls[code - 0x80];
    if (code == 0) {
      result.problem = Text{
          fmt::format("onleesbaar teken (byte 0x{:02x} is geen UTF-8 en geen Windows-1252). "
                      "Sla het bestand opnieuw op als UTF-8.",
                      byte_at(bytes, at)),
          fmt::format("unreadable character (byte 0x{:02x} is neither UTF-8 nor Windows-1252). "
                      "Save the file again as UTF-8.",
                      byte_at(bytes, at))};
      result.line = line_of(bytes, at);
      return result;
    }
    append_utf8(result.text, code);
  }
  return result;
}

Decoded from_bytes_without_mark(std::string bytes, Encodings allowed) {
  std::optional<std::size_t> const wrong = first_not_utf8(bytes);
  if (!wrong)
    return {std::move(bytes), Encoding::utf8, {}, 0};
  if (allowed == Encodings::any_common)
    return from_windows_1252(bytes);
  Decoded result;
  result.problem = Text{fmt::format("onleesbaar teken (byte 0x{:02x} is geen UTF-8). "
                                    "Sla het bestand opnieuw op als UTF-8.",
                                    byte_at(bytes, *wrong)),
                        fmt::format("unreadable character (byte 0x{:02x} is not UTF-8). "
                                    "Save the file again as UTF-8.",
                                    byte_at(bytes, *wrong))};
  result.line = line_of(bytes, *wrong);
  return result;
}

void check_lines(Decoded& decoded) {
  std::size_t start = 0;
  std::string_view const text = decoded.text;
  while (start < text.size()) {
    std::size_t const end = std::min(text.find_first_of("\r\n", start), text.size());
    if (end - start > longest_line) {
      decoded.problem =
          Text{fmt::format("deze regel is {} bytes lang (hoogstens {} wordt gelezen). Is dit wel "
                           "het goede bestand?",
                           end - start, longest_line),
               fmt::format("this line is {} bytes long (at most {} are read). Is this the right "
                           "file?",
                           end - start, longest_line)};
      decoded.line = line_of(text, start);
      return;
    }
    start = end + 1;
  }
}

}  // namespace

Decoded decode(std::string bytes, Encodings allowed) {
  Decoded result;
  std::string_view const view = bytes;
  bool const little = view.substr(0, 2) == "\xff\xfe";
  bool const big = view.substr(0, 2) == "\xfe\xff";
  if (std::optional<Text> binary = known_binary(view)) {
    result.problem = std::move(binary);
    return result;
  }
  if ((little || big) && allowed == Encodings::any_common) {
    result = from_utf16(view.substr(2), little ? Endian::little : Endian::big);
  } else if (little || big || looks_like_utf16(view)) {
    result.problem = wrong_utf16();
  } else if (std::size_t const zero = view.find('\0'); zero != std::string_view::npos) {
    result.problem = binary_file(zero);
  } else if (view.substr(0, 3) == "\xef\xbb\xbf") {
    // The mark promises UTF-8, so that nothing else is tried.
    result = from_bytes_without_mark(bytes.substr(3), Encodings::utf8_only);
  } else {
    result = from_bytes_without_mark(std::move(bytes), allowed);
  }
  if (!result.problem)
    check_lines(result);
  return result;
}

}  // namespace meesterplan::input
