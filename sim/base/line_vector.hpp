#pragma once

#include <cstddef>
#include <new>
#include <vector>

namespace meesterplan {

/// Memory in whole lines, so that what one thread writes shares none with what
/// another does, whichever threads allocated and freed what lay there before;
/// and so that whole vectors are read from whole lines.
template <class T>
struct LineAllocator {
  using value_type = T;

  /// Processors fetch lines of 64 bytes, some in pairs.
  static constexpr std::size_t line = 128;

  LineAllocator() = default;
  template <class Other>
  // NOLINTNEXTLINE(google-explicit-constructor): allocators must convert
  LineAllocator(LineAllocator<Other> const&) {}

  T* allocate(std::size_t n) {
    constexpr std::size_t bytes = sizeof(value_type);  // NOLINT(bugprone-sizeof-expression)
    std::size_t const lines = (n * bytes + line - 1) / line;
    return static_cast<T*>(::operator new(lines* line, std::align_val_t(line)));
  }
  void deallocate(T* values, std::size_t) { ::operator delete(values, std::align_val_t(line)); }

  friend bool operator==(LineAllocator const&, LineAllocator const&) { return true; }
};

/// For what a thread writes all the time.
template <class T>
using LineVector = std::vector<T, LineAllocator<T>>;

}  // namespace meesterplan
