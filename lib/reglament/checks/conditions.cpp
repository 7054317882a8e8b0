// Conditions, amounts and sets on one record.
#include "reglament/checks/conditions.hpp"
#include "reglament/checks/names.hpp"

#include <algorithm>

namespace reglament {

namespace {

const Register& offices_of(const Context& context) { return *context.world->offices; }

// An answer that comes from a value not being there.
Truth for_absence(const Values& values, bool holds) {
  if (values.unknown) return Truth::not_known(values.hinge);
  return {holds ? Truth::Value::yes : Truth::Value::no, false, Hinges::on(values.hinge), 0};
}

bool has_trait(const Body& body, const std::string& text, Word kind) {
  return body.id == text || (kind != no_word && body.kind == kind) ||
         std::find(body.traits.begin(), body.traits.end(), text) != body.traits.end();
}

bool is_part(const Period& period, std::string_view text) {
  if (to_text(period.unit) == text) return true;
  const std::string whole = to_text(period);
  return whole.size() > text.size() + 1 && whole.ends_with(text) && whole[whole.size() - text.size() - 1] == '-';
}

bool is_operand(const Value& value, const Test::Operand& operand, const Context& context) {
  switch (value.kind) {
    case Value::Kind::yes_no: return operand.yes_no && *operand.yes_no == (value.data != 0);
    case Value::Kind::number: return operand.number && *operand.number == value.number;
    case Value::Kind::time: return operand.minutes && *operand.minutes == value.data;
    case Value::Kind::word: return operand.word != no_word && operand.word == value.word();
    case Value::Kind::text:
    case Value::Kind::link: return value.text == operand.text;
    case Value::Kind::office:
      if (operand.word == no_word || !is_plain(value.office(), offices_of(context))) context.world->look();
      if (operand.word != no_word && offices_of(context)[value.office()].role == operand.word) return true;
      return offices_of(context)[value.office()].id == operand.text ||
             (operand.word != no_word && counts_as(value.office(), operand.word, value.day.value_or(context.date), offices_of(context)));
    case Value::Kind::body: return has_trait(offices_of(context)[value.body()], operand.text, operand.word);
    case Value::Kind::period: return value.period && is_part(*value.period, operand.text);
    case Value::Kind::moment:
    case Value::Kind::cell:
    case Value::Kind::step: return false;
  }
  return false;
}

bool is_any_operand(const Value& value, const std::vector<Test::Operand>& operands, const Context& context) {
  return std::any_of(operands.begin(), operands.end(),
                     [&](const Test::Operand& operand) { return is_operand(value, operand, context); });
}

bool same_value(const Value& a, const Value& b, const Context& context) {
  if (a.kind == Value::Kind::office || b.kind == Value::Kind::office) context.world->look();
  const auto role_of = [&](const Value& value) {
    if (value.kind == Value::Kind::office) return offices_of(context)[value.office()].role;
    return value.kind == Value::Kind::word ? value.word() : no_word;
  };
  if (a.kind == Value::Kind::office && b.kind == Value::Kind::office) {
    return a.office() == b.office() || offices_of(context).acts_for(a.office(), b.office(), context.date) ||
           offices_of(context).acts_for(b.office(), a.office(), context.date);
  }
  const bool office_and_role = (a.kind == Value::Kind::office) != (b.kind == Value::Kind::office);
  if (office_and_role && role_of(a) != no_word) return role_of(a) == role_of(b);
  if (a.kind != b.kind) return false;
  switch (a.kind) {
    case Value::Kind::number: return a.number == b.number;
    case Value::Kind::moment: return a.moment.day == b.moment.day;
    case Value::Kind::text:
    case Value::Kind::link: return a.text == b.text;
    case Value::Kind::period: return a.period == b.period;
    default: return a.data == b.data;
  }
}

Truth test_one_of(const Values& values, const Test& test, const Context& context) {
  if (values.items.empty()) {
    const bool wants_no = std::any_of(test.operands.begin(), test.operands.end(), [](const Test::Operand& operand) {
      return operand.yes_no && !*operand.yes_no;
    });
    return for_absence(values, wants_no);
  }
  return Truth::of(std::any_of(values.items.begin(), values.items.end(), [&](const Value& value) {
    return is_any_operand(value, test.operands, context);
  }));
}

// --- amounts ------------------------------------------------------------------------------------------------------

Context with_item(const Context& context, const Value& value, std::size_t index) {
  Context inner = context;
  inner.item = value.record != nullptr ? std::optional{value.view()} : std::nullopt;
  inner.item_index = index;
  return inner;
}

// The list that the items of an aggregate come from: `candidates` of `candidates.votes`.
Path list_of(const Path& path) {
  Path list = path;
  if (list.segments.size() > 1) list.segments.pop_back();
  return list;
}

AmountValue aggregate(const Amount& amount, const Context& context) {
  AmountValue result;
  result.hinge = amount.path.hinge;
  Path member = amount.path;
  member.start = Path::Start::item;
  member.segments.erase(member.segments.begin(), member.segments.end() - 1);
  const Values items = values_of(list_of(amount.path), context);
  std::int64_t sum = 0;
  std::int64_t count = 0;
  std::optional<Number> best;
  std::size_t index = 0;
  for (const Value& item : items.items) {
    const Context inner = with_item(context, item, index++);
    if (!amount.where.empty()) {
      const Truth truth = holds(amount.where.front(), inner);
      if (truth.is_unknown()) result.unknown = true;
      if (!truth.is_yes()) continue;
    }
    ++count;
    const Values values = values_of(member, inner);
    if (values.unknown) result.unknown = true;
    for (const Value& value : values.items) {
      sum += value.number.millionths;
      const bool better = !best || (amount.kind == Amount::Kind::largest ? value.number > *best : value.number < *best);
      if (better) best = value.number;
    }
  }
  if (amount.kind == Amount::Kind::count) result.number = Number::of(count);
  if (amount.kind == Amount::Kind::sum) result.number = Number{sum};
  // Of nothing the largest is nought: nobody has more.
  if (amount.kind == Amount::Kind::largest) result.number = best.value_or(Number{});
  if (amount.kind == Amount::Kind::smallest) result.number = best;
  return result;
}

__extension__ using Wide = __int128;  // millionths of the largest number times the terms of a fraction

Wide scaled(Number number, std::int64_t factor) { return Wide{number.millionths} * factor; }

template <typename T>
bool in_relation(const T& left, Relation relation, const T& right) {
  switch (relation) {
    case Relation::at_least: return left >= right;
    case Relation::at_most: return left <= right;
    case Relation::more_than: return left > right;
    case Relation::less_than: return left < right;
    case Relation::exactly: return left == right;
  }
  return false;
}

Truth compare_count(const Counted& counted, Relation relation, Wide limit, std::int64_t divisor) {
  const Wide few = scaled(Number::of(counted.certain), divisor);
  const Wide all = scaled(Number::of(counted.certain + counted.in_doubt), divisor);
  const bool with_few = in_relation(few, relation, limit);
  const bool with_all = in_relation(all, relation, limit);
  const bool some_would_do = relation == Relation::exactly && few < limit && limit < all;
  if (with_few != with_all || some_would_do) return {Truth::Value::unknown, false, {}, counted.unknown};
  if (with_few) return Truth::yes();
  const bool too_few = relation == Relation::exactly && few < limit;
  const bool more_may_come = too_few || relation == Relation::at_least || relation == Relation::more_than;
  return Truth::no(!more_may_come);
}

Truth test_amount(const Path& path, const Values& values, const Test& test, const Context& context) {
  const AmountValue limit = amount_of(test.amount, context);
  if (limit.unknown || !limit.number) return Truth::not_known(limit.hinge);
  const Wide right = scaled(*limit.number, limit.factor);
  if (path.type.many) {
    if (values.items.empty() && values.unknown) return Truth::not_known(values.hinge);
    const Counted counted = count_items(values, test.where, context);
    Truth truth = compare_count(counted, test.relation, right, limit.divisor);
    // More would count if what no record holds were there: too few is not proved, nor is few enough.
    const bool asks_for_more = test.relation == Relation::at_least || test.relation == Relation::more_than;
    if (truth.is_no() == asks_for_more) truth.hinges = counted.hinges;
    if (values.items.empty()) truth.hinges = Hinges::on(values.hinge);
    return truth;
  }
  if (values.items.empty()) return for_absence(values, false);
  const Value& value = values.items.front();
  const Number left = value.kind == Value::Kind::time ? Number::of(value.data) : value.number;
  return Truth::of(in_relation(scaled(left, limit.divisor), test.relation, right));
}

// --- dates ------------------------------------------------------------------------------------------------------

Truth test_date(const Path& path, const Values& values, const Test& test, const Context& context) {
  if (values.items.empty()) return for_absence(values, false);
  const DateValue limit = date_of(test.date, context, use_of(test.date_relation));
  const Value& value = values.items.back();
  const Moment left = value.kind == Value::Kind::period && value.period ? Moment{value.period->last, -1} : value.moment;
  switch (limit.status) {
    case DateValue::Status::found: return Truth::of(satisfies(left, test.date_relation, limit.moment));
    case DateValue::Status::unknown: return Truth::not_known(limit.hinge);
    case DateValue::Status::absent:
    case DateValue::Status::not_yet: {
      // What has happened comes before what has not; a stated date comes before nothing.
      const bool before = !path.type.stated && (test.date_relation == DateRelation::no_later_than || test.date_relation == DateRelation::earlier_than);
      Truth truth = before ? Truth::yes() : Truth::no(true);
      truth.hinges = limit.hinges;
      return truth;
    }
  }
  return Truth::yes();
}

// --- sets --------------------------------------------------------------------------------------------------------

bool holds_key(const Values& values, const Member& member) {
  return std::any_of(values.items.begin(), values.items.end(), [&](const Value& value) {
    if (value.kind != Value::Kind::cell || value.view().kind() != Cell::Kind::map) return false;
    const auto field = value.view().find(member.word);
    return field && !(field->kind() == Cell::Kind::list && field->count() == 0);
  });
}

bool holds_member(const Path& path, const Values& values, const Member& member, const Context& context) {
  if (path.type.kind == ValueType::Kind::structure) return holds_key(values, member);
  return std::any_of(values.items.begin(), values.items.end(),
                     [&](const Value& value) { return is_member(value, member, context); });
}

Truth test_has(const Path& path, const Values& values, const Test& test, const Context& context) {
  const std::vector<Member> members = members_of(test.set, context);
  if (members.empty()) return Truth::yes();
  if (values.items.empty()) return for_absence(values, false);
  const std::vector<const Member*> lacking = missing(path, values, members, context);
  if (lacking.empty()) return Truth::yes();
  // One of them that others hold proves the lack.
  Truth truth = Truth::no(false);
  truth.hinges = Hinges::on(lacking.front()->hinge);
  for (const Member* member : lacking) truth.hinges = either(truth.hinges, Hinges::on(member->hinge));
  return truth;
}

Truth test_lacks(const Path& path, const Values& values, const Test& test, const Context& context) {
  if (values.items.empty()) return for_absence(values, true);
  const std::vector<Member> members = members_of(test.set, context);
  return Truth::of(missing(path, values, members, context).size() == members.size());
}

// Each value is one of those that the other path leads to.
Truth test_among(const Values& values, const Test& test, const Context& context) {
  if (values.items.empty()) return for_absence(values, false);
  const Values others = values_of(test.path, context);
  if (others.items.empty()) {
    return others.unknown ? Truth::not_known(others.hinge) : Truth{Truth::Value::no, false, Hinges::on(others.hinge), 0};
  }
  const auto found = [&](const Value& value) {
    return std::any_of(others.items.begin(), others.items.end(),
                       [&](const Value& other) { return same_value(value, other, context); });
  };
  return Truth::of(std::all_of(values.items.begin(), values.items.end(), found));
}

Truth test_acting_for(const Values& values, const Test& test, const Context& context) {
  if (values.items.empty()) return for_absence(values, false);
  const Register& all = offices_of(context);
  for (const Value& value : values.items) {
    if (value.kind != Value::Kind::office) continue;
    if (!is_plain(value.office(), all)) context.world->look();
    for (const Test::Operand& operand : test.operands) {
      if (all[value.office()].role != operand.word && counts_as(value.office(), operand.word, context.date, offices_of(context))) return Truth::yes();
    }
  }
  return Truth::no(true);
}

Truth test_present_on(const Values& values, const Test& test, const Context& context) {
  if (values.items.empty()) return for_absence(values, false);
  const DateValue day = date_of(test.date, context, LimitUse::exact);
  if (day.status == DateValue::Status::unknown) return Truth::not_known(day.hinge);
  if (day.status != DateValue::Status::found) return {Truth::Value::no, false, day.hinges, 0};
  const Register& all = offices_of(context);
  context.world->look();
  return Truth::of(std::all_of(values.items.begin(), values.items.end(), [&](const Value& value) {
    if (value.kind != Value::Kind::office) return true;
    return all.is_held(value.office(), day.moment.day) && !all.is_absent(value.office(), day.moment.day);
  }));
}

Truth fold(const std::vector<Condition>& conditions, const Context& context, bool any) {
  Truth result = any ? Truth::no(true) : Truth::yes();
  bool first = true;
  for (const Condition& condition : conditions) {
    const Truth truth = holds(condition, context);
    result = first ? truth : any ? any_of(result, truth) : all_of(result, truth);
    first = false;
    const bool decided = any ? result.is_yes() : result.is_no() && result.lasting;
    if (decided && result.hinges.none()) break;
  }
  return result;
}

}  // namespace

Counted count_items(const Values& values, const std::vector<Condition>& where, const Context& context) {
  Counted counted;
  if (where.empty()) {
    counted.certain = static_cast<std::int64_t>(values.items.size());
    return counted;
  }
  std::size_t index = 0;
  for (const Value& value : values.items) {
    const Truth truth = holds(where.front(), with_item(context, value, index++));
    if (truth.is_yes()) ++counted.certain;
    if (truth.is_unknown()) {
      ++counted.in_doubt;
      counted.unknown |= truth.unknown;
    }
    if (truth.is_no()) counted.hinges = both(counted.hinges, truth.hinges);
  }
  return counted;
}

std::vector<const Member*> missing(const Path& path, const Values& values, const std::vector<Member>& members,
                                   const Context& context) {
  std::vector<const Member*> result;
  for (const Member& member : members) {
    if (!holds_member(path, values, member, context)) result.push_back(&member);
  }
  return result;
}

bool compare(Number left, Relation relation, Number right) { return in_relation(left, relation, right); }

AmountValue amount_of(const Amount& amount, const Context& context) {
  AmountValue result;
  if (amount.kind == Amount::Kind::literal || amount.kind == Amount::Kind::time) {
    result.number = amount.literal;
    return result;
  }
  const bool is_one_value = (amount.kind == Amount::Kind::path || amount.kind == Amount::Kind::fraction) && !amount.path.type.many;
  const Values values = is_one_value ? values_of(amount.path, context) : presence_of(amount.path, context);
  result.hinge = values.hinge;
  result.unknown = values.unknown || values.items.empty();
  if (amount.kind == Amount::Kind::path || amount.kind == Amount::Kind::fraction) {
    if (values.items.empty()) return result;
    result.unknown = false;
    if (amount.path.type.many) {
      result.number = Number::of(static_cast<std::int64_t>(values.items.size()));
    } else {
      const Value& value = values.items.front();
      result.number = value.kind == Value::Kind::time ? Number::of(value.data) : value.number;
    }
    if (amount.kind == Amount::Kind::fraction) {
      result.factor = amount.numerator;
      result.divisor = amount.denominator;
    }
    return result;
  }
  return aggregate(amount, context);
}

namespace {

bool asks_only_presence(const Path& path, const Test& test) {
  return test.kind == Test::Kind::exists || test.kind == Test::Kind::absent ||
         (test.kind == Test::Kind::amount && path.type.many);
}

}  // namespace

Truth holds(const Path& path, const Test& test, const Context& context) {
  if (test.kind == Test::Kind::negated) return negate(holds(path, test.tests.front(), context));
  if (test.kind == Test::Kind::all) {
    Truth result = Truth::yes();
    for (const Test& part : test.tests) result = all_of(result, holds(path, part, context));
    return result;
  }
  const Values values = asks_only_presence(path, test) ? presence_of(path, context) : values_of(path, context);
  switch (test.kind) {
    case Test::Kind::exists: return values.items.empty() ? for_absence(values, false) : Truth::yes();
    case Test::Kind::absent: return values.items.empty() ? for_absence(values, true) : Truth::no(true);
    case Test::Kind::one_of: return test_one_of(values, test, context);
    case Test::Kind::has: return test_has(path, values, test, context);
    case Test::Kind::lacks: return test_lacks(path, values, test, context);
    case Test::Kind::among:
    case Test::Kind::same_as: return test_among(values, test, context);
    case Test::Kind::amount: return test_amount(path, values, test, context);
    case Test::Kind::date: return test_date(path, values, test, context);
    case Test::Kind::acting_for: return test_acting_for(values, test, context);
    case Test::Kind::present_on: return test_present_on(values, test, context);
    case Test::Kind::negated:
    case Test::Kind::all: break;
  }
  return Truth::yes();
}

Truth holds(const Condition& condition, const Context& context) {
  switch (condition.kind) {
    case Condition::Kind::all: return fold(condition.conditions, context, false);
    case Condition::Kind::any: return fold(condition.conditions, context, true);
    case Condition::Kind::negated: return negate(holds(condition.conditions.front(), context));
    case Condition::Kind::test: return holds(condition.path, condition.test, context);
    case Condition::Kind::count: return (*context.count)(condition);
  }
  return Truth::yes();
}

}  // namespace reglament
