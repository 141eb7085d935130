#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

#include "sim/base/contracts.hpp"
#include "sim/base/fte.hpp"
#include "sim/chance/batch.hpp"
#include "sim/chance/logarithm.hpp"
#include "sim/engine/hiring.hpp"
#include "sim/engine/phases.hpp"

namespace meesterplan::engine {

using chance::Purpose;
using scenario::Behaviour;
using scenario::Licence;
using scenario::Preference;
namespace counter = model::counter;

namespace {

/// Above this mean a Poisson number is taken to be its mean, rounded by its draw.
constexpr double most_poisson = 500;
/// Candidates that have reached this age look no more, years.
constexpr std::int32_t oldest = 67;

/// The Poisson number with mean `mean` whose distribution reaches `uniform`.
std::int32_t poisson(double mean, double uniform) {
  if (!(mean > 0))
    return 0;
  if (mean > most_poisson)
    return static_cast<std::int32_t>(mean + uniform);
  double chance_of_it = chance::exp(-mean);
  double reached = chance_of_it;
  std::int32_t n = 0;
  // Beyond the last digit of `reached` nothing is added any more.
  while (reached <= uniform && chance_of_it > 0) {
    ++n;
    chance_of_it *= mean / n;
    reached += chance_of_it;
  }
  return n;
}

/// Candidates of a pool that are expected this year; the mix of its rows is
/// left in `cumulative`.
double expected(State const& state, model::Pool const& pool, std::vector<double>& cumulative) {
  auto const& entrants = state.model.recruitment.entrants;
  double weights = 0;
  double sum = 0;
  cumulative.clear();
  for (std::int32_t const row : pool.rows) {
    double const weight = state.draw.value(entrants[static_cast<std::size_t>(row)].weight);
    weights += weight;
    sum += weight * state.draw.policies.pool(row, state.step, pool.subject, pool.region);
    cumulative.push_back(sum);
  }
  MP_ASSERT(sum > 0);
  for (double& passed : cumulative)
    passed /= sum;
  double const count = state.draw.value(pool.candidates[static_cast<std::size_t>(state.step)]);
  return count * (sum / weights);
}

/// Draws this year's candidates of a pool.
void draw_candidates(State& state, model::Pool const& pool, std::vector<Seeker>& seekers) {
  auto& cumulative = state.market.cumulative;
  double const mean = expected(state, pool, cumulative);
  std::int32_t const year = state.model.start + state.step + 1;
  std::uint64_t const first = chance::candidate_id(pool.key, year, 0);
  auto const n = static_cast<std::size_t>(
      poisson(mean, chance::uniform(state.stream, first, Purpose::market_pool, 0)));
  if (n == 0)
    return;
  state.make_room_for_draws(n);
  std::size_t const whole = chance::whole_batch(n);
  auto const ids = std::span(state.ids).first(whole);
  chance::candidate_ids(pool.key, year, 0, ids);
  chance::uniform_pairs(state.stream, ids, Purpose::entrant, 0, std::span(state.first).first(whole),
                        std::span(state.second).first(whole));
  for (std::size_t index = 0; index < n; ++index) {
    std::size_t row = 0;
    for (std::size_t before = 0; before + 1 < pool.rows.size(); ++before)
      row += state.first[index] >= cumulative[before] ? std::size_t{1} : 0;
    Seeker seeker;
    seeker.row = pool.rows[row];
    auto const& entrant = state.model.recruitment.entrants[static_cast<std::size_t>(seeker.row)];
    seeker.candidate = candidate_of(state, state.ids[index], entrant, state.second[index]);
    seekers.push_back(seeker);
  }
}

std::uint8_t preference_of(Preference preference, model::Entrant const& entrant) {
  bool const licensed = entrant.licence <= Licence::second_degree;
  switch (preference) {
    case Preference::licensed:
      return licensed ? 0 : 1;
    case Preference::first_degree:
      return entrant.licence == Licence::first_degree ? 0 : licensed ? 1 : 2;
    case Preference::wo_masters:
      return licensed && entrant.degree == scenario::Degree::wo_master ? 0 : licensed ? 1 : 2;
    default:
      return 0;
  }
}

/// Lets candidates point at their fields, which may have moved in memory.
void settle(State const& state, std::vector<Seeker>& seekers) {
  auto const& entrants = state.model.recruitment.entrants;
  for (Seeker& seeker : seekers) {
    seeker.candidate.entrant =
        seeker.row < 0 ? &seeker.own : &entrants[static_cast<std::size_t>(seeker.row)];
  }
}

/// Lists the sections of a market that have a vacancy, and how fast candidates come there.
void list_open(State& state, model::LocalMarket const& local) {
  MarketState& market = state.market;
  market.open.clear();
  market.room.clear();
  market.pace.clear();
  if (state.model.recruitment.stopped[static_cast<std::size_t>(state.step)] != 0)
    return;
  for (std::int32_t const section : local.sections) {
    std::int64_t const gap = state.counts.row(section)[counter::unfilled];
    if (gap < state.model.recruitment.min_vacancy)
      continue;
    auto const school = static_cast<std::size_t>(
        state.model.units.section_school[static_cast<std::size_t>(section)]);
    double const attraction =
        state.draw.value(state.model.market.attractiveness[school]) *
        state.draw.policies.ratio(Behaviour::attractiveness, state.step, section);
    market.open.push_back(section);
    market.room.push_back(gap);
    market.pace.push_back(1 / (static_cast<double>(gap) * attraction));
  }
}

/// Net fte that a candidate would take of a section that has room for it.
std::int32_t size_in(State const& state, Candidate const& candidate, std::int32_t section) {
  std::int64_t const share = net_share_of(state, candidate, section);
  std::int64_t const net = scale_half_up(candidate.entrant->fte, share, millionths);
  return static_cast<std::int32_t>(std::max<std::int64_t>(net, 1));
}

/// The races of all candidates for all open sections.
void race(State& state, std::vector<Seeker> const& seekers) {
  MarketState& market = state.market;
  auto const& units = state.model.units;
  std::size_t const n_open = market.open.size();
  std::size_t const n_pairs = n_open * seekers.size();
  std::size_t const whole = chance::whole_batch(n_pairs);
  if (market.keys.size() < whole) {
    market.keys.resize(whole);
    market.ids.resize(whole);
    market.time.resize(whole);
  }
  market.size.resize(n_pairs);
  market.preference.clear();
  market.seeker_ids.clear();
  std::size_t pair = 0;
  for (Seeker const& seeker : seekers) {
    market.preference.push_back(
        preference_of(state.model.market.preference, *seeker.candidate.entrant));
    market.seeker_ids.push_back(seeker.candidate.id);
    for (std::int32_t const section : market.open) {
      market.keys[pair] = units.section_key[static_cast<std::size_t>(section)];
      market.ids[pair] = seeker.candidate.id;
      market.size[pair] = size_in(state, seeker.candidate, section);
      ++pair;
    }
  }
  auto const ids = std::span(market.ids).first(whole);
  auto const time = std::span(market.time).first(whole);
  // Whom somebody likes does not change with the years.
  chance::candidate_ids(std::span(market.keys).first(whole), 0, ids, ids);
  chance::exponentials(state.stream, ids, Purpose::market_race, 0, time);
  pair = 0;
  for (Seeker const& seeker : seekers) {
    for (std::size_t open = 0; open < n_open; ++open, ++pair) {
      bool const returns = seeker.board >= 0 && unit_of(units, scenario::Level::board,
                                                        market.open[open]) == seeker.board;
      time[pair] =
          returns ? std::numeric_limits<double>::infinity() : time[pair] * market.pace[open];
    }
  }
}

void match(State& state, std::size_t n_seekers) {
  MarketState& market = state.market;
  MatchingProblem problem;
  problem.n_candidates = static_cast<std::int32_t>(n_seekers);
  problem.n_sections = static_cast<std::int32_t>(market.open.size());
  problem.time = market.time;
  problem.size = market.size;
  problem.preference = market.preference;
  problem.id = market.seeker_ids;
  problem.room = market.room;
  problem.least = state.model.recruitment.min_vacancy;
  market.matching.solve(problem);
}

/// A candidate takes the place that was found; what it takes of the room, in net fte.
std::int64_t hire(State& state, Seeker const& seeker, std::int32_t section, std::int64_t left) {
  Candidate const& candidate = seeker.candidate;
  std::int64_t const share = net_share_of(state, candidate, section);
  std::int64_t const size =
      std::min<std::int64_t>(candidate.entrant->fte, left * millionths / share);
  std::int64_t const net = scale_half_up(size, share, millionths);
  MP_ASSERT(net > 0);
  hire_into(state, section, candidate, size);
  std::int64_t* const row = state.counts.row(section);
  row[counter::net_fte] += net;
  if (seeker.moves) {
    row[counter::movers_inside] += 1;
    bool const master = candidate.entrant->degree >= scenario::Degree::hbo_master;
    auto const& units = state.model.units;
    state.counts.stay_in_market(unit_of(units, scenario::Level::region, section),
                                unit_of(units, scenario::Level::subject, section), master ? 1 : 0,
                                seeker.fte_left);
  }
  return net;
}

/// Hires whom the sections took, and counts what stays open.
void fill_open(State& state, model::LocalMarket const& local, std::vector<Seeker> const& seekers) {
  MarketState const& market = state.market;
  std::int64_t const least = state.model.recruitment.min_vacancy;
  for (std::size_t open = 0; open < market.open.size(); ++open) {
    std::int32_t const section = market.open[open];
    std::int64_t left = market.room[open];
    std::int64_t tries = 0;
    for (std::int32_t one = market.matching.first_of(static_cast<std::int32_t>(open)); one >= 0;
         one = market.matching.after(one)) {
      left -= hire(state, seekers[static_cast<std::size_t>(one)], section, left);
      ++tries;
    }
    // What is left stood open as vacancies of the usual size.
    if (left >= least)
      tries += (left - least) / local.usual_fte + 1;
    state.counts.row(section)[counter::vacancies] += tries;
    state.counts.row(section)[counter::unfilled] = std::max<std::int64_t>(left, 0);
  }
}

/// Counts candidates where they wanted to be most; in the region who found nothing open.
void count_candidates(State& state, model::LocalMarket const& local, std::size_t n_seekers) {
  MarketState const& market = state.market;
  auto const count = [&](std::int32_t open, int index) {
    if (open >= 0) {
      state.counts.row(market.open[static_cast<std::size_t>(open)])[index] += 1;
    } else {
      state.counts.add_in_market(local.region, local.subject, index, 1);
    }
  };
  for (std::int32_t one = 0; one < static_cast<std::int32_t>(n_seekers); ++one) {
    std::int32_t const wanted = market.matching.first_choice(one);
    count(wanted, counter::candidates);
    if (market.matching.taken_by(one) < 0)
      count(wanted, counter::unplaced);
  }
}

/// Whether somebody who found nothing looks again next year.
bool stays(State const& state, Seeker const& seeker, double retention) {
  // Before the table of the state pension is asked: nobody looks so late.
  if (seeker.candidate.age >= oldest)
    return false;
  return chance::uniform(state.stream, seeker.candidate.id, Purpose::market_stay,
                         static_cast<std::uint32_t>(seeker.waited)) < retention;
}

/// Keeps those who look again, a year older.
void keep_waiting(State const& state, std::vector<Seeker>& seekers) {
  double const retention = state.draw.value(state.model.market.pool_retention);
  std::size_t kept = 0;
  for (std::size_t index = 0; index < seekers.size(); ++index) {
    Seeker seeker = seekers[index];
    bool const found = state.market.matching.taken_by(static_cast<std::int32_t>(index)) >= 0;
    if (found || !stays(state, seeker, retention))
      continue;
    seeker.moves = false;
    seeker.waited += 1;
    seeker.candidate.age += 1;
    if (seeker.candidate.since_master != model::long_ago)
      seeker.candidate.since_master += 1;
    seekers[kept++] = seeker;
  }
  seekers.resize(kept);
}

}  // namespace

void play_market(State& state) {
  auto const& locals = state.model.market.locals;
  for (std::size_t index = 0; index < locals.size(); ++index) {
    model::LocalMarket const& local = locals[index];
    auto& seekers = state.market.seekers[index];
    for (model::Pool const& pool : local.pools)
      draw_candidates(state, pool, seekers);
    settle(state, seekers);
    list_open(state, local);
    race(state, seekers);
    match(state, seekers.size());
    fill_open(state, local, seekers);
    count_candidates(state, local, seekers.size());
    keep_waiting(state, seekers);
  }
}

}  // namespace meesterplan::engine
