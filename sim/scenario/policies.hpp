#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/base/place.hpp"
#include "sim/base/text.hpp"
#include "sim/scenario/rates.hpp"
#include "sim/scenario/staffing.hpp"
#include "sim/scenario/terms.hpp"
#include "sim/scenario/uncertain.hpp"

/// What a school, a board or a region can do, and what stands in its way.

namespace meesterplan::scenario {

/// The persons that an effect or a cost is about; what is not said does not matter.
struct Who {
  IntRange age, tenure, experience, years_since_master;
  IntRange fte;  ///< thousandths, the person's total
  std::vector<Degree> degrees;
  std::vector<Licence> licences;
  std::vector<Contract> contracts;

  bool is_everybody() const;
};

/// One change of one behaviour at full strength.
struct Effect {
  Place place;
  std::string name;  ///< unique in its policy
  Behaviour on = Behaviour::exit;
  /// Of exit, enrolment and hours: any field; of entrants and pool: degrees and
  /// licences; of others nothing may be said.
  Who who;
  std::vector<ExitCause> causes;        ///< exit; empty: those of a Factor
  std::vector<std::string> programmes;  ///< enrolment, dropout, exemption; empty: all
  std::vector<Origin> origins;          ///< entrants, pool; empty: all
  Uncertain size = Uncertain::ratio(1);
  std::optional<LessonOrder> order;  ///< lesson_order only
  std::string source;
};

/// What a policy costs in a year in which it is carried out, at full strength.
struct PolicyCost {
  Place place;
  std::string name;  ///< unique in its policy
  CostPer per = CostPer::head;
  Uncertain amount = Uncertain::other(0);  ///< euro; a share when per wage_share
  Who who;                                 ///< head, fte, wage_share
  std::vector<Origin> origins;             ///< hire; empty: all
  std::string source;
};

/// Where a policy holds; a section is in scope when every list that is not
/// empty names it, its subject, school, board or region.
struct UnitScope {
  std::vector<std::string> sections, subjects, schools, boards, regions;

  bool is_all() const;
};

/// What people want to know of a policy besides its numbers.
struct PolicyCard {
  Text title;
  Text description;
  Text owner;             ///< who does it
  Text leader;            ///< the leader's part
  std::string support;    ///< how widely it is carried
  std::string rationale;  ///< the planner's own reasons
  double hours = 0;       ///< a year, of those who carry it out
};

/// Something that can be done.
struct Policy {
  Place place;
  std::string name;  ///< unique in the scenario
  std::string use;   ///< name in the library; empty: the scenario's own
  PolicyCard card;
  Cluster cluster = Cluster::other;
  std::vector<Amo> amo;      ///< its effects are split evenly over these
  int from = 0;              ///< first school year
  std::optional<int> until;  ///< last school year; empty: the last one played
  PhaseIn phase_in = PhaseIn::step;
  int phase_years = 1;
  double strength = 1;                                ///< 0..1
  Uncertain carried_out = Uncertain::probability(1);  ///< drawn once a future
  UnitScope scope;
  std::vector<std::string> lifts;  ///< names of Bottlenecks
  std::vector<Effect> effects;
  std::vector<PolicyCost> costs;
};

/// Something that stands in the way, as the planner judges it. Where it occurs
/// its effects act in every year; where it does not, a policy that lifts it has
/// nothing to lift and no effect; one that is not in the scenario has not been
/// judged, and policies have their whole effect.
struct Bottleneck {
  Place place;
  std::string name;  ///< unique in the scenario
  std::string use;   ///< name in the library; empty: the scenario's own
  Text title;
  Text description;
  bool occurs = true;
  Urgency urgency = Urgency::none;
  std::string why;     ///< in the planner's words
  std::string remedy;  ///< what can be done, in the planner's words
  UnitScope scope;
  std::vector<Effect> effects;  ///< those of a worse situation
};

struct PolicyRules {
  AmoRule amo = AmoRule::additive;
  /// What is left of effects that all lie on one of ability, motivation and
  /// opportunity, under `constraining`; an assumption.
  double one_sided_effect = 0.5;
};

}  // namespace meesterplan::scenario
