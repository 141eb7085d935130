#include "sim/cli/target_text.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <ostream>
#include <span>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "sim/base/visible.hpp"
#include "sim/cli/names.hpp"
#include "sim/cli/numbers.hpp"
#include "sim/cli/table.hpp"
#include "sim/output/metric_texts.hpp"

namespace meesterplan::cli {
namespace {

using results::TargetResult;

constexpr std::int64_t drawn_futures = 50;  ///< "in 31 of 50 futures"

/// "at least 50%".
std::string bound_of(TargetResult const& target, Language language) {
  double const value =
      static_cast<double>(target.bound.numerator) / static_cast<double>(target.bound.denominator);
  bool const is_share = target.measure == "share";
  double const shown = is_share ? 100 * value : value;
  int decimals = 0;
  while (decimals < 3 && std::fabs(shown - std::round(shown * std::pow(10, decimals)) /
                                               std::pow(10, decimals)) > 1e-9) {
    ++decimals;
  }
  std::string const number =
      is_share ? percent(value, decimals, language)
               : decimal(value, decimals, language) + (target.measure == "euro" ? " euro" : "");
  bool const at_least = target.direction == "at_least";
  if (language == Language::nl)
    return (at_least ? "minstens " : "hoogstens ") + number;
  return (at_least ? "at least " : "at most ") + number;
}

/// "In about 31 of 50 futures": exact counts when there are no more than 50.
std::string frequency(TargetResult const& target, Language language) {
  bool const nl = language == Language::nl;
  std::int64_t const futures = target.applies + target.not_applicable;
  char const* const of = nl ? "{} van de {} toekomsten" : "{} of {} futures";
  auto const out_of = [&](std::int64_t met, std::int64_t n) {
    return fmt::format(fmt::runtime(of), whole(met, language), whole(n, language));
  };
  if (target.met == 0) {
    return fmt::format(fmt::runtime(nl ? "In geen van de {} toekomsten" : "In none of {} futures"),
                       whole(futures, language));
  }
  if (target.met == futures) {
    return fmt::format(fmt::runtime(nl ? "In alle {} toekomsten" : "In all {} futures"),
                       whole(futures, language));
  }
  if (futures <= drawn_futures)
    return "In " + out_of(target.met, futures);
  std::int64_t const drawn = std::llround(target.probability * drawn_futures);
  if (drawn == 0)
    return (nl ? "In minder dan " : "In fewer than ") + out_of(1, drawn_futures);
  if (drawn == drawn_futures) {
    return (nl ? "In meer dan " : "In more than ") + out_of(drawn_futures - 1, drawn_futures);
  }
  return (nl ? "In ongeveer " : "In about ") + out_of(drawn, drawn_futures);
}

/// "62.1% (standard error 0.5 percentage points)". A chance of 0% or 100% has no
/// standard error; there `surely`, the end of the 95% interval, is told when known.
std::string with_error(double probability, double standard_error, std::optional<double> surely,
                       Language language) {
  bool const nl = language == Language::nl;
  std::string value = chance(probability, language);
  if (probability > 0 && probability < 1) {
    return value + fmt::format(fmt::runtime(nl ? " (standaardfout {} procentpunt)"
                                               : " (standard error {} percentage points)"),
                               points(standard_error, language));
  }
  if (!surely)
    return value;
  bool const below = probability < 0.5;
  std::string const limit = percent(*surely, 2, language);
  char const* const form =
      nl ? (below ? " (met 95% zekerheid onder {})" : " (met 95% zekerheid boven {})")
         : (below ? " (below {} with 95% confidence)" : " (above {} with 95% confidence)");
  return value + fmt::format(fmt::runtime(form), limit);
}

/// "In about 31 of 50 futures the target is met in 2030: chance 62.1% (...)."
std::string verdict(TargetResult const& target, Language language) {
  bool const nl = language == Language::nl;
  bool const is_one = target.applies + target.not_applicable == 1;
  if (is_one) {
    bool const is_met = target.met == 1;
    char const* const form =
        nl ? (is_met ? "In de ene toekomst die is gespeeld is het doel in {} gehaald; over de kans "
                       "zegt dat weinig."
                     : "In de ene toekomst die is gespeeld is het doel in {} niet gehaald; over de "
                       "kans zegt dat weinig.")
           : (is_met
                  ? "In the one future that was played the target is met in {}; that says little "
                    "about the chance."
                  : "In the one future that was played the target is not met in {}; that says "
                    "little about the chance.");
    return fmt::format(fmt::runtime(form), target.by);
  }
  double const surely = target.probability < 0.5 ? target.ci_high : target.ci_low;
  return fmt::format(fmt::runtime(nl ? "{} is het doel in {} gehaald: kans {}."
                                     : "{} the target is met in {}: chance {}."),
                     frequency(target, language), target.by,
                     with_error(target.probability, target.standard_error, surely, language));
}

/// Whether no future meets the target in any year.
bool is_never_met(TargetResult const& target) {
  return std::all_of(target.by_year.begin(), target.by_year.end(),
                     [](results::TargetYear const& year) { return year.met == 0; });
}

void write_years(TargetResult const& target, Language language, std::ostream& stream) {
  std::vector<std::string> items;
  if (is_never_met(target))
    return;
  for (results::TargetYear const& year : target.by_year) {
    if (year.year > target.by)
      continue;
    items.push_back(fmt::format("{} {}", year.year, chance(year.probability, language)));
  }
  if (!items.empty()) {
    stream << paragraph(language == Language::nl ? "Kans per jaar:" : "Chance per year:", items);
  }
}

void write_first_met(TargetResult const& target, Language language, std::ostream& stream) {
  bool const nl = language == Language::nl;
  std::vector<std::string> items;
  if (is_never_met(target) && !target.by_year.empty()) {
    stream << paragraph(fmt::format(fmt::runtime(nl ? "In geen enkel jaar gehaald tot en met {}."
                                                    : "Not met in any year up to {}."),
                                    target.by_year.back().year));
    return;
  }
  for (results::FirstMet const& first : target.first_met) {
    if (first.year) {
      items.push_back(fmt::format("{} {}", *first.year, chance(first.cumulative, language)));
    }
  }
  if (!items.empty()) {
    stream << paragraph(
        nl ? "Voor het eerst gehaald, uiterlijk in:" : "First met, at the latest in:", items);
  }
}

/// "12" of teachers, "2.4 fte" of lessons.
std::string short_of(double value, results::Shortfall const& shortfall, Language language) {
  if (shortfall.measure == "fte")
    return decimal(value, 1, language) + " fte";
  return decimal(value, 0, language);
}

void write_shortfall(TargetResult const& target, Language language, std::ostream& stream) {
  if (!target.shortfall)
    return;
  results::Shortfall const& shortfall = *target.shortfall;
  bool const nl = language == Language::nl;
  auto const number = [&](double value) { return short_of(value, shortfall, language); };
  bool const one = shortfall.measure != "fte" && shortfall.p50 == 1;
  std::string const teachers = shortfall.measure == "fte" ? ""
                               : nl                       ? (one ? " docent" : " docenten")
                                                          : (one ? " teacher" : " teachers");
  std::string text = fmt::format(fmt::runtime(nl ? "Tekort in {}: {}{}" : "Short in {}: {}{}"),
                                 target.by, number(shortfall.p50), teachers);
  if (number(shortfall.p10) != number(shortfall.p90)) {
    char const* const form =
        nl ? " in de middelste toekomst, in 8 van de 10 toekomsten tussen {} en {}"
           : " in the middle future, in 8 of 10 futures between {} and {}";
    text += fmt::format(fmt::runtime(form), number(shortfall.p10), number(shortfall.p90));
  }
  if (shortfall.per_year > 0) {
    text +=
        fmt::format(fmt::runtime(nl ? "; dat is {} per jaar extra" : "; that is {} more a year"),
                    decimal(shortfall.per_year, 1, language));
  }
  stream << paragraph(text + ".");
}

void write_definition(TargetResult const& target, Language language, std::ostream& stream) {
  if (output::MetricText const* text = output::find_metric_text(target.metric)) {
    stream << paragraph(text->definition.in(language));
  }
}

void write_title(TargetResult const& target, Language language, std::ostream& stream) {
  char const* const form =
      language == Language::nl ? "\nDoel {}: {} {} in {}" : "\nTarget {}: {} {} in {}";
  stream << fmt::format(fmt::runtime(form), visible_line(target.name),
                        metric_name(target.metric, language), bound_of(target, language),
                        target.by);
}

void write_sentences(TargetResult const& target, Language language, std::ostream& stream) {
  bool const nl = language == Language::nl;
  write_title(target, language, stream);
  if (target.level != "total") {
    stream << fmt::format(" ({} {})", level_name(target.level, language),
                          visible_line(target.unit));
  }
  stream << "\n" << paragraph(verdict(target, language));
  if (target.chance_probability) {
    stream << paragraph(fmt::format(
        fmt::runtime(nl ? "Met de onzekere getallen op hun midden, alleen toeval: kans {}."
                        : "With the uncertain numbers at their centre, chance alone: {}."),
        with_error(*target.chance_probability, target.chance_standard_error.value_or(0),
                   std::nullopt, language)));
  }
  if (target.not_applicable > 0) {
    stream << paragraph(fmt::format(
        fmt::runtime(nl ? "In {} is er niemand om te tellen; dat geldt als niet gehaald."
                        : "In {} there is nobody to count; that is taken as not met."),
        counted(target.not_applicable, {"toekomst", "future"}, {"toekomsten", "futures"},
                language)));
  }
  write_years(target, language, stream);
  write_first_met(target, language, stream);
  write_shortfall(target, language, stream);
  write_definition(target, language, stream);
}

void write_table(std::span<TargetResult const> targets, Language language, std::ostream& stream) {
  bool const nl = language == Language::nl;
  TargetResult const& first = targets.front();
  write_title(first, language, stream);
  stream << "\n";
  TextTable table({level_name(first.level, language), nl ? "van de 50" : "of 50",
                   nl ? "kans" : "chance", nl ? "standaardfout (pp)" : "standard error (pp)",
                   nl ? "tekort" : "short"});
  for (TargetResult const& target : targets) {
    table.add(
        {target.unit, whole(std::llround(target.probability * drawn_futures), language),
         chance(target.probability, language), points(target.standard_error, language),
         target.shortfall ? short_of(target.shortfall->p50, *target.shortfall, language) : ""});
  }
  stream << table.text();
  write_definition(first, language, stream);
}

}  // namespace

void write_targets(results::Results const& results, Language language, std::ostream& stream) {
  std::span<TargetResult const> left(results.targets);
  if (left.empty()) {
    stream << (language == Language::nl ? "\nEr zijn geen doelen te tonen.\n"
                                        : "\nThere are no targets to show.\n");
  }
  while (!left.empty()) {
    std::size_t n_units = 1;
    while (n_units < left.size() && left[n_units].name == left.front().name)
      ++n_units;
    if (n_units == 1) {
      write_sentences(left.front(), language, stream);
    } else {
      write_table(left.first(n_units), language, stream);
    }
    left = left.subspan(n_units);
  }
}

}  // namespace meesterplan::cli
