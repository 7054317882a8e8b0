#include "reglament/checks/evaluate.hpp"
#include "reglament/checks/names.hpp"

namespace reglament {

Context context_of(const World& world, const Pack& pack) {
  Context context;
  context.world = &world;
  context.pack = &pack;
  context.rolls_spans = pack.rolls_spans;
  context.rolls_day_of_month = pack.rolls_day_of_month;
  return context;
}

Context context_of(const World& world, const Pack& pack, const Record& record) {
  if (record.cells.empty()) return context_of(world, pack, record, {}, std::nullopt);
  const auto date = own_date(record);
  return context_of(world, pack, record, date ? date->day : Day{}, body_of(record, *world.offices));
}

Context context_of(const World& world, const Pack& pack, const Record& record, Day date, std::optional<BodyIndex> body) {
  Context context = context_of(world, pack);
  context.record = &record;
  context.date = date;
  context.record_body = body;
  if (!record.cells.empty()) context.period = record.root().period_at(names().period);
  return context;
}

Context with_body(Context context, const RuleBody& body) {
  context.body = &body;
  context.rolls_spans = body.rolls.value_or(context.pack->rolls_spans);
  context.rolls_day_of_month = body.rolls.value_or(context.pack->rolls_day_of_month);
  context.rolls_fixed = body.rolls.value_or(false);
  return context;
}

}  // namespace reglament
