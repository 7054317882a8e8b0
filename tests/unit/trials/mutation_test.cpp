#include "reglament/trials/mutation.hpp"

#include <catch2/catch.hpp>

#include "tried.hpp"

using namespace reglament;

namespace {

const std::string sent_in_two_days =
    rule("r", "about: meeting/apparatus, check: {deadline: {step: sent, no-later-than: 2 days after date}}");

// The working days at the end of a week, a day before and a day after: nothing is left to be taken for the rule.
constexpr const char* all_that_is_needed = R"(tests:
- {rule: r, as-of: 2025-11-30,
   met: [{date: 2025-11-05, steps: {sent: 2025-11-07}}, {date: 2025-11-05, steps: {sent: 2025-11-06}}],
   late: [{date: 2025-11-05, steps: {sent: 2025-11-08}}, {date: 2025-11-06, steps: {sent: 2025-11-10}}]}
)";

std::string in_short(const MutationReport& report) {
  std::string text = std::to_string(report.killed) + " killed, " + std::to_string(report.equivalent) +
                     " equivalent, " + std::to_string(report.refused) + " refused";
  for (const Survivor& survivor : report.survivors) {
    text += "\n" + std::filesystem::path{survivor.file}.filename().string() + ":" +
            std::to_string(survivor.mark.line) + ":" + std::to_string(survivor.mark.column) + " " +
            survivor.rule + ": " + survivor.mutant;
  }
  for (const Diagnostic& stale : report.stale) text += "\n" + in_short(stale);
  for (const Diagnostic& failing : report.failing) text += "\n" + in_short(failing);
  for (const Diagnostic& error : report.errors) text += "\n" + in_short(error);
  return text;
}

std::string try_all(const TriedPack& tried) { return in_short(run_mutants(tried.pack(), kz())); }

std::string try_rules(const TriedPack& tried) {
  return in_short(run_mutants(tried.pack(), kz(), [](const Rule&) { return true; }));
}

}  // namespace

TEST_CASE("no mutant survives tests on both sides of the limit, across a day off", "[trials][mutation]") {
  CHECK(try_rules({plain, sent_in_two_days, all_that_is_needed}) == "7 killed, 0 equivalent, 0 refused");
}

TEST_CASE("a mutant that no test notices is told with its place in the rule", "[trials][mutation]") {
  const TriedPack tried{plain, sent_in_two_days, R"(tests:
- {rule: r, as-of: 2025-11-30, met: [{date: 2025-11-05, steps: {sent: 2025-11-06}}],
   late: [{date: 2025-11-05, steps: {sent: 2025-11-10}}]}
)"};
  CHECK(try_rules(tried) ==
        "3 killed, 0 equivalent, 0 refused\n"
        "rules.yaml:3:61 r: check/deadline: no-later-than -> earlier-than\n"
        "rules.yaml:3:76 r: check/deadline/no-later-than: 2 days after date -> 1 day after date\n"
        "rules.yaml:3:76 r: check/deadline/no-later-than: 2 days after date -> 3 days after date\n"
        "rules.yaml:3:76 r: check/deadline/no-later-than: 2 days after date -> 2 working days after date");
}

TEST_CASE("what the reader of rules refuses is no mutant", "[trials][mutation]") {
  const TriedPack tried{
      plain,
      rule("r", "about: assignment, for-each: extensions, check: {required: {decided-by: district-akim}}"),
      R"(tests:
- {rule: r, as-of: 2025-11-30, met: [{received: 2025-11-05, extensions: [{decided-by: district-akim}]}],
   wrong: [{received: 2025-11-05, extensions: [{decided-by: rural-akim}]}]}
)"};
  CHECK(try_rules(tried) == "1 killed, 0 equivalent, 1 refused");
}

TEST_CASE("a mutant tried on a rule's tests meets the worlds of the rule as written", "[trials][mutation]") {
  // The tests leave the type out: it is that of `about` as written, not as the mutant has it.
  const TriedPack tried{
      plain, rule("r", "about: [meeting/apparatus, meeting/briefing], check: {required: {sent: exists}}"),
      "tests: [{rule: r, as-of: 2025-11-30, met: [{date: 2025-11-05, steps: {sent: 2025-11-06}}]}]\n"};
  CHECK(try_rules(tried) ==
        "2 killed, 0 equivalent, 0 refused\nrules.yaml:3:31 r: drop about: meeting/briefing");
}

TEST_CASE("an equivalent mutant is listed with its reason, and taken off once it is noticed",
          "[trials][mutation]") {
  const std::string survives = "check/deadline: no-later-than -> earlier-than";
  const std::string tests =
      "tests: [{rule: r, as-of: 2025-11-30, met: [{date: 2025-11-05, steps: {sent: 2025-11-06}}],\n"
      "  late: [{date: 2025-11-05, steps: {sent: 2025-11-07}}, {date: 2025-11-07, steps: {sent: "
      "2025-11-10}}]}]\n";
  const std::string one_day =
      rule("r", "about: meeting/apparatus, check: {deadline: {step: sent, no-later-than: 1 day after date}}");
  CHECK(try_rules(
            {plain, one_day, tests + "equivalent: [{rule: r, mutant: \"" + survives + "\", reason: t}]\n"}) ==
        "7 killed, 0 equivalent, 0 refused\nrules.test.yaml:3:14 equivalent-stale " + survives);
  const std::string settled = "settled: date -> 1 day after date";
  const TriedPack listed{
      plain, rule("r", "about: meeting/apparatus, settled: date, check: {required: {sent: exists}}"),
      "tests: [{rule: r, as-of: 2025-11-05, met: [{date: 2025-11-04, steps: {sent: 2025-11-05}}], pending: "
      "[{date: "
      "2025-11-05}], wrong: [{date: 2025-11-03}]}]\n"
      "equivalent:\n- {rule: r, mutant: \"" +
          settled + "\", reason: t}\n- {rule: r, mutant: drop settled, reason: t}\n"};
  CHECK(try_rules(listed) == "2 killed, 2 equivalent, 0 refused");
}

TEST_CASE("mutants of the pack are tried on the tests of all its rules", "[trials][mutation]") {
  const std::string rules =
      rule("r", "about: assignment, check: {deadline: {step: executed, no-later-than: due}}") +
      rule("s", "about: assignment, check: {deadline: {step: sent, no-later-than: 0 days after term-start}}");
  const std::string head = "rollover: none\ndates: {term-start: [received, issued]}";
  const std::string tests = R"(tests:
- {rule: r, as-of: 2025-11-30, late: [{received: 2025-11-05, due: 2025-11-08, steps: {executed: 2025-11-10}}]}
- {rule: s, as-of: 2025-11-30, met: [{received: 2025-11-05, steps: {sent: 2025-11-05}}]}
)";
  const auto of_pack = [](const MutationReport& report) {
    std::string text;
    for (const Survivor& survivor : report.survivors) {
      if (survivor.rule.empty()) text += survivor.mutant + "; ";
    }
    return text + in_short(report.stale) + in_short(report.failing) + in_short(report.errors);
  };
  const TriedPack tried{head, rules, tests};
  CHECK(of_pack(run_mutants(tried.pack(), kz())) ==
        "add rollover: spans; add rollover: day-of-month; drop dates/term-start: issued; swap "
        "dates/term-start/1, 2; ");
  const TriedPack listed{
      head, rules,
      tests +
          "equivalent:\n- {mutant: \"add rollover: day-of-month\", reason: t}\n- {mutant: x, reason: t}\n"};
  CHECK(of_pack(run_mutants(listed.pack(), kz())) ==
        "add rollover: spans; drop dates/term-start: issued; swap dates/term-start/1, 2; rules.test.yaml:6:3 "
        "equivalent-stale x");
  CHECK(of_pack(run_mutants(listed.pack(), kz(), [](const Rule&) { return true; })).empty());
}

TEST_CASE("a rule without a test, or with one that fails, is told and not tried", "[trials][mutation]") {
  const TriedPack tried{
      plain, sent_in_two_days + rule("untested", "about: meeting, check: {required: {sent: exists}}"),
      "tests: [{rule: r, as-of: 2025-11-30, met: [{date: 2025-11-05, steps: {sent: 2025-11-08}}]}]\n"};
  CHECK(try_rules(tried) ==
        "0 killed, 0 equivalent, 0 refused\n"
        "rules.yaml:2:3 tests-of-rule-fail r\n"
        "rules.yaml:4:3 lint-no-test untested");
  CHECK(try_all(tried).starts_with("0 killed, 0 equivalent, 0 refused\npack.yaml"));
}

TEST_CASE("a reading is held by tests of that reading", "[trials][mutation]") {
  const std::string rules = rule(
      "r",
      "about: meeting/apparatus, check: {required: {documents: {at-most: 2}}}, readings: [{id: three, note: "
      "{kk: t, ru: t, en: t}, check: {required: {documents: {at-most: 3}}}}]");
  const std::string base =
      "- {rule: r, as-of: 2025-11-30, met: [{date: 2025-11-05, documents: [agenda, reference]}],\n"
      "   wrong: [{date: 2025-11-05, documents: [agenda, reference, minutes]}]}\n";
  CHECK(try_rules({plain, rules, "tests:\n" + base}) ==
        "3 killed, 0 equivalent, 0 refused\n"
        "rules.yaml:3:87 r: drop readings/three\n"
        "rules.yaml:3:159 r: readings/three/check/required/documents: at-most -> at-least\n"
        "rules.yaml:3:168 r: readings/three/check/required/documents/at-most: 3 -> 2\n"
        "rules.yaml:3:168 r: readings/three/check/required/documents/at-most: 3 -> 4");
  CHECK(try_rules({plain, rules,
                   "tests:\n" + base +
                       "- {rule: r, reading: three, as-of: 2025-11-30, met: [{date: 2025-11-05, documents: "
                       "[agenda, reference, "
                       "minutes]}],\n   wrong: [{date: 2025-11-05, documents: [agenda, reference, minutes, "
                       "slides]}]}\n"}) == "7 killed, 0 equivalent, 0 refused");
}
