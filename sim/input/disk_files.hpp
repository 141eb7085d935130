#pragma once

#include <string>

#include "sim/input/file_source.hpp"

namespace meesterplan::input {

/// The files of this computer; relative paths start at the working folder.
class DiskFiles final : public FileSource {
 public:
  FileRead read(std::string const& path) override;
  std::optional<std::vector<std::string>> list(std::string const& folder) override;
};

}  // namespace meesterplan::input
