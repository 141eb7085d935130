#include "sim/output/report_page.hpp"

#include <sstream>
#include <string>

#include <nlohmann/json.hpp>

#include "tests/output/examples.hpp"
#include "tests/support/catch.hpp"

namespace meesterplan::output {
namespace {

constexpr std::string_view page_template =
    "<html lang=\"@LANG@\"><title>@TITLE@</title><script id=\"report\">@REPORT@</script></html>";

std::string written(results::Results const& results, Reader reader, Language language) {
  publish::Published published;
  published.least = reader == Reader::hr ? 0 : 5;
  published.withheld = {"kunst </script>"};
  ReportPage page;
  page.reader = reader;
  page.language = language;
  page.written = "2026-11-30";
  page.runs = {{"basis <b>", "2026-11-28T14:05:09Z", "0.1.0", &results}};
  page.published = &published;
  std::ostringstream stream;
  write_report_page(page, page_template, stream);
  return std::move(stream).str();
}

/// What the script element holds.
std::string script_of(std::string const& html) {
  std::string const begin = "<script id=\"report\">";
  std::size_t const from = html.find(begin) + begin.size();
  return html.substr(from, html.find("</script>") - from);
}

TEST_CASE("a page holds its document, and in it the run as JSON") {
  results::Results const results = tests::full_results();
  std::string const html = written(results, Reader::council, Language::en);
  CHECK(html.find("<html lang=\"en\">") == 0);
  CHECK(html.ends_with("</script></html>"));
  nlohmann::json const document = nlohmann::json::parse(script_of(html));
  CHECK(document["schema"] == "meesterplan.report/1");
  CHECK(document["reader"] == "council");
  CHECK(document["lang"] == "en");
  CHECK(document["written"] == "2026-11-30");
  CHECK(document["staffing"].is_null());
  CHECK(document["hidden"]["threshold"] == 5);
  CHECK(document["hidden"]["withheld"][0] == "kunst </script>");
  REQUIRE(document["runs"].size() == 1);
  CHECK(document["runs"][0]["name"] == "basis <b>");
  CHECK(document["runs"][0]["result"]["schema"] == "meesterplan.run/1");
  CHECK(document["runs"][0]["result"]["scenario"] == results.scenario);
}

TEST_CASE("rows of series name nothing that does not apply, and keep the rest") {
  results::Results const results = tests::full_results();
  std::string const html = written(results, Reader::hr, Language::nl);
  auto const rows = nlohmann::json::parse(script_of(html))["runs"][0]["result"]["series"];
  REQUIRE(rows.size() == results.series.size());
  for (std::size_t index = 0; index < rows.size(); ++index) {
    results::SeriesRow const& series = results.series[index];
    CHECK(rows[index].contains("mean") == (series.n > 0));
    CHECK(rows[index].contains("p05") == (series.n > 0 && series.quantiles.has_value()));
    for (auto const& member : rows[index])
      CHECK_FALSE(member.is_null());
    if (series.n > 0)
      CHECK(rows[index]["mean"] == series.mean);
  }
}

TEST_CASE("inside HR there is no threshold") {
  std::string const html = written(tests::full_results(), Reader::hr, Language::nl);
  CHECK(nlohmann::json::parse(script_of(html))["hidden"]["threshold"].is_null());
}

TEST_CASE("names cannot leave the title or the script, whatever they are") {
  for (std::string const& name :
       {std::string("</script><script>alert(1)</script>"), std::string("<!--<script>"),
        std::string("a & b \"c\" 'd' </title>"), std::string(500, 'x'), std::string("=1+1"),
        std::string("\xD7\xA9\xD7\x9C\xE2\x80\xAE\xF0\x9F\x8E\x93"), std::string("\xFF\xFE"),
        std::string("@REPORT@ @TITLE@ @LANG@")}) {
    results::Results results = tests::full_results();
    results.scenario = name;
    INFO(name);
    std::string const html = written(results, Reader::board, Language::nl);
    std::string const script = script_of(html);
    CHECK(script.find('<') == std::string::npos);
    CHECK(script.find('>') == std::string::npos);
    // Exactly the elements of the template.
    std::string const title = html.substr(0, html.find("</title>"));
    CHECK(title.find('<', title.find("<title>") + 1) == std::string::npos);
    std::string const found =
        nlohmann::json::parse(script)["runs"][0]["result"]["scenario"].get<std::string>();
    CHECK((found == name || name == "\xFF\xFE"));
  }
}

TEST_CASE("the page of this build has each place to fill in once, in order") {
  std::string_view const page = report_template();
  if (page.empty())
    return;  // built without npm
  std::size_t at = 0;
  for (std::string_view const mark : {"@LANG@", "@TITLE@", "@REPORT@"}) {
    std::size_t const found = page.find(mark);
    REQUIRE(found != std::string_view::npos);
    CHECK(found >= at);
    CHECK(page.find(mark, found + 1) == std::string_view::npos);
    at = found;
  }
  CHECK(page.find("default-src 'none'") != std::string_view::npos);
}

}  // namespace
}  // namespace meesterplan::output
