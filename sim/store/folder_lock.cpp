#include "sim/store/folder_lock.hpp"

#include <cerrno>
#include <system_error>
#include <thread>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "sim/base/problem.hpp"
#include "sim/store/store_error.hpp"

namespace meesterplan::store {
namespace {

constexpr std::chrono::milliseconds between_tries{20};

[[noreturn]] void fail(std::string const& folder, int error) {
  throw IoError(IoError::Direction::writing, folder, std::generic_category().message(error));
}

/// The errno of the failure, or 0: it is ours.
int lock(int descriptor, std::chrono::milliseconds patience) {
  auto const last_try = std::chrono::steady_clock::now() + patience;
  while (flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
    bool const is_held = errno == EWOULDBLOCK;
    if (!is_held && errno != EINTR)
      return errno;
    if (is_held && std::chrono::steady_clock::now() >= last_try)
      return EWOULDBLOCK;
    std::this_thread::sleep_for(between_tries);
  }
  return 0;
}

}  // namespace

FolderLock::FolderLock(std::string const& folder, std::chrono::milliseconds patience)
    : descriptor_(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
  if (descriptor_ < 0)
    fail(folder, errno);
  int const error = lock(descriptor_, patience);
  if (error == 0)
    return;
  close(descriptor_);
  if (error != EWOULDBLOCK)
    fail(folder, error);
  throw StoreError(
      IoError::Direction::writing, folder,
      {"een andere meesterplan schrijft in deze map (twee tegelijk zouden elkaars uitkomst "
       "verliezen). Wacht tot die klaar is en probeer het opnieuw.",
       "another meesterplan is writing in this folder (two at once would lose each other's "
       "results). Wait until it is done and try again."});
}

FolderLock::~FolderLock() {
  close(descriptor_);
}

}  // namespace meesterplan::store
