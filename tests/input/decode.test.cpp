#include "sim/input/decode.hpp"

#include <string>

#include "tests/support/catch.hpp"

namespace meesterplan::input {
namespace {

std::string text(std::string const& bytes) {
  Decoded const decoded = decode(bytes, Encodings::any_common);
  REQUIRE_FALSE(decoded.problem);
  return decoded.text;
}

bool is_refused(std::string const& bytes, Encodings allowed = Encodings::any_common) {
  return decode(bytes, allowed).problem.has_value();
}

std::string const coree =
    "Cor\xc3\xa9"
    "e \xe2\x82\xac";  // with an accent and a euro sign

TEST_CASE("the same text from each encoding") {
  CHECK(text(coree) == coree);
  CHECK(text("\xef\xbb\xbf" + coree) == coree);
  CHECK(text("Cor\xe9"
             "e \x80") == coree);
  CHECK(text(std::string("\xff\xfe"
                         "C\0o\0r\0\xe9\0e\0 \0\xac\x20",
                         16)) == coree);
  CHECK(text(std::string("\xfe\xff"
                         "\0C\0o\0r\0\xe9\0e\0 \x20\xac",
                         16)) == coree);
  CHECK(text(std::string("\xff\xfe\x3d\xd8\x00\xde", 6)) == "\xf0\x9f\x98\x80");
  CHECK(decode("Cor\xe9"
               "e",
               Encodings::any_common)
            .encoding == Encoding::windows_1252);
  CHECK(text("").empty());
}

TEST_CASE("what is no text is refused") {
  CHECK(is_refused(std::string("a\0b", 3)));
  CHECK(is_refused(std::string("a\0b\0", 4)));  // UTF-16 without a mark
  CHECK(is_refused("PK\x03\x04rest"));
  CHECK(
      is_refused("a\x81"
                 "b"));  // in no encoding
  CHECK(
      is_refused("\xef\xbb\xbf"
                 "a\xe9"));  // the mark says UTF-8
  CHECK(
      is_refused("\xff\xfe"
                 "a"));                                   // half a character
  CHECK(is_refused(std::string("\xff\xfe\x3d\xd8", 4)));  // half a pair
  CHECK(is_refused("caf\xe9", Encodings::utf8_only));
  CHECK_FALSE(is_refused("caf\xc3\xa9", Encodings::utf8_only));
}

TEST_CASE("UTF-8 is checked to the letter") {
  for (std::string const bytes : {"\xc0\x80", "\xe0\x80\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80",
                                  "\xf5\x80\x80\x80", "\xe2\x82", "\x80"}) {
    CHECK(is_refused(bytes, Encodings::utf8_only));
  }
}

TEST_CASE("a line of 100 MB is refused, a file of 100 MB is not") {
  std::string bytes = "a;b\n1;" + std::string(100'000'000, 'x') + "\n";
  Decoded const decoded = decode(bytes, Encodings::any_common);
  REQUIRE(decoded.problem);
  CHECK(decoded.line == 2);
  for (std::size_t i = 1000; i < bytes.size(); i += 1000)
    bytes[i] = '\n';
  CHECK_FALSE(is_refused(bytes));
}

}  // namespace
}  // namespace meesterplan::input
