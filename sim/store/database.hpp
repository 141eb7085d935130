#pragma once

#include <cstdint>
#include <string>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>

#include "sim/base/problem.hpp"

namespace meesterplan::store {

/// In the header of every results.sqlite ("MPLN"), and the version of its tables.
inline constexpr std::int32_t application_id = 0x4D50'4C4E;
inline constexpr std::int32_t schema_version = 3;

/// Throws StoreError when the file at `path` is not a whole database of ours of a
/// version that is known here, as its header tells; IoError when it cannot be read.
/// `direction` is what the caller was about to do.
void expect_ours(std::string const& path, IoError::Direction direction);

/// Whether a file holds an SQLite database, ours or not.
bool is_database(std::string const& path);

/// Opens a database for one thread. Also to be read it is opened to be written, if that may
/// be: what another program left half-done is then settled. Throws as guarded() does.
SQLite::Database open_database(std::string const& path, IoError::Direction direction);

/// Makes the tables of an empty database.
void create_tables(SQLite::Database& database);

/// The version of the tables of one of ours.
int layout_of(SQLite::Database& database);

/// Gives a database that an earlier version made what has come since; the runs stay.
void bring_up_to_date(SQLite::Database& database);

/// Throws StoreError naming `path` when what is in the database is damaged.
void expect_sound(SQLite::Database& database, std::string const& path,
                  IoError::Direction direction);

/// What SQLite's failure means for the user: StoreError or IoError about `path`.
[[noreturn]] void fail(SQLite::Exception const& failure, SQLite::Database const* database,
                       std::string const& path, IoError::Direction direction);

/// What `work` returns; when SQLite fails in it, throws StoreError or IoError about `path`.
template <typename Work>
auto guarded(SQLite::Database const* database, std::string const& path,
             IoError::Direction direction, Work work) {
  try {
    return work();
  } catch (SQLite::Exception const& failure) {
    fail(failure, database, path, direction);
  }
}

}  // namespace meesterplan::store
