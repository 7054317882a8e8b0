// Violations that were there when checking began: told no more, and only ever fewer.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "reglament/findings/finding.hpp"
#include "reglament/findings/scope.hpp"

namespace reglament {

// One line of a baseline file; only `finding` is looked at, the rest is for readers.
//
//   baseline:
//     - finding: "kazygurt-2025-135/apparatus-meeting-weekly|office/kazygurt-akim|2025-W41"
//       pack: "kazygurt-2025-135"
//       message: "2025-W41: apparatus meeting: 0 recorded, at least 1 required"
struct BaselineEntry {
  std::string finding;  // its identity
  std::string pack;
  std::string message;
  friend bool operator==(const BaselineEntry&, const BaselineEntry&) = default;
};
using Baseline = std::vector<BaselineEntry>;

Loaded<Baseline> read_baseline(std::string_view text, const std::string& file);
std::string to_text(const Baseline& baseline);  // the file, entries in order of identity

// Marks the violations that stand in the baseline: `Finding::known`. Waived ones are left alone.
// Result    In a whole run, a remark for each entry that no violation answers to any more.
std::vector<Message> apply_baseline(std::vector<Finding>& findings, const Baseline& baseline, Scope scope);

// The first baseline: every violation that is not waived. `message` words it for readers.
Baseline make_baseline(const std::vector<Finding>& findings,
                       const std::function<std::string(const Finding&)>& message);

// The entries that a violation still answers to. Nothing is ever added.
Baseline shrink(const Baseline& baseline, const std::vector<Finding>& findings);

}  // namespace reglament
