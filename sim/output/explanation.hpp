#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/text.hpp"

namespace meesterplan::output {

/// What an explanation is about.
enum class Topic {
  key,         ///< of a scenario
  column,      ///< of a file
  metric,      ///< what a target may be about
  term,        ///< a word of the fixed vocabulary
  parameter,   ///< an uncertain number of the reference tables
  policy,      ///< of the library
  bottleneck,  ///< of the library
};

/// A key, column or word with what it means.
struct Explanation {
  Topic topic = Topic::key;
  std::string group;      ///< table of a scenario (empty: top level), kind of file, list of terms
  std::string key;        ///< within its group
  std::string path;       ///< "study.capacity", "people.birth_date", "masters"
  Text name{};            ///< what people call it; may be empty
  Text meaning{};         ///< a sentence; may be empty
  Text type{};            ///< what may be filled in; of keys and columns
  Text initial{};         ///< what holds when nothing is filled in; may be empty
  Text source{};          ///< where that comes from; may be empty
  std::string example{};  ///< as it is typed in the file; may be empty
  std::vector<std::string> names{};  ///< other spellings that mean the same
};

/// Everything that can be explained, group by group.
std::vector<Explanation> const& explanations();

/// What a word may mean.
struct Meanings {
  std::vector<Explanation> exact;   ///< that of which it is the path: "programme.NAME.uptake"
  std::vector<Explanation> others;  ///< those of which it is the key or another name
};

/// The meanings of `word`, each in the order of explanations(). Capitals, blanks and
/// hyphens do not matter.
Meanings explain(std::string_view word);

/// The members of a group ("study", "people", "metrics"); empty when `word` names none.
std::vector<Explanation> members(std::string_view word);

/// " Did you mean X?" for the nearest path, key or name; empty when none is near.
Text nearest_explained(std::string_view word);

/// Writes explanations as one document of schema meesterplan.explain/1
/// (meesterplan.explain.schema.json beside this file), in both languages.
void write_json(std::vector<Explanation> const& list, std::ostream& stream);

}  // namespace meesterplan::output
