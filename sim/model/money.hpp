#pragma once

#include <cstdint>
#include <vector>

#include "sim/model/columns.hpp"
#include "sim/model/parameters.hpp"
#include "sim/scenario/terms.hpp"

namespace meesterplan::model {

/// Whom a cost of a policy is paid for.
struct PersonFilter {
  /// A field of a person, timed ones as they are at the start of the school year,
  /// in [low, high].
  struct Range {
    Column column = Column::age;
    std::int32_t low = 0, high = 0;
  };
  /// A term of a person that is one of a set: bit 1 << term.
  struct Set {
    Column column = Column::degree;
    std::uint32_t terms = 0;
  };
  std::vector<Range> ranges;
  std::vector<Set> sets;
};

/// A cost of a policy.
struct PolicyCostModel {
  std::int32_t policy = 0;  ///< index into PolicyModel::policies
  scenario::CostPer per = scenario::CostPer::head;
  Number amount;              ///< euro, or a share of wages
  PersonFilter who;           ///< head, fte, wage_share
  std::uint32_t origins = 0;  ///< hire: bit 1 << Origin
  /// [section] 1: in scope
  std::vector<std::uint8_t> held;
  /// board, school: the sections in scope of each, who share its amount evenly
  std::vector<std::vector<std::int32_t>> shared_by;
};

/// What staff costs, ready to be reckoned with.
///
/// Amounts are in euro, prices of the school year `price_step` of the run (which may lie
/// before it), and rise by `price_growth` a school year.
struct MoneyModel {
  bool used = false;
  std::int32_t price_step = 0;
  Number price_growth;
  std::int32_t n_classes = 1;  ///< of experience
  /// [completed years, 0 .. long_ago] class
  std::vector<std::uint8_t> class_of_experience;
  /// [Scale x n_classes + class] of a full-time job; of scale none that of the default
  std::vector<Number> wages;
  double tuition_paid = 1;
  double year_hours = 1659;
  Number redundancy;            ///< years' pay a year of service
  double redundancy_most = 1;   ///< years' pay
  std::vector<Number> tuition;  ///< [programme]
  Number grant_tuition, grant_hour, vacancy, cover, leaver;
  std::vector<PolicyCostModel> policy_costs;
  /// [school year - start, 0 .. years][board] cents; negative: no limit; empty: none has one
  std::vector<std::vector<std::int64_t>> study_budget;

  std::size_t wage_index(std::int32_t scale, std::int32_t experience) const {
    std::int32_t const last = static_cast<std::int32_t>(class_of_experience.size()) - 1;
    std::int32_t const years = experience < 0 ? 0 : experience > last ? last : experience;
    std::int32_t const index =
        scale * n_classes + class_of_experience[static_cast<std::size_t>(years)];
    return static_cast<std::size_t>(index);
  }
};

}  // namespace meesterplan::model
