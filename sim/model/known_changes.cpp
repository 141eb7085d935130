#include <algorithm>
#include <cstddef>
#include <limits>
#include <utility>

#include "sim/model/assignments.hpp"
#include "sim/model/building.hpp"

namespace meesterplan::model {

namespace {

using scenario::ExitCause;
using scenario::Person;
using Kind = KnownChange::Kind;

constexpr std::int32_t never = std::numeric_limits<std::int32_t>::max();
// The bounds of a known change of hours, as the engine keeps them.
constexpr std::int64_t least_main_fte = 50;
constexpr std::int64_t most_fte = 1200;

Month month_of(Date date) {
  return Month::of(date.year, date.month);
}

/// The first month in which somebody whose last day is `date` is missed: a last
/// day of a month is the end of that month.
Month month_without(Date date) {
  constexpr std::int32_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  bool const is_last = date.day >= days[date.month - 1];
  return Month{month_of(date).index + (is_last ? 1 : 0)};
}

/// When somebody certainly leaves, and why.
struct End {
  std::int32_t step = never;
  Date date;
  ExitCause cause = ExitCause::replacement_ended;
};

/// What is known of one person, in the order of the school year.
class PersonFacts final {
 public:
  PersonFacts(Building& building, Person const& person)
      : building_(building),
        person_(person),
        start_(building.model.start),
        starts_(person.starts_on ? step_of(*person.starts_on, start_) : 0),
        end_(this->find_end()) {
    for (Held const& part : held_by(building, person))
      parts_.push_back({part.section, part.fte});
  }

  void tell() {
    if (starts_ == 0 && end_.step > building_.model.years)
      this->tell_staying();
    if (starts_ > 0)
      this->add(Kind::starts, starts_, month_of(*person_.starts_on), parts_);
    this->tell_hours();
    if (person_.contract == scenario::Contract::temporary && person_.contract_end) {
      this->tell_before_end(Kind::contract_end, step_of(*person_.contract_end, start_),
                            month_without(*person_.contract_end));
    }
    this->tell_pension_age();
    if (end_.step != never)
      this->add(Kind::leaves, end_.step, month_without(end_.date), parts_at(end_.step, end_.cause));
  }

 private:
  End find_end() const {
    End end;
    if (person_.contract == scenario::Contract::replacement && person_.contract_end) {
      end = {step_of(*person_.contract_end, start_), *person_.contract_end,
             ExitCause::replacement_ended};
    }
    // Of two in one year the known leave is played first.
    if (person_.leaves && step_of(person_.leaves->on, start_) <= end.step)
      end = {step_of(person_.leaves->on, start_), person_.leaves->on, person_.leaves->reason};
    return end;
  }

  void add(Kind kind, std::int32_t step, std::optional<Month> month,
           std::vector<KnownChange::Part> parts) {
    if (step < 1 || step > building_.model.years)
      return;
    building_.names.known.push_back({kind, step, month, end_.cause, std::move(parts)});
  }

  void tell_staying() {
    std::vector<std::int32_t> sections;
    sections.reserve(parts_.size());
    for (KnownChange::Part const& part : parts_)
      sections.push_back(part.section);
    building_.names.staying.push_back(std::move(sections));
  }

  /// Hours that change before the person comes are those of the start.
  void tell_hours() {
    if (!person_.hours)
      return;
    hours_step_ = step_of(person_.hours->from, start_);
    std::int64_t total = 0;
    for (KnownChange::Part const& part : parts_)
      total += part.fte;
    std::int64_t const main = parts_.front().fte;
    std::int64_t const wanted =
        main + std::min<std::int64_t>(person_.hours->fte.thousandths, most_fte) - total;
    hours_change_ = std::max(wanted, least_main_fte) - main;
    bool const is_played = hours_step_ > starts_ && this->has_hours_changed(end_.step, end_.cause);
    if (is_played && hours_change_ != 0) {
      this->add(Kind::hours, hours_step_, month_of(person_.hours->from),
                {{parts_.front().section, hours_change_}});
    }
  }

  /// Whether the known hours hold when the person leaves in `step`: a known
  /// leave comes before the hours of its year, the end of a replacement after.
  bool has_hours_changed(std::int32_t step, ExitCause cause) const {
    return cause == ExitCause::replacement_ended ? hours_step_ <= step : hours_step_ < step;
  }

  std::vector<KnownChange::Part> parts_at(std::int32_t step, ExitCause cause) const {
    std::vector<KnownChange::Part> parts = parts_;
    bool const changes = person_.hours && hours_step_ > starts_;
    if (changes && this->has_hours_changed(step, cause))
      parts.front().fte += hours_change_;
    return parts;
  }

  /// Something of a year in whose end the person is still expected.
  void tell_before_end(Kind kind, std::int32_t step, std::optional<Month> month) {
    if (step > starts_ && step < end_.step)
      this->add(kind, step, month, parts_at(step, ExitCause::retirement));
  }

  /// Where the birth month is not known: the year in which the age is surely
  /// reached, and a month only if all birth months give the same.
  void tell_pension_age() {
    Month const first{building_.model.pension_month_of(person_.born_first.index)};
    Month const last{building_.model.pension_month_of(person_.born_last.index)};
    std::optional<Month> const month = first == last ? std::optional(last) : std::nullopt;
    this->tell_before_end(Kind::pension_age, step_of({last.year(), last.month(), 1}, start_),
                          month);
  }

  Building& building_;
  Person const& person_;
  std::int32_t start_;
  std::int32_t starts_;  ///< step; 0: in service
  End end_;
  std::vector<KnownChange::Part> parts_;  ///< on the first reference date, the main one first
  std::int32_t hours_step_ = 0;
  std::int64_t hours_change_ = 0;  ///< thousandths, of the main assignment
};

}  // namespace

void list_known_changes(Building& building) {
  auto const n = static_cast<std::int32_t>(building.scenario_person.size());
  for (std::int32_t row = 0; row < n; ++row)
    PersonFacts(building, person_in(building, row)).tell();
}

}  // namespace meesterplan::model
