#include "sim/output/names.hpp"

#include "tests/support/catch.hpp"

namespace meesterplan {
namespace {

TEST_CASE("Results call things in the language asked for") {
  CHECK(output::metric_name("vacancies", Language::nl) == "vacatures");
  CHECK(output::level_name("section", Language::en) == "section");
  CHECK(output::stock_name("heads", Language::nl) == "docenten");
  CHECK(output::cause_name("retirement", Language::en) == "retired");
  CHECK(output::parameter_name("fill", Language::en) == "filling a vacancy (fill)");
}

TEST_CASE("What has no word is called by its key") {
  CHECK(output::metric_name("mastres", Language::nl) == "mastres");
  CHECK(output::level_name("planet", Language::en) == "planet");
  CHECK(output::cause_name("", Language::en).empty());
}

}  // namespace
}  // namespace meesterplan
