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

std::optional<Csv> Reader::csv() const {
  if (!raw_.csv)
    return std::nullopt;
  if (raw_.csv == "rfc")
    return Csv::rfc;
  if (raw_.csv == "nl")
    return Csv::nl;
  fail({fmt::format("--csv {}: kies rfc of nl.", *raw_.csv),
        fmt::format("--csv {}: choose rfc or nl.", *raw_.csv)});
}

/// The value of -o; refuses what cannot be meant.
std::string Reader::output(bool is_file) const {
  if (!raw_.folder)
    return {};
  std::string const& path = *raw_.folder;
  if (path.empty()) {
    fail({fmt::format("-o: de naam van {} is leeg.", is_file ? "het bestand" : "de map"),
          fmt::format("-o: the name of the {} is empty.", is_file ? "file" : "folder")});
  }
  if (path.front() == '-') {
    fail({fmt::format("-o {}: dit lijkt een optie, geen {}. Heet het echt zo: ./{}", path,
                      is_file ? "bestand" : "map", path),
          fmt::format("-o {}: this looks like an option, not a {}. If that is its name: ./{}",
                      path, is_file ? "file" : "folder", path)});
  }
  return path;
}

void Reader::fill_folder(Command& command) const {
  command.folder = output(false);
  command.existing = raw_.overwrite ? Existing::overwrite : Existing::keep;
}

void Reader::fill_staffing(Command& command) const {
  command.year = number<int>("--year", raw_.year, 1900, 2200);
  command.csv = csv();
  if (command.csv && command.form == Form::json) {
    fail({"--csv en --json kunnen niet samen. Kies er een.",
          "--csv and --json do not go together. Choose one."});
  }
  command.file = output(true);
  if (!command.file.empty() && (command.file.back() == '/' || command.file.back() == '.')) {
    fail({fmt::format("-o {}: dit is een map. Noem een bestand, zoals formatie.csv.", command.file),
          fmt::format("-o {}: this is a folder. Name a file, such as staffing.csv.", command.file)});
  }
  command.existing = raw_.overwrite ? Existing::overwrite : Existing::keep;
}

}  // namespace meesterplan::cli
