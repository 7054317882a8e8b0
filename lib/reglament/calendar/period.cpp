#include "reglament/calendar/period.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "reglament/calendar/digits.hpp"

namespace reglament {
namespace {

constexpr std::array<std::pair<std::string_view, PeriodUnit>, 6> units{{
    {"day", PeriodUnit::day},
    {"week", PeriodUnit::week},
    {"month", PeriodUnit::month},
    {"quarter", PeriodUnit::quarter},
    {"half-year", PeriodUnit::half_year},
    {"year", PeriodUnit::year},
}};

int month_of(Day day) { return static_cast<int>(static_cast<unsigned>(civil(day).month())); }

// The block of `length` months, counted from January, in which `day` lies.
Period months_around(Day day, PeriodUnit unit, int length) {
  const int first_month = (month_of(day) - 1) / length * length + 1;
  const Day first = day_of(year_of(day), first_month, 1);
  return {unit, first, add_months(first, length) - date::days{1}};
}

Period week_around(Day day) {
  const Day monday = day - date::days{iso_weekday(day) - 1};
  return {PeriodUnit::week, monday, monday + date::days{6}};
}

// The Thursday decides to which year a week belongs, and 4 January is always in the first.
int iso_year(const Period& week) { return year_of(week.first + date::days{3}); }

Day first_monday(int iso_year) { return week_around(day_of(iso_year, 1, 4)).first; }

int iso_week(const Period& week) { return (week.first - first_monday(iso_year(week))).count() / 7 + 1; }

std::optional<Period> parse_week(int year, std::string_view digits) {
  const auto number = parse_digits(digits, 2);
  if (!number || *number < 1) return std::nullopt;
  const auto week = week_around(first_monday(year) + date::weeks{*number - 1});
  if (iso_year(week) != year) return std::nullopt;  // there is no week 53 in this year
  return week;
}

// The `part`-th block of `length` months of the year, `part` written in `width` digits.
std::optional<Period> parse_months(int year, std::string_view part, std::size_t width, PeriodUnit unit,
                                   int length) {
  const auto number = parse_digits(part, width);
  if (!number || *number < 1 || *number > 12 / length) return std::nullopt;
  return period_of(day_of(year, (*number - 1) * length + 1, 1), unit);
}

// What follows `YYYY-`, a day excepted.
std::optional<Period> parse_part(int year, std::string_view part) {
  if (part.empty()) return std::nullopt;
  switch (part.front()) {
    case 'W': return parse_week(year, part.substr(1));
    case 'Q': return parse_months(year, part.substr(1), 1, PeriodUnit::quarter, 3);
    case 'H': return parse_months(year, part.substr(1), 1, PeriodUnit::half_year, 6);
    default: return parse_months(year, part, 2, PeriodUnit::month, 1);
  }
}

std::string with_capital_letter(std::string_view text) {
  std::string capital{text};
  for (char& c : capital) {
    if (c == 'q' || c == 'h' || c == 'w') c = static_cast<char>(c - 'a' + 'A');
  }
  return capital;
}

}  // namespace

Period period_of(Day day, PeriodUnit unit) {
  switch (unit) {
    case PeriodUnit::day: break;
    case PeriodUnit::week: return week_around(day);
    case PeriodUnit::month: return months_around(day, unit, 1);
    case PeriodUnit::quarter: return months_around(day, unit, 3);
    case PeriodUnit::half_year: return months_around(day, unit, 6);
    case PeriodUnit::year: return months_around(day, unit, 12);
  }
  return {PeriodUnit::day, day, day};
}

Period next(const Period& period) { return period_of(period.last + date::days{1}, period.unit); }

Period previous(const Period& period) { return period_of(period.first - date::days{1}, period.unit); }

bool contains(const Period& period, Day day) { return period.first <= day && day <= period.last; }

bool contains(const DayRange& range, Day day) { return range.first <= day && day <= range.last; }

std::string to_text(const Period& period) {
  const int year = year_of(period.first);
  const int month = month_of(period.first);
  switch (period.unit) {
    case PeriodUnit::day: break;
    case PeriodUnit::week: return fmt::format("{:04}-W{:02}", iso_year(period), iso_week(period));
    case PeriodUnit::month: return fmt::format("{:04}-{:02}", year, month);
    case PeriodUnit::quarter: return fmt::format("{:04}-Q{}", year, month / 3 + 1);
    case PeriodUnit::half_year: return fmt::format("{:04}-H{}", year, month / 6 + 1);
    case PeriodUnit::year: return fmt::format("{:04}", year);
  }
  return to_text(period.first);
}

std::optional<Period> parse_period(std::string_view text) {
  if (const auto day = parse_day(text)) return period_of(*day, PeriodUnit::day);
  const auto year = parse_digits(text.substr(0, 4), 4);
  if (!year || *year < earliest_year || *year > latest_year) return std::nullopt;
  if (text.size() == 4) return period_of(day_of(*year, 1, 1), PeriodUnit::year);
  if (text[4] != '-') return std::nullopt;
  return parse_part(*year, text.substr(5));
}

std::optional<DayRange> parse_range(std::string_view text) {
  const auto dots = text.find("..");
  const bool two_sides = dots != std::string_view::npos;
  const auto from = parse_period(with_capital_letter(text.substr(0, dots)));
  const auto to = two_sides ? parse_period(with_capital_letter(text.substr(dots + 2))) : from;
  if (!from || !to || to->last < from->first) return std::nullopt;
  return DayRange{from->first, to->last};
}

std::vector<DayRange> cut_into(PeriodUnit unit, const DayRange& range) {
  std::vector<DayRange> pieces;
  for (Period period = period_of(range.first, unit); period.first <= range.last; period = next(period)) {
    pieces.push_back({std::max(period.first, range.first), std::min(period.last, range.last)});
  }
  return pieces;
}

std::string to_text(const DayRange& range) {
  for (const auto& [name, unit] : units) {
    const Period period = period_of(range.first, unit);
    if (period.first == range.first && period.last == range.last) return to_text(period);
  }
  return to_text(range.first) + ".." + to_text(range.last);
}

std::optional<PeriodUnit> parse_period_unit(std::string_view text) {
  for (const auto& [name, unit] : units) {
    if (name == text) return unit;
  }
  return std::nullopt;
}

std::string_view to_text(PeriodUnit wanted) {
  for (const auto& [name, unit] : units) {
    if (unit == wanted) return name;
  }
  return {};
}

}  // namespace reglament
