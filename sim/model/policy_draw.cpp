#include "sim/model/policy_draw.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "sim/base/contracts.hpp"
#include "sim/chance/logarithm.hpp"
#include "sim/model/draw.hpp"
#include "sim/model/model.hpp"

namespace meesterplan::model {

namespace {

using scenario::AmoRule;
using scenario::EffectForm;

/// What is left of effects that lie unevenly on ability, motivation and
/// opportunity: 1 when all are 0 or equal.
double weight_of(std::array<double, scenario::n_amo> const& sums, double one_sided) {
  double least = std::abs(sums[0]);
  double most = least;
  for (double const sum : sums) {
    least = std::min(least, std::abs(sum));
    most = std::max(most, std::abs(sum));
  }
  return most == 0 ? 1 : one_sided + (1 - one_sided) * (least / most);
}

/// As much of `effect` as `left` allows, which it lowers.
double lifted(double effect, double& left) {
  if (effect * left <= 0) {
    return 0;
  }
  double const taken = std::abs(effect) < std::abs(left) ? effect : left;
  left -= taken;
  return taken;
}

}  // namespace

double with_odds(double probability, double ratio) {
  MP_EXPECT(ratio > 0);
  return probability * ratio / (1 - probability + probability * ratio);
}

PolicyDraw::PolicyDraw(Model const& model)
    : model_(model),
      policies_(model.policies),
      carried_out_(model.policies.policies.size(), 0),
      same_as_before_(static_cast<std::size_t>(model.years) + 1, 1),
      dropout_(model.policies.dropout.size()),
      exemption_(model.policies.exemption.size()),
      entrants_(model.policies.entrants.size()),
      pool_(model.policies.pool.size()),
      burden_(static_cast<std::size_t>(model.policies.n_bottlenecks), 0),
      left_(burden_) {
  same_as_before_.front() = 0;
  for (std::size_t step = 1; step < same_as_before_.size(); ++step) {
    for (PolicyPlan const& policy : policies_.policies) {
      if (policy.intensity[step] != policy.intensity[step - 1])
        same_as_before_[step] = 0;
    }
  }
}

void PolicyDraw::set(chance::Stream stream, Draw const& draw) {
  if (!policies_.used()) {
    return;
  }
  stream_ = stream;
  draw_ = &draw;
  this->draw_carried_out();
  auto const fill_all = [&](std::vector<EffectTable> const& tables, std::vector<Values>& values) {
    for (std::size_t index = 0; index < tables.size(); ++index)
      this->fill(tables[index], values[index]);
  };
  for (std::size_t behaviour = 0; behaviour < by_scope_.size(); ++behaviour)
    this->fill(policies_.by_scope[behaviour], by_scope_[behaviour]);
  fill_all(policies_.dropout, dropout_);
  fill_all(policies_.exemption, exemption_);
  fill_all(policies_.entrants, entrants_);
  fill_all(policies_.pool, pool_);
}

/// First those that raise others, each by its own chance; then the others.
void PolicyDraw::draw_carried_out() {
  auto const draw = [&](std::size_t index) {
    PolicyPlan const& policy = policies_.policies[index];
    double log_odds = 0;
    for (EffectTerm const& term : policy.raised_by) {
      log_odds += this->intensity(static_cast<std::size_t>(term.policy), policy.first_step) *
                  draw_->value(term.size);
    }
    double chance = draw_->value(policy.carried_out);
    if (log_odds != 0)
      chance = with_odds(chance, chance::exp(log_odds));
    double const uniform = chance::uniform(stream_, policy.key, chance::Purpose::carried_out, 0);
    carried_out_[index] = uniform < chance ? 1 : 0;
  };
  for (bool const raised : {false, true}) {
    for (std::size_t index = 0; index < carried_out_.size(); ++index) {
      if (policies_.policies[index].raised_by.empty() != raised)
        draw(index);
    }
  }
}

double PolicyDraw::intensity(std::size_t policy, std::int32_t step) const {
  if (!this->is_carried_out(policy)) {
    return 0;
  }
  auto const& intensity = policies_.policies[policy].intensity;
  auto const last = static_cast<std::int32_t>(intensity.size()) - 1;
  return intensity[static_cast<std::size_t>(std::clamp(step, 0, last))];
}

std::size_t PolicyDraw::index(std::int32_t step, std::int32_t section) const {
  auto const scope = policies_.scope_of_section[static_cast<std::size_t>(section)];
  return static_cast<std::size_t>(step) * static_cast<std::size_t>(policies_.n_scopes) +
         static_cast<std::size_t>(scope);
}

double PolicyDraw::entrant(std::size_t row, std::int32_t step, std::int32_t scope) const {
  Values const& values = entrants_[row];
  if (values.empty()) {
    return 1;
  }
  return values[static_cast<std::size_t>(step) * static_cast<std::size_t>(policies_.n_scopes) +
                static_cast<std::size_t>(scope)];
}

double PolicyDraw::pool(std::int32_t row, std::int32_t step, std::int32_t subject,
                        std::int32_t region) const {
  if (pool_.empty()) {
    return 1;
  }
  Values const& values = pool_[static_cast<std::size_t>(row)];
  if (values.empty() || step < 0) {
    return 1;
  }
  std::int32_t const place = subject * model_.units.n_regions + region;
  auto const cell = static_cast<std::size_t>(place);
  return values[static_cast<std::size_t>(step) *
                    policies_.pool[static_cast<std::size_t>(row)].n_cells() +
                cell];
}

scenario::LessonOrder PolicyDraw::lesson_order(std::int32_t step, std::int32_t section) const {
  scenario::LessonOrder order = model_.lessons.order;
  if (step < 0)
    return order;
  auto const index = static_cast<std::size_t>(section);
  auto const scope = static_cast<std::size_t>(policies_.scope_of_section[index]);
  for (OrderTerm const& term : policies_.orders) {
    auto const policy = static_cast<std::size_t>(term.policy);
    PolicyPlan const& plan = policies_.policies[policy];
    double const intensity = plan.held[scope] != 0 ? this->intensity(policy, step) : 0;
    if (!(intensity > 0))
      continue;
    // A section that has decided keeps to it as the policy grows.
    std::uint64_t const id = chance::mix(model_.units.section_key[index], plan.key);
    if (chance::uniform(stream_, id, chance::Purpose::lesson_order, 0) < intensity)
      order = term.order;
  }
  return order;
}

/// What `effect` comes to where it can at most lift `bottlenecks`. One that makes
/// them worse lifts nothing and counts in full.
double PolicyDraw::lift(std::vector<std::int32_t> const& bottlenecks, double effect) const {
  double burden = 0;
  for (std::int32_t const bottleneck : bottlenecks)
    burden += burden_[static_cast<std::size_t>(bottleneck)];
  if (effect * burden > 0) {
    return effect;
  }
  double total = 0;
  for (std::int32_t const bottleneck : bottlenecks) {
    double const taken = lifted(effect, left_[static_cast<std::size_t>(bottleneck)]);
    total += taken;
    effect -= taken;
  }
  return total;
}

/// The weight of all policies' effects in a cell under the rule of AMO.
double PolicyDraw::weight(EffectTable const& table, std::size_t cell, std::int32_t step) const {
  if (policies_.rule == AmoRule::additive || table.form == EffectForm::share) {
    return 1;
  }
  std::array<double, scenario::n_amo> sums{};
  for (CellTerm const& place : table.of_cell[cell]) {
    EffectTerm const& term = table.terms[static_cast<std::size_t>(place.term)];
    if (term.policy < 0)
      continue;
    auto const policy = static_cast<std::size_t>(term.policy);
    double const effect = this->intensity(policy, step) * draw_->value(term.size);
    for (std::size_t part = 0; part < sums.size(); ++part)
      sums[part] += effect * policies_.policies[policy].parts[part];
  }
  return weight_of(sums, policies_.one_sided_effect);
}

double PolicyDraw::sum(EffectTable const& table, std::size_t cell, std::int32_t step) const {
  double const weight = this->weight(table, cell, step);
  double total = 0;
  std::fill(burden_.begin(), burden_.end(), 0.0);
  std::fill(left_.begin(), left_.end(), 0.0);
  for (CellTerm const& place : table.of_cell[cell]) {
    EffectTerm const& term = table.terms[static_cast<std::size_t>(place.term)];
    double effect = draw_->value(term.size);
    if (term.policy < 0) {
      burden_[static_cast<std::size_t>(term.bottleneck)] += effect;
      left_[static_cast<std::size_t>(term.bottleneck)] -= effect;
      total += effect;
      continue;
    }
    effect *= this->intensity(static_cast<std::size_t>(term.policy), step) * weight;
    if (place.lifts < 0) {
      total += effect;
      continue;
    }
    total += this->lift(policies_.lifts[static_cast<std::size_t>(place.lifts)], effect);
  }
  return total;
}

double PolicyDraw::value(EffectTable const& table, std::size_t cell, std::int32_t step) const {
  double const sum = this->sum(table, cell, step);
  if (table.takes_from) {
    return chance::exp(-std::min(sum, 1.0) * draw_->value(*table.takes_from));
  }
  return table.form == EffectForm::share ? std::min(sum, 1.0) : chance::exp(sum);
}

void PolicyDraw::fill(EffectTable const& table, std::vector<double>& into) const {
  if (table.empty()) {
    return;
  }
  std::size_t const n_cells = table.n_cells();
  into.resize(n_cells * same_as_before_.size());
  for (std::size_t step = 0; step < same_as_before_.size(); ++step) {
    for (std::size_t cell = 0; cell < n_cells; ++cell) {
      into[step * n_cells + cell] = same_as_before_[step] != 0
                                        ? into[(step - 1) * n_cells + cell]
                                        : this->value(table, cell, static_cast<std::int32_t>(step));
    }
  }
}

}  // namespace meesterplan::model
