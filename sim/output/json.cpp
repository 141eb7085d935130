#include "sim/output/json.hpp"

#include <iterator>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>

#include <nlohmann/json.hpp>

#include "sim/output/metric_texts.hpp"
#include "sim/output/policy_json.hpp"

namespace meesterplan::output {
namespace {

using Json = nlohmann::ordered_json;

/// Text that is not UTF-8 (a file name) is shown with replacement characters.
std::string dump(Json const& value) {
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// A document of which the members follow each other, lists row by row.
class Document final {
 public:
  explicit Document(std::ostream& stream) : stream_(stream) {}

  void member(std::string_view name, Json const& value) {
    begin(name);
    stream_ << dump(value);
  }

  template <typename Rows, typename Convert>
  void rows(std::string_view name, Rows const& rows, Convert convert) {
    begin(name);
    stream_ << '[';
    char const* separator = "\n    ";
    for (auto const& row : rows) {
      stream_ << separator << dump(convert(row));
      separator = ",\n    ";
    }
    stream_ << (rows.empty() ? "]" : "\n  ]");
  }

  void end() { stream_ << "\n}\n"; }

 private:
  void begin(std::string_view name) {
    stream_ << separator_ << dump(Json(name)) << ": ";
    separator_ = ",\n  ";
  }

  std::ostream& stream_;
  char const* separator_ = "{\n  ";
};

template <typename Value>
Json or_null(std::optional<Value> const& value) {
  return value ? Json(*value) : Json(nullptr);
}

double value_of(Rational bound) {
  return static_cast<double>(bound.numerator) / static_cast<double>(bound.denominator);
}

Json to_json(results::TargetYear const& year) {
  return {{"year", year.year},
          {"met", year.met},
          {"applies", year.applies},
          {"probability", year.probability},
          {"standard_error", year.standard_error}};
}

Json to_json(results::FirstMet const& first) {
  return {
      {"year", or_null(first.year)}, {"futures", first.futures}, {"cumulative", first.cumulative}};
}

Json to_json(results::Shortfall const& shortfall) {
  return {{"mean", shortfall.mean},         {"p10", shortfall.p10},
          {"p50", shortfall.p50},           {"p90", shortfall.p90},
          {"per_year", shortfall.per_year}, {"measure", shortfall.measure}};
}

template <typename Rows>
Json list_of(Rows const& rows) {
  Json list = Json::array();
  for (auto const& row : rows)
    list.push_back(to_json(row));
  return list;
}

Json chance_of(results::TargetResult const& target) {
  if (!target.chance_probability)
    return nullptr;
  return {{"probability", *target.chance_probability},
          {"standard_error", or_null(target.chance_standard_error)}};
}

Json dots_of(results::TargetResult const& target) {
  if (target.dots.empty())
    return nullptr;
  Json dots = Json::array();
  for (results::TargetDot const& dot : target.dots)
    dots.push_back(dot.value);
  return dots;
}

Json target_row(results::TargetResult const& target) {
  Json row = {{"name", target.name},
              {"metric", target.metric},
              {"level", target.level},
              {"unit", target.unit},
              {"measure", target.measure},
              {"direction", target.direction},
              {"bound", value_of(target.bound)},
              {"bound_exact", std::to_string(target.bound.numerator) + "/" +
                                  std::to_string(target.bound.denominator)},
              {"by", target.by},
              {"met", target.met},
              {"applies", target.applies},
              {"not_applicable", target.not_applicable},
              {"probability", target.probability},
              {"standard_error", target.standard_error},
              {"ci95", Json::array({target.ci_low, target.ci_high})},
              {"chance", chance_of(target)},
              {"by_year", list_of(target.by_year)},
              {"first_met", list_of(target.first_met)},
              {"dots", dots_of(target)},
              {"shortfall", target.shortfall ? to_json(*target.shortfall) : Json(nullptr)}};
  if (MetricText const* text = find_metric_text(target.metric)) {
    row["definition_nl"] = text->definition.nl;
    row["definition_en"] = text->definition.en;
  }
  return row;
}

/// Quantiles that are not kept, and moments of no future at all, are null.
/// Without the members that are null.
Json without_nulls(Json row) {
  for (auto member = row.begin(); member != row.end();)
    member = member->is_null() ? row.erase(member) : std::next(member);
  return row;
}

Json series_row(results::SeriesRow const& series) {
  Json row = {{"metric", series.metric}, {"level", series.level},
              {"unit", series.unit},     {"measure", series.measure},
              {"year", series.year},     {"n", series.n},
              {"mean", nullptr},         {"sd", nullptr},
              {"p05", nullptr},          {"p10", nullptr},
              {"p25", nullptr},          {"p50", nullptr},
              {"p75", nullptr},          {"p90", nullptr},
              {"p95", nullptr}};
  if (series.n == 0)
    return row;
  row["mean"] = series.mean;
  // Of sums that a report makes only the mean is known.
  if (series.level != "cluster")
    row["sd"] = series.sd;
  if (!series.quantiles)
    return row;
  row["p05"] = series.quantiles->p05;
  row["p10"] = series.quantiles->p10;
  row["p25"] = series.quantiles->p25;
  row["p50"] = series.quantiles->p50;
  row["p75"] = series.quantiles->p75;
  row["p90"] = series.quantiles->p90;
  row["p95"] = series.quantiles->p95;
  return row;
}

Json flow_row(results::FlowRow const& flow) {
  return {{"stock", flow.stock},     {"level", flow.level}, {"unit", flow.unit},
          {"year", flow.year},       {"from", flow.from},   {"to", flow.to},
          {"cause", flow.cause},     {"mean", flow.mean},   {"p10", or_null(flow.p10)},
          {"p90", or_null(flow.p90)}};
}

Json known_row(results::KnownRow const& known) {
  return {{"level", known.level},
          {"unit", known.unit},
          {"year", known.year},
          {"event", known.event},
          {"cause", known.cause.empty() ? Json(nullptr) : Json(known.cause)},
          {"month", known.month.empty() ? Json(nullptr) : Json(known.month)},
          {"heads", known.heads},
          {"fte", known.fte}};
}

Json unit_row(results::UnitRow const& unit) {
  return {{"level", unit.level},
          {"unit", unit.unit},
          {"school", unit.school.empty() ? Json(nullptr) : Json(unit.school)},
          {"needs_only", unit.needs_only},
          {"cluster", unit.cluster.empty() ? Json(nullptr) : Json(unit.cluster)}};
}

Json budget_row(results::BudgetResult const& budget) {
  return {{"board", budget.board},
          {"year", budget.year},
          {"amount", budget.amount},
          {"over", budget.over},
          {"probability", budget.probability},
          {"standard_error", budget.standard_error},
          {"interval", Json::array({budget.ci_low, budget.ci_high})},
          {"mean", budget.mean},
          {"sd", budget.sd}};
}

Json driver_row(results::DriverRow const& driver) {
  return {{"target", driver.target},
          {"unit", driver.unit},
          {"parameter", driver.parameter},
          {"share", driver.share},
          {"interval", Json::array({driver.low, driver.high})},
          {"noise", driver.noise},
          {"distinguishable", driver.distinguishable}};
}

Json history_row(results::HistoryRow const& history) {
  return {{"metric", history.metric},   {"level", history.level}, {"unit", history.unit},
          {"measure", history.measure}, {"year", history.year},   {"value", history.value},
          {"source", history.source}};
}

Json question_row(results::QuestionRow const& question) {
  return {{"text", question.text}, {"answer", question.answer}};
}

Json diagnostics_of(results::Diagnostics const& diagnostics) {
  double const rate = diagnostics.seconds > 0
                          ? static_cast<double>(diagnostics.teacher_years) / diagnostics.seconds
                          : 0;
  return {{"teacher_years", diagnostics.teacher_years},
          {"seconds", diagnostics.seconds},
          {"threads", diagnostics.threads},
          {"teacher_years_per_second", rate},
          {"state_bytes_per_person", diagnostics.state_bytes_per_person},
          {"tally_bytes", diagnostics.tally_bytes}};
}

Json provenance_of(results::Results const& results, std::string_view played_by) {
  Json inputs = Json::array();
  for (results::InputFile const& input : results.inputs) {
    inputs.push_back({{"name", input.name}, {"hash", input.hash}});
  }
  Json settings = Json::array();
  for (results::SettingRow const& setting : results.settings)
    settings.push_back({{"key", setting.key}, {"value", setting.value}});
  return {{"version", played_by},
          {"inputs", inputs},
          {"settings", settings},
          {"result_hash", results.result_hash}};
}

Json problem_row(Problem const& problem) {
  Json row = {{"severity", key_of(problem.severity)},
              {"file", nullptr},
              {"sheet", nullptr},
              {"line", nullptr},
              {"column", nullptr},
              {"field", nullptr},
              {"message_nl", problem.message.nl},
              {"message_en", problem.message.en}};
  if (!problem.file.empty())
    row["file"] = problem.file;
  if (!problem.sheet.empty())
    row["sheet"] = problem.sheet;
  if (problem.line > 0)
    row["line"] = problem.line;
  if (problem.column > 0)
    row["column"] = problem.column;
  if (!problem.field.empty())
    row["field"] = problem.field;
  return row;
}

}  // namespace

void write_json(results::Results const& results, std::ostream& stream, std::string_view played_by,
                Nulls nulls) {
  Document document(stream);
  document.member("schema", "meesterplan.run/1");
  document.member("scenario", results.scenario);
  document.member("description", results.description);
  document.member("seed", results.seed);
  document.member("replicates", results.replicates);
  document.member("replicates_asked", results.replicates_asked);
  document.member("interrupted", results.interrupted());
  document.member("start", results.start);
  document.member("years", results.years);
  document.member("uncertainty", results.uncertainty);
  document.rows("targets", results.targets, target_row);
  document.rows("series", results.series, [&](results::SeriesRow const& series) {
    Json row = series_row(series);
    return nulls == Nulls::told ? row : without_nulls(std::move(row));
  });
  document.rows("flows", results.flows, flow_row);
  document.rows("known", results.known, known_row);
  document.rows("units", results.units, unit_row);
  document.rows("drivers", results.drivers, driver_row);
  document.rows("policy_cards", results.policy_cards, policy_card_row);
  if (results.policies)
    document.member("policies", policies_of(results));
  document.rows("history", results.history, history_row);
  document.rows("questions", results.questions, question_row);
  document.rows("budgets", results.budgets, budget_row);
  document.member("diagnostics", diagnostics_of(results.diagnostics));
  document.member("provenance", provenance_of(results, played_by));
  document.rows("notes", results.notes, problem_row);
  document.end();
}

void write_json(std::vector<Problem> const& problems, std::ostream& stream) {
  Document document(stream);
  document.member("schema", "meesterplan.check/1");
  document.member("ok", !has_errors(problems));
  document.rows("problems", problems, problem_row);
  document.end();
}

}  // namespace meesterplan::output
