#include "sim/cli/loading.hpp"

#include <string>
#include <utility>

#include "sim/input/disk_files.hpp"
#include "sim/input/load_scenario.hpp"

namespace meesterplan::cli {
namespace {

/// The command line's own numbers, in place of the file's.
input::LoadOptions options_of(Command const& command) {
  input::LoadOptions options;
  auto const set = [&](char const* key, auto const& value) {
    if (value)
      options.settings.push_back({key, std::to_string(*value), std::string("--") + key});
  };
  set("replicates", command.replicates);
  set("seed", command.seed);
  set("years", command.years);
  if (command.uncertainty) {
    bool const all = *command.uncertainty == scenario::Uncertainty::all;
    options.settings.push_back({"uncertainty", all ? "all" : "chance", "--uncertainty"});
  }
  options.settings.insert(options.settings.end(), command.settings.begin(), command.settings.end());
  return options;
}

}  // namespace

Loaded load(Command const& command) {
  input::DiskFiles files;
  input::LoadResult result = input::load_scenario(files, command.scenario, options_of(command));
  return {std::move(result.scenario), std::move(result.problems)};
}

Loaded load_to_play(Command const& command) {
  Loaded loaded = load(command);
  if (has_errors(loaded.problems))
    throw InputError(std::move(loaded.problems));
  return loaded;
}

}  // namespace meesterplan::cli
