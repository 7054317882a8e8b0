// `reglament-rules test`: runs the tests of packs, tells what they leave uncovered, and which mutants they let live.
#pragma once

#include <string>
#include <vector>

#include "options.hpp"

namespace reglament {

struct TestsAsked {
  std::vector<std::string> rules;  // patterns; none: every rule
  bool coverage = false;
  bool mutate = false;
};

// Status 0: all is well; 1: a test fails, a rule lacks one, a mutant lives; 2: something could not be read, or nothing
// was tried. Packs are tried as they are shipped, whatever settings the configuration gives them.
int test_packs(const TestsAsked& asked, const std::vector<std::string>& packs, Options options);

}  // namespace reglament
