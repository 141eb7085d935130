#include "sim/input/words.hpp"

#include <array>
#include <string>
#include <vector>

#include <fmt/core.h>

#include "sim/scenario/nearest.hpp"

namespace meesterplan::input {
namespace {

template <typename Term>
constexpr Word word(std::string_view spelling, Term term) {
  return {spelling, static_cast<int>(term)};
}

using scenario::Contract;
using scenario::Degree;
using scenario::DemandMode;
using scenario::ExitCause;
using scenario::FactorKind;
using scenario::LessonOrder;
using scenario::Level;
using scenario::Licence;
using scenario::MasterKind;
using scenario::Origin;
using scenario::Preference;
using scenario::RecruitmentMode;
using scenario::Scale;
using scenario::SurplusMode;
using scenario::Uncertainty;

constexpr std::array degrees{
    word("none", Degree::none),
    word("geen", Degree::none),
    word("bachelor", Degree::bachelor),
    word("hbo bachelor", Degree::bachelor),
    word("wo bachelor", Degree::bachelor),
    word("BEd", Degree::bachelor),
    word("NLO", Degree::bachelor),
    word("ALO", Degree::bachelor),
    word("pabo", Degree::bachelor),
    word("hbo_master", Degree::hbo_master),
    word("M Ed", Degree::hbo_master),
    word("wo_master", Degree::wo_master),
    word("doctoraal", Degree::wo_master),
    word("drs", Degree::wo_master),
    word("ir", Degree::wo_master),
    word("mr", Degree::wo_master),
    word("dr", Degree::wo_master),
    word("unknown", Degree::unknown),
    word("onbekend", Degree::unknown),
    word("?", Degree::unknown),
};

constexpr std::array master_kinds{
    word("none", MasterKind::none),
    word("geen", MasterKind::none),
    word("subject", MasterKind::subject),
    word("vak", MasterKind::subject),
    word("vakmaster", MasterKind::subject),
    word("education", MasterKind::education),
    word("onderwijs", MasterKind::education),
    word("onderwijsmaster", MasterKind::education),
    word("onderwijskunde", MasterKind::education),
    word("SEN", MasterKind::education),
    word("L&I", MasterKind::education),
    word("other", MasterKind::other),
    word("overig", MasterKind::other),
    word("overige", MasterKind::other),
    word("anders", MasterKind::other),
};

constexpr std::array licences{
    word("first_degree", Licence::first_degree),
    word("eerstegraads", Licence::first_degree),
    word("eerste graad", Licence::first_degree),
    word("1e graads", Licence::first_degree),
    word("1e graad", Licence::first_degree),
    word("1e gr", Licence::first_degree),
    word("second_degree", Licence::second_degree),
    word("tweedegraads", Licence::second_degree),
    word("tweede graad", Licence::second_degree),
    word("2e graads", Licence::second_degree),
    word("2e graad", Licence::second_degree),
    word("2e gr", Licence::second_degree),
    word("appointable", Licence::appointable),
    word("benoembaar", Licence::appointable),
    word("unlicensed", Licence::unlicensed),
    word("onbevoegd", Licence::unlicensed),
    word("unqualified", Licence::unlicensed),
    word("unknown", Licence::unknown),
    word("onbekend", Licence::unknown),
    word("?", Licence::unknown),
};

constexpr std::array contracts{
    word("permanent", Contract::permanent),
    word("vast", Contract::permanent),
    word("vaste dienst", Contract::permanent),
    word("in vaste dienst", Contract::permanent),
    word("onbepaalde tijd", Contract::permanent),
    word("temporary", Contract::temporary),
    word("tijdelijk", Contract::temporary),
    word("tijdelijke dienst", Contract::temporary),
    word("in tijdelijke dienst", Contract::temporary),
    word("bepaalde tijd", Contract::temporary),
    word("replacement", Contract::replacement),
    word("vervanging", Contract::replacement),
    word("vervanger", Contract::replacement),
};

constexpr std::array scales{
    word("LB", Scale::lb), word("LC", Scale::lc),     word("LD", Scale::ld),
    word("LE", Scale::le), word("none", Scale::none), word("geen", Scale::none),
};

constexpr std::array origins{
    word("lio", Origin::lio),
    word("starter", Origin::starter),
    word("side_entrant", Origin::side_entrant),
    word("zij-instromer", Origin::side_entrant),
    word("returner", Origin::returner),
    word("stille reserve", Origin::returner),
    word("herintreder", Origin::returner),
    word("mover", Origin::mover),
    word("ander bestuur", Origin::mover),
};

constexpr std::array exit_causes{
    word("retirement", ExitCause::retirement),
    word("pensioen", ExitCause::retirement),
    word("AOW", ExitCause::retirement),
    word("leaves_profession", ExitCause::leaves_profession),
    word("verlaat beroep", ExitCause::leaves_profession),
    word("buiten het onderwijs", ExitCause::leaves_profession),
    word("other_board", ExitCause::other_board),
    word("ander bestuur", ExitCause::other_board),
    word("other_sector", ExitCause::other_sector),
    word("andere sector", ExitCause::other_sector),
    word("to_support_or_management", ExitCause::to_support_or_management),
    word("ondersteuning of directie", ExitCause::to_support_or_management),
    word("disability_or_death", ExitCause::disability_or_death),
    word("arbeidsongeschikt", ExitCause::disability_or_death),
    word("overleden", ExitCause::disability_or_death),
    word("contract_ended", ExitCause::contract_ended),
    word("einde contract", ExitCause::contract_ended),
    word("replacement_ended", ExitCause::replacement_ended),
    word("einde vervanging", ExitCause::replacement_ended),
    word("not_extended", ExitCause::not_extended),
    word("niet verlengd", ExitCause::not_extended),
    word("redundant", ExitCause::redundant),
    word("boventallig ontslag", ExitCause::redundant),
};

constexpr std::array factor_kinds{
    word("general", FactorKind::general),    word("algemeen", FactorKind::general),
    word("starter", FactorKind::starter),    word("tenure", FactorKind::tenure),
    word("dienstjaren", FactorKind::tenure),
};

constexpr std::array directions{Word{"up", 0}, Word{"meer", 0}, Word{"down", 1}, Word{"minder", 1}};

constexpr std::array whats{Word{"degree", 0}, Word{"opleidingsniveau", 0}, Word{"licence", 1},
                           Word{"bevoegdheid", 1}};

constexpr std::array yes_nos{Word{"no", 0},    Word{"nee", 0},    Word{"n", 0},   Word{"0", 0},
                             Word{"false", 0}, Word{"onwaar", 0}, Word{"yes", 1}, Word{"ja", 1},
                             Word{"y", 1},     Word{"j", 1},      Word{"1", 1},   Word{"true", 1},
                             Word{"waar", 1}};

constexpr std::array levels{
    word("section", Level::section), word("sectie", Level::section), word("school", Level::school),
    word("board", Level::board),     word("bestuur", Level::board),  word("region", Level::region),
    word("regio", Level::region),    word("total", Level::total),    word("totaal", Level::total),
    word("subject", Level::subject), word("vak", Level::subject),
};

constexpr std::array units{word("school", Level::school), word("board", Level::board),
                           word("bestuur", Level::board)};

constexpr std::array uncertainties{word("all", Uncertainty::all), word("alles", Uncertainty::all),
                                   word("chance", Uncertainty::chance),
                                   word("kans", Uncertainty::chance)};

constexpr std::array demand_modes{word("constant", DemandMode::constant),
                                  word("table", DemandMode::table),
                                  word("pupils", DemandMode::pupils)};

constexpr std::array surplus_modes{word("report", SurplusMode::report),
                                   word("reduce", SurplusMode::reduce),
                                   word("redundancy", SurplusMode::redundancy)};

constexpr std::array recruitment_modes{
    word("fill", RecruitmentMode::fill), word("one_to_one", RecruitmentMode::one_to_one),
    word("none", RecruitmentMode::none), word("market", RecruitmentMode::market)};

constexpr std::array preferences{
    word("none", Preference::none), word("licensed", Preference::licensed),
    word("first_degree", Preference::first_degree), word("wo_masters", Preference::wo_masters)};

constexpr std::array lesson_orders{word("as_now", LessonOrder::as_now),
                                   word("first_degree_first", LessonOrder::first_degree_first),
                                   word("wo_master_first", LessonOrder::wo_master_first)};

/// Keys of a scenario, which are English in either language.
Text both(std::string const& keys) {
  return {keys, keys};
}

}  // namespace

std::string folded(std::string_view text) {
  std::string result;
  for (char const letter : text) {
    bool const skipped = letter == ' ' || letter == '_' || letter == '-' || letter == '.' ||
                         letter == '"' || letter == '\t' || letter == '\n' || letter == '\r';
    if (skipped)
      continue;
    result.push_back(lower(letter));
  }
  return result;
}

std::string quoted(std::string_view text) {
  std::size_t end = 0;
  std::string shown;
  for (; end < text.size() && end < 40; ++end) {
    auto const byte = static_cast<unsigned char>(text[end]);
    shown.push_back(byte < 0x20 || byte == 0x7f ? ' ' : text[end]);
  }
  // Never half a character.
  for (; end < text.size() && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U; ++end) {
    shown.push_back(text[end]);
  }
  return "\"" + shown + (end < text.size() ? "...\"" : "\"");
}

std::optional<int> Words::find(std::string_view text) const {
  for (Word const& candidate : words) {
    if (candidate.spelling == text)
      return candidate.value;
  }
  std::string const wanted = folded(text);
  for (Word const& candidate : words) {
    if (folded(candidate.spelling) == wanted)
      return candidate.value;
  }
  return std::nullopt;
}

Text Words::complaint(std::string_view text) const {
  std::vector<std::string_view> spellings;
  for (Word const& candidate : words)
    spellings.push_back(candidate.spelling);
  Text const meant = scenario::did_you_mean(text, spellings);
  return {
      fmt::format("{} is geen {} (kies uit {}).{}", quoted(text), noun.nl, options.nl, meant.nl),
      fmt::format("{} is not {} (must be one of {}).{}", quoted(text), noun.en, options.en,
                  meant.en)};
}

Words degree_words() {
  return {{"opleidingsniveau", "a degree"},
          {"geen, bachelor, hbo_master, wo_master", "none, bachelor, hbo_master, wo_master"},
          degrees};
}

Words master_kind_words() {
  return {{"soort master", "a kind of master"},
          {"vakmaster, onderwijsmaster, overig", "subject, education, other"},
          master_kinds};
}

Words licence_words() {
  return {{"bevoegdheid", "a licence"},
          {"eerstegraads, tweedegraads, benoembaar, onbevoegd",
           "first_degree, second_degree, appointable, unlicensed"},
          licences};
}

Words contract_words() {
  return {{"soort contract", "a contract"},
          {"vast, tijdelijk, vervanging", "permanent, temporary, replacement"},
          contracts};
}

Words scale_words() {
  return {{"schaal", "a scale"}, both("LB, LC, LD, LE"), scales};
}

Words origin_words() {
  return {{"herkomst", "an origin"},
          {"lio, starter, zij-instromer, herintreder, ander bestuur",
           "lio, starter, side_entrant, returner, mover"},
          origins};
}

Words drawn_cause_words() {
  return {{"reden van vertrek", "a cause of exit"},
          {"pensioen, verlaat beroep, ander bestuur, andere sector, ondersteuning of directie, "
           "arbeidsongeschikt",
           "retirement, leaves_profession, other_board, other_sector, to_support_or_management, "
           "disability_or_death"},
          exit_causes};
}

Words exit_cause_words() {
  Words words = drawn_cause_words();
  words.options.nl += ", einde contract, einde vervanging, niet verlengd, boventallig ontslag";
  words.options.en += ", contract_ended, replacement_ended, not_extended, redundant";
  return words;
}

Words factor_kind_words() {
  return {{"soort factor", "a kind of factor"},
          {"algemeen, starter, dienstjaren", "general, starter, tenure"},
          factor_kinds};
}

Words direction_words() {
  return {{"richting", "a direction"}, {"meer, minder", "up, down"}, directions};
}

Words what_words() {
  return {{"soort aandeel", "a kind of share"},
          {"opleidingsniveau, bevoegdheid", "degree, licence"},
          whats};
}

Words yes_no_words() {
  return {{"antwoord", "an answer"}, {"ja, nee", "yes, no"}, yes_nos};
}

Words level_words() {
  return {{"niveau", "a level"}, both("total, region, board, school, section, subject"), levels};
}

Words unit_words() {
  return {{"eenheid hiervoor", "a unit for this"}, both("school, board"), units};
}

Words uncertainty_words() {
  return {{"soort onzekerheid", "a kind of uncertainty"}, both("all, chance"), uncertainties};
}

Words demand_mode_words() {
  return {{"soort vraag", "a mode of demand"}, both("constant, table, pupils"), demand_modes};
}

Words surplus_mode_words() {
  return {{"omgang met boventalligheid", "a mode of surplus"},
          both("report, reduce, redundancy"),
          surplus_modes};
}

Words recruitment_mode_words() {
  return {{"soort werving", "a mode of recruitment"},
          both("fill, one_to_one, none, market"),
          recruitment_modes};
}

Words preference_words() {
  return {
      {"voorkeur", "a preference"}, both("none, licensed, first_degree, wo_masters"), preferences};
}

Words lesson_order_words() {
  return {
      {"volgorde", "an order"}, both("as_now, first_degree_first, wo_master_first"), lesson_orders};
}

}  // namespace meesterplan::input
