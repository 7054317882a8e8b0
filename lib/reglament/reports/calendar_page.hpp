// A working calendar for people: months with their days off, and why each day is off or worked.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "reglament/calendar/period.hpp"
#include "reglament/calendar/working_calendar.hpp"
#include "reglament/findings/finding.hpp"
#include "reglament/language/language.hpp"

namespace reglament {

const std::string& in(const Trilingual& text, Language language);

// The reason alone: "weekend", "Republic Day", "instead of 2025-10-25, Republic Day", "day off moved from 2025-01-05".
std::string wording(const DayOff& off, Language language);
std::string wording(const WorkedDay& worked, Language language);  // "worked instead of 2025-01-03"

// How days are written: in which language, with colours or without.
struct PageStyle {
  Language language = Language::en;
  bool color = false;
};

// The days of `range`, month by month, three months abreast, a single month with its ISO weeks. Weekend days stand in
// round brackets, other days off in square ones, days worked instead in angle ones; under them the days off that are
// no plain weekend days, with their acts, and the number of working days.
//
// Errors    OutsideCalendar
std::string calendar_page(const WorkingCalendar& calendar, DayRange range, PageStyle style);

// How many days of `range` are worked, and which are off or worked instead, a line each, weekend days in runs.
//
// Errors    OutsideCalendar
std::string days_page(const WorkingCalendar& calendar, DayRange range, PageStyle style);

// "2025-10-24 (Fr) + 1 working day = 2025-10-28 (Tu)", then the days off that were passed over.
//
// Errors    OutsideCalendar
std::string count_page(const WorkingCalendar& calendar, const CountOfDays& count, PageStyle style);

// Why a day is off or worked, by which act, and the working days next to it.
//
// Errors    OutsideCalendar
std::string day_page(const WorkingCalendar& calendar, Day day, PageStyle style);

// The working days nearest to `day` on either side; none where the calendar ends before one comes.
std::optional<Day> working_day_before(const WorkingCalendar& calendar, Day day);
std::optional<Day> working_day_after(const WorkingCalendar& calendar, Day day);

// The years of `range` behind the last one that is published.
std::vector<int> provisional_years(const WorkingCalendar& calendar, DayRange range);

}  // namespace reglament
