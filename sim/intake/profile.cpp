#include "sim/intake/profile.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include "sim/input/read_toml.hpp"
#include "sim/input/value.hpp"
#include "sim/intake/export_formats.hpp"
#include "sim/intake/terms.hpp"
#include "sim/scenario/nearest.hpp"

namespace meesterplan::intake {
namespace {

using input::Entry;
using input::Format;
using input::HeaderRules;
using input::quoted;
using input::Reading;
using input::Value;
using input::Words;

/// A table of words: its name, and the words that its values are taken from.
struct WordTable {
  std::string_view name;
  Profile::About about;
  Words (*words)();  ///< null: any text
};

constexpr std::array word_tables{
    WordTable{"category", Profile::About::category, category_words},
    WordTable{"contract", Profile::About::contract, input::contract_words},
    WordTable{"degree", Profile::About::degree, input::degree_words},
    WordTable{"licence", Profile::About::licence, input::licence_words},
    WordTable{"leave_reason", Profile::About::leave_reason, input::exit_cause_words},
    WordTable{"programme", Profile::About::programme, nullptr},
    WordTable{"subject", Profile::About::subject, nullptr},
    WordTable{"class", Profile::About::clazz, class_part_words},
};

Text not_a_text(Value const& value) {
  Text const found = input::shown(value);
  return {fmt::format("{} is geen tekst (hier hoort een woord tussen aanhalingstekens). Schrijf "
                      "bijvoorbeeld \"vast\".",
                      found.nl),
          fmt::format("{} is not a text (a word between quotes is needed). Write for instance "
                      "\"permanent\".",
                      found.en)};
}

class ProfileReader {
 public:
  ProfileReader(Reading& reading, Profile& profile) : reading_(&reading), profile_(&profile) {}

  void read(Value const& root) {
    for (Entry const& entry : root.entries()) {
      if (entry.key == "description")
        continue;
      if (entry.key == "ignore") {
        read_ignored(entry);
      } else if (!read_headers(entry) && !read_words(entry)) {
        report_unknown(entry);
      }
    }
  }

 private:
  void read_ignored(Entry const& entry) {
    auto const* const list = entry.value.get<Value::List>();
    if (list == nullptr) {
      reading_->error(entry.value.place, entry.key,
                      {"dit is geen lijst (ignore noemt koppen van kolommen). Schrijf bijvoorbeeld "
                       "ignore = [\"Jubileumdatum\"].",
                       "this is no list (ignore names headers of columns). Write for instance "
                       "ignore = [\"Jubileumdatum\"]."});
      return;
    }
    for (Value const& item : *list) {
      auto const* const header = item.get<std::string>();
      if (header == nullptr) {
        reading_->error(item.place, entry.key, not_a_text(item));
        continue;
      }
      for (HeaderRules* const rules : all_rules())
        rules->ignored.push_back(*header);
    }
  }

  std::array<HeaderRules*, 3> all_rules() {
    return {&profile_->employments, &profile_->timetable, &profile_->diplomas};
  }

  /// [employments], [timetable] and [diplomas]: own header = column.
  bool read_headers(Entry const& entry) {
    std::array<Format, 3> const formats{employments_format(), timetable_format(),
                                        diplomas_format()};
    for (std::size_t i = 0; i < formats.size(); ++i) {
      if (formats[i].name != entry.key || !entry.value.is_table())
        continue;
      for (Entry const& own : entry.value.entries())
        read_header(formats[i], own, *all_rules()[i]);
      return true;
    }
    return false;
  }

  void read_header(Format const& format, Entry const& own, HeaderRules& rules) {
    std::vector<std::string_view> keys;
    keys.reserve(format.columns.size());
    for (input::Column const& column : format.columns)
      keys.push_back(column.key);
    auto const* const key = own.value.get<std::string>();
    bool const is_known = key != nullptr && std::find(keys.begin(), keys.end(), *key) != keys.end();
    if (is_known) {
      rules.own.push_back({own.key, *key, own.key_place});
      return;
    }
    Text const found = input::shown(own.value);
    Text const meant = key == nullptr ? Text{} : scenario::did_you_mean(*key, keys);
    reading_->error(own.value.place, std::string(format.name),
                    {fmt::format("{} is geen kolom van {} (de waarde is een van de kolomnamen in "
                                 "docs/import.md).{}",
                                 found.nl, format.name, meant.nl),
                     fmt::format("{} is not a column of {} (the value is one of the column names "
                                 "in docs/import.md).{}",
                                 found.en, format.name, meant.en)});
  }

  bool read_words(Entry const& entry) {
    for (WordTable const& table : word_tables) {
      if (table.name != entry.key || !entry.value.is_table())
        continue;
      for (Entry const& word : entry.value.entries())
        read_word(table, word);
      return true;
    }
    return false;
  }

  void read_word(WordTable const& table, Entry const& word) {
    auto const* const meaning = word.value.get<std::string>();
    if (meaning == nullptr) {
      reading_->error(word.value.place, std::string(table.name), not_a_text(word.value));
    } else if (table.words != nullptr && !table.words().find(*meaning)) {
      reading_->error(word.value.place, std::string(table.name), table.words().complaint(*meaning));
    } else {
      profile_->add(table.about, word.key, *meaning);
    }
  }

  void report_unknown(Entry const& entry) {
    std::vector<std::string_view> names{"description", "ignore", "employments", "timetable",
                                        "diplomas"};
    for (WordTable const& table : word_tables)
      names.push_back(table.name);
    Text meant = scenario::did_you_mean(entry.key, names);
    if (meant.nl.empty()) {
      meant = {" Zie docs/import.md, \"Profiles\".", " See docs/import.md, \"Profiles\"."};
    }
    reading_->error(entry.key_place, entry.key,
                    {fmt::format("onbruikbare sleutel {} (een profiel heeft die niet, of zij is "
                                 "geen tabel).{}",
                                 quoted(entry.key), meant.nl),
                     fmt::format("unusable key {} (a profile has no such key, or it is no "
                                 "table).{}",
                                 quoted(entry.key), meant.en)});
  }

  Reading* reading_;
  Profile* profile_;
};

}  // namespace

Profile::Profile() {
  for (HeaderRules* const rules : {&employments, &timetable, &diplomas})
    rules->table = input::TableOf::system;
}

std::string_view Profile::table_of(About about) {
  auto const* const found =
      std::find_if(word_tables.begin(), word_tables.end(),
                   [&](WordTable const& table) { return table.about == about; });
  return found->name;
}

bool Profile::tells(About about, std::string_view text) const {
  auto const words = meanings_.find(about);
  return words != meanings_.end() && words->second.count(input::folded(text)) > 0;
}

std::string_view Profile::meaning(About about, std::string_view text) const {
  auto const words = meanings_.find(about);
  if (words == meanings_.end())
    return text;
  auto const found = words->second.find(input::folded(text));
  return found == words->second.end() ? text : std::string_view(found->second);
}

void Profile::add(About about, std::string_view text, std::string meaning) {
  meanings_[about].insert_or_assign(input::folded(text), std::move(meaning));
}

Profile read_profile(Reading& reading, std::string const& path) {
  Profile profile;
  std::optional<int> const file = reading.open(path, {}, {});
  std::optional<Value> const root = file ? input::read_toml(reading, *file) : std::nullopt;
  if (root)
    ProfileReader(reading, profile).read(*root);
  return profile;
}

}  // namespace meesterplan::intake
