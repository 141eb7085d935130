#include "sim/input/people_tables.hpp"

#include <string>

#include "tests/input/sound_school.hpp"
#include "tests/support/catch.hpp"

namespace meesterplan::input {
namespace {

using scenario::Degree;
using scenario::Licence;
using scenario::MasterKind;
using scenario::Person;

TEST_CASE("the sound school is read as it was written") {
  LoadResult const result = load(sound_files());
  CHECK(told(result).empty());
  scenario::Scenario const& school = result.scenario;
  REQUIRE(school.people.size() == 4);
  Person const& first = school.people[0];
  CHECK(first.key == "p1");
  CHECK(first.born_first == Month::of(1968, 3));
  CHECK(first.born_last == Month::of(1968, 3));
  CHECK(first.tenure == 27);
  CHECK(first.experience == 30);
  CHECK(first.degree == Degree::wo_master);
  CHECK(first.master_kind == MasterKind::subject);
  CHECK(first.years_since_master == 31);
  CHECK(first.place.line == 2);
  REQUIRE(first.assignments.size() == 1);
  CHECK(first.assignments[0].fte == Fte{800});
  CHECK(first.assignments[0].licence == Licence::first_degree);
  CHECK(first.assignments[0].upper_vwo == 0.5);
  CHECK(school.people[1].study->programme == "wo-master");
  CHECK(school.people[1].study->years_done == 1);
  CHECK(school.people[1].study->grant);
  CHECK(school.people[2].degree == Degree::unknown);
  CHECK(school.people[2].leaves->on == Date{2026, 7, 31});
  CHECK(school.people[2].leaves->reason == scenario::ExitCause::other_board);
  CHECK(school.people[3].born_first == Month::of(1990, 5));
  REQUIRE(school.people[3].assignments.size() == 2);
  CHECK(school.people[3].assignments[1].licence == Licence::unknown);
  CHECK_FALSE(school.people[3].assignments[1].upper_vwo);
  CHECK(school.sections[0].open_vacancies == Fte{400});
  CHECK(school.schools[0].board == "Bestuur Noord");
  CHECK(school.schools[0].sick_leave->central == 0.056);
}

TEST_CASE("a year or an age leaves twelve months to be drawn") {
  auto files = changed(sound_files(), "people.csv", "geboortedatum", "leeftijd");
  for (auto const& [from, to] : {std::pair("12-03-1968", "57"), std::pair("1-7-85", "40"),
                                 std::pair("1990-11-30", "34"), std::pair("33000", "35")}) {
    files = changed(files, "people.csv", from, to);
  }
  LoadResult const by_age = load(files);
  REQUIRE(told(by_age).empty());
  // 57 on 1 October 2025: born from November 1967 up to October 1968.
  CHECK(by_age.scenario.people[0].born_first == Month::of(1967, 11));
  CHECK(by_age.scenario.people[0].born_last == Month::of(1968, 10));

  files = changed(files, "people.csv", "leeftijd", "geboortejaar");
  files = changed(files, "people.csv", "p1;57", "p1;1968");
  files = changed(files, "people.csv", "p2;40", "p2;1985");
  files = changed(files, "people.csv", "p3;34", "p3;1990");
  files = changed(files, "people.csv", "p4;35", "p4;1990");
  LoadResult const by_year = load(files);
  REQUIRE(told(by_year).empty());
  CHECK(by_year.scenario.people[0].born_first == Month::of(1968, 1));
  CHECK(by_year.scenario.people[0].born_last == Month::of(1968, 12));
}

TEST_CASE("who is gone on the reference date is left out, and counted") {
  auto const gone = changed(sound_files(), "people.csv", "31-07-2026", "01-10-2025");
  LoadResult const result = load(gone);
  CHECK(told(result).empty());
  CHECK(result.scenario.people.size() == 3);
  CHECK(told(result, Severity::note).find("1 teacher is gone by 1 October 2025") !=
        std::string::npos);
  auto const stays = changed(sound_files(), "people.csv", "31-07-2026", "02-10-2025");
  CHECK(load(stays).scenario.people.size() == 4);
}

TEST_CASE("who starts later has no tenure yet") {
  auto files = changed(sound_files(), "people.csv", "01-08-2020", "02-10-2025");
  LoadResult const result = load(changed(files, "people.csv", "2025;6;", "2025;0;"));
  REQUIRE(told(result).empty());
  CHECK(result.scenario.people[2].starts_on == Date{2025, 10, 2});
  CHECK(result.scenario.people[2].tenure == 0);
  files = changed(sound_files(), "people.csv", "01-08-2020", "01-10-2025");
  LoadResult const there = load(files);
  REQUIRE(told(there).empty());
  CHECK_FALSE(there.scenario.people[2].starts_on);
}

TEST_CASE("experience by rule is listed with its count") {
  auto files = changed(sound_files(), "people.csv", "1998;30", "1998;");
  LoadResult const result = load(changed(files, "people.csv", "2020;6", "2020;onbekend"));
  REQUIRE(told(result).empty());
  CHECK(told(result, Severity::note).find("2 teachers without experience") != std::string::npos);
  // max(tenure, min(age - 27, tenure + 3), 0) at ages 57 and 34.
  CHECK(result.scenario.people[0].experience == 30);
  CHECK(result.scenario.people[2].experience == 7);
}

TEST_CASE("own header names and headers to skip") {
  auto files = changed(sound_files(), "people.csv", "geboortedatum", "Wanneer geboren");
  files = changed(files, "assignments.csv", "bovenbouw havo", "Opmerking");
  CHECK(told(load(files)).find("unknown column \"Wanneer geboren\"") != std::string::npos);
  files["scenario.toml"] +=
      "\n[columns]\nignore = [\"opmerking\"]\n"
      "[columns.people]\n\"Wanneer geboren\" = \"birth_date\"\n";
  LoadResult const result = load(files);
  CHECK(told(result).empty());
  CHECK(result.scenario.people[0].born_first == Month::of(1968, 3));
  CHECK_FALSE(result.scenario.people[0].assignments[0].upper_havo);
}

TEST_CASE("without schools.csv the schools are those of the sections") {
  auto files = changed(sound_files(), "scenario.toml", "schools = \"schools.csv\"\n", "");
  LoadResult const result = load(files);
  REQUIRE(told(result).empty());
  REQUIRE(result.scenario.schools.size() == 1);
  CHECK(result.scenario.schools[0].key == "18AB");
  CHECK(result.scenario.schools[0].board.empty());
}

}  // namespace
}  // namespace meesterplan::input
