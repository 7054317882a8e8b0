// required: the record satisfies a condition.
#include "reglament/checks/judgement.hpp"

namespace reglament {

DateValue settled_day(const RuleBody& body, const Context& context) {
  DateValue own;
  own.status = DateValue::Status::found;
  own.moment = {context.date, -1};
  const auto of_family = context.pack->settled.find(context.record->family);
  const DateExpression* settled = body.settled                             ? &*body.settled
                                  : of_family != context.pack->settled.end() ? &of_family->second
                                                                             : nullptr;
  if (settled == nullptr) return own;
  const DateValue day = date_of(*settled, context, LimitUse::upper);
  return day.status == DateValue::Status::unknown ? own : day;
}

Judgement judge(const Required& check, const Context& context, const Rule&) {
  if (context.date > context.world->as_of) return Judgement::of(Outcome::pending);
  const Truth truth = holds(check.condition, context);
  if (truth.is_yes()) return Judgement::of(Outcome::met, truth.hinges);
  if (truth.is_unknown()) return Judgement::not_known(truth.unknown);
  Judgement judgement = Judgement::of(Outcome::wrong, truth.hinges);
  const DateValue settled = settled_day(*context.body, context);
  if (!truth.lasting) {
    // What is absent may still come, until the record is settled.
    const bool over = settled.status == DateValue::Status::found && context.world->as_of > settled.moment.day;
    if (!over) {
      judgement.outcome = Outcome::pending;
      if (settled.status == DateValue::Status::found) {
        judgement.due = settled.moment;
        judgement.statements.push_back({"required-pending", {settled.moment}});
      }
      return judgement;
    }
  }
  judgement.statements = failures(check.condition, context);
  return judgement;
}

}  // namespace reglament
