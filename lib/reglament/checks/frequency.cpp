#include "reglament/checks/frequency.hpp"

#include "reglament/checks/names.hpp"

#include <algorithm>

namespace reglament {

namespace {

constexpr std::size_t most_records_named = 20;

std::optional<Day> day_of(const std::optional<CellView>& cell) {
  return cell && cell->kind() == Cell::Kind::moment ? std::optional{cell->moment().day} : std::nullopt;
}

std::optional<CellView> field_of(const CellView& map, Word name) {
  return map.kind() == Cell::Kind::map ? map.find(name) : std::nullopt;
}

std::optional<Period> period_named(const Record& record) {
  const auto cell = record.field(names().period);
  return cell && cell->kind() == Cell::Kind::period ? std::optional{cell->period()} : std::nullopt;
}

bool is_upper(Relation relation) { return relation == Relation::at_most || relation == Relation::less_than; }

bool all_upper(const Frequency& check) {
  return std::all_of(check.bounds.begin(), check.bounds.end(),
                     [](const Frequency::Bound& bound) { return is_upper(bound.relation); });
}

bool is_bound_by(const World& world, BodyIndex body, const std::string& pack) {
  if (world.binds_all) return true;
  const std::vector<std::string> packs = world.offices->regulations(body);
  return std::find(packs.begin(), packs.end(), pack) != packs.end();
}

// The least number that satisfies a lower bound; none for an upper one.
std::optional<std::int64_t> least(Relation relation, std::int64_t number) {
  switch (relation) {
    case Relation::at_least:
    case Relation::exactly: return number;
    case Relation::more_than: return number + 1;
    default: return std::nullopt;
  }
}

std::optional<std::int64_t> most(Relation relation, std::int64_t number) {
  switch (relation) {
    case Relation::at_most:
    case Relation::exactly: return number;
    case Relation::less_than: return number - 1;
    default: return std::nullopt;
  }
}

}  // namespace

FrequencyCounter::FrequencyCounter(const Rule& rule, const RuleBody& body, const Pack& pack, const World& world)
    : rule_(&rule), body_(&body), check_(&std::get<Frequency>(body.check)), pack_(&pack), world_(&world) {
  for (const Frequency::Bound& bound : check_->bounds) {
    if (bound.count.records) sides_.push_back({*bound.count.records, &bound.count.where, &bound, {}});
  }
  if (body.when) gather_sides(*body.when);
  for (const Condition& excuse : body.excused) gather_sides(excuse);
}

void FrequencyCounter::gather_sides(const Condition& condition) {
  if (condition.kind == Condition::Kind::count) {
    sides_.push_back({condition.counted, &condition.conditions, &condition, {}});
    return;
  }
  for (const Condition& part : condition.conditions) gather_sides(part);
}

// --- seeing records -----------------------------------------------------------------------------------------------

bool FrequencyCounter::is_counted(Family family, Word type) const {
  return std::any_of(body_->about.begin(), body_->about.end(),
                     [&](const RecordType& about) { return about.matches(family, type); });
}

bool FrequencyCounter::wants(Family family, Word type) const {
  if (is_counted(family, type)) return true;
  if (check_->every && check_->every->of && check_->every->of->matches(family, type)) return true;
  return std::any_of(sides_.begin(), sides_.end(), [&](const Side& side) { return side.records.matches(family, type); });
}

void FrequencyCounter::see(const Context& context) {
  const Record& record = *context.record;
  if (is_counted(record.family, record.type)) {
    saw_any_ = true;
    count(context);
  }
  if (check_->every && check_->every->of && check_->every->of->matches(record.family, record.type)) gather_members(context);
  count_sides(context);
}

// An apparatus works for the body it serves.
BodyIndex FrequencyCounter::plain_body(BodyIndex body) const {
  static const auto apparatus = vocabulary().find("apparatus");
  const Register& offices = *world_->offices;
  while (apparatus && offices[body].kind == *apparatus && offices[body].within) body = *offices[body].within;
  return body;
}

std::optional<std::uint64_t> FrequencyCounter::holder_key(const Context& context) const {
  const Register& offices = *world_->offices;
  if (check_->credited_to_body) {
    return context.record_body ? std::optional{key_of(plain_body(*context.record_body))} : std::nullopt;
  }
  std::optional<OfficeIndex> maker = maker_of(*context.record);
  const auto item_by = context.item ? field_of(*context.item, names().by) : std::nullopt;
  if (item_by && item_by->kind() == Cell::Kind::office) maker = item_by->office();
  if (!maker && context.record_body) {
    const auto by = context.record->field(names().by);
    if (by && by->kind() == Cell::Kind::word) maker = offices.office_around(by->word(), *context.record_body);
  }
  if (!maker) return std::nullopt;
  if (body_->owed_by.kind != OwedBy::Kind::together) return key_of(*maker);
  const std::vector<Word>& roles = body_->owed_by.roles;
  if (std::find(roles.begin(), roles.end(), offices[*maker].role) == roles.end()) return std::nullopt;
  return key_of(plain_body(offices[*maker].body));
}

void FrequencyCounter::count(const Context& context) {
  if (!body_->for_each) return count_item(context, holder_key(context));
  const auto list = context.record->field(body_->for_each->segments.front().name);
  if (!list) return;
  std::size_t index = 0;
  list->for_each([&](const CellView& item) {
    Context inner = context;
    inner.item = item;
    inner.item_index = index++;
    count_item(inner, holder_key(inner));
  });
}

// The days on which the record, or the item, was done.
std::vector<Day> FrequencyCounter::days_of(const Context& context) const {
  if (check_->counted_by) {
    const DateValue day = date_of(*check_->counted_by, context, LimitUse::exact);
    return day.status == DateValue::Status::found ? std::vector{day.moment.day} : std::vector<Day>{};
  }
  if (context.item) {
    if (const auto day = day_of(field_of(*context.item, names().date))) return {*day};
    // An entry planned for a month falls on no day of it, but in the month.
    if (const auto date = field_of(*context.item, names().date)) {
      const bool longer = date->kind() == Cell::Kind::period && date->period().unit <= check_->unit;
      return longer ? std::vector{date->period().first} : std::vector<Day>{};
    }
  }
  const auto from = day_of(context.record->field(names().from));
  const auto to = day_of(context.record->field(names().to));
  if (check_->unit != PeriodUnit::day || !from || !to) return {context.date};
  std::vector<Day> days;
  for (Day day = *from; day <= *to; day += date::days{1}) days.push_back(day);
  return days;
}

std::optional<Day> FrequencyCounter::limit_of(const Period& period) const {
  if (!check_->no_later_than) return std::nullopt;
  Context context = context_of(*world_, *pack_, body_, Record{});
  context.record = nullptr;
  context.period = period;
  const DateValue limit = date_of(*check_->no_later_than, context, LimitUse::upper);
  return limit.status == DateValue::Status::found ? std::optional{limit.moment.day} : std::nullopt;
}

std::optional<Day> FrequencyCounter::opening_of(const Period& period) const {
  if (!check_->no_earlier_than) return std::nullopt;
  Context context = context_of(*world_, *pack_, body_, Record{});
  context.record = nullptr;
  context.period = period;
  const DateValue opening = date_of(*check_->no_earlier_than, context, LimitUse::lower);
  return opening.status == DateValue::Status::found ? std::optional{opening.moment.day} : std::nullopt;
}

void FrequencyCounter::count_item(const Context& context, std::optional<std::uint64_t> holder) {
  if (!holder) return;
  const bool planned_item = context.item && context.record->family == Family::assignment;
  if (check_->each == Frequency::Each::field) {
    const Values values = values_of(*check_->each_field, context);
    for (const Value& value : values.items) {
      add(context, *holder, to_text(value, *world_->offices), context.date, true);
    }
    return;
  }
  const auto named = context.item ? std::nullopt : period_named(*context.record);
  for (const Day day : days_of(context)) {
    if (day > world_->as_of && !planned_item && !named) continue;
    if (check_->each == Frequency::Each::as_of) {
      add(context, *holder, to_text(period_of(world_->as_of, PeriodUnit::day)), day, true);
      continue;
    }
    if (named && named->unit <= check_->unit) {
      const Period period = period_of(named->first, check_->unit);
      const auto limit = limit_of(period);
      names_period_ = true;
      add(context, *holder, to_text(period), day, !limit || day <= *limit);
      continue;
    }
    Period period = period_of(day, check_->unit);
    // Where the window ends after the period, what is done counts for the latest one that is over.
    if (const auto limit = limit_of(period); limit && *limit > period.last) period = previous(period);
    const auto limit = limit_of(period);
    const auto opening = opening_of(period);
    if (opening && day < *opening) continue;
    add(context, *holder, to_text(period), day, !limit || day <= *limit);
  }
}

void FrequencyCounter::add(const Context& context, std::uint64_t holder, const std::string& period, Day day, bool in_time) {
  Tally& tally = tallies_[{holder, period}];
  if (!check_->where.empty()) {
    const Truth truth = holds(check_->where.front(), context);
    if (truth.is_unknown()) {
      ++tally.doubtful;
      tally.unknown |= truth.unknown;
      return;
    }
    if (truth.is_no()) {
      if (truth.hinges.none()) return;
      const auto same = std::find_if(tally.hanging.begin(), tally.hanging.end(),
                                     [&](const auto& entry) { return entry.first == truth.hinges; });
      if (same != tally.hanging.end()) {
        ++same->second;
      } else {
        tally.hanging.emplace_back(truth.hinges, 1);
      }
      return;
    }
  }
  tally.last = std::max(tally.last, day);
  if (tally.records.size() < most_records_named) tally.records.push_back(context.record->id);

  std::vector<std::pair<std::string, std::optional<BodyIndex>>> groups;
  if (check_->per) {
    for (const Value& value : values_of(*check_->per, context).items) {
      groups.emplace_back(to_text(value, *world_->offices),
                          value.kind == Value::Kind::body ? std::optional{value.body()} : std::nullopt);
    }
  } else {
    groups.emplace_back("", std::nullopt);
  }
  std::vector<std::string> keys;
  const Path* keyed_by = check_->named_in ? &*check_->named_in : check_->distinct ? &*check_->distinct : nullptr;
  if (keyed_by != nullptr) {
    for (const Value& value : values_of(*keyed_by, context).items) keys.push_back(to_text(value, *world_->offices));
  } else {
    keys.emplace_back();
  }
  for (const auto& [value, body] : groups) {
    Group& group = tally.groups[value];
    group.body = body;
    for (const std::string& key : keys) {
      Occurrences& occurrences = group.by_key[key];
      if (in_time) {
        ++occurrences.in_time;
      } else {
        occurrences.late.push_back(day);
      }
    }
  }
}

// Members named in other records: in each period from the record's day to the day it was carried out.
void FrequencyCounter::gather_members(const Context& context) {
  if (!context.record_body || context.date > world_->as_of) return;
  const SetExpression& set = *check_->every;
  if (!set.where.empty() && !holds(set.where.front(), context).is_yes()) return;
  std::vector<Member> found;
  SetExpression here = set;
  here.of.reset();
  here.where.clear();
  found = members_of(here, context);
  if (found.empty()) return;
  const std::uint64_t body = key_of(plain_body(*context.record_body));
  const auto put = [&](const std::string& period) {
    for (const Member& member : found) gathered_[{body, period}].emplace(member.text, member);
  };
  if (check_->each == Frequency::Each::field) {
    for (const Value& value : values_of(*check_->each_field, context).items) put(to_text(value, *world_->offices));
    return;
  }
  if (const auto named = period_named(*context.record)) return put(to_text(period_of(named->first, check_->unit)));
  Day last = world_->as_of;
  for (const char* end : {"closed", "executed"}) {
    const auto step = context.record->step(known_word(end));
    if (const auto day = day_of(step); day && *day <= last) last = *day;
  }
  if (context.record->family != Family::assignment) last = context.date;
  for (Period period = period_of(context.date, check_->unit); period.first <= last; period = next(period)) put(to_text(period));
}

void FrequencyCounter::count_sides(const Context& context) {
  for (Side& side : sides_) {
    if (!side.records.matches(context.record->family, context.record->type) || context.date > world_->as_of) continue;
    if (!side.where->empty() && !holds(side.where->front(), context).is_yes()) continue;
    const auto holder = holder_key(context);
    if (!holder) continue;
    const auto named = period_named(*context.record);
    const Period period = period_of(named ? named->first : context.date, check_->unit);
    ++side.counts[{*holder, to_text(period)}];
  }
}

std::int64_t FrequencyCounter::side_count(const void* asked_by, std::uint64_t holder, const std::string& period) const {
  for (const Side& side : sides_) {
    if (side.asked_by != asked_by) continue;
    const auto found = side.counts.find({holder, period});
    return found == side.counts.end() ? 0 : found->second;
  }
  return 0;
}

// --- closing ------------------------------------------------------------------------------------------------------

std::vector<Holder> FrequencyCounter::holders() const {
  const Register& offices = *world_->offices;
  std::vector<Holder> result;
  const std::vector<Word>& roles = body_->owed_by.roles;
  const bool by_body = check_->credited_to_body || body_->owed_by.kind == OwedBy::Kind::together;
  for (std::size_t i = 0; i < offices.offices().size(); ++i) {
    const auto index = static_cast<OfficeIndex>(i);
    const Office& office = offices[index];
    const bool owes = std::find(roles.begin(), roles.end(), office.role) != roles.end();
    if (!owes || !is_bound_by(*world_, office.body, pack_->id)) continue;
    if (!by_body) {
      result.push_back({index, office.body, {index}, office.tenure});
      continue;
    }
    const BodyIndex body = plain_body(office.body);
    const auto same = std::find_if(result.begin(), result.end(), [&](const Holder& holder) { return holder.body == body; });
    if (same != result.end()) {
      same->offices.push_back(index);
      same->tenure.first = std::min(same->tenure.first, office.tenure.first);
      same->tenure.last = std::max(same->tenure.last, office.tenure.last);
    } else {
      result.push_back({std::nullopt, body, {index}, office.tenure});
    }
  }
  if (!result.empty() || !check_->credited_to_body) return result;
  // No such office is registered: the body that names the regulation answers.
  for (std::size_t i = 0; i < offices.bodies().size(); ++i) {
    const Body& body = offices.bodies()[i];
    const auto& named = body.regulations;
    if (!world_->binds_all && std::find(named.begin(), named.end(), pack_->id) == named.end()) continue;
    result.push_back({std::nullopt, static_cast<BodyIndex>(i), {}, body.tenure});
  }
  return result;
}

Context FrequencyCounter::context_for(const Holder& holder, const std::optional<Period>& period) const {
  Context context;
  context.world = world_;
  context.pack = pack_;
  context.body = body_;
  context.holder = holder.office;
  context.holder_body = holder.body;
  context.record_body = holder.body;
  context.period = period;
  context.date = period ? std::min(period->last, world_->as_of) : world_->as_of;
  context.rolls_spans = body_->rolls.value_or(pack_->rolls_spans);
  context.rolls_day_of_month = body_->rolls.value_or(pack_->rolls_day_of_month);
  context.rolls_fixed = body_->rolls.value_or(false);
  return context;
}

bool FrequencyCounter::is_owed(const Holder& holder, const Period& period) const {
  const Body& body = (*world_->offices)[holder.body];
  const auto all_through = [&](const Tenure& tenure) { return tenure.first <= period.first && period.last <= tenure.last; };
  if (!all_through(rule_->in_force) || !all_through(holder.tenure) || !all_through(body.tenure)) return false;
  return world_->calendar->working_days_in(period.first, period.last) > 0;
}

bool FrequencyCounter::is_absent_throughout(const Holder& holder, const Period& period) const {
  if (holder.offices.empty()) return false;
  if (check_->each == Frequency::Each::as_of) {
    return std::none_of(holder.offices.begin(), holder.offices.end(),
                        [&](OfficeIndex office) { return world_->offices->is_available(office, world_->as_of); });
  }
  for (Day day = period.first; day <= period.last; day += date::days{1}) {
    if (!world_->calendar->is_working(day)) continue;
    const bool somebody = std::any_of(holder.offices.begin(), holder.offices.end(), [&](OfficeIndex office) {
      return world_->offices->is_available(office, day);
    });
    if (somebody) return false;
  }
  return true;
}

std::vector<PeriodResult> FrequencyCounter::close(std::uint64_t held, std::optional<DayRange> range, Day first_record) const {
  std::vector<PeriodResult> results;
  for (const Holder& holder : holders()) {
    if (check_->each == Frequency::Each::field) {
      close_values(holder, held, results);
    } else if (check_->each == Frequency::Each::as_of) {
      const Period day = period_of(world_->as_of, PeriodUnit::day);
      if (!holder.tenure.contains(world_->as_of) || !rule_->in_force.contains(world_->as_of)) continue;
      results.push_back({holder, day, "", judge_period(holder, day, to_text(day), held)});
    } else if (check_->unit == PeriodUnit::day && all_upper(*check_)) {
      close_days(holder, range, held, results);
    } else {
      close_periods(holder, range, first_record, held, results);
    }
  }
  return results;
}

void FrequencyCounter::close_periods(const Holder& holder, const std::optional<DayRange>& range, Day first_record,
                                     std::uint64_t held, std::vector<PeriodResult>& results) const {
  const Day calendar_begins = date::sys_days{date::year{world_->calendar->first_year()} / 1 / 1};
  const bool open = holder.tenure.first == Tenure{}.first;
  Day first = std::max({rule_->in_force.first, open ? first_record : holder.tenure.first, calendar_begins});
  if (range) first = std::max(first, period_of(range->first, check_->unit).first);
  if (first > world_->as_of + date::days{800}) return;
  for (Period period = period_of(first, check_->unit);; period = next(period)) {
    const Day limit = limit_of(period).value_or(period.last);
    if (period.first > world_->as_of && limit >= world_->as_of) break;
    if (period.first > holder.tenure.last || (range && period.last > range->last)) break;
    if (range && period.last < range->first) continue;
    if (!is_owed(holder, period)) continue;
    results.push_back({holder, period, "", judge_period(holder, period, to_text(period), held)});
  }
}

// Only days that saw records can see too many; running days with the same records are one result.
void FrequencyCounter::close_days(const Holder& holder, const std::optional<DayRange>& range, std::uint64_t held,
                                  std::vector<PeriodResult>& results) const {
  const std::vector<std::string>* previous_records = nullptr;
  std::optional<Period> previous_day;
  const std::uint64_t key = key_of(holder);
  for (auto tally = tallies_.lower_bound({key, ""}); tally != tallies_.end() && tally->first.first == key; ++tally) {
    const Period day = *parse_period(tally->first.second);
    if (!rule_->in_force.contains(day.first) || !holder.tenure.contains(day.first)) continue;
    if (range && !contains(*range, day.first)) continue;
    const bool runs_on = previous_day && next(*previous_day) == day && *previous_records == tally->second.records;
    previous_day = day;
    previous_records = &tally->second.records;
    if (runs_on) continue;
    results.push_back({holder, day, "", judge_period(holder, day, tally->first.second, held)});
  }
}

void FrequencyCounter::close_values(const Holder& holder, std::uint64_t held, std::vector<PeriodResult>& results) const {
  std::set<std::string> values;
  const std::uint64_t key = key_of(holder);
  for (const auto& [at, tally] : tallies_) {
    if (at.first == key) values.insert(at.second);
  }
  for (const auto& [at, gathered] : gathered_) {
    if (at.first == key_of(holder.body)) values.insert(at.second);
  }
  for (const std::string& value : values) {
    const auto tally = tallies_.find({key, value});
    const Day last = tally == tallies_.end() ? world_->as_of : tally->second.last;
    results.push_back({holder, std::nullopt, value, judge_period(holder, period_of(last, PeriodUnit::day), value, held)});
  }
}

Judgement FrequencyCounter::judge_period(const Holder& holder, const Period& period, const std::string& key,
                                         std::uint64_t held) const {
  Context context = context_for(holder, period);
  const std::function<Truth(const Condition&)> count = [&](const Condition& condition) {
    std::int64_t scale = 1;
    const AmountValue wanted = amount_of(condition.amount, context, scale);
    const std::int64_t seen = side_count(&condition, key_of(holder), key);
    return Truth::of(compare(Number::of(seen), condition.relation, wanted.number.value_or(Number{})));
  };
  context.count = &count;
  if (body_->when) {
    const Truth asked = holds(*body_->when, context);
    if (asked.is_no()) return Judgement::of(Outcome::not_applicable);
    if (asked.is_unknown()) return Judgement::not_known(asked.unknown);
  }
  static const Tally nothing;
  const auto found = tallies_.find({key_of(holder), key});
  const Tally& tally = found == tallies_.end() ? nothing : found->second;
  const Judgement judgement = check_->per ? judge_whole(tally, context, period, key, held)
                                          : judge_counts(tally, context, period, key, held);
  return excuse(judgement, holder, context, period);
}

Judgement FrequencyCounter::excuse(Judgement judgement, const Holder& holder, const Context& context,
                                   const Period& period) const {
  const bool can_be_excused = judgement.outcome == Outcome::missed || judgement.outcome == Outcome::late;
  if (!can_be_excused) return judgement;
  const auto because = [&](const char* reason) {
    judgement.outcome = Outcome::excused;
    judgement.late_by.reset();
    judgement.statements = {{"frequency-excused", {period, body_->about, Literal{reason}}}};
    return judgement;
  };
  if (pack_->absence_excuses && is_absent_throughout(holder, period)) return because("excused-by-absence");
  if (body_->excused_by_new_holder && holder.office &&
      world_->offices->holder_changes(*holder.office, period.first, period.last)) {
    return because("excused-by-new-holder");
  }
  for (const Condition& condition : body_->excused) {
    if (holds(condition, context).is_yes()) return because("excused-by-exception");
  }
  return judgement;
}

std::vector<Member> FrequencyCounter::members(const Context& context, const std::string& key) const {
  if (!check_->every) return {};
  if (!check_->every->of) return members_of(*check_->every, context);
  std::vector<Member> result;
  const auto found = gathered_.find({key_of(plain_body(*context.holder_body)), key});
  if (found == gathered_.end()) return result;
  for (const auto& [text, member] : found->second) result.push_back(member);
  return result;
}

Judgement FrequencyCounter::judge_counts(const Tally& tally, const Context& context, const Period& period,
                                         const std::string& key, std::uint64_t held) const {
  static const Group nothing;
  const auto group = tally.groups.find("");
  return judge_group(group == tally.groups.end() ? nothing : group->second, tally, context, period, key, held);
}

// The last day a period can still be fulfilled on: of its window, else its own; where records name their period and no
// day is printed, the end of the next one (RULES.md 9.2).
namespace {

struct Reached {
  bool in_time = false;
  std::optional<Day> late_day;  // on which it was reached, too late
};

template <typename Occurrences>
Reached reach(const Occurrences& occurrences, std::int64_t wanted) {
  Reached reached;
  reached.in_time = occurrences.in_time >= wanted;
  std::vector<Day> late = occurrences.late;
  std::sort(late.begin(), late.end());
  const std::int64_t lacking = wanted - occurrences.in_time;
  if (lacking > 0 && static_cast<std::int64_t>(late.size()) >= lacking) {
    reached.late_day = late[static_cast<std::size_t>(lacking - 1)];
  }
  return reached;
}

}  // namespace

Judgement FrequencyCounter::judge_group(const Group& group, const Tally& tally, const Context& context, const Period& period,
                                        const std::string& key, std::uint64_t held) const {
  const auto printed = check_->each == Frequency::Each::period ? limit_of(period) : std::nullopt;
  Day last_day = printed.value_or(period.last);
  if (!printed && names_period_ && check_->each == Frequency::Each::period) last_day = next(period).last;
  const bool over = check_->each == Frequency::Each::as_of || world_->as_of > last_day;

  std::int64_t doubtful = tally.doubtful;
  std::uint64_t unknown = tally.unknown;
  for (const auto& [hinges, records] : tally.hanging) {
    if (hinges.stand(held)) continue;
    doubtful += records;
    unknown |= hinges.first_missing(held);
  }

  Occurrences all;
  if (check_->distinct) {
    for (const auto& [value, occurrences] : group.by_key) {
      if (occurrences.in_time > 0) {
        ++all.in_time;
      } else if (!occurrences.late.empty()) {
        all.late.push_back(*std::min_element(occurrences.late.begin(), occurrences.late.end()));
      }
    }
  } else if (const auto only = group.by_key.find(""); only != group.by_key.end()) {
    all = only->second;
  }

  const Argument shown = check_->each == Frequency::Each::field ? Argument{key} : Argument{period};
  Judgement met = Judgement::of(Outcome::met);
  met.statements.push_back({"frequency-met", {shown, body_->about, Number::of(all.in_time)}});
  for (const Frequency::Bound& bound : check_->bounds) {
    const std::int64_t number =
        bound.count.records ? side_count(&bound, context.holder ? key_of(*context.holder) : key_of(*context.holder_body), key)
                            : bound.count.number;
    const std::int64_t found = all.in_time + static_cast<std::int64_t>(all.late.size());
    if (bound.count.records && number == 0 && found == 0) return Judgement::of(Outcome::not_applicable);

    if (const auto upper = most(bound.relation, number); upper && found > *upper) {
      Judgement wrong = Judgement::of(Outcome::wrong);
      const bool day = check_->each == Frequency::Each::period && check_->unit == PeriodUnit::day;
      wrong.statements.push_back({day ? "frequency-same-day" : "frequency-too-many",
                                  {shown, body_->about, Number::of(found), Number::of(*upper)}});
      wrong.statements.push_back({"frequency-records", {tally.records}});
      return wrong;
    }
    const auto lower = least(bound.relation, number);
    if (!lower) continue;

    if (!check_->every) {
      const Reached reached = reach(all, *lower);
      if (reached.in_time) continue;
      Judgement judgement = Judgement::of(Outcome::missed);
      judgement.due = Moment{last_day, -1};
      judgement.statements.push_back({"frequency-missed", {shown, body_->about, Number::of(found), Number::of(*lower)}});
      if (!over) {
        judgement.outcome = Outcome::pending;
        judgement.statements = {{"frequency-pending", {shown, body_->about, Number::of(found), Number::of(*lower), last_day}}};
      } else if (reached.late_day) {
        judgement.outcome = Outcome::late;
        judgement.actual = Moment{*reached.late_day, -1};
        judgement.late_by = lateness({last_day, -1}, {*reached.late_day, -1}, std::nullopt, *world_->calendar);
        judgement.statements = {{"frequency-late", {shown, body_->about, Number::of(all.in_time), Number::of(*lower),
                                                    *reached.late_day, last_day, *judgement.late_by}}};
      } else if (doubtful > 0 && found + doubtful >= *lower) {
        return Judgement::not_known(unknown);
      }
      return judgement;
    }

    std::vector<std::string> missed;
    std::optional<Day> late_day;
    const std::vector<Member> wanted = members(context, key);
    if (wanted.empty()) return Judgement::of(Outcome::not_applicable);
    for (const Member& member : wanted) {
      const auto occurrences = group.by_key.find(member.text);
      const Reached reached = occurrences == group.by_key.end() ? Reached{} : reach(occurrences->second, *lower);
      if (reached.in_time) continue;
      if (reached.late_day) {
        late_day = std::max(late_day.value_or(*reached.late_day), *reached.late_day);
      } else {
        missed.push_back(member.clause.empty() ? member.text : member.text + " (" + member.clause + ")");
      }
    }
    if (missed.empty() && !late_day) continue;
    Judgement judgement = Judgement::of(Outcome::missed);
    judgement.due = Moment{last_day, -1};
    const auto all_wanted = static_cast<std::int64_t>(wanted.size());
    const std::int64_t covered = all_wanted - static_cast<std::int64_t>(missed.size());
    judgement.statements.push_back(
        {"frequency-missed-members", {shown, body_->about, missed, Number::of(covered), Number::of(all_wanted)}});
    if (!over) {
      judgement.outcome = Outcome::pending;
      judgement.statements = {
          {"frequency-pending", {shown, body_->about, Number::of(covered), Number::of(all_wanted), last_day}}};
    } else if (missed.empty()) {
      judgement.outcome = Outcome::late;
      judgement.actual = Moment{*late_day, -1};
      judgement.late_by = lateness({last_day, -1}, {*late_day, -1}, std::nullopt, *world_->calendar);
      judgement.statements = {{"frequency-late", {shown, body_->about, Number::of(covered), Number::of(all_wanted), *late_day,
                                                  last_day, *judgement.late_by}}};
    } else if (doubtful > 0) {
      return Judgement::not_known(unknown);
    }
    return judgement;
  }
  return met;
}

// So many values of `per` must be met, all where fewer were seen.
Judgement FrequencyCounter::judge_whole(const Tally& tally, const Context& context, const Period& period,
                                        const std::string& key, std::uint64_t held) const {
  if (tally.groups.empty()) {
    return tally.doubtful > 0 ? Judgement::not_known(tally.unknown) : Judgement::of(Outcome::not_applicable);
  }
  std::int64_t met = 0;
  std::optional<Judgement> worst;
  const auto rank = [](Outcome outcome) {
    switch (outcome) {
      case Outcome::wrong: return 5;
      case Outcome::missed: return 4;
      case Outcome::late: return 3;
      case Outcome::unknown: return 2;
      case Outcome::pending: return 1;
      default: return 0;
    }
  };
  for (const auto& [value, group] : tally.groups) {
    Context inner = context;
    inner.group = group.body;
    Judgement judgement = judge_group(group, tally, inner, period, key, held);
    if (judgement.outcome == Outcome::met || judgement.outcome == Outcome::not_applicable) {
      ++met;
      continue;
    }
    if (judgement.outcome == Outcome::missed && check_->every && !judgement.statements.empty()) {
      const Argument missed = judgement.statements.front().arguments.at(2);
      judgement.statements = {{"frequency-not-whole", {period, value, missed}}};
    }
    if (!worst) {
      worst = std::move(judgement);
    } else {
      worst->statements.insert(worst->statements.end(), judgement.statements.begin(), judgement.statements.end());
      if (rank(judgement.outcome) > rank(worst->outcome)) {
        judgement.statements = worst->statements;
        worst = std::move(judgement);
      }
    }
  }
  const auto seen = static_cast<std::int64_t>(tally.groups.size());
  const std::int64_t wanted = check_->whole ? std::min(*check_->whole, seen) : seen;
  if (met >= wanted) {
    Judgement judgement = Judgement::of(Outcome::met);
    judgement.statements.push_back({"frequency-met", {period, body_->about, Number::of(met)}});
    return judgement;
  }
  return *worst;
}

}  // namespace reglament
