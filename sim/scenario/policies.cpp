#include "sim/scenario/policies.hpp"

namespace meesterplan::scenario {

bool Who::is_everybody() const {
  return age.is_all() && tenure.is_all() && experience.is_all() && years_since_master.is_all() &&
         fte.is_all() && degrees.empty() && licences.empty() && contracts.empty();
}

bool UnitScope::is_all() const {
  return sections.empty() && subjects.empty() && schools.empty() && boards.empty() &&
         regions.empty();
}

}  // namespace meesterplan::scenario
