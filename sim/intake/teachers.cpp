#include "sim/intake/teachers.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include <fmt/core.h>

#include "sim/intake/person_builder.hpp"

namespace meesterplan::intake {
namespace {

/// Why nobody can be made of rows of which one cannot be used; empty when all can.
std::optional<Text> broken_row(std::vector<Employment> const& employments,
                               PersonRows const& person) {
  for (std::size_t const row : person.rows) {
    Employment const& employment = employments[row];
    if (employment.fate != Fate::rejected)
      continue;
    return Text{fmt::format("een andere rij van deze medewerker is niet bruikbaar (regel {}; half "
                            "telt een leraar niet). Verbeter die rij.",
                            employment.place.line),
                fmt::format("another row of this employee cannot be used (line {}; a teacher does "
                            "not count by half). Correct that row.",
                            employment.place.line)};
  }
  return std::nullopt;
}

bool is_about_teaching(Fate fate) {
  return fate == Fate::in_service || fate == Fate::later || fate == Fate::ended;
}

std::map<std::string, PersonRows> rows_by_id(std::vector<Employment> const& employments) {
  std::map<std::string, PersonRows> by_id;
  for (std::size_t i = 0; i < employments.size(); ++i) {
    if (!employments[i].id.empty())
      by_id[employments[i].id].rows.push_back(i);
  }
  for (auto& [id, person] : by_id) {
    std::sort(person.rows.begin(), person.rows.end(), [&](std::size_t left, std::size_t right) {
      Employment const& one = employments[left];
      Employment const& other = employments[right];
      // By what they say before where they stand: the order of rows decides nothing.
      return std::tie(one.from, one.fte, one.scale, one.degree, one.category, one.contract,
                      one.school, one.section, one.leave_reason, one.place.line) <
             std::tie(other.from, other.fte, other.scale, other.degree, other.category,
                      other.contract, other.school, other.section, other.leave_reason,
                      other.place.line);
    });
  }
  return by_id;
}

void reject_rows(std::vector<Employment>& employments, PersonRows const& person, Text const& reason,
                 Findings& findings) {
  for (std::size_t const row : person.rows) {
    Employment& employment = employments[row];
    if (!is_about_teaching(employment.fate))
      continue;
    employment.fate = Fate::rejected;
    findings.reject(employment.place, reason, employment.fte);
  }
}

/// Codes of teachers first: whoever came later may have got that of who has left.
void index_codes(std::vector<Employment> const& employments, People& people) {
  for (bool const of_teachers : {true, false}) {
    std::map<std::string, std::string> found;
    for (Employment const& employment : employments) {
      auto const person = people.by_id.find(employment.id);
      bool const is_teacher = person != people.by_id.end() && person->second.teacher;
      if (employment.code.empty() || is_teacher != of_teachers)
        continue;
      auto const [known, is_new] = found.emplace(employment.code, employment.id);
      if (!is_new && known->second != employment.id)
        known->second.clear();
    }
    people.id_of_code.merge(found);
  }
}

}  // namespace

People gather_people(std::vector<Employment>& employments, int start, Findings& findings) {
  People people;
  people.by_id = rows_by_id(employments);
  for (auto& [id, person] : people.by_id) {
    std::vector<Employment const*> rows;
    for (std::size_t const row : person.rows) {
      if (is_about_teaching(employments[row].fate))
        rows.push_back(&employments[row]);
    }
    if (rows.empty())
      continue;
    if (std::optional<Text> const fault = broken_row(employments, person)) {
      reject_rows(employments, person, *fault, findings);
      continue;
    }
    PersonFound found = find_person(std::move(rows), start, findings);
    if (found.fault) {
      reject_rows(employments, person, *found.fault, findings);
    } else if (found.teacher) {
      person.teacher = people.teachers.size();
      people.teachers.push_back(*std::move(found.teacher));
    }
  }
  index_codes(employments, people);
  return people;
}

}  // namespace meesterplan::intake
