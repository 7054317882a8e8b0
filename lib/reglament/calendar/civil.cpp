#include "reglament/calendar/civil.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "reglament/calendar/digits.hpp"

namespace reglament {
namespace {

constexpr int minutes_per_day = 24 * 60;

bool is_below(const std::optional<int>& number, int end) { return number && *number < end; }

// HH:MM or HH:MM:SS
std::optional<int> parse_clock(std::string_view text) {
  if (text.size() == 5) return parse_time_of_day(text);
  if (text.size() != 8 || text[5] != ':') return std::nullopt;
  if (!is_below(parse_digits(text.substr(6), 2), 60)) return std::nullopt;
  return parse_time_of_day(text.substr(0, 5));
}

}  // namespace

std::optional<Day> parse_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = parse_digits(text.substr(0, 4));
  const auto month = parse_digits(text.substr(5, 2));
  const auto day = parse_digits(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  if (*year < earliest_year || *year > latest_year) return std::nullopt;
  const auto written = date::year{*year} / *month / *day;
  if (!written.ok()) return std::nullopt;
  return Day{written};
}

std::optional<int> parse_time_of_day(std::string_view text) {
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  const auto hour = parse_digits(text.substr(0, 2));
  const auto minute = parse_digits(text.substr(3));
  if (!is_below(hour, 24) || !is_below(minute, 60)) return std::nullopt;
  return *hour * 60 + *minute;
}

std::optional<Moment> parse_moment(std::string_view text) {
  const auto day = parse_day(text.substr(0, 10));
  if (!day) return std::nullopt;
  if (text.size() == 10) return Moment{*day, -1};
  if (text[10] != 'T' && text[10] != ' ') return std::nullopt;
  const auto minute = parse_clock(text.substr(11));
  if (!minute) return std::nullopt;
  return Moment{*day, *minute};
}

std::string to_text(Day day) {
  const auto written = civil(day);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(written.year()),
                     static_cast<unsigned>(written.month()), static_cast<unsigned>(written.day()));
}

std::string time_of_day_to_text(int minute) { return fmt::format("{:02}:{:02}", minute / 60, minute % 60); }

std::string to_text(Moment moment) {
  if (!moment.has_time()) return to_text(moment.day);
  return to_text(moment.day) + 'T' + time_of_day_to_text(moment.minute);
}

date::year_month_day civil(Day day) { return date::year_month_day{day}; }

int year_of(Day day) { return static_cast<int>(civil(day).year()); }

int iso_weekday(Day day) { return static_cast<int>(date::weekday{day}.iso_encoding()); }

Day day_of(int year, int month, int day) { return Day{date::year{year} / month / day}; }

Day add_months(Day day, int months) {
  const auto from = civil(day);
  const auto month = from.year() / from.month() + date::months{months};
  const auto last = (month / date::last).day();
  return Day{month / std::min(from.day(), last)};
}

Moment add_hours(Moment moment, int hours) {
  const int minute = moment.has_time() ? moment.minute : minutes_per_day - 1;
  const auto later = std::chrono::minutes{minute} + std::chrono::hours{hours};
  const auto days = date::floor<date::days>(later);
  if (!moment.has_time()) return {moment.day + days, -1};
  return {moment.day + days, static_cast<int>((later - days).count())};
}

}  // namespace reglament
