#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "sim/input/definitions.hpp"
#include "sim/output/policy_limits.hpp"
#include "sim/output/workbook/tables.hpp"

namespace meesterplan::output::workbook {
namespace {

using results::PolicyCard;

Value text_or_nothing(std::string const& text) {
  return text.empty() ? Value() : Value(text);
}

Value limit(std::optional<double> const& value, Look look) {
  return value ? Value(Number{*value, look}) : Value();
}

Row card_row(Telling const& telling, std::size_t run, PolicyCard const& card) {
  Language const language = telling.language();
  auto const in_words = [&](Text const& text) { return text_or_nothing(text.in(language)); };
  return with(
      telling.run_cells(run),
      {policy_title(card, language), in_words(card.description),
       in_words(limits_text(card, "policy", 0)),
       input::term_name("cluster", card.cluster).in(language), in_words(amo_text(card.amo)),
       year_cell(card.from), card.until ? Value(year_cell(*card.until)) : Value(),
       input::term_name("phase_in", card.phase_in).in(language), year_cell(card.phase_years),
       Number{card.strength, Look::share}, Number{card.carried_out.central, Look::share},
       limit(card.carried_out.low, Look::share), limit(card.carried_out.high, Look::share),
       in_words(card.owner), in_words(card.leader), text_or_nothing(card.support),
       text_or_nothing(card.rationale),
       card.hours > 0 ? Value(Number{card.hours, Look::decimal}) : Value()});
}

/// What a number of an assumption does with the chance or the number that it is about.
std::string form_name(std::string const& form, Telling const& telling) {
  if (form == "share")
    return telling.text("erbij (1 = 100 procentpunten)", "added (1 = 100 percentage points)");
  if (form == "odds_ratio")
    return telling.text("maal de odds", "times the odds");
  if (form == "decision")
    return telling.text("een besluit", "a decision");
  return telling.text("maal", "times");
}

}  // namespace

Table card_table(Telling const& telling) {
  Table table;
  table.name = {"Beleidskaarten", "Policy cards"};
  table.about = {
      "Het beleid van het scenario: wat het is, wanneer, wie het doet en hoe groot de "
      "kans is dat het wordt uitgevoerd.",
      "The policies of the scenario: what each is, when, who does it and how likely it "
      "is to be carried out."};
  table.columns = with(telling.run_columns(), {telling.text("Beleid", "Policy")});
  table.columns.push_back({telling.text("Wat het is", "What it is"), Width::prose});
  table.columns.push_back({telling.text("Alleen voor", "Only for")});
  table.columns = with(
      std::move(table.columns),
      {telling.text("Cluster", "Cluster"), telling.text("Kunnen, willen, mogen", "AMO"),
       telling.text("Vanaf schooljaar", "From school year"),
       telling.text("Tot en met schooljaar", "Until school year"),
       telling.text("Invoering", "Phase-in"), telling.text("Invoering (jaren)", "Phase-in (years)"),
       telling.text("Sterkte", "Strength"),
       telling.text("Kans dat het wordt uitgevoerd", "Chance of being carried out"),
       telling.text("Kans, 95%-interval vanaf", "Chance, 95% interval from"),
       telling.text("Kans, 95%-interval tot", "Chance, 95% interval to")});
  for (std::string const& title :
       {telling.text("Wie", "Who"), telling.text("De leidinggevende", "The leader"),
        telling.text("Draagvlak", "Support"), telling.text("Onderbouwing", "Reasons")})
    table.columns.push_back({title, Width::prose});
  table.columns.push_back({telling.text("Uren per jaar", "Hours a year")});
  table.n_fixed = telling.run_columns().size() + 1;
  for (std::size_t run = 0; run < telling.n_runs(); ++run) {
    for (PolicyCard const& card : telling.results(run).policy_cards)
      table.rows.push_back(card_row(telling, run, card));
  }
  return table;
}

Table size_table(Telling const& telling) {
  Table table;
  table.name = {"Beleid, aannames", "Policies, assumptions"};
  table.about = {"Wat elk beleid naar verwachting verandert bij volle sterkte, met de bron.",
                 "What each policy is assumed to change at full strength, with its source."};
  table.columns = with(
      telling.run_columns(),
      {telling.text("Beleid", "Policy"), telling.text("Effect", "Effect"),
       telling.text("Waarop", "On what"), telling.text("Alleen voor", "Only for"),
       telling.text("Hoe het telt", "How it counts"), telling.text("Grootte", "Size"),
       telling.text("95%-interval vanaf", "95% interval from"),
       telling.text("95%-interval tot", "95% interval to"), telling.text("Besluit", "Decision")});
  table.columns.push_back({telling.text("Bron", "Source"), Width::prose});
  table.n_fixed = telling.run_columns().size() + 2;
  Language const language = telling.language();
  for (std::size_t run = 0; run < telling.n_runs(); ++run) {
    for (PolicyCard const& card : telling.results(run).policy_cards) {
      for (std::size_t item = 0; item < card.sizes.size(); ++item) {
        results::PolicySize const& size = card.sizes[item];
        bool const is_decision = !size.order.empty();
        table.rows.push_back(
            with(telling.run_cells(run),
                 {policy_title(card, language), text_or_nothing(size.name),
                  input::term_name("on", size.on).in(language),
                  text_or_nothing(limits_text(card, "effect", item).in(language)),
                  form_name(size.form, telling),
                  is_decision ? Value() : Value(Number{size.size.central, Look::plain}),
                  limit(size.size.low, Look::plain), limit(size.size.high, Look::plain),
                  is_decision ? Value(input::term_name("lessons.order", size.order).in(language))
                              : Value(),
                  text_or_nothing(size.source)}));
      }
    }
  }
  return table;
}

Table price_table(Telling const& telling) {
  Table table;
  table.name = {"Beleid, prijzen", "Policies, prices"};
  table.about = {
      "Wat elk beleid kost in een jaar waarin het wordt uitgevoerd, bij volle sterkte; "
      "een deel van het loon is een aandeel, geen bedrag.",
      "What each policy costs in a year in which it is carried out, at full strength; a "
      "part of the wages is a share, not an amount."};
  table.columns = with(telling.run_columns(),
                       {telling.text("Beleid", "Policy"), telling.text("Kosten", "Costs"),
                        telling.text("Per", "Per"), telling.text("Alleen voor", "Only for"),
                        telling.text("Bedrag (euro)", "Amount (euro)"),
                        telling.text("Aandeel van het loon", "Share of the wages"),
                        telling.text("95%-interval vanaf", "95% interval from"),
                        telling.text("95%-interval tot", "95% interval to")});
  table.columns.push_back({telling.text("Bron", "Source"), Width::prose});
  table.n_fixed = telling.run_columns().size() + 2;
  Language const language = telling.language();
  for (std::size_t run = 0; run < telling.n_runs(); ++run) {
    for (PolicyCard const& card : telling.results(run).policy_cards) {
      for (std::size_t item = 0; item < card.prices.size(); ++item) {
        results::PolicyPrice const& price = card.prices[item];
        bool const is_share = price.per == "wage_share";
        Look const look = is_share ? Look::chance : Look::euro;
        Value const amount = Number{price.amount.central, look};
        table.rows.push_back(with(telling.run_cells(run),
                                  {policy_title(card, language), text_or_nothing(price.name),
                                   input::term_name("per", price.per).in(language),
                                   text_or_nothing(limits_text(card, "cost", item).in(language)),
                                   is_share ? Value() : amount, is_share ? amount : Value(),
                                   limit(price.amount.low, look), limit(price.amount.high, look),
                                   text_or_nothing(price.source)}));
      }
    }
  }
  return table;
}

}  // namespace meesterplan::output::workbook
