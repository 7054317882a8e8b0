// The cases out of a rule's own tests that tell best what it asks.
#pragma once

#include <string>
#include <vector>

#include "reglament/calendar/working_calendar.hpp"
#include "reglament/findings/finding.hpp"
#include "reglament/rules/pack.hpp"
#include "reglament/trials/pack_source.hpp"
#include "reglament/trials/pack_tests.hpp"
#include "reglament/trials/prepared_test.hpp"

namespace reglament {

struct RuleExample {
  Outcome outcome{};
  std::string reading;  // id of the reading that comes to it; empty: the rule as it stands
  std::string period;   // that a count or a plan is asked of; empty: a record is
  Day as_of{};
  std::vector<Record> records;  // the one that is judged; of a period those that the rule is about
  Scene scene;                  // the world around them: offices, bodies, what links lead to
  Run run;  // what the rule finds, one finding, and whom it names; none of what is only counted
  std::string file;
  Mark mark;
};

// Reads the tests of a pack once, and runs those of a rule when it is asked for.
class RuleExamples {
 public:
  // Both must outlive it.
  // Errors    InputError where a file of tests cannot be read.
  RuleExamples(const Pack& pack, const WorkingCalendar& calendar)
      : calendar_(calendar), tests_(pack.folder), rules_(pack) {}

  // In this order: a case that is met and one that is violated, of all the pair that differs least; one that is excused,
  // else one that the rule does not apply to; for each reading one that it sees otherwise. Before these count those that the
  // inventory of clauses gives. What the tests do not have is left out, and so is what does not come out as written.
  // Errors    tests that cannot be read, days outside the calendar.
  Loaded<std::vector<RuleExample>> of(const Rule& rule);

  bool has_test(const Rule& rule) const;
  const Diagnostics& errors() const { return tests_.errors(); }  // of the files of tests

 private:
  const WorkingCalendar& calendar_;
  PackTests tests_;
  LoneRules rules_;
};

}  // namespace reglament
