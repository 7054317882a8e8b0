// Reading a working calendar from its file, rules/calendars/<id>.yaml; the format is in reglament-rules(5).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "reglament/calendar/working_calendar.hpp"
#include "reglament/yaml/diagnostic.hpp"

namespace reglament {

// The calendar that `text` states; `file` is its name in diagnostics.
//
// Errors    All of them, each at its place; with any there is no calendar, for a calendar that lacks a holiday would
//           count wrongly without a word. Refused besides what is malformed: an act that stands nowhere, a feast or a
//           swap outside the published years, a swap of a day that is off already or worked already.
Loaded<std::optional<WorkingCalendar>> read_calendar(std::string_view text, const std::string& file);

}  // namespace reglament
