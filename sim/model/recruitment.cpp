#include <algorithm>
#include <cstddef>
#include <tuple>
#include <utility>

#include "sim/model/building.hpp"

namespace meesterplan::model {

namespace {

using scenario::EntrantRow;
using scenario::RecruitmentMode;

bool is_master(scenario::Degree degree) {
  return degree >= scenario::Degree::hbo_master;
}

Entrant entrant_of(Building& building, EntrantRow const& row) {
  Entrant entrant;
  entrant.origin = row.origin;
  entrant.age_from = row.age.from;
  entrant.ages = row.age.to - row.age.from + 1;
  entrant.experience_from = row.experience.from;
  entrant.experiences = row.experience.to - row.experience.from + 1;
  entrant.degree = row.degree;
  entrant.master_kind = row.master_kind;
  bool const known = is_master(row.degree) && row.years_since_master.has_value();
  entrant.since_master = known ? std::min(*row.years_since_master, long_ago) : long_ago;
  entrant.licence = row.licence;
  if (row.licensed_after && *row.licensed_after == 0) {
    entrant.licence = row.licensed_as;
  }
  entrant.licensed_after = row.licensed_after.value_or(0);
  entrant.licensed_as = row.licensed_as;
  entrant.contract = row.contract;
  // Of an unknown scale it is not known whether it would rise.
  scenario::Scale const right =
      building.scenario.promotion.right[static_cast<std::size_t>(row.degree)];
  bool const knows_scale = row.scale != scenario::Scale::none;
  entrant.scale = knows_scale ? std::max(row.scale, right) : row.scale;
  entrant.fte = static_cast<std::int32_t>(row.fte.thousandths);
  entrant.weight = building.parameters.add(row.weight, Use::as_is);
  return entrant;
}

/// Everything that makes two rows different, so that sorting by it leaves no
/// trace of the order in the file.
auto contents(EntrantRow const& row) {
  return std::tuple(row.subject, row.origin, row.age.from, row.age.to, row.experience.from,
                    row.experience.to, row.degree, row.master_kind, row.years_since_master,
                    row.licence, row.licensed_after, row.licensed_as, row.contract, row.scale,
                    row.fte.thousandths, row.weight.central);
}

void build_entrants(Building& building) {
  std::vector<EntrantRow const*> rows;
  for (EntrantRow const& row : building.scenario.recruitment.entrants) {
    rows.push_back(&row);
  }
  std::stable_sort(rows.begin(), rows.end(), [](EntrantRow const* left, EntrantRow const* right) {
    return contents(*left) < contents(*right);
  });
  RecruitmentModel& recruitment = building.model.recruitment;
  for (EntrantRow const* row : rows) {
    recruitment.entrants.push_back(entrant_of(building, *row));
  }
  auto const rows_for = [&](std::optional<std::string> const& subject) {
    std::vector<std::int32_t> indexes;
    for (std::size_t index = 0; index < rows.size(); ++index) {
      if (rows[index]->subject == subject) {
        indexes.push_back(static_cast<std::int32_t>(index));
      }
    }
    return indexes;
  };
  for (std::string const& subject : building.subjects) {
    std::vector<std::int32_t> indexes = rows_for(subject);
    if (indexes.empty()) {
      indexes = rows_for(std::nullopt);
    }
    if (indexes.empty() && recruitment.mode != RecruitmentMode::none) {
      building.tell(Severity::error, {}, "recruitment.entrants",
                    {"er is geen regel voor het vak " + subject +
                         " (wie er dan komt is onbekend). Voeg een regel zonder vak toe.",
                     "there is no row for the subject " + subject +
                         " (it is not known who comes then). Add a row without a subject."});
    }
    recruitment.of_subject.push_back(std::move(indexes));
  }
}

void build_fill(Building& building) {
  auto const& rows = building.scenario.recruitment.fill;
  auto const row_for = [&](std::optional<std::string> const& subject) {
    return std::find_if(rows.begin(), rows.end(),
                        [&](scenario::FillRow const& row) { return row.subject == subject; });
  };
  for (std::string const& subject : building.subjects) {
    auto row = row_for(subject);
    if (row == rows.end()) {
      row = row_for(std::nullopt);
    }
    building.model.recruitment.fill.push_back(
        row == rows.end() ? Number{} : building.parameters.add(row->probability, Use::as_is));
  }
}

}  // namespace

void build_recruitment(Building& building) {
  auto const& rules = building.scenario.recruitment;
  RecruitmentModel& recruitment = building.model.recruitment;
  recruitment.mode = rules.mode;
  recruitment.min_vacancy = static_cast<std::int32_t>(rules.min_vacancy.thousandths);
  recruitment.stopped.assign(static_cast<std::size_t>(building.model.years) + 1, 0);
  for (int const school_year : rules.stop) {
    std::int32_t const step = school_year - building.model.start;
    if (step >= 0 && step <= building.model.years) {
      recruitment.stopped[static_cast<std::size_t>(step)] = 1;
    }
  }
  if (rules.mode == RecruitmentMode::none) {
    recruitment.fill.assign(building.subjects.size(), Number{});
    recruitment.of_subject.resize(building.subjects.size());
    return;
  }
  build_fill(building);
  build_entrants(building);
}

}  // namespace meesterplan::model
