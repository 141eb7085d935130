#pragma once

#include <vector>

#include "sim/synthesis/draws.hpp"
#include "sim/synthesis/fit.hpp"
#include "sim/synthesis/margins.hpp"

namespace meesterplan::synthesis {

/// Whole people out of a fitted table, in the order of its cells: truncate, replicate, sample
/// (Lovelace and Ballas 2013). The whole part of a cell becomes people; the rest of them are
/// sampled from what is left by steps of equal size, so that neighbouring cells keep their sum.
/// Then people are moved to another value of one axis as long as that brings the counts of the
/// margins nearer to those wanted (the sum of squares falls), so that each is missed by less than
/// a person wherever such moves can reach.
///
/// `fit.misfit` is empty. Gives round(margins.people) people.
std::vector<Key> whole_people(Margins const& margins, Fit const& fit, Draws const& draws);

/// By how much the counts of people are off.
struct Deviation {
  double largest = 0;      ///< in people, over all rows of the margin
  std::size_t margin = 0;  ///< index into Margins::margins
};

/// The largest miss of each margin; of a masked count beyond its bounds.
std::vector<Deviation> deviations(Margins const& margins, std::vector<Key> const& people);

}  // namespace meesterplan::synthesis
