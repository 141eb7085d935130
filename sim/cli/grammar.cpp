#include "sim/cli/grammar.hpp"

#include <algorithm>

namespace meesterplan::cli {

std::vector<std::string> choices(std::string const& value) {
  std::vector<std::string> words;
  if (value.find('|') == std::string::npos)
    return words;
  for (std::size_t from = 0; from <= value.size();) {
    std::size_t const to = std::min(value.find('|', from), value.size());
    words.push_back(value.substr(from, to - from));
    from = to + 1;
  }
  return words;
}

}  // namespace meesterplan::cli
