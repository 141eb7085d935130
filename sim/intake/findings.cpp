#include "sim/intake/findings.hpp"

#include <array>

#include "sim/input/reading.hpp"
#include "sim/input/words.hpp"

namespace meesterplan::intake {
namespace {

constexpr std::array<std::string_view, 3> identifying{"id", "teacher_code", "birth_date"};

/// `text` with what is written in an identifying cell left out.
std::string without(std::string text, std::string const& shown) {
  for (std::size_t at = text.find(shown); at != std::string::npos; at = text.find(shown))
    text.replace(at, shown.size(), "[...]");
  return text;
}

Text redacted(Text text, input::Row const& row) {
  for (std::string_view const key : identifying) {
    if (row.is_empty(key))
      continue;
    std::string const shown = input::quoted(row.text(key));
    text = {without(std::move(text.nl), shown), without(std::move(text.en), shown)};
  }
  return text;
}

}  // namespace

void Findings::reject_row(input::Row const& row, input::Reading& reading, std::size_t n_before,
                          Reject const& model) {
  std::vector<Problem>& problems = reading.problems();
  for (std::size_t i = n_before; i < problems.size(); ++i) {
    Problem const& problem = problems[i];
    Reject reject = model;
    reject.place = {row.place().file, problem.line, problem.column};
    if (!problem.field.empty())
      reject.column = row.name(problem.field);
    reject.reason = redacted(problem.message, row);
    // Rows and fte are counted once, with the first reason.
    if (i > n_before) {
      reject.fte.reset();
      reject.lessons.reset();
    }
    rejects_.push_back(std::move(reject));
  }
  problems.resize(n_before);
}

}  // namespace meesterplan::intake
