#include "tests/synthesis/margins_text.hpp"

#include "sim/input/file_source.hpp"
#include "sim/input/reading.hpp"
#include "sim/synthesis/read_margins.hpp"

namespace meesterplan::synthesis {

char const* const small_region =
    "school;subject;age;degree;licence;contract;people;weight;fte;vacancies\n"
    ";;;;;;200;;150;\n"
    "a;;;;;;120;;;\n"
    "b;;;;;;80;;;\n"
    ";wiskunde;;;;;90;;;4,5\n"
    ";engels;;;;;110;;;2\n"
    ";;22-39;;;;77;;;\n"
    ";;40-66;;;;123;;;\n"
    ";;22-39;;;permanent;40;;;\n"
    ";;22-39;;;temporary;37;;;\n"
    ";;40-66;;;permanent;110;;;\n"
    ";;40-66;;;temporary;13;;;\n"
    ";;;bachelor;;;60,5%;;;\n"
    ";;;wo_master;;;39,5%;;;\n"
    ";;;;first_degree;;45%;;;\n"
    ";;;;second_degree;;55%;;;\n"
    ";;;wo_master;first_degree;;;6;;\n"
    "b;wiskunde;;;;;;3;;\n";

Margins read(std::string const& text) {
  input::MemoryFiles files({{"margins.csv", text}});
  input::Reading reading(files);
  Margins margins = read_margins(reading, "margins.csv");
  if (has_errors(reading.problems()))
    throw InputError(reading.problems());
  return margins;
}

double people_in(Table const& table, Key const& key) {
  double people = 0;
  for (std::size_t cell = 0; cell < table.keys.size(); ++cell) {
    if (is_within(table.keys[cell], key))
      people += table.people[cell];
  }
  return people;
}

Key with(Key key, Axis axis, int value) {
  key[static_cast<std::size_t>(axis)] = value;
  return key;
}

}  // namespace meesterplan::synthesis
