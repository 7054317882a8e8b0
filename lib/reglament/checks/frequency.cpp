#include "reglament/checks/frequency.hpp"

#include "reglament/checks/cells.hpp"

#include <algorithm>

namespace reglament {

namespace {

constexpr std::size_t most_records_named = 20;

bool has_date(const Record& record) {
  static const std::vector<Word> dates = {names().date, names().from, known_word("received"), known_word("issued")};
  return std::any_of(dates.begin(), dates.end(), [&](Word name) { return record.field(name).has_value(); });
}

}  // namespace

FrequencyCounter::FrequencyCounter(const Rule& rule, const RuleBody& body, const Pack& pack, const World& world)
    : rule_(&rule), body_(&body), check_(&std::get<Frequency>(body.check)), pack_(&pack), world_(&world) {
  for (const Frequency::Bound& bound : check_->bounds) {
    if (bound.count.records) sides_.push_back({*bound.count.records, &bound.count.where, &bound, {}});
  }
  if (check_->every && check_->every->of) {
    named_members_ = check_->every;
    named_members_->of.reset();
    named_members_->where.clear();
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

bool FrequencyCounter::wants(Family family, Word type) const {
  if (body_->is_about(family, type)) return true;
  if (check_->every && check_->every->of && check_->every->of->matches(family, type)) return true;
  return std::any_of(sides_.begin(), sides_.end(), [&](const Side& side) { return side.records.matches(family, type); });
}

void FrequencyCounter::see(const Context& context) {
  const Record& record = *context.record;
  if (body_->is_about(record.family, record.type)) {
    names_period_ = names_period_ || (context.period && context.period->unit <= check_->unit && !body_->for_each);
    count(context);
  }
  if (check_->every && check_->every->of && check_->every->of->matches(record.family, record.type)) gather_members(context);
  count_sides(context);
}

void FrequencyCounter::absorb(FrequencyCounter&& other) {
  for (auto& [key, tally] : other.tallies_) {
    const auto [own, is_new] = tallies_.try_emplace(key);
    is_new ? void(own->second = std::move(tally)) : own->second.absorb(std::move(tally));
  }
  for (auto& [key, members] : other.gathered_) gathered_[key].merge(members);
  for (std::size_t i = 0; i < sides_.size(); ++i) {
    for (const auto& [key, count] : other.sides_[i].counts) sides_[i].counts[key] += count;
  }
  names_period_ = names_period_ || other.names_period_;
}

void FrequencyCounter::Tally::absorb(Tally&& other) {
  for (auto& [value, group] : other.groups) {
    Group& own = groups[value];
    own.body = group.body;
    for (auto& [key, occurrences] : group.by_key) {
      Occurrences& mine = own.by_key[key];
      mine.in_time += occurrences.in_time;
      mine.late.insert(mine.late.end(), occurrences.late.begin(), occurrences.late.end());
    }
  }
  doubtful += other.doubtful;
  unknown |= other.unknown;
  for (const auto& [hinges, times] : other.hanging) hang(hinges, times);
  for (std::string& record : other.records) {
    if (records.size() < most_records_named) records.push_back(std::move(record));
  }
  last = std::max(last, other.last);
}

void FrequencyCounter::Tally::hang(const Hinges& hinges, std::int64_t times) {
  const auto same = std::find_if(hanging.begin(), hanging.end(), [&](const auto& entry) { return entry.first == hinges; });
  if (same != hanging.end()) {
    same->second += times;
  } else {
    hanging.emplace_back(hinges, times);
  }
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
  if (const auto by = context.item ? context.item->office_at(names().by) : std::nullopt) maker = by;
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
    if (const auto day = context.item->day_at(names().date)) return {*day};
    // An entry planned for a month falls on no day of it, but in the month.
    if (const auto month = context.item->period_at(names().date)) {
      return month->unit <= check_->unit ? std::vector{month->first} : std::vector<Day>{};
    }
  }
  const auto from = context.record->root().day_at(names().from);
  const auto to = context.record->root().day_at(names().to);
  if (check_->unit != PeriodUnit::day || !from || !to) return {context.date};
  std::vector<Day> days;
  for (Day day = *from; day <= *to; day += date::days{1}) days.push_back(day);
  return days;
}

std::optional<Day> FrequencyCounter::bound_of(const std::optional<DateExpression>& date, const Period& period,
                                              LimitUse use) const {
  if (!date) return std::nullopt;
  Context context = with_body(context_of(*world_, *pack_), *body_);
  context.period = period;
  const DateValue bound = date_of(*date, context, use);
  return bound.status == DateValue::Status::found ? std::optional{bound.moment.day} : std::nullopt;
}

std::optional<Day> FrequencyCounter::limit_of(const Period& period) const {
  return bound_of(check_->no_later_than, period, LimitUse::upper);
}

// The period that a record counts for: the one it names, else that of its day; where the window ends after the period,
// what is done counts for the latest one that is over.
Period FrequencyCounter::period_for(Day day, const std::optional<Period>& named) const {
  if (named && named->unit <= check_->unit) return period_of(named->first, check_->unit);
  const Period period = period_of(day, check_->unit);
  const auto limit = limit_of(period);
  return limit && *limit > period.last ? previous(period) : period;
}

void FrequencyCounter::count_item(const Context& context, std::optional<std::uint64_t> holder) {
  if (!holder) return;
  const bool planned_item = context.item && context.record->family == Family::assignment;
  if (check_->each == Frequency::Each::field) {
    for (const Value& value : values_of(*check_->each_field, context).items) {
      const std::string key = to_text(value, *world_->offices);
      if (context.date > world_->as_of) {
        Day& last = tallies_[{*holder, key}].last;  // what is still ahead is not counted, but waited for
        last = std::max(last, context.date);
      } else {
        add(context, *holder, key, context.date, true);
      }
    }
    return;
  }
  const auto named = context.item ? std::nullopt : context.period;
  // A record that tells nothing but its period is dated to its end, which says nothing of when it was made.
  const bool undated = named && !check_->counted_by && !has_date(*context.record);
  for (const Day day : days_of(context)) {
    if (day > world_->as_of && !planned_item && !undated) continue;
    if (check_->each == Frequency::Each::as_of) {
      add(context, *holder, to_text(period_of(world_->as_of, PeriodUnit::day)), day, true);
      continue;
    }
    const Period period = period_for(day, named);
    const auto opening = bound_of(check_->no_earlier_than, period, LimitUse::lower);
    if (opening && day < *opening) continue;
    const auto limit = limit_of(period);
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
      if (!truth.hinges.none()) tally.hang(truth.hinges, 1);
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
  const std::vector<Member> found = members_of(*named_members_, context);
  if (found.empty()) return;
  const std::uint64_t body = key_of(plain_body(*context.record_body));
  const auto put = [&](const std::string& period) {
    for (const Member& member : found) gathered_[{body, period}].emplace(member.text, member);
  };
  if (check_->each == Frequency::Each::field) {
    for (const Value& value : values_of(*check_->each_field, context).items) put(to_text(value, *world_->offices));
    return;
  }
  if (context.period) return put(to_text(period_of(context.period->first, check_->unit)));
  const Day last = context.record->family != Family::assignment
                       ? context.date
                       : carried_out(*context.record, world_->as_of).value_or(world_->as_of);
  for (Period period = period_of(context.date, check_->unit); period.first <= last; period = next(period)) put(to_text(period));
}

void FrequencyCounter::count_sides(const Context& context) {
  for (Side& side : sides_) {
    if (!side.records.matches(context.record->family, context.record->type) || context.date > world_->as_of) continue;
    if (!side.where->empty() && !holds(side.where->front(), context).is_yes()) continue;
    const auto holder = holder_key(context);
    if (!holder) continue;
    const Period period = period_of(context.period ? context.period->first : context.date, check_->unit);
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

}  // namespace reglament
