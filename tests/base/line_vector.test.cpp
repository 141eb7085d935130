#include "sim/base/line_vector.hpp"

#include <cstdint>
#include <vector>

#include "tests/support/catch.hpp"

namespace meesterplan {
namespace {

/// Number of the line that an address lies in.
template <class T>
std::uintptr_t line_of(T const* value) {
  return reinterpret_cast<std::uintptr_t>(value) / LineAllocator<T>::line;
}

TEST_CASE("a line vector begins on a line and shares none with others") {
  std::vector<LineVector<std::uint8_t>> vectors;
  for (std::size_t size = 1; size < 400; size += 3) {
    vectors.emplace_back(size, std::uint8_t{1});
    // What is freed by others comes back, in between.
    std::vector<std::uint8_t> const other(size);
  }
  std::size_t wrong = 0;
  for (auto const& one : vectors) {
    wrong += reinterpret_cast<std::uintptr_t>(one.data()) % LineAllocator<std::uint8_t>::line != 0;
    for (auto const& other : vectors) {
      bool const apart = line_of(&other.front()) > line_of(&one.back()) ||
                         line_of(&other.back()) < line_of(&one.front());
      wrong += &one != &other && !apart ? 1 : 0;
    }
  }
  CHECK(wrong == 0);
}

TEST_CASE("a line vector is a vector") {
  LineVector<double> numbers{1, 2};
  numbers.resize(1000, 3);
  LineVector<double> const copy = numbers;
  LineVector<double> const moved = std::move(numbers);
  CHECK(copy == moved);
  CHECK(copy.back() == 3);
  CHECK(LineVector<double>().empty());
}

}  // namespace
}  // namespace meesterplan
