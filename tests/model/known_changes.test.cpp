#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "sim/model/compile.hpp"
#include "sim/model/known_change.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/scenarios.hpp"

using namespace meesterplan;
using model::KnownChange;
using scenario::ExitCause;
using Kind = model::KnownChange::Kind;

namespace {

/// One teacher of 1.0 fte, changed by `change`, in three years from 2025.
template <class Change>
std::vector<KnownChange> known_of(Change const& change) {
  scenario::Scenario school = testing::empty_school(2025, 3);
  int const maths = testing::add_section(school, "maths");
  testing::add_section(school, "art");
  testing::add_person(school, "other", maths, 40);
  change(testing::add_person(school, "one", maths, 40));
  return model::compile(school).names.known;
}

/// The only one of its kind.
KnownChange only(std::vector<KnownChange> const& changes, Kind kind) {
  auto const is_one = [&](KnownChange const& change) { return change.kind == kind; };
  REQUIRE(std::count_if(changes.begin(), changes.end(), is_one) == 1);
  return *std::find_if(changes.begin(), changes.end(), is_one);
}

}  // namespace

TEST_CASE("The last day of a month is its end, and 1 October ends a step") {
  struct Case {
    Date on;
    std::int32_t step;
    Month month;
  };
  for (Case const& one :
       {Case{{2026, 7, 31}, 1, Month::of(2026, 8)}, Case{{2026, 7, 30}, 1, Month::of(2026, 7)},
        Case{{2026, 10, 1}, 1, Month::of(2026, 10)}, Case{{2026, 10, 2}, 2, Month::of(2026, 10)},
        Case{{2026, 12, 31}, 2, Month::of(2027, 1)}, Case{{2028, 2, 28}, 3, Month::of(2028, 3)}}) {
    auto const leave = only(known_of([&](scenario::Person& person) {
                              person.leaves = scenario::KnownLeave{one.on, ExitCause::other_board};
                            }),
                            Kind::leaves);
    CHECK(leave.step == one.step);
    CHECK(leave.month == one.month);
    CHECK(leave.cause == ExitCause::other_board);
    REQUIRE(leave.parts.size() == 1);
    CHECK(leave.parts.front().fte == 1000);
  }
}

TEST_CASE("Who leaves later takes the changed hours along, who leaves in that year does not") {
  for (int const year : {2026, 2027}) {
    auto const known = known_of([&](scenario::Person& person) {
      person.hours = scenario::KnownHours{{2026, 1, 1}, Fte{400}};
      person.leaves = scenario::KnownLeave{{year, 8, 1}, ExitCause::retirement};
    });
    CHECK(only(known, Kind::leaves).parts.front().fte == (year == 2026 ? 1000 : 400));
    auto const n_hours = std::count_if(known.begin(), known.end(), [](KnownChange const& change) {
      return change.kind == Kind::hours && change.parts.front().fte == -600;
    });
    CHECK(n_hours == (year == 2026 ? 0 : 1));
  }
}

TEST_CASE("A starter brings the hours of the first reference date") {
  auto const known = known_of([](scenario::Person& person) {
    person.starts_on = Date{2026, 8, 1};
    person.hours = scenario::KnownHours{{2026, 9, 1}, Fte{700}};
    person.leaves = scenario::KnownLeave{{2027, 8, 1}, ExitCause::other_board};
  });
  KnownChange const start = only(known, Kind::starts);
  CHECK(start.step == 1);
  CHECK(start.month == Month::of(2026, 8));
  CHECK(start.parts.front().fte == 700);
  KnownChange const leave = only(known, Kind::leaves);
  CHECK(leave.parts.front().fte == 700);
  CHECK(known.size() == 2);
}

TEST_CASE("A replacement ends on its date unless it is known to leave before") {
  auto const replacement = [](scenario::Person& person) {
    person.contract = scenario::Contract::replacement;
    person.contract_end = Date{2027, 2, 1};
  };
  CHECK(only(known_of(replacement), Kind::leaves).cause == ExitCause::replacement_ended);
  auto const leaves =
      only(known_of([&](scenario::Person& person) {
             replacement(person);
             person.leaves = scenario::KnownLeave{{2026, 8, 1}, ExitCause::other_board};
           }),
           Kind::leaves);
  CHECK(leaves.step == 1);
  CHECK(leaves.cause == ExitCause::other_board);
}

TEST_CASE("Of a temporary contract the date is told, of an unknown birth month the latest year") {
  auto const temporary = known_of([](scenario::Person& person) {
    person.contract = scenario::Contract::temporary;
    person.contract_end = Date{2026, 7, 31};
  });
  CHECK(only(temporary, Kind::contract_end).month == Month::of(2026, 8));

  auto const old = [](Month first, Month last) {
    return only(known_of([&](scenario::Person& person) {
                  person.born_first = first;
                  person.born_last = last;
                }),
                Kind::pension_age);
  };
  KnownChange const sure = old(Month::of(1960, 3), Month::of(1960, 3));
  CHECK(sure.step == 2);
  CHECK(sure.month == Month::of(2027, 3));
  KnownChange const unsure = old(Month::of(1960, 1), Month::of(1960, 12));
  CHECK(unsure.step == 3);
  CHECK_FALSE(unsure.month);
}

TEST_CASE("Who may stay is in service without a known leave within the years") {
  auto const staying = [](Date leaves, std::optional<Date> starts) {
    scenario::Scenario school = testing::empty_school(2025, 3);
    int const maths = testing::add_section(school, "maths");
    testing::add_person(school, "other", maths, 40);
    scenario::Person& one = testing::add_person(school, "one", maths, 40);
    one.leaves = scenario::KnownLeave{leaves, ExitCause::other_board};
    one.starts_on = starts;
    return model::compile(school).names.staying.size();
  };
  CHECK(staying({2026, 8, 1}, {}) == 1);
  CHECK(staying({2028, 10, 1}, {}) == 1);
  CHECK(staying({2028, 10, 2}, {}) == 2);
  CHECK(staying({2030, 8, 1}, Date{2026, 8, 1}) == 1);
}
