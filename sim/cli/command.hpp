#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/base/csv_line.hpp"
#include "sim/base/text.hpp"
#include "sim/input/setting.hpp"
#include "sim/publish/reader.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/store/whole_file.hpp"

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
  verify,
  import_school,
  synthesize,
  aggregate,
  report,
  explain,
  schema,
  completion,
};

/// What the data on the standard output look like.
enum class Form { text, json };

/// How much is told on the standard error.
enum class Talk { normal, quiet };

using store::Existing;

/// What is imported, and with what.
struct ImportFiles {
  std::string personnel, timetable, diplomas, profile;  ///< paths; all but the first may be empty
  std::string key;                                      ///< path; empty: the usual one
  std::optional<int> start;                             ///< school year; empty: of today
};

/// What is reported, to whom and where.
struct ReportFiles {
  std::vector<std::string> places;  ///< folders of kept runs, or databases; not empty
  std::vector<std::string> names;   ///< of the runs that are meant; empty: all that are there
  publish::Reader reader = publish::Reader::board;
  Language language = Language::nl;  ///< of the report: Dutch unless told otherwise
};

/// A command line, understood: plain values, nothing of how it was parsed.
struct Command {
  Verb verb = Verb::help;
  Verb help_about = Verb::help;  ///< with Verb::help: the command explained; help: all
  Language language = Language::en;
  /// Path of a scenario; for why, staffing and verify also of kept runs.
  std::string scenario;

  // What the scenario says, unless the command line says otherwise.
  std::optional<std::int64_t> replicates;
  std::optional<std::uint32_t> seed;
  std::optional<int> years;
  std::optional<scenario::Uncertainty> uncertainty;
  std::vector<input::Setting> settings;  ///< of --set, in their order; they win from all above

  int threads = 0;  ///< 0: as many as the machine has
  Form form = Form::text;
  Talk talk = Talk::normal;
  std::string topic;  ///< of explain: a key or word, empty: all; of completion: the shell

  /// Of new, import, synthesize and aggregate: where it is made; of run: where it is kept, empty:
  /// nowhere.
  std::string folder;
  Existing existing = Existing::keep;
  std::optional<std::string> name;      ///< of a run that is kept; empty: the scenario's
  std::optional<std::string> kept_run;  ///< which, of a folder with several
  std::optional<CsvForm> csv;           ///< of run: of its tables; of staffing: asked as CSV
  std::string populations_in;           ///< of run: folder of made-up people; empty: none
  bool with_policies = false;           ///< of run: also what each policy does

  std::optional<int> year;  ///< of staffing: school year; empty: the next one
  std::string file;  ///< of staffing and report: where it is kept; of staffing empty: nowhere

  ImportFiles import;
  ReportFiles report;
  std::string margins, duo, locations;  ///< of synthesize: paths; the last two may be empty
  int populations = 1;                  ///< of synthesize: 1: in the folder itself
  int under = 10;                       ///< of aggregate: smaller counts are hidden
  bool by_subject = false;              ///< of aggregate: subjects instead of clusters
  std::optional<int> start;             ///< of synthesize: school year; empty: of today
};

}  // namespace meesterplan::cli
