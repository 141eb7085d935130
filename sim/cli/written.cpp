#include "sim/cli/written.hpp"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <ostream>
#include <streambuf>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sim/base/problem.hpp"

namespace meesterplan::cli {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(std::string path, int error) {
  throw IoError(IoError::Direction::writing, std::move(path),
                std::generic_category().message(error));
}

/// A stream's buffer over a file descriptor that remembers the first error.
class DescriptorBuffer final : public std::streambuf {
 public:
  explicit DescriptorBuffer(int descriptor) : descriptor_(descriptor) {
    setp(bytes_.data(), bytes_.data() + bytes_.size());
  }

  int error() const { return error_; }  ///< errno of the first failure; 0: none

 protected:
  int_type overflow(int_type next) override {
    if (sync() != 0)
      return traits_type::eof();
    if (!traits_type::eq_int_type(next, traits_type::eof())) {
      *pptr() = traits_type::to_char_type(next);
      pbump(1);
    }
    return traits_type::not_eof(next);
  }

  int sync() override {
    char const* from = pbase();
    while (error_ == 0 && from < pptr()) {
      ssize_t const written = write(descriptor_, from, static_cast<std::size_t>(pptr() - from));
      if (written >= 0) {
        from += written;
      } else if (errno != EINTR) {
        error_ = errno;
      }
    }
    setp(bytes_.data(), bytes_.data() + bytes_.size());
    return error_ == 0 ? 0 : -1;
  }

 private:
  int descriptor_;
  int error_ = 0;
  std::array<char, 1 << 16> bytes_{};
};

/// What `writer` writes, to `descriptor`; the errno of the first failure, or 0.
int write_to(int descriptor, Writer const& writer) {
  DescriptorBuffer buffer(descriptor);
  std::ostream stream(&buffer);
  writer(stream);
  stream.flush();
  return buffer.error();
}

/// A file under a passing name, gone again unless it is renamed.
class PassingFile final {
 public:
  explicit PassingFile(std::string path) : path_(std::move(path) + ".XXXXXX") {
    descriptor_ = mkostemp(path_.data(), O_CLOEXEC);
    if (descriptor_ < 0)
      fail(path_, errno);
  }
  ~PassingFile() {
    close_descriptor();
    if (!path_.empty())
      unlink(path_.c_str());
  }
  PassingFile(PassingFile const&) = delete;
  PassingFile& operator=(PassingFile const&) = delete;

  /// The errno of the first failure, or 0.
  int fill(Writer const& writer) {
    constexpr mode_t as_other_files = 0666;
    mode_t const mask = umask(0);
    umask(mask);
    if (int const error = write_to(descriptor_, writer); error != 0)
      return error;
    if (fchmod(descriptor_, as_other_files & ~mask) != 0)
      return errno;
    if (fsync(descriptor_) != 0)
      return errno;
    return close_descriptor() != 0 ? errno : 0;
  }

  /// The errno of the failure, or 0; then it has passed.
  int rename_to(std::string const& path, Existing existing) {
    if (existing == Existing::overwrite) {
      if (rename(path_.c_str(), path.c_str()) != 0)
        return errno;
    } else if (renameat2(AT_FDCWD, path_.c_str(), AT_FDCWD, path.c_str(), RENAME_NOREPLACE) != 0) {
      // Not every file system can refuse to replace; then look and rename.
      if (errno != EINVAL)
        return errno;
      if (access(path.c_str(), F_OK) == 0)
        return EEXIST;
      if (rename(path_.c_str(), path.c_str()) != 0)
        return errno;
    }
    path_.clear();
    return 0;
  }

 private:
  int close_descriptor() { return descriptor_ < 0 ? 0 : close(std::exchange(descriptor_, -1)); }

  std::string path_;
  int descriptor_ = -1;
};

void flush_folder(std::string const& folder) {
  int const descriptor = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0)
    fail(folder, errno);
  int const error = fsync(descriptor) != 0 ? errno : 0;
  close(descriptor);
  // Some file systems cannot flush a folder; the rename stands all the same.
  if (error != 0 && error != EINVAL)
    fail(folder, error);
}

/// The nearest folder at or above `folder` that exists.
fs::path existing_part(fs::path folder) {
  std::error_code error;
  folder = fs::absolute(folder, error);
  while (!fs::exists(folder, error) && folder.has_relative_path())
    folder = folder.parent_path();
  return folder;
}

}  // namespace

void write_output(Writer const& writer) {
  int const error = write_to(STDOUT_FILENO, writer);
  if (error != 0 && error != EPIPE)
    fail("stdout", error);
}

void expect_writable(std::string const& folder, Existing existing) {
  std::error_code error;
  fs::path const there = existing_part(folder);
  if (!fs::is_directory(there, error))
    fail(there.string(), ENOTDIR);
  if (access(there.c_str(), W_OK | X_OK) != 0)
    fail(there.string(), errno);
  if (existing == Existing::overwrite || !fs::exists(folder, error))
    return;
  bool const is_empty = fs::is_empty(folder, error);
  if (error)
    fail(folder, error.value());
  if (!is_empty)
    throw OccupiedError(folder);
}

void keep_file(std::string const& folder, std::string const& file_name, Existing existing,
               Writer const& writer) {
  std::error_code error;
  bool const made = fs::create_directories(folder, error);
  if (error)
    fail(folder, error.value());
  std::string const path = (fs::path(folder) / file_name).string();
  try {
    PassingFile file(path);
    int failure = file.fill(writer);
    if (failure == 0)
      failure = file.rename_to(path, existing);
    if (failure == EEXIST)
      throw OccupiedError(path);
    if (failure != 0)
      fail(path, failure);
  } catch (std::runtime_error const&) {
    // Only what was made here, and only while nothing stands in it.
    if (made)
      fs::remove(folder, error);
    throw;
  }
  flush_folder(folder);
}

}  // namespace meesterplan::cli
