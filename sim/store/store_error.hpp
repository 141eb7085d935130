#pragma once

#include <stdexcept>
#include <string>
#include <utility>

#include "sim/base/problem.hpp"
#include "sim/base/text.hpp"

namespace meesterplan::store {

/// Why runs cannot be read from a place, or none can be added to it: what stands
/// there is not ours, damaged, too new, busy, ... Nothing has been changed.
class StoreError final : public std::runtime_error {
 public:
  StoreError(IoError::Direction direction, std::string path, Text text)
      : std::runtime_error(path + ": " + text.en), direction_(direction) {
    problem_.file = std::move(path);
    problem_.message = std::move(text);
  }

  IoError::Direction direction() const { return direction_; }
  Problem const& problem() const { return problem_; }

 private:
  IoError::Direction direction_;
  Problem problem_;
};

}  // namespace meesterplan::store
