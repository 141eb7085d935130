#pragma once

#include <chrono>
#include <string>

namespace meesterplan::store {

/// While one lives, no other process of ours writes into the folder. It hangs on the
/// folder itself: no file is left behind, not even by a process that is killed.
class FolderLock final {
 public:
  /// Waits for `patience` at most for another process that is writing there. Throws
  /// StoreError when it is still at it, and IoError when the folder cannot be opened.
  FolderLock(std::string const& folder, std::chrono::milliseconds patience);
  ~FolderLock();
  FolderLock(FolderLock const&) = delete;
  FolderLock& operator=(FolderLock const&) = delete;

 private:
  int descriptor_;
};

}  // namespace meesterplan::store
