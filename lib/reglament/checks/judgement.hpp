// What one rule says of one record, item or period, before it becomes a finding.
#pragma once

#include "reglament/checks/evaluate.hpp"

namespace reglament {

struct Judgement {
  Outcome outcome = Outcome::not_applicable;
  Hinges hinges;                           // the outcome stands once these fields are held
  std::uint64_t unknown = 0;               // of unknown: the hinges of what is not recorded
  std::optional<Moment> due;
  std::optional<Moment> actual;
  std::optional<Lateness> late_by;
  std::vector<Statement> statements;
  std::optional<CountOfDays> count;

  static Judgement of(Outcome outcome, Hinges hinges = {}) {
    Judgement judgement;
    judgement.outcome = outcome;
    judgement.hinges = hinges;
    return judgement;
  }
  static Judgement not_known(std::uint64_t fields) {
    Judgement judgement = of(Outcome::unknown);
    judgement.unknown = fields;
    return judgement;
  }
  static Judgement not_known_on(int hinge) { return not_known(hinge < 0 ? 0 : std::uint64_t{1} << hinge); }
};

// One overload for each kind that is judged record by record; frequency is counted (frequency.hpp).
Judgement judge(const Required& check, const Context& context, const Rule& rule);
Judgement judge(const Deadline& check, const Context& context, const Rule& rule);
Judgement judge(const Order& check, const Context& context, const Rule& rule);
// Notes in `kept` when a record that came in hours was done, against which what was carried over is judged.
void note_done(const Order& check, const Context& context, KeptRecords& kept);

// How late `done` is after `limit`: by RULES.md 9.7 in working days for limits in working days (in days where none lies
// between), in hours for limits in hours, else in days.
Lateness lateness(Moment limit, Moment done, std::optional<Unit> unit, const WorkingCalendar& calendar);

// The day from which mere absence is held against the record: the rule's own, else the pack's for the family; where the
// record does not hold what it is counted from, the record's own date.
DateValue settled_day(const RuleBody& body, const Context& context);

}  // namespace reglament
