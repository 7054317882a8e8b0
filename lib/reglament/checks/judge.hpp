// One pass over the records: judged as they come, or counted and closed at the end.
#pragma once

#include "reglament/checks/frequency.hpp"
#include "reglament/findings/finding.hpp"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace reglament {

// Which of a rule's fields some record holds (bits are indexes into Rule::hinges), by the rule's full id and the type.
using HeldFields = std::map<std::tuple<std::string, Family, Word>, std::uint64_t>;

// What a first look at the records found that a second must know from the beginning.
struct FirstLook {
  HeldFields held;
  LinkedIds linked;
};

struct JudgeOptions {
  Day as_of{};
  std::optional<DayRange> period;                        // records dated, and periods ending, inside it
  std::function<bool(const Rule&)> selects;              // none: every rule
  std::optional<std::string> office;                     // only findings that name it
  std::optional<BodyIndex> body;                         // only records and holders at or inside it
  bool all = false;                                      // findings for met, pending, excused and not applicable too
  bool holds_all = false;                                // absence counts for every field
  std::vector<std::string> holds;                        // absence counts for these fields and steps
  std::optional<FirstLook> first_look;                   // at the same records
  bool binds_all = false;                                // every pack binds every body (rule tests)
  bool one_by_one = false;                               // no record is taken to fare like another (shapes.hpp)
};

// Memory    offices x periods x rules, and what is found; besides, records that links lead to or that sets are made of, and
//           records whose judgement must wait for one of these that comes later.
class Judge {
 public:
  // `offices` must outlive the judge. `calendars` by id; each pack's must be there.
  Judge(const Register& offices, std::vector<Pack> packs, std::map<std::string, WorkingCalendar> calendars,
        JudgeOptions options);
  ~Judge();
  Judge(Judge&&) noexcept;
  Judge& operator=(Judge&&) noexcept;

  void see(const Record& record);
  // To judge another part of the same input, at the same time on another thread.
  Judge fork() const;
  // Takes over what `other`, a fork, saw: the part of the input that comes behind what this one saw. Then the run is the
  // same as if this one had seen all of it.
  void absorb(Judge&& other);
  // Findings sorted and folded, the summary, what could not be judged. Call once.
  Run close();
  // After `close`: none, and the run is whole; or what a judge must know from the beginning who judges all records again
  // (JudgeOptions::first_look), for this run lacks something. So memory stays small: a finding waits until some record holds
  // the field whose absence it tells, and only so many of one rule are kept waiting; of the records that a link may lead to
  // only so many are kept. There is no third look.
  std::optional<FirstLook> second_look() const;

 private:
  struct Law;
  class Work;
  explicit Judge(std::unique_ptr<Work> work);
  std::unique_ptr<Work> work_;
};

// The outcome that several of one record come to: the worst. late, missed, wrong before unknown, pending, excused, met,
// not applicable.
int severity_rank(Outcome outcome);

}  // namespace reglament
