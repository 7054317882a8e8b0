// RULES, section 2: conditions, numbers and sets, on values that are there, absent, or not recorded.
#include <catch2/catch.hpp>

#include "judged.hpp"

using namespace reglament;

namespace {

// "yes", "no" or "unknown": what `condition` comes to on a record with these fields. It stands in a `when`, so a no is not
// applicable, and what is then asked is always met.
std::string truth(const std::string& condition, const std::string& family, const std::string& fields, const std::string& world = "") {
  const Pack pack = pack_of("rollover: none\nsettings: {limit: 8}\ndates: {carried-out: [executed, closed]}\nroles: {first-head: [department-head, rural-akim]}",
                            rule("r", "about: " + family + ", when: " + condition + ", check: {required: {any: [{id: A}, {not: {id: A}}]}}"));
  const std::string type = family == "meeting" ? "akimdik-session, date: 2025-10-06" : family == "visit" ? "okrug-tour, from: 2025-10-06" : "letter, issued: 2025-10-06";
  const std::string records = world + "\n" + family + "s: [{id: A, type: " + type + (fields.empty() ? "" : ", ") + fields + "}]\n";
  const std::string outcome = outcomes(judge(pack, records, as_of("2025-10-31")));
  if (outcome == "met") return "yes";
  return outcome == "not-applicable" ? "no" : outcome;
}

}  // namespace

TEST_CASE("all, any and not are three-valued", "[conditions]") {
  // `urgent` is said, `restricted` is not and so is not the case, `format` every meeting has and this one does not tell.
  const std::string yes = "urgent: true";
  const std::string no = "restricted: true";
  const std::string unknown = "format: live";
  struct Row { std::string left; std::string right; const char* both; const char* either; };
  const auto row = GENERATE_COPY(values<Row>({
      {yes, yes, "yes", "yes"},
      {yes, no, "no", "yes"},
      {yes, unknown, "unknown", "yes"},
      {no, yes, "no", "yes"},
      {no, no, "no", "no"},
      {no, unknown, "no", "unknown"},
      {unknown, yes, "unknown", "yes"},
      {unknown, no, "no", "unknown"},
      {unknown, unknown, "unknown", "unknown"},
  }));
  CAPTURE(row.left, row.right);
  const std::string list = "[{" + row.left + "}, {" + row.right + "}]";
  CHECK(truth("{all: " + list + "}", "meeting", "urgent: true") == row.both);
  CHECK(truth("{any: " + list + "}", "meeting", "urgent: true") == row.either);
  if (row.left != row.right) CHECK(truth("{" + row.left + ", " + row.right + "}", "meeting", "urgent: true") == row.both);
}

TEST_CASE("not turns yes and no and leaves unknown", "[conditions]") {
  CHECK(truth("{not: {urgent: true}}", "meeting", "urgent: true") == "no");
  CHECK(truth("{not: {restricted: true}}", "meeting", "urgent: true") == "yes");
  CHECK(truth("{not: {format: live}}", "meeting", "urgent: true") == "unknown");
  CHECK(truth("{not: {any: [{format: live}, {urgent: true}]}}", "meeting", "urgent: true") == "no");
  CHECK(truth("{not: {all: [{format: live}, {restricted: true}]}}", "meeting", "urgent: true") == "yes");
}

TEST_CASE("tests on a value that is there, and on one that is not", "[conditions]") {
  struct Row { const char* why; const char* condition; const char* family; const char* fields; const char* expected; };
  // clang-format off
  const auto row = GENERATE(values<Row>({
      {"a word is that one", "{mark: urgent}", "assignment", "mark: urgent", "yes"},
      {"another word", "{mark: urgent}", "assignment", "mark: expedite", "no"},
      {"a mark that is absent is not", "{mark: urgent}", "assignment", "", "no"},
      {"one of several", "{mark: [urgent, expedite]}", "assignment", "mark: expedite", "yes"},
      {"none of several", "{mark: [urgent, expedite]}", "assignment", "mark: very-urgent", "no"},
      {"a fact that is absent is unknown", "{format: [live, mixed]}", "meeting", "", "unknown"},
      {"true", "{urgent: true}", "meeting", "urgent: true", "yes"},
      {"false where true is said", "{urgent: false}", "meeting", "urgent: true", "no"},
      {"false where false is said", "{urgent: false}", "meeting", "urgent: false", "yes"},
      {"false where nothing is said: absence means no", "{urgent: false}", "meeting", "", "yes"},
      {"true where nothing is said", "{urgent: true}", "meeting", "", "no"},
      {"a yes-no that every record has in truth", "{subordinate: false}", "assignment", "", "unknown"},
      {"a number", "{sheets: 2}", "assignment", "sheets: 2", "yes"},
      {"another number", "{sheets: 2}", "assignment", "sheets: 3", "no"},
      {"a number as decimals", "{sheets: 2}", "assignment", "sheets: 2.0", "yes"},
      {"no number", "{sheets: 2}", "assignment", "", "no"},
      {"a number that is not told", "{copies: 2}", "assignment", "", "unknown"},
      {"a list holds one of these", "{languages: [kk, ru]}", "meeting", "languages: [en, ru]", "yes"},
      {"a list holds none of these", "{languages: [kk, ru]}", "meeting", "languages: [en]", "no"},
      {"a list that is not told", "{languages: kk}", "meeting", "", "unknown"},
      {"an empty list holds nothing", "{languages: kk}", "meeting", "languages: []", "no"},
      {"maps by their first field", "{documents: agenda}", "meeting", "documents: [agenda, {document: reference, pages: 4}]", "yes"},
      {"maps by their first field", "{documents: reference}", "meeting", "documents: [agenda, {document: reference, pages: 4}]", "yes"},
      {"a list that is absent and means none", "{documents: agenda}", "meeting", "", "no"},
      {"free text", "{title: budget}", "meeting", "title: budget", "yes"},
      {"a field of a map", "{attendance.present: 11}", "meeting", "attendance: {members: 16, present: 11}", "yes"},
      {"a map that is not told", "{attendance.present: 11}", "meeting", "", "unknown"},
      {"a field of the maps of a list", "{documents.pages: 4}", "meeting", "documents: [{document: agenda, pages: 1}, {document: reference, pages: 4}]", "yes"},
      {"none of the maps", "{documents.pages: 4}", "meeting", "documents: [{document: agenda, pages: 1}]", "no"},
      {"the type", "{type: letter}", "assignment", "", "yes"},
      {"another type", "{type: {not: letter}}", "assignment", "", "no"},
      {"the period by its unit", "{period: quarter}", "assignment", "period: 2025-Q4", "yes"},
      {"by another unit", "{period: [H1, year]}", "assignment", "period: 2025-Q4", "no"},
      {"by its part", "{period: [H1, year]}", "assignment", "period: 2025-H1", "yes"},
      {"by its quarter", "{period: Q4}", "assignment", "period: 2025-Q4", "yes"},
      // exists, absent
      {"a step is there", "{notified: exists}", "meeting", "steps: {notified: 2025-10-01}", "yes"},
      {"a step is not", "{notified: exists}", "meeting", "", "no"},
      {"a step after the as-of day is not there yet", "{notified: exists}", "meeting", "steps: {notified: 2025-11-15}", "no"},
      {"no step", "{notified: absent}", "meeting", "", "yes"},
      {"a fact may be there", "{format: exists}", "meeting", "", "unknown"},
      {"a fact may not be there", "{format: absent}", "meeting", "", "unknown"},
      {"a fact is there", "{format: absent}", "meeting", "format: live", "no"},
      {"an empty list is not there", "{documents: exists}", "meeting", "documents: []", "no"},
      {"a list with something is", "{documents: exists}", "meeting", "documents: [agenda]", "yes"},
      {"a map with something is", "{minutes: exists}", "meeting", "minutes: {questions: 3}", "yes"},
      {"said to be false, it is said", "{urgent: exists}", "meeting", "urgent: false", "yes"},
      {"several asked of the record itself", "{has: [minutes, notified]}", "meeting", "minutes: {questions: 3}, steps: {notified: 2025-10-01}", "yes"},
      {"one of them is not there", "{has: [minutes, notified]}", "meeting", "minutes: {questions: 3}", "no"},
      {"none asked of the record itself", "{lacks: [minutes, notified]}", "meeting", "", "yes"},
      {"one of them is there", "{lacks: [minutes, notified]}", "meeting", "minutes: {questions: 3}", "no"},
      // not
      {"not that word", "{mark: {not: urgent}}", "assignment", "mark: expedite", "yes"},
      {"not none of these", "{mark: {not: [urgent, expedite]}}", "assignment", "mark: expedite", "no"},
      {"not, where nothing is said", "{mark: {not: urgent}}", "assignment", "", "yes"},
      {"not, where it is not told", "{format: {not: live}}", "meeting", "", "unknown"},
      // has, lacks
      {"the list holds them all", "{languages: {has: [kk, ru]}}", "meeting", "languages: [ru, en, kk]", "yes"},
      {"not all", "{languages: {has: [kk, ru]}}", "meeting", "languages: [ru]", "no"},
      {"not told", "{languages: {has: [kk, ru]}}", "meeting", "", "unknown"},
      {"the list holds none of them", "{languages: {lacks: [kk, ru]}}", "meeting", "languages: [en]", "yes"},
      {"it holds one", "{languages: {lacks: [kk, ru]}}", "meeting", "languages: [en, kk]", "no"},
      {"a list that is none holds none", "{documents: {lacks: [agenda]}}", "meeting", "", "yes"},
      {"papers by their names", "{documents: {has: [agenda, reference: \"5.6\"]}}", "meeting", "documents: [{document: reference, pages: 2}, agenda]", "yes"},
      {"the keys of a map", "{minutes: {has: [questions, rapporteurs]}}", "meeting", "minutes: {questions: 3, rapporteurs: 1}", "yes"},
      {"a key of the map is missing", "{minutes: {has: [questions, rapporteurs]}}", "meeting", "minutes: {questions: 3}", "no"},
      {"no map has no keys", "{minutes: {has: [questions]}}", "meeting", "", "no"},
      {"none of the keys", "{minutes: {lacks: [rapporteurs]}}", "meeting", "minutes: {questions: 3}", "yes"},
      // among, same-as
      {"equal to another field", "{households-covered: {same-as: households-total}}", "assignment", "households-covered: 40, households-total: 40", "yes"},
      {"not equal", "{households-covered: {same-as: households-total}}", "assignment", "households-covered: 39, households-total: 40", "no"},
      {"the other is not told", "{households-covered: {same-as: households-total}}", "assignment", "households-covered: 39", "unknown"},
      {"in another list", "{format: {among: participants.format}}", "meeting", "format: live, participants: [{office: resident, format: mixed}, {office: resident, format: live}]", "yes"},
      {"not in it", "{format: {among: participants.format}}", "meeting", "format: live, participants: [{office: resident, format: mixed}]", "no"},
      {"each value must be", "{addressee: {among: participants}}", "meeting", "addressee: [resident, entrepreneur], participants: [resident]", "no"},
      {"each value is", "{addressee: {among: participants}}", "meeting", "addressee: [resident, entrepreneur], participants: [entrepreneur, resident]", "yes"},
      // numbers
      {"at least", "{sheets: {at-least: 5}}", "assignment", "sheets: 5", "yes"},
      {"at least", "{sheets: {at-least: 5}}", "assignment", "sheets: 4", "no"},
      {"at most", "{sheets: {at-most: 5}}", "assignment", "sheets: 5", "yes"},
      {"at most", "{sheets: {at-most: 5}}", "assignment", "sheets: 6", "no"},
      {"more than", "{sheets: {more-than: 5}}", "assignment", "sheets: 5", "no"},
      {"more than", "{sheets: {more-than: 5}}", "assignment", "sheets: 5.000001", "yes"},
      {"less than", "{sheets: {less-than: 5}}", "assignment", "sheets: 5", "no"},
      {"less than", "{sheets: {less-than: 5}}", "assignment", "sheets: 4.999999", "yes"},
      {"exactly", "{sheets: {exactly: 5}}", "assignment", "sheets: 5", "yes"},
      {"exactly", "{sheets: {exactly: 5}}", "assignment", "sheets: 6", "no"},
      {"from one to another", "{sheets: {at-least: 2, at-most: 5}}", "assignment", "sheets: 6", "no"},
      {"no number to compare", "{sheets: {at-most: 5}}", "assignment", "", "no"},
      {"a number that is not told", "{copies: {at-most: 5}}", "assignment", "", "unknown"},
      {"a setting of the pack", "{sheets: {at-least: pack.limit}}", "assignment", "sheets: 8", "yes"},
      {"a setting of the pack", "{sheets: {at-least: pack.limit}}", "assignment", "sheets: 7", "no"},
      {"another field", "{sheets: {at-least: copies}}", "assignment", "sheets: 7, copies: 7", "yes"},
      {"another field that is not told", "{sheets: {at-least: copies}}", "assignment", "sheets: 7", "unknown"},
      {"the items of a list", "{documents: {at-least: 2}}", "meeting", "documents: [agenda, reference]", "yes"},
      {"too few items", "{documents: {at-least: 2}}", "meeting", "documents: [agenda]", "no"},
      {"no items is nought", "{documents: {at-most: 0}}", "meeting", "", "yes"},
      {"items that satisfy a condition", "{documents: {where: {pages: {at-most: 5}}, at-least: 2}}", "meeting", "documents: [{document: agenda, pages: 1}, {document: reference, pages: 6}, {document: annex, pages: 5}]", "yes"},
      {"too few that do", "{documents: {where: {pages: {at-most: 5}}, at-least: 2}}", "meeting", "documents: [{document: agenda, pages: 1}, {document: reference, pages: 6}]", "no"},
      {"an item that may", "{documents: {where: {pages: {at-most: 5}}, at-least: 2}}", "meeting", "documents: [{document: agenda, pages: 1}, reference]", "unknown"},
      {"enough without it", "{documents: {where: {pages: {at-most: 5}}, at-least: 1}}", "meeting", "documents: [{document: agenda, pages: 1}, reference]", "yes"},
      {"it could not suffice", "{documents: {where: {pages: {at-most: 5}}, at-least: 3}}", "meeting", "documents: [{document: agenda, pages: 1}, reference]", "no"},
      {"exactly so many items", "{addressee: {exactly: 2}}", "meeting", "addressee: [resident, entrepreneur]", "yes"},
      {"a list that is not told", "{addressee: {exactly: 2}}", "meeting", "", "unknown"},
      // times
      {"a time", "{received.time: {at-most: \"18:30\"}}", "assignment", "received: 2025-10-06T18:30", "yes"},
      {"a minute later", "{received.time: {at-most: \"18:30\"}}", "assignment", "received: 2025-10-06T18:31", "no"},
      {"a day without a time", "{received.time: {at-most: \"18:30\"}}", "assignment", "received: 2025-10-06", "unknown"},
      {"a working day", "{received.day: working}", "assignment", "received: 2025-10-06", "yes"},
      {"a day off", "{received.day: off}", "assignment", "received: 2025-10-27", "yes"},
      // dates
      {"no later than that day", "{notified: {no-later-than: date}}", "meeting", "steps: {notified: 2025-10-06}", "yes"},
      {"a day later", "{notified: {no-later-than: date}}", "meeting", "steps: {notified: 2025-10-07}", "no"},
      {"earlier than that day", "{notified: {earlier-than: date}}", "meeting", "steps: {notified: 2025-10-06}", "no"},
      {"a day earlier", "{notified: {earlier-than: date}}", "meeting", "steps: {notified: 2025-10-05}", "yes"},
      {"later than that day", "{notified: {later-than: date}}", "meeting", "steps: {notified: 2025-10-06}", "no"},
      {"a day later", "{notified: {later-than: date}}", "meeting", "steps: {notified: 2025-10-07}", "yes"},
      {"no earlier than that day", "{notified: {no-earlier-than: date}}", "meeting", "steps: {notified: 2025-10-06}", "yes"},
      {"a day earlier", "{notified: {no-earlier-than: date}}", "meeting", "steps: {notified: 2025-10-05}", "no"},
      {"exactly that day", "{notified: {exactly: 5 days before date}}", "meeting", "steps: {notified: 2025-10-01}", "yes"},
      {"a day beside it", "{notified: {exactly: 5 days before date}}", "meeting", "steps: {notified: 2025-10-02}", "no"},
      {"a step that did not happen", "{notified: {no-later-than: date}}", "meeting", "", "no"},
      {"against a day that is not there", "{due: {no-later-than: 5 days after returned}}", "assignment", "due: 2025-10-31", "no"},
      {"against another that is not there", "{due: {no-earlier-than: rework-due}}", "assignment", "due: 2025-10-31", "no"},
      {"against the as-of day", "{due: {no-later-than: as-of}}", "assignment", "due: 2025-10-31", "yes"},
      {"against the as-of day", "{due: {no-later-than: as-of}}", "assignment", "due: 2025-11-03", "no"},
      {"a date of the pack: the first that is there", "{carried-out: {no-later-than: due}}", "assignment", "due: 2025-10-20, steps: {closed: 2025-10-20}", "yes"},
      {"a date of the pack: the first that is there", "{carried-out: {no-later-than: due}}", "assignment", "due: 2025-10-20, steps: {executed: 2025-10-21, closed: 2025-10-20}", "no"},
      {"who did a step", "{notified.by: district-akim}", "meeting", "steps: {notified: {date: 2025-10-01, by: district-akim}}", "yes"},
      {"who did a step is not told", "{notified.by: district-akim}", "meeting", "steps: {notified: 2025-10-01}", "unknown"},
      {"through what", "{notified.through: {has: [bqa]}}", "meeting", "steps: {notified: {date: 2025-10-01, through: [messenger, bqa]}}", "yes"},
      {"what did not happen was done by nobody", "{notified.by: district-akim}", "meeting", "", "no"},
      {"what is not there holds nothing", "{minutes.contents: {has: [date]}}", "meeting", "", "no"},
      // derived
      {"days, first to last, both counted", "{days: 2}", "visit", "to: 2025-10-07", "yes"},
      {"one day", "{days: 1}", "visit", "", "yes"},
      {"overdue: the due date has passed, and it is not carried out", "{overdue: true}", "assignment", "due: 2025-10-30", "yes"},
      {"not on the due date", "{overdue: true}", "assignment", "due: 2025-10-31", "no"},
      {"a due date that is stated", "{due.stated: exists}", "assignment", "due: 2025-10-30", "yes"},
      {"one that is not", "{due.stated: exists}", "assignment", "", "no"},
      {"the due date before any extension", "{due.original: {exactly: due.stated}}", "assignment", "due: 2025-10-30, extensions: [{decided: 2025-10-20, to: 2025-11-20}]", "yes"},
      {"and after", "{due: {exactly: due.stated}}", "assignment", "due: 2025-10-30, extensions: [{decided: 2025-10-20, to: 2025-11-20}]", "no"},
      {"the lead is the first", "{executors.lead: department-head}", "assignment", "executors: [department-head, rural-akim]", "yes"},
      {"or who collects", "{executors.lead: department-head}", "assignment", "executors: [department-head, {office: rural-akim, collects: true}]", "no"},
      {"the lead as recorded", "{lead-executor: {same-as: executors.lead}}", "assignment", "lead-executor: rural-akim, executors: [department-head, {office: rural-akim, collects: true}]", "yes"},
      {"how many were asked", "{extensions: {where: {granted: true}, exactly: 1}}", "assignment", "due: 2025-10-30, extensions: [{requested: 2025-10-01}, {requested: 2025-10-05, decided: 2025-10-06, to: 2025-11-20}]", "yes"},
      {"a group of roles", "{executors: first-head}", "assignment", "executors: [rural-akim]", "yes"},
      {"none of the group", "{executors: first-head}", "assignment", "executors: [district-akim]", "no"},
  }));
  // clang-format on
  CAPTURE(row.why, row.condition, row.fields);
  CHECK(truth(row.condition, row.family, row.fields) == row.expected);
}

TEST_CASE("fractions are exact", "[conditions][numbers]") {
  struct Row { const char* why; const char* test; const char* attendance; const char* expected; };
  const auto row = GENERATE(values<Row>({
      {"two thirds of 16: 10 are too few", "{at-least: 2/3 of attendance.members}", "{members: 16, present: 10}", "no"},
      {"and 11 are enough", "{at-least: 2/3 of attendance.members}", "{members: 16, present: 11}", "yes"},
      {"of 15, 10 are just enough", "{at-least: 2/3 of attendance.members}", "{members: 15, present: 10}", "yes"},
      {"more than two thirds of 15 they are not", "{more-than: 2/3 of attendance.members}", "{members: 15, present: 10}", "no"},
      {"half of 7", "{at-least: 1/2 of attendance.members}", "{members: 7, present: 3}", "no"},
      {"more than half of 8", "{more-than: 1/2 of attendance.members}", "{members: 8, present: 4}", "no"},
      {"more than half of 8", "{more-than: 1/2 of attendance.members}", "{members: 8, present: 5}", "yes"},
      {"a third of a thousand million", "{at-least: 1/3 of attendance.members}", "{members: 1000000000, present: 333333333}", "no"},
      {"and one more", "{at-least: 1/3 of attendance.members}", "{members: 1000000000, present: 333333334}", "yes"},
      {"exactly a third", "{exactly: 1/3 of attendance.members}", "{members: 9, present: 3}", "yes"},
      {"at most 10 of 100", "{at-most: 10/100 of attendance.members}", "{members: 45, present: 4.5}", "yes"},
      {"the whole is not told", "{at-least: 2/3 of attendance.members}", "{present: 10}", "unknown"},
      {"the part is not told", "{at-least: 2/3 of attendance.members}", "{members: 16}", "unknown"},
  }));
  CAPTURE(row.why);
  CHECK(truth("{attendance.present: " + std::string{row.test} + "}", "meeting", "attendance: " + std::string{row.attendance}) == row.expected);
}

TEST_CASE("a fraction of the largest numbers a record can hold does not overflow", "[conditions][numbers]") {
  CHECK(truth("{attendance.present: {at-least: 999/1000 of attendance.members}}", "meeting", "attendance: {members: 999999999999, present: 999000000000}") == "yes");
  CHECK(truth("{attendance.present: {at-least: 999/1000 of attendance.members}}", "meeting", "attendance: {members: 999999999999, present: 998999999998}") == "no");
}

TEST_CASE("the largest, the smallest, the sum and the count of a list", "[conditions][numbers]") {
  const std::string votes = "resolutions: [{title: a, votes-for: 5}, {title: b, votes-for: 9, rejected: true}, {title: c, votes-for: 7}], initiators: ";
  struct Row { const char* amount; const char* number; };
  const auto row = GENERATE(values<Row>({
      {"{largest: resolutions.votes-for}", "9"},
      {"{smallest: resolutions.votes-for}", "5"},
      {"{sum: resolutions.votes-for}", "21"},
      {"{count: resolutions}", "3"},
      {"{largest: resolutions.votes-for, where: {rejected: false}}", "7"},
      {"{smallest: resolutions.votes-for, where: {rejected: true}}", "9"},
      {"{sum: resolutions.votes-for, where: {rejected: false}}", "12"},
      {"{count: resolutions, where: {rejected: false}}", "2"},
      {"{count: resolutions, where: {votes-for: {more-than: 100}}}", "0"},
  }));
  CAPTURE(row.amount);
  CHECK(truth("{initiators: {exactly: " + std::string{row.amount} + "}}", "meeting", votes + row.number) == "yes");
  CHECK(truth("{initiators: {more-than: " + std::string{row.amount} + "}}", "meeting", votes + row.number) == "no");
}

TEST_CASE("an aggregate over something that is not told is unknown", "[conditions][numbers]") {
  CHECK(truth("{initiators: {exactly: {sum: resolutions.votes-for}}}", "meeting", "initiators: 5, resolutions: [{title: a, votes-for: 5}, b]") == "unknown");
}

TEST_CASE("an elected candidate has no fewer votes than any who was not", "[conditions][numbers]") {
  const Pack pack = shipped_pack("rule-language");
  const auto said = [&](const std::string& candidates) {
    return told(judge(pack, "meetings: [{id: M, type: separate-gathering, date: 2025-09-09, attendance: {present: 20}, candidates: [" + candidates + "]}]", as_of("2025-12-01")),
                "separate-gathering-elected-by-majority");
  };
  CHECK(said("{name: a, votes: 12, elected: true}, {name: b, votes: 8}") == "candidates#1 met; candidates#2 not-applicable");
  CHECK(said("{name: a, votes: 8, elected: true}, {name: b, votes: 12}") == "candidates#1 wrong; candidates#2 not-applicable");
  CHECK(said("{name: a, votes: 10, elected: true}, {name: b, votes: 10}") == "candidates#1 met, disputable; candidates#2 not-applicable");
}

TEST_CASE("an office is its id, its role, a group of roles, and whom it acts for", "[conditions][offices]") {
  const std::string world = R"(
bodies: [{id: kaz, kind: district, traits: [distant]}, {id: okrug, kind: okrug, within: kaz}]
offices:
- {id: akim, role: district-akim, body: kaz, absences: [{from: 2025-10-06, to: 2025-10-10, acting: deputy}, {from: 2025-10-20, to: 2025-10-22}]}
- {id: deputy, role: district-deputy-akim, body: kaz}
- {id: fin, role: department-head, body: kaz, supervised-by: deputy}
- {id: rural, role: rural-akim, body: okrug})";
  struct Row { const char* why; const char* condition; const char* fields; const char* expected; };
  // clang-format off
  const auto row = GENERATE(values<Row>({
      {"its role", "{issued-by: district-akim}", "issued-by: akim", "yes"},
      {"another role", "{issued-by: district-akim}", "issued-by: fin", "no"},
      {"a group of roles", "{issued-by: first-head}", "issued-by: fin", "yes"},
      {"not of the group", "{issued-by: first-head}", "issued-by: akim", "no"},
      {"who acts for it that day", "{issued-by: district-akim}", "issued-by: deputy", "yes"},
      {"he remains what he is", "{issued-by: district-deputy-akim}", "issued-by: deputy", "yes"},
      {"a role in the office's place", "{issued-by: district-akim}", "issued-by: district-akim", "yes"},
      {"the role of it", "{issued-by.role: department-head}", "issued-by: fin", "yes"},
      {"its body, by id", "{issued-by.body: kaz}", "issued-by: fin", "yes"},
      {"its body, by kind", "{issued-by.body: district}", "issued-by: fin", "yes"},
      {"its body, by trait", "{issued-by.body: distant}", "issued-by: fin", "yes"},
      {"another kind", "{issued-by.body: okrug}", "issued-by: fin", "no"},
      {"who supervises it", "{issued-by.supervised-by: district-deputy-akim}", "issued-by: fin", "yes"},
      {"the body around the body", "{body.within: district}", "body: okrug", "yes"},
      {"the body of the record is that of its maker", "{body: okrug}", "issued-by: rural", "yes"},
      {"of a list one", "{signed-by: first-head}", "signed-by: [akim, fin]", "yes"},
      {"of a list all", "{signed-by: {has: [district-akim, department-head]}}", "signed-by: [fin, akim]", "yes"},
      {"of a list not all", "{signed-by: {has: [district-akim, rural-akim]}}", "signed-by: [fin, akim]", "no"},
      {"acting for", "{issued-by: {acting-for: district-akim}}", "issued-by: deputy", "yes"},
      {"the akim himself does not act for the akim", "{issued-by: {acting-for: district-akim}}", "issued-by: akim", "no"},
      {"held and not absent on the day of a step", "{signed-by: {present-on: signed}}", "signed-by: akim, steps: {signed: 2025-10-17}", "yes"},
      {"absent that day, somebody acting", "{signed-by: {present-on: signed}}", "signed-by: akim, steps: {signed: 2025-10-08}", "no"},
      {"absent that day, nobody acting", "{signed-by: {present-on: signed}}", "signed-by: akim, steps: {signed: 2025-10-21}", "no"},
      {"two settlements lifted to their okrug", "{places.okrug: okrug}", "places: [okrug]", "yes"},
  }));
  // clang-format on
  CAPTURE(row.why);
  CHECK(truth(row.condition, "assignment", row.fields, world) == row.expected);
}

TEST_CASE("a deputy who acts counts as the akim only while he does", "[conditions][offices]") {
  const Pack pack = pack_of(plain, rule("r", "about: assignment, when: {issued-by: district-akim}, check: {required: {id: A}}"));
  const auto said = [&](const char* received) {
    return outcomes(judge(pack, R"(
bodies: [{id: kaz, kind: district}]
offices: [{id: akim, role: district-akim, body: kaz, absences: [{from: 2025-10-06, to: 2025-10-10, acting: deputy}]}, {id: deputy, role: district-deputy-akim, body: kaz}]
assignments: [{id: A, type: letter, issued-by: deputy, received: )" + std::string{received} + "}]", as_of("2025-10-31")));
  };
  CHECK(said("2025-10-05") == "not-applicable");
  CHECK(said("2025-10-06") == "met");
  CHECK(said("2025-10-10") == "met");
  CHECK(said("2025-10-11") == "not-applicable");
}

TEST_CASE("a set of offices: every such office held that day and not absent without a stand-in", "[conditions][sets]") {
  const std::string offices = R"(
bodies: [{id: kaz, kind: district}, {id: tur, kind: district}, {id: north, kind: okrug, within: kaz}]
offices:
- {id: deputy, role: district-deputy-akim, body: kaz}
- {id: fin, role: department-head, body: kaz}
- {id: rural, role: rural-akim, body: north}
- {id: vacant, role: department-head, body: kaz, holders: [{name: A, from: 2020-01-01, to: 2025-09-30}]}
- {id: away, role: department-head, body: kaz, absences: [{from: 2025-10-06, to: 2025-10-10, reason: leave}]}
- {id: replaced, role: department-head, body: kaz, absences: [{from: 2025-10-06, to: 2025-10-10, reason: leave, acting: deputy}]}
- {id: abolished, role: department-head, body: kaz, to: 2025-10-05}
- {id: elsewhere, role: department-head, body: tur}
)";
  const Pack pack = pack_of(plain, rule("r", "about: meeting, check: {required: {participants: {has: {offices: [department-head, rural-akim], inside: body}}}}"));
  const auto said = [&](const std::string& participants) {
    const Run run = judge(pack, offices + "meetings: [{id: M, type: apparatus, body: kaz, date: 2025-10-08, participants: [" + participants + "]}]", as_of("2025-12-31"));
    return outcomes(run) + " " + violation(run);
  };
  CHECK(said("fin, rural, replaced").starts_with("met"));
  CHECK(said("fin, rural, deputy").starts_with("met"));          // who acts for it counts as it
  CHECK(said("fin, replaced") == "wrong required-missing-members participants [rural]");
  CHECK(said("rural") == "wrong required-missing-members participants [fin,replaced]");
}

TEST_CASE("a set of offices by whom they are supervised", "[conditions][sets]") {
  const Pack pack = pack_of(plain, rule("r", "about: meeting, check: {required: {participants: {has: {offices: department-head, inside: body, supervised-by: by}}}}"));
  const auto said = [&](const std::string& participants) {
    return outcomes(judge(pack, R"(
bodies: [{id: kaz, kind: district}]
offices: [{id: d1, role: district-deputy-akim, body: kaz}, {id: d2, role: district-deputy-akim, body: kaz}, {id: fin, role: department-head, body: kaz, supervised-by: d1},
          {id: edu, role: department-head, body: kaz, supervised-by: d2}]
meetings: [{id: M, type: apparatus, by: d1, date: 2025-10-08, participants: [)" + participants + "]}]", as_of("2025-12-31")));
  };
  CHECK(said("fin") == "met");
  CHECK(said("edu") == "wrong");
}

TEST_CASE("a set of roles wants one of each", "[conditions][sets]") {
  const Pack pack = pack_of(plain, rule("r", "about: meeting, check: {required: {participants: {has: [district-deputy-akim, department-head]}}}"));
  const auto said = [&](const std::string& participants) {
    const Run run = judge(pack, R"(
bodies: [{id: kaz, kind: district}]
offices: [{id: d1, role: district-deputy-akim, body: kaz}, {id: d2, role: district-deputy-akim, body: kaz}, {id: fin, role: department-head, body: kaz}]
meetings: [{id: M, type: apparatus, by: d1, date: 2025-10-08, participants: [)" + participants + "]}]", as_of("2025-12-31"));
    return outcomes(run) + " " + violation(run);
  };
  CHECK(said("d2, fin").starts_with("met"));
  CHECK(said("d1, department-head").starts_with("met"));
  CHECK(said("d1, d2") == "wrong required-missing-members participants [department-head]");
}

TEST_CASE("a set of bodies: those inside another", "[conditions][sets]") {
  const Pack pack = pack_of(plain, rule("r", "about: visit, check: {required: {places: {has: {bodies: settlement, inside: body}}}}"));
  const auto said = [&](const std::string& places) {
    const Run run = judge(pack, R"(
bodies: [{id: north, kind: okrug}, {id: a, kind: settlement, within: north}, {id: b, kind: settlement, within: north}, {id: c, kind: plot, within: north}, {id: x, kind: settlement},
         {id: gone, kind: settlement, within: north, to: 2025-01-01}]
visits: [{id: V, type: settlement-tour, body: north, date: 2025-10-08, places: [)" + places + "]}]", as_of("2025-12-31"));
    return outcomes(run) + " " + violation(run);
  };
  CHECK(said("a, b").starts_with("met"));
  CHECK(said("a, x") == "wrong required-missing-members places [b]");
}

TEST_CASE("a set of values named in other records of the body", "[conditions][sets]") {
  const Pack pack = pack_of(plain, rule("r", "about: assignment/control-list, check: {required: {addressee: {has: {values: executors.office, of: assignment/instruction, where: {on-control: true}}}}}"));
  const auto said = [&](const std::string& addressee) {
    const Run run = judge(pack, R"(
bodies: [{id: kaz, kind: district}, {id: tur, kind: district}]
offices: [{id: unit, role: documentation-unit, body: kaz}, {id: fin, role: department-head, body: kaz}, {id: edu, role: department-head, body: kaz}, {id: far, role: department-head, body: tur},
          {id: akim, role: district-akim, body: kaz}, {id: akim-2, role: district-akim, body: tur}]
assignments:
- {id: L, type: control-list, by: unit, issued: 2025-10-06, addressee: [)" + addressee + R"(]}
- {id: I, type: instruction, issued-by: akim, received: 2025-10-01, on-control: true, executors: [fin]}
- {id: J, type: instruction, issued-by: akim, received: 2025-10-01, executors: [edu]}
- {id: K, type: instruction, issued-by: akim-2, received: 2025-10-01, on-control: true, executors: [far]}
)", as_of("2025-12-31"));
    return outcomes(run) + " " + violation(run);
  };
  CHECK(said("fin, edu").starts_with("met"));
  CHECK(said("edu") == "wrong required-missing-members addressee [fin]");
}

TEST_CASE("links lead to other records, in whatever order they are read", "[conditions][links]") {
  const Pack pack = pack_of(plain, rule("r", "about: assignment/protocol-instruction, when: {meeting.type: apparatus}, check: {deadline: {step: executed, no-later-than: 5 days after meeting.date}}"));
  const std::string meetings = "meetings: [{id: M, type: apparatus, date: 2025-10-06}, {id: N, type: operational, date: 2025-10-06}]\n";
  const auto instruction = [](const std::string& meeting, const std::string& executed) {
    return "assignments: [{id: A, type: protocol-instruction, received: 2025-10-07, meeting: " + meeting + ", steps: {executed: " + executed + "}}]\n";
  };
  const JudgeOptions options = as_of("2025-10-31");
  CHECK(told(judge(pack, meetings + instruction("M", "2025-10-11"), options)) == "met, due 2025-10-11, done 2025-10-11");
  CHECK(told(judge(pack, instruction("M", "2025-10-11") + meetings, options)) == "met, due 2025-10-11, done 2025-10-11");
  CHECK(told(judge(pack, instruction("M", "2025-10-12") + meetings, options)) == "late by 1 days, due 2025-10-11, done 2025-10-12");
  CHECK(told(judge(pack, instruction("N", "2025-10-12") + meetings, options)) == "not-applicable");
}
