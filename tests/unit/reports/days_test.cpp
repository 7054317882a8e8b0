#include "reglament/reports/days.hpp"

#include <catch2/catch.hpp>

#include "example.hpp"

namespace reglament {

namespace {

CountOfDays working_days(Day from, int count, Day limit, bool backwards = false) {
  return {"kz", "date", from, {count, Unit::working_day}, backwards, false, limit};
}

}  // namespace

TEST_CASE("a count says from which day, how many days, and what they give", "[reports][days]") {
  const WorkingCalendar kz = example::calendar();
  const CountOfDays after = working_days(day_of(2025, 10, 14), 10, day_of(2025, 10, 29));
  CHECK(count_in_words(after, &kz, Language::en) ==
        "count: date 2025-10-14 (Tu) + 10 working days = 2025-10-29 (We)");
  CHECK(count_in_words(after, &kz, Language::ru) ==
        "отсчёт: дата 2025-10-14 (вт) + 10 рабочих дней = 2025-10-29 (ср)");
  CHECK(count_in_words(after, &kz, Language::kk) ==
        "есеп: күні 2025-10-14 (сс) + 10 жұмыс күні = 2025-10-29 (ср)");
  const CountOfDays before = working_days(day_of(2025, 10, 28), 5, day_of(2025, 10, 20), true);
  CHECK(count_in_words(before, &kz, Language::en) ==
        "count: date 2025-10-28 (Tu) − 5 working days = 2025-10-20 (Mo)");
}

TEST_CASE("an end that was moved off a day off is told with both days", "[reports][days]") {
  const WorkingCalendar kz = example::calendar();
  const CountOfDays month{"kz",  "received", day_of(2025, 9, 25), {1, Unit::month},
                          false, true,       day_of(2025, 10, 28)};
  CHECK(count_in_words(month, &kz, Language::en) ==
        "count: received 2025-09-25 (Th) + 1 month = 2025-10-25 (Sa), a day off, so 2025-10-28 (Tu)");
  CHECK(days_off_in_words(month, kz, Language::en) == "25–27 Oct (Republic Day)");
  CHECK(count_in_words(month, nullptr, Language::en) ==
        "count: received 2025-09-25 (Th) + 1 month = 2025-10-28 (Tu)");
}

TEST_CASE("days off are told in runs, weekends first", "[reports][days]") {
  struct Row {
    const char* why;
    CountOfDays count;
    const char* expected;
  };
  const auto row = GENERATE(values<Row>({
      {"none", working_days(day_of(2025, 10, 6), 1, day_of(2025, 10, 7)), ""},
      {"a weekend", working_days(day_of(2025, 10, 10), 1, day_of(2025, 10, 13)), "11–12 Oct (weekend)"},
      {"a weekend across months", working_days(day_of(2025, 5, 30), 1, day_of(2025, 6, 2)),
       "31 May – 1 Jun (weekend)"},
      {"a holiday with its weekend and the day in lieu",
       working_days(day_of(2025, 10, 24), 1, day_of(2025, 10, 28)), "25–27 Oct (Republic Day)"},
      {"both", working_days(day_of(2025, 10, 14), 10, day_of(2025, 10, 29)),
       "18–19 Oct (weekend), 25–27 Oct (Republic Day)"},
      {"many weekends are counted", working_days(day_of(2025, 9, 1), 20, day_of(2025, 9, 29)), "weekends: 4"},
      {"a day moved and the Sunday worked for it", working_days(day_of(2025, 1, 2), 2, day_of(2025, 1, 6)),
       "3–4 Jan (day off moved from 5 Jan), 5 Jan worked instead of 3 Jan"},
      {"backwards, the start is no part of it",
       working_days(day_of(2025, 10, 28), 1, day_of(2025, 10, 24), true), "25–27 Oct (Republic Day)"},
      {"0 working days after a day off", working_days(day_of(2025, 10, 25), 0, day_of(2025, 10, 28)),
       "25–27 Oct (Republic Day)"},
      {"calendar days that were not moved pass over nothing",
       {"kz", "date", day_of(2025, 10, 14), {14, Unit::day}, false, false, day_of(2025, 10, 28)},
       ""},
  }));
  CAPTURE(row.why);
  CHECK(days_off_in_words(row.count, example::calendar(), Language::en) == row.expected);
}

TEST_CASE("days off are told in each language", "[reports][days]") {
  const CountOfDays count = working_days(day_of(2025, 10, 14), 10, day_of(2025, 10, 29));
  CHECK(days_off_in_words(count, example::calendar(), Language::ru) ==
        "18–19 октября (выходные), 25–27 октября (День Республики)");
  CHECK(days_off_in_words(count, example::calendar(), Language::kk) ==
        "18–19 қазан (сенбі, жексенбі), 25–27 қазан (Республика күні)");
}

TEST_CASE("a holiday that is passed over only by the day in its stead is named", "[reports][days]") {
  const CountOfDays count = working_days(day_of(2025, 10, 26), 1, day_of(2025, 10, 28));
  CHECK(days_off_in_words(count, example::calendar(), Language::en) == "27 Oct (in lieu of Republic Day)");
}

TEST_CASE("each day of a count is told with its number and the act that takes it out", "[reports][days]") {
  const CountOfDays count = working_days(day_of(2025, 10, 24), 1, day_of(2025, 10, 28));
  CHECK(day_by_day(count, example::calendar(), Language::en) ==
        std::vector<std::string>{
            "2025-10-24 (Fr)   0",
            "2025-10-25 (Sa)   -  Republic Day [Law on holidays]",
            "2025-10-26 (Su)   -  weekend",
            "2025-10-27 (Mo)   -  in lieu of Republic Day [Law on holidays]",
            "2025-10-28 (Tu)   1",
        });
}

TEST_CASE("calendar days are all counted, days off too, and a worked Sunday is named", "[reports][days]") {
  const CountOfDays count{"kz", "date", day_of(2025, 1, 4), {2, Unit::day}, false, false, day_of(2025, 1, 6)};
  CHECK(day_by_day(count, example::calendar(), Language::en) ==
        std::vector<std::string>{
            "2025-01-04 (Sa)   0  weekend",
            "2025-01-05 (Su)   1  5 Jan worked instead of 3 Jan [Decree No. 1]",
            "2025-01-06 (Mo)   2",
        });
}

TEST_CASE("what nobody would read is not told day by day", "[reports][days]") {
  const WorkingCalendar kz = example::calendar();
  const CountOfDays long_count{"kz",  "date", day_of(2025, 1, 6), {6, Unit::month},
                               false, false,  day_of(2025, 7, 6)};
  CHECK(day_by_day(long_count, kz, Language::en).empty());
  const CountOfDays before_calendar{"kz",  "date", day_of(2024, 12, 31), {2, Unit::day},
                                    false, false,  day_of(2025, 1, 2)};
  CHECK(day_by_day(before_calendar, kz, Language::en).empty());
  const CountOfDays crossed = working_days(day_of(2025, 10, 28), 1, day_of(2025, 10, 24));
  CHECK(day_by_day(crossed, kz, Language::en).empty());
}

}  // namespace reglament
