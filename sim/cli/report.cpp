#include <algorithm>
#include <chrono>
#include <ctime>
#include <iterator>
#include <map>
#include <ostream>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "sim/base/visible.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/parse.hpp"
#include "sim/cli/written.hpp"
#include "sim/output/report_page.hpp"
#include "sim/output/workbook_report.hpp"
#include "sim/publish/publish.hpp"
#include "sim/store/content_hash.hpp"
#include "sim/store/runs.hpp"
#include "sim/study/staffing.hpp"

namespace meesterplan::cli {
namespace {

using publish::Reader;

/// More cannot be told apart on a page.
constexpr std::size_t most_runs = 4;

struct Reported {
  std::string place;
  store::KeptRun kept;
};

[[noreturn]] void refuse(std::string const& place, Text message) {
  Problem problem;
  problem.file = place;
  problem.message = std::move(message);
  throw InputError({problem});
}

void expect_as_kept(Reported const& run) {
  if (store::is_as_kept(run.kept))
    return;
  refuse(run.place, {fmt::format("run {} is veranderd nadat hij is bewaard, dus er wordt geen "
                                 "rapport van gemaakt (zijn getallen zijn niet die van de "
                                 "toekomsten). Bewaar hem opnieuw: meesterplan run SCENARIO -o {} "
                                 "--overwrite",
                                 run.kept.name, run.place),
                     fmt::format("run {} was changed after it was kept, so no report is made of it "
                                 "(its numbers are not those of the futures). Keep it again: "
                                 "meesterplan run SCENARIO -o {} --overwrite",
                                 run.kept.name, run.place)});
}

void expect_not_too_many(std::size_t n, Language language) {
  if (n <= most_runs)
    return;
  throw UsageError(
      language,
      {fmt::format("{} runs: naast elkaar passen er hoogstens {}. Kies er met --run NAAM; dat mag "
                   "vaker.",
                   n, most_runs),
       fmt::format("{} runs: at most {} fit side by side. Choose with --run NAME, which may be "
                   "repeated.",
                   n, most_runs)});
}

using Named = std::pair<std::string, std::string>;  ///< place and name of a run

[[noreturn]] void refuse_name(std::string const& name, std::vector<Named> const& all,
                              Language language) {
  std::vector<std::string> known;
  known.reserve(all.size());
  for (Named const& run : all)
    known.push_back(run.second);
  std::string const list = fmt::format("{}", fmt::join(known, ", "));
  throw UsageError(language,
                   {fmt::format("--run {}: die run is er niet (wel: {}).", name, list),
                    fmt::format("--run {}: there is no such run (but: {}).", name, list)});
}

void expect_different(std::vector<Named> runs, Language language) {
  std::sort(runs.begin(), runs.end());
  auto const twice = std::adjacent_find(runs.begin(), runs.end());
  if (twice == runs.end())
    return;
  throw UsageError(
      language, {fmt::format("run {} is twee keer genoemd: er valt niets te vergelijken. Noem hem "
                             "een keer.",
                             twice->second),
                 fmt::format("run {} is named twice: there is nothing to compare. Name it once.",
                             twice->second)});
}

/// The runs of all places that are meant: every one, or those of the names in their order.
std::vector<Named> meant_runs(ReportFiles const& report, Language language) {
  std::vector<Named> all;
  for (std::string const& place : report.places) {
    store::Runs const runs(place);
    for (std::string const& name : runs.names())
      all.emplace_back(place, name);
  }
  std::vector<Named> meant;
  for (std::string const& name : report.names) {
    auto const of_name = [&](Named const& run) { return run.second == name; };
    if (std::none_of(all.begin(), all.end(), of_name))
      refuse_name(name, all, language);
    std::copy_if(all.begin(), all.end(), std::back_inserter(meant), of_name);
  }
  if (report.names.empty())
    meant = all;
  expect_not_too_many(meant.size(), language);
  expect_different(meant, language);
  return meant;
}

std::vector<Reported> read_runs(ReportFiles const& report, Language language) {
  std::vector<Reported> runs;
  for (auto const& [place, name] : meant_runs(report, language)) {
    Reported& run = runs.emplace_back(Reported{place, store::Runs(place).read(name)});
    expect_as_kept(run);
  }
  return runs;
}

/// Who is in service where on the reference date, as far as results tell.
std::map<Named, double> staff_of(results::Results const& results) {
  std::map<Named, double> staff;
  for (results::SeriesRow const& row : results.series) {
    if (row.year == results.start && (row.metric == "heads" || row.metric == "fte"))
      staff[{row.level + ' ' + row.unit, row.metric}] = row.mean;
  }
  return staff;
}

/// The hashes of the files that tell who works here; none in runs that an earlier version kept.
std::set<std::string> staff_files(results::Results const& results) {
  std::set<std::string> hashes;
  for (results::InputFile const& input : results.inputs) {
    if (input.of_staff)
      hashes.insert(input.hash);
  }
  return hashes;
}

/// Of the same people: outside HR the difference between two runs would be about somebody.
void expect_same_staff(std::vector<Reported> const& runs) {
  results::Results const& first = runs.front().kept.results;
  for (Reported const& run : runs) {
    results::Results const& other = run.kept.results;
    if (staff_files(other) == staff_files(first) && staff_of(other) == staff_of(first))
      continue;
    refuse(
        run.place,
        {fmt::format("run {} begint met ander personeel dan run {}: buiten HR staan zij niet naast "
                     "elkaar (het verschil zou over een enkel mens gaan). Kies runs van hetzelfde "
                     "personeelsbestand met --run.",
                     run.kept.name, runs.front().kept.name),
         fmt::format("run {} begins with other staff than run {}: outside HR they do not stand "
                     "side by side (the difference would be about a single person). Choose runs "
                     "of the same personnel file with --run.",
                     run.kept.name, runs.front().kept.name)});
  }
}

std::set<std::pair<std::string, std::string>> units_of(results::Results const& results) {
  std::set<std::pair<std::string, std::string>> units;
  for (results::UnitRow const& unit : results.units)
    units.emplace(unit.level, unit.unit);
  return units;
}

/// What is told side by side must be about the same years and the same sections.
void expect_alike(std::vector<Reported> const& runs) {
  results::Results const& first = runs.front().kept.results;
  for (Reported const& run : runs) {
    results::Results const& other = run.kept.results;
    if (other.start != first.start || other.years != first.years) {
      refuse(run.place,
             {fmt::format("run {} loopt van {} tot {}, en run {} van {} tot {}: zo kunnen zij niet "
                          "naast elkaar. Kies runs van dezelfde jaren met --run.",
                          run.kept.name, other.start, other.start + other.years,
                          runs.front().kept.name, first.start, first.start + first.years),
              fmt::format("run {} goes from {} to {}, and run {} from {} to {}: so they cannot "
                          "stand side by side. Choose runs of the same years with --run.",
                          run.kept.name, other.start, other.start + other.years,
                          runs.front().kept.name, first.start, first.start + first.years)});
    }
    if (units_of(other) != units_of(first)) {
      refuse(run.place,
             {fmt::format("run {} gaat over andere scholen of secties dan run {}: zo kunnen zij "
                          "niet naast elkaar. Kies runs van dezelfde secties met --run.",
                          run.kept.name, runs.front().kept.name),
              fmt::format("run {} is about other schools or sections than run {}: so they cannot "
                          "stand side by side. Choose runs of the same sections with --run.",
                          run.kept.name, runs.front().kept.name)});
    }
  }
}

/// A report of futures that were never played tells nothing.
void expect_played(std::vector<Reported> const& runs) {
  for (Reported const& run : runs) {
    if (run.kept.results.replicates == 0) {
      refuse(run.place, {fmt::format("run {} is afgebroken voor er een toekomst was gespeeld. "
                                     "Bewaar hem opnieuw.",
                                     run.kept.name),
                         fmt::format("run {} was broken off before any future was played. Keep it "
                                     "again.",
                                     run.kept.name)});
    }
  }
}

std::string today() {
  auto const time = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  return fmt::format("{:%Y-%m-%d}", fmt::localtime(time));
}

output::ReportPage page_of(std::vector<Reported> const& runs, publish::Published const& published,
                           ReportFiles const& report) {
  output::ReportPage page;
  page.reader = report.reader;
  page.language = report.language;
  page.written = today();
  page.published = &published;
  for (std::size_t index = 0; index < runs.size(); ++index) {
    store::KeptRun const& kept = runs[index].kept;
    page.runs.push_back({kept.name, kept.kept_at, kept.version, &published.runs[index],
                         !kept.results.policy_cards.empty()});
  }
  if (report.reader == Reader::hr) {
    results::Results const& first = runs.front().kept.results;
    page.staffing = study::staffing(first, study::next_school_year(first));
  }
  return page;
}

std::string listed(std::vector<std::string> const& names) {
  return fmt::format("{}", fmt::join(names, ", "));
}

/// Of the groups that are not told of, among the notes of the first run.
void add_note_on_hidden(publish::Published& published) {
  if (published.least == 0)
    return;
  Problem note;
  note.severity = Severity::note;
  note.message = {fmt::format("groepen van minder dan {} mensen staan er niet apart in, ook niet "
                              "wat ze zou verraden.",
                              published.least),
                  fmt::format("groups of fewer than {} people are not told apart, nor what would "
                              "give them away.",
                              published.least)};
  auto const add = [&](std::vector<std::string> const& names, char const* nl, char const* en) {
    if (names.empty())
      return;
    note.message.nl += fmt::format(" {}: {}.", nl, listed(names));
    note.message.en += fmt::format(" {}: {}.", en, listed(names));
  };
  add(published.merged, "Samengenomen", "Put together");
  add(published.withheld, "Weggelaten", "Left out");
  add(published.without_masters, "Zonder masters", "Without masters");
  add(published.without_targets, "Doelen die er niet in staan", "Targets that are left out");
  add(published.without_history, "Verleden dat er niet in staat", "Past that is left out");
  published.runs.front().notes.push_back(std::move(note));
}

/// Of the runs that stand beside the first one a page shows the whole and its goals.
void keep_whole_of_others(publish::Published& published) {
  for (std::size_t index = 1; index < published.runs.size(); ++index) {
    results::Results& run = published.runs[index];
    std::erase_if(run.series, [](auto const& row) { return row.level != "total"; });
    run.known.clear();
    run.units.clear();
  }
}

void expect_page(std::string const& file, Language language) {
  if (!output::report_template().empty())
    return;
  throw UsageError(language,
                   {fmt::format("-o {}: deze meesterplan is gebouwd zonder de pagina (er was geen "
                                "npm). Vraag een werkmap (.xlsx), of bouw opnieuw met npm.",
                                file),
                    fmt::format("-o {}: this meesterplan was built without the page (there was no "
                                "npm). Ask for a workbook (.xlsx), or build again with npm.",
                                file)});
}

}  // namespace

ExitCode report(Command const& command, Console const& console) {
  Language const language = console.language();
  bool const is_page = command.file.ends_with(".html");
  if (is_page)
    expect_page(command.file, language);
  std::vector<Reported> const runs = read_runs(command.report, language);
  expect_played(runs);
  expect_alike(runs);
  if (command.report.reader != Reader::hr)
    expect_same_staff(runs);
  expect_file_writable(command.file, command.existing);

  std::vector<results::Results const*> results;
  results.reserve(runs.size());
  for (Reported const& run : runs)
    results.push_back(&run.kept.results);
  publish::Published published = publish::publish(results, command.report.reader);
  if (is_page) {
    keep_whole_of_others(published);
  } else {
    add_note_on_hidden(published);
  }
  output::ReportPage const page = page_of(runs, published, command.report);
  if (is_page) {
    keep_at(command.file, command.existing, [&](std::ostream& stream) {
      output::write_report_page(page, output::report_template(), stream);
    });
  } else {
    keep_written_at(command.file, command.existing, [&](std::string const& path) {
      output::write_workbook(page.runs, page.reader, page.language, path, page.staffing);
    });
  }
  console.say(fmt::format(fmt::runtime(language == Language::nl ? "Geschreven: {}" : "Written: {}"),
                          visible_line(command.file)));
  return ExitCode::ok;
}

}  // namespace meesterplan::cli
