#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "sim/base/text.hpp"
#include "sim/synthesis/draws.hpp"
#include "sim/synthesis/margins.hpp"

namespace meesterplan::synthesis {

/// How many people there are in every combination of values, whole or not.
struct Table {
  std::vector<Key> keys;       ///< of the cells that can hold people, in the order of the axes
  std::vector<double> people;  ///< one each
};

/// A margin against the cells of a table.
struct Constraint {
  std::vector<std::uint32_t> cell_of;  ///< of each cell of the table: which of the counts
  std::vector<Count> counts;
};

/// A margin that no table can have beside the others.
struct Misfit {
  std::size_t margin = 0;  ///< index into Margins::margins
  Key key = any_key;
  Count wanted;
  double found = 0;
};

/// A table whose sums are those of the margins.
struct Fit {
  Table table;
  std::vector<Constraint> constraints;  ///< of Margins::margins, one each
  int rounds = 0;
  std::optional<Misfit> misfit;  ///< the largest, when over half a person
};

/// How many cells a table would have; of interest as it may be too many to fit.
double n_cells(Margins const& margins);
inline constexpr double most_cells = 20e6;

/// Fits a table to the margins by iterative proportional fitting (Deming and Stephan 1940): it
/// begins at the weights and is scaled to one margin after another, until all hold within a
/// millionth of a person or 2000 rounds are over. A masked count begins at a drawn number, and
/// is only scaled when it leaves its bounds. What the weights say of how values go together
/// (odds ratios) stays as it is wherever margins do not tell otherwise.
Fit fit(Margins const& margins, Draws const& draws);

}  // namespace meesterplan::synthesis
