// Rules named by a pattern, as `--select`, `--ignore` and waivers do.
#pragma once

#include <string_view>

#include "reglament/findings/finding.hpp"

namespace reglament {

// `*` stands for any run of characters, `?` for any one byte, all else for itself.
bool matches_glob(std::string_view pattern, std::string_view text);

// A pattern with a slash is held against `pack/rule`, any other against the rule's own id.
bool names_rule(std::string_view pattern, const RuleInfo& rule);

}  // namespace reglament
