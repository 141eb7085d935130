#include <algorithm>
#include <string>

#include "sim/input/disk_files.hpp"
#include "sim/input/policy_library.hpp"
#include "tests/input/sound_school.hpp"
#include "tests/support/catch.hpp"

// Policies and bottlenecks as files: what a scenario says laid over a library.

namespace meesterplan::input {
namespace {

using scenario::Behaviour;
using Files = std::map<std::string, std::string>;

constexpr char const* coaching = R"(title = "Begeleiding"
title_en = "Coaching"
cluster = "opleiding en begeleiding"
amo = ["kunnen"]
strength = 0.6
carried_out = { central = 0.7, low = 0.5, high = 0.85 }
lifts = ["alone"]
owner = "de school"

[[effect]]
name = "starters"
on = "vertrek"
experience_to = 2
ratio = { central = 0.8, low = 0.6, high = 1.05 }
source = "assumption"

[[effect]]
name = "study"
on = "enrolment"
ratio = { central = 1.1, low = 0.9, high = 1.4 }

[[cost]]
name = "coach"
per = "docent"
experience_to = 1
amount = { central = 1500, low = 800, high = 3000 }
)";

/// The sound school with a library, and `text` behind the scenario.
Files school(std::string const& text) {
  Files files = sound_files();
  std::string& scenario = files.at("scenario.toml");
  scenario = "policies = \"library\"\nbottlenecks = \"obstacles\"\n" + scenario + text;
  files["library/coaching.toml"] = coaching;
  files["obstacles/alone.toml"] =
      "title = \"Alleen\"\n[[effect]]\nname = \"all\"\non = \"exit\"\nratio = 1.2\n";
  return files;
}

constexpr char const* use = "[[policy]]\nuse = \"coaching\"\nfrom = 2026\n";

TEST_CASE("a policy is what the library says, save for what the scenario says") {
  LoadResult const result = load(school(R"(
[[policy]]
use = "coaching"
name = "ours"
from = 2026
until = 2029
phase_in = "gelijkmatig"
phase_years = 2
subjects = ["wiskunde"]
strength = 0.9
[[policy.effect]]
name = "starters"
ratio = { central = 0.9, low = 0.7 }
[[policy.effect]]
name = "permanent"
on = "vast contract"
odds_ratio = 1.2
)"));
  REQUIRE(told(result).empty());
  REQUIRE(result.scenario.policies.size() == 1);
  scenario::Policy const& policy = result.scenario.policies.front();
  CHECK(policy.name == "ours");
  CHECK(policy.use == "coaching");
  CHECK(policy.card.title.en == "Coaching");
  CHECK(policy.card.owner.en == "de school");
  CHECK(policy.cluster == scenario::Cluster::training);
  CHECK(policy.amo == std::vector{scenario::Amo::ability});
  CHECK(policy.from == 2026);
  CHECK(policy.until == 2029);
  CHECK(policy.phase_in == scenario::PhaseIn::linear);
  CHECK(policy.phase_years == 2);
  CHECK(policy.strength == 0.9);
  CHECK(policy.carried_out.interval->high == 0.85);
  CHECK(policy.scope.subjects == std::vector<std::string>{"wiskunde"});
  CHECK(policy.lifts == std::vector<std::string>{"alone"});
  REQUIRE(policy.effects.size() == 3);
  CHECK(policy.effects[0].on == Behaviour::exit);
  CHECK(policy.effects[0].who.experience.to == 2);
  CHECK(policy.effects[0].size.central == 0.9);
  CHECK(policy.effects[0].size.interval->low == 0.7);
  CHECK(policy.effects[0].size.interval->high == 1.05);
  CHECK(policy.effects[1].on == Behaviour::enrolment);
  CHECK(policy.effects[2].on == Behaviour::permanent);
  CHECK(policy.effects[2].size.quantity == scenario::Quantity::ratio);
  REQUIRE(policy.costs.size() == 1);
  CHECK(policy.costs[0].per == scenario::CostPer::head);
  CHECK(policy.costs[0].amount.central == 1500);
}

TEST_CASE("numbers of a library are drawn by its names, so that scenarios share them") {
  scenario::Policy const policy =
      load(school(std::string(use) + "name = \"ours\"\n")).scenario.policies.at(0);
  CHECK(policy.effects[0].size.name == "policy.coaching.starters");
  CHECK(policy.carried_out.name == "policy.coaching.carried_out");
  CHECK(policy.costs[0].amount.name == "policy.coaching.cost.coach");
  scenario::Policy const own =
      load(school("[[policy]]\nname = \"own\"\nfrom = 2026\n[[policy.effect]]\nname = \"one\"\n"
                  "on = \"exit\"\nratio = { central = 0.9, low = 0.8, high = 1, group = \"g\" }\n"))
          .scenario.policies.at(0);
  CHECK(own.effects[0].size.name == "g");
  CHECK(own.card.title.nl == "own");
}

TEST_CASE("the name of a library is also that of the policy: bases and settings find it") {
  Files files = school(use);
  files["base.toml"] = files.at("scenario.toml");
  files["scenario.toml"] =
      "extends = \"base.toml\"\n[[policy]]\nname = \"coaching\"\nuntil = 2028\n";
  LoadResult const result =
      load(files, {{{"policy.coaching.strength", "0.5"},
                    {"policy.coaching.effect.starters.ratio", "0.95"},
                    {"policy.coaching.cost.coach.amount", "{ central = 1000 }"},
                    {"policy.coaching.scope", "1"},
                    {"policy.coachin.strength", "0.5"}}});
  std::string const errors = told(result);
  CHECK(errors.find("unknown key \"policy.coaching.scope\"") != std::string::npos);
  CHECK(errors.find("there is no policy \"coachin\"") != std::string::npos);
  scenario::Policy const& policy = result.scenario.policies.at(0);
  CHECK(policy.from == 2026);
  CHECK(policy.until == 2028);
  CHECK(policy.strength == 0.5);
  CHECK(policy.effects[0].size.central == 0.95);
  CHECK_FALSE(policy.effects[0].size.interval);
  CHECK(policy.costs[0].amount.central == 1000);
  CHECK(policy.costs[0].amount.interval->high == 3000);
}

TEST_CASE("parameters go before the library and behind the scenario") {
  Files files = school(std::string(use) + "strength = 0.8\n");
  files.at("scenario.toml") = "parameters = \"parameters.csv\"\n" + files.at("scenario.toml");
  files["parameters.csv"] =
      "key;value;low;high\npolicy.coaching.carried_out;0,6;0,5;0,7\npolicy.coaching.strength;0,1;;"
      "\n"
      "policy.coaching.effect.starters.ratio;0,7;0,6;0,8\npolicy.other.strength;0,1;;\n";
  LoadResult const result = load(files);
  REQUIRE(told(result).empty());
  scenario::Policy const& policy = result.scenario.policies.at(0);
  CHECK(policy.carried_out.central == 0.6);
  CHECK(policy.strength == 0.8);
  CHECK(policy.effects[0].size.central == 0.7);
  CHECK(told(result, Severity::note).find("[[policy]] name = \"other\"") != std::string::npos);
}

TEST_CASE("what is wrong in a library is told at its file") {
  Files files = school(use);
  files.at("library/coaching.toml") =
      changed(files, "library/coaching.toml", "low = 0.6", "low = 0.9").at("library/coaching.toml");
  CHECK(told(load(files))
            .rfind("library/coaching.toml:14:9: "
                   "policy.coaching.effect.starters.ratio: central 0.8 is outside",
                   0) == 0);
}

TEST_CASE("a library that cannot be listed still gives what is asked for") {
  class Unlisted final : public FileSource {
   public:
    explicit Unlisted(Files files) : files_(std::move(files)) {}
    FileRead read(std::string const& path) override { return files_.read(path); }

   private:
    MemoryFiles files_;
  };
  Unlisted known(school(use));
  LoadResult const result = load_scenario(known, "scenario.toml");
  CHECK(told(result).empty());
  CHECK(result.scenario.policies.size() == 1);
  Unlisted unknown(school("[[policy]]\nuse = \"coachin\"\nfrom = 2026\n"));
  CHECK(told(load_scenario(unknown, "scenario.toml")).find("library/coachin.toml was not found") !=
        std::string::npos);
}

TEST_CASE("a folder is listed wherever it is") {
  DiskFiles disk;
  std::string const folder = "tests/errors/policy_use_unknown";
  CHECK(disk.list(folder + "/library") == std::vector<std::string>{"coaching.toml"});
  CHECK_FALSE(disk.list(folder + "/scenario.toml"));
  CHECK_FALSE(disk.list("tests/errors/nothing"));
  MemoryFiles memory({{"a/b.toml", ""}, {"a/c/d.toml", ""}, {"ab/e.toml", ""}});
  CHECK(memory.list("a") == std::vector<std::string>{"b.toml"});
  CHECK_FALSE(memory.list("b"));
}

TEST_CASE("the whole library is read as if each were used, and what is wrong is left out") {
  Files files = school("");
  files["library/broken.toml"] = "title = ";
  MemoryFiles memory(files);
  PolicyLibrary const library = read_policy_library(memory, "library", "obstacles");
  REQUIRE(library.policies.size() == 1);
  CHECK(library.policies[0].name == "coaching");
  CHECK(library.policies[0].effects.size() == 2);
  REQUIRE(library.bottlenecks.size() == 1);
  CHECK(library.bottlenecks[0].use == "alone");
}

TEST_CASE("a bottleneck is judged, and may be one of the library") {
  LoadResult const result =
      load(school(std::string(use) + "[[bottleneck]]\nuse = \"alone\"\noccurs = \"nee\"\n"
                                     "urgency = \"hoog\"\nwhy = \"x\"\nremedy = \"y\"\n"));
  REQUIRE(told(result).empty());
  scenario::Bottleneck const& bottleneck = result.scenario.bottlenecks.at(0);
  CHECK(bottleneck.name == "alone");
  CHECK(bottleneck.title.en == "Alleen");
  CHECK_FALSE(bottleneck.occurs);
  CHECK(bottleneck.urgency == scenario::Urgency::high);
  CHECK(bottleneck.why == "x");
  CHECK(bottleneck.remedy == "y");
  REQUIRE(bottleneck.effects.size() == 1);
  CHECK(bottleneck.effects[0].size.name == "bottleneck.alone.all");
  CHECK(told(result, Severity::note).find("does not occur") != std::string::npos);
  CHECK(told(load(school(use)), Severity::note).find("has not been judged") != std::string::npos);
}

TEST_CASE("a scenario without policies opens no library") {
  Files files = school("");
  files.at("library/coaching.toml") = "no toml";
  LoadResult const result = load(files);
  CHECK(told(result).empty());
  CHECK(result.scenario.policies.empty());
  CHECK(std::none_of(result.scenario.sources.begin(), result.scenario.sources.end(),
                     [](auto const& source) { return source.name.rfind("library", 0) == 0; }));
}

}  // namespace
}  // namespace meesterplan::input
