#pragma once

#include <cstdint>

namespace meesterplan::model {

/// What a rate may depend on. The first five advance by one each year by
/// themselves, so a person keeps a base and its value in step t is base + t.
enum class Column : std::uint8_t {
  age,           ///< completed years on the reference date of step t
  retirement,    ///< whole years from state pension age to the end of the year
  tenure,        ///< completed years at this board
  experience,    ///< completed years in teaching
  since_master,  ///< completed years since the master
  fte,           ///< thousandths, the person's total
  degree,
  licence,  ///< for the main subject
  contract,
  subject,  ///< of the main section
  room,     ///< 1 when a master could apply it at last 1 October
  scope,    ///< which policies and bottlenecks hold for the main section
  year,     ///< the step itself; not a field of a person
};
inline constexpr int n_columns = 12;  ///< fields of a person
inline constexpr int n_timed_columns = 5;

/// The base that stands for "unknown, counts as long ago".
inline constexpr int long_ago = 90;

/// Values of a timed column (base + t) lie in [timed_low, timed_low + timed_size).
inline constexpr int timed_low = -64;
inline constexpr int timed_size = 256;

constexpr bool is_timed(Column column) {
  return static_cast<int>(column) < n_timed_columns;
}

}  // namespace meesterplan::model
