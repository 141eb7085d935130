#include "sim/model/model.hpp"

#include "sim/model/compile.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/scenarios.hpp"

using namespace meesterplan;
using scenario::Scenario;

namespace {

Scenario with_pension(std::vector<scenario::PensionStep> steps) {
  Scenario scenario = testing::empty_school(2020, 20);
  int const section = testing::add_section(scenario, "maths");
  testing::add_person(scenario, "ann", section, 40);
  scenario.pension = std::move(steps);
  return scenario;
}

std::int32_t pension_month(model::Model const& model, Month birth) {
  return model.pension_month.at(static_cast<std::size_t>(birth.index - model.pension_first_birth));
}

constexpr int years_66_4 = 66 * 12 + 4;
constexpr int years_66_7 = 66 * 12 + 7;
constexpr int years_66_10 = 66 * 12 + 10;
constexpr int years_67 = 67 * 12;

/// 66 years and 4 months until 2022, then 7 and 10 months, then 67 from 2024.
std::vector<scenario::PensionStep> rising() {
  return {{{}, Month::of(2019, 1), years_66_4},
          {{}, Month::of(2022, 1), years_66_7},
          {{}, Month::of(2023, 1), years_66_10},
          {{}, Month::of(2024, 1), years_67}};
}

}  // namespace

TEST_CASE("The pension month is the first in which one is as old as it asks") {
  auto const made = model::compile(with_pension(rising()));
  auto const& model = made.model;
  // 66 years and 4 months in December 2021, while that is the age.
  CHECK(pension_month(model, Month::of(1955, 8)) == Month::of(2021, 12).index);
  // A month younger: in January 2022 the age is 66 and 7 months: April 2022.
  CHECK(pension_month(model, Month::of(1955, 9)) == Month::of(2022, 4).index);
  CHECK(pension_month(model, Month::of(1956, 5)) == Month::of(2022, 12).index);
  CHECK(pension_month(model, Month::of(1956, 6)) == Month::of(2023, 4).index);
  CHECK(pension_month(model, Month::of(1957, 2)) == Month::of(2023, 12).index);
  CHECK(pension_month(model, Month::of(1957, 3)) == Month::of(2024, 3).index);
  CHECK(pension_month(model, Month::of(1980, 1)) == Month::of(2047, 1).index);
  // Before the first step its age holds.
  CHECK(pension_month(model, Month::of(1950, 1)) == Month::of(2016, 5).index);
}

TEST_CASE("Whole years from pension age are counted at the end of the year, downward") {
  auto const made = model::compile(with_pension(rising()));
  auto const& model = made.model;
  // Pension in December 2021. Step 0 ends in October 2021, two months before.
  Month const birth = Month::of(1955, 8);
  CHECK(model.retirement_base(birth.index) == -1);
  // Pension in October 2021 to the month: 0 whole years at the end of step 0.
  Month const to_the_month = Month::of(1955, 6);
  CHECK(pension_month(model, to_the_month) == Month::of(2021, 10).index);
  CHECK(model.retirement_base(to_the_month.index) == 0);
  CHECK(model.retirement_base(Month::of(1955, 7).index) == -1);
  CHECK(model.retirement_base(Month::of(1954, 6).index) == 1);
  CHECK(model.retirement_base(Month::of(1954, 7).index) == 0);
}

TEST_CASE("A fall of the pension age makes people pensioners at once") {
  auto const made = model::compile(
      with_pension({{{}, Month::of(2000, 1), years_67}, {{}, Month::of(2030, 1), 65 * 12}}));
  auto const& model = made.model;
  // 66 in January 2030: of age from that month on.
  CHECK(pension_month(model, Month::of(1964, 1)) == Month::of(2030, 1).index);
  CHECK(pension_month(model, Month::of(1962, 12)) == Month::of(2029, 12).index);
  CHECK(pension_month(model, Month::of(1966, 1)) == Month::of(2031, 1).index);
}

TEST_CASE("Age is in completed years on 1 October") {
  auto const made = model::compile(with_pension(rising()));
  CHECK(made.model.age_base(Month::of(1980, 10).index) == 40);
  CHECK(made.model.age_base(Month::of(1980, 11).index) == 39);
  CHECK(made.model.age_base(Month::of(1981, 10).index) == 39);
  // Not born yet on the reference date: hired later.
  CHECK(made.model.age_base(Month::of(2020, 11).index) == -1);
  CHECK(made.model.age_base(Month::of(2021, 11).index) == -2);
}
