#include "benchmarks/plain_loop.hpp"

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

/// How often a section had so many masters, by year.
class Histograms {
 public:
  explicit Histograms(ReferenceWork const& work) : work_(work) {
    for (int section = 0; section < reference_sections; ++section) {
      first_.push_back(counts_.size());
      counts_.resize(counts_.size() + this->bins(section) * this->n_years());
    }
  }

  void record(std::vector<Teacher> const& teachers, int year) {
    std::array<std::size_t, reference_sections> masters{};
    for (Teacher const& teacher : teachers)
      masters[static_cast<std::size_t>(teacher.section)] += teacher.master ? 1 : 0;
    for (int section = 0; section < reference_sections; ++section)
      ++this->of(section, year)[masters[static_cast<std::size_t>(section)]];
  }

  ShareSummary summary(int section, int year) {
    std::uint32_t const* const counts = this->of(section, year);
    std::size_t const heads = this->bins(section) - 1;
    double const futures = work_.replicates;
    auto const share = [&](std::size_t masters) {
      return static_cast<double>(masters) / static_cast<double>(heads);
    };
    ShareSummary summary;
    std::array<double, 3> quantiles{};
    std::array<double, 3> const wanted{0.1, 0.5, 0.9};
    std::size_t next = 0;
    double seen = 0;
    for (std::size_t masters = 0; masters <= heads; ++masters) {
      seen += counts[masters];
      summary.mean += share(masters) * counts[masters];
      if (2 * masters >= heads)
        summary.at_least_half += counts[masters];
      for (; next < wanted.size() && seen >= wanted[next] * futures; ++next)
        quantiles[next] = share(masters);
    }
    summary.mean /= futures;
    summary.at_least_half /= futures;
    summary.p10 = quantiles[0];
    summary.p50 = quantiles[1];
    summary.p90 = quantiles[2];
    return summary;
  }

 private:
  std::size_t n_years() const { return static_cast<std::size_t>(work_.years) + 1; }
  std::size_t bins(int section) const {
    return static_cast<std::size_t>(reference_section_size(work_, section)) + 1;
  }
  std::uint32_t* of(int section, int year) {
    return counts_.data() + first_[static_cast<std::size_t>(section)] +
           static_cast<std::size_t>(year) * this->bins(section);
  }

  ReferenceWork work_;
  std::vector<std::size_t> first_;     // [section]
  std::vector<std::uint32_t> counts_;  // [section][year][masters]
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
  Histograms histograms(work);
  std::vector<Teacher> const first = first_teachers(work);
  std::vector<Teacher> teachers;
  for (int replicate = 0; replicate < work.replicates; ++replicate) {
    Xoshiro random(static_cast<std::uint64_t>(replicate));
    teachers = first;
    histograms.record(teachers, 0);
    for (int year = 1; year <= work.years; ++year) {
      play_year(teachers, chances, random);
      histograms.record(teachers, year);
    }
  }
  ShareSummaries summaries;
  for (int section = 0; section < reference_sections; ++section)
    for (int year = 0; year <= work.years; ++year)
      summaries.push_back(histograms.summary(section, year));
  return summaries;
}

}  // namespace meesterplan::benchmarks
