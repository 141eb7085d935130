#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "sim/store/whole_file.hpp"

namespace meesterplan::store {

/// A folder, made when it is not there, in which no other process of ours writes while
/// this lives. The lock hangs on the folder itself: no file is left behind, not even by a
/// process that is killed. What was made goes again unless it is told to stay.
class LockedFolder final {
 public:
  /// Waits for `patience` at most for another process that is writing there. Throws
  /// StoreError when it is still at it, and IoError when the folder cannot be made or opened.
  LockedFolder(std::string folder, std::chrono::milliseconds patience);
  ~LockedFolder();
  LockedFolder(LockedFolder const&) = delete;
  LockedFolder& operator=(LockedFolder const&) = delete;

  std::string const& path() const { return path_; }

  void stay() { made_->stay(); }

 private:
  bool try_to_lock();

  std::string path_;
  std::optional<MadeFolder> made_;
  int descriptor_ = -1;
};

}  // namespace meesterplan::store
