// Whole days, ISO weeks, months, quarters, half-years and years; and any run of days.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reglament/calendar/civil.hpp"

namespace reglament {

// Weeks are ISO 8601: Monday to Sunday, of the year in which their Thursday lies.
enum class PeriodUnit : std::uint8_t { day, week, month, quarter, half_year, year };

// One whole day, week, month ... of the calendar. Made by `period_of` or `parse_period` only, so
// that `first` and `last` are its true ends.
struct Period {
  PeriodUnit unit;
  Day first;
  Day last;  // included

  friend auto operator<=>(const Period&, const Period&) = default;
};

// Any run of days; `first` is not after `last`, which is included.
struct DayRange {
  Day first;
  Day last;

  friend auto operator<=>(const DayRange&, const DayRange&) = default;
};

Period period_of(Day day, PeriodUnit unit);  // the period of that unit in which `day` lies
Period next(const Period& period);
Period previous(const Period& period);
bool contains(const Period& period, Day day);
bool contains(const DayRange& range, Day day);

// 2025-10-14, 2025-W41, 2025-10, 2025-Q4, 2025-H2, 2025
std::string to_text(const Period& period);

// The inverse, exactly as printed, in 1900..2199; `2025-W53` is none, for 2025 has 52 weeks.
std::optional<Period> parse_period(std::string_view text);

// A range on the command line: a period, its letter in either case (`2025-q4`), or `FROM..TO` where
// each side is one (`2025-10-06..2025-q4` ends with December). None when TO ends before FROM begins.
std::optional<DayRange> parse_range(std::string_view text);

// `range` cut at the ends of the periods of that unit; the first and last piece may be less than a whole one.
std::vector<DayRange> cut_into(PeriodUnit unit, const DayRange& range);

// The period that `range` is, as printed (2025-Q4); else both ends: 2025-10-06..2025-10-17.
std::string to_text(const DayRange& range);

// day, week, month, quarter, half-year, year
std::optional<PeriodUnit> parse_period_unit(std::string_view text);
std::string_view to_text(PeriodUnit unit);

}  // namespace reglament
