// The due date of an assignment: stated or by the pack's terms, rolled, and moved by its extensions.
//
// Source    reglament-rules(5), "Due dates"; kazygurt-2025-135, 13.2, 13.6-13.8, 13.15.
#pragma once

#include "reglament/checks/world.hpp"
#include "reglament/findings/finding.hpp"

#include <optional>
#include <vector>

namespace reglament {

struct Context;

// What became of the due date by one extension.
enum class ExtensionFate : std::uint8_t {
  moved,
  not_granted,   // refused, or not decided
  not_yet,       // decided after the as-of day
  after_due,     // decided when the due date was over
  not_later,     // the new date is no later one
  not_allowed    // by the pack's `extensions`, who decided may not
};

struct ExtensionState {
  std::optional<Day> due_before;  // the due date in force when it was decided (or asked for)
  std::optional<Day> decided;
  std::optional<Day> to;
  ExtensionFate fate = ExtensionFate::not_granted;
  const ExtensionRule* forbids = nullptr;  // of not_allowed
  std::size_t number = 0;         // among those that moved it, from 1; 0 for the others
  std::size_t asked_number = 0;   // among all, in order of decision, from 1

  bool granted() const { return fate != ExtensionFate::not_granted; }
};

struct DueState {
  std::optional<Day> stated;
  std::optional<Day> original;    // stated, else by a term; rolled
  std::optional<Day> current;     // after all extensions decided up to the as-of day; rolled
  const Term* term = nullptr;     // that gave it
  std::optional<CountOfDays> count;        // how the current one was counted, or moved off a day off
  std::vector<ExtensionState> extensions;  // in the order of the record's list
};

// Of one assignment; reckoned when first asked for, for many rules never ask.
class DueOnDemand {
 public:
  // Of the assignment that `record`, which must outlive this, looks at.
  explicit DueOnDemand(const Context& record) : record_(&record) {}
  explicit DueOnDemand(const DueState& known) : known_(&known) {}
  DueOnDemand(const DueOnDemand&) = delete;
  DueOnDemand& operator=(const DueOnDemand&) = delete;
  // Errors    OutsideCalendar.
  const DueState& state() const;

 private:
  const Context* record_ = nullptr;
  const DueState* known_ = nullptr;
  mutable std::optional<DueState> reckoned_;
};

// How the current due date came about, a sentence for each step that is not plain: the term that gave it, what became of
// each extension that was granted.
std::vector<Statement> story_of(const DueState& due);

}  // namespace reglament
