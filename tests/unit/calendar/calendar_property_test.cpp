// Counting by tables against a second implementation that walks from day to day over a printed list.

#include <algorithm>
#include <cstdlib>
#include <random>
#include <set>
#include <string>

#include <catch2/catch.hpp>

#include "kz_days.hpp"
#include "reglament/calendar/count.hpp"

using namespace reglament;
using namespace date::literals;

namespace {

constexpr date::days one_day{1};
constexpr Day first_day = 2019_y / 1 / 1;
constexpr Day last_day = 2031_y / 12 / 31;

class Walker {
 public:
  Walker() {
    for (const auto& [year, days] : kz_weekdays_off) {
      const std::string text{days};
      for (std::size_t at = 0; at < text.size(); at += 6) {
        off_.insert(*parse_day(std::to_string(year) + '-' + text.substr(at, 5)));
      }
    }
    for (const char* day : kz_weekend_days_worked) worked_.insert(*parse_day(day));
  }

  bool is_working(Day day) const {
    if (worked_.contains(day)) return true;
    return iso_weekday(day) <= 5 && !off_.contains(day);
  }

  Day add(Day day, int n) const {
    const date::days step{n < 0 ? -1 : 1};
    for (int left = std::abs(n); left > 0;) {
      day += step;
      if (is_working(day)) --left;
    }
    return day;
  }

  Day roll(Day day) const {
    while (!is_working(day)) day += one_day;
    return day;
  }

  int count(Day first, Day last) const {
    int counted = 0;
    for (; first <= last; first += one_day) counted += is_working(first) ? 1 : 0;
    return counted;
  }

  Day after(Day anchor, Span span, bool roll_over) const {
    if (span.unit == Unit::working_day) return span.count == 0 ? roll(anchor) : add(anchor, span.count);
    const Day end = move(anchor, span.count, span.unit);
    return roll_over && span.count > 0 ? roll(end) : end;
  }

  Day before(Day anchor, Span span) const {
    return span.unit == Unit::working_day ? add(anchor, -span.count) : move(anchor, -span.count, span.unit);
  }

 private:
  // A month by walking to the month that is wanted and back from the day where it overshoots.
  static Day move(Day day, int n, Unit unit) {
    if (unit == Unit::day) return day + date::days{n};
    if (unit == Unit::week) return day + date::days{7 * n};
    if (unit == Unit::hour) return day + date::days{n >= 0 ? (n + 23) / 24 : -(-n / 24)};
    const int months = unit == Unit::year ? 12 * n : n;
    const auto start = civil(day);
    const int wanted = static_cast<int>(start.year()) * 12 +
                       static_cast<int>(static_cast<unsigned>(start.month())) - 1 + months;
    auto end = date::year{wanted / 12} / (wanted % 12 + 1) / start.day();
    while (!end.ok()) end = end.year() / end.month() / date::day{static_cast<unsigned>(end.day()) - 1};
    return end;
  }

  std::set<Day> off_;
  std::set<Day> worked_;
};

class Chance {
 public:
  int between(int least, int most) { return std::uniform_int_distribution<int>{least, most}(engine_); }

  // Half of the days lie around a new year, where mistakes live.
  Day day(Day first, Day last) {
    if (between(0, 1) == 0) return first + date::days{between(0, static_cast<int>((last - first).count()))};
    const Day near = day_of(between(year_of(first) + 1, year_of(last)), 1, 1) + date::days{between(-15, 15)};
    return std::clamp(near, first, last);
  }

  Span span() {
    static constexpr int most[] = {200, 500, 60, 18, 2, 500};  // by unit: no count leaves 2019-2031
    const int unit = between(0, 5);
    const int count = between(0, 3) == 0 ? between(0, 2) : between(0, most[unit]);
    return {count, static_cast<Unit>(unit)};
  }

 private:
  std::mt19937 engine_{20250620};
};

constexpr int cases = 25'000;

}  // namespace

TEST_CASE("tables and steps count alike", "[calendar][property]") {
  const WorkingCalendar kz{kz_data()};
  const Walker walker;
  Chance chance;

  for (int i = 0; i < cases; ++i) {
    const Day day = chance.day(first_day, last_day);
    if (kz.is_working(day) != walker.is_working(day)) FAIL(to_text(day));

    const Day inner = chance.day(2021_y / 1 / 1, 2029_y / 12 / 31);
    const int n = chance.between(-250, 250);
    if (kz.add_working_days(inner, n) != walker.add(inner, n)) FAIL(to_text(inner) << " + " << n);
    if (kz.roll_forward(inner) != walker.roll(inner)) FAIL("roll " << to_text(inner));

    const Day other = std::min(inner + date::days{chance.between(-30, 250)}, last_day);
    if (kz.working_days_in(inner, other) != walker.count(inner, other))
      FAIL(to_text(inner) << ".." << to_text(other));

    const Span span = chance.span();
    const bool roll = chance.between(0, 1) == 1;
    INFO(to_text(span) << " of " << to_text(inner) << ", roll " << roll);
    if (last_good_day_after(inner, span, kz, roll) != walker.after(inner, span, roll)) FAIL("after");
    if (last_good_day_before(inner, span, kz) != walker.before(inner, span)) FAIL("before");
  }
  SUCCEED(6 * cases << " comparisons");
}
