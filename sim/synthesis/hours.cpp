#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>
#include <vector>

#include "sim/synthesis/people.hpp"

namespace meesterplan::synthesis {
namespace {

/// Assumption: hours as in the Voorbeeldlyceum, 0.76 on average, in thousandths.
constexpr std::array<int, 12> usual_hours{400, 500, 600, 600,  700,  800,
                                          800, 800, 900, 1000, 1000, 1000};
constexpr double least = 50;
constexpr double most = 1200;
constexpr int most_rounds = 200;

/// People whose fte together is told.
struct Group {
  std::vector<std::size_t> people;
  double fte = 0;  ///< thousandths
};

std::vector<Group> groups_of(Margins const& margins, std::vector<Key> const& keys) {
  std::vector<Group> groups;
  for (Margin const& margin : margins.margins) {
    for (Cell const& cell : margin.cells) {
      if (!cell.fte)
        continue;
      Group group{{}, static_cast<double>(cell.fte->thousandths)};
      for (std::size_t i = 0; i < keys.size(); ++i) {
        if (is_within(keys[i], cell.key))
          group.people.push_back(i);
      }
      // Whole people are seldom exactly as many as were told.
      if (!group.people.empty() && cell.people.low > 0 && !cell.people.is_masked())
        group.fte *= static_cast<double>(group.people.size()) / cell.people.low;
      if (!group.people.empty())
        groups.push_back(std::move(group));
    }
  }
  return groups;
}

/// Scales hours until the groups have their fte, as far as nobody works too little or too much.
void scale_hours(std::vector<Group> const& groups, std::vector<double>& hours) {
  for (int round = 0; round < most_rounds; ++round) {
    double worst = 0;
    for (Group const& group : groups) {
      double sum = 0;
      for (std::size_t const person : group.people)
        sum += hours[person];
      worst = std::max(worst, std::fabs(sum - group.fte));
      for (std::size_t const person : group.people)
        hours[person] = std::clamp(hours[person] * group.fte / sum, least, most);
    }
    if (worst < 0.5)
      return;
  }
}

/// Whole parts of `unit` that sum to what the numbers sum to, rounded; the largest remainders are
/// rounded up first, the earliest of equal ones.
std::vector<std::int64_t> whole(std::vector<double> const& numbers, double total, double unit) {
  std::vector<std::int64_t> parts;
  std::vector<std::pair<double, std::size_t>> rests;
  auto left = static_cast<std::int64_t>(std::floor(total / unit + 0.5));
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    double const exact = numbers[i] / unit;
    parts.push_back(static_cast<std::int64_t>(std::floor(exact)));
    left -= parts.back();
    rests.emplace_back(std::floor(exact) - exact, i);
  }
  std::sort(rests.begin(), rests.end());
  for (std::size_t i = 0; i < rests.size() && left > 0; ++i, --left)
    ++parts[rests[i].second];
  return parts;
}

}  // namespace

void give_hours(Margins const& margins, std::vector<Key> const& keys, Draws const& draws,
                Population& population) {
  std::vector<double> hours;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    double const u = draws.uniform(i, What::hours);
    hours.push_back(usual_hours[std::min(usual_hours.size() - 1,
                                         static_cast<std::size_t>(u * usual_hours.size()))]);
  }
  std::vector<Group> const groups = groups_of(margins, keys);
  if (!groups.empty())
    scale_hours(groups, hours);
  constexpr double unit = 10;
  double const total = std::accumulate(hours.begin(), hours.end(), 0.0);
  std::vector<std::int64_t> const parts = whole(hours, total, unit);
  for (std::size_t i = 0; i < keys.size(); ++i) {
    population.people[i].assignments.front().fte = Fte{parts[i] * static_cast<std::int64_t>(unit)};
  }
}

void give_vacancies(Margins const& margins, Population& population) {
  std::map<std::string, std::vector<std::size_t>> sections;
  std::vector<double> fte(population.sections.size());
  for (std::size_t i = 0; i < population.sections.size(); ++i)
    sections[population.sections[i].subject].push_back(i);
  for (scenario::Person const& person : population.people) {
    for (scenario::Assignment const& assignment : person.assignments) {
      fte[static_cast<std::size_t>(assignment.section)] +=
          static_cast<double>(assignment.fte.thousandths);
    }
  }
  for (std::size_t subject = 0; subject < margins.subjects.size(); ++subject) {
    auto const total = static_cast<double>(margins.subjects[subject].vacancies.thousandths);
    std::vector<std::size_t> const& own = sections[margins.of(Axis::subject)[subject].label];
    double sum = 0;
    for (std::size_t const section : own)
      sum += fte[section];
    if (total <= 0 || sum <= 0)
      continue;
    std::vector<double> shares;
    for (std::size_t const section : own)
      shares.push_back(total * fte[section] / sum);
    constexpr double unit = 100;
    std::vector<std::int64_t> const parts = whole(shares, total, unit);
    for (std::size_t i = 0; i < own.size(); ++i) {
      population.sections[own[i]].open_vacancies = Fte{parts[i] * static_cast<std::int64_t>(unit)};
    }
  }
}

}  // namespace meesterplan::synthesis
