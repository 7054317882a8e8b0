#include "reglament/reports/calendar_json.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "reglament/reports/calendar_page.hpp"
#include "reglament/reports/days.hpp"
#include "reglament/reports/json_text.hpp"
#include "reglament/version.hpp"

namespace reglament {
namespace {

constexpr int schema = 1;
constexpr date::days one_day{1};

std::string_view reason(DayOff::Kind kind) {
  switch (kind) {
    case DayOff::Kind::weekend: return "weekend";
    case DayOff::Kind::holiday: return "holiday";
    case DayOff::Kind::substitute: return "substitute";
    case DayOff::Kind::moved: return "moved";
  }
  return "weekend";
}

// A day with its reason, always with the same fields.
class DayAsJson {
 public:
  DayAsJson(const WorkingCalendar& calendar, Language language) : calendar_(calendar), language_(language) {}

  std::string operator()(Day day) const {
    if (const auto off = calendar_.why_off(day)) {
      const bool of_another_day = off->other != day;
      return fields(day, false, reason(off->kind), in(off->name, language_),
                    of_another_day ? std::optional{off->other} : std::nullopt, off->act);
    }
    if (const auto worked = calendar_.why_worked(day)) {
      return fields(day, true, "worked-instead", "", worked->off, worked->act);
    }
    return fields(day, true, "working", "", std::nullopt, {});
  }

 private:
  std::string fields(Day day, bool working, std::string_view why, std::string_view name,
                     const std::optional<Day>& instead_of, const LegalAct& act) const {
    return JsonObject{}
        .add("date", day)
        .add("weekday", iso_weekday(day))
        .add("working", working)
        .add("reason", why)
        .add_json("name", json_or_null(name))
        .add("instead-of", instead_of)
        .add_json("act", json_or_null(in(act.title, language_)))
        .add_json("link", json_or_null(act.link))
        .text();
  }

  const WorkingCalendar& calendar_;
  Language language_;
};

std::vector<Day> days_of_note(const WorkingCalendar& calendar, DayRange range) {
  std::vector<Day> days;
  for (Day day = range.first; day <= range.last; day += one_day) {
    if (calendar.why_off(day) || calendar.why_worked(day)) days.push_back(day);
  }
  return days;
}

std::string days_json(const WorkingCalendar& calendar, DayRange range, Language language) {
  return json_lines(days_of_note(calendar, range), DayAsJson{calendar, language});
}

// `month` is a month, or what of it lies in the range.
std::string month_json(const WorkingCalendar& calendar, DayRange month) {
  const int working = calendar.working_days_in(month.first, month.last);
  return JsonObject{}
      .add("month", period_of(month.first, PeriodUnit::month))
      .add("working-days", working)
      .add("days-off", (month.last - month.first).count() + 1 - working)
      .text();
}

JsonDocument document(const WorkingCalendar& calendar, DayRange range) {
  JsonDocument head;
  head.add("schema", schema).add("tool", "reglament-calendar").add("version", version());
  head.add("calendar", calendar.id());
  head.add_json("provisional-years",
                json_array(provisional_years(calendar, range), [](int year) { return json(year); }));
  return head;
}

}  // namespace

std::string calendar_json(const WorkingCalendar& calendar, DayRange range, Language language) {
  const int working = calendar.working_days_in(range.first, range.last);
  return document(calendar, range)
      .add("from", range.first)
      .add("to", range.last)
      .add("working-days", working)
      .add("days-off", (range.last - range.first).count() + 1 - working)
      .add_json("months", json_lines(cut_into(PeriodUnit::month, range),
                                     [&](const DayRange& month) { return month_json(calendar, month); }))
      .add_json("days", days_json(calendar, range, language))
      .text();
}

std::string count_json(const WorkingCalendar& calendar, const CountOfDays& count, Language language) {
  const auto range = days_that_matter(count, calendar);
  return document(calendar, {std::min(count.from, count.limit), std::max(count.from, count.limit)})
      .add("from", count.from)
      .add("span", to_text(count.span))
      .add("backwards", count.backwards)
      .add("rolled", count.rolled)
      .add("result", count.limit)
      .add("weekday", iso_weekday(count.limit))
      .add_json("days", range ? days_json(calendar, *range, language) : "[]")
      .text();
}

std::string day_json(const WorkingCalendar& calendar, Day day, Language language) {
  return document(calendar, {day, day})
      .add_json("day", DayAsJson{calendar, language}(day))
      .add("working-day-before", working_day_before(calendar, day))
      .add("working-day-after", working_day_after(calendar, day))
      .text();
}

}  // namespace reglament
