#include "reglament/yaml/events.hpp"

#include <catch2/catch.hpp>
#include <chrono>
#include <string>

#include "event_log.hpp"

using namespace reglament;

namespace {

struct Counter final : YamlSink {
  void document_begin() override { ++documents; }
  void document_end() override {}
  void map_begin(Mark) override {}
  void map_end() override {}
  void sequence_begin(Mark) override {}
  void sequence_end() override {}
  void scalar(std::string_view, bool, Mark) override { ++scalars; }
  std::size_t documents = 0;
  std::size_t scalars = 0;
};

std::string events(std::string_view text) {
  EventLog log;
  CHECK(read_yaml(text, "f", log).empty());
  return log.text;
}

std::string in_short(const Diagnostic& error) {
  std::string text = std::to_string(error.mark.line) + ':' + std::to_string(error.mark.column) + ' ' + error.message.key;
  for (const std::string& argument : error.message.arguments) text += ' ' + argument;
  return text;
}

std::string repeat(std::string_view text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

// Ten lists, each of ten aliases of the one before: 10^levels words.
std::string alias_bomb(int levels) {
  std::string text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < levels; ++i) {
    const std::string name = 'a' + std::to_string(i);
    const std::string inner = "*a" + std::to_string(i - 1);
    text += name + ": &" + name + " [" + inner + repeat(", " + inner, 9) + "]\n";
  }
  return text;
}

}  // namespace

TEST_CASE("YAML is read as events, each at its line and its column in bytes", "[yaml]") {
  struct Row {
    const char* why;
    std::string_view text;
    const char* expected;
  };
  // clang-format off
  const auto row = GENERATE(values<Row>({
      {"a block map", "a: 1\nb: x y\n", "< {@1:1 a@1:1 1@1:4 b@2:1 x y@2:4 }>"},
      {"a list in a map", "a:\n  - 1\n  - 2\n", "< {@1:1 a@1:1 [@2:3 1@2:5 2@3:5 ] }>"},
      {"a list without indentation", "a:\n- 1\n", "< {@1:1 a@1:1 [@2:1 1@2:3 ] }>"},
      {"a map in a list", "- a: 1\n  b: 2\n", "< [@1:1 {@1:3 a@1:3 1@1:6 b@2:3 2@2:6 } ]>"},
      {"flow style", "a: {b: [1, 2]}\n", "< {@1:1 a@1:1 {@1:4 b@1:5 [@1:8 1@1:9 2@1:12 ] } }>"},
      {"JSON", R"({"a": [1, "x", true, null]})", "< {@1:1 'a'@1:2 [@1:7 1@1:8 'x'@1:11 true@1:16 @1:22 ] }>"},
      {"quotes of both kinds", "a: 'x'\nb: \"y\"\n", "< {@1:1 a@1:1 'x'@1:4 b@2:1 'y'@2:4 }>"},
      {"quoted numbers are strings", "[2025, '2025']", "< [@1:1 2025@1:2 '2025'@1:8 ]>"},
      {"a text of several lines", "a: |\n  x\n  y\nb: 1\n", "< {@1:1 a@1:1 'x\ny\n'@1:4 b@4:1 1@4:4 }>"},
      {"columns are bytes: Қ has two", "Қ: {а: 1}\n", "< {@1:1 Қ@1:1 {@1:5 а@1:6 1@1:10 } }>"},
      {"comments are nothing", "# x\na: 1  # y\n", "< {@2:1 a@2:1 1@2:4 }>"},
      {"a hash inside a word is none", "a: b#c\n", "< {@1:1 a@1:1 b#c@1:4 }>"},
      {"an id with a slash", "id: 05-2/1187\n", "< {@1:1 id@1:1 05-2/1187@1:5 }>"},
      {"a time with a colon", "a: 2025-10-06T10:00\n", "< {@1:1 a@1:1 2025-10-06T10:00@1:4 }>"},
      {"no final newline", "a: 1", "< {@1:1 a@1:1 1@1:4 }>"},
      {"lines that end as in Windows", "a: 1\r\nb:\r\n  - 2\r\n", "< {@1:1 a@1:1 1@1:4 b@2:1 [@3:3 2@3:5 ] }>"},
      {"a byte order mark", "\xEF\xBB\xBF""a: 1\n", "< {@1:1 a@1:1 1@1:4 }>"},
      {"a tab behind a value", "a: 1\t\nb: 2\n", "< {@1:1 a@1:1 1@1:4 b@2:1 2@2:4 }>"},
      {"an empty value is at its key", "a:\nb: ~\nc: null\nd:", "< {@1:1 a@1:1 @1:1 b@2:1 @2:4 c@3:1 @3:4 d@4:1 @4:1 }>"},
      {"an empty item is at its dash", "- 1\n-   # x\n\n- 2\n- ~\n-", "< [@1:1 1@1:3 @2:1 2@4:3 @5:3 @6:1 ]>"},
      {"an empty item in flow", "[1, , 2]", "< [@1:1 1@1:2 @1:5 2@1:7 ]>"},
      {"an empty key", ": 1\n", "< {@1:1 @1:1 1@1:3 }>"},
      {"several documents", "a: 1\n---\nb: 2\n...\n---\nc: 3\n", "< {@1:1 a@1:1 1@1:4 }>< {@3:1 b@3:1 2@3:4 }>< {@6:1 c@6:1 3@6:4 }>"},
      {"nothing", "", ""},
      {"nothing but comments", "# nothing\n\n", ""},
      {"an empty document", "---\n---\na: 1\n", "< @2:1>< {@3:1 a@3:1 1@3:4 }>"},
      {"directives belong to the next document", "%YAML 1.2\n# x\n---\na: 1\n...\n%YAML 1.2\n---\nb: 2\n", "< {@4:1 a@4:1 1@4:4 }>< {@8:1 b@8:1 2@8:4 }>"},
      {"a document of one word", "x", "< x@1:1>"},
      {"what only an older YAML takes for a truth", "[yes, no, on]", "< [@1:1 yes@1:2 no@1:7 on@1:11 ]>"},
      {"a tag for a string counts as quotes", "a: !!str 1\n", "< {@1:1 a@1:1 '1'@1:4 }>"},
  }));
  // clang-format on
  CAPTURE(row.why, row.text);
  CHECK(events(row.text) == row.expected);
}

TEST_CASE("an alias gives the events of its anchor again, at the place of the anchor", "[yaml]") {
  struct Row {
    const char* why;
    const char* text;
    const char* expected;
  };
  // clang-format off
  const auto row = GENERATE(values<Row>({
      {"of a word", "a: &x 1\nb: *x\n", "< {@1:1 a@1:1 1@1:4 b@2:1 1@1:4 }>"},
      {"of a map", "a: &x {k: 1}\nb: *x\n", "< {@1:1 a@1:1 {@1:4 k@1:8 1@1:11 } b@2:1 {@1:4 k@1:8 1@1:11 } }>"},
      {"as a key", "a: &x k\n*x : 1\n", "< {@1:1 a@1:1 k@1:4 k@1:4 1@2:6 }>"},
      {"of a null", "a: &x\nb: *x\n", "< {@1:1 a@1:1 @1:1 b@2:1 @1:1 }>"},
      {"an anchor inside an anchor", "a: &x [&y 1, *y]\nb: *x\n", "< {@1:1 a@1:1 [@1:4 1@1:8 1@1:8 ] b@2:1 [@1:4 1@1:8 1@1:8 ] }>"},
      {"the last anchor of a name counts", "a: &x 1\nb: &x 2\nc: *x\n", "< {@1:1 a@1:1 1@1:4 b@2:1 2@2:4 c@3:1 2@2:4 }>"},
  }));
  // clang-format on
  CAPTURE(row.why, row.text);
  CHECK(events(row.text) == row.expected);
}

TEST_CASE("broken YAML is told where it breaks, and reading goes on with the next document", "[yaml]") {
  struct Row {
    const char* why;
    const char* text;
    const char* expected;
    const char* error;
  };
  // clang-format off
  const auto row = GENERATE(values<Row>({
      {"a list that is not closed", "a: [1, 2\nb: 3\n---\nc: 4\n", "< {@1:1 a@1:1 [@1:4 1@1:5 2 b@1:8 ! ] }>< {@4:1 c@4:1 4@4:4 }>", "2:2 yaml-broken end of sequence flow not found"},
      {"a quote that is not closed", "a: 'x\nb: 3\n---\nc: 4\n", "< {@1:1 a@1:1 ! @0:0 }>< {@4:1 c@4:1 4@4:4 }>", "3:1 yaml-broken illegal document indicator in scalar"},
      {"a quote that is not closed before the text ends", "a: 1\nb: \"x\n", "< {@1:1 a@1:1 1@1:4 b@2:1 ! @0:0 }>", "3:1 yaml-broken illegal document indicator in scalar"},
      {"nor in its last line", "a: 1\nb: 'x", "< {@1:1 a@1:1 1@1:4 b@2:1 ! @0:0 }>", "2:6 yaml-broken illegal EOF in scalar"},
      {"a list that swallows the next document", "a: [\n---\nb: 1\n", "< {@1:1 a@1:1 [@1:4 ! ] }>< {@3:1 b@3:1 1@3:4 }>", "2:1 yaml-broken end of sequence flow not found"},
      {"a comma where nothing began", ", x", "< @1:1>", "1:1 yaml-broken no document can begin here"},
      {"a bracket that closes nothing", "a: 1\n]\n---\nb: 2\n", "< {@1:1 a@1:1 1@1:4 ! }>< {@4:1 b@4:1 2@4:4 }>", "2:1 yaml-broken illegal flow end"},
      {"an indentation that fits nothing", "a:\n    b: 1\n  c: 2\n---\nc: 4\n", "< {@1:1 a@1:1 {@2:5 b@2:5 1@2:8 } ! }>< {@5:1 c@5:1 4@5:4 }>", "3:3 yaml-broken end of map not found"},
      {"a tab for indentation", "a:\n\tb: 1\n---\nc: 4\n", "< {@1:1 a@1:1 b@2:2 ! }>< {@4:1 c@4:1 4@4:4 }>", "2:3 yaml-broken illegal map value"},
      {"a tab in an empty line", "a: 1\n\t\nb: 2\n---\nc: 4\n", "< {@1:1 a@1:1 ! @0:0 }>< {@5:1 c@5:1 4@5:4 }>", "2:1 yaml-broken illegal tab when looking for indentation"},
      {"an alias of nothing", "a: *x\n---\nc: 4\n", "< {@1:1 a@1:1 ! @0:0 }>< {@3:1 c@3:1 4@3:4 }>", "1:4 yaml-broken the referenced anchor is not defined"},
      {"an alias of an anchor in the document before", "a: &x 1\n---\nb: *x\n", "< {@1:1 a@1:1 1@1:4 }>< {@3:1 b@3:1 ! @0:0 }>", "3:4 yaml-broken the referenced anchor is not defined"},
      {"an alias inside what it refers to", "a: &x [1, *x]\n---\nc: 4\n", "< {@1:1 a@1:1 [@1:4 1@1:8 ! ] }>< {@3:1 c@3:1 4@3:4 }>", "1:11 yaml-alias-inside-itself"},
      {"a key that is a list", "? [a]\n: 1\n---\nc: 4\n", "< {@1:1 ! }>< {@4:1 c@4:1 4@4:4 }>", "1:3 yaml-key-not-scalar"},
      {"a key that is a map", "{{a: 1}: 2}\n", "< {@1:1 ! }>", "1:2 yaml-key-not-scalar"},
      {"an alias of a list for a key", "a: &x [1]\n*x : 2\n", "< {@1:1 a@1:1 [@1:4 1@1:8 ] ! }>", "1:4 yaml-key-not-scalar"},
      {"a document that the next one ends", "a: 1\n--- [\n--- {c: 3}\n", "< {@1:1 a@1:1 1@1:4 }>< [@2:5 ! ]>< {@3:5 c@3:6 3@3:9 }>", "3:1 yaml-broken end of sequence flow not found"},
      {"more than three dashes begin nothing", "a: [\n---- x\n---x\n--- b\n", "< {@1:1 a@1:1 [@1:4 {@2:1 ---- x ---x@2:1 @2:1 } ! ] }>< b@4:5>", "4:1 yaml-broken end of sequence flow not found"},
      {"what is no UTF-8", "Қ: \xFF\n---\nc: 4\n", "", "1:5 yaml-not-utf8"},
      {"an overlong character", "a\nb: \xC0\xAF\n", "", "2:4 yaml-not-utf8"},
      {"half of a surrogate pair", "\xED\xA0\x80", "", "1:1 yaml-not-utf8"},
      {"a character that is cut short", "a: \xD2", "", "1:4 yaml-not-utf8"},
  }));
  // clang-format on
  CAPTURE(row.why, row.text);
  EventLog log;
  const Diagnostics errors = read_yaml(row.text, "f", log);
  CHECK(log.text == row.expected);
  REQUIRE(errors.size() == 1);
  CHECK(in_short(errors.front()) == row.error);
}

TEST_CASE("every broken document is told, each once", "[yaml]") {
  EventLog log;
  const Diagnostics errors = read_yaml("a: [\n---\nb: {\n---\nc: 1\n---\nd: *x\n", "f", log);
  REQUIRE(errors.size() == 3);
  CHECK(errors[0].mark.line <= 2);
  CHECK(errors[1].mark.line == 4);
  CHECK(errors[2].mark == Mark{7, 4});
  CHECK(log.text.find("< {@5:1 c@5:1 1@5:4 }>") != std::string::npos);
}

TEST_CASE("a NUL is no text", "[yaml]") {
  EventLog log;
  const Diagnostics errors = read_yaml(std::string_view{"a: 1\nb: \0\n", 10}, "f", log);
  REQUIRE(errors.size() == 1);
  CHECK(in_short(errors.front()) == "2:4 yaml-not-utf8");
  CHECK(log.text.empty());
}

TEST_CASE("nesting ends at 64", "[yaml]") {
  Counter counter;
  CHECK(read_yaml(repeat("[", 64) + repeat("]", 64), "f", counter).empty());
  const Diagnostics errors = read_yaml(repeat("[", 65) + repeat("]", 65), "f", counter);
  REQUIRE(errors.size() == 1);
  CHECK(in_short(errors.front()) == "1:65 yaml-too-deep 64");
}

TEST_CASE("a hundred thousand brackets neither crash nor hang", "[yaml]") {
  Counter counter;
  for (const char* bracket : {"[", "{", "- ", "? ", "[{", "&a ["}) {
    CAPTURE(bracket);
    CHECK(read_yaml(repeat(bracket, 100'000), "f", counter).size() == 1);
  }
}

TEST_CASE("aliases may make a document large, but not without end", "[yaml]") {
  Counter counter;
  CHECK(read_yaml(alias_bomb(5), "f", counter).empty());
  CHECK(counter.scalars == 111'110 + 5);
  const Diagnostics errors = read_yaml(alias_bomb(9), "f", counter);
  REQUIRE(errors.size() == 1);
  CHECK(errors.front().message == Message{"yaml-too-many-aliases", {}});
  CHECK(counter.scalars < 2'500'000);
}

TEST_CASE("aliases of one long text have an end too", "[yaml]") {
  const std::string text = "a: &a " + std::string(1'000'000, 'x') + "\nb: [*a" + repeat(", *a", 100) + "]\n";
  Counter counter;
  const Diagnostics errors = read_yaml(text, "f", counter);
  REQUIRE(errors.size() == 1);
  CHECK(errors.front().message == Message{"yaml-too-many-aliases", {}});
  CHECK(counter.scalars < 20);
}

TEST_CASE("a text beyond the limit is refused unread", "[yaml]") {
  const std::string text(largest_yaml_text + 1, ' ');
  Counter counter;
  CHECK(read_yaml(text, "f", counter) == Diagnostics{{"f", {}, {"yaml-too-large", {"256"}}}});
  CHECK(counter.documents == 0);
}
