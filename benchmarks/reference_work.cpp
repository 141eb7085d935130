// How fast is the engine? The reference work W1 as a plain loop and through the
// engine, their ratio from one run; the example school; memory.
//
// Before it measures, it checks that both give W1's answers within Monte Carlo
// error, and ends with 1 when they do not.

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <string>

#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include "benchmarks/plain_loop.hpp"
#include "sim/input/disk_files.hpp"
#include "sim/input/load_scenario.hpp"
#include "sim/model/compile.hpp"
#include "sim/results/summarize.hpp"
#include "sim/run/run.hpp"
#include "sim/study/study.hpp"
#include "tests/support/scenarios.hpp"

namespace meesterplan::benchmarks {
namespace {

/// Seconds of processor time of all threads, which other programs do not lengthen.
double processor_seconds() {
  std::timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

double wall_seconds() {
  auto const now = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration<double>(now).count();
}

/// W1 through the engine.
class Engine {
 public:
  explicit Engine(ReferenceWork const& work) : compiled_(model::compile(scenario_of(work))) {}

  results::Results play(int threads) {
    run::Plan plan;
    plan.threads = threads;
    run::Outcome const outcome = run::play(compiled_.model, plan);
    bytes_per_person_ = outcome.bytes_per_person;
    return results::summarize(compiled_.model, compiled_.names, outcome.tally);
  }

  std::int64_t bytes_per_person() const { return bytes_per_person_; }

 private:
  static scenario::Scenario scenario_of(ReferenceWork const& work) {
    scenario::Scenario scenario = testing::reference_work(work.teachers, work.years);
    scenario.replicates = work.replicates;
    return scenario;
  }

  model::Compiled compiled_;
  std::int64_t bytes_per_person_ = 0;
};

/// How far two answers may be apart: both are means of `n` futures.
double monte_carlo_error(double variance, double n) {
  constexpr double standard_errors = 5;
  return standard_errors * std::sqrt(2 * variance / n);
}

/// Tells `what` when the answers are further apart than `most`; whether they are not.
bool agree(std::string const& what, double plain, double engine, double most) {
  if (std::abs(plain - engine) <= most)
    return true;
  std::fprintf(stderr, "%s: plain loop %.6f, engine %.6f, at most %.6f apart\n", what.c_str(),
               plain, engine, most);
  return false;
}

bool shares_agree(ReferenceWork const& work, int section, ShareSummary const& plain,
                  results::SeriesRow const& row) {
  double const n = work.replicates;
  std::string const where = "W1 " + std::to_string(work.teachers) + ", " + row.unit + ", " +
                            std::to_string(row.year) + ", ";
  // The engine keeps shares in bins of half a percent; a quantile may fall on
  // either of two neighbouring numbers of masters.
  double const step = 1.0 / 200 + 1.0 / reference_section_size(work, section);
  // 1.71 standard errors of a mean is one of the 10% quantile of a normal distribution.
  double const most = step + 1.71 * monte_carlo_error(row.sd * row.sd, n);
  bool ok =
      agree(where + "mean", plain.mean, row.mean, 1e-8 + monte_carlo_error(row.sd * row.sd, n));
  ok = row.quantiles.has_value() && ok;
  if (!ok)
    return false;
  ok = agree(where + "10%", plain.p10, row.quantiles->p10, most) && ok;
  ok = agree(where + "50%", plain.p50, row.quantiles->p50, most) && ok;
  return agree(where + "90%", plain.p90, row.quantiles->p90, most) && ok;
}

bool chances_agree(ReferenceWork const& work, ShareSummary const& plain,
                   results::TargetResult const& target, results::TargetYear const& year) {
  double const p = (plain.at_least_half + year.probability) / 2;
  // Where one of them saw nothing, p itself is uncertain: rule of three.
  double const n = work.replicates;
  return agree("W1 " + std::to_string(work.teachers) + ", " + target.unit + ", " +
                   std::to_string(year.year) + ", chance of one half",
               plain.at_least_half, year.probability, 6 / n + monte_carlo_error(p * (1 - p), n));
}

/// Whether the plain loop and the engine give the same answers.
bool same_answers(ReferenceWork const& work) {
  ShareSummaries const plain = play_plain_loop(work);
  results::Results const engine = Engine(work).play(1);
  auto const n_years = static_cast<std::size_t>(work.years) + 1;
  if (engine.series.size() != plain.size() || engine.targets.size() != reference_sections) {
    std::fprintf(stderr, "W1: the engine gives another number of answers\n");
    return false;
  }
  bool same = true;
  for (std::size_t row = 0; row < plain.size(); ++row)
    same =
        shares_agree(work, static_cast<int>(row / n_years), plain[row], engine.series[row]) && same;
  for (std::size_t section = 0; section < engine.targets.size(); ++section) {
    results::TargetResult const& target = engine.targets[section];
    for (std::size_t year = 0; year < target.by_year.size(); ++year)
      same = chances_agree(work, plain[section * n_years + year], target, target.by_year[year]) &&
             same;
  }
  return same;
}

/// The most memory that this process has had so far.
double peak_bytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return 1024.0 * static_cast<double>(usage.ru_maxrss);
}

/// What ten times as many futures of the example school add to the most memory
/// that was in use: nothing, whatever ran before.
void memory(benchmark::State& state) {
  input::DiskFiles files;
  scenario::Scenario scenario =
      input::load_scenario_or_throw(files, MP_SOURCE_DIR "/scenarios/ongewijzigd-beleid.toml");
  model::Compiled compiled = model::compile(scenario);
  std::int64_t bytes_per_person = 0;
  double growth = 0;
  for ([[maybe_unused]] auto const turn : state) {
    compiled.model.replicates = 1000;
    benchmark::DoNotOptimize(run::play(compiled.model, run::Plan{}));
    double const before = peak_bytes();
    compiled.model.replicates = 10'000;
    bytes_per_person = run::play(compiled.model, run::Plan{}).bytes_per_person;
    growth = peak_bytes() - before;
  }
  state.counters["bytes_per_person"] = static_cast<double>(bytes_per_person);
  state.counters["growth_bytes"] = growth;
  state.counters["peak_bytes"] = peak_bytes();
}
// First of all that plays the school: the peak only ever rises.
BENCHMARK(memory)->Iterations(1)->Unit(benchmark::kMillisecond);

/// Futures as a planner runs them, 10 000 for a school, and enough that what is done
/// once a run does not count; fewer for a region.
ReferenceWork work_of(benchmark::State const& state) {
  ReferenceWork work;
  work.teachers = static_cast<int>(state.range(0));
  work.replicates = std::max(50, 2'000'000 / work.teachers);
  return work;
}

double teacher_years(ReferenceWork const& work) {
  return static_cast<double>(work.teachers) * work.years * work.replicates;
}

/// The plain loop and the engine in turns on one thread. The time is the
/// engine's; `ratio` is how many times as fast as the plain loop it is.
void w1_one_core(benchmark::State& state) {
  ReferenceWork const work = work_of(state);
  Engine engine(work);
  double plain_time = 0;
  double engine_time = 0;
  for ([[maybe_unused]] auto const turn : state) {
    double const begin = processor_seconds();
    benchmark::DoNotOptimize(play_plain_loop(work));
    double const between = processor_seconds();
    benchmark::DoNotOptimize(engine.play(1));
    double const end = processor_seconds();
    plain_time += between - begin;
    engine_time += end - between;
    state.SetIterationTime(end - between);
  }
  double const years = teacher_years(work) * static_cast<double>(state.iterations());
  state.counters["plain_ns_per_teacher_year"] = 1e9 * plain_time / years;
  state.counters["engine_ns_per_teacher_year"] = 1e9 * engine_time / years;
  state.counters["ratio"] = plain_time / engine_time;
  state.counters["bytes_per_person"] = static_cast<double>(engine.bytes_per_person());
}
BENCHMARK(w1_one_core)->Arg(200)->Arg(75'000)->UseManualTime()->MinTime(2);

/// The engine on one thread and on two in turns. The time is that on two;
/// `speedup` is how many times as fast as one that is by the clock on the wall,
/// which needs a machine with nothing else to do; `more_work` is how many times
/// the processor time of one thread two take together, which does not.
void w1_two_cores(benchmark::State& state) {
  ReferenceWork const work = work_of(state);
  Engine engine(work);
  double wall[2] = {};
  double processor[2] = {};
  for ([[maybe_unused]] auto const turn : state) {
    for (int threads = 1; threads <= 2; ++threads) {
      double const wall_begin = wall_seconds();
      double const processor_begin = processor_seconds();
      benchmark::DoNotOptimize(engine.play(threads));
      double const seconds = wall_seconds() - wall_begin;
      wall[threads - 1] += seconds;
      processor[threads - 1] += processor_seconds() - processor_begin;
      if (threads == 2)
        state.SetIterationTime(seconds);
    }
  }
  state.counters["speedup"] = wall[0] / wall[1];
  state.counters["more_work"] = processor[1] / processor[0];
}
BENCHMARK(w1_two_cores)->Arg(200)->Arg(75'000)->UseManualTime()->MinTime(2);

/// The example school as the command plays it, second run and all, on as many
/// threads as the argument says.
void example_school(benchmark::State& state) {
  input::DiskFiles files;
  scenario::Scenario const scenario =
      input::load_scenario_or_throw(files, MP_SOURCE_DIR "/scenarios/ongewijzigd-beleid.toml");
  study::Options options;
  options.threads = static_cast<int>(state.range(0));
  for ([[maybe_unused]] auto const turn : state)
    benchmark::DoNotOptimize(study::run(scenario, options));
  state.counters["futures"] = static_cast<double>(scenario.replicates);
}
BENCHMARK(example_school)->Arg(1)->Arg(2)->UseRealTime()->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace meesterplan::benchmarks

int main(int n_arguments, char** arguments) {
  using meesterplan::benchmarks::ReferenceWork;
  using meesterplan::benchmarks::same_answers;
  benchmark::Initialize(&n_arguments, arguments);
  if (benchmark::ReportUnrecognizedArguments(n_arguments, arguments))
    return 2;
  if (!same_answers(ReferenceWork{200, 15, 20'000}) || !same_answers(ReferenceWork{75'000, 15, 60}))
    return 1;
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
  return 0;
}
