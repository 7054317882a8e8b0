// Numbers in dates and times, for the readers beside this file.
#pragma once

#include <optional>
#include <string_view>

namespace reglament {

// The number that `text` spells in ASCII digits alone: no sign, no space; leading zeros count for
// nothing. None for an empty text, any other character or more than six digits.
constexpr std::optional<int> parse_digits(std::string_view text) {
  if (text.empty() || text.size() > 6) return std::nullopt;
  int number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return number;
}

// The same for a text of exactly `width` digits, as dates and times are written.
constexpr std::optional<int> parse_digits(std::string_view text, std::size_t width) {
  if (text.size() != width) return std::nullopt;
  return parse_digits(text);
}

}  // namespace reglament
