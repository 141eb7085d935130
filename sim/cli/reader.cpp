#include "sim/cli/reader.hpp"

#include <charconv>
#include <utility>

#include <fmt/format.h>

#include "sim/cli/parse.hpp"

namespace meesterplan::cli {

void Reader::fail(Text text) const {
  throw UsageError(language_, std::move(text));
}

void Reader::read_language() {
  if (!raw_.language)
    return;
  if (raw_.language == "nl") {
    language_ = Language::nl;
  } else if (raw_.language == "en") {
    language_ = Language::en;
  } else {
    fail({fmt::format("--lang {}: deze taal is er niet. Kies nl of en.", *raw_.language),
          fmt::format("--lang {}: there is no such language. Choose nl or en.", *raw_.language)});
  }
}

template <typename Value>
std::optional<Value> Reader::number(std::string_view flag, std::optional<std::string> const& given,
                                    std::int64_t low, std::int64_t high) const {
  if (!given)
    return std::nullopt;
  std::string const& text = *given;
  std::int64_t value = 0;
  char const* const end = text.data() + text.size();
  auto const [stop, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc{} || stop != end || value < low || value > high) {
    bool const has_signs = text.find_first_of(".,'_ ") != std::string::npos;
    fail({fmt::format("{} {}: dit moet een geheel getal van {} tot en met {} zijn{}.", flag, text,
                      low, high, has_signs ? ", zonder punten of komma's" : ""),
          fmt::format("{} {}: this must be a whole number from {} to {}{}.", flag, text, low, high,
                      has_signs ? ", without points or commas" : "")});
  }
  return static_cast<Value>(value);
}

std::optional<scenario::Uncertainty> Reader::uncertainty() const {
  if (!raw_.uncertainty)
    return std::nullopt;
  if (raw_.uncertainty == "all")
    return scenario::Uncertainty::all;
  if (raw_.uncertainty == "chance")
    return scenario::Uncertainty::chance;
  fail({fmt::format("--uncertainty {}: kies all of chance.", *raw_.uncertainty),
        fmt::format("--uncertainty {}: choose all or chance.", *raw_.uncertainty)});
}

std::vector<input::Setting> Reader::settings() const {
  std::vector<input::Setting> settings;
  for (std::string const& text : raw_.settings) {
    std::size_t const sign = text.find('=');
    if (sign == std::string::npos || sign == 0) {
      fail({fmt::format("--set {}: dit is geen sleutel met een waarde. Bijvoorbeeld: --set "
                        "study.capacity=0.2",
                        text),
            fmt::format("--set {}: this is not a key with a value. For example: --set "
                        "study.capacity=0.2",
                        text)});
    }
    settings.push_back({text.substr(0, sign), text.substr(sign + 1)});
  }
  return settings;
}

void Reader::fill_scenario(Command& command) const {
  constexpr std::int64_t max_32_bits = 4'294'967'295;
  if (raw_.operand.empty()) {
    fail({"er is geen scenario genoemd. Bijvoorbeeld: meesterplan run scenario.toml",
          "no scenario is named. For example: meesterplan run scenario.toml"});
  }
  command.scenario = raw_.operand;
  command.replicates = number<std::int64_t>("--replicates", raw_.replicates, 1, max_32_bits);
  command.seed = number<std::uint32_t>("--seed", raw_.seed, 0, max_32_bits);
  command.years = number<int>("--years", raw_.years, 1, 50);
  command.threads = number<int>("--threads", raw_.threads, 1, 256).value_or(0);
  command.uncertainty = uncertainty();
  command.settings = settings();
}

void Reader::fill_folder(Command& command) const {
  if (raw_.folder && raw_.folder->empty()) {
    fail({"-o: de naam van de map is leeg.", "-o: the name of the folder is empty."});
  }
  if (raw_.folder && raw_.folder->front() == '-') {
    fail({fmt::format("-o {}: dit lijkt een optie, geen map. Een map die zo heet: ./{}",
                      *raw_.folder, *raw_.folder),
          fmt::format("-o {}: this looks like an option, not a folder. A folder of that "
                      "name: ./{}",
                      *raw_.folder, *raw_.folder)});
  }
  command.folder = raw_.folder.value_or("");
  command.existing = raw_.overwrite ? Existing::overwrite : Existing::keep;
}

}  // namespace meesterplan::cli
