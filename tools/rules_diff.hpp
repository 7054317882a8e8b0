// `reglament-rules diff`: what a change of a regulation changes in the findings.
#pragma once

#include <string>

#include "options.hpp"

namespace reglament {

struct DiffAsked {
  std::string a;  // packs, by id or folder
  std::string b;
};

// Judges the same records once by each pack and tells what differs. A body that names one of the packs is bound by both, so
// that a regulation may be held against one of another name; waivers and baseline are left aside.
// Status    0: nothing differs; 1: something does; 2: the question could not be fully answered, which wins over 1.
int diff_packs(const DiffAsked& asked, const Options& options);

}  // namespace reglament
