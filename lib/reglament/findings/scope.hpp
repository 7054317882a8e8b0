#pragma once

#include <cstdint>

namespace reglament {

// Whether a run looked at everything its packs and records hold. After a look at a part (`--select`, `--period`, one of
// the small commands) nothing can be said of a waiver or a line of the baseline that fits no finding.
enum class Scope : std::uint8_t { whole, part };

}  // namespace reglament
