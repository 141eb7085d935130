// The reference rates through the engine: verification (what goes in comes out)
// and the calibration check on the sector of 2013.

#include <array>
#include <cmath>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "sim/input/disk_files.hpp"
#include "sim/input/load_scenario.hpp"
#include "tests/statistical/played.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/scenarios.hpp"

using namespace meesterplan;
using namespace meesterplan::scenario;
using namespace meesterplan::testing;

namespace {

/// Of the contracts that end, who goes to another school (RUG/Voion 2013).
constexpr double to_another_school = 14.0 / 30;

Scenario sector() {
  input::DiskFiles disk;
  Scenario scenario = input::load_scenario_or_throw(disk, "scenarios/sector-2013.toml");
  scenario.uncertainty = Uncertainty::chance;
  scenario.recording = {};
  return scenario;
}

/// The cells of a table with ; between them, without its header.
std::vector<std::vector<std::string>> rows_of(std::string const& file) {
  std::ifstream in(file);
  REQUIRE(in);
  std::vector<std::vector<std::string>> rows;
  std::string line;
  std::getline(in, line);
  while (std::getline(in, line)) {
    rows.emplace_back();
    std::istringstream cells(line);
    std::string cell;
    while (std::getline(cells, cell, ';'))
      rows.back().push_back(cell);
  }
  return rows;
}

/// The national rates for people to be added: nobody comes, lessons and the
/// subject do not matter.
Scenario only_exits(int start, int years) {
  Scenario scenario = sector();
  scenario.start = start;
  scenario.years = years;
  scenario.people.clear();
  scenario.sections.clear();
  scenario.lessons.reset();
  scenario.cover = {};
  scenario.programmes.clear();
  scenario.hours = {};
  scenario.net = {};
  scenario.recruitment = {};
  scenario.targets.clear();
  scenario.recording.levels = {Level::section, Level::total};
  return scenario;
}

/// Adds round(weight x `n`) teachers of an age, born in all months alike.
class Population {
 public:
  Population(Scenario& scenario, int n) : scenario_(scenario), n_(n) {}

  void add(int section, int age, int experience, int tenure, Contract contract, double weight) {
    weight_ += weight;
    for (; added_ < std::lround(weight_ * n_); ++added_) {
      Person& person = add_person(scenario_, std::to_string(added_), section, age);
      person.born_first = Month{person.born_first.index - static_cast<int>(added_ % 12)};
      person.born_last = person.born_first;
      person.experience = experience;
      person.tenure = tenure;
      person.contract = contract;
    }
  }

 private:
  Scenario& scenario_;
  int n_;
  double weight_ = 0;
  long added_ = 0;
};

/// Who leaves the sector in a step, out of all futures.
template <class Sum>
double leavers(Sum const& sum) {
  return static_cast<double>(sum("exits_retirement") + sum("exits_leaves_profession") +
                             sum("exits_disability_or_death")) +
         (1 - to_another_school) * static_cast<double>(sum("exits_contract_ended"));
}

constexpr std::array<char const*, 5> bands = {"-29", "30-39", "40-49", "50-59", "60+"};

std::size_t band_of(int age) {
  return age < 30 ? 0 : age < 60 ? static_cast<std::size_t>(age / 10 - 2) : 4;
}

}  // namespace

TEST_CASE("The published exits by age come out of the declared population", "[slow]") {
  constexpr std::array<double, 5> published = {0.075, 0.038, 0.037, 0.035, 0.194};
  constexpr int n_people = 12'000;
  std::array<double, 5> left{};
  std::array<double, 5> heads{};
  for (int start = 2013; start <= 2016; ++start) {
    Scenario scenario = only_exits(start, 1);
    // Else the same people would have the same luck in all four years.
    scenario.seed = static_cast<std::uint32_t>(start);
    for (char const* band : bands)
      add_section(scenario, band);
    Population population(scenario, n_people);
    for (auto const& cells : rows_of("data/reference/reference_population.csv")) {
      int const age = std::stoi(cells[0]);
      population.add(static_cast<int>(band_of(age)), age, std::stoi(cells[1]), std::stoi(cells[2]),
                     cells[3] == "temporary" ? Contract::temporary : Contract::permanent,
                     std::stod(cells[4]));
    }
    Played const played(scenario, 50);
    for (std::size_t band = 0; band < bands.size(); ++band) {
      left[band] += leavers([&](char const* metric) { return played.sum(metric, 1, bands[band]); });
      heads[band] += static_cast<double>(played.sum("heads", 0, bands[band]));
    }
  }
  double all_left = 0;
  double all = 0;
  // Published to a tenth of a percentage point; four standard errors of chance.
  auto const check = [](char const* name, double share, double n, double right) {
    double const error = 4 * std::sqrt(right * (1 - right) / n);
    std::cout << "leaves the sector, " << name << ": " << 100 * share << "% (published "
              << 100 * right << "%)\n";
    CAPTURE(name, share, right, error);
    CHECK(std::abs(share - right) <= 0.0005 + error);
  };
  for (std::size_t band = 0; band < bands.size(); ++band) {
    check(bands[band], left[band] / heads[band], heads[band], published[band]);
    all_left += left[band];
    all += heads[band];
  }
  check("all", all_left / all, all, 0.062);
}

TEST_CASE("Starters under 30 stay in the sector as published", "[slow]") {
  Scenario scenario = only_exits(2013, 5);
  add_section(scenario, "starters");
  Population population(scenario, 10'000);
  for (auto const& cells : rows_of("data/reference/reference_starters.csv"))
    population.add(0, std::stoi(cells[0]), 0, 0, Contract::temporary, std::stod(cells[1]));
  Played const played(scenario, 50);
  std::map<int, double> const published = {{1, 0.80}, {2, 0.76}, {3, 0.75}, {5, 0.70}};
  double stays = 1;
  for (int step = 1; step <= 5; ++step) {
    // Who moved to another board is taken to stay as long as who did not.
    double const there = static_cast<double>(played.sum("heads", step - 1));
    stays *= 1 - leavers([&](char const* metric) { return played.sum(metric, step); }) / there;
    auto const right = published.find(step);
    if (right == published.end())
      continue;
    std::cout << "starters in the sector after " << step << " years: " << 100 * stays
              << "% (published " << 100 * right->second << "%)\n";
    double const error = 4 * std::sqrt(step * 0.25 / (10'000.0 * 50));
    CAPTURE(step, stays, error);
    CHECK(std::abs(stays - right->second) <= 0.0005 + error);
  }
}

namespace {

/// The sector of 2013 with uptake and students of 2013 times 0, 1 or 3.
Scenario with_study(int times) {
  Scenario scenario = sector();
  scenario.years = 4;
  scenario.targets.clear();
  scenario.recording.levels = {Level::total};
  for (Programme& programme : scenario.programmes)
    for (RateRow& row : programme.uptake.rows)
      row.value = Uncertain::probability(row.value.central * times);
  std::vector<StudyStatus> more;
  for (Person& person : scenario.people) {
    if (!person.study)
      continue;
    for (int copy = 1; copy < times; ++copy)
      more.push_back(*person.study);
    if (times == 0)
      person.study.reset();
  }
  // Further students: others who may study, spread over the file.
  std::size_t next = 0;
  for (std::size_t index = 0; index < scenario.people.size() && next < more.size(); ++index) {
    Person& person = scenario.people[(index * 7) % scenario.people.size()];
    int const age = (reference_month(2013).index - person.born_first.index) / 12;
    bool const may = !person.study && person.degree == Degree::bachelor && person.tenure >= 1 &&
                     age <= 55 && person.contract == Contract::permanent &&
                     person.assignments.front().licence == Licence::second_degree;
    if (may)
      person.study = more[next++];
  }
  REQUIRE(next == more.size());
  return scenario;
}

struct Sector {
  double masters = 0;             ///< share in 2015
  double upper = 0;               ///< wo masters among teachers of upper vwo in 2015
  std::array<double, 3> stays{};  ///< in vo, school years from 2014, 2015 and 2016
};

Sector measure(int times) {
  constexpr std::int64_t n = 400;
  Played const played(with_study(times), n);
  auto const share = [&](char const* metric) {
    return static_cast<double>(played.sum(metric, 2)) / static_cast<double>(n) / 1e9;
  };
  Sector sector{share("masters"), share("wo_upper_vwo"), {}};
  for (int index = 0; index < 3; ++index) {
    auto const sum = [&](char const* metric) { return played.sum(metric, index + 2); };
    sector.stays[static_cast<std::size_t>(index)] =
        1 - (leavers(sum) + static_cast<double>(sum("exits_other_sector"))) /
                static_cast<double>(played.sum("heads", index + 1));
  }
  return sector;
}

}  // namespace

TEST_CASE("Calibration check: the sector from 2013 is nearest to 2015 with the uptake it has",
          "[slow]") {
  // VO-raad, Handreiking SHRM, Tabel 2; errors of model and observation together.
  constexpr double masters_2015 = 0.37;
  constexpr double masters_error = 0.015;
  constexpr double upper_2015 = 0.63;
  constexpr double upper_error = 0.06;
  std::map<int, double> z;
  for (int const times : {0, 1, 3}) {
    Sector const sector = measure(times);
    z[times] = (sector.masters - masters_2015) / masters_error;
    std::cout << "uptake x " << times << ": masters 2015 " << 100 * sector.masters << "%, z "
              << z[times] << "; wo masters in upper vwo " << 100 * sector.upper << "%, z "
              << (sector.upper - upper_2015) / upper_error << "; stay in vo 2014-16 "
              << 100 * sector.stays[0] << ", " << 100 * sector.stays[1] << ", "
              << 100 * sector.stays[2] << "%\n";
  }
  CHECK(std::abs(z[1]) < std::abs(z[0]));
  CHECK(std::abs(z[1]) < std::abs(z[3]));
  CHECK(std::abs(z[1]) < 1);
}

TEST_CASE("Calibration check: the ridge of equally good fits", "[slow]") {
  auto const masters = [](int students, double uptake, double entrants) {
    Scenario scenario = with_study(students);
    for (Programme& programme : scenario.programmes)
      for (RateRow& row : programme.uptake.rows)
        row.value = Uncertain::probability(row.value.central * uptake / students);
    for (EntrantRow& row : scenario.recruitment.entrants)
      if (row.degree >= Degree::hbo_master)
        row.weight = Uncertain::ratio(row.weight.central * entrants);
    return static_cast<double>(Played(scenario, 200).sum("masters", 2)) / 200 / 1e7;
  };
  double const fitted = masters(1, 1, 1);
  double const more_uptake = masters(1, 3, 1);
  double const more_students = masters(2, 1, 1);
  double const fewer_entrants = masters(1, 1, 0.4);
  double const both = masters(2, 1, 0.4);
  std::cout << "masters 2015: " << fitted << "%; uptake x 3 with the students of 2013 as they are "
            << more_uptake << "%; students x 2 " << more_students
            << "%; 0.4 of the masters among entrants " << fewer_entrants << "%; both " << both
            << "%\n";
  // Who starts after 2013 is no master by 2015: those figures say nothing of uptake.
  CHECK(std::abs(more_uptake - fitted) < 0.1);
  // More students and fewer masters among entrants give the same 2015.
  CHECK(more_students - fitted > 1);
  CHECK(fitted - fewer_entrants > 1);
  CHECK(std::abs(both - fitted) < 0.6);
}
