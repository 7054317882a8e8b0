#include "reglament/checks/judge.hpp"

#include "reglament/checks/judge_periods.hpp"
#include "reglament/checks/judge_records.hpp"
#include "reglament/checks/ledger.hpp"
#include "reglament/checks/names.hpp"
#include "reglament/checks/shapes.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace reglament {

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

// What all who judge the parts of one input share, and nobody changes.
struct Judge::Law {
  std::vector<Pack> packs;
  std::map<std::string, WorkingCalendar> calendars;
};

class Judge::Work {
 public:
  Work(const Register& offices, std::shared_ptr<const Law> law, JudgeOptions options)
      : offices_(offices), law_(std::move(law)), options_(std::move(options)) {
    for (const Pack& pack : law_->packs) {
      World& world = worlds_[pack.id];
      world.offices = &offices_;
      world.calendar = &law_->calendars.at(pack.calendar);
      world.kept = &kept_;
      world.as_of = options_.as_of;
      world.binds_all = options_.binds_all;
    }
    if (options_.first_look) kept_.keep_linked(options_.first_look->linked);
    for (const Pack& pack : law_->packs) select_rules(pack);
    find_only_bound_body();
    begin_eras();
  }

  void see(const Record& record) {
    const auto date = own_date(record);
    if (!date) return;  // the reader of records has told it
    periods_.note_seen(record, date->day);
    const std::optional<BodyIndex> body = body_or_only(record);
    kept_.see(record, body, date->day);
    if (!awaited_.empty()) judge_awaiting(record.id);
    const std::vector<const Pack*>& packs = packs_of(body);
    if (packs.empty()) ++unbound_records_;
    if (options_.body && (!body || !offices_.is_inside(*body, *options_.body))) return;
    for (const Pack* pack : packs) {
      within_calendar(record, [&] { see(Seen{record, *pack, worlds_.at(pack->id), date->day, body}); });
    }
  }

  std::unique_ptr<Work> fork() const { return std::make_unique<Work>(offices_, law_, options_); }

  void absorb(Work&& other) {
    other.write_shapes();
    ledger_.absorb(std::move(other.ledger_), [&](const RuleAtType& theirs) -> RuleAtType& { return own_entry(theirs); });
    periods_.absorb(std::move(other.periods_));
    kept_.absorb(std::move(other.kept_));
    other.give_up_waiting();
    for (Deferred& deferred : other.deferred_) {
      for (RuleAtType*& at : deferred.rules) at = &own_entry(*at);
      deferred_.push_back(std::move(deferred));
    }
    unbound_records_ += other.unbound_records_;
    std::move(other.errors_.begin(), other.errors_.end(), std::back_inserter(errors_));
  }

  Run close() {
    write_shapes();
    give_up_waiting();
    kept_.end();
    judge_deferred();
    judge_offices();
    periods_.close();
    Run run;
    run.as_of = options_.as_of;
    // Not in the order in which records were judged: some had to wait.
    std::stable_sort(errors_.begin(), errors_.end(),
                     [](const Diagnostic& a, const Diagnostic& b) { return std::tie(a.file, a.mark) < std::tie(b.file, b.mark); });
    errors_.erase(std::unique(errors_.begin(), errors_.end()), errors_.end());
    run.errors = std::move(errors_);
    run.unbound_records = unbound_records_;
    for (const Pack& pack : law_->packs) describe(pack, run);
    ledger_.close(run);
    return run;
  }

  std::optional<FirstLook> second_look() const {
    const bool looked_twice = options_.first_look.has_value();
    if (looked_twice || (!ledger_.lacks_findings() && kept_.missed().empty())) return std::nullopt;
    return FirstLook{ledger_.held_fields(), kept_.missed()};
  }

 private:
  // A record whose judgement looks at others, kept until all are read.
  struct Deferred {
    Record record;
    const Pack* pack;
    std::vector<RuleAtType*> rules;
    bool counts = false;  // frequencies and plans too
  };

  // --- setting up -------------------------------------------------------------------------------------------------

  void select_rules(const Pack& pack) {
    for (const Rule& rule : pack.rules) {
      if (options_.selects && !options_.selects(rule)) continue;
      selected_.insert(&rule);
      for (const RuleVersion& version : rule.versions) {
        keep_for(version.body, rule);
        for (const Reading& reading : version.readings) {
          if (reading.body) keep_for(*reading.body, rule);
        }
      }
      periods_.add(pack, worlds_.at(pack.id), rule);
    }
  }

  void keep_for(const RuleBody& body, const Rule& rule) {
    for (const std::optional<Family>& family : body.others.linked) {
      if (family) {
        kept_.keep_linked(*family);
      } else {
        for (const Family any : {Family::meeting, Family::visit, Family::assignment}) kept_.keep_linked(any);
      }
    }
    for (const RecordType& type : body.others.all) kept_.keep_all(type);
    for (const RecordType& type : body.others.next) kept_.keep_dates(type);
    if (!body.others.none()) waiting_.insert(&rule);
  }

  // A record of no known body belongs to the one body that names a regulation, where there is but one.
  void find_only_bound_body() {
    if (options_.binds_all) {
      if (!offices_.bodies().empty() && !offices_.bodies().front().within) only_bound_body_ = BodyIndex{0};
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

  std::optional<BodyIndex> body_or_only(const Record& record) const {
    const auto body = body_of(record, offices_);
    return body ? body : only_bound_body_;
  }

  // --- what applies -----------------------------------------------------------------------------------------------

  const std::vector<const Pack*>& packs_of(std::optional<BodyIndex> body) {
    static const std::vector<const Pack*> nothing;
    if (!body && !options_.binds_all) return nothing;
    const auto [known, is_new] = packs_by_body_.try_emplace(body);
    if (!is_new) return known->second;
    const std::vector<std::string> bound = body ? offices_.regulations(*body) : std::vector<std::string>{};
    for (const Pack& pack : law_->packs) {
      const bool binds = std::find(bound.begin(), bound.end(), pack.id) != bound.end();
      if (options_.binds_all || binds) known->second.push_back(&pack);
    }
    return known->second;
  }

  // A type of record in the eyes of one pack.
  struct AtType {
    std::vector<RuleAtType*> rules;
    Shapes shapes;
  };

  AtType& at_type(const Pack& pack, Family family, Word type) {
    const auto [known, is_new] = types_.try_emplace(std::make_tuple(&pack, family, type));
    AtType& at = known->second;
    if (!is_new) return at;
    for (const Rule& rule : pack.rules) {
      if (selected_.count(&rule) == 0 || !is_about(rule, family, type)) continue;
      at.rules.push_back(&ledger_.open(pack, worlds_.at(pack.id), rule, family, type));
    }
    return at;
  }

  RuleAtType& own_entry(const RuleAtType& theirs) {
    const std::vector<RuleAtType*>& rules = at_type(*theirs.pack, theirs.family, theirs.type).rules;
    return **std::find_if(rules.begin(), rules.end(), [&](const RuleAtType* own) { return own->rule == theirs.rule; });
  }

  void write_shapes() {
    for (auto& [key, at] : types_) at.shapes.write_into(ledger_);
  }

  // The days on which what is asked may change: between two of them only the record itself tells what applies.
  void begin_eras() {
    const auto add = [&](Day first, Day last) {
      eras_.push_back(first);
      eras_.push_back(last + date::days{1});
    };
    if (options_.period) add(options_.period->first, options_.period->last);
    for (const Rule* rule : selected_) {
      add(rule->in_force.first, rule->in_force.last);
      for (const RuleVersion& version : rule->versions) eras_.push_back(version.from);
    }
    std::sort(eras_.begin(), eras_.end());
    eras_.erase(std::unique(eras_.begin(), eras_.end()), eras_.end());
  }

  std::size_t era_of(Day day) const {
    return static_cast<std::size_t>(std::upper_bound(eras_.begin(), eras_.end(), day) - eras_.begin());
  }

  static bool is_about(const Rule& rule, Family family, Word type) {
    return std::any_of(rule.versions.begin(), rule.versions.end(),
                       [&](const RuleVersion& version) { return version.body.is_about(family, type); });
  }

  static bool is_judged_by_record(const Rule& rule) {
    return rule.info->kind != Kind::frequency && rule.info->kind != Kind::conformity;
  }

  // --- judging ----------------------------------------------------------------------------------------------------

  // A record in the eyes of one pack; the days that judgements look at live beside it.
  struct Seen {
    Context context;
    DueOnDemand due{context};
    SettledOnDemand settled{context};

    Seen(const Record& record, const Pack& pack, const World& world, Day date, std::optional<BodyIndex> body)
        : context(context_of(world, pack, record, date, body)) {
      context.settled = &settled;
      if (record.family == Family::assignment) context.due = &due;
    }
    Seen(const Seen&) = delete;
    Seen& operator=(const Seen&) = delete;
  };

  // A rule that must count before the calendar's first year is left out, the others judge; told once for a record.
  template <typename Work>
  void within_calendar(const Record& record, Work work) {
    try {
      work();
    } catch (const OutsideCalendar& outside) {
      Diagnostic error{record.file, record.mark,
                       {"date-before-calendar", {to_text(outside.day), outside.calendar, std::to_string(outside.first_year)}}};
      const bool told = !errors_.empty() && errors_.back().file == error.file && errors_.back().mark == error.mark;
      if (!told) errors_.push_back(std::move(error));
    }
  }

  void see(const Seen& seen) {
    const Record& record = *seen.context.record;
    AtType& at = at_type(*seen.context.pack, record.family, record.type);
    std::vector<RuleAtType*> waiting;
    // With every outcome told nothing is alike.
    if (!options_.all && !options_.one_by_one && shape_of(record, offices_, options_.as_of, era_of(seen.context.date), key_)) {
      if (at.shapes.is_full()) at.shapes.write_into(ledger_);
      judge_by_shape(at, at.shapes.of(key_), seen, waiting);
    } else {
      note_held(at, record);
      for (RuleAtType* rule : at.rules) judge(*rule, seen, waiting);
    }
    bool counts_wait = false;
    within_calendar(record, [&] {
      counts_wait = periods_.must_wait(seen.context);
      periods_.see(seen.context, counts_wait ? PeriodJudge::Turn::now : PeriodJudge::Turn::both);
    });
    if (!waiting.empty() || counts_wait) deferred_.push_back({record, seen.context.pack, std::move(waiting), counts_wait});
  }

  // What waited for the record of this id.
  void judge_awaiting(const std::string& id) {
    const auto found = awaited_.find(id);
    if (found == awaited_.end()) return;
    const std::vector<Deferred> awaiting = std::move(found->second);
    awaited_.erase(found);
    for (const Deferred& deferred : awaiting) judge(deferred);
  }

  // Nothing more comes here.
  void give_up_waiting() {
    for (auto& [id, awaiting] : awaited_) std::move(awaiting.begin(), awaiting.end(), std::back_inserter(deferred_));
    awaited_.clear();
  }

  void note_held(const AtType& at, const Record& record) {
    for (RuleAtType* rule : at.rules) {
      if (Ledger::note_held(*rule, record)) ++epoch_;
    }
  }

  // Judges the record by one rule, unless that must wait. Result: whether all like it fare the same.
  bool judge(RuleAtType& at, const Seen& seen, std::vector<RuleAtType*>& waiting) {
    if (!is_judged_by_record(*at.rule)) return false;
    bool repeats = false;
    at.world->looked = {};
    within_calendar(*seen.context.record, [&] {
      if (waiting_.count(at.rule) != 0) {
        note_done(*at.rule, seen.context);
        if (must_wait(at, seen.context)) return wait(at, seen, waiting);
      }
      records_.judge_record(at, seen.context);
      repeats = !at.world->looked.values && !records_.has_told();
    });
    return repeats;
  }

  Answers answers_for(const Shape& shape, const Seen& seen) {
    Answers answers;
    within_calendar(*seen.context.record, [&] {
      if (shape.asks_settled) answers.settled_is_over = seen.settled.is_over();
      if (shape.asks_overdue) answers.overdue = is_overdue(seen.context);
    });
    return answers;
  }

  void judge_by_shape(AtType& at, Shape& shape, const Seen& seen, std::vector<RuleAtType*>& waiting) {
    Alike& alike = shape.alike(answers_for(shape, seen));
    if (!alike.known) return judge_first(at, shape, seen, waiting);
    ++alike.seen;
    if (alike.epoch != epoch_) {
      alike.revive(ledger_);
      alike.epoch = epoch_;
    }
    std::erase_if(alike.live, [&](RuleAtType* rule) {
      const bool repeats = judge(*rule, seen, waiting) && is_answered(shape, rule->world->looked);
      if (repeats) alike.repeat(*rule, records_.fates());
      return repeats;
    });
  }

  static bool is_answered(const Shape& shape, const LookedAt& looked) {
    return (shape.asks_settled || !looked.settled) && (shape.asks_overdue || !looked.overdue);
  }

  // The first record of its shape with these answers.
  void judge_first(AtType& at, Shape& shape, const Seen& seen, std::vector<RuleAtType*>& waiting) {
    note_held(at, *seen.context.record);
    Alike alike;
    alike.known = true;
    alike.epoch = epoch_;
    for (RuleAtType* rule : at.rules) {
      if (!is_judged_by_record(*rule->rule)) continue;
      const bool repeats = judge(*rule, seen, waiting);
      const LookedAt& looked = rule->world->looked;
      if (!looked.values) {
        shape.asks_settled = shape.asks_settled || looked.settled;
        shape.asks_overdue = shape.asks_overdue || looked.overdue;
      }
      if (repeats) {
        alike.repeat(*rule, records_.fates());
      } else {
        alike.live.push_back(rule);
      }
    }
    shape.alike(answers_for(shape, seen)) = std::move(alike);
  }

  // For one record, or until all are read.
  void wait(RuleAtType& at, const Seen& seen, std::vector<RuleAtType*>& for_all) {
    const auto id = kept_.waits_for();
    if (!id) return for_all.push_back(&at);
    std::vector<Deferred>& awaiting = awaited_[*id];
    const Record& record = *seen.context.record;
    const bool is_there = !awaiting.empty() && awaiting.back().pack == seen.context.pack && awaiting.back().record.id == record.id &&
                          awaiting.back().record.family == record.family;
    if (is_there) return awaiting.back().rules.push_back(&at);
    awaiting.push_back({record, seen.context.pack, {&at}, false});
  }

  // The judgement looks at a record that may be still to come.
  bool must_wait(const RuleAtType& at, const Context& context) {
    kept_.watch();
    records_.try_record(at, context);
    return kept_.asks_for_more();
  }

  // In each reading of the rule.
  void note_done(const Rule& rule, const Context& context) {
    const RuleVersion& version = rule.on(context.date);
    const auto note = [&](const RuleBody& body) {
      const auto* const order = std::get_if<Order>(&body.check);
      if (order != nullptr) reglament::note_done(*order, with_body(context, body), kept_);
    };
    note(version.body);
    for (const Reading& reading : version.readings) {
      if (reading.body) note(*reading.body);
    }
  }

  void judge_deferred() {
    for (const Deferred& deferred : deferred_) judge(deferred);
  }

  void judge(const Deferred& deferred) {
    const Record& record = deferred.record;
    within_calendar(record, [&] {
      const Seen seen{record, *deferred.pack, worlds_.at(deferred.pack->id), own_date(record)->day, body_or_only(record)};
      for (RuleAtType* at : deferred.rules) {
        within_calendar(record, [&] { records_.judge_record(*at, seen.context); });
      }
      if (deferred.counts) periods_.see(seen.context, PeriodJudge::Turn::late);
    });
  }

  // Offices are judged like records: their absences, their holders.
  void judge_offices() {
    for (const Office& office : offices_.offices()) {
      if (office.record.cells.empty()) continue;  // made up by a test
      if (options_.body && !offices_.is_inside(office.body, *options_.body)) continue;
      for (const Pack* pack : packs_of(office.body)) {
        for (RuleAtType* at : at_type(*pack, Family::office, office.role).rules) {
          Ledger::note_held(*at, office.record);
          Context context = context_of(*at->world, *pack, office.record);
          context.date = options_.as_of;
          context.record_body = office.body;
          records_.judge_record(*at, context);
        }
      }
    }
  }

  void describe(const Pack& pack, Run& run) const {
    PackInfo info{pack.id, pack.version, pack.sha256, pack.title, {}, {}};
    for (const auto& [name, setting] : pack.settings) {
      if (setting.provisional) info.provisional.push_back(name);
    }
    run.packs.push_back(std::move(info));
    for (const Rule& rule : pack.rules) {
      if (selected_.count(&rule) != 0 && !ledger_.is_applied(rule)) run.never_applied.push_back(rule.info->full_id());
    }
  }

  const Register& offices_;
  std::shared_ptr<const Law> law_;
  JudgeOptions options_;
  Ledger ledger_{offices_, options_};
  RecordJudge records_{ledger_};
  PeriodJudge periods_{ledger_};
  std::map<std::string, World> worlds_;
  KeptRecords kept_;
  std::set<const Rule*> selected_;
  std::set<const Rule*> waiting_;  // rules that look at other records
  std::map<std::tuple<const Pack*, Family, Word>, AtType> types_;
  std::vector<Day> eras_;
  ShapeKey key_;
  std::uint64_t epoch_ = 0;        // how often a field was found to be held
  std::map<std::optional<BodyIndex>, std::vector<const Pack*>> packs_by_body_;
  std::optional<BodyIndex> only_bound_body_;
  std::vector<Deferred> deferred_;
  std::unordered_map<std::string, std::vector<Deferred>> awaited_;  // by the id of the record that they wait for
  std::size_t unbound_records_ = 0;
  Diagnostics errors_;
};

Judge::Judge(const Register& offices, std::vector<Pack> packs, std::map<std::string, WorkingCalendar> calendars,
             JudgeOptions options)
    : Judge(std::make_unique<Work>(offices, std::make_shared<const Law>(Law{std::move(packs), std::move(calendars)}),
                                   std::move(options))) {}

Judge::Judge(std::unique_ptr<Work> work) : work_(std::move(work)) {}

Judge::~Judge() = default;
Judge::Judge(Judge&&) noexcept = default;
Judge& Judge::operator=(Judge&&) noexcept = default;

Judge Judge::fork() const { return Judge{work_->fork()}; }

void Judge::absorb(Judge&& other) { work_->absorb(std::move(*other.work_)); }

void Judge::see(const Record& record) { work_->see(record); }

Run Judge::close() { return work_->close(); }

std::optional<FirstLook> Judge::second_look() const { return work_->second_look(); }

}  // namespace reglament
