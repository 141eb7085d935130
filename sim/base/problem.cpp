#include "sim/base/problem.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace meesterplan {

std::string to_string(Problem const& problem, Language language) {
  std::string text;
  if (!problem.file.empty()) {
    text += problem.file;
    if (problem.line > 0) {
      text += ":" + std::to_string(problem.line);
      if (problem.column > 0)
        text += ":" + std::to_string(problem.column);
    }
    text += ": ";
  }
  if (!problem.field.empty())
    text += problem.field + ": ";
  return text + problem.message.in(language);
}

void sort_problems(std::vector<Problem>& problems) {
  auto key = [](Problem const& problem) {
    return std::tie(problem.file, problem.line, problem.column, problem.field, problem.message.en);
  };
  std::stable_sort(
      problems.begin(), problems.end(),
      [&](Problem const& left, Problem const& right) { return key(left) < key(right); });
  problems.erase(std::unique(problems.begin(), problems.end()), problems.end());
}

bool has_errors(std::vector<Problem> const& problems) {
  return std::any_of(problems.begin(), problems.end(),
                     [](Problem const& problem) { return problem.severity == Severity::error; });
}

InputError::InputError(std::vector<Problem> problems)
    : std::runtime_error(problems.empty() ? std::string("invalid input")
                                          : to_string(problems.front(), Language::en)),
      problems_(std::move(problems)) {}

IoError::IoError(Direction direction, std::string path, std::string reason)
    : std::runtime_error(path + ": " + reason),
      direction_(direction),
      path_(std::move(path)),
      reason_(std::move(reason)) {}

}  // namespace meesterplan
