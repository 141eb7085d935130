#include "sim/store/locked_folder.hpp"

#include <cerrno>
#include <system_error>
#include <thread>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sim/base/problem.hpp"
#include "sim/store/store_error.hpp"

namespace meesterplan::store {
namespace {

constexpr std::chrono::milliseconds between_tries{20};

[[noreturn]] void fail(std::string const& folder, int error) {
  throw IoError(IoError::Direction::writing, folder, std::generic_category().message(error));
}

/// Whether an open folder is still the one at `path`: a process that wrote there before
/// may have taken away what it made.
bool is_at(int descriptor, std::string const& path) {
  struct stat opened = {};
  struct stat found = {};
  return fstat(descriptor, &opened) == 0 && stat(path.c_str(), &found) == 0 &&
         opened.st_dev == found.st_dev && opened.st_ino == found.st_ino;
}

}  // namespace

LockedFolder::LockedFolder(std::string folder, std::chrono::milliseconds patience)
    : path_(std::move(folder)) {
  auto const last_try = std::chrono::steady_clock::now() + patience;
  while (!try_to_lock()) {
    if (std::chrono::steady_clock::now() >= last_try) {
      throw StoreError(
          IoError::Direction::writing, path_,
          {"een andere meesterplan schrijft in deze map (twee tegelijk zouden elkaars uitkomst "
           "verliezen). Wacht tot die klaar is en probeer het opnieuw.",
           "another meesterplan is writing in this folder (two at once would lose each other's "
           "results). Wait until it is done and try again."});
    }
    std::this_thread::sleep_for(between_tries);
  }
}

bool LockedFolder::try_to_lock() {
  made_.emplace(path_);
  int const descriptor = open(path_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0 && errno != ENOENT)
    fail(path_, errno);
  int const error = descriptor < 0 ? ENOENT : flock(descriptor, LOCK_EX | LOCK_NB) != 0 ? errno : 0;
  if (error == 0 && is_at(descriptor, path_)) {
    descriptor_ = descriptor;
    return true;
  }
  if (descriptor >= 0)
    close(descriptor);
  if (error != 0 && error != ENOENT && error != EWOULDBLOCK && error != EINTR)
    fail(path_, error);
  // Whoever has it may have made it, too: it is not ours to take away.
  made_->stay();
  return false;
}

LockedFolder::~LockedFolder() {
  made_.reset();  // before another can lock it
  if (descriptor_ >= 0)
    close(descriptor_);
}

}  // namespace meesterplan::store
