// A working calendar for people: months with their days off, and why each day is off or worked.
#pragma once

#include <string>

#include "reglament/calendar/period.hpp"
#include "reglament/calendar/working_calendar.hpp"
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

// A list of the days of `range` that are off or worked instead, a line each, weekend days in runs; then their acts.
// Empty when there is none.
std::string days_off_list(const WorkingCalendar& calendar, DayRange range, PageStyle style);

}  // namespace reglament
