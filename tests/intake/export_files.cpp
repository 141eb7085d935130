#include "tests/intake/export_files.hpp"

#include <utility>

#include "sim/base/problem.hpp"
#include "sim/input/disk_files.hpp"

namespace meesterplan::intake {
namespace {

ImportRequest request_of(std::map<std::string, std::string> const& files) {
  auto const named = [&](char const* name) {
    return files.count(name) > 0 ? std::string(name) : std::string();
  };
  return {
      "personnel.csv", named("timetable.csv"), named("diplomas.csv"), named("profile.toml"), 2025,
      test_key()};
}

}  // namespace

input::FileRead FilesAndMore::read(std::string const& path) {
  auto const found = more_.find(path);
  if (found != more_.end())
    return {input::FileRead::Status::ok, found->second, {}};
  return input::DiskFiles().read(path);
}

PseudonymKey test_key() {
  PseudonymKey key{};
  for (std::size_t i = 0; i < key.size(); ++i)
    key[i] = static_cast<unsigned char>(7 * i + 1);
  return key;
}

Import import_small(std::map<std::string, std::string> files) {
  ImportRequest const request = request_of(files);
  input::MemoryFiles source(std::move(files));
  return import_school(source, request);
}

std::vector<std::string> complaints(std::map<std::string, std::string> files) {
  std::vector<std::string> told;
  try {
    import_small(std::move(files));
  } catch (InputError const& wrong) {
    for (Problem const& problem : wrong.problems())
      told.push_back(to_string(problem, Language::en));
  }
  return told;
}

std::string personnel(std::string const& more_headers, std::vector<std::string> const& rows) {
  std::string text = "personeelsnummer;docentcode;geboortejaar;datum in dienst;type contract;wtf" +
                     more_headers + "\n";
  for (std::string const& row : rows)
    text += row + "\n";
  return text;
}

std::vector<std::string> reasons(Import const& import) {
  std::vector<std::string> told;
  told.reserve(import.findings.rejects().size());
  for (Reject const& reject : import.findings.rejects())
    told.push_back(reject.reason.en);
  return told;
}

std::size_t n_asked(Import const& import, Ask ask) {
  std::size_t n = 0;
  for (auto const& [what, places] : import.findings.questions())
    n += what.first == ask ? places.size() : 0;
  return n;
}

}  // namespace meesterplan::intake
