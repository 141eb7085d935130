#include "sim/model/names.hpp"

#include "sim/model/compile.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/scenarios.hpp"

using namespace meesterplan;
using scenario::Level;

namespace {

std::vector<std::string> const& units(model::Names const& names, Level level) {
  return names.units[static_cast<std::size_t>(level)];
}

}  // namespace

TEST_CASE("Units have the order of their keys, whatever that of the file") {
  scenario::Scenario scenario = testing::empty_school(2025, 3);
  scenario.schools.front() = {{}, "zuid", "bestuur 2", "regio", {}, {}};
  int const north = testing::add_school(scenario, "noord", "bestuur 1", "regio");
  testing::add_section_called(scenario, "z-maths", "maths", 0);
  testing::add_section_called(scenario, "n-maths", "maths", north);
  int const art = testing::add_section_called(scenario, "n-art", "art", north);
  testing::add_person(scenario, "ann", art, 40);
  auto const made = model::compile(scenario);

  CHECK(units(made.names, Level::section) ==
        std::vector<std::string>{"n-art", "n-maths", "z-maths"});
  CHECK(units(made.names, Level::school) == std::vector<std::string>{"noord", "zuid"});
  CHECK(units(made.names, Level::board) == std::vector<std::string>{"bestuur 1", "bestuur 2"});
  CHECK(units(made.names, Level::total) == std::vector<std::string>{"all"});
  auto const& tree = made.model.units;
  CHECK(tree.section_school == std::vector<std::int32_t>{0, 0, 1});
  CHECK(tree.section_subject == std::vector<std::int32_t>{0, 1, 1});
  CHECK(tree.school_board == std::vector<std::int32_t>{0, 1});
  CHECK(tree.n_regions == 1);
  CHECK(made.names.section_cluster == std::vector<std::string>{"art", "maths", "maths"});
  CHECK(made.names.start_heads == std::vector<std::int64_t>{1, 0, 0});
  CHECK(made.model.people.section == LineVector<std::int32_t>{0});
}
