// required: the record satisfies a condition.
#include "reglament/checks/judgement.hpp"

namespace reglament {

DateValue settled_day(const RuleBody& body, const Context& context) {
  DateValue own;
  own.status = DateValue::Status::found;
  own.moment = {context.date, -1};
  const auto or_own = [&](const DateExpression& settled) {
    const DateValue day = date_of(settled, context, LimitUse::upper);
    return day.status == DateValue::Status::unknown ? own : day;
  };
  if (context.settled != nullptr && !body.settled && !body.rolls) return context.settled->day();
  context.world->look();
  if (body.settled) return or_own(*body.settled);
  const auto of_family = context.pack->settled.find(context.record->family);
  return of_family == context.pack->settled.end() ? own : or_own(of_family->second);
}

DateValue SettledOnDemand::day() const {
  const World& world = *record_->world;
  if (!reckoned_) {
    Context context = *record_;
    context.settled = nullptr;
    static const RuleBody of_no_rule;
    const bool had_looked = world.looked.values;
    world.look();  // and stays so where the calendar cannot tell
    reckoned_ = settled_day(of_no_rule, context);
    world.looked.values = had_looked;
  }
  world.looked.settled = true;
  return *reckoned_;
}

bool SettledOnDemand::is_over() const {
  const DateValue settled = day();
  return settled.status == DateValue::Status::found && record_->world->as_of > settled.moment.day;
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
      if (context.tells && settled.status == DateValue::Status::found) {
        judgement.due = settled.moment;
        judgement.statements.push_back({"required-pending", {settled.moment}});
      }
      return judgement;
    }
  }
  if (context.tells) judgement.statements = failures(check.condition, context);
  return judgement;
}

}  // namespace reglament
