// Deferred acceptance against what it promises: nobody and no section would
// rather have each other, and no order of asking changes the answer.

#include "sim/engine/matching.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <tuple>
#include <vector>

#include "tests/engine/random_scenario.hpp"
#include "tests/support/catch.hpp"

using namespace meesterplan;
using engine::Matching;
using engine::MatchingProblem;
using meesterplan::testing::Dice;

namespace {

constexpr double never = std::numeric_limits<double>::infinity();

/// A problem with the arrays that it looks at.
struct Market {
  std::int32_t n_candidates = 0, n_sections = 0;
  std::vector<double> time;
  std::vector<std::int32_t> size;
  std::vector<std::uint8_t> preference;
  std::vector<std::uint64_t> id;
  std::vector<std::int64_t> room;
  std::int64_t least = 1;

  MatchingProblem problem() const {
    return {n_candidates, n_sections, time, size, preference, id, room, least};
  }
  double time_of(std::int32_t candidate, std::int32_t section) const {
    return time[static_cast<std::size_t>(candidate * n_sections + section)];
  }
  std::int64_t size_of(std::int32_t candidate, std::int32_t section) const {
    return size[static_cast<std::size_t>(candidate * n_sections + section)];
  }
};

Market random_market(std::uint64_t seed, int most_candidates, int most_sections) {
  Dice dice(seed);
  Market market;
  market.n_candidates = dice.between(0, most_candidates);
  market.n_sections = dice.between(0, most_sections);
  market.least = dice.chance(0.5) ? 200 : 1;
  for (int section = 0; section < market.n_sections; ++section)
    market.room.push_back(dice.between(1, 30) * 100);
  for (int candidate = 0; candidate < market.n_candidates; ++candidate) {
    market.preference.push_back(static_cast<std::uint8_t>(dice.between(0, 2)));
    market.id.push_back(dice.bits());
    int const size = 100 * dice.between(2, 10);
    for (int section = 0; section < market.n_sections; ++section) {
      // Few different times, so that there are ties.
      market.time.push_back(dice.chance(0.1) ? never : 0.25 * dice.between(1, 12));
      market.size.push_back(size);
    }
  }
  return market;
}

/// Whether a section wants `left` more than `right`.
bool wants_more(Market const& market, std::int32_t section, std::int32_t left, std::int32_t right) {
  auto const key = [&](std::int32_t one) {
    return std::tuple(market.preference[static_cast<std::size_t>(one)],
                      market.time_of(one, section), market.id[static_cast<std::size_t>(one)]);
  };
  return key(left) < key(right);
}

/// Candidates of a list as a section takes them, by its own words: in the order of
/// its wishes while there is room.
std::vector<std::int32_t> chosen(Market const& market, std::int32_t section,
                                 std::vector<std::int32_t> list) {
  std::sort(list.begin(), list.end(), [&](std::int32_t left, std::int32_t right) {
    return wants_more(market, section, left, right);
  });
  std::int64_t left = market.room[static_cast<std::size_t>(section)];
  std::size_t n = 0;
  while (n < list.size() && left >= market.least)
    left -= market.size_of(list[n++], section);
  list.resize(n);
  return list;
}

/// Whether a candidate would rather be with `section` than where he or she is.
bool would_rather(Market const& market, std::int32_t candidate, std::int32_t section,
                  std::int32_t now) {
  double const there = market.time_of(candidate, section);
  if (there == never || section == now)
    return false;
  if (now < 0)
    return true;
  double const here = market.time_of(candidate, now);
  return there < here || (there == here && section < now);
}

std::vector<std::int32_t> places(Matching const& matching, std::int32_t n) {
  std::vector<std::int32_t> taken;
  for (std::int32_t candidate = 0; candidate < n; ++candidate)
    taken.push_back(matching.taken_by(candidate));
  return taken;
}

std::vector<std::int32_t> members_of(std::vector<std::int32_t> const& taken, std::int32_t section) {
  std::vector<std::int32_t> members;
  for (std::size_t candidate = 0; candidate < taken.size(); ++candidate) {
    if (taken[candidate] == section)
      members.push_back(static_cast<std::int32_t>(candidate));
  }
  return members;
}

/// Whether no candidate and section would rather have each other.
bool is_stable(Market const& market, std::vector<std::int32_t> const& taken) {
  for (std::int32_t section = 0; section < market.n_sections; ++section) {
    std::vector<std::int32_t> const members = members_of(taken, section);
    if (chosen(market, section, members).size() != members.size())
      return false;
    for (std::int32_t candidate = 0; candidate < market.n_candidates; ++candidate) {
      if (!would_rather(market, candidate, section, taken[static_cast<std::size_t>(candidate)]))
        continue;
      std::vector<std::int32_t> more = members;
      more.push_back(candidate);
      std::vector<std::int32_t> const best = chosen(market, section, more);
      if (std::find(best.begin(), best.end(), candidate) != best.end())
        return false;
    }
  }
  return true;
}

/// Calls look(taken) for every way in which candidates can be placed.
template <class Look>
void for_each_placing(Market const& market, Look const& look) {
  std::vector<std::int32_t> taken(static_cast<std::size_t>(market.n_candidates), -1);
  while (true) {
    bool possible = true;
    for (std::size_t candidate = 0; candidate < taken.size(); ++candidate)
      possible = possible &&
                 (taken[candidate] < 0 ||
                  market.time_of(static_cast<std::int32_t>(candidate), taken[candidate]) != never);
    if (possible)
      look(taken);
    std::size_t at = 0;
    while (at < taken.size() && ++taken[at] == market.n_sections)
      taken[at++] = -1;
    if (at == taken.size())
      return;
  }
}

/// The same market with its candidates in another order.
Market reordered(Market const& market, std::vector<std::int32_t> const& order) {
  Market other = market;
  for (std::size_t to = 0; to < order.size(); ++to) {
    auto const from = static_cast<std::size_t>(order[to]);
    other.preference[to] = market.preference[from];
    other.id[to] = market.id[from];
    auto const n = static_cast<std::size_t>(market.n_sections);
    for (std::size_t section = 0; section < n; ++section) {
      other.time[to * n + section] = market.time[from * n + section];
      other.size[to * n + section] = market.size[from * n + section];
    }
  }
  return other;
}

}  // namespace

// Sections rank by class and then by the very times by which candidates rank them, so
// that no ring of wishes can close: there is one stable placing and no second.
TEST_CASE("The matching is the one placing that is stable") {
  Matching matching;
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    CAPTURE(seed);
    Market const market = random_market(seed, 5, 3);
    matching.solve(market.problem());
    auto const taken = places(matching, market.n_candidates);
    CHECK(is_stable(market, taken));
    int n_stable = 0;
    for_each_placing(market, [&](std::vector<std::int32_t> const& other) {
      n_stable += is_stable(market, other) ? 1 : 0;
    });
    CHECK(n_stable == 1);
  }
}

TEST_CASE("No order of candidates changes who finds which place") {
  Matching matching;
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    CAPTURE(seed);
    Market const market = random_market(seed, 40, 8);
    matching.solve(market.problem());
    auto const taken = places(matching, market.n_candidates);
    CHECK(is_stable(market, taken));
    std::vector<std::int32_t> order(taken.size());
    std::iota(order.begin(), order.end(), 0);
    Dice dice(seed);
    for (std::size_t left = order.size(); left > 1; --left)
      std::swap(order[left - 1],
                order[static_cast<std::size_t>(dice.between(0, static_cast<int>(left) - 1))]);
    Market const other = reordered(market, order);
    Matching again;
    again.solve(other.problem());
    for (std::size_t to = 0; to < order.size(); ++to)
      CHECK(again.taken_by(static_cast<std::int32_t>(to)) ==
            taken[static_cast<std::size_t>(order[to])]);
  }
}

TEST_CASE("The list of a section is in the order in which it takes candidates") {
  Matching matching;
  for (std::uint64_t seed = 1; seed <= 50; ++seed) {
    Market const market = random_market(seed, 30, 4);
    matching.solve(market.problem());
    auto const taken = places(matching, market.n_candidates);
    for (std::int32_t section = 0; section < market.n_sections; ++section) {
      std::vector<std::int32_t> list;
      for (std::int32_t one = matching.first_of(section); one >= 0; one = matching.after(one))
        list.push_back(one);
      CHECK(list == chosen(market, section, members_of(taken, section)));
    }
  }
}
