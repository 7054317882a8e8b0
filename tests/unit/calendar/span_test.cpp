#include "reglament/calendar/span.hpp"

#include <catch2/catch.hpp>

using namespace reglament;

TEST_CASE("a span is a number, a space and a unit", "[calendar]") {
  // clang-format off
  struct Row { const char* why; const char* text; std::optional<Span> expected; };
  const auto row = GENERATE(values<Row>({
      {"one working day", "1 working day", Span{1, Unit::working_day}},
      {"working days", "5 working days", Span{5, Unit::working_day}},
      {"days", "10 days", Span{10, Unit::day}},
      {"weeks", "2 weeks", Span{2, Unit::week}},
      {"a month", "1 month", Span{1, Unit::month}},
      {"years", "3 years", Span{3, Unit::year}},
      {"hours", "3 hours", Span{3, Unit::hour}},
      {"none", "0 days", Span{0, Unit::day}},
      {"a plural of one", "1 days", Span{1, Unit::day}},
      {"a singular of many", "5 working day", Span{5, Unit::working_day}},
      {"the most", "9999 days", Span{9999, Unit::day}},
      {"more than the most", "10000 days", {}},
      {"a zero in front", "05 days", {}},
      {"a sign", "-5 days", {}},
      {"a plus", "+5 days", {}},
      {"two spaces", "5  days", {}},
      {"two spaces inside", "5 working  days", {}},
      {"a space in front", " 5 days", {}},
      {"a space behind", "5 days ", {}},
      {"no space", "5days", {}},
      {"no unit", "5", {}},
      {"no unit but a space", "5 ", {}},
      {"no number", "working days", {}},
      {"a half", "1.5 days", {}},
      {"a plural of a plural", "5 dayss", {}},
      {"capitals", "5 Days", {}},
      {"an unknown unit", "5 minutes", {}},
      {"nothing", "", {}},
  }));
  // clang-format on
  CAPTURE(row.why, row.text);
  CHECK(parse_span(row.text) == row.expected);
}

TEST_CASE("a span is printed in the number that it has", "[calendar]") {
  CHECK(to_text(Span{0, Unit::day}) == "0 days");
  CHECK(to_text(Span{1, Unit::working_day}) == "1 working day");
  CHECK(to_text(Span{2, Unit::working_day}) == "2 working days");
}

TEST_CASE("a printed span reads back", "[calendar]") {
  for (const Unit unit : {Unit::working_day, Unit::day, Unit::week, Unit::month, Unit::year, Unit::hour}) {
    for (int count = 0; count <= 9999; ++count) {
      if (parse_span(to_text(Span{count, unit})) != Span{count, unit}) FAIL(to_text(Span{count, unit}));
    }
  }
}
