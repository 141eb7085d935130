#pragma once

#include <memory>
#include <string>
#include <vector>

#include "sim/store/kept_run.hpp"
#include "sim/store/tidy.hpp"

namespace meesterplan::store {

/// The file of a project folder in which its runs are kept.
inline constexpr char const* runs_file = "results.sqlite";

/// Whether a path of the user names kept runs: a folder, or a file that is a database.
/// Anything else may be a scenario.
bool names_kept_runs(std::string const& path);

/// The runs of a project, to be read. Every function throws StoreError or IoError when
/// the file turns out to be damaged or unreadable.
class Runs final {
 public:
  /// Opens the project folder, or the database itself, at `path`.
  explicit Runs(std::string const& path);
  ~Runs();
  Runs(Runs const&) = delete;
  Runs& operator=(Runs const&) = delete;

  /// The folder from which the paths of input files are told.
  std::string const& folder() const { return folder_; }

  /// In the order in which they were kept; never empty.
  std::vector<std::string> const& names() const { return names_; }

  /// The run of that name. Throws StoreError, which lists the names, when there is none.
  KeptRun read(std::string const& name) const;

 private:
  struct Connection;

  std::string folder_;
  std::unique_ptr<Connection> connection_;
  std::vector<std::string> names_;
};

}  // namespace meesterplan::store
