#include "reglament/calendar/span.hpp"

#include <array>
#include <utility>

#include <fmt/format.h>

#include "reglament/calendar/digits.hpp"

namespace reglament {
namespace {

constexpr std::array<std::pair<std::string_view, Unit>, 6> units{{
    {"working day", Unit::working_day},
    {"day", Unit::day},
    {"week", Unit::week},
    {"month", Unit::month},
    {"year", Unit::year},
    {"hour", Unit::hour},
}};

std::optional<int> parse_count(std::string_view text) {
  const bool zero_in_front = text.size() > 1 && text.front() == '0';
  if (zero_in_front || text.size() > 4) return std::nullopt;
  return parse_digits(text);
}

std::optional<Unit> parse_unit(std::string_view text) {
  if (text.ends_with('s')) text.remove_suffix(1);
  for (const auto& [name, unit] : units) {
    if (name == text) return unit;
  }
  return std::nullopt;
}

std::string_view name_of(Unit wanted) {
  for (const auto& [name, unit] : units) {
    if (unit == wanted) return name;
  }
  return {};
}

}  // namespace

std::optional<Span> parse_span(std::string_view text) {
  const auto space = text.find(' ');
  if (space == std::string_view::npos) return std::nullopt;
  const auto count = parse_count(text.substr(0, space));
  const auto unit = parse_unit(text.substr(space + 1));
  if (!count || !unit) return std::nullopt;
  return Span{*count, *unit};
}

std::string to_text(Span span) {
  return fmt::format("{} {}{}", span.count, name_of(span.unit), span.count == 1 ? "" : "s");
}

}  // namespace reglament
