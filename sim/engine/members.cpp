#include "sim/engine/members.hpp"

namespace meesterplan::engine {

namespace {

template <class Visit>
void for_each_assignment(model::Workforce const& people, Visit const& visit) {
  for (std::size_t slot = 0; slot < people.size(); ++slot) {
    if (people.id[slot] == model::empty_slot)
      continue;
    visit(people.section[slot], Member{static_cast<std::uint32_t>(slot), -1});
    for (std::int32_t next = people.extra.get(slot) - 1; next >= 0;) {
      auto const& extra = people.extras[static_cast<std::size_t>(next)];
      visit(extra.section, Member{static_cast<std::uint32_t>(slot), next});
      next = extra.next;
    }
  }
}

}  // namespace

void Members::gather(model::Workforce const& people, std::int32_t n_sections) {
  first_.assign(static_cast<std::size_t>(n_sections) + 1, 0);
  for_each_assignment(people, [&](std::int32_t section, Member) {
    ++first_[static_cast<std::size_t>(section) + 1];
  });
  for (std::size_t section = 1; section < first_.size(); ++section)
    first_[section] += first_[section - 1];
  next_ = first_;
  members_.resize(static_cast<std::size_t>(first_.back()));
  for_each_assignment(people, [&](std::int32_t section, Member member) {
    members_[static_cast<std::size_t>(next_[static_cast<std::size_t>(section)]++)] = member;
  });
}

}  // namespace meesterplan::engine
