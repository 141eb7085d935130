#include "sim/scenario/table_check.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include "sim/base/number_text.hpp"

namespace meesterplan::scenario {
namespace {

/// Covariates of a Cell as axes of a box of whole numbers.
constexpr std::size_t n_axes = 11;
constexpr std::array<std::string_view, n_axes> axis_names{
    "age",    "retirement", "tenure",   "experience", "years_since_master", "fte", "year",
    "degree", "licence",    "contract", "subject"};

/// As the headers of the files.
constexpr std::array<std::string_view, n_axes> dutch_axis_names{
    "leeftijd",           "pensioen", "dienstjaren", "ervaring",
    "jaren sinds master", "wtf",      "schooljaar",  "opleidingsniveau",
    "bevoegdheid",        "contract", "vak"};

constexpr std::array<std::string_view, n_degrees> dutch_degrees{"geen", "bachelor", "hbo_master",
                                                                "wo_master"};
constexpr std::array<std::string_view, n_licences> dutch_licences{"eerstegraads", "tweedegraads",
                                                                  "benoembaar", "onbevoegd"};
constexpr std::array<std::string_view, n_contracts> dutch_contracts{"vast", "tijdelijk",
                                                                    "vervanging"};

/// The word for `term`, which the table knows.
template <std::size_t n, typename Term>
Text word_for(std::array<std::string_view, n> const& dutch, Term term) {
  return {std::string(dutch[static_cast<std::size_t>(term)]), std::string(key_of(term))};
}

constexpr std::int64_t open_low = std::numeric_limits<int>::min();
constexpr std::int64_t open_high = std::numeric_limits<int>::max();

struct Span {
  std::int64_t from = open_low;
  std::int64_t to = open_high;

  bool contains(std::int64_t value) const { return from <= value && value <= to; }
  friend bool operator==(Span const&, Span const&) = default;
};

using Box = std::array<Span, n_axes>;

/// A row as a box, with where it stands.
struct BoxedRow {
  Box box;
  RateRow const* row = nullptr;
};

/// Subjects by number, those of the scenario first.
class Subjects {
 public:
  explicit Subjects(Scenario const& scenario) {
    for (Section const& section : scenario.sections)
      number(section.subject);
    n_known_ = static_cast<int>(names_.size());
  }
  int number(std::string const& subject) {
    auto const [found, is_new] = numbers_.emplace(subject, static_cast<int>(names_.size()));
    if (is_new)
      names_.push_back(subject);
    return found->second;
  }
  int size() const { return static_cast<int>(names_.size()); }
  bool is_known(std::int64_t number) const { return number < n_known_; }
  std::string const& name(std::int64_t number) const {
    return names_[static_cast<std::size_t>(number)];
  }

 private:
  std::map<std::string, int> numbers_;
  std::vector<std::string> names_;
  int n_known_ = 0;
};

Span span_of(IntRange range) {
  return {range.from, range.to};
}

template <typename Term>
Span span_of(std::optional<Term> const& term) {
  if (!term)
    return {};
  auto const value = static_cast<std::int64_t>(*term);
  return {value, value};
}

BoxedRow boxed(RateRow const& row, Subjects& subjects) {
  Cell const& cell = row.cell;
  std::optional<int> const subject =
      cell.subject ? std::optional<int>(subjects.number(*cell.subject)) : std::nullopt;
  return {
      {span_of(cell.age), span_of(cell.retirement), span_of(cell.tenure), span_of(cell.experience),
       span_of(cell.years_since_master), span_of(cell.fte), span_of(cell.year),
       span_of(cell.degree), span_of(cell.licence), span_of(cell.contract), span_of(subject)},
      &row};
}

/// Looks at every elementary box of a table: how many rows hold there?
class TableCheck {
 public:
  TableCheck(Checks& checks, RateTable const& table, std::string field, Wanted wanted)
      : checks_(&checks),
        table_(&table),
        field_(std::move(field)),
        wanted_(wanted),
        subjects_(checks.scenario()) {}

  void run() {
    for (RateRow const& row : table_->rows)
      rows_.push_back(boxed(row, subjects_));
    std::vector<BoxedRow const*> all;
    for (BoxedRow const& row : rows_)
      all.push_back(&row);
    Box box = domain();
    if (!all.empty())
      split(0, all, box);
  }

 private:
  /// More of one kind in one table tell nothing new.
  static constexpr int most_told = 5;

  /// What the table is about: from its first to its last class, and all terms.
  Box domain() {
    Box box{};
    for (std::size_t axis = 0; axis < n_axes; ++axis) {
      Span& span = box[axis];
      span = rows_.empty() ? Span{} : rows_.front().box[axis];
      for (BoxedRow const& row : rows_) {
        span.from = std::min(span.from, row.box[axis].from);
        span.to = std::max(span.to, row.box[axis].to);
      }
    }
    box[7] = {0, n_degrees - 1};
    box[8] = {0, n_licences - 1};
    box[9] = {0, n_contracts - 1};
    box[10] = {0, std::max(subjects_.size(), 1) - 1};
    return box;
  }

  void split(std::size_t axis, std::vector<BoxedRow const*> const& rows, Box& box) {
    if (n_gaps_ >= most_told && n_overlaps_ >= most_told)
      return;
    if (axis == n_axes) {
      if (rows.size() > 1)
        tell_overlap(*rows[0], *rows[1]);
      return;
    }
    Span const whole = box[axis];
    std::vector<std::int64_t> starts{whole.from};
    for (BoxedRow const* row : rows) {
      Span const span = row->box[axis];
      if (span.from > whole.from && span.from <= whole.to)
        starts.push_back(span.from);
      if (span.to < whole.to && span.to >= whole.from)
        starts.push_back(span.to + 1);
    }
    std::sort(starts.begin(), starts.end());
    starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
    std::optional<std::int64_t> gap_from;
    std::vector<BoxedRow const*> inside;
    for (std::size_t i = 0; i < starts.size(); ++i) {
      std::int64_t const to = i + 1 < starts.size() ? starts[i + 1] - 1 : whole.to;
      inside.clear();
      for (BoxedRow const* row : rows) {
        if (row->box[axis].contains(starts[i]))
          inside.push_back(row);
      }
      if (inside.empty() && !gap_from)
        gap_from = starts[i];
      bool const gap_ends = gap_from && (!inside.empty() || i + 1 == starts.size());
      if (gap_ends) {
        box[axis] = {*gap_from, inside.empty() ? to : starts[i] - 1};
        tell_gap(axis, rows, box);
        gap_from.reset();
      }
      if (inside.empty())
        continue;
      box[axis] = {starts[i], to};
      std::vector<BoxedRow const*> const here = inside;
      split(axis + 1, here, box);
    }
    box[axis] = whole;
  }

  Text value_name(std::size_t axis, std::int64_t value) const {
    switch (axis) {
      case 5:
        return number_text(Fte{value});
      case 7:
        return word_for(dutch_degrees, static_cast<Degree>(value));
      case 8:
        return word_for(dutch_licences, static_cast<Licence>(value));
      case 9:
        return word_for(dutch_contracts, static_cast<Contract>(value));
      case 10:
        return {subjects_.name(value), subjects_.name(value)};
      default:
        return number_text(static_cast<double>(value));
    }
  }

  /// "30-34", "...-5", "temporary".
  std::string side(std::size_t axis, Span span, Language language) const {
    auto const name = [&](std::int64_t value) { return value_name(axis, value).in(language); };
    if (span.from == span.to)
      return name(span.from);
    return (span.from == open_low ? "..." : name(span.from)) + "-" +
           (span.to == open_high ? "..." : name(span.to));
  }

  /// "age 30-34, contract temporary": the sides of `box` that say something.
  Text shown(Box const& box, std::size_t last_axis) {
    Box const all = domain();
    Text text;
    for (std::size_t axis = 0; axis <= last_axis; ++axis) {
      Span const span = box[axis];
      if (span == all[axis] && axis != last_axis)
        continue;
      std::string const comma = text.nl.empty() ? "" : ", ";
      text.nl +=
          fmt::format("{}{} {}", comma, dutch_axis_names[axis], side(axis, span, Language::nl));
      text.en += fmt::format("{}{} {}", comma, axis_names[axis], side(axis, span, Language::en));
    }
    return text;
  }

  void tell_overlap(BoxedRow const& one, BoxedRow const& other) {
    std::pair const pair{std::min(one.row, other.row), std::max(one.row, other.row)};
    if (n_overlaps_ >= most_told || std::find(told_.begin(), told_.end(), pair) != told_.end()) {
      return;
    }
    told_.push_back(pair);
    ++n_overlaps_;
    Place const first = pair.first->place;
    Place const second = pair.second->place;
    checks_->error(
        second, field_,
        {fmt::format("deze rij overlapt die {} (voor een en dezelfde leraar gelden dan twee "
                     "waarden). Maak de klassen kleiner.",
                     line_nl(first)),
         fmt::format("this row overlaps the one {} (two values would hold for one teacher). Make "
                     "the classes smaller.",
                     line_en(first))});
  }

  void tell_gap(std::size_t axis, std::vector<BoxedRow const*> const& rows, Box const& box) {
    bool const elsewhere = axis == n_axes - 1 && !subjects_.is_known(box[axis].from);
    if (wanted_ == Wanted::overlaps || n_gaps_ >= most_told || elsewhere)
      return;
    ++n_gaps_;
    BoxedRow const* before = nullptr;
    BoxedRow const* after = nullptr;
    for (BoxedRow const* row : rows) {
      Span const span = row->box[axis];
      if (span.to < box[axis].from && (!before || span.to > before->box[axis].to))
        before = row;
      if (span.from > box[axis].to && (!after || span.from < after->box[axis].from))
        after = row;
    }
    BoxedRow const* const near = after ? after : before ? before : rows.front();
    auto [nl, en] = shown(box, axis);
    if (before && after) {
      nl += fmt::format(", tussen de rijen {} en {}", line_nl(before->row->place),
                        line_nl(after->row->place));
      en += fmt::format(", between the rows {} and {}", line_en(before->row->place),
                        line_en(after->row->place));
    }
    checks_->error(near->row->place, field_,
                   {fmt::format("er is geen rij voor {} (een oorzaak geldt voor iedereen binnen de "
                                "tabel {}). Voeg een rij toe, zo nodig met kans 0.",
                                nl, table_->name),
                    fmt::format("there is no row for {} (a cause holds for everybody within the "
                                "table {}). Add a row, with probability 0 if need be.",
                                en, table_->name)});
  }

  Checks* checks_;
  RateTable const* table_;
  std::string field_;
  Wanted wanted_;
  Subjects subjects_;
  std::vector<BoxedRow> rows_;
  std::vector<std::pair<RateRow const*, RateRow const*>> told_;
  int n_gaps_ = 0;
  int n_overlaps_ = 0;
};

}  // namespace

void check_table(Checks& checks, RateTable const& table, std::string const& field, Wanted wanted) {
  TableCheck(checks, table, field, wanted).run();
}

}  // namespace meesterplan::scenario
