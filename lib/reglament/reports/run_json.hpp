// The parts of a run as JSON objects on one line, for every report that tells them; their keys are in reglament-check(1).
#pragma once

#include <string>

#include "reglament/findings/finding.hpp"
#include "reglament/language/language.hpp"

namespace reglament {

// `run` is the one that holds it: what else it found, and the names of offices and bodies.
std::string finding_json(const Finding& finding, const Run& run, Language language);
std::string unknown_json(const Unknown& unknown, const Run& run, Language language);
std::string input_json(const InputInfo& input);
std::string pack_json(const PackInfo& pack);

}  // namespace reglament
