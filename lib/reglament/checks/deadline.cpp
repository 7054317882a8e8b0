// deadline: a date stands on the right side of another.
#include "reglament/checks/judgement.hpp"
#include "reglament/checks/names.hpp"

#include <algorithm>

namespace reglament {

namespace {

// The entries of a step that a check asks for by addressee, doer or channel.
struct StepEntry {
  std::optional<Moment> moment;
  std::vector<Value> addressees;
  std::vector<Value> by;
  std::vector<Value> through;
};

struct Done {
  std::optional<Moment> moment;            // of the last entry that counts
  std::vector<std::string> not_reached;    // addressees without an entry
  const Path* step = nullptr;              // which of the steps
  Hinges hinges;                           // nothing done: the fields it hangs on
};

struct Limits {
  std::optional<Moment> first;             // lower bound, included
  std::optional<Moment> last;              // upper bound, included
  bool exact = false;
  std::optional<CountOfDays> count;        // of the upper bound
  std::optional<Unit> unit;                // of the upper bound's span
  bool not_yet = false;                    // `next TYPE` not held
};

bool is_role_of(const Value& value, Word role, const Context& context) {
  const Register& all = *context.world->offices;
  if (value.kind == Value::Kind::word) return value.word() == role;
  if (value.kind != Value::Kind::office) return false;
  return counts_as(value.office(), role, context.date, all);
}

// An entry silent on it counts.
bool names_one_of(const std::vector<Value>& named, const std::vector<Word>& roles, const Context& context) {
  if (named.empty() || roles.empty()) return true;
  return std::any_of(named.begin(), named.end(), [&](const Value& value) {
    return std::any_of(roles.begin(), roles.end(), [&](Word role) { return is_role_of(value, role, context); });
  });
}

bool is_filtered(const Deadline& check) {
  return !check.addressees.empty() || !check.by.empty() || !check.through.empty();
}

Value value_of_cell(const CellView& cell) {
  Value value;
  value.kind = cell.kind() == Cell::Kind::office ? Value::Kind::office : Value::Kind::word;
  value.data = cell.cell().value;
  return value;
}

std::vector<Value> values_in(const CellView& entry, Word name) {
  std::vector<Value> values;
  if (entry.kind() != Cell::Kind::map) return values;
  if (const auto field = entry.find(name)) {
    field->for_each([&](const CellView& each) { values.push_back(value_of_cell(each)); });
  }
  return values;
}

std::vector<StepEntry> entries_of(const CellView& step) {
  static const Word addressee = known_word("addressee");
  static const Word through = known_word("through");
  std::vector<StepEntry> entries;
  const auto add = [&](const CellView& entry) {
    StepEntry one;
    if (entry.kind() == Cell::Kind::moment) {
      one.moment = entry.moment();
    } else if (entry.kind() == Cell::Kind::map) {
      const auto date = entry.find(names().date);
      if (date && date->kind() == Cell::Kind::moment) one.moment = date->moment();
      one.addressees = values_in(entry, addressee);
      one.by = values_in(entry, names().by);
      one.through = values_in(entry, through);
    }
    entries.push_back(std::move(one));
  };
  if (step.kind() == Cell::Kind::list) {
    step.for_each(add);
  } else {
    add(step);
  }
  return entries;
}

bool counts(const StepEntry& entry, const Deadline& check, const Context& context) {
  return entry.moment && entry.moment->day <= context.world->as_of && names_one_of(entry.by, check.by, context) &&
         names_one_of(entry.through, check.through, context);
}

// With addressees: done when each has an entry; the day is that of the last of them.
void find_filtered(const Deadline& check, const CellView& step, const Context& context, Done& done) {
  const std::vector<StepEntry> entries = entries_of(step);
  std::vector<Word> wanted = check.addressees;
  if (wanted.empty()) wanted.push_back(no_word);
  for (const Word role : wanted) {
    std::optional<Moment> reached;
    for (const StepEntry& entry : entries) {
      const bool to_them = role == no_word || names_one_of(entry.addressees, {role}, context);
      if (to_them && counts(entry, check, context) && (!reached || *entry.moment > *reached)) reached = entry.moment;
    }
    if (!reached) {
      if (role != no_word) done.not_reached.push_back(vocabulary().text(role));
    } else if (!done.moment || *reached > *done.moment) {
      done.moment = reached;
    }
  }
}

Done find_done(const Deadline& check, const Context& context) {
  Done done;
  for (const Path& step : check.steps) {
    const std::vector<CellView> cells = is_filtered(check) ? step_cells(step, context) : std::vector<CellView>{};
    if (!cells.empty()) {
      find_filtered(check, cells.front(), context, done);
    } else {
      done.moment = moment_of(step, context, step.type.stated);
      if (done.moment && !step.type.stated && done.moment->day > context.world->as_of) done.moment.reset();
    }
    if (done.moment) {
      done.step = &step;
      return done;
    }
    done.hinges = both(done.hinges, Hinges::on(values_of(step, context).hinge));
  }
  done.step = &check.steps.front();
  return done;
}

Moment day_after(Moment moment, int days) { return {moment.day + date::days{days}, -1}; }

LimitUse use_of(DateRelation relation) {
  if (relation == DateRelation::exactly) return LimitUse::exact;
  const bool upper = relation == DateRelation::no_later_than || relation == DateRelation::earlier_than;
  // `later-than` bounds from below, but its date is the last day of a term: it rolls with it.
  return upper || relation == DateRelation::later_than ? LimitUse::upper : LimitUse::lower;
}

void set_bound(const DateBound& bound, const DateValue& date, Limits& limits) {
  switch (bound.relation) {
    case DateRelation::exactly:
      limits.first = date.moment;
      limits.last = date.moment;
      limits.exact = true;
      break;
    case DateRelation::no_earlier_than: limits.first = date.moment; return;
    case DateRelation::later_than: limits.first = day_after(date.moment, 1); return;
    case DateRelation::earlier_than: limits.last = day_after(date.moment, -1); break;
    case DateRelation::no_later_than: limits.last = date.moment; break;
  }
  limits.count = date.count;
  if (date.count) limits.unit = date.count->span.unit;
}

bool later(Moment a, Moment b) { return satisfies(a, DateRelation::later_than, b); }

const Path* shown(const Done& done) { return done.step; }

class DeadlineJudge {
 public:
  DeadlineJudge(const Deadline& check, const Context& context, const Rule& rule)
      : check_(check), context_(context), rule_(rule) {}

  Judgement run() {
    for (const DateBound& bound : check_.bounds) {
      const DateValue date = date_of(bound.date, context_, use_of(bound.relation), check_.closing_minute);
      if (date.status == DateValue::Status::unknown) return Judgement::not_known_on(date.hinge);
      if (date.status == DateValue::Status::absent) return Judgement::of(Outcome::not_applicable, date.hinges);
      if (date.status == DateValue::Status::not_yet) {
        limits_.not_yet = true;
        continue;
      }
      if (date.planned) return Judgement::of(Outcome::not_applicable);
      set_bound(bound, date, limits_);
    }
    if (limits_.last && check_.earliest) not_before_earliest();
    if (limits_.last && limits_.last->day < rule_.in_force.first) return Judgement::of(Outcome::not_applicable);
    done_ = find_done(check_, context_);
    return done_.moment && done_.not_reached.empty() ? judge_done() : judge_undone();
  }

 private:
  Day as_of() const { return context_.world->as_of; }
  const WorkingCalendar& calendar() const { return *context_.world->calendar; }
  FieldName what() const { return FieldName{shown(done_)->text}; }

  void not_before_earliest() {
    const DateValue earliest = date_of(*check_.earliest, context_);
    if (earliest.status != DateValue::Status::found || !later(earliest.moment, *limits_.last)) return;
    limits_.last = earliest.moment;
    limits_.count.reset();
  }

  Judgement with_dates(Outcome outcome) const {
    Judgement judgement = Judgement::of(outcome);
    judgement.due = limits_.last;
    judgement.actual = done_.moment;
    judgement.count = limits_.count;
    return judgement;
  }

  Judgement judge_done() const {
    const Moment done = *done_.moment;
    const bool stated = shown(done_)->type.stated;
    if (limits_.first && later(*limits_.first, done)) {
      Judgement judgement = with_dates(Outcome::wrong);
      if (!limits_.last) judgement.due = limits_.first;
      judgement.statements.push_back({limits_.exact ? "deadline-not-exactly" : "deadline-early", {what(), done, *limits_.first}});
      return judgement;
    }
    if (!limits_.last || !later(done, *limits_.last)) {
      Judgement judgement = with_dates(Outcome::met);
      judgement.statements.push_back({"deadline-met", {what(), done, limits_.last.value_or(limits_.first.value_or(done))}});
      return judgement;
    }
    if (stated || limits_.exact) {
      Judgement judgement = with_dates(Outcome::wrong);
      judgement.statements.push_back({limits_.exact ? "deadline-not-exactly" : "deadline-too-late-stated",
                                      {what(), done, *limits_.last}});
      return judgement;
    }
    Judgement judgement = with_dates(Outcome::late);
    judgement.late_by = lateness(*limits_.last, done, limits_.unit, calendar());
    judgement.statements.push_back({"deadline-late", {what(), done, *limits_.last, *judgement.late_by}});
    return judgement;
  }

  Judgement judge_undone() const {
    if (!limits_.last && !limits_.not_yet) return Judgement::of(Outcome::not_applicable, done_.hinges);
    Judgement judgement = with_dates(Outcome::pending);
    judgement.hinges = done_.hinges;
    judgement.actual.reset();
    if (limits_.not_yet || as_of() <= limits_.last->day) {
      if (limits_.last) judgement.statements.push_back({"deadline-pending", {what(), *limits_.last}});
      return judgement;
    }
    judgement.outcome = Outcome::missed;
    judgement.late_by = lateness(*limits_.last, {as_of(), -1}, limits_.unit == Unit::hour ? std::nullopt : limits_.unit, calendar());
    if (done_.not_reached.empty()) {
      judgement.statements.push_back({"deadline-missed", {what(), *limits_.last, *judgement.late_by}});
    } else {
      judgement.statements.push_back({"deadline-missed-to", {what(), *limits_.last, done_.not_reached}});
    }
    return judgement;
  }

  const Deadline& check_;
  const Context& context_;
  const Rule& rule_;
  Limits limits_;
  Done done_;
};

}  // namespace

Lateness lateness(Moment limit, Moment done, std::optional<Unit> unit, const WorkingCalendar& calendar) {
  if (unit == Unit::hour && limit.has_time() && done.has_time()) {
    const std::int64_t minutes = (done.day - limit.day).count() * 1440 + done.minute - limit.minute;
    return {(minutes + 59) / 60, Unit::hour};
  }
  if (unit == Unit::working_day) {
    const int days = calendar.working_days_in(limit.day + date::days{1}, done.day);
    if (days > 0) return {days, Unit::working_day};
  }
  return {(done.day - limit.day).count(), Unit::day};
}

Judgement judge(const Deadline& check, const Context& context, const Rule& rule) {
  return DeadlineJudge{check, context, rule}.run();
}

}  // namespace reglament
