#include "reglament/yaml/utf8.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace reglament {

namespace {

// Length of the UTF-8 sequence of two bytes or more at `i`, or 0 when there is none (overlong, surrogate, above U+10FFFF,
// cut short).
std::size_t utf8_length(std::string_view text, std::size_t i) {
  const auto byte = [&](std::size_t k) { return k < text.size() ? static_cast<unsigned char>(text[k]) : 0U; };
  const auto tail = [&](std::size_t k) { return (byte(k) & 0xC0U) == 0x80U; };
  const unsigned first = byte(i);
  if (first >= 0xC2 && first <= 0xDF) return tail(i + 1) ? 2 : 0;
  if (first >= 0xE0 && first <= 0xEF) {
    const unsigned second = byte(i + 1);
    if (first == 0xE0 && second < 0xA0) return 0;
    if (first == 0xED && second > 0x9F) return 0;
    return tail(i + 1) && tail(i + 2) ? 3 : 0;
  }
  if (first >= 0xF0 && first <= 0xF4) {
    const unsigned second = byte(i + 1);
    if (first == 0xF0 && second < 0x90) return 0;
    if (first == 0xF4 && second > 0x8F) return 0;
    return tail(i + 1) && tail(i + 2) && tail(i + 3) ? 4 : 0;
  }
  return 0;
}

bool is_control(char byte) {
  return static_cast<unsigned char>(byte) < 0x20 && byte != '\n' && byte != '\t' && byte != '\r';
}

// How many bytes from `at` on are printable ASCII or ends of lines, looked at in blocks; what is left over counts for none.
std::size_t plain_ascii(const char* at, std::size_t size) {
  std::size_t done = 0;
#if defined(__SSE2__)
  // As signed bytes, all beyond ASCII are below the space too.
  const __m128i space = _mm_set1_epi8(' ');
  const __m128i newline = _mm_set1_epi8('\n');
  for (; size - done >= 16; done += 16) {
    const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at + done));
    const __m128i below = _mm_andnot_si128(_mm_cmpeq_epi8(block, newline), _mm_cmplt_epi8(block, space));
    if (_mm_movemask_epi8(below) != 0) break;
  }
#endif
  return done;
}

// How many bytes from `at` on are whole characters of two bytes, as Cyrillic is, four at a time.
std::size_t pairs(const char* at, std::size_t size) {
  std::size_t done = 0;
  for (; size - done >= 8; done += 8) {
    std::uint64_t block = 0;
    std::memcpy(&block, at + done, sizeof block);
    const std::uint64_t even = block & 0x00FF00FF00FF00FFU;
    const std::uint64_t odd = (block >> 8U) & 0x00FF00FF00FF00FFU;
    const bool pairs_on_little_endian = (even & 0x00E000E000E000E0U) == 0x00C000C000C000C0U &&
                                        (odd & 0x00C000C000C000C0U) == 0x0080008000800080U;
    if (!pairs_on_little_endian) break;
    // C0 and C1 begin nothing: of five bits of the character one above the lowest must be set.
    const std::uint64_t bits = even & 0x001E001E001E001EU;
    if ((((bits + 0x00FE00FE00FE00FEU) & 0x0100010001000100U) ^ 0x0100010001000100U) != 0) break;
  }
  return done;
}

}  // namespace

TextCheck check_text(std::string_view text) {
  TextCheck check;
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) {
      const std::size_t skipped = plain_ascii(text.data() + i, text.size() - i);
      if (skipped > 0) {
        i += skipped;
        continue;
      }
      if (byte == 0) {
        check.broken = i;
        return check;
      }
      if (is_control(text[i])) check.is_plain = false;
      ++i;
      continue;
    }
    if (const std::size_t skipped = pairs(text.data() + i, text.size() - i)) {
      i += skipped;
      continue;
    }
    const std::size_t length = utf8_length(text, i);
    if (length == 0) {
      check.broken = i;
      return check;
    }
    i += length;
  }
  return check;
}

Mark mark_at(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  const auto lines = static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n'));
  const std::size_t newline = before.rfind('\n');
  const std::size_t line_begin = newline == std::string_view::npos ? 0 : newline + 1;
  return {lines + 1, static_cast<std::uint32_t>(offset - line_begin) + 1};
}

}  // namespace reglament
