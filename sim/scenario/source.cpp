#include "sim/scenario/source.hpp"

#include <cstddef>
#include <utility>

namespace meesterplan::scenario {

Source const* source_of(Place place, std::vector<Source> const& sources) {
  bool const known = place.file >= 0 && static_cast<std::size_t>(place.file) < sources.size();
  return known ? &sources[static_cast<std::size_t>(place.file)] : nullptr;
}

Problem problem_at(Place place, std::vector<Source> const& sources, Severity severity,
                   std::string field, Text message) {
  Problem problem;
  problem.severity = severity;
  problem.field = std::move(field);
  problem.message = std::move(message);
  if (Source const* const source = source_of(place, sources)) {
    problem.file = source->name;
    problem.sheet = source->sheet;
    problem.line = place.line;
    problem.column = place.column;
  }
  return problem;
}

}  // namespace meesterplan::scenario
