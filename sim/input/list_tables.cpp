#include "sim/input/list_tables.hpp"

#include <algorithm>
#include <vector>

#include <fmt/core.h>

#include "sim/input/words.hpp"
#include "sim/scenario/nearest.hpp"

namespace meesterplan::input {

void for_each_table(Reading& reading, Value const* list, std::string const& name,
                    std::function<void(Value const&)> const& read) {
  if (list == nullptr)
    return;
  auto const* const items = list->get<Value::List>();
  if (items == nullptr) {
    Text const found = shown(*list);
    reading.error(list->place, name,
                  {fmt::format("{} in plaats van een lijst van tabellen (er kunnen er meer zijn). "
                               "Schrijf [[{}]].",
                               found.nl, name),
                   fmt::format("{} instead of a list of tables (there may be several). Write "
                               "[[{}]].",
                               found.en, name)});
    return;
  }
  for (Value const& item : *items)
    read(item);
}

bool is_misnamed(Reading& reading, Value const& list, std::string const& path, Value const& item,
                 std::span<std::string_view const> needed) {
  Value const* const name = item.is_table() ? find(item, "name") : nullptr;
  auto const* const text = name == nullptr ? nullptr : name->get<std::string>();
  bool const is_new = std::any_of(needed.begin(), needed.end(), [&](std::string_view key) {
    return item.is_table() && find(item, key) != nullptr;
  });
  if (text == nullptr || is_new)
    return false;
  std::vector<std::string_view> others;
  for (Value const& other : list.items()) {
    std::string_view const known = name_of(other);
    if (!known.empty() && known != *text)
      others.push_back(known);
  }
  Text const meant = scenario::did_you_mean(*text, others);
  if (meant.nl.empty())
    return false;
  reading.error(
      name->place, path + ".name",
      {fmt::format("er is geen [[{}]] {} om te veranderen (en voor een nieuwe staat er te "
                   "weinig).{}",
                   path, quoted(*text), meant.nl),
       fmt::format("there is no [[{}]] {} to change (and for a new one too little is given).{}",
                   path, quoted(*text), meant.en)});
  return true;
}

}  // namespace meesterplan::input
