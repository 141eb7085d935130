#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/base/problem.hpp"
#include "sim/base/text.hpp"
#include "sim/cli/command.hpp"

namespace meesterplan::cli {

/// The standard error, in the user's language: what is told besides the answer.
/// A failure to write there is nobody's concern.
class Console final {
 public:
  Console(Language language, Talk talk) : language_(language), talk_(talk) {}

  Language language() const { return language_; }
  bool is_quiet() const { return talk_ == Talk::quiet; }

  /// A line on how things go; nothing when quiet.
  void say(std::string_view line) const;

  /// A line that is told even when quiet: what went wrong.
  void complain(std::string_view line) const;

 private:
  Language language_;
  Talk talk_;
};

/// Tells which command goes on from here, as in "meesterplan why SCENARIO".
void suggest_next(Console const& console, std::string_view verb, std::string_view scenario);

/// A line for each problem, at most 200 and then how many more there are.
std::string lines_of(std::vector<Problem> const& problems, Language language);

/// Why reading or writing failed, in a sentence.
std::string explain(IoError const& error, Language language);

/// That something stands at `path`, and what to do.
std::string explain_occupied(std::string const& path, Language language);

}  // namespace meesterplan::cli
