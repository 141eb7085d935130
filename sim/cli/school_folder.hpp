#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/cli/command.hpp"
#include "sim/cli/console.hpp"
#include "sim/intake/project_files.hpp"
#include "sim/store/locked_folder.hpp"

namespace meesterplan::cli {

/// A folder in which the files of a school are kept, all or none.
class SchoolFolder final {
 public:
  /// Throws StoreError, IoError or OccupiedError when nothing may be written there.
  SchoolFolder(std::string const& path, Existing existing);

  /// Writes the files (one at least) in place of those that are there; the folder stays. Throws
  /// IoError, with nothing changed, when one of them cannot be written.
  void keep(std::vector<intake::ProjectFile> const& files);
  /// Lets the folder stay when it was made, without files of its own.
  void stay() { folder_.stay(); }

 private:
  store::LockedFolder folder_;
};

/// The school year that was asked for, else the last one that has begun, which is told.
int start_year(std::optional<int> asked, Console const& console);

}  // namespace meesterplan::cli
