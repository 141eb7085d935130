#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "sim/base/text.hpp"
#include "sim/output/csv.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/store/whole_file.hpp"

namespace meesterplan::cli {

/// What the command is asked to do.
enum class Verb { help, version, check, run, why, verify };

/// What the data on the standard output look like.
enum class Form { text, json };

/// How much is told on the standard error.
enum class Talk { normal, quiet };

using output::CsvForm;
using store::Existing;

/// A command line, understood: plain values, nothing of how it was parsed.
struct Command {
  Verb verb = Verb::help;
  Verb help_about = Verb::help;  ///< with Verb::help: the command explained; help: all
  Language language = Language::en;
  std::string scenario;  ///< path; for check, run, why and verify; for the last two of kept runs

  // What the scenario says, unless the command line says otherwise.
  std::optional<std::int64_t> replicates;
  std::optional<std::uint32_t> seed;
  std::optional<int> years;
  std::optional<scenario::Uncertainty> uncertainty;

  int threads = 0;  ///< 0: as many as the machine has
  Form form = Form::text;
  Talk talk = Talk::normal;

  // With run: how the run is kept.
  std::string folder;               ///< empty: it is not
  std::optional<std::string> name;  ///< of the run; empty: the scenario's
  CsvForm csv = CsvForm::rfc4180;
  Existing existing = Existing::keep;

  std::optional<std::string> kept_run;  ///< which, of a folder with several
};

}  // namespace meesterplan::cli
