#include "sim/store/addition.hpp"

#include <cstdint>
#include <deque>
#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>
#include <vector>

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>

#include "sim/base/contracts.hpp"
#include "sim/store/columns.hpp"
#include "sim/store/content_hash.hpp"
#include "sim/store/database.hpp"
#include "sim/store/locked_folder.hpp"
#include "sim/store/row_access.hpp"
#include "sim/store/runs.hpp"
#include "sim/store/store_error.hpp"

namespace meesterplan::store {
namespace {

namespace fs = std::filesystem;
constexpr auto writing = IoError::Direction::writing;

std::vector<std::string> file_names() {
  std::vector<std::string> names = {runs_file};
  for (TidyTable const& table : tidy_tables())
    names.emplace_back(table.file_name);
  return names;
}

/// Removes what processes that were killed while they wrote have left; nobody else
/// writes now.
void remove_left_overs(std::string const& folder) {
  std::vector<std::string> const names = file_names();
  std::error_code ignored;
  std::vector<fs::path> left;
  for (auto const& entry : fs::directory_iterator(folder, ignored)) {
    std::string const found = entry.path().filename().string();
    for (std::string const& name : names) {
      if (is_left_over(found, name))
        left.push_back(entry.path());
    }
  }
  for (fs::path const& path : left)
    fs::remove(path, ignored);
}

/// Another program has the database open in its own way, or left it half-written.
void expect_nothing_beside(std::string const& path) {
  std::error_code ignored;
  for (char const* end : {"-wal", "-journal"}) {
    if (fs::exists(path + end, ignored)) {
      throw StoreError(
          writing, path + end,
          {"een ander programma heeft de uitkomsten in gebruik, of schreef ze niet af (dit bestand "
           "hoort daarbij). Sluit dat programma, of open en sluit results.sqlite er nog eens mee.",
           "another program is using the results, or did not finish writing them (this file "
           "belongs "
           "to that). Close that program, or open and close results.sqlite with it once more."});
    }
  }
}

Text name_is_taken(std::string const& name) {
  return {fmt::format("run {} is hier al bewaard (een eerdere uitkomst wordt niet ongevraagd "
                      "overschreven). Kies een andere naam met --name, of geef --overwrite.",
                      name),
          fmt::format("run {} is kept here already (earlier results are not overwritten unasked). "
                      "Choose another name with --name, or give --overwrite.",
                      name)};
}

bool holds_run(SQLite::Database& database, std::string const& name) {
  SQLite::Statement query(database, "SELECT 1 FROM run WHERE name = ?");
  query.bind(1, name);
  return query.executeStep();
}

/// The database that is there, if one is; throws when none can be added to it. The
/// folder is locked.
std::optional<SQLite::Database> open_present(Destination const& destination) {
  std::string const path = path_in(destination.folder, runs_file);
  std::error_code ignored;
  if (!fs::exists(path, ignored)) {
    remove_left_overs(destination.folder);
    expect_free(destination.folder, destination.existing);
    return std::nullopt;
  }
  expect_ours(path, writing);
  expect_nothing_beside(path);
  SQLite::Database database = open_database(path, writing);
  bool const is_taken =
      guarded(&database, path, writing, [&] { return holds_run(database, destination.name); });
  if (is_taken && destination.existing == Existing::keep)
    throw StoreError(writing, destination.folder, name_is_taken(destination.name));
  return database;
}

/// Adds rows to a table, one statement for all.
class Inserting final {
 public:
  template <typename Row>
  Inserting(SQLite::Database& database, char const* table, std::vector<std::int64_t> owners,
            Row const& example)
      : owners_(std::move(owners)), statement_(database, sql(table, owners_.size() + 1, example)) {}

  template <typename Row>
  void add(Row const& row) {
    int next = 1;
    for (std::int64_t const owner : owners_)
      statement_.bind(next++, owner);
    statement_.bind(next++, place_++);
    Binding binding(statement_, next);
    columns(binding, row);
    statement_.exec();
    statement_.reset();
  }

 private:
  template <typename Row>
  static std::string sql(char const* table, std::size_t n_keys, Row const& example) {
    Declaring declaring;
    columns(declaring, example);
    std::string marks = "?";
    for (std::size_t index = 1; index < n_keys + declaring.columns().size(); ++index)
      marks += ", ?";
    return fmt::format("INSERT INTO {} VALUES ({})", table, marks);
  }

  std::vector<std::int64_t> owners_;
  std::int64_t place_ = 0;
  SQLite::Statement statement_;
};

template <typename Row>
void insert_all(SQLite::Database& database, char const* table, std::vector<std::int64_t> owners,
                std::vector<Row> const& rows) {
  Inserting inserting(database, table, std::move(owners), Row{});
  for (Row const& row : rows)
    inserting.add(row);
}

/// The run itself; its key.
std::int64_t insert_run(SQLite::Database& database, KeptRun const& run) {
  Declaring declaring;
  columns(declaring, run);
  std::string marks;
  for (std::size_t index = 0; index < declaring.columns().size(); ++index)
    marks += ", ?";
  SQLite::Statement insert(database, fmt::format("INSERT INTO run VALUES (NULL{}, ?)", marks));
  Binding binding(insert, 1);
  columns(binding, run);
  insert.bind(static_cast<int>(declaring.columns().size()) + 1, content_hash_of(run));
  insert.exec();
  return database.getLastInsertRowid();
}

/// The cards of the policies and, where it was asked, what they do.
void insert_policies(SQLite::Database& database, std::int64_t run,
                     results::Results const& results) {
  insert_all(database, "policy", {run}, results.policy_cards);
  std::int64_t row = 0;
  for (results::PolicyCard const& card : results.policy_cards) {
    insert_all(database, "policy_size", {run, row}, card.sizes);
    insert_all(database, "policy_price", {run, row}, card.prices);
    insert_all(database, "policy_limit", {run, row}, card.limits);
    ++row;
  }
  if (!results.policies)
    return;
  MP_EXPECT(results.policies->effects.size() == results.policy_cards.size());
  insert_all(database, "policy_answer", {run}, std::vector{*results.policies});
  insert_all(database, "policy_outcome", {run}, results.policies->outcomes);
  row = 0;
  for (auto const& effects : results.policies->effects)
    insert_all(database, "policy_effect", {run, row++}, effects);
}

void insert(SQLite::Database& database, KeptRun const& run) {
  results::Results const& results = run.results;
  std::int64_t const id = insert_run(database, run);
  insert_all(database, "setting", {id}, run.settings);
  insert_all(database, "input", {id}, input_rows(run));
  insert_all(database, "target", {id}, results.targets);
  std::int64_t row = 0;
  for (results::TargetResult const& target : results.targets) {
    insert_all(database, "target_year", {id, row}, target.by_year);
    insert_all(database, "first_met", {id, row}, target.first_met);
    insert_all(database, "target_dot", {id, row}, target.dots);
    ++row;
  }
  insert_all(database, "series", {id}, results.series);
  insert_all(database, "flow", {id}, results.flows);
  insert_all(database, "known", {id}, results.known);
  insert_all(database, "unit", {id}, results.units);
  insert_all(database, "driver", {id}, results.drivers);
  insert_all(database, "budget", {id}, results.budgets);
  insert_all(database, "note", {id}, results.notes);
  insert_all(database, "history", {id}, results.history);
  insert_all(database, "question", {id}, results.questions);
  insert_policies(database, id, results);
}

/// Copies what is there, or makes the tables.
void begin_with(SQLite::Database& database, std::optional<SQLite::Database> present) {
  if (present) {
    SQLite::Backup copy(database, *present);
    copy.executeStep(-1);
    bring_up_to_date(database);
  } else {
    create_tables(database);
  }
  // Nobody else knows the copy, which is thrown away when anything fails: it needs no
  // journal, and is put on the disk at the end.
  database.exec("PRAGMA journal_mode = OFF");
  database.exec("PRAGMA synchronous = OFF");
  database.exec("PRAGMA foreign_keys = ON");
}

void replace_run(SQLite::Database& database, KeptRun const& run) {
  SQLite::Transaction transaction(database);
  SQLite::Statement old(database, "DELETE FROM run WHERE name = ?");
  old.bind(1, run.name);
  old.exec();
  insert(database, run);
  transaction.commit();
}

Cell cell_of(SQLite::Column const& column) {
  if (column.isNull())
    return std::monostate{};
  if (column.isInteger())
    return column.getInt64();
  if (column.isFloat())
    return column.getDouble();
  auto const* const text = static_cast<char const*>(column.getBlob());
  auto const size = static_cast<std::size_t>(column.getBytes());
  return size == 0 ? std::string_view() : std::string_view(text, size);
}

}  // namespace

struct Addition::Parts {
  Parts(std::string const& where, std::chrono::milliseconds patience)
      : folder(where, patience), path(path_in(where, runs_file)) {}

  LockedFolder folder;
  std::string path;               ///< of the database
  std::deque<PassingFile> files;  ///< the database first
  std::optional<SQLite::Database> database;
};

void expect_place(Destination const& destination) {
  LockedFolder const folder(destination.folder, destination.patience);
  open_present(destination);
  try_writing(destination.folder, file_names());
}

Addition::Addition(Destination const& destination, KeptRun const& run)
    : parts_(std::make_unique<Parts>(destination.folder, destination.patience)) {
  MP_EXPECT(run.name == destination.name);
  std::string const& path = parts_->path;
  std::optional<SQLite::Database> present = open_present(destination);
  remove_left_overs(destination.folder);
  PassingFile const& file = parts_->files.emplace_back(path);
  parts_->database = open_database(file.passing_path(), writing);
  SQLite::Database& database = *parts_->database;
  guarded(&database, path, writing, [&] {
    begin_with(database, std::move(present));
    expect_sound(database, path, writing);
    replace_run(database, run);
    expect_sound(database, path, writing);
  });
}

Addition::~Addition() = default;

void Addition::add_file(std::string_view file_name, Writer const& writer) {
  std::string const& folder = parts_->folder.path();
  parts_->files.emplace_back(path_in(folder, std::string(file_name))).fill(writer);
}

void Addition::read_rows(TidyTable const& table, RowSink const& sink) {
  SQLite::Database& database = *parts_->database;
  guarded(&database, parts_->path, writing, [&] {
    SQLite::Statement query(database, std::string(table.query));
    auto const n_columns = static_cast<std::size_t>(query.getColumnCount());
    std::vector<Cell> cells(n_columns);
    for (std::size_t index = 0; index < n_columns; ++index)
      cells[index] = std::string_view(query.getColumnName(static_cast<int>(index)));
    sink(cells);
    while (query.executeStep()) {
      for (std::size_t index = 0; index < n_columns; ++index)
        cells[index] = cell_of(query.getColumn(static_cast<int>(index)));
      sink(cells);
    }
  });
}

void Addition::finish() {
  parts_->database.reset();
  parts_->files.front().finish();
  for (PassingFile& file : parts_->files)
    file.rename(Existing::overwrite);
  parts_->folder.stay();
  flush_folder(parts_->folder.path());
}

std::string path_from(std::string const& folder, std::string const& path) {
  // The folder of a file really, but the file by the name that it was given: a link to a
  // scenario has its neighbours where the link is.
  std::error_code error;
  fs::path const named = fs::absolute(path, error).lexically_normal();
  fs::path const real = fs::weakly_canonical(named.parent_path(), error) / named.filename();
  fs::path const from = fs::weakly_canonical(fs::absolute(folder, error), error);
  return real.lexically_relative(from).generic_string();
}

}  // namespace meesterplan::store
