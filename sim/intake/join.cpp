#include "sim/intake/join.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include <fmt/core.h>

namespace meesterplan::intake {
namespace {

using scenario::Degree;
using scenario::Licence;

constexpr std::size_t most_sections = 3;
constexpr std::int64_t least_part = 50;  ///< thousandths of fte

/// Whom a row is about.
struct Match {
  Teacher* teacher = nullptr;
  Text fault{};           ///< why it is nobody who was imported
  bool is_known = false;  ///< the person is in the personnel file
};

Text not_in_personnel(bool by_id) {
  return {fmt::format("deze {} staat niet in de personeelslijst (er is dus geen dienstverband). "
                      "Controleer de {}, of vul de lijst aan.",
                      by_id ? "medewerker" : "docentcode", by_id ? "nummers" : "codes"),
          fmt::format("this {} is not in the personnel file (so there is no employment). Check the "
                      "{}, or complete the file.",
                      by_id ? "employee" : "teacher code", by_id ? "numbers" : "codes")};
}

Match find_teacher(std::string const& id, std::string const& code, People& people) {
  bool const by_id = !id.empty();
  std::string number = id;
  if (!by_id) {
    auto const known = people.id_of_code.find(code);
    if (known != people.id_of_code.end() && known->second.empty()) {
      return {
          nullptr,
          {"deze docentcode hoort bij meer dan een medewerker (het is niet duidelijk wie). Geef "
           "ieder een eigen code.",
           "this teacher code belongs to more than one employee (it is not clear who). Give "
           "everyone a code of their own."}};
    }
    // Some systems use the employee number for a code.
    number = known == people.id_of_code.end() ? code : known->second;
  }
  auto const person = people.by_id.find(number);
  if (person == people.by_id.end())
    return {nullptr, not_in_personnel(by_id)};
  if (!person->second.teacher) {
    return {nullptr,
            {"deze medewerker telt niet mee als leraar (ondersteuner, directie, uit dienst of "
             "afgekeurd). Controleer de personeelslijst.",
             "this employee does not count as a teacher (support staff, management, gone or "
             "rejected). Check the personnel file."},
            true};
  }
  return {&people.teachers[*person->second.teacher], {}, true};
}

/// Lessons of one teacher in one section, in thousandths, by part.
struct Lessons {
  std::int64_t total = 0;
  std::int64_t upper_vwo = 0;
  std::int64_t upper_havo = 0;
  bool has_unknown_class = false;
  Place place;
};

using LessonsOfTeacher = std::map<SectionName, Lessons>;

/// The school of a row: its own, else the only one of the teacher.
std::string school_of(TimetableRow const& row, PersonRows const& person,
                      std::vector<Employment> const& employments) {
  if (!row.school.empty())
    return row.school;
  Employment const* main = nullptr;
  for (std::size_t const index : person.rows) {
    Employment const& employment = employments[index];
    bool const counts = employment.fate == Fate::in_service || employment.fate == Fate::later;
    bool const is_larger = main == nullptr || employment.fte > main->fte ||
                           (employment.fte == main->fte && employment.school < main->school);
    if (counts && is_larger)
      main = &employment;
  }
  return main == nullptr ? std::string() : main->school;
}

void add(Lessons& lessons, TimetableRow const& row) {
  if (lessons.total == 0)
    lessons.place = row.place;
  lessons.total += row.lessons;
  lessons.upper_vwo += row.part == ClassPart::upper_vwo ? row.lessons : 0;
  lessons.upper_havo += row.part == ClassPart::upper_havo ? row.lessons : 0;
  lessons.has_unknown_class |= row.part == ClassPart::unknown;
}

/// `whole` divided in proportion to `weights` into whole numbers that sum to it:
/// largest remainders first, of equals the first.
std::vector<std::int64_t> divided(std::int64_t whole, std::vector<std::int64_t> const& weights) {
  std::int64_t const sum = std::accumulate(weights.begin(), weights.end(), std::int64_t{0});
  std::vector<std::int64_t> parts(weights.size());
  std::vector<std::size_t> order(weights.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::int64_t left = whole;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    parts[i] = whole * weights[i] / sum;
    left -= parts[i];
  }
  std::stable_sort(order.begin(), order.end(), [&](std::size_t one, std::size_t other) {
    return whole * weights[one] % sum > whole * weights[other] % sum;
  });
  for (std::size_t i = 0; i < static_cast<std::size_t>(left); ++i)
    ++parts[order[i]];
  return parts;
}

/// The sections that count, largest first; the others are asked about.
std::vector<std::pair<SectionName, Lessons>> main_sections(Teacher const& teacher,
                                                           LessonsOfTeacher const& lessons,
                                                           Findings& findings) {
  std::vector<std::pair<SectionName, Lessons>> sections;
  for (auto const& [section, given] : lessons) {
    if (given.total > 0)
      sections.emplace_back(section, given);
  }
  std::stable_sort(sections.begin(), sections.end(), [](auto const& left, auto const& right) {
    return left.second.total > right.second.total;
  });
  while (sections.size() > 1) {
    std::int64_t sum = 0;
    for (auto const& [section, given] : sections)
      sum += given.total;
    std::int64_t const smallest = sections.back().second.total;
    bool const fits =
        sections.size() <= most_sections && smallest * teacher.fte.thousandths >= least_part * sum;
    if (fits)
      break;
    findings.ask(Ask::small_part, sections.back().first.subject.name, sections.back().second.place);
    sections.pop_back();
  }
  return sections;
}

std::optional<std::int64_t> share(std::int64_t part, Lessons const& lessons) {
  if (lessons.has_unknown_class)
    return std::nullopt;
  return scale_half_up(part, millionths, lessons.total);
}

/// Of equal parts the reader takes the first key for the main one, so order by fte.
void assign(Teacher& teacher, LessonsOfTeacher const& lessons, Findings& findings) {
  auto const sections = main_sections(teacher, lessons, findings);
  std::vector<std::int64_t> weights;
  weights.reserve(sections.size());
  for (auto const& [section, given] : sections)
    weights.push_back(given.total);
  if (weights.empty())
    return;
  std::vector<std::int64_t> const parts = divided(teacher.fte.thousandths, weights);
  for (std::size_t i = 0; i < sections.size(); ++i) {
    auto const& [section, given] = sections[i];
    teacher.assignments.push_back({section, Fte{parts[i]}, Licence::unknown,
                                   share(given.upper_vwo, given), share(given.upper_havo, given)});
  }
}

/// The sections that the personnel export itself names, in proportion to the fte of
/// the employments. Where the timetable alone tells schools, it tells none of these.
void assign_from_personnel(Teacher& teacher, PersonRows const& person, Profile const& profile,
                           std::vector<Employment> const& employments, Findings& findings) {
  LessonsOfTeacher named;
  for (std::size_t const index : person.rows) {
    Employment const& employment = employments[index];
    Fate const counted = teacher.is_in_service ? Fate::in_service : Fate::later;
    if (employment.section.empty() || employment.fate != counted)
      continue;
    SubjectFound const subject =
        subject_of(employment.section, employment.place, profile, findings);
    if (!subject.is_subject())
      continue;
    Lessons& lessons = named[{employment.school, subject.name}];
    lessons.total += employment.fte.thousandths;
    lessons.place = employment.place;
    lessons.has_unknown_class = true;  // the export does not tell
  }
  assign(teacher, named, findings);
  if (!teacher.assignments.empty())
    ++findings.n_from_personnel;
}

/// The assignments that a licence for `subject` is for; without a subject that of
/// who has one section only.
std::vector<TeacherAssignment*> meant_by(std::optional<SubjectName> const& subject,
                                         Teacher& teacher) {
  std::vector<TeacherAssignment*> meant;
  for (TeacherAssignment& assignment : teacher.assignments) {
    bool const is_it =
        subject ? assignment.section.subject.key == subject->key : teacher.assignments.size() == 1;
    if (is_it)
      meant.push_back(&assignment);
  }
  return meant;
}

/// The better of two licences for one subject counts.
void give_licence(Licence licence, std::optional<SubjectName> const& subject, Place place,
                  Teacher& teacher, Findings& findings) {
  if (licence == Licence::unknown)
    return;
  std::vector<TeacherAssignment*> const meant = meant_by(subject, teacher);
  if (meant.empty() && !subject)
    findings.ask(Ask::licence_subject, {}, place);
  if (meant.empty() && subject)
    ++findings.n_idle_licences;
  for (TeacherAssignment* const assignment : meant)
    assignment->licence = std::min(assignment->licence, licence);
}

void give_licences_of_rows(Teacher& teacher, PersonRows const& person, Profile const& profile,
                           std::vector<Employment> const& employments, Findings& findings) {
  for (std::size_t const index : person.rows) {
    Employment const& employment = employments[index];
    if (employment.fate != Fate::in_service && employment.fate != Fate::later)
      continue;
    SubjectFound const named =
        employment.section.empty()
            ? SubjectFound{}
            : subject_of(employment.section, employment.place, profile, findings);
    if (named.kind == SubjectKind::task)
      continue;
    std::optional<SubjectName> const subject =
        named.is_subject() ? std::optional<SubjectName>(named.name) : std::nullopt;
    give_licence(employment.licence, subject, employment.place, teacher, findings);
  }
}

void reject_without_lessons(std::vector<Employment>& employments, PersonRows const& person,
                            Findings& findings) {
  for (std::size_t const row : person.rows) {
    Employment& employment = employments[row];
    if (employment.fate != Fate::in_service && employment.fate != Fate::later)
      continue;
    employment.fate = Fate::rejected;
    findings.reject(employment.place,
                    {"deze leraar heeft geen lessen in het rooster en geen sectie in de "
                     "personeelslijst (zonder is niet bekend welk vak het is). Vul een van beide "
                     "aan.",
                     "this teacher has no lessons in the timetable and no section in the "
                     "personnel file (without it the subject is not known). Complete one of "
                     "them."},
                    employment.fte);
  }
}

/// Drops the teachers without a section, and points the people at those that stay.
void drop_without_sections(std::vector<Employment>& employments, People& people,
                           Findings& findings) {
  std::vector<Teacher> kept;
  kept.reserve(people.teachers.size());
  for (auto& [id, person] : people.by_id) {
    if (!person.teacher)
      continue;
    Teacher& teacher = people.teachers[*person.teacher];
    if (teacher.assignments.empty()) {
      person.teacher.reset();
      reject_without_lessons(employments, person, findings);
      continue;
    }
    person.teacher = kept.size();
    kept.push_back(std::move(teacher));
  }
  people.teachers = std::move(kept);
}

/// What the diplomas of one teacher come to.
struct Degrees {
  Degree highest = Degree::none;
  bool any_known = false;
  bool any_doubt = false;
  Diploma const* master = nullptr;
};

void add(Degrees& degrees, Diploma const& diploma) {
  if (!diploma.degree)
    return;
  if (*diploma.degree == Degree::unknown) {
    degrees.any_doubt = true;
    return;
  }
  bool const is_higher = !degrees.any_known || *diploma.degree > degrees.highest;
  degrees.any_known = true;
  if (!is_higher)
    return;
  degrees.highest = *diploma.degree;
  bool const is_master =
      degrees.highest == Degree::hbo_master || degrees.highest == Degree::wo_master;
  degrees.master = is_master ? &diploma : nullptr;
}

void give_degree(Degrees const& degrees, Teacher& teacher) {
  bool const is_open = degrees.any_doubt && degrees.highest != Degree::wo_master;
  if (is_open) {
    teacher.degree = Degree::unknown;
    return;
  }
  if (!degrees.any_known)
    return;
  teacher.degree = degrees.highest;
  if (degrees.master != nullptr) {
    teacher.kind = degrees.master->kind;
    teacher.master_year = degrees.master->year;
  }
}

}  // namespace

Joined join_timetable(std::vector<TimetableRow> const& timetable, Profile const& profile,
                      std::vector<Employment>& employments, People& people, Findings& findings) {
  Joined joined;
  std::vector<LessonsOfTeacher> lessons(people.teachers.size());
  bool const tells_schools =
      std::any_of(timetable.begin(), timetable.end(),
                  [](TimetableRow const& row) { return !row.school.empty(); }) &&
      std::all_of(employments.begin(), employments.end(),
                  [](Employment const& employment) { return employment.school.empty(); });
  for (TimetableRow const& row : timetable) {
    Match const match = find_teacher(row.id, row.code, people);
    joined.known += match.is_known ? 1 : 0;
    if (match.teacher == nullptr) {
      ++joined.unmatched;
      joined.lessons_unmatched += row.lessons;
      findings.reject(row.place, match.fault, {}, row.lessons);
      continue;
    }
    ++joined.rows;
    joined.lessons += row.lessons;
    PersonRows const& person = people.by_id.at(match.teacher->id);
    std::string const school = school_of(row, person, employments);
    add(lessons[*person.teacher][{school, row.subject}], row);
  }
  for (auto const& [id, person] : people.by_id) {
    if (!person.teacher)
      continue;
    Teacher& teacher = people.teachers[*person.teacher];
    assign(teacher, lessons[*person.teacher], findings);
    if (teacher.assignments.empty() && !tells_schools)
      assign_from_personnel(teacher, person, profile, employments, findings);
    give_licences_of_rows(teacher, person, profile, employments, findings);
  }
  drop_without_sections(employments, people, findings);
  return joined;
}

Joined join_diplomas(std::vector<Diploma> diplomas, People& people, Findings& findings) {
  // By what they say before where they stand: the order of rows decides nothing.
  std::sort(diplomas.begin(), diplomas.end(), [](Diploma const& left, Diploma const& right) {
    return std::tie(left.id, left.code, left.text, left.degree, left.kind, left.year,
                    left.place.line) < std::tie(right.id, right.code, right.text, right.degree,
                                                right.kind, right.year, right.place.line);
  });
  Joined joined;
  std::map<std::string, Degrees> degrees;
  for (Diploma const& diploma : diplomas) {
    Match const match = find_teacher(diploma.id, diploma.code, people);
    joined.known += match.is_known ? 1 : 0;
    if (match.teacher == nullptr) {
      ++joined.unmatched;
      findings.reject(diploma.place, match.fault);
      continue;
    }
    ++joined.rows;
    add(degrees[match.teacher->id], diploma);
    if (!diploma.is_for_nothing)
      give_licence(diploma.licence, diploma.subject, diploma.place, *match.teacher, findings);
    if (diploma.study && match.teacher->study) {
      findings.ask(Ask::programme, diploma.text, diploma.place);
    } else if (diploma.study) {
      match.teacher->study = diploma.study;
    }
  }
  for (auto const& [id, found] : degrees)
    give_degree(found, people.teachers[*people.by_id.at(id).teacher]);
  return joined;
}

}  // namespace meesterplan::intake
