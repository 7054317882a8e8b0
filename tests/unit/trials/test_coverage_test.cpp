#include "reglament/trials/test_coverage.hpp"

#include <catch2/catch.hpp>

#include "tried.hpp"

using namespace reglament;

namespace {

const std::string sent_in_two_days =
    rule("r", "about: meeting/apparatus, check: {deadline: {step: sent, no-later-than: 2 days after date}}");

// "1 of 2 covered", and a line for each thing that is lacking.
std::string cover(const std::string& rules, const std::string& tests) {
  const TriedPack tried{plain, rules, tests};
  const CoverageReport report = run_coverage(tried.pack(), kz());
  std::string text = std::to_string(report.covered) + " of " + std::to_string(report.rules) + " covered";
  for (const Lack& lack : report.lacks) {
    text += "\n" + std::to_string(lack.mark.line) + ":" + std::to_string(lack.mark.column) + " " + lack.rule +
            ": " + std::string{to_text(lack.of)} + (lack.mutant.empty() ? "" : ": " + lack.mutant);
  }
  for (const Diagnostic& failing : report.failing) text += "\n" + in_short(failing);
  return text + in_short(report.errors);
}

}  // namespace

TEST_CASE("a rule is covered by a pass, a fail, and both sides of its limit", "[trials][coverage]") {
  CHECK(cover(sent_in_two_days, R"(tests:
- {rule: r, as-of: 2025-11-30, met: [{date: 2025-11-05, steps: {sent: 2025-11-07}}],
   late: [{date: 2025-11-05, steps: {sent: 2025-11-08}}]}
)") == "1 of 1 covered");
}

TEST_CASE("a limit is tested where tests stand on it and one step beyond it", "[trials][coverage]") {
  CHECK(cover(sent_in_two_days, R"(tests:
- {rule: r, as-of: 2025-11-30, met: [{date: 2025-11-05, steps: {sent: 2025-11-07}}],
   late: [{date: 2025-11-05, steps: {sent: 2025-11-09}}]}
)") == "0 of 1 covered\n3:76 r: boundary: check/deadline/no-later-than: 2 days after date -> 3 days after "
       "date");
  CHECK(cover(sent_in_two_days, R"(tests:
- {rule: r, as-of: 2025-11-30, met: [{date: 2025-11-05, steps: {sent: 2025-11-05}}],
   late: [{date: 2025-11-05, steps: {sent: 2025-11-08}}]}
)") == "0 of 1 covered\n"
       "3:76 r: boundary: check/deadline/no-later-than: 2 days after date -> 1 day after date");
}

TEST_CASE("a rule without a limit needs a pass and a fail alone", "[trials][coverage]") {
  const std::string rules =
      rule("r", "about: meeting/apparatus, settled: as-of, check: {required: {sent: exists}}");
  CHECK(
      cover(
          rules,
          "tests: [{rule: r, as-of: 2025-11-30, met: [{date: 2025-11-05, steps: {sent: 2025-11-07}}]}]\n") ==
      "0 of 1 covered\n2:3 r: fail");
  CHECK(cover(rules, "tests: [{rule: r, as-of: 2025-11-30, pending: [{date: 2025-11-05}]}]\n") ==
        "0 of 1 covered\n2:3 r: pass\n2:3 r: fail");
}

TEST_CASE("tests of a reading are no tests of the rule itself", "[trials][coverage]") {
  const std::string rules = rule(
      "r",
      "about: meeting/apparatus, check: {required: {urgent: true}}, readings: [{id: x, note: {kk: t, ru: t, "
      "en: t}, check: {required: {urgent: false}}}]");
  CHECK(cover(rules, R"(tests:
- {rule: r, as-of: 2025-11-30, wrong: [{date: 2025-11-05, urgent: false}]}
- {rule: r, reading: x, as-of: 2025-11-30, met: [{date: 2025-11-05, urgent: false}]}
)") == "0 of 1 covered\n2:3 r: pass");
}

TEST_CASE("a move of a limit that means nothing is listed as equivalent", "[trials][coverage]") {
  const std::string rules =
      rule("r", "about: meeting/apparatus, settled: date, check: {required: {sent: exists}}");
  const std::string tests =
      "tests: [{rule: r, as-of: 2025-11-05, met: [{date: 2025-11-04, steps: {sent: 2025-11-05}}], pending: "
      "[{date: "
      "2025-11-05}], wrong: [{date: 2025-11-03}]}]\n";
  const std::string later = "settled: date -> 1 day after date";
  CHECK(cover(rules, tests) == "0 of 1 covered\n3:39 r: boundary: " + later);
  CHECK(cover(rules, tests + "equivalent: [{rule: r, mutant: \"" + later + "\", reason: t}]\n") ==
        "1 of 1 covered");
}

TEST_CASE("a rule whose tests fail, or that has none, is told and not looked at", "[trials][coverage]") {
  CHECK(
      cover(
          sent_in_two_days + rule("untested", "about: meeting, check: {required: {sent: exists}}"),
          "tests: [{rule: r, as-of: 2025-11-30, met: [{date: 2025-11-05, steps: {sent: 2025-11-08}}]}]\n") ==
      "0 of 2 covered\nrules.yaml:2:3 tests-of-rule-fail r\nrules.yaml:4:3 lint-no-test untested");
}
