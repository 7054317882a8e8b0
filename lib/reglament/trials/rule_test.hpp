// Rule tests: small worlds in which a rule must come to a named outcome.
//
//   tests:
//   - rule: apparatus-minutes-drafted-in-1-working-day
//     as-of: 2025-10-31
//     met: [{date: 2025-10-03, steps: {minutes-drafted: 2025-10-06}}]
//     late: [{date: 2025-10-03, steps: {minutes-drafted: 2025-10-07}}]
//
// A listed record must come to that outcome, the worst over its items; for frequencies and plans the named periods, days
// or values must, and there must be no others. `given` is the rest of the world. Ids, types, and offices and bodies that
// nobody lists are made up; every field counts as held. `reading: ID` asks what that reading of the rule finds.
//
// Source    reglament-rules(5), "Tests".
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "reglament/calendar/working_calendar.hpp"
#include "reglament/findings/finding.hpp"
#include "reglament/rules/pack.hpp"

namespace reglament {

struct TestFailure {
  std::string file;
  Mark mark;  // of the record or period that came out otherwise
  std::string rule;
  std::string what;      // a period, or the number of the record in its list: "late 2"
  std::string expected;  // an outcome
  std::string found;     // an outcome, or "nothing"
};

struct TestReport {
  std::size_t passed = 0;  // records and periods that came out as named
  std::vector<TestFailure> failures;
  Diagnostics errors;               // tests that could not be read
  std::set<std::string> tested;     // rules with a test
  std::set<std::string> triggered;  // rules that a test brought to met or to a violation
};

// Runs every test of every *.test.yaml in the pack's folder, or those of rules that `selects` takes.
TestReport run_rule_tests(const Pack& pack, const WorkingCalendar& calendar,
                          const std::function<bool(const std::string& rule)>& selects = {});

}  // namespace reglament
