#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/base/calendar.hpp"
#include "sim/base/fte.hpp"
#include "sim/scenario/rates.hpp"

namespace meesterplan::scenario {

/// State pension: from `from` on the age is `months`.
struct PensionStep {
  Place place;
  Month from;
  int months = 67 * 12;
};

/// When masters who cannot apply their master leave sooner.
struct CriticalWindow {
  int years = 2;            ///< while min(years since the master, tenure) is below it
  double room_share = 0.2;  ///< there is room when upper havo + upper vwo is at least this share
  Uncertain no_room = Uncertain::ratio(1);  ///< hazard ratio without room
};

struct ContractRules {
  /// Chance that a licensed temporary teacher becomes permanent after a year.
  Uncertain p_permanent = Uncertain::probability(1);
};

/// Yearly chances of working more or less.
struct HoursRules {
  RateTable up;    ///< empty: nobody
  RateTable down;  ///< empty: nobody
  Fte step{100};
};

/// A share of the working time that someone of this age has off.
struct LeaveRow {
  Place place;
  IntRange age;
  double share = 0;
};

/// From fte to deployable (net) fte.
struct NetRules {
  std::vector<LeaveRow> leave_by_age;
  Uncertain leave_uptake = Uncertain::probability(1);  ///< share of the right that is taken
  double study_leave_with_grant = 0;
  double study_leave_without_grant = 0;
  double starter_first_year = 0;   ///< fewer lessons at experience 0
  double starter_second_year = 0;  ///< at experience 1
  double other_tasks = 0;
  Uncertain sick_leave = Uncertain::probability(0);  ///< counts for lessons only
};

enum class DemandMode { constant, table, pupils };

/// Fte that a section needs in some school years.
struct DemandRow {
  Place place;
  int section = 0;
  IntRange year;
  Fte fte;
  std::optional<Fte> upper_vwo;   ///< part of fte; empty: as on the reference date
  std::optional<Fte> upper_havo;  ///< part of fte; empty: as on the reference date
};

/// Pupils on 1 October of `year`.
struct PupilRow {
  Place place;
  int school = 0;
  std::string track;      ///< e.g. vwo, havo, vmbo-t
  int year_of_study = 1;  ///< 1..6
  int year = 0;           ///< school year
  int pupils = 0;
};

/// Lessons a week of a subject in a year of a track.
struct LessonRow {
  Place place;
  std::string subject;
  std::string track;
  int year_of_study = 1;
  double participation = 1;  ///< share of the pupils who take the subject
  double group_size = 25;
  double lessons = 0;  ///< a week
};

struct Demand {
  DemandMode mode = DemandMode::constant;
  std::vector<DemandRow> table;    ///< mode table: each section and year once
  std::vector<PupilRow> pupils;    ///< mode pupils
  std::vector<LessonRow> lessons;  ///< mode pupils
  double lesson_minutes = 50;
  double weeks = 36;             ///< teaching weeks a year
  double full_time_hours = 720;  ///< clock hours of lessons of a full-time teacher
  /// Relative error of the forecast's growth a year: in step k pupils are
  /// multiplied by (1 + error)^k; one path a future.
  Uncertain growth_error = Uncertain::other(0);
};

enum class RecruitmentMode { fill, one_to_one, none, market };

/// A kind of teacher who may come in, with its weight among the rows for the
/// same subject.
struct EntrantRow {
  Place place;
  std::optional<std::string> subject;  ///< rows for a subject replace those without
  Uncertain weight = Uncertain::ratio(1);
  Origin origin = Origin::starter;
  IntRange age{23, 30};       ///< drawn evenly, to the month
  IntRange experience{0, 0};  ///< drawn evenly, at most age - 20
  Degree degree = Degree::bachelor;
  MasterKind master_kind = MasterKind::none;
  std::optional<int> years_since_master;
  Licence licence = Licence::second_degree;
  /// Years after which a trainee or side entrant holds `licensed_as`; empty: never.
  std::optional<int> licensed_after;
  Licence licensed_as = Licence::second_degree;
  Contract contract = Contract::temporary;
  Scale scale = Scale::lb;
  Fte fte{800};
};

/// Chance that a try to fill a vacancy succeeds.
struct FillRow {
  Place place;
  std::optional<std::string> subject;  ///< empty: every subject without a row
  Uncertain probability;
};

struct Recruitment {
  RecruitmentMode mode = RecruitmentMode::none;
  Fte min_vacancy{200};
  std::vector<FillRow> fill;
  std::vector<EntrantRow> entrants;
  std::vector<int> stop;  ///< school years in whose step nobody is hired
};

/// What is done about staff above demand.
enum class SurplusMode {
  report,      ///< counted only
  reduce,      ///< temporary staff is not extended, permanent staff moves within the board
  redundancy,  ///< the same, and permanent staff that stays surplus is made redundant
};

/// How permanent staff is made redundant: by proportional selection
/// (afspiegeling) over age bands among those of one subject in one unit.
struct RedundancyRules {
  int notice_years = 1;      ///< surplus counts once it has lasted so many years longer
  Level per = Level::board;  ///< school or board: within which the selection is made
};

/// How lessons are given out. Without it no lessons are modelled.
struct LessonRules {
  LessonOrder order = LessonOrder::as_now;
  double max_upper = 0.8;  ///< largest share of upper lessons of a person
};

/// What happens to lessons that nobody has.
struct CoverRules {
  Uncertain own_staff = Uncertain::probability(0);    ///< share of the section's net fte
  Uncertain unqualified = Uncertain::probability(0);  ///< share of the section's demand
};

}  // namespace meesterplan::scenario
