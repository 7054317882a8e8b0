// In what two packs ask otherwise: their rules by id, and what pack.yaml says for all of them.
#pragma once

#include <string>
#include <vector>

#include "reglament/rules/pack.hpp"

namespace reglament {

// A rule of both packs, and the keys in which it differs: `about`, `check`, `severity` ...
struct ChangedRule {
  std::string rule;  // id
  std::vector<std::string> keys;
};

struct PackComparison {
  std::vector<std::string> only_in_a;  // ids of rules, in the order of the pack
  std::vector<std::string> only_in_b;
  std::vector<ChangedRule> changed;    // in the order of A
  std::vector<std::string> pack_keys;  // of pack.yaml: `terms`, `rollover` ...

  bool is_same() const {
    return only_in_a.empty() && only_in_b.empty() && changed.empty() && pack_keys.empty();
  }
};

// Compared is what an outcome hangs on, and the severity; not titles, notes, clauses, nor which obligations a rule answers.
// It does not matter in which order keys stand, nor whether a single value is written as a list.
// Errors    InputError where a file of a pack cannot be read.
PackComparison compare_packs(const Pack& a, const Pack& b);

}  // namespace reglament
