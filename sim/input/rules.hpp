#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "sim/input/keys.hpp"
#include "sim/input/people_tables.hpp"
#include "sim/input/reading.hpp"
#include "sim/input/setting.hpp"
#include "sim/input/value.hpp"
#include "sim/scenario/scenario.hpp"

namespace meesterplan::input {

/// What the readers of a scenario's tables share.
struct ScenarioReading {
  Reading& reading;
  Value const& root;             ///< all files and settings merged
  scenario::Scenario& scenario;  ///< filled as it is read
  std::vector<std::string> ignored_columns;
  std::map<std::string, std::vector<HeaderRules::Own>, std::less<>> own_columns;  ///< by format
  std::optional<Keyed> sections;                                                  ///< once read

  /// The table `[name]`; all keys absent when it is not there.
  Keys table(std::string_view name) const;
  /// The CSV file as a sheet of `format`; empty, with a problem, when it cannot be read.
  std::optional<Sheet> sheet(NamedFile const& file, Format format) const;
};

/// Fills in the tables of the scenario other than its top level and files.
void read_rules(ScenarioReading& context);

/// Puts the rows of the parameter files where `root` does not say otherwise.
void apply_parameters(Reading& reading, Value& root);

/// Puts the settings in `root`, over what is there.
void apply_settings(Reading& reading, std::vector<Setting> const& settings, Value& root);

}  // namespace meesterplan::input
