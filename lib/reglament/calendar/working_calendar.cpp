#include "reglament/calendar/working_calendar.hpp"

#include <algorithm>
#include <cassert>
#include <map>
#include <utility>

namespace reglament {
namespace {

constexpr date::days one_day{1};

Day last_day_of_range() { return day_of(latest_year, 12, 31); }

}  // namespace

OutsideCalendar::OutsideCalendar(std::string calendar_id, Day outside, int first)
    : std::out_of_range(to_text(outside) + " lies outside calendar " + calendar_id),
      calendar(std::move(calendar_id)),
      day(outside),
      first_year(first) {}

class WorkingCalendar::Days {
 public:
  explicit Days(CalendarData data);

  const CalendarData& data() const { return data_; }
  bool is_working(Day day) const;
  std::optional<DayOff> why_off(Day day) const;
  std::optional<WorkedDay> why_worked(Day day) const;
  Day add_working_days(Day start, int n) const;
  int working_days_in(Day first, Day last) const;

 private:
  // A day that a holiday or a swap makes special, with the one of data_ that does.
  struct Special {
    DayOff::Kind kind;
    std::size_t index;  // of holidays and feasts in one row, or of swaps
    Day other;
  };

  void place_holidays();
  void place_substitutes();
  void place_swaps();
  std::vector<bool> mark_working_days() const;  // of the whole range, by offset
  void count_days();

  const std::string& id() const { return data_.id; }
  int first_year() const { return data_.first_year; }
  Day first_day() const;
  bool is_weekend(Day day) const;
  bool is_carried_over(const Special& holiday) const;
  DayOff explain(const Special& special) const;
  bool is_off_but_for_swaps(Day day) const;
  std::optional<DayOff> why_off_but_for_swaps(Day day) const;
  std::size_t offset(Day day) const;  // from the first day; throws outside the range
  int working_days_before(Day day) const;

  CalendarData data_;
  std::map<Day, Special> specials_;       // holidays and substitutes
  std::map<Day, std::size_t> moved_off_;  // into data_.swaps
  std::map<Day, std::size_t> moved_on_;   // likewise
  std::vector<Day> working_days_;         // every one of the range, in order
  std::vector<int> working_days_before_;  // by offset; one more entry than days
};

WorkingCalendar::Days::Days(CalendarData data) : data_(std::move(data)) {
  assert(data_.first_year <= data_.last_year && data_.last_year <= latest_year);
  place_holidays();
  place_substitutes();
  place_swaps();
  count_days();
}

// Of two on one day the first stays: a recurring one, which is carried over, before a feast.
void WorkingCalendar::Days::place_holidays() {
  for (std::size_t index = 0; index < data_.holidays.size(); ++index) {
    const auto& holiday = data_.holidays[index];
    const int last = std::min(holiday.last_year, latest_year);
    for (int year = std::max(holiday.first_year, first_year()); year <= last; ++year) {
      const auto date = date::year{year} / holiday.date;
      if (date.ok()) specials_.emplace(date, Special{DayOff::Kind::holiday, index, date});
    }
  }
  for (std::size_t index = 0; index < data_.feasts.size(); ++index) {
    const Day day = data_.feasts[index].day;
    specials_.emplace(day, Special{DayOff::Kind::holiday, data_.holidays.size() + index, day});
  }
}

// In order of date, so that two holidays on one weekend give two days, the earlier holiday first.
void WorkingCalendar::Days::place_substitutes() {
  std::vector<Special> carried;
  for (const auto& [day, special] : specials_) {
    if (is_weekend(day) && is_carried_over(special)) carried.push_back(special);
  }
  for (const auto& holiday : carried) {
    const Day holiday_date = holiday.other;
    Day day = holiday_date + one_day;
    while (is_off_but_for_swaps(day)) day += one_day;
    specials_.emplace(day, Special{DayOff::Kind::substitute, holiday.index, holiday_date});
  }
}

// Orders move what the law gives, substitute days too (2020-05-11), so they come last.
void WorkingCalendar::Days::place_swaps() {
  for (std::size_t index = 0; index < data_.swaps.size(); ++index) {
    moved_off_.emplace(data_.swaps[index].off, index);
    moved_on_.emplace(data_.swaps[index].worked, index);
  }
}

// Marked by offset, for looking each of 66,000 days up would be felt at every start of a program.
std::vector<bool> WorkingCalendar::Days::mark_working_days() const {
  const Day first = first_day();
  std::vector<bool> is_worked(static_cast<std::size_t>((last_day_of_range() - first).count()) + 1);
  auto weekday = static_cast<std::size_t>(iso_weekday(first));
  for (std::size_t at = 0; at < is_worked.size(); ++at) {
    is_worked[at] = !data_.weekend.test(weekday);
    weekday = weekday % 7 + 1;
  }
  for (const auto& [day, special] : specials_) is_worked[offset(day)] = false;
  for (const auto& [day, swap] : moved_off_) is_worked[offset(day)] = false;
  for (const auto& [day, swap] : moved_on_) is_worked[offset(day)] = true;
  return is_worked;
}

void WorkingCalendar::Days::count_days() {
  const auto is_worked = mark_working_days();
  working_days_.reserve(is_worked.size());
  working_days_before_.reserve(is_worked.size() + 1);
  Day day = first_day();
  for (const bool worked : is_worked) {
    working_days_before_.push_back(static_cast<int>(working_days_.size()));
    if (worked) working_days_.push_back(day);
    day += one_day;
  }
  working_days_before_.push_back(static_cast<int>(working_days_.size()));
}

Day WorkingCalendar::Days::first_day() const { return day_of(first_year(), 1, 1); }

bool WorkingCalendar::Days::is_weekend(Day day) const {
  return data_.weekend.test(static_cast<std::size_t>(iso_weekday(day)));
}

bool WorkingCalendar::Days::is_off_but_for_swaps(Day day) const {
  return is_weekend(day) || specials_.contains(day);
}

bool WorkingCalendar::Days::is_carried_over(const Special& holiday) const {
  return holiday.index < data_.holidays.size() && data_.holidays[holiday.index].carried_over;
}

DayOff WorkingCalendar::Days::explain(const Special& special) const {
  const std::size_t recurring = data_.holidays.size();
  const bool is_recurring = special.index < recurring;
  const auto& name =
      is_recurring ? data_.holidays[special.index].name : data_.feasts[special.index - recurring].name;
  const auto& act =
      is_recurring ? data_.holidays[special.index].act : data_.feasts[special.index - recurring].act;
  const bool is_holiday = special.kind == DayOff::Kind::holiday;
  return {special.kind, name, special.other, is_holiday ? act : data_.carrying_over};
}

std::optional<DayOff> WorkingCalendar::Days::why_off_but_for_swaps(Day day) const {
  if (const auto it = specials_.find(day); it != specials_.end()) return explain(it->second);
  if (is_weekend(day)) return DayOff{DayOff::Kind::weekend, {}, day, {}};
  return std::nullopt;
}

std::size_t WorkingCalendar::Days::offset(Day day) const {
  const Day first = first_day();
  if (day < first || day > last_day_of_range()) throw OutsideCalendar(id(), day, first_year());
  return static_cast<std::size_t>((day - first).count());
}

int WorkingCalendar::Days::working_days_before(Day day) const { return working_days_before_[offset(day)]; }

bool WorkingCalendar::Days::is_working(Day day) const {
  const std::size_t at = offset(day);
  return working_days_before_[at] != working_days_before_[at + 1];
}

std::optional<DayOff> WorkingCalendar::Days::why_off(Day day) const {
  if (is_working(day)) return std::nullopt;
  const auto moved = moved_off_.find(day);
  if (moved == moved_off_.end()) return why_off_but_for_swaps(day);
  const auto& swap = data_.swaps[moved->second];
  return DayOff{DayOff::Kind::moved, {}, swap.worked, swap.act};
}

std::optional<WorkedDay> WorkingCalendar::Days::why_worked(Day day) const {
  if (!is_working(day)) return std::nullopt;
  const auto moved = moved_on_.find(day);
  if (moved == moved_on_.end()) return std::nullopt;
  const auto& swap = data_.swaps[moved->second];
  const auto otherwise = why_off_but_for_swaps(day);
  assert(otherwise);
  return WorkedDay{swap.off, swap.act, *otherwise};
}

Day WorkingCalendar::Days::add_working_days(Day start, int n) const {
  const int before = working_days_before(start);
  if (n == 0) return start;
  const std::int64_t through_start = before + (is_working(start) ? 1 : 0);
  const std::int64_t wanted = n > 0 ? through_start + n - 1 : std::int64_t{before} + n;
  if (wanted < 0) { throw OutsideCalendar(id(), first_day() - one_day, first_year()); }
  const auto index = static_cast<std::size_t>(wanted);
  if (index >= working_days_.size()) {
    throw OutsideCalendar(id(), last_day_of_range() + one_day, first_year());
  }
  return working_days_[index];
}

int WorkingCalendar::Days::working_days_in(Day first, Day last) const {
  if (last < first) return 0;
  const int before_first = working_days_before(first);
  return working_days_before(last) + (is_working(last) ? 1 : 0) - before_first;
}

WorkingCalendar::WorkingCalendar(CalendarData data) : days_(std::make_shared<const Days>(std::move(data))) {}

const CalendarData& WorkingCalendar::data() const { return days_->data(); }

bool WorkingCalendar::is_working(Day day) const { return days_->is_working(day); }

std::optional<DayOff> WorkingCalendar::why_off(Day day) const { return days_->why_off(day); }

std::optional<WorkedDay> WorkingCalendar::why_worked(Day day) const { return days_->why_worked(day); }

Day WorkingCalendar::add_working_days(Day start, int n) const { return days_->add_working_days(start, n); }

Day WorkingCalendar::roll_forward(Day day) const { return is_working(day) ? day : add_working_days(day, 1); }

int WorkingCalendar::working_days_in(Day first, Day last) const {
  return days_->working_days_in(first, last);
}

}  // namespace reglament
