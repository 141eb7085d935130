#include "sim/store/database.hpp"

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <memory>
#include <string_view>
#include <system_error>
#include <vector>

#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include "sim/store/columns.hpp"
#include "sim/store/row_access.hpp"
#include "sim/store/store_error.hpp"

namespace meesterplan::store {
namespace {

using Direction = IoError::Direction;

constexpr int patience_ms = 2000;  ///< for another program that is writing
constexpr std::string_view magic{"SQLite format 3\0", 16};

/// The first bytes of a database file (sqlite.org/fileformat.html, 1.3).
class Header final {
 public:
  static constexpr std::size_t size = 100;

  explicit Header(std::string bytes) : bytes_(std::move(bytes)) {}

  bool is_database() const { return bytes_.size() == size && bytes_.rfind(magic, 0) == 0; }
  std::int32_t user_version() const { return static_cast<std::int32_t>(number(60, 4)); }
  std::int32_t application() const { return static_cast<std::int32_t>(number(68, 4)); }

  /// How many bytes the file should have; 0: the header does not tell.
  std::uint64_t file_size() const {
    bool const is_told = number(24, 4) == number(92, 4);
    std::uint64_t const page = number(16, 2) == 1 ? 65536 : number(16, 2);
    return is_told ? page * number(28, 4) : 0;
  }

 private:
  std::uint64_t number(std::size_t from, std::size_t n_bytes) const {
    std::uint64_t value = 0;
    for (std::size_t index = 0; index < n_bytes; ++index)
      value = value << 8U | static_cast<unsigned char>(bytes_[from + index]);
    return value;
  }

  std::string bytes_;
};

struct Closer {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

/// As much of the header as there is; throws IoError.
Header header_of(std::string const& path, Direction direction) {
  auto const fail_with = [&](int error) {
    throw IoError(direction, path, std::generic_category().message(error));
  };
  std::unique_ptr<std::FILE, Closer> const file(std::fopen(path.c_str(), "rb"));
  if (!file)
    fail_with(errno);
  std::string bytes(Header::size, '\0');
  bytes.resize(std::fread(bytes.data(), 1, bytes.size(), file.get()));
  if (std::ferror(file.get()) != 0)
    fail_with(errno);
  return Header(std::move(bytes));
}

std::uint64_t size_of(std::string const& path) {
  struct stat status = {};
  return stat(path.c_str(), &status) == 0 ? static_cast<std::uint64_t>(status.st_size) : 0;
}

Text not_ours() {
  return {
      "dit is geen bestand met uitkomsten van meesterplan (een ander programma heeft het gemaakt). "
      "Noem een andere map, of zet dit bestand ergens anders.",
      "this is no file of results of meesterplan (another program made it). Name another folder, "
      "or move this file away."};
}

Text damaged(std::string const& what) {
  return {fmt::format("dit bestand met uitkomsten is beschadigd ({}). Zet een reservekopie terug, "
                      "of zet het ergens anders en speel de runs opnieuw.",
                      what),
          fmt::format("this file of results is damaged ({}). Put a backup in its place, or move it "
                      "away and play the runs again.",
                      what)};
}

Text too_new(std::int32_t version) {
  return {fmt::format("deze uitkomsten zijn bewaard door een nieuwere meesterplan (indeling {}, "
                      "deze kent {}). Gebruik die nieuwere.",
                      version, schema_version),
          fmt::format("these results were kept by a newer meesterplan (layout {}, this one knows "
                      "{}). Use the newer one.",
                      version, schema_version)};
}

Text busy() {
  return {
      "een ander programma heeft dit bestand in gebruik (er wordt in geschreven). Sluit dat "
      "programma en probeer het opnieuw.",
      "another program is using this file (it is being written to). Close that program and try "
      "again."};
}

template <typename Row>
std::string table(char const* name, std::string const& keys, std::string const& place) {
  Declaring declaring;
  Row const nothing{};
  columns(declaring, nothing);
  std::string sql = fmt::format("CREATE TABLE {} ({}", name, keys);
  for (Declaring::Column const& column : declaring.columns())
    sql += ",\n  " + column.declaration;
  return sql + place;
}

/// A list of a run: its rows stand together, in their order.
template <typename Row>
std::string list_of_run(char const* name) {
  return table<Row>(name,
                    "run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE, row INTEGER NOT NULL",
                    ",\n  PRIMARY KEY (run, row)) WITHOUT ROWID");
}

/// A list of what stands in a row of another list: of a target, of a policy.
template <typename Row>
std::string list_of(char const* owner, char const* name) {
  std::string const keys =
      fmt::format("run INTEGER NOT NULL, {} INTEGER NOT NULL, row INTEGER NOT NULL", owner);
  std::string const place = fmt::format(
      ",\n  PRIMARY KEY (run, {0}, row),\n  FOREIGN KEY (run, {0}) REFERENCES {0} ON DELETE "
      "CASCADE) WITHOUT ROWID",
      owner);
  return table<Row>(name, keys, place);
}

/// The tables that came with layout 3.
std::vector<std::string> tables_of_policies_and_history() {
  return {list_of_run<results::HistoryRow>("history"),
          list_of_run<results::QuestionRow>("question"),
          list_of_run<results::PolicyCard>("policy"),
          list_of<results::PolicySize>("policy", "policy_size"),
          list_of<results::PolicyPrice>("policy", "policy_price"),
          list_of<results::PolicyLimit>("policy", "policy_limit"),
          list_of_run<results::PolicyAnswer>("policy_answer"),
          list_of_run<results::PolicyOutcome>("policy_outcome"),
          list_of<results::PolicyEffect>("policy", "policy_effect")};
}

}  // namespace

bool is_database(std::string const& path) {
  return header_of(path, Direction::reading).is_database();
}

void expect_ours(std::string const& path, Direction direction) {
  Header const header = header_of(path, direction);
  std::uint64_t const size = size_of(path);
  if (size == 0)
    throw StoreError(direction, path, damaged("0 bytes"));
  if (!header.is_database() || header.application() != application_id)
    throw StoreError(direction, path, not_ours());
  if (header.user_version() > schema_version)
    throw StoreError(direction, path, too_new(header.user_version()));
  if (size < header.file_size()) {
    std::string const sizes = fmt::format("{} < {} bytes", size, header.file_size());
    throw StoreError(direction, path, damaged(sizes));
  }
}

SQLite::Database open_database(std::string const& path, Direction direction) {
  int const flags = SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX;
  return guarded(nullptr, path, direction,
                 [&] { return SQLite::Database(path, flags, patience_ms); });
}

void create_tables(SQLite::Database& database) {
  std::vector<std::string> statements = {
      fmt::format("PRAGMA application_id = {}", application_id),
      fmt::format("PRAGMA user_version = {}", schema_version),
      table<KeptRun>("run", "id INTEGER PRIMARY KEY", ",\n  content_hash TEXT,\n  UNIQUE (name))"),
      list_of_run<input::Setting>("setting"),
      list_of_run<InputRow>("input"),
      list_of_run<results::TargetResult>("target"),
      list_of<results::TargetYear>("target", "target_year"),
      list_of<results::FirstMet>("target", "first_met"),
      list_of<results::TargetDot>("target", "target_dot"),
      list_of_run<results::SeriesRow>("series"),
      list_of_run<results::FlowRow>("flow"),
      list_of_run<results::KnownRow>("known"),
      list_of_run<results::UnitRow>("unit"),
      list_of_run<results::DriverRow>("driver"),
      list_of_run<results::BudgetResult>("budget"),
      list_of_run<Problem>("note")};
  for (std::string& statement : tables_of_policies_and_history())
    statements.push_back(std::move(statement));
  for (std::string const& statement : statements)
    database.exec(statement);
}

int layout_of(SQLite::Database& database) {
  SQLite::Statement asked(database, "PRAGMA user_version");
  return asked.executeStep() ? asked.getColumn(0).getInt() : 0;
}

void bring_up_to_date(SQLite::Database& database) {
  int const layout = layout_of(database);
  if (layout >= schema_version)
    return;
  if (layout < 2) {
    database.exec("ALTER TABLE run ADD COLUMN content_hash TEXT");
    database.exec("ALTER TABLE unit ADD COLUMN cluster TEXT NOT NULL DEFAULT ''");
    database.exec(list_of<results::TargetDot>("target", "target_dot"));
  }
  database.exec("ALTER TABLE input ADD COLUMN of_staff INTEGER NOT NULL DEFAULT 0");
  for (std::string const& statement : tables_of_policies_and_history())
    database.exec(statement);
  database.exec(fmt::format("PRAGMA user_version = {}", schema_version));
}

void expect_sound(SQLite::Database& database, std::string const& path, Direction direction) {
  guarded(&database, path, direction, [&] {
    SQLite::Statement check(database, "PRAGMA quick_check(1)");
    std::string const said = check.executeStep() ? check.getColumn(0).getString() : "";
    if (said != "ok")
      throw StoreError(direction, path, damaged(said));
  });
}

void fail(SQLite::Exception const& failure, SQLite::Database const* database,
          std::string const& path, Direction direction) {
  int const error = database == nullptr ? errno : sqlite3_system_errno(database->getHandle());
  auto const system = [&](int otherwise) {
    return std::generic_category().message(error != 0 ? error : otherwise);
  };
  constexpr int without_details = 0xFF;  // of an extended code
  // SQLiteCpp's own: a row has fewer columns than it should.
  if (failure.getErrorCode() < 0)
    throw StoreError(direction, path, damaged(failure.what()));
  switch (failure.getErrorCode() & without_details) {
    case SQLITE_NOTADB:
      throw StoreError(direction, path, not_ours());
    case SQLITE_CORRUPT:
    case SQLITE_ERROR:       // a table or column that should be there
    case SQLITE_CONSTRAINT:  // rows of a run that is gone
      throw StoreError(direction, path, damaged(failure.what()));
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      throw StoreError(direction, path, busy());
    case SQLITE_FULL:
      throw IoError(direction, path, std::generic_category().message(ENOSPC));
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_CANTOPEN:
      throw IoError(direction, path, system(EACCES));
    case SQLITE_IOERR:
      throw IoError(direction, path, system(EIO));
    case SQLITE_NOMEM:
      throw std::bad_alloc();
    default:
      throw failure;
  }
}

}  // namespace meesterplan::store
