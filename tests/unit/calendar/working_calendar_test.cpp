#include "reglament/calendar/working_calendar.hpp"

#include <limits>

#include <catch2/catch.hpp>

#include "kz_days.hpp"

using namespace reglament;
using namespace date::literals;

namespace {

const WorkingCalendar kz{kz_data()};

// What a list says, not what a rule gives: the days as they were printed.
bool is_listed_as_working(Day day) {
  for (const char* worked : kz_weekend_days_worked) {
    if (to_text(day) == worked) return true;
  }
  if (iso_weekday(day) > 5) return false;
  for (const auto& [year, days] : kz_weekdays_off) {
    if (year == year_of(day))
      return std::string_view{days}.find(to_text(day).substr(5)) == std::string_view::npos;
  }
  return true;
}

}  // namespace

TEST_CASE("working days are counted from the day after the start", "[calendar]") {
  // clang-format off
  struct Row { const char* why; Day start; int n; Day expected; };
  const auto row = GENERATE(values<Row>({
      {"the day after a Friday is a Monday", 2025_y / 10 / 3, 1, 2025_y / 10 / 6},
      {"a Monday in lieu is stepped over", 2025_y / 10 / 24, 1, 2025_y / 10 / 28},
      {"a worked Sunday counts", 2025_y / 1 / 2, 1, 2025_y / 1 / 5},
      {"a negative count looks back", 2025_y / 10 / 6, -1, 2025_y / 10 / 3},
      {"from a day off", 2025_y / 10 / 25, 1, 2025_y / 10 / 28},
      {"back from a day off", 2025_y / 10 / 25, -1, 2025_y / 10 / 24},
      {"back over days off", 2025_y / 10 / 28, -1, 2025_y / 10 / 24},
      {"back onto a worked Sunday", 2025_y / 1 / 6, -1, 2025_y / 1 / 5},
      {"back past a worked Sunday", 2025_y / 1 / 6, -2, 2024_y / 12 / 31},
      {"none", 2025_y / 10 / 24, 0, 2025_y / 10 / 24},
      {"none from a day off stays there", 2025_y / 10 / 25, 0, 2025_y / 10 / 25},
      {"ten", 2025_y / 10 / 14, 10, 2025_y / 10 / 29},
      {"over the new year", 2025_y / 12 / 31, 1, 2026_y / 1 / 5},
      {"a whole year", 2024_y / 12 / 31, 246, 2025_y / 12 / 31},
      {"into a provisional year", 2026_y / 12 / 31, 1, 2027_y / 1 / 5},
      {"from the first day", 2019_y / 1 / 1, 1, 2019_y / 1 / 3},
      {"back to the first working day", 2019_y / 1 / 4, -1, 2019_y / 1 / 3},
      {"to the last day", 2199_y / 12 / 30, 1, 2199_y / 12 / 31},
  }));
  // clang-format on
  CAPTURE(row.why, to_text(row.start), row.n);
  CHECK(to_text(kz.add_working_days(row.start, row.n)) == to_text(row.expected));
}

TEST_CASE("a day off rolls forward to the next working day", "[calendar]") {
  // clang-format off
  struct Row { const char* why; Day day; Day expected; };
  const auto row = GENERATE(values<Row>({
      {"a working day stays", 2025_y / 10 / 24, 2025_y / 10 / 24},
      {"a Saturday", 2025_y / 10 / 11, 2025_y / 10 / 13},
      {"a holiday on a Saturday, Monday off in lieu", 2025_y / 10 / 25, 2025_y / 10 / 28},
      {"a day off in lieu", 2025_y / 10 / 27, 2025_y / 10 / 28},
      {"a holiday in mid-week", 2025_y / 12 / 16, 2025_y / 12 / 17},
      {"two holidays and a weekend", 2026_y / 1 / 1, 2026_y / 1 / 5},
      {"a worked Saturday stays", 2024_y / 5 / 4, 2024_y / 5 / 4},
      {"a moved day off", 2024_y / 5 / 8, 2024_y / 5 / 10},
  }));
  // clang-format on
  CAPTURE(row.why, to_text(row.day));
  CHECK(to_text(kz.roll_forward(row.day)) == to_text(row.expected));
}

TEST_CASE("every day of 2019-2031 is worked or off as listed", "[calendar]") {
  for (Day day = 2019_y / 1 / 1; day <= Day{2031_y / 12 / 31}; day += date::days{1}) {
    const bool worked = is_listed_as_working(day);
    const bool weekday = iso_weekday(day) <= 5;
    if (kz.is_working(day) != worked) FAIL(to_text(day));
    if (kz.why_off(day).has_value() == worked) FAIL(to_text(day));
    if (kz.why_worked(day).has_value() != (worked && (!weekday || day == Day{2020_y / 5 / 11})))
      FAIL(to_text(day));
  }
}

TEST_CASE("a holiday on a weekend gives the next day that is not off already", "[calendar]") {
  // clang-format off
  struct Row { const char* why; Day substitute; Day holiday; };
  const auto row = GENERATE(values<Row>({
      {"a Sunday", 2019_y / 12 / 2, 2019_y / 12 / 1},
      {"a Saturday, two days on", 2019_y / 7 / 8, 2019_y / 7 / 6},
      {"two in a row give two: the first", 2022_y / 1 / 3, 2022_y / 1 / 1},
      {"the second", 2022_y / 1 / 4, 2022_y / 1 / 2},
      {"another holiday is skipped", 2022_y / 5 / 10, 2022_y / 5 / 7},
      {"two, and a holiday behind them: the first", 2020_y / 3 / 24, 2020_y / 3 / 21},
      {"the second", 2020_y / 3 / 25, 2020_y / 3 / 22},
  }));
  // clang-format on
  CAPTURE(row.why, to_text(row.substitute));
  const auto off = kz.why_off(row.substitute);
  REQUIRE(off);
  CHECK(off->kind == DayOff::Kind::substitute);
  CHECK(to_text(off->other) == to_text(row.holiday));
  CHECK(off->name == kz.why_off(row.holiday)->name);
  CHECK(off->act.title.en == "law on holidays, article 5");
}

TEST_CASE("7 January and Kurban Ait are not carried over", "[calendar]") {
  CHECK(kz.is_working(2023_y / 1 / 9));   // 7 January 2023 is a Saturday
  CHECK(kz.is_working(2024_y / 6 / 17));  // Kurban Ait 2024 is a Sunday
  CHECK(kz.is_working(2022_y / 7 / 11));  // Kurban Ait 2022 is a Saturday
}

TEST_CASE("a day off says why", "[calendar]") {
  CHECK_FALSE(kz.why_off(2025_y / 10 / 24));
  CHECK(kz.why_off(2025_y / 10 / 12) == DayOff{DayOff::Kind::weekend, {}, 2025_y / 10 / 12, {}});
  const auto holiday = kz.why_off(2025_y / 10 / 25);  // a Saturday, but the holiday is told
  REQUIRE(holiday);
  CHECK(holiday->kind == DayOff::Kind::holiday);
  CHECK(holiday->name.en == "Republic Day");
  CHECK(holiday->act.title.en == "law on holidays");
  const auto feast = kz.why_off(2025_y / 6 / 6);
  REQUIRE(feast);
  CHECK(feast->kind == DayOff::Kind::holiday);
  CHECK(feast->name.en == "Kurban Ait");
  CHECK(feast->act.title.en == "Labour Code, article 84");
  const auto moved = kz.why_off(2025_y / 1 / 3);
  REQUIRE(moved);
  CHECK(moved->kind == DayOff::Kind::moved);
  CHECK(to_text(moved->other) == "2025-01-05");
  CHECK(moved->act.title.en == "order 436");
}

TEST_CASE("a day worked instead of a day off says why", "[calendar]") {
  CHECK_FALSE(kz.why_worked(2025_y / 1 / 6));
  CHECK_FALSE(kz.why_worked(2025_y / 1 / 4));
  const auto sunday = kz.why_worked(2025_y / 1 / 5);
  REQUIRE(sunday);
  CHECK(to_text(sunday->off) == "2025-01-03");
  CHECK(sunday->act.title.en == "order 436");
  CHECK(sunday->otherwise.kind == DayOff::Kind::weekend);
  const auto substitute = kz.why_worked(2020_y / 5 / 11);  // off for Victory Day, then moved to Friday
  REQUIRE(substitute);
  CHECK(to_text(substitute->off) == "2020-05-08");
  CHECK(substitute->otherwise.kind == DayOff::Kind::substitute);
  CHECK(to_text(substitute->otherwise.other) == "2020-05-09");
}

TEST_CASE("working days between two days include both", "[calendar]") {
  // clang-format off
  struct Row { const char* why; Day first; Day last; int expected; };
  const auto row = GENERATE(values<Row>({
      {"one working day", 2025_y / 10 / 24, 2025_y / 10 / 24, 1},
      {"one day off", 2025_y / 10 / 25, 2025_y / 10 / 25, 0},
      {"both ends count", 2025_y / 10 / 24, 2025_y / 10 / 28, 2},
      {"a week", 2025_y / 10 / 6, 2025_y / 10 / 12, 5},
      {"a week with a worked Sunday", 2024_y / 12 / 30, 2025_y / 1 / 5, 3},
      {"a year", 2025_y / 1 / 1, 2025_y / 12 / 31, 246},
      {"the wrong way round", 2025_y / 10 / 28, 2025_y / 10 / 24, 0},
  }));
  // clang-format on
  CAPTURE(row.why, to_text(row.first), to_text(row.last));
  CHECK(kz.working_days_in(row.first, row.last) == row.expected);
}

TEST_CASE("a calendar knows its published years", "[calendar]") {
  CHECK(kz.id() == "kz");
  CHECK(kz.first_year() == 2019);
  CHECK(kz.last_year() == 2026);
  CHECK_FALSE(kz.knows(2018));
  CHECK(kz.knows(2019));
  CHECK(kz.knows(2026));
  CHECK_FALSE(kz.knows(2027));
}

TEST_CASE("a provisional year has the recurring days and their substitutes alone", "[calendar]") {
  CHECK(kz.why_off(2027_y / 3 / 15)->name.en == "Constitution Day");
  CHECK(kz.why_off(2027_y / 5 / 10)->kind == DayOff::Kind::substitute);
  CHECK(kz.working_days_in(2027_y / 1 / 1, 2027_y / 12 / 31) == 247);
  CHECK(kz.is_working(2199_y / 12 / 31));
}

TEST_CASE("a day outside the calendar is an error that names it", "[calendar]") {
  CHECK_THROWS_AS(kz.is_working(2018_y / 12 / 31), std::out_of_range);
  CHECK_THROWS_AS(kz.why_off(2018_y / 12 / 31), OutsideCalendar);
  CHECK_THROWS_AS(kz.why_worked(2018_y / 12 / 31), OutsideCalendar);
  CHECK_THROWS_AS(kz.roll_forward(2018_y / 12 / 31), OutsideCalendar);
  CHECK_THROWS_AS(kz.working_days_in(2018_y / 12 / 31, 2019_y / 1 / 31), OutsideCalendar);
  CHECK_THROWS_AS(kz.add_working_days(2018_y / 12 / 31, 0), OutsideCalendar);
  CHECK_THROWS_AS(kz.add_working_days(2018_y / 12 / 31, 5), OutsideCalendar);
  CHECK_THROWS_AS(kz.add_working_days(2019_y / 1 / 3, -1), OutsideCalendar);
  CHECK_THROWS_AS(kz.add_working_days(2019_y / 1 / 4, std::numeric_limits<int>::min()), OutsideCalendar);
  CHECK_THROWS_AS(kz.add_working_days(2199_y / 12 / 31, 1), OutsideCalendar);
  CHECK_THROWS_AS(kz.add_working_days(2025_y / 1 / 1, std::numeric_limits<int>::max()), OutsideCalendar);
  CHECK_THROWS_AS(kz.is_working(2200_y / 1 / 1), OutsideCalendar);
  try {
    kz.add_working_days(2019_y / 1 / 3, -1);
    FAIL("no error");
  } catch (const OutsideCalendar& error) {
    CHECK(error.calendar == "kz");
    CHECK(to_text(error.day) == "2018-12-31");
    CHECK(error.first_year == 2019);
  }
}

TEST_CASE("of a range that begins too early the first day is named", "[calendar]") {
  try {
    kz.working_days_in(2018_y / 1 / 1, 2018_y / 12 / 31);
    FAIL("no error");
  } catch (const OutsideCalendar& error) { CHECK(to_text(error.day) == "2018-01-01"); }
}

TEST_CASE("29 February is kept in leap years only", "[calendar]") {
  CalendarData data;
  data.id = "leap";
  data.first_year = data.last_year = 2024;
  data.weekend.set(6).set(7);
  data.holidays.push_back({date::February / 29, earliest_year, latest_year, true, {"", "", "Leap Day"}, {}});
  const WorkingCalendar calendar{data};
  CHECK_FALSE(calendar.is_working(2024_y / 2 / 29));
  CHECK(calendar.is_working(2025_y / 2 / 28));
  CHECK(calendar.is_working(2025_y / 3 / 3));
  CHECK_FALSE(calendar.is_working(2028_y / 2 / 29));
}

TEST_CASE("a feast on a recurring holiday does not take its substitute away", "[calendar]") {
  auto data = kz_data();
  data.feasts.push_back({2020_y / 5 / 9, {"", "", "a feast"}, {}});  // Victory Day 2020, a Saturday
  data.swaps.clear();
  const WorkingCalendar calendar{data};
  CHECK(calendar.why_off(2020_y / 5 / 9)->name.en == "Victory Day");
  CHECK(calendar.why_off(2020_y / 5 / 11)->kind == DayOff::Kind::substitute);
}
