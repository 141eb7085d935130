#include "sim/intake/diploma_text.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "sim/base/text.hpp"

namespace meesterplan::intake {
namespace {

using namespace std::string_view_literals;
using scenario::Degree;
using scenario::Licence;
using scenario::MasterKind;

template <typename Term>
struct Phrase {
  std::string_view words;  ///< of small letters, digits and &, a blank between
  Term meaning;
};

constexpr std::array degrees{
    Phrase<Degree>{"wo master", Degree::wo_master},
    Phrase<Degree>{"universitaire master", Degree::wo_master},
    Phrase<Degree>{"universitaire lerarenopleiding", Degree::wo_master},
    Phrase<Degree>{"educatieve master", Degree::wo_master},
    Phrase<Degree>{"doctoraal", Degree::wo_master},
    Phrase<Degree>{"drs", Degree::wo_master},
    Phrase<Degree>{"ir", Degree::wo_master},
    Phrase<Degree>{"mr", Degree::wo_master},
    Phrase<Degree>{"dr", Degree::wo_master},
    Phrase<Degree>{"phd", Degree::wo_master},
    Phrase<Degree>{"hbo master", Degree::hbo_master},
    Phrase<Degree>{"m ed", Degree::hbo_master},
    Phrase<Degree>{"master of education", Degree::hbo_master},
    Phrase<Degree>{"m sen", Degree::hbo_master},
    Phrase<Degree>{"master sen", Degree::hbo_master},
    Phrase<Degree>{"master leren en innoveren", Degree::hbo_master},
    Phrase<Degree>{"hbo bachelor", Degree::bachelor},
    Phrase<Degree>{"wo bachelor", Degree::bachelor},
    Phrase<Degree>{"bachelor", Degree::bachelor},
    Phrase<Degree>{"bed", Degree::bachelor},
    Phrase<Degree>{"b ed", Degree::bachelor},
    Phrase<Degree>{"bsc", Degree::bachelor},
    Phrase<Degree>{"ing", Degree::bachelor},
    Phrase<Degree>{"nlo", Degree::bachelor},
    Phrase<Degree>{"alo", Degree::bachelor},
    Phrase<Degree>{"pabo", Degree::bachelor},
    Phrase<Degree>{"tweedegraads lerarenopleiding", Degree::bachelor},
    Phrase<Degree>{"2e graads lerarenopleiding", Degree::bachelor},
    Phrase<Degree>{"lerarenopleiding tweedegraads", Degree::bachelor},
    Phrase<Degree>{"lerarenopleiding 2e graads", Degree::bachelor},
};

constexpr std::array kinds{
    Phrase<MasterKind>{"vakmaster", MasterKind::subject},
    Phrase<MasterKind>{"onderwijsmaster", MasterKind::education},
    Phrase<MasterKind>{"onderwijskunde", MasterKind::education},
    Phrase<MasterKind>{"sen", MasterKind::education},
    Phrase<MasterKind>{"leren en innoveren", MasterKind::education},
    Phrase<MasterKind>{"l&i", MasterKind::education},
};

constexpr std::array licences{
    Phrase<Licence>{"eerstegraads", Licence::first_degree},
    Phrase<Licence>{"eerste graads", Licence::first_degree},
    Phrase<Licence>{"eerste graad", Licence::first_degree},
    Phrase<Licence>{"1e graads", Licence::first_degree},
    Phrase<Licence>{"1e graad", Licence::first_degree},
    Phrase<Licence>{"1e gr", Licence::first_degree},
    Phrase<Licence>{"tweedegraads", Licence::second_degree},
    Phrase<Licence>{"tweede graads", Licence::second_degree},
    Phrase<Licence>{"tweede graad", Licence::second_degree},
    Phrase<Licence>{"2e graads", Licence::second_degree},
    Phrase<Licence>{"2e graad", Licence::second_degree},
    Phrase<Licence>{"2e gr", Licence::second_degree},
};

/// Words that leave in doubt what a text means, though others in it seem clear:
/// somebody may still be studying, have left the study, or be called so.
constexpr std::array doubts{
    "bezig"sv,         "in opleiding"sv,   "lopend"sv,       "lopende"sv,
    "loopt"sv,         "volgt"sv,          "niet"sv,         "geen"sv,
    "nog"sv,           "zonder"sv,         "gestopt"sv,      "voltooid"sv,
    "onvoltooid"sv,    "afgebroken"sv,     "verwacht"sv,     "aangemeld"sv,
    "jaar"sv,          "toelaatbaar"sv,    "vrijstelling"sv, "ingetrokken"sv,
    "buitenlands"sv,   "buitenlandse"sv,   "nuffic"sv,       "instituut"sv,
    "akte"sv,          "heeft"sv,          "lio"sv,          "io"sv,
    "i o"sv,           "wording"sv,        "college"sv,      "lyceum"sv,
    "school"sv,        "gestaakt"sv,       "onderbroken"sv,  "deelcertificaat"sv,
    "ingeschreven"sv,  "kandidaat"sv,      "gestart"sv,      "afronding"sv,
    "voorbereiding"sv, "vrijstellingen"sv, "ongeldig"sv,     "verlopen"sv,
    "vervallen"sv,
};
/// The same for words that begin so.
constexpr std::array doubtful_beginnings{"student"sv, "propedeu"sv, "propaed"sv};

/// Beside a lower degree these may speak of a master, without saying which.
constexpr std::array master_words{"m"sv,   "ma"sv,   "msc"sv,          "mba"sv,
                                  "mli"sv, "msen"sv, "vakmaster"sv,    "onderwijsmaster"sv,
                                  "mo"sv,  "mob"sv,  "postdoctoraal"sv};
constexpr std::array master_beginnings{"master"sv, "doctor"sv, "meester"sv};

bool is_part_of_word(char sign) {
  auto const byte = static_cast<unsigned char>(sign);
  return (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9') || sign == '&' ||
         byte >= 0x80;
}

/// " drs nederlands ": small words with one blank around each.
std::string words_of(std::string_view text) {
  std::string words = " ";
  for (char const sign : text) {
    char const small = lower(sign);
    if (is_part_of_word(small)) {
      words.push_back(small);
    } else if (words.back() != ' ') {
      words.push_back(' ');
    }
  }
  if (words.back() != ' ')
    words.push_back(' ');
  return words;
}

bool has(std::string const& words, std::string_view phrase) {
  return words.find(" " + std::string(phrase) + " ") != std::string::npos;
}

/// The only meaning of the phrases that occur; `unknown` for none or more than one.
template <typename Term, std::size_t n>
Term only(std::string const& words, std::array<Phrase<Term>, n> const& phrases, Term unknown) {
  Term found = unknown;
  for (Phrase<Term> const& phrase : phrases) {
    if (!has(words, phrase.words))
      continue;
    if (found != unknown && found != phrase.meaning)
      return unknown;
    found = phrase.meaning;
  }
  return found;
}

Degree highest_degree(std::string const& words) {
  Degree highest = Degree::unknown;
  for (Phrase<Degree> const& phrase : degrees) {
    if (!has(words, phrase.words))
      continue;
    if (highest == Degree::unknown || phrase.meaning > highest)
      highest = phrase.meaning;
  }
  return highest;
}

bool has_beginning(std::string const& words, std::string_view beginning) {
  return words.find(" " + std::string(beginning)) != std::string::npos;
}

template <std::size_t n, std::size_t m>
bool has_any(std::string const& words, std::array<std::string_view, n> const& whole,
             std::array<std::string_view, m> const& beginnings) {
  return std::any_of(whole.begin(), whole.end(),
                     [&](std::string_view word) { return has(words, word); }) ||
         std::any_of(beginnings.begin(), beginnings.end(),
                     [&](std::string_view word) { return has_beginning(words, word); });
}

/// Whether the whole text says that there is no degree.
bool says_none(std::string const& words) {
  constexpr std::array whole{
      " geen "sv,  " geen diploma "sv, " mbo "sv,          " mbo 1 "sv,        " mbo 2 "sv,
      " mbo 3 "sv, " mbo 4 "sv,        " mbo niveau 2 "sv, " mbo niveau 3 "sv, " mbo niveau 4 "sv};
  return std::find(whole.begin(), whole.end(), words) != whole.end();
}

/// Whether two grades of licences are named: `1e/2e graads`.
bool names_two_grades(std::string const& words) {
  bool const first = has(words, "1e") || has_beginning(words, "eerste");
  bool const second = has(words, "2e") || has_beginning(words, "tweede");
  return first && second;
}

}  // namespace

DiplomaMeaning read_diploma(std::string_view text) {
  std::string words = words_of(text);
  DiplomaMeaning meaning;
  if (says_none(words)) {
    meaning.degree = Degree::none;
    return meaning;
  }
  bool const is_doubted = text.find('?') != std::string_view::npos;
  if (is_doubted || has_any(words, doubts, doubtful_beginnings))
    return meaning;
  // Written so it is a title; med. is an abbreviation of other things too.
  if (text.find("MEd") != std::string_view::npos)
    words += "m ed ";
  meaning.degree = highest_degree(words);
  bool const is_mixed = meaning.degree == Degree::wo_master && has(words, "hbo");
  // The first grade is mostly had with a master.
  bool const may_be_master = has_any(words, master_words, master_beginnings) || has(words, "1e") ||
                             has_beginning(words, "eerste");
  if (is_mixed || (meaning.degree == Degree::bachelor && may_be_master))
    meaning.degree = Degree::unknown;
  meaning.kind = only(words, kinds, MasterKind::none);
  if (!names_two_grades(words))
    meaning.licence = only(words, licences, Licence::unknown);
  return meaning;
}

}  // namespace meesterplan::intake
