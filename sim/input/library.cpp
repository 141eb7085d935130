#include "sim/input/library.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/core.h>

#include "sim/input/read_toml.hpp"
#include "sim/input/words.hpp"
#include "sim/scenario/nearest.hpp"

namespace meesterplan::input {
namespace {

constexpr std::string_view extension = ".toml";

/// Names of the library's files, without their extension.
std::vector<std::string> names_in(std::vector<std::string> const& files) {
  std::vector<std::string> names;
  for (std::string const& file : files) {
    bool const is_toml =
        file.size() > extension.size() &&
        file.compare(file.size() - extension.size(), extension.size(), extension) == 0;
    if (is_toml)
      names.push_back(file.substr(0, file.size() - extension.size()));
  }
  return names;
}

}  // namespace

Library::Library(Reading& reading, Value const& root, std::string_view key, std::string_view path)
    : reading_(&reading), key_(key), path_(path) {
  Value const* const folder = find(root, key);
  auto const* const name = folder == nullptr ? nullptr : folder->get<std::string>();
  if (name == nullptr)
    return;
  folder_ = reading.resolve(*name, folder->place.file);
  std::optional<std::vector<std::string>> const files = reading.list(folder_);
  is_known_ = files.has_value();
  if (files)
    names_ = names_in(*files);
}

std::string Library::field_of(std::string const& name) const {
  return fmt::format("{}.{}.use", path_, name);
}

void Library::tell_no_folder(std::string const& name, Place named_at) {
  reading_->error(named_at, field_of(name),
                  {fmt::format("{} staat in een bibliotheek, maar dit scenario noemt er geen "
                               "({} ontbreekt). Schrijf bovenaan {} = \"...\", de map ervan.",
                               quoted(name), key_, key_),
                   fmt::format("{} is in a library, but this scenario names none ({} is missing). "
                               "Write {} = \"...\", its folder, at the top.",
                               quoted(name), key_, key_)});
}

void Library::tell_unknown(std::string const& name, Place named_at) {
  std::vector<std::string_view> const known(names_.begin(), names_.end());
  Text const meant = scenario::did_you_mean(name, known);
  Text const hint = meant.nl.empty()
                        ? Text{" Bekijk welke bestanden er staan.", " See which files are there."}
                        : meant;
  reading_->error(named_at, field_of(name),
                  {fmt::format("{} is er niet in de bibliotheek {} (elk bestand daar heet naar wat "
                               "erin staat).{}",
                               quoted(name), folder_, hint.nl),
                   fmt::format("{} is not in the library {} (each file there is named for what it "
                               "holds).{}",
                               quoted(name), folder_, hint.en)});
}

std::optional<Value> Library::base_of(std::string const& name, Place named_at) {
  if (folder_.empty()) {
    tell_no_folder(name, named_at);
    return std::nullopt;
  }
  bool const is_there = std::find(names_.begin(), names_.end(), name) != names_.end();
  if (is_known_ && !is_there) {
    tell_unknown(name, named_at);
    return std::nullopt;
  }
  std::string const path = folder_ + "/" + name + std::string(extension);
  std::optional<int> const file = reading_->open(path, named_at, field_of(name));
  std::optional<Value> base = file ? read_toml(*reading_, *file) : std::nullopt;
  if (!base)
    return std::nullopt;
  Value::Table& entries = base->entries();
  for (std::string_view const key : {"use", "name"}) {
    auto const found = std::find_if(entries.begin(), entries.end(),
                                    [&](Entry const& entry) { return entry.key == key; });
    if (found == entries.end())
      continue;
    reading_->error(found->key_place, fmt::format("{}.{}.{}", path_, name, key),
                    {fmt::format("een bestand in een bibliotheek met de sleutel {} (het heet naar "
                                 "zijn bestand en staat op zichzelf). Haal hem weg.",
                                 key),
                     fmt::format("a file in a library with the key {} (it is named for its file "
                                 "and stands by itself). Remove it.",
                                 key)});
    entries.erase(found);
  }
  return base;
}

std::optional<Value> Library::complete(Value const& item) {
  Value const* const use = item.is_table() ? find(item, "use") : nullptr;
  if (use == nullptr)
    return item;
  auto const* const name = use->get<std::string>();
  // Anything but a text is told by whoever reads the key.
  if (name == nullptr)
    return item;
  std::optional<Value> base = base_of(*name, use->place);
  if (!base)
    return std::nullopt;
  return merged(std::move(*base), item);
}

}  // namespace meesterplan::input
