#include "sim/cli/import_text.hpp"

#include <algorithm>
#include <map>
#include <ostream>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "sim/base/number_text.hpp"
#include "sim/cli/numbers.hpp"
#include "sim/cli/table.hpp"
#include "sim/input/words.hpp"
#include "sim/intake/project_files.hpp"

namespace meesterplan::cli {
namespace {

using intake::Ask;
using intake::Fate;
using intake::Import;
using intake::Joined;

constexpr std::size_t most_quotes = 5;
constexpr std::size_t most_places = 6;

class Report {
 public:
  Report(Import const& import, Language language, Quotes quotes, std::ostream& stream)
      : import_(&import), language_(language), quotes_(quotes), stream_(&stream) {}

  void write() {
    say({fmt::format("Ingelezen per 1 oktober {}\n", import_->start),
         fmt::format("Imported as of 1 October {}\n", import_->start)});
    write_fates();
    write_people();
    write_joined();
    write_unread();
    write_assumed();
    write_rejects();
    write_questions();
  }

 private:
  std::string const& in(Text const& text) const { return text.in(language_); }
  void say(Text const& text) { *stream_ << in(text); }
  void head(Text const& text) { *stream_ << "\n" << in(text) << "\n"; }
  void line(Text const& text) { *stream_ << paragraph(in(text)); }
  std::string fte(Fte value) const {
    return decimal(static_cast<double>(value.thousandths) / 1000, 3, language_);
  }
  std::string lessons(std::int64_t thousandths) const { return in(number_text(Fte{thousandths})); }

  void write_fates() {
    struct Line {
      Fate fate;
      Text text;
    };
    std::vector<Line> const lines{
        {Fate::in_service, {"leraren in dienst", "teachers in service"}},
        {Fate::later, {"leraren, gaat later in", "teachers, from a later day"}},
        {Fate::ended, {"leraren, al afgelopen", "teachers, ended already"}},
        {Fate::support, {"ondersteuners", "support staff"}},
        {Fate::management, {"directie", "management"}},
        {Fate::rejected, {"afgekeurd", "rejected"}}};
    TextTable table({in({"dienstverbanden", "employments"}), in({"rijen", "rows"}), "fte"});
    intake::FateTotal const all = import_->all_rows();
    table.add({in({"in het bestand", "in the file"}), whole(all.rows, language_), fte(all.fte)});
    for (Line const& one : lines) {
      intake::FateTotal const& total = import_->fate(one.fate);
      table.add({"  " + in(one.text), whole(total.rows, language_), fte(total.fte)});
    }
    *stream_ << "\n" << table.text();
    assumed(import_->findings.n_without_fte,
            {"afgekeurde rij heeft geen leesbare fte en telt hier met 0",
             "rejected row has no readable fte and counts as 0 here"},
            {"afgekeurde rijen hebben geen leesbare fte en tellen hier met 0",
             "rejected rows have no readable fte and count as 0 here"});
  }

  void write_people() {
    Fte after;
    std::int64_t n_in_service = 0;
    for (intake::Teacher const& teacher : import_->teachers) {
      if (!teacher.is_in_service)
        continue;
      ++n_in_service;
      for (intake::TeacherAssignment const& assignment : teacher.assignments)
        after += assignment.fte;
    }
    auto const n = static_cast<std::int64_t>(import_->teachers.size());
    *stream_ << "\n";
    line({fmt::format("Samen {} in {}: {} in dienst met {} fte, {} nog niet in dienst.",
                      counted(n, {"leraar", ""}, {"leraren", ""}, Language::nl),
                      counted(static_cast<std::int64_t>(import_->sections.size()), {"sectie", ""},
                              {"secties", ""}, Language::nl),
                      n_in_service, fte(after), n - n_in_service),
          fmt::format("Together {} in {}: {} in service with {} fte, {} not yet in service.",
                      counted(n, {"", "teacher"}, {"", "teachers"}, Language::en),
                      counted(static_cast<std::int64_t>(import_->sections.size()), {"", "section"},
                              {"", "sections"}, Language::en),
                      n_in_service, fte(after), n - n_in_service)});
  }

  void write_joined() {
    Joined const& timetable = import_->timetable;
    if (timetable.in_file > 0) {
      std::int64_t const n_rejected =
          timetable.in_file - timetable.rows - timetable.unmatched - import_->findings.n_task_rows;
      line({fmt::format("Rooster: {} rijen gekoppeld ({} lessen), {} niet ({} lessen), {} met "
                        "taken, {} niet te lezen.",
                        timetable.rows, lessons(timetable.lessons), timetable.unmatched,
                        lessons(timetable.lessons_unmatched), import_->findings.n_task_rows,
                        n_rejected),
            fmt::format("Timetable: {} rows joined ({} lessons), {} not ({} lessons), {} of "
                        "tasks, {} unreadable.",
                        timetable.rows, lessons(timetable.lessons), timetable.unmatched,
                        lessons(timetable.lessons_unmatched), import_->findings.n_task_rows,
                        n_rejected)});
    }
    Joined const& diplomas = import_->diplomas;
    if (diplomas.rows + diplomas.unmatched > 0) {
      line({fmt::format("Diploma's: {} rijen gekoppeld, {} niet.", diplomas.rows,
                        diplomas.unmatched),
            fmt::format("Diplomas: {} rows joined, {} not.", diplomas.rows, diplomas.unmatched)});
    }
  }

  void write_unread() {
    for (intake::FileSummary const& file : import_->files) {
      if (file.lines_above > 0) {
        std::string const shown = file.name.substr(file.name.find_last_of('/') + 1);
        line({fmt::format("Overgeslagen boven de kopregel van {}: {}.", shown,
                          counted(static_cast<std::int64_t>(file.lines_above), {"regel", ""},
                                  {"regels", ""}, Language::nl)),
              fmt::format("Passed over above the header of {}: {}.", shown,
                          counted(static_cast<std::int64_t>(file.lines_above), {"", "line"},
                                  {"", "lines"}, Language::en))});
      }
    }
    for (intake::FileSummary const& file : import_->files) {
      if (file.unread.empty())
        continue;
      std::string const name = file.name.substr(file.name.find_last_of('/') + 1);
      *stream_ << paragraph(
          in({fmt::format("Niet gelezen in {}:", name), fmt::format("Not read in {}:", name)}),
          file.unread);
    }
  }

  void assumed(std::int64_t count, Text const& one, Text const& more) {
    if (count > 0)
      *stream_ << "  " << counted(count, one, more, language_) << "\n";
  }

  void write_assumed() {
    std::int64_t n_no_degree = 0;
    std::int64_t n_no_licence = 0;
    std::int64_t n_no_month = 0;
    std::int64_t n_no_upper = 0;
    for (intake::Teacher const& teacher : import_->teachers) {
      n_no_degree += teacher.degree == scenario::Degree::unknown ? 1 : 0;
      n_no_month += teacher.birth.month ? 0 : 1;
      for (intake::TeacherAssignment const& assignment : teacher.assignments) {
        n_no_licence += assignment.licence == scenario::Licence::unknown ? 1 : 0;
        n_no_upper += assignment.upper_vwo ? 0 : 1;
      }
    }
    head({"Wat niet bekend is, en hoe er dan gerekend wordt",
          "What is not known, and how it is reckoned then"});
    assumed(n_no_degree,
            {"leraar zonder opleidingsniveau: geloot in elke toekomst",
             "teacher without a degree: drawn in every future"},
            {"leraren zonder opleidingsniveau: geloot in elke toekomst",
             "teachers without a degree: drawn in every future"});
    assumed(n_no_licence,
            {"inzet zonder bevoegdheid: geloot in elke toekomst",
             "assignment without a licence: drawn in every future"},
            {"inzetten zonder bevoegdheid: geloot in elke toekomst",
             "assignments without a licence: drawn in every future"});
    assumed(n_no_month,
            {"leraar zonder geboortemaand: geloot in elke toekomst",
             "teacher without a month of birth: drawn in every future"},
            {"leraren zonder geboortemaand: geloot in elke toekomst",
             "teachers without a month of birth: drawn in every future"});
    assumed(n_no_upper,
            {"inzet zonder bovenbouwlessen: verdeeld zoals bij de anderen",
             "assignment without upper lessons: divided as with the others"},
            {"inzetten zonder bovenbouwlessen: verdeeld zoals bij de anderen",
             "assignments without upper lessons: divided as with the others"});
    assumed(import_->findings.n_from_personnel,
            {"leraar zonder rooster: de sectie komt uit de personeelslijst",
             "teacher without a timetable: the section is that of the personnel file"},
            {"leraren zonder rooster: de sectie komt uit de personeelslijst",
             "teachers without a timetable: the section is that of the personnel file"});
    assumed(import_->findings.n_assumed_reasons,
            {"vertrek zonder bekende reden: telt als verlaat beroep",
             "departure without a known reason: counts as leaves_profession"},
            {"keer vertrek zonder bekende reden: telt als verlaat beroep",
             "departures without a known reason: count as leaves_profession"});
    assumed(import_->findings.n_service_as_teacher,
            {"leraar had hier eerder ander werk: dienstjaren tellen vanaf docent",
             "teacher did other work here before: service counts as a teacher"},
            {"leraren hadden hier eerder ander werk: dienstjaren tellen vanaf docent",
             "teachers did other work here before: service counts as a teacher"});
    assumed(import_->findings.n_idle_licences,
            {"bevoegdheid voor een vak dat de leraar niet geeft: telt niet mee",
             "licence for a subject that the teacher does not give: does not count"},
            {"bevoegdheden voor een vak dat de leraar niet geeft: tellen niet mee",
             "licences for a subject that the teacher does not give: do not count"});
    assumed(import_->findings.n_unknown_scales,
            {"schaal die geen LB, LC, LD of LE is: telt als geen",
             "scale that is none of LB, LC, LD and LE: counts as none"},
            {"schalen die geen LB, LC, LD of LE zijn: tellen als geen",
             "scales that are none of LB, LC, LD and LE: count as none"});
    assumed(import_->findings.n_masked,
            {"afgeschermde waarde: telt als leeg", "masked value: counts as empty"},
            {"afgeschermde waarden: tellen als leeg", "masked values: count as empty"});
    if (import_->findings.task_lessons > 0) {
      say({fmt::format("  {} lessen voor taken (mentor, overleg): tellen niet mee\n",
                       lessons(import_->findings.task_lessons)),
           fmt::format("  {} lessons for tasks (mentor, meetings): do not count\n",
                       lessons(import_->findings.task_lessons))});
    }
    write_kept();
  }

  /// What was filled in before, and what of that has no place any more.
  void write_kept() {
    std::set<std::string> keys;
    for (intake::SectionName const& section : import_->sections)
      keys.insert(import_->key_of(section));
    std::vector<std::string> gone;
    for (auto const& [key, vacancies] : import_->kept.vacancies) {
      if (keys.count(key) == 0)
        gone.push_back(key);
    }
    std::size_t const n_kept = import_->kept.vacancies.size() - gone.size();
    if (n_kept == 0) {
      say({"  openstaande vacatures: 0, vul ze aan in sections.csv\n",
           "  open vacancies: 0, fill them in in sections.csv\n"});
    } else {
      say({fmt::format("  openstaande vacatures die u had ingevuld: overgenomen voor {}\n",
                       counted(static_cast<std::int64_t>(n_kept), {"sectie", ""}, {"secties", ""},
                               Language::nl)),
           fmt::format("  open vacancies that you had filled in: kept for {}\n",
                       counted(static_cast<std::int64_t>(n_kept), {"", "section"}, {"", "sections"},
                               Language::en))});
    }
    std::set<std::string> schools;
    for (intake::SectionName const& section : import_->sections)
      schools.insert(section.school);
    for (auto const& [school, entries] : import_->kept.schools) {
      if (schools.count(school) == 0)
        gone.push_back(school);
    }
    if (!gone.empty()) {
      *stream_ << paragraph(in({"Wat u had ingevuld en niet is overgenomen, want er is geen sectie "
                                "of school meer die zo heet:",
                                "What you had filled in and is not kept, as no section or school "
                                "has that name any more:"}),
                            gone);
    }
  }

  std::string file_of(Place place) const {
    std::string const& name = import_->sources[static_cast<std::size_t>(place.file)].name;
    return name.substr(name.find_last_of('/') + 1);
  }

  std::string lines_of(std::vector<Place> const& places) const {
    std::set<int> lines;
    for (Place const place : places)
      lines.insert(place.line);
    std::string text = file_of(places.front()) + in({" regel ", " line "});
    std::size_t n_told = 0;
    for (int const line : lines) {
      if (n_told == most_places)
        break;
      text += (n_told == 0 ? "" : ", ") + std::to_string(line);
      ++n_told;
    }
    if (lines.size() > most_places) {
      text += in({" en nog ", " and "}) + std::to_string(lines.size() - most_places) +
              in({"", " more"});
    }
    return text;
  }

  /// Reasons once, with the lines they are about.
  void write_rejects() {
    if (import_->findings.rejects().empty())
      return;
    head({fmt::format("Afgekeurd ({}; regel voor regel in rejects.csv)",
                      import_->findings.rejects().size()),
          fmt::format("Rejected ({}; line by line in rejects.csv)",
                      import_->findings.rejects().size())});
    std::map<std::pair<int, std::string>, std::vector<Place>> by_reason;
    for (intake::Reject const& reject : import_->findings.rejects()) {
      std::string const column = in(reject.column);
      Text const& reason = quotes_ == Quotes::shown ? reject.shown : reject.reason;
      by_reason[{reject.place.file, (column.empty() ? "" : column + ": ") + in(reason)}].push_back(
          reject.place);
    }
    // In the order of the files.
    std::map<std::tuple<int, int, std::string>, std::string> in_order;
    for (auto const& [what, places] : by_reason) {
      in_order[{what.first, places.front().line, what.second}] =
          lines_of(places) + ": " + what.second;
    }
    for (auto const& [place, text] : in_order)
      *stream_ << paragraph(text);
  }

  void write_questions() {
    intake::Findings::Questions const& questions = import_->findings.questions();
    if (questions.empty())
      return;
    head({"Vragen (plaats voor plaats in questions.csv)",
          "Questions (place by place in questions.csv)"});
    std::map<Ask, std::vector<std::pair<std::string, std::vector<Place>>>> by_kind;
    for (auto const& [what, places] : questions) {
      std::map<int, std::vector<Place>> by_file;
      for (Place const place : places)
        by_file[place.file].push_back(place);
      for (auto& [file, own] : by_file)
        by_kind[what.first].emplace_back(what.second, std::move(own));
    }
    for (auto const& [ask, asked] : by_kind) {
      *stream_ << paragraph(in(intake::question_text(ask)));
      write_asked(asked);
    }
  }

  void write_asked(std::vector<std::pair<std::string, std::vector<Place>>> const& asked) {
    for (std::size_t i = 0; i < std::min(asked.size(), most_quotes); ++i) {
      auto const& [text, places] = asked[i];
      bool const is_shown = quotes_ == Quotes::shown && !text.empty();
      *stream_ << "    " << (is_shown ? input::quoted(text) + ": " : "") << lines_of(places)
               << "\n";
    }
    if (asked.size() > most_quotes) {
      say({fmt::format("    en nog {} andere\n", asked.size() - most_quotes),
           fmt::format("    and {} others\n", asked.size() - most_quotes)});
    }
  }

  Import const* import_;
  Language language_;
  Quotes quotes_;
  std::ostream* stream_;
};

}  // namespace

void write_import(Import const& import, Language language, Quotes quotes, std::ostream& stream) {
  Report(import, language, quotes, stream).write();
}

}  // namespace meesterplan::cli
