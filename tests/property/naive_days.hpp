// Counting days the slow way, one at a time: the second implementation that the fast one is held against.
#pragma once

#include "../unit/checks/judged.hpp"

#include <algorithm>

namespace reglament::naive {

inline constexpr date::days one_day{1};

inline bool is_off(Day day) { return !kz().is_working(day); }

inline Day roll(Day day) {
  while (is_off(day)) day += one_day;
  return day;
}

// The n-th working day after `day`; for 0 the day itself, or the working day that follows a day off.
inline Day working_days_after(Day day, int n) {
  if (n == 0) return roll(day);
  while (n > 0) {
    day += one_day;
    if (!is_off(day)) --n;
  }
  return day;
}

inline Day working_days_before(Day day, int n) {
  while (n > 0) {
    day -= one_day;
    if (!is_off(day)) --n;
  }
  return day;
}

// Month by month; where the last month lacks the day, its last day.
inline Day months_after(Day day, int months) {
  const auto civil_day = civil(day);
  int year = static_cast<int>(civil_day.year());
  int month = static_cast<int>(static_cast<unsigned>(civil_day.month()));
  for (int i = 0; i < (months < 0 ? -months : months); ++i) {
    month += months < 0 ? -1 : 1;
    if (month == 13) { month = 1; ++year; }
    if (month == 0) { month = 12; --year; }
  }
  int wanted = static_cast<int>(static_cast<unsigned>(civil_day.day()));
  while (true) {
    const date::year_month_day found{date::year{year}, date::month{static_cast<unsigned>(month)}, date::day{static_cast<unsigned>(wanted)}};
    if (found.ok()) return Day{found};
    --wanted;
  }
}

inline int days_between(Day from, Day to) { return static_cast<int>((to - from).count()); }

// How many days after `from`, up to `to` and with it, are worked.
inline int working_days_between(Day from, Day to) {
  int count = 0;
  for (Day day = from + one_day; day <= to; day += one_day) count += is_off(day) ? 0 : 1;
  return count;
}

}  // namespace reglament::naive
