#include "sim/input/disk_files.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <system_error>

namespace meesterplan::input {
namespace {

struct Closer {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

/// No file of a planner comes near this; an endless device does.
constexpr std::size_t largest_file = std::size_t{1} << 30U;

FileRead failed(int error) {
  bool const absent = error == ENOENT || error == ENOTDIR || error == ENAMETOOLONG;
  return {absent ? FileRead::Status::missing : FileRead::Status::unreadable,
          {},
          std::generic_category().message(error)};
}

}  // namespace

FileRead DiskFiles::read(std::string const& path) {
  std::error_code no_error;
  if (std::filesystem::is_directory(path, no_error))
    return {FileRead::Status::directory, {}, {}};
  std::unique_ptr<std::FILE, Closer> const file(std::fopen(path.c_str(), "rb"));
  if (!file)
    return failed(errno);
  FileRead result;
  std::array<char, 65536> buffer{};
  while (std::size_t const n = std::fread(buffer.data(), 1, buffer.size(), file.get())) {
    result.bytes.append(buffer.data(), n);
    if (result.bytes.size() > largest_file) {
      return {FileRead::Status::unreadable, {}, "larger than 1 GiB"};
    }
  }
  if (std::ferror(file.get()) != 0)
    return failed(errno);
  return result;
}

std::optional<std::vector<std::string>> DiskFiles::list(std::string const& folder) {
  std::error_code error;
  std::filesystem::directory_iterator entry(folder, error);
  if (error)
    return std::nullopt;
  std::vector<std::string> names;
  for (; entry != std::filesystem::directory_iterator(); entry.increment(error)) {
    if (error)
      return std::nullopt;
    names.push_back(entry->path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace meesterplan::input
