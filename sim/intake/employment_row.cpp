#include "sim/intake/employment_row.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>

#include <fmt/core.h>

#include "sim/input/cell_text.hpp"
#include "sim/input/words.hpp"
#include "sim/intake/diploma_text.hpp"
#include "sim/intake/diplomas.hpp"
#include "sim/intake/normal.hpp"

namespace meesterplan::intake {
namespace {

using input::quoted;
using input::Row;
using input::Words;
using scenario::Contract;

constexpr int youngest = 16;
constexpr int oldest = 75;
constexpr Fte most_of_a_row{2000};  ///< of a person it is 1.2; that is judged later
/// What systems write for "no end".
constexpr int year_of_no_end = 2099;

constexpr int first_begin = 1940;
constexpr std::array<std::string_view, 2> category_columns{"category", "function"};
constexpr std::array<std::string_view, 1> school_column{"school"};

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
    read_fte(employment);
    if (row_->reject_total("id") || !row_->require("id") || is_withheld("id"))
      return employment;
    employment.id = normal_id(row_->text("id"));
    employment.code = normal_code(row_->text("teacher_code"));
    read_category(employment);
    bool const is_teacher =
        employment.category == Category::teacher || employment.category == Category::trainee;
    if (is_teacher)
      read_teacher(employment);
    return employment;
  }

 private:
  bool is_given(std::string_view key) { return findings_->is_given(*row_, key); }

  /// Rejects a masked cell of which the value is needed.
  bool is_withheld(std::string_view key) {
    if (!input::is_mask(row_->text(key)))
      return false;
    row_->reject(key, {"dit is afgeschermd (de waarde is nodig). Vul haar in.",
                       "this is masked (the value is needed). Fill it in."});
    return true;
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
      reject_word(key, words.complaint(text), about);
      return std::nullopt;
    }
    return static_cast<Term>(*value);
  }

  /// Rejects a word that nobody knows, and says where it can be told.
  void reject_word(std::string_view key, Text complaint, Profile::About about) {
    std::string_view const table = Profile::table_of(about);
    complaint.nl += fmt::format(" Of zeg in het profiel onder [{}] wat het is.", table);
    complaint.en += fmt::format(" Or tell what it is in the profile under [{}].", table);
    row_->reject(key, std::move(complaint));
  }

  void read_fte(Employment& employment) {
    if (!row_->has_any(fte_columns))
      return;
    bool const has_fte = !row_->is_empty("fte") && !input::is_mask(row_->text("fte"));
    bool const has_percentage =
        !row_->is_empty("fte_percentage") && !input::is_mask(row_->text("fte_percentage"));
    std::optional<Fte> const share = has_percentage ? read_percentage() : std::nullopt;
    std::optional<Fte> fte = share;
    if (has_fte || !has_percentage)
      fte = row_->require("fte") ? row_->fte("fte", Fte{0}, most_of_a_row) : std::nullopt;
    if (fte && share && *fte != *share) {
      row_->reject("fte_percentage",
                   {"het percentage en de werktijdfactor zijn niet gelijk (een van beide klopt "
                    "niet). Verbeter een van beide.",
                    "the percentage and the fte differ (one of them is wrong). Correct one of "
                    "them."});
    }
    findings_->n_without_fte += fte ? 0 : 1;
    employment.fte = fte.value_or(Fte{0});
  }

  /// 80, or 80%; what is at most 2 without a sign may be either.
  std::optional<Fte> read_percentage() {
    std::string_view const text = row_->text("fte_percentage");
    if (text.find('%') != std::string_view::npos)
      return row_->fte("fte_percentage", Fte{0}, most_of_a_row);
    std::optional<double> const percentage = row_->number("fte_percentage", {0, 200});
    if (percentage && *percentage > 0 && *percentage <= 2) {
      row_->reject("fte_percentage",
                   {fmt::format("{} procent is heel weinig (is het een werktijdfactor?). Schrijf "
                                "bijvoorbeeld 80, of gebruik de kolom {}.",
                                quoted(text), row_->name("fte").nl),
                    fmt::format("{} percent is very little (is it an fte?). Write for instance "
                                "80, or use the column {}.",
                                quoted(text), row_->name("fte").en)});
      return std::nullopt;
    }
    return percentage ? std::optional<Fte>(Fte{std::llround(*percentage * 10)}) : std::nullopt;
  }

  /// The category, else what the function says; a teacher when there is neither
  /// column.
  void read_category(Employment& employment) {
    bool const has_category = is_given("category") && !input::says_unknown(row_->text("category"));
    if (has_category) {
      employment.category = choice<Category>("category", Profile::About::category, category_words())
                                .value_or(Category::teacher);
    } else if (!row_->is_empty("function")) {
      read_function(employment);
    } else if (row_->has_any(category_columns)) {
      row_->reject(row_->has_any(std::array{category_columns[0]}) ? "category" : "function",
                   {"er staat niet bij wat voor personeel dit is (alleen leraren tellen mee). Vul "
                    "de cel in.",
                    "what kind of staff this is, is not said (only teachers count). Fill in the "
                    "cell."});
    }
  }

  void read_function(Employment& employment) {
    std::string_view const text =
        profile_->meaning(Profile::About::category, row_->text("function"));
    if (std::optional<Category> const found = category_of_function(text)) {
      employment.category = *found;
    } else {
      reject_word("function", category_words().complaint(text), Profile::About::category);
    }
  }

  void read_teacher(Employment& employment) {
    read_birth(employment.birth);
    read_dates(employment);
    read_contract(employment);
    employment.scale = read_scale();
    if (is_given("section"))
      employment.section = row_->text("section");
    if (row_->has_any(school_column) && row_->require("school") && !is_withheld("school")) {
      employment.school = normal_school(row_->text("school"));
      if (employment.school.empty()) {
        row_->reject("school", {"dit is geen school (zij is nodig). Vul haar BRIN in.",
                                "this is no school (it is needed). Fill in its BRIN."});
      }
    }
    if (is_given("licence"))
      employment.licence = licence_of(*row_, *profile_, *findings_);
    employment.degree = read_degree();
    if (employment.category == Category::trainee)
      employment.origin = scenario::Origin::lio;
  }

  /// A degree, or a diploma in free text; what is doubtful is asked.
  scenario::Degree read_degree() {
    if (!is_given("degree") || input::says_unknown(row_->text("degree")))
      return scenario::Degree::unknown;
    std::string_view const text = profile_->meaning(Profile::About::degree, row_->text("degree"));
    if (auto const known = input::degree_words().find(text))
      return static_cast<scenario::Degree>(*known);
    scenario::Degree const read = read_diploma(text).degree;
    if (read == scenario::Degree::unknown)
      findings_->ask(Ask::diploma, row_->text("degree"), row_->place("degree"));
    return read;
  }

  void read_birth(Birth& birth) {
    std::optional<Date> const date = read_birth_date();
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

  /// The message about a wrong one tells nothing of it.
  std::optional<Date> read_birth_date() {
    if (!is_given("birth_date") || input::says_unknown(row_->text("birth_date")))
      return std::nullopt;
    input::ParsedDate const parsed = input::parse_date(row_->text("birth_date"));
    if (parsed.fault == input::DateFault::none)
      return parsed.value;
    row_->reject("birth_date",
                 {"deze geboortedatum is geen datum die bestaat (de inhoud wordt niet getoond). "
                  "Schrijf dag-maand-jaar.",
                  "this date of birth is no date that exists (it is not shown here). Write "
                  "day-month-year or year-month-day."});
    return std::nullopt;
  }

  void check_age(std::string_view key, Birth const& birth) {
    int const born = 12 * *birth.year + birth.month.value_or(1) - 1;
    int const months = reference_month(start_).index - born;
    int const age = (months >= 0 ? months : months - 11) / 12;
    if (age >= youngest && age <= oldest)
      return;
    row_->reject(key, {fmt::format("dit geeft een leeftijd van {} jaar (op 1 oktober {} moet die "
                                   "van {} tot en met {} zijn). Controleer het jaar.",
                                   age, start_, youngest, oldest),
                       fmt::format("this gives an age of {} years (on 1 October {} it must be "
                                   "from {} to {}). Check the year.",
                                   age, start_, youngest, oldest)});
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
    check_begins(employment);
    check_order(employment);
  }

  void check_begins(Employment const& employment) {
    if (employment.from.year < first_begin ||
        employment.service_from.value_or(employment.from).year < first_begin) {
      row_->reject("service_from", {"deze begindatum kan niet (het lijkt de lege datum van het "
                                    "rekenblad). Vul de echte datum in.",
                                    "this begin cannot be (it looks like the empty date of the "
                                    "spreadsheet). Fill in the real date."});
    } else if (employment.service_from && *employment.service_from > employment.from) {
      row_->reject("service_from",
                   {"in dienst na het begin van dit dienstverband (dat kan niet allebei). Verbeter "
                    "een van beide.",
                    "in service after this employment begins (both cannot be). Correct one of "
                    "them."});
    } else if (employment.teaching_since &&
               *employment.teaching_since > std::max(employment.from, reference_date(start_))) {
      row_->reject("teaching_since",
                   {"docent vanaf een dag die nog moet komen (dan is iemand nog geen docent). "
                    "Verbeter de datum.",
                    "teaching since a day that is still to come (then nobody teaches yet). Correct "
                    "the date."});
    }
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
    if (row_->require("contract") && !is_withheld("contract")) {
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
    // "LB12": the step behind it does not matter.
    if (auto const known = input::scale_words().find(std::string_view(text).substr(0, 2)))
      return static_cast<scenario::Scale>(*known);
    ++findings_->n_unknown_scales;
    return scenario::Scale::none;
  }

  Row* row_;
  Profile const* profile_;
  int start_;
  Findings* findings_;
};

}  // namespace

Employment read_employment(Row& row, Profile const& profile, int start, Findings& findings) {
  return EmploymentReader(row, profile, start, findings).read();
}

}  // namespace meesterplan::intake
