#include "sim/intake/timetable.hpp"

#include <array>
#include <cmath>
#include <utility>

#include <fmt/core.h>

#include "sim/input/cell_text.hpp"
#include "sim/intake/class_name.hpp"
#include "sim/intake/normal.hpp"
#include "sim/intake/subjects.hpp"

namespace meesterplan::intake {
namespace {

using input::Row;
using input::Sheet;

constexpr std::array<std::string_view, 2> teacher_columns{"id", "teacher_code"};
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

/// Whether a cell is more than a sign for "none".
bool says_something(std::string_view text) {
  bool const has_letters = key_of(text).find_first_not_of('_') != std::string::npos;
  return has_letters && !input::says_unknown(text) && input::folded(text) != "nvt" &&
         !input::is_mask(text);
}

ClassPart part_of(Row& row, Profile const& profile, Findings& findings) {
  bool const has_class = findings.is_given(row, "class");
  std::string_view const name = has_class ? row.text("class") : std::string_view();
  std::string_view const told = profile.meaning(Profile::About::clazz, name);
  if (profile.tells(Profile::About::clazz, name))
    return static_cast<ClassPart>(class_part_words().find(told).value_or(0));
  std::optional<int> const year =
      findings.is_given(row, "year_of_study") ? row.integer("year_of_study", 1, 6) : std::nullopt;
  if (year && findings.is_given(row, "track")) {
    ClassPart const part = part_of_track(row.text("track"), *year);
    if (part != ClassPart::unknown)
      return part;
  }
  ClassPart const part = part_of_class(name);
  if (part == ClassPart::unknown)
    findings.ask(Ask::class_name, name, row.place("class"));
  return part;
}

/// Lessons in thousandths; a sign between thousands is refused, as it may be one
/// for decimals.
std::optional<std::int64_t> read_lessons(Row& row) {
  std::string_view const text = row.text("lessons");
  if (std::string const digits = input::without_thousands_signs(text); !digits.empty()) {
    row.reject("lessons", input::thousands_separated(input::quoted(text), digits));
    return std::nullopt;
  }
  if (!row.require("lessons"))
    return std::nullopt;
  std::optional<double> const lessons = row.number("lessons", {0, most_lessons});
  return lessons ? std::optional<std::int64_t>(std::llround(*lessons * 1000)) : std::nullopt;
}

/// Reads a row; empty for a task, and for one that is wrong. `lessons` is told of
/// either.
std::optional<TimetableRow> read_row(Row& row, Profile const& profile, Findings& findings,
                                     std::optional<std::int64_t>& lessons) {
  TimetableRow found;
  found.place = row.place();
  if (row.reject_total("teacher_code") || row.reject_total("id"))
    return std::nullopt;
  lessons = read_lessons(row);
  found.id = normal_id(row.text("id"));
  found.code = normal_code(row.text("teacher_code"));
  if (found.id.empty() && found.code.empty())
    row.require(row.has_any(std::array{teacher_columns[1]}) ? "teacher_code" : "id");
  row.require("subject");
  if (!row.is_usable() || !lessons)
    return std::nullopt;
  found.lessons = *lessons;
  SubjectFound subject = subject_of(row.text("subject"), row.place("subject"), profile, findings);
  if (subject.kind == SubjectKind::task) {
    findings.task_lessons += found.lessons;
    ++findings.n_task_rows;
    return std::nullopt;
  }
  if (!subject.is_subject()) {
    row.reject("subject",
               {"dit is geen vak of code van een vak (vrije tekst wordt geen sectie). Zeg in het "
                "profiel onder [subject] welk vak het is.",
                "this is no subject or code of one (free text becomes no section). Tell in the "
                "profile under [subject] which subject it is."});
    return std::nullopt;
  }
  found.subject = std::move(subject.name);
  found.school = normal_school(row.text("school"));
  found.part = part_of(row, profile, findings);
  return row.is_usable() ? std::optional<TimetableRow>(std::move(found)) : std::nullopt;
}

}  // namespace

SubjectFound subject_of(std::string_view text, Place place, Profile const& profile,
                        Findings& findings) {
  std::string_view const told = profile.meaning(Profile::About::subject, text);
  if (Subject const* const known = find_subject(told)) {
    if (known->key.empty())
      return {SubjectKind::task};
    return {SubjectKind::known,
            {std::string(known->key), std::string(known->name), std::string(known->cluster)}};
  }
  std::string const key = key_of(told);
  if (profile.tells(Profile::About::subject, text))
    return {SubjectKind::known, {key, key, {}}};
  if (!says_something(text))
    return {};
  findings.ask(Ask::subject, text, place);
  constexpr std::size_t longest_code = 5;  // a surname is longer, mostly
  bool const is_code = text.size() <= longest_code && text.find(' ') == std::string_view::npos;
  return is_code ? SubjectFound{SubjectKind::code, {key, key, {}}} : SubjectFound{};
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
    std::optional<std::int64_t> lessons;
    std::optional<TimetableRow> found = read_row(row, profile, findings, lessons);
    if (!row.is_usable()) {
      findings.reject_row(row, sheet.reading(), n_before, {{}, {}, {}, {}, {}, lessons});
    } else if (found) {
      rows.push_back(*std::move(found));
    }
  }
  return rows;
}

}  // namespace meesterplan::intake
