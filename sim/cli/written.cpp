#include "sim/cli/written.hpp"

#include <cerrno>
#include <filesystem>
#include <ostream>
#include <sstream>
#include <system_error>

#include <unistd.h>

#include "sim/base/problem.hpp"
#include "sim/base/visible.hpp"

namespace meesterplan::cli {
namespace {

namespace fs = std::filesystem;

/// A file in its folder.
struct Place {
  explicit Place(std::string const& file)
      : folder(fs::path(file).has_parent_path() ? fs::path(file).parent_path().string() : "."),
        name(fs::path(file).filename().string()) {}

  std::string folder, name;
};

}  // namespace

void write_output(Writer const& writer) {
  int const error = store::write_to(STDOUT_FILENO, writer);
  if (error != 0 && error != EPIPE) {
    throw IoError(IoError::Direction::writing, "stdout", std::generic_category().message(error));
  }
}

void write_text(Writer const& writer) {
  std::ostringstream text;
  writer(text);
  write_output([&](std::ostream& stream) { stream << visible(text.str()); });
}

void expect_file_writable(std::string const& path, Existing existing) {
  std::error_code error;
  if (existing == Existing::keep && fs::exists(path, error))
    throw OccupiedError(path);
  Place const place(path);
  // The file is new or may go; what else stands in its folder does not matter.
  expect_writable(place.folder, place.name, Existing::overwrite);
}

void keep_at(std::string const& path, Existing existing, Writer const& writer) {
  Place const place(path);
  keep_file(place.folder, place.name, existing, writer);
}

void keep_written_at(std::string const& path, Existing existing, store::PathWriter const& writer) {
  Place const place(path);
  store::keep_written(place.folder, place.name, existing, writer);
}

}  // namespace meesterplan::cli
