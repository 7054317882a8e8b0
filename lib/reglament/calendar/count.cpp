#include "reglament/calendar/count.hpp"

namespace reglament {
namespace {

// `n` of a calendar unit later, or earlier when negative.
Day add_calendar_units(Day anchor, int n, Unit unit) {
  switch (unit) {
    case Unit::working_day:
    case Unit::day: break;
    case Unit::week: return anchor + date::weeks{n};
    case Unit::month: return add_months(anchor, n);
    case Unit::year: return add_months(anchor, 12 * n);
    case Unit::hour: return add_hours({anchor, -1}, n).day;
  }
  return anchor + date::days{n};
}

}  // namespace

Day last_good_day_after(Day anchor, Span span, const WorkingCalendar& calendar, bool roll) {
  if (span.unit == Unit::working_day) {
    return span.count == 0 ? calendar.roll_forward(anchor) : calendar.add_working_days(anchor, span.count);
  }
  if (span.count == 0) return anchor;
  const Day last = add_calendar_units(anchor, span.count, span.unit);
  return roll ? calendar.roll_forward(last) : last;
}

Day last_good_day_before(Day anchor, Span span, const WorkingCalendar& calendar) {
  if (span.unit == Unit::working_day) return calendar.add_working_days(anchor, -span.count);
  return add_calendar_units(anchor, -span.count, span.unit);
}

}  // namespace reglament
