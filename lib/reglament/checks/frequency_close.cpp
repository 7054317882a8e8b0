#include "reglament/checks/frequency.hpp"
#include "reglament/checks/judge.hpp"

#include <algorithm>
#include <set>

namespace reglament {

namespace {

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

struct Reached {
  bool in_time = false;
  std::optional<Day> late_day;  // on which it was reached, too late
};

Reached reach(std::int64_t in_time, std::vector<Day> late, std::int64_t wanted) {
  Reached reached;
  reached.in_time = in_time >= wanted;
  std::sort(late.begin(), late.end());
  const std::int64_t lacking = wanted - in_time;
  if (lacking > 0 && static_cast<std::int64_t>(late.size()) >= lacking) {
    reached.late_day = late[static_cast<std::size_t>(lacking - 1)];
  }
  return reached;
}

// The worst of several, with what each of them says.
Judgement worst_of(std::vector<Judgement> judgements) {
  std::vector<Statement> statements;
  std::size_t worst = 0;
  for (std::size_t i = 0; i < judgements.size(); ++i) {
    statements.insert(statements.end(), judgements[i].statements.begin(), judgements[i].statements.end());
    if (severity_rank(judgements[i].outcome) > severity_rank(judgements[worst].outcome)) worst = i;
  }
  Judgement judgement = std::move(judgements[worst]);
  judgement.statements = std::move(statements);
  return judgement;
}

}  // namespace

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
  Context context = with_body(context_of(*world_, *pack_), *body_);
  context.holder = holder.office;
  context.holder_body = holder.body;
  context.record_body = holder.body;
  context.period = period;
  context.date = period ? std::min(period->last, world_->as_of) : world_->as_of;
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
    // A period to come is asked for once its last day, which may lie before it, is past.
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
    const AmountValue wanted = amount_of(condition.amount, context);
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
  const Argument shown = check_->each == Frequency::Each::field ? Argument{key} : Argument{period};
  const Question question{context, period, key, key_of(holder), held, std::nullopt, shown};
  return excuse(check_->per ? judge_whole(tally, question) : judge_counts(tally, question), holder, context, period);
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
  const bool dated = check_->each != Frequency::Each::field;  // of a round nobody knows the days
  if (dated && pack_->absence_excuses && is_absent_throughout(holder, period)) return because("excused-by-absence");
  if (body_->excused_by_new_holder && holder.office &&
      world_->offices->holder_changes(*holder.office, period.first, period.last)) {
    return because("excused-by-new-holder");
  }
  for (const Condition& condition : body_->excused) {
    if (holds(condition, context).is_yes()) return because("excused-by-exception");
  }
  return judgement;
}

std::vector<Member> FrequencyCounter::members(const Question& question) const {
  if (!check_->every->of) {
    Context context = question.context;
    context.group = question.group;
    return members_of(*check_->every, context);
  }
  std::vector<Member> result;
  const auto found = gathered_.find({key_of(plain_body(*question.context.holder_body)), question.key});
  if (found == gathered_.end()) return result;
  for (const auto& [text, member] : found->second) result.push_back(member);
  return result;
}

Judgement FrequencyCounter::judge_counts(const Tally& tally, const Question& question) const {
  static const Group nothing;
  const auto group = tally.groups.find("");
  return judge_group(group == tally.groups.end() ? nothing : group->second, tally, question);
}

// The last day on which the period can be fulfilled: of its window, else its own; where records name their period and
// no day is printed, the end of the next one (RULES.md 9.2).
Day FrequencyCounter::last_day_of(const Period& period) const {
  if (check_->each != Frequency::Each::period) return period.last;
  if (const auto printed = limit_of(period)) return *printed;
  return names_period_ ? next(period).last : period.last;
}

// Records that may count: their `where` is unknown, or was denied for want of a field that no record holds.
FrequencyCounter::Doubts FrequencyCounter::doubts_of(const Tally& tally, std::uint64_t held) {
  Doubts doubts{tally.doubtful, tally.unknown};
  for (const auto& [hinges, records] : tally.hanging) {
    if (hinges.stand(held)) continue;
    doubts.records += records;
    doubts.unknown |= hinges.first_missing(held);
  }
  return doubts;
}

// How often in all; with `distinct`, how many values.
FrequencyCounter::Occurrences FrequencyCounter::together(const Group& group) const {
  Occurrences all;
  if (!check_->distinct) {
    const auto only = group.by_key.find("");
    return only == group.by_key.end() ? all : only->second;
  }
  for (const auto& [value, occurrences] : group.by_key) {
    if (occurrences.in_time > 0) {
      ++all.in_time;
    } else if (!occurrences.late.empty()) {
      all.late.push_back(*std::min_element(occurrences.late.begin(), occurrences.late.end()));
    }
  }
  return all;
}

// Under its own name, and under its role: a role in a list stands for every office of it.
FrequencyCounter::Occurrences FrequencyCounter::of_member(const Group& group, const Member& member) const {
  Occurrences all;
  const auto add = [&](const std::string& key) {
    const auto found = group.by_key.find(key);
    if (found == group.by_key.end()) return;
    all.in_time += found->second.in_time;
    all.late.insert(all.late.end(), found->second.late.begin(), found->second.late.end());
  };
  add(member.text);
  if (member.office) add(vocabulary().text((*world_->offices)[*member.office].role));
  return all;
}

Judgement FrequencyCounter::judge_group(const Group& group, const Tally& tally, const Question& question) const {
  const Occurrences all = together(group);
  const std::int64_t found = all.in_time + static_cast<std::int64_t>(all.late.size());
  Judgement met = Judgement::of(Outcome::met);
  met.statements.push_back({"frequency-met", {question.shown, body_->about, Number::of(all.in_time)}});
  for (const Frequency::Bound& bound : check_->bounds) {
    const std::int64_t number = bound.count.records ? side_count(&bound, question.holder, question.key) : bound.count.number;
    // Nought against nought is not asked.
    if (bound.count.records && number == 0 && found == 0) return Judgement::of(Outcome::not_applicable);
    if (const auto upper = most(bound.relation, number); upper && found > *upper) return too_many(tally, found, *upper, question);
    const auto lower = least(bound.relation, number);
    if (!lower) continue;
    const Judgement judgement = check_->every ? judge_members(group, tally, *lower, question)
                                              : judge_number(all, tally, *lower, question);
    if (judgement.outcome != Outcome::met) return judgement;
    if (check_->every) met = judgement;
  }
  return met;
}

Judgement FrequencyCounter::too_many(const Tally& tally, std::int64_t found, std::int64_t most, const Question& question) const {
  Judgement wrong = Judgement::of(Outcome::wrong);
  const bool on_a_day = check_->each == Frequency::Each::period && check_->unit == PeriodUnit::day;
  wrong.statements.push_back({on_a_day ? "frequency-same-day" : "frequency-too-many",
                              {question.shown, body_->about, Number::of(found), Number::of(most)}});
  wrong.statements.push_back({"frequency-records", {tally.records}});
  return wrong;
}

Judgement FrequencyCounter::judge_number(const Occurrences& all, const Tally& tally, std::int64_t wanted,
                                         const Question& question) const {
  const Reached reached = reach(all.in_time, all.late, wanted);
  if (reached.in_time) return Judgement::of(Outcome::met);
  const std::int64_t found = all.in_time + static_cast<std::int64_t>(all.late.size());
  Judgement judgement = unfulfilled(all.in_time, wanted, reached.late_day, question);
  if (judgement.outcome != Outcome::missed) return judgement;
  const Doubts doubts = doubts_of(tally, question.held);
  if (doubts.records > 0 && found + doubts.records >= wanted) return Judgement::not_known(doubts.unknown);
  judgement.statements.push_back({"frequency-missed", {question.shown, body_->about, Number::of(found), Number::of(wanted)}});
  return judgement;
}

// Each member so often; one result for all, which names those without.
Judgement FrequencyCounter::judge_members(const Group& group, const Tally& tally, std::int64_t wanted,
                                          const Question& question) const {
  const std::vector<Member> asked = members(question);
  if (asked.empty()) return Judgement::of(Outcome::not_applicable);
  std::vector<std::string> missed;
  std::optional<Day> late_day;
  for (const Member& member : asked) {
    const Occurrences occurrences = of_member(group, member);
    const Reached reached = reach(occurrences.in_time, occurrences.late, wanted);
    if (reached.in_time) continue;
    if (reached.late_day) {
      late_day = std::max(late_day.value_or(*reached.late_day), *reached.late_day);
    } else {
      missed.push_back(member.clause.empty() ? member.text : member.text + " (" + member.clause + ")");
    }
  }
  const auto all = static_cast<std::int64_t>(asked.size());
  if (missed.empty() && !late_day) {
    Judgement met = Judgement::of(Outcome::met);
    met.statements.push_back({"frequency-met-members", {question.shown, body_->about, Number::of(all)}});
    return met;
  }
  const std::int64_t covered = all - static_cast<std::int64_t>(missed.size());
  Judgement judgement = unfulfilled(covered, all, missed.empty() ? late_day : std::nullopt, question);
  if (judgement.outcome != Outcome::missed) return judgement;
  const Doubts doubts = doubts_of(tally, question.held);
  if (doubts.records > 0) return Judgement::not_known(doubts.unknown);
  judgement.statements.push_back({"frequency-missed-members",
                                  {question.shown, body_->about, missed, Number::of(covered), Number::of(all)}});
  return judgement;
}

// Not in time: pending, late when reached on `late_day`, else missed, for which the caller finds the words.
Judgement FrequencyCounter::unfulfilled(std::int64_t found, std::int64_t wanted, std::optional<Day> late_day,
                                        const Question& question) const {
  const Day last_day = last_day_of(question.period);
  const bool over = check_->each == Frequency::Each::as_of || world_->as_of > last_day;
  Judgement judgement = Judgement::of(Outcome::missed);
  judgement.due = Moment{last_day, -1};
  if (!over) {
    judgement.outcome = Outcome::pending;
    judgement.statements.push_back(
        {"frequency-pending", {question.shown, body_->about, Number::of(found), Number::of(wanted), last_day}});
  } else if (late_day) {
    judgement.outcome = Outcome::late;
    judgement.actual = Moment{*late_day, -1};
    judgement.late_by = lateness({last_day, -1}, {*late_day, -1}, std::nullopt, *world_->calendar);
    judgement.statements.push_back({"frequency-late", {question.shown, body_->about, Number::of(found), Number::of(wanted),
                                                       *late_day, last_day, *judgement.late_by}});
  }
  return judgement;
}

// So many values of `per` must be met, all where fewer were seen.
Judgement FrequencyCounter::judge_whole(const Tally& tally, const Question& question) const {
  if (tally.groups.empty()) {
    return tally.doubtful > 0 ? Judgement::not_known(tally.unknown) : Judgement::of(Outcome::not_applicable);
  }
  std::int64_t met = 0;
  std::vector<Judgement> unmet;
  for (const auto& [value, group] : tally.groups) {
    Question inner = question;
    inner.group = group.body;
    Judgement judgement = judge_group(group, tally, inner);
    if (judgement.outcome == Outcome::met || judgement.outcome == Outcome::not_applicable) {
      ++met;
      continue;
    }
    if (judgement.outcome == Outcome::missed && check_->every) {
      const Argument missed = judgement.statements.front().arguments.at(2);
      judgement.statements = {{"frequency-not-whole", {question.shown, value, missed}}};
    }
    unmet.push_back(std::move(judgement));
  }
  const auto seen = static_cast<std::int64_t>(tally.groups.size());
  if (met >= (check_->whole ? std::min(*check_->whole, seen) : seen)) {
    Judgement judgement = Judgement::of(Outcome::met);
    judgement.statements.push_back({"frequency-met", {question.shown, body_->about, Number::of(met)}});
    return judgement;
  }
  return worst_of(std::move(unmet));
}

}  // namespace reglament
