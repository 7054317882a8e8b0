// What a pack that loads may still leave to be wished for.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "reglament/rules/pack.hpp"
#include "reglament/yaml/diagnostic.hpp"

namespace reglament {

struct Lint {
  Diagnostics warnings;  // rules without a test
  Diagnostics notes;     // worth a second look: a bare list that means "any"; obligations without a rule yet
};

// `tested` are the ids of the rules with a test.
Lint lint(const Pack& pack, const std::set<std::string>& tested);

}  // namespace reglament
