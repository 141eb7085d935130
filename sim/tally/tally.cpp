#include "sim/tally/tally.hpp"

#include <algorithm>
#include <utility>

#include "sim/model/parameters.hpp"

namespace meesterplan::tally {
namespace {

constexpr std::size_t at(std::int64_t index) {
  return static_cast<std::size_t>(index);
}

static_assert(model::n_strata % model::n_driver_bins == 0, "a stratum lies in one bin");

constexpr int strata_per_bin = model::n_strata / model::n_driver_bins;

template <class Number>
void add_each(std::vector<Number>& sums, std::vector<Number> const& others) {
  MP_EXPECT(sums.size() == others.size());
  for (std::size_t i = 0; i < sums.size(); ++i)
    sums[i] += others[i];
}

void merge(TargetTally& target, TargetTally const& other) {
  add_each(target.met, other.met);
  add_each(target.applies, other.applies);
  add_each(target.first_met, other.first_met);
  target.never += other.never;
  target.shortfall.merge(other.shortfall);
}

/// Values of one future, in whole lines of memory and an odd number of them:
/// the same place of several futures then falls on different lines of a cache.
std::size_t stride_of(std::size_t n_values) {
  constexpr std::size_t values_a_line = 8;
  return ((n_values + values_a_line - 1) / values_a_line | 1) * values_a_line;
}

}  // namespace

Tally::Tally(model::RecordPlan const& plan)
    : plan_(&plan),
      n_years_(std::max<std::int64_t>(plan.n_years, 1)),
      n_rows_((static_cast<std::int64_t>(plan.cells.size()) + n_years_ - 1) / n_years_),
      moments_(at(n_rows_ * n_years_)),
      stride_(stride_of(moments_.size())),
      latest_(most_waiting * stride_, absent),
      bins_(at(plan.n_bins)),
      targets_(plan.targets.size(), TargetTally(at(plan.n_years))),
      budgets_(plan.budgets.size()),
      drivers_(plan.targets.size() * at(plan.n_parameters) * model::n_driver_bins) {
  static_assert(sizeof(stats::Moments) + most_waiting * sizeof(latest_[0]) == model::bytes_a_cell);
  static_assert(sizeof(Histogram) == model::bytes_a_histogram);
  auto const n_cells = static_cast<std::int64_t>(plan.cells.size());
  for (std::int64_t year = 0; year < n_years_; ++year) {
    for (std::int64_t cell = year; cell < n_cells; cell += n_years_) {
      model::CellPlan const& planned = plan.cells[at(cell)];
      if (planned.histogram < 0)
        continue;
      Histogram& histogram = histograms_.emplace_back();
      histogram.bins_a_unit = 1 / static_cast<double>(planned.bins.width);
      histogram.half_width = planned.bins.width / 2;
      histogram.first = planned.histogram;
      histogram.n_bins = planned.bins.count;
      histogram.place = static_cast<std::uint32_t>(this->place(cell));
    }
  }
}

void Tally::add_waiting(std::vector<stats::Moments>& moments,
                        std::vector<std::uint32_t>& bins) const {
  auto histogram = histograms_.begin();
  for (std::size_t place = 0; place < moments.size(); ++place) {
    stats::Moments& kept = moments[place];
    if (histogram == histograms_.end() || histogram->place != place) {
      this->for_each_waiting(place, [&](std::int64_t value) { kept.add(value); });
      continue;
    }
    this->for_each_waiting(place, [&](std::int64_t value) {
      kept.add(value);
      ++bins[histogram->bin_of(value)];
    });
    ++histogram;
  }
}

void Tally::settle() {
  this->add_waiting(moments_, bins_);
  std::fill(latest_.begin(), latest_.end(), absent);
  n_waiting_ = 0;
}

void Tally::add_target(std::int32_t target, std::span<std::int8_t const> met) {
  TargetTally& kept = targets_[at(target)];
  MP_EXPECT(met.size() == kept.met.size());
  bool ever_met = false;
  for (std::size_t year = 0; year < met.size(); ++year) {
    bool const met_now = met[year] == 1;
    kept.applies[year] += met[year] >= 0 ? 1 : 0;
    kept.met[year] += met_now ? 1 : 0;
    kept.first_met[year] += met_now && !ever_met ? 1 : 0;
    ever_met = ever_met || met_now;
  }
  kept.never += ever_met ? 0 : 1;
}

void Tally::add_shortfall(std::int32_t target, std::int64_t short_of) {
  MP_EXPECT(short_of >= 0);
  targets_[at(target)].shortfall.add(short_of);
  model::TargetPlan const& planned = plan_->targets[at(target)];
  if (planned.shortfall.count > 0)
    ++bins_[at(planned.first_histogram + planned.shortfall.bin_of(short_of))];
}

void Tally::add_drivers(std::int32_t target, std::int64_t value,
                        std::span<std::uint16_t const> strata) {
  auto const n_parameters = at(plan_->n_parameters);
  MP_EXPECT(n_parameters == 0 || strata.size() == n_parameters);
  stats::Wide const wide = value;
  auto const square = static_cast<stats::UnsignedWide>(wide * wide);
  DriverBin* bins = drivers_.data() + at(target) * n_parameters * model::n_driver_bins;
  for (std::size_t parameter = 0; parameter < n_parameters; ++parameter) {
    DriverBin& bin = bins[strata[parameter] / strata_per_bin];
    ++bin.n;
    bin.sum += value;
    bin.sum_squares += square;
    bins += model::n_driver_bins;
  }
}

void Tally::add_costs(std::int32_t budget, std::int64_t cents) {
  BudgetTally& kept = budgets_[at(budget)];
  kept.over += cents > plan_->budgets[at(budget)].amount ? 1 : 0;
  kept.costs.add(cents);
}

void Tally::count_future(std::int64_t teacher_years) {
  ++futures_;
  teacher_years_ += teacher_years;
  if (++n_waiting_ == most_waiting)
    this->settle();
}

void Tally::merge(Tally const& other) {
  MP_EXPECT(moments_.size() == other.moments_.size() && drivers_.size() == other.drivers_.size());
  MP_EXPECT(targets_.size() == other.targets_.size());
  for (std::size_t place = 0; place < moments_.size(); ++place)
    moments_[place].merge(other.moments_[place]);
  add_each(bins_, other.bins_);
  other.add_waiting(moments_, bins_);
  for (std::size_t target = 0; target < targets_.size(); ++target)
    tally::merge(targets_[target], other.targets_[target]);
  MP_EXPECT(budgets_.size() == other.budgets_.size());
  for (std::size_t budget = 0; budget < budgets_.size(); ++budget) {
    budgets_[budget].over += other.budgets_[budget].over;
    budgets_[budget].costs.merge(other.budgets_[budget].costs);
  }
  for (std::size_t bin = 0; bin < drivers_.size(); ++bin) {
    drivers_[bin].n += other.drivers_[bin].n;
    drivers_[bin].sum += other.drivers_[bin].sum;
    drivers_[bin].sum_squares += other.drivers_[bin].sum_squares;
  }
  futures_ += other.futures_;
  teacher_years_ += other.teacher_years_;
}

stats::Moments Tally::moments(std::int64_t cell) const {
  std::size_t const place = this->place(cell);
  stats::Moments moments = moments_[place];
  this->for_each_waiting(place, [&](std::int64_t value) { moments.add(value); });
  return moments;
}

std::vector<std::uint32_t> Tally::histogram(std::int64_t cell) const {
  std::size_t const place = this->place(cell);
  auto const kept = std::lower_bound(
      histograms_.begin(), histograms_.end(), place,
      [](Histogram const& histogram, std::size_t wanted) { return histogram.place < wanted; });
  if (kept == histograms_.end() || kept->place != place)
    return {};
  auto const counts =
      std::span<std::uint32_t const>(bins_).subspan(at(kept->first), at(kept->n_bins));
  std::vector<std::uint32_t> histogram(counts.begin(), counts.end());
  this->for_each_waiting(
      place, [&](std::int64_t value) { ++histogram[kept->bin_of(value) - at(kept->first)]; });
  return histogram;
}

std::span<std::uint32_t const> Tally::shortfall_histogram(std::int32_t target) const {
  model::TargetPlan const& planned = plan_->targets[at(target)];
  if (planned.shortfall.count == 0)
    return {};
  return std::span<std::uint32_t const>(bins_).subspan(at(planned.first_histogram),
                                                       at(planned.shortfall.count));
}

DriverBin const& Tally::driver(std::int32_t target, std::int32_t parameter, int bin) const {
  MP_EXPECT(bin >= 0 && bin < model::n_driver_bins);
  std::int64_t const row = std::int64_t{target} * plan_->n_parameters + parameter;
  return drivers_[at(row * model::n_driver_bins + bin)];
}

bool operator==(Tally const& left, Tally const& right) {
  auto const all = [](Tally const& tally) {
    auto remembered = std::pair(tally.moments_, tally.bins_);
    tally.add_waiting(remembered.first, remembered.second);
    return remembered;
  };
  return left.futures_ == right.futures_ && left.teacher_years_ == right.teacher_years_ &&
         left.targets_ == right.targets_ && left.budgets_ == right.budgets_ &&
         left.drivers_ == right.drivers_ && all(left) == all(right);
}

}  // namespace meesterplan::tally
