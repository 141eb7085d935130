#pragma once

#include <cstdint>
#include <string>

#include "sim/model/model.hpp"
#include "sim/model/names.hpp"
#include "sim/tally/tally.hpp"

namespace meesterplan::results {

/// 16 hexadecimal digits that are the same for the same answer: XXH64 over the
/// whole numbers of `tally` in canonical order.
///
/// It covers the seed, the futures played, the school years, and every target,
/// series, flow and driver by its key. Units, targets and parameters are put in
/// the order of their keys, so that neither the order of rows in a file nor the
/// name of a scenario, a target or a file matters; what is zero in every
/// future, or applies in none, is left out, so that a part of a scenario without
/// effect adds nothing. Cost: one pass over the tally; memory: one unit at a time.
std::string result_hash(model::Model const& model, model::Names const& names,
                        tally::Tally const& tally);

/// `value` as 16 hexadecimal digits.
std::string hexadecimal(std::uint64_t value);

}  // namespace meesterplan::results
