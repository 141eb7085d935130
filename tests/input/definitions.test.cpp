#include "sim/input/definitions.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <vector>

#include <fmt/core.h>

#include "sim/input/formats.hpp"
#include "tests/input/sound_school.hpp"
#include "tests/support/catch.hpp"

// The table of definitions says what the readers do: the same keys and columns, the
// same bounds, examples that can be read.

namespace meesterplan::input {
namespace {

/// A policy and a bottleneck, with an effect for each kind of size and each key that only
/// some effects take.
constexpr char const* plan = R"(
[[policy]]
name = "plan"
from = 2026
amo = ["ability"]
[[policy.effect]]
name = "ratio"
on = "exit"
ratio = 1
[[policy.effect]]
name = "odds_ratio"
on = "permanent"
odds_ratio = 1
[[policy.effect]]
name = "multiplier"
on = "entrants"
multiplier = 1
[[policy.effect]]
name = "dropout"
on = "dropout"
ratio = 1
[[policy.effect]]
name = "share"
on = "exemption"
share = 0
[[policy.effect]]
name = "order"
on = "lesson_order"
order = "as_now"
[[policy.cost]]
name = "amount"
per = "hire"
amount = 1
[[policy.cost]]
name = "share"
per = "wage_share"
share = 0.1
[[policy.cost]]
name = "head"
per = "head"
amount = 1
)";

/// The same as a bottleneck, with those effects that it can have.
std::string bottleneck() {
  std::string text = plan;
  text.resize(text.find("[[policy.effect]]\nname = \"share\""));
  for (std::size_t at = text.find("policy"); at != std::string::npos; at = text.find("policy", at))
    text.replace(at, 6, "bottleneck");
  std::string const years = "from = 2026\namo = [\"ability\"]\n";
  return text.replace(text.find(years), years.size(), "");
}

/// The sound school with policies, bottlenecks and a library of them.
std::map<std::string, std::string> planned_files() {
  auto files = sound_files();
  std::string& scenario = files.at("scenario.toml");
  scenario = "policies = \"policies\"\nbottlenecks = \"bottlenecks\"\n" + scenario + plan +
             bottleneck() + "[[function_mix]]\nname = \"plan\"\n" +
             "[[question]]\nname = \"plan\"\ntext = \"Who?\"\n";
  files["policies/inductie.toml"] = "";
  files["bottlenecks/weinig-begeleiding.toml"] = "";
  return files;
}

/// The item of `plan` that takes a key of an effect or cost.
std::string inner_item(Definition const& definition) {
  std::string_view const key = definition.key;
  bool const of_cost = definition.where == "policy.cost";
  if (key == "odds_ratio" || key == "multiplier" || key == "share" || key == "order" ||
      key == "amount")
    return std::string(key);
  if (key == "origins")
    return of_cost ? "amount" : "multiplier";
  if (key == "programmes")
    return "dropout";
  return of_cost ? "head" : "ratio";
}

/// As --set takes it: a programme and a target by the names that the sound school has.
std::string setting_path(Definition const& definition) {
  std::string const key(definition.key);
  std::size_t const dot = definition.where.find('.');
  if (dot != std::string_view::npos) {
    return std::string(definition.where.substr(0, dot)) + ".plan" +
           std::string(definition.where.substr(dot)) + "." + inner_item(definition) + "." + key;
  }
  if (definition.where == "policy" || definition.where == "bottleneck" ||
      definition.where == "function_mix" || definition.where == "question")
    return std::string(definition.where) + ".plan." + key;
  if (definition.where == "programme")
    return "programme.wo-master." + key;
  if (definition.where == "target")
    return "target.masters." + key;
  return path_of(definition);
}

std::string setting_value(Definition const& definition, std::string const& value) {
  switch (definition.kind) {
    case Kind::words:
    case Kind::texts:
      return "[\"" + value + "\"]";
    case Kind::wholes:
      return "[" + value + "]";
    default:
      return value;
  }
}

/// The errors about a key or column, by its name at the end of the field.
std::string errors_about(LoadResult const& result, std::string_view key) {
  std::string text;
  for (Problem const& problem : result.problems) {
    std::string const last = problem.field.substr(problem.field.rfind('.') + 1);
    if (problem.severity == Severity::error && last == key)
      text += to_string(problem, Language::en) + "\n";
  }
  return text;
}

LoadResult load_with(Definition const& definition, std::string const& value) {
  return load(planned_files(), {{{setting_path(definition), setting_value(definition, value)}}});
}

bool is_out_of_bounds(std::string const& errors) {
  return errors.find("must be in") != std::string::npos ||
         errors.find("must be above") != std::string::npos ||
         errors.find("at least") != std::string::npos;
}

/// Numbers just inside and just outside the limits.
struct Probes {
  std::vector<double> inside, outside;
};

Probes probes_of(Definition const& definition) {
  bool const is_whole = definition.kind == Kind::whole || definition.kind == Kind::wholes;
  double const step = is_whole ? 1 : 0.25 * std::min(1.0, std::abs(definition.limits.low) + 0.001);
  Limits const& limits = definition.limits;
  Probes probes;
  if (std::isfinite(limits.low)) {
    probes.inside.push_back(limits.above_low ? limits.low + step : limits.low);
    probes.outside.push_back(limits.above_low ? limits.low : limits.low - step);
  }
  if (std::isfinite(limits.high)) {
    probes.inside.push_back(limits.high);
    probes.outside.push_back(limits.high + (is_whole ? 1 : 0.25));
  }
  return probes;
}

/// The tables of the sound school, and where a scenario names those that it has not.
LoadResult load_table(std::string const& format, std::string const& table) {
  auto files = sound_files();
  files[format + ".csv"] = table;
  LoadOptions options;
  if (format == "demand")
    options.settings = {{"demand.mode", "table"}, {"demand.table", "demand.csv"}};
  if (format == "pupils" || format == "lessons") {
    options.settings = {{"demand.mode", "pupils"},
                        {"demand.pupils", "pupils.csv"},
                        {"demand.lessons", "lessons.csv"}};
  }
  if (format == "history")
    options.settings = {{"files.history", "history.csv"}};
  if (format == "pool")
    options.settings = {{"recruitment.mode", "market"}, {"market.pool", "pool.csv"}};
  if (format == "uptake")
    options.settings = {{"programme.wo-master.uptake", "uptake.csv"}};
  if (format == "parameters")
    options.settings = {{"parameters", "parameters.csv"}};
  if (format == "wages" || format == "budgets")
    options.settings = {{"money.price_year", "2021"}, {"money.wages", "wages.csv"}};
  if (format == "budgets") {
    files["wages.csv"] = "amount\n80000\n";
    options.settings.push_back({"money.budgets", "budgets.csv"});
  }
  return load(files, options);
}

/// A table of one row: the examples of the columns that it must have and of those
/// that belong to `key`, of which the cell holds `value`.
std::string table_with(Format const& format, std::string_view key, std::string const& value) {
  std::string header;
  std::string row;
  auto const companion = [&](std::string_view other) {
    bool const is_person = format.name == "people" &&
                           (other == "birth_date" || other == "start_date" ||
                            (key == "study_years" && other == "programme") ||
                            (key == "hours_fte" && other == "hours_from") ||
                            (key == "leave_reason" && other == "leave_date") ||
                            (key == "licensed_as" && other == "licensed_from") ||
                            ((key == "master_year" || key == "master_kind") && other == "degree"));
    bool const is_end = key == "low" || key == "high";
    bool const is_other = (is_end && other == "weight") || (key == "low" && other == "high") ||
                          (key == "high" && other == "low") ||
                          (key == "licensed_as" && other == "licensed_after");
    return is_other ||
           (is_person && !(other == "birth_date" && (key == "birth_year" || key == "age")) &&
            !(other == "start_date" && key == "tenure"));
  };
  for (Definition const& definition : column_definitions()) {
    if (definition.where != format.name)
      continue;
    auto const column =
        std::find_if(format.columns.begin(), format.columns.end(),
                     [&](Column const& candidate) { return candidate.key == definition.key; });
    bool const is_needed = column->need == Need::required || companion(definition.key);
    if (definition.key != key && !is_needed)
      continue;
    header += std::string(definition.key) + ";";
    row += (definition.key == key ? value : definition.example) + ";";
  }
  header.pop_back();
  row.pop_back();
  return header + "\n" + row + "\n";
}

TEST_CASE("every column of every format has a definition, in its order") {
  std::vector<std::string> defined;
  for (Definition const& definition : column_definitions())
    defined.push_back(path_of(definition));
  std::vector<std::string> known;
  for (Format const& format : all_formats()) {
    for (Column const& column : format.columns)
      known.push_back(std::string(format.name) + "." + std::string(column.key));
  }
  CHECK(defined == known);
}

TEST_CASE("every definition says what it means in both languages, with an example") {
  auto const check = [](Definition const& definition) {
    INFO(path_of(definition));
    CHECK(definition.meaning.nl.back() == '.');
    CHECK(definition.meaning.en.back() == '.');
    CHECK(definition.meaning.nl != definition.meaning.en);
    CHECK_FALSE(definition.example.empty());
    CHECK(definition.initial.nl.empty() == definition.initial.en.empty());
    bool const is_word = definition.kind == Kind::word || definition.kind == Kind::words;
    CHECK(definition.words.has_value() == is_word);
  };
  for (Definition const& definition : scenario_definitions())
    check(definition);
  for (Definition const& definition : column_definitions())
    check(definition);
}

TEST_CASE("no definition of a scenario is there twice") {
  std::set<std::string> seen;
  for (Definition const& definition : scenario_definitions())
    CHECK(seen.insert(path_of(definition)).second);
}

TEST_CASE("the bounds of a key are those of its reader") {
  for (Definition const& definition : scenario_definitions()) {
    Probes const probes = probes_of(definition);
    for (double const value : probes.inside) {
      std::string const errors =
          errors_about(load_with(definition, fmt::format("{}", value)), definition.key);
      INFO(path_of(definition) << " = " << value << ": " << errors);
      CHECK_FALSE(is_out_of_bounds(errors));
    }
    for (double const value : probes.outside) {
      INFO(path_of(definition) << " = " << value);
      CHECK(is_out_of_bounds(
          errors_about(load_with(definition, fmt::format("{}", value)), definition.key)));
    }
  }
}

TEST_CASE("the bounds of a column are those of its reader") {
  for (Format const& format : all_formats()) {
    for (Definition const& definition : column_definitions()) {
      if (definition.where != format.name)
        continue;
      Probes const probes = probes_of(definition);
      auto const errors_at = [&](double value) {
        std::string const table = table_with(format, definition.key, fmt::format("{}", value));
        // What is wrong with an end of an interval is told at its value.
        bool const is_end = definition.key == "low" || definition.key == "high";
        LoadResult const result = load_table(std::string(format.name), table);
        return is_end ? told(result) : errors_about(result, definition.key);
      };
      for (double const value : probes.inside) {
        std::string const errors = errors_at(value);
        INFO(path_of(definition) << " = " << value << ": " << errors);
        CHECK_FALSE(is_out_of_bounds(errors));
      }
      for (double const value : probes.outside) {
        INFO(path_of(definition) << " = " << value);
        CHECK(is_out_of_bounds(errors_at(value)));
      }
    }
  }
}

TEST_CASE("the example of a key can be read") {
  for (Definition const& definition : scenario_definitions()) {
    bool const is_file = definition.kind == Kind::file || definition.kind == Kind::files ||
                         definition.kind == Kind::folder;
    bool const is_table = definition.kind == Kind::table || definition.kind == Kind::tables;
    bool const is_of_school = definition.key == "unit" || definition.key == "level";
    if (is_file || is_table || is_of_school)
      continue;
    INFO(path_of(definition));
    CHECK(errors_about(load_with(definition, definition.example), definition.key).empty());
  }
}

TEST_CASE("the example of a column can be read") {
  for (Format const& format : all_formats()) {
    for (Definition const& definition : column_definitions()) {
      bool const refers = definition.key == "section" || definition.key == "school" ||
                          (definition.key == "id" && format.name == "assignments");
      if (definition.where != format.name || refers)
        continue;
      std::string const table = table_with(format, definition.key, definition.example);
      INFO(path_of(definition) << "\n" << table);
      // A row by itself may fit nowhere; but each cell is one that can be read.
      std::string const errors =
          errors_about(load_table(std::string(format.name), table), definition.key);
      INFO(errors);
      CHECK(errors.find(" is not a") == std::string::npos);
      CHECK(errors.find("must be") == std::string::npos);
    }
  }
}

TEST_CASE("the default of a key is what holds without it") {
  scenario::Scenario const plain = load(sound_files()).scenario;
  std::set<std::string> checked;
  auto const check = [&](std::string const& path, double value) {
    checked.insert(path);
    for (Definition const& definition : scenario_definitions()) {
      if (path_of(definition) == path)
        CHECK(definition.initial.en == fmt::format("{}", value));
    }
  };
  check("exit.critical_years", plain.critical.years);
  check("exit.room_share", plain.critical.room_share);
  check("exit.critical_no_room", plain.critical.no_room.central);
  check("contracts.p_permanent", plain.contracts.p_permanent.central);
  check("hours.step", static_cast<double>(plain.hours.step.thousandths) / 1000);
  check("study.without_grant", plain.study.without_grant.central);
  check("study.leave_with_grant", plain.net.study_leave_with_grant);
  check("study.leave_without_grant", plain.net.study_leave_without_grant);
  check("unknown.weight", plain.unknown.weight);
  check("programme.delay", plain.programmes.at(0).delay.central);
  check("net.leave_uptake", plain.net.leave_uptake.central);
  check("net.other_tasks", plain.net.other_tasks);
  check("net.sick_leave", plain.net.sick_leave.central);
  check("demand.lesson_minutes", plain.demand.lesson_minutes);
  check("demand.weeks", plain.demand.weeks);
  check("demand.full_time_hours", plain.demand.full_time_hours);
  check("demand.growth_error", plain.demand.growth_error.central);
  check("recruitment.min_vacancy",
        static_cast<double>(plain.recruitment.min_vacancy.thousandths) / 1000);
  check("cover.own_staff", plain.cover.own_staff.central);
  check("cover.unqualified", plain.cover.unqualified.central);
  CHECK(checked.size() == 20);
}

TEST_CASE("every value of a list of terms is explained, and every word is read") {
  std::set<std::string_view> lists;
  for (TermDefinition const& term : term_definitions())
    lists.insert(term.list);
  for (std::string_view const list : lists) {
    Words const words = words_of(list);
    std::set<int> explained;
    for (TermDefinition const& term : term_definitions()) {
      if (term.list != list)
        continue;
      INFO(list << " " << term.key);
      REQUIRE(words.find(term.key));
      CHECK(explained.insert(*words.find(term.key)).second);
    }
    for (Word const& word : words.words) {
      bool const is_unknown =
          word.spelling == "unknown" || word.spelling == "onbekend" || word.spelling == "?";
      INFO(list << " " << word.spelling);
      CHECK((is_unknown || explained.count(word.value) == 1));
    }
  }
}

}  // namespace
}  // namespace meesterplan::input
