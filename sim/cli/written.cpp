#include "sim/cli/written.hpp"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <ostream>
#include <sstream>
#include <streambuf>
#include <system_error>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sim/base/problem.hpp"
#include "sim/cli/visible.hpp"

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
      fail(fs::path(path_).parent_path().string(), errno);
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

/// A folder, made with those above it where they are not there; what was made goes
/// again, as long as nothing stands in it, unless it is told to stay.
class MadeFolder final {
 public:
  explicit MadeFolder(std::string const& folder) {
    std::error_code error;
    fs::path above = fs::absolute(folder, error).lexically_normal();
    while (above.has_relative_path() && !fs::exists(above, error)) {
      made_.push_back(above);
      above = above.parent_path();
    }
    fs::create_directories(folder, error);
    if (!error && !fs::is_directory(folder, error) && !error)
      error = std::make_error_code(std::errc::not_a_directory);
    if (error) {
      this->remove();
      fail(folder, error.value());
    }
  }
  ~MadeFolder() { this->remove(); }
  MadeFolder(MadeFolder const&) = delete;
  MadeFolder& operator=(MadeFolder const&) = delete;

  void stay() { made_.clear(); }

 private:
  void remove() {
    std::error_code ignored;
    for (fs::path const& folder : made_)
      fs::remove(folder, ignored);
  }

  std::vector<fs::path> made_;  ///< the deepest first
};

void expect_free(std::string const& folder, Existing existing) {
  std::error_code error;
  if (existing == Existing::overwrite || !fs::exists(folder, error))
    return;
  bool const is_empty = fs::is_empty(folder, error);
  if (error)
    fail(folder, error.value());
  if (!is_empty)
    throw OccupiedError(folder);
}

}  // namespace

void write_output(Writer const& writer) {
  int const error = write_to(STDOUT_FILENO, writer);
  if (error != 0 && error != EPIPE)
    fail("stdout", error);
}

void write_text(Writer const& writer) {
  std::ostringstream text;
  writer(text);
  write_output([&](std::ostream& stream) { stream << visible(text.str()); });
}

void expect_writable(std::string const& folder, std::string const& file_name, Existing existing) {
  constexpr std::size_t some_bytes = 1 << 16;  // a disk that is full refuses them
  MadeFolder const made(folder);
  expect_free(folder, existing);
  std::string const path = (fs::path(folder) / file_name).string();
  std::error_code error;
  if (fs::is_directory(path, error))
    fail(path, EISDIR);
  PassingFile file(path);
  int const failure =
      file.fill([](std::ostream& stream) { stream << std::string(some_bytes, '\n'); });
  if (failure != 0)
    fail(folder, failure);
}

void keep_file(std::string const& folder, std::string const& file_name, Existing existing,
               Writer const& writer) {
  MadeFolder made(folder);
  std::string const path = (fs::path(folder) / file_name).string();
  PassingFile file(path);
  int failure = file.fill(writer);
  if (failure == 0)
    failure = file.rename_to(path, existing);
  if (failure == EEXIST)
    throw OccupiedError(path);
  if (failure != 0)
    fail(path, failure);
  made.stay();
  flush_folder(folder);
}

}  // namespace meesterplan::cli
