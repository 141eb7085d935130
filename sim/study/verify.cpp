#include "sim/study/verify.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <utility>

#include "sim/base/contracts.hpp"
#include "sim/base/hash.hpp"
#include "sim/input/load_scenario.hpp"
#include "sim/results/result_hash.hpp"
#include "sim/store/content_hash.hpp"
#include "sim/study/policies.hpp"

namespace meesterplan::study {
namespace {

/// The files of a kept run under the names that they had then, wherever they are now:
/// what the scenario or the command line said of them means the same as then.
class KeptFiles final : public input::FileSource {
 public:
  KeptFiles(store::KeptRun const& kept, std::string const& folder, input::FileSource& files)
      : files_(files) {
    MP_EXPECT(kept.inputs.size() == kept.results.inputs.size());
    for (std::size_t index = 0; index < kept.inputs.size(); ++index) {
      std::filesystem::path const path = std::filesystem::path(folder) / kept.inputs[index].path;
      paths_[kept.results.inputs[index].name] = path.lexically_normal().generic_string();
    }
  }

  std::string const& path_of(std::string const& name) const { return paths_.at(name); }

  input::FileRead read(std::string const& name) override {
    auto const found = paths_.find(name);
    return found == paths_.end() ? input::FileRead{input::FileRead::Status::missing, {}, {}}
                                 : files_.read(found->second);
  }

 private:
  input::FileSource& files_;
  std::map<std::string, std::string> paths_;  ///< now, by name then
};

std::vector<ChangedInput> changed_inputs(store::KeptRun const& kept, KeptFiles& files) {
  std::vector<ChangedInput> changed;
  for (results::InputFile const& input : kept.results.inputs) {
    input::FileRead const now = files.read(input.name);
    std::optional<std::string> found;
    if (now.status == input::FileRead::Status::ok)
      found = results::hexadecimal(hash64(now.bytes));
    if (found != input.hash)
      changed.push_back({files.path_of(input.name), input.hash, found});
  }
  return changed;
}

/// The settings of then; a run that was cut short had so many futures.
input::LoadOptions options_of(store::KeptRun const& kept) {
  input::LoadOptions options{kept.settings};
  if (!kept.results.interrupted())
    return options;
  auto& settings = options.settings;
  settings.erase(std::remove_if(settings.begin(), settings.end(),
                                [](auto const& setting) { return setting.path == "replicates"; }),
                 settings.end());
  settings.push_back({"replicates", std::to_string(kept.results.replicates)});
  return options;
}

/// Targets without what a run that was cut short need not have.
std::vector<results::TargetResult> without_chance(std::vector<results::TargetResult> targets) {
  for (results::TargetResult& target : targets) {
    target.chance_probability.reset();
    target.chance_standard_error.reset();
  }
  return targets;
}

bool same_numbers(results::Results const& kept, results::Results const& found) {
  bool const whole = !kept.interrupted() && !kept.chance_is_missing;
  bool const same_targets = whole ? kept.targets == found.targets
                                  : without_chance(kept.targets) == without_chance(found.targets);
  return kept.result_hash == found.result_hash && same_targets && kept.series == found.series &&
         kept.flows == found.flows && kept.known == found.known && kept.units == found.units &&
         kept.drivers == found.drivers && kept.budgets == found.budgets &&
         kept.policies == found.policies;
}

}  // namespace

Verification verify(store::KeptRun const& kept, std::string const& folder, input::FileSource& files,
                    Options const& options) {
  KeptFiles kept_files(kept, folder, files);
  Verification verification;
  verification.changed = changed_inputs(kept, kept_files);
  if (!verification.changed.empty() || kept.inputs.empty()) {
    verification.verdict = Verdict::inputs_changed;
    return verification;
  }
  scenario::Scenario const scenario =
      input::load_scenario_or_throw(kept_files, kept.results.inputs.front().name, options_of(kept));
  results::Results found = run(scenario, options);
  bool const with_policies = kept.results.policies && !found.interrupted();
  if (with_policies)
    found.policies = policies(scenario, options);
  verification.found_hash = found.result_hash;
  bool const lacks_policies = with_policies && !found.policies;
  if (found.interrupted() || found.chance_is_missing || lacks_policies) {
    verification.verdict = Verdict::interrupted;
  } else if (!same_numbers(kept.results, found) || !store::is_as_kept(kept)) {
    verification.verdict = Verdict::other_numbers;
  }
  return verification;
}

}  // namespace meesterplan::study
