#include <algorithm>
#include <ostream>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "sim/base/visible.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/library_cards.hpp"
#include "sim/cli/reference.hpp"
#include "sim/cli/table.hpp"
#include "sim/cli/written.hpp"
#include "sim/input/definitions.hpp"
#include "sim/output/explanation.hpp"

namespace meesterplan::cli {
namespace {

using output::Explanation;
using output::Topic;
using List = std::vector<Explanation>;

/// "[study]", "people.csv", "degree": the heading of a group.
std::string heading(Explanation const& member, Language language) {
  bool const nl = language == Language::nl;
  switch (member.topic) {
    case Topic::key:
      if (member.group.empty())
        return "Scenario";
      if (input::is_list_of_tables(member.group))
        return "[[" + member.group + "]]";
      return "[" + member.group + "]";
    case Topic::column:
      return member.group + ".csv";
    case Topic::metric:
      return nl ? "Uitkomsten (metrics)" : "Metrics";
    case Topic::term:
      return (nl ? "Woorden voor " : "Words for ") + member.group;
    case Topic::policy:
      return nl ? "Beleid in de bibliotheek" : "Policies of the library";
    case Topic::bottleneck:
      return nl ? "Knelpunten in de bibliotheek" : "Bottlenecks of the library";
    default:
      return nl ? "Onzekere getallen (parameters)" : "Uncertain numbers (parameters)";
  }
}

bool is_of_library(Explanation const& explanation) {
  return explanation.topic == Topic::policy || explanation.topic == Topic::bottleneck;
}

/// What something is called, or means where it has no name.
std::string in_short(Explanation const& explanation, Language language) {
  if (is_of_library(explanation))
    return explanation.name.in(language);
  std::string const& meaning = explanation.meaning.in(language);
  return meaning.empty() ? explanation.name.in(language) : meaning;
}

/// What is in the group `word`, of a scenario's keys and of the library.
List members(std::string const& word) {
  List all = output::members(word);
  List const library = library_members(word);
  all.insert(all.end(), library.begin(), library.end());
  return all;
}

/// The meanings of `word`, with what the library calls so.
output::Meanings meanings_of(std::string const& word) {
  output::Meanings meanings = output::explain(word);
  List const library = library_called(word);
  meanings.exact.insert(meanings.exact.end(), library.begin(), library.end());
  return meanings;
}

List everything() {
  List all = output::explanations();
  List const& library = library_explanations();
  all.insert(all.end(), library.begin(), library.end());
  return all;
}

/// Groups with their members, a line each.
void write_list(List const& list, Language language, std::ostream& stream) {
  std::string last;
  std::size_t width = 0;
  for (Explanation const& member : list)
    width = std::max(width, std::min<std::size_t>(member.path.size(), 36));
  for (Explanation const& member : list) {
    std::string const group = heading(member, language);
    if (group != last)
      stream << (last.empty() ? "" : "\n") << group << "\n";
    last = group;
    stream << fmt::format("  {:<{}}  {}\n", member.path, width, in_short(member, language));
  }
}

/// One line of an explanation, broken where it is long.
void write_item(std::ostream& stream, std::string const& label, std::string const& text) {
  if (!text.empty())
    stream << paragraph(fmt::format("{}: {}", label, text));
}

void write_reference(std::string const& path, Language language, std::ostream& stream) {
  for (ReferenceValue const& value : reference_values(path)) {
    bool const is_certain = value.low.empty();
    std::string text = value.value;
    if (!is_certain)
      text += fmt::format(" ({}-{})", value.low, value.high);
    if (value.key != path)
      text += fmt::format(" [{}]", value.key);
    write_item(stream, language == Language::nl ? "landelijk" : "national",
               text + "; " + value.source);
  }
}

void write_whole(Explanation const& explanation, Language language, std::ostream& stream) {
  bool const nl = language == Language::nl;
  std::string title = explanation.path;
  std::string const& name = explanation.name.in(language);
  if (!name.empty() && name != explanation.key)
    title += " (" + name + ")";
  stream << title << "\n";
  if (!explanation.meaning.in(language).empty())
    stream << paragraph(explanation.meaning.in(language));
  write_item(stream, nl ? "soort" : "type", explanation.type.in(language));
  bool const of_file = explanation.topic == Topic::column;
  std::string const initial = of_file ? (nl ? "leeg" : "empty") : (nl ? "standaard" : "default");
  write_item(stream, initial, explanation.initial.in(language));
  write_item(stream, nl ? "reden daarvan" : "reason for that", explanation.source.in(language));
  if (is_of_library(explanation))
    stream << card_of(explanation.key, language);
  write_item(stream, nl ? "voorbeeld" : "example", explanation.example);
  write_item(stream, nl ? "heet ook" : "also called",
             fmt::format("{}", fmt::join(explanation.names, ", ")));
  if (explanation.topic == Topic::key || explanation.topic == Topic::parameter)
    write_reference(explanation.path, language, stream);
}

void write_candidates(std::string const& title, List const& candidates, Language language,
                      std::ostream& stream) {
  if (candidates.empty())
    return;
  stream << title << "\n\n";
  write_list(candidates, language, stream);
  stream << fmt::format(
      fmt::runtime(language == Language::nl ? "\nMeer over een ervan: meesterplan explain {}\n"
                                            : "\nMore about one of them: meesterplan explain {}\n"),
      candidates.front().path);
}

/// What a word means, what is in it, and what else it may mean.
void write_answer(std::string const& word, output::Meanings const& meanings, Language language,
                  std::ostream& stream) {
  bool const nl = language == Language::nl;
  bool const is_only = meanings.exact.empty() && meanings.others.size() == 1;
  List const inside = members(word);
  for (Explanation const& explanation : is_only ? meanings.others : meanings.exact)
    write_whole(explanation, language, stream);
  bool const told = is_only || !meanings.exact.empty();
  if (told && !inside.empty())
    stream << "\n";
  write_list(inside, language, stream);
  if (is_only)
    return;
  bool const is_first = !told && inside.empty();
  std::string const title = is_first ? word + (nl ? " kan betekenen:" : " may mean:")
                                     : std::string(nl ? "\nOok:" : "\nAlso:");
  write_candidates(title, meanings.others, language, stream);
}

[[nodiscard]] ExitCode complain(std::string const& word, Console const& console) {
  bool const nl = console.language() == Language::nl;
  Text const hint = output::nearest_explained(word);
  std::string const next =
      nl ? " Alles wat er is: meesterplan explain." : " All there is: meesterplan explain.";
  console.complain(fmt::format(fmt::runtime(nl ? "{}: dit woord is er niet om uit te leggen.{}"
                                               : "{}: there is no such word to explain.{}"),
                               visible_line(word),
                               hint.nl.empty() ? next : hint.in(console.language())));
  return ExitCode::usage;
}

}  // namespace

ExitCode explain(Command const& command, Console const& console) {
  std::string const& word = command.topic;
  if (word.empty()) {
    List const all = everything();
    if (command.form == Form::json) {
      write_output([&](std::ostream& stream) { output::write_json(all, stream); });
    } else {
      write_text([&](std::ostream& stream) { write_list(all, console.language(), stream); });
    }
    return ExitCode::ok;
  }
  output::Meanings const meanings = meanings_of(word);
  List found = meanings.exact;
  for (List const& more : {members(word), meanings.others})
    found.insert(found.end(), more.begin(), more.end());
  if (found.empty())
    return complain(word, console);
  if (command.form == Form::json) {
    write_output([&](std::ostream& stream) { output::write_json(found, stream); });
  } else {
    write_text(
        [&](std::ostream& stream) { write_answer(word, meanings, console.language(), stream); });
  }
  return ExitCode::ok;
}

}  // namespace meesterplan::cli
