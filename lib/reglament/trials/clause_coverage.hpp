// Clause coverage of a pack: what became of each clause of its document, and how well that is tested.
//
// Source    reglament-rules(5), "The pack" (clauses) and "Tests".
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "reglament/rules/pack.hpp"

namespace reglament {

struct CoveringRule {
  std::string id;
  Names title;
  std::vector<std::string> answers;  // further obligations
  std::string part_of;               // the rule that stands for its obligation; empty: it has one of its own
  std::size_t tests = 0;
  std::size_t expectations = 0;  // records and periods that its tests name an outcome of
};

struct CoveredClause {
  std::string clause;
  std::vector<CoveringRule> rules;   // those that name it; a rule stands at each clause that it names
  std::vector<std::string> reasons;  // why there is none, or none for part of it
  std::vector<std::string> see;      // of a restatement: the clauses that carry the duty
  std::vector<std::string> open;     // obligations without a rule
};

// Of a pack, or of several together.
struct CoverageTotals {
  std::size_t clauses = 0;
  std::size_t with_rules = 0;
  std::size_t with_reasons = 0;  // and without a rule
  std::size_t rules = 0;         // each once, whatever clauses it names
  std::size_t untested = 0;      // rules without a test
  std::size_t answered = 0;  // obligations: rules that are no part of another, and what rules answer besides
  std::size_t open = 0;      // obligations
  std::size_t tests = 0;
  std::size_t expectations = 0;

  CoverageTotals& operator+=(const CoverageTotals& more);
};

struct ClauseCoverage {
  std::vector<CoveredClause> clauses;  // in the order of the document
  CoverageTotals totals;
  Diagnostics errors;  // tests that could not be read
};

// Reads the *.test.yaml files beside the pack; the tests are counted, not run.
// Errors    InputError where a file cannot be read.
ClauseCoverage cover_clauses(const Pack& pack);

}  // namespace reglament
