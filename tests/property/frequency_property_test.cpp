// frequency, against a naive reading of RULES sections 6 and 9.2: each period is walked day by day, and its records counted.
#include <catch2/catch.hpp>

#include "naive_days.hpp"
#include "random.hpp"

#include <set>

using namespace reglament;

namespace {

constexpr std::uint64_t seed = 20250630;
constexpr int regions = 75;
constexpr int rules_in_a_region = 24;
const Day first_day = day("2025-01-01");

// --- a case ---------------------------------------------------------------------------------------------------------

struct Away {
  Day from{};
  Day to{};
  bool somebody_acts = false;
};

struct Office {
  std::string id;
  std::string role;
  std::string body;
  Day from{};
  std::optional<Day> to;
  std::vector<Away> absences;                     // apart from one another
  std::optional<std::pair<Day, Day>> vacant;      // only where there are no absences
};

struct Meeting {
  std::string type;                               // extended-apparatus: each names its month
  std::string by;
  std::string acting_for;
  Day date{};
  std::string format;                             // empty: not recorded
  std::vector<std::string> sectors;
  std::optional<std::pair<int, int>> month;       // year, month
};

enum class Holder { each, together, body };

struct RuleCase {
  Holder holder = Holder::each;
  bool names_month = false;                       // of extended-apparatus
  const char* amount = "at-least";                // at-least, more-than, at-most, exactly
  int number = 1;
  PeriodUnit each = PeriodUnit::month;
  std::vector<std::string> formats;               // where: {format: ..}
  enum class Window { none, day_of_next_month, worked_after_end, within, before_start } window = Window::none;
  int window_days = 0;
  std::optional<int> not_before;                  // days after the start of the period
  enum class Of { records, distinct, every } of = Of::records;
};

struct Region {
  std::vector<Office> offices;
  std::vector<Meeting> meetings;
  std::optional<Day> in_force;
  Day as_of{};
};

struct Case {
  Region region;
  RuleCase rule;
};

// --- as YAML --------------------------------------------------------------------------------------------------------

std::string month_text(std::pair<int, int> month) { return fmt::format("{}-{:02}", month.first, month.second); }

std::string to_yaml(const RuleCase& one, const std::string& id) {
  std::string text = std::string{"about: meeting/"} + (one.holder == Holder::body ? "apparatus" : one.names_month ? "extended-apparatus" : "briefing") + ", owed-by: ";
  text += one.holder == Holder::body ? "organisational-inspection-unit" : one.holder == Holder::each ? "{each: oblast-deputy-akim}" : "{together: oblast-deputy-akim}";
  text += std::string{", check: {frequency: {"} + one.amount + ": " + std::to_string(one.number) + ", each: " + std::string{to_text(one.each)};
  if (!one.formats.empty()) {
    text += ", where: {format: [";
    for (std::size_t i = 0; i < one.formats.size(); ++i) text += (i == 0 ? "" : ", ") + one.formats[i];
    text += "]}";
  }
  const std::string days = std::to_string(one.window_days);
  switch (one.window) {
    case RuleCase::Window::none: break;
    case RuleCase::Window::day_of_next_month: text += ", no-later-than: day " + days + " of the month after period"; break;
    case RuleCase::Window::worked_after_end: text += ", no-later-than: " + days + " working days after end of period"; break;
    case RuleCase::Window::within: text += ", no-later-than: " + days + " days after start of period"; break;
    case RuleCase::Window::before_start: text += ", no-later-than: " + days + " days before start of period"; break;
  }
  if (one.not_before) text += ", no-earlier-than: " + std::to_string(*one.not_before) + " days after start of period";
  if (one.of == RuleCase::Of::distinct) text += ", distinct: sectors";
  if (one.of == RuleCase::Of::every) text += ", every: [production, social], named-in: sectors";
  if (one.holder == Holder::body) text += ", credited-to: body";
  return rule(id, text + "}}");
}

std::string pack_yaml(const Region& region) {
  return std::string{plain} + (region.in_force ? "\nin-force: {from: " + to_text(*region.in_force) + "}" : "");
}

std::string to_yaml(const Office& one) {
  std::string text = "- {id: " + one.id + ", role: " + one.role + ", body: " + one.body + ", from: " + to_text(one.from);
  if (one.to) text += ", to: " + to_text(*one.to);
  if (!one.absences.empty()) {
    text += ", absences: [";
    for (std::size_t i = 0; i < one.absences.size(); ++i) {
      const Away& away = one.absences[i];
      text += (i == 0 ? "" : ", ") + ("{from: " + to_text(away.from) + ", to: " + to_text(away.to)) + ", reason: leave" + (away.somebody_acts ? ", acting: stand-in" : "") + "}";
    }
    text += "]";
  }
  if (one.vacant) {
    text += ", holders: [{name: A, from: 2024-01-01, to: " + to_text(one.vacant->first - naive::one_day) + "}, {name: B, from: " +
            to_text(one.vacant->second + naive::one_day) + "}]";
  }
  return text + "}\n";
}

std::string to_yaml(const Meeting& one, std::size_t number) {
  std::string text = "- {id: M" + std::to_string(number) + ", type: " + one.type + ", by: " + one.by + ", date: " + to_text(one.date);
  if (!one.acting_for.empty()) text += ", acting-for: " + one.acting_for;
  if (!one.format.empty()) text += ", format: " + one.format;
  if (one.month) text += ", period: " + month_text(*one.month);
  text += ", sectors: [";
  for (std::size_t i = 0; i < one.sectors.size(); ++i) text += (i == 0 ? "" : ", ") + one.sectors[i];
  return text + "]}\n";
}

std::string records_yaml(const Region& region) {
  std::string text = "bodies: [{id: north, kind: oblast}, {id: south, kind: oblast}]\noffices:\n- {id: stand-in, role: chief-inspector, body: north}\n";
  for (const Office& office : region.offices) text += to_yaml(office);
  text += "meetings:\n";
  for (std::size_t i = 0; i < region.meetings.size(); ++i) text += to_yaml(region.meetings[i], i);
  return text;
}

// --- the naive reading ----------------------------------------------------------------------------------------------

struct Days {
  Day first{};
  Day last{};
  bool has(Day at) const { return first <= at && at <= last; }
};

// The week, month ... in which a day lies, as a number that its days share.
int number_of(Day at, PeriodUnit unit) {
  const auto date = civil(at);
  const int year = static_cast<int>(date.year());
  const int month = static_cast<int>(static_cast<unsigned>(date.month())) - 1;
  switch (unit) {
    case PeriodUnit::week: return naive::days_between(day("2018-01-01"), at) / 7;  // a Monday
    case PeriodUnit::month: return 12 * year + month;
    case PeriodUnit::quarter: return 4 * year + month / 3;
    case PeriodUnit::half_year: return 2 * year + month / 6;
    case PeriodUnit::year: return year;
    case PeriodUnit::day: break;
  }
  return naive::days_between(first_day, at);
}

Days around(Day at, PeriodUnit unit) {
  Days days{at, at};
  while (number_of(days.first - naive::one_day, unit) == number_of(at, unit)) days.first -= naive::one_day;
  while (number_of(days.last + naive::one_day, unit) == number_of(at, unit)) days.last += naive::one_day;
  return days;
}

bool is_there(const Office& office, Day at) {
  if (office.vacant && at >= office.vacant->first && at <= office.vacant->second) return false;
  return std::none_of(office.absences.begin(), office.absences.end(), [&](const Away& away) { return at >= away.from && at <= away.to && !away.somebody_acts; });
}

// The last day of the window, where the rule has one.
std::optional<Day> window_end(const RuleCase& rule, const Days& period) {
  switch (rule.window) {
    case RuleCase::Window::none: return std::nullopt;
    case RuleCase::Window::day_of_next_month: return period.last + date::days{rule.window_days};  // the period ends with a month
    case RuleCase::Window::worked_after_end: return naive::working_days_after(period.last, rule.window_days);
    case RuleCase::Window::within: return period.first + date::days{rule.window_days};
    case RuleCase::Window::before_start: return period.first - date::days{rule.window_days};
  }
  return std::nullopt;
}

bool ends_after_period(const RuleCase& rule) {
  return rule.window == RuleCase::Window::day_of_next_month || rule.window == RuleCase::Window::worked_after_end;
}

// Whether the record goes to this period: the one it names, else that of its date; with a window past the period, the latest over by then.
bool belongs(const Meeting& meeting, const RuleCase& rule, const Days& period) {
  if (meeting.month) return number_of(period.first, PeriodUnit::month) == 12 * meeting.month->first + meeting.month->second - 1;
  if (ends_after_period(rule)) return number_of(around(meeting.date, rule.each).first - naive::one_day, rule.each) == number_of(period.first, rule.each);
  return period.has(meeting.date);
}

// For each thing to be reached (the member of `every`; else one), what was found in time, later, and what cannot be told.
struct Tally {
  std::set<std::string> in_time;
  std::set<std::string> later;
  int unknown = 0;        // in time, if it counts at all
  int unknown_later = 0;
};

std::string answer_of(const Case& one, const std::vector<const Office*>& holders, const Days& period) {
  const Region& region = one.region;
  const RuleCase& rule = one.rule;
  if (region.in_force && period.first < *region.in_force) return "n/a";
  for (const Office* office : holders) {
    if (office->from > period.first || (office->to && *office->to < period.last)) return "n/a";
  }
  bool available = false;
  for (Day at = period.first; at <= period.last; at += naive::one_day) {
    if (naive::is_off(at)) continue;
    available = available || std::any_of(holders.begin(), holders.end(), [&](const Office* office) { return is_there(*office, at); });
  }

  const bool any_day_does = rule.names_month && rule.window == RuleCase::Window::none;  // 9.2
  const Day last = any_day_does ? around(period.last + naive::one_day, rule.each).last : window_end(rule, period).value_or(period.last);
  const std::vector<std::string> members = rule.of == RuleCase::Of::every ? std::vector<std::string>{"production", "social"} : std::vector<std::string>{""};
  std::map<std::string, Tally> tallies;
  for (const std::string& member : members) tallies[member];
  for (std::size_t i = 0; i < region.meetings.size(); ++i) {
    const Meeting& meeting = region.meetings[i];
    const char* type = rule.holder == Holder::body ? "apparatus" : rule.names_month ? "extended-apparatus" : "briefing";
    const std::string& credited = meeting.acting_for.empty() ? meeting.by : meeting.acting_for;
    if (meeting.type != type || meeting.date > region.as_of || !belongs(meeting, rule, period)) continue;
    if (std::none_of(holders.begin(), holders.end(), [&](const Office* office) { return office->id == credited; })) continue;
    if (rule.not_before && meeting.date < period.first + date::days{*rule.not_before}) continue;
    const bool in_time = any_day_does || meeting.date <= last;
    const bool fits = rule.formats.empty() || std::find(rule.formats.begin(), rule.formats.end(), meeting.format) != rule.formats.end();
    for (auto& [member, tally] : tallies) {
      if (!member.empty() && std::find(meeting.sectors.begin(), meeting.sectors.end(), member) == meeting.sectors.end()) continue;
      if (!rule.formats.empty() && meeting.format.empty()) {
        ++(in_time ? tally.unknown : tally.unknown_later);
        continue;
      }
      if (!fits) continue;
      const std::vector<std::string> values = rule.of == RuleCase::Of::distinct ? meeting.sectors : std::vector<std::string>{std::to_string(i)};
      for (const std::string& value : values) (in_time ? tally.in_time : tally.later).insert(value);
    }
  }

  const std::size_t wanted = static_cast<std::size_t>(rule.number) + (std::string_view{rule.amount} == "more-than" ? 1 : 0);
  const bool has_upper = std::string_view{rule.amount} == "at-most" || std::string_view{rule.amount} == "exactly";
  const bool has_lower = std::string_view{rule.amount} != "at-most";
  const bool over = region.as_of > last;
  bool reached = true;
  bool reached_late = true;
  bool anything_later = false;
  int unknown = 0;
  bool unknown_would_do = true;
  for (const auto& [member, tally] : tallies) {
    if (has_upper && tally.in_time.size() > wanted) return "wrong";
    unknown += tally.unknown + tally.unknown_later;
    unknown_would_do = unknown_would_do && tally.unknown_later == 0 && tally.in_time.size() + static_cast<std::size_t>(tally.unknown) >= wanted;
    if (!has_lower || tally.in_time.size() >= wanted) continue;
    reached = false;
    anything_later = anything_later || !tally.later.empty();
    std::set<std::string> both = tally.in_time;
    both.insert(tally.later.begin(), tally.later.end());
    reached_late = reached_late && both.size() >= wanted;
  }
  // What the page does not settle is left out: "".
  if (has_upper && (!over || unknown > 0)) return !over && has_lower && !reached && available && unknown == 0 ? "pending" : "";
  if (reached) return "met";
  if (!available) return !over || anything_later || unknown > 0 ? "" : "excused";
  if (!over) return "pending";
  if (anything_later) return reached_late ? "late" : "";
  if (unknown > 0) return unknown_would_do ? "unknown" : "";
  return "missed";
}

// By holder and first day of the period.
std::map<std::pair<std::string, Day>, std::string> answers_of(const Case& one) {
  std::map<std::string, std::vector<const Office*>> holders;
  for (const Office& office : one.region.offices) {
    if ((office.role == "oblast-deputy-akim") == (one.rule.holder == Holder::body)) continue;
    holders[one.rule.holder == Holder::each ? office.id : office.body].push_back(&office);
  }
  std::map<std::pair<std::string, Day>, std::string> all;
  for (Days period = around(first_day, one.rule.each); period.first <= one.region.as_of; period = around(period.last + naive::one_day, one.rule.each)) {
    for (const auto& [holder, offices] : holders) {
      const std::string answer = answer_of(one, offices, period);
      if (!answer.empty()) all[{holder, period.first}] = answer;
    }
  }
  return all;
}

using Found = std::map<std::pair<std::string, Day>, std::string>;

std::map<std::string, Found> found_by(const Run& run) {
  std::map<std::string, Found> all;
  for (const Finding& finding : run.findings) {
    if (finding.outcome == Outcome::not_applicable || !finding.period) continue;
    // What a body owes may name its one office besides: asked for is the holder.
    for (const auto& holder : {finding.office, finding.body}) {
      if (holder) all[finding.rule->id][{*holder, finding.period->first}] = to_text(finding.outcome);
    }
  }
  return all;
}

std::string differences(const Case& one, const Found& found) {
  std::string text;
  for (const auto& [what, answer] : answers_of(one)) {
    const auto at = found.find(what);
    const std::string ours = at != found.end() ? at->second : answer == "unknown" ? answer : "n/a";  // unknown is told by rule, not by period
    if (ours != answer) text += what.first + " from " + to_text(what.second) + ": expected " + answer + ", found " + ours + "\n";
  }
  return text;
}

std::string differences_alone(const Case& one) {
  auto found = found_by(judge(pack_of(pack_yaml(one.region), to_yaml(one.rule, "r")), records_yaml(one.region), as_of(to_text(one.region.as_of))));
  return differences(one, found["r"]);
}

// --- random cases ---------------------------------------------------------------------------------------------------

Office any_office(Random& random, const std::string& id, const std::string& role, const std::string& body) {
  Office one{id, role, body, day("2024-05-01"), {}, {}, {}};
  if (role != "oblast-deputy-akim" || random.one_in(2)) return one;
  if (random.one_in(3)) {
    const Day from = first_day + date::days{random.below(300)};
    one.vacant = std::pair{from, from + date::days{random.between(3, 100)}};
    return one;
  }
  Day from = first_day + date::days{random.below(40)};
  for (int left = random.between(1, 6); left > 0; --left) {
    const Day to = from + date::days{random.between(3, 34)};
    one.absences.push_back({from, to, random.one_in(4)});
    from = to + date::days{random.between(1, 60)};
  }
  return one;
}

Region any_region(Random& random) {
  Region region;
  region.as_of = day("2025-06-15") + date::days{random.below(260)};
  if (random.one_in(3)) region.in_force = first_day + date::days{random.below(120)};
  for (const char* id : {"n1", "n2", "s1", "s2"}) region.offices.push_back(any_office(random, id, "oblast-deputy-akim", *id == 'n' ? "north" : "south"));
  region.offices.push_back(any_office(random, "nu", "organisational-inspection-unit", "north"));
  region.offices.push_back(any_office(random, "su", "organisational-inspection-unit", "south"));
  // Created or abolished in between; a group whose offices come and go is left out.
  const Day change = first_day + date::days{random.below(120)};
  const int kind = random.below(3);
  for (Office& office : region.offices) {
    if (office.body != "north" || office.vacant || !office.absences.empty()) continue;
    if (kind == 0 && office.id == "nu") office.from = change;
    if (kind == 1 && office.id == "nu") office.to = change + date::days{200};
  }
  if (random.one_in(3)) {
    for (Office& office : region.offices) {
      if (office.body == "south") office.from = change;
    }
  }
  const int most = random.between(15, 70);
  for (int i = 0; i < most; ++i) {
    Meeting meeting;
    const int type = random.below(3);
    meeting.type = type == 0 ? "apparatus" : type == 1 ? "briefing" : "extended-apparatus";
    meeting.by = type == 0 ? random.pick({"nu", "su"}) : random.pick({"n1", "n2", "s1", "s2"});
    if (type != 0 && random.one_in(6)) meeting.acting_for = random.pick({"n1", "n2", "s1", "s2"});
    meeting.date = first_day + date::days{random.below(420)};
    if (!random.one_in(8)) meeting.format = random.pick({"live", "written", "oral"});
    meeting.sectors = {random.pick({"production", "social", "finance"})};
    if (random.one_in(4)) meeting.sectors.emplace_back(meeting.sectors.front() == "social" ? "production" : "social");
    if (type == 2) {
      const auto date = civil(meeting.date);
      int month = static_cast<int>(static_cast<unsigned>(date.month())) - 1 + 12 * static_cast<int>(date.year()) + random.between(-2, 1);
      meeting.month = std::pair{month / 12, month % 12 + 1};
    }
    region.meetings.push_back(std::move(meeting));
  }
  return region;
}

RuleCase any_rule(Random& random) {
  RuleCase one;
  one.holder = static_cast<Holder>(random.below(3));
  one.names_month = one.holder != Holder::body && random.one_in(3);
  one.each = one.names_month ? PeriodUnit::month : static_cast<PeriodUnit>(random.between(1, 5));
  const int amount = random.below(8);
  one.amount = amount < 4 ? "at-least" : amount < 5 ? "more-than" : amount < 7 ? "at-most" : "exactly";
  const bool has_upper = amount >= 5;
  one.number = random.between(amount == 4 ? 0 : 1, 3);
  if (has_upper && one.names_month) one.names_month = false;
  if (random.one_in(3)) one.formats = random.one_in(2) ? std::vector<std::string>{"live"} : std::vector<std::string>{"live", "written"};
  if (!has_upper && random.one_in(2)) {
    one.window = static_cast<RuleCase::Window>(random.below(one.names_month ? 5 : 4));
    if (one.window == RuleCase::Window::day_of_next_month && one.each == PeriodUnit::week) one.window = RuleCase::Window::worked_after_end;
    one.window_days = one.each == PeriodUnit::week ? random.between(1, 4) : random.between(1, 20);
  }
  if (!has_upper && one.formats.empty() && random.one_in(3)) one.of = random.one_in(2) ? RuleCase::Of::distinct : RuleCase::Of::every;
  if (one.of == RuleCase::Of::distinct) one.number = std::min(one.number, 2);
  if (one.window != RuleCase::Window::before_start && !(one.names_month && one.window == RuleCase::Window::none) && random.one_in(5)) {
    one.not_before = one.window == RuleCase::Window::within ? random.below(one.window_days) : random.between(1, one.each == PeriodUnit::week ? 5 : 15);
  }
  return one;
}

std::vector<Case> smaller(const Case& one) {
  std::vector<Case> all;
  const auto with = changes_of(one, all);
  for (std::size_t step : {16U, 4U, 1U}) {
    for (std::size_t i = 0; i + step <= one.region.meetings.size() && one.region.meetings.size() > step; i += step) {
      with([&](Case& less) {
        const auto from = less.region.meetings.begin() + static_cast<std::ptrdiff_t>(i);
        less.region.meetings.erase(from, from + static_cast<std::ptrdiff_t>(step));
      });
    }
  }
  for (std::size_t i = 0; i < one.region.offices.size(); ++i) {
    if (!one.region.offices[i].absences.empty()) with([&](Case& less) { less.region.offices[i].absences.pop_back(); });
    if (one.region.offices[i].vacant) with([&](Case& less) { less.region.offices[i].vacant.reset(); });
    if (one.region.offices[i].to) with([&](Case& less) { less.region.offices[i].to.reset(); });
  }
  if (one.region.in_force) with([](Case& less) { less.region.in_force.reset(); });
  if (one.rule.not_before) with([](Case& less) { less.rule.not_before.reset(); });
  if (!one.rule.formats.empty()) with([](Case& less) { less.rule.formats.clear(); });
  if (one.rule.number > 1) with([](Case& less) { --less.rule.number; });
  return all;
}

std::string told_small(const Case& fault) {
  const std::string told = differences_alone(fault);
  const std::string first_line = told.substr(0, told.find('\n'));
  const Case one = smallest(fault, smaller, [&](const Case& less) { return differences_alone(less).find(first_line) != std::string::npos; });
  return pack_yaml(one.region) + "\n" + to_yaml(one.rule, "r") + records_yaml(one.region) + "as of " + to_text(one.region.as_of) + "\n" + differences_alone(one);
}

}  // namespace

TEST_CASE("a frequency is judged as one who counts each period by hand would judge it", "[property]") {
  Random random{seed};
  std::map<std::string, int> judged;
  int faults = 0;
  for (int i = 0; i < regions; ++i) {
    const Region region = any_region(random);
    std::vector<RuleCase> rules;
    std::string text;
    for (int j = 0; j < rules_in_a_region; ++j) {
      rules.push_back(any_rule(random));
      text += to_yaml(rules.back(), "r" + std::to_string(j));
    }
    auto found = found_by(judge(pack_of(pack_yaml(region), text), records_yaml(region), as_of(to_text(region.as_of))));
    for (std::size_t j = 0; j < rules.size(); ++j) {
      const Case one{region, rules[j]};
      for (const auto& [what, answer] : answers_of(one)) ++judged[answer];
      const std::string wrong = differences(one, found["r" + std::to_string(j)]);
      if (wrong.empty() || ++faults > 4) continue;
      UNSCOPED_INFO(told_small(one));
      CHECK(wrong.empty());
    }
  }
  CHECK(faults == 0);
  int all = 0;
  for (const auto& [answer, count] : judged) all += count;
  CHECK(all > 30'000);
  for (const char* answer : {"met", "late", "missed", "wrong", "pending", "excused", "n/a", "unknown"}) {
    CAPTURE(answer, judged[answer]);
    CHECK(judged[answer] > 20);
  }
}
