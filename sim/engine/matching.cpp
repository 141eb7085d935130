#include "sim/engine/matching.hpp"

#include <limits>

#include "sim/base/contracts.hpp"

namespace meesterplan::engine {

double Matching::time(std::int32_t candidate, std::int32_t section) const {
  return problem_.time[index(candidate) * index(problem_.n_sections) + index(section)];
}

/// The section that a candidate wants most after the last one asked, or -1.
std::int32_t Matching::best_after(std::int32_t candidate) const {
  std::int32_t const last = last_asked_[index(candidate)];
  double const asked = last < 0 ? -1 : this->time(candidate, last);
  std::int32_t best = -1;
  double best_time = std::numeric_limits<double>::infinity();
  for (std::int32_t section = 0; section < problem_.n_sections; ++section) {
    double const now = this->time(candidate, section);
    // Sections of the same time are asked in their own order.
    bool const is_later = now > asked || (now == asked && section > last);
    if (is_later && now < best_time) {
      best = section;
      best_time = now;
    }
  }
  return best;
}

/// Whether a section wants `left` more than `right`.
bool Matching::before(std::int32_t left, std::int32_t right, std::int32_t section) const {
  std::uint8_t const left_class = problem_.preference[index(left)];
  std::uint8_t const right_class = problem_.preference[index(right)];
  if (left_class != right_class)
    return left_class < right_class;
  double const left_time = this->time(left, section);
  double const right_time = this->time(right, section);
  if (left_time != right_time)
    return left_time < right_time;
  return problem_.id[index(left)] < problem_.id[index(right)];
}

void Matching::send_away(std::int32_t candidate) {
  taken_by_[index(candidate)] = -1;
  asking_.push_back(candidate);
}

/// Puts the candidate in its place in the section's list, and sends away whom
/// there is no room for.
void Matching::ask(std::int32_t candidate, std::int32_t section) {
  std::int64_t left = problem_.room[index(section)];
  auto const take = [&](std::int32_t one) {
    left -= problem_.size[index(one) * index(problem_.n_sections) + index(section)];
  };
  std::int32_t* link = &head_[index(section)];
  while (*link >= 0 && left >= problem_.least && this->before(*link, candidate, section)) {
    take(*link);
    link = &next_[index(*link)];
  }
  if (left < problem_.least)
    return this->send_away(candidate);
  next_[index(candidate)] = *link;
  *link = candidate;
  taken_by_[index(candidate)] = section;
  take(candidate);
  link = &next_[index(candidate)];
  while (*link >= 0 && left >= problem_.least) {
    take(*link);
    link = &next_[index(*link)];
  }
  std::int32_t rest = *link;
  *link = -1;
  while (rest >= 0) {
    std::int32_t const after = next_[index(rest)];
    this->send_away(rest);
    rest = after;
  }
}

void Matching::solve(MatchingProblem const& problem) {
  MP_EXPECT(problem.least >= 1);
  problem_ = problem;
  auto const n = static_cast<std::size_t>(problem.n_candidates);
  head_.assign(static_cast<std::size_t>(problem.n_sections), -1);
  next_.assign(n, -1);
  taken_by_.assign(n, -1);
  first_choice_.assign(n, -1);
  last_asked_.assign(n, -1);
  asking_.clear();
  for (std::int32_t candidate = 0; candidate < problem.n_candidates; ++candidate) {
    first_choice_[index(candidate)] = this->best_after(candidate);
    asking_.push_back(candidate);
  }
  while (!asking_.empty()) {
    std::int32_t const candidate = asking_.back();
    asking_.pop_back();
    std::int32_t const section = this->best_after(candidate);
    if (section < 0)
      continue;
    last_asked_[index(candidate)] = section;
    this->ask(candidate, section);
  }
}

}  // namespace meesterplan::engine
