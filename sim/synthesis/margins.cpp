#include "sim/synthesis/margins.hpp"

namespace meesterplan::synthesis {

std::string_view key_of(Axis axis) {
  constexpr std::array<std::string_view, n_axes> keys{"school",  "subject",  "age",  "degree",
                                                      "licence", "contract", "scale"};
  return keys[static_cast<std::size_t>(axis)];
}

Text name_of(Axis axis) {
  switch (axis) {
    case Axis::school:
      return {"school", "school"};
    case Axis::subject:
      return {"vak", "subject"};
    case Axis::age:
      return {"leeftijd", "age"};
    case Axis::degree:
      return {"opleidingsniveau", "degree"};
    case Axis::licence:
      return {"bevoegdheid", "licence"};
    case Axis::contract:
      return {"contract", "contract"};
    default:
      return {"schaal", "scale"};
  }
}

bool is_within(Key const& key, Key const& wider) {
  for (std::size_t axis = 0; axis < n_axes; ++axis) {
    if (wider[axis] != any && wider[axis] != key[axis])
      return false;
  }
  return true;
}

}  // namespace meesterplan::synthesis
