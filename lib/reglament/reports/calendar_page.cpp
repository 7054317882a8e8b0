#include "reglament/reports/calendar_page.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "reglament/calendar/count.hpp"
#include "reglament/reports/days.hpp"
#include "reglament/reports/words.hpp"

namespace reglament {
namespace {

constexpr date::days one_day{1};
constexpr std::size_t cell_width = 4;
constexpr std::size_t week_width = 5;  // "W41  "
constexpr std::size_t months_abreast = 3;
constexpr std::size_t gap = 3;

using Lines = std::vector<std::string>;

constexpr std::string_view red = "\x1b[31m";
constexpr std::string_view green = "\x1b[32m";
constexpr std::string_view dim = "\x1b[2m";
constexpr std::string_view plain = "\x1b[0m";

std::string colored(std::string text, std::string_view color, PageStyle style) {
  return style.color ? fmt::format("{}{}{}", color, text, plain) : text;
}

// Letters, not bytes: all that the table of sentences holds is one column wide each.
std::size_t width(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & '\xC0') != '\x80'; }));
}

std::string padded(std::string text, std::size_t columns) {
  text.append(columns - std::min(columns, width(text)), ' ');
  return text;
}

unsigned weekday_of(Day day) { return static_cast<unsigned>(iso_weekday(day)); }

// The acts that a page cites, numbered as they come.
class Acts {
 public:
  explicit Acts(Language language) : language_(language) {}

  std::string cite(const LegalAct& act) {
    const std::string& title = in(act.title, language_);
    if (title.empty()) return {};
    auto found = std::find(titles_.begin(), titles_.end(), title);
    if (found == titles_.end()) found = titles_.insert(titles_.end(), title);
    return fmt::format(" [{}]", found - titles_.begin() + 1);
  }

  std::string list() const {
    std::string text;
    for (std::size_t i = 0; i < titles_.size(); ++i) text += fmt::format("[{}] {}\n", i + 1, titles_[i]);
    return text.empty() ? text : '\n' + text;
  }

 private:
  Language language_;
  std::vector<std::string> titles_;
};

std::string day_cell(const WorkingCalendar& calendar, Day day, PageStyle style) {
  const auto number = static_cast<unsigned>(civil(day).day());
  const auto off = calendar.why_off(day);
  if (off && off->kind == DayOff::Kind::weekend) return colored(fmt::format("({:>2})", number), dim, style);
  if (off) return colored(fmt::format("[{:>2}]", number), red, style);
  if (calendar.why_worked(day)) return colored(fmt::format("<{:>2}>", number), green, style);
  return fmt::format(" {:>2} ", number);
}

std::string month_title(const WorkingCalendar& calendar, DayRange month, PageStyle style) {
  const auto date = civil(month.first);
  const auto name = month_name(style.language, static_cast<unsigned>(date.month()));
  const auto title = say(style.language, "calendar-month-of-year", {name, std::to_string(int{date.year()})});
  const auto count = std::to_string(calendar.working_days_in(month.first, month.last));
  return padded(title, 7 * cell_width - count.size() - 1) + count + ' ';
}

std::string weekday_head(PageStyle style) {
  std::string head;
  for (unsigned weekday = 1; weekday <= 7; ++weekday) {
    head += padded(' ' + weekday_short(style.language, weekday), cell_width);
  }
  return head;
}

// One ISO week as far as it lies in `month`; days outside are blank.
std::string week_row(const WorkingCalendar& calendar, const Period& week, DayRange month, PageStyle style) {
  std::string row;
  for (Day day = week.first; day <= week.last; day += one_day) {
    row += contains(month, day) ? day_cell(calendar, day, style) : std::string(cell_width, ' ');
  }
  return row;
}

// `month` lies in one month of the year.
Lines month_block(const WorkingCalendar& calendar, DayRange month, bool with_weeks, PageStyle style) {
  const std::string indent(with_weeks ? week_width : 0, ' ');
  Lines lines{indent + month_title(calendar, month, style), indent + weekday_head(style)};
  for (Period week = period_of(month.first, PeriodUnit::week); week.first <= month.last; week = next(week)) {
    const std::string number = with_weeks ? padded(to_text(week).substr(5), week_width) : "";
    lines.push_back(number + week_row(calendar, week, month, style));
  }
  return lines;
}

void append_line(std::string& text, std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  text += line + '\n';
}

// Blocks side by side; a shorter one is continued by blanks.
std::string abreast(const std::vector<Lines>& blocks) {
  std::size_t height = 0;
  for (const Lines& block : blocks) height = std::max(height, block.size());
  std::string text;
  for (std::size_t at = 0; at < height; ++at) {
    std::string line;
    for (const Lines& block : blocks) {
      line += at < block.size() ? block[at] : std::string(7 * cell_width, ' ');
      line += std::string(gap, ' ');
    }
    append_line(text, std::move(line));
  }
  return text;
}

std::string grid(const WorkingCalendar& calendar, DayRange range, PageStyle style) {
  const auto months = cut_into(PeriodUnit::month, range);
  std::string text;
  std::vector<Lines> row;
  for (std::size_t i = 0; i < months.size(); ++i) {
    row.push_back(month_block(calendar, months[i], months.size() == 1, style));
    if (row.size() < months_abreast && i + 1 < months.size()) continue;
    text += abreast(row) + '\n';
    row.clear();
  }
  return text;
}

bool is_plain_weekend(const WorkingCalendar& calendar, Day day) {
  const auto off = calendar.why_off(day);
  return off && off->kind == DayOff::Kind::weekend;
}

std::string dated(Day day, Language language) {
  return to_text(day) + ' ' + weekday_short(language, weekday_of(day));
}

// The line of a day that is off or worked for a reason of its own; none for any other.
std::optional<std::string> special_line(const WorkingCalendar& calendar, Day day, Acts& acts,
                                        PageStyle style) {
  const auto line = [&](const auto& reason, std::string_view color) {
    const std::string text = dated(day, style.language) + "  " + wording(reason, style.language);
    return colored(text, color, style) + acts.cite(reason.act) + '\n';
  };
  if (const auto off = calendar.why_off(day); off && off->kind != DayOff::Kind::weekend)
    return line(*off, red);
  if (const auto worked = calendar.why_worked(day)) return line(*worked, green);
  return std::nullopt;
}

std::string special_days(const WorkingCalendar& calendar, DayRange range, PageStyle style) {
  Acts acts{style.language};
  std::string text;
  for (Day day = range.first; day <= range.last; day += one_day) {
    text += special_line(calendar, day, acts, style).value_or("");
  }
  return text + acts.list();
}

std::string summary(const WorkingCalendar& calendar, DayRange range, Language language) {
  const int working = calendar.working_days_in(range.first, range.last);
  const auto days = (range.last - range.first).count() + 1;
  return say(language, "calendar-summary",
             {to_text(range), std::to_string(working), std::to_string(days - working)});
}

// A line for each day of `range` that is off or worked instead, weekend days in runs; then the acts. Empty when there is
// none.
std::string days_off_list(const WorkingCalendar& calendar, DayRange range, PageStyle style) {
  Acts acts{style.language};
  std::string text;
  for (Day day = range.first; day <= range.last; day += one_day) {
    if (!is_plain_weekend(calendar, day)) {
      text += special_line(calendar, day, acts, style).value_or("");
      continue;
    }
    const Day first = day;
    while (day < range.last && is_plain_weekend(calendar, day + one_day)) day += one_day;
    const std::string run =
        dated(first, style.language) + (first == day ? "" : ", " + dated(day, style.language));
    text += colored(run + "  " + say(style.language, "weekend"), dim, style) + '\n';
  }
  return text + acts.list();
}

// The day that a span gives before it is moved off a day off; none where it is not moved.
std::optional<Day> unrolled(const WorkingCalendar& calendar, const CountOfDays& count) {
  if (!count.rolled) return std::nullopt;
  return last_good_day_after(count.from, count.span, calendar, false);
}

std::string reason_of(const WorkingCalendar& calendar, Day day, Language language) {
  if (const auto off = calendar.why_off(day)) return wording(*off, language);
  if (const auto worked = calendar.why_worked(day)) return wording(*worked, language);
  return say(language, "calendar-working-day");
}

LegalAct act_of(const WorkingCalendar& calendar, Day day) {
  if (const auto off = calendar.why_off(day)) return off->act;
  if (const auto worked = calendar.why_worked(day)) return worked->act;
  return {};
}

std::string line_unless_empty(const std::string& text) { return text.empty() ? text : text + '\n'; }

std::string neighbour(std::string_view key, const std::optional<Day>& day, Language language) {
  return day ? say(language, key, {day_with_weekday(*day, language)}) + '\n' : "";
}

}  // namespace

const std::string& in(const Trilingual& text, Language language) {
  switch (language) {
    case Language::kk: return text.kk;
    case Language::ru: return text.ru;
    case Language::en: return text.en;
  }
  return text.en;
}

std::string wording(const DayOff& off, Language language) {
  switch (off.kind) {
    case DayOff::Kind::weekend: break;
    case DayOff::Kind::holiday: return in(off.name, language);
    case DayOff::Kind::substitute:
      return say(language, "calendar-off-substitute", {to_text(off.other), in(off.name, language)});
    case DayOff::Kind::moved: return say(language, "calendar-off-moved", {to_text(off.other)});
  }
  return say(language, "weekend");
}

std::string wording(const WorkedDay& worked, Language language) {
  return say(language, "calendar-worked-instead", {to_text(worked.off)});
}

std::string calendar_page(const WorkingCalendar& calendar, DayRange range, PageStyle style) {
  std::string text = grid(calendar, range, style);
  text += say(style.language, "calendar-legend") + "\n\n";
  text += summary(calendar, range, style.language) + '\n';
  const std::string days = special_days(calendar, range, style);
  return days.empty() ? text : text + '\n' + days;
}

std::string days_page(const WorkingCalendar& calendar, DayRange range, PageStyle style) {
  const std::string days = days_off_list(calendar, range, style);
  return summary(calendar, range, style.language) + '\n' + (days.empty() ? days : '\n' + days);
}

std::string count_page(const WorkingCalendar& calendar, const CountOfDays& count, PageStyle style) {
  const Language language = style.language;
  const auto moved_from = unrolled(calendar, count);
  std::string text = fmt::format("{} {} {} = {}", day_with_weekday(count.from, language),
                                 count.backwards ? '-' : '+', in_words(count.span, language),
                                 day_with_weekday(moved_from.value_or(count.limit), language));
  if (moved_from) text += " \u2192 " + day_with_weekday(count.limit, language);
  text += '\n';
  const auto range = days_that_matter(count, calendar);
  const std::string days = range ? days_off_list(calendar, *range, style) : "";
  return days.empty() ? text : text + '\n' + days;
}

std::string day_page(const WorkingCalendar& calendar, Day day, PageStyle style) {
  const Language language = style.language;
  const LegalAct act = act_of(calendar, day);
  std::string text = day_with_weekday(day, language) + ": " + reason_of(calendar, day, language) + '\n';
  text += line_unless_empty(in(act.title, language));
  text += line_unless_empty(act.link);
  if (const auto worked = calendar.why_worked(day)) {
    text += say(language, "calendar-otherwise", {wording(worked->otherwise, language)}) + '\n';
  }
  text += neighbour("calendar-working-day-before", working_day_before(calendar, day), language);
  text += neighbour("calendar-working-day-after", working_day_after(calendar, day), language);
  return text;
}

std::optional<Day> working_day_before(const WorkingCalendar& calendar, Day day) {
  const Day first = day_of(calendar.first_year(), 1, 1);
  if (day == first || calendar.working_days_in(first, day - one_day) == 0) return std::nullopt;
  return calendar.add_working_days(day, -1);
}

std::optional<Day> working_day_after(const WorkingCalendar& calendar, Day day) {
  const Day last = day_of(latest_year, 12, 31);
  if (day == last || calendar.working_days_in(day + one_day, last) == 0) return std::nullopt;
  return calendar.add_working_days(day, 1);
}

std::vector<int> provisional_years(const WorkingCalendar& calendar, DayRange range) {
  std::vector<int> years;
  for (int year = std::max(year_of(range.first), calendar.last_year() + 1); year <= year_of(range.last);
       ++year) {
    years.push_back(year);
  }
  return years;
}

}  // namespace reglament
