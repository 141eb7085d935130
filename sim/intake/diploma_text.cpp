#include "sim/intake/diploma_text.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "sim/base/text.hpp"

namespace meesterplan::intake {
namespace {

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
    Phrase<Degree>{"med", Degree::hbo_master},
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
    Phrase<Degree>{"geen diploma", Degree::none},
    Phrase<Degree>{"mbo", Degree::none},
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
/// somebody may still be studying, or have left the study.
constexpr std::array<std::string_view, 6> doubts{"bezig",   "in opleiding", "niet afgerond",
                                                 "gestopt", "propedeuse",   "student"};

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

/// Whether the text may speak of a master without saying which.
bool may_be_master(std::string const& words) {
  constexpr std::array<std::string_view, 8> masters{"master",
                                                    "msc",
                                                    "ma",
                                                    "mo b",
                                                    "mob",
                                                    "eerstegraads lerarenopleiding",
                                                    "postdoctoraal",
                                                    "hbo eerstegraads"};
  return std::any_of(masters.begin(), masters.end(),
                     [&](std::string_view phrase) { return has(words, phrase); });
}

}  // namespace

DiplomaMeaning read_diploma(std::string_view text) {
  std::string const words = words_of(text);
  DiplomaMeaning meaning;
  bool const in_doubt = std::any_of(doubts.begin(), doubts.end(),
                                    [&](std::string_view doubt) { return has(words, doubt); });
  if (in_doubt)
    return meaning;
  meaning.degree = highest_degree(words);
  bool const is_below_master = meaning.degree == Degree::none || meaning.degree == Degree::bachelor;
  if (is_below_master && may_be_master(words))
    meaning.degree = Degree::unknown;
  meaning.kind = only(words, kinds, MasterKind::none);
  meaning.licence = only(words, licences, Licence::unknown);
  return meaning;
}

}  // namespace meesterplan::intake
