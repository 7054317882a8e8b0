#include "reglament/checks/judge.hpp"

#include "reglament/checks/conformity.hpp"
#include "reglament/checks/names.hpp"

#include <algorithm>
#include <set>

namespace reglament {

namespace {

// A rule at one type of record, or of offices: which of its fields are held so far, and what hangs on the others.
struct RuleAtType {
  const Pack* pack = nullptr;
  const World* world = nullptr;
  const Rule* rule = nullptr;
  Family family{};
  Word type{};
  std::uint64_t held = 0;
  std::uint64_t wanted = 0;                                              // hinges not held yet
  std::vector<std::pair<Hinges, std::array<std::size_t, outcome_count>>> hanging_counts;
  std::vector<std::pair<Hinges, Finding>> hanging_findings;
  std::vector<std::pair<std::uint64_t, std::size_t>> unknown;            // by fields
};

// The counters of one frequency rule: a base and its readings for each version.
struct FrequencyAtRule {
  const Pack* pack = nullptr;
  const Rule* rule = nullptr;
  const World* world = nullptr;
  struct Version {
    const RuleVersion* version;
    std::unique_ptr<FrequencyCounter> base;
    std::vector<std::unique_ptr<FrequencyCounter>> readings;             // null where it asks nothing
  };
  std::vector<Version> versions;
};

// The joins of one conformity rule, likewise.
struct ConformityAtRule {
  const Pack* pack = nullptr;
  const Rule* rule = nullptr;
  const World* world = nullptr;
  struct Version {
    const RuleVersion* version;
    std::unique_ptr<ConformityJoin> base;
    std::vector<std::unique_ptr<ConformityJoin>> readings;               // null where it asks nothing
  };
  std::vector<Version> versions;
};

struct Deferred {
  Record record;
  std::vector<RuleAtType*> rules;
};

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

std::string item_label(const RuleBody& body, const CellView& item, std::size_t index, const Register& offices) {
  const std::string& list = body.for_each->text;
  if (list == "entries" && item.kind() == Cell::Kind::map) {
    std::string label;
    item.for_each([&](const CellView& field) {
      const std::string& name = vocabulary().text(field.cell().name);
      if (name == "date" && field.kind() == Cell::Kind::moment) label = to_text(field.moment());
      if (name == "date" && field.kind() == Cell::Kind::period) label = to_text(field.period());
      if (name == "places") {
        field.for_each([&](const CellView& place) {
          if (place.kind() == Cell::Kind::body) label += " " + offices[place.body()].id;
        });
      }
    });
    if (!label.empty()) return list + "#" + label;
  }
  return list + "#" + std::to_string(index + 1);
}

}  // namespace

int severity_rank(Outcome outcome) {
  switch (outcome) {
    case Outcome::wrong: return 7;
    case Outcome::missed: return 6;
    case Outcome::late: return 5;
    case Outcome::unknown: return 4;
    case Outcome::pending: return 3;
    case Outcome::excused: return 2;
    case Outcome::met: return 1;
    case Outcome::not_applicable: return 0;
  }
  return 0;
}

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

class Judge::Work {
 public:
  Work(const Register& offices, std::vector<Pack> packs, std::map<std::string, WorkingCalendar> calendars,
       JudgeOptions options)
      : offices_(offices), packs_(std::move(packs)), calendars_(std::move(calendars)), options_(std::move(options)) {
    for (const Pack& pack : packs_) {
      World& world = worlds_[pack.id];
      world.offices = &offices_;
      world.calendar = &calendars_.at(pack.calendar);
      world.kept = &kept_;
      world.as_of = options_.as_of;
      world.binds_all = options_.binds_all;
    }
    for (const Pack& pack : packs_) set_up(pack);
    find_only_bound_body();
  }

  void see(const Record& record) {
    const auto date = own_date(record);
    if (!date) return;  // the reader of records has told it
    if (first_record_ > date->day) first_record_ = date->day;
    families_seen_[static_cast<std::size_t>(record.family)] = true;
    auto body = body_of(record, offices_);
    if (!body) body = only_bound_body_;
    kept_.see(record, body, date->day);
    const std::vector<const Pack*>& packs = packs_of(body);
    if (packs.empty()) ++unbound_records_;
    if (options_.body && (!body || !offices_.is_inside(*body, *options_.body))) return;
    try {
      for (const Pack* pack : packs) see(record, *pack, date->day, body);
    } catch (const OutsideCalendar& outside) {
      errors_.push_back({record.file, record.mark,
                         {"date-before-calendar", {to_text(outside.day), outside.calendar, std::to_string(outside.first_year)}}});
    }
  }

  Run close() {
    for (const Deferred& deferred : deferred_) judge_deferred(deferred);
    close_registers();
    close_frequencies();
    close_conformities();
    settle_hanging();
    return run();
  }

 private:
  // --- setting up ---------------------------------------------------------------------------------------------------

  void set_up(const Pack& pack) {
    for (const Rule& rule : pack.rules) {
      if (options_.selects && !options_.selects(rule)) continue;
      selected_.insert(&rule);
      for (const RuleVersion& version : rule.versions) {
        keep_for(version.body);
        for (const Reading& reading : version.readings) {
          if (reading.body) keep_for(*reading.body);
        }
      }
      if (rule.info->kind == Kind::frequency) set_up_frequency(pack, rule);
      if (rule.info->kind == Kind::conformity) set_up_conformity(pack, rule);
    }
  }

  void keep_for(const RuleBody& body) {
    for (const std::optional<Family>& family : body.others.linked) {
      if (family) {
        kept_.keep_family(*family);
      } else {
        for (const Family any : {Family::meeting, Family::visit, Family::assignment}) kept_.keep_family(any);
      }
    }
    for (const RecordType& type : body.others.next) kept_.keep_dates(type);
  }

  void set_up_frequency(const Pack& pack, const Rule& rule) {
    FrequencyAtRule at;
    at.pack = &pack;
    at.rule = &rule;
    at.world = &worlds_.at(pack.id);
    for (const RuleVersion& version : rule.versions) {
      FrequencyAtRule::Version counters;
      counters.version = &version;
      counters.base = std::make_unique<FrequencyCounter>(rule, version.body, pack, *at.world);
      for (const Reading& reading : version.readings) {
        counters.readings.push_back(reading.body && std::holds_alternative<Frequency>(reading.body->check)
                                        ? std::make_unique<FrequencyCounter>(rule, *reading.body, pack, *at.world)
                                        : nullptr);
      }
      at.versions.push_back(std::move(counters));
    }
    frequencies_.push_back(std::move(at));
  }

  void set_up_conformity(const Pack& pack, const Rule& rule) {
    ConformityAtRule at;
    at.pack = &pack;
    at.rule = &rule;
    at.world = &worlds_.at(pack.id);
    for (const RuleVersion& version : rule.versions) {
      ConformityAtRule::Version joins;
      joins.version = &version;
      joins.base = std::make_unique<ConformityJoin>(version.body, pack, *at.world);
      for (const Reading& reading : version.readings) {
        joins.readings.push_back(reading.body && std::holds_alternative<Conformity>(reading.body->check)
                                     ? std::make_unique<ConformityJoin>(*reading.body, pack, *at.world)
                                     : nullptr);
      }
      at.versions.push_back(std::move(joins));
    }
    conformities_.push_back(std::move(at));
  }

  // A record of no known body belongs to the one body that names a regulation, where there is but one.
  void find_only_bound_body() {
    if (options_.binds_all) {
      if (!offices_.bodies().empty() && offices_.bodies().front().within == std::nullopt) only_bound_body_ = BodyIndex{0};
      return;
    }
    for (std::size_t i = 0; i < offices_.bodies().size(); ++i) {
      if (offices_.bodies()[i].regulations.empty()) continue;
      if (only_bound_body_) {
        only_bound_body_.reset();
        return;
      }
      only_bound_body_ = static_cast<BodyIndex>(i);
    }
  }

  const std::vector<const Pack*>& packs_of(std::optional<BodyIndex> body) {
    static const std::vector<const Pack*> nothing;
    if (options_.binds_all) {
      if (all_packs_.empty()) {
        for (const Pack& pack : packs_) all_packs_.push_back(&pack);
      }
      return all_packs_;
    }
    if (!body) return nothing;
    const auto known = packs_by_body_.find(*body);
    if (known != packs_by_body_.end()) return known->second;
    std::vector<const Pack*>& packs = packs_by_body_[*body];
    const std::vector<std::string> bound = offices_.regulations(*body);
    for (const Pack& pack : packs_) {
      if (std::find(bound.begin(), bound.end(), pack.id) != bound.end()) packs.push_back(&pack);
    }
    return packs;
  }

  std::vector<RuleAtType*>& rules_at(const Pack& pack, Family family, Word type) {
    const auto key = std::make_tuple(&pack, family, type);
    const auto known = rules_at_.find(key);
    if (known != rules_at_.end()) return known->second;
    std::vector<RuleAtType*>& at = rules_at_[key];
    for (const Rule& rule : pack.rules) {
      if (selected_.count(&rule) == 0 || !is_about(rule, family, type)) continue;
      auto entry = std::make_unique<RuleAtType>();
      entry->pack = &pack;
      entry->world = &worlds_.at(pack.id);
      entry->rule = &rule;
      entry->family = family;
      entry->type = type;
      for (std::size_t i = 0; i < rule.hinges.size(); ++i) {
        const std::uint64_t bit = std::uint64_t{1} << i;
        if (rule.hinges[i].always_held || is_said_to_hold(rule.hinges[i].text)) {
          entry->held |= bit;
        } else {
          entry->wanted |= bit;
        }
      }
      at.push_back(entry.get());
      all_.push_back(std::move(entry));
    }
    return at;
  }

  static bool is_about(const Rule& rule, Family family, Word type) {
    return std::any_of(rule.versions.begin(), rule.versions.end(), [&](const RuleVersion& version) {
      return std::any_of(version.body.about.begin(), version.body.about.end(),
                         [&](const RecordType& about) { return about.matches(family, type); });
    });
  }

  bool is_said_to_hold(const std::string& field) const {
    return options_.holds_all || std::find(options_.holds.begin(), options_.holds.end(), field) != options_.holds.end();
  }

  // --- records ------------------------------------------------------------------------------------------------------

  void see(const Record& record, const Pack& pack, Day date, std::optional<BodyIndex> body) {
    const World& world = worlds_.at(pack.id);
    std::optional<DueState> due;
    if (record.family == Family::assignment) due = due_state(record, pack, world);
    std::vector<RuleAtType*> waiting;
    for (RuleAtType* at : rules_at(pack, record.family, record.type)) {
      note_held(*at, record);
      if (at->rule->info->kind == Kind::frequency || at->rule->info->kind == Kind::conformity) continue;
      if (!at->rule->versions.front().body.others.none() || waits(*at)) {
        waiting.push_back(at);
      } else {
        judge_record(*at, record, date, body, due);
      }
    }
    for (FrequencyAtRule& frequency : frequencies_) {
      if (frequency.pack == &pack) count(frequency, record, body, due);
    }
    for (ConformityAtRule& conformity : conformities_) {
      if (conformity.pack == &pack) join(conformity, record, body);
    }
    if (!waiting.empty()) deferred_.push_back({record, std::move(waiting)});
  }

  static bool waits(const RuleAtType& at) {
    return std::any_of(at.rule->versions.begin(), at.rule->versions.end(), [](const RuleVersion& version) {
      return !version.body.others.none() ||
             std::any_of(version.readings.begin(), version.readings.end(),
                         [](const Reading& reading) { return reading.body && !reading.body->others.none(); });
    });
  }

  static void note_held(RuleAtType& at, const Record& record) {
    for (std::size_t i = 0; at.wanted >> i != 0; ++i) {
      const std::uint64_t bit = std::uint64_t{1} << i;
      if ((at.wanted & bit) == 0 || !is_held(at.rule->hinges[i].path, record)) continue;
      at.wanted &= ~bit;
      at.held |= bit;
    }
  }

  void judge_deferred(const Deferred& deferred) {
    const Record& record = deferred.record;
    const auto date = own_date(record);
    auto body = body_of(record, offices_);
    if (!body) body = only_bound_body_;
    for (RuleAtType* at : deferred.rules) {
      std::optional<DueState> due;
      if (record.family == Family::assignment) due = due_state(record, *at->pack, *at->world);
      judge_record(*at, record, date->day, body, due);
    }
  }

  // Offices are judged like records: their absences, their holders.
  void close_registers() {
    for (const Office& office : offices_.offices()) {
      if (office.record.cells.empty()) continue;  // made up by a test
      if (options_.body && !offices_.is_inside(office.body, *options_.body)) continue;
      for (const Pack* pack : packs_of(office.body)) {
        for (RuleAtType* at : rules_at(*pack, Family::office, office.role)) {
          note_held(*at, office.record);
          judge_record(*at, office.record, options_.as_of, office.body, std::nullopt);
        }
      }
    }
  }

  void judge_record(RuleAtType& at, const Record& record, Day date, std::optional<BodyIndex> body,
                    const std::optional<DueState>& due) {
    const bool register_entry = record.family == Family::office;
    if (!register_entry && options_.period && !contains(*options_.period, date)) return;
    const RuleVersion& version = at.rule->on(date);
    Context context = context_of(*at.world, *at.pack, &version.body, record);
    context.date = date;
    context.record_body = body;
    context.due = due ? &*due : nullptr;
    if (!version.body.for_each) return judge_item(at, version, context, "");
    const Values items = values_of(*version.body.for_each, context, true);
    std::size_t index = 0;
    for (const Value& item : items.items) {
      if (item.record == nullptr) continue;
      context.item = item.view();
      context.item_index = index++;
      if (register_entry) context.date = item_date(*context.item).value_or(date);
      judge_item(at, version, context, item_label(version.body, *context.item, context.item_index, offices_));
    }
  }

  static std::optional<Day> item_date(const CellView& item) {
    if (item.kind() != Cell::Kind::map) return std::nullopt;
    const auto from = item.find(names().from);
    return from && from->kind() == Cell::Kind::moment ? std::optional{from->moment().day} : std::nullopt;
  }

  void judge_item(RuleAtType& at, const RuleVersion& version, Context& context, const std::string& item) {
    if (!at.rule->in_force.contains(context.date)) return;
    applied_.insert(at.rule);
    Judgement judgement = judge_body(version.body, context, *at.rule);
    Finding finding;
    const bool violation = is_violation(judgement.outcome);
    finding.outcome = judgement.outcome;
    if (!judgement_doubts_.empty()) {
      finding.certain = false;
      finding.doubts = judgement_doubts_;
    }
    if (judgement.outcome != Outcome::not_applicable) read_otherwise(version, context, *at.rule, finding);
    if (judgement.outcome == Outcome::unknown) return count_unknown(at, judgement.unknown);
    const bool tell = violation || options_.all;
    const Hinges& hinges = judgement.hinges;
    if (hinges.stand(at.held)) {
      count_outcome(judgement.outcome);
      if (tell) findings_.push_back(complete(std::move(finding), at, version.body, context, item, std::move(judgement)));
      return;
    }
    count_hanging(at, hinges, judgement.outcome);
    if (tell) {
      at.hanging_findings.emplace_back(hinges, complete(std::move(finding), at, version.body, context, item, std::move(judgement)));
    }
  }

  Judgement judge_body(const RuleBody& body, const Context& context, const Rule& rule) {
    judgement_doubts_.clear();
    if (!body.missing_settings.empty()) {
      for (const std::string& setting : body.missing_settings) missing_settings_[context.pack->id].insert(setting);
      return Judgement::of(Outcome::not_applicable);
    }
    Hinges asked_hinges;
    if (body.when) {
      const Truth asked = holds(*body.when, context);
      if (asked.is_no()) return Judgement::of(Outcome::not_applicable, asked.hinges);
      if (asked.is_unknown()) return Judgement::not_known(asked.unknown);
      asked_hinges = asked.hinges;
    }
    Judgement judgement = judge_check(body.check, context, rule);
    judgement.hinges = both(asked_hinges, judgement.hinges);
    if (is_violation(judgement.outcome) || judgement.outcome == Outcome::not_applicable) excuse(body, context, rule, judgement);
    return judgement;
  }

  static Judgement judge_check(const Check& check, const Context& context, const Rule& rule) {
    return std::visit(
        [&](const auto& kind) -> Judgement {
          using T = std::decay_t<decltype(kind)>;
          if constexpr (std::is_same_v<T, Frequency> || std::is_same_v<T, Conformity>) {
            return Judgement::of(Outcome::not_applicable);  // counted or joined, not judged record by record
          } else {
            return judge(kind, context, rule);
          }
        },
        check);
  }

  // An exception that cannot be told does not hide a violation; it makes it disputable (RULES.md 9.5).
  void excuse(const RuleBody& body, const Context& context, const Rule& rule, Judgement& judgement) {
    for (const Condition& condition : body.excused) {
      const Truth truth = holds(condition, context);
      if (truth.is_yes()) {
        judgement.outcome = Outcome::excused;
        judgement.hinges = both(judgement.hinges, truth.hinges);
        judgement.late_by.reset();
        judgement.statements.insert(judgement.statements.begin(), {"excused-by-exception", {}});
        return;
      }
      if (truth.is_unknown() && is_violation(judgement.outcome)) {
        for (std::size_t i = 0; i < rule.hinges.size(); ++i) {
          if ((truth.unknown >> i & 1U) != 0) judgement_doubts_.push_back(rule.hinges[i].text);
        }
      }
    }
  }

  void read_otherwise(const RuleVersion& version, const Context& context, const Rule& rule, Finding& finding) {
    if (version.readings.empty()) return;
    const std::vector<std::string> doubts = judgement_doubts_;
    for (const Reading& reading : version.readings) {
      ReadingOutcome outcome{reading.id, reading.note, Outcome::not_applicable};
      if (reading.body) {
        Context other = context_of(*context.world, *context.pack, &*reading.body, *context.record);
        other.item = context.item;
        other.item_index = context.item_index;
        other.due = context.due;
        other.date = context.date;
        other.record_body = context.record_body;
        outcome.outcome = judge_body(*reading.body, other, rule).outcome;
      }
      if (is_violation(outcome.outcome) != is_violation(finding.outcome)) finding.certain = false;
      finding.readings.push_back(std::move(outcome));
    }
    judgement_doubts_ = doubts;
  }

  Finding complete(Finding finding, const RuleAtType& at, const RuleBody& body, const Context& context,
                   const std::string& item, Judgement judgement) {
    const Record& record = *context.record;
    finding.rule = at.rule->info;
    finding.record = record.id;
    finding.family = record.family;
    finding.type = record.type;
    finding.item = item;
    finding.file = record.file;
    finding.mark = context.item ? context.item->mark() : record.mark;
    finding.due = judgement.due;
    finding.actual = judgement.actual;
    finding.late_by = judgement.late_by;
    finding.statements = std::move(judgement.statements);
    finding.count = judgement.count;
    if (context.record_body) finding.body = offices_[*context.record_body].id;
    name_office(body.owed_by, context, finding);
    note_year(judgement.due);
    return finding;
  }

  // On a record `owed-by` only says whom the finding names: the office of that role in the record's body, else around it.
  void name_office(const OwedBy& owed_by, const Context& context, Finding& finding) {
    if (owed_by.named_in) {
      const Values named = values_of(*owed_by.named_in, context);
      if (!named.items.empty()) finding.office = to_text(named.items.front(), offices_);
      return;
    }
    for (const Word role : owed_by.roles) {
      if (!context.record_body) break;
      if (const auto office = offices_.office_around(role, *context.record_body)) {
        finding.office = offices_[*office].id;
        return;
      }
    }
    if (!owed_by.roles.empty()) finding.office = vocabulary().text(owed_by.roles.front());
  }

  void note_year(const std::optional<Moment>& due) {
    if (!due) return;
    const int year = year_of(due->day);
    for (const auto& [id, calendar] : calendars_) {
      if (year > calendar.last_year() && due->day <= options_.as_of) provisional_years_.insert(year);
    }
  }

  // --- counting outcomes ----------------------------------------------------------------------------------------------

  void count_outcome(Outcome outcome) { ++summary_.outcomes[static_cast<std::size_t>(outcome)]; }

  static void count_hanging(RuleAtType& at, const Hinges& hinges, Outcome outcome) {
    for (auto& [known, counts] : at.hanging_counts) {
      if (known == hinges) {
        ++counts[static_cast<std::size_t>(outcome)];
        return;
      }
    }
    at.hanging_counts.push_back({hinges, {}});
    ++at.hanging_counts.back().second[static_cast<std::size_t>(outcome)];
  }

  static void count_unknown(RuleAtType& at, std::uint64_t fields, std::size_t records = 1) {
    for (auto& [known, count] : at.unknown) {
      if (known == fields) {
        count += records;
        return;
      }
    }
    at.unknown.emplace_back(fields, records);
  }

  // All is read: what hung on a field that no record holds is unknown, the rest stands.
  void settle_hanging() {
    for (const auto& at : all_) {
      for (const auto& [hinges, counts] : at->hanging_counts) {
        const bool stands = hinges.stand(at->held);
        for (std::size_t outcome = 0; outcome < outcome_count; ++outcome) {
          if (stands) {
            summary_.outcomes[outcome] += counts[outcome];
          } else if (counts[outcome] > 0) {
            count_unknown(*at, hinges.first_missing(at->held), counts[outcome]);
          }
        }
      }
      for (auto& [hinges, finding] : at->hanging_findings) {
        if (hinges.stand(at->held)) findings_.push_back(std::move(finding));
      }
      for (const auto& [fields, records] : at->unknown) tell_unknown(*at, fields, records);
    }
  }

  void tell_unknown(const RuleAtType& at, std::uint64_t fields, std::size_t records) {
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
    summary_.outcomes[static_cast<std::size_t>(Outcome::unknown)] += records;
    unknown_.push_back(std::move(unknown));
  }

  // --- frequencies --------------------------------------------------------------------------------------------------

  void count(FrequencyAtRule& frequency, const Record& record, std::optional<BodyIndex> body, const std::optional<DueState>& due) {
    for (FrequencyAtRule::Version& version : frequency.versions) {
      const auto feed = [&](FrequencyCounter* counter) {
        if (counter == nullptr || !counter->wants(record.family, record.type)) return;
        Context context = context_of(*frequency.world, *frequency.pack, &counter->body(), record);
        context.record_body = body;
        context.due = due ? &*due : nullptr;
        counter->see(context);
      };
      feed(version.base.get());
      for (const auto& reading : version.readings) feed(reading.get());
    }
  }

  std::uint64_t held_of(const Rule& rule) const {
    std::uint64_t held = 0;
    for (const auto& at : all_) {
      if (at->rule == &rule) held |= at->held;
    }
    for (std::size_t i = 0; i < rule.hinges.size(); ++i) {
      if (options_.holds_all || is_said_to_hold(rule.hinges[i].text)) held |= std::uint64_t{1} << i;
    }
    return held;
  }

  // Nothing of the kind is in the input: the export may not carry it.
  bool is_family_missing(const RuleBody& body) const {
    if (options_.holds_all) return false;
    return std::none_of(body.about.begin(), body.about.end(), [&](const RecordType& about) {
      return families_seen_[static_cast<std::size_t>(about.family)] || is_said_to_hold(std::string{to_text(about.family)} + "s");
    });
  }

  void close_frequencies() {
    for (const FrequencyAtRule& frequency : frequencies_) {
      const std::uint64_t held = held_of(*frequency.rule);
      for (const FrequencyAtRule::Version& version : frequency.versions) close_version(frequency, version, held);
    }
  }

  void close_version(const FrequencyAtRule& frequency, const FrequencyAtRule::Version& version, std::uint64_t held) {
    const auto results = [&](const FrequencyCounter& counter) {
      return counter.close(held, options_.period, first_record_);
    };
    std::vector<std::vector<PeriodResult>> others;
    for (const auto& reading : version.readings) {
      others.push_back(reading ? results(*reading) : std::vector<PeriodResult>{});
    }
    for (PeriodResult& result : results(*version.base)) {
      const Day first = result.period ? result.period->first : options_.as_of;
      if (&frequency.rule->on(first) != version.version) continue;
      if (options_.body && !offices_.is_inside(result.holder.body, *options_.body)) continue;
      tell_period(frequency, version, others, result);
    }
  }

  // The same one, or the group it belongs to: a group's outcome stands for its members.
  static bool answers_for(const Holder& other, const Holder& holder) {
    if (other.office == holder.office && other.body == holder.body) return true;
    return !other.office && holder.office &&
           std::find(other.offices.begin(), other.offices.end(), *holder.office) != other.offices.end();
  }

  void tell_period(const FrequencyAtRule& frequency, const FrequencyAtRule::Version& version,
                   const std::vector<std::vector<PeriodResult>>& others, PeriodResult& result) {
    applied_.insert(frequency.rule);
    Judgement& judgement = result.judgement;
    if (judgement.outcome == Outcome::missed && is_family_missing(version.version->body)) {
      judgement = Judgement::not_known(0);
    }
    Finding finding;
    finding.outcome = judgement.outcome;
    for (std::size_t i = 0; i < others.size(); ++i) {
      const Reading& reading = version.version->readings[i];
      ReadingOutcome outcome{reading.id, reading.note, Outcome::not_applicable};
      for (const PeriodResult& other : others[i]) {
        if (answers_for(other.holder, result.holder) && other.period == result.period && other.value == result.value) {
          outcome.outcome = other.judgement.outcome;
        }
      }
      if (judgement.outcome != Outcome::not_applicable && is_violation(outcome.outcome) != is_violation(judgement.outcome)) {
        finding.certain = false;
      }
      finding.readings.push_back(std::move(outcome));
    }
    if (judgement.outcome == Outcome::unknown) {
      return count_unknown_period(*frequency.pack, *frequency.world, *frequency.rule, version.version->body, judgement.unknown);
    }
    count_outcome(judgement.outcome);
    note_year(judgement.due);
    if (!is_violation(judgement.outcome) && !options_.all) return;
    finding.rule = frequency.rule->info;
    finding.family = version.version->body.about.front().family;
    finding.type = version.version->body.about.front().type;
    finding.item = result.value;
    finding.period = result.period;
    finding.due = judgement.due;
    finding.actual = judgement.actual;
    finding.late_by = judgement.late_by;
    finding.statements = std::move(judgement.statements);
    finding.body = offices_[result.holder.body].id;
    const Record& shown = result.holder.office              ? offices_[*result.holder.office].record
                          : result.holder.offices.size() == 1 ? offices_[result.holder.offices.front()].record
                                                              : offices_[result.holder.body].record;
    if (result.holder.office) finding.office = offices_[*result.holder.office].id;
    if (!result.holder.office && result.holder.offices.size() == 1) finding.office = shown.id;
    finding.file = shown.file;
    finding.mark = shown.mark;
    findings_.push_back(std::move(finding));
  }

  void count_unknown_period(const Pack& pack, const World& world, const Rule& rule, const RuleBody& body, std::uint64_t fields) {
    for (auto& [at, known] : unknown_periods_) {
      if (at->rule == &rule && known == fields) {
        count_unknown(*at, fields);
        return;
      }
    }
    auto at = std::make_unique<RuleAtType>();
    at->pack = &pack;
    at->world = &world;
    at->rule = &rule;
    at->family = body.about.front().family;
    at->type = body.about.front().type;
    at->held = held_of(rule);
    count_unknown(*at, fields);
    unknown_periods_.emplace_back(at.get(), fields);
    all_.push_back(std::move(at));
  }

  // --- plans ------------------------------------------------------------------------------------------------------------

  static void join(ConformityAtRule& conformity, const Record& record, std::optional<BodyIndex> body) {
    for (ConformityAtRule::Version& version : conformity.versions) {
      const auto feed = [&](ConformityJoin* join) {
        if (join == nullptr || !join->wants(record.family, record.type)) return;
        Context context = context_of(*conformity.world, *conformity.pack, &join->body(), record);
        context.record_body = body;
        join->see(context);
      };
      feed(version.base.get());
      for (const auto& reading : version.readings) feed(reading.get());
    }
  }

  void close_conformities() {
    for (const ConformityAtRule& conformity : conformities_) {
      for (const ConformityAtRule::Version& version : conformity.versions) {
        std::vector<std::vector<ConformityResult>> others;
        for (const auto& reading : version.readings) {
          others.push_back(reading ? reading->close() : std::vector<ConformityResult>{});
        }
        std::vector<ConformityResult> results = version.base->close();
        for (std::size_t i = 0; i < results.size(); ++i) {
          const Day day = results[i].period ? results[i].period->first : results[i].judgement.actual.value_or(Moment{options_.as_of}).day;
          if (&conformity.rule->on(day) != version.version || !conformity.rule->in_force.contains(day)) continue;
          if (options_.period && !contains(*options_.period, day)) continue;
          if (options_.body && (!results[i].body || !offices_.is_inside(*results[i].body, *options_.body))) continue;
          tell_conformity(conformity, *version.version, others, i, results[i]);
        }
      }
    }
  }

  void tell_conformity(const ConformityAtRule& conformity, const RuleVersion& version,
                       const std::vector<std::vector<ConformityResult>>& others, std::size_t index, ConformityResult& result) {
    applied_.insert(conformity.rule);
    Judgement& judgement = result.judgement;
    if (judgement.outcome == Outcome::missed && is_family_missing(version.body)) judgement = Judgement::not_known(0);
    if (judgement.outcome == Outcome::unknown) return count_unknown_period(*conformity.pack, *conformity.world, *conformity.rule, version.body, 0);
    Finding finding;
    finding.outcome = judgement.outcome;
    for (std::size_t i = 0; i < others.size(); ++i) {
      // A reading sees the same entries in the same order.
      const Outcome outcome = index < others[i].size() ? others[i][index].judgement.outcome : Outcome::not_applicable;
      if (is_violation(outcome) != is_violation(judgement.outcome)) finding.certain = false;
      finding.readings.push_back({version.readings[i].id, version.readings[i].note, outcome});
    }
    count_outcome(judgement.outcome);
    if (!is_violation(judgement.outcome) && !options_.all) return;
    finding.rule = conformity.rule->info;
    finding.record = result.id;
    finding.family = result.family;
    finding.type = result.type;
    finding.item = result.item;
    finding.period = result.period;
    finding.due = judgement.due;
    finding.actual = judgement.actual;
    finding.statements = std::move(judgement.statements);
    if (result.office) finding.office = offices_[*result.office].id;
    if (result.body) finding.body = offices_[*result.body].id;
    finding.file = result.file;
    finding.mark = result.mark;
    findings_.push_back(std::move(finding));
  }

  // --- the run ------------------------------------------------------------------------------------------------------

  Run run() {
    Run run;
    run.as_of = options_.as_of;
    run.errors = std::move(errors_);
    if (options_.office) {
      std::erase_if(findings_, [&](const Finding& finding) { return finding.office != *options_.office; });
    }
    for (const Finding& finding : findings_) {
      if (!is_violation(finding.outcome)) continue;
      ++summary_.violations[static_cast<std::size_t>(finding.rule->severity)];
      if (!finding.certain) ++summary_.disputable;
    }
    sort_findings(findings_);
    fold_findings(findings_);
    run.findings = std::move(findings_);
    run.summary = summary_;
    std::sort(unknown_.begin(), unknown_.end(), [](const Unknown& a, const Unknown& b) {
      return std::tie(a.rule->pack, a.field, a.family, a.type, a.rule->id) <
             std::tie(b.rule->pack, b.field, b.family, b.type, b.rule->id);
    });
    run.unknown = std::move(unknown_);
    run.provisional_years.assign(provisional_years_.begin(), provisional_years_.end());
    run.unbound_records = unbound_records_;
    for (const Pack& pack : packs_) {
      PackInfo info{pack.id, pack.version, pack.sha256, pack.title, {}, {}};
      for (const auto& [name, setting] : pack.settings) {
        if (setting.provisional) info.provisional.push_back(name);
      }
      const auto missing = missing_settings_.find(pack.id);
      if (missing != missing_settings_.end()) info.missing.assign(missing->second.begin(), missing->second.end());
      run.packs.push_back(std::move(info));
      for (const Rule& rule : pack.rules) {
        if (selected_.count(&rule) != 0 && applied_.count(&rule) == 0) run.never_applied.push_back(rule.info->full_id());
      }
    }
    return run;
  }

  const Register& offices_;
  std::vector<Pack> packs_;
  std::map<std::string, WorkingCalendar> calendars_;
  JudgeOptions options_;
  std::map<std::string, World> worlds_;
  KeptRecords kept_;
  std::set<const Rule*> selected_;
  std::set<const Rule*> applied_;
  std::vector<std::unique_ptr<RuleAtType>> all_;
  std::map<std::tuple<const Pack*, Family, Word>, std::vector<RuleAtType*>> rules_at_;
  std::map<BodyIndex, std::vector<const Pack*>> packs_by_body_;
  std::vector<const Pack*> all_packs_;
  std::optional<BodyIndex> only_bound_body_;
  std::vector<FrequencyAtRule> frequencies_;
  std::vector<ConformityAtRule> conformities_;
  std::vector<Deferred> deferred_;
  std::vector<Finding> findings_;
  std::vector<Unknown> unknown_;
  std::vector<std::pair<RuleAtType*, std::uint64_t>> unknown_periods_;
  std::vector<std::string> judgement_doubts_;      // of the judgement at hand
  std::map<std::string, std::set<std::string>> missing_settings_;
  std::set<int> provisional_years_;
  std::array<bool, family_count> families_seen_{};
  Day first_record_ = Day{date::days{1'000'000}};
  std::size_t unbound_records_ = 0;
  Summary summary_;
  Diagnostics errors_;
};

Judge::Judge(const Register& offices, std::vector<Pack> packs, std::map<std::string, WorkingCalendar> calendars,
             JudgeOptions options)
    : work_(std::make_unique<Work>(offices, std::move(packs), std::move(calendars), std::move(options))) {}

Judge::~Judge() = default;

void Judge::see(const Record& record) { work_->see(record); }

Run Judge::close() { return work_->close(); }

}  // namespace reglament
