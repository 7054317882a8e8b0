// The shipped calendar of Kazakhstan against what was printed of it, year by year.

#include <array>
#include <fstream>
#include <sstream>

#include <catch2/catch.hpp>

#include "reglament/rules/calendar_reader.hpp"

using namespace reglament;

namespace {

WorkingCalendar read_kz() {
  const std::string file = REGLAMENT_SOURCE_DIR "/rules/calendars/kz.yaml";
  std::ostringstream text;
  text << std::ifstream{file}.rdbuf();
  auto loaded = read_calendar(text.str(), file);
  for (const Diagnostic& error : loaded.errors) UNSCOPED_INFO(error.mark.line << ": " << error.message.key);
  REQUIRE(loaded.value);
  return *std::move(loaded.value);
}

const WorkingCalendar& kz() {
  static const WorkingCalendar calendar = read_kz();
  return calendar;
}

Day day(const char* text) { return parse_day(text).value(); }

Day last_of_month(int year, int month) { return add_months(day_of(year, month, 1), 1) - date::days{1}; }

}  // namespace

TEST_CASE("kz: each of the 96 months of 2019-2026 has its working days", "[calendar][kz]") {
  // clang-format off
  struct Row { int year; std::array<int, 12> months; int total; };
  const auto row = GENERATE(values<Row>({
      {2019, {20, 20, 17, 22, 20, 20, 22, 21, 21, 23, 21, 19}, 246},
      {2020, {20, 20, 18, 22, 18, 22, 21, 20, 22, 22, 21, 20}, 246},
      {2021, {18, 20, 19, 22, 18, 22, 20, 21, 22, 21, 22, 20}, 245},
      {2022, {18, 20, 19, 21, 19, 22, 20, 22, 22, 20, 22, 21}, 246},
      {2023, {20, 20, 19, 20, 20, 21, 20, 22, 21, 21, 22, 20}, 246},
      {2024, {21, 21, 17, 22, 20, 20, 22, 21, 21, 22, 21, 21}, 249},
      {2025, {20, 20, 17, 22, 19, 20, 22, 21, 21, 22, 20, 22}, 246},
      {2026, {19, 20, 18, 22, 17, 22, 22, 21, 22, 21, 21, 22}, 247},
  }));
  // clang-format on
  CAPTURE(row.year);
  for (int month = 1; month <= 12; ++month) {
    CAPTURE(month);
    CHECK(kz().working_days_in(day_of(row.year, month, 1), last_of_month(row.year, month)) ==
          row.months[static_cast<std::size_t>(month - 1)]);
  }
  CHECK(kz().working_days_in(day_of(row.year, 1, 1), day_of(row.year, 12, 31)) == row.total);
}

TEST_CASE("kz: each holiday of 2019-2026 is off, and gives the substitute day that was printed",
          "[calendar][kz]") {
  // clang-format off
  struct Row { const char* holiday; const char* name; const char* substitute; };
  const auto row = GENERATE(values<Row>({
      // 2019
      {"2019-01-01", "New Year", ""},
      {"2019-01-02", "New Year", ""},
      {"2019-01-07", "Orthodox Christmas", ""},
      {"2019-03-08", "International Women's Day", ""},
      {"2019-03-21", "Nauryz", ""},
      {"2019-03-22", "Nauryz", ""},
      {"2019-03-23", "Nauryz", "2019-03-25"},
      {"2019-05-01", "Unity Day", ""},
      {"2019-05-07", "Defender's Day", ""},
      {"2019-05-09", "Victory Day", ""},
      {"2019-07-06", "Capital Day", "2019-07-08"},
      {"2019-08-11", "Kurban Ait, first day", ""},
      {"2019-08-30", "Constitution Day", ""},
      {"2019-12-01", "First President's Day", "2019-12-02"},
      {"2019-12-16", "Independence Day", ""},
      {"2019-12-17", "Independence Day", ""},
      // 2020
      {"2020-01-01", "New Year", ""},
      {"2020-01-02", "New Year", ""},
      {"2020-01-07", "Orthodox Christmas", ""},
      {"2020-03-08", "International Women's Day", "2020-03-09"},
      {"2020-03-21", "Nauryz", "2020-03-24"},
      {"2020-03-22", "Nauryz", "2020-03-25"},
      {"2020-03-23", "Nauryz", ""},
      {"2020-05-01", "Unity Day", ""},
      {"2020-05-07", "Defender's Day", ""},
      {"2020-05-09", "Victory Day", "2020-05-11"},
      {"2020-07-06", "Capital Day", ""},
      {"2020-07-31", "Kurban Ait, first day", ""},
      {"2020-08-30", "Constitution Day", "2020-08-31"},
      {"2020-12-01", "First President's Day", ""},
      {"2020-12-16", "Independence Day", ""},
      {"2020-12-17", "Independence Day", ""},
      // 2021
      {"2021-01-01", "New Year", ""},
      {"2021-01-02", "New Year", "2021-01-04"},
      {"2021-01-07", "Orthodox Christmas", ""},
      {"2021-03-08", "International Women's Day", ""},
      {"2021-03-21", "Nauryz", "2021-03-24"},
      {"2021-03-22", "Nauryz", ""},
      {"2021-03-23", "Nauryz", ""},
      {"2021-05-01", "Unity Day", "2021-05-03"},
      {"2021-05-07", "Defender's Day", ""},
      {"2021-05-09", "Victory Day", "2021-05-10"},
      {"2021-07-06", "Capital Day", ""},
      {"2021-07-20", "Kurban Ait, first day", ""},
      {"2021-08-30", "Constitution Day", ""},
      {"2021-12-01", "First President's Day", ""},
      {"2021-12-16", "Independence Day", ""},
      {"2021-12-17", "Independence Day", ""},
      // 2022
      {"2022-01-01", "New Year", "2022-01-03"},
      {"2022-01-02", "New Year", "2022-01-04"},
      {"2022-01-07", "Orthodox Christmas", ""},
      {"2022-03-08", "International Women's Day", ""},
      {"2022-03-21", "Nauryz", ""},
      {"2022-03-22", "Nauryz", ""},
      {"2022-03-23", "Nauryz", ""},
      {"2022-05-01", "Unity Day", "2022-05-02"},
      {"2022-05-07", "Defender's Day", "2022-05-10"},
      {"2022-05-09", "Victory Day", ""},
      {"2022-07-06", "Capital Day", ""},
      {"2022-07-09", "Kurban Ait, first day", ""},
      {"2022-08-30", "Constitution Day", ""},
      {"2022-10-25", "Republic Day", ""},
      {"2022-12-16", "Independence Day", ""},
      // 2023
      {"2023-01-01", "New Year", "2023-01-03"},
      {"2023-01-02", "New Year", ""},
      {"2023-01-07", "Orthodox Christmas", ""},
      {"2023-03-08", "International Women's Day", ""},
      {"2023-03-21", "Nauryz", ""},
      {"2023-03-22", "Nauryz", ""},
      {"2023-03-23", "Nauryz", ""},
      {"2023-05-01", "Unity Day", ""},
      {"2023-05-07", "Defender's Day", "2023-05-08"},
      {"2023-05-09", "Victory Day", ""},
      {"2023-06-28", "Kurban Ait, first day", ""},
      {"2023-07-06", "Capital Day", ""},
      {"2023-08-30", "Constitution Day", ""},
      {"2023-10-25", "Republic Day", ""},
      {"2023-12-16", "Independence Day", "2023-12-18"},
      // 2024
      {"2024-01-01", "New Year", ""},
      {"2024-01-02", "New Year", ""},
      {"2024-01-07", "Orthodox Christmas", ""},
      {"2024-03-08", "International Women's Day", ""},
      {"2024-03-21", "Nauryz", ""},
      {"2024-03-22", "Nauryz", ""},
      {"2024-03-23", "Nauryz", "2024-03-25"},
      {"2024-05-01", "Unity Day", ""},
      {"2024-05-07", "Defender's Day", ""},
      {"2024-05-09", "Victory Day", ""},
      {"2024-06-16", "Kurban Ait, first day", ""},
      {"2024-07-06", "Capital Day", "2024-07-08"},
      {"2024-08-30", "Constitution Day", ""},
      {"2024-10-25", "Republic Day", ""},
      {"2024-12-16", "Independence Day", ""},
      // 2025
      {"2025-01-01", "New Year", ""},
      {"2025-01-02", "New Year", ""},
      {"2025-01-07", "Orthodox Christmas", ""},
      {"2025-03-08", "International Women's Day", "2025-03-10"},
      {"2025-03-21", "Nauryz", ""},
      {"2025-03-22", "Nauryz", "2025-03-24"},
      {"2025-03-23", "Nauryz", "2025-03-25"},
      {"2025-05-01", "Unity Day", ""},
      {"2025-05-07", "Defender's Day", ""},
      {"2025-05-09", "Victory Day", ""},
      {"2025-06-06", "Kurban Ait, first day", ""},
      {"2025-07-06", "Capital Day", "2025-07-07"},
      {"2025-08-30", "Constitution Day", "2025-09-01"},
      {"2025-10-25", "Republic Day", "2025-10-27"},
      {"2025-12-16", "Independence Day", ""},
      // 2026
      {"2026-01-01", "New Year", ""},
      {"2026-01-02", "New Year", ""},
      {"2026-01-07", "Orthodox Christmas", ""},
      {"2026-03-08", "International Women's Day", "2026-03-09"},
      {"2026-03-21", "Nauryz", "2026-03-24"},
      {"2026-03-22", "Nauryz", "2026-03-25"},
      {"2026-03-23", "Nauryz", ""},
      {"2026-05-01", "Unity Day", ""},
      {"2026-05-07", "Defender's Day", ""},
      {"2026-05-09", "Victory Day", "2026-05-11"},
      {"2026-05-27", "Kurban Ait, first day", ""},
      {"2026-07-06", "Capital Day", ""},
      {"2026-10-25", "Republic Day", "2026-10-26"},
      {"2026-12-16", "Independence Day", ""},
  }));
  // clang-format on
  CAPTURE(row.holiday, row.name, row.substitute);
  const auto holiday = kz().why_off(day(row.holiday));
  REQUIRE(holiday);
  CHECK(holiday->kind == DayOff::Kind::holiday);
  CHECK(holiday->name.en == row.name);
  CHECK_FALSE(holiday->name.kk.empty());
  CHECK_FALSE(holiday->name.ru.empty());
  CHECK_FALSE(holiday->act.title.en.empty());
  if (std::string_view{row.substitute}.empty()) return;
  if (kz().why_worked(day(row.substitute))) return;  // 2020-05-11, moved on: below
  const auto substitute = kz().why_off(day(row.substitute));
  REQUIRE(substitute);
  CHECK(substitute->kind == DayOff::Kind::substitute);
  CHECK(to_text(substitute->other) == row.holiday);
  CHECK(substitute->name == holiday->name);
  CHECK(substitute->act.title.en ==
        "Law of 13 December 2001 No. 267 on holidays in the Republic of Kazakhstan, article 5");
}

TEST_CASE("kz: there is no substitute day and no moved day besides those that were printed",
          "[calendar][kz]") {
  int substitutes = 0;
  int moved = 0;
  int worked = 0;
  for (Day at = day("2019-01-01"); at <= day("2026-12-31"); at += date::days{1}) {
    const auto off = kz().why_off(at);
    substitutes += off && off->kind == DayOff::Kind::substitute ? 1 : 0;
    moved += off && off->kind == DayOff::Kind::moved ? 1 : 0;
    worked += kz().why_worked(at) ? 1 : 0;
  }
  CHECK(substitutes == 31);  // one more was printed: 2020-05-11, which is worked
  CHECK(moved == 11);
  CHECK(worked == 11);
}

TEST_CASE("kz: days moved by order, each with its act", "[calendar][kz]") {
  // clang-format off
  struct Row { const char* off; const char* worked; const char* link; };
  const auto row = GENERATE(values<Row>({
      {"2019-05-10", "2019-05-04", "P1800000888"}, {"2020-01-03", "2020-01-05", "P1900000820"},
      {"2020-05-08", "2020-05-11", "P1900000820"}, {"2020-12-18", "2020-12-20", "P1900000820"},
      {"2021-07-05", "2021-07-03", "P2000000930"}, {"2022-03-07", "2022-03-05", "P2100000713"},
      {"2022-08-29", "2022-08-27", "P2100000713"}, {"2022-10-24", "2022-10-22", "P2200000796"},
      {"2023-07-07", "2023-07-01", "P2300000326"}, {"2024-05-08", "2024-05-04", "G24G0000109"},
      {"2025-01-03", "2025-01-05", "G24G0000436"},
  }));
  // clang-format on
  CAPTURE(row.off, row.worked);
  const auto off = kz().why_off(day(row.off));
  REQUIRE(off);
  CHECK(off->kind == DayOff::Kind::moved);
  CHECK(to_text(off->other) == row.worked);
  CHECK(off->act.link == std::string{"https://adilet.zan.kz/rus/docs/"} + row.link);
  const auto worked = kz().why_worked(day(row.worked));
  REQUIRE(worked);
  CHECK(to_text(worked->off) == row.off);
  CHECK(worked->act == off->act);
}

TEST_CASE("kz: where sources disagree, the day that is taken", "[calendar][kz]") {
  // clang-format off
  struct Row { const char* why; const char* day; bool working; };
  const auto row = GENERATE(values<Row>({
      {"Kurban Ait 2024 was the Sunday", "2024-06-17", true},
      {"30 August is no holiday from 2026", "2026-08-31", true},
      {"15 March is kept from 2027", "2026-03-16", true},
      {"and is kept then", "2027-03-15", false},
      {"a holiday since September 2022", "2022-10-25", false},
      {"no holiday any more", "2022-12-01", true},
      {"no substitute for 17 December", "2022-12-19", true},
      {"7 January 2023 is not carried over", "2023-01-09", true},
      {"11 days off in May 2019", "2019-05-10", false},
      {"8 May 2025 stayed a working day", "2025-05-08", true},
      {"Kurban Ait 2026 as announced", "2026-05-27", false},
  }));
  // clang-format on
  CAPTURE(row.why, row.day);
  CHECK(kz().is_working(day(row.day)) == row.working);
}

TEST_CASE("kz: published are 2019 to 2026", "[calendar][kz]") {
  CHECK(kz().id() == "kz");
  CHECK(kz().first_year() == 2019);
  CHECK(kz().last_year() == 2026);
  CHECK(kz().data().title.en == "Working calendar of Kazakhstan, five-day week");
}
