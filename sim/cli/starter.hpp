#pragma once

#include <span>
#include <string_view>

namespace meesterplan::cli {

/// A file that `meesterplan new` puts in a folder. The texts are part of the program
/// (starter_files.cmake), so that it works wherever it is installed.
struct StarterFile {
  std::string_view language;  ///< of the projects that have it: "nl", "en", or "both"
  std::string_view path;      ///< in the project, '/' between folders
  std::string_view text;
};

/// In the order in which they are to be there: scenario.toml is the last of a language.
std::span<StarterFile const> starter_files();

}  // namespace meesterplan::cli
