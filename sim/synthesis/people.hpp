#pragma once

#include <vector>

#include "sim/synthesis/draws.hpp"
#include "sim/synthesis/margins.hpp"
#include "sim/synthesis/synthesize.hpp"

namespace meesterplan::synthesis {

/// Gives people what the margins do not tell: an age within the band, experience, tenure, hours,
/// the year of a master, a study (docs/data.md has the assumptions), and puts them in sections.
/// `keys` are in their order.
void make_people(Margins const& margins, std::vector<Key> const& keys, Draws const& draws,
                 int start, Population& population);

/// Divides the fte that rows of the margins tell of over the people, and the vacancies of a
/// subject over its sections.
void give_hours(Margins const& margins, std::vector<Key> const& keys, Draws const& draws,
                Population& population);
void give_vacancies(Margins const& margins, Population& population);

/// Divides the upper lessons of each section: first those with a first-degree licence, and
/// university masters among them sooner.
void give_upper_lessons(Margins const& margins, std::vector<Key> const& keys, Draws const& draws,
                        Population& population);

}  // namespace meesterplan::synthesis
