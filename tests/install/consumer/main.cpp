// A program of somebody else that uses the installed package, from the ground
// floor to the top: reads a scenario, plays a few futures and tells the answer.

#include <cstdio>
#include <exception>
#include <sstream>

#include "sim/base/contracts.hpp"
#include "sim/input/disk_files.hpp"
#include "sim/input/load_scenario.hpp"
#include "sim/output/json.hpp"
#include "sim/study/study.hpp"

namespace {

int play(char const* path) {
  meesterplan::input::DiskFiles files;
  meesterplan::input::LoadResult loaded = meesterplan::input::load_scenario(files, path);
  if (meesterplan::has_errors(loaded.problems)) {
    std::puts("the scenario does not load as installed");
    return 1;
  }
  loaded.scenario.replicates = 20;
  meesterplan::study::Options options;
  options.threads = 2;
  meesterplan::results::Results const results = meesterplan::study::run(loaded.scenario, options);
  std::ostringstream json;
  meesterplan::output::write_json(results, json);
  bool const is_whole = results.replicates == 20 && !results.targets.empty() &&
                        !results.series.empty() && json.str().size() > 1000;
  std::puts(is_whole ? results.result_hash.c_str() : "the answer is not whole");
  return is_whole ? 0 : 1;
}

}  // namespace

int main(int n_arguments, char** arguments) {
  static_assert(MP_CONTRACTS == EXPECTED_CONTRACTS, "headers and libraries agree on contracts");
  try {
    return n_arguments == 2 ? play(arguments[1]) : 2;
  } catch (std::exception const& error) {
    std::puts(error.what());
    return 1;
  }
}
