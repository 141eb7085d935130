#pragma once

#include <string>
#include <vector>

#include "sim/scenario/scenario.hpp"

/// Small scenarios for tests, made step by step. Each has one school and board
/// until more are added; whatever is not set is as in scenario/.

namespace meesterplan::testing {

/// A school without sections or people; no exits, no recruitment.
scenario::Scenario empty_school(int start, int years);

/// Another school; its index.
int add_school(scenario::Scenario& scenario, std::string key, std::string board = "",
               std::string region = "");

/// A section of subject `subject` with the same key; its index.
int add_section(scenario::Scenario& scenario, std::string subject, int school = 0);
/// A section with a key of its own; its index.
int add_section_called(scenario::Scenario& scenario, std::string key, std::string subject,
                       int school = 0);

/// A permanent second-degree bachelor of full hours in one section, who has
/// `age` years to the month on the reference date. The reference holds until
/// the next person is added.
scenario::Person& add_person(scenario::Scenario& scenario, std::string key, int section, int age);

/// A number certain at `central` with a 95% interval and a name.
scenario::Uncertain uncertain(scenario::Quantity quantity, double central, double low, double high,
                              std::string name);

/// A row for everybody with this probability.
scenario::RateRow rate_row(double probability);

/// A table of one row for everybody.
scenario::RateTable flat_table(std::string name, double probability);

/// One cause of exit with the same yearly probability for everybody up to and
/// including age 66; who is older is certain to leave.
scenario::CauseRates exit_table(scenario::ExitCause cause, double probability);

/// One cause of exit with a row for every age in [from, from + size); younger
/// as the first, older certain.
scenario::CauseRates exit_by_age(scenario::ExitCause cause, int from,
                                 std::vector<double> const& probability);

/// A kind of entrant of one age and one degree: permanent, full hours, without
/// experience, weight 1.
scenario::EntrantRow entrant(int age_from, int age_to, scenario::Degree degree);

/// A target for the whole or for every unit of a level.
scenario::Target target_of(std::string metric, scenario::Level level, Rational bound, int year);

/// The reference work W1: 12 sections with n_teachers in all; exits by degree
/// and age, one_to_one recruitment, study of two years with 4% uptake and 80%
/// completion. Records the share of masters by section, and in which futures
/// it is at least one half.
scenario::Scenario reference_work(int n_teachers, int years);

}  // namespace meesterplan::testing
