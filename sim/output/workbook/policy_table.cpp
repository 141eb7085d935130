#include <string>
#include <vector>

#include "sim/output/policy_limits.hpp"
#include "sim/output/workbook/tables.hpp"

namespace meesterplan::output::workbook {
namespace {

using results::PolicyAnswer;
using results::PolicyCard;
using results::PolicyOutcome;

std::string outcome_name(PolicyOutcome const& outcome, Telling const& telling) {
  if (outcome.kind == "chance")
    return telling.text("kans op een doel", "chance of a target");
  if (outcome.kind == "value")
    return telling.text("stand van een doel", "where a target stands");
  if (outcome.kind == "masters")
    return telling.text("masters in dienst", "masters in service");
  if (outcome.kind == "exits")
    return telling.text("vertrekkers over alle jaren", "leavers over all years");
  if (outcome.kind == "cost")
    return telling.text("kosten over alle jaren", "costs over all years");
  return outcome.kind;
}

/// A level or a difference; of shares with a decimal.
Number number_in(PolicyOutcome const& outcome, double value) {
  Number number = number_of(value, outcome.measure);
  if (number.look == Look::share)
    number.look = Look::chance;
  return number;
}

void add_rows(Telling const& telling, std::size_t run, Table& table) {
  PolicyAnswer const& answer = *telling.results(run).policies;
  std::vector<PolicyCard> const& cards = telling.results(run).policy_cards;
  for (std::size_t index = 0; index < answer.outcomes.size(); ++index) {
    PolicyOutcome const& outcome = answer.outcomes[index];
    auto const number = [&](double value) { return Value(number_in(outcome, value)); };
    for (std::size_t policy = 0; policy < cards.size(); ++policy) {
      results::PolicyEffect const& effect = answer.effects[policy][index];
      table.rows.push_back(
          with(telling.unit_cells(run, outcome.level, outcome.unit),
               {outcome_name(outcome, telling),
                outcome.target.empty() ? Value() : Value(outcome.target), year_cell(outcome.year),
                measure_name(outcome.measure, telling.language()), number(outcome.none),
                number(outcome.all), policy_title(cards[policy], telling.language()),
                Number{cards[policy].carried_out.central, Look::share}, number(effect.alone.mean),
                number(effect.alone.standard_error), number(effect.last.mean),
                number(effect.last.standard_error), number(effect.share.mean),
                number(effect.share.standard_error)}));
    }
  }
}

}  // namespace

Table policy_table(Telling const& telling) {
  Table table;
  table.name = {"Beleid", "Policies"};
  table.about = {
      "Wat elk beleid verandert, in dezelfde toekomsten. De delen tellen op tot het "
      "verschil tussen zonder beleid en met alles.",
      "What each policy changes, in the same futures. The parts add up to the "
      "difference between without policies and with all."};
  table.columns =
      with(telling.unit_columns(),
           {telling.text("Uitkomst", "Outcome"), telling.text("Doel", "Target"),
            telling.text("Jaar", "Year"), telling.text("Maat", "Measure"),
            telling.text("Zonder beleid", "Without policies"),
            telling.text("Met alles", "With all"), telling.text("Beleid", "Policy"),
            telling.text("Kans dat het wordt uitgevoerd", "Chance of being carried out"),
            telling.text("Alleen dit beleid", "Only this policy"),
            telling.text("Standaardfout", "Standard error"),
            telling.text("Dit beleid als laatste erbij", "This policy added last"),
            telling.text("Standaardfout daarvan", "Standard error of that"),
            telling.text("Deel van het verschil", "Part of the difference"),
            telling.text("Standaardfout van dat deel", "Standard error of that part")});
  table.n_fixed = telling.unit_columns().size();
  for (std::size_t run = 0; run < telling.n_runs(); ++run) {
    if (telling.results(run).policies)
      add_rows(telling, run, table);
  }
  return table;
}

}  // namespace meesterplan::output::workbook
