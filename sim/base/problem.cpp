#include "sim/base/problem.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace meesterplan {
namespace {

constexpr std::size_t most_repeats = 5;
constexpr std::size_t told_repeats = 3;
constexpr int most_ranges = 12;

/// What two messages about different rows share: all that is neither quoted nor
/// a number, up to the advice.
std::string shape_of(std::string const& message) {
  std::string shape;
  bool quoted = false;
  std::size_t const end = std::min(message.find(")."), message.size());
  for (std::size_t at = 0; at < end; ++at) {
    char const letter = message[at];
    if (letter == '"')
      quoted = !quoted;
    bool const numeric = (letter >= '0' && letter <= '9') || letter == '.' || letter == ',' ||
                         letter == '-' || letter == '%';
    if (!quoted && !numeric)
      shape.push_back(letter);
  }
  return shape;
}

/// "2-9, 12": line numbers in rising order; of many ranges the first and the last line.
std::string line_list(std::vector<Problem const*> const& problems) {
  std::string list;
  int n_ranges = 0;
  for (std::size_t i = 0; i < problems.size();) {
    if (++n_ranges > most_ranges)
      return list + ", ... " + std::to_string(problems.back()->line);
    int const first = problems[i]->line;
    int last = first;
    for (; i < problems.size() && problems[i]->line <= last + 1; ++i)
      last = problems[i]->line;
    list += (list.empty() ? "" : ", ") + std::to_string(first);
    if (last > first)
      list += "-" + std::to_string(last);
  }
  return list;
}

/// One problem for the rows that are not told one by one.
Problem rest_of(std::vector<Problem const*> const& rest) {
  Problem counted = *rest.front();
  std::string const n = std::to_string(rest.size());
  std::string const lines = line_list(rest);
  counted.message = {
      "en zo nog " + n + " keer in dit bestand (op regel " + lines + "). Verbeter die net zo.",
      "and " + n + " more times in this file (on lines " + lines + "). Correct those likewise."};
  return counted;
}

/// "!C14", "!14" or nothing, as a workbook names cells.
std::string cell_of(Problem const& problem) {
  if (problem.line <= 0)
    return {};
  std::string letters;
  constexpr int n_letters = 26;
  for (int column = problem.column; column > 0; column = (column - 1) / n_letters)
    letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % n_letters));
  return "!" + letters + std::to_string(problem.line);
}

}  // namespace

std::string_view key_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::note:
      break;
  }
  return "note";
}

std::string to_string(Problem const& problem, Language language) {
  std::string text;
  if (!problem.file.empty()) {
    text += problem.file;
    if (!problem.sheet.empty()) {
      text += ":" + problem.sheet + cell_of(problem);
    } else if (problem.line > 0) {
      text += ":" + std::to_string(problem.line);
      if (problem.column > 0)
        text += ":" + std::to_string(problem.column);
    }
    text += ": ";
  }
  std::string const& label = problem.label.in(language);
  if (!problem.field.empty())
    text += (label.empty() ? problem.field : label) + ": ";
  return text + problem.message.in(language);
}

void sort_problems(std::vector<Problem>& problems) {
  auto key = [](Problem const& problem) {
    return std::tie(problem.file, problem.sheet, problem.line, problem.column, problem.field,
                    problem.message.en);
  };
  std::stable_sort(
      problems.begin(), problems.end(),
      [&](Problem const& left, Problem const& right) { return key(left) < key(right); });
  problems.erase(std::unique(problems.begin(), problems.end()), problems.end());
}

void fold_repeats(std::vector<Problem>& problems) {
  using Key = std::tuple<std::string, std::string, Severity, std::string, std::string>;
  std::map<Key, std::vector<Problem const*>> alike;
  for (Problem const& problem : problems) {
    if (problem.line > 0) {
      alike[{problem.file, problem.sheet, problem.severity, problem.field,
             shape_of(problem.message.en)}]
          .push_back(&problem);
    }
  }
  std::set<Problem const*> folded;
  std::vector<Problem> counted;
  for (auto& [key, group] : alike) {
    if (group.size() <= most_repeats)
      continue;
    group.erase(group.begin(), group.begin() + told_repeats);
    folded.insert(group.begin(), group.end());
    counted.push_back(rest_of(group));
  }
  if (folded.empty())
    return;
  std::vector<Problem> told;
  for (Problem& problem : problems) {
    if (folded.count(&problem) == 0)
      told.push_back(std::move(problem));
  }
  told.insert(told.end(), counted.begin(), counted.end());
  problems = std::move(told);
  sort_problems(problems);
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
