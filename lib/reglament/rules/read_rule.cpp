#include "reglament/rules/read_rule.hpp"

#include "reglament/calendar/civil.hpp"
#include "reglament/calendar/count.hpp"
#include "reglament/rules/read_expression.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace reglament {

namespace {

// The keys of a rule as an amendment or a reading leaves them: the last layer that has a key decides.
class Layers {
 public:
  explicit Layers(const YamlReader& base) : layers_{base} {}
  Layers with(const YamlReader& change) const {
    Layers more = *this;
    more.layers_.push_back(change);
    return more;
  }
  std::optional<YamlReader> find(std::string_view key) const {
    for (auto layer = layers_.rbegin(); layer != layers_.rend(); ++layer) {
      if (const auto value = layer->find(key)) return value;
    }
    return std::nullopt;
  }
  YamlReader required(std::string_view key) const {
    if (const auto value = find(key)) return *value;
    return layers_.front().required(key);
  }

 private:
  std::vector<YamlReader> layers_;
};

OwedBy read_owed_by(const YamlReader& in, const Scope& scope) {
  OwedBy owed;
  if (!in.is_map()) {
    owed.kind = OwedBy::Kind::roles;
    owed.roles = read_roles(in, *scope.pack);
    return owed;
  }
  in.only({"each", "together", "named-in"});
  if (in.children().size() != 1) in.fail({"one-of-keys", {"each, together, named-in"}});
  const YamlReader value = in.children().front();
  if (value.key() == "named-in") {
    owed.kind = OwedBy::Kind::named_in;
    owed.named_in = read_path(value, scope);
    return owed;
  }
  owed.kind = value.key() == "each" ? OwedBy::Kind::roles : OwedBy::Kind::together;
  owed.roles = read_roles(value, *scope.pack);
  return owed;
}

std::vector<Word> read_words(const YamlReader& in, WordList list) {
  std::vector<Word> words;
  for (const YamlReader& entry : in.entries()) words.push_back(read_word(entry, list));
  return words;
}

StepFilter read_filter(const YamlReader& in, const Scope& scope) {
  StepFilter filter;
  if (const auto roles = in.find("by")) filter.by = read_roles(*roles, *scope.pack);
  if (const auto roles = in.find("addressee")) filter.addressees = read_roles(*roles, *scope.pack);
  if (const auto through = in.find("through")) filter.through = read_words(*through, *vocabulary().list("channel"));
  return filter;
}

// --- kinds of check ---------------------------------------------------------------------------------------------

Check read_required(const YamlReader& in, const Scope& scope) { return Required{read_condition(in, scope)}; }

int read_hours(const YamlReader& in, const Scope& scope) {
  const auto closing = scope.pack->closing_minutes.find(in.text());
  if (closing == scope.pack->closing_minutes.end()) in.fail({"unknown-hours", {in.text()}});
  return closing->second;
}

Check read_deadline(const YamlReader& in, const Scope& scope) {
  in.only({"step", "no-later-than", "no-earlier-than", "later-than", "earlier-than", "exactly", "addressee", "by",
           "through", "earliest", "hours"});
  Deadline deadline;
  for (const YamlReader& step : in.required("step").entries()) {
    deadline.steps.push_back(read_path(step, scope));
    if (deadline.steps.back().type.kind != ValueType::Kind::moment) step.fail({"not-a-date-path", {step.text()}});
  }
  for (const YamlReader& part : in.children()) {
    const auto relation = parse_date_relation(part.key());
    if (relation) deadline.bounds.push_back({*relation, read_date(part, scope)});
  }
  if (deadline.bounds.empty() || deadline.bounds.size() > 2) in.fail({"one-or-two-bounds", {}});
  deadline.filter = read_filter(in, scope);
  if (const auto earliest = in.find("earliest")) deadline.earliest = read_date_point(*earliest, earliest->view(), scope);
  if (const auto hours = in.find("hours")) deadline.closing_minute = read_hours(*hours, scope);
  return deadline;
}

Order::Member read_order_member(const YamlReader& in, const Scope& scope) {
  Order::Member member;
  if (!in.is_map()) {
    member.step = read_path(in, scope);
    return member;
  }
  in.only({"step", "by", "addressee", "through"});
  member.step = read_path(in.required("step"), scope);
  member.filter = read_filter(in, scope);
  return member;
}

Order read_carried_over(const YamlReader& in, const Scope& scope) {
  in.only({"carried-over-first", "after", "hours"});
  Order order;
  order.carried_over = {read_path(in.required("carried-over-first"), scope), read_path(in.required("after"), scope),
                        read_hours(in.required("hours"), scope)};
  if (scope.others != nullptr) scope.others->same_day = true;
  return order;
}

Check read_order(const YamlReader& in, const Scope& scope) {
  Order order;
  YamlReader steps = in;
  if (in.is_map() && in.find("carried-over-first")) return read_carried_over(in, scope);
  if (in.is_map()) {
    in.only({"steps", "same-day", "complete", "settled"});
    steps = in.required("steps");
    if (const auto same_day = in.find("same-day")) order.same_day = same_day->yes_no();
    if (const auto complete = in.find("complete")) order.complete = complete->yes_no();
    if (const auto settled = in.find("settled")) order.settled = read_date(*settled, scope);
  }
  for (const YamlReader& place : steps.entries()) {
    std::vector<Order::Member> members;
    if (place.is_sequence()) {
      for (const YamlReader& member : place.children()) members.push_back(read_order_member(member, scope));
    } else {
      members.push_back(read_order_member(place, scope));
    }
    order.places.push_back(std::move(members));
  }
  if (order.places.size() < 2) in.fail({"order-of-one", {}});
  return order;
}

Frequency::Bound read_bound(const YamlReader& in, Relation relation, const Scope& scope) {
  Frequency::Bound bound;
  bound.relation = relation;
  if (!in.is_map()) {
    bound.count.number = in.integer();
    if (bound.count.number < 0) in.fail({"expected-number", {in.text()}});
    return bound;
  }
  in.only({"count", "where"});
  const YamlReader count = in.required("count");
  bound.count.records = read_record_type(count, count.view());
  if (const auto where = in.find("where")) {
    bound.count.where.push_back(read_condition(*where, scope.of_records(*bound.count.records)));
  }
  return bound;
}

void read_each(const YamlReader& in, const Scope& scope, Frequency& frequency) {
  if (in.view() == "as-of") {
    frequency.each = Frequency::Each::as_of;
  } else if (const auto unit = parse_period_unit(in.view())) {
    frequency.unit = *unit;
  } else {
    frequency.each = Frequency::Each::field;
    frequency.each_field = read_path(in, scope);
  }
}

void read_members(const YamlReader& in, const Scope& scope, Frequency& frequency) {
  if (const auto named_in = in.find("named-in")) frequency.named_in = read_path(*named_in, scope);
  if (const auto every = in.find("every")) {
    if (!frequency.named_in) every->fail_at_key({"every-without-named-in", {}});
    Scope gathered = scope;  // a count gathers the members itself
    gathered.others = nullptr;
    frequency.every = read_set(*every, gathered, frequency.named_in->type);
    const bool here = frequency.every->kind == SetExpression::Kind::values && !frequency.every->of;
    if (here) every->fail({"values-without-of", {}});
  } else if (frequency.named_in) {
    in.required("every");
  }
  if (const auto per = in.find("per")) frequency.per = read_path(*per, scope);
  if (const auto whole = in.find("whole")) {
    if (!frequency.per) whole->fail_at_key({"whole-without-per", {}});
    frequency.whole = whole->integer();
  }
}

Check read_frequency(const YamlReader& in, const Scope& scope) {
  in.only({"at-least", "at-most", "more-than", "exactly", "each", "where", "counted-by", "credited-to", "distinct",
           "every", "named-in", "per", "whole", "no-earlier-than", "no-later-than"});
  Frequency frequency;
  for (const YamlReader& part : in.children()) {
    if (const auto relation = parse_relation(part.key())) frequency.bounds.push_back(read_bound(part, *relation, scope));
  }
  if (frequency.bounds.empty()) frequency.bounds.push_back({Relation::at_least, {}});
  read_each(in.required("each"), scope, frequency);
  if (const auto where = in.find("where")) frequency.where.push_back(read_condition(*where, scope));
  if (const auto counted_by = in.find("counted-by")) {
    std::string text;
    for (const YamlReader& entry : counted_by->entries()) text += (text.empty() ? "" : " or ") + entry.text();
    frequency.counted_by = read_date(*counted_by, text, scope);
  }
  if (const auto credited = in.find("credited-to")) {
    if (credited->view() != "body") credited->fail({"expected-word", {credited->text(), "body"}});
    frequency.credited_to_body = true;
  }
  if (const auto distinct = in.find("distinct")) frequency.distinct = read_path(*distinct, scope);
  read_members(in, scope, frequency);
  if (const auto bound = in.find("no-earlier-than")) frequency.no_earlier_than = read_date(*bound, scope);
  if (const auto bound = in.find("no-later-than")) frequency.no_later_than = read_date(*bound, scope);
  return frequency;
}

Check read_conformity(const YamlReader& in, const Scope& scope) {
  in.only({"plan", "match", "every", "to-the"});
  Conformity conformity;
  const YamlReader plan = in.required("plan");
  conformity.plan = read_record_type(plan, plan.view());
  for (const YamlReader& path : in.required("match").entries()) conformity.match.push_back(read_path(path, scope));
  if (const auto every = in.find("every")) {
    if (every->view() != "record" && every->view() != "entry") every->fail({"expected-word", {every->text(), "entry, record"}});
    conformity.every_record = every->view() == "record";
  }
  if (const auto to_the = in.find("to-the")) {
    if (to_the->view() != "month") to_the->fail({"expected-word", {to_the->text(), "month"}});
    conformity.to_the_month = true;
  }
  return conformity;
}

struct KindReader {
  std::string_view name;
  Kind kind;
  Check (*read)(const YamlReader&, const Scope&);
};
constexpr std::array<KindReader, std::variant_size_v<Check>> kind_readers = {{
    {"required", Kind::required, read_required},
    {"deadline", Kind::deadline, read_deadline},
    {"order", Kind::order, read_order},
    {"frequency", Kind::frequency, read_frequency},
    {"conformity", Kind::conformity, read_conformity},
}};

struct KindEntry {
  const KindReader* kind;
  YamlReader value;
};

KindEntry kind_of(const YamlReader& check) {
  check.unique_keys();
  const std::vector<YamlReader> entries = check.children();
  if (entries.size() != 1) check.fail({"one-kind-of-check", {}});
  const YamlReader& entry = entries.front();
  for (const KindReader& reader : kind_readers) {
    if (reader.name == entry.key()) return {&reader, entry};
  }
  std::vector<std::string> known;
  for (const KindReader& reader : kind_readers) known.emplace_back(reader.name);
  if (const auto near = nearest(entry.key(), known)) entry.fail_at_key({"unknown-check-near", {std::string{entry.key()}, *near}});
  entry.fail_at_key({"unknown-check", {std::string{entry.key()}}});
}

// --- bodies and versions ------------------------------------------------------------------------------------------

bool is_frequency(const Check& check) { return std::holds_alternative<Frequency>(check); }

void read_excused(const YamlReader& in, const Scope& scope, RuleBody& body) {
  for (const YamlReader& entry : in.entries()) {
    if (!entry.is_scalar()) {
      body.excused.push_back(read_condition(entry, scope));
    } else if (is_frequency(body.check) && entry.view() == "holder-changed") {
      body.excused_by_new_holder = true;
    } else {
      entry.fail({"unknown-excuse", {entry.text()}});
    }
  }
}

RuleBody read_body(const Layers& layers, const Pack& pack, std::vector<Hinge>& hinges) {
  RuleBody body;
  Scope scope;
  scope.pack = &pack;
  scope.hinges = &hinges;
  scope.missing_settings = &body.missing_settings;
  scope.others = &body.others;
  body.about = read_record_types(layers.required("about"));
  scope.about = body.about;
  if (const auto list = layers.find("for-each")) {
    body.for_each = read_path(*list, scope);
    if (!body.for_each->type.many) list->fail({"for-each-without-list", {list->text()}});
    scope.list = body.for_each;
  }
  const KindEntry kind = kind_of(layers.required("check"));
  body.check = kind.kind->read(kind.value, scope);
  if (const auto owed_by = layers.find("owed-by")) body.owed_by = read_owed_by(*owed_by, scope);
  Scope asks = scope;
  if (is_frequency(body.check)) {
    asks.holder = true;
    asks.list.reset();
    asks.hinges = nullptr;
    if (body.owed_by.kind == OwedBy::Kind::nobody || body.owed_by.kind == OwedBy::Kind::named_in) {
      layers.required("rule").fail({"frequency-owed-by-nobody", {}});
    }
  }
  if (const auto when = layers.find("when")) body.when = read_condition(*when, asks);
  if (const auto excused = layers.find("excused")) read_excused(*excused, asks, body);
  if (const auto settled = layers.find("settled")) body.settled = read_date(*settled, scope);
  if (const auto rollover = layers.find("rollover")) body.rolls = rollover->yes_no();
  return body;
}

constexpr auto changeable = {"about", "for-each", "owed-by", "when", "excused", "check", "settled", "rollover"};

bool changes_something(const YamlReader& in) {
  return std::any_of(changeable.begin(), changeable.end(), [&](const char* key) { return in.find(key).has_value(); });
}

std::vector<Reading> read_readings(const Layers& layers, const Pack& pack, std::vector<Hinge>& hinges) {
  std::vector<Reading> readings;
  const auto list = layers.find("readings");
  if (!list) return readings;
  for (const YamlReader& entry : list->entries()) {
    entry.only({"id", "note", "asks", "about", "for-each", "owed-by", "when", "excused", "check", "settled", "rollover"});
    Reading reading;
    reading.id = entry.required("id").text();
    reading.note = read_names(entry.required("note"));
    if (const auto asks = entry.find("asks")) {
      if (asks->view() != "nothing") asks->fail({"expected-word", {asks->text(), "nothing"}});
    } else if (changes_something(entry)) {
      reading.body = read_body(layers.with(entry), pack, hinges);
    } else {
      entry.fail({"reading-changes-nothing", {reading.id}});
    }
    readings.push_back(std::move(reading));
  }
  return readings;
}

constexpr Day beginning = Day{date::days{-1'000'000}};

std::vector<RuleVersion> read_versions(const YamlReader& in, const Pack& pack, std::vector<Hinge>& hinges) {
  const Layers base{in};
  std::vector<RuleVersion> versions;
  versions.push_back({beginning, read_body(base, pack, hinges), read_readings(base, pack, hinges)});
  const auto amended = in.find("amended");
  if (!amended) return versions;
  for (const YamlReader& entry : amended->entries()) {
    entry.only({"from", "about", "for-each", "owed-by", "when", "excused", "check", "settled", "rollover", "readings"});
    const auto from = parse_day(entry.required("from").view());
    if (!from) entry.required("from").fail({"expected-date", {entry.required("from").text()}});
    if (*from <= versions.back().from) entry.fail({"amendments-out-of-order", {}});
    if (!changes_something(entry)) entry.fail({"amendment-changes-nothing", {}});
    const Layers layers = base.with(entry);
    versions.push_back({*from, read_body(layers, pack, hinges), read_readings(layers, pack, hinges)});
  }
  return versions;
}

bool reads_extensions(const Condition& condition) {
  if (condition.kind == Condition::Kind::test) return condition.path.text.starts_with("extensions");
  return std::any_of(condition.conditions.begin(), condition.conditions.end(), reads_extensions);
}

Group group_of(const RuleBody& body, Kind kind) {
  if (body.for_each && body.for_each->text == "extensions") return Group::extension;
  if (const auto* required = std::get_if<Required>(&body.check); required && reads_extensions(required->condition)) {
    return Group::extension;
  }
  if (kind == Kind::frequency || kind == Kind::conformity) return Group::frequency;
  return kind == Kind::deadline ? Group::deadline : Group::formality;
}

std::vector<std::string> read_clauses(const YamlReader& in, const Pack& pack) {
  std::vector<std::string> clauses;
  for (const YamlReader& entry : in.entries()) {
    clauses.push_back(entry.text());
    if (pack.clause(clauses.back()) == nullptr) entry.fail({"unknown-clause", {clauses.back(), pack.id}});
  }
  if (clauses.empty()) in.fail({"expected-value", {}});
  return clauses;
}

Severity read_severity(const YamlReader& in) {
  const auto severity = parse_severity(in.view());
  if (!severity) in.fail({"expected-word", {in.text(), "error, warning, note"}});
  return *severity;
}

std::vector<std::string> read_optional_texts(const YamlReader& in, std::string_view key) {
  const auto value = in.find(key);
  return value ? value->texts() : std::vector<std::string>{};
}

}  // namespace

std::optional<Day> read_pack_day(const YamlReader& in, const Pack& pack) {
  std::string_view text = in.view();
  Span span{0, Unit::day};
  if (const std::size_t after = text.find(" after "); after != std::string_view::npos) {
    const auto parsed = parse_span(text.substr(0, after));
    if (!parsed || parsed->unit != Unit::day) in.fail({"unknown-date", {in.text()}});
    span = *parsed;
    text = text.substr(after + 7);
  }
  std::optional<Day> day;
  if (text == "issued" || text == "pack.issued") {
    if (!pack.issued) in.fail({"unknown-date", {in.text()}});
    day = pack.issued;
  } else if (text.starts_with("pack.")) {
    const auto setting = pack.settings.find(std::string{text.substr(5)});
    if (setting == pack.settings.end()) in.fail({"unknown-setting", {std::string{text.substr(5)}}});
    if (!setting->second.value) return std::nullopt;
    day = parse_day(*setting->second.value);
  } else {
    day = parse_day(text);
  }
  if (!day) in.fail({"expected-date", {in.text()}});
  return *day + date::days{span.count};
}

Tenure read_in_force(const YamlReader& in, const Pack& pack, Tenure outer) {
  in.only({"from", "to"});
  Tenure tenure = outer;
  if (const auto from = in.find("from")) {
    // A rule whose beginning is not known yet binds nobody: the run names the empty setting.
    const auto day = read_pack_day(*from, pack);
    tenure.first = day ? *day : tenure.last;
  }
  if (const auto to = in.find("to")) {
    if (const auto day = read_pack_day(*to, pack)) tenure.last = *day;
  }
  if (tenure.last < tenure.first) in.fail({"ends-before-it-begins", {}});
  return tenure;
}

Rule read_rule(const YamlReader& in, const Pack& pack) {
  in.only({"rule", "clause", "title", "about", "for-each", "owed-by", "when", "excused", "check", "settled",
           "severity", "in-force", "rollover", "amended", "readings", "answers", "part-of", "note",
           "told-by"});
  Rule rule;
  rule.file = in.file();
  rule.mark = in.mark();
  RuleInfo info;
  info.pack = pack.id;
  info.id = in.required("rule").text();
  info.clauses = read_clauses(in.required("clause"), pack);
  info.title = read_names(in.required("title"));
  info.told_by = read_optional_texts(in, "told-by");
  if (const auto note = in.find("note")) info.note = read_names(*note);
  info.severity = in.find("severity") ? read_severity(*in.find("severity")) : Severity::error;
  if (pack.severity_cap) info.severity = std::min(info.severity, *pack.severity_cap);
  rule.answers = read_optional_texts(in, "answers");
  if (const auto whole = in.find("part-of")) rule.part_of = PartOf{whole->text(), whole->mark()};
  rule.in_force = pack.in_force;
  if (const auto in_force = in.find("in-force")) rule.in_force = read_in_force(*in_force, pack, Tenure{Tenure{}.first, pack.in_force.last});
  rule.versions = read_versions(in, pack, rule.hinges);
  info.kind = kind_readers[rule.versions.front().body.check.index()].kind;
  info.group = group_of(rule.versions.front().body, info.kind);
  rule.info = std::make_shared<const RuleInfo>(std::move(info));
  return rule;
}

bool RuleBody::is_about(Family family, Word type) const {
  return std::any_of(about.begin(), about.end(), [&](const RecordType& each) { return each.matches(family, type); });
}

const RuleVersion& Rule::on(Day day) const {
  const RuleVersion* chosen = &versions.front();
  for (const RuleVersion& version : versions) {
    if (version.from <= day) chosen = &version;
  }
  return *chosen;
}

}  // namespace reglament
