// What a judgement may look at besides the record: the register, the calendar, other records; and on which day.
#pragma once

#include "reglament/calendar/working_calendar.hpp"
#include "reglament/records/register.hpp"
#include "reglament/rules/pack.hpp"

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

namespace reglament {

// Ids of records that links lead to.
using LinkedIds = std::set<std::string, std::less<>>;

// Records kept for links, sets of other records and `next TYPE after`: only of families and types that a rule asks for.
//
// What a link leads to is known only once the link is read, and most records are never linked to. So of a family that is
// linked to the last so many are kept, for links mostly lead nearby; the ids that links miss are noted, and a second look at
// the records keeps these too.
class KeptRecords {
 public:
  void keep_linked(Family family);
  void keep_linked(LinkedIds ids) { wanted_ = std::move(ids); }  // these too, as an earlier look found them
  void keep_all(const RecordType& type);
  void keep_dates(const RecordType& type);
  void see(const Record& record, std::optional<BodyIndex> body, Day date);
  // Takes over what `other`, who keeps the same kinds, has kept of records that come behind those seen here.
  void absorb(KeptRecords&& other);

  // All are seen: a link that leads to nothing now has missed what it leads to, or there is no such record.
  void end() { has_ended_ = true; }
  // Whether anything was asked since `watch` that records still to come may answer otherwise; and where no more was asked
  // than for records by their ids, one of these ids.
  void watch() const {
    asks_for_more_ = asks_beyond_ids_ = false;
    waits_for_.clear();
  }
  bool asks_for_more() const { return asks_for_more_; }
  std::optional<std::string> waits_for() const {
    return asks_beyond_ids_ || waits_for_.empty() ? std::nullopt : std::optional{waits_for_};
  }
  // The ids that links missed for want of room.
  const LinkedIds& missed() const { return missed_; }

  const Record* find(std::string_view id) const;
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
  // The last so many records, each in the memory of the one that it displaces.
  class Window {
   public:
    void keep(const Record& record);
    const Record* find(std::string_view id) const;
    bool has_displaced() const { return has_displaced_; }

   private:
    static constexpr std::uint32_t none = 0xFFFFFFFF;

    std::uint32_t& bucket_of(std::size_t hash) { return buckets_[hash & (buckets_.size() - 1)]; }
    void unlink(std::uint32_t slot);

    // A hash table with chains: small enough to stay in the cache while the records go by.
    std::vector<Record> slots_;
    std::vector<std::size_t> hashes_;     // by slot
    std::vector<std::uint32_t> behind_;   // by slot: the next of its bucket
    std::vector<std::uint32_t> buckets_;  // the slot kept last, or none
    std::uint32_t next_ = 0;
    bool has_displaced_ = false;
  };

  bool is_kept_whole(const Record& record) const;
  void ask_for_more() const { asks_for_more_ = asks_beyond_ids_ = true; }

  std::array<bool, family_count> linked_{};
  std::optional<LinkedIds> wanted_;
  std::vector<RecordType> whole_types_;
  std::array<std::unordered_map<std::string, Record>, family_count> records_;  // those that stay
  std::vector<std::unique_ptr<Window>> windows_;                               // of families, and of what was absorbed
  std::array<Window*, family_count> window_of_{};
  bool has_ended_ = false;
  mutable bool asks_for_more_ = false;
  mutable bool asks_beyond_ids_ = false;
  mutable std::string waits_for_;
  mutable LinkedIds missed_;
  std::map<std::tuple<const Order*, BodyIndex, Day>, int> first_done_;
  std::vector<RecordType> dated_types_;
  std::vector<std::map<BodyIndex, std::vector<Day>>> dates_;  // by dated type; sorted when first asked
};

// What a judgement looked at since this was last cleared; see shapes.hpp.
struct LookedAt {
  bool values = false;   // beyond the record's shape: at a date, a number, a text, which office, another record
  bool settled = false;  // whether the pack holds absence against the record by now
  bool overdue = false;  // whether the assignment is overdue
};

struct World {
  const Register* offices = nullptr;
  const WorkingCalendar* calendar = nullptr;   // of the pack that judges
  const KeptRecords* kept = nullptr;
  Day as_of{};
  bool binds_all = false;                      // every pack binds every body: in rule tests
  mutable LookedAt looked;
  void look() const { looked.values = true; }
};

// The body a record belongs to: its `body`, else that of `by`; else that of `issued-by`, where a regulation binds it, or
// of its first executor: what a body outside has given is owed by those inside.
std::optional<BodyIndex> body_of(const Record& record, const Register& offices);
// The office that made it: who it was made for where `acting-for` is given, else `by`.
std::optional<OfficeIndex> maker_of(const Record& record);

// `office` is of `role`, or acts that day for one that is: who acts counts as it.
bool counts_as(OfficeIndex office, Word role, Day day, const Register& offices);
// As what `office` counts does not hang on the day, and its id is no word that means another role.
bool is_plain(OfficeIndex office, const Register& offices);

}  // namespace reglament
