#include "sim/output/json.hpp"

#include <limits>
#include <locale>
#include <sstream>
#include <string>

#include <nlohmann/json.hpp>

#include "tests/output/examples.hpp"
#include "tests/support/catch.hpp"

namespace meesterplan {
namespace {

using Json = nlohmann::json;

std::string written(results::Results const& results) {
  std::ostringstream stream;
  output::write_json(results, stream);
  return stream.str();
}

TEST_CASE("What is written reads back as the same numbers and texts") {
  results::Results const results = tests::full_results();
  Json const document = Json::parse(written(results));

  CHECK(document["schema"] == "meesterplan.run/1");
  CHECK(document["scenario"] == results.scenario);
  CHECK(document["seed"] == results.seed);
  CHECK(document["replicates"] == results.replicates);
  CHECK(document["interrupted"] == false);

  results::TargetResult const& target = results.targets[0];
  Json const& read = document["targets"][0];
  CHECK(read["bound"].get<double>() == 1.0 / 3);
  CHECK(read["bound_exact"] == "1/3");
  CHECK(read["probability"].get<double>() == target.probability);
  CHECK(read["standard_error"].get<double>() == target.standard_error);
  CHECK(read["ci95"] == Json::array({target.ci_low, target.ci_high}));
  CHECK(read["chance"]["standard_error"].get<double>() == 1e-17);
  CHECK(read["by_year"].size() == 3);
  CHECK(read["by_year"][1]["probability"].get<double>() == 0.3);
  CHECK(read["first_met"][2]["year"].is_null());
  CHECK(read["shortfall"]["per_year"].get<double>() == 0.25);

  CHECK(document["series"][0]["mean"].get<double>() == 1e15 / 3);
  CHECK(document["series"][0]["p50"].is_null());
  CHECK(document["series"][1]["p50"].get<double>() == 4.5);
  CHECK(document["series"][1]["unit"] == "Sch\xC3\xB3ol");
  CHECK(document["flows"][0]["p90"].get<double>() == 3);
  CHECK(document["flows"][1]["p10"].is_null());
  CHECK(document["drivers"][1]["interval"] == Json::array({0.0, 0.02}));
  CHECK(document["drivers"][1]["distinguishable"] == false);
  CHECK(document["diagnostics"]["teacher_years_per_second"].get<double>() == 123456789012.0 / 1.5);
  CHECK(document["provenance"]["inputs"][0]["hash"] == "fedcba9876543210");
  CHECK(document["notes"][0]["severity"] == "warning");
  CHECK(document["notes"][0]["line"] == 3);
  CHECK(document["notes"][1]["file"].is_null());
}

TEST_CASE("What no future has is null, not nought") {
  Json const document = Json::parse(written(tests::bare_results()));
  CHECK(document["interrupted"] == true);
  CHECK(document["series"][0]["n"] == 0);
  CHECK(document["series"][0]["mean"].is_null());
  CHECK(document["series"][0]["sd"].is_null());
  CHECK(document["targets"].empty());
  CHECK(document["targets"].is_array());
}

TEST_CASE("A number that is none becomes null") {
  results::Results results = tests::full_results();
  results.series[0].sd = std::numeric_limits<double>::quiet_NaN();
  CHECK(Json::parse(written(results))["series"][0]["sd"].is_null());
}

TEST_CASE("A row is a line, in the order of the results") {
  std::string const text = written(tests::full_results());
  CHECK(text.find("\n    {\"metric\":\"heads\",\"level\":\"school\"") != std::string::npos);
  CHECK(text.find("\"series\"") < text.find("\"flows\""));
  CHECK(text.back() == '\n');
}

TEST_CASE("Text that is not UTF-8 does not break the document") {
  results::Results results = tests::full_results();
  results.inputs[0].name = "sch\xF3ol.csv";
  CHECK(Json::parse(written(results))["provenance"]["inputs"][0]["name"] ==
        "sch\xEF\xBF\xBDol.csv");
}

/// Numbers as Dutch writes them.
class DutchNumbers final : public std::numpunct<char> {
  char do_decimal_point() const override { return ','; }
  char do_thousands_sep() const override { return '.'; }
  std::string do_grouping() const override { return "\3"; }
};

TEST_CASE("A locale with decimal commas changes no byte") {
  std::locale const dutch(std::locale::classic(), new DutchNumbers);
  std::ostringstream stream;
  stream.imbue(dutch);
  std::locale const before = std::locale::global(dutch);
  output::write_json(tests::full_results(), stream);
  std::locale::global(before);
  CHECK(stream.str() == written(tests::full_results()));
}

TEST_CASE("A stream that fails is seen by the caller") {
  std::ostringstream stream;
  stream.setstate(std::ios::badbit);
  output::write_json(tests::full_results(), stream);
  CHECK(stream.bad());
  CHECK(stream.str().empty());
}

TEST_CASE("Problems are written in both languages, errors make them not ok") {
  std::vector<Problem> const problems = tests::full_results().notes;
  std::ostringstream fine;
  output::write_json(problems, fine);
  Json const document = Json::parse(fine.str());
  CHECK(document["schema"] == "meesterplan.check/1");
  CHECK(document["ok"] == true);
  CHECK(document["problems"][0]["message_nl"] == "let op");
  CHECK(document["problems"][0]["message_en"] == "note this");

  std::ostringstream wrong;
  output::write_json({{Severity::error, "b.csv", 1, 0, "", {"fout", "wrong"}}}, wrong);
  CHECK(Json::parse(wrong.str())["ok"] == false);
}

}  // namespace
}  // namespace meesterplan
