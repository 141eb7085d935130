#pragma once

#include <array>
#include <cstdint>
#include <string_view>

/// The fixed vocabulary of the model. Each list ends in a count; the English
/// keys are those of files and results (docs/glossary.md has the Dutch words).

namespace meesterplan::scenario {

/// Highest degree. `unknown` is drawn anew in every future.
enum class Degree : std::uint8_t { none, bachelor, hbo_master, wo_master, unknown };
inline constexpr int n_degrees = 4;  ///< without unknown

/// What a master is about.
enum class MasterKind : std::uint8_t { none, subject, education, other };

/// Licence to teach one subject. `unknown` is drawn anew in every future.
enum class Licence : std::uint8_t { first_degree, second_degree, appointable, unlicensed, unknown };
inline constexpr int n_licences = 4;  ///< without unknown

enum class Contract : std::uint8_t { permanent, temporary, replacement };
inline constexpr int n_contracts = 3;

/// Pay scale; `none` when the file does not say.
enum class Scale : std::uint8_t { none, lb, lc, ld, le };
inline constexpr int n_scales = 5;
inline constexpr int n_places = 3;  ///< scales of which a function mix has places: LC, LD, LE

/// How a teacher came in.
enum class Origin : std::uint8_t { initial, lio, starter, side_entrant, returner, mover };
inline constexpr int n_origins = 6;

/// Why a teacher left. The first six are drawn with hazards; contract_ended
/// arises from the yearly decision on contracts, replacement_ended on the
/// date of a replacement, not_extended when a temporary teacher is surplus,
/// redundant when a permanent one is and stays so.
enum class ExitCause : std::uint8_t {
  retirement,
  leaves_profession,
  other_board,
  other_sector,
  to_support_or_management,
  disability_or_death,
  contract_ended,
  replacement_ended,
  not_extended,
  redundant,
};
inline constexpr int n_exit_causes = 10;
inline constexpr int n_drawn_exit_causes = 6;

/// How a master came to be one here: sitting at the start, upskilled here,
/// hired as a starter (lio, starter, side entrant), or from outside.
enum class MasterRoute : std::uint8_t { none, sitting, upskilled, starter, outside };
inline constexpr int n_master_routes = 5;

/// The levels at which results are kept, smallest first; `subject`, the sections of a
/// subject at all schools, lies across the others.
enum class Level : std::uint8_t { section, school, board, region, total, subject };
inline constexpr int n_levels = 6;

/// The parts of a section's lessons, each with the licence it needs: first
/// degree for the upper parts, second degree for the rest.
enum class LessonPart : std::uint8_t { upper_vwo, upper_havo, rest };
inline constexpr int n_lesson_parts = 3;

/// What an effect acts on. Its form follows from it (docs/methods.md, "Policies").
enum class Behaviour : std::uint8_t {
  // Yearly events: hazard ratio.
  exit,
  enrolment,
  hours_up,
  hours_down,
  dropout,
  // Single chances and shares: odds ratio.
  permanent,          ///< ContractRules::p_permanent
  grant,              ///< StudyRules::p_grant
  without_grant,      ///< StudyRules::without_grant
  fill,               ///< chance that a try to fill a vacancy succeeds
  own_cover,          ///< CoverRules::own_staff
  unqualified_cover,  ///< CoverRules::unqualified
  sick_leave,
  carried_out,  ///< chance of other policies of being carried out
  // Mixes, counts and attractiveness: multiplier.
  entrants,        ///< weight of the entrants it is about; the mix is renormalised
  capacity,        ///< StudyRules::capacity
  pool,            ///< number of candidates of the labour market
  attractiveness,  ///< of a section to candidates
  // Decisions: a share that is added.
  starter_reduction,  ///< fewer lessons at experience 0 and 1, on top of NetRules
  exemption,          ///< part of the new students who need one study year less
  room,               ///< part of CriticalWindow::no_room that is taken away
  // A decision for a part of the sections: that of `Effect::order`.
  lesson_order,
};
inline constexpr int n_behaviours = 21;

/// How the size of an effect is to be read.
enum class EffectForm : std::uint8_t { hazard_ratio, odds_ratio, multiplier, share, decision };
EffectForm form_of(Behaviour behaviour);

/// What a policy raises: ability (kunnen), motivation (willen), opportunity (mogen).
enum class Amo : std::uint8_t { ability, motivation, opportunity };
inline constexpr int n_amo = 3;

/// The four clusters of policies, and what lies outside them.
enum class Cluster : std::uint8_t { recruitment, career, training, cooperation, other };

/// How a policy comes to its full strength over `phase_years`; the share in its
/// year i of n (from 1), with x = i / n: linear x, front 1 - (1 - x)^2, back x^2,
/// step 1 at once.
enum class PhaseIn : std::uint8_t { step, linear, front, back };

/// What an amount is paid for.
enum class CostPer : std::uint8_t {
  board,      ///< a year and board in scope
  school,     ///< a year and school in scope
  head,       ///< a year and person of `who` in scope
  fte,        ///< a year and fte of `who` in scope
  hire,       ///< a hire of `origins` in scope
  enrolment,  ///< somebody of the scope who begins to study
  wage_share  ///< a share of the wages of `who` in scope, not an amount
};

/// To whom lessons of the upper years go first.
enum class LessonOrder : std::uint8_t { as_now, first_degree_first, wo_master_first };

/// What a budget is for: all that staff costs, or study alone.
enum class BudgetFor : std::uint8_t { all, study };

/// How pressing a bottleneck is, as the planner judges it.
enum class Urgency : std::uint8_t { none, low, middle, high };

/// How effects on one behaviour go together (docs/methods.md, "Policies").
enum class AmoRule : std::uint8_t { additive, constraining };

std::string_view key_of(Degree);
std::string_view key_of(MasterKind);
std::string_view key_of(Licence);
std::string_view key_of(Contract);
std::string_view key_of(Scale);
std::string_view key_of(Origin);
std::string_view key_of(ExitCause);
std::string_view key_of(MasterRoute);
std::string_view key_of(Level);
std::string_view key_of(LessonPart);
std::string_view key_of(Behaviour);
std::string_view key_of(EffectForm);
std::string_view key_of(Amo);
std::string_view key_of(Cluster);
std::string_view key_of(PhaseIn);
std::string_view key_of(CostPer);
std::string_view key_of(LessonOrder);
std::string_view key_of(BudgetFor);
std::string_view key_of(AmoRule);
std::string_view key_of(Urgency);

}  // namespace meesterplan::scenario
