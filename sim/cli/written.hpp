#pragma once

#include <functional>
#include <iosfwd>
#include <stdexcept>
#include <string>
#include <utility>

#include "sim/cli/command.hpp"

namespace meesterplan::cli {

/// Something that writes its text to a stream.
using Writer = std::function<void(std::ostream&)>;

/// Writes to the standard output. A reader that has gone away (`| head`) is no
/// error. Throws IoError when writing fails.
void write_output(Writer const& writer);

/// The same for text that people read: what would steer their terminal is written
/// out (visible.hpp).
void write_text(Writer const& writer);

/// Something stands where results should go, and nobody asked to replace it.
class OccupiedError final : public std::runtime_error {
 public:
  explicit OccupiedError(std::string path)
      : std::runtime_error(path + " is there already"), path_(std::move(path)) {}
  std::string const& path() const { return path_; }

 private:
  std::string path_;
};

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

}  // namespace meesterplan::cli
