#include "reglament/calendar/civil.hpp"
#include "reglament/rules/read_expression.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace reglament {

namespace {

using Kind = ValueType::Kind;

// --- words ----------------------------------------------------------------------------------------------------

std::vector<std::string> list_texts(WordList list) {
  std::vector<std::string> texts;
  for (const Word word : vocabulary().words(list)) texts.push_back(vocabulary().text(word));
  return texts;
}

[[noreturn]] void unknown_word(const YamlReader& at, std::string_view word, WordList list) {
  if (const auto near = nearest(word, list_texts(list))) at.fail({"unknown-word-near", {std::string{word}, *near}});
  at.fail({"unknown-word", {std::string{word}}});
}

bool is_role(std::string_view text) {
  const auto word = vocabulary().find(text);
  return word && vocabulary().contains(vocabulary().types(Family::office), *word);
}

Number read_number(const YamlReader& at, std::string_view text) {
  const auto number = parse_number(text);
  if (!number) at.fail({"expected-number", {std::string{text}}});
  return *number;
}

// --- tests ----------------------------------------------------------------------------------------------------

// One value of a path of `type` as a rule writes it; a group of roles gives several.
void read_operand(const YamlReader& in, const ValueType& type, const Scope& scope, std::vector<Test::Operand>& operands) {
  const std::string text = in.text();
  Test::Operand operand;
  operand.text = text;
  switch (type.kind) {
    case Kind::yes_no: operand.yes_no = in.yes_no(); break;
    case Kind::number: operand.number = read_number(in, text); break;
    case Kind::time: {
      operand.minutes = parse_time_of_day(text);
      if (!operand.minutes) in.fail({"expected-time", {text}});
      break;
    }
    case Kind::word: {
      const bool roles = type.words && vocabulary().name(*type.words) == "role";
      if (roles && scope.pack != nullptr && scope.pack->roles.count(text) != 0) {
        for (const std::string& role : scope.pack->roles.at(text)) {
          operands.push_back({role, *vocabulary().find(role), {}, {}, {}});
        }
        return;
      }
      const auto word = vocabulary().find(text);
      if (type.words && (!word || !vocabulary().contains(*type.words, *word))) unknown_word(in, text, *type.words);
      operand.word = word.value_or(no_word);
      break;
    }
    case Kind::text:
      if (type.words) {
        const auto word = vocabulary().find(text);
        if (word && vocabulary().contains(*type.words, *word)) operand.word = *word;
      }
      break;
    case Kind::office:
      if (scope.pack != nullptr && scope.pack->roles.count(text) != 0) {
        for (const std::string& role : scope.pack->roles.at(text)) {
          operands.push_back({role, *vocabulary().find(role), {}, {}, {}});
        }
        return;
      }
      if (!is_role(text)) unknown_word(in, text, vocabulary().types(Family::office));
      operand.word = *vocabulary().find(text);
      break;
    case Kind::body: {
      const auto word = vocabulary().find(text);
      if (word && vocabulary().contains(vocabulary().types(Family::body), *word)) operand.word = *word;
      break;
    }
    case Kind::period: {
      static constexpr std::array<std::string_view, 12> parts = {"day", "week", "month", "quarter", "half-year", "year",
                                                                 "H1", "H2", "Q1", "Q2", "Q3", "Q4"};
      if (std::find(parts.begin(), parts.end(), text) == parts.end()) in.fail({"expected-period-part", {text}});
      break;
    }
    case Kind::link: break;
    case Kind::moment: in.fail({"test-does-not-fit", {text}});
    case Kind::structure: in.fail({"test-does-not-fit", {text}});
  }
  operands.push_back(std::move(operand));
}

Test one_of(const YamlReader& in, const ValueType& type, const Scope& scope) {
  Test test;
  test.kind = Test::Kind::one_of;
  for (const YamlReader& entry : in.entries()) read_operand(entry, type, scope, test.operands);
  if (test.operands.empty()) in.fail({"expected-value", {}});
  return test;
}

bool is_comparable(const ValueType& type) {
  return type.many || type.kind == Kind::number || type.kind == Kind::time;
}

Test read_amount_test(const YamlReader& in, Relation relation, const YamlReader& whole, const Path& path, const Scope& scope) {
  if (!is_comparable(path.type)) in.fail_at_key({"test-does-not-fit", {std::string{in.key()}}});
  Test test;
  test.kind = Test::Kind::amount;
  test.relation = relation;
  test.amount = read_amount(in, scope);
  if (const auto where = whole.find("where")) {
    if (!path.type.many) where->fail_at_key({"where-without-list", {path.text}});
    test.where.push_back(read_condition(*where, scope.of_items(path)));
  }
  return test;
}


Test read_test(const YamlReader& in, const Path& path, const Scope& scope);

// A path to maps stands for their first field where a word is asked for: `documents: {has: [agenda]}`.
Path to_key(const Path& path) {
  if (path.type.kind != Kind::structure || !path.type.many) return path;
  const FieldInfo& first = vocabulary().fields(path.type.structure).front();
  Path key = path;
  key.segments.push_back({Segment::Kind::field, first.name, first.absent_is_unknown});
  key.type = path.type;
  key.type.kind = first.type.holds == Holds::office ? Kind::office
                  : first.type.holds == Holds::body ? Kind::body
                  : first.type.holds == Holds::word ? Kind::word
                  : first.type.holds == Holds::number ? Kind::number
                                                    : Kind::text;
  key.type.words.reset();
  if (first.type.holds == Holds::word || first.type.holds == Holds::word_or_text) key.type.words = first.type.words;
  return key;
}

bool needs_key(const YamlReader& in) {
  if (!in.is_map()) return !(in.is_scalar() && (in.view() == "exists" || in.view() == "absent"));
  for (const std::string_view key : {"has", "lacks", "among", "same-as", "acting-for", "present-on"}) {
    if (in.find(key)) return true;
  }
  return false;
}

Test read_date_test(const YamlReader& in, DateRelation relation, const Path& path, const Scope& scope) {
  if (path.type.kind != Kind::moment && path.type.kind != Kind::period) {
    in.fail_at_key({"test-does-not-fit", {std::string{in.key()}}});
  }
  Test test;
  test.kind = Test::Kind::date;
  test.date_relation = relation;
  test.date = read_date(in, scope);
  return test;
}

Test read_keyed_test(const YamlReader& in, const YamlReader& whole, const Path& path, const Scope& scope) {
  const std::string_view key = in.key();
  Test test;
  if (key == "not") {
    test.kind = Test::Kind::negated;
    test.tests.push_back(read_test(in, path, scope));
    return test;
  }
  if (key == "has" || key == "lacks") {
    test.kind = key == "has" ? Test::Kind::has : Test::Kind::lacks;
    test.set = read_set(in, scope, path.type);
    if (path.type.kind != Kind::structure || path.type.many) return test;
    for (SetMember& member : test.set.members) member.hinge = read_path(in, path.text + "." + member.word, scope).hinge;
    return test;
  }
  if (key == "among" || key == "same-as") {
    test.kind = key == "among" ? Test::Kind::among : Test::Kind::same_as;
    test.path = to_key(read_path(in, scope));
    return test;
  }
  if (key == "acting-for") {
    if (path.type.kind != Kind::office) in.fail_at_key({"test-does-not-fit", {std::string{key}}});
    test = one_of(in, path.type, scope);
    test.kind = Test::Kind::acting_for;
    return test;
  }
  if (key == "present-on") {
    if (path.type.kind != Kind::office) in.fail_at_key({"test-does-not-fit", {std::string{key}}});
    test.kind = Test::Kind::present_on;
    test.date = read_date(in, scope);
    return test;
  }
  const bool dated = path.type.kind == Kind::moment && !path.type.many;
  if (const auto relation = parse_date_relation(key); relation && (key != "exactly" || dated)) {
    return read_date_test(in, *relation, path, scope);
  }
  if (const auto relation = parse_relation(key)) return read_amount_test(in, *relation, whole, path, scope);
  static const std::vector<std::string> known = {
      "not", "has", "lacks", "among", "same-as", "acting-for", "present-on", "at-least", "at-most", "more-than",
      "less-than", "exactly", "no-later-than", "no-earlier-than", "later-than", "earlier-than", "where"};
  if (const auto near = nearest(key, known)) in.fail_at_key({"unknown-test-near", {std::string{key}, *near}});
  in.fail_at_key({"unknown-test", {std::string{key}}});
}

Test read_test(const YamlReader& in, const Path& path, const Scope& scope) {
  Test test;
  if (in.is_scalar() && (in.view() == "exists" || in.view() == "absent")) {
    test.kind = in.view() == "exists" ? Test::Kind::exists : Test::Kind::absent;
    return test;
  }
  if (!in.is_map()) return one_of(in, path.type, scope);
  in.unique_keys();
  test.kind = Test::Kind::all;
  for (const YamlReader& part : in.children()) {
    if (part.key() != "where") test.tests.push_back(read_keyed_test(part, in, path, scope));
  }
  if (test.tests.empty()) in.fail({"empty-condition", {}});
  return test.tests.size() == 1 ? Test{test.tests.front()} : test;
}

// --- conditions -------------------------------------------------------------------------------------------------

Condition joined(Condition::Kind kind, const YamlReader& in, const Scope& scope) {
  Condition condition;
  condition.kind = kind;
  condition.mark = in.mark();
  for (const YamlReader& entry : in.entries()) condition.conditions.push_back(read_condition(entry, scope));
  if (condition.conditions.empty()) in.fail({"empty-condition", {}});
  return condition;
}

// `has: [acting, order-issued]` of the record itself: each is there.
Condition presence(const YamlReader& in, const Scope& scope, Test::Kind kind) {
  Condition condition;
  condition.mark = in.mark();
  for (const YamlReader& entry : in.entries()) {
    const YamlReader member = entry.is_map() ? entry.children().at(0) : entry;
    const std::string name = entry.is_map() ? std::string{member.key()} : entry.text();
    Condition one;
    one.kind = Condition::Kind::test;
    one.mark = entry.mark();
    one.path = read_path(entry, name, scope);
    one.test.kind = kind;
    if (entry.is_map()) one.clause = member.text();
    condition.conditions.push_back(std::move(one));
  }
  if (condition.conditions.empty()) in.fail({"empty-condition", {}});
  return condition;
}

Condition read_count(const YamlReader& in, const Scope& scope) {
  in.only({"of", "where", "at-least", "at-most", "more-than", "less-than", "exactly"});
  Condition condition;
  condition.kind = Condition::Kind::count;
  condition.mark = in.mark();
  condition.counted = read_record_type(in.required("of"), in.required("of").view());
  if (const auto where = in.find("where")) {
    condition.conditions.push_back(read_condition(*where, scope.of_records(condition.counted)));
  }
  bool bound = false;
  for (const YamlReader& part : in.children()) {
    if (const auto relation = parse_relation(part.key())) {
      if (bound) part.fail_at_key({"one-bound-only", {}});
      condition.relation = *relation;
      condition.amount = read_amount(part, scope);
      bound = true;
    }
  }
  if (!bound) {
    condition.relation = Relation::at_least;
    condition.amount.literal = Number::of(1);
    condition.amount.text = "1";
  }
  return condition;
}

Condition read_entry(const YamlReader& in, const Scope& scope) {
  const std::string_view key = in.key();
  if (key == "any") return joined(Condition::Kind::any, in, scope);
  if (key == "all") return joined(Condition::Kind::all, in, scope);
  if (key == "has") return presence(in, scope, Test::Kind::exists);
  if (key == "lacks") return presence(in, scope, Test::Kind::absent);
  if (key == "count" && scope.holder) return read_count(in, scope);
  Condition condition;
  condition.mark = in.mark();
  if (key == "not") {
    condition.kind = Condition::Kind::negated;
    condition.conditions.push_back(read_condition(in, scope));
    return condition;
  }
  condition.kind = Condition::Kind::test;
  condition.path = read_path(in, key, scope);
  if (needs_key(in)) condition.path = to_key(condition.path);
  condition.test = read_test(in, condition.path, scope);
  return condition;
}

// --- amounts ------------------------------------------------------------------------------------------------------

std::optional<Amount::Kind> aggregate(std::string_view key) {
  if (key == "largest") return Amount::Kind::largest;
  if (key == "smallest") return Amount::Kind::smallest;
  if (key == "sum") return Amount::Kind::sum;
  if (key == "count") return Amount::Kind::count;
  return std::nullopt;
}

Amount read_aggregate(const YamlReader& in, const Scope& scope) {
  in.only({"largest", "smallest", "sum", "count", "where"});
  Amount amount;
  bool found = false;
  for (const YamlReader& part : in.children()) {
    const auto kind = aggregate(part.key());
    if (!kind) continue;
    if (found) part.fail_at_key({"one-aggregate-only", {}});
    found = true;
    amount.kind = *kind;
    amount.path = read_path(part, scope);
    amount.text = std::string{part.key()} + " " + part.text();
  }
  if (!found) in.fail({"unknown-amount", {}});
  if (const auto where = in.find("where")) {
    const std::string_view path = amount.path.text;
    const std::size_t dot = path.rfind('.');
    const Path list = dot == std::string_view::npos ? amount.path : read_path(in, path.substr(0, dot), scope);
    amount.where.push_back(read_condition(*where, scope.of_items(list)));
  }
  return amount;
}

// 2/3 of attendance.members
bool read_fraction(const YamlReader& in, std::string_view text, const Scope& scope, Amount& amount) {
  const std::size_t of = text.find(" of ");
  const std::size_t slash = text.find('/');
  if (of == std::string_view::npos || slash == std::string_view::npos || slash > of) return false;
  const auto whole = [&](std::string_view digits) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc{} || end != digits.data() + digits.size() || number <= 0) {
      in.fail({"expected-number", {std::string{digits}}});
    }
    return number;
  };
  amount.kind = Amount::Kind::fraction;
  amount.numerator = whole(text.substr(0, slash));
  amount.denominator = whole(text.substr(slash + 1, of - slash - 1));
  amount.path = read_path(in, text.substr(of + 4), scope);
  return true;
}

void read_setting(const YamlReader& in, const std::string& name, const Scope& scope, Amount& amount) {
  if (scope.pack == nullptr || scope.pack->settings.count(name) == 0) in.fail({"unknown-setting", {name}});
  const Setting& setting = scope.pack->settings.at(name);
  if (setting.value) {
    amount.literal = read_number(in, *setting.value);
  } else if (scope.missing_settings != nullptr) {
    scope.missing_settings->push_back(name);
  }
}

// --- sets --------------------------------------------------------------------------------------------------------

SetMember read_member(const YamlReader& in, const ValueType& members) {
  SetMember member;
  YamlReader at = in;
  if (in.is_map()) {
    at = in.children().at(0);
    member.word = std::string{at.key()};
    member.clause = at.text();
  } else {
    member.word = in.text();
  }
  const auto word = vocabulary().find(member.word);
  const bool closed = members.words && members.kind == Kind::word;
  if (closed && (!word || !vocabulary().contains(*members.words, *word))) unknown_word(in, member.word, *members.words);
  if (members.kind == Kind::office && !is_role(member.word)) unknown_word(in, member.word, vocabulary().types(Family::office));
  if (members.kind == Kind::structure && !members.many) {
    if (!word || vocabulary().field(members.structure, *word) == nullptr) {
      in.fail({"unknown-name", {member.word, vocabulary().name(members.structure)}});
    }
  }
  if (word) member.interned = *word;
  return member;
}

void read_words(const YamlReader& in, const Scope& scope, const ValueType& members, SetExpression& set) {
  for (const YamlReader& entry : in.entries()) {
    const bool group = entry.is_scalar() && scope.pack != nullptr && scope.pack->roles.count(entry.text()) != 0;
    if (!group) {
      set.members.push_back(read_member(entry, members));
      continue;
    }
    for (const std::string& role : scope.pack->roles.at(entry.text())) {
      set.members.push_back({role, *vocabulary().find(role), ""});
    }
  }
  if (set.members.empty()) in.fail({"expected-value", {}});
  set.role_by_role = members.kind == Kind::office;
}

}  // namespace

std::optional<Relation> parse_relation(std::string_view text) {
  if (text == "at-least") return Relation::at_least;
  if (text == "at-most") return Relation::at_most;
  if (text == "more-than") return Relation::more_than;
  if (text == "less-than") return Relation::less_than;
  if (text == "exactly") return Relation::exactly;
  return std::nullopt;
}

std::string_view to_text(Relation relation) {
  static constexpr std::array<std::string_view, 5> names = {"at-least", "at-most", "more-than", "less-than", "exactly"};
  return names[static_cast<std::size_t>(relation)];
}

std::optional<DateRelation> parse_date_relation(std::string_view text) {
  if (text == "no-later-than") return DateRelation::no_later_than;
  if (text == "no-earlier-than") return DateRelation::no_earlier_than;
  if (text == "later-than") return DateRelation::later_than;
  if (text == "earlier-than") return DateRelation::earlier_than;
  if (text == "exactly") return DateRelation::exactly;
  return std::nullopt;
}

std::string_view to_text(DateRelation relation) {
  static constexpr std::array<std::string_view, 5> names = {"no-later-than", "no-earlier-than", "later-than",
                                                            "earlier-than", "exactly"};
  return names[static_cast<std::size_t>(relation)];
}

Condition read_condition(const YamlReader& in, const Scope& scope) {
  in.unique_keys();
  Condition condition;
  condition.mark = in.mark();
  for (const YamlReader& entry : in.children()) condition.conditions.push_back(read_entry(entry, scope));
  if (condition.conditions.empty()) in.fail({"empty-condition", {}});
  return condition.conditions.size() == 1 ? Condition{condition.conditions.front()} : condition;
}

Amount read_amount(const YamlReader& in, const Scope& scope) {
  if (in.is_map()) return read_aggregate(in, scope);
  const std::string text = in.text();
  Amount amount;
  amount.text = text;
  if (const auto number = parse_number(text)) {
    amount.literal = *number;
    return amount;
  }
  if (const auto minutes = parse_time_of_day(text)) {
    amount.kind = Amount::Kind::time;
    amount.literal = Number::of(*minutes);
    return amount;
  }
  if (text.starts_with("pack.")) {
    read_setting(in, text.substr(5), scope, amount);
    return amount;
  }
  if (read_fraction(in, text, scope, amount)) return amount;
  amount.kind = Amount::Kind::path;
  amount.path = read_path(in, scope);
  return amount;
}

SetExpression read_set(const YamlReader& in, const Scope& scope, const ValueType& members) {
  SetExpression set;
  if (!in.is_map()) {
    read_words(in, scope, members, set);
    return set;
  }
  in.only({"offices", "bodies", "values", "inside", "supervised-by", "of", "where"});
  if (const auto offices = in.find("offices")) {
    if (scope.pack == nullptr) offices->fail({"unknown-set", {}});
    set.kind = SetExpression::Kind::offices;
    set.roles = read_roles(*offices, *scope.pack);
    if (const auto by = in.find("supervised-by")) set.supervised_by = read_path(*by, scope);
  } else if (const auto bodies = in.find("bodies")) {
    set.kind = SetExpression::Kind::bodies;
    for (const YamlReader& kind : bodies->entries()) {
      set.kinds.push_back(read_word(kind, vocabulary().types(Family::body)));
    }
  } else if (const auto values = in.find("values")) {
    set.kind = SetExpression::Kind::values;
    Scope inner = scope;
    if (const auto of = in.find("of")) {
      set.of = read_record_type(*of, of->view());
      if (scope.others != nullptr) scope.others->all.push_back(*set.of);
      inner = scope.of_records(*set.of);
    }
    set.values = to_key(read_path(*values, inner));
    if (const auto where = in.find("where")) set.where.push_back(read_condition(*where, inner));
    return set;
  } else {
    in.fail({"unknown-set", {}});
  }
  if (const auto inside = in.find("inside")) set.inside = read_path(*inside, scope);
  return set;
}

Word read_word(const YamlReader& in, WordList list) {
  const auto word = vocabulary().find(in.view());
  if (!word || !vocabulary().contains(list, *word)) unknown_word(in, in.view(), list);
  return *word;
}

std::vector<Word> read_roles(const YamlReader& in, const Pack& pack) {
  std::vector<Word> roles;
  for (const YamlReader& entry : in.entries()) {
    const auto group = pack.roles.find(entry.text());
    if (group == pack.roles.end()) {
      roles.push_back(read_word(entry, vocabulary().types(Family::office)));
      continue;
    }
    for (const std::string& role : group->second) roles.push_back(*vocabulary().find(role));
  }
  if (roles.empty()) in.fail({"expected-value", {}});
  return roles;
}

RecordType read_record_type(const YamlReader& in, std::string_view text) {
  const std::size_t slash = text.find('/');
  const auto family = parse_family(text.substr(0, slash));
  if (!family) {
    in.fail({"unknown-family", {std::string{text.substr(0, slash)}}});
  }
  if (slash == std::string_view::npos) return {*family, no_word};
  const std::string_view type = text.substr(slash + 1);
  const auto word = vocabulary().find(type);
  const WordList types = vocabulary().types(*family);
  if (!word || !vocabulary().contains(types, *word)) unknown_word(in, type, types);
  return {*family, *word};
}

std::vector<RecordType> read_record_types(const YamlReader& in) {
  std::vector<RecordType> types;
  for (const YamlReader& entry : in.entries()) types.push_back(read_record_type(entry, entry.view()));
  if (types.empty()) in.fail({"expected-value", {}});
  return types;
}

Names read_names(const YamlReader& in) {
  in.only({"kk", "ru", "en"});
  return {in.required("kk").text(), in.required("ru").text(), in.required("en").text()};
}

}  // namespace reglament
