#include "sim/output/import_json.hpp"

#include <array>
#include <ostream>
#include <string_view>

#include <nlohmann/json.hpp>

#include "sim/intake/project_files.hpp"

namespace meesterplan::output {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, intake::n_fates> fates{
    "in_service", "later", "ended", "support", "management", "rejected"};

double fte_of(Fte fte) {
  return static_cast<double>(fte.thousandths) / 1000;
}

Json total_of(intake::FateTotal const& total) {
  return {{"rows", total.rows}, {"fte", fte_of(total.fte)}};
}

Json totals_of(intake::Import const& import) {
  Json totals;
  totals["all"] = total_of(import.all_rows());
  for (std::size_t fate = 0; fate < fates.size(); ++fate)
    totals[std::string(fates[fate])] = total_of(import.fates[fate]);
  return totals;
}

Json joined_of(intake::Joined const& joined) {
  return {{"rows", joined.rows},
          {"unmatched", joined.unmatched},
          {"lessons", static_cast<double>(joined.lessons) / 1000},
          {"lessons_unmatched", static_cast<double>(joined.lessons_unmatched) / 1000}};
}

Json files_of(intake::Import const& import) {
  Json files = Json::array();
  for (intake::FileSummary const& file : import.files) {
    files.push_back({{"name", file.name},
                     {"rows", file.rows},
                     {"lines_above", file.lines_above},
                     {"unread", file.unread}});
  }
  return files;
}

Json place_of(intake::Import const& import, Place place) {
  scenario::Source const& source = import.sources[static_cast<std::size_t>(place.file)];
  return {{"file", source.name},
          {"sheet", source.sheet.empty() ? Json(nullptr) : Json(source.sheet)},
          {"line", place.line}};
}

Json rejects_of(intake::Import const& import) {
  Json rejects = Json::array();
  for (intake::Reject const& reject : import.findings.rejects()) {
    Json row = place_of(import, reject.place);
    row["column"] = reject.column.en.empty() ? Json(nullptr) : Json(reject.column.en);
    row["fte"] = reject.fte ? Json(fte_of(*reject.fte)) : Json(nullptr);
    row["lessons"] =
        reject.lessons ? Json(static_cast<double>(*reject.lessons) / 1000) : Json(nullptr);
    row["reason_nl"] = reject.reason.nl;
    row["reason_en"] = reject.reason.en;
    rejects.push_back(std::move(row));
  }
  return rejects;
}

Json questions_of(intake::Import const& import) {
  Json questions = Json::array();
  for (auto const& [what, places] : import.findings.questions()) {
    Text const text = intake::question_text(what.first);
    for (Place const place : places) {
      Json row = place_of(import, place);
      row["question_nl"] = text.nl;
      row["question_en"] = text.en;
      questions.push_back(std::move(row));
    }
  }
  return questions;
}

}  // namespace

void write_json(intake::Import const& import, std::ostream& stream) {
  Json const document{
      {"schema", "meesterplan.import/1"},       {"start", import.start},
      {"teachers", import.teachers.size()},     {"sections", import.sections.size()},
      {"employments", totals_of(import)},       {"timetable", joined_of(import.timetable)},
      {"diplomas", joined_of(import.diplomas)}, {"files", files_of(import)},
      {"rejects", rejects_of(import)},          {"questions", questions_of(import)}};
  stream << document.dump(1, ' ', false, Json::error_handler_t::replace) << "\n";
}

}  // namespace meesterplan::output
