// RULES, section 5: due dates, rollover, extensions and classes, row by row.
#include <catch2/catch.hpp>

#include "judged.hpp"

using namespace reglament;

namespace {

std::string instruction(const std::string& fields, const std::string& steps = "") {
  return "assignments: [{id: A, type: instruction, " + fields + ", steps: {" + steps + "}}]";
}

std::string day_after(const std::string& text) { return to_text(day(text) + date::days{1}); }

}  // namespace

TEST_CASE("13.15: the last good day of a date", "[due][rollover]") {
  struct Row { const char* why; const char* limit; const char* fields; const char* steps; const char* last_good_day; };
  // clang-format off
  const auto row = GENERATE(values<Row>({
      {"a stated due date on a working day stands", "due", "received: 2025-10-01, due: 2025-10-24", "", "2025-10-24"},
      {"one on a Saturday gives way to Monday", "due", "received: 2025-10-01, due: 2025-10-11", "", "2025-10-13"},
      {"one on a Sunday gives way to Monday", "due", "received: 2025-10-01, due: 2025-10-12", "", "2025-10-13"},
      {"a holiday on a Saturday, Monday off in lieu: Tuesday", "due", "received: 2025-10-01, due: 2025-10-25", "", "2025-10-28"},
      {"the day off in lieu itself: Tuesday", "due", "received: 2025-10-01, due: 2025-10-27", "", "2025-10-28"},
      {"a holiday on a Tuesday: Wednesday", "due", "received: 2025-12-01, due: 2025-12-16", "", "2025-12-17"},
      {"two holidays and then a weekend: Monday", "due", "received: 2025-12-01, due: 2026-01-01", "", "2026-01-05"},
      {"a worked Saturday is a day to act on", "due", "received: 2024-04-01, due: 2024-05-04", "", "2024-05-04"},
      {"an extension to a Saturday rolls too", "due",
       "received: 2025-10-01, due: 2025-10-27, extensions: [{requested: 2025-10-22, decided: 2025-10-23, to: 2025-11-15}]", "", "2025-11-17"},
      {"1 month from 25 September ends on a Saturday: the end rolls", "1 month after received", "received: 2025-09-25", "", "2025-10-28"},
      {"1 month from 27 September, a Saturday: the start does not roll", "1 month after received", "received: 2025-09-27", "", "2025-10-28"},
      {"the same by the pack's term", "due", "received: 2025-09-25, on-control: true", "", "2025-10-28"},
      {"1 month from 31 December is the same day", "1 month after received", "received: 2025-12-31", "", "2026-02-02"},
      {"1 month from 30 January is the last day of February", "1 month after received", "received: 2026-01-30", "", "2026-03-02"},
      {"10 working days pass over the weekend and the day in lieu", "10 working days after received", "received: 2025-10-14", "", "2025-10-29"},
      {"3 working days after a Friday before a long weekend", "3 working days after received", "received: 2025-10-24", "", "2025-10-30"},
      {"10 days end on a Saturday", "10 days after received", "received: 2025-10-15", "", "2025-10-28"},
      {"0 working days after a day off is the next working day", "0 working days after received", "received: 2025-10-25", "", "2025-10-28"},
      {"0 working days after a working day is that very day", "0 working days after received", "received: 2025-10-24", "", "2025-10-24"},
      {"0 days after is that very day and never rolls", "0 days after received", "received: 2025-10-25", "", "2025-10-25"},
      {"a bare point is that very day", "received", "received: 2025-10-25", "", "2025-10-25"},
      {"the 20th of July is a Sunday", "day 20 of the month after period", "period: 2025-06", "", "2025-07-21"},
      {"the 1st of November is a Saturday", "day 1 of the month after period", "period: 2025-10", "", "2025-11-03"},
      {"the 1st of September is off in lieu", "day 1 of the month after period", "period: 2025-08", "", "2025-09-02"},
      {"day 31 is the last day of the month", "day 31 of the month after period", "period: 2025-08", "", "2025-09-30"},
      {"the month after a quarter", "day 20 of the month after period", "period: 2025-Q2", "", "2025-07-21"},
      {"a span after a due date counts from the rolled one", "1 working day after due", "received: 2025-10-01, due: 2025-10-27", "", "2025-10-29"},
      {"5 working days before it", "5 working days before due", "received: 2025-10-01, due: 2025-10-27", "", "2025-10-20"},
      {"10 days before it: back never rolls", "10 days before due", "received: 2025-10-01, due: 2025-10-27", "", "2025-10-18"},
      {"0 working days before a day off is that very day", "0 working days before received", "received: 2025-10-25", "", "2025-10-25"},
      {"another date field stands as printed", "rework-due", "received: 2025-10-01, rework-due: 2025-10-25", "", "2025-10-25"},
      {"a day of the year stands as printed", "10-25 of period", "period: 2025", "", "2025-10-25"},
      {"the year before the period", "10-25 of the year before period", "period: 2026", "", "2025-10-25"},
      {"of several entries of a step the last is the anchor", "1 day after returned", "received: 2025-10-01", "returned: [2025-10-02, 2025-10-08],", "2025-10-09"},
      {"or the first, where the rule says so", "1 day after first returned", "received: 2025-10-01", "returned: [2025-10-02, 2025-10-08],", "2025-10-03"},
  }));
  // clang-format on
  CAPTURE(row.why, row.limit);
  const std::string last = row.last_good_day;
  const std::string next = day_after(last);
  const Pack pack = pack_of(rolling, rule("r", "about: assignment, check: {deadline: {step: executed, no-later-than: " +
                                                   std::string{row.limit} + "}}"));
  const auto done_on = [&](const std::string& done) {
    return told(judge(pack, instruction(row.fields, row.steps + ("executed: " + done)), as_of("2026-12-31")));
  };
  const auto open_as_of = [&](const std::string& today) {
    return told(judge(pack, instruction(row.fields, row.steps), as_of(today)));
  };
  CHECK(done_on(last) == "met, due " + last + ", done " + last);
  CHECK(done_on(next).starts_with("late by 1 "));
  CHECK(open_as_of(last) == "pending, due " + last);
  CHECK(open_as_of(next) == "missed, due " + last);
}

TEST_CASE("13.15: an assignment due on a day off is open until the day it rolled to has passed", "[due][rollover]") {
  struct Row { const char* today; const char* expected; };
  const auto row = GENERATE(values<Row>({
      {"2025-10-27", "pending, due 2025-10-28"},
      {"2025-10-28", "pending, due 2025-10-28"},
      {"2025-10-29", "missed, due 2025-10-28"},
  }));
  CAPTURE(row.today);
  const Pack pack = pack_of(rolling, rule("r", "about: assignment, check: {deadline: {step: carried-out, no-later-than: due}}"));
  CHECK(told(judge(pack, instruction("received: 2025-10-01, due: 2025-10-25"), as_of(row.today))) == row.expected);
}

TEST_CASE("13.15: what stands as printed, and what rolls only where the rule says so", "[due][rollover]") {
  struct Row { const char* why; const char* keys; const char* fields; const char* done; const char* expected; };
  // clang-format off
  const auto row = GENERATE(values<Row>({
      {"exactly is that day, off or not", "check: {deadline: {step: executed, exactly: 10 days after received}}", "received: 2025-10-15", "2025-10-25", "met, due 2025-10-25, done 2025-10-25"},
      {"exactly does not roll", "check: {deadline: {step: executed, exactly: 10 days after received}}", "received: 2025-10-15", "2025-10-28", "wrong, due 2025-10-25, done 2025-10-28"},
      {"exactly never rolls, says 9.6", "rollover: true, check: {deadline: {step: executed, exactly: 10 days after received}}", "received: 2025-10-15", "2025-10-25", "met, due 2025-10-25, done 2025-10-25"},
      {"a lower limit does not roll", "check: {deadline: {step: executed, no-earlier-than: 10 days after received}}", "received: 2025-10-15", "2025-10-25", "met, done 2025-10-25"},
      {"a day before it is wrong", "check: {deadline: {step: executed, no-earlier-than: 10 days after received}}", "received: 2025-10-15", "2025-10-24", "wrong, due 2025-10-25, done 2025-10-24"},
      {"a date field rolls with `rollover: true`", "rollover: true, check: {deadline: {step: executed, no-later-than: rework-due}}", "received: 2025-10-01, rework-due: 2025-10-25", "2025-10-28", "met, due 2025-10-28, done 2025-10-28"},
      {"and not without", "check: {deadline: {step: executed, no-later-than: rework-due}}", "received: 2025-10-01, rework-due: 2025-10-25", "2025-10-28", "late by 3 days, due 2025-10-25, done 2025-10-28"},
      {"a day of the year rolls with `rollover: true`", "rollover: true, check: {deadline: {step: executed, no-later-than: 10-25 of period}}", "period: 2025", "2025-10-28", "met, due 2025-10-28, done 2025-10-28"},
      {"a span rolls not with `rollover: false`", "rollover: false, check: {deadline: {step: executed, no-later-than: 10 days after received}}", "received: 2025-10-15", "2025-10-28", "late by 3 days, due 2025-10-25, done 2025-10-28"},
      {"nor does day N of the month", "rollover: false, check: {deadline: {step: executed, no-later-than: day 20 of the month after period}}", "period: 2025-06", "2025-07-21", "late by 1 days, due 2025-07-20, done 2025-07-21"},
      {"working days end on working days all the same", "rollover: false, check: {deadline: {step: executed, no-later-than: 1 working day after received}}", "received: 2025-10-24", "2025-10-28", "met, due 2025-10-28, done 2025-10-28"},
  }));
  // clang-format on
  CAPTURE(row.why);
  const Pack pack = pack_of(rolling, rule("r", "about: assignment, " + std::string{row.keys}));
  CHECK(told(judge(pack, instruction(row.fields, "executed: " + std::string{row.done}), as_of("2025-12-31"))) == row.expected);
}

TEST_CASE("nothing rolls in a pack that says so", "[due][rollover]") {
  struct Row { const char* limit; const char* fields; const char* last_good_day; };
  const auto row = GENERATE(values<Row>({
      {"due", "received: 2025-10-01, due: 2025-10-25", "2025-10-25"},
      {"10 days after received", "received: 2025-10-15", "2025-10-25"},
      {"1 month after received", "received: 2025-09-25", "2025-10-25"},
      {"1 year after received", "received: 2024-02-29", "2025-02-28"},
      {"2 weeks after received", "received: 2025-10-11", "2025-10-25"},
      {"day 10 of the month after period", "period: 2025-07", "2025-08-10"},
      {"0 working days after received", "received: 2025-10-25", "2025-10-28"},
  }));
  CAPTURE(row.limit);
  const Pack pack = pack_of(plain, rule("r", "about: assignment, check: {deadline: {step: executed, no-later-than: " +
                                                 std::string{row.limit} + "}}"));
  CHECK(told(judge(pack, instruction(row.fields), as_of(row.last_good_day))) == "pending, due " + std::string{row.last_good_day});
}

TEST_CASE("9.7: how late is counted in the unit of the limit", "[due]") {
  struct Row { const char* why; const char* limit; const char* received; const char* done; const char* expected; };
  // clang-format off
  const auto row = GENERATE(values<Row>({
      {"working days after the limit up to the day done", "1 working day after received", "2025-10-23", "2025-10-28", "late by 1 working days, due 2025-10-24, done 2025-10-28"},
      {"two of them", "1 working day after received", "2025-10-23", "2025-10-29", "late by 2 working days, due 2025-10-24, done 2025-10-29"},
      {"done on the day off after it: days", "1 working day after received", "2025-10-23", "2025-10-25", "late by 1 days, due 2025-10-24, done 2025-10-25"},
      {"done on the day off in lieu: days", "1 working day after received", "2025-10-23", "2025-10-27", "late by 3 days, due 2025-10-24, done 2025-10-27"},
      {"on a day off after a working day: that working day", "1 working day after received", "2025-10-23", "2025-11-01", "late by 4 working days, due 2025-10-24, done 2025-11-01"},
      {"days for days", "5 days after received", "2025-10-15", "2025-10-28", "late by 8 days, due 2025-10-20, done 2025-10-28"},
      {"days for weeks", "1 week after received", "2025-10-14", "2025-10-22", "late by 1 days, due 2025-10-21, done 2025-10-22"},
      {"days for months", "1 month after received", "2025-09-22", "2025-11-03", "late by 12 days, due 2025-10-22, done 2025-11-03"},
      {"days for a bare point", "received", "2025-10-22", "2025-10-24", "late by 2 days, due 2025-10-22, done 2025-10-24"},
      {"hours for hours", "24 hours after received", "2025-10-22T10:00", "2025-10-23T12:00", "late by 2 hours, due 2025-10-23T10:00, done 2025-10-23T12:00"},
      {"the hour itself is in time", "24 hours after received", "2025-10-22T10:00", "2025-10-23T10:00", "met, due 2025-10-23T10:00, done 2025-10-23T10:00"},
      {"hours do not roll", "24 hours after received", "2025-10-24T10:00", "2025-10-25T11:00", "late by 1 hours, due 2025-10-25T10:00, done 2025-10-25T11:00"},
  }));
  // clang-format on
  CAPTURE(row.why);
  const Pack pack = pack_of(rolling, rule("r", "about: assignment, check: {deadline: {step: answered, no-later-than: " +
                                                   std::string{row.limit} + "}}"));
  const std::string records = instruction("received: " + std::string{row.received}, "answered: " + std::string{row.done});
  CHECK(told(judge(pack, records, as_of("2025-12-31"))) == row.expected);
}

// --- 13.6-13.8 --------------------------------------------------------------------------------------------------------

namespace {

// 13.6, 13.8 para 1 and the due date itself are rules of the page; 13.7 and 13.8 para 2 are in prose there.
const Pack& control_pack() {
  static const Pack pack = shipped_pack("rule-language", R"yaml(
- {rule: decider, clause: "13.7", title: {kk: t, ru: t, en: t}, about: assignment, for-each: extensions,
   when: {issued-by: local-leaders, granted: true}, check: {required: {decided-by: [district-akim, district-apparatus-head]}}}
- {rule: third-asked, clause: "13.8", title: {kk: t, ru: t, en: t}, about: assignment, for-each: extensions,
   when: {asked-number: {at-least: 3}}, check: {required: {discipline-considered: {no-later-than: decided}}}}
- {rule: number-of-it, clause: "13.8", title: {kk: t, ru: t, en: t}, about: assignment, for-each: extensions,
   check: {required: {number: 1}}}
- {rule: class-medium, clause: "13.2 point 2 (2)", title: {kk: t, ru: t, en: t}, about: assignment, when: {control: medium},
   check: {deadline: {step: due, no-earlier-than: 1 month after term-start, no-later-than: 6 months after term-start}}}
)yaml");
  return pack;
}

constexpr const char* asked = "control-extension-asked-3-working-days-before";
constexpr const char* executed = "control-executed-by-due-date-rolled";
constexpr const char* repeated = "control-repeated-extension-exceptional";

constexpr const char* district = R"(
bodies: [{id: kaz, kind: district}, {id: oblast, kind: oblast}]
offices:
- {id: kaz-akim, role: district-akim, body: kaz, absences: [{from: 2025-10-13, to: 2025-10-17, reason: leave, acting: kaz-deputy-2}]}
- {id: kaz-deputy-1, role: district-deputy-akim, body: kaz}
- {id: kaz-deputy-2, role: district-deputy-akim, body: kaz}
- {id: kaz-head, role: district-apparatus-head, body: kaz}
- {id: kaz-finance, role: department-head, body: kaz}
- {id: obl-akim, role: oblast-akim, body: oblast}
)";

// Received Wednesday 2025-10-01, due Monday 27 October, a day off: so Tuesday 28.
std::string extended(const std::string& extensions, const std::string& others = "issued-by: kaz-akim, received: 2025-10-01, due: 2025-10-27") {
  return std::string{district} + "assignments:\n- {id: A, type: instruction, on-control: true, executors: [kaz-finance], " + others +
         ", extensions: [" + extensions + "]}\n";
}

std::string answers(const std::string& records, const char* rule_id, const char* today = "2025-10-24") {
  return told(judge(control_pack(), records, as_of(today)), rule_id);
}

}  // namespace

TEST_CASE("13.6: an extension is asked for at least 3 working days before the due date then in force", "[due][extensions]") {
  struct Row { const char* why; const char* extension; const char* asking; };
  // clang-format off
  const auto row = GENERATE(values<Row>({
      {"asked on the last good day", "{requested: 2025-10-22, decided: 2025-10-23, decided-by: kaz-akim, to: 2025-11-10}", "extensions#1 met, due 2025-10-22, done 2025-10-22"},
      {"asked the day after", "{requested: 2025-10-23, decided: 2025-10-23, decided-by: kaz-akim, to: 2025-11-10}", "extensions#1 late by 1 working days, due 2025-10-22, done 2025-10-23"},
      {"granted without being asked", "{decided: 2025-10-23, decided-by: kaz-akim, to: 2025-11-10}", "extensions#1 missed, due 2025-10-22"},
  }));
  // clang-format on
  CAPTURE(row.why);
  const std::string records = extended(row.extension);
  CHECK(answers(records, asked) == row.asking);
  CHECK(answers(records, "decider") == "extensions#1 met");
  CHECK(answers(records, executed) == "pending, due 2025-11-10");
}

TEST_CASE("13.6: what was asked and not granted moves nothing", "[due][extensions]") {
  struct Row { const char* why; const char* extension; };
  const auto row = GENERATE(values<Row>({
      {"not decided", "{requested: 2025-10-22}"},
      {"refused", "{requested: 2025-10-22, decided: 2025-10-23, decided-by: kaz-akim, granted: false}"},
      {"refused, the date wished for", "{requested: 2025-10-22, decided: 2025-10-23, decided-by: kaz-akim, to: 2025-11-10, granted: false}"},
      {"decided without a new date", "{requested: 2025-10-22, decided: 2025-10-23, decided-by: kaz-akim}"},
  }));
  CAPTURE(row.why);
  const std::string records = extended(row.extension);
  CHECK(answers(records, asked) == "extensions#1 met, due 2025-10-22, done 2025-10-22");
  CHECK(answers(records, executed) == "pending, due 2025-10-28");
  CHECK(answers(records, executed, "2025-10-29") == "missed, due 2025-10-28");
}

TEST_CASE("13.7: a move by somebody who may not decide it is void", "[due][extensions]") {
  struct Row { const char* why; const char* issuer; const char* extension; const char* deciding; const char* due; };
  // clang-format off
  const auto row = GENERATE(values<Row>({
      {"the akim", "kaz-akim", "requested: 2025-10-22, decided: 2025-10-23, decided-by: kaz-akim", "extensions#1 met", "2025-11-10"},
      {"the head of the apparatus", "kaz-akim", "requested: 2025-10-22, decided: 2025-10-23, decided-by: kaz-head", "extensions#1 met", "2025-11-10"},
      {"a deputy", "kaz-akim", "requested: 2025-10-22, decided: 2025-10-23, decided-by: kaz-deputy-1", "extensions#1 wrong", "2025-10-28"},
      {"a deputy, though he gave it", "kaz-deputy-1", "requested: 2025-10-22, decided: 2025-10-23, decided-by: kaz-deputy-1", "extensions#1 wrong", "2025-10-28"},
      {"the deputy who acts for the akim that day", "kaz-akim", "requested: 2025-10-15, decided: 2025-10-16, decided-by: kaz-deputy-2", "extensions#1 met", "2025-11-10"},
      {"he no longer does", "kaz-akim", "requested: 2025-10-16, decided: 2025-10-20, decided-by: kaz-deputy-2", "extensions#1 wrong", "2025-10-28"},
      {"who decided is not told: in the executor's favour", "kaz-akim", "requested: 2025-10-22, decided: 2025-10-23", "unknown: extensions.decided-by", "2025-11-10"},
      {"a role stands for the office", "kaz-akim", "requested: 2025-10-22, decided: 2025-10-23, decided-by: district-akim", "extensions#1 met", "2025-11-10"},
  }));
  // clang-format on
  CAPTURE(row.why);
  const std::string records = extended("{" + std::string{row.extension} + ", to: 2025-11-10}",
                                       "issued-by: " + std::string{row.issuer} + ", received: 2025-10-01, due: 2025-10-27");
  CHECK(answers(records, "decider") == row.deciding);
  CHECK(answers(records, executed) == "pending, due " + std::string{row.due});
}

TEST_CASE("13.7: what was executed after a void move is late", "[due][extensions]") {
  struct Row { const char* why; const char* decision; };
  const auto row = GENERATE(values<Row>({
      {"a deputy decided", "decided: 2025-10-23, decided-by: kaz-deputy-1"},
      {"the akim decided after the due date", "decided: 2025-10-29, decided-by: kaz-akim"},
  }));
  CAPTURE(row.why);
  const std::string records = extended("{requested: 2025-10-22, to: 2025-11-10, " + std::string{row.decision} + "}",
                                       "issued-by: kaz-akim, received: 2025-10-01, due: 2025-10-27, steps: {executed: 2025-10-31}");
  CHECK(answers(records, executed, "2025-11-20") == "late by 3 days, due 2025-10-28, done 2025-10-31");
}

TEST_CASE("a move counts when it was decided by the due date then in force, and lies after it", "[due][extensions]") {
  struct Row { const char* why; const char* extensions; const char* due; };
  // clang-format off
  const auto row = GENERATE(values<Row>({
      {"decided on the rolled due date", "{decided: 2025-10-28, decided-by: kaz-akim, to: 2025-11-10}", "2025-11-10"},
      {"decided the day after", "{decided: 2025-10-29, decided-by: kaz-akim, to: 2025-11-10}", "2025-10-28"},
      {"to the due date itself", "{decided: 2025-10-23, decided-by: kaz-akim, to: 2025-10-28}", "2025-10-28"},
      {"to an earlier day", "{decided: 2025-10-23, decided-by: kaz-akim, to: 2025-10-20}", "2025-10-28"},
      {"to a Saturday: rolled", "{decided: 2025-10-23, decided-by: kaz-akim, to: 2025-11-15}", "2025-11-17"},
      {"the second counts from the rolled first", "{decided: 2025-10-23, decided-by: kaz-akim, to: 2025-11-15}, {decided: 2025-11-17, decided-by: kaz-akim, to: 2025-12-01}", "2025-12-01"},
      {"and is void a day later", "{decided: 2025-10-23, decided-by: kaz-akim, to: 2025-11-15}, {decided: 2025-11-18, decided-by: kaz-akim, to: 2025-12-01}", "2025-11-17"},
      {"in order of decision, not of the list", "{decided: 2025-11-06, decided-by: kaz-akim, to: 2025-12-01}, {decided: 2025-10-23, decided-by: kaz-akim, to: 2025-11-10}", "2025-12-01"},
      {"list order on one day", "{decided: 2025-10-23, decided-by: kaz-akim, to: 2025-12-01}, {decided: 2025-10-23, decided-by: kaz-akim, to: 2025-11-10}", "2025-12-01"},
      {"when it was decided is not told: in the executor's favour", "{decided-by: kaz-akim, to: 2025-11-10}", "2025-11-10"},
      {"decided after the as-of day: not yet", "{decided: 2025-10-23, decided-by: kaz-akim, to: 2025-11-10}, {decided: 2026-01-15, decided-by: kaz-akim, to: 2026-02-02}", "2025-11-10"},
  }));
  // clang-format on
  CAPTURE(row.why);
  const std::string records = extended(row.extensions, "issued-by: kaz-akim, received: 2025-10-01, due: 2025-10-27, steps: {executed: 2025-10-01}");
  CHECK(answers(records, executed, "2025-12-31") == "met, due " + std::string{row.due} + ", done 2025-10-01");
}

TEST_CASE("a move to another class is an extension, and the class is judged from the start of the term", "[due][extensions]") {
  const std::string records = extended("{requested: 2025-10-22, decided: 2025-10-23, decided-by: kaz-akim, to: 2026-03-31, transfer-to: medium}",
                                       "control: medium, issued-by: kaz-akim, received: 2025-10-01, due: 2025-10-27");
  CHECK(answers(records, "number-of-it") == "extensions#1 met");
  CHECK(answers(records, "class-medium").starts_with("met"));
  CHECK(answers(records, executed) == "pending, due 2026-03-31");
}

TEST_CASE("13.8: a second extension needs an exceptional ground, and liability considered in time", "[due][extensions]") {
  const std::string first = "{requested: 2025-10-10, decided: 2025-10-13, decided-by: kaz-head, to: 2025-11-10}, ";
  struct Row { const char* why; const char* second; const char* outcome; };
  // clang-format off
  const auto row = GENERATE(values<Row>({
      {"without ground or liability", "", "extensions#1 not-applicable; extensions#2 wrong"},
      {"liability in time, no ground", "discipline-considered: 2025-11-03, ", "extensions#1 not-applicable; extensions#2 wrong"},
      {"liability considered only after the decision", "exceptional: flood, discipline-considered: 2025-11-06, ", "extensions#1 not-applicable; extensions#2 wrong"},
      {"both in time, on the day of the decision", "exceptional: flood, discipline-considered: 2025-11-05, ", "extensions#1 not-applicable; extensions#2 met"},
  }));
  // clang-format on
  CAPTURE(row.why);
  const std::string records = extended(first + "{requested: 2025-11-03, decided: 2025-11-05, decided-by: kaz-akim, " + row.second + "to: 2025-11-25}");
  CHECK(answers(records, repeated, "2025-12-15") == row.outcome);
  CHECK(answers(records, executed, "2025-11-20") == "pending, due 2025-11-25");
}

TEST_CASE("9.11: a void move is no first one", "[due][extensions]") {
  const std::string records = extended(
      "{requested: 2025-10-10, decided: 2025-10-14, decided-by: kaz-deputy-1, to: 2025-11-05}, "
      "{requested: 2025-10-22, decided: 2025-10-23, decided-by: kaz-akim, to: 2025-11-10}");
  CHECK(answers(records, repeated) == "extensions#1 not-applicable; extensions#2 not-applicable");
  CHECK(answers(records, "decider") == "extensions#1 wrong; extensions#2 met");
}

TEST_CASE("13.8 para 2: a third that is asked and refused still asks for liability by then", "[due][extensions]") {
  struct Row { const char* why; const char* considered; const char* outcome; };
  const auto row = GENERATE(values<Row>({
      {"not considered", "", "wrong"},
      {"considered after the refusal", ", discipline-considered: 2025-11-21", "wrong"},
      {"considered on the day of the refusal", ", discipline-considered: 2025-11-20", "met"},
  }));
  CAPTURE(row.why);
  const std::string records = extended(
      "{requested: 2025-10-10, decided: 2025-10-14, decided-by: kaz-akim, to: 2025-11-10}, "
      "{requested: 2025-11-03, decided: 2025-11-05, decided-by: kaz-akim, to: 2025-11-25}, "
      "{requested: 2025-11-19, decided: 2025-11-20, decided-by: kaz-akim, granted: false" + std::string{row.considered} + "}");
  CHECK(answers(records, "third-asked", "2025-12-31") ==
        "extensions#1 not-applicable; extensions#2 not-applicable; extensions#3 " + std::string{row.outcome});
  CHECK(answers(records, executed, "2025-11-20") == "pending, due 2025-11-25");
}

TEST_CASE("13.6: a term too short for 3 working days asks no more than the day it began", "[due][extensions]") {
  struct Row { const char* why; const char* fields; const char* asked_on; const char* expected; };
  // clang-format off
  const auto row = GENERATE(values<Row>({
      {"very urgent, so due Monday 6 October: asked the first day", "mark: very-urgent", "2025-10-01", "extensions#1 met, due 2025-10-01, done 2025-10-01"},
      {"due stated Friday 3 October: asked the first day", "due: 2025-10-03", "2025-10-01", "extensions#1 met, due 2025-10-01, done 2025-10-01"},
      {"the day after", "due: 2025-10-03", "2025-10-02", "extensions#1 late by 1 working days, due 2025-10-01, done 2025-10-02"},
  }));
  // clang-format on
  CAPTURE(row.why);
  const std::string records = extended("{requested: " + std::string{row.asked_on} + ", decided: 2025-10-02, decided-by: kaz-akim, to: 2025-10-20}",
                                       "issued-by: kaz-akim, received: 2025-10-01, " + std::string{row.fields});
  CHECK(answers(records, asked) == row.expected);
}

TEST_CASE("12.6: what the oblast gave, the oblast extends", "[due][extensions]") {
  struct Row { const char* decider; const char* due; };
  const auto row = GENERATE(values<Row>({{"kaz-head", "2025-10-28"}, {"kaz-akim", "2025-10-28"}, {"obl-akim", "2025-11-10"}}));
  CAPTURE(row.decider);
  const std::string records = extended("{requested: 2025-10-22, decided: 2025-10-23, to: 2025-11-10, decided-by: " + std::string{row.decider} + "}",
                                       "issued-by: obl-akim, received: 2025-10-01, due: 2025-10-27");
  CHECK(answers(records, executed) == "pending, due " + std::string{row.due});
}

TEST_CASE("2.2: an item of a plan is moved by the head of the apparatus, any number of times", "[due][extensions]") {
  struct Row { const char* why; const char* extensions; const char* due; };
  const auto row = GENERATE(values<Row>({
      {"by the head", "{decided: 2025-10-23, to: 2025-11-10, decided-by: kaz-head}", "2025-11-10"},
      {"by the akim", "{decided: 2025-10-23, to: 2025-11-10, decided-by: kaz-akim}", "2025-10-28"},
      {"three times", "{decided: 2025-10-23, to: 2025-11-10, decided-by: kaz-head}, {decided: 2025-11-10, to: 2025-11-20, decided-by: kaz-head}, "
                      "{decided: 2025-11-20, to: 2025-11-28, decided-by: kaz-head}", "2025-11-28"},
  }));
  CAPTURE(row.why);
  const std::string records = std::string{district} + "assignments: [{id: A, type: plan-item, on-control: true, issued: 2025-10-01, due: 2025-10-27, extensions: [" +
                              row.extensions + "], steps: {executed: 2025-10-10}}]";
  CHECK(answers(records, executed, "2025-12-01") == "met, due " + std::string{row.due} + ", done 2025-10-10");
}

TEST_CASE("where no extension rule fits, every granted move counts", "[due][extensions]") {
  const std::string records = extended("{decided: 2025-10-23, to: 2025-11-10, decided-by: kaz-finance}", "received: 2025-10-01, due: 2025-10-27, issued-by: state-body");
  CHECK(answers(records, executed) == "pending, due 2025-11-10");
}

// --- terms and classes ----------------------------------------------------------------------------------------------

TEST_CASE("13.2: the first term that fits gives a missing due date", "[due]") {
  struct Row { const char* why; const char* fields; const char* expected; };
  // clang-format off
  const auto row = GENERATE(values<Row>({
      {"very urgent: 3 working days", "mark: very-urgent", "pending, due 2025-10-06"},
      {"urgent: 10 working days", "mark: urgent", "pending, due 2025-10-15"},
      {"expedite: 10 working days", "mark: expedite", "pending, due 2025-10-15"},
      {"a mark goes before the month of what is on control", "mark: urgent, on-control: true", "pending, due 2025-10-15"},
      {"on control: 1 month, rolled off a Saturday", "on-control: true", "pending, due 2025-11-03"},
      {"a stated date goes before every term", "mark: very-urgent, due: 2025-10-20", "pending, due 2025-10-20"},
      {"no term fits: nothing can be told", "mark: taken-into-account", "unknown: "},
      {"the term of an appeal is not the pack's", "type: appeal, on-control: true", "unknown: "},
  }));
  // clang-format on
  CAPTURE(row.why);
  const Pack pack = pack_of(rolling, rule("r", "about: assignment, check: {deadline: {step: executed, no-later-than: due}}"));
  const std::string fields{row.fields};
  const std::string type = fields.find("type:") == std::string::npos ? "type: instruction, " : "";
  const std::string records = "assignments: [{id: A, " + type + "received: 2025-10-01, " + fields + "}]";
  CHECK(told(judge(pack, records, as_of("2025-10-02"))) == row.expected);
}

TEST_CASE("13.2: the bounds of a class are counted from the start of the term, ends included", "[due][classes]") {
  const Pack pack = pack_of(rolling,
      rule("very-urgent", "about: assignment, when: {mark: very-urgent}, check: {deadline: {step: due, no-later-than: 3 working days after term-start}}") +
      rule("urgent", "about: assignment, when: {mark: [urgent, expedite]}, check: {deadline: {step: due, no-later-than: 10 working days after term-start}}") +
      rule("short", "about: assignment, when: {control: short}, check: {deadline: {step: due, no-earlier-than: 10 working days after term-start, no-later-than: 1 month after term-start}}") +
      rule("medium", "about: assignment, when: {control: medium}, check: {deadline: {step: due, no-earlier-than: 1 month after term-start, no-later-than: 6 months after term-start}}") +
      rule("long", "about: assignment, when: {control: long}, check: {deadline: {step: due, later-than: 6 months after term-start}}"));
  struct Row { const char* due; const char* stated; const char* rule_id; const char* outcome; };
  // clang-format off
  const auto row = GENERATE(values<Row>({   // received Thursday 2025-09-25
      {"2025-09-30", "mark: very-urgent", "very-urgent", "met"},
      {"2025-10-01", "mark: very-urgent", "very-urgent", "wrong"},
      {"2025-10-09", "mark: urgent", "urgent", "met"},
      {"2025-10-09", "mark: expedite", "urgent", "met"},
      {"2025-10-10", "mark: urgent", "urgent", "wrong"},
      {"2025-10-09", "control: short", "short", "met"},
      {"2025-10-08", "control: short", "short", "wrong"},
      {"2025-10-28", "control: short", "short", "met"},      // the month ends on Saturday 25 and rolls
      {"2025-10-25", "control: short", "short", "met"},      // rolls to the same day
      {"2025-10-29", "control: short", "short", "wrong"},
      {"2025-10-28", "control: medium", "medium", "met"},
      {"2025-10-24", "control: medium", "medium", "wrong"},  // before the month has run
      {"2026-03-26", "control: medium", "medium", "met"},    // 25 March is a day off
      {"2026-03-27", "control: medium", "medium", "wrong"},
      {"2026-03-26", "control: long", "long", "wrong"},
      {"2026-03-27", "control: long", "long", "met"},
  }));
  // clang-format on
  CAPTURE(row.due, row.stated);
  const std::string records = instruction("received: 2025-09-25, due: " + std::string{row.due} + ", " + row.stated);
  CHECK(outcomes(judge(pack, records, as_of("2025-09-26")), row.rule_id) == row.outcome);
}

TEST_CASE("without a stated class nothing is asked of it", "[due][classes]") {
  const Pack pack = pack_of(rolling, rule("short", "about: assignment, when: {control: short}, check: {deadline: {step: due, no-later-than: 1 month after term-start}}"));
  CHECK(outcomes(judge(pack, instruction("received: 2025-09-25, due: 2026-09-25"), as_of("2025-09-26"))) == "not-applicable");
}

// --- how a due date came about --------------------------------------------------------------------------------------

TEST_CASE("what is late tells how its due date came about", "[due][story]") {
  Pack pack = pack_of(std::string{rolling} + "extensions: [{clause: \"13.7\", when: {issued-by: district-akim}, moves: {decided-by: district-akim}}]\n",
                      rule("r", "about: assignment, check: {deadline: {step: executed, no-later-than: due}}"));
  struct Row { const char* why; const char* fields; const char* story; const char* counted; };
  // clang-format off
  const auto row = GENERATE(values<Row>({
      {"a stated day needs no words", "due: 2025-10-24", "", ""},
      {"a day off does", "due: 2025-10-25", "", "2025-10-25 rolled to 2025-10-28"},
      {"a term", "mark: urgent", "due-by-term 2025-10-15 1", "2025-10-01 + 10 working days = 2025-10-15"},
      {"an extension", "due: 2025-10-24, extensions: [{decided: 2025-10-20, decided-by: district-akim, to: 2025-10-30}]",
       "due-as-stated 2025-10-24; due-extended 1 2025-10-30", ""},
      {"to a day off", "due: 2025-10-24, extensions: [{decided: 2025-10-20, to: 2025-11-01}]",
       "due-as-stated 2025-10-24; due-extended 1 2025-11-01", "2025-11-01 rolled to 2025-11-03"},
      {"decided too late", "due: 2025-10-24, extensions: [{decided: 2025-10-25, decided-by: district-akim, to: 2025-11-10}]",
       "due-extension-after-due 1 2025-10-25 2025-10-24", ""},
      {"by one who may not", "due: 2025-10-24, extensions: [{decided: 2025-10-20, decided-by: district-deputy-akim, to: 2025-11-10}]",
       "due-extension-not-allowed 1 13.7", ""},
      {"to no later day", "due: 2025-10-24, extensions: [{decided: 2025-10-20, decided-by: district-akim, to: 2025-10-24}]",
       "due-extension-not-later 1 2025-10-24 2025-10-24", ""},
      {"one refused is not told", "due: 2025-10-24, extensions: [{requested: 2025-10-20, granted: false}]", "", ""},
      {"the second moves on from the first",
       "due: 2025-10-24, extensions: [{decided: 2025-10-20, decided-by: district-akim, to: 2025-10-30}, {decided: 2025-10-29, decided-by: district-akim, to: 2025-11-05}]",
       "due-as-stated 2025-10-24; due-extended 1 2025-10-30; due-extended 2 2025-11-05", ""},
  }));
  // clang-format on
  CAPTURE(row.why);
  const Run run = judge(pack, instruction("received: 2025-10-01, issued-by: district-akim, " + std::string{row.fields}), as_of("2025-12-01"));
  REQUIRE(run.findings.size() == 1);
  const Finding& finding = run.findings.front();
  std::string story;
  for (std::size_t i = 1; i < finding.statements.size(); ++i) story += (story.empty() ? "" : "; ") + in_short(finding.statements[i]);
  CHECK(story == row.story);
  std::string counted;
  if (finding.count) {
    const CountOfDays& count = *finding.count;
    counted = to_text(count.from) + (count.span.count == 0 ? " rolled to " : " + " + to_text(count.span) + " = ") + to_text(count.limit);
  }
  CHECK(counted == row.counted);
}
