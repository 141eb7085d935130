#pragma once

#include <string>
#include <vector>

#include "sim/base/place.hpp"
#include "sim/scenario/rates.hpp"
#include "sim/scenario/terms.hpp"
#include "sim/scenario/uncertain.hpp"

/// What a school's teachers cost, and what a board may spend on them.

namespace meesterplan::scenario {

/// What a full-time teacher costs a board a school year, employer's costs included.
struct WageRow {
  Place place;
  Scale scale = Scale::none;  ///< none: every scale without rows of its own
  IntRange experience;        ///< completed years in teaching at the start of the year
  Uncertain amount = Uncertain::amount(0);  ///< euro, prices of Money::price_year
  std::string source;
};

/// What a board may spend in a year, in euro of that year.
struct BudgetRow {
  Place place;
  std::string board;  ///< as in School::board
  BudgetFor what = BudgetFor::all;
  int year = 0;  ///< calendar year; of study the school year that begins in it
  double amount = 0;
  std::string source;
};

/// All that is needed to tell what staff costs. A scenario without it has no costs.
/// Amounts are in euro, prices of `price_year`, and rise by `price_growth` a school year.
struct Money {
  Place place;
  int price_year = 0;  ///< the school year whose prices the amounts are in
  Uncertain price_growth = Uncertain::other(0);
  std::vector<WageRow> wages;
  Scale default_scale = Scale::lb;  ///< of persons whose scale is not known

  // Study: a board pays tuition and leave, less what a grant gives back.
  double tuition_paid = 1;  ///< part of the tuition left by a grant that the board pays
  Uncertain grant_tuition = Uncertain::amount(0);  ///< tuition that a grant pays a year at most
  Uncertain grant_hour = Uncertain::amount(0);     ///< what it gives back an hour of leave
  double year_hours = 1659;                        ///< of a full-time job

  Uncertain vacancy = Uncertain::amount(0);  ///< a try to fill a vacancy
  Uncertain cover = Uncertain::amount(0);    ///< lessons covered for a year, a full-time job
  Uncertain leaver = Uncertain::amount(0);   ///< somebody who leaves, replacements apart

  // Redundancy: for each completed year of service a part of a year's pay, up to a limit.
  Uncertain redundancy = Uncertain::probability(0);  ///< years' pay a year of service, in [0, 1]
  double redundancy_most = 1;                        ///< years' pay

  std::vector<BudgetRow> budgets;
};

}  // namespace meesterplan::scenario
