#pragma once

#include <concepts>
#include <type_traits>
#include <vector>

#include "sim/base/contracts.hpp"
#include "sim/store/kept_run.hpp"

namespace meesterplan::store {

// The columns of each table, once: columns(visit, row) calls visit(name, field) for
// every field of a row in the order of the table. A visitor names the columns, binds a
// row to a statement, or fills a row from one (row_access.hpp). visit.group(optional,
// fields) is for fields that are there together or not at all, visit.later(name, field) for
// one at the end that an earlier layout does not have.
//
// Before these stand what a row belongs to (run, target) and its place in a list (row).

/// A row to be filled, or one to be read.
template <typename Row, typename Kind>
concept RowOf = std::same_as<std::remove_const_t<Row>, Kind>;

/// A kept run and its results, without their lists.
void columns(auto& visit, RowOf<KeptRun> auto& run) {
  auto& results = run.results;
  visit("name", run.name);
  visit("kept_at", run.kept_at);
  visit("version", run.version);
  visit("scenario", results.scenario);
  visit("description", results.description);
  visit("seed", results.seed);
  visit("replicates", results.replicates);
  visit("replicates_asked", results.replicates_asked);
  visit("start", results.start);
  visit("years", results.years);
  visit("uncertainty", results.uncertainty);
  visit("chance_is_missing", results.chance_is_missing);
  visit("result_hash", results.result_hash);
  visit("teacher_years", results.diagnostics.teacher_years);
  visit("seconds", results.diagnostics.seconds);
  visit("threads", results.diagnostics.threads);
  visit("state_bytes_per_person", results.diagnostics.state_bytes_per_person);
  visit("tally_bytes", results.diagnostics.tally_bytes);
}

void columns(auto& visit, RowOf<input::Setting> auto& setting) {
  visit("key", setting.path);
  visit("value", setting.value);
}

/// An input file with both of its halves.
struct InputRow {
  results::InputFile file;
  KeptInput kept;
};

inline std::vector<InputRow> input_rows(KeptRun const& run) {
  MP_EXPECT(run.inputs.size() == run.results.inputs.size());
  std::vector<InputRow> rows;
  rows.reserve(run.inputs.size());
  for (std::size_t index = 0; index < run.inputs.size(); ++index)
    rows.push_back({run.results.inputs[index], run.inputs[index]});
  return rows;
}

void columns(auto& visit, RowOf<InputRow> auto& input) {
  visit("name", input.file.name);
  visit("hash", input.file.hash);
  visit("path", input.kept.path);
  visit("text", input.kept.text);
  visit.later("of_staff", input.file.of_staff);  // since layout 3
}

/// A target without its lists.
void columns(auto& visit, RowOf<results::TargetResult> auto& target) {
  visit("name", target.name);
  visit("metric", target.metric);
  visit("level", target.level);
  visit("unit", target.unit);
  visit("measure", target.measure);
  visit("direction", target.direction);
  visit("bound_numerator", target.bound.numerator);
  visit("bound_denominator", target.bound.denominator);
  visit("by", target.by);
  visit("met", target.met);
  visit("applies", target.applies);
  visit("not_applicable", target.not_applicable);
  visit("probability", target.probability);
  visit("standard_error", target.standard_error);
  visit("ci_low", target.ci_low);
  visit("ci_high", target.ci_high);
  visit("chance_probability", target.chance_probability);
  visit("chance_standard_error", target.chance_standard_error);
  visit.group(target.shortfall, [](auto& part, auto& shortfall) {
    part("shortfall_mean", shortfall.mean);
    part("shortfall_p10", shortfall.p10);
    part("shortfall_p50", shortfall.p50);
    part("shortfall_p90", shortfall.p90);
    part("shortfall_per_year", shortfall.per_year);
    part("shortfall_measure", shortfall.measure);
  });
}

void columns(auto& visit, RowOf<results::TargetYear> auto& year) {
  visit("year", year.year);
  visit("met", year.met);
  visit("applies", year.applies);
  visit("probability", year.probability);
  visit("standard_error", year.standard_error);
}

void columns(auto& visit, RowOf<results::FirstMet> auto& first) {
  visit("year", first.year);
  visit("futures", first.futures);
  visit("cumulative", first.cumulative);
}

void columns(auto& visit, RowOf<results::TargetDot> auto& dot) {
  visit("value", dot.value);
}

void columns(auto& visit, RowOf<results::SeriesRow> auto& series) {
  visit("metric", series.metric);
  visit("level", series.level);
  visit("unit", series.unit);
  visit("measure", series.measure);
  visit("year", series.year);
  visit("n", series.n);
  visit("mean", series.mean);
  visit("sd", series.sd);
  visit.group(series.quantiles, [](auto& part, auto& quantiles) {
    part("p05", quantiles.p05);
    part("p10", quantiles.p10);
    part("p25", quantiles.p25);
    part("p50", quantiles.p50);
    part("p75", quantiles.p75);
    part("p90", quantiles.p90);
    part("p95", quantiles.p95);
  });
}

void columns(auto& visit, RowOf<results::FlowRow> auto& flow) {
  visit("stock", flow.stock);
  visit("level", flow.level);
  visit("unit", flow.unit);
  visit("year", flow.year);
  visit("from_stock", flow.from);
  visit("to_stock", flow.to);
  visit("cause", flow.cause);
  visit("mean", flow.mean);
  visit("p10", flow.p10);
  visit("p90", flow.p90);
}

void columns(auto& visit, RowOf<results::KnownRow> auto& known) {
  visit("level", known.level);
  visit("unit", known.unit);
  visit("year", known.year);
  visit("event", known.event);
  visit("cause", known.cause);
  visit("month", known.month);
  visit("heads", known.heads);
  visit("fte", known.fte);
}

void columns(auto& visit, RowOf<results::UnitRow> auto& unit) {
  visit("level", unit.level);
  visit("unit", unit.unit);
  visit("school", unit.school);
  visit("needs_only", unit.needs_only);
  visit("cluster", unit.cluster);  // since layout 2
}

void columns(auto& visit, RowOf<results::DriverRow> auto& driver) {
  visit("target", driver.target);
  visit("unit", driver.unit);
  visit("parameter", driver.parameter);
  visit("share", driver.share);
  visit("low", driver.low);
  visit("high", driver.high);
  visit("noise", driver.noise);
  visit("distinguishable", driver.distinguishable);
}

void columns(auto& visit, RowOf<results::BudgetResult> auto& budget) {
  visit("board", budget.board);
  visit("year", budget.year);
  visit("amount", budget.amount);
  visit("over", budget.over);
  visit("probability", budget.probability);
  visit("standard_error", budget.standard_error);
  visit("ci_low", budget.ci_low);
  visit("ci_high", budget.ci_high);
  visit("mean", budget.mean);
  visit("sd", budget.sd);
}

void columns(auto& visit, RowOf<results::HistoryRow> auto& history) {
  visit("metric", history.metric);
  visit("level", history.level);
  visit("unit", history.unit);
  visit("measure", history.measure);
  visit("year", history.year);
  visit("value", history.value);
  visit("source", history.source);
}

void columns(auto& visit, RowOf<results::QuestionRow> auto& question) {
  visit("text", question.text);
  visit("answer", question.answer);
}

/// A policy's card without its lists.
void columns(auto& visit, RowOf<results::PolicyCard> auto& card) {
  visit("name", card.name);
  visit("title_nl", card.title.nl);
  visit("title_en", card.title.en);
  visit("description_nl", card.description.nl);
  visit("description_en", card.description.en);
  visit("cluster", card.cluster);
  visit("amo", card.amo);
  visit("from_year", card.from);
  visit("until_year", card.until);
  visit("phase_in", card.phase_in);
  visit("phase_years", card.phase_years);
  visit("strength", card.strength);
  visit("carried_out", card.carried_out.central);
  visit("carried_out_low", card.carried_out.low);
  visit("carried_out_high", card.carried_out.high);
  visit("support", card.support);
  visit("rationale", card.rationale);
  visit("owner_nl", card.owner.nl);
  visit("owner_en", card.owner.en);
  visit("leader_nl", card.leader.nl);
  visit("leader_en", card.leader.en);
  visit("hours", card.hours);
}

void columns(auto& visit, RowOf<results::PolicySize> auto& size) {
  visit("name", size.name);
  visit("behaviour", size.on);
  visit("form", size.form);
  visit("size", size.size.central);
  visit("low", size.size.low);
  visit("high", size.size.high);
  visit("lesson_order", size.order);
  visit("source", size.source);
}

void columns(auto& visit, RowOf<results::PolicyPrice> auto& price) {
  visit("name", price.name);
  visit("per", price.per);
  visit("amount", price.amount.central);
  visit("low", price.amount.low);
  visit("high", price.amount.high);
  visit("source", price.source);
}

void columns(auto& visit, RowOf<results::PolicyLimit> auto& limit) {
  visit("of", limit.of);
  visit("item", limit.item);
  visit("key", limit.key);
  visit("value", limit.value);
}

/// How the effects of policies were played; without its lists.
void columns(auto& visit, RowOf<results::PolicyAnswer> auto& answer) {
  visit("exact", answer.exact);
  visit("orders", answer.n_orders);
  visit("replicates", answer.replicates);
}

void columns(auto& visit, RowOf<results::PolicyOutcome> auto& outcome) {
  visit("kind", outcome.kind);
  visit("target", outcome.target);
  visit("level", outcome.level);
  visit("unit", outcome.unit);
  visit("measure", outcome.measure);
  visit("year", outcome.year);
  visit("n", outcome.n);
  visit("without", outcome.none);
  visit("with_all", outcome.all);
}

/// What a policy does to the outcome in whose place the row stands.
void columns(auto& visit, RowOf<results::PolicyEffect> auto& effect) {
  visit("alone", effect.alone.mean);
  visit("alone_error", effect.alone.standard_error);
  visit("last", effect.last.mean);
  visit("last_error", effect.last.standard_error);
  visit("share", effect.share.mean);
  visit("share_error", effect.share.standard_error);
}

void columns(auto& visit, RowOf<Problem> auto& note) {
  visit("severity", note.severity);
  visit("file", note.file);
  visit("sheet", note.sheet);
  visit("line", note.line);
  visit("column", note.column);
  visit("field", note.field);
  visit("label_nl", note.label.nl);
  visit("label_en", note.label.en);
  visit("message_nl", note.message.nl);
  visit("message_en", note.message.en);
}

}  // namespace meesterplan::store
