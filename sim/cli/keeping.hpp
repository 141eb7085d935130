#pragma once

#include <map>
#include <string>

#include "sim/cli/command.hpp"
#include "sim/results/results.hpp"
#include "sim/store/addition.hpp"

namespace meesterplan::cli {

/// Where the command's run is to be kept; called by its scenario's name unless the
/// command says otherwise.
store::Destination destination_of(Command const& command, std::string const& scenario_name);

/// Keeps a run in the command's folder, with what it takes to redo it, and writes the CSV
/// files of all its runs anew. `texts` are those of the scenario and what it extends, by
/// name. Throws IoError, OccupiedError or StoreError; then the folder is as it was.
void keep(Command const& command, std::map<std::string, std::string> const& texts,
          results::Results const& results);

}  // namespace meesterplan::cli
