#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/input/load_scenario.hpp"
#include "sim/results/results.hpp"

namespace meesterplan::store {

/// An input file of a kept run, beside what its results tell of it (name and hash).
struct KeptInput {
  std::string path;                 ///< from the project folder, '/' between folders
  std::optional<std::string> text;  ///< its bytes, of the scenario and those it extends

  friend bool operator==(KeptInput const&, KeptInput const&) = default;
};

/// A run as a project folder keeps it: the answer, and what it takes to redo it.
struct KeptRun {
  std::string name;     ///< unlike any other in its folder
  std::string kept_at;  ///< when: 2026-11-28T14:05:09Z
  std::string version;  ///< of the product that played it
  /// What the command line said in place of the scenario, in its order.
  std::vector<input::Setting> settings;
  std::vector<KeptInput> inputs;  ///< of results.inputs, one each; the first is the scenario
  results::Results results;
  /// content_hash_of() it when it was kept; empty before that, and of a run that a version
  /// without it kept.
  std::optional<std::string> content_hash{};
};

}  // namespace meesterplan::store
