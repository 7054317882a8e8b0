// Why a condition is not fulfilled, in a sentence for each test that fails.
#include "reglament/checks/conditions.hpp"

#include <algorithm>

namespace reglament {

namespace {

// `2/3 × 16`, the same in each language
std::string written(const Amount& amount, Number base) {
  return std::to_string(amount.numerator) + "/" + std::to_string(amount.denominator) + " × " + to_text(base);
}

FieldName field_name(const Path& path, const Context& context) {
  std::string text = path.text;
  if (path.start == Path::Start::item && context.body != nullptr && context.body->for_each) {
    text = context.body->for_each->text + "." + text;
  }
  return FieldName{text};
}

std::vector<std::string> texts(const Values& values, const Context& context) {
  std::vector<std::string> result;
  for (const Value& value : values.items) result.push_back(to_text(value, *context.world->offices));
  return result;
}

std::vector<std::string> wanted(const std::vector<Test::Operand>& operands) {
  std::vector<std::string> result;
  for (const Test::Operand& operand : operands) result.push_back(operand.text);
  return result;
}

Argument observed(const Values& values, const Context& context) {
  if (values.items.size() == 1 && values.items.front().kind == Value::Kind::moment) return values.items.front().moment;
  if (values.items.size() == 1 && values.items.front().kind == Value::Kind::number) return values.items.front().number;
  return texts(values, context);
}

// The words that a condition on items asks for: what was to be counted.
void add_words(const Condition& condition, std::vector<std::string>& words) {
  if (condition.kind == Condition::Kind::test && condition.test.kind == Test::Kind::one_of) {
    for (const Test::Operand& operand : condition.test.operands) words.push_back(operand.text);
  }
  for (const Condition& part : condition.conditions) add_words(part, words);
}

// The fields that the alternatives of an `any` ask for, each once.
void add_fields(const Condition& condition, const Context& context, std::vector<FieldName>& fields) {
  if (condition.kind == Condition::Kind::test) {
    FieldName name = field_name(condition.path, context);
    const bool twice = std::any_of(fields.begin(), fields.end(), [&](const FieldName& f) { return f.path == name.path; });
    if (!twice) fields.push_back(std::move(name));
  }
  for (const Condition& part : condition.conditions) add_fields(part, context, fields);
}

void explain_amount(const Path& path, const Values& values, const Test& test, const Context& context,
                    std::vector<Statement>& out) {
  const AmountValue limit = amount_of(test.amount, context);
  Argument seen = Number::of(0);
  if (path.type.many) {
    seen = Number::of(count_items(values, test.where, context).certain);
  } else if (!values.items.empty()) {
    const Value& value = values.items.front();
    if (value.kind == Value::Kind::number) {
      seen = value.number;
    } else {
      seen = to_text(value, *context.world->offices);
    }
  }
  const bool as_written = test.amount.kind == Amount::Kind::literal || test.amount.kind == Amount::Kind::time;
  std::string text = as_written || !limit.number ? test.amount.text : to_text(*limit.number);
  if (test.amount.kind == Amount::Kind::fraction) {
    const Values base = values_of(test.amount.path, context);
    if (!base.items.empty()) {
      text = written(test.amount, base.items.front().number);
    }
  }
  Statement statement{"required-number", {field_name(path, context), seen, Literal{std::string{to_text(test.relation)}},
                                          limit.number.value_or(Number{}), text}};
  std::vector<std::string> counted;
  for (const Condition& where : test.where) add_words(where, counted);
  if (!counted.empty()) {
    statement.key = "required-number-of";
    statement.arguments.emplace_back(std::move(counted));
  }
  out.push_back(std::move(statement));
}

void explain_test(const Condition& condition, const Context& context, std::vector<Statement>& out) {
  const Path& path = condition.path;
  const Test& test = condition.test;
  const Values values = values_of(path, context);
  const FieldName name = field_name(path, context);
  const auto absent = [&] { out.push_back({"required-absent", {name}}); };
  switch (test.kind) {
    case Test::Kind::exists: return absent();
    case Test::Kind::absent: out.push_back({"required-not", {name, observed(values, context)}}); return;
    case Test::Kind::all:
      for (const Test& part : test.tests) {
        if (!holds(path, part, context).is_no()) continue;
        Condition one = condition;
        one.test = part;
        explain_test(one, context, out);
      }
      return;
    case Test::Kind::one_of:
      if (values.items.empty()) return absent();
      out.push_back({"required-value", {name, observed(values, context), wanted(test.operands)}});
      return;
    case Test::Kind::negated:
    case Test::Kind::lacks: out.push_back({"required-not", {name, observed(values, context)}}); return;
    case Test::Kind::has: {
      std::vector<std::string> lacking;
      const std::vector<Member> members = members_of(test.set, context);
      for (const Member* member : missing(path, values, members, context)) {
        lacking.push_back(member->clause.empty() ? member->text : member->text + " (" + member->clause + ")");
      }
      out.push_back({"required-missing-members", {name, lacking}});
      return;
    }
    case Test::Kind::among:
    case Test::Kind::same_as:
      if (values.items.empty()) return absent();
      out.push_back({"required-among", {name, observed(values, context), field_name(test.path, context)}});
      return;
    case Test::Kind::amount:
      if (values.items.empty() && !path.type.many) return absent();
      return explain_amount(path, values, test, context, out);
    case Test::Kind::date: {
      if (values.items.empty()) return absent();
      const DateValue limit = date_of(test.date, context, use_of(test.date_relation));
      Argument bound = test.date.text;
      if (limit.status == DateValue::Status::found) bound = limit.moment;
      out.push_back({"required-date", {name, observed(values, context),
                                       Literal{std::string{to_text(test.date_relation)}}, bound}});
      return;
    }
    case Test::Kind::present_on:
      if (values.items.empty()) return absent();
      out.push_back({"required-present", {name, observed(values, context), date_of(test.date, context, LimitUse::exact).moment}});
      return;
    case Test::Kind::acting_for:
      if (values.items.empty()) return absent();
      out.push_back({"required-not", {name, observed(values, context)}});
      return;
  }
}

void explain(const Condition& condition, const Context& context, std::vector<Statement>& out);

// `site-named: false` beside what a site must have: an alternative that says when the others are asked.
bool says_when(const Condition& condition) {
  if (condition.kind != Condition::Kind::test) return false;
  const Test& test = condition.test;
  return test.kind == Test::Kind::absent || (test.kind == Test::Kind::one_of && condition.path.type.kind == ValueType::Kind::yes_no);
}

// Of several alternatives: the one that is asked, where the others only say when; else the first of which a value is there
// and fails; else that one of them is needed.
void explain_any(const Condition& condition, const Context& context, std::vector<Statement>& out) {
  std::vector<const Condition*> asked;
  for (const Condition& part : condition.conditions) {
    if (!says_when(part)) asked.push_back(&part);
  }
  if (asked.size() == 1) return explain(*asked.front(), context, out);
  const auto fails = [&](const Condition* part) { return holds(*part, context).lasting; };
  const auto first = std::find_if(asked.begin(), asked.end(), fails);
  if (first != asked.end()) return explain(**first, context, out);
  std::vector<FieldName> fields;
  for (const Condition* part : asked) add_fields(*part, context, fields);
  if (asked.empty()) add_fields(condition, context, fields);
  out.push_back({"required-one-of", {fields}});
}

void explain(const Condition& condition, const Context& context, std::vector<Statement>& out) {
  switch (condition.kind) {
    case Condition::Kind::all:
      for (const Condition& part : condition.conditions) {
        if (holds(part, context).is_no()) explain(part, context, out);
      }
      return;
    case Condition::Kind::any: return explain_any(condition, context, out);
    case Condition::Kind::negated: {
      const Condition& inner = condition.conditions.front();
      const std::string text = inner.kind == Condition::Kind::test ? inner.path.text : std::string{"not"};
      if (inner.kind == Condition::Kind::test) {
        out.push_back({"required-not", {field_name(inner.path, context), observed(values_of(inner.path, context), context)}});
      } else {
        out.push_back({"required-unmet", {text}});
      }
      return;
    }
    case Condition::Kind::test: return explain_test(condition, context, out);
    case Condition::Kind::count: return;
  }
}

}  // namespace

std::vector<Statement> failures(const Condition& condition, const Context& context) {
  std::vector<Statement> statements;
  explain(condition, context, statements);
  for (auto statement = statements.begin(); statement != statements.end();) {
    const bool told = std::find(statements.begin(), statement, *statement) != statement;
    statement = told ? statements.erase(statement) : statement + 1;
  }
  if (statements.empty()) statements.push_back({"required-unmet", {std::string{"check"}}});
  return statements;
}

}  // namespace reglament
