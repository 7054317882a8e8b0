#include "reglament/trials/clause_coverage.hpp"

#include <catch2/catch.hpp>

#include "tried.hpp"

using namespace reglament;

namespace {

std::string in_short(const CoveredClause& clause) {
  std::string text = clause.clause + ":";
  for (const CoveringRule& rule : clause.rules) {
    text += " " + rule.id + " " + std::to_string(rule.tests) + "/" + std::to_string(rule.expectations);
    for (const std::string& answered : rule.answers) text += " +" + answered;
    if (!rule.part_of.empty()) text += " of " + rule.part_of;
  }
  for (const std::string& reason : clause.reasons) text += " because " + reason;
  for (const std::string& open : clause.open) text += " open " + open;
  return text;
}

constexpr std::string_view head = R"(pack: p
version: 1.0.0
title: {kk: t, ru: t, en: t}
calendar: kz
rollover: none
clauses:
- {clause: "1", reason: vague}
- {clause: "2"}
- {clause: "3", reason: [definition, permission]}
- {clause: "4", open: [v, w]}
- {clause: "5", open: w, reason: vague}
)";
constexpr std::string_view rules = R"(rules:
- {rule: r, clause: ["1", "2"], answers: [s, t], title: {kk: r, ru: r, en: r}, about: meeting/apparatus,
   owed-by: district-akim, check: {deadline: {step: sent, no-later-than: 2 days after date}}}
- {rule: u, clause: "2", title: {kk: u, ru: u, en: u}, about: meeting/apparatus, owed-by: district-akim,
   settled: as-of, check: {required: {sent: exists}}}
)";
constexpr std::string_view tests = R"(tests:
- {rule: r, as-of: 2025-11-30, late: [{date: 2025-11-05, steps: {sent: 2025-11-08}}],
   met: [{date: 2025-11-05, steps: {sent: 2025-11-07}}, {date: 2025-11-06, steps: {sent: 2025-11-07}}]}
- {rule: r, as-of: 2025-11-06, pending: [{date: 2025-11-05}], not-applicable: [{type: operational, date: 2025-11-05}]}
)";

ClauseCoverage cover(std::string_view written_tests, std::string_view further_rules = "") {
  const PackFolder folder{{{"pack.yaml", std::string{head}},
                           {"rules.yaml", std::string{rules} + std::string{further_rules}},
                           {"rules.test.yaml", std::string{written_tests}}}};
  const Loaded<Pack> loaded = read_pack(folder.path());
  need(loaded.errors);
  return cover_clauses(loaded.value);
}

}  // namespace

TEST_CASE("each clause has its rules with their tests, its reasons, and what is open", "[trials][clauses]") {
  const ClauseCoverage coverage = cover(tests);
  std::vector<std::string> clauses;
  for (const CoveredClause& clause : coverage.clauses) clauses.push_back(in_short(clause));
  CHECK(clauses == std::vector<std::string>{"1: r 2/5 +s +t because vague", "2: r 2/5 +s +t u 0/0",
                                            "3: because definition because permission", "4: open v open w",
                                            "5: because vague open w"});
  CHECK(coverage.errors.empty());
}

TEST_CASE("a rule and an open obligation count once, whatever clauses name them", "[trials][clauses]") {
  const CoverageTotals totals = cover(tests).totals;
  CHECK(totals.clauses == 5);
  CHECK(totals.with_rules == 2);
  CHECK(totals.with_reasons == 2);
  CHECK(totals.rules == 2);
  CHECK(totals.untested == 1);
  CHECK(totals.answered == 4);
  CHECK(totals.open == 2);
  CHECK(totals.tests == 2);
  CHECK(totals.expectations == 5);
}

TEST_CASE("a rule that is part of another answers no obligation but those it lists", "[trials][clauses]") {
  const ClauseCoverage coverage = cover(tests, R"(
- {rule: half, clause: "3", part-of: r, answers: x, title: {kk: h, ru: h, en: h}, about: meeting/apparatus,
   check: {required: {sent: exists}}}
)");
  CHECK(in_short(coverage.clauses[2]) == "3: half 0/0 +x of r because definition because permission");
  CHECK(coverage.totals.rules == 3);
  CHECK(coverage.totals.answered == 5);
}

TEST_CASE("the totals of several packs add up", "[trials][clauses]") {
  CoverageTotals sum = cover(tests).totals;
  sum += sum;
  CHECK(sum.clauses == 10);
  CHECK(sum.with_rules == 4);
  CHECK(sum.with_reasons == 4);
  CHECK(sum.rules == 4);
  CHECK(sum.untested == 2);
  CHECK(sum.answered == 8);
  CHECK(sum.open == 4);
  CHECK(sum.tests == 4);
  CHECK(sum.expectations == 10);
}

TEST_CASE("tests that cannot be read are told, and the others counted", "[trials][clauses]") {
  const ClauseCoverage coverage = cover("tests:\n- {rule: r, wrongly: 1}\n- {rule: u, as-of: 2025-11-30}\n");
  CHECK(coverage.errors.size() == 1);
  CHECK(in_short(coverage.clauses[1]) == "2: r 0/0 +s +t u 1/0");
}
