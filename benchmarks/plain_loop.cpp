#include "benchmarks/plain_loop.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace meesterplan::benchmarks {
namespace {

/// Blackman & Vigna, Scrambled linear pseudorandom number generators (2018):
/// xoshiro256+, seeded by splitmix64.
class Xoshiro {
 public:
  explicit Xoshiro(std::uint64_t seed) {
    for (auto& word : state_) {
      seed += 0x9E3779B97F4A7C15;
      std::uint64_t mixed = seed;
      mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
      mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
      word = mixed ^ (mixed >> 31);
    }
  }

  /// In [0, 1).
  double uniform() { return static_cast<double>(this->next() >> 11) * 0x1p-53; }

 private:
  static std::uint64_t rotated(std::uint64_t word, int by) {
    return word << by | word >> (64 - by);
  }

  std::uint64_t next() {
    std::uint64_t const result = state_[0] + state_[3];
    std::uint64_t const shifted = state_[1] << 17;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= shifted;
    state_[3] = rotated(state_[3], 45);
    return result;
  }

  std::array<std::uint64_t, 4> state_{};
};

struct Teacher {
  int section;
  int age;
  int study_left;  // years; 0: not studying
  bool master;
};

constexpr std::size_t n_ages = 128;

struct Chances {
  std::array<std::array<double, n_ages>, 2> exit{};  // [master][age]
  double dropout = 0;                                // a study year

  Chances() {
    for (std::size_t age = 0; age < n_ages; ++age)
      for (std::size_t master = 0; master < 2; ++master)
        exit[master][age] = reference_exit_chance(master == 1, static_cast<int>(age));
    dropout = 1 - std::pow(reference_completion, 1.0 / reference_study_years);
  }
};

void play_year(std::vector<Teacher>& teachers, Chances const& chances, Xoshiro& random) {
  for (Teacher& teacher : teachers) {
    if (random.uniform() < chances.exit[teacher.master][static_cast<std::size_t>(teacher.age)]) {
      // The successor's first year begins at this year's end.
      int const ages = reference_hire_oldest - reference_hire_youngest + 1;
      teacher.age = reference_hire_youngest + static_cast<int>(random.uniform() * ages);
      teacher.master = random.uniform() < reference_hire_master;
      teacher.study_left = 0;
      continue;
    }
    ++teacher.age;
    if (teacher.master)
      continue;
    if (teacher.study_left > 0) {
      if (random.uniform() < chances.dropout) {
        teacher.study_left = 0;
      } else {
        --teacher.study_left;
        teacher.master = teacher.study_left == 0;
      }
    }
    // Whoever dropped out may start again at once.
    if (!teacher.master && teacher.study_left == 0 && random.uniform() < reference_uptake)
      teacher.study_left = reference_study_years;
  }
}

/// The master shares of all sections, years and replicates.
class Shares {
 public:
  explicit Shares(ReferenceWork const& work)
      : n_years_(static_cast<std::size_t>(work.years) + 1),
        shares_(reference_sections * n_years_) {}

  void record(std::vector<Teacher> const& teachers, std::size_t year) {
    std::array<int, reference_sections> heads{};
    std::array<int, reference_sections> masters{};
    for (Teacher const& teacher : teachers) {
      ++heads[static_cast<std::size_t>(teacher.section)];
      masters[static_cast<std::size_t>(teacher.section)] += teacher.master ? 1 : 0;
    }
    for (std::size_t section = 0; section < reference_sections; ++section)
      shares_[section * n_years_ + year].push_back(static_cast<double>(masters[section]) /
                                                   heads[section]);
  }

  ShareSummaries summaries() {
    ShareSummaries summaries;
    for (std::vector<double>& shares : shares_) {
      std::sort(shares.begin(), shares.end());
      ShareSummary summary;
      for (double const share : shares) {
        summary.mean += share;
        summary.at_least_half += share >= 0.5 ? 1 : 0;
      }
      auto const n = static_cast<double>(shares.size());
      summary.mean /= n;
      summary.at_least_half /= n;
      auto const quantile = [&](double level) {
        return shares[static_cast<std::size_t>(std::ceil(level * n)) - 1];
      };
      summary.p10 = quantile(0.1);
      summary.p50 = quantile(0.5);
      summary.p90 = quantile(0.9);
      summaries.push_back(summary);
    }
    return summaries;
  }

 private:
  std::size_t n_years_;
  std::vector<std::vector<double>> shares_;  // [section][year][replicate]
};

std::vector<Teacher> first_teachers(ReferenceWork const& work) {
  std::vector<Teacher> teachers;
  for (int section = 0; section < reference_sections; ++section) {
    for (int g = 0; g < reference_section_size(work, section); ++g) {
      ReferenceTeacher const first = reference_teacher(section, g);
      teachers.push_back(Teacher{section, first.age, first.last_study_year ? 1 : 0, first.master});
    }
  }
  return teachers;
}

}  // namespace

int reference_section_size(ReferenceWork const& work, int section) {
  int const rest = work.teachers % reference_sections;
  return work.teachers / reference_sections + (section == 0 ? rest : 0);
}

ReferenceTeacher reference_teacher(int section, int g) {
  ReferenceTeacher teacher;
  teacher.age = 23 + (g * 7) % 42;
  teacher.master = (g * 37) % 100 < 20 + 3 * section;
  teacher.last_study_year = !teacher.master && g % 25 == 0;
  return teacher;
}

double reference_exit_chance(bool master, int age) {
  constexpr int young = 22;
  constexpr int old = 59;
  constexpr int last = 67;
  double const at_young = master ? 0.08 : 0.10;
  double const at_old = master ? 0.04 : 0.05;
  if (age <= young)
    return at_young;
  if (age <= old)
    return at_young + (at_old - at_young) * (age - young) / (old - young);
  if (age < last)
    return at_old + (1 - at_old) * (age - old) / (last - old);
  return 1;
}

ShareSummaries play_plain_loop(ReferenceWork const& work) {
  Chances const chances;
  Shares shares(work);
  std::vector<Teacher> const first = first_teachers(work);
  std::vector<Teacher> teachers;
  for (int replicate = 0; replicate < work.replicates; ++replicate) {
    Xoshiro random(static_cast<std::uint64_t>(replicate));
    teachers = first;
    shares.record(teachers, 0);
    for (std::size_t year = 1; year <= static_cast<std::size_t>(work.years); ++year) {
      play_year(teachers, chances, random);
      shares.record(teachers, year);
    }
  }
  return shares.summaries();
}

}  // namespace meesterplan::benchmarks
