// deadline: a date stands on the right side of another.
#include "reglament/checks/judgement.hpp"
#include "reglament/checks/steps.hpp"

namespace reglament {

namespace {

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
  std::optional<CountOfDays> first_count;  // of the lower one
  bool of_due = false;                     // the upper bound is the due date
  std::optional<Unit> unit;                // of the upper bound's span
  bool not_yet = false;                    // `next TYPE` not held
};

// The first of the steps that is done; what it lacks where none is.
Done find_done(const Deadline& check, const Context& context) {
  Done done;
  for (const Path& step : check.steps) {
    const StepDone found = find_step(step, check.filter, context);
    if (found.moment) {
      done.moment = found.moment;
      done.not_reached = found.lacking;
      done.step = &step;
      return done;
    }
    if (found.recorded && done.not_reached.empty()) done.not_reached = found.lacking;
    done.hinges = both(done.hinges, Hinges::on(values_of(step, context).hinge));
  }
  done.step = &check.steps.front();
  return done;
}

Moment day_after(Moment moment, int days) { return {moment.day + date::days{days}, -1}; }

bool later(Moment a, Moment b) { return satisfies(a, DateRelation::later_than, b); }

void set_first(Moment first, const DateValue& date, Limits& limits) {
  if (limits.first && !later(first, *limits.first)) return;
  limits.first = first;
  limits.first_count = date.count;
}

void set_last(Moment last, const DateValue& date, Limits& limits) {
  if (limits.last && !later(*limits.last, last)) return;
  limits.last = last;
  limits.count = date.count;
  limits.of_due = date.is_due;
  if (date.unit) limits.unit = date.unit;
}

// Of two bounds on one side the narrower holds.
void set_bound(const DateBound& bound, const DateValue& date, Limits& limits) {
  switch (bound.relation) {
    case DateRelation::exactly:
      limits.exact = true;
      set_first(date.moment, date, limits);
      return set_last(date.moment, date, limits);
    case DateRelation::no_earlier_than: return set_first(date.moment, date, limits);
    case DateRelation::later_than: return set_first(day_after(date.moment, 1), date, limits);
    case DateRelation::earlier_than: return set_last(day_after(date.moment, -1), date, limits);
    case DateRelation::no_later_than: return set_last(date.moment, date, limits);
  }
}

// A due date that nothing states and no term gives.
bool is_due_date(const Path& step) {
  return !step.segments.empty() && step.segments.back().kind == Segment::Kind::due;
}

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
    if (limits_.last && !limits_.exact && check_.earliest) not_before_earliest();
    const std::optional<Moment> limit = limits_.last ? limits_.last : limits_.first;
    if (limit && limit->day < rule_.in_force.first) return Judgement::of(Outcome::not_applicable);
    done_ = find_done(check_, context_);
    return done_.moment && done_.not_reached.empty() ? judge_done() : judge_undone();
  }

 private:
  Day as_of() const { return context_.world->as_of; }
  const WorkingCalendar& calendar() const { return *context_.world->calendar; }
  FieldName what() const { return FieldName{done_.step->text}; }

  void not_before_earliest() {
    const DateValue earliest = date_of(*check_.earliest, context_);
    if (earliest.status != DateValue::Status::found || !later(earliest.moment, *limits_.last)) return;
    limits_.last = earliest.moment;
    limits_.count.reset();
    limits_.of_due = false;
  }

  Judgement with_dates(Outcome outcome) const {
    Judgement judgement = Judgement::of(outcome);
    judgement.due = limits_.last;
    judgement.actual = done_.moment;
    judgement.count = limits_.of_due ? context_.due->state().count : limits_.count;
    return judgement;
  }

  void tell_due(Judgement& judgement) const {
    if (!limits_.of_due) return;
    for (Statement& sentence : story_of(context_.due->state())) judgement.statements.push_back(std::move(sentence));
  }

  Judgement judge_done() const {
    const Moment done = *done_.moment;
    const bool too_early = limits_.first && later(*limits_.first, done);
    const bool too_late = limits_.last && later(done, *limits_.last);
    const bool as_stated = done_.step->type.stated || limits_.exact;
    if (!context_.tells) {
      const Outcome after = !too_late ? Outcome::met : as_stated ? Outcome::wrong : Outcome::late;
      return Judgement::of(too_early ? Outcome::wrong : after);
    }
    if (too_early) {
      Judgement judgement = with_dates(Outcome::wrong);
      if (!limits_.last) judgement.due = limits_.first;
      if (!limits_.exact) judgement.count = limits_.first_count;
      judgement.statements.push_back({limits_.exact ? "deadline-not-exactly" : "deadline-early", {what(), done, *limits_.first}});
      return judgement;
    }
    if (!too_late) {
      Judgement judgement = with_dates(Outcome::met);
      judgement.statements.push_back({"deadline-met", {what(), done, limits_.last.value_or(limits_.first.value_or(done))}});
      return judgement;
    }
    if (as_stated) {
      Judgement judgement = with_dates(Outcome::wrong);
      judgement.statements.push_back({limits_.exact ? "deadline-not-exactly" : "deadline-too-late-stated",
                                      {what(), done, *limits_.last}});
      return judgement;
    }
    Judgement judgement = with_dates(Outcome::late);
    judgement.late_by = lateness(*limits_.last, done, limits_.unit, calendar());
    judgement.statements.push_back({"deadline-late", {what(), done, *limits_.last, *judgement.late_by}});
    tell_due(judgement);
    return judgement;
  }

  Judgement judge_undone() const {
    if (is_due_date(*done_.step)) return Judgement::not_known_on(done_.step->hinge);
    if (!limits_.last && !limits_.not_yet) return Judgement::of(Outcome::not_applicable, done_.hinges);
    if (!context_.tells) {
      const bool is_pending = limits_.not_yet || as_of() <= limits_.last->day;
      return Judgement::of(is_pending ? Outcome::pending : Outcome::missed, done_.hinges);
    }
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
    tell_due(judgement);
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
