#include "tests/statistical/verdict.hpp"

#include <algorithm>
#include <cmath>
#include <sstream>

namespace meesterplan::testing {

namespace {

double log_chance(double p, std::int64_t n, std::int64_t k) {
  auto const count = static_cast<double>(n);
  auto const hits = static_cast<double>(k);
  return std::lgamma(count + 1) - std::lgamma(hits + 1) - std::lgamma(count - hits + 1) +
         hits * std::log(p) + (count - hits) * std::log1p(-p);
}

}  // namespace

double binomial_tail(double p, std::int64_t n, std::int64_t seen) {
  // A certain event that is missed, or an impossible one that is seen.
  constexpr double nothing = 1e-15;
  if (p <= nothing)
    return seen == 0 ? 1 : 0;
  if (p >= 1 - nothing)
    return seen == n ? 1 : 0;
  bool const above = static_cast<double>(seen) > static_cast<double>(n) * p;
  double sum = 0;
  for (std::int64_t k = seen; above ? k <= n : k >= 0; k += above ? 1 : -1) {
    double const term = std::exp(log_chance(p, n, k));
    sum += term;
    if (term < sum * 1e-12)
      break;
  }
  return std::min(sum, 1.0);
}

void Verdict::judge(std::string const& cell, double p, std::int64_t n, std::int64_t seen) {
  constexpr double enough = 20;
  constexpr double most_z = 4;
  constexpr double least_tail = 1e-5;
  auto const count = static_cast<double>(n);
  std::ostringstream text;
  text << cell << ": p = " << p << ", seen " << seen << " of " << n;
  if (count * p >= enough && count * (1 - p) >= enough) {
    double const z = (static_cast<double>(seen) - count * p) / std::sqrt(count * p * (1 - p));
    ++by_z_;
    worst_z_ = std::max(worst_z_, std::abs(z));
    text << ", z = " << z;
    if (!(std::abs(z) <= most_z))
      failures_.push_back(text.str());
    return;
  }
  double const tail = binomial_tail(p, n, seen);
  ++by_tail_;
  worst_tail_ = std::min(worst_tail_, tail);
  text << ", tail = " << tail;
  if (!(tail >= least_tail))
    failures_.push_back(text.str());
}

std::string Verdict::summary() const {
  std::ostringstream text;
  text.precision(3);
  text << by_z_ << " cells, worst |z| " << worst_z_ << "; " << by_tail_
       << " rare ones, smallest tail " << worst_tail_;
  return text.str();
}

}  // namespace meesterplan::testing
