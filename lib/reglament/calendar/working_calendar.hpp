// Which days are worked, and why the others are not.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "reglament/calendar/civil.hpp"

namespace reglament {

struct Trilingual {
  std::string kk;
  std::string ru;
  std::string en;

  friend bool operator==(const Trilingual&, const Trilingual&) = default;
};

// The legal act that makes a day what it is, with the article where one is named.
struct LegalAct {
  Trilingual title;
  std::string link;  // where its text is published; may be empty

  friend bool operator==(const LegalAct&, const LegalAct&) = default;
};

// A holiday on the same date each year. 29 February is kept in leap years only.
struct RecurringHoliday {
  date::month_day date;
  int first_year = earliest_year;  // both included
  int last_year = latest_year;
  bool carried_over = true;  // on a weekend day it gives the next working day off
  Trilingual name;
  LegalAct act;
};

// A holiday whose date is announced for each year. Never carried over.
struct MovableFeast {
  Day day;
  Trilingual name;
  LegalAct act;
};

// A day off moved by order: `off` would be worked and is not, `worked` would be off and is worked.
struct Swap {
  Day off;
  Day worked;
  LegalAct act;
};

// A working calendar as its file states it. Substitute days off are not stated: they follow from
// the holidays by the rule of carrying over.
struct CalendarData {
  std::string id;
  Trilingual title;
  int first_year = 0;  // the years published in full, both included
  int last_year = 0;
  std::bitset<8> weekend;  // by ISO weekday, 1..7
  LegalAct carrying_over;  // what gives the substitute days off
  std::vector<RecurringHoliday> holidays;
  std::vector<MovableFeast> feasts;  // on days of the published years
  std::vector<Swap> swaps;           // likewise
};

// Why a day is off. A holiday on a weekend day is told as the holiday.
struct DayOff {
  enum class Kind : std::uint8_t { weekend, holiday, substitute, moved };

  Kind kind;
  Trilingual name;  // holiday, substitute: the holiday's
  Day other;        // substitute: the holiday it stands for; moved: the day worked in its stead
  LegalAct act;     // empty for a weekend

  friend bool operator==(const DayOff&, const DayOff&) = default;
};

// Why a day is worked that would be off.
struct WorkedDay {
  Day off;  // the day off in its stead
  LegalAct act;
  DayOff otherwise;  // what it would be without the act
};

// Thrown when a day is asked for, or counted to, that the calendar says nothing about.
class OutsideCalendar : public std::out_of_range {
 public:
  OutsideCalendar(std::string calendar_id, Day outside, int first);

  std::string calendar;
  Day day;  // that day; where a count ran out, the first it could not reach
  int first_year;
};

// Range     From 1 January of the first published year to the end of 2199. After the last published
//           year holidays and their substitute days follow from the recurring dates alone, without
//           movable feasts and swaps: such a year is provisional, ask `knows(year)`.
// Errors    OutsideCalendar, a std::out_of_range, from every function that takes or gives a day
//           outside that range.
// Cost      Counting looks up tables: the same time for any distance. Copies share them.
class WorkingCalendar {
 public:
  // `data` must be consistent: see the members of CalendarData. The reader of calendars holds it.
  explicit WorkingCalendar(CalendarData data);

  const CalendarData& data() const;
  const std::string& id() const { return data().id; }
  int first_year() const { return data().first_year; }
  int last_year() const { return data().last_year; }
  bool knows(int year) const { return first_year() <= year && year <= last_year(); }

  bool is_working(Day day) const;
  std::optional<DayOff> why_off(Day day) const;        // none for a working day
  std::optional<WorkedDay> why_worked(Day day) const;  // none for an ordinary day

  // The working day that is `n` working days after `start`, or before it when `n` is negative.
  //
  // Unit      Working days of this calendar: weekdays less holidays, their substitutes and moved
  //           days, plus worked weekends.
  // Counting  `start` is day 0 and is not counted, even when it is a working day.
  // Rollover  Days off are stepped over, so the answer is a working day; only for n == 0 can it be
  //           a day off, because then it is `start`.
  // Source    kazygurt-2025-135, 6.12 para 2: minutes within 1 working day from the day the
  //           meeting ended. Terms in calendar days roll over instead (13.15): see count.hpp.
  //
  //   add_working_days(2025-10-03,  1)  // Friday   -> 2025-10-06, Monday
  //   add_working_days(2025-10-24,  1)  // Friday   -> 2025-10-28: Monday stands in for a holiday
  //   add_working_days(2025-01-02,  1)  // Thursday -> 2025-01-05, a Sunday worked for Friday 3
  //   add_working_days(2025-10-06, -1)  // Monday   -> 2025-10-03, Friday
  Day add_working_days(Day start, int n) const;

  Day roll_forward(Day day) const;  // itself when worked, else the next working day

  // How many days from `first` to `last`, both included, are worked; 0 when `last` is before `first`.
  int working_days_in(Day first, Day last) const;

 private:
  class Days;
  std::shared_ptr<const Days> days_;
};

}  // namespace reglament
