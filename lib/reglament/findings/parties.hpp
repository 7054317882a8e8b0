#pragma once

#include "reglament/findings/finding.hpp"
#include "reglament/records/register.hpp"

namespace reglament {

// Fills `run.offices` and `run.bodies` with what the register knows of those that the findings and their sentences name.
void name_parties(Run& run, const Register& offices);

}  // namespace reglament
