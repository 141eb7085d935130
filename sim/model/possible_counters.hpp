#pragma once

#include <array>
#include <cstddef>

#include "sim/model/counters.hpp"

namespace meesterplan::model {

struct Building;

/// Which counters can ever be more than zero in the model that is built; what always is
/// zero is not recorded unasked.
class PossibleCounters final {
 public:
  explicit PossibleCounters(Building const& building);

  bool operator()(Counter index) const { return may_[static_cast<std::size_t>(index)]; }

 private:
  void limit_exits(Building const& building);
  void limit_hires(Building const& building);
  void limit_scales(Building const& building);
  void limit_costs(Building const& building);

  std::array<bool, counter::n_cost_end> may_{};
};

}  // namespace meesterplan::model
