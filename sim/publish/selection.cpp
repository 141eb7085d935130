#include "sim/publish/selection.hpp"

#include <algorithm>
#include <span>

namespace meesterplan::publish {
namespace {

using Names = std::span<std::string_view const>;

constexpr std::string_view of_the_whole[] = {"heads",
                                             "fte",
                                             "net_fte",
                                             "demand",
                                             "unfilled",
                                             "shortage",
                                             "hidden",
                                             "surplus",
                                             "vacancies",
                                             "vacancy_fte",
                                             "masters",
                                             "masters_heads",
                                             "wo_upper_vwo",
                                             "share_55plus",
                                             "mean_age",
                                             "turnover",
                                             "exits",
                                             "hires",
                                             "starters_after_3_years",
                                             "cancelled",
                                             "lessons_qualified",
                                             "lessons_covered",
                                             "lessons_appointable",
                                             "lessons_unqualified",
                                             "lessons_cancelled",
                                             "candidates",
                                             "candidates_unplaced",
                                             "hires_within_region",
                                             "cost_total",
                                             "cost_calendar"};

/// What inside HR comes on top of that, of the whole and of schools. By kind of cost it can be
/// reckoned how few leave or study.
constexpr std::string_view inside[] = {"cost_wages",
                                       "cost_policy",
                                       "cost_study",
                                       "cost_vacancy",
                                       "cost_turnover",
                                       "cost_redundancy",
                                       "wo_upper_vwo_lessons",
                                       "upper_vwo_heads",
                                       "starters_3_years_ago",
                                       "degree_hbo_master",
                                       "degree_wo_master",
                                       "masters_sitting",
                                       "masters_starter",
                                       "masters_upskilled",
                                       "masters_outside",
                                       "studying",
                                       "graduations",
                                       "enrolments",
                                       "dropouts",
                                       "scale_LB",
                                       "scale_LC",
                                       "scale_LD",
                                       "scale_LE",
                                       "scale_over",
                                       "contract_permanent",
                                       "contract_temporary",
                                       "age_15_24",
                                       "age_25_34",
                                       "age_35_44",
                                       "age_45_54",
                                       "age_55_64",
                                       "age_65_up"};

constexpr std::string_view of_sections[] = {"heads",
                                            "fte",
                                            "net_fte",
                                            "demand",
                                            "unfilled",
                                            "vacancies",
                                            "masters",
                                            "masters_heads",
                                            "degree_hbo_master",
                                            "degree_wo_master",
                                            "masters_sitting",
                                            "masters_starter",
                                            "masters_upskilled",
                                            "masters_outside",
                                            "studying",
                                            "enrolments",
                                            "graduations",
                                            "dropouts"};

/// Sums of sections: what may be added up, and the share that clusters.cpp makes.
constexpr std::string_view of_clusters[] = {"heads",    "fte",       "net_fte",       "demand",
                                            "unfilled", "vacancies", "masters_heads", "masters"};

constexpr std::string_view of_parts_of_a_region[] = {"heads",
                                                     "fte",
                                                     "net_fte",
                                                     "demand",
                                                     "unfilled",
                                                     "shortage",
                                                     "hidden",
                                                     "cancelled",
                                                     "vacancies",
                                                     "exits",
                                                     "hires",
                                                     "masters",
                                                     "candidates",
                                                     "masters_heads",
                                                     "candidates_unplaced",
                                                     "lessons_appointable",
                                                     "lessons_unqualified",
                                                     "lessons_cancelled"};

bool holds(Names names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

bool tells_of(Reader reader, std::string_view level) {
  if (level == "total")
    return true;
  switch (reader) {
    case Reader::board:
      return false;
    case Reader::council:
      return level == cluster_level;
    case Reader::hr:
      return level == "school" || level == "section";
    case Reader::region:
      return level == "school" || level == "subject";
  }
  return false;
}

bool uses(Reader reader, std::string_view level, std::string_view metric) {
  if (!tells_of(reader, level))
    return false;
  if (level == cluster_level)
    return holds(of_clusters, metric);
  if (level == "section")
    return holds(of_sections, metric);
  if (reader == Reader::region && level != "total")
    return holds(of_parts_of_a_region, metric);
  return holds(of_the_whole, metric) || (reader == Reader::hr && holds(inside, metric));
}

bool is_of_masters(std::string_view metric) {
  return metric == "wo_upper_vwo" || metric.starts_with("masters");
}

}  // namespace meesterplan::publish
