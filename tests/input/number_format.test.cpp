#include "sim/input/number_format.hpp"

#include <limits>
#include <string>

#include "tests/support/catch.hpp"

namespace meesterplan::input {
namespace {

TEST_CASE("formats that workbooks know by number are dates where they show a day") {
  for (int const date : {14, 15, 16, 17, 22, 27, 31, 36, 50, 58})
    CHECK(kind_of_builtin(date) == NumberKind::date);
  // General, 0.00, 0%, h:mm, [h]:mm:ss, text.
  for (int const number : {-1, 0, 2, 9, 18, 20, 21, 32, 45, 46, 47, 49, 164})
    CHECK(kind_of_builtin(number) == NumberKind::number);
}

TEST_CASE("a format is a date when it shows a day or a year") {
  for (std::string const date : {"dd-mm-yyyy", "d-m-yy", "[$-413]d mmmm yyyy;@", "yyyy\\-mm\\-dd",
                                 "mmm-yy", "dd/mm/yyyy hh:mm", "DD-MM-JJJJ", "[Red]yyyy"})
    CHECK(kind_of_format(date) == NumberKind::date);
  for (std::string const number :
       {"General", "Standaard", "0.00", "0.0%", "#,##0.00\\ \"dagen\"", "[Red]0", "\"jaar\" 0",
        "hh:mm:ss", "0_d", "0\\d", "* 0", "@", "\"onafgemaakt", "[$EUR-413] 0.00", ""})
    CHECK(kind_of_format(number) == NumberKind::number);
}

TEST_CASE("a serial number is a day of its workbook's system") {
  using enum DateSystem;
  CHECK(day_of_serial(45505, from_1900) == "2024-08-01");
  CHECK(day_of_serial(45505.999, from_1900) == "2024-08-01");
  CHECK(day_of_serial(44043, from_1904) == "2024-08-01");
  CHECK(day_of_serial(1, from_1900) == "1900-01-01");
  CHECK(day_of_serial(59, from_1900) == "1900-02-28");
  // 29 February 1900, which never was.
  CHECK(day_of_serial(60, from_1900) == "1900-02-28");
  CHECK(day_of_serial(61, from_1900) == "1900-03-01");
  CHECK(day_of_serial(2958465, from_1900) == "9999-12-31");
  for (double const none : {0.0, -1.0, 2958466.0, std::numeric_limits<double>::quiet_NaN(),
                            std::numeric_limits<double>::infinity()})
    CHECK_FALSE(day_of_serial(none, from_1900));
}

TEST_CASE("signs that workbooks write in hexadecimals are turned back") {
  auto const decoded = [](std::string text) {
    decode_escapes(text);
    return text;
  };
  CHECK(decoded("type_x000D_\ncontract_x000d_") == "type\ncontract");
  CHECK(decoded("_x000D__x000D_a_x0009_b") == "a\tb");
  CHECK(decoded("_x005F_x000D_") == "_x000D_");
  for (std::string const plain : {"_x00E9_", "_xyz_", "_x000D", "a_x1_b", "_x", ""})
    CHECK(decoded(plain) == plain);
}

TEST_CASE("a number is shown as it was typed") {
  CHECK(plain_number(0.8) == "0.8");
  CHECK(plain_number(0.80000000000000004) == "0.8");
  CHECK(plain_number(0.1 + 0.2) == "0.3");
  CHECK(plain_number(8.0000000000000002e-2) == "0.08");
  CHECK(plain_number(1e-11) == "0.00000000001");
  CHECK(plain_number(1e-9) == "0.000000001");
  CHECK(plain_number(0.99999999999999999) == "1");
  CHECK(plain_number(1200) == "1200");
  CHECK(plain_number(-12.5) == "-12.5");
  CHECK(plain_number(0) == "0");
  CHECK(plain_number(-5.55e-17) == "0");
  CHECK(plain_number(-0.0) == "0");
  CHECK(plain_number(123456789012345) == "123456789012345");
  CHECK_FALSE(plain_number(1e15));
  CHECK_FALSE(plain_number(std::numeric_limits<double>::quiet_NaN()));
  CHECK_FALSE(plain_number(-std::numeric_limits<double>::infinity()));
}

}  // namespace
}  // namespace meesterplan::input
