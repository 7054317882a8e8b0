// frequency: how many records in a period, or for each member of a set.
//
// One counter for each reading of a rule: it sees every record once and is closed at the end. It keeps small tallies by
// holder and period, not the records.
//
// Source    reglament-rules(5), "Frequency".
#pragma once

#include "reglament/checks/judgement.hpp"

#include <map>
#include <set>

namespace reglament {

// Who owes: an office, or the body for which any office may do it.
struct Holder {
  std::optional<OfficeIndex> office;
  BodyIndex body{};
  std::vector<OfficeIndex> offices;        // whose availability counts: the office itself, or the group
  Tenure tenure;
};

struct PeriodResult {
  Holder holder;
  std::optional<Period> period;            // none for a count by the values of a field
  std::string value;                       // of that field
  Judgement judgement;
};

class FrequencyCounter {
 public:
  // All must outlive the counter.
  FrequencyCounter(const Rule& rule, const RuleBody& body, const Pack& pack, const World& world);

  const RuleBody& body() const { return *body_; }
  // Whether the counter wants records of this type, to count them or for its sets and conditions.
  bool wants(Family family, Word type) const;
  void see(const Context& context);
  // Takes over what `other`, a counter of the same rule and reading, saw: records that come behind those seen here.
  void absorb(FrequencyCounter&& other);

  // Every holder and period owed from the rule's beginning up to the as-of day whose last day lies in `range`.
  // `held`: the fields that some record of the counted types holds. `first_record`: the day of the first record of all,
  // from which an office without a beginning is judged.
  std::vector<PeriodResult> close(std::uint64_t held, std::optional<DayRange> range, Day first_record) const;

 private:
  // In time, and late by day, under one key: a distinct value, a member, or "".
  struct Occurrences {
    std::int64_t in_time = 0;
    std::vector<Day> late;
  };
  struct Group {
    std::optional<BodyIndex> body;         // of `per`, where its value is a body
    std::map<std::string, Occurrences> by_key;
  };
  struct Tally {
    std::map<std::string, Group> groups;   // by value of `per`; "" where there is none
    std::int64_t doubtful = 0;             // records whose `where` is unknown
    std::uint64_t unknown = 0;
    std::vector<std::pair<Hinges, std::int64_t>> hanging;  // records left out because a field is absent
    std::vector<std::string> records;      // the first few, for `at-most`
    Day last{};                            // the last day counted

    void absorb(Tally&& other);            // of records that come behind those counted here
    void hang(const Hinges& hinges, std::int64_t times);
  };
  struct Side {                            // another count that a bound or a condition asks for
    RecordType records;
    const std::vector<Condition>* where = nullptr;
    const void* asked_by = nullptr;
    std::map<std::pair<std::uint64_t, std::string>, std::int64_t> counts;
  };
  using Key = std::pair<std::uint64_t, std::string>;  // holder, period or value of the field
  struct Doubts {
    std::int64_t records = 0;
    std::uint64_t unknown = 0;             // hinges of the fields that are not recorded
  };
  // What is judged at the end: one holder in one period.
  struct Question {
    const Context& context;
    Period period;
    std::string key;
    std::uint64_t holder;
    std::uint64_t held;
    std::optional<BodyIndex> group;        // of `per` bodies: the one at hand
    Argument shown;                        // the period, or the value of the field
  };

  void count(const Context& context);
  void count_item(const Context& context, std::optional<std::uint64_t> holder);
  void add(const Context& context, std::uint64_t holder, const std::string& period, Day day, bool in_time);
  void gather_members(const Context& context);
  void count_sides(const Context& context);
  void gather_sides(const Condition& condition);
  std::vector<Day> days_of(const Context& context) const;
  std::optional<std::uint64_t> holder_key(const Context& context) const;
  std::uint64_t key_of(OfficeIndex office) const { return static_cast<std::uint64_t>(office) << 1U; }
  std::uint64_t key_of(BodyIndex body) const { return (static_cast<std::uint64_t>(body) << 1U) | 1U; }
  std::uint64_t key_of(const Holder& holder) const { return holder.office ? key_of(*holder.office) : key_of(holder.body); }
  BodyIndex plain_body(BodyIndex body) const;
  std::optional<Day> bound_of(const std::optional<DateExpression>& date, const Period& period, LimitUse use) const;
  std::optional<Day> limit_of(const Period& period) const;
  Period period_for(Day day, const std::optional<Period>& named) const;
  Context context_for(const Holder& holder, const std::optional<Period>& period) const;

  std::vector<Holder> holders() const;
  void close_periods(const Holder& holder, const std::optional<DayRange>& range, Day first, std::uint64_t held,
                     std::vector<PeriodResult>& results) const;
  void close_days(const Holder& holder, const std::optional<DayRange>& range, std::uint64_t held,
                  std::vector<PeriodResult>& results) const;
  void close_values(const Holder& holder, std::uint64_t held, std::vector<PeriodResult>& results) const;
  bool is_owed(const Holder& holder, const Period& period) const;
  bool is_absent_throughout(const Holder& holder, const Period& period) const;
  Judgement judge_period(const Holder& holder, const Period& period, const std::string& key, std::uint64_t held) const;
  Judgement judge_counts(const Tally& tally, const Question& question) const;
  Judgement judge_group(const Group& group, const Tally& tally, const Question& question) const;
  Judgement judge_whole(const Tally& tally, const Question& question) const;
  Judgement judge_number(const Occurrences& all, const Tally& tally, std::int64_t wanted, const Question& question) const;
  Judgement judge_members(const Group& group, const Tally& tally, std::int64_t wanted, const Question& question) const;
  Judgement too_many(const Tally& tally, std::int64_t found, std::int64_t most, const Question& question) const;
  Judgement unfulfilled(std::int64_t found, std::int64_t wanted, std::optional<Day> late_day, const Question& question) const;
  Day last_day_of(const Period& period) const;
  static Doubts doubts_of(const Tally& tally, std::uint64_t held);
  Occurrences together(const Group& group) const;
  Occurrences of_member(const Group& group, const Member& member) const;
  Judgement excuse(Judgement judgement, const Holder& holder, const Context& context, const Period& period) const;
  std::int64_t side_count(const void* asked_by, std::uint64_t holder, const std::string& period) const;
  std::vector<Member> members(const Question& question) const;

  const Rule* rule_;
  const RuleBody* body_;
  const Frequency* check_;
  const Pack* pack_;
  const World* world_;
  std::optional<SetExpression> named_members_;                // of `every: {values, of}`: what one record names
  std::map<Key, Tally> tallies_;
  std::map<Key, std::map<std::string, Member>> gathered_;     // of `every: {values, of}`, by body and period
  std::vector<Side> sides_;
  bool names_period_ = false;                                 // some record counted names its period
};

}  // namespace reglament
