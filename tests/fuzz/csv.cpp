// Any bytes as each of the tables of a scenario, one after the other.

#include <array>
#include <cstdint>
#include <map>
#include <string>

#include "sim/input/load_scenario.hpp"

namespace {

constexpr char const* scenario_text = R"(start = 2025
[files]
people = "t.csv"
assignments = "t.csv"
sections = "t.csv"
schools = "t.csv"
[unknown]
shares = "t.csv"
[pension]
ages = "t.csv"
[exit]
rates = "t.csv"
factors = "t.csv"
[hours]
rates = "t.csv"
[net]
leave = "t.csv"
[demand]
mode = "pupils"
pupils = "t.csv"
lessons = "t.csv"
[recruitment]
fill = "t.csv"
entrants = "t.csv"
)";

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using namespace meesterplan;
  std::string bytes(reinterpret_cast<char const*>(data), size);
  input::MemoryFiles files({{"s.toml", scenario_text}, {"t.csv", std::move(bytes)}});
  input::LoadResult const loaded = input::load_scenario(files, "s.toml");
  for (Problem const& problem : loaded.problems)
    to_string(problem, Language::en);
  return 0;
}
