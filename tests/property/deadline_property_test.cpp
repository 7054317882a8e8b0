// deadline, against a naive reading of RULES sections 2, 3, 5 and 9: each limit is walked to day by day.
#include <catch2/catch.hpp>

#include "naive_days.hpp"
#include "random.hpp"

using namespace reglament;

namespace {

constexpr std::uint64_t seed = 20250620;
constexpr int batches = 75;
constexpr int rules_in_a_batch = 20;
constexpr int records_in_a_batch = 25;

// --- a case ---------------------------------------------------------------------------------------------------------

enum class Form { point, after, before, day_of_month, fixed_day };

struct Limit {
  Form form = Form::point;
  std::string point = "received";  // received, issued, returned, first returned, start of period, end of period
  int count = 0;
  Unit unit = Unit::day;
  int month = 1;                   // of fixed_day
  int day = 1;                     // of fixed_day, day_of_month
};

struct RuleCase {
  DateRelation relation = DateRelation::no_later_than;
  std::vector<Limit> alternatives = {Limit{}};
  bool has_earliest = false;       // `issued`
  bool has_hours = false;          // to 18:30
  std::optional<bool> rollover;
};

struct PackCase {
  bool rolls_spans = false;
  bool rolls_day_of_month = false;
  std::optional<Day> from;         // in force
};

struct RecordCase {
  std::optional<Moment> received;
  std::optional<Day> issued;
  std::optional<Period> period;
  std::vector<Day> returned;       // entries of a step
  std::optional<Moment> answered;  // the step that is asked for
};

struct Case {
  PackCase pack;
  RuleCase rule;
  RecordCase record;
  Day as_of{};
};

// --- as YAML --------------------------------------------------------------------------------------------------------

std::string to_yaml(const Limit& limit) {
  switch (limit.form) {
    case Form::point: return limit.point;
    case Form::after: return to_text(Span{limit.count, limit.unit}) + " after " + limit.point;
    case Form::before: return to_text(Span{limit.count, limit.unit}) + " before " + limit.point;
    case Form::day_of_month: return "day " + std::to_string(limit.day) + " of the month after period";
    case Form::fixed_day: break;
  }
  return fmt::format("{:02}-{:02} of period", limit.month, limit.day);
}

std::string to_yaml(const RuleCase& one, const std::string& id) {
  std::string limit;
  for (const Limit& alternative : one.alternatives) limit += (limit.empty() ? "" : " or ") + to_yaml(alternative);
  std::string text = "about: assignment, ";
  if (one.rollover) text += std::string{"rollover: "} + (*one.rollover ? "true" : "false") + ", ";
  text += "check: {deadline: {step: answered, " + std::string{to_text(one.relation)} + ": " + limit;
  if (one.has_earliest) text += ", earliest: issued";
  if (one.has_hours) text += ", hours: mail";
  return rule(id, text + "}}");
}

std::string to_yaml(const PackCase& one) {
  std::string rolls;
  if (one.rolls_spans) rolls += "spans";
  if (one.rolls_day_of_month) rolls += std::string{rolls.empty() ? "" : ", "} + "day-of-month";
  std::string text = "hours: {mail: {to: \"18:30\"}}\nrollover: " + (rolls.empty() ? "none" : "{rolls: [" + rolls + "], clause: \"1\"}");
  if (one.from) text += "\nin-force: {from: " + to_text(*one.from) + "}";
  return text;
}

std::string to_yaml(const RecordCase& one, const std::string& id) {
  std::string text = "- {id: " + id + ", type: letter";
  if (one.received) text += ", received: " + to_text(*one.received);
  if (one.issued) text += ", issued: " + to_text(*one.issued);
  if (one.period) text += ", period: " + to_text(*one.period);
  std::string steps;
  if (!one.returned.empty()) {
    steps += "returned: [";
    for (std::size_t i = 0; i < one.returned.size(); ++i) steps += (i == 0 ? "" : ", ") + to_text(one.returned[i]);
    steps += "]";
  }
  if (one.answered) steps += (steps.empty() ? "" : ", ") + ("answered: " + to_text(*one.answered));
  return text + ", steps: {" + steps + "}}\n";
}

// --- the naive reading ----------------------------------------------------------------------------------------------

struct Answer {
  std::string outcome;             // empty: the page does not settle it
  std::optional<Moment> due;       // of upper limits
  std::optional<Lateness> late_by;
};

bool is_upper(DateRelation relation) { return relation == DateRelation::no_later_than || relation == DateRelation::earlier_than; }

std::optional<Moment> value_of(const std::string& point, const RecordCase& record) {
  if (point == "received") return record.received;
  if (point == "issued" && record.issued) return Moment{*record.issued};
  if (point == "returned" && !record.returned.empty()) return Moment{record.returned.back()};
  if (point == "first returned" && !record.returned.empty()) return Moment{record.returned.front()};
  if (point == "start of period" && record.period) return Moment{record.period->first};
  if (point == "end of period" && record.period) return Moment{record.period->last};
  return std::nullopt;
}

bool has_anchor(const Limit& limit, const RecordCase& record) {
  if (limit.form == Form::day_of_month || limit.form == Form::fixed_day) return record.period.has_value();
  return value_of(limit.point, record).has_value();
}

// Hours around the clock; a day without a time is taken at its last minute, and the answer has none either.
Moment hours_after(Moment anchor, int hours) {
  const int start = anchor.has_time() ? anchor.minute : 24 * 60 - 1;
  int minute = start + 60 * hours;
  Day day = anchor.day;
  while (minute >= 24 * 60) { minute -= 24 * 60; day += naive::one_day; }
  while (minute < 0) { minute += 24 * 60; day -= naive::one_day; }
  return anchor.has_time() ? Moment{day, minute} : Moment{day};
}

Day plain_days(Day day, const Limit& limit, int sign) {
  switch (limit.unit) {
    case Unit::day: return day + date::days{sign * limit.count};
    case Unit::week: return day + date::days{sign * 7 * limit.count};
    case Unit::month: return naive::months_after(day, sign * limit.count);
    case Unit::year: return naive::months_after(day, sign * 12 * limit.count);
    default: return day;
  }
}

// 5: what rolls is what the pack says, or the rule against it; `exactly` never, a lower limit only by the rule's own word.
bool rolls(const Limit& limit, const Case& one) {
  if (one.rule.relation == DateRelation::exactly) return false;
  if (one.rule.rollover) return *one.rule.rollover;
  if (one.rule.relation == DateRelation::no_earlier_than) return false;
  if (limit.form == Form::after) return one.pack.rolls_spans;
  return limit.form == Form::day_of_month && one.pack.rolls_day_of_month;
}

Moment limit_of(const Limit& limit, const Case& one) {
  const RecordCase& record = one.record;
  if (limit.form == Form::day_of_month) {
    const Day first_of_next = naive::months_after(day_of(year_of(record.period->last), static_cast<int>(static_cast<unsigned>(civil(record.period->last).month())), 1), 1);
    Day found = first_of_next + date::days{limit.day - 1};
    while (civil(found).month() != civil(first_of_next).month()) found -= naive::one_day;
    return {rolls(limit, one) ? naive::roll(found) : found};
  }
  if (limit.form == Form::fixed_day) {
    const Day found = day_of(year_of(record.period->unit == PeriodUnit::week ? record.period->first + date::days{3} : record.period->first), limit.month, limit.day);
    return {rolls(limit, one) ? naive::roll(found) : found};
  }
  Moment anchor = *value_of(limit.point, record);
  if (limit.form == Form::point) return rolls(limit, one) && naive::is_off(anchor.day) ? Moment{naive::roll(anchor.day)} : anchor;
  if (limit.form == Form::before) {
    if (limit.unit == Unit::hour) return hours_after(anchor, -limit.count);
    if (limit.unit == Unit::working_day) return {naive::working_days_before(anchor.day, limit.count)};
    return {plain_days(anchor.day, limit, -1)};
  }
  if (one.rule.has_hours && (naive::is_off(anchor.day) || anchor.minute > 18 * 60 + 30)) {
    anchor = {naive::working_days_after(anchor.day, 1)};
  }
  if (limit.unit == Unit::hour) return hours_after(anchor, limit.count);
  if (limit.unit == Unit::working_day) return {naive::working_days_after(anchor.day, limit.count)};
  const Day found = plain_days(anchor.day, limit, 1);
  return {limit.count > 0 && rolls(limit, one) ? naive::roll(found) : found};
}

// -1, 0, 1; times count where both have one.
int compare(Moment left, Moment right) {
  if (left.day != right.day) return left.day < right.day ? -1 : 1;
  if (!left.has_time() || !right.has_time() || left.minute == right.minute) return 0;
  return left.minute < right.minute ? -1 : 1;
}

Day own_date(const RecordCase& record) {
  if (record.received) return record.received->day;
  if (record.issued) return *record.issued;
  if (record.period) return record.period->last;
  Day first = record.answered ? record.answered->day : record.returned.front();
  for (const Day each : record.returned) first = std::min(first, each);
  return first;
}

Lateness lateness(Moment limit, Moment done, const Limit& by) {
  const bool spans = by.form == Form::after || by.form == Form::before;
  const int days = naive::days_between(limit.day, done.day);
  if (spans && by.unit == Unit::hour && limit.has_time() && done.has_time()) return {(days * 24 * 60 + done.minute - limit.minute) / 60, Unit::hour};
  if (spans && by.unit == Unit::working_day) {
    const int working = naive::working_days_between(limit.day, done.day);
    if (working > 0) return {working, Unit::working_day};
  }
  return {days, Unit::day};
}

Answer answer_of(const Case& one) {
  const RecordCase& record = one.record;
  if (one.pack.from && own_date(record) < *one.pack.from) return {"not-applicable", {}, {}};
  const auto used = std::find_if(one.rule.alternatives.begin(), one.rule.alternatives.end(), [&](const Limit& limit) { return has_anchor(limit, record); });
  if (used == one.rule.alternatives.end()) return {"not-applicable", {}, {}};

  Moment limit = limit_of(*used, one);
  const bool anchored = used->form == Form::point || used->form == Form::after || used->form == Form::before;
  const std::optional<Moment> anchor = anchored ? value_of(used->point, record) : std::nullopt;
  const bool calendar_point = !anchored || used->point.find("period") != std::string::npos;
  // 9.1: a limit that runs after what has not happened does not apply yet. A period is no happening.
  if (!calendar_point && anchor->day > one.as_of && used->form == Form::after && used->count > 0) return {"not-applicable", {}, {}};
  if (!calendar_point && anchor->day > one.as_of && used->form == Form::after) return {};
  if (is_upper(one.rule.relation) && one.rule.has_earliest && record.issued) {
    if (*record.issued > one.as_of) return {};
    if (limit.day < *record.issued) limit = {*record.issued};
  }
  if (one.pack.from && limit.day < *one.pack.from) return {"not-applicable", {}, {}};

  const bool done = record.answered && record.answered->day <= one.as_of;
  Answer answer;
  if (one.rule.relation == DateRelation::no_later_than) answer.due = limit;
  if (!done) {
    if (!is_upper(one.rule.relation) && one.rule.relation != DateRelation::exactly) return {};
    if (one.rule.relation == DateRelation::earlier_than && one.as_of == limit.day) return {};
    answer.outcome = one.as_of > limit.day ? "missed" : "pending";
    return answer;
  }
  const int side = compare(*record.answered, limit);
  switch (one.rule.relation) {
    case DateRelation::no_later_than:
      answer.outcome = side <= 0 ? "met" : "late";
      if (side > 0) answer.late_by = lateness(limit, *record.answered, *used);
      break;
    case DateRelation::earlier_than: answer.outcome = side < 0 ? "met" : "late"; break;
    case DateRelation::no_earlier_than: answer.outcome = side >= 0 ? "met" : "wrong"; break;
    case DateRelation::later_than: answer.outcome = side > 0 ? "met" : "wrong"; break;
    case DateRelation::exactly: answer.outcome = side == 0 ? "met" : "wrong"; break;
  }
  return answer;
}

std::string in_short(const Answer& answer) {
  std::string text = answer.outcome;
  if (answer.due && answer.outcome != "not-applicable") text += ", due " + to_text(*answer.due);
  if (answer.late_by) text += ", late by " + reglament::in_short(*answer.late_by);
  return text;
}

// What ours says, told as far as the naive answer goes.
std::string in_short(const Finding* finding, const Answer& expected) {
  if (finding == nullptr) return "not-applicable";
  Answer answer{std::string{to_text(finding->outcome)}, {}, {}};
  if (expected.due) answer.due = finding->due;
  if (expected.late_by) answer.late_by = finding->late_by;
  return in_short(answer);
}

// --- random cases ---------------------------------------------------------------------------------------------------

Day any_day(Random& random) { return day("2025-01-02") + date::days{random.below(500)}; }

Limit any_limit(Random& random) {
  static const std::vector<std::string> points = {"received", "received", "received", "issued", "returned", "first returned", "start of period", "end of period"};
  Limit limit;
  const int kind = random.below(12);
  limit.form = kind < 6 ? Form::after : kind < 9 ? Form::before : kind < 10 ? Form::point : kind < 11 ? Form::day_of_month : Form::fixed_day;
  limit.point = random.pick(points);
  limit.unit = static_cast<Unit>(random.below(6));
  limit.count = random.one_in(6) ? 0 : random.between(1, limit.unit == Unit::year ? 2 : limit.unit == Unit::month ? 7 : limit.unit == Unit::week ? 6 : 40);
  limit.month = random.between(1, 12);
  limit.day = random.between(1, limit.form == Form::fixed_day ? 28 : 31);
  if (limit.form == Form::before && limit.unit == Unit::year) limit.unit = Unit::month;
  return limit;
}

RuleCase any_rule(Random& random) {
  RuleCase one;
  one.relation = random.one_in(2) ? DateRelation::no_later_than : static_cast<DateRelation>(random.below(5));
  one.alternatives = {any_limit(random)};
  while (random.one_in(4)) one.alternatives.push_back(any_limit(random));
  one.has_earliest = random.one_in(6);
  if (random.one_in(4)) one.rollover = random.one_in(2);
  one.has_hours = random.one_in(6);
  for (const Limit& limit : one.alternatives) {
    if (limit.form != Form::after || limit.unit == Unit::hour) one.has_hours = false;           // it is about what is brought
    if (limit.unit == Unit::hour && one.rollover) one.rollover.reset();                           // hours stand as printed
  }
  return one;
}

RecordCase any_record(Random& random) {
  RecordCase one;
  const Day start = any_day(random);
  const auto near = [&](int most) { return start + date::days{random.between(-most, most)}; };
  if (!random.one_in(5)) one.received = Moment{start, random.one_in(3) ? 60 * random.between(8, 20) : -1};
  if (!random.one_in(3)) one.issued = near(20);
  if (!random.one_in(3)) one.period = period_of(near(40), static_cast<PeriodUnit>(random.between(1, 5)));
  Day entry = near(10);
  for (int left = random.below(4); left > 1; --left, entry += date::days{random.below(9)}) one.returned.push_back(entry);
  if (!random.one_in(4)) one.answered = Moment{near(60), random.one_in(4) ? 60 * random.between(8, 20) : -1};
  if (!one.received && !one.issued && !one.period && one.returned.empty() && !one.answered) one.received = Moment{start};
  return one;
}

const Finding* find(const Run& run, const std::string& rule_id, const std::string& record) {
  for (const Finding& finding : run.findings) {
    if (finding.rule->id == rule_id && finding.record == record) return &finding;
  }
  return nullptr;
}

std::string records_yaml(const Case& one) { return "assignments:\n" + to_yaml(one.record, "A"); }

bool fails(const Case& one) {
  const Answer expected = answer_of(one);
  if (expected.outcome.empty()) return false;
  const Run run = judge(pack_of(to_yaml(one.pack), to_yaml(one.rule, "r")), records_yaml(one), as_of(to_text(one.as_of)));
  return in_short(find(run, "r", "A"), expected) != in_short(expected);
}

std::vector<Case> smaller(const Case& one) {
  std::vector<Case> all;
  const auto with = [&](auto change) {
    Case less = one;
    change(less);
    const RecordCase& record = less.record;
    if (record.received || record.issued || record.period || !record.returned.empty() || record.answered) all.push_back(std::move(less));
  };
  if (one.record.issued) with([](Case& less) { less.record.issued.reset(); });
  if (one.record.period) with([](Case& less) { less.record.period.reset(); });
  if (!one.record.returned.empty()) with([](Case& less) { less.record.returned.pop_back(); });
  if (one.record.answered) with([](Case& less) { less.record.answered.reset(); });
  if (one.record.received) with([](Case& less) { less.record.received.reset(); });
  if (one.record.received && one.record.received->has_time()) with([](Case& less) { less.record.received->minute = -1; });
  if (one.record.answered && one.record.answered->has_time()) with([](Case& less) { less.record.answered->minute = -1; });
  if (one.rule.has_earliest) with([](Case& less) { less.rule.has_earliest = false; });
  if (one.rule.has_hours) with([](Case& less) { less.rule.has_hours = false; });
  if (one.rule.rollover) with([](Case& less) { less.rule.rollover.reset(); });
  if (one.pack.from) with([](Case& less) { less.pack.from.reset(); });
  if (one.pack.rolls_spans) with([](Case& less) { less.pack.rolls_spans = false; });
  if (one.pack.rolls_day_of_month) with([](Case& less) { less.pack.rolls_day_of_month = false; });
  for (std::size_t i = 0; one.rule.alternatives.size() > 1 && i < one.rule.alternatives.size(); ++i) {
    with([&](Case& less) { less.rule.alternatives.erase(less.rule.alternatives.begin() + static_cast<std::ptrdiff_t>(i)); });
  }
  for (std::size_t i = 0; i < one.rule.alternatives.size(); ++i) {
    if (one.rule.alternatives[i].count > 1) with([&](Case& less) { --less.rule.alternatives[i].count; });
  }
  return all;
}

std::string told_small(const Case& fault) {
  const Case one = smallest(fault, smaller, fails);
  const Answer expected = answer_of(one);
  const Run run = judge(pack_of(to_yaml(one.pack), to_yaml(one.rule, "r")), records_yaml(one), as_of(to_text(one.as_of)));
  return "pack:\n" + to_yaml(one.pack) + "\nrule:\n" + to_yaml(one.rule, "r") + records_yaml(one) + "as of " + to_text(one.as_of) +
         "\nexpected: " + in_short(expected) + "\nfound:    " + in_short(find(run, "r", "A"), expected);
}

}  // namespace

TEST_CASE("a deadline is judged as one who walks the days would judge it", "[property]") {
  Random random{seed};
  int judged = 0;
  int faults = 0;
  for (int batch = 0; batch < batches; ++batch) {
    PackCase pack;
    pack.rolls_spans = random.one_in(2);
    pack.rolls_day_of_month = random.one_in(2);
    if (random.one_in(3)) pack.from = any_day(random);
    std::vector<RuleCase> rules;
    std::string rules_text;
    for (int i = 0; i < rules_in_a_batch; ++i) {
      rules.push_back(any_rule(random));
      rules_text += to_yaml(rules.back(), "r" + std::to_string(i));
    }
    std::vector<RecordCase> records;
    std::string records_text = "assignments:\n";
    for (int i = 0; i < records_in_a_batch; ++i) {
      records.push_back(any_record(random));
      records_text += to_yaml(records.back(), "A" + std::to_string(i));
    }
    const Day today = any_day(random);
    const Run run = judge(pack_of(to_yaml(pack), rules_text), records_text, as_of(to_text(today)));
    std::map<std::pair<std::string, std::string>, const Finding*> found;
    for (const Finding& finding : run.findings) found[{finding.rule->id, *finding.record}] = &finding;
    for (int i = 0; i < rules_in_a_batch; ++i) {
      for (int j = 0; j < records_in_a_batch; ++j) {
        const Case one{pack, rules[static_cast<std::size_t>(i)], records[static_cast<std::size_t>(j)], today};
        const Answer expected = answer_of(one);
        if (expected.outcome.empty()) continue;
        ++judged;
        const auto at = found.find({"r" + std::to_string(i), "A" + std::to_string(j)});
        const std::string ours = in_short(at == found.end() ? nullptr : at->second, expected);
        if (ours == in_short(expected)) continue;
        if (++faults > 5) continue;
        UNSCOPED_INFO(told_small(one));
        CHECK(ours == in_short(expected));
      }
    }
  }
  CHECK(faults == 0);
  CHECK(judged > 30'000);
}
