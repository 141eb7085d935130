#include <array>
#include <string>

#include "sim/input/words.hpp"

// The words of policies and bottlenecks.

namespace meesterplan::input {
namespace {

using scenario::Amo;
using scenario::AmoRule;
using scenario::Behaviour;
using scenario::BudgetFor;
using scenario::Cluster;
using scenario::CostPer;
using scenario::PhaseIn;
using scenario::Urgency;

template <typename Term>
constexpr Word word(std::string_view spelling, Term term) {
  return {spelling, static_cast<int>(term)};
}

constexpr std::array behaviours{
    word("exit", Behaviour::exit),
    word("vertrek", Behaviour::exit),
    word("enrolment", Behaviour::enrolment),
    word("beginnen met studeren", Behaviour::enrolment),
    word("hours_up", Behaviour::hours_up),
    word("meer uren", Behaviour::hours_up),
    word("hours_down", Behaviour::hours_down),
    word("minder uren", Behaviour::hours_down),
    word("dropout", Behaviour::dropout),
    word("studie-uitval", Behaviour::dropout),
    word("permanent", Behaviour::permanent),
    word("vast contract", Behaviour::permanent),
    word("grant", Behaviour::grant),
    word("lerarenbeurs", Behaviour::grant),
    word("without_grant", Behaviour::without_grant),
    word("zonder beurs", Behaviour::without_grant),
    word("fill", Behaviour::fill),
    word("vacature vervullen", Behaviour::fill),
    word("own_cover", Behaviour::own_cover),
    word("eigen opvang", Behaviour::own_cover),
    word("unqualified_cover", Behaviour::unqualified_cover),
    word("onbevoegde opvang", Behaviour::unqualified_cover),
    word("sick_leave", Behaviour::sick_leave),
    word("verzuim", Behaviour::sick_leave),
    word("carried_out", Behaviour::carried_out),
    word("slagingskans", Behaviour::carried_out),
    word("entrants", Behaviour::entrants),
    word("nieuwkomers", Behaviour::entrants),
    word("capacity", Behaviour::capacity),
    word("studieplaatsen", Behaviour::capacity),
    word("pool", Behaviour::pool),
    word("kandidaten", Behaviour::pool),
    word("attractiveness", Behaviour::attractiveness),
    word("aantrekkelijkheid", Behaviour::attractiveness),
    word("starter_reduction", Behaviour::starter_reduction),
    word("lesreductie starters", Behaviour::starter_reduction),
    word("exemption", Behaviour::exemption),
    word("vrijstelling", Behaviour::exemption),
    word("room", Behaviour::room),
    word("ruimte", Behaviour::room),
    word("lesson_order", Behaviour::lesson_order),
    word("lesvolgorde", Behaviour::lesson_order),
};

constexpr std::array dimensions{
    word("ability", Amo::ability),         word("kunnen", Amo::ability),
    word("motivation", Amo::motivation),   word("willen", Amo::motivation),
    word("opportunity", Amo::opportunity), word("mogen", Amo::opportunity),
};

constexpr std::array clusters{
    word("recruitment", Cluster::recruitment),
    word("werving en selectie", Cluster::recruitment),
    word("werving", Cluster::recruitment),
    word("career", Cluster::career),
    word("loopbaanbeleid", Cluster::career),
    word("training", Cluster::training),
    word("opleiding en begeleiding", Cluster::training),
    word("cooperation", Cluster::cooperation),
    word("samenwerken", Cluster::cooperation),
    word("other", Cluster::other),
    word("overig", Cluster::other),
};

constexpr std::array phase_ins{
    word("step", PhaseIn::step),     word("ineens", PhaseIn::step),
    word("linear", PhaseIn::linear), word("gelijkmatig", PhaseIn::linear),
    word("front", PhaseIn::front),   word("eerst snel", PhaseIn::front),
    word("back", PhaseIn::back),     word("eerst langzaam", PhaseIn::back),
};

constexpr std::array cost_pers{
    word("board", CostPer::board),
    word("bestuur", CostPer::board),
    word("school", CostPer::school),
    word("head", CostPer::head),
    word("docent", CostPer::head),
    word("leraar", CostPer::head),
    word("fte", CostPer::fte),
    word("hire", CostPer::hire),
    word("aanstelling", CostPer::hire),
    word("enrolment", CostPer::enrolment),
    word("nieuwe student", CostPer::enrolment),
    word("wage_share", CostPer::wage_share),
    word("aandeel loonsom", CostPer::wage_share),
};

constexpr std::array urgencies{
    word("none", Urgency::none), word("geen", Urgency::none),     word("low", Urgency::low),
    word("laag", Urgency::low),  word("middle", Urgency::middle), word("midden", Urgency::middle),
    word("high", Urgency::high), word("hoog", Urgency::high),
};

constexpr std::array amo_rules{
    word("additive", AmoRule::additive),
    word("optellend", AmoRule::additive),
    word("constraining", AmoRule::constraining),
    word("begrenzend", AmoRule::constraining),
};

constexpr std::array budget_fors{
    word("all", BudgetFor::all),
    word("alles", BudgetFor::all),
    word("study", BudgetFor::study),
    word("scholing", BudgetFor::study),
};

}  // namespace

Words behaviour_words() {
  std::string const keys =
      "exit, enrolment, hours_up, hours_down, dropout, permanent, grant, without_grant, fill, "
      "own_cover, unqualified_cover, sick_leave, carried_out, entrants, capacity, pool, "
      "attractiveness, starter_reduction, exemption, room, lesson_order";
  return {{"gedrag waarop iets kan werken", "a behaviour that an effect can act on"},
          {keys, keys},
          behaviours};
}

Words amo_words() {
  return {{"deel van kunnen, willen en mogen", "a part of ability, motivation and opportunity"},
          {"kunnen, willen, mogen", "ability, motivation, opportunity"},
          dimensions};
}

Words cluster_words() {
  return {{"cluster van beleid", "a cluster of policies"},
          {"werving en selectie, loopbaanbeleid, opleiding en begeleiding, samenwerken, overig",
           "recruitment, career, training, cooperation, other"},
          clusters};
}

Words phase_in_words() {
  return {{"invoering", "a way to phase in"},
          {"step, linear, front, back", "step, linear, front, back"},
          phase_ins};
}

Words cost_per_words() {
  std::string const keys = "board, school, head, fte, hire, enrolment, wage_share";
  return {{"eenheid van kosten", "what a cost is paid for"}, {keys, keys}, cost_pers};
}

Words budget_for_words() {
  return {{"doel van een begroting", "what a budget is for"},
          {"alles, scholing", "all, study"},
          budget_fors};
}

Words urgency_words() {
  return {{"urgentie", "an urgency"},
          {"geen, laag, midden, hoog", "none, low, middle, high"},
          urgencies};
}

Words amo_rule_words() {
  return {{"regel voor kunnen, willen en mogen", "a rule for ability, motivation and opportunity"},
          {"additive, constraining", "additive, constraining"},
          amo_rules};
}

}  // namespace meesterplan::input
