#include "reglament/calendar/count.hpp"

#include <catch2/catch.hpp>

#include "kz_days.hpp"

using namespace reglament;
using namespace date::literals;

namespace {

const WorkingCalendar kz{kz_data()};
constexpr bool roll = true;
constexpr bool stay = false;

}  // namespace

TEST_CASE("the last good day after an anchor", "[calendar]") {
  // clang-format off
  struct Row { const char* why; Day anchor; Span span; bool roll; Day expected; };
  const auto row = GENERATE(values<Row>({
      {"ten working days", 2025_y / 10 / 14, {10, Unit::working_day}, stay, 2025_y / 10 / 29},
      {"a month ends on a holiday, and Monday is off for it", 2025_y / 9 / 25, {1, Unit::month}, roll, 2025_y / 10 / 28},
      {"no working days after a day off", 2025_y / 10 / 25, {0, Unit::working_day}, stay, 2025_y / 10 / 28},
      {"no days after a day off", 2025_y / 10 / 25, {0, Unit::day}, roll, 2025_y / 10 / 25},
      {"no working days after a working day", 2025_y / 10 / 24, {0, Unit::working_day}, roll, 2025_y / 10 / 24},
      {"three working days over a holiday", 2025_y / 10 / 24, {3, Unit::working_day}, roll, 2025_y / 10 / 30},
      {"one working day after a rolled due date", 2025_y / 10 / 28, {1, Unit::working_day}, roll, 2025_y / 10 / 29},
      {"ten days to a holiday", 2025_y / 10 / 15, {10, Unit::day}, roll, 2025_y / 10 / 28},
      {"the same, where nothing rolls", 2025_y / 10 / 15, {10, Unit::day}, stay, 2025_y / 10 / 25},
      {"nine days to a Friday", 2025_y / 10 / 15, {9, Unit::day}, roll, 2025_y / 10 / 24},
      {"two weeks to a Saturday", 2025_y / 9 / 27, {2, Unit::week}, roll, 2025_y / 10 / 13},
      {"two weeks, as printed", 2025_y / 9 / 27, {2, Unit::week}, stay, 2025_y / 10 / 11},
      {"a month from the 31st of December", 2025_y / 12 / 31, {1, Unit::month}, roll, 2026_y / 2 / 2},
      {"a month to the last day of February", 2026_y / 1 / 30, {1, Unit::month}, roll, 2026_y / 3 / 2},
      {"six months to a holiday", 2025_y / 9 / 25, {6, Unit::month}, roll, 2026_y / 3 / 26},
      {"a year from a leap day", 2024_y / 2 / 29, {1, Unit::year}, stay, 2025_y / 2 / 28},
      {"a year to a Saturday", 2024_y / 10 / 11, {1, Unit::year}, roll, 2025_y / 10 / 13},
      {"a day to a worked Saturday", 2024_y / 5 / 3, {1, Unit::day}, roll, 2024_y / 5 / 4},
      {"hours", 2025_y / 10 / 10, {24, Unit::hour}, stay, 2025_y / 10 / 11},
      {"hours that roll", 2025_y / 10 / 10, {24, Unit::hour}, roll, 2025_y / 10 / 13},
      {"no months", 2025_y / 10 / 25, {0, Unit::month}, roll, 2025_y / 10 / 25},
      {"a worked Sunday is no day off", 2025_y / 1 / 5, {0, Unit::working_day}, roll, 2025_y / 1 / 5},
  }));
  // clang-format on
  CAPTURE(row.why, to_text(row.anchor), to_text(row.span), row.roll);
  CHECK(to_text(last_good_day_after(row.anchor, row.span, kz, row.roll)) == to_text(row.expected));
}

TEST_CASE("the last good day before an anchor", "[calendar]") {
  // clang-format off
  struct Row { const char* why; Day anchor; Span span; Day expected; };
  const auto row = GENERATE(values<Row>({
      {"five working days", 2025_y / 10 / 28, {5, Unit::working_day}, 2025_y / 10 / 20},
      {"ten days to a Saturday, which stays", 2025_y / 10 / 28, {10, Unit::day}, 2025_y / 10 / 18},
      {"one working day before a day off", 2025_y / 10 / 26, {1, Unit::working_day}, 2025_y / 10 / 24},
      {"one working day over days off", 2025_y / 10 / 28, {1, Unit::working_day}, 2025_y / 10 / 24},
      {"three working days", 2025_y / 10 / 28, {3, Unit::working_day}, 2025_y / 10 / 22},
      {"no working days before a day off", 2025_y / 10 / 25, {0, Unit::working_day}, 2025_y / 10 / 25},
      {"no days", 2025_y / 10 / 25, {0, Unit::day}, 2025_y / 10 / 25},
      {"a day before a Monday", 2025_y / 10 / 6, {1, Unit::day}, 2025_y / 10 / 5},
      {"two weeks", 2025_y / 10 / 28, {2, Unit::week}, 2025_y / 10 / 14},
      {"a month to the last day", 2025_y / 3 / 31, {1, Unit::month}, 2025_y / 2 / 28},
      {"a year from a leap day", 2024_y / 2 / 29, {1, Unit::year}, 2023_y / 2 / 28},
      {"hours", 2025_y / 10 / 6, {24, Unit::hour}, 2025_y / 10 / 5},
  }));
  // clang-format on
  CAPTURE(row.why, to_text(row.anchor), to_text(row.span));
  CHECK(to_text(last_good_day_before(row.anchor, row.span, kz)) == to_text(row.expected));
}

TEST_CASE("the calendar is asked only where it is needed", "[calendar]") {
  const Day early = 2018_y / 6 / 1;
  CHECK(last_good_day_after(early, {10, Unit::day}, kz, stay) == Day{2018_y / 6 / 11});
  CHECK(last_good_day_before(early, {1, Unit::month}, kz) == Day{2018_y / 5 / 1});
  CHECK_THROWS_AS(last_good_day_after(early, {10, Unit::day}, kz, roll), OutsideCalendar);
  CHECK_THROWS_AS(last_good_day_after(early, {1, Unit::working_day}, kz, stay), OutsideCalendar);
  CHECK_THROWS_AS(last_good_day_after(2199_y / 12 / 1, {9999, Unit::year}, kz, roll), OutsideCalendar);
  CHECK_THROWS_AS(last_good_day_before(2019_y / 1 / 9, {9, Unit::working_day}, kz), OutsideCalendar);
}
