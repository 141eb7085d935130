#include "sim/intake/import.hpp"

#include <cstdlib>
#include <filesystem>
#include <ostream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "sim/base/visible.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/import_text.hpp"
#include "sim/cli/key_file.hpp"
#include "sim/cli/parse.hpp"
#include "sim/cli/school_folder.hpp"
#include "sim/cli/written.hpp"
#include "sim/input/disk_files.hpp"
#include "sim/intake/project_files.hpp"
#include "sim/output/import_json.hpp"
#include "sim/output/version.hpp"

namespace meesterplan::cli {
namespace {

constexpr char const* report_file = "import.txt";

std::string key_path(Command const& command) {
  if (!command.import.key.empty())
    return command.import.key;
  std::string path = usual_key_path(std::getenv("XDG_CONFIG_HOME"), std::getenv("HOME"));
  if (path.empty()) {
    throw UsageError(command.language,
                     {"er is geen eigen map om de sleutel in te bewaren (HOME is leeg). Noem een "
                      "bestand met --key.",
                      "there is no folder of your own to keep the key in (HOME is empty). Name a "
                      "file by --key."});
  }
  return path;
}

intake::PseudonymKey take_key(Command const& command, Console const& console) {
  std::string const path = key_path(command);
  KeyFile const file = key_at(path);
  if (file.is_new) {
    bool const nl = console.language() == Language::nl;
    // Even when quiet: with a key that was not meant nobody is recognised again.
    console.complain(fmt::format(
        fmt::runtime(nl ? "Nieuwe sleutel voor pseudoniemen: {}. Bewaar hem; met dezelfde sleutel "
                          "krijgt een leraar volgend jaar hetzelfde pseudoniem."
                        : "New key for pseudonyms: {}. Keep it; with the same key a teacher gets "
                          "the same pseudonym next year."),
        visible_line(path)));
  }
  return file.key;
}

std::string report_of(intake::Import const& import, Language language, Quotes quotes) {
  std::ostringstream text;
  write_import(import, language, quotes, text);
  return text.str();
}

std::vector<intake::ProjectFile> files_of(intake::Import const& import, Language language) {
  std::vector<intake::ProjectFile> files = intake::project_files(import, language);
  files.push_back({report_file, report_of(import, language, Quotes::left_out)});
  return files;
}

/// The scenario of a project made by `new`, in whose folder for the school it was written.
void suggest_check(std::string const& folder, Console const& console) {
  namespace fs = std::filesystem;
  std::error_code error;
  fs::path const scenario = (fs::path(folder) / "../scenario.toml").lexically_normal();
  if (fs::exists(scenario, error))
    suggest_next(console, "check", scenario.string());
}

}  // namespace

ExitCode import_school(Command const& command, Console const& console) {
  bool const nl = console.language() == Language::nl;
  console.say(
      fmt::format("meesterplan {}: {}", output::version(), visible_line(command.import.personnel)));
  SchoolFolder folder(command.folder, command.existing);
  int const start = start_year(command.import.start, console);
  input::DiskFiles disk;
  intake::KeptEntries kept = intake::read_kept_entries(disk, command.folder);
  intake::Import import = intake::import_school(
      disk, {command.import.personnel, command.import.timetable, command.import.diplomas,
             command.import.profile, start, take_key(command, console)});
  import.kept = std::move(kept);
  std::vector<intake::ProjectFile> const files = files_of(import, console.language());
  folder.keep(files);
  if (command.form == Form::json) {
    write_output([&](std::ostream& stream) { output::write_json(import, stream); });
  } else {
    write_text([&](std::ostream& stream) {
      stream << report_of(import, console.language(), Quotes::shown);
    });
  }
  console.say(fmt::format(fmt::runtime(nl ? "Geschreven: {}" : "Written: {}"),
                          visible_line(command.folder)));
  suggest_check(command.folder, console);
  return ExitCode::ok;
}

}  // namespace meesterplan::cli
