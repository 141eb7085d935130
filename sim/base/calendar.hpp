#pragma once

#include <compare>
#include <cstdint>

namespace meesterplan {

/// A calendar month, counted from January of year 0: year * 12 + month - 1.
struct Month {
  std::int32_t index = 0;

  static constexpr Month of(int year, int month) { return Month{year * 12 + month - 1}; }
  constexpr int year() const { return index / 12; }
  constexpr int month() const { return index % 12 + 1; }          ///< 1..12
  friend auto operator<=>(Month const&, Month const&) = default;  // NOLINT(modernize-use-nullptr)
};

/// The reference date (peildatum) of a school year: 1 October of `school_year`.
constexpr Month reference_month(int school_year) {
  return Month::of(school_year, 10);
}

/// A day of the Gregorian calendar, known to exist.
struct Date {
  std::int32_t year = 0;
  std::int32_t month = 1;  ///< 1..12
  std::int32_t day = 1;    ///< 1..31

  friend auto operator<=>(Date const&, Date const&) = default;  // NOLINT(modernize-use-nullptr)
};

/// 1 October of `school_year`.
constexpr Date reference_date(int school_year) {
  return Date{school_year, 10, 1};
}

/// The step k (0 = on or before the first reference date of `start`) in which
/// `date` falls: step k runs from 2 October of start+k-1 to 1 October of
/// start+k.
constexpr int step_of(Date date, int start) {
  int const year_end = date > reference_date(date.year) ? date.year + 1 : date.year;
  return year_end <= start ? 0 : year_end - start;
}

}  // namespace meesterplan
