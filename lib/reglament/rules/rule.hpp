// A rule: what one obligation of a regulation asks of the records.
//
// Source    reglament-rules(5).
#pragma once

#include "reglament/findings/finding.hpp"
#include "reglament/records/register.hpp"
#include "reglament/rules/expression.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace reglament {

// The record satisfies a condition.
struct Required {
  Condition condition;
};

struct DateBound {
  DateRelation relation{};
  DateExpression date;
};

// What a check asks of the entries of a step: one for each word named; an entry that is silent on it counts.
struct StepFilter {
  std::vector<Word> by;          // roles
  std::vector<Word> addressees;  // roles
  std::vector<Word> through;     // channels
  bool empty() const { return by.empty() && addressees.empty() && through.empty(); }
};

// A date stands on the right side of another.
struct Deadline {
  std::vector<Path> steps;                   // the first that is done
  std::vector<DateBound> bounds;             // one or two
  StepFilter filter;
  std::optional<DatePoint> earliest;         // an upper limit is never put before it
  std::optional<int> closing_minute;         // of `hours`: what comes later than this counts for the next working day
};

// Things come in sequence.
struct Order {
  struct Member {
    Path step;
    StepFilter filter;
  };
  // Across records: what came after hours, or on a day off, is done on the next working day before what came on that day
  // itself (kazygurt-2025-135, 10.9 para 2).
  struct CarriedOver {
    Path done;                               // `registered`
    Path after;                              // when it came: `received`
    int closing_minute = 0;
  };
  std::optional<CarriedOver> carried_over;   // then no places
  std::vector<std::vector<Member>> places;   // earliest first; the members of one place in any order
  bool same_day = true;
  bool complete = false;
  std::optional<DateExpression> settled;
};

struct Count {
  std::int64_t number = 1;
  std::optional<RecordType> records;         // instead of the number: so many such records as are counted
  std::vector<Condition> where;
};

// How many records in a period, or for each member of a set.
struct Frequency {
  struct Bound {
    Relation relation{};
    Count count;
  };
  enum class Each : std::uint8_t { period, as_of, field };
  std::vector<Bound> bounds;                 // at least one
  Each each = Each::period;
  PeriodUnit unit{};                         // of period
  std::optional<Path> each_field;            // of field
  std::vector<Condition> where;              // which records count; none or one
  std::optional<DateExpression> counted_by;
  bool credited_to_body = false;
  std::optional<Path> distinct;
  std::optional<SetExpression> every;
  std::optional<Path> named_in;
  std::optional<Path> per;
  std::optional<std::int64_t> whole;         // so many values of `per` must be met
  std::optional<DateExpression> no_earlier_than;
  std::optional<DateExpression> no_later_than;
};

// Plan and practice agree.
struct Conformity {
  RecordType plan;
  std::vector<Path> match;                   // on the record
  bool every_record = false;                 // else every entry of the plan
  bool to_the_month = false;
};

using Check = std::variant<Required, Deadline, Order, Frequency, Conformity>;
static_assert(std::variant_size_v<Check> == 5, "each kind has a reader in read_rule.cpp and a file in checks/");

struct OwedBy {
  enum class Kind : std::uint8_t { nobody, roles, together, named_in };
  Kind kind = Kind::nobody;
  std::vector<Word> roles;
  std::optional<Path> named_in;
};

// What an amendment or a reading may change.
struct RuleBody {
  std::vector<RecordType> about;
  std::optional<Path> for_each;              // a list on the record
  OwedBy owed_by;
  std::optional<Condition> when;
  std::vector<Condition> excused;            // any of them
  bool excused_by_new_holder = false;
  Check check;
  std::optional<DateExpression> settled;     // the rule's own, else the pack's for the family
  std::optional<bool> rolls;                 // against the pack
  std::vector<std::string> missing_settings; // settings that it needs and that are empty: not asked
  OtherRecords others;                       // what it asks of records beside the one judged

  bool is_about(Family family, Word type) const;
};

struct Reading {
  std::string id;
  Names note;
  std::optional<RuleBody> body;              // none: under this reading nothing is asked
};

struct RuleVersion {
  Day from;                                  // chosen by the record's own date, or the period's first day
  RuleBody body;
  std::vector<Reading> readings;
};

// A field on which a judgement may hang: when no record of a type holds it, its absence proves nothing (DESIGN.md 5).
struct Hinge {
  std::string text;                          // as the rule writes it
  Path path;
  bool always_held = false;                  // executed, closed, extensions: always judged
  bool mark = false;                         // a yes or no whose absence is no: one record of the family shows that it is kept
};
inline constexpr std::size_t most_hinges = 64;

// The rule of the pack together with which another answers one obligation of the document.
struct PartOf {
  std::string rule;
  Mark mark;
};

struct Rule {
  std::shared_ptr<const RuleInfo> info;
  std::vector<std::string> answers;
  std::optional<PartOf> part_of;             // none: it answers an obligation of its own
  std::vector<RuleVersion> versions;         // by date, the first from the beginning
  Tenure in_force;
  std::vector<Hinge> hinges;                 // at most most_hinges
  std::string file;
  Mark mark;

  const RuleVersion& on(Day day) const;      // the version that holds on `day`
};

}  // namespace reglament
