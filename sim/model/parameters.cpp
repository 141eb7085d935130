#include "sim/model/parameters.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "sim/base/contracts.hpp"
#include "sim/base/hash.hpp"
#include "sim/chance/logarithm.hpp"
#include "sim/model/distribution.hpp"

namespace meesterplan::model {

namespace {

/// The largest drawn probability: a draw never makes a cell certain, which is
/// the file's word alone.
constexpr double almost_one = 1 - 1e-12;
/// By how much of its width a fitted interval may miss the given one.
constexpr double tolerated_miss = 0.1;

double used_as(double value, Use use) {
  switch (use) {
    case Use::hazard:
      return chance::hazard(value);
    case Use::log:
      return chance::log(value);
    default:
      return value;
  }
}

bool same(scenario::Uncertain const& left, scenario::Uncertain const& right) {
  return left.name == right.name && left.quantity == right.quantity &&
         left.central == right.central && left.interval->low == right.interval->low &&
         left.interval->high == right.interval->high;
}

Text no_fit(scenario::Uncertain const& number) {
  auto const& interval = *number.interval;
  return {fmt::format("geen verdeling past bij {} met interval {} tot {} (het midden ligt te dicht "
                      "bij een grens of het interval is te breed). Maak het interval smaller.",
                      number.central, interval.low, interval.high),
          fmt::format("no distribution fits {} with interval {} to {} (the centre is too close to "
                      "a bound or the interval is too wide). Make the interval narrower.",
                      number.central, interval.low, interval.high)};
}

Text poor_fit(scenario::Uncertain const& number, Fitted const& fitted) {
  auto const& interval = *number.interval;
  return {
      fmt::format("het interval {} tot {} wordt {:.3g} tot {:.3g} (geen verdeling met midden {} "
                  "heeft beide grenzen). Kies grenzen die beter bij het midden passen.",
                  interval.low, interval.high, fitted.low, fitted.high, number.central),
      fmt::format("the interval {} to {} becomes {:.3g} to {:.3g} (no distribution with centre "
                  "{} has both bounds). Choose bounds that suit the centre better.",
                  interval.low, interval.high, fitted.low, fitted.high, number.central)};
}

bool misses(scenario::Interval interval, Fitted const& fitted) {
  double const allowed = tolerated_miss * (interval.high - interval.low);
  return fitted.low < interval.low - allowed || fitted.low > interval.low + allowed ||
         fitted.high < interval.high - allowed || fitted.high > interval.high + allowed;
}

}  // namespace

ParameterBuilder::ParameterBuilder(std::vector<scenario::Source> sources)
    : sources_(std::move(sources)), normals_(stratum_normals()) {}

int ParameterBuilder::parameter(std::string const& name) {
  auto const place = std::find(names_.begin(), names_.end(), name);
  if (place != names_.end()) {
    return static_cast<int>(place - names_.begin());
  }
  names_.push_back(name);
  set_.key.push_back(hash64(name));
  return set_.n_parameters() - 1;
}

Number ParameterBuilder::add(scenario::Uncertain const& number, Use use) {
  Number result;
  result.central = used_as(number.central, use);
  if (!number.interval || number.interval->low == number.interval->high) {
    return result;
  }
  MP_EXPECT(!number.name.empty());
  for (Known const& known : known_) {
    if (known.use == use && same(known.number, number)) {
      return known.result;
    }
  }
  auto const tell = [&](Severity severity, Text message) {
    problems_.push_back(
        scenario::problem_at(number.place, sources_, severity, number.name, std::move(message)));
  };
  std::optional<Fitted> fitted = fit(number, normals_);
  if (!fitted) {
    tell(Severity::error, no_fit(number));
    return result;
  }
  if (misses(*number.interval, *fitted)) {
    tell(Severity::warning, poor_fit(number, *fitted));
  }
  if (use != Use::as_is) {
    for (double& value : fitted->quantiles) {
      value = used_as(use == Use::hazard ? std::min(value, almost_one) : value, use);
    }
  }
  result.parameter = this->parameter(number.name);
  result.grid = static_cast<int>(set_.grids.size());
  set_.grids.push_back(std::move(fitted->quantiles));
  known_.push_back({number, use, result});
  return result;
}

}  // namespace meesterplan::model
