#include "sim/cli/library_cards.hpp"

#include <algorithm>
#include <iterator>
#include <map>

#include <fmt/format.h>

#include "sim/cli/starter.hpp"
#include "sim/cli/table.hpp"
#include "sim/input/definition_texts.hpp"
#include "sim/input/policy_library.hpp"

namespace meesterplan::cli {
namespace {

using output::Explanation;
using output::Topic;

input::PolicyLibrary const& library() {
  static input::PolicyLibrary const read = [] {
    std::map<std::string, std::string> files;
    for (StarterFile const& file : starter_files())
      files.emplace(file.path, file.text);
    input::MemoryFiles memory(std::move(files));
    return input::read_policy_library(memory, "policies", "bottlenecks");
  }();
  return read;
}

/// "0.7 (0.45-1.05)", as the files write numbers.
std::string range_text(scenario::Uncertain const& number) {
  std::string central = fmt::format("{}", number.central);
  if (!number.interval)
    return central;
  return fmt::format("{} ({}-{})", central, number.interval->low, number.interval->high);
}

Text kind_of(scenario::Policy const& policy) {
  auto const in = [&](Language language) {
    std::string text = input::term_name("cluster", key_of(policy.cluster)).in(language);
    for (scenario::Amo const dimension : policy.amo) {
      text += (dimension == policy.amo.front() ? "; " : ", ") +
              input::term_name("amo", key_of(dimension)).in(language);
    }
    return text;
  };
  return {in(Language::nl), in(Language::en)};
}

Explanation explained(scenario::Policy const& policy) {
  Explanation explanation{Topic::policy, "policies",        policy.use,
                          policy.use,    policy.card.title, policy.card.description};
  explanation.type = kind_of(policy);
  explanation.example = fmt::format("use = \"{}\"", policy.use);
  return explanation;
}

Explanation explained(scenario::Bottleneck const& bottleneck) {
  Explanation explanation{Topic::bottleneck, "bottlenecks",    bottleneck.use,
                          bottleneck.use,    bottleneck.title, bottleneck.description};
  explanation.example = fmt::format("use = \"{}\"", bottleneck.use);
  return explanation;
}

std::string line(Text const& label, std::string const& text, Language language) {
  return text.empty() ? "" : paragraph(fmt::format("{}: {}", label.in(language), text));
}

std::string effects_text(std::vector<scenario::Effect> const& effects, Language language) {
  std::string text;
  for (scenario::Effect const& effect : effects) {
    std::string size;
    if (effect.order) {
      size = input::term_name("lessons.order", key_of(*effect.order)).in(language);
    } else {
      bool const is_share = form_of(effect.on) == scenario::EffectForm::share;
      size = (is_share ? "+ " : "x ") + range_text(effect.size);
    }
    std::string const on = input::term_name("on", key_of(effect.on)).in(language);
    text += line({"effect", "effect"},
                 fmt::format("{} ({}) {}; {}", effect.name, on, size, effect.source), language);
  }
  return text;
}

std::string costs_text(std::vector<scenario::PolicyCost> const& costs, Language language) {
  bool const nl = language == Language::nl;
  std::string text;
  for (scenario::PolicyCost const& cost : costs) {
    bool const is_share = cost.per == scenario::CostPer::wage_share;
    std::string const per = input::term_name("per", key_of(cost.per)).in(language);
    std::string const amount = range_text(cost.amount);
    std::string const what =
        is_share ? fmt::format(fmt::runtime(nl ? "{} van de loonsom" : "{} of the wages"), amount)
                 : fmt::format("{} euro per {}", amount, per);
    text +=
        line({"kosten", "cost"}, fmt::format("{} {}; {}", cost.name, what, cost.source), language);
  }
  return text;
}

std::string lifted_by(std::string_view bottleneck) {
  std::vector<std::string> names;
  for (scenario::Policy const& policy : library().policies) {
    if (std::count(policy.lifts.begin(), policy.lifts.end(), bottleneck) > 0)
      names.push_back(policy.use);
  }
  return fmt::format("{}", fmt::join(names, ", "));
}

std::string card(scenario::Policy const& policy, Language language) {
  return line({"slagingskans", "chance of being carried out"}, range_text(policy.carried_out),
              language) +
         line({"neemt weg", "lifts"}, fmt::format("{}", fmt::join(policy.lifts, ", ")), language) +
         effects_text(policy.effects, language) + costs_text(policy.costs, language) +
         line({"wie", "who"}, policy.card.owner.in(language), language) +
         line({"de leidinggevende", "the leader"}, policy.card.leader.in(language), language);
}

template <typename Item>
Item const* find(std::vector<Item> const& items, std::string_view name) {
  auto const found =
      std::find_if(items.begin(), items.end(), [&](Item const& item) { return item.use == name; });
  return found == items.end() ? nullptr : &*found;
}

}  // namespace

std::vector<Explanation> const& library_explanations() {
  static std::vector<Explanation> const list = [] {
    std::vector<Explanation> all;
    for (scenario::Policy const& policy : library().policies)
      all.push_back(explained(policy));
    for (scenario::Bottleneck const& bottleneck : library().bottlenecks)
      all.push_back(explained(bottleneck));
    return all;
  }();
  return list;
}

std::vector<Explanation> library_called(std::string_view word) {
  std::string const wanted = input::folded(word);
  std::vector<Explanation> found;
  for (Explanation const& known : library_explanations()) {
    bool const is_called = input::folded(known.key) == wanted ||
                           input::folded(known.name.nl) == wanted ||
                           input::folded(known.name.en) == wanted;
    if (is_called)
      found.push_back(known);
  }
  return found;
}

std::vector<Explanation> library_members(std::string_view word) {
  std::string const wanted = input::folded(word);
  bool const policies = wanted == "policies" || wanted == "beleid";
  bool const bottlenecks = wanted == "bottlenecks" || wanted == "knelpunten";
  std::vector<Explanation> found;
  std::copy_if(library_explanations().begin(), library_explanations().end(),
               std::back_inserter(found), [&](Explanation const& known) {
                 return (policies && known.topic == Topic::policy) ||
                        (bottlenecks && known.topic == Topic::bottleneck);
               });
  return found;
}

std::string card_of(std::string_view name, Language language) {
  if (scenario::Policy const* const policy = find(library().policies, name))
    return card(*policy, language);
  scenario::Bottleneck const* const bottleneck = find(library().bottlenecks, name);
  if (bottleneck == nullptr)
    return {};
  return effects_text(bottleneck->effects, language) +
         line({"weg te nemen door", "lifted by"}, lifted_by(name), language);
}

}  // namespace meesterplan::cli
