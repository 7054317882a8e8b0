#include "reglament/trials/smallest_steps.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <utility>

#include "reglament/calendar/civil.hpp"
#include "reglament/calendar/span.hpp"

namespace reglament {

namespace {

constexpr std::string_view alternative_separator = " or ";

std::optional<int> whole_number(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size() || number < 0)
    return std::nullopt;
  return number;
}

void add_neighbours(int number, int least, int most, const std::function<std::string(int)>& with,
                    std::vector<Step>& steps) {
  if (number > least) steps.push_back({with(number - 1), true});
  if (number < most) steps.push_back({with(number + 1), true});
}

// --- dates --------------------------------------------------------------------------------------------------------

std::vector<Span> other_units(Span span) {
  switch (span.unit) {
    case Unit::working_day: return {{span.count, Unit::day}};
    case Unit::day: return {{span.count, Unit::working_day}};
    case Unit::week: return {{span.count, Unit::month}};
    case Unit::month:
      return {{span.count, Unit::week}, {30 * span.count, Unit::day}};  // "a month" is not thirty days
    case Unit::year: return {{span.count, Unit::month}};
    case Unit::hour: return {{span.count, Unit::day}};
  }
  return {};
}

struct Counted {
  Span span;
  std::string_view direction;  // " after " or " before "
  std::string_view point;
};

std::optional<Counted> parse_counted(std::string_view text) {
  for (const std::string_view direction : {" after ", " before "}) {
    const std::size_t at = text.find(direction);
    if (at == std::string_view::npos) continue;
    if (const auto span = parse_span(text.substr(0, at)))
      return Counted{*span, direction, text.substr(at + direction.size())};
  }
  return std::nullopt;
}

std::vector<Step> counted_steps(const Counted& counted, const OtherDate& other) {
  std::vector<Step> steps;
  const auto with = [&](Span span) {
    return to_text(span) + std::string{counted.direction} + std::string{counted.point};
  };
  add_neighbours(
      counted.span.count, 0, 9999,
      [&](int n) {
        return with({n, counted.span.unit});
      },
      steps);
  for (const Span& span : other_units(counted.span)) steps.push_back({with(span)});
  if (counted.span.count > 0) {
    const std::string_view turned = counted.direction == " after " ? " before " : " after ";
    steps.push_back({to_text(counted.span) + std::string{turned} + std::string{counted.point}});
  }
  for (const Step& point : point_steps(counted.point, other)) {
    steps.push_back({to_text(counted.span) + std::string{counted.direction} + point.text});
  }
  return steps;
}

// day 20 of the month after period
std::optional<std::vector<Step>> day_of_month_steps(std::string_view text) {
  constexpr std::string_view head = "day ";
  constexpr std::string_view tail = " of the month after period";
  if (!text.starts_with(head) || !text.ends_with(tail) || text.size() <= head.size() + tail.size())
    return std::nullopt;
  const auto day = whole_number(text.substr(head.size(), text.size() - head.size() - tail.size()));
  if (!day) return std::nullopt;
  std::vector<Step> steps;
  add_neighbours(
      *day, 1, 31, [&](int n) { return std::string{head} + std::to_string(n) + std::string{tail}; }, steps);
  return steps;
}

// 09-01 of the year before period
std::optional<std::vector<Step>> fixed_day_steps(std::string_view text) {
  if (text.size() < 10 || text[2] != '-' || text.substr(5, 4) != " of ") return std::nullopt;
  // A year that has a 29 February, so that the day is there whichever it is.
  const auto day = parse_day("2024-" + std::string{text.substr(0, 5)});
  if (!day) return std::nullopt;
  const std::string_view year = text.substr(9);
  const auto printed = [&](Day other) { return to_text(other).substr(5) + " of " + std::string{year}; };
  std::vector<Step> steps{{printed(*day - date::days{1}), true}, {printed(*day + date::days{1}), true}};
  const std::string written{text.substr(0, 9)};
  if (year == "period") steps.push_back({written + "the year before period"});
  if (year == "the year before period") steps.push_back({written + "period"});
  return steps;
}

// next meeting/maslikhat-session after drafted
std::optional<std::vector<Step>> next_record_steps(std::string_view text, const OtherDate& other) {
  constexpr std::string_view after = " after ";
  const std::size_t at = text.find(after);
  if (!text.starts_with("next ") || at == std::string_view::npos) return std::nullopt;
  std::vector<Step> steps;
  const std::string type{text.substr(5, at - 5)};
  const std::string point{text.substr(at + after.size())};
  if (const std::size_t slash = type.find('/'); slash != std::string::npos) {
    steps.push_back({"next " + type.substr(0, slash) + " after " + point});
  }
  for (const Step& step : point_steps(point, other))
    steps.push_back({"next " + type + " after " + step.text});
  return steps;
}

std::vector<Step> alternative_steps(std::string_view text, const OtherDate& other) {
  if (auto steps = day_of_month_steps(text)) return *steps;
  if (auto steps = fixed_day_steps(text)) return *steps;
  if (auto steps = next_record_steps(text, other)) return *steps;
  if (const auto counted = parse_counted(text)) return counted_steps(*counted, other);
  std::vector<Step> steps;
  if (text != "as-of") {
    steps.push_back({"1 day before " + std::string{text}, true});
    steps.push_back({"1 day after " + std::string{text}, true});
  }
  for (Step& step : point_steps(text, other)) steps.push_back(std::move(step));
  return steps;
}

std::vector<std::string_view> alternatives_of(std::string_view date) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t at = date.find(alternative_separator);
    parts.push_back(date.substr(0, at));
    if (at == std::string_view::npos) return parts;
    date.remove_prefix(at + alternative_separator.size());
  }
}

std::string joined(const std::vector<std::string>& alternatives) {
  std::string text;
  for (const std::string& alternative : alternatives) {
    text += (text.empty() ? std::string{} : std::string{alternative_separator}) + alternative;
  }
  return text;
}

// --- numbers --------------------------------------------------------------------------------------------------------

std::optional<std::vector<Step>> time_steps(std::string_view text) {
  const auto minutes = parse_time_of_day(text);
  if (!minutes) return std::nullopt;
  std::vector<Step> steps;
  add_neighbours(*minutes, 0, 24 * 60 - 1, time_of_day_to_text, steps);
  return steps;
}

// 2/3 of attendance.members
std::optional<std::vector<Step>> fraction_steps(std::string_view text) {
  const std::size_t of = text.find(" of ");
  const std::size_t slash = text.find('/');
  if (of == std::string_view::npos || slash == std::string_view::npos || slash > of) return std::nullopt;
  const auto over = whole_number(text.substr(0, slash));
  const auto under = whole_number(text.substr(slash + 1, of - slash - 1));
  if (!over || !under) return std::nullopt;
  std::vector<Step> steps;
  const auto with = [&](int numerator, int denominator) {
    steps.push_back(
        {std::to_string(numerator) + "/" + std::to_string(denominator) + std::string{text.substr(of)}});
  };
  if (*over > 1) with(*over - 1, *under);
  with(*over + 1, *under);
  with(*over, *under + 1);
  return steps;
}

// 25, 2.5
std::optional<std::vector<Step>> number_steps(std::string_view text) {
  const std::size_t point = text.find('.');
  std::string digits{text};
  std::size_t decimals = 0;
  if (point != std::string_view::npos) {
    decimals = text.size() - point - 1;
    digits.erase(point, 1);
  }
  const auto number = whole_number(digits);
  if (!number || point == 0 || (point != std::string_view::npos && decimals == 0)) return std::nullopt;
  const auto printed = [&](int n) {
    std::string shown = std::to_string(n);
    if (decimals == 0) return shown;
    if (shown.size() <= decimals) shown.insert(0, decimals + 1 - shown.size(), '0');
    return shown.insert(shown.size() - decimals, ".");
  };
  std::vector<Step> steps;
  add_neighbours(*number, 0, 999'999'999, printed, steps);
  return steps;
}

struct Relations {
  std::string_view name;
  std::string_view turned;
  std::string_view beside;  // the same direction, the limit itself taken in or out
};

std::vector<Step> steps_among(const std::array<Relations, 4>& relations, std::string_view relation,
                              bool limit_moves) {
  for (const Relations& known : relations) {
    if (known.name != relation) continue;
    std::vector<Step> steps{{std::string{known.turned}}};
    if (!limit_moves) steps.push_back({std::string{known.beside}, true});
    return steps;
  }
  if (relation == "exactly") return {{std::string{relations[0].name}}, {std::string{relations[1].name}}};
  return {};
}

}  // namespace

std::vector<Step> point_steps(std::string_view point, const OtherDate& other) {
  if (point == "start of period") return {{"end of period"}};
  if (point == "end of period") return {{"start of period"}};
  if (point == "as-of") return {};
  constexpr std::string_view first = "first ";
  if (point.starts_with(first)) return {{std::string{point.substr(first.size())}}};
  if (auto name = other(point)) return {{std::move(*name)}};
  return {};
}

std::vector<Step> date_steps(std::string_view date, const OtherDate& other) {
  const std::vector<std::string_view> alternatives = alternatives_of(date);
  const std::vector<std::string> written(alternatives.begin(), alternatives.end());
  const OtherDate none = [](std::string_view) { return std::nullopt; };
  std::vector<Step> steps;
  for (std::size_t i = 0; i < written.size(); ++i) {
    std::vector<std::string> changed = written;
    for (Step& step : alternative_steps(alternatives[i], written.size() == 1 ? other : none)) {
      changed[i] = std::move(step.text);
      steps.push_back({joined(changed), step.moves_limit});
    }
    if (written.size() == 1) continue;
    changed = written;
    changed.erase(changed.begin() + static_cast<std::ptrdiff_t>(i));
    steps.push_back({joined(changed)});
  }
  return steps;
}

std::vector<Step> amount_steps(std::string_view amount) {
  if (auto steps = time_steps(amount)) return *steps;
  if (auto steps = fraction_steps(amount)) return *steps;
  if (auto steps = number_steps(amount)) return *steps;
  return {};
}

std::vector<Step> pack_day_steps(std::string_view text) {
  std::vector<Step> steps;
  if (const auto day = parse_day(text)) {
    return {{to_text(*day - date::days{1}), true}, {to_text(*day + date::days{1}), true}};
  }
  if (const auto counted = parse_counted(text)) {
    add_neighbours(
        counted->span.count, 0, 9999,
        [&](int n) {
          return to_text(Span{n, counted->span.unit}) + std::string{counted->direction} +
                 std::string{counted->point};
        },
        steps);
  }
  return steps;
}

std::vector<Step> relation_steps(std::string_view relation, bool limit_moves) {
  static constexpr std::array<Relations, 4> relations = {{{"at-least", "at-most", "more-than"},
                                                          {"at-most", "at-least", "less-than"},
                                                          {"more-than", "less-than", "at-least"},
                                                          {"less-than", "more-than", "at-most"}}};
  return steps_among(relations, relation, limit_moves);
}

std::vector<Step> date_relation_steps(std::string_view relation, bool limit_moves) {
  static constexpr std::array<Relations, 4> relations = {
      {{"no-later-than", "no-earlier-than", "earlier-than"},
       {"no-earlier-than", "no-later-than", "later-than"},
       {"later-than", "earlier-than", "no-earlier-than"},
       {"earlier-than", "later-than", "no-later-than"}}};
  return steps_among(relations, relation, limit_moves);
}

std::optional<std::string> other_period_unit(std::string_view unit) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> others = {
      {{"day", "week"},
       {"week", "month"},
       {"month", "quarter"},
       {"quarter", "month"},
       {"half-year", "quarter"},
       {"year", "half-year"}}};
  for (const auto& [name, other] : others) {
    if (name == unit) return std::string{other};
  }
  return std::nullopt;
}

}  // namespace reglament
