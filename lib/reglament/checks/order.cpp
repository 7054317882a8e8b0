// order: things come in sequence.
#include "reglament/checks/judgement.hpp"
#include "reglament/checks/steps.hpp"

namespace reglament {

namespace {

std::optional<Moment> happened(const Order::Member& member, const Context& context) {
  const StepDone found = find_step(member.step, member.filter, context);
  return found.done() ? found.moment : std::nullopt;
}

bool is_in_order(Moment earlier, Moment later, bool same_day) {
  if (earlier.day != later.day) return earlier.day < later.day;
  if (earlier.has_time() && later.has_time()) return earlier.minute <= later.minute;
  return same_day;
}

}  // namespace

Judgement judge(const Order& check, const Context& context, const Rule&) {
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
        Argument before_shown = Literal{"not-recorded"};
        if (before_day) {
          before_shown = *before_day;
        } else {
          missing = both(missing, Hinges::on(values_of(before.step, context).hinge));
        }
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
    if (!happened(last, context)) {
      const DateValue settled =
          check.settled ? date_of(*check.settled, context, LimitUse::upper) : settled_day(*context.body, context);
      const bool over = settled.status == DateValue::Status::found && context.world->as_of > settled.moment.day;
      judgement.outcome = over ? Outcome::wrong : Outcome::pending;
      judgement.hinges = Hinges::on(values_of(last.step, context).hinge);
      judgement.statements.push_back({"order-incomplete", {FieldName{last.step.text}}});
      return judgement;
    }
  }
  judgement.outcome = judged ? Outcome::met : Outcome::not_applicable;
  if (!judged) judgement.hinges = Hinges::on(values_of(check.places.back().front().step, context).hinge);
  return judgement;
}

}  // namespace reglament
