#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include <fmt/core.h>

#include "sim/base/fte.hpp"
#include "sim/input/definitions.hpp"
#include "sim/scenario/scenario.hpp"

// What the tables of definitions.hpp say often.

namespace meesterplan::input {

using Definitions = std::vector<Definition>;

inline constexpr Limits share_limits{0, 1};
inline constexpr Limits ratio_limits{0, std::numeric_limits<double>::infinity(), true};
inline constexpr Limits school_years{1900, 2200};

inline Text const required_text{"verplicht", "required"};
inline Text const share_text{"aandeel", "share"};
inline Text const probability_text{"kans", "probability"};
inline Text const ratio_text{"verhouding", "ratio"};
inline Text const years_text{"jaren", "years"};
inline Text const school_year_text{"schooljaar", "school year"};
inline Text const none_text{"geen", "none"};
inline Text const open_text{"open", "open"};
inline Text const error_text{"fout", "error"};
inline Text const certain_text{"zeker", "certain"};
inline Text const fte_text{"fte", "fte"};
inline Text const unknown_text{"onbekend: geloot", "unknown: drawn"};
inline Text const assumption{"aanname", "assumption"};
inline Text const neutral{"geen effect zolang er niets staat",
                          "no effect as long as nothing is given"};

inline Text both(std::string const& text) {
  return {text, text};
}

inline Text plain(double number) {
  return both(fmt::format("{}", number));
}

inline Text plain(std::int64_t number) {
  return both(fmt::format("{}", number));
}

inline Text plain(Fte fte) {
  return plain(static_cast<double>(fte.thousandths) / 1000);
}

inline Text plain(scenario::Uncertain const& number) {
  return plain(number.central);
}

/// The key of a term: its first spelling.
template <typename Term>
Text plain(Term term, Words const& words) {
  for (Word const& word : words.words) {
    if (word.value == static_cast<int>(term))
      return both(std::string(word.spelling));
  }
  return {};
}

/// Where the value of a row comes from.
inline Definition source_column(std::string_view file) {
  return {file,
          "source",
          Kind::text,
          {"Waar de waarde vandaan komt.", "Where the value comes from."},
          "eigen cijfers",
          none_text};
}

/// Adds the keys outside every table, and those of files, unknown and pension, with
/// the defaults of `plain_scenario`.
void add_top_keys(Definitions& list, scenario::Scenario const& plain_scenario);

/// Adds the keys of market, with the defaults of `plain_scenario`.
void add_market_keys(Definitions& list, scenario::Scenario const& plain_scenario);

/// Adds the keys of net, demand, surplus, recruitment, lessons, cover, target and
/// record, with the defaults of `plain_scenario`.
void add_staffing_keys(Definitions& list, scenario::Scenario const& plain_scenario);

/// Adds the keys of money.
void add_money_keys(Definitions& list);

/// Adds the keys of policy, bottleneck and policy_rules, with the defaults of
/// `plain_scenario`.
void add_policy_keys(Definitions& list, scenario::Scenario const& plain_scenario);

/// Adds the keys of function_mix and promotion, with the defaults of `plain_scenario`.
void add_function_mix_keys(Definitions& list, scenario::Scenario const& plain_scenario);

}  // namespace meesterplan::input
