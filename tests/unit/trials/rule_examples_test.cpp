#include "reglament/trials/rule_examples.hpp"

#include <catch2/catch.hpp>

#include "tried.hpp"

using namespace reglament;

namespace {

const std::string in_3_days =
    "about: meeting/apparatus, when: {urgent: {not: true}}, check: {deadline: {step: sent, no-later-than: 3 "
    "days "
    "after date}}";

std::string sent_or_none(const Record& record) {
  static const Word sent = known_word("sent");
  const auto step = record.step(sent);
  return step ? to_text(step->moment()) : "none";
}

// "met 2025-11-08" names the day of `sent`; a period stands before the number of its records; a reading in brackets.
std::string in_short(const RuleExample& example) {
  std::string text{to_text(example.outcome)};
  if (!example.reading.empty()) text += " [" + example.reading + "]";
  if (!example.period.empty())
    return text + " " + example.period + " " + std::to_string(example.records.size());
  return text + " " + sent_or_none(example.records.at(0));
}

struct Told {
  std::string examples;
  bool has_test;
  std::string errors;
};

Told told(const std::string& rules, const std::string& tests, const char* head = plain) {
  const TriedPack tried{head, rules, tests};
  RuleExamples book{tried.pack(), kz()};
  const Rule& first = tried.pack().rules.front();
  const auto found = book.of(first);
  std::string text;
  for (const RuleExample& example : found.value) text += (text.empty() ? "" : "; ") + in_short(example);
  return {text, book.has_test(first), in_short(found.errors)};
}

std::string examples(const std::string& rules, const std::string& tests, const char* head = plain) {
  const Told all = told(rules, tests, head);
  CHECK(all.errors == "");
  CHECK(all.has_test);
  return all.examples;
}

}  // namespace

TEST_CASE("of a limit the two cases beside it are told", "[trials][examples]") {
  CHECK(examples(rule("r", in_3_days), R"(tests:
- rule: r
  as-of: 2025-11-30
  met: [{date: 2025-11-05, steps: {sent: 2025-11-05}}, {date: 2025-11-05, steps: {sent: 2025-11-08}}]
  late: [{date: 2025-11-05, steps: {sent: 2025-11-20}}, {date: 2025-11-05, steps: {sent: 2025-11-09}}]
  missed: [{date: 2025-11-05}]
  excused: []
  not-applicable: [{date: 2025-11-05, urgent: true, steps: {sent: 2025-11-29}}]
)") == "met 2025-11-08; late 2025-11-09; not-applicable 2025-11-29");
}

TEST_CASE("a pair that differs in less is told before one whose dates are closer", "[trials][examples]") {
  CHECK(examples(rule("r", in_3_days), R"(tests:
- rule: r
  as-of: 2025-11-30
  met: [{date: 2025-11-05, steps: {sent: 2025-11-07}}]
  late: [{date: 2025-11-05, by: akim, steps: {sent: 2025-11-09}}, {date: 2025-11-05, steps: {sent: 2025-11-12}}]
)") == "met 2025-11-07; late 2025-11-12");
}

TEST_CASE("cases that the inventory gives are told before others", "[trials][examples]") {
  CHECK(examples(rule("r", in_3_days), R"(tests:
- rule: r
  as-of: 2025-11-30
  met: [{date: 2025-11-05, steps: {sent: 2025-11-08}}, {date: 2025-11-05, steps: {sent: 2025-11-06}, x-inventory: satisfied}]
  late: [{date: 2025-11-05, steps: {sent: 2025-11-09}}, {date: 2025-11-05, steps: {sent: 2025-11-20}, x-inventory: violated}]
)") == "met 2025-11-06; late 2025-11-20");
  const std::string monthly =
      rule("r", "about: meeting/apparatus, owed-by: district-akim, check: {frequency: {each: month}}");
  CHECK(examples(monthly, R"(tests:
- rule: r
  as-of: 2026-02-28
  given:
    offices: [{id: a, role: district-akim, body: b, from: 2025-10-01, to: 2026-01-31}]
    meetings: [{type: apparatus, by: a, date: 2025-10-06}, {type: apparatus, by: a, date: 2025-12-05}]
  x-inventory: [{satisfied: 2025-12}, {obligation: 2025-11, violated: 2026-01}]
  met: [2025-10, 2025-12]
  missed: [2025-11, 2026-01]
)") == "met 2025-12 1; missed 2026-01 0");
}

TEST_CASE("an exception is told before what does not apply", "[trials][examples]") {
  CHECK(examples(rule("r", in_3_days + ", excused: {format: live}"), R"(tests:
- rule: r
  as-of: 2025-11-30
  late: [{date: 2025-11-05, steps: {sent: 2025-11-09}}]
  excused: [{date: 2025-11-05, format: live, steps: {sent: 2025-11-10}}]
  not-applicable: [{date: 2025-11-05, urgent: true, steps: {sent: 2025-11-11}}]
)") == "late 2025-11-09; excused 2025-11-10");
}

TEST_CASE("each reading has a case that it sees otherwise", "[trials][examples]") {
  const std::string rules = rule("r", in_3_days + R"(, readings: [
    {id: five, note: {kk: t, ru: t, en: t}, check: {deadline: {step: sent, no-later-than: 5 days after date}}},
    {id: none, note: {kk: t, ru: t, en: t}, asks: nothing}])");
  const std::string base = R"(tests:
- rule: r
  as-of: 2025-11-30
  met: [{date: 2025-11-05, steps: {sent: 2025-11-08}}]
  late: [{date: 2025-11-05, steps: {sent: 2025-11-09}}]
)";
  CHECK(examples(rules, base) ==
        "met 2025-11-08; late 2025-11-09; met [five] 2025-11-09; not-applicable [none] 2025-11-09");
  CHECK(examples(rules, base + R"(- rule: r
  as-of: 2025-11-30
  reading: five
  met: [{date: 2025-11-05, steps: {sent: 2025-11-07}}, {date: 2025-11-05, steps: {sent: 2025-11-10}}]
  late: [{date: 2025-11-05, steps: {sent: 2025-11-11}}]
)") == "met 2025-11-08; late 2025-11-09; met [five] 2025-11-10; not-applicable [none] 2025-11-09");
}

TEST_CASE("the finding of an example is that of the worst item, with whom it names", "[trials][examples]") {
  const TriedPack tried{
      plain,
      rule("r",
           "about: assignment/instruction, for-each: extensions, owed-by: {named-in: executors.lead}, "
           "check: {deadline: {step: requested, no-later-than: 3 days after received}}"),
      R"(tests:
- rule: r
  as-of: 2025-11-30
  given: {bodies: [{id: b, kind: district}], offices: [{id: head, role: department-head, body: b, from: 2025-01-01}]}
  late: [{received: 2025-11-05, executors: head, extensions: [{requested: 2025-11-07}, {requested: 2025-11-10}, {requested: 2025-11-08}]}]
)"};
  const auto found = RuleExamples{tried.pack(), kz()}.of(tried.pack().rules.front());
  REQUIRE(found.value.size() == 1);
  const RuleExample& example = found.value.front();
  REQUIRE(example.run.findings.size() == 1);
  CHECK(example.run.findings.front().item == "extensions#2");
  CHECK(example.run.offices.contains("head"));
  CHECK(example.file == tried.file("rules.test.yaml"));
  CHECK(example.mark.line == 5);
  CHECK(example.as_of == day("2025-11-30"));
}

TEST_CASE("of a period the records in it are told, and the plan they are held against",
          "[trials][examples]") {
  const std::string planned = rule("r", R"(about: visit/district-visit, owed-by: {each: oblast-deputy-akim},
   check: {conformity: {plan: assignment/visit-schedule, match: [by, places]}})");
  CHECK(examples(planned, R"(tests:
- rule: r
  as-of: 2025-11-30
  given:
    bodies: [{id: o, kind: oblast}, {id: d, kind: district, within: o}]
    offices: [{id: a, role: oblast-deputy-akim, body: o, from: 2025-01-01}]
    assignments: [{type: visit-schedule, by: a, period: 2025-Q4, entries: [{by: a, date: 2025-10-14, places: [d]}, {by: a, date: 2025-11-11, places: [d]}]}]
    visits: [{type: district-visit, by: a, from: 2025-10-13, to: 2025-10-14, places: [d]}, {type: district-visit, by: a, date: 2025-10-15, places: [d]}]
  met: [2025-10-14]
  wrong: [2025-11-11]
)") == "met 2025-10-14 2; wrong 2025-11-11 1");
}

TEST_CASE("what is pending is told where there is nothing else", "[trials][examples]") {
  CHECK(
      examples(rule("r", in_3_days),
               "tests: [{rule: r, as-of: 2025-11-07, pending: [{date: 2025-11-05}, {date: 2025-11-06}]}]") ==
      "pending none");
}

TEST_CASE("tests that come out otherwise give no example", "[trials][examples]") {
  const Told wrong =
      told(rule("r", in_3_days),
           "tests: [{rule: r, as-of: 2025-11-30, met: [{date: 2025-11-05, steps: {sent: 2025-11-09}}]}]");
  CHECK(wrong.examples == "");
  CHECK(wrong.has_test);
  const Told none =
      told(rule("r", in_3_days) + rule("s", in_3_days),
           "tests: [{rule: s, as-of: 2025-11-30, met: [{date: 2025-11-05, steps: {sent: 2025-11-05}}]}]");
  CHECK(none.examples == "");
  CHECK_FALSE(none.has_test);
}

TEST_CASE("what cannot be read of a test is told, and the others give examples", "[trials][examples]") {
  const Told some = told(rule("r", in_3_days), R"(tests:
- {rule: r, as-of: 2025-11-31, met: [{date: 2025-11-05, steps: {sent: 2025-11-08}}]}
- {rule: r, as-of: 2025-11-30, met: [{date: 2025-11-05, steps: {sent: 2025-11-07}}]}
)");
  CHECK(some.examples == "met 2025-11-07");
  CHECK(some.errors == "rules.test.yaml:2:20 expected-date 2025-11-31");
}

TEST_CASE("a test that fills in a setting is tried with it", "[trials][examples]") {
  CHECK(
      examples(
          rule("r",
               "about: meeting/apparatus, check: {required: {attendance.present: {at-least: pack.quorum}}}"),
          R"(tests:
- {rule: r, as-of: 2025-11-30, given: {settings: {quorum: 8}}, met: [{date: 2025-11-05, attendance: {present: 8}, steps: {sent: 2025-11-05}}]}
)",
          "rollover: none\nsettings: {quorum: 10}") == "met 2025-11-05");
}
