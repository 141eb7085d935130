#include "sim/intake/normal.hpp"

#include <algorithm>

#include "sim/base/text.hpp"
#include "sim/input/cell_text.hpp"
#include "sim/input/words.hpp"

namespace meesterplan::intake {
namespace {

bool is_digit(char sign) {
  return sign >= '0' && sign <= '9';
}

bool is_capital(char sign) {
  return sign >= 'A' && sign <= 'Z';
}

}  // namespace

std::string normal_id(std::string_view text) {
  bool const is_number = std::all_of(text.begin(), text.end(), is_digit);
  while (is_number && text.size() > 1 && text.front() == '0')
    text.remove_prefix(1);
  return std::string(text);
}

std::string normal_code(std::string_view text) {
  std::string code(text);
  std::transform(code.begin(), code.end(), code.begin(), lower);
  return code;
}

std::string normal_school(std::string_view text) {
  bool const is_none =
      input::is_mask(text) || input::says_unknown(text) || input::folded(text) == "nvt";
  if (is_none)
    return {};
  std::string school(text);
  std::transform(school.begin(), school.end(), school.begin(), [](char sign) {
    return sign >= 'a' && sign <= 'z' ? static_cast<char>(sign - 'a' + 'A') : sign;
  });
  bool const is_location = school.size() == 6 && is_digit(school[0]) && is_digit(school[1]) &&
                           is_capital(school[2]) && is_capital(school[3]) && is_digit(school[4]) &&
                           is_digit(school[5]);
  return is_location ? school.substr(0, 4) : school;
}

}  // namespace meesterplan::intake
