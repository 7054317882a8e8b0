#include "reglament/rules/calendar_reader.hpp"

#include <catch2/catch.hpp>

using namespace reglament;

namespace {

const std::string head = R"(calendar: test
title: {kk: a, ru: b, en: c}
published: {from: 2024, to: 2025}
weekend: [saturday, sunday]
carried-over-by: law
acts:
  law: {kk: k, ru: r, en: the law, link: "https://example.org/law"}
  order: {kk: k, ru: r, en: the order}
)";

const std::string holidays = R"(holidays:
  - {dates: [01-01, 05-04], name: {kk: a, ru: b, en: Spring}, act: law}
  - {dates: 01-06, name: {kk: a, ru: b, en: Plain}, years: {from: 2025}, carried-over: false, act: law}
)";

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  const auto at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), by);
}

Diagnostics errors_of(const std::string& text) {
  const auto loaded = read_calendar(text, "test.yaml");
  CHECK_FALSE(loaded.value);
  return loaded.errors;
}

}  // namespace

TEST_CASE("a calendar file gives a working calendar", "[calendar]") {
  const auto loaded = read_calendar(head + holidays + R"(feasts:
  - {dates: [2024-06-17, 2025-06-06], name: {kk: a, ru: b, en: Feast}, act: law}
swaps:
  - {day-off: 2025-01-03, worked: 2025-01-05, act: order}
)",
                                    "test.yaml");
  REQUIRE(loaded.errors.empty());
  REQUIRE(loaded.value);
  const WorkingCalendar& calendar = *loaded.value;
  CHECK(calendar.id() == "test");
  CHECK(calendar.data().title == Trilingual{"a", "b", "c"});
  CHECK(calendar.knows(2024));
  CHECK_FALSE(calendar.knows(2026));
  CHECK(calendar.why_off(day_of(2024, 5, 6))->act.link == "https://example.org/law");
  CHECK(calendar.why_off(day_of(2025, 6, 6))->name.en == "Feast");
  CHECK(calendar.why_off(day_of(2025, 1, 3))->act.title.en == "the order");
  CHECK(calendar.is_working(day_of(2025, 1, 5)));
  CHECK_FALSE(calendar.is_working(day_of(2025, 1, 6)));
  CHECK(calendar.is_working(day_of(2026, 6, 8)));
}

TEST_CASE("a calendar needs neither feasts nor swaps nor holidays", "[calendar]") {
  CHECK(read_calendar(head, "test.yaml").value);
}

TEST_CASE("29 February is a date of a year", "[calendar]") {
  CHECK(read_calendar(head + replaced(holidays, "01-06", "02-29"), "test.yaml").value);
}

TEST_CASE("what is wrong with a calendar file is told at its place", "[calendar]") {
  // clang-format off
  struct Row { std::string text; Mark mark; Message message; };
  const std::string swaps = head + "swaps:\n  - {day-off: 2025-01-03, worked: 2025-01-05, act: order}\n";
  const auto row = GENERATE_COPY(values<Row>({
      {"", {0, 0}, {"calendar-not-one-document", {}}},
      {head + "---\n" + head, {0, 0}, {"calendar-not-one-document", {}}},
      {head + "holyday: []\n", {9, 1}, {"unknown-key-near", {"holyday", "holidays"}}},
      {replaced(head, "calendar: test\n", ""), {1, 1}, {"missing-key", {"calendar"}}},
      {replaced(head, "2024", "1899"), {3, 19}, {"calendar-no-year", {"1899"}}},
      {replaced(head, "2025", "2200"), {3, 29}, {"calendar-no-year", {"2200"}}},
      {replaced(head, "2024", "2026"), {3, 12}, {"calendar-years-reversed", {"2026", "2025"}}},
      {replaced(head, "saturday", "Saturday"), {4, 11}, {"calendar-no-weekday", {"Saturday"}}},
      {replaced(head, "saturday", "monday, tuesday, wednesday, thursday, friday, saturday"), {4, 10},
       {"calendar-all-weekend", {}}},
      {replaced(head, "by: law", "by: lav"), {5, 18}, {"calendar-unknown-act-near", {"lav", "law"}}},
      {replaced(head, "by: law", "by: decree"), {5, 18}, {"calendar-unknown-act", {"decree"}}},
      {head + replaced(holidays, "05-04", "05-32"), {10, 21}, {"calendar-no-date-of-year", {"05-32"}}},
      {head + replaced(holidays, "05-04", "5-4"), {10, 21}, {"calendar-no-date-of-year", {"5-4"}}},
      {head + replaced(holidays, "{from: 2025}", "{from: 2025, to: 2024}"), {11, 60},
       {"calendar-years-reversed", {"2025", "2024"}}},
      {head + replaced(holidays, ", en: Spring", ""), {10, 35}, {"missing-key", {"en"}}},
      {head + replaced(holidays, "over: false", "over: no"), {11, 88}, {"expected-yes-no", {"no"}}},
      {head + "feasts:\n  - {dates: 06-06, name: {kk: a, ru: b, en: c}, act: law}\n", {10, 13},
       {"calendar-no-day", {"06-06"}}},
      {head + "feasts:\n  - {dates: 2026-06-06, name: {kk: a, ru: b, en: c}, act: law}\n", {10, 13},
       {"calendar-unpublished-day", {"2026-06-06", "2024", "2025"}}},
      {replaced(swaps, "2025-01-03", "2025-01-04"), {10, 15}, {"calendar-off-already", {"2025-01-04"}}},
      {replaced(swaps, "2025-01-05", "2025-01-06"), {10, 35}, {"calendar-worked-already", {"2025-01-06"}}},
      {replaced(swaps, "2025-01-05", "2023-01-07"), {10, 35},
       {"calendar-unpublished-day", {"2023-01-07", "2024", "2025"}}},
      {swaps + "  - {day-off: 2025-01-08, worked: 2025-01-05, act: order}\n", {11, 35},
       {"calendar-moved-twice", {"2025-01-05"}}},
  }));
  // clang-format on
  CAPTURE(row.text);
  const auto errors = errors_of(row.text);
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].file == "test.yaml");
  CHECK(errors[0].message.key == row.message.key);
  CHECK(errors[0].message.arguments == row.message.arguments);
  CHECK(errors[0].mark.line == row.mark.line);
  CHECK(errors[0].mark.column == row.mark.column);
}

TEST_CASE("each entry of a calendar with an error is told", "[calendar]") {
  const auto errors = errors_of(head + R"(holidays:
  - {dates: 13-01, name: {kk: a, ru: b, en: c}, act: law}
  - {dates: 01-01, name: {kk: a, ru: b, en: c}, act: law}
  - {dates: 01-02, name: {kk: a, ru: b, en: c}, act: lax}
feasts:
  - {dates: 2024-02-30, name: {kk: a, ru: b, en: c}, act: law}
swaps:
  - {day-off: 2024-01-06, worked: 2026-01-05, act: order}
)");
  REQUIRE(errors.size() == 4);
  CHECK(errors[0].mark.line == 10);
  CHECK(errors[1].mark.line == 12);
  CHECK(errors[2].mark.line == 14);
  CHECK(errors[3].mark.line == 16);
}

TEST_CASE("a fault in a holiday is not told again of the days that are moved around it", "[calendar]") {
  const auto errors = errors_of(head + R"(holidays:
  - {dates: 05-09, name: {kk: a, ru: b, en: c}, act: lav}
swaps:
  - {day-off: 2024-05-08, worked: 2024-05-09, act: order}
)");
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].message.key == "calendar-unknown-act-near");
}
