// Any bytes as a scenario: read, or told what is wrong; never worse.

#include <cstdint>
#include <string>

#include "sim/input/load_scenario.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using namespace meesterplan;
  std::string const bytes(reinterpret_cast<char const*>(data), size);
  // The same bytes are what a library holds.
  input::MemoryFiles files({{"s.toml", bytes}, {"library/one.toml", bytes}});
  input::LoadResult const loaded = input::load_scenario(files, "s.toml");
  for (Problem const& problem : loaded.problems)
    to_string(problem, Language::nl);
  return 0;
}
