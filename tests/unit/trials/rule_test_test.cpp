#include "reglament/trials/rule_test.hpp"

#include <catch2/catch.hpp>

#include "tried.hpp"

using namespace reglament;

namespace {

const std::string at_most_two = rule("r",
                                     "about: meeting/apparatus, check: {required: {documents: {at-most: "
                                     "2}}}, readings: [{id: three, note: {kk: t, ru: t, en: "
                                     "t}, check: {required: {documents: {at-most: 3}}}}, {id: none, note: "
                                     "{kk: t, ru: t, en: t}, asks: nothing}]");

// "2 passed", what failed, and what could not be read.
std::string run(const std::string& rules, const std::string& tests, const char* head = plain) {
  const TriedPack tried{head, rules, tests};
  const TestReport report = run_rule_tests(tried.pack(), kz());
  std::string text = std::to_string(report.passed) + " passed";
  for (const TestFailure& failure : report.failures) {
    text += "\n" + std::to_string(failure.mark.line) + ":" + std::to_string(failure.mark.column) + " " +
            failure.rule + ": " + failure.what + ": " + failure.expected + ", found " + failure.found;
  }
  for (const Diagnostic& error : report.errors) text += "\n" + in_short(error);
  return text;
}

}  // namespace

TEST_CASE("a test of a reading asks what that reading finds", "[trials][rule-test]") {
  CHECK(run(at_most_two, R"(tests:
- {rule: r, as-of: 2025-11-30, wrong: [{date: 2025-11-05, documents: [agenda, reference, minutes]}]}
- {rule: r, reading: three, as-of: 2025-11-30, met: [{date: 2025-11-05, documents: [agenda, reference, minutes]}]}
- {rule: r, reading: none, as-of: 2025-11-30, not-applicable: [{date: 2025-11-05, documents: [agenda, reference, minutes]}]}
)") == "3 passed");
  CHECK(run(at_most_two, R"(tests:
- {rule: r, reading: three, as-of: 2025-11-30, wrong: [{date: 2025-11-05, documents: [agenda, reference, minutes]}]}
)") == "0 passed\n2:56 r: wrong 1: wrong, found met");
}

TEST_CASE("a test of a reading asks what that reading finds of periods, and of no others",
          "[trials][rule-test]") {
  const std::string rules = rule(
      "r",
      "about: meeting/apparatus, owed-by: district-akim, check: {frequency: {at-least: 1, each: month}}, "
      "readings: [{id: two, note: {kk: t, ru: t, en: t}, check: {frequency: {at-least: 2, each: month}}}]");
  const std::string given =
      "given: {offices: [{id: a, role: district-akim, body: b, from: 2025-10-01, to: 2025-11-30}], meetings: "
      "[{type: "
      "apparatus, by: a, date: 2025-10-06}, {type: apparatus, by: a, date: 2025-11-05}, {type: apparatus, "
      "by: a, date: "
      "2025-11-06}]}";
  CHECK(run(rules, "tests:\n- {rule: r, as-of: 2025-12-31, " + given +
                       ", met: [2025-10, 2025-11]}\n"
                       "- {rule: r, reading: two, as-of: 2025-12-31, " +
                       given + ", met: [2025-11], missed: [2025-10]}\n") == "4 passed");
  CHECK(run(rules, "tests:\n- {rule: r, reading: two, as-of: 2025-12-31, " + given + ", met: [2025-11]}\n") ==
        "1 passed\n2:3 r: 2025-10: nothing, found missed");
}

TEST_CASE("a test is refused for what it cannot mean", "[trials][rule-test]") {
  struct Row {
    const char* tests;
    const char* expected;
  };
  // clang-format off
  const auto row = GENERATE(values<Row>({
      {"tests: [{rule: r, reading: four, as-of: 2025-11-30, met: [{date: 2025-11-05}]}]", "rules.test.yaml:1:28 test-of-no-reading r four"},
      {"tests: [{rule: s, as-of: 2025-11-30, met: [{date: 2025-11-05}]}]", "rules.test.yaml:1:16 test-of-no-rule s p"},
      {"tests: [{rule: r, as-of: 2025-11-31, met: [{date: 2025-11-05}]}]", "rules.test.yaml:1:26 expected-date 2025-11-31"},
      {"tests: [{rule: r, as-of: 2025-11-30}]", "rules.test.yaml:1:9 test-expects-nothing"},
      {"tests: [{rul: r, as-of: 2025-11-30}]", "rules.test.yaml:1:10 unknown-key-near rul rule"},
      {"{}", "rules.test.yaml:1:1 missing-key tests"},
      {"equivalents: []", "rules.test.yaml:1:1 unknown-key-near equivalents equivalent"},
      {"equivalent: [{rule: r, mutant: x}]", "rules.test.yaml:1:14 missing-key reason"},
      {"equivalent: [{rule: r, reason: x}]", "rules.test.yaml:1:14 missing-key mutant"},
      {"equivalent: [{rule: r, mutant: x, why: x}]", "rules.test.yaml:1:35 unknown-key why rule, mutant, reason"},
      {"equivalent: [{rule: s, mutant: x, reason: x}]", "rules.test.yaml:1:14 test-of-no-rule s p"},
  }));
  // clang-format on
  CHECK(run(at_most_two, row.tests) == "0 passed\n" + std::string{row.expected});
}

TEST_CASE("a test fills in the settings of the pack", "[trials][rule-test]") {
  const std::string rules =
      rule("r", "about: meeting/apparatus, check: {required: {documents: {at-most: pack.most}}}");
  const char* const head = "rollover: none\nsettings: {most: null}";
  CHECK(run(rules, R"(tests:
- {rule: r, as-of: 2025-11-30, not-applicable: [{date: 2025-11-05, documents: [agenda]}]}
- {rule: r, as-of: 2025-11-30, given: {settings: {most: 1}}, met: [{date: 2025-11-05, documents: [agenda]}],
   wrong: [{date: 2025-11-05, documents: [agenda, reference]}]}
)",
            head) == "3 passed");
  CHECK(run(rules,
            "tests: [{rule: r, as-of: 2025-11-30, given: {settings: {least: 1}}, met: [{date: 2025-11-05}]}]",
            head) == "0 passed\npack.yaml:1:1 unknown-setting least");
}
