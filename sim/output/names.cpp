#include "sim/output/names.hpp"

#include <algorithm>
#include <optional>
#include <span>

#include "sim/output/metric_texts.hpp"
#include "sim/output/parameter_texts.hpp"

namespace meesterplan::output {
namespace {

struct Named {
  std::string_view key;
  std::string_view nl, en;
};

constexpr Named levels[] = {
    {"section", "sectie", "section"},
    {"school", "school", "school"},
    {"board", "bestuur", "board"},
    {"region", "onderwijsregio", "region"},
    {"total", "alles samen", "overall"},
    {"subject", "vak", "subject"},
    {"cluster", "groep vakken", "cluster of subjects"},
};

constexpr Named stocks[] = {
    {"heads", "docenten", "teachers"},
    {"masters", "masters", "masters"},
};

constexpr Named causes[] = {
    {"retirement", "met pensioen", "retired"},
    {"leaves_profession", "weg uit het onderwijs", "left the profession"},
    {"other_board", "naar een ander bestuur", "to another board"},
    {"other_sector", "naar po of mbo", "to another sector"},
    {"to_support_or_management", "naar ondersteuning of directie", "to support or management"},
    {"disability_or_death", "arbeidsongeschikt of overleden", "disabled or died"},
    {"contract_ended", "contract liep af", "contract ended"},
    {"replacement_ended", "vervanging liep af", "replacement ended"},
    {"not_extended", "niet verlengd (boventallig)", "not extended (surplus)"},
    {"redundant", "ontslagen (boventallig)", "made redundant (surplus)"},
    {"hire_known", "al bekende nieuwe docenten", "new teachers known already"},
    {"hire_lio", "nieuw: LIO", "hired: trainees"},
    {"hire_starter", "nieuw: starters", "hired: starters"},
    {"hire_side_entrant", "nieuw: zij-instromers", "hired: side entrants"},
    {"hire_returner", "nieuw: herintreders", "hired: returners"},
    {"hire_other", "nieuw: van elders", "hired: from elsewhere"},
    {"hire_mover", "nieuw: van een andere school", "hired: from other schools"},
    {"moved_in", "overgeplaatst hierheen", "moved in"},
    {"moved_out", "overgeplaatst", "moved out"},
    {"graduated", "master gehaald", "graduated"},
};

std::string name_in(std::span<Named const> names, std::string_view key, Language language) {
  auto const found = std::find_if(names.begin(), names.end(),
                                  [&](Named const& named) { return named.key == key; });
  if (found == names.end())
    return std::string(key);
  return std::string(language == Language::nl ? found->nl : found->en);
}

}  // namespace

std::string metric_name(std::string_view metric, Language language) {
  MetricText const* const text = find_metric_text(metric);
  return text == nullptr ? std::string(metric) : text->name.in(language);
}

std::string level_name(std::string_view level, Language language) {
  return name_in(levels, level, language);
}

std::string stock_name(std::string_view stock, Language language) {
  return name_in(stocks, stock, language);
}

std::string cause_name(std::string_view cause, Language language) {
  return name_in(causes, cause, language);
}

std::string parameter_name(std::string_view parameter, Language language) {
  std::optional<Text> const name = parameter_name(parameter);
  std::string const key(parameter);
  return name ? name->in(language) + " (" + key + ")" : key;
}

}  // namespace meesterplan::output
