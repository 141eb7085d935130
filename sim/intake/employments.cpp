#include "sim/intake/employments.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/core.h>

#include "sim/base/number_text.hpp"
#include "sim/input/cell_text.hpp"
#include "sim/input/words.hpp"

namespace meesterplan::intake {
namespace {

using input::quoted;
using input::Row;
using input::Sheet;
using input::Words;
using scenario::Contract;

constexpr int youngest = 16;
constexpr int oldest = 75;
constexpr Fte most_of_a_row{2000};  ///< of a person it is 1.2; that is judged later
/// What systems write for "no end".
constexpr int year_of_no_end = 2099;

constexpr std::array<std::string_view, 3> birth_columns{"birth_date", "birth_year", "age"};
constexpr std::array<std::string_view, 2> begin_columns{"service_from", "employment_from"};
constexpr std::array<std::string_view, 1> school_column{"school"};
constexpr std::array<std::string_view, 2> fte_columns{"fte", "fte_percentage"};

Date day_after(Date date) {
  if (date.day < input::days_in_month(date.year, date.month))
    return {date.year, date.month, date.day + 1};
  return date.month < 12 ? Date{date.year, date.month + 1, 1} : Date{date.year + 1, 1, 1};
}

class EmploymentReader {
 public:
  EmploymentReader(Row& row, Profile const& profile, int start, Findings& findings)
      : row_(&row), profile_(&profile), start_(start), findings_(&findings) {}

  Employment read() {
    Employment employment;
    employment.place = row_->place();
    if (row_->reject_total("id") || !row_->require("id"))
      return employment;
    employment.id = row_->text("id");
    employment.code = row_->text("teacher_code");
    read_fte(employment);
    read_category(employment);
    bool const is_teacher =
        employment.category == Category::teacher || employment.category == Category::trainee;
    if (is_teacher)
      read_teacher(employment);
    return employment;
  }

 private:
  /// Whether an optional cell can be read; a masked one counts as empty.
  bool is_given(std::string_view key) {
    std::string_view const text = row_->text(key);
    if (!input::is_mask(text))
      return !text.empty();
    ++findings_->n_masked;
    return false;
  }

  std::optional<Date> date(std::string_view key) {
    return is_given(key) ? row_->date(key) : std::nullopt;
  }

  /// A day on which something ends; systems write a far one for "no end".
  std::optional<Date> end_date(std::string_view key) {
    std::optional<Date> const found = date(key);
    return found && found->year >= year_of_no_end ? std::nullopt : found;
  }

  template <typename Term>
  std::optional<Term> choice(std::string_view key, Profile::About about, Words const& words) {
    if (!is_given(key) || input::says_unknown(row_->text(key)))
      return std::nullopt;
    std::string_view const text = profile_->meaning(about, row_->text(key));
    std::optional<int> const value = words.find(text);
    if (!value) {
      row_->reject(key, words.complaint(text));
      return std::nullopt;
    }
    return static_cast<Term>(*value);
  }

  void read_fte(Employment& employment) {
    if (!row_->is_empty("fte_percentage") && row_->is_empty("fte")) {
      std::optional<double> const percentage = row_->number("fte_percentage", {0, 200});
      findings_->n_without_fte += percentage ? 0 : 1;
      if (percentage)
        employment.fte = Fte{static_cast<std::int64_t>(*percentage * 10 + 0.5)};
      return;
    }
    if (!row_->has_any(fte_columns))
      return;
    std::optional<Fte> fte;
    if (row_->require("fte"))
      fte = row_->fte("fte", Fte{0}, most_of_a_row);
    findings_->n_without_fte += fte ? 0 : 1;
    employment.fte = fte.value_or(Fte{0});
  }

  /// The category, else what the function begins with; a teacher when there is
  /// neither column.
  void read_category(Employment& employment) {
    if (auto const told = choice<Category>("category", Profile::About::category, category_words()))
      employment.category = *told;
    else if (row_->is_empty("category") && !row_->is_empty("function"))
      read_function(employment);
  }

  void read_function(Employment& employment) {
    std::string_view const text =
        profile_->meaning(Profile::About::category, row_->text("function"));
    Words const words = category_words();
    std::optional<int> found = words.find(text);
    if (!found)
      found = words.find(text.substr(0, text.find(' ')));  // "Docent LB"
    if (!found) {
      row_->reject("function", words.complaint(text));
      return;
    }
    employment.category = static_cast<Category>(*found);
  }

  void read_teacher(Employment& employment) {
    read_birth(employment.birth);
    read_dates(employment);
    read_contract(employment);
    employment.scale = read_scale();
    if (is_given("section"))
      employment.section = row_->text("section");
    if (row_->has_any(school_column) && row_->require("school"))
      employment.school = row_->text("school");
    employment.licence =
        choice<scenario::Licence>("licence", Profile::About::licence, input::licence_words())
            .value_or(scenario::Licence::unknown);
    employment.degree =
        choice<scenario::Degree>("degree", Profile::About::degree, input::degree_words())
            .value_or(scenario::Degree::unknown);
    if (employment.category == Category::trainee)
      employment.origin = scenario::Origin::lio;
  }

  void read_birth(Birth& birth) {
    std::optional<Date> const date = this->date("birth_date");
    birth.year = is_given("birth_year") ? row_->integer("birth_year", 1900, 2100) : std::nullopt;
    birth.age = is_given("age") ? row_->integer("age", youngest, oldest) : std::nullopt;
    if (date) {
      birth = {date->year, date->month, std::nullopt};
    } else if (birth.year) {
      birth.age.reset();
    }
    if (birth.year && row_->is_usable())
      check_age(date ? "birth_date" : "birth_year", birth);
  }

  void check_age(std::string_view key, Birth const& birth) {
    int const born = 12 * *birth.year + birth.month.value_or(1) - 1;
    int const age = (reference_month(start_).index - born) / 12;
    bool const is_born = born <= reference_month(start_).index;
    if (is_born && age >= youngest && age <= oldest)
      return;
    row_->reject(key, {fmt::format("dit geeft een leeftijd van {} jaar (op 1 oktober {} moet die "
                                   "van {} tot en met {} zijn). Controleer het jaar.",
                                   start_ - *birth.year, start_, youngest, oldest),
                       fmt::format("this gives an age of {} years (on 1 October {} it must be "
                                   "from {} to {}). Check the year.",
                                   start_ - *birth.year, start_, youngest, oldest)});
  }

  void read_dates(Employment& employment) {
    employment.service_from = date("service_from");
    employment.teaching_since = date("teaching_since");
    std::optional<Date> const from = date("employment_from");
    std::optional<Date> const last_contract_day = end_date("employment_to");
    if (last_contract_day)
      employment.end = day_after(*last_contract_day);
    employment.leaves = end_date("leave_date");
    std::optional<Date> const last_day = end_date("last_day");
    if (last_day && !employment.leaves)
      employment.leaves = day_after(*last_day);
    if (is_given("leave_reason")) {
      employment.leave_reason =
          profile_->meaning(Profile::About::leave_reason, row_->text("leave_reason"));
    }
    std::optional<Date> const begin = from ? from : employment.service_from;
    if (!row_->is_usable())
      return;
    if (!begin) {
      Text const columns = row_->one_of(begin_columns);
      row_->reject("service_from",
                   {fmt::format("geen begindatum bekend (dienstjaren bepalen de kans op vertrek). "
                                "Vul {} in.",
                                columns.nl),
                    fmt::format("no begin is known (years of service set the chance of leaving). "
                                "Fill in {}.",
                                columns.en)});
      return;
    }
    employment.from = *begin;
    check_order(employment);
  }

  void check_order(Employment const& employment) {
    bool const ends = employment.end && *employment.end <= employment.from;
    bool const leaves = employment.leaves && *employment.leaves <= employment.from;
    if (!ends && !leaves)
      return;
    std::string_view const key = ends                           ? "employment_to"
                                 : row_->is_empty("leave_date") ? "last_day"
                                                                : "leave_date";
    row_->reject(key, {fmt::format("{} ligt voor het begin van het dienstverband ({:02}-{:02}-{}) "
                                   "(een dienstverband eindigt na zijn begin). Verbeter een van "
                                   "beide.",
                                   quoted(row_->text(key)), employment.from.day,
                                   employment.from.month, employment.from.year),
                       fmt::format("{} lies before the employment begins ({}-{:02}-{:02}) (an "
                                   "employment ends after it begins). Correct one of them.",
                                   quoted(row_->text(key)), employment.from.year,
                                   employment.from.month, employment.from.day)});
  }

  void read_contract(Employment& employment) {
    if (row_->require("contract")) {
      employment.contract =
          choice<Contract>("contract", Profile::About::contract, input::contract_words())
              .value_or(Contract::permanent);
    }
    std::optional<bool> const replaces =
        is_given("replacement") ? row_->yes_no("replacement") : std::nullopt;
    if (replaces.value_or(false))
      employment.contract = Contract::replacement;
    bool const has_end = employment.end || employment.leaves;
    if (employment.contract == Contract::replacement && !has_end && row_->is_usable()) {
      row_->reject("employment_to",
                   {fmt::format("een vervanging zonder einddatum (zij eindigt op een dag). Vul {} "
                                "in.",
                                row_->name("employment_to").nl),
                    fmt::format("a replacement without an end (it ends on a day). Fill in {}.",
                                row_->name("employment_to").en)});
    }
  }

  /// LB to LE, or DUO's numbers of them (10-13); LA and 9 are below what is modelled.
  scenario::Scale read_scale() {
    constexpr std::array<std::pair<std::string_view, scenario::Scale>, 6> numbers{{
        {"9", scenario::Scale::none},
        {"la", scenario::Scale::none},
        {"10", scenario::Scale::lb},
        {"11", scenario::Scale::lc},
        {"12", scenario::Scale::ld},
        {"13", scenario::Scale::le},
    }};
    if (!is_given("scale") || input::says_unknown(row_->text("scale")))
      return scenario::Scale::none;
    std::string const text = input::folded(row_->text("scale"));
    for (auto const& [number, scale] : numbers) {
      if (text == number)
        return scale;
    }
    return row_->choice<scenario::Scale>("scale", input::scale_words())
        .value_or(scenario::Scale::none);
  }

  Row* row_;
  Profile const* profile_;
  int start_;
  Findings* findings_;
};

Fate fate_of(Employment const& employment, int start) {
  if (employment.category == Category::support)
    return Fate::support;
  if (employment.category == Category::management)
    return Fate::management;
  Date const reference = reference_date(start);
  bool const is_over = (employment.end && *employment.end <= reference) ||
                       (employment.leaves && *employment.leaves <= reference);
  if (is_over)
    return Fate::ended;
  return employment.from > reference ? Fate::later : Fate::in_service;
}

/// Told once at the header, as each row would only repeat it.
void require_one_of(Sheet const& sheet, std::span<std::string_view const> columns,
                    Text const& what) {
  if (sheet.has_any(columns))
    return;
  Text const names = sheet.one_of(columns);
  sheet.reading().error(
      sheet.header_place(), std::string(columns.front()),
      {fmt::format("geen kolom met {} (een ervan is nodig). Voeg een kolom toe ({}), of noem haar "
                   "in een profiel (--map).",
                   what.nl, names.nl),
       fmt::format("no column with {} (one of them is needed). Add a column ({}), or name it in a "
                   "profile (--map).",
                   what.en, names.en)});
}

}  // namespace

std::vector<Employment> read_employments(Sheet const& sheet, Profile const& profile, int start,
                                         Findings& findings) {
  std::vector<Employment> employments;
  if (!sheet.is_usable())
    return employments;
  require_one_of(sheet, birth_columns, {"een leeftijd", "an age"});
  require_one_of(sheet, begin_columns, {"een begindatum", "a begin"});
  require_one_of(sheet, fte_columns, {"de werktijdfactor", "the fte"});
  if (has_errors(sheet.reading().problems()))
    return employments;
  employments.reserve(sheet.size());
  for (std::size_t i = 0; i < sheet.size(); ++i) {
    std::size_t const n_before = sheet.reading().problems().size();
    Row row(sheet, i);
    Employment employment = EmploymentReader(row, profile, start, findings).read();
    if (row.is_usable()) {
      employment.fate = fate_of(employment, start);
    } else {
      findings.reject_row(row, sheet.reading(), n_before, {{}, {}, {}, employment.fte, {}});
    }
    employments.push_back(std::move(employment));
  }
  return employments;
}

}  // namespace meesterplan::intake
