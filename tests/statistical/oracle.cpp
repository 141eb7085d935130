#include "tests/statistical/oracle.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

namespace meesterplan::testing {

using namespace scenario;

namespace {

constexpr double certain = std::numeric_limits<double>::infinity();
constexpr int long_ago = 1000;

int floor_div(int value, int divisor) {
  return static_cast<int>(std::floor(static_cast<double>(value) / divisor));
}

int reference(Scenario const& scenario, int step) {
  return reference_month(scenario.start + step).index;
}

/// First month in which somebody born in `birth` is as old as it asks.
int pension_month(Scenario const& scenario, int birth) {
  for (int month = birth;; ++month) {
    int asked = scenario.pension.front().months;
    for (PensionStep const& step : scenario.pension)
      if (step.from.index <= month)
        asked = step.months;
    if (month - birth >= asked)
      return month;
  }
}

template <class Term>
bool lists(std::vector<Term> const& terms, Term term) {
  return terms.empty() || std::find(terms.begin(), terms.end(), term) != terms.end();
}

}  // namespace

double centre_of(Uncertain const& number) {
  return number.central;
}

/// What becomes of somebody who sits down on the reference date of a step.
struct Oracle::Life {
  std::vector<double> holds;  ///< [step] still there and with the property
  std::vector<double> gone;   ///< [step] left in the year that ends there
};

Oracle::Oracle(Scenario const& scenario, ValueOf value_of)
    : scenario_(scenario), value_of_(std::move(value_of)) {}

bool Oracle::matches(Cell const& cell, Sitter const& sitter, int section, int step) const {
  int const age = floor_div(reference(scenario_, step) - sitter.birth, 12);
  auto const same = [](auto const& asked, auto const& is) { return !asked || *asked == is; };
  int retirement = 0;
  if (!cell.retirement.is_all())
    retirement =
        floor_div(reference(scenario_, step + 1) - pension_month(scenario_, sitter.birth), 12);
  return cell.age.contains(age) &&
         (cell.retirement.is_all() || cell.retirement.contains(retirement)) &&
         cell.tenure.contains(sitter.tenure) && cell.experience.contains(sitter.experience) &&
         cell.years_since_master.contains(sitter.since_master) &&
         cell.year.contains(scenario_.start + step) && same(cell.degree, sitter.degree) &&
         same(cell.licence, sitter.licence) && same(cell.contract, sitter.contract) &&
         same(cell.subject, scenario_.sections[static_cast<std::size_t>(section)].subject);
}

/// -ln(1 - p) of the row for this sitter; 0 where there is none.
double Oracle::hazard(RateTable const& table, Sitter const& sitter, int section, int step) const {
  for (RateRow const& row : table.rows) {
    if (!this->matches(row.cell, sitter, section, step))
      continue;
    double const p = value_of_(row.value);
    return p >= 1 ? certain : -std::log1p(-p);
  }
  return 0;
}

double Oracle::exit_hazard(Sitter const& sitter, int section, int step) const {
  auto const row_of = [&](Factor const& factor) -> RateRow const* {
    for (RateRow const& row : factor.ratios.rows)
      if (this->matches(row.cell, sitter, section, step))
        return &row;
    return nullptr;
  };
  bool is_starter = false;
  for (Factor const& factor : scenario_.exit_factors)
    is_starter = is_starter || (factor.kind == FactorKind::starter && row_of(factor) != nullptr);
  double total = 0;
  for (CauseRates const& cause : scenario_.exits) {
    double hazard = this->hazard(cause.rates, sitter, section, step);
    if (hazard == certain)
      return certain;
    for (Factor const& factor : scenario_.exit_factors) {
      RateRow const* const row = row_of(factor);
      bool const acts =
          std::find(factor.causes.begin(), factor.causes.end(), cause.cause) != factor.causes.end();
      if (row == nullptr || !acts || (factor.kind == FactorKind::tenure && is_starter))
        continue;
      hazard *= value_of_(row->value);
    }
    total += hazard;
  }
  return total;
}

/// The yearly drop-out d with (c / (1 - (1-d) delay))^years = completion,
/// c = (1-d)(1-delay), by halving.
double Oracle::dropout(Programme const& programme, bool grant) const {
  double const completion =
      value_of_(grant ? programme.completion_with_grant : programme.completion_without_grant);
  double const delay = value_of_(programme.delay);
  double low = 0;
  double high = 1;
  for (int round = 0; round < 100; ++round) {
    double const d = (low + high) / 2;
    double const counts = (1 - d) * (1 - delay);
    double const finishes = std::pow(counts / (1 - (1 - d) * delay), programme.years);
    (finishes > completion ? low : high) = d;
  }
  return (low + high) / 2;
}

void Oracle::live_a_year(Sitter const& sitter, double chance, int section, int step,
                         std::vector<std::pair<Sitter, double>>& next, double& gone) const {
  double const leaves = -std::expm1(-this->exit_hazard(sitter, section, step));
  gone += chance * leaves;
  if (leaves >= 1)
    return;
  Sitter after = sitter;
  after.tenure += 1;
  after.experience += 1;
  after.since_master = std::min(after.since_master + 1, long_ago);
  this->decide_contract(after, chance * (1 - leaves), section, step, next, gone);
}

void Oracle::decide_contract(Sitter sitter, double chance, int section, int step,
                             std::vector<std::pair<Sitter, double>>& next, double& gone) const {
  Sitter before = sitter;  // rates are looked up as at the year's start
  before.tenure -= 1;
  before.experience -= 1;
  before.since_master -= before.since_master == long_ago ? 0 : 1;
  if (sitter.contract == Contract::temporary && sitter.tenure >= 1) {
    bool const licensed = sitter.licence <= Licence::second_degree;
    bool const kept_until_licensed =
        licensed && sitter.licensed_in > 0 && sitter.licensed_in <= step;
    if (!licensed && sitter.tenure >= 3) {
      gone += chance;
      return;
    }
    if (licensed) {
      double const stays = kept_until_licensed ? 1 : value_of_(scenario_.contracts.p_permanent);
      gone += chance * (1 - stays);
      chance *= stays;
      sitter.contract = Contract::permanent;
    }
  }
  if (sitter.licensed_in == step + 1)
    sitter.licence = std::min(sitter.licence, sitter.licensed_as);
  this->study(sitter, chance, section, step, before, next);
}

void Oracle::study(Sitter sitter, double chance, int section, int step, Sitter const& before,
                   std::vector<std::pair<Sitter, double>>& next) const {
  if (sitter.programme < 0) {
    this->enrol(sitter, chance, section, step, before, next);
    return;
  }
  Programme const& programme = scenario_.programmes[static_cast<std::size_t>(sitter.programme)];
  double const d = this->dropout(programme, sitter.grant);
  double const delay = value_of_(programme.delay);
  Sitter out = sitter;
  out.programme = -1;
  out.study_years = 0;
  out.grant = false;
  this->enrol(out, chance * d, section, step, before, next);
  next.emplace_back(sitter, chance * (1 - d) * delay);
  sitter.study_years += 1;
  double const counts = chance * (1 - d) * (1 - delay);
  if (sitter.study_years < programme.years) {
    next.emplace_back(sitter, counts);
    return;
  }
  out.degree = std::max(sitter.degree, programme.gives_degree);
  out.since_master = 0;
  if (programme.gives_licence)
    out.licence = std::min(out.licence, *programme.gives_licence);
  this->enrol(out, counts, section, step, before, next);
}

void Oracle::enrol(Sitter sitter, double chance, int section, int step, Sitter const& before,
                   std::vector<std::pair<Sitter, double>>& next) const {
  // Time as at the year's start, the rest as it is now.
  Sitter now = sitter;
  now.tenure = before.tenure;
  now.experience = before.experience;
  now.since_master = before.since_master;
  int const age = floor_div(reference(scenario_, step) - sitter.birth, 12);
  std::vector<double> hazards;
  double total = 0;
  for (Programme const& programme : scenario_.programmes) {
    bool const eligible =
        lists(programme.degrees, now.degree) && now.degree < programme.gives_degree &&
        lists(programme.licences, now.licence) && lists(programme.contracts, now.contract) &&
        lists(programme.subjects, scenario_.sections[static_cast<std::size_t>(section)].subject) &&
        programme.age.contains(age) && programme.tenure.contains(now.tenure);
    hazards.push_back(eligible ? this->hazard(programme.uptake, now, section, step) : 0);
    total += hazards.back();
  }
  double const wants = -std::expm1(-total);
  next.emplace_back(sitter, chance * (1 - wants));
  if (wants == 0)
    return;
  double const p_grant =
      sitter.contract == Contract::permanent ? value_of_(scenario_.study.p_grant) : 0;
  double const without = (1 - p_grant) * value_of_(scenario_.study.without_grant);
  next.back().second += chance * wants * (1 - p_grant - without);
  for (std::size_t index = 0; index < hazards.size(); ++index) {
    double const this_one = chance * wants * hazards[index] / total;
    Sitter student = sitter;
    student.programme = static_cast<int>(index);
    student.study_years = 0;
    student.grant = true;
    next.emplace_back(student, this_one * p_grant);
    student.grant = false;
    next.emplace_back(student, this_one * without);
  }
}

Oracle::Life Oracle::live(Chances states, int section, int from, Property property) const {
  Life life;
  life.holds.resize(static_cast<std::size_t>(scenario_.years) + 1);
  life.gone.resize(life.holds.size());
  auto const held = [&] {
    double sum = 0;
    for (auto const& [sitter, chance] : states)
      sum += property(sitter) ? chance : 0;
    return sum;
  };
  life.holds[static_cast<std::size_t>(from)] = held();
  for (int step = from; step < scenario_.years; ++step) {
    Chances next;
    double gone = 0;
    for (auto const& [sitter, chance] : states)
      this->live_a_year(sitter, chance, section, step, next, gone);
    std::map<Sitter, double> merged;
    for (auto const& [sitter, chance] : next)
      if (chance > 0)
        merged[sitter] += chance;
    states.assign(merged.begin(), merged.end());
    life.holds[static_cast<std::size_t>(step) + 1] = held();
    life.gone[static_cast<std::size_t>(step) + 1] = gone;
  }
  return life;
}

std::vector<double> Oracle::unknown_degrees(int section, Licence licence) const {
  auto const at = static_cast<std::size_t>(licence);
  std::vector<double> weights;
  double total = scenario_.unknown.weight;
  for (double const share : scenario_.unknown.degree[at])
    weights.push_back(share * scenario_.unknown.weight);
  for (Person const& person : scenario_.people) {
    Assignment const& main = person.assignments.front();
    if (main.section != section || main.licence != licence || person.degree == Degree::unknown)
      continue;
    weights[static_cast<std::size_t>(person.degree)] += 1;
    total += 1;
  }
  for (double& weight : weights)
    weight /= total;
  return weights;
}

Oracle::Chances Oracle::file_states(Person const& person) const {
  Assignment const& main = person.assignments.front();
  Sitter sitter;
  sitter.tenure = person.tenure;
  sitter.experience = person.experience;
  sitter.since_master = person.years_since_master.value_or(long_ago);
  sitter.degree = person.degree;
  sitter.licence = main.licence;
  sitter.contract = person.contract;
  if (person.study) {
    for (std::size_t index = 0; index < scenario_.programmes.size(); ++index)
      if (scenario_.programmes[index].name == person.study->programme)
        sitter.programme = static_cast<int>(index);
    sitter.study_years = person.study->years_done;
    sitter.grant = person.study->grant;
  }
  Chances states;
  int const months = person.born_last.index - person.born_first.index + 1;
  for (int month = 0; month < months; ++month) {
    sitter.birth = person.born_first.index + month;
    if (person.degree != Degree::unknown) {
      states.emplace_back(sitter, 1.0 / months);
      continue;
    }
    std::vector<double> const degrees = this->unknown_degrees(main.section, main.licence);
    for (std::size_t degree = 0; degree < degrees.size(); ++degree) {
      sitter.degree = static_cast<Degree>(degree);
      states.emplace_back(sitter, degrees[degree] / months);
    }
  }
  return states;
}

Oracle::Chances Oracle::successors(int section, int step) const {
  std::string const& subject = scenario_.sections[static_cast<std::size_t>(section)].subject;
  std::vector<EntrantRow const*> rows;
  for (EntrantRow const& row : scenario_.recruitment.entrants)
    if (row.subject == subject)
      rows.push_back(&row);
  if (rows.empty())
    for (EntrantRow const& row : scenario_.recruitment.entrants)
      if (!row.subject)
        rows.push_back(&row);
  double total = 0;
  for (EntrantRow const* row : rows)
    total += value_of_(row->weight);
  Chances states;
  for (EntrantRow const* row : rows) {
    int const months = 12 * (row->age.to - row->age.from + 1);
    int const experiences = row->experience.to - row->experience.from + 1;
    for (int month = 0; month < months; ++month) {
      for (int more = 0; more < experiences; ++more) {
        Sitter sitter;
        int const age_months = 12 * row->age.from + month;
        sitter.birth = reference(scenario_, step) - age_months;
        sitter.experience =
            std::min(row->experience.from + more, std::max(age_months / 12 - 20, 0));
        sitter.since_master = row->years_since_master.value_or(long_ago);
        sitter.degree = row->degree;
        sitter.licence = row->licence;
        sitter.contract = row->contract;
        sitter.licensed_in = row->licensed_after ? step + *row->licensed_after : 0;
        sitter.licensed_as = row->licensed_as;
        states.emplace_back(sitter, value_of_(row->weight) / total / months / experiences);
      }
    }
  }
  return states;
}

std::vector<std::vector<std::vector<double>>> Oracle::chances(Property property) const {
  auto const n_years = static_cast<std::size_t>(scenario_.years) + 1;
  std::vector<std::vector<std::vector<double>>> all(scenario_.sections.size());
  for (std::size_t section = 0; section < all.size(); ++section) {
    auto const index = static_cast<int>(section);
    // [step of sitting down][year] that somebody with the property sits there,
    // whoever that is by then; later ones first, as they are what follows.
    std::vector<std::vector<double>> after(n_years, std::vector<double>(n_years));
    auto const with_successors = [&](Life const& life, std::size_t from) {
      std::vector<double> holds = life.holds;
      for (std::size_t left = from + 1; left < n_years; ++left)
        for (std::size_t year = left; year < n_years; ++year)
          holds[year] += life.gone[left] * after[left][year];
      return holds;
    };
    for (std::size_t from = n_years - 1; from > 0; --from)
      after[from] = with_successors(this->live(this->successors(index, static_cast<int>(from)),
                                               index, static_cast<int>(from), property),
                                    from);
    for (Person const& person : scenario_.people)
      if (person.assignments.front().section == index)
        all[section].push_back(
            with_successors(this->live(this->file_states(person), index, 0, property), 0));
  }
  return all;
}

std::vector<double> count_distribution(std::vector<double> const& chances) {
  std::vector<double> counts{1};
  for (double const p : chances) {
    counts.push_back(0);
    for (std::size_t count = counts.size() - 1; count > 0; --count)
      counts[count] = counts[count] * (1 - p) + counts[count - 1] * p;
    counts[0] *= 1 - p;
  }
  return counts;
}

}  // namespace meesterplan::testing
