#pragma once

#include <optional>

#include "sim/results/policy_answer.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/study/study.hpp"

namespace meesterplan::study {

/// What each policy of `scenario`, which validate() accepts, does: to the targets that
/// may be shown, to the masters in service in the last year, to the number of leavers and, where
/// the scenario says what staff costs, to the costs of all years together.
///
/// The same futures, at most 1000, are played with other sets of policies, so that the
/// differences are those of the policies. Up to 5 policies are divided over all orders,
/// more over 12 drawn ones. Empty without a policy that is used (strength above 0), or
/// when cancelled. Throws InputError when the scenario does not fit in memory.
std::optional<results::PolicyAnswer> policies(scenario::Scenario const& scenario,
                                              Options const& options);

}  // namespace meesterplan::study
