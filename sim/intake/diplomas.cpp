#include "sim/intake/diplomas.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/core.h>

#include "sim/input/cell_text.hpp"
#include "sim/input/words.hpp"
#include "sim/intake/diploma_text.hpp"
#include "sim/intake/normal.hpp"
#include "sim/intake/subjects.hpp"

namespace meesterplan::intake {
namespace {

using input::Row;
using input::Sheet;
using scenario::Degree;
using scenario::Licence;
using scenario::MasterKind;

constexpr std::array<std::string_view, 2> teacher_columns{"id", "teacher_code"};
constexpr std::array<std::string_view, 3> content_columns{"diploma", "level", "licence"};
constexpr int first_year = 1950;

/// The programmes of the reference (data/reference/landelijk.toml).
constexpr std::array<std::string_view, 3> programmes{"hbo-vakmaster", "wo-master",
                                                     "onderwijsmaster"};

bool is_master(Degree degree) {
  return degree == Degree::hbo_master || degree == Degree::wo_master;
}

/// The only subject that a text names in full, as in "NLO Aardrijkskunde".
std::optional<SubjectName> subject_in(std::string_view text) {
  std::optional<SubjectName> found;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t const end = std::min(text.find_first_of(" ,;()/", begin), text.size());
    std::string_view const word = text.substr(begin, end - begin);
    constexpr std::size_t shortest_name = 5;  // shorter words may be anything
    Subject const* const subject = word.size() >= shortest_name ? find_subject(word) : nullptr;
    if (subject != nullptr && !subject->key.empty()) {
      if (found && found->key != subject->key)
        return std::nullopt;
      found = SubjectName{std::string(subject->key), std::string(subject->name),
                          std::string(subject->cluster)};
    }
    begin = end + 1;
  }
  return found;
}

class DiplomaReader {
 public:
  DiplomaReader(Row& row, Profile const& profile, int start, Findings& findings)
      : row_(&row), profile_(&profile), start_(start), findings_(&findings) {}

  Diploma read() {
    Diploma diploma;
    diploma.place = row_->place();
    diploma.id = normal_id(row_->text("id"));
    diploma.code = normal_code(row_->text("teacher_code"));
    if (diploma.id.empty() && diploma.code.empty())
      row_->require(row_->has_any(std::array<std::string_view, 1>{"id"}) ? "id" : "teacher_code");
    if (findings_->is_given(*row_, "diploma"))
      diploma.text = row_->text("diploma");
    if (!row_->is_empty("subject")) {
      SubjectFound found =
          subject_of(row_->text("subject"), row_->place("subject"), *profile_, *findings_);
      diploma.is_for_nothing = !found.is_subject();
      if (found.is_subject())
        diploma.subject = std::move(found.name);
    } else {
      diploma.subject = subject_in(diploma.text);
    }
    auto const status = findings_->is_given(*row_, "status")
                            ? row_->choice<DiplomaStatus>("status", diploma_status_words())
                            : std::nullopt;
    if (status.value_or(DiplomaStatus::held) == DiplomaStatus::running) {
      read_study(diploma);
    } else {
      read_degree(diploma);
    }
    return diploma;
  }

 private:
  void read_study(Diploma& diploma) {
    std::string_view const text = profile_->meaning(Profile::About::programme, diploma.text);
    scenario::StudyStatus study;
    study.years_done = row_->integer("study_years", 0, 20).value_or(0);
    study.grant = row_->yes_no("grant").value_or(false);
    if (text != diploma.text)
      study.programme = text;
    for (std::string_view const known : programmes) {
      if (input::folded(text) == input::folded(known))
        study.programme = known;
    }
    if (study.programme.empty()) {
      findings_->ask(Ask::programme, diploma.text, row_->place("diploma"));
      return;
    }
    diploma.study = std::move(study);
  }

  void read_degree(Diploma& diploma) {
    std::string_view const told = profile_->meaning(Profile::About::degree, diploma.text);
    bool const is_told = told != diploma.text;
    DiplomaMeaning meaning = is_told ? DiplomaMeaning{} : read_diploma(diploma.text);
    if (is_told)
      meaning.degree = static_cast<Degree>(input::degree_words().find(told).value_or(0));
    if (!diploma.text.empty() && !input::says_unknown(diploma.text))
      diploma.degree = meaning.degree;
    std::optional<Degree> const level = read_level();
    if (level && *level != Degree::unknown) {
      // The level is a column of its own, so it stands above what a text suggests.
      bool const disagrees = meaning.degree != Degree::unknown && meaning.degree != *level;
      diploma.degree = disagrees ? Degree::unknown : *level;
    }
    if (diploma.degree == Degree::unknown && !diploma.text.empty())
      findings_->ask(Ask::diploma, diploma.text, row_->place("diploma"));
    if (diploma.degree && is_master(*diploma.degree)) {
      diploma.kind = meaning.kind;
      if (diploma.kind == MasterKind::none && diploma.subject)
        diploma.kind = MasterKind::subject;
      if (findings_->is_given(*row_, "year"))
        diploma.year = row_->integer("year", first_year, start_);
    }
    read_licence(diploma, meaning.licence);
  }

  std::optional<Degree> read_level() {
    if (!findings_->is_given(*row_, "level") || input::says_unknown(row_->text("level")))
      return std::nullopt;
    std::string_view const told = profile_->meaning(Profile::About::degree, row_->text("level"));
    if (auto const known = input::degree_words().find(told))
      return static_cast<Degree>(*known);
    Degree const read = read_diploma(told).degree;
    if (read == Degree::unknown)
      findings_->ask(Ask::diploma, row_->text("level"), row_->place("level"));
    return read;
  }

  void read_licence(Diploma& diploma, Licence from_text) {
    diploma.licence = from_text;
    if (findings_->is_given(*row_, "licence") && !input::says_unknown(row_->text("licence")))
      diploma.licence = licence_of(*row_, *profile_, *findings_);
  }

  Row* row_;
  Profile const* profile_;
  int start_;
  Findings* findings_;
};

/// Told once at the header.
bool require_one_of(Sheet const& sheet, std::span<std::string_view const> columns,
                    Text const& what) {
  if (sheet.has_any(columns))
    return true;
  Text const names = sheet.one_of(columns);
  sheet.reading().error(
      sheet.header_place(), std::string(columns.front()),
      {fmt::format("geen kolom die zegt {} (een ervan is nodig). Voeg {} toe, of noem de kolom in "
                   "een profiel (--map).",
                   what.nl, names.nl),
       fmt::format("no column that tells {} (one of them is needed). Add {}, or name the column in "
                   "a profile (--map).",
                   what.en, names.en)});
  return false;
}

}  // namespace

scenario::Licence licence_of(Row const& row, Profile const& profile, Findings& findings) {
  if (input::says_unknown(row.text("licence")))
    return Licence::unknown;
  std::string_view const told = profile.meaning(Profile::About::licence, row.text("licence"));
  if (auto const known = input::licence_words().find(told))
    return static_cast<Licence>(*known);
  Licence const read = read_diploma(told).licence;
  if (read == Licence::unknown)
    findings.ask(Ask::licence, row.text("licence"), row.place("licence"));
  return read;
}

std::vector<Diploma> read_diplomas(Sheet const& sheet, Profile const& profile, int start,
                                   Findings& findings) {
  std::vector<Diploma> diplomas;
  if (!sheet.is_usable())
    return diplomas;
  bool const has_teacher =
      require_one_of(sheet, teacher_columns, {"van wie het diploma is", "whose diploma it is"});
  bool const has_content =
      require_one_of(sheet, content_columns, {"welk diploma het is", "which diploma it is"});
  if (!has_teacher || !has_content)
    return diplomas;
  diplomas.reserve(sheet.size());
  for (std::size_t i = 0; i < sheet.size(); ++i) {
    std::size_t const n_before = sheet.reading().problems().size();
    Row row(sheet, i);
    Diploma diploma = DiplomaReader(row, profile, start, findings).read();
    if (row.is_usable()) {
      diplomas.push_back(std::move(diploma));
    } else {
      findings.reject_row(row, sheet.reading(), n_before, {});
    }
  }
  return diplomas;
}

}  // namespace meesterplan::intake
