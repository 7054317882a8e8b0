// RULES, section 3, deadline: a date stands on the right side of another.
#include <catch2/catch.hpp>

#include "judged.hpp"

using namespace reglament;

namespace {

Pack deadline(const std::string& check, const std::string& keys = "about: assignment", const char* head = plain) {
  return pack_of(head, rule("r", keys + ", check: {deadline: {" + check + "}}"));
}

std::string instruction(const std::string& fields, const std::string& steps = "") {
  return "assignments: [{id: A, type: instruction, " + fields + ", steps: {" + steps + "}}]";
}

}  // namespace

TEST_CASE("hours: what comes after them or on a day off counts for the next working day", "[deadline][hours]") {
  struct Row { const char* why; const char* received; const char* registered; const char* expected; };
  // clang-format off
  const auto row = GENERATE(values<Row>({
      {"within hours, that day", "2025-10-23T10:00", "2025-10-23T17:00", "met, due 2025-10-23, done 2025-10-23T17:00"},
      {"within hours, the next day", "2025-10-23T10:00", "2025-10-24T09:00", "late by 1 working days, due 2025-10-23, done 2025-10-24T09:00"},
      {"the last minute still is within", "2025-10-23T18:30", "2025-10-24T09:00", "late by 1 working days, due 2025-10-23, done 2025-10-24T09:00"},
      {"a minute after: the next working day", "2025-10-23T18:31", "2025-10-24T09:00", "met, due 2025-10-24, done 2025-10-24T09:00"},
      {"after hours before a long weekend", "2025-10-24T19:00", "2025-10-28T09:00", "met, due 2025-10-28, done 2025-10-28T09:00"},
      {"the day after that", "2025-10-24T19:00", "2025-10-29T09:00", "late by 1 working days, due 2025-10-28, done 2025-10-29T09:00"},
      {"on a day off", "2025-10-25T10:00", "2025-10-28T09:00", "met, due 2025-10-28, done 2025-10-28T09:00"},
      {"on a day off, without a time", "2025-10-25", "2025-10-28", "met, due 2025-10-28, done 2025-10-28"},
      {"without a time, on a working day: that day", "2025-10-23", "2025-10-24", "late by 1 working days, due 2025-10-23, done 2025-10-24"},
  }));
  // clang-format on
  CAPTURE(row.why);
  const Pack pack = deadline("step: registered, no-later-than: 0 working days after received, hours: mail", "about: assignment/incoming-correspondence",
                             "rollover: none\nhours: {mail: {to: \"18:30\"}}");
  const std::string records = "assignments: [{id: A, type: incoming-correspondence, received: " + std::string{row.received} + ", steps: {registered: " + row.registered + "}}]";
  CHECK(told(judge(pack, records, as_of("2025-11-30"))) == row.expected);
}

TEST_CASE("hours: further working days are counted from the day it counts for", "[deadline][hours]") {
  const Pack pack = deadline("step: registered, no-later-than: 1 working day after received, hours: mail", "about: assignment", "rollover: none\nhours: {mail: {to: \"18:30\"}}");
  CHECK(told(judge(pack, instruction("received: 2025-10-23T18:00"), as_of("2025-10-24"))) == "pending, due 2025-10-24");
  CHECK(told(judge(pack, instruction("received: 2025-10-23T19:00"), as_of("2025-10-24"))) == "pending, due 2025-10-28");
}

TEST_CASE("the first step that is done counts", "[deadline]") {
  const Pack pack = deadline("step: [executed, closed], no-later-than: 5 days after received");
  CHECK(told(judge(pack, instruction("received: 2025-10-01", "executed: 2025-10-06, closed: 2025-10-08"), as_of("2025-10-31"))) == "met, due 2025-10-06, done 2025-10-06");
  CHECK(told(judge(pack, instruction("received: 2025-10-01", "closed: 2025-10-08"), as_of("2025-10-31"))) == "late by 2 days, due 2025-10-06, done 2025-10-08");
  CHECK(told(judge(pack, instruction("received: 2025-10-01"), as_of("2025-10-31"))) == "missed, due 2025-10-06");
}

TEST_CASE("`or`: the first alternative whose anchor is on the record", "[deadline]") {
  const Pack pack = deadline("step: executed, no-later-than: rework-due or 10 days after returned or 30 days after received");
  struct Row { const char* fields; const char* steps; const char* due; };
  const auto row = GENERATE(values<Row>({
      {"received: 2025-10-01, rework-due: 2025-10-10", "returned: 2025-10-02", "2025-10-10"},
      {"received: 2025-10-01", "returned: 2025-10-02", "2025-10-12"},
      {"received: 2025-10-01", "", "2025-10-31"},
  }));
  CAPTURE(row.due);
  CHECK(told(judge(pack, instruction(row.fields, row.steps), as_of("2025-10-03"))) == "pending, due " + std::string{row.due});
}

TEST_CASE("without an anchor the rule does not apply", "[deadline]") {
  const Pack pack = deadline("step: executed, no-later-than: 10 days after returned");
  CHECK(told(judge(pack, instruction("received: 2025-10-01", "executed: 2025-10-05"), as_of("2025-10-31"))) == "not-applicable");
}

TEST_CASE("two bounds: too early is wrong, too late is late", "[deadline]") {
  const Pack pack = deadline("step: answered, no-earlier-than: 3 days after received, no-later-than: 5 days after received");
  struct Row { const char* done; const char* expected; };
  const auto row = GENERATE(values<Row>({{"2025-10-03", "wrong"}, {"2025-10-04", "met"}, {"2025-10-06", "met"}, {"2025-10-07", "late"}}));
  CAPTURE(row.done);
  CHECK(outcomes(judge(pack, instruction("received: 2025-10-01", "answered: " + std::string{row.done}), as_of("2025-10-31"))) == row.expected);
}

TEST_CASE("each relation on both sides of its edge", "[deadline]") {
  struct Row { const char* relation; const char* before; const char* on; const char* after; };
  const auto row = GENERATE(values<Row>({
      {"no-later-than", "met", "met", "late"},
      {"earlier-than", "met", "late", "late"},
      {"no-earlier-than", "wrong", "met", "met"},
      {"later-than", "wrong", "wrong", "met"},
      {"exactly", "wrong", "met", "wrong"},
  }));
  CAPTURE(row.relation);
  const Pack pack = deadline("step: answered, " + std::string{row.relation} + ": 5 days after received");
  const auto done = [&](const char* on) { return outcomes(judge(pack, instruction("received: 2025-10-01", "answered: " + std::string{on}), as_of("2025-10-31"))); };
  CHECK(done("2025-10-05") == row.before);
  CHECK(done("2025-10-06") == row.on);
  CHECK(done("2025-10-07") == row.after);
}

TEST_CASE("of a stated date any breach is wrong, and it is judged on any day", "[deadline]") {
  const Pack pack = deadline("step: due, no-later-than: 10 days after received");
  CHECK(outcomes(judge(pack, instruction("received: 2025-10-01, due: 2025-10-11"), as_of("2025-10-01"))) == "met");
  CHECK(outcomes(judge(pack, instruction("received: 2025-10-01, due: 2025-10-12"), as_of("2025-10-01"))) == "wrong");
  CHECK(outcomes(judge(pack, instruction("received: 2025-10-01, due: 2025-10-12"), as_of("2025-12-01"))) == "wrong");
  CHECK(outcomes(judge(pack, instruction("received: 2025-10-01"), as_of("2025-12-01"))) == "unknown");
}

TEST_CASE("a resolution is in force from the eleventh day after its first publication", "[deadline][readings]") {
  const Pack pack = shipped_pack("rule-language");
  struct Row { const char* why; const char* published; const char* in_force; const char* expected; };
  const auto row = GENERATE(values<Row>({
      {"the eleventh day", "2025-09-01", "2025-09-12", "met, disputable"},
      {"the tenth is what another reading says", "2025-09-01", "2025-09-11", "wrong, disputable"},
      {"no reading says the ninth", "2025-09-01", "2025-09-10", "wrong"},
      {"the first publication counts", "[2025-09-01, 2025-09-20]", "2025-09-12", "met, disputable"},
      {"that day, though it be a Saturday", "2025-09-02", "2025-09-13", "met, disputable"},
      {"judged before it comes", "2025-10-25", "2025-11-06", "wrong"},
  }));
  CAPTURE(row.why);
  const std::string records = "assignments: [{id: A, type: draft-act, received: 2025-08-20, in-force-clause: ten-days-after-first-publication, in-force: " +
                              std::string{row.in_force} + ", steps: {officially-published: " + row.published + "}}]";
  CHECK(outcome_of(judge(pack, records, as_of("2025-10-27")), "resolution-in-force-eleventh-day", "A") == row.expected);
}

TEST_CASE("`next TYPE after`: the first such record of the body or of the one around it", "[deadline][next]") {
  const Pack pack = deadline("step: approved, no-later-than: next meeting/maslikhat-session after drafted", "about: assignment/gathering-rules");
  struct Row { const char* why; const char* meetings; const char* steps; const char* expected; };
  // clang-format off
  const auto row = GENERATE(values<Row>({
      {"none held yet", "", "drafted: 2025-09-10", "pending"},
      {"one before the drafting is not next", "{id: M, type: maslikhat-session, body: kaz, date: 2025-09-09}", "drafted: 2025-09-10", "pending"},
      {"one on that day is not after it", "{id: M, type: maslikhat-session, body: kaz, date: 2025-09-10}", "drafted: 2025-09-10", "pending"},
      {"approved there", "{id: M, type: maslikhat-session, body: kaz, date: 2025-09-20}", "drafted: 2025-09-10, approved: 2025-09-20", "met, due 2025-09-20, done 2025-09-20"},
      {"approved after it", "{id: M, type: maslikhat-session, body: kaz, date: 2025-09-20}", "drafted: 2025-09-10, approved: 2025-09-22", "late by 2 days, due 2025-09-20, done 2025-09-22"},
      {"not approved by then", "{id: M, type: maslikhat-session, body: kaz, date: 2025-09-20}", "drafted: 2025-09-10", "missed, due 2025-09-20"},
      {"of two the nearer", "{id: M, type: maslikhat-session, body: kaz, date: 2025-10-20}, {id: N, type: maslikhat-session, body: kaz, date: 2025-09-20}", "drafted: 2025-09-10, approved: 2025-09-20", "met, due 2025-09-20, done 2025-09-20"},
      {"of the okrug itself", "{id: M, type: maslikhat-session, body: okrug, date: 2025-09-20}", "drafted: 2025-09-10", "missed, due 2025-09-20"},
      {"another district's is none", "{id: M, type: maslikhat-session, body: tur, date: 2025-09-20}", "drafted: 2025-09-10", "pending"},
      {"another type is none", "{id: M, type: extraordinary-maslikhat-session, body: kaz, date: 2025-09-20}", "drafted: 2025-09-10", "pending"},
      {"one after the as-of day is not held yet", "{id: M, type: maslikhat-session, body: kaz, date: 2025-12-20}", "drafted: 2025-09-10", "pending"},
  }));
  // clang-format on
  CAPTURE(row.why);
  const std::string records = "bodies: [{id: kaz, kind: district}, {id: tur, kind: district}, {id: okrug, kind: okrug, within: kaz}]\n"
                              "offices: [{id: akim, role: rural-akim, body: okrug}]\nmeetings: [" + std::string{row.meetings} +
                              "]\nassignments: [{id: A, type: gathering-rules, by: akim, issued: 2025-09-01, steps: {" + row.steps + "}}]";
  CHECK(told(judge(pack, records, as_of("2025-10-31"))).starts_with(row.expected));
  // The order in which files are read does not matter.
  const std::string turned = "assignments: [{id: A, type: gathering-rules, by: akim, issued: 2025-09-01, steps: {" + std::string{row.steps} + "}}]\n"
                             "meetings: [" + row.meetings + "]\nbodies: [{id: kaz, kind: district}, {id: tur, kind: district}, {id: okrug, kind: okrug, within: kaz}]\n"
                             "offices: [{id: akim, role: rural-akim, body: okrug}]\n";
  CHECK(told(judge(pack, turned, as_of("2025-10-31"))).starts_with(row.expected));
}

TEST_CASE("a check that names addressees wants an entry for each, and a silent entry is for all", "[deadline][filter]") {
  const Pack pack = deadline("step: notified, addressee: [department-head, rural-akim], no-later-than: 5 working days before date", "about: meeting/official-event");
  struct Row { const char* why; const char* steps; const char* expected; };  // on Friday 2025-10-24; by Friday 17
  const auto row = GENERATE(values<Row>({
      {"each by his own entry", "notified: [{date: 2025-10-15, addressee: department-head}, {date: 2025-10-17, addressee: rural-akim}]", "met"},
      {"both by one", "notified: {date: 2025-10-17, addressee: [department-head, rural-akim]}", "met"},
      {"an entry that names nobody", "notified: 2025-10-17", "met"},
      {"one of them late", "notified: [{date: 2025-10-15, addressee: department-head}, {date: 2025-10-20, addressee: rural-akim}]", "late"},
      {"one of them not at all", "notified: {date: 2025-10-15, addressee: department-head}", "missed"},
      {"another addressee does not help", "notified: {date: 2025-10-15, addressee: resident}", "missed"},
      {"nobody", "", "missed"},
  }));
  CAPTURE(row.why);
  const std::string records = "meetings: [{id: M, type: official-event, date: 2025-10-24, steps: {" + std::string{row.steps} + "}}]";
  CHECK(outcomes(judge(pack, records, as_of("2025-10-31"))) == row.expected);
}

TEST_CASE("the same of who did it and through what", "[deadline][filter]") {
  struct Row { const char* filter; const char* steps; const char* expected; };
  const auto row = GENERATE(values<Row>({
      {"by: [district-akim, district-apparatus-head]", "agreed: [{date: 2025-10-14, by: district-akim}, {date: 2025-10-15, by: district-apparatus-head}]", "met"},
      {"by: [district-akim, district-apparatus-head]", "agreed: {date: 2025-10-14, by: district-akim}", "missed"},
      {"by: [district-akim, district-apparatus-head]", "agreed: 2025-10-14", "met"},
      {"through: [bqa, messenger]", "agreed: [{date: 2025-10-14, through: bqa}, {date: 2025-10-15, through: messenger}]", "met"},
      {"through: [bqa, messenger]", "agreed: {date: 2025-10-14, through: [bqa]}", "missed"},
      {"through: bqa", "agreed: {date: 2025-10-14, through: [messenger, bqa]}", "met"},
  }));
  CAPTURE(row.filter, row.steps);
  const Pack pack = deadline("step: agreed, no-later-than: date, " + std::string{row.filter}, "about: meeting");
  const std::string records = "meetings: [{id: M, type: official-event, date: 2025-10-24, steps: {" + std::string{row.steps} + "}}]";
  CHECK(outcomes(judge(pack, records, as_of("2025-10-31"))) == row.expected);
}

TEST_CASE("an office named in an entry counts by its role, and by whom it acts for that day", "[deadline][filter]") {
  const Pack pack = deadline("step: agreed, no-later-than: date, by: district-akim", "about: meeting");
  const auto agreed = [&](const char* on, const char* by) {
    return outcomes(judge(pack, R"(
bodies: [{id: kaz, kind: district}]
offices: [{id: akim, role: district-akim, body: kaz, absences: [{from: 2025-10-06, to: 2025-10-10, acting: deputy}]}, {id: deputy, role: district-deputy-akim, body: kaz}]
meetings: [{id: M, type: official-event, date: 2025-10-24, steps: {agreed: {date: )" + std::string{on} + ", by: " + by + "}}}]", as_of("2025-10-31")));
  };
  CHECK(agreed("2025-10-13", "akim") == "met");
  CHECK(agreed("2025-10-08", "deputy") == "met");
  CHECK(agreed("2025-10-13", "deputy") == "missed");
}

TEST_CASE("for each item: its own dates, and the record's where it has no such field", "[deadline][for-each]") {
  const Pack pack = shipped_pack("rule-language");
  constexpr const char* reports = "control-co-executor-information-in-7-working-days";
  // Delivered on Thursday 2 October: 7 working days are Monday 13.
  const auto said = [&](const std::string& due, const std::string& co_executor) {
    return told(judge(pack, R"(
bodies: [{id: kaz, kind: district}]
offices: [{id: fin, role: department-head, body: kaz}, {id: edu, role: department-head, body: kaz}]
assignments: [{id: A, type: instruction, received: 2025-10-01, due: )" + due + ", executors: [{office: fin, collects: true}, {office: edu" + co_executor + "}]}]",
                      as_of("2025-10-31")), reports);
  };
  CHECK(said("2025-10-24", ", delivered: 2025-10-02, information-submitted: 2025-10-13") == "executors#1 not-applicable; executors#2 met, due 2025-10-13, done 2025-10-13");
  CHECK(said("2025-10-24", ", delivered: 2025-10-02, information-submitted: 2025-10-14") ==
        "executors#1 not-applicable; executors#2 late by 1 working days, due 2025-10-13, done 2025-10-14");
  CHECK(said("2025-10-24", ", delivered: 2025-10-02") == "executors#1 not-applicable; executors#2 missed, due 2025-10-13");
  // 9.14: the exception is told even where its own term lies past the due date.
  CHECK(said("2025-10-13", ", delivered: 2025-10-02").starts_with("executors#1 not-applicable; executors#2 excused"));
  CHECK(said("2025-10-24", "") == "executors#1 not-applicable; executors#2 not-applicable");
}

TEST_CASE("9.14: an exception goes before not applicable", "[deadline][excused]") {
  const Pack pack = deadline("step: answered, no-later-than: 10 days after returned", "about: assignment, excused: {urgent: true}");
  CHECK(told(judge(pack, instruction("received: 2025-10-01, urgent: true"), as_of("2025-10-31"))).starts_with("excused"));
  CHECK(told(judge(pack, instruction("received: 2025-10-01"), as_of("2025-10-31"))) == "not-applicable");
}

TEST_CASE("9.1: what is dated after the as-of day has not been done", "[deadline][plans]") {
  const Pack pack = deadline("step: answered, no-later-than: 10 days after received");
  CHECK(told(judge(pack, instruction("received: 2025-10-01", "answered: 2025-10-10"), as_of("2025-10-09"))) == "pending, due 2025-10-11");
  CHECK(told(judge(pack, instruction("received: 2025-10-01", "answered: 2025-10-20"), as_of("2025-10-12"))) == "missed, due 2025-10-11");
  CHECK(told(judge(pack, instruction("received: 2025-10-01", "answered: 2025-10-20"), as_of("2025-10-20"))) == "late by 9 days, due 2025-10-11, done 2025-10-20");
}

TEST_CASE("9.1: a planned date anchors a limit before it, and none after it", "[deadline][plans]") {
  const Pack before = deadline("step: notified, no-later-than: 5 working days before date", "about: meeting");
  const Pack after = deadline("step: minutes-drafted, no-later-than: 1 working day after date", "about: meeting");
  const std::string planned = "meetings: [{id: M, type: official-event, date: 2025-10-24}]";   // 5 working days before: Friday 17
  CHECK(told(judge(before, planned, as_of("2025-10-17"))) == "pending, due 2025-10-17");
  CHECK(told(judge(before, planned, as_of("2025-10-18"))) == "missed, due 2025-10-17");
  CHECK(told(judge(after, planned, as_of("2025-10-18"))) == "not-applicable");
  CHECK(told(judge(after, planned, as_of("2025-10-24"))) == "pending, due 2025-10-28");
}

TEST_CASE("9.1: a planned step anchors a limit before it too", "[deadline][plans]") {
  const Pack before = deadline("step: agreed, no-later-than: 2 days before submitted");
  const Pack after = deadline("step: agreed, no-later-than: 2 days after submitted");
  const std::string planned = instruction("received: 2025-10-01", "submitted: 2025-10-20");
  CHECK(told(judge(before, planned, as_of("2025-10-18"))) == "pending, due 2025-10-18");
  CHECK(told(judge(before, planned, as_of("2025-10-19"))) == "missed, due 2025-10-18");
  CHECK(told(judge(after, planned, as_of("2025-10-19"))) == "not-applicable");
  CHECK(told(judge(after, planned, as_of("2025-10-20"))) == "pending, due 2025-10-22");
}

TEST_CASE("9.8: a limit that lies before the rule was in force is not applicable", "[deadline][in-force]") {
  const Pack pack = deadline("step: notified, no-later-than: 5 working days before date", "about: meeting", "rollover: none\nin-force: {from: 2025-07-01}");
  const auto held = [&](const char* on) { return outcomes(judge(pack, "meetings: [{id: M, type: official-event, date: " + std::string{on} + "}]", as_of("2025-08-31"))); };
  CHECK(held("2025-06-30") == "not-applicable");   // before it was in force
  CHECK(held("2025-07-04") == "not-applicable");   // 5 working days before: Friday 27 June
  CHECK(held("2025-07-08") == "not-applicable");   // Monday 30 June: Monday 7 July is a day off
  CHECK(held("2025-07-09") == "missed");
}

TEST_CASE("a rule binds records of its time, both ends included", "[deadline][in-force]") {
  const Pack pack = pack_of("rollover: none\nin-force: {from: 2025-07-01, to: 2025-09-30}",
                            rule("pack-time", "about: assignment, check: {deadline: {step: answered, no-later-than: 3 days after received}}") +
                            rule("own-time", "about: assignment, in-force: {from: 2025-08-01}, check: {deadline: {step: answered, no-later-than: 3 days after received}}"));
  struct Row { const char* received; const char* pack_time; const char* own_time; };
  const auto row = GENERATE(values<Row>({
      {"2025-06-30", "not-applicable", "not-applicable"},
      {"2025-07-01", "missed", "not-applicable"},
      {"2025-07-31", "missed", "not-applicable"},
      {"2025-08-01", "missed", "missed"},
      {"2025-09-30", "missed", "missed"},
      {"2025-10-01", "not-applicable", "not-applicable"},
  }));
  CAPTURE(row.received);
  const Run run = judge(pack, instruction("received: " + std::string{row.received}), as_of("2025-12-31"));
  CHECK(outcomes(run, "pack-time") == row.pack_time);
  CHECK(outcomes(run, "own-time") == row.own_time);
}

TEST_CASE("an amendment holds from its day on, by the record's own date", "[deadline][amended]") {
  const Pack pack = deadline("step: answered, no-later-than: 3 days after received",
                             "about: assignment, amended: [{from: 2025-09-01, check: {deadline: {step: answered, no-later-than: 5 days after received}}}, "
                             "{from: 2025-10-01, when: {urgent: true}}]");
  struct Row { const char* fields; const char* expected; };
  const auto row = GENERATE(values<Row>({
      {"received: 2025-08-31", "missed, due 2025-09-03"},
      {"received: 2025-09-01", "missed, due 2025-09-06"},
      {"received: 2025-09-30", "missed, due 2025-10-05"},
      {"received: 2025-10-01", "not-applicable"},
  }));
  CAPTURE(row.fields);
  CHECK(told(judge(pack, instruction(row.fields), as_of("2025-12-31"))) == row.expected);
}

TEST_CASE("an amendment changes what it names and leaves the rest as the rule states it", "[deadline][amended]") {
  // The second amendment does not repeat the first: it is laid over the rule, as RULES says "changed keys".
  const Pack pack = deadline("step: answered, no-later-than: 3 days after received", "about: assignment, amended: [{from: 2025-09-01, when: {urgent: true}}]");
  CHECK(told(judge(pack, instruction("received: 2025-09-02, urgent: true"), as_of("2025-12-31"))) == "missed, due 2025-09-05");
}

TEST_CASE("earliest: an upper limit is never put before it", "[deadline]") {
  const Pack pack = deadline("step: agreed, no-later-than: 5 days before date, earliest: announced", "about: meeting");
  const auto said = [&](const char* announced, const char* agreed) {
    return told(judge(pack, "meetings: [{id: M, type: official-event, date: 2025-10-24, steps: {announced: " + std::string{announced} + ", agreed: " + agreed + "}}]", as_of("2025-10-31")));
  };
  CHECK(said("2025-10-10", "2025-10-19") == "met, due 2025-10-19, done 2025-10-19");
  CHECK(said("2025-10-21", "2025-10-21") == "met, due 2025-10-21, done 2025-10-21");
  CHECK(said("2025-10-21", "2025-10-22") == "late by 1 days, due 2025-10-21, done 2025-10-22");
}

TEST_CASE("times decide where both have one; a day without a time is in time all day", "[deadline]") {
  const Pack pack = deadline("step: agreed, no-later-than: date", "about: meeting");
  const auto said = [&](const char* date, const char* agreed) {
    return outcomes(judge(pack, "meetings: [{id: M, type: official-event, date: " + std::string{date} + ", steps: {agreed: " + agreed + "}}]", as_of("2025-10-31")));
  };
  CHECK(said("2025-10-24T10:00", "2025-10-24T09:59") == "met");
  CHECK(said("2025-10-24T10:00", "2025-10-24T10:01") == "late");
  CHECK(said("2025-10-24", "2025-10-24T23:59") == "met");
  CHECK(said("2025-10-24T10:00", "2025-10-24") == "met");
}
