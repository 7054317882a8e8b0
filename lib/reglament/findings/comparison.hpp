// What differs between two runs over the same records, each under rules of its own: what a change of a regulation changes
// in the findings.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "reglament/findings/finding.hpp"

namespace reglament {

// What becomes of a finding from run A to run B.
enum class Change : std::uint8_t {
  settled,  // a violation in A alone
  arisen,   // a violation in B alone
  altered   // a violation in both, or pending in both, that differs
};
inline constexpr std::size_t change_count = 3;
std::string_view to_text(Change change);  // "settled", "new", "changed"

// In what two findings of one identity may differ.
enum class Aspect : std::uint8_t { outcome, severity, certain, due, late_by };
std::string_view to_text(Aspect aspect);  // "outcome" ... "late-by"

struct FindingChange {
  Change change{};
  std::string rule;              // id in its pack
  std::optional<std::size_t> a;  // index of the finding in each run; none: no finding of this identity there
  std::optional<std::size_t> b;
  Outcome
      outcome_a{};  // of the finding; without one unknown where the run could not judge the rule on records
  Outcome outcome_b{};          // of that type, else not applicable
  std::vector<Aspect> aspects;  // where both have one: in what they differ
};

using OutcomeCounts = std::array<std::size_t, outcome_count>;  // by Outcome

struct RuleCounts {
  std::string rule;  // id in its pack
  OutcomeCounts a{};
  OutcomeCounts b{};
};

struct Comparison {
  std::vector<FindingChange> findings;  // in the order of findings: by path, line and rule
  std::vector<RuleCounts> rules;        // rules of which some outcome is counted otherwise, by id
  OutcomeCounts total_a{};              // over all rules
  OutcomeCounts total_b{};
  std::vector<std::size_t>
      unknown_in_a;  // of Run::unknown: what could not be judged in this run and could in the other
  std::vector<std::size_t> unknown_in_b;

  bool is_same() const {
    return findings.empty() && rules.empty() && unknown_in_a.empty() && unknown_in_b.empty();
  }
};

// Findings are held against each other by rule, record or holder, item and period, whatever packs the rules are of. Of met,
// excused and inapplicable ones only the counts are compared. Both runs must hold findings of every outcome
// (JudgeOptions::all).
Comparison compare(const Run& a, const Run& b);

}  // namespace reglament
