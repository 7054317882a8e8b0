#include "reglament/trials/clause_coverage.hpp"

#include <map>
#include <set>

#include "reglament/trials/pack_tests.hpp"

namespace reglament {

namespace {

struct TestCount {
  std::size_t tests = 0;
  std::size_t expectations = 0;
};

std::size_t expectations_of(const YamlReader& test) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < outcome_count; ++i) {
    const auto list = test.find(to_text(static_cast<Outcome>(i)));
    if (list) count += list->entries().size();
  }
  return count;
}

std::map<std::string, TestCount> tests_by_rule(const Pack& pack, Diagnostics& errors) {
  const PackTests written{pack.folder};
  errors = written.errors();
  std::map<std::string, TestCount> counts;
  for (const WrittenTest& test : written.tests()) {
    TestCount& count = counts[test.rule];
    ++count.tests;
    count.expectations += expectations_of(test.at);
  }
  return counts;
}

std::vector<CoveringRule> covering_rules(const Pack& pack, const std::map<std::string, TestCount>& counts) {
  std::vector<CoveringRule> rules;
  for (const Rule& rule : pack.rules) {
    const auto found = counts.find(rule.info->id);
    const TestCount count = found == counts.end() ? TestCount{} : found->second;
    rules.push_back({rule.info->id, rule.info->title, rule.answers, rule.part_of ? rule.part_of->rule : "",
                     count.tests, count.expectations});
  }
  return rules;
}

CoverageTotals totals_of(const std::vector<CoveredClause>& clauses, const std::vector<CoveringRule>& rules) {
  CoverageTotals totals;
  std::set<std::string> open;
  for (const CoveredClause& clause : clauses) {
    ++totals.clauses;
    if (!clause.rules.empty()) ++totals.with_rules;
    if (clause.rules.empty() && !clause.reasons.empty()) ++totals.with_reasons;
    open.insert(clause.open.begin(), clause.open.end());
  }
  std::set<std::string> answered;
  for (const CoveringRule& rule : rules) {
    ++totals.rules;
    if (rule.tests == 0) ++totals.untested;
    totals.tests += rule.tests;
    totals.expectations += rule.expectations;
    if (rule.part_of.empty()) answered.insert(rule.id);
    answered.insert(rule.answers.begin(), rule.answers.end());
  }
  totals.answered = answered.size();
  totals.open = open.size();
  return totals;
}

}  // namespace

CoverageTotals& CoverageTotals::operator+=(const CoverageTotals& more) {
  clauses += more.clauses;
  with_rules += more.with_rules;
  with_reasons += more.with_reasons;
  rules += more.rules;
  untested += more.untested;
  answered += more.answered;
  open += more.open;
  tests += more.tests;
  expectations += more.expectations;
  return *this;
}

ClauseCoverage cover_clauses(const Pack& pack) {
  ClauseCoverage coverage;
  const std::vector<CoveringRule> rules = covering_rules(pack, tests_by_rule(pack, coverage.errors));
  std::map<std::string, const CoveringRule*> by_id;
  for (const CoveringRule& rule : rules) by_id[rule.id] = &rule;
  for (const ClauseEntry& entry : pack.clauses) {
    CoveredClause& clause =
        coverage.clauses.emplace_back(CoveredClause{entry.clause, {}, entry.reasons, entry.see, entry.open});
    for (const std::string& id : entry.rules) clause.rules.push_back(*by_id.at(id));
  }
  coverage.totals = totals_of(coverage.clauses, rules);
  return coverage;
}

}  // namespace reglament
