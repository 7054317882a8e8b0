// What `reglament-rules diff` finds, as text for people and as JSON.
#pragma once

#include <string>

#include "options.hpp"
#include "packs.hpp"
#include "reglament/findings/comparison.hpp"
#include "reglament/findings/finding.hpp"
#include "reglament/trials/pack_comparison.hpp"

namespace reglament {

// Two packs, what they find in the same records, and in what all that differs.
struct PackDiff {
  Rulebook a;  // of one pack each
  Rulebook b;
  PackComparison packs;
  Run run_a;
  Run run_b;
  Comparison findings;
  Diagnostics errors;

  const Pack& pack_a() const { return a.packs.front(); }
  const Pack& pack_b() const { return b.packs.front(); }
  bool is_same() const { return packs.is_same() && findings.is_same(); }
};

// Rules and findings that differ, then, unless --quiet, the outcomes that are counted otherwise, and totals.
std::string diff_text(const PackDiff& diff, const Options& options);
std::string diff_json(const PackDiff& diff, const Options& options);

}  // namespace reglament
