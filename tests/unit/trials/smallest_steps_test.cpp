#include "reglament/trials/smallest_steps.hpp"

#include <catch2/catch.hpp>

using namespace reglament;

namespace {

// "2 days after date (limit); 4 days after date (limit)"
std::string in_short(const std::vector<Step>& steps) {
  std::string text;
  for (const Step& step : steps) {
    text += (text.empty() ? "" : "; ") + step.text + (step.moves_limit ? " (limit)" : "");
  }
  return text;
}

std::optional<std::string> other(std::string_view name) {
  if (name == "date") return "from";
  return std::nullopt;
}

}  // namespace

TEST_CASE("a date is moved by one, to the unit beside, the other way, to another date", "[trials][steps]") {
  struct Row {
    const char* why;
    const char* date;
    const char* expected;
  };
  // clang-format off
  const auto row = GENERATE(values<Row>({
      {"working days", "3 working days before date",
       "2 working days before date (limit); 4 working days before date (limit); 3 days before date; 3 working days after date; "
       "3 working days before from"},
      {"no other date to be had", "1 day after due",
       "0 days after due (limit); 2 days after due (limit); 1 working day after due; 1 day before due"},
      {"none less than none, and nothing to turn", "0 working days after received",
       "1 working day after received (limit); 0 days after received"},
      {"a month is no four weeks and no thirty days", "1 month after due",
       "0 months after due (limit); 2 months after due (limit); 1 week after due; 30 days after due; 1 month before due"},
      {"a week", "2 weeks after due",
       "1 week after due (limit); 3 weeks after due (limit); 2 months after due; 2 weeks before due"},
      {"a year", "1 year after due",
       "0 years after due (limit); 2 years after due (limit); 1 month after due; 1 year before due"},
      {"hours", "24 hours before due",
       "23 hours before due (limit); 25 hours before due (limit); 24 days before due; 24 hours after due"},
      {"a point", "date", "1 day before date (limit); 1 day after date (limit); from"},
      {"the first of several entries", "first sent",
       "1 day before first sent (limit); 1 day after first sent (limit); sent"},
      {"the ends of a period", "1 day before start of period",
       "0 days before start of period (limit); 2 days before start of period (limit); 1 working day before start of period; "
       "1 day after start of period; 1 day before end of period"},
      {"the day of the judgement", "as-of", ""},
      {"a day of the month", "day 10 of the month after period",
       "day 9 of the month after period (limit); day 11 of the month after period (limit)"},
      {"the last day of the month", "day 31 of the month after period", "day 30 of the month after period (limit)"},
      {"a fixed day", "09-01 of the year before period",
       "08-31 of the year before period (limit); 09-02 of the year before period (limit); 09-01 of period"},
      {"a fixed day of a field", "12-31 of budget-year", "12-30 of budget-year (limit); 01-01 of budget-year (limit)"},
      {"the next record of a type", "next meeting/session after date",
       "next meeting after date; next meeting/session after from"},
      {"alternatives: each moved, each alone, no other date", "date or 2 days after sent",
       "1 day before date or 2 days after sent (limit); 1 day after date or 2 days after sent (limit); 2 days after sent; "
       "date or 1 day after sent (limit); date or 3 days after sent (limit); date or 2 working days after sent; "
       "date or 2 days before sent; date"},
  }));
  // clang-format on
  CAPTURE(row.why);
  CHECK(in_short(date_steps(row.date, other)) == row.expected);
}

TEST_CASE("a number is moved by its last digit, a time by a minute", "[trials][steps]") {
  struct Row {
    const char* amount;
    const char* expected;
  };
  const auto row = GENERATE(values<Row>({
      {"3", "2 (limit); 4 (limit)"},
      {"0", "1 (limit)"},
      {"10.5", "10.4 (limit); 10.6 (limit)"},
      {"0.05", "0.04 (limit); 0.06 (limit)"},
      {"18:30", "18:29 (limit); 18:31 (limit)"},
      {"00:00", "00:01 (limit)"},
      {"2/3 of attendance.members",
       "1/3 of attendance.members; 3/3 of attendance.members; 2/4 of attendance.members"},
      {"1/2 of attendance.members", "2/2 of attendance.members; 1/3 of attendance.members"},
      {"quota", ""},
      {"pack.hours-per-day", ""},
      {"5.", ""},
  }));
  CAPTURE(row.amount);
  CHECK(in_short(amount_steps(row.amount)) == row.expected);
}

TEST_CASE("a day that a pack states of itself is moved by one", "[trials][steps]") {
  CHECK(in_short(pack_day_steps("2025-03-01")) == "2025-02-28 (limit); 2025-03-02 (limit)");
  CHECK(in_short(pack_day_steps("11 days after pack.published")) ==
        "10 days after pack.published (limit); 12 days after pack.published (limit)");
  CHECK(in_short(pack_day_steps("issued")).empty());
}

TEST_CASE("a relation is turned; one whose limit cannot be moved takes the limit in or out",
          "[trials][steps]") {
  CHECK(in_short(relation_steps("at-least", true)) == "at-most");
  CHECK(in_short(relation_steps("at-least", false)) == "at-most; more-than (limit)");
  CHECK(in_short(relation_steps("less-than", false)) == "more-than; at-most (limit)");
  CHECK(in_short(relation_steps("exactly", false)) == "at-least; at-most");
  CHECK(in_short(date_relation_steps("no-later-than", false)) == "no-earlier-than; earlier-than (limit)");
  CHECK(in_short(date_relation_steps("later-than", true)) == "earlier-than");
  CHECK(in_short(date_relation_steps("exactly", true)) == "no-later-than; no-earlier-than");
  CHECK(relation_steps("no-later-than", false).empty());
  CHECK(date_relation_steps("step", false).empty());
}

TEST_CASE("a period is taken for the one beside it", "[trials][steps]") {
  CHECK(other_period_unit("week") == "month");
  CHECK(other_period_unit("year") == "half-year");
  CHECK(other_period_unit("as-of") == std::nullopt);
}
