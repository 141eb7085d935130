#include "sim/intake/timetable.hpp"

#include <array>
#include <cmath>
#include <utility>

#include <fmt/core.h>

#include "sim/intake/class_name.hpp"
#include "sim/intake/subjects.hpp"

namespace meesterplan::intake {
namespace {

using input::Row;
using input::Sheet;

constexpr std::array<std::string_view, 2> teacher_columns{"id", "teacher_code"};
constexpr std::array<std::string_view, 1> school_column{"school"};
constexpr double most_lessons = 10000;

/// `text` as a key: small letters and digits, with _ for anything else, so that a
/// code is one subject however it is written.
std::string key_of(std::string_view text) {
  std::string key;
  for (char const letter : text) {
    char const small = lower(letter);
    bool const is_kept = (small >= 'a' && small <= 'z') || (small >= '0' && small <= '9') ||
                         static_cast<unsigned char>(small) >= 0x80;
    key.push_back(is_kept ? small : '_');
  }
  return key;
}

ClassPart part_of(Row& row, Profile const& profile, Findings& findings) {
  std::string_view const name = row.text("class");
  std::string_view const told = profile.meaning(Profile::About::clazz, name);
  if (told != name)
    return static_cast<ClassPart>(class_part_words().find(told).value_or(0));
  std::optional<int> const year = row.integer("year_of_study", 1, 6);
  if (year && !row.is_empty("track")) {
    ClassPart const part = part_of_track(row.text("track"), *year);
    if (part != ClassPart::unknown)
      return part;
  }
  ClassPart const part = part_of_class(name);
  if (part == ClassPart::unknown)
    findings.ask(Ask::class_name, name, row.place("class"));
  return part;
}

std::optional<TimetableRow> read_row(Row& row, Profile const& profile, Findings& findings) {
  TimetableRow found;
  found.place = row.place();
  found.id = row.text("id");
  found.code = row.text("teacher_code");
  if (row.reject_total("teacher_code") || row.reject_total("id"))
    return std::nullopt;
  bool const has_teacher = !found.code.empty() || (!found.id.empty() && row.require("id"));
  if (!has_teacher && row.is_usable())
    row.require("teacher_code");
  std::optional<double> lessons;
  if (row.require("lessons"))
    lessons = row.number("lessons", {0, most_lessons});
  row.require("subject");
  if (!row.is_usable() || !lessons)
    return std::nullopt;
  found.lessons = std::llround(*lessons * 1000);
  std::optional<SubjectName> subject =
      subject_of(row.text("subject"), row.place("subject"), profile, findings);
  if (!subject) {
    findings.task_lessons += found.lessons;
    return std::nullopt;
  }
  found.subject = *std::move(subject);
  if (row.has_any(school_column) && row.require("school"))
    found.school = row.text("school");
  found.part = part_of(row, profile, findings);
  return row.is_usable() ? std::optional<TimetableRow>(std::move(found)) : std::nullopt;
}

}  // namespace

std::optional<SubjectName> subject_of(std::string_view text, Place place, Profile const& profile,
                                      Findings& findings) {
  std::string_view const told = profile.meaning(Profile::About::subject, text);
  if (Subject const* const known = find_subject(told)) {
    if (known->key.empty())
      return std::nullopt;
    return SubjectName{std::string(known->key), std::string(known->name),
                       std::string(known->cluster)};
  }
  if (told == text)
    findings.ask(Ask::subject, text, place);
  std::string const key = key_of(told);
  return SubjectName{key, key, {}};
}

std::vector<TimetableRow> read_timetable(Sheet const& sheet, Profile const& profile,
                                         Findings& findings) {
  std::vector<TimetableRow> rows;
  if (!sheet.is_usable())
    return rows;
  if (!sheet.has_any(teacher_columns)) {
    Text const names = sheet.one_of(teacher_columns);
    sheet.reading().error(
        sheet.header_place(), "teacher_code",
        {fmt::format("geen kolom die zegt wie de les geeft (zonder is er niets te koppelen). Voeg "
                     "{} toe, of noem de kolom in een profiel (--map).",
                     names.nl),
         fmt::format("no column that tells who gives the lesson (without it nothing can be "
                     "joined). Add {}, or name the column in a profile (--map).",
                     names.en)});
    return rows;
  }
  rows.reserve(sheet.size());
  for (std::size_t i = 0; i < sheet.size(); ++i) {
    std::size_t const n_before = sheet.reading().problems().size();
    Row row(sheet, i);
    std::optional<TimetableRow> found = read_row(row, profile, findings);
    if (!row.is_usable()) {
      findings.reject_row(row, sheet.reading(), n_before, {});
    } else if (found) {
      rows.push_back(*std::move(found));
    }
  }
  return rows;
}

}  // namespace meesterplan::intake
