#include "sim/cli/key_file.hpp"

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>
#include <system_error>

#include <sys/stat.h>
#include <unistd.h>

#include "sim/base/problem.hpp"

namespace meesterplan::cli {
namespace {

namespace fs = std::filesystem;

constexpr mode_t of_others = 0077;

[[noreturn]] void refuse(std::string const& path, Text message) {
  throw InputError({{Severity::error, path, 0, 0, {}, std::move(message)}});
}

[[noreturn]] void fail(IoError::Direction direction, std::string const& path, int error) {
  throw IoError(direction, path, std::generic_category().message(error));
}

/// The key in a file; empty when there is no file.
std::optional<intake::PseudonymKey> read(std::string const& path) {
  struct stat state {};
  if (stat(path.c_str(), &state) != 0) {
    if (errno == ENOENT)
      return std::nullopt;
    fail(IoError::Direction::reading, path, errno);
  }
  if (S_ISDIR(state.st_mode))
    fail(IoError::Direction::reading, path, EISDIR);
  if ((state.st_mode & of_others) != 0) {
    refuse(path, {"anderen mogen deze sleutel lezen (wie hem heeft, kan van pseudoniemen weer "
                  "nummers maken). Zet de rechten goed: chmod 600.",
                  "others may read this key (who has it can turn pseudonyms into numbers again). "
                  "Set its rights: chmod 600."});
  }
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  if (!file || !(text << file.rdbuf()))
    fail(IoError::Direction::reading, path, errno);
  intake::PseudonymKey key{};
  if (!intake::read_key(text.str(), key)) {
    refuse(path, {"dit is geen sleutel (een sleutel is een regel van 64 tekens 0-9 en a-f). Geef "
                  "een ander bestand met --key; is er geen, dan wordt er een gemaakt.",
                  "this is no key (a key is a line of 64 signs 0-9 and a-f). Give another file "
                  "with --key; where there is none, one is made."});
  }
  return key;
}

/// Writes a key under a passing name and links it to its own, which fails when
/// somebody else was first.
void make(std::string const& path) {
  std::error_code error;
  fs::path const folder = fs::absolute(path, error).parent_path();
  fs::create_directories(folder, error);
  if (error)
    fail(IoError::Direction::writing, folder.string(), error.value());
  std::string passing = path + ".XXXXXX";
  int const descriptor = mkstemp(passing.data());  // 0600 from the start
  if (descriptor < 0)
    fail(IoError::Direction::writing, folder.string(), errno);
  std::string const text = intake::text_of(intake::make_pseudonym_key());
  bool const is_whole =
      write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
      fsync(descriptor) == 0;
  int failure = is_whole ? 0 : errno;
  close(descriptor);
  if (failure == 0 && link(passing.c_str(), path.c_str()) != 0 && errno != EEXIST)
    failure = errno;
  unlink(passing.c_str());
  if (failure != 0)
    fail(IoError::Direction::writing, path, failure);
}

}  // namespace

std::string usual_key_path(char const* xdg_config_home, char const* home) {
  constexpr char const* name = "meesterplan/pseudonym.key";
  auto const is_set = [](char const* value) { return value != nullptr && *value != '\0'; };
  if (is_set(xdg_config_home))
    return (fs::path(xdg_config_home) / name).string();
  return is_set(home) ? (fs::path(home) / ".config" / name).string() : std::string();
}

KeyFile key_at(std::string const& path) {
  if (std::optional<intake::PseudonymKey> const key = read(path))
    return {*key, false};
  make(path);
  std::optional<intake::PseudonymKey> const key = read(path);
  if (!key)
    fail(IoError::Direction::writing, path, ENOENT);
  return {*key, true};
}

}  // namespace meesterplan::cli
