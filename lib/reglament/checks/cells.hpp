// From a record's cells to values and days.
#pragma once

#include "reglament/checks/evaluate.hpp"
#include "reglament/checks/names.hpp"

namespace reglament {

Value value_of(const CellView& cell);
Value value_of(OfficeIndex office);
Value value_of(BodyIndex body);

// The moment of one entry of a step: the entry itself, or its `date`.
inline std::optional<Moment> moment_of_entry(const CellView& entry) {
  return entry.kind() == Cell::Kind::moment ? std::optional{entry.moment()} : entry.moment_at(names().date);
}

template <typename Visit>
void for_each_entry(const CellView& step, Visit visit) {
  if (step.kind() == Cell::Kind::list) {
    step.for_each(visit);
  } else {
    visit(step);
  }
}

// The last day, up to `as_of`, on which the assignment was executed or closed.
std::optional<Day> carried_out(const Record& record, Day as_of);

}  // namespace reglament
