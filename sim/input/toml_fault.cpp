#include "sim/input/toml_fault.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <string>
#include <utility>

#include <fmt/core.h>

#include "sim/input/toml_token.hpp"

namespace meesterplan::input {
namespace {

constexpr int deepest = 50;

bool is_key_letter(char letter) {
  return std::isalnum(static_cast<unsigned char>(letter)) != 0 || letter == '_' || letter == '-' ||
         letter == '.';
}

/// Walks through the text as a parser would, and stops at the first mistake.
class TomlWalk {
 public:
  explicit TomlWalk(std::string_view text) : text_(text) {}

  std::optional<TomlFault> run() {
    skip_empty_lines();
    while (!at_end() && take_statement())
      skip_empty_lines();
    return std::move(found_);
  }

 private:
  bool at_end() const { return at_ >= text_.size(); }
  char here() const { return at_end() ? '\n' : text_[at_]; }
  bool at_line_end() const { return at_end() || here() == '\n' || here() == '\r'; }
  /// Whether nothing of the line is left but a comment.
  bool at_rest() const { return at_line_end() || here() == '#'; }
  std::string_view rest() const { return text_.substr(at_); }
  std::string_view rest_of_line() const {
    return rest().substr(0, std::min(rest().find_first_of("\r\n"), rest().size()));
  }

  void skip_blanks() {
    while (!at_end() && (here() == ' ' || here() == '\t'))
      ++at_;
  }
  void skip_comment() {
    while (here() == '#' && !at_line_end())
      at_ += rest_of_line().size();
  }
  void skip_empty_lines() {
    for (std::size_t before = text_.size() + 1; before != at_ && !at_end();) {
      before = at_;
      skip_blanks();
      skip_comment();
      while (!at_end() && at_line_end())
        ++at_;
    }
  }

  /// Goes on from where it counted last, as the walk goes forward.
  int line_of(std::size_t offset) {
    if (offset < counted_) {
      counted_ = 0;
      line_ = 1;
    }
    line_ +=
        static_cast<int>(std::count(text_.begin() + static_cast<std::ptrdiff_t>(counted_),
                                    text_.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
    counted_ = offset;
    return line_;
  }

  /// Tells of a mistake; always false, so that callers can return it.
  bool fault(std::size_t offset, Text message) {
    std::size_t start = offset;
    while (start > 0 && text_[start - 1] != '\n')
      --start;
    auto const first = text_.begin() + static_cast<std::ptrdiff_t>(start);
    auto const last = text_.begin() + static_cast<std::ptrdiff_t>(offset);
    // Continuation bytes of UTF-8 are no characters of their own.
    auto const column = std::count_if(first, last, [](char letter) {
      return (static_cast<unsigned char>(letter) & 0xc0U) != 0x80U;
    });
    found_ = TomlFault{line_of(offset), 1 + static_cast<int>(column), std::move(message)};
    return false;
  }

  bool take_statement() { return here() == '[' ? take_header() : take_pair(table_); }

  bool take_header() {
    std::size_t const start = at_;
    std::string_view const line = rest_of_line();
    bool const is_list = line.substr(0, 2) == "[[";
    std::string_view const close = is_list ? "]]" : "]";
    std::size_t const end = line.find(']');
    if (end == std::string_view::npos || line.substr(end, close.size()) != close)
      return fault(start, unclosed_header(close));
    std::string const name(trim_blanks(line.substr(close.size(), end - close.size())));
    at_ += end + close.size();
    if (auto const key = seen_.find(name); key != seen_.end())
      return fault(start, twice(name, key->second));
    if (!is_list) {
      auto const [before, is_new] = seen_.emplace("[" + name, line_of(start));
      if (!is_new)
        return fault(start, twice("[" + name + "]", before->second));
    }
    // Each table of a list has keys of its own.
    table_ = name + (is_list ? fmt::format("#{}", start) : std::string()) + ".";
    skip_blanks();
    return at_rest() || fault(at_, behind_value(rest_of_line()));
  }

  /// A key in `table`, with its value.
  bool take_pair(std::string const& table) {
    std::size_t const start = at_;
    std::string name;
    if (!take_key(name))
      return false;
    auto const [before, is_new] = seen_.emplace(table + name, line_of(start));
    if (!is_new)
      return fault(start, twice(name, before->second));
    ++at_;
    skip_blanks();
    if (!take_value(name))
      return false;
    skip_blanks();
    bool const inside = depth_ > 0;
    return inside || at_rest() || fault(at_, behind_value(rest_of_line()));
  }

  /// Up to the equals sign.
  bool take_key(std::string& name) {
    std::size_t const start = at_;
    if (std::optional<Text> quotes = typographic(rest()))
      return fault(start, std::move(*quotes));
    if (here() == '"' || here() == '\'') {
      if (!take_text())
        return false;
    } else {
      while (!at_end() && is_key_letter(here()))
        ++at_;
    }
    name = std::string(text_.substr(start, at_ - start));
    skip_blanks();
    if (here() == '=' && !name.empty())
      return true;
    std::string_view const line = text_.substr(start, at_ + rest_of_line().size() - start);
    return fault(start, without_equals(line));
  }

  bool take_value(std::string const& name) {
    std::size_t const start = at_;
    if (at_rest() || here() == ',' || here() == ']' || here() == '}')
      return fault(start, without_value(name));
    if (std::optional<Text> quotes = typographic(rest()))
      return fault(start, std::move(*quotes));
    if (here() == '"' || here() == '\'')
      return take_text();
    if (here() == '[')
      return take_list(name);
    if (here() == '{')
      return take_inline();
    std::string_view const token = take_token();
    std::optional<Text> wrong = wrong_token(token);
    return !wrong || fault(start, std::move(*wrong));
  }

  /// A value without quotes, up to what may stand behind it.
  std::string_view take_token() {
    std::string_view const line = rest_of_line();
    std::string_view const ends = depth_ > 0 ? ",]}#" : "#";
    std::string_view token =
        trim_blanks(line.substr(0, std::min(line.find_first_of(ends), line.size())));
    // What follows a sound value is another mistake.
    std::string_view const first =
        token.substr(0, std::min(token.find_first_of(" \t"), token.size()));
    if (!wrong_token(first))
      token = first;
    at_ += token.size();
    return token;
  }

  bool take_text() {
    std::size_t const start = at_;
    char const quote = here();
    std::string const triple(3, quote);
    if (rest().substr(0, 3) == triple) {
      std::size_t const end = text_.find(triple, at_ + 3);
      at_ = std::min(end, text_.size() - 3) + 3;
      return end != std::string_view::npos || fault(start, open_quote());
    }
    for (++at_; !at_line_end() && here() != quote; ++at_) {
      if (quote == '\'' || here() != '\\')
        continue;
      ++at_;
      if (std::string_view("btnfreuU\"\\").find(here()) == std::string_view::npos)
        return fault(at_ - 1, backslash());
    }
    if (at_line_end())
      return fault(start, open_quote());
    ++at_;
    return true;
  }

  bool take_list(std::string const& name) {
    std::size_t const start = at_++;
    if (++depth_ > deepest)
      return false;
    for (;;) {
      skip_empty_lines();
      if (here() == ']' && !at_end())
        break;
      if (at_end() || starts_statement(rest_of_line()))
        return fault(start, unclosed("]", line_of(start)));
      if (!take_value(name))
        return false;
      skip_empty_lines();
      if (here() == ',' && !at_end()) {
        ++at_;
      } else if (at_end() || starts_statement(rest_of_line())) {
        return fault(start, unclosed("]", line_of(start)));
      } else if (here() != ']') {
        return fault(at_, without_comma());
      }
    }
    ++at_;
    --depth_;
    return true;
  }

  bool take_inline() {
    std::size_t const start = at_++;
    std::string const table = fmt::format("#{}.", start);
    if (++depth_ > deepest)
      return false;
    skip_blanks();
    while (at_line_end() || here() != '}') {
      if (at_rest())
        return fault(start, unclosed("}", line_of(start)));
      if (std::optional<Text> comma = decimal_comma_before(text_.substr(0, at_), rest_of_line()))
        return fault(at_, std::move(*comma));
      if (!take_pair(table))
        return false;
      if (here() == ',' && !at_end()) {
        ++at_;
        skip_blanks();
      } else if (!at_line_end() && here() != '}') {
        return fault(at_, at_rest() ? unclosed("}", line_of(start)) : without_comma());
      }
    }
    ++at_;
    --depth_;
    return true;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t counted_ = 0;  ///< up to here line ends were counted
  int line_ = 1;
  int depth_ = 0;  ///< of lists and tables between brackets
  std::string table_;
  std::map<std::string, int> seen_;  ///< lines by table and key
  std::optional<TomlFault> found_;
};

}  // namespace

std::optional<TomlFault> find_toml_fault(std::string_view text) {
  return TomlWalk(text).run();
}

Text general_toml_fault() {
  return {
      "deze regel is niet te lezen (een regel is sleutel = waarde, [tabel] of # opmerking). "
      "Vergelijk hem met docs/formats.md.",
      "this line cannot be read (a line is key = value, [table] or # comment). Compare it with "
      "docs/formats.md."};
}

}  // namespace meesterplan::input
