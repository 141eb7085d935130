#include "sim/store/runs.hpp"

#include <cstdint>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <utility>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include "sim/store/columns.hpp"
#include "sim/store/database.hpp"
#include "sim/store/row_access.hpp"
#include "sim/store/store_error.hpp"
#include "sim/store/whole_file.hpp"

namespace meesterplan::store {
namespace {

namespace fs = std::filesystem;
constexpr std::string_view content_hash_column = "content_hash";
constexpr auto reading = IoError::Direction::reading;

/// The database that a path of the user means.
std::string database_at(std::string const& path) {
  std::error_code ignored;
  if (!fs::is_directory(path, ignored))
    return path;
  std::string file = path_in(path, runs_file);
  if (!fs::exists(file, ignored)) {
    throw StoreError(
        reading, path,
        {fmt::format("in deze map is geen run bewaard ({} ontbreekt). Bewaar er een: meesterplan "
                     "run SCENARIO -o {}",
                     runs_file, path),
         fmt::format("no run is kept in this folder ({} is missing). Keep one: meesterplan run "
                     "SCENARIO -o {}",
                     runs_file, path)});
  }
  return file;
}

Text unknown_run(std::string const& name, std::vector<std::string> const& names) {
  std::string list;
  for (std::string const& known : names)
    list += (list.empty() ? "" : ", ") + known;
  return {fmt::format("er is geen run {} (wel: {}). Kies een van die met --run.", name, list),
          fmt::format("there is no run {} (but: {}). Choose one of those with --run.", name, list)};
}

/// The rows of a table in their order, for one run (and target).
template <typename Row, typename... Owners>
std::vector<Row> rows_of(SQLite::Database& database, char const* table, char const* owned_by,
                         Owners... owners) {
  constexpr int first_field = sizeof...(Owners) + 1;  // behind whose it is, and its place
  SQLite::Statement query(database,
                          fmt::format("SELECT * FROM {} WHERE {} ORDER BY row", table, owned_by));
  int next = 1;
  (query.bind(next++, owners), ...);
  std::vector<Row> rows;
  while (query.executeStep()) {
    Filling filling(query, first_field);
    columns(filling, rows.emplace_back());
  }
  return rows;
}

template <typename Row>
std::vector<Row> rows_of_run(SQLite::Database& database, char const* table, std::int64_t run) {
  return rows_of<Row>(database, table, "run = ?", run);
}

/// Of a database with the layout of today.
void read_policies(SQLite::Database& database, std::int64_t run, results::Results& results) {
  constexpr char const* of_policy = "run = ? AND policy = ?";
  results.policy_cards = rows_of_run<results::PolicyCard>(database, "policy", run);
  std::int64_t row = 0;
  for (results::PolicyCard& card : results.policy_cards) {
    card.sizes = rows_of<results::PolicySize>(database, "policy_size", of_policy, run, row);
    card.prices = rows_of<results::PolicyPrice>(database, "policy_price", of_policy, run, row);
    card.limits = rows_of<results::PolicyLimit>(database, "policy_limit", of_policy, run, row);
    ++row;
  }
  for (results::PolicyAnswer& answer :
       rows_of_run<results::PolicyAnswer>(database, "policy_answer", run))
    results.policies = std::move(answer);
  if (!results.policies)
    return;
  results.policies->outcomes = rows_of_run<results::PolicyOutcome>(database, "policy_outcome", run);
  for (std::int64_t policy = 0; policy < row; ++policy) {
    auto& effects = results.policies->effects.emplace_back(
        rows_of<results::PolicyEffect>(database, "policy_effect", of_policy, run, policy));
    if (effects.size() != results.policies->outcomes.size())
      throw SQLite::Exception("policy_effect", SQLITE_CORRUPT);
  }
}

void read_lists(SQLite::Database& database, std::int64_t run, KeptRun& kept) {
  results::Results& results = kept.results;
  int const layout = layout_of(database);
  kept.settings = rows_of_run<input::Setting>(database, "setting", run);
  for (input::Setting const& setting : kept.settings)
    results.settings.push_back({setting.path, setting.value});
  for (InputRow& input : rows_of_run<InputRow>(database, "input", run)) {
    results.inputs.push_back(std::move(input.file));
    kept.inputs.push_back(std::move(input.kept));
  }
  results.targets = rows_of_run<results::TargetResult>(database, "target", run);
  std::int64_t row = 0;
  for (results::TargetResult& target : results.targets) {
    constexpr char const* of_target = "run = ? AND target = ?";
    target.by_year = rows_of<results::TargetYear>(database, "target_year", of_target, run, row);
    target.first_met = rows_of<results::FirstMet>(database, "first_met", of_target, run, row);
    if (layout >= 2)
      target.dots = rows_of<results::TargetDot>(database, "target_dot", of_target, run, row);
    ++row;
  }
  results.series = rows_of_run<results::SeriesRow>(database, "series", run);
  results.flows = rows_of_run<results::FlowRow>(database, "flow", run);
  results.known = rows_of_run<results::KnownRow>(database, "known", run);
  results.units = rows_of_run<results::UnitRow>(database, "unit", run);
  results.drivers = rows_of_run<results::DriverRow>(database, "driver", run);
  results.budgets = rows_of_run<results::BudgetResult>(database, "budget", run);
  results.notes = rows_of_run<Problem>(database, "note", run);
  if (layout < 3)
    return;
  results.history = rows_of_run<results::HistoryRow>(database, "history", run);
  results.questions = rows_of_run<results::QuestionRow>(database, "question", run);
  read_policies(database, run, results);
}

}  // namespace

struct Runs::Connection {
  std::string path;
  SQLite::Database database;
};

bool names_kept_runs(std::string const& path) {
  std::error_code ignored;
  if (fs::is_directory(path, ignored))
    return true;
  return fs::is_regular_file(path, ignored) && is_database(path);
}

Runs::Runs(std::string const& path) {
  std::string file = database_at(path);
  expect_ours(file, reading);
  fs::path const folder = fs::path(file).parent_path();
  folder_ = folder.empty() ? "." : folder.string();
  connection_ = std::make_unique<Connection>(Connection{file, open_database(file, reading)});
  SQLite::Database& database = connection_->database;
  guarded(&database, file, reading, [&] {
    SQLite::Statement query(database, "SELECT name FROM run ORDER BY id");
    while (query.executeStep())
      names_.push_back(query.getColumn(0).getString());
  });
  if (names_.empty()) {
    throw StoreError(
        reading, file,
        {"er staat geen enkele run in (dit bestand is leeg). Bewaar er een met "
         "meesterplan run.",
         "there is no run in it (this file is empty). Keep one with meesterplan run."});
  }
}

Runs::~Runs() = default;

KeptRun Runs::read(std::string const& name) const {
  SQLite::Database& database = connection_->database;
  return guarded(&database, connection_->path, reading, [&] {
    SQLite::Statement query(database, "SELECT * FROM run WHERE name = ?");
    query.bind(1, name);
    if (!query.executeStep())
      throw StoreError(reading, connection_->path, unknown_run(name, names_));
    KeptRun kept;
    Filling filling(query, 1);
    columns(filling, kept);
    // Runs that an earlier version kept have none.
    if (int const last = query.getColumnCount() - 1;
        query.getColumnName(last) == content_hash_column && !query.getColumn(last).isNull())
      kept.content_hash = query.getColumn(last).getString();
    read_lists(database, query.getColumn(0).getInt64(), kept);
    return kept;
  });
}

}  // namespace meesterplan::store
