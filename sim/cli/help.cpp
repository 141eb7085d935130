#include "sim/cli/help.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "sim/cli/grammar.hpp"
#include "sim/cli/option_texts.hpp"

namespace meesterplan::cli {
namespace {

/// A command in a sentence, and what its help begins with.
struct VerbText {
  Verb verb;
  std::string_view name;
  Text summary;
  Text examples;  ///< a line each
  Text notes;     ///< whole lines; may be empty
};

Text const staffing_examples = {
    R"(  meesterplan formatie mijn-school.toml
  meesterplan formatie mijn-school.toml --year 2027
  meesterplan formatie mijn-school.toml -o formatie.csv --csv nl
  meesterplan formatie mijn-school.toml --json
  meesterplan formatie uitkomst --run plan-b
)",
    R"(  meesterplan staffing my-school.toml
  meesterplan staffing my-school.toml --year 2027
  meesterplan staffing my-school.toml -o staffing.csv --csv nl
  meesterplan staffing my-school.toml --json
  meesterplan staffing result --run plan-b
)"};

Text const staffing_notes = {
    R"(Toont per school en sectie: hoeveel fte nodig is en inzetbaar, wie zeker gaat en
waarom, hoeveel vertrek nog te verwachten is, hoeveel vacatures dat geeft, en
welke gaten er in het schooljaar vallen. Een sectie met minder dan 3 docenten
toont alleen wat nodig is.
)",
    R"(Shows per school and section: how much fte is needed and deployable, who surely
goes and why, how many leavers are still to be expected, how many vacancies that
gives, and which holes fall in the school year. A section with fewer than 3
teachers shows only what it needs.
)"};

VerbText const verb_texts[] = {
    {Verb::new_project,
     "new",
     {"maak een map met een voorbeeld om mee te beginnen",
      "make a folder with an example to start from"},
     {R"(  meesterplan new mijn-school
  meesterplan run mijn-school/scenario.toml
)",
      R"(  meesterplan new my-school
  meesterplan run my-school/scenario.toml
)"},
     {R"(In de map staan een scenario met uitleg, de bestanden van een voorbeeldschool,
de landelijke cijfers en drie plannen om te vergelijken. De map mag overal staan
en worden verplaatst. Een map waar al iets in staat, blijft zoals zij is.
)",
      R"(The folder holds a commented scenario, the files of an example school, the
national rates and three plans to compare. It may stand anywhere and be moved. A
folder with something in it is left as it is.
)"}},
    {Verb::import_school,
     "import",
     {"maak de bestanden van uw school uit uw eigen exports",
      "make the files of your school out of your own exports"},
     {R"(  meesterplan new mijn-school
  meesterplan import personeel.xlsx --inzet rooster.csv \
    --diplomas diplomas.xlsx -o mijn-school/school --overwrite
  meesterplan import "personeel.xlsx#Blad1" --map profiel.toml -o ingelezen
)",
      R"(  meesterplan new my-school
  meesterplan import personnel.xlsx --timetable timetable.csv \
    --diplomas diplomas.xlsx -o my-school/school --overwrite
  meesterplan import "personnel.xlsx#Sheet1" --map profile.toml -o imported
)"},
     {R"(Rijen van het personeelssysteem worden mensen, roosterregels worden inzet,
diploma's worden opleidingsniveaus. Wat niet klopt staat met reden in
rejects.csv; wat niet zeker is, wordt gevraagd en nooit geraden. Namen, nummers
en geboortedagen worden niet geschreven.
)",
      R"(Rows of the personnel system become people, lines of the timetable assignments,
diplomas degrees. What is wrong is in rejects.csv with its reason; what is not
certain is asked and never guessed. Names, numbers and days of birth are not
written.
)"}},
    {Verb::synthesize,
     "synthesize",
     {"verzin mensen bij aantallen die bekend zijn", "make up people for counts that are known"},
     {R"(  meesterplan synthesize margins.csv -o mijn-regio
  meesterplan synthesize margins.csv -o mijn-regio --start 2025 --seed 7
)",
      R"(  meesterplan synthesize margins.csv -o my-region
  meesterplan synthesize margins.csv -o my-region --start 2025 --seed 7
)"},
     {R"(Leest hoeveel leraren er zijn per school, vak, leeftijd, opleidingsniveau en wat
er meer bekend is, en schrijft de bestanden van een school of regio met
verzonnen mensen die daarbij passen. Geen rij gaat over een echt mens. Met
dezelfde seed komen er dezelfde mensen uit.
)",
      R"(Reads how many teachers there are by school, subject, age, degree and whatever
more is known, and writes the files of a school or region with made-up people
that fit. No row is about a real person. The same seed gives the same people.
)"}},
    {Verb::aggregate,
     "aggregate",
     {"tel de leraren van een scenario, om te delen",
      "count the teachers of a scenario, to share them"},
     {R"(  meesterplan aggregate mijn-bestuur.toml -o uitwisseling
  meesterplan aggregate mijn-school.toml -o uitwisseling --under 5 --subjects
)",
      R"(  meesterplan aggregate my-board.toml -o exchange
  meesterplan aggregate my-school.toml -o exchange --under 5 --subjects
)"},
     {R"(Schrijft aggregates.csv: hoeveel leraren er zijn per vakcluster, leeftijd,
opleidingsniveau, bevoegdheid en contract, met fte en vacatures. Kleine
aantallen staan er als <10, en wat ze zou verraden als x; nooit als nul.
meesterplan synthesize verzint er leraren bij.
)",
      R"(Writes aggregates.csv: how many teachers there are by cluster of subjects, age,
degree, licence and contract, with fte and vacancies. Small counts stand there
as <10, and what would give them away as x; never as zero. meesterplan
synthesize makes up teachers for them.
)"}},
    {Verb::check,
     "check",
     {"zeg alles wat er mis is met een scenario", "tell everything that is wrong with a scenario"},
     {R"(  meesterplan check mijn-school.toml
  meesterplan check mijn-school.toml --json
)",
      R"(  meesterplan check my-school.toml
  meesterplan check my-school.toml --json
)"},
     {R"(Elke fout staat op een regel: bestand:regel:kolom: veld: wat er mis is.
Er wordt niets gespeeld en niets geschreven.
)",
      R"(Each problem is on a line: file:line:column: field: what is wrong.
Nothing is played and nothing is written.
)"}},
    {Verb::run,
     "run",
     {"speel de toekomsten en geef het antwoord", "play the futures and give the answer"},
     {R"(  meesterplan run mijn-school.toml
  meesterplan run mijn-school.toml -o uitkomst
  meesterplan run mijn-school.toml -o uitkomst --name plan-b --csv nl
  meesterplan run mijn-school.toml -o uitkomst --policies --overwrite
  meesterplan run mijn-school.toml --replicates 2000 --years 5
  meesterplan run mijn-school.toml --set study.capacity=0.3
  meesterplan run mijn-school.toml --json > uitkomst.json
)",
      R"(  meesterplan run my-school.toml
  meesterplan run my-school.toml -o result
  meesterplan run my-school.toml -o result --name plan-b --csv nl
  meesterplan run my-school.toml -o result --policies --overwrite
  meesterplan run my-school.toml --replicates 2000 --years 5
  meesterplan run my-school.toml --set study.capacity=0.3
  meesterplan run my-school.toml --json > result.json
)"},
     {R"(Met Ctrl-C stopt de run; wat dan gespeeld is, wordt getoond en bewaard, met de
vermelding dat het is onderbroken. In een map passen meer runs; elke heeft een
eigen naam. Met --policies weten ook `why MAP` en het rapport voor HR wat elk
beleid doet.
)",
      R"(Ctrl-C stops the run; what has been played by then is shown and kept, and marked
as interrupted. A folder holds several runs, each under a name of its own. With
--policies `why FOLDER` and the report for HR know what each policy does too.
)"}},
    {Verb::why,
     "why",
     {"de balans van wie komt en gaat, en waar de uitkomst van afhangt",
      "the balance of who comes and goes, and what the answer hangs on"},
     {R"(  meesterplan why mijn-school.toml
  meesterplan why mijn-school.toml --replicates 2000
  meesterplan why uitkomst
  meesterplan why uitkomst --run plan-b
)",
      R"(  meesterplan why my-school.toml
  meesterplan why my-school.toml --replicates 2000
  meesterplan why result
  meesterplan why result --run plan-b
)"},
     {R"(Toont de balans van docenten en van masters (wie komt, wie gaat, waarom), en
welke onzekere getallen de uitkomst het meest bewegen. Van een map met bewaarde
runs wordt niets opnieuw gespeeld.
)",
      R"(Shows the balance of teachers and of masters (who comes, who goes, and why), and
which uncertain numbers move the answer most. Of a folder of kept runs nothing
is played again.
)"}},
    {Verb::staffing,
     "staffing",
     {"wat elke sectie op 1 augustus nodig heeft", "what each section needs on 1 August"},
     staffing_examples,
     staffing_notes},
    {Verb::staffing,
     "formatie",
     {"wat elke sectie op 1 augustus nodig heeft", "what each section needs on 1 August"},
     staffing_examples,
     staffing_notes},
    {Verb::report,
     "report",
     {"maak van bewaarde runs een rapport om te delen", "make a report to share out of kept runs"},
     {R"(  meesterplan report uitkomst -o bestuur.html
  meesterplan report uitkomst -o mr.html --for council
  meesterplan report uitkomst -o personeel.xlsx --for hr
  meesterplan report uitkomst --run basis --run plan-b -o keuze.html
)",
      R"(  meesterplan report result -o board.html --lang en
  meesterplan report result -o council.html --for council --lang en
  meesterplan report result -o staff.xlsx --for hr --lang en
  meesterplan report result --run base --run plan-b -o choice.html --lang en
)"},
     {R"(Een bestand om te mailen: een pagina die overal opent, zonder internet, of een
werkmap voor Excel. Meer runs staan naast elkaar; de eerste is die waarvan de
andere verschillen. Buiten HR staat er niets in over groepen van minder dan 5
(regio: 10) mensen, ook niet wat ze zou verraden. Nederlands, of --lang en.
)",
      R"(A file to mail: a page that opens anywhere, without a network, or a workbook for
Excel. Several runs stand side by side; the first is the one that the others
differ from. Outside HR it tells nothing of groups under 5 (region: 10) people,
nor what would give them away. In Dutch, or --lang en.
)"}},
    {Verb::verify,
     "verify",
     {"speel bewaarde runs opnieuw en vergelijk", "play kept runs again and compare"},
     {R"(  meesterplan verify uitkomst
  meesterplan verify uitkomst --run plan-b
)",
      R"(  meesterplan verify result
  meesterplan verify result --run plan-b
)"},
     {R"(Leest de invoer van elke run in de map opnieuw. Is die nog hetzelfde, dan worden
dezelfde toekomsten gespeeld en moeten er dezelfde getallen uitkomen.
)",
      R"(Reads the input of each run in the folder again. If that is still the same, the
same futures are played and must give the same numbers.
)"}},
    {Verb::explain,
     "explain",
     {"wat een sleutel, kolom, uitkomst of woord betekent",
      "what a key, column, metric or word means"},
     {R"(  meesterplan explain study.capacity
  meesterplan explain geboortedatum
  meesterplan explain masters
  meesterplan explain metrics
  meesterplan explain
)",
      R"(  meesterplan explain study.capacity
  meesterplan explain birth_date
  meesterplan explain masters
  meesterplan explain metrics
  meesterplan explain
)"},
     {R"(Met betekenis, eenheid, standaardwaarde en bron. Zonder woord: alles wat er is.
)",
      R"(With meaning, unit, default and source. Without a word: all there is.
)"}},
    {Verb::schema,
     "schema",
     {"het JSON-schema van een scenario, voor een editor",
      "the JSON Schema of a scenario, for an editor"},
     {R"(  meesterplan schema > meesterplan.schema.json
)",
      R"(  meesterplan schema > meesterplan.schema.json
)"},
     {R"(Met de regel #:schema ./meesterplan.schema.json boven aan een scenario vult een
editor (zoals VS Code met Even Better TOML) sleutels aan en meldt fouten.
)",
      R"(With the line #:schema ./meesterplan.schema.json at the top of a scenario an
editor (such as VS Code with Even Better TOML) completes keys and tells
mistakes.
)"}},
    {Verb::completion,
     "completion",
     {"laat de shell opdrachten en opties aanvullen",
      "let the shell complete commands and options"},
     {R"(  echo 'source <(meesterplan completion bash)' >> ~/.bashrc
  meesterplan completion zsh > ~/.zfunc/_meesterplan
  meesterplan completion fish > ~/.config/fish/completions/meesterplan.fish
)",
      R"(  echo 'source <(meesterplan completion bash)' >> ~/.bashrc
  meesterplan completion zsh > ~/.zfunc/_meesterplan
  meesterplan completion fish > ~/.config/fish/completions/meesterplan.fish
)"},
     {}},
    {Verb::version, "version", {"welke versie dit is", "which version this is"}, {}, {}},
    {Verb::help,
     "help",
     {"uitleg over een opdracht", "help on a command"},
     {R"(  meesterplan help run
)",
      R"(  meesterplan help run
)"},
     {}},
};

Text const& exit_codes() {
  static Text const text = {
      R"(
Afloop: 0 goed, 1 fout in meesterplan of te weinig geheugen, 2 opdracht niet
begrepen, 3 iets mis met een invoerbestand, 4 schrijven mislukt, 7 een bewaarde
run gaf andere getallen, 130 onderbroken.
)",
      R"(
Exit status: 0 fine, 1 mistake in meesterplan or not enough memory, 2 command
not understood, 3 something wrong with an input file, 4 writing failed, 7 a kept
run gave other numbers, 130 interrupted.
)"};
  return text;
}

std::string option_lines(std::vector<OptionGrammar> const& options, Language language) {
  std::string lines;
  for (OptionGrammar const& option : options) {
    OptionText const* const text = find_option_text(option);
    std::string names = fmt::format("{}", fmt::join(option.names, ", "));
    if (!option.value.empty())
      names += " " + (text == nullptr ? option.value : text->value.in(language));
    std::string const gap = names.size() < 26 ? "" : "\n" + std::string(28, ' ');
    lines +=
        fmt::format("  {:<26}{}{}\n", names, gap, text == nullptr ? "" : text->text.in(language));
  }
  return lines;
}

std::string whole_help(Grammar const& known, Language language) {
  bool const nl = language == Language::nl;
  std::string text = nl ? R"(meesterplan: hoe groot is de kans dat de school haar doel haalt?

Voorbeelden
  meesterplan new mijn-school
  meesterplan run mijn-school/scenario.toml
  meesterplan check mijn-school.toml
  meesterplan why mijn-school.toml
  meesterplan formatie mijn-school.toml
  meesterplan run mijn-school.toml -o uitkomst --replicates 2000

Opdrachten
)"
                        : R"(meesterplan: how likely is it that the school meets its goal?

Examples
  meesterplan new my-school
  meesterplan run my-school/scenario.toml
  meesterplan check my-school.toml
  meesterplan why my-school.toml
  meesterplan staffing my-school.toml
  meesterplan run my-school.toml -o result --replicates 2000

Commands
)";
  for (VerbGrammar const& verb : known.verbs) {
    // One command under two names is listed once.
    bool const is_other_name = verb.name == (nl ? "staffing" : "formatie");
    if (!is_other_name)
      text += fmt::format("  {:<11} {}\n", verb.name, verb_summary(verb.name, language));
  }
  text += nl ? "\nOpties\n" : "\nOptions\n";
  text += option_lines(known.options, language);
  text += nl ? "\nMeer over een opdracht: meesterplan run --help\n"
             : "\nMore about a command: meesterplan run --help\n";
  return text;
}

}  // namespace

std::string verb_summary(std::string_view name, Language language) {
  for (VerbText const& text : verb_texts) {
    if (text.name == name)
      return text.summary.in(language);
  }
  return {};
}

std::string option_summary(OptionGrammar const& option, Language language) {
  OptionText const* const text = find_option_text(option);
  return text == nullptr ? std::string() : text->text.in(language);
}

std::string verb_help(std::string_view name, Language language) {
  bool const nl = language == Language::nl;
  auto const* const verb =
      std::find_if(std::begin(verb_texts), std::end(verb_texts),
                   [&](VerbText const& candidate) { return candidate.name == name; });
  std::string text;
  if (!verb->examples.in(language).empty())
    text += (nl ? "\nVoorbeelden\n" : "\nExamples\n") + verb->examples.in(language);
  if (!verb->notes.in(language).empty())
    text += "\n" + verb->notes.in(language);
  text += nl ? "\nOpties\n" : "\nOptions\n";
  for (VerbGrammar const& known : grammar().verbs) {
    if (known.name == name)
      text += option_lines(known.options, language);
  }
  return text;
}

std::string exit_help(Language language) {
  return exit_codes().in(language);
}

std::string help_text(Verb about, Language language) {
  if (about == Verb::help)
    return whole_help(grammar(), language) + exit_help(language);
  auto const* const verb =
      std::find_if(std::begin(verb_texts), std::end(verb_texts), [&](VerbText const& text) {
        bool const is_other_name = about == Verb::staffing && language == Language::nl;
        return text.verb == about && text.name != (is_other_name ? "staffing" : "");
      });
  return fmt::format("meesterplan {}: {}\n", verb->name, verb->summary.in(language)) +
         verb_help(verb->name, language) + exit_help(language);
}

}  // namespace meesterplan::cli
