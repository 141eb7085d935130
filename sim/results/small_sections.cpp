#include "sim/results/small_sections.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <tuple>

namespace meesterplan::results {

bool is_small(model::Names const& names, scenario::Level level, std::int32_t unit) {
  auto const& heads = names.start_heads;
  if (level == scenario::Level::section) {
    return heads[static_cast<std::size_t>(unit)] < fewest_heads_shown;
  }
  // A higher unit can only be small when all sections together are.
  return std::accumulate(heads.begin(), heads.end(), std::int64_t{0}) < fewest_heads_shown;
}

namespace {

/// [section] Heads on the reference date of whom nobody knows that they leave.
std::vector<std::int64_t> heads_that_may_stay(model::Names const& names) {
  std::vector<std::int64_t> heads = names.start_heads;
  for (model::KnownChange const& change : names.known) {
    if (change.kind != model::KnownChange::Kind::leaves || !change.in_service)
      continue;
    for (model::KnownChange::Part const& part : change.parts)
      heads[static_cast<std::size_t>(part.section)] -= 1;
  }
  return heads;
}

/// Leaves out of one school's `sections` as many as needed, the smallest first.
void leave_out(std::vector<std::int64_t> const& heads, std::vector<std::size_t> sections,
               std::vector<bool>& left_out) {
  std::sort(sections.begin(), sections.end(), [&](std::size_t left, std::size_t right) {
    return std::tuple(heads[left], left) < std::tuple(heads[right], right);
  });
  std::int64_t heads_hidden = 0;
  int n_hidden = 0;
  for (std::size_t const section : sections) {
    bool const are_safe = n_hidden == 0 || (n_hidden >= 2 && heads_hidden >= fewest_heads_shown);
    if (heads[section] >= fewest_heads_shown && are_safe)
      return;
    left_out[section] = true;
    heads_hidden += heads[section];
    // A section without people hides nobody.
    n_hidden += heads[section] > 0 ? 1 : 0;
  }
}

}  // namespace

std::vector<bool> sections_with_needs_only(model::Model const& model, model::Names const& names) {
  std::vector<std::vector<std::size_t>> of_school(model.units.school_board.size());
  std::vector<std::int32_t> const& school_of = model.units.section_school;
  for (std::size_t section = 0; section < school_of.size(); ++section)
    of_school[static_cast<std::size_t>(school_of[section])].push_back(section);
  std::vector<std::int64_t> const heads = heads_that_may_stay(names);
  std::vector<bool> left_out(school_of.size());
  for (std::vector<std::size_t> const& sections : of_school)
    leave_out(heads, sections, left_out);
  return left_out;
}

bool is_shown_of_small(std::string_view metric) {
  return metric == "demand";
}

}  // namespace meesterplan::results
