#pragma once

#include <cstdint>
#include <vector>

/// Which parts of a sum stay untold when the sum and the other parts are published.

namespace meesterplan::publish {

/// People of one part, divided in two by what is published of them. Where only their number is,
/// it stands for both.
struct Group {
  std::int64_t with = 0;
  std::int64_t without = 0;

  std::int64_t all() const { return with + without; }
};

/// Whether a group itself would tell of fewer than `least` persons: it has from 1 to least - 1
/// in one of its two parts.
bool is_small(Group const& group, std::int64_t least);

/// For each of `parts` whether it stays untold: those where `untold` says so already, the small
/// ones, and beside them, when there are any, the next smallest, until at least two are untold
/// who together are no small group: the sum less the rest then tells of nobody. With `others`
/// there are people in the sum and in no part of whom nothing may be known: then enough parts are
/// untold to hide them, whoever they are. All are untold when that cannot be had.
std::vector<bool> withhold(std::vector<Group> const& parts, std::vector<bool> untold, bool others,
                           std::int64_t least);

}  // namespace meesterplan::publish
