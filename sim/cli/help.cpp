#include "sim/cli/help.hpp"

namespace meesterplan::cli {
namespace {

Text const& all() {
  static Text const text = {
      R"(meesterplan: hoe groot is de kans dat de school haar doel haalt?

Voorbeelden
  meesterplan run scenarios/ongewijzigd-beleid.toml
  meesterplan check mijn-school.toml
  meesterplan why mijn-school.toml
  meesterplan run mijn-school.toml -o uitkomst --replicates 2000

Opdrachten
  run      speel de toekomsten en geef het antwoord
  check    zeg alles wat er mis is met een scenario; er wordt niets gespeeld
  why      de balans van wie komt en gaat, en waar de uitkomst van afhangt
  verify   speel bewaarde runs opnieuw en vergelijk
  version  welke versie dit is

Meer over een opdracht: meesterplan run --help
Taal: --lang nl of --lang en; anders volgens LANG.
)",
      R"(meesterplan: how likely is it that the school meets its goal?

Examples
  meesterplan run scenarios/ongewijzigd-beleid.toml
  meesterplan check my-school.toml
  meesterplan why my-school.toml
  meesterplan run my-school.toml -o result --replicates 2000

Commands
  run      play the futures and give the answer
  check    tell everything that is wrong with a scenario; nothing is played
  why      the balance of who comes and goes, and what the answer hangs on
  verify   play kept runs again and compare
  version  which version this is

More about a command: meesterplan run --help
Language: --lang nl or --lang en; otherwise as LANG says.
)"};
  return text;
}

Text const& check() {
  static Text const text = {
      R"(meesterplan check: zeg alles wat er mis is met een scenario

Voorbeelden
  meesterplan check mijn-school.toml
  meesterplan check mijn-school.toml --json

Elke fout staat op een regel: bestand:regel:kolom: veld: wat er mis is.
Er wordt niets gespeeld en niets geschreven.
)",
      R"(meesterplan check: tell everything that is wrong with a scenario

Examples
  meesterplan check my-school.toml
  meesterplan check my-school.toml --json

Each problem is on a line: file:line:column: field: what is wrong.
Nothing is played and nothing is written.
)"};
  return text;
}

Text const& run() {
  static Text const text = {
      R"(meesterplan run: speel de toekomsten van een scenario en geef het antwoord

Voorbeelden
  meesterplan run mijn-school.toml
  meesterplan run mijn-school.toml -o uitkomst
  meesterplan run mijn-school.toml -o uitkomst --name plan-b --csv nl
  meesterplan run mijn-school.toml --replicates 2000 --years 5
  meesterplan run mijn-school.toml --json > uitkomst.json

Met Ctrl-C stopt de run; wat dan gespeeld is, wordt getoond en bewaard, met de
vermelding dat het is onderbroken. In een map passen meer runs; elke heeft een
eigen naam.
)",
      R"(meesterplan run: play the futures of a scenario and give the answer

Examples
  meesterplan run my-school.toml
  meesterplan run my-school.toml -o result
  meesterplan run my-school.toml -o result --name plan-b --csv nl
  meesterplan run my-school.toml --replicates 2000 --years 5
  meesterplan run my-school.toml --json > result.json

Ctrl-C stops the run; what has been played by then is shown and kept, and marked
as interrupted. A folder holds several runs, each under a name of its own.
)"};
  return text;
}

Text const& why() {
  static Text const text = {
      R"(meesterplan why: waar komt de uitkomst vandaan?

Voorbeelden
  meesterplan why mijn-school.toml
  meesterplan why mijn-school.toml --replicates 2000
  meesterplan why uitkomst
  meesterplan why uitkomst --run plan-b

Toont de balans van docenten en van masters (wie komt, wie gaat, waarom), en
welke onzekere getallen de uitkomst het meest bewegen. Van een map met bewaarde
runs wordt niets opnieuw gespeeld.
)",
      R"(meesterplan why: where does the answer come from?

Examples
  meesterplan why my-school.toml
  meesterplan why my-school.toml --replicates 2000
  meesterplan why result
  meesterplan why result --run plan-b

Shows the balance of teachers and of masters (who comes, who goes, and why), and
which uncertain numbers move the answer most. Of a folder of kept runs nothing
is played again.
)"};
  return text;
}

Text const& verify() {
  static Text const text = {
      R"(meesterplan verify: speel bewaarde runs opnieuw en vergelijk

Voorbeelden
  meesterplan verify uitkomst
  meesterplan verify uitkomst --run plan-b

Leest de invoer van elke run in de map opnieuw. Is die nog hetzelfde, dan worden
dezelfde toekomsten gespeeld en moeten er dezelfde getallen uitkomen.
)",
      R"(meesterplan verify: play kept runs again and compare

Examples
  meesterplan verify result
  meesterplan verify result --run plan-b

Reads the input of each run in the folder again. If that is still the same, the
same futures are played and must give the same numbers.
)"};
  return text;
}

Text const& play_options() {
  static Text const text = {
      R"(  --replicates N          zoveel toekomsten (1 tot en met 4294967295)
  --seed N                ander toeval (0 tot en met 4294967295)
  --years N               zoveel schooljaren (1 tot en met 50)
  --uncertainty all       onzekere getallen trekken (chance: op hun midden)
)",
      R"(  --replicates N          so many futures (1 to 4294967295)
  --seed N                other chance (0 to 4294967295)
  --years N               so many school years (1 to 50)
  --uncertainty all       draw the uncertain numbers (chance: at their centre)
)"};
  return text;
}

Text const& threads_option() {
  static Text const text = {
      R"(  --threads N             zoveel rekendraden; verandert geen getal
)",
      R"(  --threads N             so many threads; changes no number
)"};
  return text;
}

Text const& kept_option() {
  static Text const text = {
      R"(  --run NAAM              deze run van een map met bewaarde runs
)",
      R"(  --run NAME              this run of a folder of kept runs
)"};
  return text;
}

Text const& check_options() {
  static Text const text = {
      R"(  --replicates, --seed, --years, --uncertainty   zoals bij run
)",
      R"(  --replicates, --seed, --years, --uncertainty   as with run
)"};
  return text;
}

Text const& keep_options() {
  static Text const text = {
      R"(  -o, --output MAP        bewaar de run in deze map (results.sqlite, csv)
  --name NAAM             onder deze naam; anders die van het scenario
  --overwrite             vervang de run van die naam; ook als er iets anders
                          in de map staat
  --csv nl                csv met puntkomma's en decimale komma's (Excel)
)",
      R"(  -o, --output FOLDER     keep the run in this folder (results.sqlite, csv)
  --name NAME             under this name; otherwise the scenario's
  --overwrite             replace the run of that name; also when there is
                          something else in the folder
  --csv nl                csv with semicolons and decimal commas (Dutch Excel)
)"};
  return text;
}

Text const& common_options() {
  static Text const text = {
      R"(  --quiet                 geen voortgang en opmerkingen onderweg
  --lang nl|en            taal
)",
      R"(  --quiet                 no progress and remarks on the way
  --lang nl|en            language
)"};
  return text;
}

Text const& json_option() {
  static Text const text = {
      R"(  --json                  JSON in plaats van tekst
)",
      R"(  --json                  JSON instead of text
)"};
  return text;
}

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

}  // namespace

std::string help_text(Verb about, Language language) {
  std::string const head = language == Language::nl ? "\nOpties\n" : "\nOptions\n";
  std::string const json = json_option().in(language);
  std::string const play = play_options().in(language) + threads_option().in(language);
  std::string const common = common_options().in(language) + exit_codes().in(language);
  switch (about) {
    case Verb::check:
      return check().in(language) + head + check_options().in(language) + json + common;
    case Verb::run:
      return run().in(language) + head + play + keep_options().in(language) + json + common;
    case Verb::why:
      return why().in(language) + head + play + kept_option().in(language) + json + common;
    case Verb::verify:
      return verify().in(language) + head + kept_option().in(language) +
             threads_option().in(language) + common;
    case Verb::help:
    case Verb::version:
      break;
  }
  return all().in(language) + exit_codes().in(language);
}

}  // namespace meesterplan::cli
