#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/fte.hpp"
#include "sim/input/formats.hpp"
#include "sim/input/words.hpp"
#include "sim/intake/csv_text.hpp"
#include "sim/synthesis/aggregate.hpp"

namespace meesterplan::synthesis {
namespace {

using scenario::ExitCause;

/// The count of a key that is shown; null when it is hidden or nobody has it.
Counted const* shown(Aggregates const& aggregates, std::vector<Axis> const& axes, Key const& key) {
  for (CountTable const& table : aggregates.tables) {
    if (table.axes != axes)
      continue;
    auto const found =
        std::find_if(table.counts.begin(), table.counts.end(), [&](Counted const& counted) {
          return counted.key == key && counted.shown == Shown::number;
        });
    return found == table.counts.end() ? nullptr : &*found;
  }
  return nullptr;
}

Key key_of(std::int32_t subject, std::int32_t band) {
  Key key = any_key;
  key[static_cast<std::size_t>(Axis::subject)] = subject;
  key[static_cast<std::size_t>(Axis::age)] = band;
  return key;
}

/// Chance, in [0, 1].
double mean_of(Counted const& counted, ExitCause cause) {
  constexpr double billion = 1e9;
  auto const sum = static_cast<double>(counted.exits[static_cast<std::size_t>(cause)]);
  return sum / billion / static_cast<double>(counted.people);
}

/// What is told of a subject and an age band, and of whom it is the mean.
struct Told {
  double chance = 0;
  Text source;
};

Told told(Aggregates const& aggregates, std::int32_t subject, std::int32_t band, ExitCause cause) {
  Counted const* const both = shown(aggregates, {Axis::subject, Axis::age}, key_of(subject, band));
  if (both != nullptr)
    return {mean_of(*both, cause), {"gemiddelde van deze leraren", "mean of these teachers"}};
  Counted const* const all = shown(aggregates, {}, any_key);
  Counted const* const of_subject = shown(aggregates, {Axis::subject}, key_of(subject, any));
  Counted const* const of_band = shown(aggregates, {Axis::age}, key_of(any, band));
  if (of_subject != nullptr && of_band != nullptr) {
    double const chance =
        mean_of(*of_subject, cause) * mean_of(*of_band, cause) / mean_of(*all, cause);
    return {std::min(chance, 1.0),
            {"vak x leeftijd / allen (aantal leraren verborgen)",
             "subject x age / all (number of teachers hidden)"}};
  }
  if (of_band != nullptr) {
    return {mean_of(*of_band, cause),
            {"leeftijd in alle vakken (aantal leraren verborgen)",
             "age in all subjects (number of teachers hidden)"}};
  }
  return {mean_of(*all, cause),
          {"alle leraren (aantal leraren verborgen)", "all teachers (number of teachers hidden)"}};
}

/// Causes that the tables of a scenario tell, but for retirement.
constexpr std::array<ExitCause, 5> causes{
    ExitCause::leaves_profession, ExitCause::other_board, ExitCause::other_sector,
    ExitCause::to_support_or_management, ExitCause::disability_or_death};

void write_band(intake::CsvText& csv, std::vector<Value> const& bands, std::size_t band) {
  auto const end = [&](bool is_open, int age) {
    csv.cell(is_open ? std::optional<int>() : std::optional<int>(age));
  };
  end(band == 0, bands[band].ages.first);
  end(band + 1 == bands.size(), bands[band].ages.last);
}

}  // namespace

std::string exit_rates_csv(Aggregates const& aggregates, Language language) {
  static constexpr std::array<std::string_view, 6> keys{"cause",   "age_from",    "age_to",
                                                        "subject", "probability", "source"};
  auto const& subjects = aggregates.values[static_cast<std::size_t>(Axis::subject)];
  auto const& bands = aggregates.values[static_cast<std::size_t>(Axis::age)];
  intake::CsvText csv(language);
  intake::write_header(csv, input::exit_format(), keys);
  Counted const* const all = shown(aggregates, {}, any_key);
  for (ExitCause const cause : causes) {
    if (all == nullptr || all->exits[static_cast<std::size_t>(cause)] == 0)
      continue;
    for (std::size_t subject = 0; subject < subjects.size(); ++subject) {
      for (std::size_t band = 0; band < bands.size(); ++band) {
        Told const row = told(aggregates, static_cast<std::int32_t>(subject),
                              static_cast<std::int32_t>(band), cause);
        csv.word(input::exit_cause_words(), cause);
        write_band(csv, bands, band);
        csv.cell(std::string_view(subjects[subject].label));
        csv.share(std::llround(row.chance * static_cast<double>(millionths)));
        csv.cell(row.source);
        csv.end_row();
      }
    }
  }
  return csv.take();
}

}  // namespace meesterplan::synthesis
