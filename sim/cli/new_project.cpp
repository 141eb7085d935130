#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <ostream>
#include <string>
#include <system_error>
#include <vector>

#include <fmt/format.h>
#include <sys/stat.h>

#include "sim/base/problem.hpp"
#include "sim/base/visible.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/starter.hpp"
#include "sim/cli/written.hpp"
#include "sim/output/scenario_schema.hpp"

namespace meesterplan::cli {
namespace {

namespace fs = std::filesystem;

constexpr char const* scenario_file = "scenario.toml";

[[noreturn]] void fail(fs::path const& path, std::error_code error) {
  throw IoError(IoError::Direction::writing, path.string(),
                std::generic_category().message(error.value()));
}

/// A folder under a passing name, gone with all in it unless it moves on.
class PassingFolder final {
 public:
  explicit PassingFolder(std::string const& name) : path_(name + ".XXXXXX") {
    if (mkdtemp(path_.data()) == nullptr) {
      fs::path const above = fs::absolute(path_).parent_path();
      fail(above, {errno, std::generic_category()});
    }
    constexpr mode_t as_other_folders = 0777;
    mode_t const mask = umask(0);
    umask(mask);
    chmod(path_.c_str(), as_other_folders & ~mask);
  }
  ~PassingFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  PassingFolder(PassingFolder const&) = delete;
  PassingFolder& operator=(PassingFolder const&) = delete;

  std::string const& path() const { return path_; }

 private:
  std::string path_;
};

void fill(fs::path const& folder, Language language) {
  std::string_view const own = language == Language::nl ? "nl" : "en";
  for (StarterFile const& file : starter_files()) {
    if (file.language != "both" && file.language != own)
      continue;
    fs::path const path = folder / file.path;
    keep_file(path.parent_path().string(), path.filename().string(), Existing::keep,
              [&](std::ostream& stream) { stream << file.text; });
  }
  keep_file(folder.string(), "meesterplan.schema.json", Existing::keep,
            [&](std::ostream& stream) { output::write_scenario_schema(language, stream); });
}

/// Moves what is in `from` to the empty `folder`, the scenario last: with it the
/// project is there. All of it or, when that fails, nothing.
void move_in(fs::path const& from, fs::path const& folder) {
  std::vector<fs::path> names;
  for (fs::directory_entry const& entry : fs::directory_iterator(from))
    names.push_back(entry.path().filename());
  std::stable_partition(names.begin(), names.end(),
                        [](fs::path const& name) { return name != scenario_file; });
  std::error_code error;
  for (std::size_t i = 0; i < names.size() && !error; ++i) {
    fs::rename(from / names[i], folder / names[i], error);
    for (std::size_t back = 0; error && back < i; ++back) {
      std::error_code ignored;
      fs::remove_all(folder / names[back], ignored);
    }
  }
  if (error)
    fail(folder, error);
}

/// Whether there is an empty folder; throws when something else is there.
bool is_empty_folder(fs::path const& folder) {
  std::error_code error;
  if (!fs::exists(folder, error))
    return false;
  if (!fs::is_directory(folder, error))
    fail(folder, std::make_error_code(std::errc::not_a_directory));
  bool const is_empty = fs::is_empty(folder, error);
  if (error)
    fail(folder, error);
  if (!is_empty)
    throw OccupiedError(folder.string());
  return true;
}

void make_project(fs::path const& folder, Language language) {
  bool const is_there = is_empty_folder(folder);
  PassingFolder const passing((is_there ? folder / ".meesterplan" : folder).string());
  fill(passing.path(), language);
  if (is_there)
    return move_in(passing.path(), folder);
  std::error_code error;
  fs::rename(passing.path(), folder, error);
  if (error)
    fail(folder, error);
}

/// "a/b" for "a/b/", so that something can stand beside it.
fs::path plain(std::string const& folder) {
  fs::path path(folder);
  while (path.has_parent_path() && !path.has_filename())
    path = path.parent_path();
  return path;
}

}  // namespace

ExitCode new_project(Command const& command, Console const& console) {
  bool const nl = console.language() == Language::nl;
  fs::path const folder = plain(command.folder);
  try {
    make_project(folder, console.language());
  } catch (OccupiedError const&) {
    console.complain(fmt::format(
        fmt::runtime(nl ? "{}: hier staat al iets (dat blijft zoals het is). Noem een nieuwe map."
                        : "{}: something is there already (it is left as it is). Name a new "
                          "folder."),
        visible_line(command.folder)));
    return ExitCode::output;
  }
  console.say(
      fmt::format(fmt::runtime(nl ? "Gemaakt: {}. Lees eerst {}." : "Made: {}. Read {} first."),
                  visible_line(folder.string()),
                  visible_line((folder / (nl ? "LEESMIJ.md" : "README.md")).string())));
  suggest_next(console, "run", (folder / scenario_file).string());
  return ExitCode::ok;
}

}  // namespace meesterplan::cli
