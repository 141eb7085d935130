#include "sim/cli/loading.hpp"

#include <string>
#include <string_view>
#include <utility>

#include "sim/input/disk_files.hpp"

namespace meesterplan::cli {
namespace {

/// The files of this computer; remembers the texts of scenarios, which are small and tell
/// nothing of persons.
class RememberingFiles final : public input::FileSource {
 public:
  explicit RememberingFiles(std::map<std::string, std::string>& texts) : texts_(texts) {}

  input::FileRead read(std::string const& path) override {
    input::FileRead file = files_.read(path);
    bool const is_first = !std::exchange(any_read_, true);
    constexpr std::string_view scenario = ".toml";
    bool const is_scenario =
        path.size() > scenario.size() &&
        path.compare(path.size() - scenario.size(), scenario.size(), scenario) == 0;
    if (is_first || is_scenario)
      texts_[path] = file.bytes;
    return file;
  }

  std::optional<std::vector<std::string>> list(std::string const& folder) override {
    return files_.list(folder);
  }

 private:
  input::DiskFiles files_;
  std::map<std::string, std::string>& texts_;
  bool any_read_ = false;
};

}  // namespace

std::vector<input::Setting> settings_of(Command const& command) {
  std::vector<input::Setting> settings;
  auto const set = [&](char const* key, auto const& value) {
    if (value)
      settings.push_back({key, std::to_string(*value), std::string("--") + key});
  };
  set("replicates", command.replicates);
  set("seed", command.seed);
  set("years", command.years);
  if (command.uncertainty) {
    bool const all = *command.uncertainty == scenario::Uncertainty::all;
    settings.push_back({"uncertainty", all ? "all" : "chance", "--uncertainty"});
  }
  settings.insert(settings.end(), command.settings.begin(), command.settings.end());
  return settings;
}

Loaded load(Command const& command) {
  Loaded loaded;
  RememberingFiles files(loaded.texts);
  input::LoadResult result = input::load_scenario(files, command.scenario, {settings_of(command)});
  loaded.scenario = std::move(result.scenario);
  loaded.problems = std::move(result.problems);
  return loaded;
}

Loaded load_to_play(Command const& command) {
  Loaded loaded = load(command);
  if (has_errors(loaded.problems))
    throw InputError(std::move(loaded.problems));
  return loaded;
}

}  // namespace meesterplan::cli
