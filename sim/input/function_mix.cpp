#include "sim/input/function_mix.hpp"

#include <array>
#include <string>
#include <utility>

#include "sim/input/assign.hpp"
#include "sim/input/list_tables.hpp"

namespace meesterplan::input {
namespace {

using scenario::FunctionMix;
using scenario::PromotionRules;

constexpr Bounds share{0, 1};
constexpr int first_year = 1900;
constexpr int last_year = 2200;
constexpr int longest_appointment = 50;

void read_mix(ScenarioReading& context, Value const& table) {
  std::string const called(name_of(table));
  Keys const keys(context.reading, &table, "function_mix",
                  called.empty() ? "function_mix" : "function_mix." + called);
  FunctionMix mix;
  mix.place = table.place;
  if (keys.require("name"))
    mix.name = keys.text("name").value_or("");
  if (auto const year = keys.integer("from", first_year, last_year))
    mix.from = static_cast<int>(*year);
  if (auto const year = keys.integer("until", first_year, last_year))
    mix.until = static_cast<int>(*year);
  mix.schools = keys.texts("schools");
  mix.boards = keys.texts("boards");
  constexpr std::array<std::string_view, scenario::n_places> scales{"lc", "ld", "le"};
  for (std::size_t place = 0; place < scales.size(); ++place)
    assign(mix.share[place], keys.number(scales[place], share));
  context.scenario.function_mix.push_back(std::move(mix));
}

}  // namespace

void read_function_mix(ScenarioReading& context) {
  Value const* const list = find(context.root, "function_mix");
  for_each_table(context.reading, list, "function_mix", [&](Value const& table) {
    constexpr std::array<std::string_view, 3> needed{"lc", "ld", "le"};
    if (!is_misnamed(context.reading, *list, "function_mix", table, needed))
      read_mix(context, table);
  });
  PromotionRules& rules = context.scenario.promotion;
  Keys const keys = context.table("promotion");
  rules.place = keys.place();
  assign(rules.per, keys.choice<scenario::Level>("per", unit_words()));
  assign(rules.masters_first, keys.flag("masters_first"));
  assign(rules.appointment_years, keys.integer("appointment_years", 0, longest_appointment));
  assign(rules.scale_gives_room, keys.flag("scale_gives_room"));
  constexpr std::array<std::pair<std::string_view, scenario::Degree>, 3> rights{
      {{"right_bachelor", scenario::Degree::bachelor},
       {"right_hbo_master", scenario::Degree::hbo_master},
       {"right_wo_master", scenario::Degree::wo_master}}};
  for (auto const& right : rights) {
    assign(rules.right[static_cast<std::size_t>(right.second)],
           keys.choice<scenario::Scale>(right.first, scale_words()));
  }
}

}  // namespace meesterplan::input
