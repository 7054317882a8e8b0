// Dates: from an expression to a day, and how it was counted.
#include "reglament/calendar/count.hpp"
#include "reglament/checks/evaluate.hpp"
#include "reglament/checks/names.hpp"

#include <algorithm>

namespace reglament {

namespace {

DateValue found(Moment moment) {
  DateValue value;
  value.status = DateValue::Status::found;
  value.moment = moment;
  return value;
}

DateValue absent(int hinge) {
  DateValue value;
  value.hinges = Hinges::on(hinge);
  return value;
}

DateValue not_known(int hinge) {
  DateValue value;
  value.status = DateValue::Status::unknown;
  value.hinge = hinge;
  return value;
}

// The year that a period belongs to; of a week that of its middle, Thursday (ISO 8601).
int year_named_by(const Period& period) { return year_of(period.first + (period.last - period.first) / 2); }

bool is_current_due(const DatePoint& point) {
  return point.kind == DatePoint::Kind::path && !point.path.segments.empty() &&
         point.path.segments.back().kind == Segment::Kind::due;
}

// Day `day` of that month, or its last.
Day day_of_month(date::year_month month, unsigned day) {
  const date::year_month_day_last last = month / date::last;
  return date::sys_days{month / std::min(date::day{day}, last.day())};
}

class Evaluation {
 public:
  Evaluation(const Context& context, LimitUse use, std::optional<int> closing_minute)
      : context_(context), use_(use), closing_minute_(closing_minute) {}

  DateValue value_of(const DateAlternative& date) const {
    switch (date.kind) {
      case DateAlternative::Kind::point: return point(date);
      case DateAlternative::Kind::after:
      case DateAlternative::Kind::before: return counted(date);
      case DateAlternative::Kind::day_of_month: return day_of_next_month(date.day);
      case DateAlternative::Kind::fixed_day: return fixed_day(date);
      case DateAlternative::Kind::next_record: return next_record(date);
    }
    return {};
  }

 private:
  const WorkingCalendar& calendar() const { return *context_.world->calendar; }
  Day as_of() const { return context_.world->as_of; }

  // What is printed moves only by a rule's own word, and `exactly` never does (RULES.md 9.6).
  bool rolls_fixed() const { return context_.rolls_fixed && use_ != LimitUse::exact; }
  bool rolls_spans() const { return use_ == LimitUse::upper ? context_.rolls_spans : rolls_fixed(); }

  DateValue point(const DateAlternative& date) const {
    DateValue value = date_of(date.point, context_);
    const Day rolled = value.status == DateValue::Status::found && rolls_fixed() ? calendar().roll_forward(value.moment.day)
                                                                                 : value.moment.day;
    if (rolled != value.moment.day) value.moment = {rolled, -1};
    value.is_due = is_current_due(date.point);
    return value;
  }

  DateValue counted(const DateAlternative& date) const {
    DateValue value = date_of(date.point, context_);
    if (value.status != DateValue::Status::found) return value;
    const bool forward = date.kind == DateAlternative::Kind::after;
    const Moment brought = value.moment;
    const Day happens = brought.day;
    if (closing_minute_) value.moment = within_hours(value.moment, *closing_minute_, calendar());
    const Moment anchor = value.moment;
    const bool happening = date.point.kind == DatePoint::Kind::path || date.point.kind == DatePoint::Kind::first_entry;
    value.planned = forward && happening && happens > as_of() && !date.point.path.type.stated;
    if (date.span.unit == Unit::hour) {
      value.moment = add_hours(anchor, forward ? date.span.count : -date.span.count);
    } else if (forward) {
      value.moment = {last_good_day_after(anchor.day, date.span, calendar(), rolls_spans()), -1};
    } else {
      value.moment = {last_good_day_before(anchor.day, date.span, calendar()), -1};
    }
    value.unit = date.span.unit;
    if (context_.tells) value.count = count_of(date, brought, anchor, value.moment.day);
    return value;
  }

  CountOfDays count_of(const DateAlternative& date, Moment brought, Moment anchor, Day limit) const {
    const bool forward = date.kind == DateAlternative::Kind::after;
    CountOfDays count;
    count.calendar = calendar().id();
    count.anchor = date.point.text;
    if (anchor.day != brought.day) count.brought = brought;
    count.from = anchor.day;
    count.span = date.span;
    count.backwards = !forward;
    count.limit = limit;
    count.rolled = forward && date.span.unit != Unit::working_day && date.span.unit != Unit::hour &&
                   last_good_day_after(anchor.day, date.span, calendar(), false) != limit;
    return count;
  }

  DateValue day_of_next_month(int day) const {
    context_.world->look();
    if (!context_.period) return not_known(-1);
    const auto month_after = civil(add_months(context_.period->last, 1));
    Day limit = day_of_month(month_after.year() / month_after.month(), static_cast<unsigned>(day));
    if (use_ == LimitUse::upper ? context_.rolls_day_of_month : rolls_fixed()) limit = calendar().roll_forward(limit);
    return found({limit, -1});
  }

  DateValue fixed_day(const DateAlternative& date) const {
    context_.world->look();
    std::optional<int> year;
    int hinge = -1;
    if (date.year) {
      const Values values = values_of(*date.year, context_, true);
      hinge = values.hinge;
      if (!values.items.empty()) {
        const Value& value = values.items.front();
        year = value.period ? year_named_by(*value.period) : static_cast<int>(value.number.millionths / 1'000'000);
      }
    } else if (context_.period) {
      year = year_named_by(*context_.period) - (date.year_before ? 1 : 0);
    }
    if (!year) return not_known(hinge);
    Day day = day_of_month(date::year{*year} / date::month{static_cast<unsigned>(date.month)},
                                      static_cast<unsigned>(date.day));
    if (rolls_fixed()) day = calendar().roll_forward(day);
    return found({day, -1});
  }

  DateValue next_record(const DateAlternative& date) const {
    DateValue value = date_of(date.point, context_);
    if (value.status != DateValue::Status::found) return value;
    if (!context_.record_body) return not_known(-1);
    const auto next = context_.world->kept->next(date.next, *context_.record_body, value.moment.day, *context_.world->offices);
    if (next && *next <= as_of()) return found({*next, -1});
    value.status = DateValue::Status::not_yet;
    return value;
  }

  const Context& context_;
  LimitUse use_;
  std::optional<int> closing_minute_;
};

// Without a term nobody can say when it was due.
bool is_due(const Path& path) {
  const auto kind = path.segments.empty() ? Segment::Kind::field : path.segments.back().kind;
  return kind == Segment::Kind::due || kind == Segment::Kind::due_stated || kind == Segment::Kind::due_original ||
         kind == Segment::Kind::due_before;
}

}  // namespace

DateValue date_of(const DatePoint& point, const Context& context) {
  switch (point.kind) {
    case DatePoint::Kind::as_of: return found({context.world->as_of, -1});
    case DatePoint::Kind::start_of_period:
      context.world->look();
      return context.period ? found({context.period->first, -1}) : not_known(-1);
    case DatePoint::Kind::end_of_period:
      context.world->look();
      return context.period ? found({context.period->last, -1}) : not_known(-1);
    case DatePoint::Kind::path:
    case DatePoint::Kind::first_entry: break;
  }
  const bool first = point.kind == DatePoint::Kind::first_entry;
  if (const auto moment = moment_of(point.path, context, true, first)) return found(*moment);
  const Values values = values_of(point.path, context, true);
  if (is_due(point.path)) return not_known(values.hinge);
  return values.unknown ? not_known(values.hinge) : absent(values.hinge);
}

DateValue date_of(const DateExpression& date, const Context& context, LimitUse use, std::optional<int> closing_minute) {
  const Evaluation evaluation{context, use, closing_minute};
  DateValue last;
  for (const DateAlternative& alternative : date.alternatives) {
    DateValue value = evaluation.value_of(alternative);
    if (value.status == DateValue::Status::found || value.status == DateValue::Status::not_yet) return value;
    value.hinges = both(value.hinges, last.hinges);
    last = std::move(value);
  }
  return last;
}

LimitUse use_of(DateRelation relation) {
  switch (relation) {
    case DateRelation::exactly: return LimitUse::exact;
    case DateRelation::no_earlier_than: return LimitUse::lower;
    // `later-than` bounds from below, but its date is the last day of a term: it rolls with it.
    case DateRelation::later_than:
    case DateRelation::no_later_than:
    case DateRelation::earlier_than: return LimitUse::upper;
  }
  return LimitUse::exact;
}

Moment within_hours(Moment anchor, int closing_minute, const WorkingCalendar& calendar) {
  const bool late = anchor.has_time() && anchor.minute > closing_minute;
  if (late) return {calendar.roll_forward(anchor.day + date::days{1}), -1};
  const Day day = calendar.roll_forward(anchor.day);
  return day == anchor.day ? anchor : Moment{day, -1};
}

bool satisfies(Moment left, DateRelation relation, Moment right) {
  const bool by_time = left.has_time() && right.has_time();
  const auto order = by_time ? left <=> right : left.day <=> right.day;
  switch (relation) {
    case DateRelation::no_later_than: return order <= 0;
    case DateRelation::no_earlier_than: return order >= 0;
    case DateRelation::later_than: return order > 0;
    case DateRelation::earlier_than: return order < 0;
    case DateRelation::exactly: return order == 0;
  }
  return false;
}

}  // namespace reglament
