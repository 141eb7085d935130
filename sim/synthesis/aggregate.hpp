#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "sim/base/fte.hpp"
#include "sim/base/text.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/synthesis/margins.hpp"

namespace meesterplan::synthesis {

/// What others get to see of a count.
enum class Shown : std::uint8_t {
  number,    ///< as it is
  small,     ///< only that it is too small to be told
  withheld,  ///< nothing, so that a small one cannot be computed
};

/// People with the same values, counted.
struct Counted {
  Key key = any_key;
  std::int64_t people = 0;  ///< at least one
  Fte fte;                  ///< of these people together
  Shown shown = Shown::number;
  /// [ExitCause] sum of their chances to leave in a year, in billionths
  std::array<std::int64_t, scenario::n_exit_causes> exits{};
};

/// Counts along the same axes.
struct CountTable {
  std::vector<Axis> axes;       ///< empty: all people
  std::vector<Counted> counts;  ///< by key
};

/// The teachers of a scenario as counts: all of them, by each axis, by some pairs, and by all at
/// once. There are no schools among the axes.
struct Aggregates {
  std::array<std::vector<Value>, n_axes> values;
  std::vector<CountTable> tables;
  std::vector<Fte> vacancies;  ///< of values[subject]
  Fte other_vacancies;         ///< of subjects that nobody teaches
};

/// What takes the place of the subject.
enum class SubjectsAs { clusters, subjects };

/// Counts who is in service on the reference date, each with the subject and the licence of the
/// section with most hours (the first of equal ones). A subject without a cluster is one itself.
/// Ages are in bands of ten, the outer ones wider; of a year of birth the younger age is taken.
/// `chances` are those of scenario.people to leave, by cause; empty: not asked.
Aggregates aggregate(scenario::Scenario const& scenario, SubjectsAs subjects,
                     std::span<std::array<double, scenario::n_exit_causes> const> chances = {});

/// The aggregates as a file of margins (docs/synthesize.md): counts under `least` that are not
/// shown as `<least`, those withheld as `x`.
std::string aggregates_csv(Aggregates const& aggregates, SubjectsAs subjects, int least,
                           Language language);

/// The mean chances to leave by subject and age band as a table of exits (exit.csv) for every cause
/// but retirement, which goes by state pension age. Where the number of people is hidden, or there
/// are none, it is made of the means of the subject, of the band and of all: subject x band / all.
std::string exit_rates_csv(Aggregates const& aggregates, Language language);

}  // namespace meesterplan::synthesis
