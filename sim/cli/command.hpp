#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/base/text.hpp"
#include "sim/input/setting.hpp"
#include "sim/scenario/scenario.hpp"

namespace meesterplan::cli {

/// What the command is asked to do.
enum class Verb {
  help,
  version,
  new_project,
  check,
  run,
  why,
  staffing,
  explain,
  schema,
  completion,
};

/// What the data on the standard output look like.
enum class Form { text, json };

/// How a table is written as CSV: RFC 4180, or for Dutch spreadsheets.
enum class Csv { rfc, nl };

/// How much is told on the standard error.
enum class Talk { normal, quiet };

/// What happens to results that are there already.
enum class Existing { keep, overwrite };

/// A command line, understood: plain values, nothing of how it was parsed.
struct Command {
  Verb verb = Verb::help;
  Verb help_about = Verb::help;  ///< with Verb::help: the command explained; help: all
  Language language = Language::en;
  std::string scenario;  ///< path; for those that read one

  // What the scenario says, unless the command line says otherwise.
  std::optional<std::int64_t> replicates;
  std::optional<std::uint32_t> seed;
  std::optional<int> years;
  std::optional<scenario::Uncertainty> uncertainty;
  std::vector<input::Setting> settings;  ///< of --set, in their order; they win from all above

  int threads = 0;  ///< 0: as many as the machine has
  Form form = Form::text;
  Talk talk = Talk::normal;
  std::string topic;   ///< of explain: a key or word, empty: all; of completion: the shell
  std::string folder;  ///< of new: where the project is made; of run: where results.json is kept;
                       ///< empty: nowhere
  Existing existing = Existing::keep;

  // Of staffing alone.
  std::optional<int> year;  ///< school year that is staffed; empty: the next one
  std::optional<Csv> csv;   ///< the table as CSV; empty: not asked
  std::string file;         ///< where the table is kept as CSV or JSON; empty: nowhere
};

}  // namespace meesterplan::cli
