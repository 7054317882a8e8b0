#include "reglament/checks/conformity.hpp"

#include "reglament/checks/cells.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>

namespace reglament {

namespace {

struct EntryNames {
  Word entries = known_word("entries");
  Word moved_to = known_word("moved-to");
  Word cancelled = known_word("cancelled");
  Word reason = known_word("reason");
  Word places = known_word("places");
};

const EntryNames& entry_names() {
  static const EntryNames known;
  return known;
}

std::optional<Period> when_planned(const CellView& entry) {
  if (const auto day = entry.day_at(names().date)) return period_of(*day, PeriodUnit::day);
  return entry.period_at(names().date);
}

int days_apart(const Period& when, Day first, Day last) {
  if (last < when.first) return (when.first - last).count();
  if (first > when.last) return (first - when.last).count();
  return 0;
}

// The values outlive the record they came from: ids are kept by index, texts are not compared here.
Value kept(Value value) {
  value.record = nullptr;
  return value;
}

}  // namespace

ConformityJoin::ConformityJoin(const RuleBody& body, const Pack& pack, const World& world)
    : body_(&body), check_(&std::get<Conformity>(body.check)), pack_(&pack), world_(&world) {}

bool ConformityJoin::wants(Family family, Word type) const {
  return check_->plan.matches(family, type) || body_->is_about(family, type);
}

void ConformityJoin::see(const Context& context) {
  if (check_->plan.matches(context.record->family, context.record->type)) {
    see_plan(context);
  } else {
    see_record(context);
  }
}

void ConformityJoin::see_plan(const Context& context) {
  const Record& record = *context.record;
  const auto plan_by = maker_of(record);
  if (plan_by && context.period) plans_.emplace_back(*plan_by, *context.period);
  const auto list = record.field(entry_names().entries);
  if (!list) return;
  list->for_each([&](const CellView& item) {
    if (item.kind() != Cell::Kind::map) return;
    const auto when = when_planned(item);
    if (!when) return;
    Entry entry;
    entry.when = check_->to_the_month && when->unit == PeriodUnit::day ? period_of(when->first, PeriodUnit::month) : *when;
    entry.plan_period = context.period;
    entry.shown.id = record.id;
    entry.shown.family = record.family;
    entry.shown.type = record.type;
    entry.shown.file = record.file;
    entry.shown.mark = item.mark();
    entry.shown.period = *when;
    entry.shown.body = context.record_body;
    entry.shown.item = "entries#" + to_text(*when);
    const auto by = item.office_at(names().by);
    entry.shown.office = by ? by : plan_by;
    const std::vector<Word>& roles = body_->owed_by.roles;
    if (!check_->every_record && entry.shown.office && !roles.empty() &&
        std::find(roles.begin(), roles.end(), (*world_->offices)[*entry.shown.office].role) == roles.end()) {
      return;
    }
    for (const Path& path : check_->match) {
      Values values;
      if (const auto field = item.find(path.segments.front().name)) {
        field->for_each([&](const CellView& each) {
          values.push_back(kept(value_of(each)));
          if (each.kind() == Cell::Kind::body) entry.shown.item += " " + (*world_->offices)[each.body()].id;
        });
      }
      entry.match.push_back(std::move(values));
    }
    const auto cancelled = item.find(entry_names().cancelled);
    const bool has_reason = item.find(entry_names().reason).has_value();
    const bool moved = item.find(entry_names().moved_to) || (cancelled && cancelled->yes());
    if (moved && has_reason) entry.excuse = "excused-by-change-of-plan";
    entries_.push_back(std::move(entry));
  });
}

void ConformityJoin::absorb(ConformityJoin&& other) {
  std::move(other.entries_.begin(), other.entries_.end(), std::back_inserter(entries_));
  std::move(other.done_.begin(), other.done_.end(), std::back_inserter(done_));
  std::move(other.plans_.begin(), other.plans_.end(), std::back_inserter(plans_));
}

void ConformityJoin::see_record(const Context& context) {
  const Record& record = *context.record;
  if (context.date > world_->as_of) return;
  if (body_->when && !holds(*body_->when, context).is_yes()) return;
  Done done;
  done.shown.id = record.id;
  done.shown.family = record.family;
  done.shown.type = record.type;
  done.shown.file = record.file;
  done.shown.mark = record.mark;
  done.shown.body = context.record_body;
  done.shown.office = maker_of(record);
  done.first = record.root().day_at(names().from).value_or(context.date);
  done.last = record.root().day_at(names().to).value_or(done.first);
  for (const Path& path : check_->match) {
    Values values;
    for (const Value& value : values_of(path, context).items) values.push_back(kept(value));
    // What is done for another is that one's.
    if (path.segments.size() == 1 && path.segments.front().name == names().by && done.shown.office) {
      values = {value_of(*done.shown.office)};
    }
    done.match.push_back(std::move(values));
  }
  done_.push_back(std::move(done));
}

bool ConformityJoin::same(const Value& planned, const Value& done) const {
  if (planned.kind == Value::Kind::body && done.kind == Value::Kind::body) {
    return world_->offices->is_inside(done.body(), planned.body());
  }
  return planned.kind == done.kind && planned.data == done.data;
}

// Everything the entry names is there; what it leaves open may be anything.
bool ConformityJoin::matches(const Entry& entry, const Done& done) const {
  for (std::size_t i = 0; i < entry.match.size(); ++i) {
    for (const Value& planned : entry.match[i]) {
      const Values& values = done.match[i];
      if (std::none_of(values.begin(), values.end(), [&](const Value& value) { return same(planned, value); })) return false;
    }
  }
  return true;
}

bool ConformityJoin::on_time(const Entry& entry, const Done& done) {
  return days_apart(entry.when, done.first, done.last) == 0;
}

// Spans of days by the day on which they begin, so that each meets only those near it.
class ConformityJoin::Calendar {
 public:
  explicit Calendar(std::vector<DayRange> spans) : spans_(std::move(spans)), by_day_(spans_.size()) {
    std::iota(by_day_.begin(), by_day_.end(), std::size_t{0});
    std::stable_sort(by_day_.begin(), by_day_.end(), [&](std::size_t a, std::size_t b) { return spans_[a].first < spans_[b].first; });
    for (const DayRange& span : spans_) longest_ = std::max(longest_, span.last - span.first);
  }

  // Those that lie on one of these days.
  template <typename Visit>
  void for_each_on(Day first, Day last, Visit visit) const {
    for_each_begun(first - longest_, last, [&](std::size_t index) {
      if (spans_[index].last >= first) visit(index);
    });
  }
  // Those that begin on one of these days.
  template <typename Visit>
  void for_each_begun(Day first, Day last, Visit visit) const {
    auto at = std::lower_bound(by_day_.begin(), by_day_.end(), first,
                               [&](std::size_t index, Day day) { return spans_[index].first < day; });
    for (; at != by_day_.end() && spans_[*at].first <= last; ++at) visit(*at);
  }

 private:
  std::vector<DayRange> spans_;
  std::vector<std::size_t> by_day_;
  date::days longest_{0};
};

ConformityJoin::Calendar ConformityJoin::calendar_of_records() const {
  std::vector<DayRange> spans;
  for (const Done& done : done_) spans.push_back({done.first, done.last});
  return Calendar{std::move(spans)};
}

ConformityJoin::Calendar ConformityJoin::calendar_of_entries() const {
  std::vector<DayRange> spans;
  for (const Entry& entry : entries_) spans.push_back({entry.when.first, entry.when.last});
  return Calendar{std::move(spans)};
}

// For each entry the record it took. First those of the day itself, then the nearest of what is left; of those as near the one
// that was seen first.
std::vector<std::optional<std::size_t>> ConformityJoin::assign() const {
  std::vector<std::size_t> by_date(entries_.size());
  std::iota(by_date.begin(), by_date.end(), std::size_t{0});
  std::stable_sort(by_date.begin(), by_date.end(),
                   [&](std::size_t a, std::size_t b) { return entries_[a].when.first < entries_[b].when.first; });
  const Calendar calendar = calendar_of_records();
  std::vector<std::optional<std::size_t>> taken_by(entries_.size());
  std::vector<bool> taken(done_.size(), false);
  for (const bool same_day : {true, false}) {
    for (const std::size_t e : by_date) {
      if (taken_by[e]) continue;
      const Entry& entry = entries_[e];
      if (!same_day && (world_->as_of <= entry.when.last || !entry.plan_period)) continue;  // it may still be carried out as planned
      std::optional<std::size_t> best;
      int best_apart = 0;
      const auto consider = [&](std::size_t d) {
        if (taken[d] || !matches(entry, done_[d])) return;
        const int apart = days_apart(entry.when, done_[d].first, done_[d].last);
        if (best && std::pair{apart, d} > std::pair{best_apart, *best}) return;
        best = d;
        best_apart = apart;
      };
      if (same_day) {
        calendar.for_each_on(entry.when.first, entry.when.last, consider);
      } else {
        calendar.for_each_begun(entry.plan_period->first, entry.plan_period->last, consider);
      }
      if (!best) continue;
      taken[*best] = true;
      taken_by[e] = best;
    }
  }
  return taken_by;
}

bool ConformityJoin::is_excused_by_absence(const Entry& entry) const {
  if (!pack_->absence_excuses || !entry.shown.office) return false;
  for (Day day = entry.when.first; day <= entry.when.last; day += date::days{1}) {
    const bool asked = entry.when.unit == PeriodUnit::day || world_->calendar->is_working(day);
    if (asked && world_->offices->is_available(*entry.shown.office, day)) return false;
  }
  return true;
}

Judgement ConformityJoin::judge_entry(const Entry& entry, const std::optional<std::size_t>& done) const {
  const auto told = [&](Outcome outcome, const char* key, std::vector<Argument> arguments) {
    Judgement judgement = Judgement::of(outcome);
    judgement.due = Moment{entry.when.last, -1};
    if (done) judgement.actual = Moment{done_[*done].first, -1};
    judgement.statements.push_back({key, std::move(arguments)});
    return judgement;
  };
  const Argument planned = entry.when;
  if (done && on_time(entry, done_[*done])) return told(Outcome::met, "conformity-met", {planned, body_->about});
  if (entry.excuse) return told(Outcome::excused, "conformity-excused", {planned, body_->about, Literal{*entry.excuse}});
  if (is_excused_by_absence(entry)) {
    return told(Outcome::excused, "conformity-excused", {planned, body_->about, Literal{"excused-by-absence"}});
  }
  if (done) return told(Outcome::wrong, "conformity-other-day", {planned, body_->about, done_[*done].first});
  if (world_->as_of <= entry.when.last) return told(Outcome::pending, "conformity-pending", {planned, body_->about});
  return told(Outcome::missed, "conformity-missed", {planned, body_->about});
}

std::vector<ConformityResult> ConformityJoin::close_entries() const {
  std::vector<ConformityResult> results;
  const auto taken_by = assign();
  for (std::size_t e = 0; e < entries_.size(); ++e) {
    ConformityResult result = entries_[e].shown;
    result.judgement = judge_entry(entries_[e], taken_by[e]);
    results.push_back(std::move(result));
  }
  return results;
}

// Each record has an entry that fits it; without a plan for its day nothing can be said.
std::vector<ConformityResult> ConformityJoin::close_records() const {
  const Calendar calendar = calendar_of_entries();
  std::vector<ConformityResult> results;
  for (const Done& done : done_) {
    ConformityResult result = done.shown;
    result.period = period_of(done.first, PeriodUnit::day);
    bool fits = false;
    calendar.for_each_on(done.first, done.last, [&](std::size_t e) { fits = fits || matches(entries_[e], done); });
    const bool planned = fits || std::any_of(plans_.begin(), plans_.end(), [&](const auto& plan) {
      return plan.first == done.shown.office && contains(plan.second, done.first);
    });
    if (fits) {
      result.judgement = Judgement::of(Outcome::met);
    } else if (planned) {
      result.judgement = Judgement::of(Outcome::wrong);
      result.judgement.actual = Moment{done.first, -1};
      result.judgement.statements.push_back({"conformity-unplanned", {done.first, body_->about}});
    } else {
      result.judgement = Judgement::not_known(0);
    }
    results.push_back(std::move(result));
  }
  return results;
}

std::vector<ConformityResult> ConformityJoin::close() const {
  return check_->every_record ? close_records() : close_entries();
}

}  // namespace reglament
