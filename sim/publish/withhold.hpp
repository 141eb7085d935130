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

/// A group of `heads` of whom `with` are of the one kind, means of today's people: part of a
/// person counts as one.
Group group_of(double heads, double with);

/// Whether there are people in a sum and in no part of whom nothing may be known.
enum class Others { none, some };

/// Whether a group itself would tell of fewer than `least` persons: it has from 1 to least - 1
/// in one of its two parts.
bool is_small(Group const& group, std::int64_t least);

/// For each of `parts` whether it stays untold: those where `untold` says so already, the small
/// ones, and beside them, when there are any, the next smallest, until at least two are untold
/// who together are no small group: the sum less the rest then tells of nobody. Beside
/// others enough parts are untold to hide them, whoever they are. All are untold when that cannot
/// be had.
std::vector<bool> withhold(std::vector<Group> const& parts, std::vector<bool> untold, Others others,
                           std::int64_t least);

}  // namespace meesterplan::publish
