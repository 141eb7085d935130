#include "sim/cli/reference.hpp"

#include <algorithm>

#include "sim/cli/starter.hpp"
#include "sim/input/file_source.hpp"
#include "sim/input/reading.hpp"
#include "sim/input/rows.hpp"

namespace meesterplan::cli {
namespace {

/// Whether a row's key is meant by `path`, which leaves the programme out.
bool is_meant(std::string_view key, std::string_view path) {
  constexpr std::string_view programme = "programme.";
  if (key == path)
    return true;
  if (path.substr(0, programme.size()) != programme || key.substr(0, programme.size()) != programme)
    return false;
  return key.substr(key.rfind('.') + 1) == path.substr(programme.size());
}

}  // namespace

std::vector<ReferenceValue> reference_values(std::string_view path) {
  constexpr char const* file_name = "landelijk/parameters.csv";
  std::vector<ReferenceValue> values;
  auto const files = starter_files();
  auto const found = std::find_if(files.begin(), files.end(),
                                  [&](StarterFile const& file) { return file.path == file_name; });
  if (found == files.end())
    return values;
  input::MemoryFiles memory({{file_name, std::string(found->text)}});
  input::Reading reading(memory);
  std::optional<int> const opened = reading.open_table(file_name, {}, {});
  if (!opened)
    return values;
  input::Sheet const sheet(reading, *opened, input::parameters_format(), {});
  for (std::size_t i = 0; i < sheet.size() && sheet.is_usable(); ++i) {
    input::Row const row(sheet, i);
    if (!is_meant(row.text("key"), path))
      continue;
    std::string source(row.text("source"));
    if (!row.is_empty("note"))
      source += "; " + std::string(row.text("note"));
    values.push_back({std::string(row.text("key")), std::string(row.text("value")),
                      std::string(row.text("low")), std::string(row.text("high")),
                      std::move(source)});
  }
  return values;
}

}  // namespace meesterplan::cli
