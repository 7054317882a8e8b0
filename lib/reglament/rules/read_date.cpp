#include "reglament/rules/read_expression.hpp"

#include <charconv>

namespace reglament {

namespace {

[[noreturn]] void no_date(const YamlReader& in, std::string_view text) { in.fail({"unknown-date", {std::string{text}}}); }

std::optional<int> whole_number(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

// day 20 of the month after period
std::optional<DateAlternative> day_of_month(std::string_view text) {
  constexpr std::string_view head = "day ";
  constexpr std::string_view tail = " of the month after period";
  if (!text.starts_with(head) || !text.ends_with(tail) || text.size() <= head.size() + tail.size()) return std::nullopt;
  const auto day = whole_number(text.substr(head.size(), text.size() - head.size() - tail.size()));
  if (!day || *day < 1 || *day > 31) return std::nullopt;
  DateAlternative date;
  date.kind = DateAlternative::Kind::day_of_month;
  date.day = *day;
  return date;
}

// 09-01 of the year before period; 01-15 of budget-year; 12-25 of period
std::optional<DateAlternative> fixed_day(const YamlReader& in, std::string_view text, const Scope& scope) {
  if (text.size() < 10 || text[2] != '-' || text.substr(5, 4) != " of ") return std::nullopt;
  const auto month = whole_number(text.substr(0, 2));
  const auto day = whole_number(text.substr(3, 2));
  if (!month || !day || *month < 1 || *month > 12 || *day < 1 || *day > 31) return std::nullopt;
  DateAlternative date;
  date.kind = DateAlternative::Kind::fixed_day;
  date.month = *month;
  date.day = *day;
  const std::string_view year = text.substr(9);
  if (year == "the year before period") {
    date.year_before = true;
  } else if (year != "period") {
    date.year = read_path(in, year, scope);
  }
  return date;
}

// next meeting/maslikhat-session after drafted
std::optional<DateAlternative> next_record(const YamlReader& in, std::string_view text, const Scope& scope) {
  if (!text.starts_with("next ")) return std::nullopt;
  const std::size_t after = text.find(" after ");
  if (after == std::string_view::npos) return std::nullopt;
  DateAlternative date;
  date.kind = DateAlternative::Kind::next_record;
  date.next = read_record_type(in, text.substr(5, after - 5));
  date.point = read_date_point(in, text.substr(after + 7), scope);
  if (scope.others != nullptr) scope.others->next.push_back(date.next);
  return date;
}

// 3 working days before due-before
std::optional<DateAlternative> counted(const YamlReader& in, std::string_view text, const Scope& scope) {
  for (const bool forward : {true, false}) {
    const std::string_view word = forward ? " after " : " before ";
    const std::size_t at = text.find(word);
    if (at == std::string_view::npos) continue;
    const auto span = parse_span(text.substr(0, at));
    if (!span) continue;
    DateAlternative date;
    date.kind = forward ? DateAlternative::Kind::after : DateAlternative::Kind::before;
    date.span = *span;
    date.point = read_date_point(in, text.substr(at + word.size()), scope);
    return date;
  }
  return std::nullopt;
}

DateAlternative read_alternative(const YamlReader& in, std::string_view text, const Scope& scope) {
  if (const auto date = day_of_month(text)) return *date;
  if (const auto date = fixed_day(in, text, scope)) return *date;
  if (const auto date = next_record(in, text, scope)) return *date;
  if (const auto date = counted(in, text, scope)) return *date;
  DateAlternative date;
  date.point = read_date_point(in, text, scope);
  return date;
}

}  // namespace

DatePoint read_date_point(const YamlReader& in, std::string_view text, const Scope& scope) {
  DatePoint point;
  point.text = text;
  if (text == "start of period") {
    point.kind = DatePoint::Kind::start_of_period;
    return point;
  }
  if (text == "end of period") {
    point.kind = DatePoint::Kind::end_of_period;
    return point;
  }
  if (text == "as-of") {
    point.kind = DatePoint::Kind::as_of;
    return point;
  }
  if (text.starts_with("first ")) {
    point.kind = DatePoint::Kind::first_entry;
    text.remove_prefix(6);
  }
  if (text.find(' ') != std::string_view::npos) no_date(in, text);
  point.path = read_path(in, text, scope);
  if (point.path.type.kind != ValueType::Kind::moment) in.fail({"not-a-date-path", {std::string{text}}});
  return point;
}

DateExpression read_date(const YamlReader& in, std::string_view text, const Scope& scope) {
  DateExpression date;
  date.text = text;
  constexpr std::string_view separator = " or ";
  while (true) {
    const std::size_t at = text.find(separator);
    date.alternatives.push_back(read_alternative(in, text.substr(0, at), scope));
    if (at == std::string_view::npos) return date;
    text.remove_prefix(at + separator.size());
  }
}

DateExpression read_date(const YamlReader& in, const Scope& scope) { return read_date(in, in.view(), scope); }

}  // namespace reglament
