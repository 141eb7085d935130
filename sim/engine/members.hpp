#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/model/workforce.hpp"

namespace meesterplan::engine {

/// An assignment of somebody in a section.
struct Member {
  std::uint32_t slot = 0;
  std::int32_t extra = -1;  ///< index into Workforce::extras; -1: the main assignment
};

/// Who works where, of one moment.
class Members {
 public:
  /// Gathers all assignments of `people` by section, by slot within it.
  void gather(model::Workforce const& people, std::int32_t n_sections);

  std::span<Member const> of(std::int32_t section) const {
    auto const first = static_cast<std::size_t>(first_[static_cast<std::size_t>(section)]);
    auto const end = static_cast<std::size_t>(first_[static_cast<std::size_t>(section) + 1]);
    return std::span<Member const>(members_).subspan(first, end - first);
  }

 private:
  std::vector<std::int32_t> first_;
  std::vector<std::int32_t> next_;
  std::vector<Member> members_;
};

}  // namespace meesterplan::engine
