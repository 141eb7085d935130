#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "sim/model/parameters.hpp"
#include "sim/scenario/staffing.hpp"
#include "sim/scenario/terms.hpp"

namespace meesterplan::model {

/// One effect on one behaviour at full strength: of a policy, or of a bottleneck
/// that occurs.
struct EffectTerm {
  std::int32_t policy = -1;      ///< index into PolicyModel::policies; -1: of a bottleneck
  std::int32_t bottleneck = -1;  ///< index of the bottleneck it is of; -1: of a policy
  Number size;                   ///< log of a ratio, or a share
};

/// A term where it acts.
struct CellTerm {
  std::int32_t term = 0;
  /// Index into PolicyModel::lifts: the bottlenecks of which it can do no more
  /// than take away what they do here; -1: it does all that it can.
  std::int32_t lifts = -1;
};

/// All effects on one behaviour, by cell.
struct EffectTable {
  scenario::EffectForm form = scenario::EffectForm::hazard_ratio;
  std::vector<EffectTerm> terms;               ///< bottlenecks' first, then policies', each by name
  std::vector<std::vector<CellTerm>> of_cell;  ///< [cell] ascending
  /// The log of a ratio of which a share is taken away: the value of a cell is
  /// then exp(-share x this); empty: the value is that of `form`.
  std::optional<Number> takes_from;

  bool empty() const { return terms.empty(); }
  std::size_t n_cells() const { return of_cell.size(); }
};

/// What a policy is apart from its effects.
struct PolicyPlan {
  std::uint64_t key = 0;  ///< hash64 of its name
  Number carried_out;     ///< chance
  /// Effects of other policies on that chance: logs of odds ratios.
  std::vector<EffectTerm> raised_by;
  std::int32_t first_step = 0;     ///< of its first year
  std::vector<double> intensity;   ///< [step 0 .. years] strength x phase-in
  std::vector<std::uint8_t> held;  ///< [scope] 1: it holds there
  /// The part of its effects that lies on ability, motivation and opportunity.
  std::array<double, scenario::n_amo> parts{};
};

/// A decision on the order in which lessons are given out.
struct OrderTerm {
  std::int32_t policy = 0;
  scenario::LessonOrder order = scenario::LessonOrder::as_now;
};

/// Policies and bottlenecks made ready to play.
///
/// Sections that the same policies and bottlenecks hold for share a scope.
struct PolicyModel {
  std::vector<PolicyPlan> policies;  ///< by name; those without any effect or cost are left out
  scenario::AmoRule rule = scenario::AmoRule::additive;
  double one_sided_effect = 0.5;
  std::int32_t n_bottlenecks = 0;                ///< that occur
  std::vector<std::vector<std::int32_t>> lifts;  ///< sets of bottlenecks, ascending
  std::vector<std::int32_t> scope_of_section;    ///< [section]
  std::int32_t n_scopes = 1;
  std::vector<EffectTable> of_clocks;  ///< what FactorTable::effects leads to; cells of that table
  /// [Behaviour][scope]; of behaviours that have no table of their own below.
  std::array<EffectTable, scenario::n_behaviours> by_scope;
  std::vector<EffectTable> dropout;    ///< [programme][scope]
  std::vector<EffectTable> exemption;  ///< [programme][scope]
  std::vector<EffectTable> entrants;   ///< [row of RecruitmentModel::entrants][scope]
  std::vector<EffectTable> pool;       ///< [row of entrants][subject x n_regions + region]
  std::vector<OrderTerm> orders;       ///< by policy

  bool used() const { return !policies.empty() || n_bottlenecks > 0; }
  EffectTable const& of(scenario::Behaviour behaviour) const {
    return by_scope[static_cast<std::size_t>(behaviour)];
  }
};

}  // namespace meesterplan::model
