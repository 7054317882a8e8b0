// `reglament-rules coverage`: what of a regulation is checked, what not, and why not, clause by clause.
#pragma once

#include <string>
#include <vector>

#include "options.hpp"

namespace reglament {

// Status 0: every obligation has a rule, and every rule a test; 1: some do not; 2: something could not be read.
int cover_packs(const std::vector<std::string>& packs, const Options& options);

}  // namespace reglament
