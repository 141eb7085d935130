#include <ostream>

#include <nlohmann/json.hpp>

#include "sim/output/staffing.hpp"
#include "sim/output/version.hpp"

namespace meesterplan::output {
namespace {

using Json = nlohmann::ordered_json;

template <typename Value>
Json or_null(std::optional<Value> const& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json to_json(std::optional<study::Expected> const& expected) {
  if (!expected)
    return nullptr;
  return {
      {"mean", expected->mean}, {"p10", or_null(expected->low)}, {"p90", or_null(expected->high)}};
}

Json to_json(study::Volume const& volume) {
  return {{"heads", volume.heads}, {"fte", volume.fte}};
}

Json to_json(std::vector<results::KnownRow> const& rows) {
  Json list = Json::array();
  for (results::KnownRow const& row : rows) {
    list.push_back({{"event", row.event},
                    {"cause", row.cause.empty() ? Json(nullptr) : Json(row.cause)},
                    {"month", row.month.empty() ? Json(nullptr) : Json(row.month)},
                    {"heads", row.heads},
                    {"fte", row.fte}});
  }
  return list;
}

Json certain_of(study::StaffingRow const& row) {
  if (row.needs_only)
    return nullptr;
  return {{"leavers", to_json(row.leavers)},
          {"starters", to_json(row.starters)},
          {"hours", to_json(row.hours)},
          {"known", to_json(row.known)}};
}

Json dated_of(study::StaffingRow const& row) {
  if (row.needs_only)
    return nullptr;
  return {{"contracts", to_json(row.contracts)}, {"pension_age", to_json(row.pension_age)}};
}

Json holes_of(study::StaffingRow const& row) {
  if (!row.holes)
    return nullptr;
  return {{"leavers", to_json(row.holes->leavers)},
          {"replacements", to_json(row.holes->replacements)},
          {"contracts", to_json(row.holes->contracts)},
          {"pension_age", to_json(row.holes->pension_age)},
          {"known", to_json(row.holes_known)}};
}

Json to_json(study::StaffingRow const& row) {
  return {{"level", row.level},
          {"unit", row.unit},
          {"school", row.school.empty() ? Json(nullptr) : Json(row.school)},
          {"needs_only", row.needs_only},
          {"demand_now", or_null(row.demand_now)},
          {"demand", or_null(row.demand)},
          {"net_now", or_null(row.net_now)},
          {"net_staying", or_null(row.net_staying)},
          {"surplus", or_null(row.surplus)},
          {"certain", certain_of(row)},
          {"dated", dated_of(row)},
          {"other_leavers", to_json(row.other_leavers)},
          {"other_leavers_fte", to_json(row.other_leavers_fte)},
          {"vacancies", to_json(row.vacancies)},
          {"vacancy_fte", to_json(row.vacancy_fte)},
          {"unfilled", to_json(row.unfilled)},
          {"holes", holes_of(row)},
          {"cancelled", to_json(row.cancelled)},
          {"hidden", to_json(row.hidden)}};
}

Json provenance_of(study::StaffingTable const& table) {
  Json inputs = Json::array();
  for (results::InputFile const& input : table.inputs)
    inputs.push_back({{"name", input.name}, {"hash", input.hash}});
  Json settings = Json::array();
  for (results::SettingRow const& setting : table.settings)
    settings.push_back({{"key", setting.key}, {"value", setting.value}});
  return {{"version", version()},
          {"inputs", inputs},
          {"settings", settings},
          {"result_hash", table.result_hash}};
}

}  // namespace

void write_json(study::StaffingTable const& table, std::ostream& stream) {
  Json rows = Json::array();
  for (study::StaffingRow const& row : table.rows)
    rows.push_back(to_json(row));
  Json notes = Json::array();
  for (Text const& note : table.notes)
    notes.push_back({{"message_nl", note.nl}, {"message_en", note.en}});
  Json const document = {{"schema", "meesterplan.staffing/1"},
                         {"scenario", table.scenario},
                         {"start", table.start},
                         {"year", table.year},
                         {"seed", table.seed},
                         {"replicates", table.replicates},
                         {"replicates_asked", table.replicates_asked},
                         {"interrupted", table.replicates < table.replicates_asked},
                         {"rows", rows},
                         {"notes", notes},
                         {"provenance", provenance_of(table)}};
  // Text that is not UTF-8 (a file name) is shown with replacement characters.
  stream << document.dump(1, ' ', false, Json::error_handler_t::replace) << "\n";
}

}  // namespace meesterplan::output
