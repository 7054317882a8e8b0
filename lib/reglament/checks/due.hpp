// The due date of an assignment: stated or by the pack's terms, rolled, and moved by its extensions.
//
// Source    RULES: reglament-rules(5), "Due dates"; kazygurt-2025-135, 13.2, 13.6-13.8, 13.15.
#pragma once

#include "reglament/calendar/span.hpp"
#include "reglament/checks/world.hpp"

#include <optional>
#include <vector>

namespace reglament {

struct ExtensionState {
  std::optional<Day> due_before;  // the due date in force when it was decided (or asked for)
  bool granted = false;
  bool moved = false;             // it changed the due date
  std::size_t number = 0;         // among those that moved it, from 1; the number it would have for others
  std::size_t asked_number = 0;   // among all, in order of decision, from 1
};

struct DueState {
  std::optional<Day> stated;
  std::optional<Day> original;    // stated, else by a term; rolled
  std::optional<Day> current;     // after all extensions decided up to the as-of day; rolled
  std::vector<ExtensionState> extensions;  // in the order of the record's list
};

DueState due_state(const Record& record, const Pack& pack, const World& world);

}  // namespace reglament
