#include "sim/input/toml_token.hpp"

#include <algorithm>
#include <cctype>

#include <fmt/core.h>

#include "sim/input/cell_text.hpp"
#include "sim/input/words.hpp"

namespace meesterplan::input {
namespace {

bool is_digit(char letter) {
  return letter >= '0' && letter <= '9';
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

/// Takes a run of digits, parted by single underscores, off the front.
bool take_digits(std::string_view& text) {
  std::size_t n = 0;
  while (n < text.size() &&
         (is_digit(text[n]) || (text[n] == '_' && n > 0 && is_digit(text[n - 1]))))
    ++n;
  bool const good = n > 0 && text[n - 1] != '_';
  text.remove_prefix(n);
  return good;
}

void take_sign(std::string_view& text) {
  if (!text.empty() && (text.front() == '-' || text.front() == '+'))
    text.remove_prefix(1);
}

bool is_number(std::string_view text) {
  if (text.substr(0, 2) == "0x" || text.substr(0, 2) == "0o" || text.substr(0, 2) == "0b")
    return true;
  take_sign(text);
  if (text == "inf" || text == "nan")
    return true;
  bool const leading_zero =
      text.size() > 1 && text[0] == '0' && (is_digit(text[1]) || text[1] == '_');
  if (leading_zero || !take_digits(text))
    return false;
  if (!text.empty() && text.front() == '.') {
    text.remove_prefix(1);
    if (!take_digits(text))
      return false;
  }
  if (!text.empty() && (text.front() == 'e' || text.front() == 'E')) {
    text.remove_prefix(1);
    take_sign(text);
    if (!take_digits(text))
      return false;
  }
  return text.empty();
}

/// A date as TOML has it, or a time; whether it exists is for the parser.
bool is_date_or_time(std::string_view text) {
  bool const dated = text.size() >= 10 && text[4] == '-' && text[7] == '-';
  bool const timed = text.size() >= 5 && text[2] == ':';
  return is_digit(text.front()) && (dated || timed) &&
         std::all_of(text.begin(), text.end(), [](char letter) {
           return is_digit(letter) ||
                  std::string_view("-:.TtZz+ ").find(letter) != std::string_view::npos;
         });
}

/// The two parts of a number with a decimal comma; empty for any other text.
std::optional<std::string> with_point(std::string_view text) {
  std::string_view number = text;
  take_sign(number);
  std::size_t const comma = number.find(',');
  if (comma == std::string_view::npos || !all_digits(number.substr(0, comma)) ||
      !all_digits(number.substr(comma + 1)))
    return std::nullopt;
  std::string typed(text);
  std::replace(typed.begin(), typed.end(), ',', '.');
  return typed;
}

Text decimal_comma(std::string_view shown, std::string_view typed) {
  return {
      fmt::format("{} heeft een decimale komma (in een scenario is het teken een punt). Schrijf "
                  "{}.",
                  quoted(shown), typed),
      fmt::format("{} has a decimal comma (in a scenario the sign is a point). Write {}.",
                  quoted(shown), typed)};
}

Text in_quotes(std::string_view shown, std::string const& what_nl, std::string const& what_en) {
  return {fmt::format("{0} staat niet tussen aanhalingstekens ({1} heeft die nodig). Schrijf {0} "
                      "met de aanhalingstekens erbij.",
                      quoted(shown), what_nl),
          fmt::format("{0} is not between quotes ({1} needs them). Write {0}, with its quotes.",
                      quoted(shown), what_en)};
}

Text wrong_number(std::string_view token) {
  if (token.back() == '%')
    return in_quotes(token, "een percentage", "a percentage");
  if (std::optional<std::string> const typed = with_point(token))
    return decimal_comma(token, *typed);
  ParsedDate const date = parse_date(token);
  if (date.fault != DateFault::not_a_date && !all_digits(token)) {
    return {fmt::format("{} is geen datum zoals een scenario die kent (een schooljaar is een "
                        "getal). Schrijf alleen het jaar, bijvoorbeeld 2025.",
                        quoted(token)),
            fmt::format("{} is no date as a scenario knows it (a school year is a number). Write "
                        "the year alone, for instance 2025.",
                        quoted(token))};
  }
  bool const is_school_year = token.size() >= 7 && all_digits(token.substr(0, 4)) &&
                              (token[4] == '/' || token[4] == '-') && all_digits(token.substr(5));
  if (is_school_year) {
    return {fmt::format("{} is geen getal (een schooljaar is het jaar waarin het begint). Schrijf "
                        "{}.",
                        quoted(token), token.substr(0, 4)),
            fmt::format("{} is not a number (a school year is the year in which it starts). Write "
                        "{}.",
                        quoted(token), token.substr(0, 4))};
  }
  if (all_digits(token)) {
    std::size_t const first = std::min(token.find_first_not_of('0'), token.size() - 1);
    return {
        fmt::format("{} begint met een nul (getallen hebben geen nullen vooraan). Schrijf {}, of "
                    "zet een code tussen aanhalingstekens.",
                    quoted(token), token.substr(first)),
        fmt::format("{} starts with a zero (numbers have no leading zeros). Write {}, or put a "
                    "code between quotes.",
                    quoted(token), token.substr(first))};
  }
  return {fmt::format("{} is geen getal (alleen cijfers, met een punt voor decimalen). Zet er # "
                      "tussen als het een opmerking is, en tekst tussen aanhalingstekens.",
                      quoted(token)),
          fmt::format("{} is not a number (digits only, with a point for decimals). Put # before a "
                      "comment, and text between quotes.",
                      quoted(token))};
}

/// Complaint about a date that no calendar has.
std::optional<Text> missing_day(std::string_view token) {
  bool const dated = token.size() >= 10 && token[4] == '-' && token[7] == '-';
  if (!dated || parse_date(token.substr(0, 10)).fault != DateFault::no_such_day)
    return std::nullopt;
  return Text{fmt::format("{} bestaat niet (er is geen maand of dag met dat nummer). Verbeter de "
                          "datum.",
                          quoted(token)),
              fmt::format("{} does not exist (no month or day has that number). Correct the date.",
                          quoted(token))};
}

}  // namespace

std::string_view trim_blanks(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
    text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
    text.remove_suffix(1);
  return text;
}

std::optional<Text> wrong_token(std::string_view token) {
  if (std::optional<Text> no_such_day = missing_day(token))
    return no_such_day;
  if (token == "true" || token == "false" || is_number(token) || is_date_or_time(token))
    return std::nullopt;
  std::string_view number = token;
  take_sign(number);
  bool const numeric = !number.empty() && (is_digit(number.front()) || number.front() == '.');
  return numeric ? wrong_number(token) : in_quotes(token, "tekst", "text");
}

std::optional<Text> typographic(std::string_view text) {
  // U+2018 to U+201F, and the angled ones.
  bool const curly = text.size() >= 3 && text.substr(0, 2) == "\xe2\x80" &&
                     static_cast<unsigned char>(text[2]) >= 0x98 &&
                     static_cast<unsigned char>(text[2]) <= 0x9f;
  if (!curly && text.substr(0, 2) != "\xc2\xab")
    return std::nullopt;
  return Text{
      "een gekruld aanhalingsteken (een tekstverwerker maakt die ervan; hier horen rechte). "
      "Vervang ze door \".",
      "a curly quote (word processors make them; straight ones are needed). Replace them "
      "by \"."};
}

std::optional<Text> decimal_comma_before(std::string_view before, std::string_view after) {
  std::size_t const n_after = std::min(after.find_first_not_of("0123456789"), after.size());
  bool const is_key = trim_blanks(after.substr(n_after)).substr(0, 1) == "=";
  if (n_after == 0 || is_key || before.empty() || before.back() != ',')
    return std::nullopt;
  std::string_view const number = before.substr(0, before.size() - 1);
  std::size_t const last = number.find_last_not_of("0123456789");
  std::string const whole(number.substr(last == std::string_view::npos ? 0 : last + 1));
  if (whole.empty())
    return std::nullopt;
  std::string const decimals(after.substr(0, n_after));
  return decimal_comma(whole + "," + decimals, whole + "." + decimals);
}

bool starts_statement(std::string_view line) {
  line = trim_blanks(line);
  if (line.substr(0, 1) == "[")
    return line.size() > 1 && std::isalpha(static_cast<unsigned char>(line[1])) != 0;
  std::size_t n = 0;
  while (n < line.size() && (std::isalnum(static_cast<unsigned char>(line[n])) != 0 ||
                             line[n] == '_' || line[n] == '-' || line[n] == '.'))
    ++n;
  return n > 0 && trim_blanks(line.substr(n)).substr(0, 1) == "=";
}

Text unclosed_header(std::string_view close) {
  return {fmt::format("een tabel zonder {0} (zo is niet te zien waar haar naam eindigt). Zet {0} "
                      "achter de naam.",
                      close),
          fmt::format("a table without {0} (so that its name has no end). Put {0} behind the name.",
                      close)};
}

Text unclosed(std::string_view close, int line) {
  return {fmt::format("er ontbreekt een {0} (wat op regel {1} wordt geopend, wordt niet gesloten). "
                      "Zet {0} achter de laatste waarde.",
                      close, line),
          fmt::format("a {0} is missing (what is opened on line {1} is never closed). Put {0} "
                      "behind the last value.",
                      close, line)};
}

Text twice(std::string_view what, int line) {
  return {
      fmt::format("{} staat er twee keer (ook op regel {}). Laat een van beide weg, of zet alles "
                  "bij elkaar.",
                  quoted(what), line),
      fmt::format("{} is there twice (also on line {}). Leave one of them out, or put all in "
                  "one place.",
                  quoted(what), line)};
}

Text behind_value(std::string_view rest) {
  rest = trim_blanks(rest);
  return {
      fmt::format("{} staat nog achter de waarde (een regel heeft een waarde). Haal het weg, of "
                  "zet er # voor als het een opmerking is.",
                  quoted(rest)),
      fmt::format("{} stands behind the value (a line has one value). Remove it, or put # "
                  "before a comment.",
                  quoted(rest))};
}

Text without_equals(std::string_view line) {
  line = trim_blanks(line);
  std::size_t const equals = line.find('=');
  if (equals != std::string_view::npos && equals > 0) {
    return {fmt::format("{} is geen sleutel (een sleutel heeft letters, cijfers, _ en -, zonder "
                        "spaties). Kijk de naam na.",
                        quoted(trim_blanks(line.substr(0, equals)))),
            fmt::format("{} is not a key (a key has letters, digits, _ and -, without blanks). "
                        "Check its name.",
                        quoted(trim_blanks(line.substr(0, equals))))};
  }
  return {
      fmt::format("{} is niet te lezen (er ontbreekt een =, met een sleutel ervoor). Schrijf "
                  "sleutel = waarde, of zet # voor een opmerking.",
                  quoted(line)),
      fmt::format("{} cannot be read (a = is missing, with a key before it). Write key = value, "
                  "or put # before a comment.",
                  quoted(line))};
}

Text without_value(std::string_view key) {
  return {fmt::format("{} heeft geen waarde (achter = hoort er een). Vul haar in, of haal de regel "
                      "weg.",
                      quoted(key)),
          fmt::format("{} has no value (one belongs behind =). Fill it in, or remove the line.",
                      quoted(key))};
}

Text without_comma() {
  return {
      "er ontbreekt een komma (zij scheidt de waarden van een lijst). Zet een komma tussen de "
      "twee waarden.",
      "a comma is missing (it parts the values of a list). Put a comma between the two values."};
}

Text open_quote() {
  return {
      "een aanhalingsteken zonder einde (de tekst loopt door tot het einde van de regel). Zet "
      "achter de tekst hetzelfde aanhalingsteken.",
      "a quote without an end (the text runs to the end of the line). Put the same quote behind "
      "the text."};
}

Text backslash() {
  return {
      "een \\ in een tekst (dat teken heeft daar een eigen betekenis). Schrijf mappen met /, "
      "bijvoorbeeld \"data/people.csv\".",
      "a \\ in a text (that sign has a meaning of its own there). Write folders with /, for "
      "instance \"data/people.csv\"."};
}

}  // namespace meesterplan::input
