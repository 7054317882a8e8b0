// Mutation: whether the tests of a pack tell each mutant of it from what is written.
//
// Source    reglament-rules(5), "Mutants".
#pragma once

#include <string>
#include <vector>

#include "reglament/trials/laboratory.hpp"

namespace reglament {

struct Survivor {
  std::string file;
  Mark mark;           // of what was changed
  std::string rule;    // empty: of pack.yaml
  std::string mutant;  // as `equivalent` names it
};

struct MutationReport {
  std::size_t killed = 0;
  std::size_t equivalent = 0;       // no test tells them, and the pack says why
  std::size_t refused = 0;          // they count for nothing
  std::vector<Survivor> survivors;  // in the order of the text; those of pack.yaml last
  Diagnostics stale;                // listed as equivalent, and no survivor
  Diagnostics failing;              // rules without a test, or with one that fails: not tried
  Diagnostics errors;               // what could not be read
  std::size_t tried() const { return killed + equivalent + survivors.size(); }
};

// All mutants of the rules; those of pack.yaml only where every rule is selected.
MutationReport run_mutants(const Pack& pack, const WorkingCalendar& calendar,
                           const RuleSelector& selects = {});

}  // namespace reglament
