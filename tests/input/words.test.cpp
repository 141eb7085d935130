#include "sim/input/words.hpp"

#include <string>
#include <vector>

#include "tests/support/catch.hpp"

namespace meesterplan::input {
namespace {

TEST_CASE("English keys, Dutch words and what exports write mean the same") {
  using scenario::Contract;
  using scenario::Degree;
  using scenario::Licence;
  auto const is = [](Words const& words, std::string const& text, auto term) {
    return words.find(text) == static_cast<int>(term);
  };
  CHECK(is(contract_words(), "permanent", Contract::permanent));
  CHECK(is(contract_words(), "VAST", Contract::permanent));
  CHECK(is(contract_words(), "In vaste dienst", Contract::permanent));
  CHECK(is(degree_words(), "hbo-master", Degree::hbo_master));
  CHECK(is(degree_words(), "drs.", Degree::wo_master));
  CHECK(is(degree_words(), "onbekend", Degree::unknown));
  CHECK(is(licence_words(), "Eerstegraads", Licence::first_degree));
  CHECK(is(licence_words(), "2e gr.", Licence::second_degree));
  CHECK_FALSE(degree_words().find("hbo"));  // doubtful: which one?
  CHECK_FALSE(contract_words().find("vst"));
}

TEST_CASE("each key of the model is a word of its own list") {
  for (int i = 0; i < scenario::n_degrees; ++i) {
    CHECK(degree_words().find(key_of(static_cast<scenario::Degree>(i))) == i);
  }
  for (int i = 0; i < scenario::n_licences; ++i) {
    CHECK(licence_words().find(key_of(static_cast<scenario::Licence>(i))) == i);
  }
  for (int i = 0; i < scenario::n_contracts; ++i) {
    CHECK(contract_words().find(key_of(static_cast<scenario::Contract>(i))) == i);
  }
  for (int i = 0; i < scenario::n_scales; ++i) {
    CHECK(scale_words().find(key_of(static_cast<scenario::Scale>(i))) == i);
  }
  for (int i = 0; i < scenario::n_exit_causes; ++i) {
    CHECK(exit_cause_words().find(key_of(static_cast<scenario::ExitCause>(i))) == i);
  }
  for (int i = 0; i < scenario::n_levels; ++i) {
    CHECK(level_words().find(key_of(static_cast<scenario::Level>(i))) == i);
  }
}

TEST_CASE("a wrong word gets the nearest one") {
  Text const text = contract_words().complaint("tijdelik");
  CHECK(text.en.find("Did you mean \"tijdelijk\"?") != std::string::npos);
  CHECK(contract_words().complaint("zzzzzz").en.find("Did you mean") == std::string::npos);
}

TEST_CASE("shown texts are short, whole characters on one line") {
  CHECK(quoted("a\nb") == "\"a b\"");
  std::string const accents(60, '\xa9');
  std::string long_text;
  for (int i = 0; i < 30; ++i)
    long_text += "\xc3\xa9";
  std::string const shown = quoted("x" + long_text);
  CHECK(shown.size() == 1 + 41 + 4);
  CHECK(shown.substr(shown.size() - 6) == "\xc3\xa9...\"");
}

}  // namespace
}  // namespace meesterplan::input
