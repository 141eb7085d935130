#include "sim/intake/person_builder.hpp"

#include <algorithm>
#include <chrono>
#include <set>
#include <utility>

#include <fmt/core.h>

#include "sim/base/number_text.hpp"
#include "sim/input/words.hpp"

namespace meesterplan::intake {
namespace {

using scenario::Contract;
using scenario::ExitCause;

constexpr Fte least_of_a_person{50};
constexpr Fte most_of_a_person{1200};
/// Employments this many days apart are one service: a summer between two contracts.
constexpr int summer = 92;

int day_number(Date date) {
  std::chrono::sys_days const days = std::chrono::year{date.year} / date.month / date.day;
  return static_cast<int>(days.time_since_epoch().count());
}

/// All rows of one person that are about teaching and could be read.
class PersonBuilder {
 public:
  PersonBuilder(std::vector<Employment const*> rows, int start, Findings& findings)
      : rows_(std::move(rows)), reference_(reference_date(start)), findings_(&findings) {
    for (Employment const* const row : rows_) {
      if (row->fate == Fate::in_service)
        now_.push_back(row);
      if (row->fate == Fate::later)
        later_.push_back(row);
    }
  }

  bool is_gone() const { return now_.empty() && later_.empty(); }

  /// Why the rows cannot be one teacher; empty when they can.
  std::optional<Text> fault() const {
    if (!birth().is_known()) {
      return Text{
          "geen leeftijd bekend (zonder kan niemand ouder worden). Vul een geboortedatum, "
          "een geboortejaar of een leeftijd in.",
          "no age is known (without it nobody can grow older). Fill in a date of birth, a "
          "year of birth or an age."};
    }
    if (has_two_births()) {
      return Text{
          "de rijen van deze medewerker noemen verschillende geboortedata (een mens heeft "
          "er een). Verbeter een van beide.",
          "the rows of this employee name different dates of birth (a person has one). "
          "Correct one of them."};
    }
    if (begins_too_young()) {
      return Text{
          "deze medewerker begon voor zijn vijftiende (dat kan niet). Controleer de datums.",
          "this employee began before the age of fifteen (which cannot be). Check the "
          "dates."};
    }
    Fte const fte = total(first_day());
    if (fte > most_of_a_person) {
      Text const shown = number_text(fte);
      return Text{fmt::format("de dienstverbanden van deze medewerker zijn samen {} fte (meer dan "
                              "1,2 kan niet). Controleer of er een al voorbij is.",
                              shown.nl),
                  fmt::format("the employments of this employee are {} fte together (more than 1.2 "
                              "cannot be). Check whether one has ended.",
                              shown.en)};
    }
    if (fte < least_of_a_person) {
      Text const shown = number_text(fte);
      return Text{fmt::format("deze medewerker heeft {} fte (gerekend wordt vanaf 0,05). Vul de "
                              "werktijdfactor in, of laat de rij weg.",
                              shown.nl),
                  fmt::format("this employee has {} fte (counted is from 0.05). Fill in the fte, "
                              "or leave the row out.",
                              shown.en)};
    }
    return std::nullopt;
  }

  Teacher build() const {
    Teacher teacher;
    teacher.place = rows_.front()->place;
    teacher.id = rows_.front()->id;
    teacher.birth = birth();
    teacher.is_in_service = !now_.empty();
    teacher.fte = total(first_day());
    teacher.service_from = service_from();
    teacher.teaching_since = earliest(&Employment::teaching_since);
    if (teacher.teaching_since && *teacher.teaching_since > teacher.service_from) {
      // Other work at the same board before is no service as a teacher.
      teacher.service_from = *teacher.teaching_since;
      ++findings_->n_service_as_teacher;
    }
    teacher.degree = highest_degree();
    teacher.scale = main_scale();
    teacher.origin = is_trainee() ? scenario::Origin::lio : scenario::Origin::initial;
    set_contract(teacher);
    set_leave(teacher);
    set_hours(teacher);
    return teacher;
  }

 private:
  /// Of the first row that tells it.
  Birth birth() const {
    auto const found = std::find_if(rows_.begin(), rows_.end(),
                                    [](Employment const* row) { return row->birth.is_known(); });
    return found == rows_.end() ? Birth{} : (*found)->birth;
  }

  bool begins_too_young() const {
    constexpr int youngest_begin = 15;
    Birth const born = birth();
    int const year = born.year ? *born.year : reference_.year - *born.age;
    std::optional<Date> const teaching = earliest(&Employment::teaching_since);
    int const begin = std::min(service_from().year, teaching ? teaching->year : reference_.year);
    return begin < year + youngest_begin;
  }

  bool has_two_births() const {
    Birth const first = birth();
    return std::any_of(rows_.begin(), rows_.end(), [&](Employment const* row) {
      return row->birth.is_known() && !(row->birth == first);
    });
  }

  /// The day on which the person is looked at: the reference date, or the first day
  /// of who comes later.
  Date first_day() const {
    if (!now_.empty())
      return reference_;
    return (*std::min_element(
                later_.begin(), later_.end(),
                [](auto const* left, auto const* right) { return left->from < right->from; }))
        ->from;
  }

  /// The first day without this employment; empty when it is open.
  static std::optional<Date> end_of(Employment const& row) {
    if (row.end && row.leaves)
      return std::min(*row.end, *row.leaves);
    return row.end ? row.end : row.leaves;
  }

  static bool works_on(Employment const& row, Date day) {
    std::optional<Date> const end = end_of(row);
    return row.from <= day && (!end || *end > day);
  }

  Fte total(Date day) const {
    Fte sum;
    for (Employment const* const row : rows_)
      sum += works_on(*row, day) ? row->fte : Fte{0};
    return sum;
  }

  bool is_trainee() const {
    return std::any_of(rows_.begin(), rows_.end(), [&](Employment const* row) {
      return row->origin == scenario::Origin::lio && works_on(*row, first_day());
    });
  }

  std::optional<Date> earliest(std::optional<Date> Employment::*member) const {
    std::optional<Date> first;
    for (Employment const* const row : rows_) {
      std::optional<Date> const& date = row->*member;
      if (date && (!first || *date < *first))
        first = date;
    }
    return first;
  }

  /// As told of what runs now, else the begin of employments that follow each other
  /// without a gap longer than a summer; of who comes later the first day.
  Date service_from() const {
    if (now_.empty())
      return first_day();
    std::optional<Date> told;
    for (Employment const* const row : now_) {
      if (row->service_from && (!told || *row->service_from < *told))
        told = row->service_from;
    }
    if (told)
      return *told;
    Date begin = first_day();
    for (bool is_found = true; is_found;) {
      is_found = false;
      for (Employment const* const row : rows_) {
        std::optional<Date> const end = end_of(*row);
        bool const joins = !end || day_number(begin) - day_number(*end) <= summer;
        if (row->from < begin && joins) {
          begin = row->from;
          is_found = true;
        }
      }
    }
    return begin;
  }

  scenario::Degree highest_degree() const {
    scenario::Degree highest = scenario::Degree::unknown;
    for (Employment const* const row : rows_) {
      bool const is_known = row->degree != scenario::Degree::unknown;
      if (is_known && (highest == scenario::Degree::unknown || row->degree > highest))
        highest = row->degree;
    }
    return highest;
  }

  /// Of the largest employment that tells one.
  scenario::Scale main_scale() const {
    Employment const* main = nullptr;
    for (Employment const* const row : rows_) {
      bool const counts = row->scale != scenario::Scale::none && works_on(*row, first_day());
      if (counts && (main == nullptr || row->fte > main->fte))
        main = row;
    }
    return main == nullptr ? scenario::Scale::none : main->scale;
  }

  /// Permanent if any employment is; a replacement only if all are.
  void set_contract(Teacher& teacher) const {
    Date const day = first_day();
    bool any_permanent = false;
    bool any_temporary = false;
    for (Employment const* const row : rows_) {
      if (!works_on(*row, day))
        continue;
      any_permanent |= row->contract == Contract::permanent;
      any_temporary |= row->contract == Contract::temporary;
    }
    teacher.contract = any_permanent   ? Contract::permanent
                       : any_temporary ? Contract::temporary
                                       : Contract::replacement;
    if (teacher.contract != Contract::permanent)
      teacher.contract_end = last_end();
    // Who goes on in another employment after a replacement is no replacement that ends.
    if (teacher.contract == Contract::replacement && !teacher.contract_end)
      teacher.contract = later_contract();
  }

  Contract later_contract() const {
    bool const any_permanent = std::any_of(rows_.begin(), rows_.end(), [](Employment const* row) {
      return row->fate != Fate::ended && row->contract == Contract::permanent;
    });
    return any_permanent ? Contract::permanent : Contract::temporary;
  }

  /// The first day without any employment; empty when one is open.
  std::optional<Date> last_end() const {
    std::optional<Date> last;
    for (Employment const* const row : rows_) {
      std::optional<Date> const end = end_of(*row);
      if (row->fate == Fate::ended)
        continue;
      if (!end)
        return std::nullopt;
      last = std::max(last.value_or(*end), *end);
    }
    return last;
  }

  /// Who is told to leave, and permanent staff of whom all employments end. A
  /// temporary contract that ends may be followed by another: that is not certain.
  void set_leave(Teacher& teacher) const {
    std::optional<Date> last = last_end();
    bool const is_told = std::any_of(rows_.begin(), rows_.end(), [](Employment const* row) {
      return row->fate != Fate::ended && row->leaves.has_value();
    });
    bool const goes_on = is_told && (!last || told_leave() < *last);
    if (goes_on)
      findings_->ask(Ask::leaves_in_part, {}, rows_.front()->place);
    bool const leaves = last && (is_told || teacher.contract == Contract::permanent);
    if (!leaves || teacher.contract == Contract::replacement)
      return;
    Employment const* told = nullptr;
    for (Employment const* const row : rows_) {
      if (row->fate != Fate::ended && !row->leave_reason.empty())
        told = row;
    }
    std::string const reason = told == nullptr ? "" : told->leave_reason;
    std::optional<int> const known = input::exit_cause_words().find(reason);
    if (!known) {
      findings_->ask(Ask::leave_reason, reason, (told == nullptr ? rows_.front() : told)->place);
      ++findings_->n_assumed_reasons;
    }
    teacher.leaves = scenario::KnownLeave{
        *last, known ? static_cast<ExitCause>(*known) : ExitCause::leaves_profession};
  }

  /// The last of the days of leaving that rows tell; some row tells one.
  Date told_leave() const {
    std::optional<Date> last;
    for (Employment const* const row : rows_) {
      if (row->fate != Fate::ended && row->leaves)
        last = std::max(last.value_or(*row->leaves), *row->leaves);
    }
    return *last;
  }

  /// The first change of the total after the reference date; later ones are asked
  /// about, as a person has one.
  void set_hours(Teacher& teacher) const {
    std::set<Date> days;
    for (Employment const* const row : rows_) {
      for (std::optional<Date> const& day : {std::optional<Date>(row->from), end_of(*row)}) {
        if (day && *day > first_day() && (!teacher.leaves || *day < teacher.leaves->on))
          days.insert(*day);
      }
    }
    Fte before = teacher.fte;
    for (Date const day : days) {
      Fte const after = total(day);
      bool const is_gap = after == Fte{0} && day != *days.rbegin();
      if (is_gap)
        findings_->ask(Ask::later_hours, {}, rows_.front()->place);
      if (after == before || after == Fte{0})
        continue;
      if (teacher.hours || after < least_of_a_person || after > most_of_a_person) {
        findings_->ask(Ask::later_hours, {}, rows_.front()->place);
        return;
      }
      teacher.hours = scenario::KnownHours{day, after};
      before = after;
    }
  }

  std::vector<Employment const*> rows_;
  std::vector<Employment const*> now_, later_;
  Date reference_;
  Findings* findings_;
};

}  // namespace

PersonFound find_person(std::vector<Employment const*> rows, int start, Findings& findings) {
  PersonBuilder const builder(std::move(rows), start, findings);
  PersonFound found;
  if (builder.is_gone())
    return found;
  found.fault = builder.fault();
  if (!found.fault)
    found.teacher = builder.build();
  return found;
}

}  // namespace meesterplan::intake
