// Any bytes as a scenario: read, or told what is wrong; never worse.

#include <cstdint>
#include <string>

#include "sim/input/load_scenario.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using namespace meesterplan;
  input::MemoryFiles files({{"s.toml", std::string(reinterpret_cast<char const*>(data), size)}});
  input::LoadResult const loaded = input::load_scenario(files, "s.toml");
  for (Problem const& problem : loaded.problems)
    to_string(problem, Language::nl);
  return 0;
}
