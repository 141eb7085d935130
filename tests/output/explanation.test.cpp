#include "sim/output/explanation.hpp"

#include <set>
#include <sstream>
#include <string>

#include <nlohmann/json.hpp>

#include "tests/support/catch.hpp"

namespace meesterplan::output {
namespace {

std::string only_exact(std::string_view word) {
  Meanings const meanings = explain(word);
  return meanings.exact.size() == 1 ? meanings.exact.front().path : "";
}

std::set<std::string> others(std::string_view word) {
  std::set<std::string> paths;
  for (Explanation const& explanation : explain(word).others)
    paths.insert(explanation.path);
  return paths;
}

TEST_CASE("a path is that of one explanation, or of a table and a metric") {
  for (Explanation const& explanation : explanations()) {
    std::vector<Explanation> const exact = explain(explanation.path).exact;
    INFO(explanation.path);
    bool const is_pair = exact.size() == 2 && exact.front().topic == Topic::key &&
                         exact.back().topic == Topic::metric;
    CHECK((exact.size() == 1 || is_pair));
    CHECK(exact.front().path == explanation.path);
  }
}

TEST_CASE("every explanation is found by each of its names and by its key") {
  for (Explanation const& explanation : explanations()) {
    if (explanation.group == "columns")
      continue;
    std::vector<std::string> names = explanation.names;
    names.push_back(explanation.key);
    for (std::string const& name : names) {
      INFO(explanation.path << " by " << name);
      Meanings const meanings = explain(name);
      bool const is_exact =
          !meanings.exact.empty() && meanings.exact.front().path == explanation.path;
      CHECK((is_exact || others(name).count(explanation.path) == 1));
    }
  }
}

TEST_CASE("the name of a programme or target does not matter, nor capitals and blanks") {
  CHECK(only_exact("programme.hbo-vakmaster.uptake") == "programme.uptake");
  CHECK(only_exact("target.my.own.name.year") == "target.year");
  CHECK(only_exact("Study.P-Grant") == "study.p_grant");
  CHECK(others("Geboorte Datum") == std::set<std::string>{"people.birth_date"});
}

TEST_CASE("a group has members, and nothing else has") {
  CHECK(members("study").size() == 5);
  CHECK(members("people").front().path == "people.id");
  CHECK(members("metrics").size() > 60);
  CHECK(members("").empty());
  CHECK(members("nothing").empty());
}

TEST_CASE("what cannot be explained has a nearest word, if any is near") {
  CHECK(nearest_explained("study.capcity").en == " Did you mean \"study.capacity\"?");
  CHECK(nearest_explained("werktijdfaktor").nl == " Bedoelde u \"werktijdfactor\"?");
  CHECK(nearest_explained("qqqqqqqq").nl.empty());
}

TEST_CASE("the document has all of it, in both languages") {
  std::ostringstream stream;
  write_json(explanations(), stream);
  auto const document = nlohmann::json::parse(stream.str());
  REQUIRE(document["explanations"].size() == explanations().size());
  CHECK(document["explanations"][0]["path"] == "name");
  CHECK(document["explanations"][0]["meaning_nl"] != document["explanations"][0]["meaning_en"]);
  std::ostringstream empty;
  write_json({}, empty);
  CHECK(nlohmann::json::parse(empty.str())["explanations"].empty());
}

}  // namespace
}  // namespace meesterplan::output
