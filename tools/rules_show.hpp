// `reglament-rules show`: rules as a person reads them, with examples from their own tests.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "options.hpp"

namespace reglament {

// `asked` are ids or patterns.
// Status    0; 2 where a pack or a test could not be read in full.
// Errors    InputError where no rule fits one that is asked for.
int show_rules(const std::vector<std::string>& asked, const Options& options);

// Rules that are in JSON, or in words, already.
void write_rules(const std::vector<std::string>& rules, std::string_view between, const Options& options);

}  // namespace reglament
