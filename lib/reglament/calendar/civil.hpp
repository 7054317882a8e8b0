// Civil dates and times: what a clerk writes into a record.
//
// All are local to the office; there are no time zones and no clock. Counted in days since 1970
// (`Day`), spoken of as year, month and day (`date::year_month_day`, by `civil`).
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include <date/date.h>

namespace reglament {

using Day = date::sys_days;

// The years a written date may lie in, both included. Outside them it is a slip of the pen.
inline constexpr int earliest_year = 1900;
inline constexpr int latest_year = 2199;

// A day, perhaps with a time. Without one it comes before every time of the same day.
struct Moment {
  Day day{};
  int minute = -1;  // of the day, 0..1439; -1: no time given

  bool has_time() const { return minute >= 0; }
  friend auto operator<=>(const Moment&, const Moment&) = default;
};

// A date written YYYY-MM-DD and nothing else: a day that exists, in 1900..2199.
std::optional<Day> parse_day(std::string_view text);

// A time of day written HH:MM, 00:00..23:59, in minutes since midnight.
std::optional<int> parse_time_of_day(std::string_view text);

// A date, or a date and a time: YYYY-MM-DD, then `T` or one space, then HH:MM or HH:MM:SS.
// Seconds must be right (00..59) and are dropped. Anything after, a time zone too, is refused.
std::optional<Moment> parse_moment(std::string_view text);

std::string to_text(Day day);                 // 2025-10-06
std::string to_text(Moment moment);           // 2025-10-06, or 2025-10-06T10:00
std::string time_of_day_to_text(int minute);  // 10:00, of a minute of the day, 0..1439

date::year_month_day civil(Day day);
int year_of(Day day);
int iso_weekday(Day day);  // 1 is Monday, 7 is Sunday

// The day `year`-`month`-`day`, which must exist.
Day day_of(int year, int month, int day);

// The same day of the month `months` later, or earlier when negative; where that month lacks it,
// its last day.
//
//   add_months(2025-09-25,  1)  // 2025-10-25
//   add_months(2026-01-30,  1)  // 2026-02-28
//   add_months(2024-03-31, -1)  // 2024-02-29
Day add_months(Day day, int months);

// `hours` later, or earlier when negative, around the clock. Without a time the last minute of the
// day is taken, so that the doubt favours who must keep the limit, and the answer has none either.
//
//   add_hours(2025-10-06T22:00, 3)  // 2025-10-07T01:00
//   add_hours(2025-10-06, 3)        // 2025-10-07
Moment add_hours(Moment moment, int hours);

}  // namespace reglament
