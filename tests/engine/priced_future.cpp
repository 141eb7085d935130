#include "tests/engine/priced_future.hpp"

#include "tests/engine/reading.hpp"
#include "tests/support/catch.hpp"

namespace meesterplan::testing {

using scenario::Level;
using scenario::Money;
using scenario::Scale;
using scenario::Uncertain;

scenario::WageRow wage(Scale scale, scenario::IntRange experience, double amount) {
  scenario::WageRow row;
  row.scale = scale;
  row.experience = experience;
  row.amount = Uncertain::amount(amount);
  return row;
}

Money plain_money() {
  Money money;
  money.price_year = priced_start - 1;
  money.price_growth = Uncertain::other(0.02);
  money.wages = {wage(Scale::lb, {0, 4}, 60'000), wage(Scale::lb, {5, 1000}, 70'000),
                 wage(Scale::none, {}, 80'000)};
  return money;
}

PricedFuture::PricedFuture(scenario::Scenario const& scenario)
    : compiled(model::compile(scenario)), tally(play_one(compiled.model, 0)) {}

stats::Moments PricedFuture::moments(std::string_view metric, Level level, std::int32_t unit,
                                     std::int32_t year) const {
  return moments_of(compiled.model, tally, CellName{level, unit, metric, year});
}

std::int64_t PricedFuture::of(std::string_view metric, Level level, std::int32_t unit,
                              std::int32_t year) const {
  stats::Moments const found = this->moments(metric, level, unit, year);
  REQUIRE(found.count == 1);
  return static_cast<std::int64_t>(found.sum);
}

std::int64_t PricedFuture::section(std::string_view metric, std::int32_t unit,
                                   std::int32_t year) const {
  return this->of(metric, Level::section, unit, year);
}

std::int64_t PricedFuture::total(std::string_view metric, std::int32_t year) const {
  return this->of(metric, Level::total, 0, year);
}

}  // namespace meesterplan::testing
