#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "sim/base/line_vector.hpp"
#include "sim/model/columns.hpp"

namespace meesterplan::model {

/// A field of all persons that takes no room when the model has no use for
/// it: writing is then void and reading gives the default.
template <class T>
class Field {
 public:
  bool used() const { return used_; }
  void use(bool used) { used_ = used; }
  void resize(std::size_t n) {
    if (used_)
      data_.resize(n);
  }
  /// Overwrites the first values with those of `other`, which has as many or fewer.
  void copy_from(Field const& other) {
    std::copy(other.data_.begin(), other.data_.end(), data_.begin());
  }
  void fill(T value) { std::fill(data_.begin(), data_.end(), value); }
  /// Sets all values from slot `first` on.
  void fill_from(std::size_t first, T value) {
    if (used_)
      std::fill(data_.begin() + static_cast<std::ptrdiff_t>(first), data_.end(), value);
  }
  void set(std::size_t slot, T value) {
    if (used_)
      data_[slot] = value;
  }
  T get(std::size_t slot) const { return used_ ? data_[slot] : T{}; }
  T* data() { return data_.data(); }
  T const* data() const { return data_.data(); }
  std::size_t bytes_per_person() const { return used_ ? sizeof(T) : 0; }

 private:
  LineVector<T> data_;
  bool used_ = true;
};

/// An assignment besides the main one; a linked list a person.
struct ExtraAssignment {
  std::int32_t section = 0;
  std::int32_t next = -1;       ///< index of the person's next one, or -1
  std::int16_t fte = 0;         ///< thousandths
  std::uint8_t licence = 0;     ///< scenario::Licence
  std::int32_t upper_vwo = 0;   ///< millionths of its lessons
  std::int32_t upper_havo = 0;  ///< millionths of its lessons
};

/// Nobody sits here.
inline constexpr std::uint64_t empty_slot = 0;

/// The persons of one moment, one array a field (structure of arrays), slot
/// by slot. The same type is the start of every future (in Model) and the
/// persons of a future (in the engine's State).
struct Workforce {
  LineVector<std::uint64_t> id;                       ///< empty_slot: nobody
  std::array<Field<std::int16_t>, n_columns> column;  ///< [Column], timed ones as base
  LineVector<std::int32_t> section;                   ///< main
  Field<std::int16_t> main_fte;                       ///< thousandths
  Field<std::int32_t> birth;                          ///< Month::index
  Field<std::int32_t> upper_vwo;  ///< millionths of the main assignment's lessons
  Field<std::int32_t> upper_havo;
  Field<std::int32_t> extra;            ///< first ExtraAssignment + 1; 0: none
  Field<std::uint8_t> origin;           ///< scenario::Origin
  Field<std::uint8_t> route;            ///< scenario::MasterRoute
  Field<std::uint8_t> master_kind;      ///< scenario::MasterKind
  Field<std::uint8_t> scale;            ///< scenario::Scale
  Field<std::uint8_t> own_scale;        ///< the scale after the appointment; none: not appointed
  Field<std::int16_t> appointment_end;  ///< step; 0: not appointed
  Field<std::int16_t> hired_step;       ///< 0: there at the start
  Field<std::int32_t> hired_section;
  Field<std::int16_t> contract_end_step;  ///< of a replacement; 0: none
  Field<std::int16_t> licence_step;       ///< step in which licence_then is had; 0: none
  Field<std::uint8_t> licence_then;
  Field<std::uint8_t> programme;    ///< index + 1; 0: not studying
  Field<std::uint8_t> study_years;  ///< counted
  Field<std::uint8_t> grant;
  std::vector<ExtraAssignment> extras;

  std::size_t size() const { return id.size(); }
  Field<std::int16_t>& operator[](Column c) { return column[static_cast<std::size_t>(c)]; }
  Field<std::int16_t> const& operator[](Column c) const {
    return column[static_cast<std::size_t>(c)];
  }
};

}  // namespace meesterplan::model
