#include "sim/synthesis/read_margins.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "sim/input/rows.hpp"
#include "sim/synthesis/margin_format.hpp"
#include "sim/synthesis/margin_rows.hpp"

namespace meesterplan::synthesis {
namespace {

/// How many people there are: the row of all people, else the first margin of numbers.
void find_people(input::Reading& reading, int file, Margins& margins) {
  for (int pass = 0; pass < 2 && margins.people <= 0; ++pass) {
    for (Margin const& margin : margins.margins) {
      bool const fits = pass == 0 ? margin.axes.empty() : !margin.axes.empty();
      bool const counts =
          std::all_of(margin.cells.begin(), margin.cells.end(),
                      [](Cell const& cell) { return !cell.share && !cell.people.is_masked(); });
      if (!fits || !counts || margins.people > 0)
        continue;
      for (Cell const& cell : margin.cells)
        margins.people += cell.people.low;
    }
  }
  if (margins.people >= 1 && margins.people <= most_people)
    return;
  reading.error({file, 0, 0}, "people",
                {"het is niet bekend om hoeveel mensen het gaat (er is geen rij met alleen een "
                 "aantal en geen reeks zonder percentages of afgeschermde aantallen, of het aantal "
                 "is nul of meer dan een miljoen). Voeg een rij toe met alleen het aantal.",
                 "it is not known how many people there are (there is no row with only a number "
                 "and no list without percentages or withheld numbers, or the number is zero or "
                 "over a million). Add a row with only the number."});
}

/// Turns shares into numbers of people.
void count_shares(Margins& margins) {
  for (Margin& margin : margins.margins) {
    double sum = 0;
    for (Cell const& cell : margin.cells)
      sum += cell.share.value_or(0);
    bool const is_whole = std::all_of(margin.cells.begin(), margin.cells.end(),
                                      [](Cell const& cell) { return cell.share.has_value(); });
    for (Cell& cell : margin.cells) {
      cell.people.high = std::min(cell.people.high, margins.people);
      cell.people.low = std::min(cell.people.low, cell.people.high);
      if (!cell.share)
        continue;
      // Published shares are rounded: they sum to nearly one.
      double const people = *cell.share / (is_whole && sum > 0 ? sum : 1) * margins.people;
      cell.people = {people, people};
    }
  }
}

void require_axes(input::Reading& reading, int file, Margins const& margins) {
  for (Axis const axis : {Axis::subject, Axis::age, Axis::contract}) {
    bool const is_told =
        std::any_of(margins.margins.begin(), margins.margins.end(), [&](Margin const& margin) {
          return std::find(margin.axes.begin(), margin.axes.end(), axis) != margin.axes.end();
        });
    if (is_told)
      continue;
    Text const name = name_of(axis);
    reading.error(
        {file, 0, 0}, std::string(key_of(axis)),
        {fmt::format("geen enkele rij telt mensen naar {} (zonder dat zijn er geen leraren "
                     "van te maken). Voeg die rijen toe.",
                     name.nl),
         fmt::format("no row counts people by {} (teachers cannot be made without it). "
                     "Add those rows.",
                     name.en)});
  }
}

}  // namespace

Margins read_margins(input::Reading& reading, std::string const& path) {
  Margins margins;
  std::optional<int> const file = reading.open_table(path, {}, {});
  if (!file)
    return margins;
  input::Sheet const sheet(reading, *file, margins_format(), {});
  read_margin_rows(sheet, margins);
  margins.sources = reading.sources();
  if (has_errors(reading.problems()))
    return margins;
  find_people(reading, *file, margins);
  require_axes(reading, *file, margins);
  count_shares(margins);
  if (!has_errors(reading.problems()))
    check_margins(reading, margins);
  return margins;
}

}  // namespace meesterplan::synthesis
