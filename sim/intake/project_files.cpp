#include "sim/intake/project_files.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <span>
#include <string_view>
#include <tuple>
#include <utility>

#include <fmt/core.h>

#include "sim/input/formats.hpp"
#include "sim/input/words.hpp"
#include "sim/intake/csv_text.hpp"

namespace meesterplan::intake {
namespace {

constexpr std::array<std::string_view, 20> person_columns{
    "id",          "birth_year",   "birth_month", "age",        "start_date",   "teaching_since",
    "degree",      "master_kind",  "master_year", "contract",   "contract_end", "scale",
    "leave_date",  "leave_reason", "origin",      "hours_from", "hours_fte",    "programme",
    "study_years", "grant"};

void write_training(CsvText& csv, Teacher const& teacher) {
  write_degree(csv, teacher.degree);
  csv.word(input::master_kind_words(), teacher.kind, scenario::MasterKind::none);
  csv.cell(teacher.master_year);
}

void write_contract(CsvText& csv, Teacher const& teacher) {
  csv.word(input::contract_words(), teacher.contract);
  csv.cell(teacher.contract_end);
  csv.word(input::scale_words(), teacher.scale, scenario::Scale::none);
}

void write_events(CsvText& csv, Teacher const& teacher) {
  if (teacher.leaves) {
    csv.cell(std::optional<Date>(teacher.leaves->on));
    csv.word(input::exit_cause_words(), teacher.leaves->reason);
  } else {
    csv.empty(2);
  }
  csv.cell(teacher.origin == scenario::Origin::lio ? "lio" : "");
  if (teacher.hours) {
    csv.cell(std::optional<Date>(teacher.hours->from));
    csv.cell(teacher.hours->fte);
  } else {
    csv.empty(2);
  }
}

void write_study(CsvText& csv, Teacher const& teacher) {
  if (!teacher.study)
    return csv.empty(3);
  csv.cell(teacher.study->programme);
  csv.cell(std::optional<int>(teacher.study->years_done));
  csv.word(input::yes_no_words(), teacher.study->grant ? 1 : 0);
}

std::string people_csv(Import const& import, Language language) {
  CsvText csv(language);
  write_header(csv, input::people_format(), person_columns);
  for (std::size_t i = 0; i < import.teachers.size(); ++i) {
    Teacher const& teacher = import.teachers[i];
    csv.cell(import.keys[i]);
    csv.cell(teacher.birth.year);
    csv.cell(teacher.birth.month);
    csv.cell(teacher.birth.age);
    csv.cell(std::optional<Date>(teacher.service_from));
    csv.cell(teacher.teaching_since);
    write_training(csv, teacher);
    write_contract(csv, teacher);
    write_events(csv, teacher);
    write_study(csv, teacher);
    csv.end_row();
  }
  return csv.take();
}

std::string assignments_csv(Import const& import, Language language) {
  static constexpr std::array<std::string_view, 6> keys{"id",      "section",   "fte",
                                                        "licence", "upper_vwo", "upper_havo"};
  CsvText csv(language);
  write_header(csv, input::assignments_format(), keys);
  for (std::size_t i = 0; i < import.teachers.size(); ++i) {
    for (TeacherAssignment const& assignment : import.teachers[i].assignments) {
      csv.cell(import.keys[i]);
      csv.cell(import.key_of(assignment.section));
      csv.cell(assignment.fte);
      csv.word(input::licence_words(), assignment.licence);
      csv.share(assignment.upper_vwo);
      csv.share(assignment.upper_havo);
      csv.end_row();
    }
  }
  return csv.take();
}

std::string sections_csv(Import const& import, Language language) {
  static constexpr std::array<std::string_view, 6> keys{"section", "name",    "subject",
                                                        "school",  "cluster", "open_vacancies"};
  CsvText csv(language);
  write_header(csv, input::sections_format(), keys);
  for (SectionName const& section : import.sections) {
    std::string const key = import.key_of(section);
    csv.cell(key);
    csv.cell(section.subject.name);
    csv.cell(section.subject.key);
    csv.cell(section.school);
    csv.cell(section.subject.cluster);
    auto const kept = import.kept.vacancies.find(key);
    csv.cell(kept == import.kept.vacancies.end() ? std::string_view() : kept->second);
    csv.end_row();
  }
  return csv.take();
}

std::string schools_csv(Import const& import, Language language) {
  static constexpr std::array<std::string_view, 5> keys{"school", "board", "region", "sick_leave",
                                                        "attractiveness"};
  // What hardly anybody fills in gets a column only where somebody did.
  bool const is_full = std::any_of(import.kept.schools.begin(), import.kept.schools.end(),
                                   [](auto const& kept) { return !kept.second.back().empty(); });
  std::size_t const n = is_full ? keys.size() : keys.size() - 1;
  std::set<std::string> schools;
  for (SectionName const& section : import.sections)
    schools.insert(section.school);
  CsvText csv(language);
  write_header(csv, input::schools_format(), std::span(keys).first(n));
  for (std::string const& school : schools) {
    csv.cell(school);
    auto const kept = import.kept.schools.find(school);
    for (std::size_t i = 0; i + 1 < n; ++i)
      csv.cell(kept == import.kept.schools.end() ? std::string_view() : kept->second[i]);
    csv.end_row();
  }
  return csv.take();
}

/// The file of a place without its folders, and its sheet.
std::string file_of(Import const& import, Place place) {
  scenario::Source const& source = import.sources[static_cast<std::size_t>(place.file)];
  std::string const name = source.name.substr(source.name.find_last_of('/') + 1);
  return source.sheet.empty() ? name : name + "#" + source.sheet;
}

std::string rejects_csv(Import const& import, Language language) {
  CsvText csv(language);
  for (Text const& header :
       {Text{"bestand", "file"}, Text{"regel", "line"}, Text{"kolom", "column"}, Text{"wtf", "fte"},
        Text{"lessen", "lessons"}, Text{"reden", "reason"}})
    csv.cell(header);
  csv.end_row();
  for (Reject const& reject : import.findings.rejects()) {
    csv.cell(file_of(import, reject.place));
    csv.cell(std::optional<int>(reject.place.line));
    csv.cell(reject.column);
    csv.cell(reject.fte);
    csv.cell(reject.lessons ? std::optional<Fte>(Fte{*reject.lessons}) : std::nullopt);
    csv.cell(reject.reason);
    csv.end_row();
  }
  return csv.take();
}

std::string questions_csv(Import const& import, Language language) {
  CsvText csv(language);
  for (Text const& header :
       {Text{"bestand", "file"}, Text{"regel", "line"}, Text{"vraag", "question"}})
    csv.cell(header);
  csv.end_row();
  std::set<std::tuple<int, int, Ask>> in_order;
  for (auto const& [what, places] : import.findings.questions()) {
    for (Place const place : places)
      in_order.emplace(place.file, place.line, what.first);
  }
  for (auto const& [file, line, ask] : in_order) {
    csv.cell(file_of(import, {file, line, 0}));
    csv.cell(std::optional<int>(line));
    csv.cell(question_text(ask));
    csv.end_row();
  }
  return csv.take();
}

}  // namespace

Text question_text(Ask ask) {
  switch (ask) {
    case Ask::diploma:
      return {
          "welk opleidingsniveau dit diploma is, staat er niet bij (tot u het zegt is het "
          "onbekend). Antwoord in het profiel onder [degree].",
          "which degree this diploma is, is not certain (until you tell it is unknown). Answer "
          "in the profile under [degree]."};
    case Ask::licence:
      return {
          "welke bevoegdheid dit is, is niet zeker (tot u het zegt is zij onbekend). Antwoord in "
          "het profiel onder [licence].",
          "which licence this is, is not certain (until you tell it is unknown). Answer in the "
          "profile under [licence]."};
    case Ask::leaves_in_part:
      return {
          "een dienstverband van deze leraar eindigt en een ander loopt door (gerekend is met "
          "minder uren, niet met vertrek). Controleer de uitkomst.",
          "one employment of this teacher ends and another goes on (reckoned with fewer hours, "
          "not with leaving). Check the outcome."};
    case Ask::licence_subject:
      return {
          "voor welk vak deze bevoegdheid is, staat er niet bij (tot u het zegt telt zij niet "
          "mee). Vul de kolom vak in.",
          "which subject this licence is for, is not said (until you tell it does not count). "
          "Fill in the column subject."};
    case Ask::leave_reason:
      return {
          "waarom deze leraar weggaat, is niet bekend (tot u het zegt is het: verlaat beroep). "
          "Antwoord in het profiel onder [leave_reason].",
          "why this teacher leaves, is not known (until you tell it is: leaves_profession). "
          "Answer in the profile under [leave_reason]."};
    case Ask::subject:
      return {
          "welk vak dit is, is niet bekend (tot u het zegt is het een sectie apart). Antwoord "
          "in het profiel onder [subject].",
          "which subject this is, is not known (until you tell it is a section of its own). "
          "Answer in the profile under [subject]."};
    case Ask::class_name:
      return {
          "bij welk leerjaar en welke schoolsoort deze klas hoort, is niet zeker (tot u het "
          "zegt zijn de bovenbouwlessen van de leraar onbekend). Antwoord in het profiel onder "
          "[class].",
          "which year and track this class is of, is not certain (until you tell the teacher's "
          "upper lessons are not known). Answer in the profile under [class]."};
    case Ask::programme:
      return {
          "welke opleiding dit is, is niet bekend (tot u het zegt telt de studie niet mee). "
          "Antwoord in het profiel onder [programme].",
          "which programme this is, is not known (until you tell the study does not count). "
          "Answer in the profile under [programme]."};
    case Ask::later_hours:
      return {
          "de uren van deze leraar veranderen nog eens, of tot buiten 0,05 tot 1,2 (alleen "
          "een eerste wijziging daarbinnen is overgenomen). Controleer de uitkomst.",
          "the hours of this teacher change once more, or to beyond 0.05 to 1.2 (only a "
          "first change within them was taken). Check the outcome."};
    case Ask::small_part:
      return {
          "de uren van dit vak zijn bij de andere vakken van de leraar geteld (een leraar heeft "
          "ten hoogste drie secties van elk minstens 0,05 fte). Controleer de uitkomst.",
          "the hours of this subject were counted with the teacher's others (a teacher has at "
          "most three sections of at least 0.05 fte each). Check the outcome."};
  }
  return {};
}

std::vector<ProjectFile> project_files(Import const& import, Language language) {
  return {{"people.csv", people_csv(import, language)},
          {"assignments.csv", assignments_csv(import, language)},
          {"sections.csv", sections_csv(import, language)},
          {"schools.csv", schools_csv(import, language)},
          {"rejects.csv", rejects_csv(import, language)},
          {"questions.csv", questions_csv(import, language)}};
}

}  // namespace meesterplan::intake
