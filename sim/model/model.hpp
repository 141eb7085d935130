#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "sim/model/clock_table.hpp"
#include "sim/model/market.hpp"
#include "sim/model/money.hpp"
#include "sim/model/parameters.hpp"
#include "sim/model/policies.hpp"
#include "sim/model/record_plan.hpp"
#include "sim/model/workforce.hpp"
#include "sim/scenario/staffing.hpp"
#include "sim/scenario/terms.hpp"

namespace meesterplan::model {

/// The tree of units; every index is dense.
struct Units {
  std::vector<std::uint64_t> section_key;  ///< [section] hash64 of the key
  std::vector<std::int32_t> section_school;
  std::vector<std::int32_t> section_subject;
  std::vector<std::int32_t> school_board;
  std::vector<std::int32_t> school_region;
  std::int32_t n_boards = 0;
  std::int32_t n_regions = 0;
  std::int32_t n_subjects = 0;

  std::int32_t n_sections() const { return static_cast<std::int32_t>(section_key.size()); }
  std::int32_t n_schools() const { return static_cast<std::int32_t>(school_board.size()); }
};

/// The unit of `level` that a section is of; of the level of all together 0.
std::int32_t unit_of(Units const& units, scenario::Level level, std::int32_t section);

/// A field of the file that is drawn at the start of every future.
struct UnknownBirth {
  std::int32_t person = 0;
  Number unused;
  std::int32_t first = 0;   ///< Month::index
  std::int32_t months = 1;  ///< width
};
struct UnknownLicence {
  std::int32_t person = 0;
  std::int32_t assignment = 0;  ///< 0: main, else 1 + index into extras
  std::int32_t section = 0;
  std::array<double, scenario::n_licences> cumulative{};
};
struct UnknownDegree {
  std::int32_t person = 0;
  /// [licence][degree] cumulative chances
  std::array<std::array<double, scenario::n_degrees>, scenario::n_licences> cumulative{};
};

/// What HR already knows of a person, by step.
struct KnownEvent {
  enum class Kind : std::uint8_t { leaves, starts, hours };
  std::int32_t step = 1;
  Kind kind = Kind::leaves;
  std::int32_t person = 0;  ///< row of Model::people
  std::int32_t value = 0;   ///< ExitCause, or fte in thousandths
};

/// One kind of entrant.
struct Entrant {
  scenario::Origin origin = scenario::Origin::starter;
  std::int32_t age_from = 23, ages = 1;  ///< ages: number of years of age
  std::int32_t experience_from = 0, experiences = 1;
  scenario::Degree degree = scenario::Degree::bachelor;
  scenario::MasterKind master_kind = scenario::MasterKind::none;
  std::int32_t since_master = long_ago;
  scenario::Licence licence = scenario::Licence::second_degree;
  std::int32_t licensed_after = 0;  ///< years; 0: never
  scenario::Licence licensed_as = scenario::Licence::second_degree;
  scenario::Contract contract = scenario::Contract::temporary;
  scenario::Scale scale = scenario::Scale::none;
  std::int32_t fte = 800;  ///< thousandths
  Number weight;
};

struct ProgrammeModel {
  scenario::Degree gives_degree = scenario::Degree::wo_master;
  scenario::MasterKind gives_kind = scenario::MasterKind::subject;
  std::optional<scenario::Licence> gives_licence;
  std::int32_t years = 2;
  Number completion_with_grant, completion_without_grant, delay;
};

struct StudyModel {
  std::vector<ProgrammeModel> programmes;
  std::array<std::uint8_t, scenario::n_degrees> admits{};  ///< [degree] 1: some programme may
  Number p_grant, without_grant;
  std::int64_t capacity = -1;  ///< millionths of a section's heads; negative: no limit
};

/// From fte to net fte; shares in millionths of fte.
struct NetModel {
  bool all = true;  ///< net fte is fte for everybody, always
  /// [age - timed_low] leave by age at full uptake, as a share
  std::vector<double> leave_by_age;
  Number leave_uptake;
  std::int32_t study_with_grant = 0, study_without_grant = 0;
  std::int32_t starter_first = 0, starter_second = 0, other_tasks = 0;
};

/// Demand by section and step in thousandths, when it is known beforehand.
struct DemandModel {
  scenario::DemandMode mode = scenario::DemandMode::constant;
  bool used = false;                         ///< nothing asks for demand otherwise
  std::vector<std::int64_t> open_vacancies;  ///< [section], mode constant
  /// [step x n_sections + section], mode table, from step 1 on (step 0 is empty
  /// of meaning): {upper vwo or -1, upper havo or -1, TOTAL of the section};
  /// -1: the part's share of the total is that of the reference date
  std::vector<std::array<std::int64_t, 3>> table;
  /// mode pupils: groups of one section, lesson part and step
  struct PupilGroup {
    std::int32_t section = 0, step = 0, part = 0;
    double pupils = 0, participation = 1, group_size = 25;
    double fte_thousandths_per_group = 0;
  };
  std::vector<PupilGroup> groups;  ///< by step
  Number growth_error;
};

struct RecruitmentModel {
  scenario::RecruitmentMode mode = scenario::RecruitmentMode::none;
  std::int32_t min_vacancy = 200;
  std::vector<Number> fill;  ///< [subject]
  std::vector<Entrant> entrants;
  std::vector<std::vector<std::int32_t>> of_subject;  ///< [subject] rows of entrants
  std::vector<std::uint8_t> stopped;                  ///< [step]
};

struct LessonModel {
  bool used = false;
  scenario::LessonOrder order = scenario::LessonOrder::as_now;
  std::int64_t max_upper = 800'000;       ///< millionths
  std::vector<std::int64_t> usual_upper;  ///< [section] millionths
  std::int64_t room_share = 200'000;      ///< millionths
  std::vector<Number> sick_leave;         ///< [school]
  Number own_staff, unqualified;
};

/// Places by scale, and who gets them.
struct MixModel {
  bool used = false;                              ///< there are places, or rights to a scale
  scenario::Level per = scenario::Level::school;  ///< school or board
  bool masters_first = false;
  std::int32_t appointment_years = 0;  ///< 0: for good
  bool scale_gives_room = false;
  std::array<scenario::Scale, scenario::n_degrees> right{};  ///< [degree] none: no right
  /// [step x n_units + unit] LC, LD, LE in millionths of the unit's fte, from
  /// step 0 on; -1: the unit has no structure then
  std::vector<std::array<std::int32_t, scenario::n_places>> shares;
  std::int32_t n_units = 0;
};

/// How permanent surplus is made redundant.
struct RedundancyModel {
  std::int32_t notice_years = 1;
  scenario::Level per = scenario::Level::board;  ///< school or board
};

/// Which parts of the school year a model has.
struct Features {
  bool exits = false;
  bool contracts = false;  ///< somebody may be temporary or a replacement
  bool licensing = false;  ///< somebody becomes licensed
  bool study = false;
  bool hours = false;
  bool extras = false;      ///< somebody has more than one assignment
  bool surplus = false;     ///< staff above demand moves or is not extended
  bool redundancy = false;  ///< permanent staff above demand is made redundant
  bool ages = false;        ///< a metric asks for births or ages
  bool terms = false;       ///< more is known of persons than age, degree, origin and study
  bool flows = false;       ///< a metric or the balance asks who came, went or studied
  bool fte_left = false;    ///< a metric asks how much fte left
  bool starters = false;    ///< a metric asks who is still here
  bool promotion = false;   ///< there is a function mix
};

/// A scenario made ready to run: flat tables and dense ids, no names. Never
/// changes during a run; shared by all threads.
struct Model {
  std::uint32_t seed = 1;
  std::int64_t replicates = 0;
  std::int32_t start = 0;  ///< school year
  std::int32_t years = 0;  ///< steps
  bool draw_parameters = false;

  Units units;
  ParameterSet parameters;
  Features features;

  Workforce people;          ///< sorted by id; those who start later at the end
  std::int32_t n_start = 0;  ///< rows of people in service on the reference date
  std::vector<UnknownBirth> unknown_births;
  std::vector<UnknownLicence> unknown_licences;
  std::vector<UnknownDegree> unknown_degrees;
  std::vector<KnownEvent> known;  ///< by step, then person
  /// State pension month by birth month: [birth - pension_first_birth] -> Month::index
  std::vector<std::int32_t> pension_month;
  std::int32_t pension_first_birth = 0;

  ClockModel exits;  ///< kinds: ExitCause
  ClockModel enrol;  ///< kinds: programme index
  ClockModel hours;  ///< kinds: 0 up, 1 down
  std::int32_t hours_step = 100;
  Number p_permanent;
  StudyModel study;
  NetModel net;
  DemandModel demand;
  RecruitmentModel recruitment;
  MarketModel market;
  LessonModel lessons;
  MixModel mix;
  RedundancyModel redundancy;
  PolicyModel policies;
  MoneyModel money;
  RecordPlan plan;

  /// Month::index in which somebody born in `birth` reaches state pension age.
  std::int32_t pension_month_of(std::int32_t birth) const;
  /// Whole years from state pension to the end of step t's year is
  /// retirement_base(birth) + t.
  std::int32_t retirement_base(std::int32_t birth) const;
  /// Completed years on the reference date of step t is age_base(birth) + t.
  std::int32_t age_base(std::int32_t birth) const;
};

}  // namespace meesterplan::model
