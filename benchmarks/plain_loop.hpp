#pragma once

#include <cstdint>
#include <vector>

namespace meesterplan::benchmarks {

/// The size of the reference work W1.
struct ReferenceWork {
  int teachers = 200;
  int years = 15;
  int replicates = 1000;
};

inline constexpr int reference_sections = 12;

/// What W1 says of one section in one year; shares in [0, 1].
struct ShareSummary {
  double mean = 0;
  double p10 = 0;
  double p50 = 0;
  double p90 = 0;
  double at_least_half = 0;  ///< chance that half or more are master
};

/// [section][year], years 0 .. work.years, row by row.
using ShareSummaries = std::vector<ShareSummary>;

/// Teachers of a section of W1: an equal part, the remainder to the first.
int reference_section_size(ReferenceWork const& work, int section);

/// Teacher `g` (from 0) of `section` of W1 on the reference date.
struct ReferenceTeacher {
  int age = 23;  ///< completed years
  bool master = false;
  bool last_study_year = false;
};
ReferenceTeacher reference_teacher(int section, int g);

/// W1's yearly chance to leave by completed years at the start of the year.
double reference_exit_chance(bool master, int age);

inline constexpr double reference_uptake = 0.04;     ///< of bachelors, a year
inline constexpr double reference_completion = 0.8;  ///< of those who start
inline constexpr int reference_study_years = 2;
inline constexpr double reference_hire_master = 0.35;
inline constexpr int reference_hire_youngest = 23;
inline constexpr int reference_hire_oldest = 45;

/// W1 as a plain loop: the yardstick of the engine. One teacher a struct, one
/// generator (xoshiro256+) a replicate.
ShareSummaries play_plain_loop(ReferenceWork const& work);

}  // namespace meesterplan::benchmarks
