#pragma once

#include <map>
#include <string>
#include <utility>

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

 private:
  std::map<std::string, std::string> files_;  ///< bytes by path
};

}  // namespace meesterplan::input
