// From an anchor and a span to the last good day of a term.
#pragma once

#include "reglament/calendar/civil.hpp"
#include "reglament/calendar/span.hpp"
#include "reglament/calendar/working_calendar.hpp"

namespace reglament {

// The last day on which what is due within `span` after `anchor` is still in time.
//
// Working days  The n-th working day after `anchor`, which is not counted; 0 working days after a
//               day off is the next working day. `roll` changes nothing.
// Others        `anchor` plus n days, weeks, months, years (months and years: add_months) or hours
//               (add_hours on the whole day). With `roll`, a day off gives way to the next working
//               day; a span of 0 is `anchor` itself and never rolls.
// Errors        OutsideCalendar, when the calendar is needed beyond its range. It is not needed for
//               calendar spans without `roll`.
// Source        kazygurt-2025-135, 13.15.
//
//   last_good_day_after(2025-10-14, 10 working days)     // 2025-10-29
//   last_good_day_after(2025-09-25, 1 month, roll)       // 2025-10-28: Sat 25, Sun, Mon 27 are off
//   last_good_day_after(2025-10-25, 0 working days)      // 2025-10-28
//   last_good_day_after(2025-10-25, 0 days, roll)        // 2025-10-25
Day last_good_day_after(Day anchor, Span span, const WorkingCalendar& calendar, bool roll);

// The last day on which what is due `span` before `anchor` is still in time. Working days are
// counted back from `anchor`, the others plainly; nothing rolls, and a span of 0 is `anchor`.
//
//   last_good_day_before(2025-10-28, 5 working days)     // 2025-10-20
//   last_good_day_before(2025-10-28, 10 days)            // 2025-10-18, a Saturday
Day last_good_day_before(Day anchor, Span span, const WorkingCalendar& calendar);

}  // namespace reglament
