#include "reglament/rules/calendar_reader.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "reglament/yaml/reader.hpp"

namespace reglament {

namespace {

constexpr std::array<std::string_view, 7> weekdays{"monday", "tuesday",  "wednesday", "thursday",
                                                   "friday", "saturday", "sunday"};

using Acts = std::map<std::string, LegalAct>;

// Reads each entry of a list or map; one with an error is gathered, and the next one read.
template <typename Read>
void read_each(const std::vector<YamlReader>& entries, Diagnostics& errors, Read read) {
  for (const YamlReader& entry : entries) {
    try {
      read(entry);
    } catch (const InputError& error) { errors.push_back(error.diagnostic); }
  }
}

Trilingual read_three_languages(const YamlReader& in) {
  in.only({"kk", "ru", "en"});
  return {in.required("kk").text(), in.required("ru").text(), in.required("en").text()};
}

Day read_day(const YamlReader& in) {
  const auto day = parse_day(in.view());
  if (!day) in.fail({"calendar-no-day", {in.text()}});
  return *day;
}

Day read_published_day(const YamlReader& in, const CalendarData& calendar) {
  const Day day = read_day(in);
  if (year_of(day) < calendar.first_year || year_of(day) > calendar.last_year) {
    in.fail({"calendar-unpublished-day",
             {to_text(day), std::to_string(calendar.first_year), std::to_string(calendar.last_year)}});
  }
  return day;
}

// MM-DD, read as a day of a leap year.
date::month_day read_month_day(const YamlReader& in) {
  const auto day = parse_day("2024-" + in.text());
  if (!day) in.fail({"calendar-no-date-of-year", {in.text()}});
  return civil(*day).month() / civil(*day).day();
}

int read_year(const YamlReader& in) {
  const std::int64_t year = in.integer();
  if (year < earliest_year || year > latest_year) in.fail({"calendar-no-year", {in.text()}});
  return static_cast<int>(year);
}

void read_years(const YamlReader& in, int& first, int& last) {
  in.only({"from", "to"});
  if (const auto from = in.find("from")) first = read_year(*from);
  if (const auto to = in.find("to")) last = read_year(*to);
  if (last < first) in.fail({"calendar-years-reversed", {std::to_string(first), std::to_string(last)}});
}

LegalAct read_act(const YamlReader& in) {
  in.only({"kk", "ru", "en", "link"});
  const auto link = in.find("link");
  return {{in.required("kk").text(), in.required("ru").text(), in.required("en").text()},
          link ? link->text() : ""};
}

Acts read_acts(const YamlReader& in, Diagnostics& errors) {
  Acts acts;
  in.unique_keys();
  read_each(in.children(), errors, [&](const YamlReader& act) { acts.emplace(act.key(), read_act(act)); });
  return acts;
}

const LegalAct& act_named(const YamlReader& in, const Acts& acts) {
  if (const auto act = acts.find(in.text()); act != acts.end()) return act->second;
  std::vector<std::string> known;
  for (const auto& [id, act] : acts) known.push_back(id);
  if (const auto near = nearest(in.view(), known)) in.fail({"calendar-unknown-act-near", {in.text(), *near}});
  in.fail({"calendar-unknown-act", {in.text()}});
}

std::bitset<8> read_weekend(const YamlReader& in) {
  std::bitset<8> weekend;
  for (const YamlReader& entry : in.entries()) {
    const auto found = std::find(weekdays.begin(), weekdays.end(), entry.view());
    if (found == weekdays.end()) entry.fail({"calendar-no-weekday", {entry.text()}});
    weekend.set(static_cast<std::size_t>(found - weekdays.begin()) + 1);
  }
  if (weekend.count() == weekdays.size()) in.fail({"calendar-all-weekend", {}});
  return weekend;
}

void read_holiday(const YamlReader& in, const Acts& acts, std::vector<RecurringHoliday>& holidays) {
  in.only({"dates", "name", "years", "carried-over", "act"});
  RecurringHoliday holiday;
  holiday.name = read_three_languages(in.required("name"));
  holiday.act = act_named(in.required("act"), acts);
  if (const auto years = in.find("years")) read_years(*years, holiday.first_year, holiday.last_year);
  if (const auto carried = in.find("carried-over")) holiday.carried_over = carried->yes_no();
  for (const YamlReader& date : in.required("dates").entries()) {
    holiday.date = read_month_day(date);
    holidays.push_back(holiday);
  }
}

void read_feast(const YamlReader& in, const Acts& acts, CalendarData& calendar) {
  in.only({"dates", "name", "act"});
  const Trilingual name = read_three_languages(in.required("name"));
  const LegalAct& act = act_named(in.required("act"), acts);
  for (const YamlReader& date : in.required("dates").entries()) {
    calendar.feasts.push_back({read_published_day(date, calendar), name, act});
  }
}

// A day of a swap: of a published year, and moved once.
Day read_moved_day(const YamlReader& in, const CalendarData& calendar) {
  const Day day = read_published_day(in, calendar);
  const auto moves_it = [day](const Swap& swap) { return swap.off == day || swap.worked == day; };
  if (std::any_of(calendar.swaps.begin(), calendar.swaps.end(), moves_it)) {
    in.fail({"calendar-moved-twice", {to_text(day)}});
  }
  return day;
}

// `lawful` is the same calendar before any order moves a day; none where that could not be read, for then every fault in
// a holiday would be told a second time.
void read_swap(const YamlReader& in, const Acts& acts, const std::optional<WorkingCalendar>& lawful,
               CalendarData& calendar) {
  in.only({"day-off", "worked", "act"});
  const YamlReader off = in.required("day-off");
  const YamlReader worked = in.required("worked");
  const Swap swap{read_moved_day(off, calendar), read_moved_day(worked, calendar),
                  act_named(in.required("act"), acts)};
  if (lawful && !lawful->is_working(swap.off)) off.fail({"calendar-off-already", {to_text(swap.off)}});
  if (lawful && lawful->is_working(swap.worked))
    worked.fail({"calendar-worked-already", {to_text(swap.worked)}});
  calendar.swaps.push_back(swap);
}

std::vector<YamlReader> list_at(const YamlReader& in, std::string_view key) {
  const auto list = in.find(key);
  return list ? list->entries() : std::vector<YamlReader>{};
}

std::optional<WorkingCalendar> read_document(const YamlReader& in, Diagnostics& errors) {
  in.only({"calendar", "title", "published", "weekend", "carried-over-by", "acts", "holidays", "feasts",
           "swaps"});
  CalendarData calendar;
  calendar.id = in.required("calendar").text();
  calendar.title = read_three_languages(in.required("title"));
  const YamlReader published = in.required("published");
  calendar.first_year = read_year(published.required("from"));
  calendar.last_year = read_year(published.required("to"));
  read_years(published, calendar.first_year, calendar.last_year);
  calendar.weekend = read_weekend(in.required("weekend"));

  const Acts acts = read_acts(in.required("acts"), errors);
  calendar.carrying_over = act_named(in.required("carried-over-by"), acts);
  read_each(list_at(in, "holidays"), errors,
            [&](const YamlReader& entry) { read_holiday(entry, acts, calendar.holidays); });
  read_each(list_at(in, "feasts"), errors,
            [&](const YamlReader& entry) { read_feast(entry, acts, calendar); });

  std::optional<WorkingCalendar> lawful;
  if (errors.empty()) lawful.emplace(calendar);
  read_each(list_at(in, "swaps"), errors,
            [&](const YamlReader& entry) { read_swap(entry, acts, lawful, calendar); });
  if (!errors.empty()) return std::nullopt;
  return WorkingCalendar{std::move(calendar)};
}

}  // namespace

Loaded<std::optional<WorkingCalendar>> read_calendar(std::string_view text, const std::string& file) {
  const auto trees = read_yaml_trees(text, file);
  Loaded<std::optional<WorkingCalendar>> loaded{std::nullopt, trees.errors};
  if (trees.value.size() != 1) {
    if (loaded.errors.empty()) loaded.errors.push_back({file, {}, {"calendar-not-one-document", {}}});
    return loaded;
  }
  try {
    loaded.value = read_document(YamlReader{trees.value.front(), file}, loaded.errors);
  } catch (const InputError& error) { loaded.errors.push_back(error.diagnostic); }
  return loaded;
}

}  // namespace reglament
