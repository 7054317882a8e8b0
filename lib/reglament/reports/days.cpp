#include "reglament/reports/days.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "reglament/calendar/count.hpp"
#include "reglament/reports/words.hpp"

namespace reglament {

namespace {

constexpr date::days one_day{1};
constexpr int most_days_told_one_by_one = 62;
constexpr std::size_t most_weekends_told_one_by_one = 3;

std::string in_words(const Trilingual& text, Language language) {
  return in_words(Names{text.kk, text.ru, text.en}, language);
}

std::string why_off(const DayOff& off, Language language) {
  switch (off.kind) {
    case DayOff::Kind::weekend: return say(language, "weekend");
    case DayOff::Kind::holiday: return in_words(off.name, language);
    case DayOff::Kind::substitute: return say(language, "day-in-lieu", {in_words(off.name, language)});
    case DayOff::Kind::moved: return say(language, "day-moved", {day_and_month(off.other, language)});
  }
  return {};
}

// Days off that follow each other.
struct DaysOff {
  DayRange days;
  std::vector<std::string> reasons;  // other than that it is a weekend, each once
};

void add_reason(DaysOff& run, const DayOff& off, Language language) {
  if (off.kind == DayOff::Kind::weekend) return;
  const std::string reason = why_off(off, language);
  const std::string holiday = in_words(off.name, language);
  const auto told = [&](const std::string& text) {
    return std::find(run.reasons.begin(), run.reasons.end(), text) != run.reasons.end();
  };
  const bool stands_beside_its_holiday = off.kind == DayOff::Kind::substitute && told(holiday);
  if (!told(reason) && !stands_beside_its_holiday) run.reasons.push_back(reason);
}

std::vector<DaysOff> runs_of_days_off(const DayRange& range, const WorkingCalendar& calendar,
                                      Language language) {
  std::vector<DaysOff> runs;
  for (Day day = range.first; day <= range.last; day += one_day) {
    const auto off = calendar.why_off(day);
    if (!off) continue;
    if (runs.empty() || runs.back().days.last + one_day != day) runs.push_back({{day, day}, {}});
    runs.back().days.last = day;
    add_reason(runs.back(), *off, language);
  }
  return runs;
}

std::string weekends_in_words(const std::vector<DaysOff>& runs, Language language) {
  std::vector<std::string> weekends;
  for (const DaysOff& run : runs) {
    if (run.reasons.empty()) weekends.push_back(range_in_words(run.days, language));
  }
  if (weekends.empty()) return {};
  if (weekends.size() > most_weekends_told_one_by_one) {
    return say(language, "weekends-counted", {std::to_string(weekends.size())});
  }
  return say(language, "weekends", {list_in_words(weekends, language, weekends.size())});
}

std::vector<std::string> worked_days_in_words(const DayRange& range, const WorkingCalendar& calendar,
                                              Language language) {
  std::vector<std::string> worked;
  for (Day day = range.first; day <= range.last; day += one_day) {
    if (const auto why = calendar.why_worked(day)) {
      worked.push_back(
          say(language, "day-worked", {day_and_month(day, language), day_and_month(why->off, language)}));
    }
  }
  return worked;
}

std::string act_in_words(const LegalAct& act, Language language) {
  const std::string title = in_words(act.title, language);
  return title.empty() ? title : " [" + title + "]";
}

// Why the day is not what its weekday makes it, with the act; empty for an ordinary working day.
std::string what_is_special(Day day, const WorkingCalendar& calendar, Language language) {
  if (const auto off = calendar.why_off(day))
    return why_off(*off, language) + act_in_words(off->act, language);
  const auto worked = calendar.why_worked(day);
  if (!worked) return {};
  return say(language, "day-worked", {day_and_month(day, language), day_and_month(worked->off, language)}) +
         act_in_words(worked->act, language);
}

bool is_told_one_by_one(const CountOfDays& count, const WorkingCalendar& calendar) {
  const auto [first, last] = std::minmax(count.from, count.limit);
  const bool forwards_as_said = count.backwards ? count.limit <= count.from : count.from <= count.limit;
  return forwards_as_said && (last - first).count() <= most_days_told_one_by_one &&
         calendar.first_year() <= year_of(first);
}

}  // namespace

std::optional<DayRange> days_that_matter(const CountOfDays& count, const WorkingCalendar& calendar) {
  if (count.span.unit == Unit::working_day) {
    if (count.backwards) return DayRange{count.limit, count.from - one_day};
    return DayRange{count.span.count == 0 ? count.from : count.from + one_day, count.limit};
  }
  if (!count.rolled) return std::nullopt;
  return DayRange{last_good_day_after(count.from, count.span, calendar, false), count.limit - one_day};
}

std::string count_in_words(const CountOfDays& count, const WorkingCalendar* calendar, Language language) {
  std::string from = day_with_weekday(count.from, language);
  if (count.brought) {
    const std::string came = day_with_weekday(count.brought->day, language) +
                             (count.brought->has_time() ? " " + time_of_day_to_text(count.brought->minute) : "");
    from = say(language, "count-brought", {came, from});
  }
  std::vector<std::string> arguments{field_in_words(count.anchor, language), from, in_words(count.span, language)};
  if (count.rolled && count.span.count == 0) {
    return say(language, "count-only-rolled",
               {field_in_words(count.anchor, language), day_with_weekday(count.from, language),
                day_with_weekday(count.limit, language)});
  }
  const bool rolled = count.rolled && !count.backwards && calendar != nullptr;
  if (rolled) {
    const Day plain_end = last_good_day_after(count.from, count.span, *calendar, false);
    arguments.push_back(day_with_weekday(plain_end, language));
  }
  arguments.push_back(day_with_weekday(count.limit, language));
  if (rolled) return say(language, "count-rolled", arguments);
  return say(language, count.backwards ? "count-before" : "count-after", arguments);
}

std::string days_off_in_words(const CountOfDays& count, const WorkingCalendar& calendar, Language language) {
  const auto range = days_that_matter(count, calendar);
  if (!range) return {};
  const std::vector<DaysOff> runs = runs_of_days_off(*range, calendar, language);
  std::vector<std::string> parts;
  if (const std::string weekends = weekends_in_words(runs, language); !weekends.empty())
    parts.push_back(weekends);
  for (const DaysOff& run : runs) {
    if (run.reasons.empty()) continue;
    parts.push_back(range_in_words(run.days, language) + " (" +
                    list_in_words(run.reasons, language, run.reasons.size()) + ")");
  }
  for (const std::string& worked : worked_days_in_words(*range, calendar, language)) parts.push_back(worked);
  return list_in_words(parts, language, parts.size());
}

std::vector<std::string> day_by_day(const CountOfDays& count, const WorkingCalendar& calendar,
                                    Language language) {
  std::vector<std::string> lines;
  if (!is_told_one_by_one(count, calendar)) return lines;
  const bool working_days = count.span.unit == Unit::working_day;
  const date::days step = count.backwards ? -one_day : one_day;
  int number = 0;
  for (Day day = count.from;; day += step) {
    const bool passed_over = day != count.from && working_days && !calendar.is_working(day);
    if (day != count.from && !passed_over) ++number;
    const std::string special = what_is_special(day, calendar, language);
    lines.push_back(fmt::format("{} {:>3}{}{}", day_with_weekday(day, language),
                                passed_over ? "-" : std::to_string(number), special.empty() ? "" : "  ",
                                special));
    if (day == count.limit) return lines;
  }
}

}  // namespace reglament
