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

TEST_CASE("the list of days off joins the days of a weekend", "[calendar]") {
  CHECK(days_off_list(winter, range("2025-01-24..2025-02-04"), english) ==
        R"(2025-01-25 Sa, 2025-01-26 Su  weekend
2025-02-01 Sa  Ice Day [1]
2025-02-02 Su  weekend
2025-02-03 Mo  instead of 2025-02-01, Ice Day [2]

[1] the law
[2] the law, article 5
)");
  CHECK(days_off_list(winter, range("2025-01-26"), english) == "2025-01-26 Su  weekend\n");
  CHECK(days_off_list(winter, range("2025-01-27"), english).empty());
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
