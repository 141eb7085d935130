#include "sim/synthesis/synthesize.hpp"

#include <utility>

#include <fmt/format.h>

#include "sim/base/number_text.hpp"
#include "sim/base/problem.hpp"
#include "sim/input/reading.hpp"
#include "sim/synthesis/duo.hpp"
#include "sim/synthesis/people.hpp"
#include "sim/synthesis/read_margins.hpp"

namespace meesterplan::synthesis {
namespace {

[[noreturn]] void refuse(Margins const& margins, Place place, Text message) {
  throw InputError({scenario::problem_at(place, margins.sources, Severity::error, "people",
                                         std::move(message))});
}

Place place_of(Margin const& margin, Key const& key) {
  for (Cell const& cell : margin.cells) {
    if (cell.key == key)
      return cell.place;
  }
  return margin.cells.front().place;
}

void expect_fit(Margins const& margins, Fit const& fit) {
  if (!fit.misfit)
    return;
  Misfit const& misfit = *fit.misfit;
  bool const is_short = misfit.found < misfit.wanted.low;
  Text const wanted = rounded_text(is_short ? misfit.wanted.low : misfit.wanted.high);
  Text const found = rounded_text(misfit.found);
  refuse(margins, place_of(margins.margins[misfit.margin], misfit.key),
         {fmt::format("{} mensen zijn hier {} (met de andere rijen en gewichten worden het er {}). "
                      "Verander dit aantal, of die rijen.",
                      wanted.nl, is_short ? "te veel" : "te weinig", found.nl),
          fmt::format("{} people are too {} here (with the other rows and weights it comes to {}). "
                      "Change this number, or those rows.",
                      wanted.en, is_short ? "many" : "few", found.en)});
}

void expect_size(Margins const& margins) {
  if (n_cells(margins) <= most_cells)
    return;
  Text const cells = rounded_text(n_cells(margins));
  refuse(margins, margins.margins.front().cells.front().place,
         {fmt::format("de rijen samen kennen {} combinaties (hoogstens 20 miljoen zijn te "
                      "verdelen). Gebruik minder scholen, vakken of groepen.",
                      cells.nl),
          fmt::format("the rows together know {} combinations (at most 20 million can be "
                      "fitted). Use fewer schools, subjects or groups.",
                      cells.en)});
}

}  // namespace

Population synthesize(Margins const& margins, Chance chance, int start) {
  expect_size(margins);
  Draws const draws(chance.seed, chance.population);
  Fit const fitted = fit(margins, draws);
  expect_fit(margins, fitted);
  std::vector<Key> const keys = whole_people(margins, fitted, draws);
  Population population;
  population.rounds = fitted.rounds;
  population.deviations = deviations(margins, keys);
  make_people(margins, keys, draws, start, population);
  give_hours(margins, keys, draws, population);
  give_vacancies(margins, population);
  give_upper_lessons(margins, keys, draws, population);
  return population;
}

Margins read_files(input::FileSource& files, MarginFiles const& paths, int start,
                   std::vector<Problem>& notes) {
  input::Reading reading(files);
  Margins margins = read_margins(reading, paths.margins);
  if (!paths.duo.empty() && !has_errors(reading.problems()))
    read_duo(reading, paths.duo, start, margins);
  if (!paths.locations.empty() && !has_errors(reading.problems()))
    read_locations(reading, paths.locations, margins);
  margins.sources = reading.sources();
  std::vector<Problem> problems = std::move(reading.problems());
  reading.label_columns(problems);
  sort_problems(problems);
  fold_repeats(problems);
  if (has_errors(problems))
    throw InputError(std::move(problems));
  notes = std::move(problems);
  return margins;
}

}  // namespace meesterplan::synthesis
