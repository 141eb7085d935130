#include "sim/scenario/terms.hpp"

#include <array>
#include <cstddef>

#include "sim/base/contracts.hpp"

namespace meesterplan::scenario {
namespace {

template <std::size_t n, typename Term>
std::string_view key_in(std::array<std::string_view, n> const& keys, Term term) {
  auto const index = static_cast<std::size_t>(term);
  MP_EXPECT(index < n);
  return keys[index];
}

constexpr std::array<std::string_view, 5> degree_keys{"none", "bachelor", "hbo_master", "wo_master",
                                                      "unknown"};
constexpr std::array<std::string_view, 4> master_kind_keys{"none", "subject", "education", "other"};
constexpr std::array<std::string_view, 5> licence_keys{"first_degree", "second_degree",
                                                       "appointable", "unlicensed", "unknown"};
constexpr std::array<std::string_view, 3> contract_keys{"permanent", "temporary", "replacement"};
constexpr std::array<std::string_view, 5> scale_keys{"none", "LB", "LC", "LD", "LE"};
constexpr std::array<std::string_view, 6> origin_keys{"initial",      "lio",      "starter",
                                                      "side_entrant", "returner", "mover"};
constexpr std::array<std::string_view, 9> exit_cause_keys{
    "retirement",     "leaves_profession",        "other_board",
    "other_sector",   "to_support_or_management", "disability_or_death",
    "contract_ended", "replacement_ended",        "not_extended"};
constexpr std::array<std::string_view, 5> master_route_keys{"none", "sitting", "upskilled",
                                                            "starter", "outside"};
constexpr std::array<std::string_view, 5> level_keys{"section", "school", "board", "region",
                                                     "total"};
constexpr std::array<std::string_view, 3> lesson_part_keys{"upper_vwo", "upper_havo", "rest"};

}  // namespace

std::string_view key_of(Degree degree) {
  return key_in(degree_keys, degree);
}
std::string_view key_of(MasterKind kind) {
  return key_in(master_kind_keys, kind);
}
std::string_view key_of(Licence licence) {
  return key_in(licence_keys, licence);
}
std::string_view key_of(Contract contract) {
  return key_in(contract_keys, contract);
}
std::string_view key_of(Scale scale) {
  return key_in(scale_keys, scale);
}
std::string_view key_of(Origin origin) {
  return key_in(origin_keys, origin);
}
std::string_view key_of(ExitCause cause) {
  return key_in(exit_cause_keys, cause);
}
std::string_view key_of(MasterRoute route) {
  return key_in(master_route_keys, route);
}
std::string_view key_of(Level level) {
  return key_in(level_keys, level);
}
std::string_view key_of(LessonPart part) {
  return key_in(lesson_part_keys, part);
}

}  // namespace meesterplan::scenario
