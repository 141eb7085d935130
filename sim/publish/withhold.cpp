#include "sim/publish/withhold.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>

#include "sim/base/contracts.hpp"

namespace meesterplan::publish {
namespace {

/// The smallest part that is still told.
std::optional<std::size_t> smallest_told(std::vector<Group> const& parts,
                                         std::vector<bool> const& untold) {
  std::optional<std::size_t> smallest;
  for (std::size_t part = 0; part < parts.size(); ++part) {
    if (!untold[part] && (!smallest || parts[part].all() < parts[*smallest].all()))
      smallest = part;
  }
  return smallest;
}

}  // namespace

Group group_of(double heads, double with) {
  constexpr double nothing = 1e-9;  // of a mean that is whole
  auto const whole = [](double mean) {
    return static_cast<std::int64_t>(std::ceil(mean - nothing));
  };
  return {whole(with), whole(heads - with)};
}

bool is_small(Group const& group, std::int64_t least) {
  auto const is_few = [&](std::int64_t heads) { return heads > 0 && heads < least; };
  return is_few(group.with) || is_few(group.without);
}

std::vector<bool> withhold(std::vector<Group> const& parts, std::vector<bool> untold, Others others,
                           std::int64_t least) {
  MP_EXPECT(untold.size() == parts.size());
  Group together;
  std::size_t n_untold = 0;
  auto const leave_out = [&](std::size_t part) {
    untold[part] = true;
    // Who has nobody hides nobody.
    n_untold += parts[part].all() > 0 ? std::size_t{1} : std::size_t{0};
    together.with += parts[part].with;
    together.without += parts[part].without;
  };
  for (std::size_t part = 0; part < parts.size(); ++part) {
    if (untold[part] || is_small(parts[part], least))
      leave_out(part);
  }
  auto const is_enough = [&] {
    if (others == Others::some)
      return together.with >= least && together.without >= least;
    return n_untold != 1 && !is_small(together, least);
  };
  while (!is_enough()) {
    std::optional<std::size_t> const next = smallest_told(parts, untold);
    if (!next)
      break;
    leave_out(*next);
  }
  return untold;
}

}  // namespace meesterplan::publish
