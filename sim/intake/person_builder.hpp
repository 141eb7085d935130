#pragma once

#include <optional>
#include <vector>

#include "sim/base/text.hpp"
#include "sim/intake/employments.hpp"
#include "sim/intake/findings.hpp"
#include "sim/intake/teachers.hpp"

namespace meesterplan::intake {

/// What the rows of one person come to as of 1 October of `start`: a teacher; why they
/// cannot be one; or nobody, when all are over. The rows are about teaching, could be
/// read, and stand by first day.
struct PersonFound {
  std::optional<Teacher> teacher;
  std::optional<Text> fault;
};

PersonFound find_person(std::vector<Employment const*> rows, int start, Findings& findings);

}  // namespace meesterplan::intake
