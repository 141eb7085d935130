#include "sim/model/draw.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

#include <boost/random/uniform_smallint.hpp>

#include "sim/base/contracts.hpp"
#include "sim/base/fte.hpp"
#include "sim/chance/logarithm.hpp"
#include "sim/model/groups.hpp"
#include "sim/model/stratum.hpp"

namespace meesterplan::model {

namespace {

using scenario::DemandMode;

/// The first 64 bits of one address, as Boost asks for random numbers.
class OneBlock {
 public:
  using result_type = std::uint64_t;
  explicit OneBlock(chance::Block const& block)
      : bits_(std::uint64_t{block.word[1]} << 32 | block.word[0]) {}
  static constexpr result_type min() { return 0; }
  static constexpr result_type max() { return std::numeric_limits<result_type>::max(); }

  /// Once only: there is one number at an address.
  result_type operator()() {
    MP_EXPECT(!taken_);
    taken_ = true;
    return bits_;
  }

 private:
  std::uint64_t bits_;
  bool taken_ = false;
};

std::int64_t rounded(double value) {
  return static_cast<std::int64_t>(std::floor(value + 0.5));
}

std::int32_t in_millionths(double share) {
  return static_cast<std::int32_t>(rounded(share * static_cast<double>(millionths)));
}

}  // namespace

std::uint16_t stratum_of(chance::Stream stream, std::uint64_t key) {
  OneBlock source(chance::block(stream, key, chance::Purpose::parameter, 0));
  boost::random::uniform_smallint<int> stratum(0, n_strata - 1);
  return static_cast<std::uint16_t>(stratum(source));
}

double yearly_dropout(double completion, double delay, std::int32_t years) {
  if (!(completion > 0)) {
    return 1;
  }
  double const a_year = completion < 1 ? chance::exp(chance::log(completion) / years) : 1;
  return 1 - a_year / (1 - delay + a_year * delay);
}

Draw::Draw(Model const& model) : policies(model), money(model), model_(model) {
  this->prepare(model.exits, exits, exits_);
  this->prepare(model.enrol, enrol, enrol_);
  this->prepare(model.hours, hours, hours_);
  if (model.draw_parameters) {
    strata_.assign(static_cast<std::size_t>(model.parameters.n_parameters()), 0);
  }
  dropout.resize(model.study.programmes.size());
  delay.resize(model.study.programmes.size());
  leave_by_age.resize(timed_size);
  fill.resize(model.recruitment.fill.size());
  auto const& by_entrant = model.policies.entrants;
  if (std::any_of(by_entrant.begin(), by_entrant.end(),
                  [](EffectTable const& table) { return !table.empty(); })) {
    entrant_scopes_ = model.policies.n_scopes;
  }
  std::int32_t const n_mixes = entrant_scopes_ == 0 ? 1 : entrant_scopes_ * (model.years + 1);
  for (std::int32_t mix = 0; mix < n_mixes; ++mix) {
    for (auto const& rows : model.recruitment.of_subject)
      entrant_cumulative_.emplace_back(rows.size());
  }
  sick_leave.resize(model.lessons.sick_leave.size());
  if (model.demand.mode == DemandMode::table) {
    demand = model.demand.table;
  } else if (model.demand.mode == DemandMode::pupils) {
    demand.resize(static_cast<std::size_t>(model.years + 1) * model.units.section_key.size());
  }
  strata_drawn_ = model.draw_parameters && model.parameters.n_parameters() > 0;
  this->set_numbers();
  this->set_leave();
  this->set_demand();
  if (model.money.used) {
    money.set(*this);
  }
}

void Draw::set(std::uint32_t replicate) {
  replicate_ = replicate;
  chance::Stream const stream{model_.seed, replicate};
  if (strata_drawn_) {
    this->draw_strata(stream);
  }
  if (model_.policies.used()) {
    policies.set(stream, *this);
    this->apply_policies(model_.exits, exits_);
    this->apply_policies(model_.enrol, enrol_);
    this->apply_policies(model_.hours, hours_);
  }
  if (!strata_drawn_) {
    if (entrant_scopes_ > 0)
      this->set_entrants();
    return;
  }
  this->refresh(model_.exits, exits_);
  this->refresh(model_.enrol, enrol_);
  this->refresh(model_.hours, hours_);
  this->set_numbers();
  if (model_.money.used) {
    money.set(*this);
  }
  if (model_.net.leave_uptake.parameter >= 0) {
    this->set_leave();
  }
  if (model_.demand.growth_error.parameter >= 0) {
    this->set_demand();
  }
}

void Draw::draw_strata(chance::Stream stream) {
  for (std::size_t parameter = 0; parameter < strata_.size(); ++parameter) {
    strata_[parameter] = stratum_of(stream, model_.parameters.key[parameter]);
  }
}

double Draw::value(Number const& number) const {
  if (number.parameter < 0 || strata_.empty()) {
    return number.central;
  }
  auto const& grid = model_.parameters.grids[static_cast<std::size_t>(number.grid)];
  return grid[strata_[static_cast<std::size_t>(number.parameter)]];
}

void Draw::prepare(ClockModel const& clock, ClockValues& values, Buffers& buffers) {
  bool const draws = model_.draw_parameters;
  buffers.hazard.resize(clock.groups.size());
  buffers.total.resize(clock.groups.size());
  buffers.ratio.resize(clock.factors.size());
  for (std::size_t index = 0; index < clock.groups.size(); ++index) {
    HazardGroup const& group = clock.groups[index];
    if (draws && !group.drawn.empty()) {
      buffers.hazard[index] = group.hazard;
      buffers.total[index] = group.total;
      values.groups.push_back({buffers.hazard[index].data(), buffers.total[index].data()});
    } else {
      values.groups.push_back({group.hazard.data(), group.total.data()});
    }
  }
  for (std::size_t index = 0; index < clock.factors.size(); ++index) {
    FactorTable const& factor = clock.factors[index];
    bool const varies = (draws && !factor.drawn.empty()) || factor.effects >= 0;
    if (varies) {
      buffers.ratio[index] = factor.ratio;
    }
    values.factors.push_back(varies ? buffers.ratio[index].data() : factor.ratio.data());
  }
}

void Draw::refresh(ClockModel const& clock, Buffers& buffers) {
  for (std::size_t index = 0; index < clock.groups.size(); ++index) {
    HazardGroup const& group = clock.groups[index];
    auto& hazard = buffers.hazard[index];
    auto& total = buffers.total[index];
    for (DrawnCell const& cell : group.drawn) {
      hazard[static_cast<std::size_t>(cell.target)] = this->value(cell.number);
    }
    auto const n_cells = static_cast<std::size_t>(group.n_cells);
    for (DrawnCell const& cell : group.drawn) {
      std::size_t const place = static_cast<std::size_t>(cell.target) % n_cells;
      double sum = 0;
      for (std::size_t kind = 0; kind < group.kinds.size(); ++kind) {
        sum += hazard[kind * n_cells + place];
      }
      total[place] = sum;
    }
  }
  for (std::size_t index = 0; index < clock.factors.size(); ++index) {
    for (DrawnCell const& cell : clock.factors[index].drawn) {
      buffers.ratio[index][static_cast<std::size_t>(cell.target)] = this->value(cell.number);
    }
  }
}

void Draw::apply_policies(ClockModel const& clock, Buffers& buffers) const {
  for (std::size_t index = 0; index < clock.factors.size(); ++index) {
    std::int32_t const effects = clock.factors[index].effects;
    if (effects >= 0) {
      policies.fill(model_.policies.of_clocks[static_cast<std::size_t>(effects)],
                    buffers.ratio[index]);
    }
  }
}

void Draw::set_numbers() {
  p_permanent = this->value(model_.p_permanent);
  p_grant = this->value(model_.study.p_grant);
  without_grant = this->value(model_.study.without_grant);
  for (std::size_t index = 0; index < dropout.size(); ++index) {
    ProgrammeModel const& programme = model_.study.programmes[index];
    delay[index] = this->value(programme.delay);
    dropout[index] = {yearly_dropout(this->value(programme.completion_without_grant), delay[index],
                                     programme.years),
                      yearly_dropout(this->value(programme.completion_with_grant), delay[index],
                                     programme.years)};
  }
  for (std::size_t subject = 0; subject < fill.size(); ++subject) {
    fill[subject] = this->value(model_.recruitment.fill[subject]);
  }
  this->set_entrants();
  for (std::size_t school = 0; school < sick_leave.size(); ++school) {
    sick_leave[school] = in_millionths(this->value(model_.lessons.sick_leave[school]));
  }
  own_staff = in_millionths(this->value(model_.lessons.own_staff));
  unqualified = in_millionths(this->value(model_.lessons.unqualified));
}

void Draw::set_leave() {
  double const uptake = this->value(model_.net.leave_uptake);
  for (std::size_t age = 0; age < model_.net.leave_by_age.size(); ++age) {
    leave_by_age[age] = in_millionths(model_.net.leave_by_age[age] * uptake);
  }
}

void Draw::set_entrants() {
  if (entrant_scopes_ == 0) {
    this->set_entrants_of(0, 0, -1);
    return;
  }
  std::size_t first = 0;
  for (std::int32_t step = 0; step <= model_.years; ++step) {
    for (std::int32_t scope = 0; scope < entrant_scopes_; ++scope) {
      this->set_entrants_of(first, step, scope);
      first += model_.recruitment.of_subject.size();
    }
  }
}

std::size_t Draw::entrant_row(std::int32_t step, std::int32_t section) const {
  auto const scope = model_.policies.scope_of_section[static_cast<std::size_t>(section)];
  return static_cast<std::size_t>(step * entrant_scopes_ + scope) *
         model_.recruitment.of_subject.size();
}

/// The mixes of all subjects, from `first` on; without policies when `scope` is negative.
void Draw::set_entrants_of(std::size_t first, std::int32_t step, std::int32_t scope) {
  for (std::size_t subject = 0; subject < model_.recruitment.of_subject.size(); ++subject) {
    auto& cumulative = entrant_cumulative_[first + subject];
    auto const& rows = model_.recruitment.of_subject[subject];
    double sum = 0;
    for (std::size_t row = 0; row < rows.size(); ++row) {
      auto const index = static_cast<std::size_t>(rows[row]);
      double weight = this->value(model_.recruitment.entrants[index].weight);
      if (scope >= 0)
        weight *= policies.entrant(index, step, scope);
      sum += weight;
      cumulative[row] = sum;
    }
    for (double& passed : cumulative) {
      passed /= sum;
    }
  }
}

void Draw::set_demand() {
  if (model_.demand.mode != DemandMode::pupils) {
    return;
  }
  std::size_t const n_sections = model_.units.section_key.size();
  std::vector<std::array<double, 3>> sums(demand.size(), {0, 0, 0});
  double const growth = 1 + this->value(model_.demand.growth_error);
  double factor = 1;
  std::int32_t step = 0;
  for (DemandModel::PupilGroup const& group : model_.demand.groups) {
    for (; step < group.step; ++step) {
      factor *= growth;
    }
    std::size_t const index =
        static_cast<std::size_t>(group.step) * n_sections + static_cast<std::size_t>(group.section);
    sums[index][static_cast<std::size_t>(group.part)] +=
        groups_of(group, group.pupils * factor) * group.fte_thousandths_per_group;
  }
  for (std::size_t index = 0; index < demand.size(); ++index) {
    std::int64_t const vwo = rounded(sums[index][0]);
    std::int64_t const havo = rounded(sums[index][1]);
    demand[index] = {vwo, havo, vwo + havo + rounded(sums[index][2])};
  }
}

}  // namespace meesterplan::model
