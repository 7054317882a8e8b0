// reglament-calendar: months and years with their days off; adds and counts working days.
#include <algorithm>

#include "options.hpp"
#include "packs.hpp"
#include "reglament/calendar/count.hpp"
#include "reglament/reports/calendar_json.hpp"
#include "reglament/reports/calendar_page.hpp"
#include "reglament/rules/read_pack.hpp"
#include "reglament/yaml/reader.hpp"

namespace reglament {

namespace {

const CommandPage page{
    .name = "reglament-calendar",
    .about = "about-calendar",
    .examples = {{"reglament-calendar 2025", "example-calendar-year"},
                 {"reglament-calendar 2025-10 --lang kk", "example-calendar-month"},
                 {"reglament-calendar add 2025-10-24 5 working days", "example-calendar-add"},
                 {"reglament-calendar add 2025-10-28 10 days --before", "example-calendar-before"},
                 {"reglament-calendar add 2025-09-25 1 month --roll", "example-calendar-roll"},
                 {"reglament-calendar count 2025-10-06 2025-10-31", "example-calendar-count"},
                 {"reglament-calendar explain 2025-10-27", "example-calendar-explain"}},
    .takes = {Takes::rules, Takes::as_of, Takes::format}};

// What was typed besides the common options.
struct Words {
  std::string calendar = "kz";
  std::string period;
  std::string date;
  std::vector<std::string> span;
  bool before = false;
  bool roll = false;
  std::string from;
  std::string to;
};

// The question that was asked, by its subcommand.
struct Asked {
  const CLI::App* add;
  const CLI::App* count;
  const CLI::App* explain;
};

Asked describe(CommandLine& line, Words& words) {
  CLI::App& app = line.app();
  const std::string asked = line.text("help-group-asked");
  app.add_option("PERIOD", words.period, line.text("help-calendar-period"))->group(asked);
  app.add_option("--calendar", words.calendar, line.text("help-calendar"))->type_name("ID")->group(asked);

  CLI::App* const add = app.add_subcommand("add", line.text("help-calendar-add"));
  add->add_option("DATE", words.date, line.text("help-calendar-date"))->required()->group(asked);
  add->add_option("SPAN", words.span, line.text("help-calendar-span"))
      ->required()
      ->expected(1, 3)
      ->group(asked);
  add->add_flag("--before", words.before, line.text("help-calendar-before"))->group(asked);
  add->add_flag("--roll", words.roll, line.text("help-calendar-roll"))->group(asked);

  CLI::App* const count = app.add_subcommand("count", line.text("help-calendar-count"));
  count->add_option("FROM", words.from, line.text("help-calendar-from"))->required()->group(asked);
  count->add_option("TO", words.to, line.text("help-calendar-to"))->required()->group(asked);

  CLI::App* const explain = app.add_subcommand("explain", line.text("help-calendar-explain"));
  explain->add_option("DATE", words.date, line.text("help-calendar-date"))->required()->group(asked);
  for (CLI::App* const subcommand : {add, count, explain}) {
    subcommand->get_help_ptr()->group(line.text("help-group-general"));
  }
  return {add, count, explain};
}

[[noreturn]] void refuse(Message message) {
  throw InputError{{std::string{page.name}, {}, std::move(message)}};
}

Day read_date(const std::string& text) {
  const auto day = parse_day(text);
  if (!day) refuse({"expected-date", {clipped(text)}});
  return *day;
}

Span read_span(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  const auto span = parse_span(text);
  if (!span) refuse({"calendar-no-span", {clipped(text)}});
  return *span;
}

DayRange read_period(const std::string& text, Day as_of) {
  if (text.empty()) return {day_of(year_of(as_of), 1, 1), day_of(year_of(as_of), 12, 31)};
  if (const auto range = parse_range(text)) return *range;
  const bool is_word = text.find_first_of("0123456789") == std::string::npos;
  if (is_word)
    refuse(unknown(text, "subcommand-unknown", "subcommand-unknown-near", {"add", "count", "explain"}));
  refuse({"option-no-period", {clipped(text)}});
}

WorkingCalendar find_calendar(const std::string& id, const Options& options) {
  const PackPlaces places = pack_places(options);
  for (const Given& pack : places.only) {
    if (!find_pack(pack.text, places.roots))
      throw InputError{pack.diagnostic({"rules-nowhere", {clipped(pack.text)}})};
  }
  Diagnostics errors;
  try {
    return load_calendar({id, "--calendar", {}}, places, errors);
  } catch (const InputError&) {
    for (const Diagnostic& error : errors) say_error(error, options.language);
    throw;
  }
}

// The answer to a question about the days of `calendar`, in the form that was asked for.
class Answers {
 public:
  Answers(const WorkingCalendar& calendar, const Options& options) : calendar_(calendar), options_(options) {}

  std::string show(DayRange range) const {
    return about(range, is_json() ? calendar_json(calendar_, range, language())
                                  : calendar_page(calendar_, range, style()));
  }

  std::string add(const Words& words) const {
    if (words.before && words.roll) refuse({"calendar-before-never-rolls", {}});
    const Day from = read_date(words.date);
    const Span span = read_span(words.span);
    const Day plain = words.before ? last_good_day_before(from, span, calendar_)
                                   : last_good_day_after(from, span, calendar_, false);
    const Day limit = words.roll ? last_good_day_after(from, span, calendar_, true) : plain;
    for (const Day day : {from, limit})
      calendar_.is_working(day);  // refused outside the calendar, counted or not
    const CountOfDays count{calendar_.id(), "", from, span, words.before, limit != plain, limit};
    return about(
        {std::min(from, limit), std::max(from, limit)},
        is_json() ? count_json(calendar_, count, language()) : count_page(calendar_, count, style()));
  }

  std::string count(const Words& words) const {
    const DayRange range{read_date(words.from), read_date(words.to)};
    if (range.last < range.first) refuse({"calendar-reversed", {words.from, words.to}});
    return about(range, is_json() ? calendar_json(calendar_, range, language())
                                  : days_page(calendar_, range, style()));
  }

  std::string explain(Day day) const {
    return about({day, day},
                 is_json() ? day_json(calendar_, day, language()) : day_page(calendar_, day, style()));
  }

 private:
  bool is_json() const { return options_.format == Format::json; }
  Language language() const { return options_.language; }
  PageStyle style() const { return {options_.language, options_.color}; }

  // The answer, once it is said which of its years are provisional.
  std::string about(DayRange range, std::string answer) const {
    const auto years = provisional_years(calendar_, range);
    if (years.empty()) return answer;
    std::string text = std::to_string(years.front());
    if (years.size() > 1) text += "-" + std::to_string(years.back());
    say_line(say(language(), "provisional-years", {text}));
    return answer;
  }

  const WorkingCalendar& calendar_;
  const Options& options_;
};

[[noreturn]] void refuse_day_outside(const OutsideCalendar& outside) {
  if (year_of(outside.day) < outside.first_year) {
    refuse({"calendar-begins-later",
            {to_text(outside.day), outside.calendar, std::to_string(outside.first_year)}});
  }
  refuse({"calendar-ends-earlier", {to_text(outside.day), outside.calendar, std::to_string(latest_year)}});
}

int run(int argc, char** argv) {
  CommandLine line{page, argc, argv};
  Words words;
  const Asked asked = describe(line, words);
  const Options options = line.parse();
  const bool has_subcommand = asked.add->parsed() || asked.count->parsed() || asked.explain->parsed();
  if (has_subcommand && !words.period.empty()) refuse({"argument-unexpected", {clipped(words.period)}});

  const WorkingCalendar calendar = find_calendar(words.calendar, options);
  const Answers answers{calendar, options};
  try {
    const std::string answer = asked.add->parsed()     ? answers.add(words)
                               : asked.count->parsed() ? answers.count(words)
                               : asked.explain->parsed()
                                   ? answers.explain(read_date(words.date))
                                   : answers.show(read_period(words.period, options.as_of));
    write_output(options.output, answer);
  } catch (const OutsideCalendar& outside) { refuse_day_outside(outside); }
  return 0;
}

}  // namespace

}  // namespace reglament

int main(int argc, char** argv) {
  return reglament::run_program(argc, argv, [&] { return reglament::run(argc, argv); });
}
