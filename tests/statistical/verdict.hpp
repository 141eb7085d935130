#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace meesterplan::testing {

/// Holds counts from a run against exact chances, cell by cell: |z| <= 4 where
/// n p and n (1 - p) are at least 20, else the exact binomial tail >= 1e-5.
class Verdict {
 public:
  /// In `n` futures the event with chance `p` was seen `seen` times.
  void judge(std::string const& cell, double p, std::int64_t n, std::int64_t seen);

  std::vector<std::string> const& failures() const { return failures_; }
  std::int64_t by_z() const { return by_z_; }
  std::int64_t by_tail() const { return by_tail_; }
  double worst_z() const { return worst_z_; }
  double worst_tail() const { return worst_tail_; }
  /// "812 cells, worst |z| 3.12; 96 rare ones, smallest tail 3.1e-04".
  std::string summary() const;

 private:
  std::vector<std::string> failures_;
  std::int64_t by_z_ = 0;
  std::int64_t by_tail_ = 0;
  double worst_z_ = 0;
  double worst_tail_ = 1;
};

/// The chance of being at least as far out as `seen` on its side of n p.
double binomial_tail(double p, std::int64_t n, std::int64_t seen);

}  // namespace meesterplan::testing
