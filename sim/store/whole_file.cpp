#include "sim/store/whole_file.hpp"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <ostream>
#include <string_view>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sim/base/problem.hpp"

namespace meesterplan::store {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view passing = ".new-XXXXXX";  // mkostemp fills in the last six

[[noreturn]] void fail_at(std::string path, int error) {
  throw IoError(IoError::Direction::writing, std::move(path),
                std::generic_category().message(error));
}

/// rename() that does not replace; the errno of the failure, or 0.
int rename_to_free(std::string const& from, std::string const& to) {
  if (renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0)
    return 0;
  // Not every file system can refuse to replace; then look and rename.
  if (errno != EINVAL)
    return errno;
  if (access(to.c_str(), F_OK) == 0)
    return EEXIST;
  return std::rename(from.c_str(), to.c_str()) == 0 ? 0 : errno;
}

}  // namespace

PassingFile::PassingFile(std::string path)
    : path_(std::move(path)), passing_(path_ + std::string(passing)) {
  descriptor_ = mkostemp(passing_.data(), O_CLOEXEC);
  if (descriptor_ < 0)
    fail_at(fs::path(path_).parent_path().string(), errno);
}

PassingFile::~PassingFile() {
  if (descriptor_ >= 0)
    close(descriptor_);
  if (!passing_.empty())
    unlink(passing_.c_str());
}

void PassingFile::fail(int error) const {
  fail_at(path_, error);
}

void PassingFile::fill(Writer const& writer) {
  if (int const error = write_to(descriptor_, writer); error != 0)
    fail(error);
  finish();
}

void PassingFile::finish() {
  constexpr mode_t as_other_files = 0666;
  mode_t const mask = umask(0);
  umask(mask);
  if (fchmod(descriptor_, as_other_files & ~mask) != 0 || fsync(descriptor_) != 0 ||
      close(std::exchange(descriptor_, -1)) != 0)
    fail(errno);
}

void PassingFile::rename(Existing existing) {
  if (existing == Existing::overwrite) {
    if (std::rename(passing_.c_str(), path_.c_str()) != 0)
      fail(errno);
  } else if (int const error = rename_to_free(passing_, path_); error == EEXIST) {
    throw OccupiedError(path_);
  } else if (error != 0) {
    fail(error);
  }
  passing_.clear();
}

bool is_left_over(std::string const& file_name, std::string const& meant) {
  std::string const begin = meant + std::string(passing.substr(0, passing.find('X')));
  std::size_t const size = meant.size() + passing.size();
  if (file_name.size() < size || file_name.rfind(begin, 0) != 0)
    return false;
  // A database has a file of its own beside it while it is written.
  return file_name.size() == size || file_name.substr(size) == "-journal";
}

MadeFolder::MadeFolder(std::string const& folder) {
  std::error_code error;
  fs::path above = fs::absolute(folder, error).lexically_normal();
  while (above.has_relative_path() && !fs::exists(above, error)) {
    made_.push_back(above.string());
    above = above.parent_path();
  }
  fs::create_directories(folder, error);
  if (!error && !fs::is_directory(folder, error) && !error)
    error = std::make_error_code(std::errc::not_a_directory);
  if (error) {
    this->remove();
    fail_at(folder, error.value());
  }
}

void MadeFolder::remove() {
  std::error_code ignored;
  for (std::string const& folder : made_)
    fs::remove(folder, ignored);
}

std::string path_in(std::string const& folder, std::string const& file_name) {
  return (fs::path(folder) / file_name).string();
}

void expect_free(std::string const& folder, Existing existing) {
  std::error_code error;
  if (existing == Existing::overwrite || !fs::exists(folder, error))
    return;
  bool const is_empty = fs::is_empty(folder, error);
  if (error)
    fail_at(folder, error.value());
  if (!is_empty)
    throw OccupiedError(folder);
}

void try_writing(std::string const& folder, std::vector<std::string> const& file_names) {
  constexpr std::size_t some_bytes = 1 << 16;  // a disk that is full refuses them
  for (std::string const& name : file_names) {
    std::error_code error;
    if (fs::is_directory(path_in(folder, name), error))
      fail_at(path_in(folder, name), EISDIR);
  }
  PassingFile file(path_in(folder, file_names.front()));
  file.fill([](std::ostream& stream) { stream << std::string(some_bytes, '\n'); });
}

void flush_folder(std::string const& folder) {
  int const descriptor = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0)
    fail_at(folder, errno);
  int const error = fsync(descriptor) != 0 ? errno : 0;
  close(descriptor);
  // Some file systems cannot flush a folder; the rename stands all the same.
  if (error != 0 && error != EINVAL)
    fail_at(folder, error);
}

void expect_writable(std::string const& folder, std::string const& file_name, Existing existing) {
  MadeFolder const made(folder);
  expect_free(folder, existing);
  try_writing(folder, {file_name});
}

namespace {

/// Keeps a file that `write` writes and finishes.
void keep_whole(std::string const& folder, std::string const& file_name, Existing existing,
                std::function<void(PassingFile&)> const& write) {
  MadeFolder made(folder);
  PassingFile file(path_in(folder, file_name));
  write(file);
  file.rename(existing);
  made.stay();
  flush_folder(folder);
}

}  // namespace

void keep_file(std::string const& folder, std::string const& file_name, Existing existing,
               Writer const& writer) {
  keep_whole(folder, file_name, existing, [&](PassingFile& file) { file.fill(writer); });
}

void keep_written(std::string const& folder, std::string const& file_name, Existing existing,
                  PathWriter const& writer) {
  keep_whole(folder, file_name, existing, [&](PassingFile& file) {
    try {
      writer(file.passing_path());
    } catch (IoError const& error) {
      // Its user knows the other name.
      throw IoError(error.direction(), path_in(folder, file_name), error.reason());
    }
    file.finish();
  });
}

}  // namespace meesterplan::store
