#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <string_view>

#include "sim/store/descriptor_stream.hpp"
#include "sim/store/kept_run.hpp"
#include "sim/store/tidy.hpp"
#include "sim/store/whole_file.hpp"

namespace meesterplan::store {

/// Where a run is to be kept, and under which name.
struct Destination {
  std::string folder;
  std::string name;
  /// Of the run of that name, or of what else stands in a folder without runs.
  Existing existing = Existing::keep;
  std::chrono::milliseconds patience{10'000};  ///< with another process that writes there
};

/// Throws when a run could not be kept there as things stand: IoError when nothing can be
/// written, or the disk is full; OccupiedError when the folder holds something else;
/// StoreError when there is a run of that name, or what is there cannot be added to. It
/// tries, and leaves nothing behind; to be asked before a long run.
void expect_place(Destination const& destination);

/// Adds a run to those of a folder: all or nothing. Everything is written beside what is
/// there under passing names, and takes its place in finish(); whatever is thrown before
/// that leaves the folder as it was. Other processes wait meanwhile.
class Addition final {
 public:
  /// Makes the new database: the runs that are there, and `run`, under the name of the
  /// destination. Throws as expect_place().
  Addition(Destination const& destination, KeptRun const& run);
  ~Addition();
  Addition(Addition const&) = delete;
  Addition& operator=(Addition const&) = delete;

  /// Writes a file that goes with it.
  void add_file(std::string_view file_name, Writer const& writer);

  /// The rows of a table, of all runs as they will be.
  void read_rows(TidyTable const& table, RowSink const& sink);

  /// Puts it all on the disk, the database first.
  void finish();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

/// `path` as seen from `folder`, which need not be there yet: what is kept of a path, so
/// that a project can be moved as a whole.
std::string path_from(std::string const& folder, std::string const& path);

}  // namespace meesterplan::store
