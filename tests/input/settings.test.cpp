#include <string>

#include "tests/input/sound_school.hpp"
#include "tests/support/catch.hpp"

namespace meesterplan::input {
namespace {

TEST_CASE("a setting wins from the scenario, the scenario from parameters") {
  auto files = changed(sound_files(), "scenario.toml", "years = 5",
                       "years = 5\nparameters = \"parameters.csv\"");
  files["parameters.csv"] =
      "key;value;low;high;group\n"
      "study.p_grant;0,5;;;\n"
      "study.without_grant;0,77;0,70;0,84;grants\n"
      "programme.wo-master.delay;0,1;;;\n"
      "programme.elders.delay;0,1;;;\n"
      "lessons.max_upper;0,7;;;\n";
  LoadResult const plain = load(files);
  REQUIRE(told(plain).empty());
  CHECK(plain.scenario.study.p_grant.central == 0.96);
  CHECK(plain.scenario.study.p_grant.name == "study.p_grant");
  CHECK(plain.scenario.study.without_grant.central == 0.77);
  CHECK(plain.scenario.study.without_grant.interval->high == 0.84);
  CHECK(plain.scenario.study.without_grant.name == "grants");
  CHECK(plain.scenario.programmes[0].delay.central == 0.1);
  CHECK_FALSE(plain.scenario.lessons);
  std::string const notes = told(plain, Severity::note);
  CHECK(notes.find("1 number belongs to [[programme]] name = \"elders\"") != std::string::npos);
  CHECK(notes.find("1 number belongs to [lessons]") != std::string::npos);

  LoadResult const set = load(files, {{{"study.p_grant", "0.3"},
                                       {"study.without_grant", "0.2"},
                                       {"programme.wo-master.delay", "0.25"},
                                       {"years", "7"},
                                       {"recruitment.stop", "[2026]"},
                                       {"lessons.order", "wo_master_first"}}});
  REQUIRE(told(set).empty());
  CHECK(set.scenario.study.p_grant.central == 0.3);
  CHECK(set.scenario.study.without_grant.central == 0.2);
  CHECK_FALSE(set.scenario.study.without_grant.interval);
  CHECK(set.scenario.programmes[0].delay.central == 0.25);
  CHECK(set.scenario.years == 7);
  CHECK(set.scenario.recruitment.stop == std::vector<int>{2026});
  REQUIRE(set.scenario.lessons);
  CHECK(set.scenario.lessons->order == scenario::LessonOrder::wo_master_first);
  CHECK(set.scenario.lessons->max_upper == 0.7);
}

TEST_CASE("a setting of nothing known is told with the nearest key") {
  std::string const text =
      told(load(sound_files(), {{{"study.p_grnt", "0.3"}, {"programme.wo.delay", "0.1"}}}));
  CHECK(text.find("Did you mean \"study.p_grant\"?") != std::string::npos);
  CHECK(text.find("there is no programme \"wo\"") != std::string::npos);
}

TEST_CASE("a problem in no file stands where its setting was given") {
  std::vector<Setting> const settings{{"study.p_grant", "2"},
                                      {"target.masters.year", "2099", "--set"},
                                      {"years", "99", "--years"},
                                      {"cover", "{}"}};
  auto const place = [&](std::string const& file, std::string const& field) {
    Problem problem;
    problem.file = file;
    problem.field = field;
    name_origin(settings, problem);
    return problem.file;
  };
  CHECK(place("", "study.p_grant") == "--set");
  CHECK(place("", "study.p_grant.low") == "--set");
  CHECK(place("", "target.year") == "--set");
  CHECK(place("", "years") == "--years");
  CHECK(place("", "cover.own_staff") == "--set");
  CHECK(place("", "study.p_grants").empty());
  CHECK(place("", "study").empty());
  CHECK(place("a.toml", "study.p_grant") == "a.toml");
}

TEST_CASE("what a setting breaks is told at the option, whoever finds it") {
  auto const told_of = [](std::string const& path, std::string const& value) {
    return told(load(sound_files(), {{{path, value}}}));
  };
  CHECK(told_of("study.p_grant", "1.5").rfind("--set: study.p_grant: ", 0) == 0);
  CHECK(told_of("recruitment.fill", "1.5").rfind("--set: recruitment.fill: ", 0) == 0);
  CHECK(told_of("years", "99").rfind("--set: years: ", 0) == 0);
  CHECK(told_of("extends", "a.toml").rfind("--set: extends: ", 0) == 0);
  CHECK(told_of("target.mastres.year", "2030").find("Did you mean \"masters\"?") !=
        std::string::npos);
}

}  // namespace
}  // namespace meesterplan::input
