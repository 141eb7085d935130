#include "tests/input/sound_school.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/support/catch.hpp"

namespace meesterplan::input {

std::map<std::string, std::string> sound_files() {
  std::map<std::string, std::string> files;
  for (auto const& entry : std::filesystem::directory_iterator("tests/errors/sound")) {
    std::ifstream const file(entry.path(), std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    std::string const name = entry.path().filename().string();
    if (name.rfind("expected", 0) != 0)
      files[name] = bytes.str();
  }
  return files;
}

std::map<std::string, std::string> changed(std::map<std::string, std::string> files,
                                           std::string const& file, std::string const& from,
                                           std::string const& to) {
  std::string& text = files.at(file);
  std::size_t const at = text.find(from);
  REQUIRE(at != std::string::npos);
  text.replace(at, from.size(), to);
  return files;
}

LoadResult load(std::map<std::string, std::string> const& files, LoadOptions const& options) {
  MemoryFiles source(files);
  return load_scenario(source, "scenario.toml", options);
}

std::string told(LoadResult const& result, Severity severity) {
  std::string text;
  for (Problem const& problem : result.problems) {
    if (problem.severity == severity)
      text += to_string(problem, Language::en) + "\n";
  }
  return text;
}

}  // namespace meesterplan::input
