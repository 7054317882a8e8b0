// When a step was done, where a check asks who did it, to whom, or through which channel.
#pragma once

#include "reglament/checks/evaluate.hpp"

namespace reglament {

struct StepDone {
  std::optional<Moment> moment;      // of the last entry asked for; none where nothing counts
  std::vector<std::string> lacking;  // words named without an entry
  bool recorded = false;             // something is on record, if not what is asked for
  bool done() const { return moment.has_value() && lacking.empty(); }
};

// What is dated after the as-of day is not done; a stated date stands on any day.
StepDone find_step(const Path& step, const StepFilter& filter, const Context& context);

}  // namespace reglament
