// order: things come in sequence.
#include "reglament/checks/judgement.hpp"
#include "reglament/checks/steps.hpp"

namespace reglament {

namespace {

// Done as the check asks; `lacking`: by whom, to whom or through what it was not.
struct Happened {
  std::optional<Moment> moment;
  std::vector<std::string> lacking;
  explicit operator bool() const { return moment.has_value(); }
  Moment operator*() const { return *moment; }
};

Happened happened(const Order::Member& member, const Context& context) {
  const StepDone found = find_step(member.step, member.filter, context);
  return {found.done() ? found.moment : std::nullopt, found.lacking};
}

bool is_in_order(Moment earlier, Moment later, bool same_day) {
  if (earlier.day != later.day) return earlier.day < later.day;
  if (earlier.has_time() && later.has_time()) return earlier.minute <= later.minute;
  return same_day;
}

// Came: when it counts as brought, and whether that is a later day than it came. None: without a time of day nobody knows.
struct Brought {
  Day day;
  bool carried_over = false;
};

std::optional<Brought> brought(const Order::CarriedOver& check, Moment came, const WorkingCalendar& calendar) {
  if (calendar.is_working(came.day) && !came.has_time()) return std::nullopt;
  const Day day = within_hours(came, check.closing_minute, calendar).day;
  return Brought{day, day != came.day};
}

Judgement judge_carried_over(const Order& order, const Context& context) {
  const Order::CarriedOver& check = *order.carried_over;
  const auto came = moment_of(check.after, context, false);
  if (!came) return Judgement::of(Outcome::not_applicable, Hinges::on(values_of(check.after, context).hinge));
  const auto counted = brought(check, *came, *context.world->calendar);
  if (!counted) return Judgement::not_known_on(check.after.hinge);
  const auto done = moment_of(check.done, context, false);
  if (!counted->carried_over || !done || !context.record_body) {
    return Judgement::of(Outcome::not_applicable, Hinges::on(values_of(check.done, context).hinge));
  }
  const auto first = context.world->kept->first_done(order, *context.record_body, counted->day);
  Judgement judgement = Judgement::of(Outcome::met);
  judgement.actual = done;
  if (!first) return judgement;
  if (done->day == counted->day && !done->has_time()) return Judgement::not_known_on(check.done.hinge);
  const Moment before{counted->day, *first};
  if (*done <= before) return judgement;
  judgement.outcome = Outcome::wrong;
  judgement.statements.push_back({"order-carried-over", {FieldName{check.done.text}, *done, *came, before}});
  return judgement;
}

}  // namespace

void note_done(const Order& order, const Context& context, KeptRecords& kept) {
  if (!order.carried_over || !context.record_body) return;
  if (context.body->when && !holds(*context.body->when, context).is_yes()) return;
  const auto came = moment_of(order.carried_over->after, context, false);
  const auto done = moment_of(order.carried_over->done, context, false);
  if (!came || !done || !done->has_time()) return;
  const auto counted = brought(*order.carried_over, *came, *context.world->calendar);
  if (!counted || counted->carried_over || done->day != counted->day) return;
  kept.note_done(order, *context.record_body, counted->day, done->minute);
}

Judgement judge(const Order& check, const Context& context, const Rule&) {
  if (check.carried_over) return judge_carried_over(check, context);
  Judgement judgement;
  bool judged = false;
  Hinges missing;
  for (std::size_t later = 1; later < check.places.size(); ++later) {
    for (const Order::Member& after : check.places[later]) {
      const auto after_day = happened(after, context);
      if (!after_day) continue;
      for (const Order::Member& before : check.places[later - 1]) {
        const auto before_day = happened(before, context);
        judged = true;
        if (before_day && is_in_order(*before_day, *after_day, check.same_day)) continue;
        judgement.outcome = Outcome::wrong;
        if (!before_day) missing = both(missing, Hinges::on(values_of(before.step, context).hinge));
        if (!context.tells) continue;
        const Argument before_shown = before_day ? Argument{*before_day} : Argument{Literal{"not-recorded"}};
        judgement.statements.push_back(
            {"order-wrong", {FieldName{after.step.text}, *after_day, FieldName{before.step.text}, before_shown}});
      }
    }
  }
  if (judgement.outcome == Outcome::wrong) {
    judgement.hinges = missing;
    return judgement;
  }
  if (check.complete) {
    const Order::Member& last = check.places.back().front();
    if (const auto [moment, lacking] = happened(last, context); !moment) {
      const DateValue settled =
          check.settled ? date_of(*check.settled, context, LimitUse::upper) : settled_day(*context.body, context);
      const bool over = settled.status == DateValue::Status::found && context.world->as_of > settled.moment.day;
      judgement.outcome = over ? Outcome::wrong : Outcome::pending;
      judgement.hinges = Hinges::on(values_of(last.step, context).hinge);
      if (!context.tells) return judgement;
      if (lacking.empty()) {
        judgement.statements.push_back({"order-incomplete", {FieldName{last.step.text}}});
      } else {
        judgement.statements.push_back({"order-incomplete-to", {FieldName{last.step.text}, lacking}});
      }
      return judgement;
    }
  }
  judgement.outcome = judged ? Outcome::met : Outcome::not_applicable;
  if (!judged) judgement.hinges = Hinges::on(values_of(check.places.back().front().step, context).hinge);
  return judgement;
}

}  // namespace reglament
