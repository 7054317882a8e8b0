// What a judgement may look at besides the record: the register, the calendar, other records; and on which day.
#pragma once

#include "reglament/calendar/working_calendar.hpp"
#include "reglament/records/register.hpp"
#include "reglament/rules/pack.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

namespace reglament {

// Records kept for links and for `next TYPE after`: only of families and types that a rule asks for.
class KeptRecords {
 public:
  void keep_family(Family family) { families_[static_cast<std::size_t>(family)] = true; }
  void keep_dates(const RecordType& type);
  bool empty() const;
  void see(const Record& record, std::optional<BodyIndex> body, Day date);

  const Record* find(std::optional<Family> family, std::string_view id) const;
  // Every record of `type` that was kept, by id.
  std::vector<const Record*> all(const RecordType& type) const;
  // The schedule that `office` goes by on `day` for visits, or for meetings: the one whose period holds that day; of
  // several the first by id.
  const Record* plan_of(OfficeIndex office, Family family, Day day) const;
  // Of the records that came on `day` itself: when the first was done, in minutes of that day. By check and body.
  void note_done(const Order& check, BodyIndex body, Day day, int minute);
  std::optional<int> first_done(const Order& check, BodyIndex body, Day day) const;
  // The day of the first record of `type` after `day`, of `body` or a body around it.
  std::optional<Day> next(const RecordType& type, BodyIndex body, Day day, const Register& offices) const;

 private:
  std::array<bool, family_count> families_{};
  std::array<std::unordered_map<std::string, Record>, family_count> records_;
  std::map<std::tuple<const Order*, BodyIndex, Day>, int> first_done_;
  std::vector<RecordType> dated_types_;
  std::vector<std::map<BodyIndex, std::vector<Day>>> dates_;  // by dated type; sorted when first asked
};

struct World {
  const Register* offices = nullptr;
  const WorkingCalendar* calendar = nullptr;   // of the pack that judges
  const KeptRecords* kept = nullptr;
  Day as_of{};
  bool binds_all = false;                      // every pack binds every body: in rule tests
};

// The body a record belongs to: its `body`, else that of `by`; else that of `issued-by`, where a regulation binds it, or
// of its first executor: what a body outside has given is owed by those inside.
std::optional<BodyIndex> body_of(const Record& record, const Register& offices);
// The office that made it: who it was made for where `acting-for` is given, else `by`.
std::optional<OfficeIndex> maker_of(const Record& record);

// `office` is of `role`, or acts that day for one that is: who acts counts as it.
bool counts_as(OfficeIndex office, Word role, Day day, const Register& offices);

}  // namespace reglament
