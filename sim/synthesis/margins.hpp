#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/base/fte.hpp"
#include "sim/base/place.hpp"
#include "sim/base/text.hpp"
#include "sim/scenario/source.hpp"
#include "sim/scenario/terms.hpp"

namespace meesterplan::synthesis {

/// What people are told apart by; also the order in which they are listed.
enum class Axis : std::uint8_t { school, subject, age, degree, licence, contract, scale };
inline constexpr std::size_t n_axes = 7;

/// The key of an axis: its column in a file of margins.
std::string_view key_of(Axis axis);
/// What an axis is called in a sentence.
Text name_of(Axis axis);

/// A value of each axis, as an index into Margins::values; `any` where none is told.
using Key = std::array<std::int32_t, n_axes>;
inline constexpr std::int32_t any = -1;
inline constexpr Key any_key{any, any, any, any, any, any, any};

/// Ages of a band, both included.
struct AgeBand {
  int first = 0;
  int last = 0;
};

/// A value of an axis.
struct Value {
  std::string label;          ///< as in the file; of a term its key
  std::optional<int> term{};  ///< of degree, licence, contract and scale: the enumeration
  AgeBand ages{};             ///< of age
};

/// How many people there are in a cell: somewhere in [low, high]. The two are equal but for a
/// cell that was masked.
struct Count {
  double low = 0;
  double high = 0;
  bool is_masked() const { return low < high; }
};

/// A row that counts people.
struct Cell {
  Key key = any_key;
  Count people;
  std::optional<double> share;  ///< as it was written, of all people; empty: a number of people
  std::optional<Fte> fte;       ///< of these people together
  Place place;                  ///< of the number of people
};

/// The rows that tell of the same axes. A cell that has no row holds nobody.
struct Margin {
  std::vector<Axis> axes;   ///< in their order; empty: the row of all people
  std::vector<Cell> cells;  ///< in the order of the file
};

/// People of these cells go together so much more (or less) often than if the axes had nothing
/// to do with each other; 0: never.
struct Weight {
  Key key = any_key;
  double weight = 1;
};

/// A share of the people in these cells studies.
struct Students {
  Key key = any_key;
  std::string programme;
  int years = 1;     ///< that the programme takes
  double share = 0;  ///< of those who do not study yet
  double grant = 0;  ///< share of them with a grant
  Place place;
};

/// What is told of a school besides its people.
struct SchoolFacts {
  std::string board;
  std::string region;
  double upper_vwo = 0;   ///< share of the lessons
  double upper_havo = 0;  ///< share of the lessons
  bool has_lessons = false;
};

/// What is told of a subject besides its people.
struct SubjectFacts {
  std::string cluster;
  Fte vacancies;         ///< open on the reference date
  double upper_vwo = 1;  ///< its part in the upper lessons of a school, against other subjects
  double upper_havo = 1;
};

/// What is known of a group of people: counts along one or more axes at a time.
struct Margins {
  std::array<std::vector<Value>, n_axes> values;  ///< empty: no row tells of the axis
  double people = 0;                              ///< all of them
  std::vector<Margin> margins;
  std::vector<Weight> weights;
  std::vector<Students> students;
  std::vector<SchoolFacts> schools;    ///< of values[school]
  std::vector<SubjectFacts> subjects;  ///< of values[subject]
  std::vector<scenario::Source> sources;

  std::vector<Value> const& of(Axis axis) const { return values[static_cast<std::size_t>(axis)]; }
};

/// Whether a cell with this key is part of one that tells less.
bool is_within(Key const& key, Key const& wider);

}  // namespace meesterplan::synthesis
