#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/base/calendar.hpp"
#include "sim/base/fte.hpp"
#include "sim/base/place.hpp"
#include "sim/scenario/terms.hpp"
#include "sim/scenario/uncertain.hpp"

namespace meesterplan::scenario {

/// One to three a person: lessons in one section.
struct Assignment {
  Place place;
  int section = 0;  ///< index into Scenario::sections
  Fte fte;
  Licence licence = Licence::unknown;
  std::optional<double> upper_vwo;   ///< share of its lessons, 0..1; empty: not in the file
  std::optional<double> upper_havo;  ///< share of its lessons, 0..1; empty: not in the file
};

/// Study on the reference date.
struct StudyStatus {
  std::string programme;  ///< name of a Programme
  int years_done = 0;     ///< counted study years
  bool grant = false;
};

struct KnownLeave {
  Date on;
  ExitCause reason = ExitCause::leaves_profession;
};

/// A licence for the main subject that will be had from a date on.
struct KnownLicence {
  Date from;
  Licence licence = Licence::second_degree;
};

struct KnownHours {
  Date from;
  Fte fte;  ///< the person's new total
};

/// A teacher as the school's file knows them.
struct Person {
  Place place;
  std::string key;  ///< the file's id; only its hash travels further
  /// First and last month in which the person may have been born: equal when
  /// known, twelve months wide for a year or an age; then drawn per future.
  Month born_first;
  Month born_last;
  int tenure = 0;      ///< completed years here on the reference date
  int experience = 0;  ///< completed years in teaching, >= tenure
  Degree degree = Degree::unknown;
  MasterKind master_kind = MasterKind::none;
  Contract contract = Contract::permanent;
  std::optional<Date> contract_end;  ///< needed for a replacement
  Scale scale = Scale::none;
  Origin origin = Origin::initial;  ///< lio marks a trainee teacher
  std::optional<StudyStatus> study;
  std::optional<int> years_since_master;  ///< empty: unknown, counts as long ago
  std::optional<KnownLeave> leaves;
  std::optional<Date> starts_on;  ///< empty: in service
  std::optional<KnownHours> hours;
  std::optional<KnownLicence> licensed;
  std::vector<Assignment> assignments;
};

/// A subject at a school.
struct Section {
  Place place;
  std::string key;   ///< unique in the scenario
  std::string name;  ///< as shown; the key when the file gives none
  std::string subject;
  std::string cluster;  ///< subject cluster for publication; may be empty
  int school = 0;       ///< index into Scenario::schools
  Fte open_vacancies;   ///< on the reference date
};

struct School {
  Place place;
  std::string key;
  std::string board;   ///< empty: one unnamed board
  std::string region;  ///< empty: one unnamed region
  /// Share of fte lost to sick leave; empty: Net::sick_leave.
  std::optional<Uncertain> sick_leave;
  /// How much candidates want to work there, as a ratio to others; empty: 1.
  std::optional<Uncertain> attractiveness;
};

}  // namespace meesterplan::scenario
