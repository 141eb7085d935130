#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/input/file_source.hpp"
#include "sim/store/kept_run.hpp"
#include "sim/study/study.hpp"

namespace meesterplan::study {

/// An input file of a kept run that is not as it was.
struct ChangedInput {
  std::string path;                  ///< where it was looked for
  std::string kept_hash;             ///< 16 hexadecimal digits, as input was then
  std::optional<std::string> found;  ///< hash of what is there now; empty: it cannot be read
};

enum class Verdict {
  equal,
  inputs_changed,  ///< or there are none to play from: nothing was played
  other_numbers,   ///< from the same inputs
  interrupted      ///< before all futures were played again
};

/// What became of redoing a kept run.
struct Verification {
  Verdict verdict = Verdict::equal;
  std::vector<ChangedInput> changed;
  std::string found_hash;  ///< result_hash of the run redone; empty when nothing was played
};

/// Redoes a kept run from its inputs, which are looked for from the project's `folder` in
/// `files`, and compares. The inputs must be the same byte for byte; then the same futures
/// are played, with the settings of then: as many as were played, when it was interrupted.
/// Equal is the same result_hash and the same numbers in targets, series, flows, known
/// changes and drivers. Throws InputError when this version refuses the scenario.
Verification verify(store::KeptRun const& kept, std::string const& folder, input::FileSource& files,
                    Options const& options);

}  // namespace meesterplan::study
