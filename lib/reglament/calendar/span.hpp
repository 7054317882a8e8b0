// Lengths of time as regulations state them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace reglament {

enum class Unit : std::uint8_t { working_day, day, week, month, year, hour };

// A length of time as a regulation states it: `5 working days`. What it comes to, see count.hpp.
struct Span {
  int count;  // 0..9999
  Unit unit;

  friend bool operator==(const Span&, const Span&) = default;
};

// A number of one to four digits, no sign and no zero in front; one space; the unit in the singular
// or the plural, whichever the number: `1 working day`, `10 days`, `2 weeks`, `1 month`, `3 hours`.
std::optional<Span> parse_span(std::string_view text);

// The inverse, in the language of the file format: `1 working day`, `0 days`.
std::string to_text(Span span);

}  // namespace reglament
