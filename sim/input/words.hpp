#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "sim/base/text.hpp"
#include "sim/scenario/scenario.hpp"

namespace meesterplan::input {

/// One spelling of a term.
struct Word {
  std::string_view spelling;
  int value = 0;  ///< of the enumeration
};

/// The words a cell or key may hold: English keys, Dutch words and what exports
/// write. Capitals, blanks, hyphens and underscores do not matter.
struct Words {
  Text noun;     ///< "a contract"
  Text options;  ///< those to show: "permanent, temporary or replacement"
  std::span<Word const> words;

  /// The value of `text`; empty when it is none of the words.
  std::optional<int> find(std::string_view text) const;
  /// What is wrong with `text`, with the nearest word.
  Text complaint(std::string_view text) const;
};

Words degree_words();
Words master_kind_words();
Words licence_words();
Words contract_words();
Words scale_words();
Words origin_words();       ///< those of an entrant
Words exit_cause_words();   ///< all causes
Words drawn_cause_words();  ///< the same words; messages name those that take a probability
Words factor_kind_words();
Words direction_words();  ///< of a change of hours: 0 up, 1 down
Words what_words();       ///< of reference shares: 0 degree, 1 licence
Words yes_no_words();     ///< 0 no, 1 yes
Words level_words();
Words uncertainty_words();
Words demand_mode_words();
Words surplus_mode_words();
Words recruitment_mode_words();
Words preference_words();  ///< of schools in a labour market
Words lesson_order_words();
Words unit_words();  ///< school or board: a part of scenario::Level
// Of policies (policy_words.cpp).
Words behaviour_words();
Words amo_words();
Words cluster_words();
Words phase_in_words();
Words cost_per_words();
Words urgency_words();
Words amo_rule_words();
// Of money (policy_words.cpp).
Words budget_for_words();

/// `text` in small letters without blanks, hyphens, underscores, dots and quotes.
std::string folded(std::string_view text);

/// `text` between quotes, shortened to some forty characters.
std::string quoted(std::string_view text);

}  // namespace meesterplan::input
