#include "sim/intake/subjects.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "sim/input/words.hpp"

namespace meesterplan::intake {
namespace {

constexpr std::string_view languages = "talen";
constexpr std::string_view sciences = "exact";
constexpr std::string_view humanities = "mens en maatschappij";
constexpr std::string_view arts = "kunst en LO";
constexpr std::string_view vocational = "beroepsgericht";
constexpr std::string_view other = "overig";

constexpr Subject dutch{"nederlands", "Nederlands", languages};
constexpr Subject english{"engels", "Engels", languages};
constexpr Subject french{"frans", "Frans", languages};
constexpr Subject german{"duits", "Duits", languages};
constexpr Subject spanish{"spaans", "Spaans", languages};
constexpr Subject chinese{"chinees", "Chinees", languages};
constexpr Subject frisian{"fries", "Fries", languages};
constexpr Subject classics{"klassieke_talen", "Klassieke talen", languages};
constexpr Subject mathematics{"wiskunde", "Wiskunde", sciences};
constexpr Subject arithmetic{"rekenen", "Rekenen", sciences};
constexpr Subject physics{"natuurkunde", "Natuurkunde", sciences};
constexpr Subject chemistry{"scheikunde", "Scheikunde", sciences};
constexpr Subject physics_chemistry{"nask", "Natuur- en scheikunde", sciences};
constexpr Subject biology{"biologie", "Biologie", sciences};
constexpr Subject computing{"informatica", "Informatica", sciences};
constexpr Subject nlt{"nlt", "Natuur, leven en technologie", sciences};
constexpr Subject research_design{"onderzoek_en_ontwerpen", "Onderzoek en ontwerpen", sciences};
constexpr Subject technology{"techniek", "Techniek", sciences};
constexpr Subject care{"verzorging", "Verzorging", other};
constexpr Subject economics{"economie", "Economie", humanities};
constexpr Subject business{"bedrijfseconomie", "Bedrijfseconomie", humanities};
constexpr Subject history{"geschiedenis", "Geschiedenis", humanities};
constexpr Subject geography{"aardrijkskunde", "Aardrijkskunde", humanities};
constexpr Subject social_studies{"maatschappijleer", "Maatschappijleer", humanities};
constexpr Subject social_sciences{"maatschappijwetenschappen", "Maatschappijwetenschappen",
                                  humanities};
constexpr Subject philosophy{"filosofie", "Filosofie", humanities};
constexpr Subject religion{"levensbeschouwing", "Levensbeschouwing", humanities};
constexpr Subject art{"kunst", "Kunstvakken", arts};
constexpr Subject gymnastics{"lo", "Lichamelijke opvoeding", arts};
constexpr Subject trade{"beroepsgericht", "Beroepsgerichte vakken", vocational};
constexpr Subject task{"", "", ""};

struct Spelling {
  std::string_view text;
  Subject const* subject;
};

// Codes of the national list of subjects in timetables and DUO files (NETL, WISA,
// SCHK), the two-letter ones that schools use, and names in full.
constexpr std::array spellings{
    Spelling{"nederlands", &dutch},
    Spelling{"nederlandse taal", &dutch},
    Spelling{"ne", &dutch},
    Spelling{"ned", &dutch},
    Spelling{"netl", &dutch},
    Spelling{"engels", &english},
    Spelling{"engelse taal", &english},
    Spelling{"en", &english},
    Spelling{"eng", &english},
    Spelling{"entl", &english},
    Spelling{"frans", &french},
    Spelling{"franse taal", &french},
    Spelling{"fa", &french},
    Spelling{"fra", &french},
    Spelling{"fatl", &french},
    Spelling{"duits", &german},
    Spelling{"duitse taal", &german},
    Spelling{"du", &german},
    Spelling{"dui", &german},
    Spelling{"dutl", &german},
    Spelling{"spaans", &spanish},
    Spelling{"sp", &spanish},
    Spelling{"sptl", &spanish},
    Spelling{"chinees", &chinese},
    Spelling{"chtl", &chinese},
    Spelling{"fries", &frisian},
    Spelling{"frtl", &frisian},
    Spelling{"klassieke talen", &classics},
    Spelling{"latijn", &classics},
    Spelling{"grieks", &classics},
    Spelling{"la", &classics},
    Spelling{"gr", &classics},
    Spelling{"ltc", &classics},
    Spelling{"gtc", &classics},
    Spelling{"latl", &classics},
    Spelling{"grtl", &classics},
    Spelling{"kcv", &classics},
    Spelling{"wiskunde", &mathematics},
    Spelling{"wi", &mathematics},
    Spelling{"wis", &mathematics},
    Spelling{"wisk", &mathematics},
    Spelling{"wisa", &mathematics},
    Spelling{"wisb", &mathematics},
    Spelling{"wisc", &mathematics},
    Spelling{"wisd", &mathematics},
    Spelling{"wiskunde a", &mathematics},
    Spelling{"wiskunde b", &mathematics},
    Spelling{"wiskunde c", &mathematics},
    Spelling{"wiskunde d", &mathematics},
    Spelling{"rekenen", &arithmetic},
    Spelling{"rek", &arithmetic},
    Spelling{"natuurkunde", &physics},
    Spelling{"na", &physics},
    Spelling{"nat", &physics},
    Spelling{"nask1", &physics},
    Spelling{"scheikunde", &chemistry},
    Spelling{"sk", &chemistry},
    Spelling{"schk", &chemistry},
    Spelling{"nask2", &chemistry},
    Spelling{"nask", &physics_chemistry},
    Spelling{"natuur en scheikunde", &physics_chemistry},
    Spelling{"biologie", &biology},
    Spelling{"bi", &biology},
    Spelling{"bio", &biology},
    Spelling{"biol", &biology},
    Spelling{"informatica", &computing},
    Spelling{"inf", &computing},
    Spelling{"nlt", &nlt},
    Spelling{"natuur, leven en technologie", &nlt},
    Spelling{"o&o", &research_design},
    Spelling{"onderzoek en ontwerpen", &research_design},
    Spelling{"techniek", &technology},
    Spelling{"tn", &technology},
    Spelling{"tech", &technology},
    Spelling{"verzorging", &care},
    Spelling{"vz", &care},
    Spelling{"economie", &economics},
    Spelling{"ec", &economics},
    Spelling{"econ", &economics},
    Spelling{"bedrijfseconomie", &business},
    Spelling{"beco", &business},
    Spelling{"m&o", &business},
    Spelling{"geschiedenis", &history},
    Spelling{"gs", &history},
    Spelling{"ges", &history},
    Spelling{"gesch", &history},
    Spelling{"aardrijkskunde", &geography},
    Spelling{"ak", &geography},
    Spelling{"maatschappijleer", &social_studies},
    Spelling{"ma", &social_studies},
    Spelling{"maat", &social_studies},
    Spelling{"maatschappijwetenschappen", &social_sciences},
    Spelling{"maw", &social_sciences},
    Spelling{"filosofie", &philosophy},
    Spelling{"fi", &philosophy},
    Spelling{"fil", &philosophy},
    Spelling{"levensbeschouwing", &religion},
    Spelling{"godsdienst", &religion},
    Spelling{"lv", &religion},
    Spelling{"lb", &religion},
    Spelling{"gd", &religion},
    Spelling{"kunst", &art},
    Spelling{"kunstvakken", &art},
    Spelling{"kunst algemeen", &art},
    Spelling{"kua", &art},
    Spelling{"kubv", &art},
    Spelling{"kumu", &art},
    Spelling{"ckv", &art},
    Spelling{"te", &art},
    Spelling{"tekenen", &art},
    Spelling{"tehatex", &art},
    Spelling{"ha", &art},
    Spelling{"handvaardigheid", &art},
    Spelling{"bv", &art},
    Spelling{"beeldende vorming", &art},
    Spelling{"mu", &art},
    Spelling{"muziek", &art},
    Spelling{"dr", &art},
    Spelling{"drama", &art},
    Spelling{"dans", &art},
    Spelling{"lo", &gymnastics},
    Spelling{"lichamelijke opvoeding", &gymnastics},
    Spelling{"gym", &gymnastics},
    Spelling{"bsm", &gymnastics},
    Spelling{"lo2", &gymnastics},
    Spelling{"beroepsgericht", &trade},
    Spelling{"mentor", &task},
    Spelling{"mentoraat", &task},
    Spelling{"ment", &task},
    Spelling{"mtr", &task},
    Spelling{"coaching", &task},
    Spelling{"decaan", &task},
    Spelling{"decanaat", &task},
    Spelling{"overleg", &task},
    Spelling{"teamleider", &task},
    Spelling{"surveillance", &task},
    Spelling{"opvang", &task},
    Spelling{"studie", &task},
    Spelling{"studieuur", &task},
    Spelling{"kwt", &task},
    Spelling{"flex", &task},
};

using Table = std::unordered_map<std::string, Subject const*>;

Table const& table() {
  static Table const all = [] {
    Table made;
    for (Spelling const& spelling : spellings)
      made.emplace(input::folded(spelling.text), spelling.subject);
    return made;
  }();
  return all;
}

}  // namespace

Subject const* find_subject(std::string_view text) {
  auto const found = table().find(input::folded(text));
  return found == table().end() ? nullptr : found->second;
}

}  // namespace meesterplan::intake
