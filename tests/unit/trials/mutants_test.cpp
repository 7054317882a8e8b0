#include "reglament/trials/mutants.hpp"

#include <set>

#include <catch2/catch.hpp>

#include "reglament/rules/read_rule.hpp"
#include "tried.hpp"

using namespace reglament;

namespace {

constexpr const char* head = R"(
rollover: none
hours: {mail: {to: "18:30"}}
dates: {term-start: [received, issued], began: [from, date], ended: [to, date]}
roles: {leaders: [district-akim, district-deputy-akim]}
settings: {quorum: null}
)";

// One mutant a line, "*" before those that move a limit; the place is left out.
std::string mutants_of(std::string_view keys) {
  const Pack pack = pack_of(head, rule("r", keys));
  const std::string text = rule("r", keys);
  const std::string file = "rules.yaml";
  const auto trees = read_yaml_trees(text, file);
  need(trees.errors);
  const YamlReader entry = YamlReader{trees.value.front(), file}.entries().front();
  std::string told;
  mutate_rule(entry, *pack.find("r"), pack,
              [&](const Mutant& mutant) { told += (mutant.moves_limit ? "* " : "  ") + mutant.text + "\n"; });
  return told;
}

std::string deadline(const std::string& check) {
  return mutants_of("about: meeting, check: {deadline: {" + check + "}}");
}
std::string required(const std::string& check) {
  return mutants_of("about: meeting, check: {required: {" + check + "}}");
}

std::string frequency(const std::string& check, const std::string& keys = "owed-by: district-akim") {
  return mutants_of("about: meeting, " + keys + ", check: {frequency: {" + check + "}}");
}

}  // namespace

TEST_CASE("a deadline: its bounds, steps, filters, and what it is never before", "[trials][mutants]") {
  CHECK(deadline("step: sent, no-later-than: 2 days after date") ==
        "  check/deadline: no-later-than -> no-earlier-than\n"
        "  check/deadline: no-later-than -> earlier-than\n"
        "* check/deadline/no-later-than: 2 days after date -> 1 day after date\n"
        "* check/deadline/no-later-than: 2 days after date -> 3 days after date\n"
        "  check/deadline/no-later-than: 2 days after date -> 2 working days after date\n"
        "  check/deadline/no-later-than: 2 days after date -> 2 days before date\n"
        "  check/deadline/no-later-than: 2 days after date -> 2 days after sent\n");
  CHECK(deadline("step: [sent, signed], exactly: date, by: [district-akim, rural-akim], hours: mail, "
                 "earliest: began") ==
        "  drop check/deadline/step: sent\n"
        "  drop check/deadline/step: signed\n"
        "  check/deadline: exactly -> no-later-than\n"
        "  check/deadline: exactly -> no-earlier-than\n"
        "* check/deadline/exactly: date -> 1 day before date\n"
        "* check/deadline/exactly: date -> 1 day after date\n"
        "  check/deadline/exactly: date -> sent\n"
        "  drop check/deadline/by: district-akim\n"
        "  drop check/deadline/by: rural-akim\n"
        "  drop check/deadline/earliest\n"
        "  check/deadline/earliest: began -> ended\n"
        "  drop check/deadline/hours\n");
  CHECK(deadline("step: sent, no-later-than: as-of, later-than: as-of, through: messenger") ==
        "  drop check/deadline/no-later-than\n"
        "  check/deadline: no-later-than -> no-earlier-than\n"
        "* check/deadline: no-later-than -> earlier-than\n"
        "  drop check/deadline/later-than\n"
        "  check/deadline: later-than -> earlier-than\n"
        "* check/deadline: later-than -> no-earlier-than\n"
        "  drop check/deadline/through\n");
}

TEST_CASE("where last days roll, one working day and one day are the same", "[trials][mutants]") {
  const std::string unit = "1 working day after date -> 1 day after date";
  const auto holds = [&](const std::string& keys) {
    return mutants_of(keys).find(unit) != std::string::npos;
  };
  const std::string check = ": 1 working day after date}}";
  CHECK(holds("about: meeting, check: {deadline: {step: sent, no-later-than" + check));
  CHECK_FALSE(holds("about: meeting, rollover: true, check: {deadline: {step: sent, no-later-than" + check));
  CHECK(holds("about: meeting, rollover: true, check: {deadline: {step: sent, no-earlier-than" + check));
  CHECK_FALSE(
      holds("about: meeting, rollover: true, settled: 1 working day after date, check: {required: {sent: "
            "exists}}"));
}

TEST_CASE("an anchor is taken for another date of the same record", "[trials][mutants]") {
  struct Row {
    const char* about;
    const char* date;
    const char* other;
  };
  const auto row = GENERATE(values<Row>({
      {"visit", "from", "to"},
      {"visit", "ended", "began"},
      {"assignment", "received", "issued"},
      {"assignment", "term-start", "due"},
      {"assignment", "due", "due.stated"},
      {"assignment", "due.stated", "due"},
      {"assignment", "meeting.date", "date"},
      {"assignment", "signed", "received"},
      {"assignment, for-each: extensions", "due-before", "due"},
      {"assignment, for-each: extensions", "decided", "requested"},
  }));
  CAPTURE(row.about, row.date);
  const std::string told =
      mutants_of("about: " + std::string{row.about} +
                 ", check: {deadline: {step: sent, no-later-than: 1 day after " + row.date + "}}");
  const std::string place = "  check/deadline/no-later-than: 1 day after ";
  CHECK(told.find(place + row.date + " -> 1 day after " + row.other + "\n") != std::string::npos);
}

TEST_CASE("a condition: each part dropped and negated, each word dropped", "[trials][mutants]") {
  CHECK(required("urgent: true, sent: exists, format: [in-person, mixed]") ==
        "  drop check/required/urgent\n"
        "  check/required/urgent: true -> false\n"
        "  drop check/required/sent\n"
        "  check/required/sent: exists -> absent\n"
        "  drop check/required/format\n"
        "  negate check/required/format\n"
        "  drop check/required/format: in-person\n"
        "  drop check/required/format: mixed\n");
  CHECK(required("any: [{urgent: true}, {format: {not: [in-person, mixed]}}]") ==
        "  negate check/required/any\n"
        "  check/required: any -> all\n"
        "  drop check/required/any/1\n"
        "  check/required/any/1/urgent: true -> false\n"
        "  drop check/required/any/2\n"
        "  negate check/required/any/2/format\n"
        "  drop check/required/any/2/format/not: in-person\n"
        "  drop check/required/any/2/format/not: mixed\n");
  CHECK(required("not: {has: [sent, signed: \"1\"]}") ==
        "  negate check/required/not\n"
        "  check/required/not: has -> lacks\n"
        "  drop check/required/not/has: sent\n"
        "  drop check/required/not/has: signed\n");
}

TEST_CASE("a test: numbers, dates, sets and what is counted", "[trials][mutants]") {
  CHECK(required("documents: {at-least: 2, where: {pages: {at-most: 5}}}") ==
        "  drop check/required/documents/where\n"
        "  check/required/documents/where/pages: at-most -> at-least\n"
        "* check/required/documents/where/pages/at-most: 5 -> 4\n"
        "* check/required/documents/where/pages/at-most: 5 -> 6\n"
        "  check/required/documents: at-least -> at-most\n"
        "* check/required/documents/at-least: 2 -> 1\n"
        "* check/required/documents/at-least: 2 -> 3\n");
  CHECK(
      required("attendance.present: {at-least: 1/2 of attendance.members}") ==
      "  check/required/attendance.present: at-least -> at-most\n"
      "* check/required/attendance.present: at-least -> more-than\n"
      "  check/required/attendance.present/at-least: 1/2 of attendance.members -> 2/2 of attendance.members\n"
      "  check/required/attendance.present/at-least: 1/2 of attendance.members -> 1/3 of "
      "attendance.members\n");
  CHECK(required("documents: {exactly: 0}") ==
        "  check/required/documents: exactly -> at-least\n"
        "* check/required/documents/exactly: 0 -> 1\n");
  CHECK(required("sent: {no-later-than: date}") ==
        "  check/required/sent: no-later-than -> no-earlier-than\n"
        "* check/required/sent/no-later-than: date -> 1 day before date\n"
        "* check/required/sent/no-later-than: date -> 1 day after date\n");
  CHECK(required("documents: {has: [agenda, reference: \"5.6\"]}") ==
        "  negate check/required/documents\n"
        "  drop check/required/documents/has: agenda\n"
        "  drop check/required/documents/has: reference\n");
  CHECK(required(
            "participants: {has: {offices: [district-akim, rural-akim], inside: body, supervised-by: by}}") ==
        "  negate check/required/participants\n"
        "  drop check/required/participants/has/offices: district-akim\n"
        "  drop check/required/participants/has/offices: rural-akim\n"
        "  drop check/required/participants/has/supervised-by\n");
  CHECK(required("by: {present-on: first sent}") ==
        "  negate check/required/by\n"
        "* check/required/by/present-on: first sent -> 1 day before first sent\n"
        "* check/required/by/present-on: first sent -> 1 day after first sent\n"
        "  check/required/by/present-on: first sent -> sent\n");
}

TEST_CASE("an order: each step, its neighbours, one day, and any order at one place", "[trials][mutants]") {
  CHECK(mutants_of("about: meeting, check: {order: [agreed, {step: sent, addressee: district-akim}]}") ==
        "  check/order/same-day: true -> false\n"
        "  swap check/order/1, 2\n"
        "  drop check/order/2/addressee\n");
  CHECK(mutants_of("about: meeting, check: {order: {steps: [agreed, [sent, signed], closed], same-day: "
                   "false, complete: true, "
                   "settled: closed}}") ==
        "  drop check/order: agreed\n"
        "  swap check/order/1, 2\n"
        "  drop check/order/2\n"
        "  swap check/order/2, 3\n"
        "  drop check/order/2: sent\n"
        "  drop check/order/2: signed\n"
        "  part check/order/2\n"
        "  drop check/order: closed\n"
        "  check/order/same-day: false -> true\n"
        "  check/order/complete: true -> false\n"
        "  drop check/order/settled\n"
        "* check/order/settled: closed -> 1 day before closed\n"
        "* check/order/settled: closed -> 1 day after closed\n"
        "  check/order/settled: closed -> date\n");
}

TEST_CASE("a count: its number, its period, who is counted and what", "[trials][mutants]") {
  CHECK(frequency("each: week") ==
        "* check/frequency/at-least: 1 -> 2\n"
        "  check/frequency/each: week -> month\n");
  CHECK(
      frequency("at-least: 2, each: month, where: {format: in-person}, distinct: format, no-later-than: day "
                "10 of the month "
                "after period",
                "owed-by: {each: [district-akim, rural-akim]}, excused: holder-changed") ==
      "  owed-by: each -> together\n"
      "  drop owed-by/each: district-akim\n"
      "  drop owed-by/each: rural-akim\n"
      "  drop excused\n"
      "  check/frequency: at-least -> at-most\n"
      "* check/frequency/at-least: 2 -> 1\n"
      "* check/frequency/at-least: 2 -> 3\n"
      "  check/frequency/each: month -> quarter\n"
      "  drop check/frequency/where\n"
      "  negate check/frequency/where/format\n"
      "  drop check/frequency/distinct\n"
      "  drop check/frequency/no-later-than\n"
      "* check/frequency/no-later-than: day 10 of the month after period -> day 9 of the month after period\n"
      "* check/frequency/no-later-than: day 10 of the month after period -> day 11 of the month after "
      "period\n");
  CHECK(frequency("at-least: 1, each: year, every: [in-person, absentee], named-in: format, credited-to: "
                  "body, counted-by: sent or "
                  "date",
                  "owed-by: [district-akim, rural-akim]") ==
        "  drop owed-by: district-akim\n"
        "  drop owed-by: rural-akim\n"
        "  check/frequency: at-least -> at-most\n"
        "* check/frequency/at-least: 1 -> 0\n"
        "* check/frequency/at-least: 1 -> 2\n"
        "  check/frequency/each: year -> half-year\n"
        "  drop check/frequency/counted-by\n"
        "  check/frequency/counted-by: sent or date -> date\n"
        "  check/frequency/counted-by: sent or date -> sent\n"
        "  drop check/frequency/credited-to\n"
        "  drop check/frequency/every\n"
        "  drop check/frequency/every: in-person\n"
        "  drop check/frequency/every: absentee\n");
  CHECK(mutants_of("about: visit, for-each: stops, owed-by: district-akim, check: {frequency: {each: month, "
                   "per: place.okrug, "
                   "whole: 2}}") ==
        "  drop for-each\n"
        "* check/frequency/at-least: 1 -> 2\n"
        "  check/frequency/each: month -> quarter\n"
        "  drop check/frequency/whole\n"
        "* check/frequency/whole: 2 -> 1\n"
        "* check/frequency/whole: 2 -> 3\n"
        "  drop check/frequency/per\n");
  CHECK(frequency(
            "each: as-of",
            "owed-by: [district-akim, rural-akim], when: {count: {of: meeting/apparatus, at-least: 1}}") ==
        "  drop owed-by: district-akim\n"
        "  drop owed-by: rural-akim\n"
        "  owed-by: each -> together\n"
        "  drop when\n"
        "  when/count: at-least -> at-most\n"
        "* when/count/at-least: 1 -> 0\n"
        "* when/count/at-least: 1 -> 2\n"
        "* check/frequency/at-least: 1 -> 2\n");
}

TEST_CASE("a plan: what must match, whose entries, to which day", "[trials][mutants]") {
  CHECK(mutants_of("about: visit, owed-by: {each: district-akim}, check: {conformity: {plan: "
                   "assignment/visit-schedule, match: "
                   "[by, places], every: record, to-the: month}}") ==
        "  drop check/conformity/match: by\n"
        "  drop check/conformity/match: places\n"
        "  check/conformity/every: record -> entry\n"
        "  drop check/conformity/to-the\n");
}

TEST_CASE("what a rule has besides its check", "[trials][mutants]") {
  CHECK(mutants_of("about: [meeting/apparatus, meeting/briefing], owed-by: [district-akim, rural-akim], "
                   "severity: note, when: "
                   "{urgent: true}, excused: [{format: mixed}, {sent: exists}], settled: 2 days after date, "
                   "rollover: true, "
                   "in-force: {from: 2025-07-01}, check: {required: {signed: exists}}") ==
        "  drop about: meeting/apparatus\n"
        "  drop about: meeting/briefing\n"
        "  drop when\n"
        "  when/urgent: true -> false\n"
        "  drop excused/1\n"
        "  negate excused/1/format\n"
        "  drop excused/2\n"
        "  excused/2/sent: exists -> absent\n"
        "  check/required/signed: exists -> absent\n"
        "  drop settled\n"
        "* settled: 2 days after date -> 1 day after date\n"
        "* settled: 2 days after date -> 3 days after date\n"
        "  settled: 2 days after date -> 2 working days after date\n"
        "  settled: 2 days after date -> 2 days before date\n"
        "  rollover: true -> false\n"
        "* in-force/from: 2025-07-01 -> 2025-06-30\n"
        "* in-force/from: 2025-07-01 -> 2025-07-02\n");
}

TEST_CASE("a reading and an amendment: each dropped, and changed where it differs from what it stands on",
          "[trials][mutants]") {
  CHECK(mutants_of("about: meeting, when: {urgent: true}, check: {required: {documents: {at-most: 5}, sent: "
                   "exists}}, readings: "
                   "[{id: six, note: {kk: t, ru: t, en: t}, check: {required: {documents: {at-most: 6}, "
                   "sent: exists}}}]") ==
        "  drop when\n"
        "  when/urgent: true -> false\n"
        "  drop check/required/documents\n"
        "  check/required/documents: at-most -> at-least\n"
        "* check/required/documents/at-most: 5 -> 4\n"
        "* check/required/documents/at-most: 5 -> 6\n"
        "  drop check/required/sent\n"
        "  check/required/sent: exists -> absent\n"
        "  drop readings/six\n"
        "  drop readings/six/check/required/documents\n"
        "  readings/six/check/required/documents: at-most -> at-least\n"
        "* readings/six/check/required/documents/at-most: 6 -> 5\n"
        "* readings/six/check/required/documents/at-most: 6 -> 7\n");
  CHECK(mutants_of("about: meeting, check: {required: {sent: exists}}, amended: [{from: 2025-10-01, check: "
                   "{required: {sent: exists, "
                   "signed: exists}}}]") ==
        "  check/required/sent: exists -> absent\n"
        "  drop amended/1\n"
        "* amended/1/from: 2025-10-01 -> 2025-09-30\n"
        "* amended/1/from: 2025-10-01 -> 2025-10-02\n"
        "  drop amended/1/check/required/signed\n"
        "  amended/1/check/required/signed: exists -> absent\n");
}

TEST_CASE("a mutant is the rule with that one change, and tells its place", "[trials][mutants]") {
  const std::string keys =
      "about: meeting, check: {deadline: {step: sent, no-later-than: 2 days after date}}";
  const Pack pack = pack_of(head, rule("r", keys));
  const std::string file = "rules.yaml";
  const std::string text = rule("r", keys);
  const auto trees = read_yaml_trees(text, file);
  const YamlReader entry = YamlReader{trees.value.front(), file}.entries().front();
  std::set<std::string> seen;
  mutate_rule(entry, *pack.find("r"), pack, [&](const Mutant& mutant) {
    seen.insert(mutant.text);
    const Rule mutated = read_rule(YamlReader{mutant.tree, file}, pack);
    CHECK(mutated.mark == Mark{1, 3});
    const auto& deadline = std::get<Deadline>(mutated.versions.front().body.check);
    if (mutant.text == "check/deadline/no-later-than: 2 days after date -> 3 days after date") {
      CHECK(mutant.mark == Mark{2, 66});
      CHECK(deadline.bounds.front().date.text == "3 days after date");
      CHECK(deadline.bounds.front().relation == DateRelation::no_later_than);
    }
    if (mutant.text == "check/deadline: no-later-than -> earlier-than") {
      CHECK(mutant.mark == Mark{2, 51});
      CHECK(deadline.bounds.front().date.text == "2 days after date");
      CHECK(deadline.bounds.front().relation == DateRelation::earlier_than);
    }
  });
  CHECK(seen.size() == 7);
}

TEST_CASE("a pack: what all its rules hang on", "[trials][mutants]") {
  const std::string text = pack_text(R"(
issued: 2025-06-20
in-force: {from: 11 days after pack.published}
rollover: {rolls: [due], clause: "1"}
settings: {published: {value: 2025-06-20}, hours-per-day: 8, quorum: null}
hours: {mail: {to: "18:30"}}
dates: {term-start: [received, issued], only: executed}
roles: {leaders: [district-akim, district-deputy-akim], one: [rural-akim]}
terms: [{clause: "1", when: {mark: urgent}, due: 3 working days after term-start}]
extensions: [{clause: "1", about: assignment/plan-item, moves: {decided-by: [district-akim, rural-akim]}}]
settled: {meeting: date}
absence: owed
)");
  const std::string file = "pack.yaml";
  const auto trees = read_yaml_trees(text, file);
  const YamlReader page{trees.value.front(), file};
  Diagnostics errors;
  const Pack pack = read_pack_page(page, {}, errors);
  need(errors);
  std::string told;
  mutate_pack(page, pack, [&](const Mutant& mutant) {
    told += mutant.text + "\n";
    Diagnostics faults;
    read_pack_page(YamlReader{mutant.tree, file}, {}, faults);
    CHECK(in_short(faults).empty());
  });
  CHECK(told ==
        "in-force/from: 11 days after pack.published -> 10 days after pack.published\n"
        "in-force/from: 11 days after pack.published -> 12 days after pack.published\n"
        "drop rollover: due\n"
        "add rollover: spans\n"
        "add rollover: day-of-month\n"
        "settings/published: 2025-06-20 -> 2025-06-19\n"
        "settings/published: 2025-06-20 -> 2025-06-21\n"
        "settings/hours-per-day: 8 -> 7\n"
        "settings/hours-per-day: 8 -> 9\n"
        "hours/mail: 18:30 -> 18:29\n"
        "hours/mail: 18:30 -> 18:31\n"
        "drop dates/term-start: received\n"
        "drop dates/term-start: issued\n"
        "swap dates/term-start/1, 2\n"
        "drop roles/leaders: district-akim\n"
        "drop roles/leaders: district-deputy-akim\n"
        "drop terms/1\n"
        "drop terms/1/when\n"
        "negate terms/1/when/mark\n"
        "terms/1/due: 3 working days after term-start -> 2 working days after term-start\n"
        "terms/1/due: 3 working days after term-start -> 4 working days after term-start\n"
        "terms/1/due: 3 working days after term-start -> 3 days after term-start\n"
        "terms/1/due: 3 working days after term-start -> 3 working days before term-start\n"
        "terms/1/due: 3 working days after term-start -> 3 working days after due\n"
        "drop extensions/1\n"
        "drop extensions/1/about\n"
        "drop extensions/1/moves\n"
        "negate extensions/1/moves/decided-by\n"
        "drop extensions/1/moves/decided-by: district-akim\n"
        "drop extensions/1/moves/decided-by: rural-akim\n"
        "drop settled/meeting\n"
        "settled/meeting: date -> 1 day before date\n"
        "settled/meeting: date -> 1 day after date\n"
        "absence: owed -> excused\n");
}

TEST_CASE("a pack that rolls nothing is changed to one that does", "[trials][mutants]") {
  const std::string text = pack_text(plain);
  const std::string file = "pack.yaml";
  const auto trees = read_yaml_trees(text, file);
  const YamlReader page{trees.value.front(), file};
  Diagnostics errors;
  const Pack pack = read_pack_page(page, {}, errors);
  std::string told;
  mutate_pack(page, pack, [&](const Mutant& mutant) {
    const Pack changed = read_pack_page(YamlReader{mutant.tree, file}, {}, errors);
    told += mutant.text + (changed.rolls_due ? " due" : "") + (changed.rolls_spans ? " spans" : "") +
            (changed.rolls_day_of_month ? " day-of-month" : "") + "\n";
  });
  need(errors);
  CHECK(told ==
        "add rollover: due due\nadd rollover: spans spans\nadd rollover: day-of-month day-of-month\n");
}
