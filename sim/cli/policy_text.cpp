#include "sim/cli/policy_text.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <ostream>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "sim/base/contracts.hpp"
#include "sim/base/visible.hpp"
#include "sim/cli/names.hpp"
#include "sim/cli/numbers.hpp"
#include "sim/cli/table.hpp"
#include "sim/output/policy_limits.hpp"

namespace meesterplan::cli {
namespace {

using results::Estimate;
using results::PolicyAnswer;
using results::PolicyCard;
using results::PolicyOutcome;
using results::Results;

/// What a difference is shown in: shares in percentage points, money in thousands of euros.
double shown(double value, PolicyOutcome const& outcome) {
  if (outcome.measure == "share")
    return 100 * value;
  return outcome.measure == "euro" ? value / 1000 : value;
}

std::string unit_of(PolicyOutcome const& outcome) {
  return outcome.measure == "share" ? " (pp)" : "";
}

/// "+1.2", and "0.0" without a sign.
std::string with_sign(double value, Language language) {
  std::string const text = decimal(value, 1, language);
  return std::lround(10 * value) > 0 ? "+" + text : text;
}

/// "+1.2 (0.3)": a difference and its standard error.
std::string estimate_text(Estimate const& estimate, PolicyOutcome const& outcome,
                          Language language) {
  double const error = shown(estimate.standard_error, outcome);
  return fmt::format("{} ({})", with_sign(shown(estimate.mean, outcome), language),
                     decimal(error, error > 0 && error < 0.05 ? 2 : 1, language));
}

std::string level_text(double value, PolicyOutcome const& outcome, Language language) {
  if (outcome.kind == "chance")
    return chance(value, language);
  return outcome.measure == "share" ? percent(value, 1, language)
                                    : decimal(shown(value, outcome), 1, language);
}

std::string title_of(PolicyOutcome const& outcome, Language language) {
  bool const nl = language == Language::nl;
  auto const in_year = [&](char const* dutch, char const* english) {
    return fmt::format(fmt::runtime(nl ? dutch : english), outcome.year);
  };
  if (outcome.kind == "masters")
    return in_year("Masters in dienst op 1 oktober {}", "Masters in service on 1 October {}");
  if (outcome.kind == "exits")
    return in_year("Vertrekkers tot 1 oktober {}", "Leavers until 1 October {}");
  if (outcome.kind == "cost") {
    return in_year("Kosten tot 1 oktober {} in duizenden euro's",
                   "Costs until 1 October {} in thousands of euros");
  }
  char const* const form = outcome.kind == "value"
                               ? (nl ? "Doel {}: stand in {}" : "Target {}: where it stands in {}")
                               : (nl ? "Kans op doel {} in {}" : "Chance of target {} in {}");
  std::string title = fmt::format(fmt::runtime(form), visible_line(outcome.target), outcome.year);
  if (outcome.level != "total") {
    title +=
        fmt::format(" ({} {})", level_name(outcome.level, language), visible_line(outcome.unit));
  }
  return title;
}

/// The policies, that with the largest share in the outcome first.
std::vector<std::size_t> by_share(PolicyAnswer const& answer, std::size_t outcome) {
  std::vector<std::size_t> order(answer.effects.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) {
    return std::fabs(answer.effects[left][outcome].share.mean) >
           std::fabs(answer.effects[right][outcome].share.mean);
  });
  return order;
}

/// Whether no policy changes it in any future.
bool is_unmoved(PolicyAnswer const& answer, std::size_t index) {
  return std::all_of(answer.effects.begin(), answer.effects.end(), [&](auto const& effects) {
    results::PolicyEffect const& effect = effects[index];
    return effect.share == Estimate{} && effect.alone == Estimate{} && effect.last == Estimate{};
  });
}

/// A chance that hardly moves hides what policies do; where the target stands tells it.
bool is_shown(PolicyAnswer const& answer, std::size_t index) {
  constexpr double hardly = 0.01;
  PolicyOutcome const& outcome = answer.outcomes[index];
  if (outcome.kind != "value")
    return true;
  PolicyOutcome const& chance = answer.outcomes[index - 1];
  auto const is_extreme = [](double value) { return value < hardly || value > 1 - hardly; };
  return is_extreme(chance.none) && is_extreme(chance.all);
}

void write_outcome(Results const& results, std::size_t index, Language language,
                   std::ostream& stream) {
  bool const nl = language == Language::nl;
  PolicyAnswer const& answer = *results.policies;
  PolicyOutcome const& outcome = answer.outcomes[index];
  stream << "\n"
         << fmt::format(fmt::runtime(nl ? "{}: zonder beleid {}, met alles {}\n"
                                        : "{}: without policy {}, with all {}\n"),
                        title_of(outcome, language), level_text(outcome.none, outcome, language),
                        level_text(outcome.all, outcome, language));
  if (is_unmoved(answer, index)) {
    stream << (nl ? "  Geen beleid verandert dit in een van de toekomsten.\n"
                  : "  No policy changes this in any of the futures.\n");
    return;
  }
  std::string const unit = unit_of(outcome);
  TextTable table({nl ? "beleid" : "policy", (nl ? "alleen dit" : "only this") + unit,
                   (nl ? "dit erbij" : "this added") + unit, (nl ? "aandeel" : "share") + unit});
  for (std::size_t const policy : by_share(answer, index)) {
    results::PolicyEffect const& effect = answer.effects[policy][index];
    table.add({output::policy_title(results.policy_cards[policy], language),
               estimate_text(effect.alone, outcome, language),
               estimate_text(effect.last, outcome, language),
               estimate_text(effect.share, outcome, language)});
  }
  stream << table.text();
}

/// What it does when it is carried out: nothing where it never is.
std::string when_done(Estimate const& alone, double chance, Language language) {
  return chance > 0 ? with_sign(alone.mean / chance, language) : "-";
}

/// Where the outcome of a kind stands; the number of outcomes where there is none.
std::size_t find(PolicyAnswer const& answer, std::string_view kind) {
  auto const found = std::find_if(answer.outcomes.begin(), answer.outcomes.end(),
                                  [&](auto const& outcome) { return outcome.kind == kind; });
  return static_cast<std::size_t>(found - answer.outcomes.begin());
}

/// What one more (sign 1) or one less (sign -1) costs, in thousands of euros. "-" where the
/// futures do not tell that there are more, or less: a number would say nothing.
std::string price(Estimate const& cost, Estimate const& effect, int sign, Language language) {
  constexpr double surely = 2;
  double const n = sign * effect.mean;
  if (n <= surely * effect.standard_error)
    return "-";
  return decimal(cost.mean / n / 1000, 1, language);
}

/// What each policy costs beside what it gives, alone.
void write_prices(Results const& results, Language language, std::ostream& stream) {
  PolicyAnswer const& answer = *results.policies;
  std::size_t const costs = find(answer, "cost");
  if (costs == answer.outcomes.size())
    return;
  bool const nl = language == Language::nl;
  std::size_t const masters = find(answer, "masters");
  std::size_t const exits = find(answer, "exits");
  stream << (nl ? "\nWat een master meer en een vertrekker minder kost (alleen dit beleid, "
                  "duizenden euro's)\n"
                : "\nWhat one more master and one leaver less cost (only this policy, thousands of "
                  "euros)\n");
  TextTable table({nl ? "beleid" : "policy", nl ? "kosten" : "costs",
                   nl ? "per master erbij" : "a master more",
                   nl ? "per vertrekker minder" : "a leaver less"});
  for (std::size_t const policy : by_share(answer, costs)) {
    std::vector<results::PolicyEffect> const& effects = answer.effects[policy];
    Estimate const& cost = effects[costs].alone;
    table.add({output::policy_title(results.policy_cards[policy], language),
               estimate_text(cost, answer.outcomes[costs], language),
               price(cost, effects[masters].alone, 1, language),
               price(cost, effects[exits].alone, -1, language)});
  }
  stream << table.text()
         << paragraph(nl ? "Kosten zijn alle kosten die veranderen, ook loon en vacatures; onder 0 "
                           "is het goedkoper. Een - waar het aantal niet zeker verandert. Wat een "
                           "beleid verder oplevert, telt hier niet mee."
                         : "Costs are all costs that change, wages and vacancies too; below 0 it "
                           "is cheaper. A - where the number does not surely change. What else a "
                           "policy gives does not count here.");
}

/// The chance of being carried out beside what a policy then does, alone.
void write_grid(Results const& results, Language language, std::ostream& stream) {
  bool const nl = language == Language::nl;
  PolicyAnswer const& answer = *results.policies;
  std::size_t const masters = find(answer, "masters");
  std::size_t const exits = find(answer, "exits");
  stream << (nl ? "\nKans dat het lukt, en wat het dan doet (alleen dit beleid)\n"
                : "\nChance that it is carried out, and what it then does (only this policy)\n");
  TextTable table({nl ? "beleid" : "policy", nl ? "kans dat het lukt" : "chance",
                   nl ? "masters, als het lukt" : "masters, if so",
                   nl ? "vertrekkers, als het lukt" : "leavers, if so",
                   nl ? "masters, verwacht" : "masters, expected"});
  for (std::size_t const policy : by_share(answer, masters)) {
    PolicyCard const& card = results.policy_cards[policy];
    std::vector<results::PolicyEffect> const& effects = answer.effects[policy];
    Estimate const& more = effects[masters].alone;
    table.add({output::policy_title(card, language), percent(card.carried_out.central, 0, language),
               when_done(more, card.carried_out.central, language),
               when_done(effects[exits].alone, card.carried_out.central, language),
               with_sign(more.mean, language)});
  }
  stream << table.text();
}

void write_legend(PolicyAnswer const& answer, Language language, std::ostream& stream) {
  bool const nl = language == Language::nl;
  stream << fmt::format(
      fmt::runtime(nl ? "\nWat elk beleid doet ({} toekomsten, steeds dezelfde)\n"
                      : "\nWhat each policy does ({}, the same ones each time)\n"),
      nl ? whole(answer.replicates, language)
         : counted(answer.replicates, {"", "future"}, {"", "futures"}, language));
  stream << paragraph(
      nl ? "Alleen dit: dit beleid en geen ander. Dit erbij: alle beleid, min alle behalve dit. "
           "Aandeel: zo is het verschil tussen alles en niets verdeeld; de aandelen zijn samen dat "
           "verschil. Tussen haakjes de standaardfout."
         : "Only this: this policy and no other. This added: all policies, less all but this one. "
           "Share: how the difference between all and none is divided; the shares add up to it. In "
           "brackets the standard error.");
  if (!answer.exact) {
    stream << paragraph(fmt::format(
        fmt::runtime(nl ? "De aandelen zijn geschat met {} getrokken volgordes (Shapley)."
                        : "The shares are estimated from {} drawn orders (Shapley)."),
        answer.n_orders));
  }
}

}  // namespace

void write_policies(Results const& results, Language language, std::ostream& stream) {
  MP_EXPECT(results.policies.has_value());
  PolicyAnswer const& answer = *results.policies;
  write_legend(answer, language, stream);
  for (std::size_t outcome = 0; outcome < answer.outcomes.size(); ++outcome) {
    if (is_shown(answer, outcome))
      write_outcome(results, outcome, language, stream);
  }
  write_grid(results, language, stream);
  write_prices(results, language, stream);
}

}  // namespace meesterplan::cli
