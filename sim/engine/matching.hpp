#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace meesterplan::engine {

/// Candidates who look for work in sections that have room.
///
/// Arrays by pair lie as [candidate x n_sections + section].
struct MatchingProblem {
  std::int32_t n_candidates = 0;
  std::int32_t n_sections = 0;
  /// By pair: the candidate wants the section with the least time most; infinite: never.
  std::span<double const> time;
  std::span<std::int32_t const> size;        ///< by pair, what it takes of the room; > 0
  std::span<std::uint8_t const> preference;  ///< [candidate] sections want the lowest first
  std::span<std::uint64_t const> id;         ///< [candidate] tells equal ones apart
  std::span<std::int64_t const> room;        ///< [section]
  std::int64_t least = 1;                    ///< a section with less room left takes nobody, >= 1
};

/// Deferred acceptance, candidates proposing (Gale & Shapley 1962).
///
/// A section ranks candidates by preference, then by their time, then by id, and
/// takes them in that order while its room left is at least `least`; of the
/// last one it takes what fits. Such a choice is substitutable: whoever is taken
/// among many is taken among fewer. So the answer is the stable matching that is best
/// for all candidates, whatever the order in which they ask (Roth & Sotomayor 1990,
/// theorem 6.8). Here it is the only one: sections and candidates go by the same
/// times within a class, so no ring of wishes can close.
///
/// Reused from one market to the next; allocates only while it grows.
class Matching {
 public:
  void solve(MatchingProblem const& problem);

  /// The candidate whom a section takes first, then who comes after; -1: nobody.
  std::int32_t first_of(std::int32_t section) const { return head_[index(section)]; }
  std::int32_t after(std::int32_t candidate) const { return next_[index(candidate)]; }
  /// Who took the candidate, or -1.
  std::int32_t taken_by(std::int32_t candidate) const { return taken_by_[index(candidate)]; }
  /// The section that the candidate wants most, or -1.
  std::int32_t first_choice(std::int32_t candidate) const {
    return first_choice_[index(candidate)];
  }

 private:
  static std::size_t index(std::int32_t value) { return static_cast<std::size_t>(value); }
  std::int32_t best_after(std::int32_t candidate) const;
  bool before(std::int32_t left, std::int32_t right, std::int32_t section) const;
  void ask(std::int32_t candidate, std::int32_t section);
  void send_away(std::int32_t candidate);
  double time(std::int32_t candidate, std::int32_t section) const;

  MatchingProblem problem_;
  std::vector<std::int32_t> head_;          ///< [section]
  std::vector<std::int32_t> next_;          ///< [candidate] in the list of who took it
  std::vector<std::int32_t> taken_by_;      ///< [candidate]
  std::vector<std::int32_t> first_choice_;  ///< [candidate]
  std::vector<std::int32_t> last_asked_;    ///< [candidate] section, or -1
  std::vector<std::int32_t> asking_;        ///< who has no place yet and may ask on
};

}  // namespace meesterplan::engine
