#include "tests/store/kept_school.hpp"

#include <cstdint>
#include <limits>

namespace meesterplan::store {
namespace {

using Doubles = std::numeric_limits<double>;
using Whole = std::numeric_limits<std::int64_t>;
using Small = std::numeric_limits<int>;

// What texts of planners may hold: quotes, line ends, an emoji, nothing, a NUL.
std::string const quotes = "\"a\" 'b'; DROP TABLE run; --";
std::string const lines = "first\r\nsecond\n\tthird";
std::string const emoji = "\xF0\x9F\x8E\x93 caf\xC3\xA9";
std::string const with_nul("left\0right", 10);

results::TargetResult full_target() {
  results::TargetResult target;
  target.name = quotes;
  target.metric = "masters";
  target.level = "total";
  target.unit = emoji;
  target.measure = "share";
  target.direction = "at_least";
  target.bound = {Whole::max(), Whole::min()};
  target.by = Small::max();
  target.met = Whole::max();
  target.applies = Whole::min();
  target.not_applicable = -1;
  target.probability = Doubles::denorm_min();
  target.standard_error = Doubles::max();
  target.ci_low = Doubles::lowest();
  target.ci_high = Doubles::infinity();
  target.chance_probability = 1.0 / 3;
  target.chance_standard_error = -Doubles::infinity();
  target.by_year = {{2025, 1, 2, 0.5, 0.25}, {2026, Whole::max(), 0, Doubles::epsilon(), 0}};
  target.first_met = {{2025, 3, 0.1}, {std::nullopt, 4, 1}};
  target.dots = {{0.25}, {-0.5}, {1.0 / 3}};
  target.shortfall = results::Shortfall{0.1 + 0.2, 1, 2, 3, Doubles::min(), "fte"};
  return target;
}

results::PolicyCard full_card() {
  results::PolicyCard card;
  card.name = emoji;
  card.title = {lines, quotes};
  card.description = {with_nul, ""};
  card.cluster = "training";
  card.amo = "ability opportunity";
  card.from = 2026;
  card.until = Small::max();
  card.phase_in = "linear";
  card.phase_years = 3;
  card.strength = 1.0 / 3;
  card.carried_out = {0.75, 0.5, std::nullopt};
  card.support = quotes;
  card.rationale = lines;
  card.owner = {"HR", emoji};
  card.leader = {"", "x"};
  card.hours = 1e-300;
  card.sizes = {{"stay", "exit", "hazard_ratio", {0.7, 0.45, 1.05}, "", lines},
                {"order", "lesson_order", "decision", {}, "wo_master_first", ""}};
  card.limits = {{"policy", 0, "section", quotes}, {"cost", 0, "age_from", "30"}};
  card.prices = {{quotes, "head", {1250.5, std::nullopt, 2e6}, emoji}};
  return card;
}

results::PolicyAnswer full_policies() {
  results::PolicyAnswer answer;
  answer.exact = false;
  answer.n_orders = 12;
  answer.replicates = 1000;
  answer.outcomes = {{"chance", lines, "section", quotes, "share", 2030, 1000, 0.1, 0.9},
                     {"masters", "", "total", "all", "heads", 2035, 999, 17.5, -0.125}};
  answer.effects = {{{{0.1, 0.01}, {0.2, 0.02}, {1.0 / 3, 0}}, {{1, 2}, {3, 4}, {5, 6}}},
                    {{{-0.1, 0.5}, {0, 0}, {0.25, 1e-300}}, {{-1, 2}, {-3, 4}, {-5, 6}}}};
  return answer;
}

results::Results full_results() {
  results::Results results;
  results.scenario = emoji;
  results.description = lines;
  results.seed = std::numeric_limits<std::uint32_t>::max();
  results.replicates = 4'294'967'295;
  results.replicates_asked = Whole::max();
  results.start = 2025;
  results.years = Small::min();
  results.uncertainty = "all";
  results.chance_is_missing = true;
  results.targets = {full_target(), {}};
  results.series = {
      {"heads", "section", with_nul, "heads", 2025, Whole::max(), 1e300, 5e-324,
       results::Quantiles{0.1, 0.2, 0.3, 1.0 / 3, 9007199254740993.0, -1e-17, 123456789.125}},
      {"heads", "total", "", "heads", 2026, 0, 0, 0, std::nullopt}};
  results.flows = {
      {"heads", "total", "all", 2026, "outside", "heads", "hire_starter", 2.0 / 3, std::nullopt,
       7.0},
      {"masters", "total", "all", 2026, "masters", "outside", quotes, -0.1, 0.0, std::nullopt}};
  results.known = {{"school", "VL01", 2026, "leaves", "retirement", "2026-08", Whole::max(), 0.8},
                   {"school", "VL01", 2026, "hours", "", "", 0, -0.4}};
  results.units = {{"section", quotes, "VL01", true, "exact"}, {"", "", emoji, false}};
  results.budgets = {{"Bestuur Noord", 2026, 5.2e6, 31, 0.31, 0.046, 0.23, 0.41, 5.1e6, 2.5e5}};
  results.drivers = {{"goal", "all", "study.p_grant", 0.1, 0.05, 0.15, 0.01, true},
                     {"goal", "all", "", 0, -1, 1, 0, false}};
  results.history = {{"masters", "total", "all", "share", 2019, 0.1 + 0.2, lines},
                     {"heads", "school", quotes, "heads", Small::min(), 1e300, ""}};
  results.questions = {{lines, quotes}, {emoji, ""}};
  results.policy_cards = {full_card(), {}};
  results.policies = full_policies();
  results.result_hash = "0123456789abcdef";
  results.inputs = {{"school/scenario.toml", "00000000deadbeef"}, {"sch\xF3ol.csv", ""}};
  results.diagnostics = {Whole::max(), 1.5, 256, -1, 0};
  results.notes = {
      {Severity::warning, "people.csv", 3, 4, "fte", {lines, emoji}, {"wtf", "fte"}, ""},
      {Severity::note, "x.xlsx", 0, 0, "", {"", ""}, {}, "Blad1"},
      {Severity::error, "", 1, 0, "", {with_nul, quotes}, {}, ""}};
  return results;
}

}  // namespace

KeptRun full_run(std::string const& name) {
  KeptRun run;
  run.name = name;
  run.kept_at = "2026-11-28T14:05:09Z";
  run.version = "0.1.0";
  run.settings = {{"replicates", "4294967295"}, {"study.p_grant", lines}, {"seed", ""}};
  run.inputs = {{"../school/scenario.toml", with_nul}, {"../sch\xF3ol.csv", std::nullopt}};
  run.results = full_results();
  for (input::Setting const& setting : run.settings)
    run.results.settings.push_back({setting.path, setting.value});
  return run;
}

void keep(std::string const& folder, KeptRun const& run, Existing existing) {
  Destination destination{folder, run.name, existing, std::chrono::milliseconds(0)};
  Addition addition(destination, run);
  addition.finish();
}

}  // namespace meesterplan::store
