// Is it text at all?
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "reglament/yaml/diagnostic.hpp"

namespace reglament {

struct TextCheck {
  std::optional<std::size_t> broken;  // offset of the first byte that is no UTF-8 (Unicode 15, table 3-7), or is NUL
  bool is_plain = true;               // no control character below U+0020 but tab, line feed and carriage return
};

// Looks no further than the first broken byte.
TextCheck check_text(std::string_view text);

// The place of the byte at `offset`.
Mark mark_at(std::string_view text, std::size_t offset);

}  // namespace reglament
