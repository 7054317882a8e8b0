#include "reglament/calendar/period.hpp"

#include <array>

#include <catch2/catch.hpp>

using namespace reglament;
using namespace date::literals;

namespace {

constexpr std::array units{PeriodUnit::day,     PeriodUnit::week,      PeriodUnit::month,
                           PeriodUnit::quarter, PeriodUnit::half_year, PeriodUnit::year};

}  // namespace

TEST_CASE("each day lies in one period of each unit", "[calendar]") {
  // clang-format off
  struct Row { Day day; PeriodUnit unit; const char* text; Day first; Day last; };
  const auto row = GENERATE(values<Row>({
      {2025_y / 10 / 14, PeriodUnit::day, "2025-10-14", 2025_y / 10 / 14, 2025_y / 10 / 14},
      {2025_y / 10 / 6, PeriodUnit::week, "2025-W41", 2025_y / 10 / 6, 2025_y / 10 / 12},
      {2025_y / 10 / 12, PeriodUnit::week, "2025-W41", 2025_y / 10 / 6, 2025_y / 10 / 12},
      {2024_y / 12 / 30, PeriodUnit::week, "2025-W01", 2024_y / 12 / 30, 2025_y / 1 / 5},
      {2024_y / 12 / 29, PeriodUnit::week, "2024-W52", 2024_y / 12 / 23, 2024_y / 12 / 29},
      {2021_y / 1 / 3, PeriodUnit::week, "2020-W53", 2020_y / 12 / 28, 2021_y / 1 / 3},
      {2021_y / 1 / 4, PeriodUnit::week, "2021-W01", 2021_y / 1 / 4, 2021_y / 1 / 10},
      {2026_y / 12 / 31, PeriodUnit::week, "2026-W53", 2026_y / 12 / 28, 2027_y / 1 / 3},
      {2024_y / 2 / 29, PeriodUnit::month, "2024-02", 2024_y / 2 / 1, 2024_y / 2 / 29},
      {2025_y / 12 / 31, PeriodUnit::month, "2025-12", 2025_y / 12 / 1, 2025_y / 12 / 31},
      {2025_y / 3 / 31, PeriodUnit::quarter, "2025-Q1", 2025_y / 1 / 1, 2025_y / 3 / 31},
      {2025_y / 4 / 1, PeriodUnit::quarter, "2025-Q2", 2025_y / 4 / 1, 2025_y / 6 / 30},
      {2025_y / 12 / 31, PeriodUnit::quarter, "2025-Q4", 2025_y / 10 / 1, 2025_y / 12 / 31},
      {2025_y / 6 / 30, PeriodUnit::half_year, "2025-H1", 2025_y / 1 / 1, 2025_y / 6 / 30},
      {2025_y / 7 / 1, PeriodUnit::half_year, "2025-H2", 2025_y / 7 / 1, 2025_y / 12 / 31},
      {2025_y / 7 / 1, PeriodUnit::year, "2025", 2025_y / 1 / 1, 2025_y / 12 / 31},
  }));
  // clang-format on
  CAPTURE(to_text(row.day), row.text);
  const Period period = period_of(row.day, row.unit);
  CHECK(period == Period{row.unit, row.first, row.last});
  CHECK(to_text(period) == row.text);
  CHECK(parse_period(row.text) == period);
}

TEST_CASE("periods follow one another without a gap, and read back as printed", "[calendar]") {
  for (const PeriodUnit unit : units) {
    for (Day day = 1900_y / 1 / 1; day <= Day{2199_y / 12 / 24}; day += date::days{1}) {
      const Period period = period_of(day, unit);
      const bool right = contains(period, day) && next(period).first == period.last + date::days{1} &&
                         previous(next(period)) == period && parse_period(to_text(period)) == period;
      if (!right) FAIL(to_text(day) << ": " << to_text(period));
    }
  }
}

TEST_CASE("a period ends with its last day", "[calendar]") {
  const Period october = period_of(2025_y / 10 / 14, PeriodUnit::month);
  CHECK_FALSE(contains(october, 2025_y / 9 / 30));
  CHECK(contains(october, 2025_y / 10 / 1));
  CHECK(contains(october, 2025_y / 10 / 31));
  CHECK_FALSE(contains(october, 2025_y / 11 / 1));
}

TEST_CASE("what is no period is refused", "[calendar]") {
  const auto text = GENERATE("", "2025-", "2025-W00", "2025-W53", "2025-W54", "2025-W1", "2025-w41",
                             "2025W41", "2025-Q0", "2025-Q5", "2025-q4", "2025-Q04", "2025-H3", "2025-h2",
                             "2025-13", "2025-00", "2025-1", "25", "1899", "2200", "2025-02-29",
                             "2025-10-14x", "2025-Q4 ", " 2025", "2025-W", "2025-Q", "2025--1");
  CAPTURE(text);
  CHECK_FALSE(parse_period(text));
}

TEST_CASE("week 53 is one where the year has it", "[calendar]") {
  CHECK(parse_period("2020-W53"));
  CHECK(parse_period("2026-W53"));
  CHECK_FALSE(parse_period("2024-W53"));
  CHECK(parse_period("2024-W52"));
}

TEST_CASE("a range is a period, or runs from one to another", "[calendar]") {
  // clang-format off
  struct Row { const char* text; Day first; Day last; };
  const auto row = GENERATE(values<Row>({
      {"2025-10", 2025_y / 10 / 1, 2025_y / 10 / 31},
      {"2025-q3", 2025_y / 7 / 1, 2025_y / 9 / 30},
      {"2025-Q3", 2025_y / 7 / 1, 2025_y / 9 / 30},
      {"2025-h1", 2025_y / 1 / 1, 2025_y / 6 / 30},
      {"2025-w41", 2025_y / 10 / 6, 2025_y / 10 / 12},
      {"2025", 2025_y / 1 / 1, 2025_y / 12 / 31},
      {"2025-10-14", 2025_y / 10 / 14, 2025_y / 10 / 14},
      {"2025-10-06..2025-10-07", 2025_y / 10 / 6, 2025_y / 10 / 7},
      {"2025-10-06..2025-10-06", 2025_y / 10 / 6, 2025_y / 10 / 6},
      {"2025-10-06..2025-q4", 2025_y / 10 / 6, 2025_y / 12 / 31},
      {"2025-w41..2026", 2025_y / 10 / 6, 2026_y / 12 / 31},
      {"2025..2025-01-01", 2025_y / 1 / 1, 2025_y / 1 / 1},
  }));
  // clang-format on
  CAPTURE(row.text);
  CHECK(parse_range(row.text) == DayRange{row.first, row.last});
}

TEST_CASE("a range is printed as the period that it is, else with both ends", "[calendar]") {
  const auto text = GENERATE("2025-10-14", "2025-W41", "2025-10", "2025-Q4", "2025-H2", "2025",
                             "2025-10-06..2025-10-17", "2025-10-06..2026-12-31");
  CAPTURE(text);
  CHECK(to_text(parse_range(text).value()) == text);
}

TEST_CASE("what is no range is refused", "[calendar]") {
  const auto text =
      GENERATE("", "..", "2025..", "..2025", "2025-10-07..2025-10-06", "2026..2025", "2025...2026",
               "2025..2026..2027", "2025-10 .. 2025-11", "2025-13", "2025-w53", "today");
  CAPTURE(text);
  CHECK_FALSE(parse_range(text));
}

TEST_CASE("a range ends with its last day", "[calendar]") {
  const DayRange range{2025_y / 10 / 6, 2025_y / 10 / 7};
  CHECK_FALSE(contains(range, 2025_y / 10 / 5));
  CHECK(contains(range, 2025_y / 10 / 6));
  CHECK(contains(range, 2025_y / 10 / 7));
  CHECK_FALSE(contains(range, 2025_y / 10 / 8));
}

TEST_CASE("a range is cut at the ends of months", "[calendar]") {
  CHECK(cut_into(PeriodUnit::month, {2025_y / 1 / 30, 2025_y / 3 / 1}) ==
        std::vector<DayRange>{{2025_y / 1 / 30, 2025_y / 1 / 31},
                              {2025_y / 2 / 1, 2025_y / 2 / 28},
                              {2025_y / 3 / 1, 2025_y / 3 / 1}});
  CHECK(cut_into(PeriodUnit::month, {2025_y / 1 / 30, 2025_y / 1 / 30}).size() == 1);
}

TEST_CASE("units of periods have names", "[calendar]") {
  for (const PeriodUnit unit : units) CHECK(parse_period_unit(to_text(unit)) == unit);
  CHECK(parse_period_unit("half-year") == PeriodUnit::half_year);
  CHECK_FALSE(parse_period_unit("half year"));
  CHECK_FALSE(parse_period_unit("weeks"));
}
