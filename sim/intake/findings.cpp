#include "sim/intake/findings.hpp"

#include <array>

#include "sim/input/cell_text.hpp"
#include "sim/input/reading.hpp"
#include "sim/input/words.hpp"

namespace meesterplan::intake {
namespace {

constexpr std::array<std::string_view, 3> identifying{"id", "teacher_code", "birth_date"};

/// `text` with `shown` left out.
std::string without(std::string text, std::string const& shown) {
  for (std::size_t at = text.find(shown); at != std::string::npos; at = text.find(shown))
    text.replace(at, shown.size(), "[...]");
  return text;
}

Text without(Text text, std::string_view cell) {
  if (cell.empty())
    return text;
  std::string const shown = input::quoted(cell);
  return {without(std::move(text.nl), shown), without(std::move(text.en), shown)};
}

Text without_identity(Text text, input::Row const& row) {
  for (std::string_view const key : identifying)
    text = without(std::move(text), row.text(key));
  return text;
}

Text without_cells(Text text, input::Row const& row) {
  for (input::TableCell const& cell : row.cells())
    text = without(std::move(text), cell.text);
  return text;
}

}  // namespace

void Findings::reject(Place place, Text const& reason, std::optional<Fte> fte,
                      std::optional<std::int64_t> lessons) {
  rejects_.push_back({place, {}, reason, reason, fte, lessons});
}

bool Findings::is_given(input::Row const& row, std::string_view key) {
  std::string_view const text = row.text(key);
  if (!input::is_mask(text))
    return !text.empty();
  ++n_masked;
  return false;
}

void Findings::reject_row(input::Row const& row, input::Reading& reading, std::size_t n_before,
                          Reject const& model) {
  std::vector<Problem>& problems = reading.problems();
  for (std::size_t i = n_before; i < problems.size(); ++i) {
    Problem const& problem = problems[i];
    Reject reject = model;
    reject.place = {row.place().file, problem.line, problem.column};
    if (!problem.field.empty())
      reject.column = row.name(problem.field);
    reject.shown = without_identity(problem.message, row);
    reject.reason = without_cells(reject.shown, row);
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
