#include "sim/store/tidy.hpp"

namespace meesterplan::store {

std::span<TidyTable const> tidy_tables() {
  static constexpr TidyTable tables[] = {
      {"runs.csv",
       "SELECT name AS run, kept_at, version, scenario, description, seed, replicates, "
       "replicates_asked, replicates < replicates_asked AS interrupted, start, years, "
       "uncertainty, chance_is_missing, result_hash, teacher_years, seconds, threads, "
       "state_bytes_per_person, tally_bytes FROM run ORDER BY id"},
      {"settings.csv",
       "SELECT run.name AS run, key, value FROM setting AS t JOIN run ON run.id = t.run "
       "ORDER BY t.run, t.row"},
      {"inputs.csv",
       "SELECT run.name AS run, t.name AS name, path, hash FROM input AS t JOIN run ON "
       "run.id = t.run ORDER BY t.run, t.row"},
      {"targets.csv",
       "SELECT run.name AS run, t.name AS target, metric, level, unit, measure, direction, "
       "CAST(bound_numerator AS REAL) / bound_denominator AS bound, \"by\", met, applies, "
       "not_applicable, probability, standard_error, ci_low, ci_high, chance_probability, "
       "chance_standard_error, shortfall_mean, shortfall_p10, shortfall_p50, shortfall_p90, "
       "shortfall_per_year, shortfall_measure FROM target AS t JOIN run ON run.id = t.run "
       "ORDER BY t.run, t.row"},
      {"target_years.csv",
       "SELECT run.name AS run, target.name AS target, unit, year, t.met AS met, t.applies "
       "AS applies, t.probability AS probability, t.standard_error AS standard_error FROM "
       "target_year AS t JOIN run ON run.id = t.run JOIN target ON target.run = t.run AND "
       "target.row = t.target ORDER BY t.run, t.target, t.row"},
      {"first_met.csv",
       "SELECT run.name AS run, target.name AS target, unit, year, futures, cumulative FROM "
       "first_met AS t JOIN run ON run.id = t.run JOIN target ON target.run = t.run AND "
       "target.row = t.target ORDER BY t.run, t.target, t.row"},
      {"target_dots.csv",
       "SELECT run.name AS run, target.name AS target, unit, t.row AS dot, value FROM "
       "target_dot AS t JOIN run ON run.id = t.run JOIN target ON target.run = t.run AND "
       "target.row = t.target ORDER BY t.run, t.target, t.row"},
      {"series.csv",
       "SELECT run.name AS run, metric, level, unit, measure, year, n, iif(n = 0, NULL, "
       "mean) AS mean, iif(n = 0, NULL, sd) AS sd, p05, p10, p25, p50, p75, p90, p95 FROM "
       "series AS t JOIN run ON run.id = t.run ORDER BY t.run, t.row"},
      {"flows.csv",
       "SELECT run.name AS run, stock, level, unit, year, from_stock AS \"from\", to_stock "
       "AS \"to\", cause, mean, p10, p90 FROM flow AS t JOIN run ON run.id = t.run ORDER BY "
       "t.run, t.row"},
      {"known.csv",
       "SELECT run.name AS run, level, unit, year, event, cause, month, heads, fte FROM known "
       "AS t JOIN run ON run.id = t.run ORDER BY t.run, t.row"},
      {"units.csv",
       "SELECT run.name AS run, level, unit, school, needs_only, cluster FROM unit AS t JOIN run "
       "ON run.id "
       "= t.run ORDER BY t.run, t.row"},
      {"drivers.csv",
       "SELECT run.name AS run, target, unit, parameter, share, low, high, noise, "
       "distinguishable FROM driver AS t JOIN run ON run.id = t.run ORDER BY t.run, t.row"},
      {"budgets.csv",
       "SELECT run.name AS run, board, year, amount, over, probability, standard_error, ci_low, "
       "ci_high, mean, sd FROM budget AS t JOIN run ON run.id = t.run ORDER BY t.run, t.row"},
      {"history.csv",
       "SELECT run.name AS run, metric, level, unit, measure, year, value, source FROM history AS "
       "t JOIN run ON run.id = t.run ORDER BY t.run, t.row"},
      {"questions.csv",
       "SELECT run.name AS run, text, answer FROM question AS t JOIN run ON run.id = t.run ORDER "
       "BY "
       "t.run, t.row"},
      {"policies.csv",
       "SELECT run.name AS run, t.name AS policy, title_nl, title_en, description_nl, "
       "description_en, cluster, amo, from_year, until_year, phase_in, phase_years, strength, "
       "carried_out, carried_out_low, carried_out_high, support, rationale, owner_nl, owner_en, "
       "leader_nl, leader_en, hours FROM policy AS t JOIN run ON run.id = t.run ORDER BY t.run, "
       "t.row"},
      {"policy_sizes.csv",
       "SELECT run.name AS run, policy.name AS policy, t.name AS effect, behaviour, form, "
       "iif(form = 'decision', NULL, size) AS size, low, high, lesson_order, source FROM "
       "policy_size AS t JOIN run ON run.id = t.run JOIN policy ON policy.run = t.run AND "
       "policy.row = t.policy ORDER BY t.run, t.policy, t.row"},
      {"policy_prices.csv",
       "SELECT run.name AS run, policy.name AS policy, t.name AS cost, per, amount, low, high, "
       "source FROM policy_price AS t JOIN run ON run.id = t.run JOIN policy ON policy.run = t.run "
       "AND policy.row = t.policy ORDER BY t.run, t.policy, t.row"},
      {"policy_limits.csv",
       "SELECT run.name AS run, policy.name AS policy, of, item, key, value FROM policy_limit AS t "
       "JOIN run ON run.id = t.run JOIN policy ON policy.run = t.run AND policy.row = t.policy "
       "ORDER BY t.run, t.policy, t.row"},
      {"policy_effects.csv",
       "SELECT run.name AS run, policy.name AS policy, kind, target, level, unit, measure, year, "
       "n, answer.replicates AS replicates, exact, orders, without, with_all, alone, alone_error, "
       "last, last_error, "
       "share, share_error FROM policy_effect AS t JOIN run ON run.id = t.run JOIN policy ON "
       "policy.run = t.run AND policy.row = t.policy JOIN policy_outcome AS outcome ON "
       "outcome.run = t.run AND outcome.row = t.row JOIN policy_answer AS answer ON answer.run = "
       "t.run ORDER BY t.run, t.policy, t.row"},
      {"notes.csv",
       "SELECT run.name AS run, severity, file, sheet, nullif(line, 0) AS line, "
       "nullif(\"column\", 0) AS \"column\", field, message_nl, message_en FROM note AS t "
       "JOIN run ON run.id = t.run ORDER BY t.run, t.row"},
  };
  return tables;
}

}  // namespace meesterplan::store
