#include "sim/output/report_page.hpp"

#include <array>
#include <ostream>
#include <sstream>

#include <nlohmann/json.hpp>

#include "sim/base/contracts.hpp"
#include "sim/output/json.hpp"
#include "sim/output/staffing.hpp"
#include "sim/output/version.hpp"

namespace meesterplan::output {
namespace {

using Json = nlohmann::ordered_json;

std::string_view key_of(Reader reader) {
  switch (reader) {
    case Reader::board:
      return "board";
    case Reader::council:
      return "council";
    case Reader::hr:
      return "hr";
    case Reader::region:
      return "region";
  }
  return "";
}

std::string quoted(std::string const& text) {
  return Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// What else would end the element or begin a comment can only stand within a text, where it may
/// be written as its number.
std::string in_script(std::string const& json) {
  std::string text;
  text.reserve(json.size());
  for (char const one : json) {
    if (one == '<') {
      text += "\\u003c";
    } else if (one == '>') {
      text += "\\u003e";
    } else if (one == '&') {
      text += "\\u0026";
    } else {
      text += one;
    }
  }
  return text;
}

std::string in_html(std::string const& text) {
  std::string html;
  for (char const one : text) {
    if (one == '<') {
      html += "&lt;";
    } else if (one == '>') {
      html += "&gt;";
    } else if (one == '&') {
      html += "&amp;";
    } else {
      html += one;
    }
  }
  return html;
}

void write_hidden(publish::Published const& published, std::ostream& stream) {
  Json const hidden = {{"threshold", published.least == 0 ? Json(nullptr) : Json(published.least)},
                       {"merged", published.merged},
                       {"withheld", published.withheld},
                       {"without_masters", published.without_masters},
                       {"without_targets", published.without_targets},
                       {"without_history", published.without_history}};
  stream << "\"hidden\": " << hidden.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string document_of(ReportPage const& page) {
  std::ostringstream stream;
  stream << "{\"schema\": \"meesterplan.report/1\", \"reader\": \"" << key_of(page.reader)
         << "\", \"lang\": \"" << (page.language == Language::nl ? "nl" : "en")
         << "\", \"written\": " << quoted(page.written)
         << ", \"version\": " << quoted(std::string(version())) << ",\n\"runs\": [";
  bool is_first = true;
  for (ReportedRun const& run : page.runs) {
    stream << (is_first ? "" : ",\n") << "{\"name\": " << quoted(run.name)
           << ", \"kept_at\": " << quoted(run.kept_at)
           << ", \"with_policies\": " << (run.with_policies ? "true" : "false") << ", \"result\": ";
    write_json(*run.results, stream, run.played_by, Nulls::left_out);
    stream << "}";
    is_first = false;
  }
  stream << "],\n\"staffing\": ";
  if (page.staffing) {
    write_json(*page.staffing, stream);
  } else {
    stream << "null";
  }
  stream << ",\n";
  write_hidden(*page.published, stream);
  stream << "}";
  return std::move(stream).str();
}

std::string title_of(ReportPage const& page) {
  std::string title = "meesterplan";
  for (ReportedRun const& run : page.runs)
    title += (&run == page.runs.data() ? ": " : ", ") + run.results->scenario;
  return title;
}

}  // namespace

void write_report_page(ReportPage const& page, std::string_view page_template,
                       std::ostream& stream) {
  MP_EXPECT(!page.runs.empty() && page.published != nullptr);
  struct Place {
    std::string_view mark;
    std::string text;
  };
  // In the order in which they stand in the template.
  std::array<Place, 3> const places = {{{"@LANG@", page.language == Language::nl ? "nl" : "en"},
                                        {"@TITLE@", in_html(title_of(page))},
                                        {"@REPORT@", in_script(document_of(page))}}};
  std::string_view rest = page_template;
  for (Place const& place : places) {
    std::size_t const at = rest.find(place.mark);
    MP_EXPECT(at != std::string_view::npos);
    stream << rest.substr(0, at) << place.text;
    rest.remove_prefix(at + place.mark.size());
  }
  stream << rest;
}

}  // namespace meesterplan::output
