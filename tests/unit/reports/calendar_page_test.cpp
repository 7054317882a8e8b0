#include "reglament/reports/calendar_page.hpp"

#include <catch2/catch.hpp>

using namespace reglament;
using namespace date::literals;

namespace {

CalendarData winter_data() {
  CalendarData data;
  data.id = "winter";
  data.first_year = 2025;
  data.last_year = 2025;
  data.weekend.set(6).set(7);
  data.carrying_over.title = {"k-5", "r-5", "the law, article 5"};
  const LegalAct law{{"k", "r", "the law"}, {}};
  data.holidays.push_back(
      {date::January / 1, earliest_year, latest_year, true, {"Жаңа жыл", "Новый год", "New Year"}, law});
  data.holidays.push_back(
      {date::February / 1, earliest_year, latest_year, true, {"Ақпан", "Февраль", "Ice Day"}, law});
  data.swaps.push_back({2025_y / 1 / 3, 2025_y / 1 / 5, {{"b", "p", "the order"}, {}}});
  return data;
}

const WorkingCalendar winter{winter_data()};
const PageStyle english{Language::en, false};

DayRange range(const char* text) { return parse_range(text).value(); }

}  // namespace

TEST_CASE("a month is a grid of its weeks, and the days off with their acts", "[calendar]") {
  CHECK(calendar_page(winter, range("2025-01"), english) ==
        R"(     January 2025             22
      Mo  Tu  We  Th  Fr  Sa  Su
W01          [ 1]  2 [ 3]( 4)< 5>
W02    6   7   8   9  10 (11)(12)
W03   13  14  15  16  17 (18)(19)
W04   20  21  22  23  24 (25)(26)
W05   27  28  29  30  31

Beside a month the number of its working days. ( ) weekend  [ ] holiday or other day off  < > worked in its stead

2025-01: working days 22, days off 9

2025-01-01 We  New Year [1]
2025-01-03 Fr  day off moved from 2025-01-05 [2]
2025-01-05 Su  worked instead of 2025-01-03 [2]

[1] the law
[2] the order
)");
}

TEST_CASE("days outside the range are blank, months stand abreast", "[calendar]") {
  const std::string page = calendar_page(winter, range("2025-01-30..2025-02-04"), {Language::ru, false});
  CHECK(page.substr(0, page.find("\n\n")) == R"(январь 2025               2    февраль 2025              1
 пн  вт  ср  чт  пт  сб  вс     пн  вт  ср  чт  пт  сб  вс
             30  31                                [ 1]( 2)
                               [ 3]  4)");
}

TEST_CASE("a month without days off of its own lists none", "[calendar]") {
  const std::string page = calendar_page(winter, range("2025-04"), english);
  CHECK(page.ends_with("\n2025-04: working days 22, days off 8\n"));
}

TEST_CASE("the days of a range are counted, and weekend days told in runs", "[calendar]") {
  CHECK(days_page(winter, range("2025-01-24..2025-02-04"), english) ==
        R"(2025-01-24..2025-02-04: working days 7, days off 5

2025-01-25 Sa, 2025-01-26 Su  weekend
2025-02-01 Sa  Ice Day [1]
2025-02-02 Su  weekend
2025-02-03 Mo  instead of 2025-02-01, Ice Day [2]

[1] the law
[2] the law, article 5
)");
  CHECK(days_page(winter, range("2025-01-27"), english) == "2025-01-27: working days 1, days off 0\n");
}

TEST_CASE("a count tells its end and the days off that it passed over", "[calendar]") {
  CountOfDays count{"winter", "", 2025_y / 1 / 31, {1, Unit::working_day}, false, false, 2025_y / 2 / 4};
  CHECK(count_page(winter, count, english) ==
        R"(2025-01-31 (Fr) + 1 working day = 2025-02-04 (Tu)

2025-02-01 Sa  Ice Day [1]
2025-02-02 Su  weekend
2025-02-03 Mo  instead of 2025-02-01, Ice Day [2]

[1] the law
[2] the law, article 5
)");
  count = {"winter", "", 2025_y / 1 / 7, {2, Unit::working_day}, true, false, 2025_y / 1 / 5};
  CHECK(count_page(winter, count, {Language::ru, false}) ==
        R"(2025-01-07 (вт) - 2 рабочих дня = 2025-01-05 (вс)

2025-01-05 вс  рабочий день вместо 2025-01-03 [1]

[1] p
)");
  count = {"winter", "", 2025_y / 1 / 30, {2, Unit::day}, false, true, 2025_y / 2 / 4};
  CHECK(
      count_page(winter, count, english)
          .starts_with("2025-01-30 (Th) + 2 days = 2025-02-01 (Sa) \u2192 2025-02-04 (Tu)\n\n2025-02-01 Sa"));
  count = {"winter", "", 2025_y / 1 / 30, {2, Unit::day}, false, false, 2025_y / 2 / 1};
  CHECK(count_page(winter, count, english) == "2025-01-30 (Th) + 2 days = 2025-02-01 (Sa)\n");
}

TEST_CASE("a day tells why it is off or worked, and its neighbours", "[calendar]") {
  CHECK(day_page(winter, 2025_y / 2 / 3, english) ==
        "2025-02-03 (Mo): instead of 2025-02-01, Ice Day\nthe law, article 5\n"
        "working day before: 2025-01-31 (Fr)\nworking day after: 2025-02-04 (Tu)\n");
  CHECK(day_page(winter, 2025_y / 1 / 5, english) ==
        "2025-01-05 (Su): worked instead of 2025-01-03\nthe order\notherwise: weekend\n"
        "working day before: 2025-01-02 (Th)\nworking day after: 2025-01-06 (Mo)\n");
  CHECK(day_page(winter, 2025_y / 1 / 2, english) ==
        "2025-01-02 (Th): working day\nworking day after: 2025-01-05 (Su)\n");
  CHECK(day_page(winter, 2199_y / 12 / 31, english) ==
        "2199-12-31 (Tu): working day\nworking day before: 2199-12-30 (Mo)\n");
}

TEST_CASE("years behind the last published one are provisional", "[calendar]") {
  CHECK(provisional_years(winter, range("2025")).empty());
  CHECK(provisional_years(winter, range("2025-12-31..2027-01-01")) == std::vector<int>{2026, 2027});
  CHECK(provisional_years(winter, range("2028")) == std::vector<int>{2028});
}

TEST_CASE("colours change nothing but the colours", "[calendar]") {
  std::string colored = calendar_page(winter, range("2025"), {Language::kk, true});
  CHECK(colored.find("\x1b[31m[ 1]\x1b[0m") != std::string::npos);
  CHECK(colored.find("\x1b[32m< 5>\x1b[0m") != std::string::npos);
  for (auto at = colored.find('\x1b'); at != std::string::npos; at = colored.find('\x1b')) {
    colored.erase(at, colored.find('m', at) - at + 1);
  }
  CHECK(colored == calendar_page(winter, range("2025"), {Language::kk, false}));
}

TEST_CASE("a reason is worded in each language", "[calendar]") {
  const auto substitute = winter.why_off(2025_y / 2 / 3).value();
  CHECK(wording(substitute, Language::kk) == "2025-02-01 орнына, Ақпан");
  CHECK(wording(substitute, Language::ru) == "вместо 2025-02-01, Февраль");
  CHECK(wording(substitute, Language::en) == "instead of 2025-02-01, Ice Day");
  CHECK(wording(winter.why_off(2025_y / 1 / 4).value(), Language::ru) == "выходной");
  CHECK(wording(winter.why_off(2025_y / 1 / 3).value(), Language::ru) == "выходной перенесён с 2025-01-05");
  CHECK(wording(winter.why_worked(2025_y / 1 / 5).value(), Language::ru) == "рабочий день вместо 2025-01-03");
}
