#pragma once

#include <string>

#include "sim/store/descriptor_stream.hpp"
#include "sim/store/whole_file.hpp"

namespace meesterplan::cli {

using store::Existing;
using store::expect_writable;
using store::keep_file;
using store::OccupiedError;
using store::Writer;

/// Writes to the standard output. A reader that has gone away (`| head`) is no
/// error. Throws IoError when writing fails.
void write_output(Writer const& writer);

/// The same for text that people read: what would steer their terminal is written
/// out (visible.hpp).
void write_text(Writer const& writer);

/// Throws when the file could not be kept, before anything long is begun: OccupiedError or IoError.
void expect_file_writable(std::string const& path, Existing existing);

/// Keeps a file, whole or not at all. Throws OccupiedError or IoError.
void keep_at(std::string const& path, Existing existing, Writer const& writer);

/// The same for a library that opens its file itself.
void keep_written_at(std::string const& path, Existing existing, store::PathWriter const& writer);

}  // namespace meesterplan::cli
