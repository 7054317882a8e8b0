// What paths, conditions, amounts, sets and dates come to on one record.
#pragma once

#include "reglament/checks/due.hpp"
#include "reglament/checks/truth.hpp"
#include "reglament/checks/world.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reglament {

class SettledOnDemand;

// What is judged, and with which rules of counting.
struct Context {
  const World* world = nullptr;
  const Pack* pack = nullptr;
  const RuleBody* body = nullptr;                // of the rule; none for terms and extension rules
  const Record* record = nullptr;
  std::optional<CellView> item;                  // of `for-each`
  std::size_t item_index = 0;                    // from 0, in the list
  const DueOnDemand* due = nullptr;              // of an assignment
  const SettledOnDemand* settled = nullptr;      // by the pack's word for its family; none: reckoned each time
  Day date{};                                    // the record's own
  std::optional<BodyIndex> record_body;
  std::optional<OfficeIndex> holder;             // of a frequency
  std::optional<BodyIndex> holder_body;
  std::optional<Period> period;                  // of a frequency, else the one the record names
  std::optional<BodyIndex> group;                // of a frequency `per` bodies: the one at hand
  const std::function<Truth(const Condition&)>* count = nullptr;  // of a frequency: answers `count`
  bool tells = true;                             // besides the outcome: days, counts, sentences
  bool rolls_spans = false;
  bool rolls_day_of_month = false;
  bool rolls_fixed = false;                      // only by a rule's own `rollover: true`
};

// Of no record: what a period's window is read with.
Context context_of(const World& world, const Pack& pack);
// Of a record: its own date, its body and the period it names.
Context context_of(const World& world, const Pack& pack, const Record& record);
// The same where the date and the body are known.
Context context_of(const World& world, const Pack& pack, const Record& record, Day date, std::optional<BodyIndex> body);
// The same under one rule, or one reading of it, which may roll dates otherwise than the pack.
Context with_body(Context context, const RuleBody& body);

// One value that a path leads to.
struct Value {
  enum class Kind : std::uint8_t { yes_no, number, text, word, moment, time, period, office, body, link, cell, step };
  Kind kind{};
  std::int64_t data = 0;                         // yes_no, word, time in minutes, office, body
  Number number;
  Moment moment;
  std::optional<Period> period;
  std::string_view text;                         // text, link
  const Record* record = nullptr;                // cell, step
  std::uint32_t cell = 0;
  std::optional<Day> day;                        // office: when it did it, where the record tells

  Word word() const { return static_cast<Word>(data); }
  OfficeIndex office() const { return static_cast<OfficeIndex>(data); }
  BodyIndex body() const { return static_cast<BodyIndex>(data); }
  CellView view() const { return {*record, cell}; }
};

// A list that keeps its one value, which is nearly always all, without asking for memory.
class FewValues {
 public:
  const Value* begin() const { return size_ <= 1 ? &one_ : more_.data(); }
  const Value* end() const { return begin() + size_; }
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  const Value& front() const { return *begin(); }
  const Value& back() const { return *(end() - 1); }
  Value& back() { return size_ == 1 ? one_ : more_.back(); }
  void push_back(const Value& value) {
    if (size_ == 0) {
      one_ = value;
    } else {
      if (size_ == 1) more_.assign(1, one_);
      more_.push_back(value);
    }
    ++size_;
  }

 private:
  Value one_;
  std::vector<Value> more_;  // all, once there are two
  std::size_t size_ = 0;
};

struct Values {
  FewValues items;                               // none: absent, or unknown
  bool unknown = false;                          // there is one in truth, but it is not recorded
  int hinge = -1;                                // the field whose absence this may be
};

// The values of `path`; steps that lie after the as-of day are left out unless `planned`.
Values values_of(const Path& path, const Context& context, bool planned = false);
// The same for who asks only whether there are any, or how many.
Values presence_of(const Path& path, const Context& context);
// Its first value as a moment; of several entries of a step the last, or the first.
std::optional<Moment> moment_of(const Path& path, const Context& context, bool planned, bool first_entry = false);
// Past its due date and neither executed nor closed by then; none where nobody can say when it is due.
// Errors    OutsideCalendar.
std::optional<bool> is_overdue(const Context& assignment);
// The cells of the step at the end of `path`, on the record or one linked to it.
std::vector<CellView> step_cells(const Path& path, const Context& context);
// A value as one writes it: a word's name in the file, an id, a number, a date.
std::string to_text(const Value& value, const Register& offices);

Truth holds(const Condition& condition, const Context& context);
Truth holds(const Path& path, const Test& test, const Context& context);
// Why `condition` is not fulfilled: a sentence for each test that fails.
std::vector<Statement> failures(const Condition& condition, const Context& context);

// A fraction is kept as it is written, so that nothing is rounded: `number` times `factor`, over `divisor`.
struct AmountValue {
  std::optional<Number> number;                  // none: absent or unknown
  std::int64_t factor = 1;
  std::int64_t divisor = 1;
  bool unknown = false;
  int hinge = -1;
};
AmountValue amount_of(const Amount& amount, const Context& context);
bool compare(Number left, Relation relation, Number right);

struct Member {
  std::string text;                              // as one writes it
  Word word{};
  std::string clause;
  std::optional<OfficeIndex> office;
  std::optional<BodyIndex> body;
  int hinge = -1;                                // of a key of a map: the field it is
};
// The members that a set has now; `through` of a period: only those that exist all through it.
std::vector<Member> members_of(const SetExpression& set, const Context& context);
bool is_member(const Value& value, const Member& member, const Context& context);

// A limit or anchor that a date expression comes to.
struct DateValue {
  enum class Status : std::uint8_t { found, absent, unknown, not_yet };  // not_yet: `next TYPE` not held so far
  Status status = Status::absent;
  Moment moment;
  bool planned = false;                          // it runs after something that has not happened yet
  std::optional<Unit> unit;                      // of the term that was counted
  std::optional<CountOfDays> count;              // where it is to be told
  bool is_due = false;                           // the assignment's due date, which the records and terms tell (due.hpp)
  Hinges hinges;                                 // absent: the fields it hangs on
  int hinge = -1;                                // unknown: the field
};
// The day from which the pack holds absence against one record; reckoned when first asked for.
class SettledOnDemand {
 public:
  // Of what `record`, which must outlive this, looks at.
  explicit SettledOnDemand(const Context& record) : record_(&record) {}
  SettledOnDemand(const SettledOnDemand&) = delete;
  SettledOnDemand& operator=(const SettledOnDemand&) = delete;
  // Errors    OutsideCalendar.
  DateValue day() const;
  bool is_over() const;  // on the as-of day

 private:
  const Context* record_;
  mutable std::optional<DateValue> reckoned_;
};

// Where the limit is for; a term that runs forward may roll, `exactly` and lower limits do not.
enum class LimitUse : std::uint8_t { upper, lower, exact };
LimitUse use_of(DateRelation relation);
DateValue date_of(const DateExpression& date, const Context& context, LimitUse use,
                  std::optional<int> closing_minute = std::nullopt);
DateValue date_of(const DatePoint& point, const Context& context);

// What comes after closing time, or on a day off, counts as brought on the next working day.
Moment within_hours(Moment brought, int closing_minute, const WorkingCalendar& calendar);

bool satisfies(Moment left, DateRelation relation, Moment right);

}  // namespace reglament
