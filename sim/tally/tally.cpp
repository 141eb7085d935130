#include "sim/tally/tally.hpp"

#include <algorithm>

#include "sim/model/parameters.hpp"

namespace meesterplan::tally {
namespace {

constexpr std::size_t at(std::int64_t index) {
  return static_cast<std::size_t>(index);
}

static_assert(model::n_strata % model::n_driver_bins == 0, "a stratum lies in one bin");
/// A bin's number takes 16 bits while it waits.
constexpr std::int32_t most_bins = 1 << 16;

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

}  // namespace

Tally::Tally(model::RecordPlan const& plan)
    : plan_(&plan),
      n_years_(std::max<std::int64_t>(plan.n_years, 1)),
      n_rows_((static_cast<std::int64_t>(plan.cells.size()) + n_years_ - 1) / n_years_),
      cells_(at(n_rows_ * n_years_)),
      bins_(at(plan.n_bins)),
      targets_(plan.targets.size(), TargetTally(at(plan.n_years))),
      drivers_(plan.targets.size() * at(plan.n_parameters) * model::n_driver_bins) {
  static_assert(sizeof(Cell) == model::bytes_a_cell);
  static_assert(sizeof(Waiting) + sizeof(histogram_[0]) == model::bytes_a_histogram);
  auto const n_cells = static_cast<std::int64_t>(plan.cells.size());
  for (std::int64_t year = 0; year < n_years_; ++year) {
    for (std::int64_t cell = year; cell < n_cells; cell += n_years_) {
      model::CellPlan const& planned = plan.cells[at(cell)];
      MP_EXPECT(planned.bins.count <= most_bins);
      Cell& kept = cells_[this->place(cell)];
      kept.bins_a_unit = 1 / static_cast<double>(planned.bins.width);
      kept.n_bins = planned.bins.count;
      if (planned.histogram < 0)
        continue;
      kept.waiting = static_cast<std::int32_t>(histogram_.size());
      histogram_.push_back(planned.histogram);
      waiting_.emplace_back().half_width = planned.bins.width / 2;
    }
  }
}

void Tally::settle(Cell const& cell) {
  Waiting& waiting = waiting_[at(cell.waiting)];
  std::uint32_t* counts = bins_.data() + histogram_[at(cell.waiting)];
  for (std::size_t i = 0; i < waiting.n; ++i)
    ++counts[waiting.bin[i]];
  waiting.n = 0;
}

void Tally::add_waiting(std::vector<std::uint32_t>& bins) const {
  for (std::size_t index = 0; index < waiting_.size(); ++index) {
    Waiting const& waiting = waiting_[index];
    for (std::size_t i = 0; i < waiting.n; ++i)
      ++bins[at(histogram_[index] + waiting.bin[i])];
  }
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

void Tally::count_future(std::int64_t teacher_years) {
  ++futures_;
  teacher_years_ += teacher_years;
}

void Tally::merge(Tally const& other) {
  MP_EXPECT(cells_.size() == other.cells_.size() && drivers_.size() == other.drivers_.size());
  MP_EXPECT(targets_.size() == other.targets_.size());
  for (std::size_t cell = 0; cell < cells_.size(); ++cell)
    cells_[cell].moments.merge(other.cells_[cell].moments);
  add_each(bins_, other.bins_);
  other.add_waiting(bins_);
  for (std::size_t target = 0; target < targets_.size(); ++target)
    tally::merge(targets_[target], other.targets_[target]);
  for (std::size_t bin = 0; bin < drivers_.size(); ++bin) {
    drivers_[bin].n += other.drivers_[bin].n;
    drivers_[bin].sum += other.drivers_[bin].sum;
    drivers_[bin].sum_squares += other.drivers_[bin].sum_squares;
  }
  futures_ += other.futures_;
  teacher_years_ += other.teacher_years_;
}

std::vector<std::uint32_t> Tally::histogram(std::int64_t cell) const {
  if (cells_[this->place(cell)].waiting < 0)
    return {};
  model::CellPlan const& planned = plan_->cells[at(cell)];
  auto const counts =
      std::span<std::uint32_t const>(bins_).subspan(at(planned.histogram), at(planned.bins.count));
  std::vector<std::uint32_t> histogram(counts.begin(), counts.end());
  Waiting const& waiting = waiting_[at(cells_[this->place(cell)].waiting)];
  for (std::size_t i = 0; i < waiting.n; ++i)
    ++histogram[waiting.bin[i]];
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
  if (left.futures_ != right.futures_ || left.teacher_years_ != right.teacher_years_ ||
      left.cells_ != right.cells_ || left.targets_ != right.targets_ ||
      left.drivers_ != right.drivers_)
    return false;
  std::vector<std::uint32_t> left_bins = left.bins_;
  std::vector<std::uint32_t> right_bins = right.bins_;
  left.add_waiting(left_bins);
  right.add_waiting(right_bins);
  return left_bins == right_bins;
}

}  // namespace meesterplan::tally
