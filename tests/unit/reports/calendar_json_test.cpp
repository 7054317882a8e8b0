#include "reglament/reports/calendar_json.hpp"

#include <catch2/catch.hpp>

#include "reglament/version.hpp"

using namespace reglament;
using namespace date::literals;

namespace {

WorkingCalendar make_winter() {
  CalendarData data;
  data.id = "winter";
  data.first_year = 2025;
  data.last_year = 2025;
  data.weekend.set(6).set(7);
  data.carrying_over = {{"k-5", "r-5", "the law, article 5"}, "https://example.org/law"};
  data.holidays.push_back({date::February / 1,
                           earliest_year,
                           latest_year,
                           true,
                           {"Ақпан", "Февраль", "Ice \"Day\""},
                           {{"k", "r", "the law"}, {}}});
  data.swaps.push_back({2025_y / 1 / 31, 2025_y / 1 / 26, {{"b", "p", "the order"}, {}}});
  return WorkingCalendar{data};
}

const WorkingCalendar winter = make_winter();

std::string with_head(const std::string& rest, const std::string& provisional = "") {
  return "{\n  \"schema\": 1,\n  \"tool\": \"reglament-calendar\",\n  \"version\": \"" +
         std::string{version()} + "\",\n  \"calendar\": \"winter\",\n  \"provisional-years\": [" +
         provisional + "],\n" + rest;
}

}  // namespace

TEST_CASE("JSON of a range holds its months and the days that are off or worked instead", "[calendar]") {
  CHECK(calendar_json(winter, parse_range("2025-01-26..2025-02-03").value(), Language::en) ==
        with_head(R"(  "from": "2025-01-26",
  "to": "2025-02-03",
  "working-days": 5,
  "days-off": 4,
  "months": [
    {"month": "2025-01", "working-days": 5, "days-off": 1},
    {"month": "2025-02", "working-days": 0, "days-off": 3}
  ],
  "days": [
    {"date": "2025-01-26", "weekday": 7, "working": true, "reason": "worked-instead", "name": null, "instead-of": "2025-01-31", "act": "the order", "link": null},
    {"date": "2025-01-31", "weekday": 5, "working": false, "reason": "moved", "name": null, "instead-of": "2025-01-26", "act": "the order", "link": null},
    {"date": "2025-02-01", "weekday": 6, "working": false, "reason": "holiday", "name": "Ice \"Day\"", "instead-of": null, "act": "the law", "link": null},
    {"date": "2025-02-02", "weekday": 7, "working": false, "reason": "weekend", "name": null, "instead-of": null, "act": null, "link": null},
    {"date": "2025-02-03", "weekday": 1, "working": false, "reason": "substitute", "name": "Ice \"Day\"", "instead-of": "2025-02-01", "act": "the law, article 5", "link": "https://example.org/law"}
  ]
}
)"));
}

TEST_CASE("JSON of a count holds its result and the days passed over", "[calendar]") {
  const CountOfDays count{"winter", "",    2025_y / 2 / 7, {1, Unit::working_day},
                          false,    false, 2025_y / 2 / 10};
  CHECK(count_json(winter, count, Language::ru) == with_head(R"(  "from": "2025-02-07",
  "span": "1 working day",
  "backwards": false,
  "rolled": false,
  "result": "2025-02-10",
  "weekday": 1,
  "days": [
    {"date": "2025-02-08", "weekday": 6, "working": false, "reason": "weekend", "name": null, "instead-of": null, "act": null, "link": null},
    {"date": "2025-02-09", "weekday": 7, "working": false, "reason": "weekend", "name": null, "instead-of": null, "act": null, "link": null}
  ]
}
)"));
  const CountOfDays back{"winter", "", 2026_y / 1 / 6, {2, Unit::week}, true, false, 2025_y / 12 / 23};
  CHECK(count_json(winter, back, Language::en) == with_head(R"(  "from": "2026-01-06",
  "span": "2 weeks",
  "backwards": true,
  "rolled": false,
  "result": "2025-12-23",
  "weekday": 2,
  "days": []
}
)",
                                                            "2026"));
}

TEST_CASE("JSON of a day holds its neighbours", "[calendar]") {
  CHECK(
      day_json(winter, 2025_y / 1 / 1, Language::kk) ==
      with_head(
          R"(  "day": {"date": "2025-01-01", "weekday": 3, "working": true, "reason": "working", "name": null, "instead-of": null, "act": null, "link": null},
  "working-day-before": null,
  "working-day-after": "2025-01-02"
}
)"));
}
