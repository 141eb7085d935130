#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace meesterplan::input {

/// What became of an attempt to read a file.
struct FileRead {
  enum class Status { ok, missing, directory, unreadable };
  Status status = Status::ok;
  std::string bytes;   ///< the whole file when ok
  std::string reason;  ///< the system's message when unreadable
};

/// Where the bytes of a scenario come from: a disk, a browser, a test.
class FileSource {
 public:
  virtual ~FileSource() = default;

  /// The bytes at `path` (as in the scenario, '/' between folders); never throws
  /// for what a user can cause.
  virtual FileRead read(std::string const& path) = 0;

  /// The names of the files in `folder`, sorted, so that a wrong one can be told with
  /// the nearest; empty when it is no folder or this source cannot tell.
  virtual std::optional<std::vector<std::string>> list(std::string const& folder) {
    static_cast<void>(folder);
    return std::nullopt;
  }
};

/// Files that exist in memory only.
class MemoryFiles final : public FileSource {
 public:
  explicit MemoryFiles(std::map<std::string, std::string> files) : files_(std::move(files)) {}

  FileRead read(std::string const& path) override {
    auto const found = files_.find(path);
    if (found != files_.end())
      return {FileRead::Status::ok, found->second, {}};
    auto const inside = files_.lower_bound(path + "/");
    bool const is_folder = inside != files_.end() && inside->first.rfind(path + "/", 0) == 0;
    return {is_folder ? FileRead::Status::directory : FileRead::Status::missing, {}, {}};
  }

  std::optional<std::vector<std::string>> list(std::string const& folder) override {
    std::string const above = folder + "/";
    std::vector<std::string> names;
    for (auto file = files_.lower_bound(above); file != files_.end(); ++file) {
      if (file->first.compare(0, above.size(), above) != 0)
        break;
      if (file->first.find('/', above.size()) == std::string::npos)
        names.push_back(file->first.substr(above.size()));
    }
    return names.empty() ? std::nullopt : std::optional(names);
  }

 private:
  std::map<std::string, std::string> files_;  ///< bytes by path
};

}  // namespace meesterplan::input
