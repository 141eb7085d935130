#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/cli/command.hpp"

namespace meesterplan::cli {

/// What stands on a command line, still as text.
struct Raw {
  std::string operand;                         ///< a scenario, folder, file, key or shell
  std::vector<std::string> places, kept_runs;  ///< of report
  std::optional<std::string> replicates, seed, threads, years, language, uncertainty, folder;
  std::optional<std::string> year, csv, name, kept_run;
  std::optional<std::string> timetable, diplomas, profile, start, key;
  std::vector<std::string> settings;
  std::optional<std::string> reader;  ///< of report
  std::optional<std::string> under, duo, locations, populations, populations_in;
  bool subjects = false, policies = false;
  bool help = false, version = false, json = false, quiet = false, overwrite = false;
};

/// Checks and converts it; throws UsageError for what is wrong.
class Reader final {
 public:
  Reader(Raw const& raw, Language language) : raw_(raw), language_(language) {}

  [[noreturn]] void fail(Text text) const;

  /// --lang first, so that every later message is in it.
  void read_language();
  Language language() const { return language_; }

  /// What the command says about a scenario and how it is played.
  void fill_scenario(Command& command) const;
  /// How a run is kept.
  void fill_keeping(Command& command) const;
  /// What import alone understands.
  void fill_import(Command& command) const;
  /// What synthesize alone understands.
  void fill_synthesize(Command& command) const;
  /// What aggregate alone understands.
  void fill_aggregate(Command& command) const;
  /// What report understands.
  void fill_report(Command& command) const;
  /// What staffing alone understands.
  void fill_staffing(Command& command) const;

 private:
  template <typename Value>
  std::optional<Value> number(std::string_view flag, std::optional<std::string> const& given,
                              std::int64_t low, std::int64_t high) const;
  std::optional<scenario::Uncertainty> uncertainty() const;
  std::optional<CsvForm> csv() const;
  std::optional<std::string> run_name(std::string_view flag,
                                      std::optional<std::string> const& given) const;
  std::string output(bool is_file) const;
  publish::Reader report_reader() const;
  std::string path(std::string_view flag, std::optional<std::string> const& given) const;
  std::vector<input::Setting> settings() const;

  Raw const& raw_;
  Language language_;
};

}  // namespace meesterplan::cli
