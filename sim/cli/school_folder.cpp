#include "sim/cli/school_folder.hpp"

#include <chrono>
#include <ctime>
#include <deque>
#include <ostream>

#include <fmt/format.h>

#include "sim/store/whole_file.hpp"

namespace meesterplan::cli {
namespace {

constexpr std::chrono::milliseconds patience{10'000};

/// Writes all files beside what is there before any takes its place.
void keep_all(std::vector<intake::ProjectFile> const& files, std::string const& folder) {
  std::deque<store::PassingFile> passing;
  for (intake::ProjectFile const& file : files) {
    passing.emplace_back(store::path_in(folder, file.name));
    passing.back().fill([&](std::ostream& stream) { stream << file.content; });
  }
  for (store::PassingFile& file : passing)
    file.rename(Existing::overwrite);
  store::flush_folder(folder);
}

/// The school year whose 1 October is the last one, in the local calendar.
int school_year_now() {
  std::time_t const now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::tm local{};
  localtime_r(&now, &local);
  constexpr int october = 9;
  return local.tm_year + 1900 - (local.tm_mon >= october ? 0 : 1);
}

}  // namespace

SchoolFolder::SchoolFolder(std::string const& path, Existing existing) : folder_(path, patience) {
  store::expect_free(path, existing);
}

void SchoolFolder::keep(std::vector<intake::ProjectFile> const& files) {
  std::vector<std::string> names;
  names.reserve(files.size());
  for (intake::ProjectFile const& file : files)
    names.push_back(file.name);
  store::try_writing(folder_.path(), names);
  keep_all(files, folder_.path());
  folder_.stay();
}

int start_year(std::optional<int> asked, Console const& console) {
  if (asked)
    return *asked;
  int const start = school_year_now();
  bool const nl = console.language() == Language::nl;
  console.say(fmt::format(fmt::runtime(nl ? "Peildatum 1 oktober {} (een andere: --start)"
                                          : "Reference date 1 October {} (another: --start)"),
                          start));
  return start;
}

}  // namespace meesterplan::cli
