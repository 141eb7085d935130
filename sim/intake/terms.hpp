#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "sim/input/words.hpp"

namespace meesterplan::intake {

/// What somebody is employed for.
enum class Category : std::uint8_t { teacher, trainee, support, management };

/// Whether a line of the diploma list is about what was had or what goes on.
enum class DiplomaStatus : std::uint8_t { held, running };

/// What a class says of a lesson: its part of the lessons, or nothing certain.
enum class ClassPart : std::uint8_t { upper_vwo, upper_havo, rest, unknown };

/// What became of a row of the personnel export. Each row has one, so that rows
/// and fte add up.
enum class Fate : std::uint8_t { in_service, later, ended, support, management, rejected };
inline constexpr int n_fates = 6;

input::Words category_words();
/// What somebody with that function is: the whole of it, a word anywhere in it (a docent
/// assistent is no docent), or its first word; empty when none of these is known.
std::optional<Category> category_of_function(std::string_view function);
input::Words diploma_status_words();
input::Words class_part_words();

}  // namespace meesterplan::intake
