// What a diploma and a licence change, worked out by hand from docs/methods.md,
// 7.6. Everybody completes, nothing delays and nobody enrols.

#include <string>
#include <utility>

#include "tests/engine/worked_future.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/scenarios.hpp"

using namespace meesterplan;
using namespace meesterplan::scenario;
using meesterplan::testing::lessons_of;
using meesterplan::testing::WorkedFuture;
namespace counter = meesterplan::model::counter;

namespace {

constexpr int start = 2025;

/// A section without people.
Scenario one_section() {
  Scenario scenario = testing::empty_school(start, 3);
  testing::add_section(scenario, "wiskunde");
  return scenario;
}

Person& add_with(Scenario& scenario, std::string name, Degree degree, Licence licence) {
  Person& person = testing::add_person(scenario, std::move(name), 0, 40);
  person.degree = degree;
  lessons_of(person).licence = licence;
  return person;
}

/// Two years to this degree and licence.
Programme programme_to(std::string name, Degree degree, Licence licence) {
  Programme programme;
  programme.name = std::move(name);
  programme.gives_degree = degree;
  programme.gives_licence = licence;
  programme.years = 2;
  programme.uptake = testing::flat_table("uptake", 0);
  return programme;
}

std::int64_t licensed(WorkedFuture const& future, Licence licence) {
  return future.counter("wiskunde", counter::licence_first + static_cast<int>(licence));
}

std::int64_t with_degree(WorkedFuture const& future, Degree degree) {
  return future.counter("wiskunde", counter::degree_first + static_cast<int>(degree));
}

}  // namespace

TEST_CASE("A diploma comes when as many years have counted as the programme takes") {
  Scenario scenario = one_section();
  scenario.programmes = {programme_to("hbo", Degree::hbo_master, Licence::first_degree)};
  add_with(scenario, "one to go", Degree::bachelor, Licence::second_degree).study =
      StudyStatus{"hbo", 1, true};
  add_with(scenario, "two to go", Degree::bachelor, Licence::second_degree).study =
      StudyStatus{"hbo", 0, true};
  WorkedFuture const first(scenario, 1);
  CHECK(with_degree(first, Degree::hbo_master) == 1);
  CHECK(licensed(first, Licence::first_degree) == 1);
  CHECK(first.counter("wiskunde", counter::studying) == 1);
  CHECK(first.counter("wiskunde", counter::new_masters) == 1);
  WorkedFuture const second(scenario, 2);
  CHECK(with_degree(second, Degree::hbo_master) == 2);
  CHECK(licensed(second, Licence::first_degree) == 2);
  CHECK(second.counter("wiskunde", counter::studying) == 0);
  CHECK(second.counter("wiskunde", counter::graduations) == 1);
}

TEST_CASE("A diploma gives a licence only if it is better than the present one") {
  Scenario scenario = one_section();
  scenario.programmes = {programme_to("hbo", Degree::hbo_master, Licence::second_degree)};
  for (auto const licence :
       {Licence::first_degree, Licence::second_degree, Licence::appointable, Licence::unlicensed})
    add_with(scenario, "licence " + std::to_string(static_cast<int>(licence)), Degree::bachelor,
             licence)
        .study = StudyStatus{"hbo", 1, true};
  WorkedFuture const future(scenario);
  CHECK(with_degree(future, Degree::hbo_master) == 4);
  CHECK(licensed(future, Licence::first_degree) == 1);
  CHECK(licensed(future, Licence::second_degree) == 3);
}

TEST_CASE("A licence known to come changes a worse one in its step, and never a better one") {
  // By August 2026 is the first step, by August 2027 the second.
  Scenario scenario = one_section();
  add_with(scenario, "worse", Degree::bachelor, Licence::unlicensed).licensed =
      KnownLicence{{start + 1, 8, 1}, Licence::second_degree};
  add_with(scenario, "better", Degree::bachelor, Licence::first_degree).licensed =
      KnownLicence{{start + 1, 8, 1}, Licence::second_degree};
  add_with(scenario, "later", Degree::bachelor, Licence::unlicensed).licensed =
      KnownLicence{{start + 2, 8, 1}, Licence::first_degree};
  WorkedFuture const first(scenario, 1);
  CHECK(licensed(first, Licence::first_degree) == 1);
  CHECK(licensed(first, Licence::second_degree) == 1);
  CHECK(licensed(first, Licence::unlicensed) == 1);
  WorkedFuture const second(scenario, 2);
  CHECK(licensed(second, Licence::first_degree) == 2);
  CHECK(licensed(second, Licence::unlicensed) == 0);
}
