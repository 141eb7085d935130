#include "sim/cli/mix_text.hpp"

#include <ostream>

#include <fmt/format.h>

#include "sim/cli/numbers.hpp"

namespace meesterplan::cli {
namespace {

/// Less is nothing to warn of [fte].
constexpr double least_to_tell = 0.05;

/// The mean of a metric a year after the first; 0 where there is none.
double yearly(SeriesIndex const& index, std::string_view metric, Scope scope,
              results::Results const& results) {
  double sum = 0;
  for (int year = results.start + 1; year <= results.start + results.years; ++year) {
    auto const* const row = index.find(metric, scope, year);
    sum += row == nullptr ? 0 : row->mean;
  }
  return sum / results.years;
}

}  // namespace

void write_mix_warning(results::Results const& results, SeriesIndex const& index, Language language,
                       std::ostream& stream) {
  Scope const scope = whole_of(results);
  int const last = results.start + results.years;
  auto const* const now = index.find("scale_over", scope, results.start);
  auto const* const later = index.find("scale_over", scope, last);
  if (now == nullptr || later == nullptr || later->mean < least_to_tell)
    return;
  bool const nl = language == Language::nl;
  stream << fmt::format(
      fmt::runtime(nl ? "Let op: in {} zit gemiddeld {} fte in een schaal waarvoor het "
                        "functiebouwwerk geen plaats heeft (in {}: {}).\n"
                      : "Please note: in {} a mean of {} fte is in a scale for which the job "
                        "structure has no place (in {}: {}).\n"),
      last, decimal(later->mean, 1, language), results.start, decimal(now->mean, 1, language));
  double const rights = yearly(index, "scale_rights", scope, results);
  if (rights < least_to_tell)
    return;
  stream << fmt::format(
      fmt::runtime(nl ? "Een diploma gaf per jaar gemiddeld {} docenten recht op een hogere "
                        "schaal, plaats of geen plaats.\n"
                      : "A degree gave a mean of {} teachers a year the right to a higher scale, "
                        "place or no place.\n"),
      decimal(rights, 1, language));
}

}  // namespace meesterplan::cli
