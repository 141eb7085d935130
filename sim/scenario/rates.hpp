#pragma once

#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "sim/base/place.hpp"
#include "sim/scenario/terms.hpp"
#include "sim/scenario/uncertain.hpp"

namespace meesterplan::scenario {

/// Whole numbers from `from` up to and including `to`; open ends by default.
struct IntRange {
  int from = std::numeric_limits<int>::min();
  int to = std::numeric_limits<int>::max();

  bool contains(int value) const { return from <= value && value <= to; }
  bool is_all() const { return *this == IntRange{}; }
  friend bool operator==(IntRange const&, IntRange const&) = default;
};

/// Whom a row of a table is about. What is not said does not matter.
struct Cell {
  IntRange age;                 ///< completed years at the start of the year
  IntRange retirement;          ///< whole years from state pension age to the year's end (r)
  IntRange tenure;              ///< completed years at this board
  IntRange experience;          ///< completed years in teaching
  IntRange years_since_master;  ///< an unknown year counts as long ago
  IntRange fte;                 ///< thousandths, the person's total
  IntRange year;                ///< school year at whose start the rate is looked up
  std::optional<Degree> degree;
  std::optional<Licence> licence;  ///< for the main subject
  std::optional<Contract> contract;
  std::optional<std::string> subject;  ///< of the main section
};

/// One row: a cell and its yearly probability (or ratio, or share).
struct RateRow {
  Place place;
  Cell cell;
  Uncertain value;
  std::string source;
};

/// Rows of one file that together say one thing for everybody.
struct RateTable {
  std::string name;  ///< stable, e.g. the file's stem
  std::vector<RateRow> rows;
};

/// The yearly chance of one cause of exit if it were the only cause.
struct CauseRates {
  ExitCause cause = ExitCause::leaves_profession;
  RateTable rates;
};

/// Which part of a teacher's career a factor is about. A teacher gets either
/// a starter factor or a tenure factor, never both: a tenure factor does not
/// act where any starter row matches.
enum class FactorKind { general, starter, tenure };

/// Hazard ratios on some causes of exit; where no row matches the ratio is 1.
struct Factor {
  std::string name;
  FactorKind kind = FactorKind::general;
  std::vector<ExitCause> causes = {ExitCause::leaves_profession, ExitCause::other_board,
                                   ExitCause::other_sector};
  RateTable ratios;
};

}  // namespace meesterplan::scenario
