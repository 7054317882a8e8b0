#include "reglament/findings/characters.hpp"

#include <catch2/catch.hpp>

namespace reglament {

TEST_CASE("what would not print is made visible, all else stays", "[findings][characters]") {
  struct Row {
    const char* why;
    std::string text;
    std::string expected;
  };
  const auto row = GENERATE(values<Row>({
      {"plain text", "minutes: 5 \"pages\"", "minutes: 5 \"pages\""},
      {"letters of any script", "Қазығұрт ауданы – 文 🙂",
       "Қазығұрт ауданы – 文 🙂"},
      {"line ends and tabs", "a\nb\r\tc", "a\\nb\\r\\tc"},
      {"an escape sequence of a terminal", "\x1b[31mred", "\\u001b[31mred"},
      {"NUL", std::string{"a\0b", 3}, "a\\u0000b"},
      {"DEL and the upper control characters", "\x7f\u0085\u009b", "\\u007f\\u0085\\u009b"},
      {"a turn of the direction of writing", "abc\u202Etxt\u2066", "abc\\u202etxt\\u2066"},
      {"direction marks", "\u200E\u200F\u061C", "\\u200e\\u200f\\u061c"},
      {"separators and the byte order mark", "\u2028\u2029\uFEFF", "\\u2028\\u2029\\ufeff"},
      {"bytes that are no UTF-8", "a\xff\xc3", "a\\xff\\xc3"},
      {"an overlong slash", "\xc0\xaf", "\\xc0\\xaf"},
      {"a surrogate", "\xed\xa0\x80", "\\xed\\xa0\\x80"},
      {"above the last character", "\xf4\x90\x80\x80", "\\xf4\\x90\\x80\\x80"},
      {"a character cut short", "\xd2\x9a\xd2", "\xd2\x9a\\xd2"},
      {"nothing", "", ""},
  }));
  CAPTURE(row.why);
  CHECK(visible(row.text) == row.expected);
}

TEST_CASE("making visible twice changes nothing more", "[findings][characters]") {
  const std::string once = visible("a\n\x1b\xff\u202E");
  CHECK(visible(once) == once);
}

TEST_CASE("a quoted text is a JSON string", "[findings][characters]") {
  CHECK(quoted("plain") == "\"plain\"");
  CHECK(quoted("say \"a\\b\"") == "\"say \\\"a\\\\b\\\"\"");
  CHECK(quoted("a\n\x1b\u202E") == "\"a\\n\\u001b\\u202e\"");
  CHECK(quoted("a\xff"
               "b") ==
        "\"a\uFFFD"
        "b\"");
  CHECK(quoted("") == "\"\"");
}

}  // namespace reglament
