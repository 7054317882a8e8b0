#include "reglament/checks/evaluate.hpp"
#include "reglament/checks/names.hpp"

namespace reglament {

Context context_of(const World& world, const Pack& pack, const RuleBody* body, const Record& record) {
  Context context;
  context.world = &world;
  context.pack = &pack;
  context.body = body;
  context.record = &record;
  const std::optional<bool> own = body != nullptr ? body->rolls : std::nullopt;
  context.rolls_spans = own.value_or(pack.rolls_spans);
  context.rolls_day_of_month = own.value_or(pack.rolls_day_of_month);
  context.rolls_fixed = own.value_or(false);
  if (record.cells.empty()) return context;
  if (const auto date = own_date(record)) context.date = date->day;
  context.record_body = body_of(record, *world.offices);
  const auto period = record.field(names().period);
  if (period && period->kind() == Cell::Kind::period) context.period = period->period();
  return context;
}

}  // namespace reglament
