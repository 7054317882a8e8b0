// The three small grammars of the rule language, read and bound to the vocabulary: conditions, dates, sets.
//
// Source    reglament-rules(5), "Conditions", "Dates", "Sets".
#pragma once

#include "reglament/calendar/span.hpp"
#include "reglament/records/record.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace reglament {

struct Condition;

// What a path yields.
struct ValueType {
  enum class Kind : std::uint8_t { yes_no, number, text, word, moment, time, period, office, body, link, structure };
  Kind kind = Kind::text;
  bool many = false;                 // a list on the way, or at its end
  bool stated = false;               // a date that is stated (`due`, `in-force`, `term-ends`), not a happening
  bool step = false;                 // a happening (a step, a date of an item): once dated after as-of, it is a plan
  StructureId structure{};           // of structure
  std::optional<WordList> words;     // of word, and of text that may be one
  std::optional<Family> family;      // of link
  bool unknown_when_absent = false;
};

struct Segment {
  enum class Kind : std::uint8_t {
    field,         // a field or a step
    // derived values
    days, overdue, due, due_stated, due_original, time_of_day, day_kind, lead_items, is_lead, lifted,
    granted, ordinal, asked_ordinal, due_before, type, id, role, body, kind, office_itself
  };
  Kind kind = Kind::field;
  Word name{};     // field: its name; lifted: the kind of body
  bool unknown_when_absent = false;
};

// A bare name is a field or a step; dots go into maps, follow offices, bodies and links, or take a derived value.
struct Path {
  enum class Start : std::uint8_t { record, item, holder, period, as_of };
  std::string text;                  // as written
  Start start = Start::record;
  std::vector<Segment> segments;
  std::vector<Path> alternatives;    // a name of the pack's `dates`: the first that is there; else empty
  ValueType type;
  int hinge = -1;                    // index into the rule's hinges: the field whose absence it may hang on
};

struct Amount {
  enum class Kind : std::uint8_t { literal, time, path, fraction, largest, smallest, sum, count };
  Kind kind = Kind::literal;
  Number literal;
  std::int64_t numerator = 1;
  std::int64_t denominator = 1;
  Path path;
  std::vector<Condition> where;      // of largest ... count: none or one
  std::string text;                  // as written: "2/3 of attendance.members"
};

struct DatePoint {
  enum class Kind : std::uint8_t { path, first_entry, as_of, start_of_period, end_of_period };
  Kind kind = Kind::path;
  Path path;
  std::string text;
};

struct DateAlternative {
  enum class Kind : std::uint8_t { point, after, before, day_of_month, fixed_day, next_record };
  Kind kind = Kind::point;
  DatePoint point;                   // of point, after, before, next_record
  Span span{};                       // of after, before
  int day = 0;                       // of day_of_month 1..31, fixed_day
  int month = 0;                     // of fixed_day
  bool year_before = false;          // of fixed_day: the year before the period
  std::optional<Path> year;          // of fixed_day: none: the period
  RecordType next;                   // of next_record
};

// The first alternative whose anchors are on the record.
struct DateExpression {
  std::vector<DateAlternative> alternatives;
  std::string text;
};

struct SetMember {
  std::string word;
  Word interned{};                   // no_word for a word that is data (a body's id)
  std::string clause;                // cited when it is missing; may be empty
  int hinge = -1;                    // of a key of a map: the field it is
};

struct SetExpression {
  enum class Kind : std::uint8_t { words, offices, bodies, values };
  Kind kind = Kind::words;
  std::vector<SetMember> members;    // of words
  std::vector<Word> roles;           // of offices, groups spelled out
  bool role_by_role = false;         // of words that are roles: one of each
  std::vector<Word> kinds;           // of bodies
  std::optional<Path> inside;        // of offices and bodies; none: the record's body
  std::optional<Path> supervised_by; // of offices
  Path values;                       // of values
  std::optional<RecordType> of;      // of values: none: this record
  std::vector<Condition> where;      // of values: none or one
};

enum class Relation : std::uint8_t { at_least, at_most, more_than, less_than, exactly };
enum class DateRelation : std::uint8_t { no_later_than, no_earlier_than, later_than, earlier_than, exactly };
std::string_view to_text(Relation relation);
std::string_view to_text(DateRelation relation);

struct Test {
  enum class Kind : std::uint8_t {
    one_of, exists, absent, negated, all, has, lacks, among, same_as, amount, date, acting_for, present_on
  };
  struct Operand {                   // one value that a field may have
    std::string text;
    Word word{};
    std::optional<Number> number;
    std::optional<bool> yes_no;
    std::optional<int> minutes;
  };
  Kind kind = Kind::exists;
  std::vector<Operand> operands;     // of one_of; of acting_for: the roles
  std::vector<Test> tests;           // of negated: one; of all
  SetExpression set;                 // of has, lacks
  Path path;                         // of among, same_as
  Relation relation{};               // of amount
  Amount amount;
  std::vector<Condition> where;      // of amount on a list: the items to count; none or one
  DateRelation date_relation{};      // of date
  DateExpression date;               // of date, present_on
};

// The other records that an expression looks at: those that links lead to, and the next one of a type.
struct OtherRecords {
  std::vector<std::optional<Family>> linked;  // none: of any family
  std::vector<RecordType> all;                // every record of these types
  std::vector<RecordType> next;
  bool same_day = false;                      // the others that came on the same day (`carried-over-first`)
  bool none() const { return linked.empty() && all.empty() && next.empty() && !same_day; }
};

struct Condition {
  enum class Kind : std::uint8_t { all, any, negated, test, count };
  Kind kind = Kind::all;
  std::vector<Condition> conditions; // of all, any, negated
  Path path;                         // of test
  Test test;                         // of test
  std::string clause;                // of test: cited when it fails; may be empty
  RecordType counted;                // of count: so many such records of the holder in the period
  Relation relation{};
  Amount amount;
  Mark mark;                         // in the pack's file
};

}  // namespace reglament
