#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace meesterplan::cli {

/// A number of the national reference (data/reference/parameters.csv), as written there.
struct ReferenceValue {
  std::string key;  ///< "programme.wo-master.uptake"
  std::string value, low, high;
  std::string source;  ///< with the remark on it
};

/// The reference's values for a key of a scenario, as far as there are; of a key of
/// programmes ("programme.uptake") those of each programme.
std::vector<ReferenceValue> reference_values(std::string_view path);

}  // namespace meesterplan::cli
