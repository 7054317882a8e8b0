#include "reglament/findings/glob.hpp"

#include <catch2/catch.hpp>

#include "example.hpp"

namespace reglament {

TEST_CASE("a glob fits the whole of a text", "[findings][glob]") {
  struct Row {
    const char* pattern;
    const char* text;
    bool expected;
  };
  const auto row = GENERATE(values<Row>({
      {"abc", "abc", true},
      {"abc", "abcd", false},
      {"abc", "ab", false},
      {"a*", "a", true},
      {"a*", "abc", true},
      {"*c", "abc", true},
      {"*b", "abc", false},
      {"a*b*c", "axxbxxc", true},
      {"a*b*c", "axxbxx", false},
      {"*ab", "aab", true},
      {"a?c", "abc", true},
      {"a?c", "ac", false},
      {"*", "", true},
      {"", "", true},
      {"", "a", false},
      {"?", "", false},
      {"**", "anything", true},
  }));
  CAPTURE(row.pattern, row.text);
  CHECK(matches_glob(row.pattern, row.text) == row.expected);
}

TEST_CASE("a pattern without a slash is held against the rule's own id", "[findings][glob]") {
  const auto rule = example::rule("apparatus-meeting-weekly");
  CHECK(names_rule("apparatus-*", *rule));
  CHECK(names_rule("kaz/apparatus-*", *rule));
  CHECK(names_rule("*/apparatus-meeting-weekly", *rule));
  CHECK_FALSE(names_rule("zhambyl/*", *rule));
  CHECK_FALSE(names_rule("kaz", *rule));
}

}  // namespace reglament
