#include "reglament/findings/characters.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>

#include <fmt/format.h>

namespace reglament {

namespace {

struct Character {
  std::optional<std::uint32_t> code;  // none: the byte belongs to no character
  std::size_t length = 1;             // in bytes
};

// How many bytes follow the first one, and the bits it gives.
struct Lead {
  std::size_t tail;
  std::uint32_t bits;
  std::uint32_t least;  // a smaller code would be written shorter
};

std::optional<Lead> lead_of(std::uint32_t byte) {
  if (byte < 0x80) return Lead{0, byte, 0};
  if ((byte & 0xE0U) == 0xC0) return Lead{1, byte & 0x1FU, 0x80};
  if ((byte & 0xF0U) == 0xE0) return Lead{2, byte & 0x0FU, 0x800};
  if ((byte & 0xF8U) == 0xF0) return Lead{3, byte & 0x07U, 0x10000};
  return std::nullopt;
}

Character character_at(std::string_view text, std::size_t begin) {
  const auto byte = [&](std::size_t i) { return std::uint32_t{static_cast<unsigned char>(text[i])}; };
  const auto lead = lead_of(byte(begin));
  if (!lead || begin + lead->tail >= text.size()) return {};
  std::uint32_t code = lead->bits;
  for (std::size_t i = begin + 1; i <= begin + lead->tail; ++i) {
    if ((byte(i) & 0xC0U) != 0x80) return {};
    code = (code << 6U) | (byte(i) & 0x3FU);
  }
  const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
  if (code < lead->least || code > 0x10FFFF || surrogate) return {};
  return {code, lead->tail + 1};
}

bool is_printable(std::uint32_t code) {
  const auto within = [code](std::uint32_t first, std::uint32_t last) {
    return first <= code && code <= last;
  };
  return !(code < 0x20 || within(0x7F, 0x9F) || code == 0x61C || within(0x200E, 0x200F) ||
           within(0x2028, 0x202E) || within(0x2066, 0x2069) || code == 0xFEFF);
}

std::string escaped(std::uint32_t code) {
  switch (code) {
    case '\n': return "\\n";
    case '\r': return "\\r";
    case '\t': return "\\t";
    default: return fmt::format("\\u{:04x}", code);
  }
}

// `printable` and `broken` write the bytes of one character, printable or none.
template <typename Printable, typename Broken>
std::string rewrite(std::string_view text, Printable printable, Broken broken) {
  std::string result;
  for (std::size_t i = 0; i < text.size();) {
    const Character character = character_at(text, i);
    const std::string_view bytes = text.substr(i, character.length);
    if (!character.code) {
      broken(result, bytes);
    } else if (!is_printable(*character.code)) {
      result += escaped(*character.code);
    } else {
      printable(result, bytes);
    }
    i += character.length;
  }
  return result;
}

}  // namespace

std::string visible(std::string_view text) {
  return rewrite(
      text, [](std::string& result, std::string_view bytes) { result += bytes; },
      [](std::string& result, std::string_view bytes) {
        result += fmt::format("\\x{:02x}", static_cast<unsigned char>(bytes.front()));
      });
}

std::string quoted(std::string_view text) {
  const std::string inner = rewrite(
      text,
      [](std::string& result, std::string_view bytes) {
        if (bytes == "\"" || bytes == "\\") result += '\\';
        result += bytes;
      },
      [](std::string& result, std::string_view) { result += "\uFFFD"; });
  return '"' + inner + '"';
}

}  // namespace reglament
