#pragma once

#include "reglament/findings/finding.hpp"
#include "reglament/reports/report.hpp"

namespace reglament {

// What a report tells: violations that are neither waived nor in the baseline; with `all` everything that a
// rule asked: where it did not apply is counted, not told.
inline bool is_shown(const Finding& finding, const ReportOptions& options) {
  if (finding.outcome == Outcome::not_applicable) return false;
  return options.all || (is_violation(finding.outcome) && !finding.waived && !finding.known);
}

}  // namespace reglament
