// A working calendar for programs: the answers of reglament-calendar as JSON, schema 1.
#pragma once

#include <string>

#include "reglament/calendar/period.hpp"
#include "reglament/calendar/working_calendar.hpp"
#include "reglament/findings/finding.hpp"
#include "reglament/language/language.hpp"

namespace reglament {

// Working days and days off of `range`, by month, and every day that is off or worked instead.
//
// Errors    OutsideCalendar, here and below
std::string calendar_json(const WorkingCalendar& calendar, DayRange range, Language language);

// What a span comes to, and the days off that were passed over.
std::string count_json(const WorkingCalendar& calendar, const CountOfDays& count, Language language);

// One day, and the working days next to it.
std::string day_json(const WorkingCalendar& calendar, Day day, Language language);

}  // namespace reglament
