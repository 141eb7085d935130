#include "sim/intake/terms.hpp"

#include <string>

namespace meesterplan::intake {
namespace {

using input::Word;

template <typename Term>
constexpr Word word(std::string_view spelling, Term term) {
  return {spelling, static_cast<int>(term)};
}

constexpr std::array categories{
    word("teacher", Category::teacher),
    word("leraar", Category::teacher),
    word("docent", Category::teacher),
    word("OP", Category::teacher),
    word("onderwijsgevend personeel", Category::teacher),
    word("onderwijzend personeel", Category::teacher),
    word("trainee", Category::trainee),
    word("LIO", Category::trainee),
    word("leraar in opleiding", Category::trainee),
    word("leraren in opleiding (LIO)", Category::trainee),
    word("support", Category::support),
    word("ondersteuner", Category::support),
    word("OOP", Category::support),
    word("OBP", Category::support),
    word("OOP/OBP", Category::support),
    word("onderwijsondersteunend personeel", Category::support),
    word("onderwijsassistent", Category::support),
    word("TOA", Category::support),
    word("management", Category::management),
    word("DIR", Category::management),
    word("directie", Category::management),
    word("directeur", Category::management),
    word("rector", Category::management),
    word("conrector", Category::management),
    word("teamleider", Category::management),
};

constexpr std::array statuses{
    word("held", DiplomaStatus::held),
    word("behaald", DiplomaStatus::held),
    word("afgerond", DiplomaStatus::held),
    word("running", DiplomaStatus::running),
    word("lopend", DiplomaStatus::running),
    word("bezig", DiplomaStatus::running),
    word("in opleiding", DiplomaStatus::running),
};

constexpr std::array class_parts{
    word("upper_vwo", ClassPart::upper_vwo),
    word("bovenbouw vwo", ClassPart::upper_vwo),
    word("upper_havo", ClassPart::upper_havo),
    word("bovenbouw havo", ClassPart::upper_havo),
    word("rest", ClassPart::rest),
    word("overig", ClassPart::rest),
};

constexpr std::array function_parts{
    word("inopleiding", Category::trainee), word("assistent", Category::support),
    word("ondersteun", Category::support),  word("secretar", Category::support),
    word("medewerker", Category::support),  word("amanuensis", Category::support),
    word("beheer", Category::support),
};

}  // namespace

std::optional<Category> category_of_function(std::string_view function) {
  input::Words const words = category_words();
  std::optional<int> found = words.find(function);
  std::string const folded = input::folded(function);
  for (Word const& part : function_parts) {
    if (!found && folded.find(part.spelling) != std::string::npos)
      found = part.value;
  }
  if (!found)
    found = words.find(function.substr(0, function.find(' ')));  // "Docent LB"
  return found ? std::optional<Category>(static_cast<Category>(*found)) : std::nullopt;
}

input::Words category_words() {
  return {{"soort personeel", "a kind of staff"},
          {"leraar, LIO, ondersteuner, directie", "teacher, trainee, support, management"},
          categories};
}

input::Words diploma_status_words() {
  return {{"status", "a status"}, {"behaald, lopend", "held, running"}, statuses};
}

input::Words class_part_words() {
  return {{"deel van de lessen", "a part of the lessons"},
          {"bovenbouw vwo, bovenbouw havo, overig", "upper_vwo, upper_havo, rest"},
          class_parts};
}

}  // namespace meesterplan::intake
