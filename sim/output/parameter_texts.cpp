#include "sim/output/parameter_texts.hpp"

#include <algorithm>
#include <iterator>
#include <string>

namespace meesterplan::output {
namespace {

ParameterText const texts[] = {
    {"exit.retirement", {"met pensioen gaan", "retiring"}},
    {"exit.leaves_profession", {"vertrek uit het onderwijs", "leaving the profession"}},
    {"exit.other_board", {"vertrek naar een ander bestuur", "leaving for another board"}},
    {"exit.other_sector", {"vertrek naar po of mbo", "leaving for another sector"}},
    {"exit.to_support_or_management",
     {"naar ondersteuning of directie", "to support or management"}},
    {"exit.disability_or_death", {"arbeidsongeschikt of overleden", "disability or death"}},
    {"exit.starter", {"vertrek van starters", "starters leaving"}},
    {"exit.tenure", {"vertrek van wie hier kort werkt", "leaving of those who are new here"}},
    {"exit.licence", {"vertrek van wie onbevoegd is", "leaving of the unlicensed"}},
    {"exit.critical",
     {"vertrek van nieuwe masters zonder ruimte", "leaving of new masters without room"}},
    {"exit.critical_no_room",
     {"vertrek van nieuwe masters zonder ruimte", "leaving of new masters without room"}},
    {"contracts.p_permanent", {"een vast contract krijgen", "getting a permanent contract"}},
    {"hours.up", {"meer uren gaan werken", "going to work more hours"}},
    {"hours.down", {"minder uren gaan werken", "going to work fewer hours"}},
    {"study.p_grant", {"een lerarenbeurs krijgen", "getting a grant"}},
    {"study.without_grant", {"studeren zonder beurs", "studying without a grant"}},
    {"uptake", {"beginnen met studeren", "beginning to study"}},
    {"completion", {"de studie afmaken", "finishing the study"}},
    {"completion_with_grant", {"de studie afmaken met beurs", "finishing the study with a grant"}},
    {"completion_without_grant",
     {"de studie afmaken zonder beurs", "finishing the study without a grant"}},
    {"delay", {"studievertraging", "delay of the study"}},
    {"net.leave_uptake", {"opname van persoonlijk budget", "taking up leave"}},
    {"net.sick_leave", {"verzuim", "sick leave"}},
    {"demand.growth_error", {"groei van het aantal leerlingen", "growth of the number of pupils"}},
    {"fill", {"een vacature vervullen", "filling a vacancy"}},
    {"recruitment.fill", {"een vacature vervullen", "filling a vacancy"}},
    {"entrants", {"wie er komt", "who comes"}},
    {"entrants.wo_starters", {"starters met een wo-master", "starters with a wo master"}},
    {"pool", {"kandidaten op de arbeidsmarkt", "candidates of the labour market"}},
    {"market.p_inside", {"wisselaars die in de regio zoeken", "movers who look in the region"}},
    {"market.pool_retention", {"kandidaten die blijven zoeken", "candidates who look on"}},
    {"cover", {"lessen opvangen", "covering lessons"}},
    {"cover.own_staff", {"lessen opvangen door eigen docenten", "covering lessons by own staff"}},
    {"cover.unqualified",
     {"lessen opvangen door onbevoegden", "covering lessons by the unqualified"}},
    {"wages", {"loonkosten", "wages"}},
    {"tuition", {"collegegeld", "tuition"}},
    {"money.price_growth", {"stijging van lonen en prijzen", "rise of wages and prices"}},
    {"money.grant_tuition",
     {"collegegeld dat een lerarenbeurs betaalt", "tuition that a grant pays"}},
    {"money.grant_hour", {"vergoeding van studieverlof", "what a grant pays for leave"}},
    {"money.vacancy", {"kosten van een wervingspoging", "cost of a try to fill a vacancy"}},
    {"money.cover", {"kosten van opgevangen lessen", "cost of covered lessons"}},
    {"money.leaver", {"kosten van een vertrek", "cost of a teacher who leaves"}},
    {"money.redundancy", {"kosten van een boventallig ontslag", "cost of a redundancy"}},
};

ParameterText const* find(std::string_view key) {
  auto const* const found =
      std::find_if(std::begin(texts), std::end(texts),
                   [&](ParameterText const& text) { return text.key == key; });
  return found == std::end(texts) ? nullptr : found;
}

/// "table/other_board": the table's own name says nothing, the cause does.
ParameterText const* find_in_table(std::string_view key) {
  std::size_t const slash = key.rfind('/');
  if (slash == std::string_view::npos)
    return nullptr;
  std::string const part(key.substr(slash + 1));
  for (std::string_view table : {"exit.", "hours."}) {
    if (ParameterText const* text = find(std::string(table) + part))
      return text;
  }
  return nullptr;
}

/// "programme.NAME.uptake"; NAME may hold points too.
std::optional<Text> of_programme(std::string_view key) {
  constexpr std::string_view programme = "programme.";
  std::size_t const point = key.rfind('.');
  if (key.substr(0, programme.size()) != programme || point <= programme.size())
    return std::nullopt;
  ParameterText const* const text = find(key.substr(point + 1));
  if (text == nullptr)
    return std::nullopt;
  std::string const name =
      ": " + std::string(key.substr(programme.size(), point - programme.size()));
  return Text{text->name.nl + name, text->name.en + name};
}

/// "policy.NAME.EFFECT", "policy.NAME.carried_out", "policy.NAME.cost.ITEM" and
/// "bottleneck.NAME.EFFECT"; a NAME without points.
std::optional<Text> of_policy(std::string_view key) {
  std::size_t const first = key.find('.');
  std::size_t const second = key.find('.', first + 1);
  if (first == std::string_view::npos || second == std::string_view::npos)
    return std::nullopt;
  std::string_view const table = key.substr(0, first);
  std::string const name(key.substr(first + 1, second - first - 1));
  std::string_view const part = key.substr(second + 1);
  constexpr std::string_view cost = "cost.";
  if (table == "bottleneck") {
    return Text{"knelpunt " + name + ": " + std::string(part),
                "bottleneck " + name + ": " + std::string(part)};
  }
  if (table != "policy")
    return std::nullopt;
  if (part == "carried_out")
    return Text{"slagingskans van " + name, "chance that " + name + " is carried out"};
  if (part.substr(0, cost.size()) == cost) {
    std::string const item(part.substr(cost.size()));
    return Text{"kosten van " + name + ": " + item, "cost of " + name + ": " + item};
  }
  return Text{"effect van " + name + ": " + std::string(part),
              "effect of " + name + ": " + std::string(part)};
}

}  // namespace

std::vector<ParameterText> parameter_texts() {
  return {std::begin(texts), std::end(texts)};
}

std::optional<Text> parameter_name(std::string_view key) {
  if (ParameterText const* text = find(key))
    return text->name;
  if (ParameterText const* text = find_in_table(key))
    return text->name;
  if (std::optional<Text> text = of_policy(key))
    return text;
  return of_programme(key);
}

}  // namespace meesterplan::output
