#include <cstddef>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include <fmt/core.h>

#include "sim/base/number_text.hpp"
#include "sim/scenario/checks.hpp"

namespace meesterplan::scenario {
namespace {

void check_year(Checks& checks, HistoryRow const& row) {
  int const start = checks.scenario().start;
  if (row.year < start || !checks.has_start())
    return;
  checks.error(row.place, "year",
               {fmt::format("{} is geen jaar voor de peildatum (het verleden loopt tot en met {}; "
                            "daarna telt het personeelsbestand, en wat wordt gespeeld). Haal de "
                            "rij weg.",
                            row.year, start - 1),
                fmt::format("{} is not a year before the reference date (history runs up to {}; "
                            "then the personnel file counts, and what is played). Remove the row.",
                            row.year, start - 1)});
}

void check_value(Checks& checks, HistoryRow const& row) {
  if (row.value >= 0)
    return;
  Text const shown = checks.number(row.place, row.value);
  checks.error(row.place, "value",
               {fmt::format("{} is negatief (moet minstens 0 zijn). Verbeter het.", shown.nl),
                fmt::format("{} is negative (must be at least 0). Correct it.", shown.en)});
}

void check_unit(Checks& checks, HistoryRow const& row) {
  bool const is_whole = row.level == Level::total;
  if (is_whole == row.unit.empty())
    return;
  if (is_whole) {
    checks.error(row.place, "unit",
                 {fmt::format("\"{}\" zonder niveau (het geheel heeft geen eenheid). Vul het "
                              "niveau in, bijvoorbeeld school.",
                              row.unit),
                  fmt::format("\"{}\" without a level (the whole has no unit). Fill in the level, "
                              "for instance school.",
                              row.unit)});
  } else {
    checks.error(row.place, "unit",
                 {"er staat niet van welke eenheid dit is (op dit niveau zijn er meer). Vul haar "
                  "in, of laat het niveau leeg.",
                  "it does not say of which unit this is (there are more on this level). Fill it "
                  "in, or leave the level empty."});
  }
}

/// Questions by their names.
void check_questions(Checks& checks) {
  std::vector<Question> const& questions = checks.scenario().questions;
  for (std::size_t index = 0; index < questions.size(); ++index)
    check_twice(checks, questions, index, "question." + questions[index].name);
}

}  // namespace

void check_history(Checks& checks) {
  using Key = std::tuple<std::string, Level, std::string, int>;
  check_questions(checks);
  std::map<Key, HistoryRow const*> seen;
  for (HistoryRow const& row : checks.scenario().history) {
    check_year(checks, row);
    check_value(checks, row);
    check_unit(checks, row);
    auto const [other, is_new] = seen.emplace(Key(row.metric, row.level, row.unit, row.year), &row);
    if (is_new)
      continue;
    checks.error(row.place, "year",
                 {fmt::format("{} van {} staat er twee keer (ook {}). Haal een van beide weg.",
                              row.metric, row.year, line_nl(other->second->place)),
                  fmt::format("{} of {} is there twice (also {}). Remove one of them.", row.metric,
                              row.year, line_en(other->second->place))});
  }
}

}  // namespace meesterplan::scenario
