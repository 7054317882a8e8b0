#include "reglament/calendar/civil.hpp"

#include <catch2/catch.hpp>

using namespace reglament;
using namespace date::literals;

TEST_CASE("a date is YYYY-MM-DD, a day that exists, and nothing after it", "[calendar]") {
  // clang-format off
  struct Row { const char* why; const char* text; std::optional<Day> expected; };
  const auto row = GENERATE(values<Row>({
      {"an ordinary day", "2025-10-06", Day{2025_y / 10 / 6}},
      {"a leap day", "2024-02-29", Day{2024_y / 2 / 29}},
      {"a year divided by 400 has one", "2000-02-29", Day{2000_y / 2 / 29}},
      {"no leap day in other years", "2025-02-29", {}},
      {"nor in 2100", "2100-02-29", {}},
      {"a month has its own length", "2025-04-31", {}},
      {"no day 0", "2025-10-00", {}},
      {"no day 32", "2025-10-32", {}},
      {"no month 0", "2025-00-10", {}},
      {"no month 13", "2025-13-10", {}},
      {"the first year", "1900-01-01", Day{1900_y / 1 / 1}},
      {"the day before it", "1899-12-31", {}},
      {"the last year", "2199-12-31", Day{2199_y / 12 / 31}},
      {"the day after it", "2200-01-01", {}},
      {"zeros are written", "2025-1-3", {}},
      {"no sign", "+025-10-03", {}},
      {"no sign inside", "2025--1-03", {}},
      {"nothing after", "2025-10-03x", {}},
      {"nothing before", " 2025-10-03", {}},
      {"other dashes", "2025/10/03", {}},
      {"the clerk's order", "03.10.2025", {}},
      {"no time", "2025-10-03T10:00", {}},
      {"letters", "2025-1O-03", {}},
      {"nothing", "", {}},
  }));
  // clang-format on
  CAPTURE(row.why, row.text);
  CHECK(parse_day(row.text) == row.expected);
}

TEST_CASE("a time of day is HH:MM", "[calendar]") {
  // clang-format off
  struct Row { const char* text; std::optional<int> expected; };
  const auto row = GENERATE(values<Row>({
      {"00:00", 0}, {"09:05", 545}, {"18:30", 1110}, {"23:59", 1439},
      {"24:00", {}}, {"12:60", {}}, {"9:05", {}}, {"09:5", {}}, {"0905", {}}, {"09:05:00", {}}, {"-1:00", {}}, {"", {}},
  }));
  // clang-format on
  CAPTURE(row.text);
  CHECK(parse_time_of_day(row.text) == row.expected);
}

TEST_CASE("a moment is a day, perhaps with a time, and no time zone", "[calendar]") {
  constexpr Day day = 2025_y / 10 / 6;
  // clang-format off
  struct Row { const char* why; const char* text; std::optional<Moment> expected; };
  const auto row = GENERATE_COPY(values<Row>({
      {"a day alone", "2025-10-06", Moment{day, -1}},
      {"with a time", "2025-10-06T10:00", Moment{day, 600}},
      {"a space for the T", "2025-10-06 10:00", Moment{day, 600}},
      {"midnight is a time", "2025-10-06T00:00", Moment{day, 0}},
      {"seconds are dropped", "2025-10-06T10:00:59", Moment{day, 600}},
      {"seconds must be right", "2025-10-06T10:00:60", {}},
      {"fractions", "2025-10-06T10:00:00.5", {}},
      {"UTC", "2025-10-06T10:00Z", {}},
      {"an offset", "2025-10-06T10:00+05:00", {}},
      {"two spaces", "2025-10-06  10:00", {}},
      {"a small t", "2025-10-06t10:00", {}},
      {"hour 24", "2025-10-06T24:00", {}},
      {"a T and nothing", "2025-10-06T", {}},
      {"a day that is none", "2025-02-30T10:00", {}},
      {"a time alone", "10:00", {}},
      {"nothing", "", {}},
  }));
  // clang-format on
  CAPTURE(row.why, row.text);
  CHECK(parse_moment(row.text) == row.expected);
}

TEST_CASE("moments are in order of day, then of time, a day without time first", "[calendar]") {
  CHECK(Moment{2025_y / 10 / 6, -1} < Moment{2025_y / 10 / 6, 0});
  CHECK(Moment{2025_y / 10 / 6, 0} < Moment{2025_y / 10 / 6, 1});
  CHECK(Moment{2025_y / 10 / 6, 1439} < Moment{2025_y / 10 / 7, -1});
  CHECK(Moment{2025_y / 10 / 6, 600}.has_time());
  CHECK_FALSE(Moment{2025_y / 10 / 6, -1}.has_time());
}

TEST_CASE("days and moments are printed as they are read", "[calendar]") {
  CHECK(to_text(Day{2025_y / 1 / 3}) == "2025-01-03");
  CHECK(to_text(Moment{2025_y / 1 / 3, -1}) == "2025-01-03");
  CHECK(to_text(Moment{2025_y / 1 / 3, 545}) == "2025-01-03T09:05");
  CHECK(time_of_day_to_text(0) == "00:00");
  for (Day day = 1900_y / 1 / 1; day <= Day{2199_y / 12 / 31}; day += date::days{1}) {
    const Moment moment{day, (day.time_since_epoch().count() % 1440 + 1440) % 1440};
    if (parse_day(to_text(day)) != day || parse_moment(to_text(moment)) != moment) FAIL(to_text(moment));
  }
}

TEST_CASE("a day has its year and its ISO weekday", "[calendar]") {
  CHECK(year_of(2024_y / 12 / 31) == 2024);
  CHECK(year_of(2025_y / 1 / 1) == 2025);
  CHECK(iso_weekday(2025_y / 10 / 6) == 1);
  CHECK(iso_weekday(2025_y / 10 / 11) == 6);
  CHECK(iso_weekday(2025_y / 10 / 12) == 7);
  CHECK(civil(day_of(2025, 10, 6)) == 2025_y / 10 / 6);
}

TEST_CASE("a month later is the same day, or the last where it is missing", "[calendar]") {
  // clang-format off
  struct Row { const char* why; Day start; int months; Day expected; };
  const auto row = GENERATE(values<Row>({
      {"the same day", 2025_y / 9 / 25, 1, 2025_y / 10 / 25},
      {"the last day of February", 2026_y / 1 / 30, 1, 2026_y / 2 / 28},
      {"in a leap year too", 2024_y / 1 / 31, 1, 2024_y / 2 / 29},
      {"the end of a month is no end", 2026_y / 2 / 28, 1, 2026_y / 3 / 28},
      {"over the year", 2025_y / 12 / 31, 1, 2026_y / 1 / 31},
      {"no month at all", 2025_y / 1 / 31, 0, 2025_y / 1 / 31},
      {"back", 2024_y / 3 / 31, -1, 2024_y / 2 / 29},
      {"back over the year", 2025_y / 1 / 31, -2, 2024_y / 11 / 30},
      {"a year from a leap day", 2024_y / 2 / 29, 12, 2025_y / 2 / 28},
      {"four years from a leap day", 2024_y / 2 / 29, 48, 2028_y / 2 / 29},
  }));
  // clang-format on
  CAPTURE(row.why, to_text(row.start), row.months);
  CHECK(add_months(row.start, row.months) == row.expected);
}

TEST_CASE("hours run around the clock; without a time the last minute of the day counts", "[calendar]") {
  // clang-format off
  struct Row { const char* why; Moment start; int hours; Moment expected; };
  const auto row = GENERATE(values<Row>({
      {"the same day", {2025_y / 10 / 6, 600}, 3, {2025_y / 10 / 6, 780}},
      {"past midnight", {2025_y / 10 / 6, 1320}, 3, {2025_y / 10 / 7, 60}},
      {"to midnight", {2025_y / 10 / 6, 1320}, 2, {2025_y / 10 / 7, 0}},
      {"a day", {2025_y / 10 / 6, 600}, 24, {2025_y / 10 / 7, 600}},
      {"back", {2025_y / 10 / 6, 60}, -3, {2025_y / 10 / 5, 1320}},
      {"3 hours after a day", {2025_y / 10 / 6, -1}, 3, {2025_y / 10 / 7, -1}},
      {"24 hours after a day", {2025_y / 10 / 6, -1}, 24, {2025_y / 10 / 7, -1}},
      {"25 hours after a day", {2025_y / 10 / 6, -1}, 25, {2025_y / 10 / 8, -1}},
      {"no hours after a day", {2025_y / 10 / 6, -1}, 0, {2025_y / 10 / 6, -1}},
      {"3 hours before a day ends", {2025_y / 10 / 6, -1}, -3, {2025_y / 10 / 6, -1}},
      {"24 hours before a day ends", {2025_y / 10 / 6, -1}, -24, {2025_y / 10 / 5, -1}},
  }));
  // clang-format on
  CAPTURE(row.why, to_text(row.start), row.hours);
  CHECK(add_hours(row.start, row.hours) == row.expected);
}
