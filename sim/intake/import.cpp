#include "sim/intake/import.hpp"

#include <algorithm>
#include <numeric>
#include <set>
#include <utility>

#include <fmt/core.h>

#include "sim/base/contracts.hpp"
#include "sim/input/reading.hpp"
#include "sim/input/rows.hpp"
#include "sim/intake/export_formats.hpp"

namespace meesterplan::intake {
namespace {

using input::Reading;
using input::Sheet;

/// Stops when anything was found that no row can be blamed for.
void stop_at_errors(Reading& reading) {
  if (!has_errors(reading.problems()))
    return;
  std::vector<Problem> problems = std::move(reading.problems());
  reading.label_columns(problems);
  sort_problems(problems);
  fold_repeats(problems);
  throw InputError(std::move(problems));
}

std::optional<Sheet> open_sheet(Reading& reading, std::string const& path, input::Format format,
                                input::HeaderRules const& rules, Import& import) {
  if (path.empty())
    return std::nullopt;
  std::optional<int> const file = reading.open_table(path, {}, {});
  if (!file)
    return std::nullopt;
  Sheet sheet(reading, *file, std::move(format), rules);
  import.files.push_back({path, sheet.size(), sheet.n_above(), sheet.unread()});
  if (sheet.is_usable() && sheet.size() == 0) {
    reading.error(sheet.place(), {},
                  {"er staan geen rijen onder de kopregel (hier hoort er minstens een). Controleer "
                   "of de export gelukt is.",
                   "there are no rows below the header (at least one is needed). Check whether the "
                   "export succeeded."});
  }
  return sheet;
}

void count_fates(std::vector<Employment> const& employments, Import& import) {
  for (Employment const& employment : employments) {
    FateTotal& total = import.fates[static_cast<std::size_t>(employment.fate)];
    ++total.rows;
    total.fte += employment.fte;
  }
}

void report_first(Reading& reading, std::vector<Reject> const& rejects) {
  constexpr std::size_t most_told = 20;
  for (std::size_t i = 0; i < std::min(rejects.size(), most_told); ++i)
    reading.report(Severity::error, rejects[i].place, rejects[i].column.en, rejects[i].shown);
}

/// That nothing at all could be joined is a mistake in the files, not in rows.
void expect_joined(Reading& reading, Joined const& joined, Import const& import,
                   std::string const& path) {
  if (path.empty() || joined.known > 0)
    return;
  reading.report(
      Severity::error, {}, path,
      {"geen enkele rij hoort bij iemand uit de personeelslijst (gekoppeld wordt op "
       "personeelsnummer of docentcode). Geef beide bestanden dezelfde nummers of codes, of noem "
       "de goede kolom in een profiel (--map).",
       "not one row belongs to anybody of the personnel file (rows are joined on employee number "
       "or teacher code). Give both files the same numbers or codes, or name the right column in a "
       "profile (--map)."});
  if (joined.unmatched == 0)
    report_first(reading, import.findings.rejects());
}

void expect_teachers(Reading& reading, Import const& import, std::string const& path) {
  bool const any_in_service =
      std::any_of(import.teachers.begin(), import.teachers.end(),
                  [](Teacher const& teacher) { return teacher.is_in_service; });
  if (any_in_service)
    return;
  reading.report(Severity::error, {}, path,
                 {"er blijft geen leraar in dienst over (alle rijen vielen af). Controleer de "
                  "kolommen, het rooster en de peildatum (--start).",
                  "no teacher in service is left (all rows dropped out). Check the columns, the "
                  "timetable and the reference date (--start)."});
  report_first(reading, import.findings.rejects());
}

/// Teachers in the order of their pseudonyms, which tells nothing of the file's.
void give_keys(Reading& reading, PseudonymKey const& key, std::vector<Teacher> teachers,
               Import& import) {
  std::vector<std::pair<std::string, std::size_t>> order;
  order.reserve(teachers.size());
  for (std::size_t i = 0; i < teachers.size(); ++i)
    order.emplace_back(pseudonym(key, teachers[i].id), i);
  std::sort(order.begin(), order.end());
  auto const twice = std::adjacent_find(
      order.begin(), order.end(),
      [](auto const& left, auto const& right) { return left.first == right.first; });
  if (twice != order.end()) {
    reading.error(teachers[twice->second].place, {},
                  {"twee medewerkers krijgen hetzelfde pseudoniem (een toeval van een op veel "
                   "miljoenen). Gebruik een andere sleutel (--key).",
                   "two employees get the same pseudonym (a chance of one in many millions). Use "
                   "another key (--key)."});
  }
  import.teachers.reserve(order.size());
  import.keys.reserve(order.size());
  for (auto& [text, index] : order) {
    import.keys.push_back(std::move(text));
    import.teachers.push_back(std::move(teachers[index]));
  }
}

/// Files that name no school are about one.
void name_school(std::vector<Teacher>& teachers) {
  for (Teacher& teacher : teachers) {
    for (TeacherAssignment& assignment : teacher.assignments) {
      if (assignment.section.school.empty())
        assignment.section.school = "school";
    }
  }
}

void list_sections(Import& import) {
  std::set<SectionName> sections;
  for (Teacher const& teacher : import.teachers) {
    for (TeacherAssignment const& assignment : teacher.assignments)
      sections.insert(assignment.section);
  }
  import.sections.assign(sections.begin(), sections.end());
}

bool stands_before(Place left, Place right) {
  return std::tie(left.file, left.line, left.column) <
         std::tie(right.file, right.line, right.column);
}

}  // namespace

std::string Import::key_of(SectionName const& section) const {
  bool const one_school =
      std::all_of(sections.begin(), sections.end(),
                  [&](SectionName const& one) { return one.school == section.school; });
  return one_school ? section.subject.key : section.school + "/" + section.subject.key;
}

FateTotal Import::all_rows() const {
  FateTotal all;
  for (FateTotal const& total : fates) {
    all.rows += total.rows;
    all.fte += total.fte;
  }
  return all;
}

Import import_school(input::FileSource& files, ImportRequest const& request) {
  Reading reading(files);
  Import import;
  import.start = request.start;
  Profile const profile =
      request.profile.empty() ? Profile() : read_profile(reading, request.profile);
  // All three are opened before any stops it, so that all is told at once.
  std::optional<Sheet> const personnel =
      open_sheet(reading, request.personnel, employments_format(), profile.employments, import);
  std::optional<Sheet> const timetable =
      open_sheet(reading, request.timetable, timetable_format(), profile.timetable, import);
  std::optional<Sheet> const diplomas =
      open_sheet(reading, request.diplomas, diplomas_format(), profile.diplomas, import);

  std::vector<Employment> employments;
  std::vector<TimetableRow> lessons;
  std::vector<Diploma> degrees;
  if (personnel)
    employments = read_employments(*personnel, profile, request.start, import.findings);
  if (timetable)
    lessons = read_timetable(*timetable, profile, import.findings);
  if (diplomas)
    degrees = read_diplomas(*diplomas, profile, request.start, import.findings);
  stop_at_errors(reading);

  People people = gather_people(employments, request.start, import.findings);
  import.timetable = join_timetable(lessons, profile, employments, people, import.findings);
  import.timetable.in_file = timetable ? static_cast<std::int64_t>(timetable->size()) : 0;
  expect_joined(reading, import.timetable, import, request.timetable);
  import.diplomas = join_diplomas(std::move(degrees), people, import.findings);
  expect_joined(reading, import.diplomas, import, request.diplomas);
  stop_at_errors(reading);

  count_fates(employments, import);
  give_keys(reading, request.key, std::move(people.teachers), import);
  expect_teachers(reading, import, request.personnel);
  stop_at_errors(reading);

  name_school(import.teachers);
  list_sections(import);
  std::vector<Reject>& rejects = import.findings.rejects();
  std::stable_sort(rejects.begin(), rejects.end(), [](Reject const& left, Reject const& right) {
    return stands_before(left.place, right.place);
  });
  import.sources = reading.sources();
  import.notes = std::move(reading.problems());
  return import;
}

}  // namespace meesterplan::intake
