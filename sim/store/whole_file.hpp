#pragma once

#include <functional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "sim/store/descriptor_stream.hpp"

namespace meesterplan::store {

/// What happens to results that are there already.
enum class Existing { keep, overwrite };

/// Something stands where results should go, and nobody asked to replace it.
class OccupiedError final : public std::runtime_error {
 public:
  explicit OccupiedError(std::string path)
      : std::runtime_error(path + " is there already"), path_(std::move(path)) {}
  std::string const& path() const { return path_; }

 private:
  std::string path_;
};

/// A file under a passing name beside `path`, gone again unless it is renamed.
class PassingFile final {
 public:
  /// Throws IoError when it cannot be made.
  explicit PassingFile(std::string path);
  ~PassingFile();
  PassingFile(PassingFile const&) = delete;
  PassingFile& operator=(PassingFile const&) = delete;

  /// Where it is now.
  std::string const& passing_path() const { return passing_; }

  /// Writes what `writer` writes, and finishes.
  void fill(Writer const& writer);

  /// Gives it the rights of any other file, puts it on the disk and closes it. Throws IoError.
  void finish();

  /// Gives it its own name. Throws IoError, or OccupiedError when something stands
  /// there that has to be kept.
  void rename(Existing existing);

 private:
  [[noreturn]] void fail(int error) const;

  std::string path_;
  std::string passing_;  ///< empty once renamed
  int descriptor_ = -1;
};

/// Whether a file may be of a PassingFile whose process was killed, by its name.
bool is_left_over(std::string const& file_name, std::string const& meant);

/// A folder, made with those above it where they are not there; what was made goes
/// again, as long as nothing stands in it, unless it is told to stay.
class MadeFolder final {
 public:
  /// Throws IoError when it cannot be made.
  explicit MadeFolder(std::string const& folder);
  ~MadeFolder() { this->remove(); }
  MadeFolder(MadeFolder const&) = delete;
  MadeFolder& operator=(MadeFolder const&) = delete;

  void stay() { made_.clear(); }

 private:
  void remove();

  std::vector<std::string> made_;  ///< the deepest first
};

/// `file_name` in `folder`.
std::string path_in(std::string const& folder, std::string const& file_name);

/// Throws OccupiedError when the folder holds something while `existing` says to
/// leave that alone, and IoError when it cannot be looked into.
void expect_free(std::string const& folder, Existing existing);

/// Throws IoError when a file could not be kept under each of `file_names` in a
/// folder that is there: it tries to write one, and leaves nothing behind.
void try_writing(std::string const& folder, std::vector<std::string> const& file_names);

/// Puts what was renamed in a folder on the disk. Throws IoError.
void flush_folder(std::string const& folder);

/// Throws when `file_name` could not be kept in `folder` as things stand: IoError when
/// it cannot be made or written, or the disk is full; OccupiedError when the folder
/// holds something while `existing` says to leave that alone. It tries, and leaves
/// nothing behind; to be asked before a long run.
void expect_writable(std::string const& folder, std::string const& file_name, Existing existing);

/// Keeps `file_name` in `folder`, which is made when it is not there. Until the
/// new file is whole and on the disk the old one stays as it is: written beside
/// under another name, flushed, renamed, and the folder flushed. Throws IoError or
/// OccupiedError; then nothing new is left.
void keep_file(std::string const& folder, std::string const& file_name, Existing existing,
               Writer const& writer);

/// Writes a file at the path that it is given; throws IoError.
using PathWriter = std::function<void(std::string const&)>;

/// The same for a library that opens its file itself.
void keep_written(std::string const& folder, std::string const& file_name, Existing existing,
                  PathWriter const& writer);

}  // namespace meesterplan::store
