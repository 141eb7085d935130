#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/base/problem.hpp"
#include "sim/base/text.hpp"
#include "sim/input/file_source.hpp"
#include "sim/intake/project_files.hpp"
#include "sim/scenario/people.hpp"
#include "sim/synthesis/margins.hpp"
#include "sim/synthesis/population.hpp"

namespace meesterplan::synthesis {

/// Fictional people with their sections and schools.
struct Population {
  std::vector<scenario::School> schools;
  std::vector<scenario::Section> sections;  ///< those with people, by school and subject
  std::vector<scenario::Person> people;     ///< by section
  std::vector<Deviation> deviations;        ///< of Margins::margins
  int rounds = 0;                           ///< that the fit took
};

/// What decides the outcome besides the margins.
struct Chance {
  std::uint32_t seed = 1;
  std::uint32_t population = 0;  ///< which of several with one seed
};

/// Makes up people as the margins tell, on 1 October of `start`. Throws InputError when the
/// margins contradict each other, or have more than `most_cells` combinations.
Population synthesize(Margins const& margins, Chance chance, int start);

/// What is known, by file; all but the first may be empty.
struct MarginFiles {
  std::string margins;    ///< a file of margins (docs/synthesize.md)
  std::string duo;        ///< DUO's personnel by institution
  std::string locations;  ///< DUO's locations
};

/// Reads them. Throws InputError for what is wrong with them; notes go into `notes`.
Margins read_files(input::FileSource& files, MarginFiles const& paths, int start,
                   std::vector<Problem>& notes);

/// The files of a scenario: people.csv, assignments.csv, sections.csv and schools.csv, as
/// import writes them.
std::vector<intake::ProjectFile> school_files(Population const& population, int start,
                                              Language language);

}  // namespace meesterplan::synthesis
