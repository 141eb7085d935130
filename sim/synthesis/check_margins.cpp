#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "sim/base/number_text.hpp"
#include "sim/synthesis/read_margins.hpp"

namespace meesterplan::synthesis {
namespace {

/// Published shares are rounded to a tenth of a percent.
constexpr double half_a_tenth = 0.0005;

/// Cells of one margin together.
struct Sum {
  double low = 0;
  double high = 0;
  double rounding = 0;  ///< by so much it may be off
  Place place;          ///< of its first cell
};

using Sums = std::map<Key, Sum>;

std::vector<Axis> common_axes(Margin const& left, Margin const& right) {
  std::vector<Axis> common;
  std::set_intersection(left.axes.begin(), left.axes.end(), right.axes.begin(), right.axes.end(),
                        std::back_inserter(common));
  return common;
}

Sums sums_along(Margin const& margin, std::vector<Axis> const& axes, double people) {
  Sums sums;
  for (Cell const& cell : margin.cells) {
    Key key = any_key;
    for (Axis const axis : axes)
      key[static_cast<std::size_t>(axis)] = cell.key[static_cast<std::size_t>(axis)];
    Sum& sum = sums.emplace(key, Sum{0, 0, 0, cell.place}).first->second;
    sum.low += cell.people.low;
    sum.high += cell.people.high;
    sum.rounding += cell.share ? half_a_tenth * people : 0;
  }
  return sums;
}

Text names_of(std::vector<Axis> const& axes) {
  if (axes.empty())
    return {"allen samen", "all together"};
  Text names;
  for (Axis const axis : axes) {
    Text const name = name_of(axis);
    names.nl += (names.nl.empty() ? "" : " x ") + name.nl;
    names.en += (names.en.empty() ? "" : " x ") + name.en;
  }
  return names;
}

Text number_of(Sum const& sum) {
  Text const low = rounded_text(sum.low);
  if (sum.low >= sum.high)
    return low;
  Text const high = rounded_text(sum.high);
  return {fmt::format("{} tot {}", low.nl, high.nl), fmt::format("{} to {}", low.en, high.en)};
}

/// Whom a sum is about.
Text whom(Margins const& margins, Key const& key) {
  std::string labels;
  for (std::size_t axis = 0; axis < n_axes; ++axis) {
    if (key[axis] != any)
      labels += (labels.empty() ? "" : ", ") +
                margins.values[axis][static_cast<std::size_t>(key[axis])].label;
  }
  return labels.empty() ? Text{"alle mensen", "all people"} : Text{labels, labels};
}

Text disagreement(Margins const& margins, Key const& key, Text const& left, Text const& right,
                  Sum const& one, Sum const& other) {
  Text const who = whom(margins, key);
  Text const here = number_of(one);
  Text const there = number_of(other);
  return {fmt::format("{}: de rijen naar {} tellen op tot {}, die naar {} tot {} (alle rijen gaan "
                      "over dezelfde mensen). Verbeter een van beide.",
                      who.nl, left.nl, here.nl, right.nl, there.nl),
          fmt::format("{}: the rows by {} add up to {}, those by {} to {} (all rows are about the "
                      "same people). Mend one of them.",
                      who.en, left.en, here.en, right.en, there.en)};
}

/// Compares what two margins say of what they have in common. A sum that one of them does not
/// have is nobody.
void compare(input::Reading& reading, Margins const& margins, Margin const& earlier,
             Margin const& later) {
  std::vector<Axis> const axes = common_axes(earlier, later);
  Sums left = sums_along(earlier, axes, margins.people);
  Sums right = sums_along(later, axes, margins.people);
  for (auto const& [key, sum] : left)
    right.emplace(key, Sum{0, 0, 0, sum.place});
  for (auto const& [key, sum] : right) {
    Sum const other = left.emplace(key, Sum{0, 0, 0, sum.place}).first->second;
    double const off = sum.rounding + other.rounding + 1e-6;
    if (sum.low <= other.high + off && other.low <= sum.high + off)
      continue;
    reading.error(
        sum.place, "people",
        disagreement(margins, key, names_of(later.axes), names_of(earlier.axes), sum, other));
  }
}

/// Compares all people of a margin with how many there are.
void check_total(input::Reading& reading, Margins const& margins, Margin const& margin) {
  Sum sum{0, 0, 0, margin.cells.front().place};
  double shares = 0;
  bool is_whole = true;
  for (Cell const& cell : margin.cells) {
    sum.low += cell.people.low;
    sum.high += cell.people.high;
    shares += cell.share.value_or(0);
    is_whole = is_whole && cell.share;
  }
  double const slack = half_a_tenth * static_cast<double>(margin.cells.size()) + 1e-9;
  if (is_whole && (shares < 1 - slack || shares > 1 + slack)) {
    Text const names = names_of(margin.axes);
    Text const percent = rounded_text(shares * 100);
    reading.error(sum.place, "people",
                  {fmt::format("de percentages naar {} tellen op tot {} (samen is iedereen: 100%). "
                               "Verbeter ze.",
                               names.nl, percent.nl),
                   fmt::format("the percentages by {} add up to {} (together they are everybody: "
                               "100%). Mend them.",
                               names.en, percent.en)});
  }
  double const off = is_whole ? 0 : slack * margins.people;
  if (is_whole || (sum.low <= margins.people + off && sum.high >= margins.people - off))
    return;
  Sum const all{margins.people, margins.people, 0, {}};
  reading.error(sum.place, "people",
                disagreement(margins, any_key, names_of(margin.axes), names_of({}), sum, all));
}

void check_ages(input::Reading& reading, Margins const& margins, Place place) {
  std::vector<Value> bands = margins.of(Axis::age);
  std::sort(bands.begin(), bands.end(), [](Value const& left, Value const& right) {
    return left.ages.first < right.ages.first;
  });
  for (std::size_t i = 1; i < bands.size(); ++i) {
    if (bands[i].ages.first > bands[i - 1].ages.last)
      continue;
    reading.error({place.file, 0, 0}, "age",
                  {fmt::format("{} en {} overlappen (iemand zou in beide horen). Gebruik overal "
                               "dezelfde leeftijdsgroepen.",
                               bands[i - 1].label, bands[i].label),
                   fmt::format("{} and {} overlap (somebody would belong to both). Use the same "
                               "age bands everywhere.",
                               bands[i - 1].label, bands[i].label)});
  }
}

}  // namespace

void check_margins(input::Reading& reading, Margins const& margins) {
  std::vector<Margin> const& list = margins.margins;
  check_ages(reading, margins, list.front().cells.front().place);
  for (std::size_t later = 0; later < list.size(); ++later) {
    if (list[later].axes.empty())
      continue;
    check_total(reading, margins, list[later]);
    for (std::size_t earlier = 0; earlier < later; ++earlier) {
      if (!common_axes(list[earlier], list[later]).empty())
        compare(reading, margins, list[earlier], list[later]);
    }
  }
}

}  // namespace meesterplan::synthesis
