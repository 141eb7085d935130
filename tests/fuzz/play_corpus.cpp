// What libFuzzer does with -runs=0, for compilers that do not have it: plays
// every file of the folders that are named.

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size);

int main(int n_arguments, char** arguments) {
  namespace fs = std::filesystem;
  int n_played = 0;
  for (int argument = 1; argument < n_arguments; ++argument) {
    if (!fs::is_directory(arguments[argument]))
      continue;
    for (fs::directory_entry const& entry : fs::directory_iterator(arguments[argument])) {
      std::ifstream file(entry.path(), std::ios::binary);
      std::vector<char> const bytes{std::istreambuf_iterator<char>(file), {}};
      LLVMFuzzerTestOneInput(reinterpret_cast<std::uint8_t const*>(bytes.data()), bytes.size());
      ++n_played;
    }
  }
  std::printf("%d cases\n", n_played);
  return n_played > 0 ? 0 : 1;
}
