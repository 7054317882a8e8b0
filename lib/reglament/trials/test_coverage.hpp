// Coverage of a pack by its tests: the least that each rule needs.
//
// A rule needs a test in which it is met and one in which it is violated. Where it has limits (numbers, terms, days, times),
// it needs tests at each and one step beyond it: they fail once the limit is moved by its smallest step, either way. That is
// the part of its mutants that move a limit, so a limit counts as tested only where its tests hold it.
//
// Source    reglament-rules(5), "Tests".
#pragma once

#include <string>
#include <vector>

#include "reglament/trials/laboratory.hpp"

namespace reglament {

struct Lack {
  enum class Of : std::uint8_t { pass, fail, boundary };
  Of of{};
  std::string file;
  Mark mark;  // of the rule; of boundary: of the limit
  std::string rule;
  std::string mutant;  // of boundary: the move that no test notices
};
std::string_view to_text(Lack::Of of);  // "pass", "fail", "boundary"

struct CoverageReport {
  std::size_t rules = 0;
  std::size_t covered = 0;  // those that lack nothing
  std::vector<Lack> lacks;  // in the order of the rules
  Diagnostics failing;      // rules without a test, or with one that fails: not looked at
  Diagnostics errors;       // what could not be read
};

CoverageReport run_coverage(const Pack& pack, const WorkingCalendar& calendar,
                            const RuleSelector& selects = {});

}  // namespace reglament
