#include "reglament/yaml/utf8.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

using namespace reglament;
using namespace std::string_view_literals;

namespace {

// Length of the character with which `text` begins, or 0: by the code point that its bits give, not by table 3-7.
std::size_t naive_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned>(static_cast<unsigned char>(text[i])); };
  const unsigned first = byte(0);
  if (first < 0x80) return first == 0 ? 0 : 1;
  const std::size_t length = first >= 0xF8   ? 0
                             : first >= 0xF0 ? 4
                             : first >= 0xE0 ? 3
                             : first >= 0xC0 ? 2
                                             : 0;
  if (length == 0 || text.size() < length) return 0;
  unsigned code_point = first & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if (byte(i) < 0x80 || byte(i) >= 0xC0) return 0;
    code_point = (code_point << 6U) | (byte(i) & 0x3FU);
  }
  const unsigned least = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000;
  const bool is_half = code_point >= 0xD800 && code_point <= 0xDFFF;
  return code_point >= least && code_point <= 0x10FFFF && !is_half ? length : 0;
}

std::optional<std::size_t> naive_broken(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = naive_length(text.substr(at));
    if (length == 0) return at;
    at += length;
  }
  return std::nullopt;
}

// What stands before and behind: lengths about those of the blocks that are looked at in one.
std::vector<std::string> surroundings() {
  std::vector<std::string> all;
  for (const std::size_t size : {0U, 1U, 7U, 8U, 15U, 16U, 17U, 31U}) {
    all.emplace_back(size, 'x');
    std::string cyrillic;
    while (cyrillic.size() + 2 <= size) cyrillic += "ғ";
    all.push_back(cyrillic);
  }
  return all;
}

void check_everywhere(const std::string& bytes) {
  static const std::vector<std::string> around = surroundings();
  for (const std::string& before : around) {
    for (const std::string& behind : around) {
      std::string text = before;
      text += bytes;
      text += behind;
      if (check_text(text).broken == naive_broken(text)) continue;
      CAPTURE(before, bytes, behind);
      CHECK(check_text(text).broken == naive_broken(text));
    }
  }
}

// The bytes at the edges of the classes of table 3-7.
constexpr unsigned char edges[] = {0x00, 0x01, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF,
                                   0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF,
                                   0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xF7, 0xF8, 0xFF};

std::string text_of(std::initializer_list<unsigned char> bytes) { return {bytes.begin(), bytes.end()}; }

}  // namespace

TEST_CASE("every sequence of two bytes is told sound from broken, wherever it stands", "[utf8]") {
  for (unsigned first = 0; first < 0x100; ++first) {
    for (unsigned second = 0; second < 0x100; ++second) {
      const std::string bytes =
          text_of({static_cast<unsigned char>(first), static_cast<unsigned char>(second)});
      for (const char* before : {"", "x", "ғғ", "ғғғ"}) {
        for (const char* behind : {"", "ғғғ", "0123456789abcdef"}) {
          std::string text = before;
          text += bytes;
          text += behind;
          if (check_text(text).broken == naive_broken(text)) continue;
          CAPTURE(first, second, before, behind);
          CHECK(check_text(text).broken == naive_broken(text));
        }
      }
    }
  }
}

TEST_CASE("every sequence of three and four bytes from the edges of their classes is told too", "[utf8]") {
  for (const unsigned char first : edges) {
    for (const unsigned char second : edges) {
      for (const unsigned char third : edges) {
        CAPTURE(first, second, third);
        const std::string three = text_of({first, second, third});
        CHECK(check_text(three).broken == naive_broken(three));
        for (const unsigned char fourth : edges) {
          const std::string four = three + static_cast<char>(fourth);
          if (check_text(four).broken == naive_broken(four)) continue;
          CAPTURE(fourth);
          CHECK(check_text(four).broken == naive_broken(four));
        }
      }
    }
  }
}

TEST_CASE("each class of broken sequence is found wherever it stands in a block", "[utf8]") {
  struct Row {
    const char* why;
    std::string_view bytes;
  };
  // clang-format off
  const auto row = GENERATE(values<Row>({
      {"a NUL", "\0"sv},
      {"a tail without a head", "\x80"},
      {"the last tail", "\xBF"},
      {"two tails", "\x80\xBF"},
      {"an overlong character of two bytes", "\xC0\xAF"},
      {"the last one", "\xC1\xBF"},
      {"of three bytes", "\xE0\x9F\xBF"},
      {"of four bytes", "\xF0\x8F\xBF\xBF"},
      {"the first half of a pair", "\xED\xA0\x80"},
      {"the last half", "\xED\xBF\xBF"},
      {"behind the last code point", "\xF4\x90\x80\x80"},
      {"a head of four bytes, beyond the last", "\xF5\x80\x80\x80"},
      {"a head of five bytes", "\xF8\x88\x80\x80\x80"},
      {"no head at all", "\xFE"},
      {"the other one", "\xFF"},
      {"two bytes cut short", "\xD0"},
      {"three bytes cut short behind one", "\xE2"},
      {"behind two", "\xE2\x82"},
      {"four bytes cut short behind one", "\xF0"},
      {"behind two", "\xF0\x90"},
      {"behind three", "\xF0\x90\x8C"},
      {"a head before a head", "\xD0\xD0\xB1"},
  }));
  // clang-format on
  CAPTURE(row.why);
  for (std::size_t before = 0; before <= 40; ++before) {
    for (const char* letter : {"x", "ғ", "€", "𐌰"}) {
      std::string text(before % 4, ' ');
      while (text.size() < before) text += letter;
      const std::size_t place = text.size();
      text += row.bytes;
      CHECK(check_text(text).broken == place);
      text += "0123456789abcdef0123456789abcdef";
      CHECK(check_text(text).broken == place);
    }
  }
  check_everywhere(std::string{row.bytes});
}

TEST_CASE("the first and the last character of each length is sound wherever it stands", "[utf8]") {
  for (const char* text : {"\x01", "\x7F", "\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF",
                           "\xEE\x80\x80", "\xEF\xBF\xBF", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"}) {
    CAPTURE(text);
    CHECK_FALSE(check_text(text).broken);
    check_everywhere(text);
  }
}

TEST_CASE("a text is plain without control characters but tab and the ends of lines", "[utf8]") {
  for (unsigned byte = 1; byte < 0x80; ++byte) {
    const bool is_plain = byte >= 0x20 || byte == '\t' || byte == '\n' || byte == '\r';
    for (std::size_t place = 0; place < 34; ++place) {
      std::string text(34, 'x');
      text[place] = static_cast<char>(byte);
      CAPTURE(byte, place);
      CHECK(check_text(text).is_plain == is_plain);
    }
  }
  CHECK(check_text("ә\xC2\x85\x7F").is_plain);
  CHECK(check_text("").is_plain);
}

TEST_CASE("a place is a line and a column in bytes", "[utf8]") {
  constexpr std::string_view text = "қ\nab\r\n\nc";
  CHECK(mark_at(text, 0) == Mark{1, 1});
  CHECK(mark_at(text, 2) == Mark{1, 3});
  CHECK(mark_at(text, 3) == Mark{2, 1});
  CHECK(mark_at(text, 6) == Mark{2, 4});
  CHECK(mark_at(text, 7) == Mark{3, 1});
  CHECK(mark_at(text, 8) == Mark{4, 1});
  CHECK(mark_at(text, 9) == Mark{4, 2});
}
