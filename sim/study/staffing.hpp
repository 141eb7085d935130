#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/base/text.hpp"
#include "sim/results/results.hpp"

namespace meesterplan::study {

/// What is expected, with the range in which 8 of 10 futures lie: p10 to p90.
struct Expected {
  double mean = 0;
  std::optional<double> low, high;  ///< empty where no quantiles are kept
};

/// So many people, with so much fte.
struct Volume {
  std::int64_t heads = 0;
  double fte = 0;
};

/// Volume of what is dated within the school year.
struct Holes {
  Volume leavers;       ///< certain, other than replacements
  Volume replacements;  ///< replacements that end
  Volume contracts;     ///< temporary contracts with a date; whether they go on is not known
  Volume pension_age;   ///< reach the state pension age; whether they go is not known
};

/// The staffing of one unit. What the results do not tell is empty.
struct StaffingRow {
  std::string level;        ///< total, school, section
  std::string unit;         ///< key
  std::string school;       ///< of a section
  bool needs_only = false;  ///< only demand may be told: nothing else is filled in

  std::optional<double> demand_now, demand;  ///< [net fte]
  std::optional<double> net_now;             ///< deployable on the reference date [net fte]
  /// Deployable on 1 October of the year of those in service now and the certain
  /// starters, before anybody is hired by vacancy [net fte], in the mean.
  std::optional<double> net_staying;
  std::optional<double> surplus;  ///< above demand [net fte], in the mean

  Volume leavers;      ///< certain to leave by 1 October of the year
  Volume starters;     ///< certain to come by then
  Volume hours;        ///< certain changes of hours; fte may be < 0
  Volume contracts;    ///< temporary contracts with a date by then; whether they go on is not known
  Volume pension_age;  ///< reach the state pension age by then; whether they go is not known
  /// Leavers, starters, hours and what is dated in the year, cause by cause.
  std::vector<results::KnownRow> known;
  /// All who leave but the certain ones [heads, fte].
  std::optional<Expected> other_leavers, other_leavers_fte;

  std::optional<Expected> vacancies;    ///< to be filled by hiring [heads]
  std::optional<Expected> vacancy_fte;  ///< demand that nobody has before hiring [net fte]
  std::optional<Expected> unfilled;     ///< after hiring [net fte]

  std::optional<Holes> holes;                  ///< empty in the last year that is played
  std::vector<results::KnownRow> holes_known;  ///< the same, month by month
  std::optional<Expected> cancelled;           ///< lessons that nobody gives [net fte]
  std::optional<Expected> hidden;  ///< lessons by staff below the licence needed [net fte]
};

/// The spring table: what each section needs on 1 August of `year`, the start of
/// the school year, judged on 1 October of it.
struct StaffingTable {
  std::string scenario;
  int start = 0;  ///< school year of the reference date
  int year = 0;   ///< school year that is staffed
  std::int64_t replicates = 0, replicates_asked = 0;
  std::uint32_t seed = 0;
  std::string result_hash;
  std::vector<results::InputFile> inputs;
  std::vector<results::SettingRow> settings;
  std::vector<StaffingRow> rows;  ///< total (of several schools), then each school and its sections
  std::vector<Text> notes;        ///< why something is not told
};

/// The school year that is staffed unless another is asked for: the one after
/// the reference date.
int next_school_year(results::Results const& results);

/// Makes the spring table of `year` out of a run, stored or just played.
///
/// Certain is what the file tells (results.known). Expected leavers are all
/// leavers of a future less the certain ones: exact in the first year, in later
/// ones up to certain leavers who have left before by chance. Vacancies are those
/// of the year that ends on 1 October of `year`; what is dated after that day and
/// before 1 August of the next year makes a hole. `year` must lie in
/// results.start + 1 .. results.start + results.years.
StaffingTable staffing(results::Results const& results, int year);

}  // namespace meesterplan::study
