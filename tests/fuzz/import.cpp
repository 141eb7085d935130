// Any bytes as the exports of a school: personnel, timetable, diplomas and profile,
// parted by lines of %%. What can be imported adds up.

#include "sim/intake/import.hpp"

#include <array>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <string>

#include "sim/intake/project_files.hpp"

namespace {

using namespace meesterplan;

constexpr std::array<char const*, 4> names{"personnel.csv", "timetable.csv", "diplomas.csv",
                                           "profile.toml"};

void expect(bool holds) {
  if (!holds)
    std::abort();
}

void check(intake::Import const& import) {
  Fte in_service;
  for (intake::Teacher const& teacher : import.teachers) {
    Fte sum;
    for (intake::TeacherAssignment const& assignment : teacher.assignments)
      sum += assignment.fte;
    expect(sum == teacher.fte);
    expect(!teacher.assignments.empty() && teacher.assignments.size() <= 3);
    if (teacher.is_in_service)
      in_service += sum;
  }
  expect(import.fate(intake::Fate::in_service).fte == in_service);
  expect(import.all_rows().rows == static_cast<std::int64_t>(import.files[0].rows));
  for (intake::Reject const& reject : import.findings.rejects())
    expect(!reject.reason.nl.empty() && !reject.reason.en.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string rest(reinterpret_cast<char const*>(data), size);
  std::map<std::string, std::string> texts;
  for (char const* const name : names) {
    std::size_t const mark = rest.find("\n%%\n");
    texts[name] = rest.substr(0, mark);
    if (mark == std::string::npos)
      break;
    rest.erase(0, mark + 4);
  }
  intake::ImportRequest request{names[0], {}, {}, {}, 2025, {}};
  request.timetable = texts.count(names[1]) > 0 ? names[1] : "";
  request.diplomas = texts.count(names[2]) > 0 ? names[2] : "";
  request.profile = texts.count(names[3]) > 0 ? names[3] : "";
  input::MemoryFiles files(std::move(texts));
  try {
    intake::Import const import = intake::import_school(files, request);
    check(import);
    for (Language const language : {Language::nl, Language::en})
      intake::project_files(import, language);
  } catch (InputError const& wrong) {
    expect(has_errors(wrong.problems()));
  }
  return 0;
}
