#include "sim/cli/keeping.hpp"

#include <chrono>
#include <ctime>
#include <fstream>
#include <ostream>
#include <span>

#include <fmt/chrono.h>

#include "sim/cli/loading.hpp"
#include "sim/output/csv.hpp"
#include "sim/output/version.hpp"

namespace meesterplan::cli {
namespace {

std::string now() {
  auto const time = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(time));
}

store::KeptRun kept_run(Command const& command, std::map<std::string, std::string> const& texts,
                        results::Results const& results) {
  store::KeptRun run;
  run.name = destination_of(command, results.scenario).name;
  run.kept_at = now();
  run.version = output::version();
  run.settings = settings_of(command);
  run.results = results;
  run.inputs.reserve(results.inputs.size());
  for (results::InputFile const& input : results.inputs) {
    store::KeptInput& kept = run.inputs.emplace_back();
    kept.path = store::path_from(command.folder, input.name);
    if (auto const text = texts.find(input.name); text != texts.end())
      kept.text = text->second;
  }
  return run;
}

/// That of the CSV files which a folder holds already.
CsvForm form_of(std::string const& folder) {
  std::string mark(csv_mark(CsvForm::nl).size(), '\0');
  std::ifstream runs(store::path_in(folder, "runs.csv"), std::ios::binary);
  bool const is_dutch = runs.read(mark.data(), static_cast<std::streamsize>(mark.size())) &&
                        mark == csv_mark(CsvForm::nl);
  return is_dutch ? CsvForm::nl : CsvForm::rfc;
}

}  // namespace

store::Destination destination_of(Command const& command, std::string const& scenario_name) {
  store::Destination destination;
  destination.folder = command.folder;
  destination.name = command.name.value_or(scenario_name);
  destination.existing = command.existing;
  return destination;
}

void keep(Command const& command, std::map<std::string, std::string> const& texts,
          results::Results const& results) {
  CsvForm const form = command.csv.value_or(form_of(command.folder));
  store::Addition addition(destination_of(command, results.scenario),
                           kept_run(command, texts, results));
  for (store::TidyTable const& table : store::tidy_tables()) {
    addition.add_file(table.file_name, [&](std::ostream& stream) {
      output::CsvLines lines(stream, form);
      addition.read_rows(table, [&](std::span<store::Cell const> row) { lines.write(row); });
    });
  }
  addition.finish();
}

}  // namespace meesterplan::cli
