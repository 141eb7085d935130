#include "sim/output/explanation.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <ostream>

#include <nlohmann/json.hpp>

#include "sim/input/definitions.hpp"
#include "sim/input/formats.hpp"
#include "sim/output/metric_texts.hpp"
#include "sim/output/parameter_texts.hpp"
#include "sim/scenario/nearest.hpp"

namespace meesterplan::output {
namespace {

using input::Definition;
using input::Kind;
using List = std::vector<Explanation>;

/// The example of a key as a line of TOML.
std::string as_toml(Definition const& definition) {
  std::string const quoted = "\"" + definition.example + "\"";
  std::string const key(definition.key);
  switch (definition.kind) {
    case Kind::text:
    case Kind::file:
    case Kind::files:
    case Kind::folder:
    case Kind::word:
      return key + " = " + quoted;
    case Kind::texts:
    case Kind::words:
      return key + " = [" + quoted + "]";
    case Kind::wholes:
      return key + " = [" + definition.example + "]";
    case Kind::bound: {
      bool const is_text = definition.example.find('%') != std::string::npos;
      return key + " = " + (is_text ? quoted : definition.example);
    }
    case Kind::tables:
      return definition.example;
    case Kind::table:
      return definition.example.front() == '[' ? definition.example
                                               : key + " = " + definition.example;
    default:
      return key + " = " + definition.example;
  }
}

Explanation of_definition(Definition const& definition, Topic topic) {
  Explanation explanation;
  explanation.topic = topic;
  explanation.group = definition.where;
  explanation.key = definition.key;
  explanation.path = input::path_of(definition);
  explanation.meaning = definition.meaning;
  explanation.type = input::type_of(definition);
  explanation.initial = definition.initial;
  explanation.source = definition.source;
  explanation.example = topic == Topic::key ? as_toml(definition) : definition.example;
  return explanation;
}

void add_keys(List& list) {
  for (Definition const& definition : input::scenario_definitions()) {
    Explanation explanation = of_definition(definition, Topic::key);
    std::string const parameter =
        input::is_list_of_tables(definition.where) ? explanation.key : explanation.path;
    if (std::optional<Text> name = parameter_name(parameter))
      explanation.name = std::move(*name);
    list.push_back(std::move(explanation));
  }
}

void add_columns(List& list) {
  std::vector<input::Format> const formats = input::all_formats();
  for (Definition const& definition : input::column_definitions()) {
    Explanation explanation = of_definition(definition, Topic::column);
    for (input::Format const& format : formats) {
      for (input::Column const& column : format.columns) {
        if (format.name != definition.where || column.key != definition.key)
          continue;
        explanation.name = input::name_of(column);
        explanation.names.assign(column.aliases.begin(), column.aliases.end());
      }
    }
    list.push_back(std::move(explanation));
  }
}

void add_metrics(List& list) {
  for (MetricText const& text : metric_texts()) {
    std::string const key(text.metric);
    list.push_back({Topic::metric, "metrics", key, key, text.name, text.definition});
  }
}

void add_terms(List& list) {
  for (input::TermDefinition const& term : input::term_definitions()) {
    Explanation explanation{Topic::term,
                            std::string(term.list),
                            std::string(term.key),
                            std::string(term.list) + "." + std::string(term.key),
                            term.name,
                            term.meaning};
    input::Words const words = input::words_of(term.list);
    std::optional<int> const value = words.find(term.key);
    for (input::Word const& word : words.words) {
      if (value == word.value && word.spelling != term.key)
        explanation.names.emplace_back(word.spelling);
    }
    list.push_back(std::move(explanation));
  }
}

/// Those that no scenario has as a key: groups of the reference tables.
void add_parameters(List& list) {
  for (ParameterText const& text : parameter_texts()) {
    std::string const key(text.key);
    bool const is_key = std::any_of(list.begin(), list.end(), [&](Explanation const& known) {
      return known.path == key || known.path == "programme." + key;
    });
    if (!is_key)
      list.push_back({Topic::parameter, "parameters", key, key, text.name});
  }
}

/// "programme.NAME.uptake" as "programme.uptake", "policy.NAME.effect.NAME.ratio" as
/// "policy.effect.ratio": a list's items have the same keys.
std::string without_item(std::string_view path) {
  std::size_t const first = path.find('.');
  std::size_t const last = path.rfind('.');
  std::string_view const table = path.substr(0, first);
  if (first == last || !input::is_list_of_tables(table))
    return std::string(path);
  for (std::string_view const inner : {".effect.", ".cost."}) {
    std::string const list = std::string(table) + std::string(inner.substr(0, inner.size() - 1));
    if (path.find(inner) != std::string_view::npos && input::is_list_of_tables(list))
      return list + std::string(path.substr(last));
  }
  return std::string(table) + std::string(path.substr(last));
}

/// As input compares words, but points tell tables from keys.
std::string plain(std::string_view word) {
  std::string text;
  for (char const letter : word) {
    text += letter == '.' ? "." : input::folded(std::string_view(&letter, 1));
  }
  return text;
}

bool is_called(Explanation const& explanation, std::string const& word) {
  auto const same = [&](std::string_view name) { return input::folded(name) == word; };
  bool const is_named =
      explanation.topic != Topic::key && (same(explanation.name.nl) || same(explanation.name.en));
  return same(explanation.key) || is_named ||
         std::any_of(explanation.names.begin(), explanation.names.end(), same);
}

char const* key_of(Topic topic) {
  switch (topic) {
    case Topic::key:
      return "key";
    case Topic::column:
      return "column";
    case Topic::metric:
      return "metric";
    case Topic::term:
      return "term";
    case Topic::policy:
      return "policy";
    case Topic::bottleneck:
      return "bottleneck";
    default:
      return "parameter";
  }
}

using Json = nlohmann::ordered_json;

Json row_of(Explanation const& explanation) {
  Json row = {
      {"topic", key_of(explanation.topic)}, {"group", explanation.group}, {"key", explanation.key},
      {"path", explanation.path},           {"names", explanation.names}, {"example", nullptr}};
  if (!explanation.example.empty())
    row["example"] = explanation.example;
  auto const both = [&](std::string const& key, Text const& text) {
    row[key + "_nl"] = text.nl.empty() ? Json() : Json(text.nl);
    row[key + "_en"] = text.en.empty() ? Json() : Json(text.en);
  };
  both("name", explanation.name);
  both("meaning", explanation.meaning);
  both("type", explanation.type);
  both("default", explanation.initial);
  both("source", explanation.source);
  return row;
}

}  // namespace

std::vector<Explanation> const& explanations() {
  static List const list = [] {
    List all;
    add_keys(all);
    add_columns(all);
    add_metrics(all);
    add_terms(all);
    add_parameters(all);
    return all;
  }();
  return list;
}

Meanings explain(std::string_view word) {
  Meanings meanings;
  std::string const path = plain(without_item(word));
  std::string const name = input::folded(word);
  for (Explanation const& known : explanations()) {
    if (plain(known.path) == path) {
      meanings.exact.push_back(known);
    } else if (known.group != "columns" && is_called(known, name)) {
      meanings.others.push_back(known);
    }
  }
  return meanings;
}

std::vector<Explanation> members(std::string_view word) {
  List found;
  std::string const group = input::folded(word);
  if (group.empty())
    return found;
  std::copy_if(explanations().begin(), explanations().end(), std::back_inserter(found),
               [&](Explanation const& known) { return input::folded(known.group) == group; });
  return found;
}

Text nearest_explained(std::string_view word) {
  std::vector<std::string_view> known;
  for (Explanation const& explanation : explanations()) {
    known.emplace_back(explanation.path);
    known.emplace_back(explanation.key);
    known.insert(known.end(), explanation.names.begin(), explanation.names.end());
  }
  return scenario::did_you_mean(word, known);
}

void write_json(std::vector<Explanation> const& list, std::ostream& stream) {
  stream << "{\"schema\": \"meesterplan.explain/1\",\n \"explanations\": [";
  for (std::size_t i = 0; i < list.size(); ++i)
    stream << (i == 0 ? "\n  " : ",\n  ") << row_of(list[i]).dump();
  stream << "]}\n";
}

}  // namespace meesterplan::output
