// Violations that somebody who may has waived, for a time, with a reason and a legal basis.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reglament/findings/finding.hpp"
#include "reglament/findings/scope.hpp"

namespace reglament {

// One entry of a waivers file:
//
//   waivers:
//     - rule: kazygurt-2025-135/apparatus-meeting-weekly   # a glob; without a slash, of the rule's own id
//       office: kazygurt-akim                              # or `body`, each with `period`; or `record` alone
//       period: 2025-W41                                   # or FROM..TO, as on the command line
//       reason: flood in the district, all staff in the field
//       legal-basis: order of the akim of 2025-10-05 No. 41
//       approved-by: A. Ismailov, district akim
//       date: 2025-10-05
//       expires: 2025-12-31
struct Waiver {
  std::string file;
  Mark mark;
  std::string rule;
  std::optional<Family> family;  // of `record: meeting/M-1`; none: of any family
  std::optional<std::string> record;
  std::optional<std::string> office;
  std::optional<std::string> body;
  std::optional<DayRange> period;  // holds for findings of a period that lies in it whole
  std::string reason;
  std::string legal_basis;
  std::string approved_by;
  Day date{};     // of the approval: it holds from that day on
  Day expires{};  // the last day on which it holds
};

// Every entry that could be read, and an error for each that could not.
Loaded<std::vector<Waiver>> read_waivers(std::string_view text, const std::string& file);

// Marks the violations that a waiver in force on `as_of` fits: `Finding::waived` is its reason. A later waiver changes
// nothing on a finding that is waived already, but counts as one that fits.
// Result    A finding of severity error, about the waiver itself, for each that is expired and, in a whole run, for each
//           in force that fits no violation.
std::vector<Finding> apply_waivers(std::vector<Finding>& findings, const std::vector<Waiver>& waivers,
                                   Day as_of, Scope scope);

}  // namespace reglament
