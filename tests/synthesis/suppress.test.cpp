#include "sim/synthesis/suppress.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "sim/synthesis/draws.hpp"
#include "sim/synthesis/population.hpp"
#include "tests/support/catch.hpp"
#include "tests/synthesis/margins_text.hpp"

namespace meesterplan::synthesis {
namespace {

constexpr std::size_t n_rows = 2;
constexpr std::size_t n_columns = 3;

using Inner = std::vector<std::int64_t>;  // by row and column

Key key_at(std::int32_t row, std::int32_t column) {
  return with(with(any_key, Axis::subject, row), Axis::age, column);
}

/// A table with the sums of its rows, columns and all. Cells without people have no row.
Aggregates tables_of(Inner const& inner) {
  std::vector<std::vector<Axis>> const axes{
      {}, {Axis::subject}, {Axis::age}, {Axis::subject, Axis::age}};
  Aggregates aggregates;
  for (std::vector<Axis> const& some : axes) {
    std::map<Key, std::int64_t> counts;
    for (std::size_t i = 0; i < inner.size(); ++i) {
      Key const whole = key_at(static_cast<std::int32_t>(i / n_columns),
                               static_cast<std::int32_t>(i % n_columns));
      Key key = any_key;
      for (Axis const axis : some)
        key[static_cast<std::size_t>(axis)] = whole[static_cast<std::size_t>(axis)];
      if (inner[i] > 0)
        counts[key] += inner[i];
    }
    CountTable table{some, {}};
    for (auto const& [key, people] : counts)
      table.counts.push_back({key, people, {}, Shown::number});
    aggregates.tables.push_back(std::move(table));
  }
  return aggregates;
}

bool may_be(Counted const& counted, std::int64_t people, int least) {
  if (counted.shown == Shown::number)
    return people == counted.people;
  return people >= 1 && (counted.shown == Shown::withheld || people < least);
}

/// The least and most that each hidden count is in any table that looks the same.
class Attack {
 public:
  Attack(Aggregates const& shown, Inner const& truth, int least)
      : shown_(&shown), least_(least), guess_(truth) {
    for (std::size_t i = 0; i < truth.size(); ++i) {
      if (truth[i] > 0)
        cells_.push_back(i);
    }
    for (CountTable const& table : shown.tables)
      seen_.emplace_back(table.counts.size(), std::pair(std::int64_t{1000}, std::int64_t{-1}));
    guess_from(0);
  }
  bool tells(std::size_t table, std::size_t count) const {
    return seen_[table][count].first == seen_[table][count].second;
  }

 private:
  void guess_from(std::size_t at) {
    if (at == cells_.size())
      return look();
    Counted const& counted = shown_->tables.back().counts[at];
    constexpr std::int64_t most_guessed = 14;
    for (std::int64_t people = 1; people <= most_guessed; ++people) {
      if (!may_be(counted, people, least_))
        continue;
      guess_[cells_[at]] = people;
      guess_from(at + 1);
    }
  }

  void look() {
    Aggregates const guessed = tables_of(guess_);
    for (std::size_t table = 0; table < guessed.tables.size(); ++table) {
      for (std::size_t i = 0; i < guessed.tables[table].counts.size(); ++i) {
        if (!may_be(shown_->tables[table].counts[i], guessed.tables[table].counts[i].people,
                    least_))
          return;
      }
    }
    for (std::size_t table = 0; table < guessed.tables.size(); ++table) {
      for (std::size_t i = 0; i < guessed.tables[table].counts.size(); ++i) {
        std::int64_t const people = guessed.tables[table].counts[i].people;
        seen_[table][i].first = std::min(seen_[table][i].first, people);
        seen_[table][i].second = std::max(seen_[table][i].second, people);
      }
    }
  }

  Aggregates const* shown_;
  int least_;
  Inner guess_;
  std::vector<std::size_t> cells_;
  std::vector<std::vector<std::pair<std::int64_t, std::int64_t>>> seen_;
};

TEST_CASE("No hidden count can be told by whoever tries every table that looks the same") {
  constexpr int least = 5;
  Draws const draws(5, 0);
  for (std::uint32_t round = 0; round < 16; ++round) {
    Inner truth;
    for (std::uint64_t i = 0; i < n_rows * n_columns; ++i)
      truth.push_back(static_cast<std::int64_t>(draws.uniform(i, What::age, round) * 13));
    if (std::count_if(truth.begin(), truth.end(), [](std::int64_t one) { return one > 0; }) < 4)
      continue;
    Aggregates aggregates = tables_of(truth);
    suppress(aggregates, least);
    Attack const attack(aggregates, truth, least);
    auto const bounds = known_bounds(aggregates, least);
    for (std::size_t table = 0; table < aggregates.tables.size(); ++table) {
      for (std::size_t i = 0; i < aggregates.tables[table].counts.size(); ++i) {
        Counted const& counted = aggregates.tables[table].counts[i];
        INFO("round " << round << ", table " << table << ", count " << i);
        CHECK((counted.people >= least || counted.shown != Shown::number));
        CHECK(bounds[table][i].first <= counted.people);
        CHECK(bounds[table][i].second >= counted.people);
        CHECK((counted.shown == Shown::number || !attack.tells(table, i)));
      }
    }
  }
}

TEST_CASE("One small count takes one other in each of its sums with it, and no more") {
  // 3 is small; its row and its column would tell it, and so would theirs.
  Aggregates aggregates = tables_of({3, 40, 50, 60, 70, 80});
  suppress(aggregates, 10);
  int n_withheld = 0;
  for (CountTable const& table : aggregates.tables) {
    for (Counted const& counted : table.counts) {
      CHECK((counted.shown == Shown::small) == (counted.people == 3));
      n_withheld += counted.shown == Shown::withheld ? 1 : 0;
    }
  }
  CHECK(n_withheld == 3);
  CHECK(aggregates.tables[0].counts[0].shown == Shown::number);
}

TEST_CASE("Of four persons in four groups it is not told that they are few") {
  // Each cell is 1 to 4 and so is the first row: it would be 3, and each of its cells 1.
  Aggregates aggregates = tables_of({1, 1, 1, 30, 40, 50});
  suppress(aggregates, 4);
  Attack const attack(aggregates, {1, 1, 1, 30, 40, 50}, 4);
  CHECK(aggregates.tables[1].counts[0].shown == Shown::withheld);
  CHECK_FALSE(attack.tells(1, 0));
  for (std::size_t cell = 0; cell < 3; ++cell)
    CHECK_FALSE(attack.tells(3, cell));
}

TEST_CASE("The number of all people is told as long as anything else can be hidden") {
  Draws const draws(6, 0);
  for (std::uint32_t round = 0; round < 200; ++round) {
    Inner truth;
    for (std::uint64_t i = 0; i < n_rows * n_columns; ++i)
      truth.push_back(static_cast<std::int64_t>(draws.uniform(i, What::age, round) * 40));
    Aggregates aggregates = tables_of(truth);
    suppress(aggregates, 10);
    INFO("round " << round);
    CHECK((aggregates.tables[0].counts[0].people < 25 ||
           aggregates.tables[0].counts[0].shown == Shown::number));
  }
}

TEST_CASE("Tables without small counts are shown as they are") {
  Aggregates aggregates = tables_of({10, 40, 50, 60, 70, 80});
  suppress(aggregates, 10);
  for (CountTable const& table : aggregates.tables) {
    for (Counted const& counted : table.counts)
      CHECK(counted.shown == Shown::number);
  }
}

/// A scenario of the people that margins tell of.
scenario::Scenario scenario_of(Population const& population) {
  scenario::Scenario scenario;
  scenario.start = 2025;
  scenario.schools = population.schools;
  scenario.sections = population.sections;
  scenario.people = population.people;
  return scenario;
}

TEST_CASE("People made up for aggregates are counted as those were") {
  scenario::Scenario const scenario = scenario_of(synthesize(read(small_region), {1, 0}, 2025));
  Aggregates const whole = aggregate(scenario, SubjectsAs::subjects);
  std::string const text = aggregates_csv(whole, SubjectsAs::subjects, 1, Language::en);
  scenario::Scenario const made = scenario_of(synthesize(read(text), {7, 0}, 2025));
  Aggregates const again = aggregate(made, SubjectsAs::subjects);
  REQUIRE(again.tables.size() == whole.tables.size());
  for (std::size_t table = 0; table < whole.tables.size(); ++table) {
    REQUIRE(again.tables[table].counts.size() == whole.tables[table].counts.size());
    for (std::size_t i = 0; i < whole.tables[table].counts.size(); ++i)
      CHECK(again.tables[table].counts[i].people == whole.tables[table].counts[i].people);
  }
  CHECK(again.tables[0].counts[0].fte == whole.tables[0].counts[0].fte);
  CHECK(again.vacancies == whole.vacancies);
}

TEST_CASE("People made up for hidden counts stay within two persons of what is shown") {
  scenario::Scenario const scenario = scenario_of(synthesize(read(small_region), {1, 0}, 2025));
  Aggregates shown = aggregate(scenario, SubjectsAs::clusters);
  suppress(shown, 10);
  Margins const margins = read(aggregates_csv(shown, SubjectsAs::clusters, 10, Language::nl));
  for (std::uint32_t population = 0; population < 5; ++population) {
    for (Deviation const& deviation : synthesize(margins, {1, population}, 2025).deviations)
      CHECK(deviation.largest <= 2);
  }
}

}  // namespace
}  // namespace meesterplan::synthesis
