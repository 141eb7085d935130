#include "sim/output/scenario_schema.hpp"

#include <cctype>
#include <cmath>
#include <cstdint>
#include <ostream>
#include <string>

#include <nlohmann/json.hpp>

#include "sim/input/definitions.hpp"
#include "sim/input/formats.hpp"

namespace meesterplan::output {
namespace {

using input::Definition;
using input::Kind;
using Json = nlohmann::ordered_json;

Json const text_schema = {{"type", "string"}, {"minLength", 1}};

Json list_of(Json items) {
  return {{"type", "array"}, {"items", std::move(items)}};
}

Json any_of(Json first, Json second) {
  return {{"anyOf", Json::array({std::move(first), std::move(second)})}};
}

/// As people write it: 50, not 50.0.
Json plain(double number) {
  bool const is_whole = number == std::floor(number);
  return is_whole ? Json(static_cast<std::int64_t>(number)) : Json(number);
}

void add_limits(Json& schema, input::Limits const& limits) {
  if (std::isfinite(limits.low)) {
    schema["minimum"] = plain(limits.low);
    if (limits.above_low)
      schema["exclusiveMinimum"] = true;
  }
  if (std::isfinite(limits.high))
    schema["maximum"] = plain(limits.high);
}

Json whole(input::Limits const& limits) {
  Json schema = {{"type", "integer"}};
  add_limits(schema, limits);
  return schema;
}

/// A number, or one as text: "6,2%".
Json number(input::Limits const& limits) {
  Json schema = {{"type", "number"}};
  add_limits(schema, limits);
  return any_of(std::move(schema),
                {{"type", "string"}, {"pattern", "^[ \\t]*[-+]?[0-9]*[.,]?[0-9]+ *%?[ \\t]*$"}});
}

/// { central = 0.7, low = 0.45, high = 1.0, group = "mine" }, or a part of it: a scenario
/// may say only what differs from the one that it extends.
Json uncertain(input::Limits const& limits) {
  Json const end = number(limits);
  Json interval = {
      {"type", "object"},
      {"properties",
       {{"central", end}, {"low", end}, {"high", end}, {"group", {{"type", "string"}}}}},
      {"additionalProperties", false}};
  return any_of(end, std::move(interval));
}

/// A spelling with any capitals, and any blanks, hyphens, underscores and points between.
std::string spelling_pattern(std::string_view spelling) {
  std::string const skipped = "[ _.\"\\t-]*";
  std::string pattern = skipped;
  for (char const letter : input::folded(spelling)) {
    auto const code = static_cast<unsigned char>(letter);
    if (std::isalpha(code) != 0) {
      pattern += {'[', letter, static_cast<char>(std::toupper(code)), ']'};
    } else if (std::isdigit(code) != 0) {
      pattern += letter;
    } else {
      pattern += {'[', letter, ']'};
    }
    pattern += skipped;
  }
  return pattern;
}

/// The usual spellings, to choose from, and every other one that is read.
Json word(input::Words const& words) {
  Json spellings = Json::array();
  std::string pattern;
  for (input::Word const& known : words.words) {
    spellings.push_back(std::string(known.spelling));
    pattern += (pattern.empty() ? "" : "|") + spelling_pattern(known.spelling);
  }
  return any_of({{"enum", std::move(spellings)}},
                {{"type", "string"}, {"pattern", "^(" + pattern + ")$"}});
}

Json own_headers(std::string_view format_name) {
  Json keys = Json::array();
  for (input::Format const& format : input::all_formats()) {
    for (input::Column const& column : format.columns) {
      if (format.name == format_name)
        keys.push_back(std::string(column.key));
    }
  }
  return {{"type", "object"}, {"additionalProperties", {{"enum", std::move(keys)}}}};
}

Json table_schema(std::string_view where, Language language);

Json value_schema(Definition const& definition, Language language) {
  switch (definition.kind) {
    case Kind::text:
      return {{"type", "string"}};
    case Kind::folder:
    case Kind::file:
      return text_schema;
    case Kind::texts:
      return list_of({{"type", "string"}});
    case Kind::files:
      return any_of(text_schema, list_of(text_schema));
    case Kind::table:
      return definition.where.empty() ? table_schema(definition.key, language)
                                      : own_headers(definition.key);
    case Kind::tables:
      return list_of(table_schema(input::path_of(definition), language));
    case Kind::whole:
      return whole(definition.limits);
    case Kind::wholes:
      return list_of(whole(definition.limits));
    case Kind::number:
      return number(definition.limits);
    case Kind::bound:
      return number({});
    case Kind::uncertain:
      return uncertain(definition.limits);
    case Kind::uncertain_or_file:
      return any_of(uncertain(definition.limits), text_schema);
    case Kind::number_or_unlimited:
      return any_of(number(definition.limits), {{"enum", Json::array({"unlimited", "onbeperkt"})}});
    case Kind::word:
      return word(*definition.words);
    case Kind::words:
      return list_of(word(*definition.words));
    case Kind::flag:
      return any_of({{"type", "boolean"}}, word(input::yes_no_words()));
    default:
      return Json::object();
  }
}

/// What an editor shows over a key: its meaning, then what may stand there.
std::string description_of(Definition const& definition, Language language) {
  bool const nl = language == Language::nl;
  std::string text = definition.meaning.in(language);
  bool const is_table = definition.kind == Kind::table || definition.kind == Kind::tables;
  if (!is_table)
    text += (nl ? " Soort: " : " Type: ") + input::type_of(definition).in(language) + ".";
  std::string const& initial = definition.initial.in(language);
  if (!initial.empty() && !is_table)
    text += (nl ? " Standaard: " : " Default: ") + initial + ".";
  return text;
}

Json table_schema(std::string_view where, Language language) {
  Json properties = Json::object();
  for (Definition const& definition : input::scenario_definitions()) {
    if (definition.where != where)
      continue;
    Json schema = {{"title", input::path_of(definition)},
                   {"description", description_of(definition, language)}};
    schema.update(value_schema(definition, language));
    properties[std::string(definition.key)] = std::move(schema);
  }
  bool const has_library = properties.contains("use");
  Json schema = {
      {"type", "object"}, {"properties", std::move(properties)}, {"additionalProperties", false}};
  if (has_library) {
    schema["anyOf"] = Json::array({{{"required", {"name"}}}, {{"required", {"use"}}}});
  } else if (input::is_list_of_tables(where)) {
    schema["required"] = Json::array({"name"});
  }
  return schema;
}

}  // namespace

void write_scenario_schema(Language language, std::ostream& stream) {
  bool const nl = language == Language::nl;
  Json schema = {{"$schema", "http://json-schema.org/draft-04/schema#"},
                 {"title", nl ? "Scenario van meesterplan" : "Scenario of meesterplan"},
                 {"description", nl ? "Hoe een school er in de komende jaren voor staat."
                                    : "How a school fares in the coming years."}};
  schema.update(table_schema("", language));
  stream << schema.dump(1) << "\n";
}

}  // namespace meesterplan::output
