#include "sim/output/policy_limits.hpp"

#include <algorithm>
#include <cstdint>

#include "sim/input/definitions.hpp"

namespace meesterplan::output {
namespace {

struct KeyName {
  std::string_view key;
  Text name;
};

/// What limits are called; those with terms of their own say which list they are of by their key.
Text name_of(std::string_view key) {
  static KeyName const names[] = {
      {"section", {"sectie", "section"}},
      {"subject", {"vak", "subject"}},
      {"school", {"school", "school"}},
      {"board", {"bestuur", "board"}},
      {"region", {"regio", "region"}},
      {"age", {"leeftijd", "age"}},
      {"tenure", {"jaren in dienst", "years of service"}},
      {"experience", {"jaren ervaring", "years of experience"}},
      {"years_since_master", {"jaren sinds de master", "years since the master"}},
      {"fte", {"fte", "fte"}},
      {"degree", {"opleidingsniveau", "degree"}},
      {"licence", {"bevoegdheid", "licence"}},
      {"contract", {"contract", "contract"}},
      {"cause", {"reden van vertrek", "cause of leaving"}},
      {"programme", {"opleiding", "programme"}},
      {"origin", {"herkomst", "origin"}},
  };
  for (KeyName const& name : names) {
    if (name.key == key)
      return name.name;
  }
  return {std::string(key), std::string(key)};
}

/// "age from 30", "degree: bachelor".
Text first_text(results::PolicyLimit const& limit) {
  constexpr std::string_view from = "_from";
  constexpr std::string_view to = "_to";
  std::string_view const key = limit.key;
  if (key.ends_with(from)) {
    Text const name = name_of(key.substr(0, key.size() - from.size()));
    return {name.nl + " vanaf " + limit.value, name.en + " from " + limit.value};
  }
  if (key.ends_with(to)) {
    Text const name = name_of(key.substr(0, key.size() - to.size()));
    return {name.nl + " tot en met " + limit.value, name.en + " up to " + limit.value};
  }
  Text const name = name_of(key);
  Text const value = input::term_name(key, limit.value);
  return {name.nl + ": " + value.nl, name.en + ": " + value.en};
}

}  // namespace

Text limits_text(results::PolicyCard const& card, std::string_view of, std::size_t item) {
  Text text;
  std::string_view before;
  for (results::PolicyLimit const& limit : card.limits) {
    if (limit.of != of || limit.item != static_cast<std::int64_t>(item))
      continue;
    if (limit.key == before) {
      Text const value = input::term_name(limit.key, limit.value);
      text.nl += ", " + value.nl;
      text.en += ", " + value.en;
    } else {
      Text const first = first_text(limit);
      text.nl += (text.nl.empty() ? "" : "; ") + first.nl;
      text.en += (text.en.empty() ? "" : "; ") + first.en;
    }
    before = limit.key;
  }
  return text;
}

std::string policy_title(results::PolicyCard const& card, Language language) {
  std::string const& title = card.title.in(language);
  return title.empty() ? card.name : title;
}

std::vector<std::string> words_in(std::string const& text) {
  std::vector<std::string> words;
  for (std::size_t from = 0; from < text.size();) {
    std::size_t const to = std::min(text.find(' ', from), text.size());
    words.push_back(text.substr(from, to - from));
    from = to + 1;
  }
  return words;
}

Text amo_text(std::string const& keys) {
  Text text;
  for (std::string const& key : words_in(keys)) {
    Text const name = input::term_name("amo", key);
    text.nl += (text.nl.empty() ? "" : ", ") + name.nl;
    text.en += (text.en.empty() ? "" : ", ") + name.en;
  }
  return text;
}

}  // namespace meesterplan::output
