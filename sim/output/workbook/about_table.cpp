#include <algorithm>
#include <iterator>
#include <string>

#include "sim/output/version.hpp"
#include "sim/output/workbook/tables.hpp"

namespace meesterplan::output::workbook {
namespace {

/// Rows of the sheet: part, what, value.
class Facts final {
 public:
  Facts(Telling const& telling, Table& table) : telling_(telling), table_(table) {}

  /// What follows is about that run; without a call, about the file.
  void turn_to(std::size_t run) { run_cells_ = telling_.run_cells(run); }

  void add(std::string const& part, std::string const& what, Value value) {
    Row row = run_cells_.empty() ? Row(telling_.run_columns().size()) : run_cells_;
    table_.rows.push_back(with(std::move(row), {part, what, std::move(value)}));
  }

 private:
  Telling const& telling_;
  Table& table_;
  Row run_cells_;
};

std::string reader_name(Telling const& telling) {
  switch (telling.reader()) {
    case Reader::board:
      return telling.text("het bestuur", "the board");
    case Reader::council:
      return telling.text("de medezeggenschap", "the participation council");
    case Reader::hr:
      return "HR";
    case Reader::region:
      return telling.text("de regio", "the region");
  }
  return "";
}

std::string uncertainty_name(std::string const& key, Telling const& telling) {
  if (key == "all")
    return telling.text("toeval, en getallen die niet zeker zijn", "luck, and uncertain numbers");
  if (key == "chance")
    return telling.text("alleen toeval", "luck alone");
  return key;
}

/// What the command line set, in words where its key is not one of the scenario's.
std::string setting_name(std::string const& key, Telling const& telling) {
  if (key == "replicates")
    return telling.text("aantal toekomsten", "number of futures");
  if (key == "seed")
    return telling.text("startgetal", "seed");
  if (key == "years")
    return telling.text("aantal schooljaren", "number of school years");
  return key;
}

void tell_run(Telling const& telling, std::size_t index, Facts& facts) {
  ReportedRun const& run = telling.run(index);
  results::Results const& results = *run.results;
  std::string const part = telling.text("Run", "Run");
  facts.add(part, telling.text("Naam", "Name"), telling.run_name(index));
  facts.add(part, "Scenario", results.scenario);
  if (!results.description.empty())
    facts.add(part, telling.text("Omschrijving", "Description"), results.description);
  facts.add(part, telling.text("Eerste jaar (1 oktober)", "First year (1 October)"),
            year_cell(results.start));
  facts.add(part, telling.text("Schooljaren vooruit", "School years ahead"),
            year_cell(results.years));
  facts.add(part, telling.text("Toekomsten gespeeld", "Futures played"),
            whole(static_cast<double>(results.replicates)));
  facts.add(part, telling.text("Toekomsten gevraagd", "Futures asked for"),
            whole(static_cast<double>(results.replicates_asked)));
  if (results.interrupted()) {
    facts.add(part, telling.text("Let op", "Note"),
              telling.text("De run is onderbroken: er zijn minder toekomsten dan gevraagd.",
                           "The run was interrupted: there are fewer futures than asked for."));
  }
  facts.add(part, telling.text("Waarin toekomsten verschillen", "What differs between futures"),
            uncertainty_name(results.uncertainty, telling));
  facts.add(part, telling.text("Startgetal van het toeval", "Seed of chance"),
            Number{static_cast<double>(results.seed), Look::plain});
  if (!run.kept_at.empty())
    facts.add(part, telling.text("Bewaard op (UTC)", "Kept at (UTC)"), run.kept_at);
  facts.add(part, telling.text("Gespeeld met", "Played by"), "meesterplan " + run.played_by);
  facts.add(part, telling.text("Kenmerk van de uitkomst", "Hash of the answer"),
            results.result_hash);
}

void tell_inputs(Telling const& telling, std::size_t index, Facts& facts) {
  for (results::SettingRow const& setting : telling.results(index).settings) {
    facts.add(telling.text("Instelling van het commando", "Setting of the command"),
              setting_name(setting.key, telling), setting.value);
  }
  for (results::InputFile const& input : telling.results(index).inputs) {
    facts.add(telling.text("Invoerbestand, met kenmerk", "Input file, with its hash"), input.name,
              input.hash);
  }
}

}  // namespace

Table about_table(Telling const& telling, std::vector<Table const*> const& others) {
  Table table;
  table.name = {"Over dit bestand", "About this file"};
  table.columns = telling.run_columns();
  table.columns = with(std::move(table.columns),
                       {telling.text("Onderdeel", "Part"), telling.text("Wat", "What")});
  table.columns.push_back({telling.text("Waarde", "Value"), Width::prose});
  Facts facts(telling, table);
  std::string const file = telling.text("Bestand", "File");
  facts.add(file, telling.text("Geschreven voor", "Written for"), reader_name(telling));
  facts.add(file, telling.text("Taal", "Language"), telling.text("Nederlands", "English"));
  facts.add(file, telling.text("Geschreven door", "Written by"),
            "meesterplan " + std::string(version()));
  for (Table const* const other : others) {
    facts.add(telling.text("Werkblad", "Sheet"), other->name.in(telling.language()),
              other->about.in(telling.language()));
  }
  for (std::size_t run = 0; run < telling.n_runs(); ++run) {
    facts.turn_to(run);
    tell_run(telling, run, facts);
    tell_inputs(telling, run, facts);
  }
  return table;
}

}  // namespace meesterplan::output::workbook
