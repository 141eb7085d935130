#pragma once

#include <string>
#include <vector>

#include "sim/base/text.hpp"
#include "sim/intake/import.hpp"

namespace meesterplan::intake {

/// A file to be written.
struct ProjectFile {
  std::string name;     ///< without folders
  std::string content;  ///< bytes
};

/// What an import gives, as the files of a scenario: people.csv, assignments.csv,
/// sections.csv, schools.csv, rejects.csv and
/// questions.csv (docs/import.md). Headers, words and decimal sign are those of
/// `language`. They hold pseudonyms, months of birth and no names, and nothing that
/// was written as free text.
std::vector<ProjectFile> project_files(Import const& import, Language language);

/// What a question is about, why it matters and how it is answered.
Text question_text(Ask ask);

}  // namespace meesterplan::intake
