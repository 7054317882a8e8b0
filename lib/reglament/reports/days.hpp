// How a limit was counted, told in words: from which day, how many days, which of them did not count, and why.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "reglament/calendar/working_calendar.hpp"
#include "reglament/findings/finding.hpp"
#include "reglament/language/language.hpp"

namespace reglament {

// "count: date 2025-10-14 (Tu) + 10 working days = 2025-10-29 (We)"
std::string count_in_words(const CountOfDays& count, const WorkingCalendar* calendar, Language language);

// The days whose being off or worked matters to the count, both included; none when it passes over no day.
std::optional<DayRange> days_that_matter(const CountOfDays& count, const WorkingCalendar& calendar);

// "18–19 Oct (weekend), 25–27 Oct (Republic Day)": the days off that the count stepped over, or that moved its end. Empty
// when there are none.
std::string days_off_in_words(const CountOfDays& count, const WorkingCalendar& calendar, Language language);

// One line for each day from the start to the limit: its date, its number in the count or `-` where it is passed over,
// and why it is off or worked, with the act. Empty for more days than anybody reads.
std::vector<std::string> day_by_day(const CountOfDays& count, const WorkingCalendar& calendar,
                                    Language language);

}  // namespace reglament
