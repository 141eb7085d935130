#include "sim/base/visible.hpp"

#include <string>

#include "tests/support/catch.hpp"

namespace meesterplan {
namespace {

using namespace std::string_literals;

TEST_CASE("What people can read stays as it is") {
  for (std::string const& text :
       {""s, "Het Voorbeeldlyceum, 62,1%"s, "caf\u00e9 \u20ac 5 \U0001f600"s, "\u00a0"s,
        "a\n\tb\n"s, "C:\\map"s}) {
    CAPTURE(text);
    CHECK(visible(text) == text);
  }
}

TEST_CASE("What steers a terminal is written out") {
  CHECK(visible("\x1b[2J\x1b]0;x\a") == "\\x1b[2J\\x1b]0;x\\x07");
  CHECK(visible("a\rb\x7f") == "a\\x0db\\x7f");
  CHECK(visible("a\0b"s) == "a\\x00b");
  CHECK(visible("\u009b31m") == "\\u009b31m");
  CHECK(visible("\u202etxt\u2066\u200f") == "\\u202etxt\\u2066\\u200f");
}

TEST_CASE("Bytes that are no UTF-8 are written out one by one") {
  CHECK(visible("\x9b"
                "31m") == "\\x9b31m");
  CHECK(visible("caf\xe9") == "caf\\xe9");
  CHECK(visible("\xc0\x9b") == "\\xc0\\x9b");                    // longer than it need be
  CHECK(visible("\xe2\x80") == "\\xe2\\x80");                    // cut off
  CHECK(visible("\xed\xa0\x80") == "\\xed\\xa0\\x80");           // half of a pair
  CHECK(visible("\xf5\x80\x80\x80") == "\\xf5\\x80\\x80\\x80");  // beyond the last
}

TEST_CASE("A name stays on its line") {
  CHECK(visible("a\nb") == "a\nb");
  CHECK(visible_line("a\nb\t\u2028") == "a\\x0ab\\x09\\u2028");
}

}  // namespace
}  // namespace meesterplan
