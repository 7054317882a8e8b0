#include "reglament/checks/judge_records.hpp"

#include "reglament/checks/names.hpp"

namespace reglament {

namespace {

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

Judgement judge_check(const Check& check, const Context& context, const Rule& rule) {
  return std::visit(
      [&](const auto& kind) -> Judgement {
        using T = std::decay_t<decltype(kind)>;
        if constexpr (std::is_same_v<T, Frequency> || std::is_same_v<T, Conformity>) {
          return Judgement::of(Outcome::not_applicable);  // counted or joined: see judge_periods.hpp
        } else {
          return judge(kind, context, rule);
        }
      },
      check);
}

}  // namespace

// The record itself, or each item of the list that the rule is for.
template <typename Visit>
void RecordJudge::for_each_item(const RuleAtType& at, const Context& record, Visit visit) {
  const bool register_entry = record.record->family == Family::office;
  const auto& period = ledger_.options().period;
  if (!register_entry && period && !contains(*period, record.date)) return;
  const RuleVersion& version = at.rule->on(record.date);
  Context context = with_body(record, version.body);
  context.tells = false;  // most of what comes out is never told
  if (!version.body.for_each) return visit(version, context);
  const Values items = values_of(*version.body.for_each, context, true);
  std::size_t index = 0;
  for (const Value& item : items.items) {
    if (item.record == nullptr) continue;
    context.item = item.view();
    context.item_index = index++;
    if (register_entry) context.date = context.item->day_at(names().from).value_or(record.date);
    visit(version, context);
  }
}

void RecordJudge::judge_record(RuleAtType& at, const Context& record) {
  fates_.clear();
  has_told_ = false;
  for_each_item(at, record, [&](const RuleVersion& version, const Context& context) { judge_item(at, version, context); });
}

void RecordJudge::try_record(const RuleAtType& at, const Context& record) {
  for_each_item(at, record, [&](const RuleVersion& version, const Context& context) {
    judge_body(version.body, context, *at.rule);
    read_otherwise(version, context, *at.rule);
  });
}

void RecordJudge::judge_item(RuleAtType& at, const RuleVersion& version, const Context& context) {
  if (!at.rule->in_force.contains(context.date)) {
    enter(at, {Outcome::not_applicable, {}, 0});
    if (!ledger_.is_told(Outcome::not_applicable)) return;
    has_told_ = true;
    return ledger_.keep(complete({}, at, version.body, context, {}));
  }
  ledger_.note_applied(*at.rule);
  const Judgement judgement = judge_body(version.body, context, *at.rule);
  const Outcome outcome = judgement.outcome;
  if (outcome == Outcome::unknown) return enter(at, {Outcome::unknown, {}, judgement.unknown});
  enter(at, {outcome, judgement.hinges, 0});
  if (!ledger_.is_told(outcome)) return;
  const bool stands = judgement.hinges.stand(at.held);
  if (!stands && !ledger_.may_hang(at, judgement.hinges)) return;
  has_told_ = true;
  if (stands) {
    ledger_.keep(find(at, version, context));
  } else {
    ledger_.hang(at, judgement.hinges, find(at, version, context));
  }
}

Finding RecordJudge::find(const RuleAtType& at, const RuleVersion& version, Context context) {
  context.tells = true;
  Judgement judgement = judge_body(version.body, context, *at.rule);
  Finding finding;
  finding.doubts = doubts_;
  finding.certain = doubts_.empty();
  if (judgement.outcome != Outcome::not_applicable) {
    finding.readings = read_otherwise(version, context, *at.rule);
    for (const ReadingOutcome& reading : finding.readings) {
      if (is_violation(reading.outcome) != is_violation(judgement.outcome)) finding.certain = false;
    }
  }
  return complete(std::move(finding), at, version.body, context, std::move(judgement));
}

void RecordJudge::enter(RuleAtType& at, ItemFate fate) {
  ledger_.enter(at, fate);
  fates_.push_back(fate);
}

Judgement RecordJudge::judge_body(const RuleBody& body, const Context& context, const Rule& rule) {
  doubts_.clear();
  if (!body.missing_settings.empty()) {
    for (const std::string& setting : body.missing_settings) ledger_.note_missing_setting(context.pack->id, setting);
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

// An exception that cannot be told does not hide a violation; it makes it disputable (RULES.md 9.5).
void RecordJudge::excuse(const RuleBody& body, const Context& context, const Rule& rule, Judgement& judgement) {
  for (const Condition& condition : body.excused) {
    const Truth truth = holds(condition, context);
    if (truth.is_yes()) {
      judgement.outcome = Outcome::excused;
      judgement.hinges = both(judgement.hinges, truth.hinges);
      judgement.late_by.reset();
      if (context.tells) judgement.statements.insert(judgement.statements.begin(), {"excused-by-exception", {}});
      doubts_.clear();
      return;
    }
    if (!truth.is_unknown() || !is_violation(judgement.outcome)) continue;
    for (std::size_t i = 0; i < rule.hinges.size(); ++i) {
      if ((truth.unknown >> i & 1U) != 0) doubts_.push_back(rule.hinges[i].text);
    }
  }
}

std::vector<ReadingOutcome> RecordJudge::read_otherwise(const RuleVersion& version, const Context& context, const Rule& rule) {
  std::vector<ReadingOutcome> outcomes;
  for (const Reading& reading : version.readings) {
    ReadingOutcome outcome{reading.id, reading.note, Outcome::not_applicable};
    if (reading.body) {
      outcome.outcome = judge_body(*reading.body, with_body(context, *reading.body), rule).outcome;
    }
    outcomes.push_back(std::move(outcome));
  }
  return outcomes;
}

Finding RecordJudge::complete(Finding finding, const RuleAtType& at, const RuleBody& body, const Context& context,
                              Judgement judgement) {
  const Record& record = *context.record;
  finding.rule = at.rule->info;
  finding.outcome = judgement.outcome;
  finding.record = record.id;
  finding.family = record.family;
  finding.type = record.type;
  if (context.item) finding.item = item_label(body, *context.item, context.item_index, ledger_.offices());
  finding.file = record.file;
  finding.mark = context.item ? context.item->mark() : record.mark;
  finding.due = judgement.due;
  finding.actual = judgement.actual;
  finding.late_by = judgement.late_by;
  finding.statements = std::move(judgement.statements);
  finding.count = judgement.count;
  if (context.record_body) finding.body = ledger_.offices()[*context.record_body].id;
  name_office(body.owed_by, context, finding);
  ledger_.note_year(judgement.due, *at.world->calendar);
  return finding;
}

// On a record `owed-by` only says whom the finding names: the office of that role in the record's body, else around it;
// where there are several, nobody can say which, and the role is named.
void RecordJudge::name_office(const OwedBy& owed_by, const Context& context, Finding& finding) const {
  if (owed_by.named_in) {
    const Values named = values_of(*owed_by.named_in, context);
    if (!named.items.empty()) finding.office = to_text(named.items.front(), ledger_.offices());
    return;
  }
  for (const Word role : owed_by.roles) {
    if (!context.record_body) break;
    std::vector<OfficeIndex> offices = ledger_.offices().offices_around(role, *context.record_body);
    if (offices.empty()) continue;
    std::erase_if(offices, [&](OfficeIndex office) { return !ledger_.offices()[office].tenure.contains(context.date); });
    finding.office = offices.size() == 1 ? ledger_.offices()[offices.front()].id : vocabulary().text(role);
    return;
  }
  if (!owed_by.roles.empty()) finding.office = vocabulary().text(owed_by.roles.front());
}

}  // namespace reglament
