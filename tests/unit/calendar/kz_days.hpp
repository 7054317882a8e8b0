// The working calendar of Kazakhstan for tests of this stage, which reads no files: as data, and as it comes out.
#pragma once

#include <array>

#include "reglament/calendar/working_calendar.hpp"

namespace reglament {

inline CalendarData kz_data() {
  using namespace date::literals;
  const auto name = [](const char* text) { return Trilingual{text, text, text}; };
  const auto act = [](const char* text) { return LegalAct{{text, text, text}, {}}; };
  const LegalAct law = act("law on holidays");
  const LegalAct code = act("Labour Code, article 84");

  CalendarData kz;
  kz.id = "kz";
  kz.title = name("Kazakhstan");
  kz.first_year = 2019;
  kz.last_year = 2026;
  kz.weekend.set(6).set(7);
  kz.carrying_over = act("law on holidays, article 5");
  const auto keep = [&](date::month_day date, const char* title, int from = earliest_year,
                        int to = latest_year) {
    kz.holidays.push_back({date, from, to, true, name(title), law});
  };
  kz.holidays.push_back(
      {date::January / 7, earliest_year, latest_year, false, name("Orthodox Christmas"), code});
  keep(date::January / 1, "New Year");
  keep(date::January / 2, "New Year");
  keep(date::March / 8, "International Women's Day");
  keep(date::March / 15, "Constitution Day", 2027);
  for (unsigned day = 21; day <= 23; ++day) keep(date::March / date::day{day}, "Nauryz");
  keep(date::May / 1, "Unity Day");
  keep(date::May / 7, "Defender's Day");
  keep(date::May / 9, "Victory Day");
  keep(date::July / 6, "Capital Day");
  keep(date::August / 30, "Constitution Day", earliest_year, 2025);
  keep(date::October / 25, "Republic Day", 2022);
  keep(date::December / 1, "First President's Day", earliest_year, 2021);
  keep(date::December / 16, "Independence Day");
  keep(date::December / 17, "Independence Day", earliest_year, 2021);
  for (const Day day :
       {Day{2019_y / 8 / 11}, Day{2020_y / 7 / 31}, Day{2021_y / 7 / 20}, Day{2022_y / 7 / 9},
        Day{2023_y / 6 / 28}, Day{2024_y / 6 / 16}, Day{2025_y / 6 / 6}, Day{2026_y / 5 / 27}}) {
    kz.feasts.push_back({day, name("Kurban Ait"), code});
  }
  kz.swaps = {
      {2019_y / 5 / 10, 2019_y / 5 / 4, act("decree 888")},
      {2020_y / 1 / 3, 2020_y / 1 / 5, act("decree 820")},
      {2020_y / 5 / 8, 2020_y / 5 / 11, act("decree 820")},
      {2020_y / 12 / 18, 2020_y / 12 / 20, act("decree 820")},
      {2021_y / 7 / 5, 2021_y / 7 / 3, act("decree 930")},
      {2022_y / 3 / 7, 2022_y / 3 / 5, act("decree 713")},
      {2022_y / 8 / 29, 2022_y / 8 / 27, act("decree 713")},
      {2022_y / 10 / 24, 2022_y / 10 / 22, act("decree 796")},
      {2023_y / 7 / 7, 2023_y / 7 / 1, act("decree 326")},
      {2024_y / 5 / 8, 2024_y / 5 / 4, act("order 109")},
      {2025_y / 1 / 3, 2025_y / 1 / 5, act("order 436")},
  };
  return kz;
}

// Every weekday off of 2019-2031, the last five years on recurring dates alone.
struct WeekdaysOff {
  int year;
  const char* days;  // MM-DD
};

// clang-format off
inline constexpr std::array<WeekdaysOff, 13> kz_weekdays_off{{
    {2019, "01-01 01-02 01-07 03-08 03-21 03-22 03-25 05-01 05-07 05-09 05-10 07-08 08-30 12-02 12-16 12-17"},
    {2020, "01-01 01-02 01-03 01-07 03-09 03-23 03-24 03-25 05-01 05-07 05-08 07-06 07-31 08-31 12-01 12-16 12-17 12-18"},
    {2021, "01-01 01-04 01-07 03-08 03-22 03-23 03-24 05-03 05-07 05-10 07-05 07-06 07-20 08-30 12-01 12-16 12-17"},
    {2022, "01-03 01-04 01-07 03-07 03-08 03-21 03-22 03-23 05-02 05-09 05-10 07-06 08-29 08-30 10-24 10-25 12-16"},
    {2023, "01-02 01-03 03-08 03-21 03-22 03-23 05-01 05-08 05-09 06-28 07-06 07-07 08-30 10-25 12-18"},
    {2024, "01-01 01-02 03-08 03-21 03-22 03-25 05-01 05-07 05-08 05-09 07-08 08-30 10-25 12-16"},
    {2025, "01-01 01-02 01-03 01-07 03-10 03-21 03-24 03-25 05-01 05-07 05-09 06-06 07-07 09-01 10-27 12-16"},
    {2026, "01-01 01-02 01-07 03-09 03-23 03-24 03-25 05-01 05-07 05-11 05-27 07-06 10-26 12-16"},
    {2027, "01-01 01-04 01-07 03-08 03-15 03-22 03-23 03-24 05-03 05-07 05-10 07-06 10-25 12-16"},
    {2028, "01-03 01-04 01-07 03-08 03-15 03-21 03-22 03-23 05-01 05-08 05-09 07-06 10-25 12-18"},
    {2029, "01-01 01-02 03-08 03-15 03-21 03-22 03-23 05-01 05-07 05-09 07-06 10-25 12-17"},
    {2030, "01-01 01-02 01-07 03-08 03-15 03-21 03-22 03-25 05-01 05-07 05-09 07-08 10-25 12-16"},
    {2031, "01-01 01-02 01-07 03-10 03-17 03-21 03-24 03-25 05-01 05-07 05-09 07-07 10-27 12-16"},
}};
// clang-format on

inline constexpr std::array kz_weekend_days_worked{"2019-05-04", "2020-01-05", "2020-12-20", "2021-07-03",
                                                   "2022-03-05", "2022-08-27", "2022-10-22", "2023-07-01",
                                                   "2024-05-04", "2025-01-05"};

}  // namespace reglament
