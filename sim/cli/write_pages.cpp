#include <fstream>
#include <iostream>
#include <string>

#include "sim/cli/completion.hpp"
#include "sim/cli/manual.hpp"

// Writes what is installed beside the command into a folder: manual pages and
// completions, from the parser and the help texts.

int main(int n_arguments, char** arguments) {
  namespace cli = meesterplan::cli;
  using meesterplan::Language;
  if (n_arguments != 2) {
    std::cerr << "usage: write_pages FOLDER\n";
    return 2;
  }
  std::string const folder = std::string(arguments[1]) + "/";
  auto const write = [&](char const* name, std::string const& text) {
    std::ofstream file(folder + name, std::ios::binary);
    file << text;
    return file.flush().good();
  };
  bool const is_done = write("meesterplan.1", cli::manual_page(Language::en)) &&
                       write("meesterplan.nl.1", cli::manual_page(Language::nl)) &&
                       write("completion.bash", cli::completion_script("bash", Language::en)) &&
                       write("completion.zsh", cli::completion_script("zsh", Language::en)) &&
                       write("completion.fish", cli::completion_script("fish", Language::en));
  return is_done ? 0 : 4;
}
