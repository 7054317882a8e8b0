#include "reglament/checks/ledger.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace reglament {

namespace {

// Of one rule at one type: more of them than a person reads, few enough that hundreds of rules stay small.
constexpr std::size_t most_hanging_findings = 100;

// Some value stands under the path's fields, in any item of the lists on the way.
bool is_held(const Path& path, const Record& record) {
  std::vector<CellView> at{record.root()};
  for (std::size_t i = 0; i < path.segments.size() && !at.empty(); ++i) {
    const Word name = path.segments[i].name;
    std::vector<CellView> next;
    const auto look = [&](const CellView& map) {
      if (map.kind() != Cell::Kind::map) return;
      if (const auto field = map.find(name)) next.push_back(*field);
    };
    for (const CellView& view : at) {
      if (view.kind() == Cell::Kind::list) {
        view.for_each(look);
      } else {
        look(view);
      }
    }
    if (i == 0) {
      if (const auto step = record.step(name)) next.push_back(*step);
    }
    at = std::move(next);
  }
  return !at.empty();
}

}  // namespace

std::uint64_t Ledger::seen_before_at(const Rule& rule, Family family, Word type) const {
  if (!options_.first_look) return 0;
  const auto seen = options_.first_look->held.find({rule.info->full_id(), family, type});
  return seen == options_.first_look->held.end() ? 0 : seen->second;
}

RuleAtType& Ledger::open(const Pack& pack, const World& world, const Rule& rule, Family family, Word type) {
  auto entry = std::make_unique<RuleAtType>();
  entry->pack = &pack;
  entry->world = &world;
  entry->rule = &rule;
  entry->family = family;
  entry->type = type;
  const std::uint64_t seen_before = seen_before_at(rule, family, type);
  for (std::size_t i = 0; i < rule.hinges.size(); ++i) {
    const std::uint64_t bit = std::uint64_t{1} << i;
    const bool held = (seen_before & bit) != 0 || rule.hinges[i].always_held || is_said_to_hold(rule.hinges[i].text);
    (held ? entry->held : entry->wanted) |= bit;
  }
  entries_.push_back(std::move(entry));
  return *entries_.back();
}

bool Ledger::note_held(RuleAtType& at, const Record& record) {
  const std::uint64_t before = at.held;
  if (at.wanted == 0) return false;
  for (std::size_t i = 0; i < at.rule->hinges.size(); ++i) {
    const std::uint64_t bit = std::uint64_t{1} << i;
    if ((at.wanted & bit) == 0 || !is_held(at.rule->hinges[i].path, record)) continue;
    at.wanted &= ~bit;
    at.held |= bit;
  }
  return at.held != before;
}

void Ledger::enter(RuleAtType& at, const ItemFate& fate, std::size_t times) {
  if (fate.outcome == Outcome::unknown) return count_unknown(at, fate.unknown, times);
  if (fate.hinges.stand(at.held)) return count(fate.outcome, times);
  hang(at, fate.hinges, fate.outcome, times);
}

std::uint64_t Ledger::held_of(const Rule& rule) const {
  std::uint64_t held = 0;
  for (const auto& at : entries_) {
    if (at->rule == &rule) held |= at->held;
  }
  for (std::size_t i = 0; i < rule.hinges.size(); ++i) {
    if (is_said_to_hold(rule.hinges[i].text)) held |= std::uint64_t{1} << i;
  }
  return held;
}

bool Ledger::is_said_to_hold(const std::string& field) const {
  return options_.holds_all || std::find(options_.holds.begin(), options_.holds.end(), field) != options_.holds.end();
}

void Ledger::note_year(const std::optional<Moment>& due, const WorkingCalendar& calendar) {
  if (!due || due->day > options_.as_of) return;
  const int year = year_of(due->day);
  if (year > calendar.last_year()) provisional_years_.insert(year);
}

void Ledger::hang(RuleAtType& at, const Hinges& hinges, Outcome outcome, std::size_t times) {
  const auto known = std::find_if(at.hanging_counts.begin(), at.hanging_counts.end(),
                                  [&](const auto& entry) { return entry.first == hinges; });
  if (known == at.hanging_counts.end()) {
    at.hanging_counts.push_back({hinges, {}});
    at.hanging_counts.back().second[static_cast<std::size_t>(outcome)] = times;
  } else {
    known->second[static_cast<std::size_t>(outcome)] += times;
  }
}

bool Ledger::may_hang(RuleAtType& at, const Hinges& hinges) {
  if (at.hanging_findings.size() < most_hanging_findings) return true;
  leave_out(at, hinges);
  return false;
}

void Ledger::count_unknown(RuleAtType& at, std::uint64_t fields, std::size_t records) {
  const auto known = std::find_if(at.unknown.begin(), at.unknown.end(),
                                  [&](const auto& entry) { return entry.first == fields; });
  if (known == at.unknown.end()) {
    at.unknown.emplace_back(fields, records);
  } else {
    known->second += records;
  }
}

void Ledger::count_unknown(const Pack& pack, const World& world, const Rule& rule, const RuleBody& body, std::uint64_t fields,
                           const char* reason) {
  RuleAtType*& at = periods_[{&rule, reason}];
  if (at == nullptr) {
    const std::uint64_t held = held_of(rule);
    at = &open(pack, world, rule, body.about.front().family, body.about.front().type);
    at->held = held;
    at->reason = reason;
  }
  count_unknown(*at, fields, 1);
}

void Ledger::absorb(Ledger&& other, const std::function<RuleAtType&(const RuleAtType&)>& entry_for) {
  for (const auto& entry : other.entries_) absorb(entry_for(*entry), *entry);
  applied_.merge(other.applied_);
  for (auto& [pack, settings] : other.missing_settings_) missing_settings_[pack].merge(settings);
  provisional_years_.merge(other.provisional_years_);
  for (std::size_t outcome = 0; outcome < outcome_count; ++outcome) outcomes_[outcome] += other.outcomes_[outcome];
  std::move(other.findings_.begin(), other.findings_.end(), std::back_inserter(findings_));
}

void Ledger::absorb(RuleAtType& own, RuleAtType& other) {
  own.held |= other.held;
  own.wanted &= ~other.held;
  for (const auto& [hinges, counts] : other.hanging_counts) {
    for (std::size_t outcome = 0; outcome < outcome_count; ++outcome) {
      if (counts[outcome] > 0) hang(own, hinges, static_cast<Outcome>(outcome), counts[outcome]);
    }
  }
  for (auto& [hinges, finding] : other.hanging_findings) {
    if (may_hang(own, hinges)) hang(own, hinges, std::move(finding));
  }
  for (const Hinges& hinges : other.left_out) leave_out(own, hinges);
  for (const auto& [fields, records] : other.unknown) count_unknown(own, fields, records);
}

void Ledger::leave_out(RuleAtType& at, const Hinges& hinges) {
  if (std::find(at.left_out.begin(), at.left_out.end(), hinges) == at.left_out.end()) at.left_out.push_back(hinges);
}

void Ledger::settle(RuleAtType& at) {
  for (const auto& [hinges, counts] : at.hanging_counts) {
    const bool stands = hinges.stand(at.held);
    for (std::size_t outcome = 0; outcome < outcome_count; ++outcome) {
      if (stands) {
        outcomes_[outcome] += counts[outcome];
      } else if (counts[outcome] > 0) {
        count_unknown(at, hinges.first_missing(at.held), counts[outcome]);
      }
    }
  }
  for (auto& [hinges, finding] : at.hanging_findings) {
    if (hinges.stand(at.held)) keep(std::move(finding));
  }
  const auto stands = [&](const Hinges& hinges) { return hinges.stand(at.held); };
  if (std::any_of(at.left_out.begin(), at.left_out.end(), stands)) lacks_findings_ = true;
  // In an order that does not tell in which the records came.
  std::sort(at.unknown.begin(), at.unknown.end());
  for (const auto& [fields, records] : at.unknown) tell_unknown(at, fields, records);
}

HeldFields Ledger::held_fields() const {
  HeldFields held;
  for (const auto& at : entries_) held[{at->rule->info->full_id(), at->family, at->type}] |= at->held;
  return held;
}

void Ledger::tell_unknown(const RuleAtType& at, std::uint64_t fields, std::size_t records) {
  Unknown unknown;
  unknown.rule = at.rule->info;
  unknown.family = at.family;
  unknown.type = at.type;
  unknown.records = records;
  for (std::size_t i = 0; i < at.rule->hinges.size(); ++i) {
    if ((fields >> i & 1U) == 0) continue;
    unknown.field = at.rule->hinges[i].text;
    unknown.field_is_held = (at.held >> i & 1U) != 0;
    break;
  }
  if (unknown.field.empty()) unknown.reason = Statement{at.reason, {}};
  outcomes_[static_cast<std::size_t>(Outcome::unknown)] += records;
  unknown_.push_back(std::move(unknown));
}

// A mark that some record of the family bears is kept by whoever keeps these records: where it is absent it is denied, on
// records of every type.
void Ledger::share_marks() {
  std::map<std::pair<const Rule*, Family>, std::uint64_t> marks;
  for (const auto& at : entries_) {
    for (std::size_t i = 0; i < at->rule->hinges.size(); ++i) {
      if (at->rule->hinges[i].mark) marks[{at->rule, at->family}] |= at->held & (std::uint64_t{1} << i);
    }
  }
  for (const auto& at : entries_) at->held |= marks[{at->rule, at->family}];
}

void Ledger::close(Run& run) {
  share_marks();
  for (const auto& at : entries_) settle(*at);
  if (options_.office) {
    std::erase_if(findings_, [&](const Finding& finding) { return finding.office != *options_.office; });
  }
  sort_findings(findings_);
  fold_findings(findings_);
  std::sort(unknown_.begin(), unknown_.end(), [](const Unknown& a, const Unknown& b) {
    return std::tie(a.rule->pack, a.field, a.family, a.type, a.rule->id) <
           std::tie(b.rule->pack, b.field, b.family, b.type, b.rule->id);
  });
  run.summary.outcomes = outcomes_;
  count_violations(run.summary, findings_);
  run.findings = std::move(findings_);
  run.unknown = std::move(unknown_);
  run.provisional_years.assign(provisional_years_.begin(), provisional_years_.end());
  for (PackInfo& pack : run.packs) {
    const auto missing = missing_settings_.find(pack.id);
    if (missing != missing_settings_.end()) pack.missing.assign(missing->second.begin(), missing->second.end());
  }
}

}  // namespace reglament
