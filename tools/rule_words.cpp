#include "rule_words.hpp"

#include <array>
#include <variant>

#include <fmt/format.h>

#include "reglament/reports/words.hpp"

namespace reglament {

namespace {

constexpr std::array<std::string_view, 6> each_keys{"words-each-day",       "words-each-week",
                                                    "words-each-month",     "words-each-quarter",
                                                    "words-each-half-year", "words-each-year"};

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string text;
  for (const std::string& part : parts) {
    if (!text.empty()) text += between;
    text += part;
  }
  return text;
}

class Writer {
 public:
  explicit Writer(Language language) : language_(language) {}

  // The name of a path's last word, or of the one before it where that is derived; of a longer path the path beside it.
  std::string path(const Path& path) const {
    const std::size_t dot = path.text.rfind('.');
    std::string name = field_in_words(path.text, language_);
    if (dot == std::string::npos) return name;
    if (name == path.text) name = field_in_words(path.text.substr(0, dot), language_);
    return name + " (" + path.text + ")";
  }

  // "no later than due", in Russian «не позднее: срок исполнения», so that no name needs another case.
  std::string related(std::string_view relation, const std::string& to) const {
    return said(relation) + (language_ == Language::ru ? ": " : " ") + to;
  }

  std::string word(Word word) const {
    const std::string name = reglament::in_words(vocabulary().names(word), language_);
    return name.empty() ? vocabulary().text(word) : name;
  }

  std::string condition(const Condition& condition) const {
    switch (condition.kind) {
      case Condition::Kind::all: return conditions(condition.conditions, "; ");
      case Condition::Kind::any: return conditions(condition.conditions, " " + said("words-or") + " ");
      case Condition::Kind::negated: return said("words-not", {conditions(condition.conditions, "; ")});
      case Condition::Kind::test: return test(condition.test, path(condition.path)) + cited(condition.clause);
      case Condition::Kind::count:
        return said("words-count", {reglament::in_words(condition.counted, language_),
                                    said(to_text(condition.relation)), amount(condition.amount)});
    }
    return {};
  }

  std::string date(const DateExpression& date) const {
    std::vector<std::string> parts;
    for (const DateAlternative& one : date.alternatives) parts.push_back(alternative(one));
    return joined(parts, " " + said("words-else") + " ");
  }

  std::string point(const DatePoint& point) const {
    switch (point.kind) {
      case DatePoint::Kind::path: return path(point.path);
      case DatePoint::Kind::first_entry: return said("words-first", {path(point.path)});
      case DatePoint::Kind::as_of: return said("anchor-as-of");
      case DatePoint::Kind::start_of_period: return said("anchor-start-of-period");
      case DatePoint::Kind::end_of_period: return said("anchor-end-of-period");
    }
    return {};
  }

  std::string count(const Count& count) const {
    if (!count.records) return std::to_string(count.number);
    const std::string type = reglament::in_words(*count.records, language_);
    return count.where.empty() ? said("words-as-many", {type})
                               : said("words-as-many-where", {type, condition(count.where.front())});
  }

  std::string set(const SetExpression& set) const {
    std::vector<std::string> parts;
    switch (set.kind) {
      case SetExpression::Kind::words:
        for (const SetMember& member : set.members) {
          parts.push_back((member.interned == no_word ? member.word : word(member.interned)) +
                          cited(member.clause));
        }
        return joined(parts, ", ");
      case SetExpression::Kind::offices:
        for (const Word role : set.roles) parts.push_back(word(role));
        return said("words-every-office", {joined(parts, ", "), inside(set)});
      case SetExpression::Kind::bodies:
        for (const Word kind : set.kinds)
          parts.push_back(reglament::in_words(RecordType{Family::body, kind}, language_));
        return said("words-every-body", {joined(parts, ", "), inside(set)});
      case SetExpression::Kind::values: return values(set);
    }
    return {};
  }

  std::string said(std::string_view key, std::initializer_list<std::string> arguments = {}) const {
    return say(language_, key, arguments);
  }

 private:
  std::string conditions(const std::vector<Condition>& all, std::string_view between) const {
    std::vector<std::string> parts;
    for (const Condition& one : all) {
      const bool is_group = one.kind == Condition::Kind::all || one.kind == Condition::Kind::any;
      const bool is_mixed = all.size() > 1 && is_group && one.conditions.size() > 1;
      parts.push_back(is_mixed ? "(" + condition(one) + ")" : condition(one));
    }
    return joined(parts, between);
  }

  std::string cited(const std::string& clause) const {
    return clause.empty() ? "" : " [" + clause_in_words(clause, language_) + "]";
  }

  std::string operand(const Test::Operand& operand) const {
    if (operand.yes_no) return said(*operand.yes_no ? "words-yes" : "words-no");
    if (operand.number) return reglament::in_words(*operand.number, language_);
    return operand.word == no_word ? operand.text : word(operand.word);
  }

  std::string operands(const std::vector<Test::Operand>& all) const {
    std::vector<std::string> parts;
    for (const Test::Operand& one : all) parts.push_back(operand(one));
    return joined(parts, " " + said("words-or") + " ");
  }

  std::string test(const Test& test, const std::string& what) const {
    switch (test.kind) {
      case Test::Kind::one_of: return what + ": " + operands(test.operands);
      case Test::Kind::exists: return said("words-exists", {what});
      case Test::Kind::absent: return said("words-absent", {what});
      case Test::Kind::negated: return said("words-not", {this->test(test.tests.front(), what)});
      case Test::Kind::all: return all_of(test, what);
      case Test::Kind::has: return said("words-has", {what, set(test.set)});
      case Test::Kind::lacks: return said("words-lacks", {what, set(test.set)});
      case Test::Kind::among: return said("words-among", {what, path(test.path)});
      case Test::Kind::same_as: return said("words-same-as", {what, path(test.path)});
      case Test::Kind::amount:
        return what + ": " + said(to_text(test.relation)) + " " + amount(test.amount) + where(test.where);
      case Test::Kind::date: return what + ": " + related(to_text(test.date_relation), date(test.date));
      case Test::Kind::acting_for: return said("words-acting-for", {what, operands(test.operands)});
      case Test::Kind::present_on: return said("words-present-on", {what, date(test.date)});
    }
    return {};
  }

  std::string all_of(const Test& test, const std::string& what) const {
    std::vector<std::string> parts;
    for (const Test& one : test.tests) parts.push_back(this->test(one, what));
    return joined(parts, "; ");
  }

  std::string where(const std::vector<Condition>& where) const {
    return where.empty() ? "" : " (" + condition(where.front()) + ")";
  }

  std::string amount(const Amount& amount) const {
    switch (amount.kind) {
      case Amount::Kind::literal: return reglament::in_words(amount.literal, language_);
      case Amount::Kind::time: return amount.text;
      case Amount::Kind::path: return path(amount.path);
      case Amount::Kind::fraction:
        return said("fraction-of",
                    {fmt::format("{}/{}", amount.numerator, amount.denominator), path(amount.path)});
      case Amount::Kind::largest: return said("words-largest", {path(amount.path)}) + where(amount.where);
      case Amount::Kind::smallest: return said("words-smallest", {path(amount.path)}) + where(amount.where);
      case Amount::Kind::sum: return said("words-sum", {path(amount.path)}) + where(amount.where);
      case Amount::Kind::count: return said("words-number", {path(amount.path)}) + where(amount.where);
    }
    return {};
  }

  std::string alternative(const DateAlternative& date) const {
    switch (date.kind) {
      case DateAlternative::Kind::point: return point(date.point);
      case DateAlternative::Kind::after:
        return point(date.point) + " + " + reglament::in_words(date.span, language_);
      case DateAlternative::Kind::before:
        return point(date.point) + " − " + reglament::in_words(date.span, language_);
      case DateAlternative::Kind::day_of_month:
        return said("words-day-of-next-month", {std::to_string(date.day)});
      case DateAlternative::Kind::fixed_day: return fixed_day(date);
      case DateAlternative::Kind::next_record:
        return said("words-next", {reglament::in_words(date.next, language_), point(date.point)});
    }
    return {};
  }

  std::string fixed_day(const DateAlternative& date) const {
    const std::string day =
        std::to_string(date.day) + " " + month_in_date(language_, static_cast<unsigned>(date.month));
    if (date.year) return said("words-day-of-year", {day, path(*date.year)});
    return said(date.year_before ? "words-day-of-year-before" : "words-day-of-year-of-period", {day});
  }

  std::string inside(const SetExpression& set) const {
    return set.inside ? path(*set.inside) : said("words-own-body");
  }

  std::string values(const SetExpression& set) const {
    const std::string named =
        set.of ? said("words-values-of", {path(set.values), reglament::in_words(*set.of, language_)})
               : said("words-values", {path(set.values)});
    return named + where(set.where);
  }

  Language language_;
};

// One overload for each kind of check.
class CheckWriter {
 public:
  explicit CheckWriter(Language language) : write_(language), language_(language) {}

  std::vector<std::string> operator()(const Required& check) const {
    if (check.condition.kind != Condition::Kind::all) return {write_.condition(check.condition)};
    std::vector<std::string> lines;
    for (const Condition& one : check.condition.conditions) lines.push_back(write_.condition(one));
    return lines;
  }

  std::vector<std::string> operator()(const Deadline& check) const {
    std::vector<std::string> steps;
    for (const Path& step : check.steps) steps.push_back(write_.path(step));
    std::vector<std::string> bounds;
    for (const DateBound& bound : check.bounds) {
      bounds.push_back(write_.related(to_text(bound.relation), write_.date(bound.date)));
    }
    std::vector<std::string> lines{joined(steps, " " + write_.said("words-or") + " ") + ": " +
                                   joined(bounds, "; ")};
    for (std::string& line : filter(check.filter)) lines.push_back(std::move(line));
    if (check.earliest) lines.push_back(write_.said("words-earliest", {write_.point(*check.earliest)}));
    if (check.closing_minute)
      lines.push_back(write_.said("words-hours", {time_of_day_to_text(*check.closing_minute)}));
    return lines;
  }

  std::vector<std::string> operator()(const Order& check) const {
    if (check.carried_over) {
      return {write_.said("words-carried-over", {write_.path(check.carried_over->done), write_.path(check.carried_over->after),
                                                 time_of_day_to_text(check.carried_over->closing_minute)})};
    }
    std::vector<std::string> places;
    for (const std::vector<Order::Member>& place : check.places) {
      std::vector<std::string> members;
      for (const Order::Member& member : place) {
        const std::vector<std::string> more = filter(member.filter);
        members.push_back(write_.path(member.step) + (more.empty() ? "" : " (" + joined(more, "; ") + ")"));
      }
      places.push_back(joined(members, ", "));
    }
    std::vector<std::string> lines{joined(places, " → ")};
    if (!check.same_day) lines.push_back(write_.said("words-not-on-one-day"));
    if (check.complete) lines.push_back(write_.said("words-complete"));
    return lines;
  }

  std::vector<std::string> operator()(const Frequency& check) const {
    std::vector<std::string> bounds;
    for (const Frequency::Bound& bound : check.bounds) {
      bounds.push_back(write_.said(to_text(bound.relation)) + " " + write_.count(bound.count));
    }
    std::vector<std::string> lines{joined(bounds, "; ") + ", " + each(check)};
    if (!check.where.empty())
      lines.push_back(write_.said("words-where", {write_.condition(check.where.front())}));
    if (check.distinct) lines.push_back(write_.said("words-distinct", {write_.path(*check.distinct)}));
    if (check.every) lines.push_back(write_.said("words-every", {write_.set(*check.every)}));
    if (check.per) lines.push_back(write_.said("words-per", {write_.path(*check.per)}));
    if (check.whole) lines.push_back(write_.said("words-whole", {std::to_string(*check.whole)}));
    if (check.no_earlier_than) lines.push_back(bound("no-earlier-than", *check.no_earlier_than));
    if (check.no_later_than) lines.push_back(bound("no-later-than", *check.no_later_than));
    return lines;
  }

  std::vector<std::string> operator()(const Conformity& check) const {
    std::vector<std::string> match;
    for (const Path& path : check.match) match.push_back(write_.path(path));
    std::vector<std::string> lines{
        write_.said("words-plan", {reglament::in_words(check.plan, language_), joined(match, ", ")})};
    lines.push_back(write_.said(check.every_record ? "words-every-record" : "words-every-entry"));
    if (check.to_the_month) lines.push_back(write_.said("words-to-the-month"));
    return lines;
  }

 private:
  std::vector<std::string> filter(const StepFilter& filter) const {
    std::vector<std::string> lines;
    add(lines, "words-to", filter.addressees);
    add(lines, "words-by", filter.by);
    add(lines, "words-through", filter.through);
    return lines;
  }

  void add(std::vector<std::string>& lines, std::string_view key, const std::vector<Word>& words) const {
    std::vector<std::string> names;
    for (const Word word : words) names.push_back(write_.word(word));
    if (!names.empty()) lines.push_back(write_.said(key, {joined(names, ", ")}));
  }

  std::string bound(std::string_view relation, const DateExpression& date) const {
    return write_.related(relation, write_.date(date));
  }

  std::string each(const Frequency& check) const {
    if (check.each == Frequency::Each::as_of) return write_.said("words-each-as-of");
    if (check.each == Frequency::Each::field)
      return write_.said("words-each-field", {write_.path(*check.each_field)});
    return write_.said(each_keys[static_cast<std::size_t>(check.unit)]);
  }

  Writer write_;
  Language language_;
};

}  // namespace

std::string in_words(const Condition& condition, Language language) {
  return Writer{language}.condition(condition);
}

std::string in_words(const DateExpression& date, Language language) { return Writer{language}.date(date); }

std::string in_words(const OwedBy& owed_by, Language language) {
  const Writer write{language};
  std::vector<std::string> roles;
  for (const Word role : owed_by.roles) roles.push_back(write.word(role));
  switch (owed_by.kind) {
    case OwedBy::Kind::nobody: return {};
    case OwedBy::Kind::roles: return joined(roles, ", ");
    case OwedBy::Kind::together: return write.said("words-together", {joined(roles, ", ")});
    case OwedBy::Kind::named_in: return write.said("words-named-in", {write.path(*owed_by.named_in)});
  }
  return {};
}

std::string in_words(const std::vector<RecordType>& about, Language language) {
  std::vector<std::string> types;
  for (const RecordType& type : about) types.push_back(in_words(type, language));
  return joined(types, ", ");
}

std::vector<std::string> check_in_words(const Check& check, Language language) {
  return std::visit(CheckWriter{language}, check);
}

}  // namespace reglament
