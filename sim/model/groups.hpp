#pragma once

#include <cmath>

#include "sim/model/model.hpp"

namespace meesterplan::model {

/// Groups (classes) that `pupils` make: rounded up, where 1e-9 of a group is
/// taken for rounding of the division and makes no group of its own.
inline double groups_of(DemandModel::PupilGroup const& group, double pupils) {
  constexpr double slack = 1e-9;
  return std::ceil(pupils * group.participation / group.group_size - slack);
}

}  // namespace meesterplan::model
