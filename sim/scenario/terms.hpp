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

/// How a teacher came in.
enum class Origin : std::uint8_t { initial, lio, starter, side_entrant, returner, mover };
inline constexpr int n_origins = 6;

/// Why a teacher left. The first six are drawn with hazards; contract_ended
/// arises from the yearly decision on contracts, replacement_ended on the
/// date of a replacement, not_extended when a temporary teacher is surplus.
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
};
inline constexpr int n_exit_causes = 9;
inline constexpr int n_drawn_exit_causes = 6;

/// How a master came to be one here: sitting at the start, upskilled here,
/// hired as a starter (lio, starter, side entrant), or from outside.
enum class MasterRoute : std::uint8_t { none, sitting, upskilled, starter, outside };
inline constexpr int n_master_routes = 5;

/// The levels at which results are kept, smallest first.
enum class Level : std::uint8_t { section, school, board, region, total };
inline constexpr int n_levels = 5;

/// The parts of a section's lessons, each with the licence it needs: first
/// degree for the upper parts, second degree for the rest.
enum class LessonPart : std::uint8_t { upper_vwo, upper_havo, rest };
inline constexpr int n_lesson_parts = 3;

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

}  // namespace meesterplan::scenario
