// Sets: who or what a list must hold.
#include "reglament/checks/evaluate.hpp"

#include <algorithm>

namespace reglament {

namespace {

bool exists_then(const Tenure& tenure, const Context& context) {
  if (context.period) return tenure.first <= context.period->first && context.period->last <= tenure.last;
  return tenure.contains(context.date);
}

// Owed on the day, or in a period: held and not away without a stand-in.
bool counts_then(OfficeIndex office, const Context& context) {
  const Register& all = *context.world->offices;
  if (!context.holder && !context.holder_body) return all.is_available(office, context.date);
  if (!exists_then(all[office].tenure, context)) return false;
  const WorkingCalendar& calendar = *context.world->calendar;
  for (Day day = context.period->first; day <= context.period->last; day += date::days{1}) {
    if (calendar.is_working(day) && all.is_available(office, day)) return true;
  }
  return false;
}

std::vector<BodyIndex> bodies_of(const std::optional<Path>& inside, const Context& context) {
  std::vector<BodyIndex> result;
  if (context.group) {
    result.push_back(*context.group);
  } else if (inside) {
    for (const Value& value : values_of(*inside, context, true).items) {
      if (value.kind == Value::Kind::body) result.push_back(value.body());
    }
  } else if (context.record_body) {
    result.push_back(*context.record_body);
  }
  return result;
}

void offices_of_role(const SetExpression& set, Word role, BodyIndex body, const Context& context, std::vector<Member>& members) {
  const Register& all = *context.world->offices;
  std::optional<OfficeIndex> supervisor;
  if (set.supervised_by) {
    for (const Value& value : values_of(*set.supervised_by, context, true).items) {
      if (value.kind == Value::Kind::office) supervisor = value.office();
    }
  }
  bool registered = false;
  for (const OfficeIndex office : all.offices_of(role, body)) {
    if (set.supervised_by && all[office].supervised_by != supervisor) continue;
    registered = true;
    if (counts_then(office, context)) members.push_back({all[office].id, role, "", office, std::nullopt});
  }
  // The register names none: at least one of that role.
  if (!registered) members.push_back({vocabulary().text(role), role, "", std::nullopt, std::nullopt});
}

// Where no body is known the register names none of them either.
std::vector<Member> offices_in(const SetExpression& set, const Context& context) {
  context.world->look();
  std::vector<Member> members;
  const std::vector<BodyIndex> bodies = bodies_of(set.inside, context);
  for (const Word role : set.roles) {
    for (const BodyIndex body : bodies) offices_of_role(set, role, body, context, members);
    if (bodies.empty()) members.push_back({vocabulary().text(role), role, "", std::nullopt, std::nullopt});
  }
  return members;
}

std::vector<Member> bodies_in(const SetExpression& set, const Context& context) {
  context.world->look();
  const Register& all = *context.world->offices;
  std::vector<Member> members;
  for (const BodyIndex outer : bodies_of(set.inside, context)) {
    for (std::size_t i = 0; i < all.bodies().size(); ++i) {
      const auto body = static_cast<BodyIndex>(i);
      const Body& each = all[body];
      const bool kind = std::find(set.kinds.begin(), set.kinds.end(), each.kind) != set.kinds.end();
      if (kind && all.is_inside(body, outer) && exists_then(each.tenure, context)) {
        members.push_back({each.id, each.kind, "", std::nullopt, body});
      }
    }
  }
  return members;
}

Member member_of(const Value& value, const Context& context) {
  Member member;
  member.text = to_text(value, *context.world->offices);
  if (value.kind == Value::Kind::word) member.word = value.word();
  if (value.kind == Value::Kind::office) {
    context.world->look();
    member.office = value.office();
  }
  if (value.kind == Value::Kind::body) member.body = value.body();
  return member;
}

void add_once(Member member, std::vector<Member>& members) {
  const bool known = std::any_of(members.begin(), members.end(), [&](const Member& m) { return m.text == member.text; });
  if (!known) members.push_back(std::move(member));
}

std::vector<Member> values_in(const SetExpression& set, const Context& context);

// Named in other records of the body, of the same period where both name one.
std::vector<Member> values_of_others(const SetExpression& set, const Context& context) {
  context.world->look();
  SetExpression here = set;
  here.of.reset();
  std::vector<Member> members;
  for (const Record* record : context.world->kept->all(*set.of)) {
    const Context other = context_of(*context.world, *context.pack, *record);
    if (other.record_body != context.record_body) continue;
    if (other.period && context.period && other.period != context.period) continue;
    for (Member& member : values_in(here, other)) add_once(std::move(member), members);
  }
  return members;
}

std::vector<Member> values_in(const SetExpression& set, const Context& context) {
  std::vector<Member> members;
  if (set.of) return values_of_others(set, context);
  if (!set.where.empty() && !holds(set.where.front(), context).is_yes()) return members;
  for (const Value& value : values_of(set.values, context).items) {
    add_once(member_of(value, context), members);
  }
  return members;
}

}  // namespace

std::vector<Member> members_of(const SetExpression& set, const Context& context) {
  std::vector<Member> members;
  switch (set.kind) {
    case SetExpression::Kind::words:
      for (const SetMember& member : set.members) {
        members.push_back({member.word, member.interned, member.clause, std::nullopt, std::nullopt, member.hinge});
      }
      return members;
    case SetExpression::Kind::offices:
      return offices_in(set, context);
    case SetExpression::Kind::bodies: return bodies_in(set, context);
    case SetExpression::Kind::values: return values_in(set, context);
  }
  return members;
}

bool is_member(const Value& value, const Member& member, const Context& context) {
  const Register& all = *context.world->offices;
  if (member.office) context.world->look();
  switch (value.kind) {
    case Value::Kind::office:
      if (member.word == no_word || !is_plain(value.office(), all)) context.world->look();
      if (member.office) {
        return value.office() == *member.office ||
               all.acts_for(value.office(), *member.office, value.day.value_or(context.date));
      }
      return all[value.office()].id == member.text ||
             (member.word != no_word && counts_as(value.office(), member.word, value.day.value_or(context.date), all));
    case Value::Kind::word:
      if (member.office) return all[*member.office].role == value.word();
      return member.word != no_word && member.word == value.word();
    case Value::Kind::body: return member.body ? value.body() == *member.body : all[value.body()].id == member.text;
    case Value::Kind::text:
    case Value::Kind::link: return value.text == member.text;
    default: return to_text(value, all) == member.text;
  }
}

}  // namespace reglament
