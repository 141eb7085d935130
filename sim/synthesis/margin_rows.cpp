#include "sim/synthesis/margin_rows.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "sim/input/rows.hpp"

namespace meesterplan::synthesis {
namespace {

using input::Row;

constexpr int youngest = 16;
constexpr int oldest = 75;
constexpr input::Bounds share_bounds{0, 1};

/// What a row is for, by the column that is filled.
enum class RowKind { people, weight, students };

input::Words words_of(Axis axis) {
  switch (axis) {
    case Axis::degree:
      return input::degree_words();
    case Axis::licence:
      return input::licence_words();
    case Axis::contract:
      return input::contract_words();
    default:
      return input::scale_words();
  }
}

std::string key_of_term(Axis axis, int term) {
  switch (axis) {
    case Axis::degree:
      return std::string(scenario::key_of(static_cast<scenario::Degree>(term)));
    case Axis::licence:
      return std::string(scenario::key_of(static_cast<scenario::Licence>(term)));
    case Axis::contract:
      return std::string(scenario::key_of(static_cast<scenario::Contract>(term)));
    default:
      return std::string(scenario::key_of(static_cast<scenario::Scale>(term)));
  }
}

/// "30-39" or "30"; empty for any other text.
std::optional<AgeBand> age_band(std::string_view text) {
  auto const whole = [](std::string_view part) -> std::optional<int> {
    while (!part.empty() && part.front() == ' ')
      part.remove_prefix(1);
    while (!part.empty() && part.back() == ' ')
      part.remove_suffix(1);
    int value = 0;
    char const* const end = part.data() + part.size();
    auto const [stop, error] = std::from_chars(part.data(), end, value);
    bool const is_age = error == std::errc{} && stop == end && value >= youngest && value <= oldest;
    return is_age ? std::optional<int>(value) : std::nullopt;
  };
  std::size_t const sign = text.find('-');
  std::optional<int> const first = whole(text.substr(0, sign));
  std::optional<int> const last =
      sign == std::string_view::npos ? first : whole(text.substr(sign + 1));
  if (!first || !last || *last < *first)
    return std::nullopt;
  return AgeBand{*first, *last};
}

class MarginReader {
 public:
  explicit MarginReader(Margins& margins) : margins_(&margins) {}

  void read(Row& row) {
    std::optional<RowKind> const kind = kind_of(row);
    std::optional<Key> const key = read_key(row);
    if (!kind || !key)
      return;
    if (*kind == RowKind::people)
      read_people(row, *key);
    if (*kind == RowKind::weight)
      read_weight(row, *key);
    if (*kind == RowKind::students)
      read_students(row, *key);
    for (std::string_view const column : {"programme", "study_years", "grant"}) {
      if (*kind != RowKind::students)
        refuse(row, column, {"studenten", "students"});
    }
    if (*kind != RowKind::people) {
      for (std::string_view const column :
           {"fte", "vacancies", "board", "region", "cluster", "upper_vwo", "upper_havo"})
        refuse(row, column, {"mensen", "people"});
    }
  }

 private:
  static std::optional<RowKind> kind_of(Row& row) {
    static constexpr std::array<std::string_view, 3> columns{"people", "weight", "students"};
    std::optional<RowKind> kind;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (row.is_empty(columns[i]))
        continue;
      if (kind) {
        row.reject(columns[i], {"deze rij telt meer dan een ding (een rij heeft mensen, een "
                                "gewicht of studenten). Maak er twee rijen van.",
                                "this row counts more than one thing (a row has people, a weight "
                                "or students). Make it two rows."});
        return std::nullopt;
      }
      kind = static_cast<RowKind>(i);
    }
    if (!kind) {
      row.reject("people",
                 {"deze rij telt niets (een lege cel is geen nul). Vul een aantal in, een "
                  "percentage, of x als het aantal is afgeschermd.",
                  "this row counts nothing (an empty cell is not zero). Fill in a "
                  "number, a percentage, or x when the number is withheld."});
    }
    return kind;
  }

  std::optional<Key> read_key(Row& row) {
    Key key = any_key;
    for (std::size_t at = 0; at < n_axes; ++at) {
      auto const axis = static_cast<Axis>(at);
      if (row.is_empty(key_of(axis)))
        continue;
      std::optional<Value> const value = read_value(row, axis);
      if (!value)
        return std::nullopt;
      key[at] = index_of(axis, *value);
    }
    return key;
  }

  static std::optional<Value> read_value(Row& row, Axis axis) {
    std::string const text(row.text(key_of(axis)));
    if (axis == Axis::school || axis == Axis::subject)
      return Value{text};
    if (axis == Axis::age) {
      std::optional<AgeBand> const band = age_band(text);
      if (!band) {
        row.reject("age",
                   {fmt::format("{} is geen leeftijdsgroep (van 16 tot en met 75 jaar). Schrijf "
                                "bijvoorbeeld 30-39.",
                                input::quoted(text)),
                    fmt::format("{} is no age band (from 16 to 75 years). Write for instance "
                                "30-39.",
                                input::quoted(text))});
        return std::nullopt;
      }
      return Value{fmt::format("{}-{}", band->first, band->last), std::nullopt, *band};
    }
    std::optional<int> const term = row.choice<int>(key_of(axis), words_of(axis));
    if (!term)
      return std::nullopt;
    return Value{key_of_term(axis, *term), term};
  }

  std::int32_t index_of(Axis axis, Value const& value) {
    std::vector<Value>& values = margins_->values[static_cast<std::size_t>(axis)];
    auto const found = std::find_if(values.begin(), values.end(),
                                    [&](Value const& one) { return one.label == value.label; });
    if (found != values.end())
      return static_cast<std::int32_t>(found - values.begin());
    values.push_back(value);
    if (axis == Axis::school)
      margins_->schools.emplace_back();
    if (axis == Axis::subject)
      margins_->subjects.emplace_back();
    return static_cast<std::int32_t>(values.size()) - 1;
  }

  void read_people(Row& row, Key const& key) {
    std::vector<Axis> axes;
    for (std::size_t at = 0; at < n_axes; ++at) {
      if (key[at] != any)
        axes.push_back(static_cast<Axis>(at));
    }
    Cell cell{key, {}, std::nullopt, std::nullopt, row.place("people")};
    if (!read_count(row, cell))
      return;
    if (!row.is_empty("fte") && !input::is_mask(row.text("fte")))
      cell.fte = row.fte("fte", Fte{0}, Fte{1'000'000'000});
    if (cell.fte && cell.people.high * 1200 < static_cast<double>(cell.fte->thousandths)) {
      row.reject("fte", {fmt::format("{} is te veel voor deze mensen (niemand werkt meer dan 1,2 "
                                     "fte). Controleer beide getallen.",
                                     row.text("fte")),
                         fmt::format("{} is too much for these people (nobody works more than 1.2 "
                                     "fte). Check both numbers.",
                                     row.text("fte"))});
    }
    read_facts(row, key, axes);
    if (row.is_usable())
      add_cell(row, axes, cell);
  }

  static bool read_count(Row& row, Cell& cell) {
    std::string_view const text = row.text("people");
    if (input::is_mask(text)) {
      cell.people = masked_count(text, most_people);
      return true;
    }
    if (text.back() == '%') {
      cell.share = row.number("people", share_bounds);
      return cell.share.has_value();
    }
    std::optional<int> const number = row.integer("people", 0, static_cast<int>(most_people));
    if (number)
      cell.people = {static_cast<double>(*number), static_cast<double>(*number)};
    return number.has_value();
  }

  void add_cell(Row& row, std::vector<Axis> const& axes, Cell const& cell) {
    auto margin = std::find_if(margins_->margins.begin(), margins_->margins.end(),
                               [&](Margin const& one) { return one.axes == axes; });
    if (margin == margins_->margins.end())
      margin = margins_->margins.insert(margin, Margin{axes, {}});
    auto const [earlier, is_new] = lines_.emplace(cell.key, row.place().line);
    if (!is_new) {
      row.reject("people",
                 {fmt::format("deze mensen zijn al geteld (op regel {}). Tel ze een keer.",
                              earlier->second),
                  fmt::format("these people were counted before (on line {}). Count them once.",
                              earlier->second)});
      return;
    }
    margin->cells.push_back(cell);
  }

  /// What stands beside the people of a school or a subject.
  void read_facts(Row& row, Key const& key, std::vector<Axis> const& axes) {
    bool const is_school = axes == std::vector<Axis>{Axis::school};
    bool const is_subject = axes == std::vector<Axis>{Axis::subject};
    if (is_school)
      read_school(row, margins_->schools[static_cast<std::size_t>(key[0])]);
    if (is_subject)
      read_subject(row, margins_->subjects[static_cast<std::size_t>(key[1])]);
    for (std::string_view const column : {"board", "region"}) {
      if (!is_school)
        refuse(row, column, {"een school", "a school"});
    }
    for (std::string_view const column : {"cluster", "vacancies"}) {
      if (!is_subject)
        refuse(row, column, {"een vak", "a subject"});
    }
    for (std::string_view const column : {"upper_vwo", "upper_havo"}) {
      if (!is_school && !is_subject)
        refuse(row, column, {"een school of een vak", "a school or a subject"});
    }
  }

  static void read_school(Row& row, SchoolFacts& school) {
    school.board = row.text("board");
    school.region = row.text("region");
    std::optional<double> const vwo = row.number("upper_vwo", share_bounds);
    std::optional<double> const havo = row.number("upper_havo", share_bounds);
    school.has_lessons = vwo.has_value() || havo.has_value();
    school.upper_vwo = vwo.value_or(0);
    school.upper_havo = havo.value_or(0);
    if (school.upper_vwo + school.upper_havo > 1) {
      row.reject("upper_havo",
                 {"samen meer dan alle lessen (bovenbouw vwo en havo zijn delen van de lessen "
                  "van de school). Verlaag er een.",
                  "together more than all lessons (upper vwo and havo are shares of the "
                  "school's lessons). Lower one."});
    }
  }

  static void read_subject(Row& row, SubjectFacts& subject) {
    subject.cluster = row.text("cluster");
    subject.upper_vwo = row.number("upper_vwo", share_bounds).value_or(1);
    subject.upper_havo = row.number("upper_havo", share_bounds).value_or(1);
    if (!input::is_mask(row.text("vacancies")))
      subject.vacancies = row.fte("vacancies", Fte{0}, Fte{1'000'000'000}).value_or(Fte{});
    bool const is_nobody = row.text("people") == "0";
    if (is_nobody && subject.vacancies.thousandths > 0) {
      row.reject("vacancies",
                 {"vacatures van een vak zonder mensen (dan is er geen sectie waar ze bij horen). "
                  "Vul mensen in, of haal de vacatures weg.",
                  "vacancies of a subject without people (there is no section that they belong "
                  "to). Fill in people, or take the vacancies away."});
    }
  }

  /// Reports a cell that belongs on another kind of row.
  static void refuse(Row& row, std::string_view column, Text const& of_what) {
    if (row.is_empty(column))
      return;
    row.reject(column, {fmt::format("dit hoort niet op deze rij (het staat alleen op rijen van {} "
                                    "en niets anders). Maak de cel leeg.",
                                    of_what.nl),
                        fmt::format("this does not belong on this row (it stands on rows of {} "
                                    "and nothing else). Clear the cell.",
                                    of_what.en)});
  }

  void read_weight(Row& row, Key const& key) {
    constexpr input::Bounds weight_bounds{0, 1'000'000};
    std::optional<double> const weight = row.number("weight", weight_bounds);
    if (weight)
      margins_->weights.push_back({key, *weight});
  }

  void read_students(Row& row, Key const& key) {
    Students students;
    students.key = key;
    students.place = row.place("students");
    students.share = row.number("students", share_bounds).value_or(0);
    students.grant = row.number("grant", share_bounds).value_or(0);
    if (row.require("programme") && row.require("study_years")) {
      students.programme = row.text("programme");
      students.years = row.integer("study_years", 1, 10).value_or(1);
    }
    if (row.is_usable())
      margins_->students.push_back(students);
  }

  Margins* margins_;
  std::map<Key, int> lines_;
};

}  // namespace

Count masked_count(std::string_view text, double most) {
  constexpr double too_many = 1e9;
  double below = 0;
  for (char const letter : text) {
    if (letter >= '0' && letter <= '9')
      below = std::min(too_many, below * 10 + (letter - '0'));
  }
  bool const is_at_most = text.find('=') != std::string_view::npos;
  if (text.front() == '<' && below >= 1)
    return {1, std::max(1.0, is_at_most ? below : below - 1)};
  return {1, most};
}

void read_margin_rows(input::Sheet const& sheet, Margins& margins) {
  MarginReader reader(margins);
  input::for_each_row(sheet, [&](Row& row) { reader.read(row); });
}

}  // namespace meesterplan::synthesis
