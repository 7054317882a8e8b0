// RULES, sections 2, 3 and 9: what all kinds share, and the kinds `required`, `order` and `conformity`.
#include <catch2/catch.hpp>

#include "judged.hpp"

using namespace reglament;

namespace {

Pack pack_with(const std::string& keys, const char* head = plain) { return pack_of(head, rule("r", keys)); }

JudgeOptions holding(const char* today, std::vector<std::string> fields = {}) {
  JudgeOptions options = as_of(today);
  options.holds_all = false;
  options.holds = std::move(fields);
  return options;
}

}  // namespace

// --- required -------------------------------------------------------------------------------------------------------

TEST_CASE("required: a value that fails is wrong at once, an absent one when its time is over", "[required]") {
  const Pack pack = pack_with("about: meeting, check: {required: {minutes.questions: {at-least: 2}}}", "rollover: none\nsettled: {meeting: 10 working days after date}");
  struct Row { const char* why; const char* minutes; const char* today; const char* expected; };
  const auto row = GENERATE(values<Row>({  // 10 working days after Monday 2025-10-06: Monday 20
      {"it is there", "minutes: {questions: 2}", "2025-10-06", "met"},
      {"it fails", "minutes: {questions: 1}", "2025-10-06", "wrong"},
      {"it is absent, on the day", "", "2025-10-06", "pending"},
      {"on the day it is settled", "", "2025-10-20", "pending"},
      {"the day after", "", "2025-10-21", "wrong"},
      {"before the meeting nothing is judged", "minutes: {questions: 1}", "2025-10-05", "pending"},
  }));
  CAPTURE(row.why);
  CHECK(outcomes(judge(pack, "meetings: [{id: M, type: apparatus, date: 2025-10-06, " + std::string{row.minutes} + "}]", as_of(row.today))) == row.expected);
}

TEST_CASE("required: a rule's own day of settling goes before the pack's", "[required]") {
  const Pack pack = pack_with("about: meeting, settled: 4 working days before date, check: {required: {documents: {has: [scenario]}}}", "rollover: none\nsettled: {meeting: 10 working days after date}");
  const auto said = [&](const char* today) { return outcomes(judge(pack, "meetings: [{id: M, type: official-event, date: 2025-10-06}]", as_of(today))); };
  CHECK(said("2025-10-06") == "wrong");
  CHECK(said("2025-10-05") == "pending");  // not judged before the record's date
}

TEST_CASE("required: the finding names each leaf that fails, and missing members with their clauses", "[required]") {
  const Pack pack = shipped_pack("rule-language");
  const Run quorum = judge(pack, "meetings: [{id: M, type: akimdik-session, date: 2025-10-06, attendance: {members: 16, present: 10}}]", as_of("2025-12-31"));
  CHECK(violation(quorum).starts_with("required-number attendance.present 10 at-least "));
  CHECK(violation(quorum).ends_with(" 2/3 × 16"));
  const Run papers = judge(pack, "meetings: [{id: M, type: official-event, date: 2025-10-06, documents: [reference-materials, scenario, short-programme, running-order, seating-plan], steps: {notified: 2025-09-01}}]", as_of("2025-12-31"));
  CHECK(violation(papers) == "required-missing-members documents [event-details (3.3(3)),participants-list (3.3(4))]");
}

TEST_CASE("required: a list of persons whom an office owes is judged for each absence", "[required][register]") {
  const Pack pack = shipped_pack("rule-language");
  const auto said = [&](const std::string& absence) {
    return told(judge(pack, "bodies: [{id: kaz, kind: district}]\noffices: [{id: fin, role: department-head, body: kaz, absences: [" + absence + "]}, {id: deputy, role: deputy-of-first-head, body: kaz}]",
                      as_of("2025-12-31")), "absence-of-head-has-order-and-substitute");
  };
  CHECK(said("{from: 2025-10-06, to: 2025-10-10, reason: leave, acting: deputy, order-issued: 2025-10-03}") == "absences#1 met");
  CHECK(said("{from: 2025-10-06, to: 2025-10-10, reason: leave, acting: deputy}") == "absences#1 wrong");
  CHECK(said("{from: 2025-10-06, to: 2025-10-10, reason: trip}") == "absences#1 not-applicable");
}

// --- the held bit ---------------------------------------------------------------------------------------------------

TEST_CASE("a step that no record of the type holds is no proof of neglect", "[held]") {
  const Pack pack = pack_with("about: meeting, check: {deadline: {step: minutes-drafted, no-later-than: 1 working day after date}}");
  const std::string bare = "{id: M, type: apparatus, date: 2025-10-06}";
  const std::string with_step = "{id: N, type: apparatus, date: 2025-10-13, steps: {minutes-drafted: 2025-10-14}}";
  const std::string of_other_type = "{id: O, type: operational, date: 2025-10-13, steps: {minutes-drafted: 2025-10-14}}";
  const auto said = [&](const std::string& meetings, const JudgeOptions& options) { return told(judge(pack, "meetings: [" + meetings + "]", options)); };
  const JudgeOptions options = holding("2025-10-31");
  CHECK(said(bare, options) == "unknown: minutes-drafted");
  CHECK(said(bare + ", " + with_step, options) == "missed, due 2025-10-07; met, due 2025-10-14, done 2025-10-14");
  CHECK(said(with_step + ", " + bare, options) == "met, due 2025-10-14, done 2025-10-14; missed, due 2025-10-07");
  CHECK(said(bare + ", " + of_other_type, options) == "met, due 2025-10-14, done 2025-10-14; unknown: minutes-drafted");
  CHECK(said(bare, holding("2025-10-31", {"minutes-drafted"})) == "missed, due 2025-10-07");
  CHECK(said(bare, holding("2025-10-31", {"agenda-sent"})) == "unknown: minutes-drafted");
  CHECK(said(bare, as_of("2025-10-31")) == "missed, due 2025-10-07");
}

TEST_CASE("it is unknown before the time is over too", "[held]") {
  const Pack pack = pack_with("about: meeting, check: {deadline: {step: minutes-drafted, no-later-than: 1 working day after date}}");
  CHECK(told(judge(pack, "meetings: [{id: M, type: apparatus, date: 2025-10-06}]", holding("2025-10-07"))) == "unknown: minutes-drafted");
}

TEST_CASE("required on a field that no record holds is unknown", "[held]") {
  const Pack pack = pack_with("about: meeting, check: {required: {documents: {has: [agenda]}}}", "rollover: none\nsettled: {meeting: date}");
  const auto said = [&](const std::string& other) {
    return told(judge(pack, "meetings: [{id: M, type: apparatus, date: 2025-10-06}" + other + "]", holding("2025-10-31")));
  };
  CHECK(said("") == "unknown: documents");
  CHECK(said(", {id: N, type: apparatus, date: 2025-10-13, documents: [agenda]}") == "wrong; met");
  CHECK(said(", {id: N, type: apparatus, date: 2025-10-13, documents: [reference]}") == "wrong; wrong");
}

TEST_CASE("a condition that hangs on a field nobody holds leaves the rule unknown", "[held]") {
  const Pack pack = pack_with("about: meeting, when: {restricted: true}, check: {deadline: {step: minutes-drafted, no-later-than: 1 working day after date}}");
  const auto said = [&](const std::string& meetings) { return told(judge(pack, "meetings: [" + meetings + "]", holding("2025-10-31"))); };
  const std::string drafted = "{id: N, type: apparatus, date: 2025-10-13, steps: {minutes-drafted: 2025-10-14}";
  CHECK(said("{id: M, type: apparatus, date: 2025-10-06}, " + drafted + "}") == "unknown: restricted");
  CHECK(said("{id: M, type: apparatus, date: 2025-10-06}, " + drafted + ", restricted: true}") == "not-applicable; met, due 2025-10-14, done 2025-10-14");
}

TEST_CASE("the closing of assignments is judged though nobody holds it", "[held]") {
  const Pack pack = pack_with("about: assignment, check: {deadline: {step: [executed, closed], no-later-than: due}}");
  CHECK(told(judge(pack, "assignments: [{id: A, type: instruction, received: 2025-10-01, due: 2025-10-10}]", holding("2025-10-31"))) == "missed, due 2025-10-10");
}

TEST_CASE("so are extensions", "[held]") {
  const Pack pack = shipped_pack("rule-language");
  const Run run = judge(pack, "assignments: [{id: A, type: instruction, received: 2025-10-01, due: 2025-10-27, extensions: [{decided: 2025-10-23, to: 2025-11-10}]}]", holding("2025-10-31"));
  CHECK(told(run, "control-extension-asked-3-working-days-before") == "extensions#1 missed, due 2025-10-22");
}

TEST_CASE("so are frequencies, where the input holds records of the family", "[held]") {
  const Pack pack = pack_with("about: meeting/apparatus, owed-by: district-akim, check: {frequency: {each: month}}");
  const std::string office = "bodies: [{id: kaz, kind: district}]\noffices: [{id: akim, role: district-akim, body: kaz, from: 2025-10-01}]\n";
  CHECK(outcomes(judge(pack, office + "meetings: [{id: M, type: operational, by: akim, date: 2025-10-06}]", holding("2025-11-01"))) == "missed; pending");
}

TEST_CASE("an unknown names how many records it leaves open", "[held]") {
  const Pack pack = pack_with("about: meeting, check: {deadline: {step: minutes-drafted, no-later-than: 1 working day after date}}");
  const Run run = judge(pack, "meetings: [{id: M, type: apparatus, date: 2025-10-06}, {id: N, type: apparatus, date: 2025-10-13}]", holding("2025-10-31"));
  REQUIRE(run.unknown.size() == 1);
  CHECK(run.unknown.front().records == 2);
  CHECK(run.unknown.front().rule->id == "r");
  CHECK(!run.unknown.front().field_is_held);
  CHECK(run.summary.outcomes[static_cast<std::size_t>(Outcome::unknown)] == 2);
}

TEST_CASE("a fact that other records hold and this one does not is unknown", "[held]") {
  const Pack pack = pack_with("about: meeting, check: {required: {format: in-person}}", "rollover: none\nsettled: {meeting: date}");
  const Run run = judge(pack, "meetings: [{id: M, type: apparatus, date: 2025-10-06}, {id: N, type: apparatus, date: 2025-10-13, format: in-person}]", holding("2025-10-31"));
  CHECK(told(run) == "met; unknown: format");
  REQUIRE(run.unknown.size() == 1);
  CHECK(run.unknown.front().field_is_held);
}

// --- readings and exceptions ----------------------------------------------------------------------------------------

TEST_CASE("9.4: certain when all readings find a violation, else disputable", "[readings]") {
  const Pack pack = pack_with(
      "about: assignment, check: {deadline: {step: answered, no-later-than: 5 days after received}},\n"
      "   readings: [{id: longer, note: {kk: n, ru: n, en: n}, check: {deadline: {step: answered, no-later-than: 7 days after received}}},"
      " {id: urgent-only, note: {kk: n, ru: n, en: n}, when: {urgent: true}}]");
  struct Row { const char* why; const char* fields; const char* answered; const char* expected; };
  const auto row = GENERATE(values<Row>({
      {"no reading finds a fault", "urgent: true", "2025-10-06", "met, due 2025-10-06, done 2025-10-06"},
      {"the base alone does", "urgent: false", "2025-10-08", "late by 2 days, due 2025-10-06, done 2025-10-08, disputable"},
      {"the base and one of two", "urgent: true", "2025-10-08", "late by 2 days, due 2025-10-06, done 2025-10-08, disputable"},
      {"all of them", "urgent: true", "2025-10-09", "late by 3 days, due 2025-10-06, done 2025-10-09"},
  }));
  CAPTURE(row.why);
  const std::string records = "assignments: [{id: A, type: letter, received: 2025-10-01, " + std::string{row.fields} + ", steps: {answered: " + row.answered + "}}]";
  CHECK(told(judge(pack, records, as_of("2025-10-31"))) == row.expected);
}

TEST_CASE("9.4: what only another reading finds is met, and told to those who ask for all", "[readings]") {
  const Pack pack = pack_with(
      "about: assignment, check: {deadline: {step: answered, no-later-than: 5 days after received}},\n"
      "   readings: [{id: shorter, note: {kk: n, ru: n, en: n}, check: {deadline: {step: answered, no-later-than: 3 days after received}}}]");
  const std::string records = "assignments: [{id: A, type: letter, received: 2025-10-01, steps: {answered: 2025-10-05}}]";
  const Run run = judge(pack, records, as_of("2025-10-31"));
  CHECK(told(run) == "met, due 2025-10-06, done 2025-10-05, disputable");
  REQUIRE(run.findings.front().readings.size() == 1);
  CHECK(run.findings.front().readings.front().id == "shorter");
  CHECK(run.findings.front().readings.front().outcome == Outcome::late);
  JudgeOptions options = as_of("2025-10-31");
  options.all = false;
  CHECK(told(judge(pack, records, options)).empty());
}

TEST_CASE("9.4: a reading under which nothing is asked leaves every violation disputable", "[readings]") {
  const Pack pack = pack_with(
      "about: assignment, check: {deadline: {step: answered, no-later-than: 5 days after received}},\n"
      "   readings: [{id: none, note: {kk: n, ru: n, en: n}, asks: nothing}]");
  CHECK(told(judge(pack, "assignments: [{id: A, type: letter, received: 2025-10-01}]", as_of("2025-10-31"))) == "missed, due 2025-10-06, disputable");
}

TEST_CASE("9.5: an exception that cannot be told does not hide a violation", "[excused]") {
  const Pack pack = pack_with("about: meeting, excused: {format: live}, check: {deadline: {step: minutes-drafted, no-later-than: 1 working day after date}}");
  const auto said = [&](const std::string& fields) {
    return judge(pack, "meetings: [{id: M, type: apparatus, date: 2025-10-06, " + fields + "}]", as_of("2025-10-31"));
  };
  CHECK(told(said("format: live")).starts_with("excused"));
  CHECK(told(said("format: in-person")) == "missed, due 2025-10-07");
  const Run run = said("");
  CHECK(told(run) == "missed, due 2025-10-07, disputable");
  CHECK(run.findings.front().doubts == std::vector<std::string>{"format"});
}

TEST_CASE("an exception turns a violation into excused, and leaves what is met", "[excused]") {
  const Pack pack = pack_with("about: meeting, excused: [{urgent: true}, {restricted: true}], check: {deadline: {step: minutes-drafted, no-later-than: 1 working day after date}}");
  const auto said = [&](const std::string& fields) {
    return outcomes(judge(pack, "meetings: [{id: M, type: apparatus, date: 2025-10-06, " + fields + "}]", as_of("2025-10-31")));
  };
  CHECK(said("restricted: true") == "excused");
  CHECK(said("urgent: true, steps: {minutes-drafted: 2025-10-09}") == "excused");
  CHECK(said("urgent: true, steps: {minutes-drafted: 2025-10-07}") == "met");
}

// --- whom the finding names -----------------------------------------------------------------------------------------

TEST_CASE("a finding names the office of the role in the record's body, else around it, else the role", "[owed-by]") {
  struct Row { const char* owed_by; const char* body; const char* office; };
  const auto row = GENERATE(values<Row>({
      {"rural-akim", "north", "rural"},
      {"district-akim", "north", "akim"},
      {"[legal-unit, district-akim]", "kaz", "akim"},
      {"hr-unit", "kaz", "hr-unit"},
      {"{named-in: chair}", "kaz", "deputy"},
      {"{together: district-akim}", "kaz", "akim"},
  }));
  CAPTURE(row.owed_by);
  const Pack pack = pack_with("about: meeting, owed-by: " + std::string{row.owed_by} + ", check: {deadline: {step: minutes-drafted, no-later-than: date}}");
  const Run run = judge(pack, R"(
bodies: [{id: kaz, kind: district}, {id: north, kind: okrug, within: kaz}]
offices: [{id: akim, role: district-akim, body: kaz}, {id: deputy, role: district-deputy-akim, body: kaz}, {id: rural, role: rural-akim, body: north}]
meetings: [{id: M, type: apparatus, chair: deputy, date: 2025-10-06, body: )" + std::string{row.body} + "}]", as_of("2025-10-31"));
  REQUIRE(run.findings.size() == 1);
  CHECK(run.findings.front().office == row.office);
  CHECK(run.findings.front().record == "M");
  CHECK(run.findings.front().family == Family::meeting);
}

TEST_CASE("a finding stands at its record; of an item, at the item", "[findings]") {
  const Pack pack = pack_of(plain, rule("whole", "about: meeting, check: {deadline: {step: minutes-drafted, no-later-than: date}}") +
                                       rule("item", "about: meeting, for-each: documents, check: {required: {pages: {at-most: 5}}}"));
  const Run run = judge(pack, "meetings:\n- id: M\n  type: apparatus\n  date: 2025-10-06\n  documents:\n  - {document: agenda, pages: 2}\n  - {document: reference, pages: 7}\n", as_of("2025-10-31"));
  std::string text;
  for (const Finding& finding : run.findings) {
    if (is_violation(finding.outcome)) text += finding.rule->id + " " + std::to_string(finding.mark.line) + ":" + std::to_string(finding.mark.column) + " " + finding.item + ";";
  }
  CHECK(text == "whole 2:3 ;item 7:5 documents#2;");
}

// --- severity, binding, selection -----------------------------------------------------------------------------------

TEST_CASE("a pack may cap the severity of its rules", "[severity]") {
  const std::string keys = "about: meeting, check: {deadline: {step: minutes-drafted, no-later-than: date}}";
  const std::string rules = rule("error", keys) + rule("warning", "severity: warning, " + keys) + rule("note", "severity: note, " + keys);
  const auto severities = [&](const char* head) {
    std::string text;
    for (const Rule& each : pack_of(head, rules).rules) text += std::string{to_text(each.info->severity)} + " ";
    return text;
  };
  CHECK(severities("rollover: none") == "error warning note ");
  CHECK(severities("rollover: none\nseverity-cap: error") == "error warning note ");
  CHECK(severities("rollover: none\nseverity-cap: warning") == "warning warning note ");
  CHECK(severities("rollover: none\nseverity-cap: note") == "note note note ");
}

TEST_CASE("the summary counts outcomes, and violations by severity", "[summary]") {
  const std::string keys = "about: meeting, check: {deadline: {step: minutes-drafted, no-later-than: date}}";
  const Pack pack = pack_of(plain, rule("error", keys) + rule("note", "severity: note, " + keys));
  const Run run = judge(pack, "meetings: [{id: M, type: apparatus, date: 2025-10-06}, {id: N, type: apparatus, date: 2025-10-07, steps: {minutes-drafted: 2025-10-07}},"
                              " {id: O, type: apparatus, date: 2025-10-08, steps: {minutes-drafted: 2025-10-09}}]", as_of("2025-10-31"));
  const auto count = [&](Outcome outcome) { return run.summary.outcomes[static_cast<std::size_t>(outcome)]; };
  CHECK(count(Outcome::missed) == 2);
  CHECK(count(Outcome::met) == 2);
  CHECK(count(Outcome::late) == 2);
  CHECK(run.summary.violations[static_cast<std::size_t>(Severity::error)] == 2);
  CHECK(run.summary.violations[static_cast<std::size_t>(Severity::note)] == 2);
  CHECK(run.summary.violations[static_cast<std::size_t>(Severity::warning)] == 0);
}

TEST_CASE("a regulation binds the body that names it and all inside it", "[binding]") {
  const Pack pack = pack_with("about: meeting, check: {deadline: {step: minutes-drafted, no-later-than: date}}");
  JudgeOptions options = as_of("2025-10-31");
  options.binds_all = false;
  const Run run = judge(pack, R"(
bodies: [{id: kaz, kind: district, regulations: [p]}, {id: north, kind: okrug, within: kaz}, {id: tur, kind: district, regulations: [q]}, {id: oblast, kind: oblast}]
offices: [{id: rural, role: rural-akim, body: north}]
meetings: [{id: A, type: apparatus, body: kaz, date: 2025-10-06}, {id: B, type: apparatus, by: rural, date: 2025-10-06}, {id: C, type: apparatus, body: tur, date: 2025-10-06},
           {id: D, type: apparatus, body: oblast, date: 2025-10-06}]
)", options);
  std::string judged;
  for (const Finding& finding : run.findings) {
    if (is_violation(finding.outcome)) judged += *finding.record + " ";
  }
  CHECK(judged == "A B ");
}

TEST_CASE("records may be picked by office, body, period and rule", "[selection]") {
  const std::string keys = "about: meeting, owed-by: {named-in: by}, check: {deadline: {step: minutes-drafted, no-later-than: date}}";
  const Pack pack = pack_of(plain, rule("r", keys) + rule("s", keys));
  const std::string records = R"(
bodies: [{id: kaz, kind: district}, {id: north, kind: okrug, within: kaz}]
offices: [{id: akim, role: district-akim, body: kaz}, {id: rural, role: rural-akim, body: north}]
meetings: [{id: A, type: apparatus, by: akim, date: 2025-09-30}, {id: B, type: apparatus, by: akim, date: 2025-10-01}, {id: C, type: apparatus, by: rural, date: 2025-10-31},
           {id: D, type: apparatus, by: rural, date: 2025-11-01}]
)";
  const auto said = [&](const std::function<void(JudgeOptions&)>& with) {
    JudgeOptions options = as_of("2025-12-31");
    options.all = false;
    options.selects = [](const Rule& each) { return each.info->id == "r"; };
    with(options);
    std::string text;
    for (const Finding& finding : judge(pack, records, options).findings) text += finding.rule->id + *finding.record + " ";
    return text;
  };
  CHECK(said([](JudgeOptions&) {}) == "rA rB rC rD ");
  CHECK(said([](JudgeOptions& options) { options.period = parse_range("2025-10"); }) == "rB rC ");
  CHECK(said([](JudgeOptions& options) { options.office = "rural"; }) == "rC rD ");
  CHECK(said([](JudgeOptions& options) { options.body = BodyIndex{1}; }) == "rC rD ");
  CHECK(said([](JudgeOptions& options) { options.body = BodyIndex{0}; }) == "rA rB rC rD ");
  CHECK(said([](JudgeOptions& options) { options.selects = [](const Rule& each) { return each.info->id == "s"; }; }) == "sA sB sC sD ");
}

TEST_CASE("only violations are told unless all is asked for", "[selection]") {
  const Pack pack = pack_with("about: meeting, check: {deadline: {step: minutes-drafted, no-later-than: date}}");
  JudgeOptions options = as_of("2025-10-31");
  options.all = false;
  CHECK(told(judge(pack, "meetings: [{id: M, type: apparatus, date: 2025-10-06}, {id: N, type: apparatus, date: 2025-10-07, steps: {minutes-drafted: 2025-10-07}}, {id: O, type: apparatus, date: 2025-10-31}]", options)) ==
        "missed, due 2025-10-06");
}

TEST_CASE("9.3: one fault is told once", "[told-by]") {
  const std::string keys = "about: meeting, check: {deadline: {step: minutes-drafted, no-later-than: date}}";
  const Pack pack = pack_of(plain, rule("second", "told-by: [first], " + keys) + rule("first", keys));
  const Run run = judge(pack, "meetings: [{id: M, type: apparatus, date: 2025-10-06}]", as_of("2025-10-31"));
  REQUIRE(run.findings.size() == 2);
  for (const Finding& finding : run.findings) {
    if (finding.rule->id == "first") CHECK(!finding.told_under);
    if (finding.rule->id == "second") {
      REQUIRE(finding.told_under);
      CHECK(run.findings[*finding.told_under].rule->id == "first");
    }
  }
}

TEST_CASE("what needs an empty setting is not asked", "[settings]") {
  const std::string keys = "about: visit, check: {required: {hours-on-site: {at-least: pack.hours-per-day}}}";
  const std::string records = "visits: [{id: V, type: district-visit, date: 2025-10-06, hours-on-site: 7}]";
  const Run empty = judge(pack_with(keys, "rollover: none\nsettings: {hours-per-day: null}"), records, as_of("2025-10-31"));
  CHECK(violation(empty).empty());
  REQUIRE(empty.packs.size() == 1);
  CHECK(empty.packs.front().missing == std::vector<std::string>{"hours-per-day"});
  CHECK(outcomes(judge(pack_with(keys, "rollover: none\nsettings: {hours-per-day: 8}"), records, as_of("2025-10-31"))) == "wrong");
}

TEST_CASE("provisional settings are named", "[settings]") {
  const Run run = judge(pack_with("about: visit, check: {required: {hours-on-site: {at-least: pack.a}}}", "rollover: none\nsettings: {a: {value: 8, provisional: true}, b: {value: 8}}"), "", as_of("2025-10-31"));
  REQUIRE(run.packs.size() == 1);
  CHECK(run.packs.front().provisional == std::vector<std::string>{"a"});
}

TEST_CASE("9.9: a record's own date is the first of its dates", "[own-date]") {
  const Pack pack = pack_with("about: assignment, in-force: {from: 2025-07-01}, check: {required: {title: exists}}");
  struct Row { const char* why; const char* fields; const char* expected; };
  const auto row = GENERATE(values<Row>({
      {"date goes first", "date: 2025-06-30, received: 2025-07-01, title: t", "not-applicable"},
      {"then from", "from: 2025-07-01, received: 2025-06-30, title: t", "met"},
      {"then received, before issued", "received: 2025-07-01, issued: 2025-06-30, title: t", "met"},
      {"then issued", "issued: 2025-06-30, title: t", "not-applicable"},
      {"then the last day of the period", "period: 2025-06, title: t, steps: {submitted: 2025-07-05}", "not-applicable"},
      {"the last day of the period, not the first", "period: 2025-Q3, title: t", "met"},
      {"then the first step", "title: t, steps: {submitted: 2025-07-05, registered: 2025-06-30}", "not-applicable"},
  }));
  CAPTURE(row.why);
  CHECK(outcomes(judge(pack, "assignments: [{id: A, type: report, " + std::string{row.fields} + "}]", as_of("2025-12-31"))) == row.expected);
}

// --- order ----------------------------------------------------------------------------------------------------------

TEST_CASE("order: later without earlier is wrong, earlier without later is nothing", "[order]") {
  const Pack pack = pack_with("about: assignment, check: {order: [registered, [delivered, materials-submitted], executed]}");
  struct Row { const char* why; const char* steps; const char* expected; };
  const auto row = GENERATE(values<Row>({
      {"in sequence", "registered: 2025-10-01, delivered: 2025-10-02, materials-submitted: 2025-10-02, executed: 2025-10-03", "met"},
      {"all on one day", "registered: 2025-10-01, delivered: 2025-10-01, materials-submitted: 2025-10-01, executed: 2025-10-01", "met"},
      {"the two of one place in any order", "registered: 2025-10-01, delivered: 2025-10-05, materials-submitted: 2025-10-02, executed: 2025-10-05", "met"},
      {"the first alone", "registered: 2025-10-01", "not-applicable"},
      {"nothing at all", "", "not-applicable"},
      {"the last has not come", "registered: 2025-10-01, delivered: 2025-10-02, materials-submitted: 2025-10-02", "met"},
      {"the second without the first", "delivered: 2025-10-02", "wrong"},
      {"the second before the first", "registered: 2025-10-03, delivered: 2025-10-02", "wrong"},
      {"the last before one of the place before it", "registered: 2025-10-01, delivered: 2025-10-02, materials-submitted: 2025-10-05, executed: 2025-10-04", "wrong"},
      {"times decide a day where both have one", "registered: 2025-10-01T11:00, delivered: 2025-10-01T10:00", "wrong"},
      {"and not where one has none", "registered: 2025-10-01T11:00, delivered: 2025-10-01", "met"},
      {"what is planned has not happened", "delivered: 2025-12-02", "not-applicable"},
  }));
  CAPTURE(row.why);
  CHECK(outcomes(judge(pack, "assignments: [{id: A, type: letter, received: 2025-10-01, steps: {" + std::string{row.steps} + "}}]", as_of("2025-10-31"))) == row.expected);
}

TEST_CASE("order: not on the same day, and to its end", "[order]") {
  const Pack pack = pack_of("rollover: none\nsettled: {assignment: 5 days after received}",
                            rule("strict", "about: assignment, check: {order: {steps: [registered, delivered], same-day: false}}") +
                            rule("whole", "about: assignment, check: {order: {steps: [registered, delivered], complete: true}}"));
  const auto said = [&](const char* id, const char* steps, const char* today) {
    return outcomes(judge(pack, "assignments: [{id: A, type: letter, received: 2025-10-01, steps: {" + std::string{steps} + "}}]", as_of(today)), id);
  };
  CHECK(said("strict", "registered: 2025-10-01, delivered: 2025-10-01", "2025-10-31") == "wrong");
  CHECK(said("strict", "registered: 2025-10-01, delivered: 2025-10-02", "2025-10-31") == "met");
  CHECK(said("whole", "registered: 2025-10-01", "2025-10-06") == "pending");
  CHECK(said("whole", "registered: 2025-10-01", "2025-10-07") == "wrong");
  CHECK(said("whole", "registered: 2025-10-01, delivered: 2025-10-02", "2025-10-07") == "met");
}

// --- conformity -----------------------------------------------------------------------------------------------------

TEST_CASE("conformity: each entry is met, on another day, missed, not yet due, or changed with a reason", "[conformity]") {
  const Pack pack = shipped_pack("rule-language-plain");
  struct Row { const char* why; const char* entry; const char* visits; const char* expected; };
  const auto row = GENERATE(values<Row>({
      {"that day, that place", "{by: a, places: [x], date: 2025-10-14}", "{id: V, type: okrug-tour, by: a, places: [x], date: 2025-10-14}", "met"},
      {"another day of the period of the plan", "{by: a, places: [x], date: 2025-10-14}", "{id: V, type: okrug-tour, by: a, places: [x], date: 2025-11-20}", "wrong"},
      {"another day of the month: a reading takes the month", "{by: a, places: [x], date: 2025-10-14}", "{id: V, type: okrug-tour, by: a, places: [x], date: 2025-10-15}", "wrong, disputable"},
      {"another place", "{by: a, places: [x], date: 2025-10-14}", "{id: V, type: okrug-tour, by: a, places: [y], date: 2025-10-14}", "missed"},
      {"somebody else", "{by: a, places: [x], date: 2025-10-14}", "{id: V, type: okrug-tour, by: b, places: [x], date: 2025-10-14}", "missed"},
      {"not at all", "{by: a, places: [x], date: 2025-10-14}", "", "missed"},
      {"a month: any day of it", "{by: a, places: [x], date: 2025-10}", "{id: V, type: okrug-tour, by: a, places: [x], date: 2025-10-31}", "met"},
      {"still to come", "{by: a, places: [x], date: 2025-12-20}", "", "pending"},
      {"called off with a reason", "{by: a, places: [x], date: 2025-10-14, cancelled: true, reason: flood}", "", "excused"},
      {"called off without one", "{by: a, places: [x], date: 2025-10-14, cancelled: true}", "", "missed"},
      {"moved with a reason", "{by: a, places: [x], date: 2025-10-14, moved-to: 2025-10-20, reason: flood}", "", "excused"},
      {"the office was away that day, though not that month", "{by: a, places: [x], date: 2025-10-29}", "", "excused, disputable"},
  }));
  CAPTURE(row.why);
  const Run run = judge(pack, R"(
bodies: [{id: kaz, kind: district}, {id: x, kind: okrug, within: kaz}, {id: y, kind: okrug, within: kaz}]
offices: [{id: a, role: district-akim, body: kaz, absences: [{from: 2025-10-29, to: 2025-10-30}]}, {id: b, role: district-akim, body: kaz}]
assignments: [{id: S, type: visit-schedule, by: a, issued: 2025-09-20, period: 2025-Q4, entries: [)" + std::string{row.entry} + "]}]\nvisits: [" + row.visits + "]", as_of("2025-12-10"));
  std::string text;
  for (const Finding& finding : run.findings) {
    if (finding.rule->id == "okrug-tour-on-schedule" && finding.outcome != Outcome::not_applicable) {
      text += (text.empty() ? "" : "; ") + std::string{to_text(finding.outcome)} + (finding.certain ? "" : ", disputable");
    }
  }
  CHECK(text == row.expected);
}

TEST_CASE("9.13: entries in order of date each take the nearest record that is free", "[conformity]") {
  const Pack pack = pack_with("about: visit/okrug-tour, owed-by: {each: district-akim}, check: {conformity: {plan: assignment/visit-schedule, match: [by, places]}}");
  const Run run = judge(pack, R"(
bodies: [{id: kaz, kind: district}, {id: x, kind: okrug, within: kaz}]
offices: [{id: a, role: district-akim, body: kaz}]
assignments: [{id: S, type: visit-schedule, by: a, period: 2025-Q4, entries: [{by: a, places: [x], date: 2025-10-21}, {by: a, places: [x], date: 2025-10-07}, {by: a, places: [x], date: 2025-10-14}]}]
visits: [{id: V, type: okrug-tour, by: a, places: [x], date: 2025-10-14}, {id: W, type: okrug-tour, by: a, places: [x], date: 2025-10-08}]
)", as_of("2025-12-10"));
  std::map<std::string, std::string> said;
  for (const Finding& finding : run.findings) said[finding.item] = to_text(finding.outcome);
  std::string text;
  for (const auto& [item, outcome] : said) text += item + " " + outcome + "; ";
  CHECK(text == "entries#2025-10-07 x wrong; entries#2025-10-14 x met; entries#2025-10-21 x missed; ");
}

// --- whom a finding names, and whose an assignment is ---------------------------------------------------------------

TEST_CASE("where several offices share the role, the role is named", "[parties]") {
  const Pack pack = pack_with("about: meeting, owed-by: department-head, check: {deadline: {step: minutes-drafted, no-later-than: 1 working day after date}}");
  const auto named = [&](const std::string& more) {
    const Run run = judge(pack, "bodies: [{id: kaz, kind: district}]\noffices: [{id: akim, role: district-akim, body: kaz}, {id: fin, role: department-head, body: kaz, from: 2024-01-01}" + more +
                                    "]\nmeetings: [{id: M, type: apparatus, by: akim, date: 2025-10-06}]", as_of("2025-10-31"));
    return run.findings.at(0).office.value_or("nobody");
  };
  CHECK(named("") == "fin");
  CHECK(named(", {id: edu, role: department-head, body: kaz, from: 2024-01-01}") == "department-head");
  CHECK(named(", {id: edu, role: department-head, body: kaz, from: 2025-10-06}") == "department-head");
  CHECK(named(", {id: edu, role: department-head, body: kaz, from: 2025-10-07}") == "fin");  // not yet there
}

TEST_CASE("what a body outside has given is owed by those inside", "[parties]") {
  const Pack pack = pack_with("about: assignment, check: {deadline: {step: executed, no-later-than: due}}");
  JudgeOptions options = as_of("2025-10-31");
  options.binds_all = false;
  const auto said = [&](const std::string& oblast_regulations, const std::string& record) {
    const Run run = judge(pack, "bodies: [{id: tur, kind: oblast" + oblast_regulations + "}, {id: kaz, kind: district, within: tur, regulations: [p]}, {id: rab, kind: okrug, within: kaz}]\n"
                                "offices: [{id: governor, role: oblast-akim, body: tur}, {id: akim, role: district-akim, body: kaz}, {id: rural, role: rural-akim, body: rab}]\n"
                                "assignments: [{id: A, type: instruction, received: 2025-10-01, due: 2025-10-10, " + record + "}]", options);
    return run.findings.empty() ? std::string{"of nobody"} : run.findings.front().body.value_or("none");
  };
  CHECK(said("", "issued-by: governor, executors: [rural]") == "rab");
  CHECK(said("", "issued-by: akim, executors: [rural]") == "kaz");
  CHECK(said(", regulations: [p]", "issued-by: governor, executors: [rural]") == "tur");
  CHECK(said("", "issued-by: governor, executors: [rural], body: kaz") == "kaz");
  CHECK(said("", "issued-by: governor") == "of nobody");
}

// --- two bounds on one side, and what a count hangs on ---------------------------------------------------------------

TEST_CASE("of two bounds on one side the narrower holds, whichever is written first", "[deadline]") {
  const auto said = [](const char* check, const char* returned) {
    const Pack pack = pack_with("about: assignment, check: {deadline: {step: returned, " + std::string{check} + "}}");
    return outcomes(judge(pack, "assignments: [{id: A, type: letter, received: 2026-02-10, materials-due: 2026-02-17, steps: {returned: " + std::string{returned} + "}}]", as_of("2026-03-31")));
  };
  const auto check = GENERATE("later-than: materials-due, no-earlier-than: received", "no-earlier-than: received, later-than: materials-due");
  CHECK(said(check, "2026-02-13") == "wrong");
  CHECK(said(check, "2026-02-17") == "wrong");
  CHECK(said(check, "2026-02-18") == "met");
  const auto upper = GENERATE("no-later-than: materials-due, earlier-than: 3 days after received", "earlier-than: 3 days after received, no-later-than: materials-due");
  CHECK(said(upper, "2026-02-12") == "met");
  CHECK(said(upper, "2026-02-13") == "late");
}

TEST_CASE("a count of items hangs on the fields that its `where` asks", "[held]") {
  const auto said = [](const char* test, const std::string& documents, const std::string& more = "") {
    const Pack pack = pack_with("about: meeting, check: {required: {documents: {" + std::string{test} + ", where: {signed-by: district-akim}}}}", "rollover: none\nsettled: {meeting: date}");
    return told(judge(pack, "meetings: [{id: M, type: apparatus, date: 2025-10-06, documents: [" + documents + "]}" + more + "]", holding("2025-10-31")));
  };
  const std::string signed_elsewhere = ", {id: N, type: apparatus, date: 2025-10-07, documents: [{document: agenda, signed-by: [district-akim]}]}";
  CHECK(said("at-least: 1", "agenda") == "unknown: documents.signed-by");
  CHECK(said("at-least: 1", "agenda", signed_elsewhere) == "wrong; met");
  CHECK(said("at-most: 0", "agenda") == "unknown: documents.signed-by");
  CHECK(said("at-most: 0", "agenda", signed_elsewhere) == "met; wrong");
}

TEST_CASE("the keys that a map must have are fields, each of which somebody must hold", "[held]") {
  const Pack pack = pack_with("about: meeting, check: {required: {minutes: {has: [chair, rapporteurs]}}}", "rollover: none\nsettled: {meeting: date}");
  const auto said = [&](const std::string& minutes, const std::string& more = "") {
    return told(judge(pack, "meetings: [{id: M, type: apparatus, date: 2025-10-06, minutes: {" + minutes + "}}" + more + "]", holding("2025-10-31")));
  };
  CHECK(said("questions: 2") == "unknown: minutes.chair");
  CHECK(said("questions: 2, rapporteurs: 2") == "unknown: minutes.chair");
  CHECK(said("questions: 2", ", {id: N, type: apparatus, date: 2025-10-07, minutes: {chair: district-akim}}") == "wrong; unknown: minutes.rapporteurs");
  CHECK(said("questions: 2", ", {id: N, type: apparatus, date: 2025-10-07, minutes: {chair: district-akim, rapporteurs: 2}}") == "wrong; met");
}
