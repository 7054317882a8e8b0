// The story that the commands that judge share: find, load, read, judge, waive, report.
#pragma once

#include <optional>

#include "options.hpp"
#include "reglament/findings/finding.hpp"

namespace reglament {

// Judges the rules of `group`, or all, and reports.
// Result    0: nothing at or above --fail-on; 1: violations; 2: the question could not be fully answered, which wins
//           over 1. The last line on standard error says why it is not 0.
int judge_records(CommandPage page, std::optional<Group> group, int argc, char** argv);

}  // namespace reglament
