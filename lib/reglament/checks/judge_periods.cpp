#include "reglament/checks/judge_periods.hpp"

#include <algorithm>

namespace reglament {

namespace {

// The same one, or the group it belongs to: a group's outcome stands for its members.
bool answers_for(const Holder& other, const Holder& holder) {
  if (other.office == holder.office && other.body == holder.body) return true;
  return !other.office && holder.office &&
         std::find(other.offices.begin(), other.offices.end(), *holder.office) != other.offices.end();
}

Outcome outcome_for(const PeriodResult& result, const std::vector<PeriodResult>& others) {
  for (const PeriodResult& other : others) {
    if (answers_for(other.holder, result.holder) && other.period == result.period && other.value == result.value) {
      return other.judgement.outcome;
    }
  }
  return Outcome::not_applicable;
}

}  // namespace

template <typename Kind, typename Gatherer, typename Make>
PeriodJudge::AtRule<Gatherer> PeriodJudge::gather_for(const Pack& pack, const World& world, const Rule& rule, Make make) {
  AtRule<Gatherer> at;
  at.pack = &pack;
  at.world = &world;
  at.rule = &rule;
  for (const RuleVersion& version : rule.versions) {
    Variants<Gatherer> variants;
    variants.version = &version;
    at.looks_at_others = at.looks_at_others || !version.body.others.none();
    variants.base = make(version.body);
    for (const Reading& reading : version.readings) {
      const bool same_kind = reading.body && std::holds_alternative<Kind>(reading.body->check);
      at.looks_at_others = at.looks_at_others || (reading.body && !reading.body->others.none());
      variants.readings.push_back(same_kind ? make(*reading.body) : nullptr);
    }
    at.versions.push_back(std::move(variants));
  }
  return at;
}

template <typename Gatherer>
void PeriodJudge::feed(AtRule<Gatherer>& at, const Context& record) {
  const auto hand_to = [&](Gatherer* gatherer) {
    if (gatherer == nullptr || !gatherer->wants(record.record->family, record.record->type)) return;
    gatherer->see(with_body(record, gatherer->body()));
  };
  for (Variants<Gatherer>& version : at.versions) {
    hand_to(version.base.get());
    for (const auto& reading : version.readings) hand_to(reading.get());
  }
}

void PeriodJudge::add(const Pack& pack, const World& world, const Rule& rule) {
  if (rule.info->kind == Kind::frequency) {
    frequencies_.push_back(gather_for<Frequency, FrequencyCounter>(pack, world, rule, [&](const RuleBody& body) {
      return std::make_unique<FrequencyCounter>(rule, body, pack, world);
    }));
  } else if (rule.info->kind == Kind::conformity) {
    conformities_.push_back(gather_for<Conformity, ConformityJoin>(pack, world, rule, [&](const RuleBody& body) {
      return std::make_unique<ConformityJoin>(body, pack, world);
    }));
  }
}

void PeriodJudge::note_seen(const Record& record, Day date) {
  const std::pair type{record.family, record.type};
  if (last_type_seen_ != type) {
    types_seen_.insert(type);
    last_type_seen_ = type;
  }
  first_record_ = std::min(first_record_, date);
}

template <typename Gatherer>
bool PeriodJudge::AtRule<Gatherer>::wants(Family family, Word type) const {
  return std::any_of(versions.begin(), versions.end(), [&](const Variants<Gatherer>& version) {
    return version.base->wants(family, type) ||
           std::any_of(version.readings.begin(), version.readings.end(),
                       [&](const auto& reading) { return reading != nullptr && reading->wants(family, type); });
  });
}

PeriodJudge::Wanting& PeriodJudge::wanting(const Context& record) {
  const Family family = record.record->family;
  const Word type = record.record->type;
  const auto [known, is_new] = wanting_.try_emplace({record.pack, family, type});
  Wanting& wanting = known->second;
  if (!is_new) return wanting;
  const auto choose = [&](auto& from, auto& to) {
    for (auto& at : from) {
      if (at.pack != record.pack || !at.wants(family, type)) continue;
      to.push_back(&at);
      wanting.looks_at_others = wanting.looks_at_others || at.looks_at_others;
    }
  };
  choose(frequencies_, wanting.frequencies);
  choose(conformities_, wanting.conformities);
  return wanting;
}

bool PeriodJudge::must_wait(const Context& record) { return wanting(record).looks_at_others; }

void PeriodJudge::see(const Context& record, Turn turn) {
  const auto hand_to = [&](const auto& rules) {
    for (auto* at : rules) {
      if (at->takes(turn)) feed(*at, record);
    }
  };
  const Wanting& who = wanting(record);
  hand_to(who.frequencies);
  hand_to(who.conformities);
}

template <typename Gatherer>
void PeriodJudge::absorb(std::vector<AtRule<Gatherer>>& own, std::vector<AtRule<Gatherer>>& others) {
  for (std::size_t i = 0; i < own.size(); ++i) {
    for (std::size_t j = 0; j < own[i].versions.size(); ++j) {
      Variants<Gatherer>& mine = own[i].versions[j];
      Variants<Gatherer>& theirs = others[i].versions[j];
      mine.base->absorb(std::move(*theirs.base));
      for (std::size_t k = 0; k < mine.readings.size(); ++k) {
        if (mine.readings[k]) mine.readings[k]->absorb(std::move(*theirs.readings[k]));
      }
    }
  }
}

void PeriodJudge::absorb(PeriodJudge&& other) {
  absorb(frequencies_, other.frequencies_);
  absorb(conformities_, other.conformities_);
  types_seen_.merge(other.types_seen_);
  first_record_ = std::min(first_record_, other.first_record_);
}

void PeriodJudge::close() {
  for (const AtRule<FrequencyCounter>& at : frequencies_) {
    const std::uint64_t held = ledger_.held_of(*at.rule);
    for (const Variants<FrequencyCounter>& version : at.versions) close(at, version, held);
  }
  for (const AtRule<ConformityJoin>& at : conformities_) {
    for (const Variants<ConformityJoin>& version : at.versions) close(at, version);
  }
}

bool PeriodJudge::is_asked(const std::optional<BodyIndex>& body) const {
  const auto& asked = ledger_.options().body;
  return !asked || (body && ledger_.offices().is_inside(*body, *asked));
}

void PeriodJudge::close(const AtRule<FrequencyCounter>& at, const Variants<FrequencyCounter>& version, std::uint64_t held) {
  const auto results_of = [&](const FrequencyCounter& counter) {
    return counter.close(held, ledger_.options().period, first_record_);
  };
  std::vector<std::vector<PeriodResult>> readings;
  for (const auto& reading : version.readings) {
    readings.push_back(reading ? results_of(*reading) : std::vector<PeriodResult>{});
  }
  for (PeriodResult& result : results_of(*version.base)) {
    const Day first = result.period ? result.period->first : ledger_.options().as_of;
    if (&at.rule->on(first) != version.version || !is_asked(result.holder.body)) continue;
    std::vector<Outcome> others;
    for (const auto& reading : readings) others.push_back(outcome_for(result, reading));
    tell(at, *version.version, std::move(result), std::move(others));
  }
}

void PeriodJudge::close(const AtRule<ConformityJoin>& at, const Variants<ConformityJoin>& version) {
  std::vector<std::vector<ConformityResult>> readings;
  for (const auto& reading : version.readings) {
    readings.push_back(reading ? reading->close() : std::vector<ConformityResult>{});
  }
  const auto& period = ledger_.options().period;
  std::vector<ConformityResult> results = version.base->close();
  for (std::size_t i = 0; i < results.size(); ++i) {
    const Day day = results[i].period->first;
    if (&at.rule->on(day) != version.version || !at.rule->in_force.contains(day)) continue;
    if ((period && !contains(*period, day)) || !is_asked(results[i].body)) continue;
    // A reading sees the same entries in the same order.
    std::vector<Outcome> others;
    for (const auto& reading : readings) {
      others.push_back(i < reading.size() ? reading[i].judgement.outcome : Outcome::not_applicable);
    }
    tell(at, *version.version, std::move(results[i]), std::move(others));
  }
}

// Nothing of the kind is in the input: the export may not carry it. Meetings and visits are one kind each, for a sort of
// meeting that is never held is what a count is there to find; papers are so many things that each type is its own.
bool PeriodJudge::is_kind_missing(const RuleBody& body) const {
  return std::none_of(body.about.begin(), body.about.end(), [&](const RecordType& about) {
    if (ledger_.is_said_to_hold(std::string{to_text(about.family)} + "s")) return true;
    if (about.type != no_word && ledger_.is_said_to_hold(vocabulary().text(about.type))) return true;
    return std::any_of(types_seen_.begin(), types_seen_.end(), [&](const auto& seen) {
      return about.family == Family::assignment ? about.matches(seen.first, seen.second) : about.family == seen.first;
    });
  });
}

// Counts the outcome; a finding where it is to be told.
template <typename Gatherer>
std::optional<Finding> PeriodJudge::begin(const AtRule<Gatherer>& at, const RuleVersion& version, Judgement& judgement,
                                          const std::vector<Outcome>& others) {
  ledger_.note_applied(*at.rule);
  const bool kind_missing = judgement.outcome == Outcome::missed && is_kind_missing(version.body);
  if (kind_missing) judgement = Judgement::not_known(0);
  if (judgement.outcome == Outcome::unknown) {
    const char* reason = kind_missing ? "no-record-of-kind" : "cannot-be-told";
    ledger_.count_unknown(*at.pack, *at.world, *at.rule, version.body, judgement.unknown, reason);
    return std::nullopt;
  }
  ledger_.count(judgement.outcome);
  ledger_.note_year(judgement.due, *at.world->calendar);
  if (!ledger_.is_told(judgement.outcome)) return std::nullopt;
  Finding finding;
  finding.rule = at.rule->info;
  finding.outcome = judgement.outcome;
  for (std::size_t i = 0; i < others.size(); ++i) {
    const Reading& reading = version.readings[i];
    finding.readings.push_back({reading.id, reading.note, others[i]});
    const bool asked = judgement.outcome != Outcome::not_applicable;
    if (asked && is_violation(others[i]) != is_violation(judgement.outcome)) finding.certain = false;
  }
  finding.due = judgement.due;
  finding.actual = judgement.actual;
  finding.late_by = judgement.late_by;
  finding.statements = std::move(judgement.statements);
  return finding;
}

void PeriodJudge::tell(const AtRule<FrequencyCounter>& at, const RuleVersion& version, PeriodResult result,
                       std::vector<Outcome> others) {
  auto finding = begin(at, version, result.judgement, others);
  if (!finding) return;
  const Holder& holder = result.holder;
  finding->family = version.body.about.front().family;
  finding->type = version.body.about.front().type;
  finding->item = result.value;
  finding->period = result.period;
  finding->body = ledger_.offices()[holder.body].id;
  std::optional<OfficeIndex> office = holder.office;
  if (!office && holder.offices.size() == 1) office = holder.offices.front();
  const Record& shown = office ? ledger_.offices()[*office].record : ledger_.offices()[holder.body].record;
  if (office) finding->office = ledger_.offices()[*office].id;
  finding->file = shown.file;
  finding->mark = shown.mark;
  ledger_.keep(std::move(*finding));
}

void PeriodJudge::tell(const AtRule<ConformityJoin>& at, const RuleVersion& version, ConformityResult result,
                       std::vector<Outcome> others) {
  auto finding = begin(at, version, result.judgement, others);
  if (!finding) return;
  finding->record = result.id;
  finding->family = result.family;
  finding->type = result.type;
  finding->item = result.item;
  finding->period = result.period;
  if (result.office) finding->office = ledger_.offices()[*result.office].id;
  if (result.body) finding->body = ledger_.offices()[*result.body].id;
  finding->file = result.file;
  finding->mark = result.mark;
  ledger_.keep(std::move(*finding));
}

}  // namespace reglament
