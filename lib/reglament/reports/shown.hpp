#pragma once

#include "reglament/findings/finding.hpp"
#include "reglament/reports/report.hpp"

namespace reglament {

// What a report tells: violations that are neither waived nor in the baseline; with `all` everything.
inline bool is_shown(const Finding& finding, const ReportOptions& options) {
  return options.all || (is_violation(finding.outcome) && !finding.waived && !finding.known);
}

}  // namespace reglament
