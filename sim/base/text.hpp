#pragma once

#include <string>

namespace meesterplan {

/// The languages of the product.
enum class Language { nl, en };

/// One text in both languages; the door that shows it chooses.
struct Text {
  std::string nl;
  std::string en;

  /// The text in `language`.
  std::string const& in(Language language) const { return language == Language::nl ? nl : en; }

  friend bool operator==(Text const&, Text const&) = default;
};

/// The small letter of a capital of ASCII; any other sign as it is.
constexpr char lower(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

}  // namespace meesterplan
