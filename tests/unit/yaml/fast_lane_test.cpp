#include "reglament/yaml/fast_lane.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "event_log.hpp"
#include "reglament/yaml/yaml_cpp.hpp"

using namespace reglament;
using namespace std::string_view_literals;

namespace {

std::string in_short(Mark mark) { return std::to_string(mark.line) + ':' + std::to_string(mark.column); }

std::string in_short(const Diagnostics& errors) {
  std::string text;
  for (const Diagnostic& error : errors) {
    text += (text.empty() ? "" : ", ") + in_short(error.mark) + ' ' + error.message.key;
  }
  return text;
}

struct Reading {
  std::string events;
  std::string errors;
  YamlLanes lanes;
};

// As it is read, held to yaml-cpp.
Reading read(std::string_view text) {
  EventLog log;
  EventLog slow_log;
  Reading reading;
  const Diagnostics errors = read_yaml(text, "f", log, &reading.lanes);
  CHECK(errors == read_yaml_slowly(text, "f", slow_log));
  CHECK(log.text == slow_log.text);
  reading.events = std::move(log.text);
  reading.errors = in_short(errors);
  return reading;
}

std::string lanes_of(std::string_view text) {
  const YamlLanes lanes = read(text).lanes;
  return std::to_string(lanes.fast) + " fast, " + std::to_string(lanes.slow) + " slow";
}

std::string repeat(std::string_view text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

struct Row {
  const char* why;
  std::string_view text;
  const char* expected;
};

void check_fast(const Row& row) {
  CAPTURE(row.why, row.text);
  const Reading reading = read(row.text);
  CHECK(reading.events == row.expected);
  CHECK(reading.errors.empty());
  CHECK(reading.lanes.slow == 0);
}

struct OutsideRow {
  const char* what;
  std::string_view text;
  Outside why;
  Mark where;
};

void check_outside(const OutsideRow& row) {
  CAPTURE(row.what, row.text);
  const YamlLanes lanes = read(row.text).lanes;
  CHECK(lanes.slow > 0);
  CHECK(static_cast<int>(lanes.why) == static_cast<int>(row.why));
  CHECK(in_short(lanes.where) == in_short(row.where));
}

}  // namespace

// clang-format off

TEST_CASE("block maps and sequences are read in the fast lane", "[yaml]") {
  check_fast(GENERATE(values<Row>({
      {"a map", "a: 1\nb: x y\n", "< {@1:1 a@1:1 1@1:4 b@2:1 x y@2:4 }>"},
      {"a map in a map, and back by two levels", "a:\n  b:\n    c: 1\nd: 2\n", "< {@1:1 a@1:1 {@2:3 b@2:3 {@3:5 c@3:5 1@3:8 } } d@4:1 2@4:4 }>"},
      {"an indentation of one", "a:\n b: 1\n c: 2\n", "< {@1:1 a@1:1 {@2:2 b@2:2 1@2:5 c@3:2 2@3:5 } }>"},
      {"one of seven", "a:\n       b: 1\n       c: 2\n", "< {@1:1 a@1:1 {@2:8 b@2:8 1@2:11 c@3:8 2@3:11 } }>"},
      {"different ones in two maps", "a:\n    b: 1\nc:\n d: 2\n", "< {@1:1 a@1:1 {@2:5 b@2:5 1@2:8 } c@3:1 {@4:2 d@4:2 2@4:5 } }>"},
      {"a root that is indented", "  a: 1\n  b:\n    c: 2\n", "< {@1:3 a@1:3 1@1:6 b@2:3 {@3:5 c@3:5 2@3:8 } }>"},
      {"a sequence", "- a\n- b\n", "< [@1:1 a@1:3 b@2:3 ]>"},
      {"one that is indented", "  - a\n  - b\n", "< [@1:3 a@1:5 b@2:5 ]>"},
      {"a sequence in a map", "a:\n  - 1\n  - 2\nb: 3\n", "< {@1:1 a@1:1 [@2:3 1@2:5 2@3:5 ] b@4:1 3@4:4 }>"},
      {"at the column of its key", "a:\n- 1\n- 2\nb: 3\n", "< {@1:1 a@1:1 [@2:1 1@2:3 2@3:3 ] b@4:1 3@4:4 }>"},
      {"deeper down", "a:\n  b:\n  - 1\n  c: 2\n", "< {@1:1 a@1:1 {@2:3 b@2:3 [@3:3 1@3:5 ] c@4:3 2@4:6 } }>"},
      {"maps as items", "a:\n  - b: 1\n    c: 2\n  - b: 3\n", "< {@1:1 a@1:1 [@2:3 {@2:5 b@2:5 1@2:8 c@3:5 2@3:8 } {@4:5 b@4:5 3@4:8 } ] }>"},
      {"a map behind more than one space", "-   a: 1\n    b: 2\n", "< [@1:1 {@1:5 a@1:5 1@1:8 b@2:5 2@2:8 } ]>"},
      {"a map in an item's map", "- a: 1\n  b:\n    c: 2\n- d: 3\n", "< [@1:1 {@1:3 a@1:3 1@1:6 b@2:3 {@3:5 c@3:5 2@3:8 } } {@4:3 d@4:3 3@4:6 } ]>"},
      {"a sequence in an item's map, at its column", "- a:\n  - 1\n  b: 2\n- 3\n", "< [@1:1 {@1:3 a@1:3 [@2:3 1@2:5 ] b@3:3 2@3:6 } 3@4:3 ]>"},
      {"a sequence in a sequence", "- - 1\n  - 2\n- 3\n", "< [@1:1 [@1:3 1@1:5 2@2:5 ] 3@3:3 ]>"},
      {"three of them", "- - - 1\n    - 2\n  - 3\n- 4\n", "< [@1:1 [@1:3 [@1:5 1@1:7 2@2:7 ] 3@3:5 ] 4@4:3 ]>"},
      {"a map in a sequence in a sequence", "- - a: 1\n    b: 2\n  - 3\n", "< [@1:1 [@1:3 {@1:5 a@1:5 1@1:8 b@2:5 2@2:8 } 3@3:5 ] ]>"},
      {"all at once closed by the end", "a:\n  - b:\n      - c:\n          d: 1", "< {@1:1 a@1:1 [@2:3 {@2:5 b@2:5 [@3:7 {@3:9 c@3:9 {@4:11 d@4:11 1@4:14 } } ] } ] }>"},
      {"a scalar on a line of its own", "a:\n  1\nb: 2\n", "< {@1:1 a@1:1 1@2:3 b@3:1 2@3:4 }>"},
      {"a key that is there twice", "a: 1\nb: 2\na: 3\n", "< {@1:1 a@1:1 1@1:4 b@2:1 2@2:4 a@3:1 3@3:4 }>"},
      {"nor is that for us to refuse deeper down", "- a: 1\n  a: 2\n", "< [@1:1 {@1:3 a@1:3 1@1:6 a@2:3 2@2:6 } ]>"},
  })));
}

TEST_CASE("plain scalars on one line are read in the fast lane", "[yaml]") {
  check_fast(GENERATE(values<Row>({
      {"a date", "a: 2025-10-06\n", "< {@1:1 a@1:1 2025-10-06@1:4 }>"},
      {"a time", "a: 10:30\n", "< {@1:1 a@1:1 10:30@1:4 }>"},
      {"an address", "a: https://x.kz/b?c=d&e#f\n", "< {@1:1 a@1:1 https://x.kz/b?c=d&e#f@1:4 }>"},
      {"an id", "a: 05-2/1187\n", "< {@1:1 a@1:1 05-2/1187@1:4 }>"},
      {"a negative number", "a: -1\n", "< {@1:1 a@1:1 -1@1:4 }>"},
      {"dashes", "a: --\nb: ---\n", "< {@1:1 a@1:1 --@1:4 b@2:1 ---@2:4 }>"},
      {"dots", "a: ...\n", "< {@1:1 a@1:1 ...@1:4 }>"},
      {"quotes inside", "a: it's \"so\"\n", "< {@1:1 a@1:1 it's \"so\"@1:4 }>"},
      {"what begins other things, inside", "a: b [c], {d} & * ! | > % @ ` ?\n", "< {@1:1 a@1:1 b [c], {d} & * ! | > % @ ` ?@1:4 }>"},
      {"a colon inside", "a: b:c\n", "< {@1:1 a@1:1 b:c@1:4 }>"},
      {"a hash inside", "a: b#c\n", "< {@1:1 a@1:1 b#c@1:4 }>"},
      {"letters of two, three and four bytes", "a: ә€𐌰 б\n", "< {@1:1 a@1:1 ә€𐌰 б@1:4 }>"},
      {"a space that does not break", "a: \xC2\xA0""b\n", "< {@1:1 a@1:1 \xC2\xA0""b@1:4 }>"},
      {"ends of lines of Unicode, which are none", "a: b\xC2\x85""c\xE2\x80\xA8""d\n", "< {@1:1 a@1:1 b\xC2\x85""c\xE2\x80\xA8""d@1:4 }>"},
      {"a byte order mark that is not first", "---\n\xEF\xBB\xBF""a: 1\n", "< {@2:1 \xEF\xBB\xBF""a@2:1 1@2:7 }>"},
      {"a delete character inside", "a: b\x7F\n", "< {@1:1 a@1:1 b\x7F@1:4 }>"},
      {"spaces before it", "a:    1\n", "< {@1:1 a@1:1 1@1:7 }>"},
      {"and behind it", "a: 1   \nb: 2 ", "< {@1:1 a@1:1 1@1:4 b@2:1 2@2:4 }>"},
      {"spaces inside", "a: b   c\n", "< {@1:1 a@1:1 b   c@1:4 }>"},
      {"a key with spaces", "a b  c: 1\n", "< {@1:1 a b  c@1:1 1@1:9 }>"},
      {"a key with a colon", "a:b::c: 1\n", "< {@1:1 a:b::c@1:1 1@1:9 }>"},
      {"a key with a hash", "a#b: 1\n", "< {@1:1 a#b@1:1 1@1:6 }>"},
      {"a key with dashes", "-a: 1\n--b: 2\n", "< {@1:1 -a@1:1 1@1:5 --b@2:1 2@2:6 }>"},
      {"a key in Kazakh: columns are bytes", "күні: әр\n", "< {@1:1 күні@1:1 әр@1:11 }>"},
      {"the key of a merge, which nobody merges", "<<: 1\n", "< {@1:1 <<@1:1 1@1:5 }>"},
      {"what an older YAML takes for truths", "a: yes\nb: no\n", "< {@1:1 a@1:1 yes@1:4 b@2:1 no@2:4 }>"},
      {"one that is 16 bytes long", "a: 0123456789abcdef\nb: 0123456789abcde:\"x\n", "< {@1:1 a@1:1 0123456789abcdef@1:4 b@2:1 0123456789abcde:\"x@2:4 }>"},
  })));
}

TEST_CASE("quoted scalars on one line are read in the fast lane", "[yaml]") {
  check_fast(GENERATE(values<Row>({
      {"of both kinds", "a: 'x y'\nb: \"x y\"\n", "< {@1:1 a@1:1 'x y'@1:4 b@2:1 'x y'@2:4 }>"},
      {"empty ones", "a: ''\nb: \"\"\n", "< {@1:1 a@1:1 ''@1:4 b@2:1 ''@2:4 }>"},
      {"as keys", "'a': 1\n\"b\": 2\n", "< {@1:1 'a'@1:1 1@1:6 'b'@2:1 2@2:6 }>"},
      {"as items", "- 'a'\n- \"b\"\n", "< [@1:1 'a'@1:3 'b'@2:3 ]>"},
      {"as keys of items", "- 'a': 1\n  \"b\": 2\n", "< [@1:1 {@1:3 'a'@1:3 1@1:8 'b'@2:3 2@2:8 } ]>"},
      {"on a line of its own", "a:\n  'b'\n", "< {@1:1 a@1:1 'b'@2:3 }>"},
      {"numbers and nulls in them are texts", "- '1'\n- \"~\"\n- 'null'\n", "< [@1:1 '1'@1:3 '~'@2:3 'null'@3:3 ]>"},
      {"a null as a key in them", "'null': 1\n\"\": 2\n", "< {@1:1 'null'@1:1 1@1:9 ''@2:1 2@2:5 }>"},
      {"what means something outside", "a: \"b: #c - [d], {e} 'f' & * ! | > %\"\n", "< {@1:1 a@1:1 'b: #c - [d], {e} 'f' & * ! | > %'@1:4 }>"},
      {"a single quote, written twice", "a: 'it''s'\nb: ''''\nc: '''x'''\n", "< {@1:1 a@1:1 'it's'@1:4 b@2:1 '''@2:4 c@3:1 ''x''@3:4 }>"},
      {"a backslash in single quotes", "a: '\\n\\'\n", "< {@1:1 a@1:1 '\\n\\'@1:4 }>"},
      {"the common escapes", R"(a: "\"\\\/\n\t")", "< {@1:1 a@1:1 '\"\\/\n\t'@1:4 }>"},
      {"code points of one, two and three bytes", R"(a: "\u0041\u007f\u0080\u0431\u07FF\u0800\u20aC\uFFFD")", "< {@1:1 a@1:1 'A\x7F\xC2\x80б\xDF\xBF\xE0\xA0\x80€\xEF\xBF\xBD'@1:4 }>"},
      {"those beside the halves of pairs", R"(a: "\ud7ff\ue000")", "< {@1:1 a@1:1 '\xED\x9F\xBF\xEE\x80\x80'@1:4 }>"},
      {"the least code point that is a character", R"(a: "\u0001")", "< {@1:1 a@1:1 '\x01'@1:4 }>"},
      {"an escape between others", R"(a: "x\ny\tz")", "< {@1:1 a@1:1 'x\ny\tz'@1:4 }>"},
      {"a line feed in escapes at the end", R"(a: "x\n\n")", "< {@1:1 a@1:1 'x\n\n'@1:4 }>"},
      {"an escape in a key", R"("a\tb": 1)", "< {@1:1 'a\tb'@1:1 1@1:9 }>"},
      {"a quote in a key", "'it''s': 1\n", "< {@1:1 'it's'@1:1 1@1:10 }>"},
      {"escapes in several texts of one value", "- [\"\\n\", 'a''b', \"\\t\"]\n", "< [@1:1 [@1:3 '\n'@1:4 'a'b'@1:10 '\t'@1:18 ] ]>"},
      {"a tab inside", "a: 'x\ty'\nb: \"x\ty\"\n", "< {@1:1 a@1:1 'x\ty'@1:4 b@2:1 'x\ty'@2:4 }>"},
      {"spaces at the edges", "a: ' x '\n", "< {@1:1 a@1:1 ' x '@1:4 }>"},
      {"a comment behind", "a: 'x' # y\n", "< {@1:1 a@1:1 'x'@1:4 }>"},
  })));
}

TEST_CASE("nulls, written and not, are read in the fast lane", "[yaml]") {
  check_fast(GENERATE(values<Row>({
      {"each way to write it", "a: ~\nb: null\nc: Null\nd: NULL\n", "< {@1:1 a@1:1 @1:4 b@2:1 @2:4 c@3:1 @3:4 d@4:1 @4:4 }>"},
      {"and what is none", "a: nULL\nb: nullx\nc: ~x\nd: null x\n", "< {@1:1 a@1:1 nULL@1:4 b@2:1 nullx@2:4 c@3:1 ~x@3:4 d@4:1 null x@4:4 }>"},
      {"one that is not written is at its key", "a:\nb: 1\n", "< {@1:1 a@1:1 @1:1 b@2:1 1@2:4 }>"},
      {"at the end of the text", "a: 1\nb:", "< {@1:1 a@1:1 1@1:4 b@2:1 @2:1 }>"},
      {"with spaces behind its key", "a:  \nb:   ", "< {@1:1 a@1:1 @1:1 b@2:1 @2:1 }>"},
      {"before lines without content", "a:\n\n  # null\n   \nb: 1\n", "< {@1:1 a@1:1 @1:1 b@5:1 1@5:4 }>"},
      {"before a comment", "a: # b\nc: 1\n", "< {@1:1 a@1:1 @1:1 c@2:1 1@2:4 }>"},
      {"at the end of a deeper map", "a:\n  b:\nc:\n  d:\n    e:\n", "< {@1:1 a@1:1 {@2:3 b@2:3 @2:3 } c@3:1 {@4:3 d@4:3 {@5:5 e@5:5 @5:5 } } }>"},
      {"before the next item", "- a:\n- b:\n- c\n", "< [@1:1 {@1:3 a@1:3 @1:3 } {@2:3 b@2:3 @2:3 } c@3:3 ]>"},
      {"before the next document", "a:\n---\nb:\n", "< {@1:1 a@1:1 @1:1 }>< {@3:1 b@3:1 @3:1 }>"},
      {"of a quoted key", "'a':\n\"b\":\n", "< {@1:1 'a'@1:1 @1:1 'b'@2:1 @2:1 }>"},
      {"items", "- ~\n- null\n", "< [@1:1 @1:3 @2:3 ]>"},
      {"in flow", "[~, null, Null, NULL, nULL]\n", "< [@1:1 @1:2 @1:5 @1:11 @1:17 nULL@1:23 ]>"},
      {"one on a line of its own", "a:\n  null\nb: 1\n", "< {@1:1 a@1:1 @2:3 b@3:1 1@3:4 }>"},
      {"a word that begins like one, not right below it", "a:\nb: 1\nnullable: 2\n", "< {@1:1 a@1:1 @1:1 b@2:1 1@2:4 nullable@3:1 2@3:11 }>"},
  })));
}

TEST_CASE("flow collections, on one line or more, are read in the fast lane", "[yaml]") {
  check_fast(GENERATE(values<Row>({
      {"empty ones", "a: {}\nb: []\nc: { }\nd: [ ]\n", "< {@1:1 a@1:1 {@1:4 } b@2:1 [@2:4 ] c@3:1 {@3:4 } d@4:1 [@4:4 ] }>"},
      {"one in another", "a: {b: {c: [1, {d: 2}]}}\n", "< {@1:1 a@1:1 {@1:4 b@1:5 {@1:8 c@1:9 [@1:12 1@1:13 {@1:16 d@1:17 2@1:20 } ] } } }>"},
      {"as items", "- {a: 1}\n- [2]\n", "< [@1:1 {@1:3 a@1:4 1@1:7 } [@2:3 2@2:4 ] ]>"},
      {"as the whole document", "[1, 2]\n", "< [@1:1 1@1:2 2@1:5 ]>"},
      {"on lines of their own", "a:\n  [1]\nb:\n  {c: 2}\n", "< {@1:1 a@1:1 [@2:3 1@2:4 ] b@3:1 {@4:3 c@4:4 2@4:7 } }>"},
      {"over several lines", "a: [\n  1,\n  2\n  ]\nb: {c: 3,\n d: 4}\n", "< {@1:1 a@1:1 [@1:4 1@2:3 2@3:3 ] b@5:1 {@5:4 c@5:5 3@5:8 d@6:2 4@6:5 } }>"},
      {"whose lines are not indented", "a: [\n1\n,\n2\n]\nb: 3\n", "< {@1:1 a@1:1 [@1:4 1@2:1 2@4:1 ] b@6:1 3@6:4 }>"},
      {"a value on the line behind its key", "{a:\n 1}\n", "< {@1:1 a@1:2 1@2:2 }>"},
      {"with comments", "[ # a\n1, # b\n# c\n2 # d\n]\n", "< [@1:1 1@2:1 2@4:1 ]>"},
      {"a comma at the end", "a: [1, 2,]\nb: {c: 3 , }\n", "< {@1:1 a@1:1 [@1:4 1@1:5 2@1:8 ] b@2:1 {@2:4 c@2:5 3@2:8 } }>"},
      {"no space anywhere", "[1,[2],{a: 3},'b',\"c\"]", "< [@1:1 1@1:2 [@1:4 2@1:5 ] {@1:8 a@1:9 3@1:12 } 'b'@1:15 'c'@1:19 ]>"},
      {"spaces wherever they may be", "[ 1 , [ 2 ] , { a:  3 } ]  ", "< [@1:1 1@1:3 [@1:7 2@1:9 ] {@1:15 a@1:17 3@1:21 } ]>"},
      {"plain scalars with spaces", "[a b, c  d ]\n", "< [@1:1 a b@1:2 c  d@1:7 ]>"},
      {"with colons", "[a:b, 10:30, http://x/y]\n", "< [@1:1 a:b@1:2 10:30@1:7 http://x/y@1:14 ]>"},
      {"with hashes", "[a#b, c #d\n]\n", "< [@1:1 a#b@1:2 c@1:7 ]>"},
      {"with quotes", "[a'b, c\"d]\n", "< [@1:1 a'b@1:2 c\"d@1:7 ]>"},
      {"with dashes", "{a: -1, -b: --c}\n", "< {@1:1 a@1:2 -1@1:5 -b@1:9 --c@1:13 }>"},
      {"a key with spaces and one with a colon", "{a b: 1, c:d: 2}\n", "< {@1:1 a b@1:2 1@1:7 c:d@1:10 2@1:15 }>"},
      {"a quoted key right before its value", "{'a':1, \"b\":[]}\n", "< {@1:1 'a'@1:2 1@1:6 'b'@1:9 [@1:13 ] }>"},
      {"a key that is there twice", "{a: 1, a: 2}\n", "< {@1:1 a@1:2 1@1:5 a@1:8 2@1:11 }>"},
      {"a bracket at the first column", "a: [1\n]\n", "< {@1:1 a@1:1 [@1:4 1@1:5 ] }>"},
      {"a pair in a list, which is a map", "a: [b: 1, 'c':2, d]\n", "< {@1:1 a@1:1 [@1:4 {@1:5 b@1:5 1@1:8 } {@1:11 'c'@1:11 2@1:15 } d@1:18 ] }>"},
      {"with other values", "a: [b:\n 1, c: {d: 2}, e: [f: ~]]\n", "< {@1:1 a@1:1 [@1:4 {@1:5 b@1:5 1@2:2 } {@2:5 c@2:5 {@2:8 d@2:9 2@2:12 } } {@2:16 e@2:16 [@2:19 {@2:20 f@2:20 @2:23 } ] } ] }>"},
  })));
}

TEST_CASE("JSON is read in the fast lane", "[yaml]") {
  check_fast(GENERATE(values<Row>({
      {"on one line", R"({"a":[1,-2.5e3,"x",true,false,null],"b":{}})", "< {@1:1 'a'@1:2 [@1:6 1@1:7 -2.5e3@1:9 'x'@1:16 true@1:20 false@1:25 @1:31 ] 'b'@1:37 {@1:41 } }>"},
      {"on several", "{\n  \"a\": [\n    {\n      \"b\": 1\n    }\n  ]\n}\n", "< {@1:1 'a'@2:3 [@2:8 {@3:5 'b'@4:7 1@4:12 } ] }>"},
      {"entries of a section, which go one by one", R"({"meetings": [{"id": "a"}, {"id": "b"}], "visits": []})", "< {@1:1 'meetings'@1:2 [@1:14 {@1:15 'id'@1:16 'a'@1:22 } {@1:28 'id'@1:29 'b'@1:35 } ] 'visits'@1:42 [@1:52 ] }>"},
      {"a list of lists", "[[1, 2], [3]]", "< [@1:1 [@1:2 1@1:3 2@1:6 ] [@1:10 3@1:11 ] ]>"},
      {"in Kazakh", R"({"күні": "әр"})", "< {@1:1 'күні'@1:2 'әр'@1:14 }>"},
      {"comments behind it, which JSON has not", "{\"a\": 1} # b\n# c\n", "< {@1:1 'a'@1:2 1@1:7 }>"},
      {"one text behind another", "{\"a\": 1}\n---\n[2]\n", "< {@1:1 'a'@1:2 1@1:7 }>< [@3:1 2@3:2 ]>"},
  })));
}

TEST_CASE("comments and lines without content are nothing in the fast lane", "[yaml]") {
  check_fast(GENERATE(values<Row>({
      {"before all", "# a: 1\n\n  # b\na: 1\n", "< {@4:1 a@4:1 1@4:4 }>"},
      {"behind all", "a: 1\n\n  # b\n#", "< {@1:1 a@1:1 1@1:4 }>"},
      {"at every other place", "a: # b\n  # c\n  - 1 # d\n# e\n  - 2  # f\n\n#\nb: 3 #\n", "< {@1:1 a@1:1 [@3:3 1@3:5 2@5:5 ] b@8:1 3@8:4 }>"},
      {"in an item's map", "- a: 1\n # b\n\n  c: 2\n", "< [@1:1 {@1:3 a@1:3 1@1:6 c@4:3 2@4:6 } ]>"},
      {"with what would mean something", "a: 1 # 'b: [\n# \"- {\nb: 2\n", "< {@1:1 a@1:1 1@1:4 b@3:1 2@3:4 }>"},
      {"with tabs", "# \ta\na: 1 #\t\n", "< {@2:1 a@2:1 1@2:4 }>"},
      {"spaces on a line without content", "a: 1\n   \nb: 2\n  ", "< {@1:1 a@1:1 1@1:4 b@3:1 2@3:4 }>"},
      {"nothing else", "# 'a\n\n   # b", ""},
      {"not even that", "", ""},
      {"only lines", " \n\n", ""},
  })));
}

TEST_CASE("lines that end as in Windows and a byte order mark are read in the fast lane", "[yaml]") {
  check_fast(GENERATE(values<Row>({
      {"every line", "# c\r\n\r\na: 1\r\nb: # d\r\n- 2\r\n- 'x'\r\n- [3,\r\n4]\r\n---\r\nc:\r\n", "< {@3:1 a@3:1 1@3:4 b@4:1 [@5:1 2@5:3 'x'@6:3 [@7:3 3@7:4 4@8:1 ] ] }>< {@10:1 c@10:1 @10:1 }>"},
      {"some of them", "a: 1\r\nb: 2\nc: 3\r\n", "< {@1:1 a@1:1 1@1:4 b@2:1 2@2:4 c@3:1 3@3:4 }>"},
      {"spaces before the end", "a: 1 \r\nb: \r\n", "< {@1:1 a@1:1 1@1:4 b@2:1 @2:1 }>"},
      {"a mark counts for nothing", "\xEF\xBB\xBF""a: 1\n", "< {@1:1 a@1:1 1@1:4 }>"},
      {"before the begin of a document", "\xEF\xBB\xBF""---\na: 1\n", "< {@2:1 a@2:1 1@2:4 }>"},
      {"alone", "\xEF\xBB\xBF", ""},
  })));
}

TEST_CASE("a text may end anywhere without an end of line", "[yaml]") {
  check_fast(GENERATE(values<Row>({
      {"behind a plain scalar", "a: x", "< {@1:1 a@1:1 x@1:4 }>"},
      {"a number below zero", "a: -1", "< {@1:1 a@1:1 -1@1:4 }>"},
      {"a quoted one", "a: 'x'", "< {@1:1 a@1:1 'x'@1:4 }>"},
      {"one in double quotes", "a: \"x\"", "< {@1:1 a@1:1 'x'@1:4 }>"},
      {"a key", "a:", "< {@1:1 a@1:1 @1:1 }>"},
      {"a quoted key", "'a':", "< {@1:1 'a'@1:1 @1:1 }>"},
      {"an item", "- x", "< [@1:1 x@1:3 ]>"},
      {"a bracket", "a: []", "< {@1:1 a@1:1 [@1:4 ] }>"},
      {"a comment", "a: x #", "< {@1:1 a@1:1 x@1:4 }>"},
      {"spaces", "a: x  ", "< {@1:1 a@1:1 x@1:4 }>"},
  })));
}

TEST_CASE("documents are read one by one in the fast lane", "[yaml]") {
  check_fast(GENERATE(values<Row>({
      {"two", "a: 1\n---\nb: 2\n", "< {@1:1 a@1:1 1@1:4 }>< {@3:1 b@3:1 2@3:4 }>"},
      {"the first with a mark too", "---\na: 1\n---\n- b\n", "< {@2:1 a@2:1 1@2:4 }>< [@4:1 b@4:3 ]>"},
      {"comments before the first mark", "# c\n\n---\na: 1\n", "< {@4:1 a@4:1 1@4:4 }>"},
      {"comments behind a mark", "---\n# c\n\na: 1\n", "< {@4:1 a@4:1 1@4:4 }>"},
      {"a mark that closes all that is open", "a:\n  - b:\n      c: 1\n---\nd: 2\n", "< {@1:1 a@1:1 [@2:3 {@2:5 b@2:5 {@3:7 c@3:7 1@3:10 } } ] }>< {@5:1 d@5:1 2@5:4 }>"},
      {"dashes that are no mark", "a: ---\nb:\n  ---: 1\n", "< {@1:1 a@1:1 ---@1:4 b@2:1 {@3:3 ---@3:3 1@3:8 } }>"},
      {"as in Windows", "---\r\na: 1\r\n---\r\nb: 2\r\n", "< {@2:1 a@2:1 1@2:4 }>< {@4:1 b@4:1 2@4:4 }>"},
  })));
}

// --- outside --------------------------------------------------------------------------------------------------------

TEST_CASE("what is outside the fast lane is told with its reason and place", "[yaml]") {
  using enum Outside;
  check_outside(GENERATE(values<OutsideRow>({
      {"an anchor", "a: &x 1\n", anchor, {1, 4}},
      {"of a key", "&x a: 1\n", anchor, {1, 1}},
      {"of an item", "- 1\n- &x 2\n", anchor, {2, 3}},
      {"in flow", "a: [1, &x 2]\n", anchor, {1, 8}},
      {"an alias", "a: 1\nb: *x\n", anchor, {2, 4}},
      {"a tag", "a: !!str 1\n", tag, {1, 4}},
      {"of an item in flow", "[!x 1]\n", tag, {1, 2}},
      {"a text in lines", "a: |\n  x\n", block_scalar, {1, 4}},
      {"a folded one", "- >-\n  x\n", block_scalar, {1, 3}},
      {"on the line behind its key", "a:\n  |\n  x\n", block_scalar, {2, 3}},

      {"a plain scalar that goes on", "a: b\n  c\n", several_lines, {2, 3}},
      {"in an item", "- a\n b\n", several_lines, {2, 2}},
      {"in flow", "[a\n b]\n", several_lines, {2, 2}},
      {"as a value in flow", "{a: b\n c: d}\n", several_lines, {2, 2}},
      {"behind lines without content", "a: b\n\n\n  c\n", several_lines, {4, 3}},
      {"a single-quoted scalar that goes on", "a: 'b\n  c'\n", several_lines, {1, 6}},
      {"as in Windows", "a: 'b\r\n  c'\r\n", several_lines, {1, 6}},
      {"a double-quoted one", "a: \"b\n  c\"\n", several_lines, {1, 6}},
      {"with its end of line escaped", "a: \"b\\\n  c\"\n", escape, {1, 6}},
      {"a quote that is not closed", "a: 'b", several_lines, {1, 6}},
      {"a double one", "a: \"b", several_lines, {1, 6}},
      {"in a key", "'a", several_lines, {1, 3}},
      {"behind an escape", R"(a: "\n)", several_lines, {1, 7}},
      {"behind a code point", R"(a: "\u0041)", several_lines, {1, 11}},

      {"a rarer escape", R"(a: "x\x41")", escape, {1, 6}},
      {"in the key of an item", "a:\n- 1\n- \"\\x41\": 1\n", escape, {3, 4}},
      {"deeper down", "- a:\n  - \"\\x41\": 1\n", escape, {2, 6}},
      {"one for a control character", R"(a: "\e")", escape, {1, 5}},
      {"a carriage return", R"(a: "\r")", escape, {1, 5}},
      {"eight digits", R"(a: "\U0001F600")", escape, {1, 5}},
      {"a NUL in digits", R"(a: "\u0000")", escape, {1, 5}},
      {"half of a pair: the first", R"(a: "\ud800")", escape, {1, 5}},
      {"the last", R"(a: "\udfff")", escape, {1, 5}},
      {"a whole pair", R"(a: "\uD83D\uDE00")", escape, {1, 5}},
      {"too few digits", R"(a: "\u041")", escape, {1, 5}},
      {"no digits", R"(a: "\u04g1")", escape, {1, 5}},
      {"digits that the end cuts short", R"(a: "\u041)", escape, {1, 5}},
      {"an escape that the end cuts short", R"(a: "\)", other, {1, 5}},
      {"one that there is not", R"(a: "\q")", escape, {1, 5}},

      {"a key with its mark", "? a\n: 1\n", key, {1, 1}},
      {"a key that is not written", ": 1\n", key, {1, 1}},
      {"a null", "a: 1\n~: 2\n", key, {2, 1}},
      {"a null in a word", "null: 1\n", key, {1, 1}},
      {"a key with space before its colon", "a : 1\n", key, {1, 1}},
      {"a quoted one", "'a' : 1\n", key, {1, 5}},
      {"a quoted one deeper down", "- 'a' : 1\n", key, {1, 7}},
      {"a quoted one that is not the first", "- a: 1\n  'b' : 1\n", key, {2, 7}},
      {"in flow", "{a : 1}\n", key, {1, 2}},
      {"a quoted one in flow", "{\"a\" : 1}\n", key, {1, 2}},
      {"a key without value in flow", "{a, b: 1}\n", key, {1, 2}},
      {"a key beside its value in flow", "{a:1}\n", key, {1, 2}},
      {"a null in flow", "{~: 1}\n", key, {1, 2}},
      {"a pair in a list that is the document", "[a: 1]\n", key, {1, 3}},
      {"with a quoted key", "['a': 1]\n", key, {1, 5}},
      {"a pair with space before its colon", "a: [b : 1]\n", key, {1, 5}},
      {"with a quoted key", "a: ['b' : 1]\n", key, {1, 9}},
      {"of a null", "a: [~: 1]\n", key, {1, 5}},
      {"with its mark", "a: [? b]\n", key, {1, 5}},
      {"in a pair", "a: [b: c: 1]\n", key, {1, 9}},
      {"with its colon before a comma", "a: [b:, c]\n", key, {1, 5}},
      {"before a bracket", "a: [b:]\n", key, {1, 5}},
      {"before a brace", "{a: b:}\n", key, {1, 6}},
      {"a list for a key", "[a]: 1\n", key, {1, 4}},
      {"a map for a key", "{a: 1}: 1\n", key, {1, 7}},
      {"a scalar that begins with a colon", "a: :b\n", key, {1, 4}},
      {"with a question mark", "a: ?b\n", key, {1, 4}},

      {"an empty item", "- a\n-\n", empty_item, {2, 2}},
      {"at the end", "- ", empty_item, {1, 3}},
      {"as in Windows", "-\r\n- a\r\n", empty_item, {1, 2}},
      {"before a comment", "-   # c\n", empty_item, {1, 5}},
      {"an item in the next line", "-\n  a\n", empty_item, {1, 2}},
      {"an empty item of an item", "- - \n", empty_item, {1, 5}},
      {"an empty item in flow", "[1, , 2]\n", other, {1, 5}},
      {"an empty first one", "[, 1]\n", other, {1, 2}},
      {"a pair without value", "a: [b: ]\n", other, {1, 8}},

      {"a root that ends on the left", "  a: 1\n b: 2\n", indentation, {2, 2}},
      {"a sequence that does", " - a\n- b\n", indentation, {2, 1}},
      {"a map's key between two columns", "a:\n    b: 1\n  c: 2\n", indentation, {3, 3}},
      {"an item between two columns", "a:\n  - 1\n - 2\n", indentation, {3, 2}},
      {"a key beside an item's map", "a:\n - b: 1\n   c: 2\n  d: 3\n", indentation, {4, 3}},
      {"a key behind items", "- a\nb: 1\n", indentation, {2, 1}},
      {"an item behind keys", "a: 1\n- b\n", indentation, {2, 1}},
      {"deeper down", "- a: 1\n  - b\n", indentation, {2, 3}},
      {"a key deeper than a value allows", "a: 1\n  b: 2\n", several_lines, {2, 3}},
      {"an item deeper than one before", "- a\n  - b\n", several_lines, {2, 3}},

      {"a tab for indentation", "a:\n\tb: 1\n", tab, {2, 1}},
      {"before a value", "a:\t1\n", tab, {1, 3}},
      {"behind a space", "a: \t1\n", tab, {1, 4}},
      {"behind a dash and a space", "- \ta\n", tab, {1, 3}},
      {"inside a plain scalar", "a: x\ty\n", tab, {1, 5}},
      {"behind it", "a: x\t\n", tab, {1, 5}},
      {"behind a quoted one", "a: 'x'\t\n", tab, {1, 7}},
      {"before a comment", "a: x\t# c\n", tab, {1, 5}},
      {"in a line without content", "a: 1\n  \t\nb: 2\n", tab, {2, 3}},
      {"in flow", "[1,\t2]\n", tab, {1, 4}},
      {"behind a value in flow", "[1\t]\n", tab, {1, 3}},
      {"behind the whole", "[1]\t\n", tab, {1, 4}},

      {"a carriage return alone", "a: 1\rb: 2\n", control_character, {1, 5}},
      {"at the very end", "a: 1\r", control_character, {1, 5}},
      {"in quotes", "a: 'x\ry'\n", control_character, {1, 6}},
      {"in double quotes", "a: \"x\ry\"\n", control_character, {1, 6}},
      {"in flow", "[1,\r2]\n", control_character, {1, 4}},
      {"a control character anywhere in the text", "a: 1\n---\nb: \x01\n", control_character, {0, 0}},
      {"a second byte order mark", "\xEF\xBB\xBF\xEF\xBB\xBF""a: 1\n", control_character, {1, 1}},

      {"a directive", "%YAML 1.2\n---\na: 1\n", document_marks, {1, 1}},
      {"inside a document", "a: 1\n%b: 2\n", document_marks, {2, 1}},
      {"the end of a document", "a: 1\n...\n", document_marks, {2, 1}},
      {"a key that begins like one", "a: 1\n...b: 2\n", document_marks, {2, 1}},
      {"one below a key without value", "a:\n  b:\n...c: 2\n", document_marks, {3, 1}},
      {"a document beside its mark", "--- a: 1\n", document_marks, {1, 4}},
      {"a comment beside it", "--- # c\na: 1\n", document_marks, {1, 4}},
      {"a space behind it", "--- \na: 1\n", document_marks, {1, 4}},
      {"a tab behind it", "---\t\na: 1\n", document_marks, {1, 4}},
      {"a key that begins like it", "---a: 1\n", document_marks, {1, 4}},
      {"one that is not the first", "a: 1\n----: 2\n", document_marks, {2, 1}},
      {"a document that is only marked", "---\n", document_marks, {2, 1}},
      {"one with comments only", "---\n# c\n---\na: 1\n", document_marks, {3, 1}},
      {"a mark in flow", "a: [\n---\n]\n", document_marks, {2, 1}},

      {"a document of one word", "a b\n", other, {1, 4}},
      {"of one quoted word", "'a'\n", other, {1, 4}},
      {"a null before something that looks like one", "a:\n~b: 1\n", other, {2, 1}},
      {"the same with a word", "a:\nnullable: 1\n", other, {2, 1}},
      {"with another", "a:\nNullable: 1\n", other, {2, 1}},
      {"deeper down", "- a:\n  NULLs: 1\n", other, {2, 3}},
      {"a key beside a key", "a: b: 1\n", other, {1, 6}},
      {"an item beside a key", "a: - 1\n", other, {1, 4}},
      {"a word behind a quoted one", "a: 'b' c\n", other, {1, 8}},
      {"right behind it", "a: 'b'c\n", other, {1, 7}},
      {"a colon and no space behind a quoted key", "'a':b\n", other, {1, 4}},
      {"a word behind a bracket", "a: [1] b\n", other, {1, 8}},
      {"a comment right behind a bracket", "a: [1]# b\n", other, {1, 7}},
      {"a comment right before it", "a: [# b\n]\n", other, {1, 5}},
      {"a second root", "[1]\n[2]\n", other, {2, 1}},
      {"a bracket too many", "[1]]\n", other, {1, 4}},
      {"a bracket that is not closed", "[1, 2", other, {1, 6}},
      {"one of the other kind", "[1}\n", other, {1, 3}},
      {"a comma that is missing", "['a' 'b']\n", other, {1, 6}},
      {"a dash before a tab", "-\ta\n", other, {1, 1}},
      {"a dash in flow", "[-]\n", other, {1, 2}},
      {"a question mark in flow", "[a?b]\n", other, {1, 3}},
      {"a bracket inside a word in flow", "[a[b]\n", other, {1, 3}},
      {"what no scalar may begin with", "a: @b\n", other, {1, 4}},
      {"a percent sign", "a: %b\n", other, {1, 4}},
      {"a comma", "a: ,b\n", other, {1, 4}},
      {"a delete character", "a: \x7F\n", other, {1, 4}},
  })));
}

// clang-format on

// --- boundaries -----------------------------------------------------------------------------------------------------

TEST_CASE("the fast lane ends at 48 levels, and yaml-cpp at 64", "[yaml]") {
  // The root is one of them, and one is kept for a sequence in it.
  const auto flow = [](std::size_t levels) { return "a: " + repeat("[", levels) + repeat("]", levels); };
  CHECK(lanes_of(flow(46)) == "1 fast, 0 slow");
  CHECK(lanes_of(flow(47)) == "0 fast, 1 slow");
  CHECK(read(flow(47)).errors.empty());
  CHECK(read(flow(47)).lanes.why == Outside::depth);
  CHECK(read(flow(47)).lanes.where == Mark{1, 50});
  CHECK(read(flow(63)).errors.empty());
  CHECK(read(flow(64)).errors == "1:67 yaml-too-deep");

  const auto maps = [](std::size_t levels) {
    std::string text;
    for (std::size_t level = 0; level < levels; ++level) text += std::string(level, ' ') + "a:\n";
    return text;
  };
  CHECK(lanes_of(maps(47)) == "1 fast, 0 slow");
  CHECK(lanes_of(maps(48)) == "0 fast, 1 slow");
  CHECK(read(maps(48)).lanes.why == Outside::depth);
  CHECK(read(maps(64)).errors.empty());
  CHECK(read(maps(65)).errors == "65:65 yaml-too-deep");

  const auto sequences = [](std::size_t levels) { return repeat("- ", levels) + "a\n"; };
  CHECK(lanes_of(sequences(47)) == "1 fast, 0 slow");
  CHECK(lanes_of(sequences(48)) == "0 fast, 1 slow");
  CHECK(read(sequences(48)).lanes.why == Outside::depth);

  const auto flow_maps = [](std::size_t levels) {
    return repeat("{a: ", levels) + "1" + repeat("}", levels);
  };
  CHECK(lanes_of(flow_maps(47)) == "1 fast, 0 slow");
  CHECK(lanes_of(flow_maps(48)) == "0 fast, 1 slow");
  CHECK(read(flow_maps(48)).lanes.why == Outside::depth);

  const auto pair = [](std::size_t levels) { return "a: " + repeat("[", levels) + "b: 1" + repeat("]", levels); };
  CHECK(lanes_of(pair(45)) == "1 fast, 0 slow");
  CHECK(lanes_of(pair(46)) == "0 fast, 1 slow");
  CHECK(read(pair(46)).lanes.why == Outside::depth);

  // What is closed counts no more.
  CHECK(lanes_of(flow(46) + "\nb: " + repeat("[", 46) + repeat("]", 46) + "\n") == "1 fast, 0 slow");
}

TEST_CASE("the fast lane takes keys of up to 1,000 bytes, and yaml-cpp up to 1,024", "[yaml]") {
  struct KeyRow {
    const char* what;
    const char* before;
    const char* behind;
  };
  const auto row = GENERATE(values<KeyRow>({
      {"in the root", "", ": 1\n"},
      {"that is not the first", "a: 1\n", ": 1\n"},
      {"of an item", "- ", ": 1\n"},
      {"deeper down", "a:\n  b:\n    ", ": 1\n"},
      {"in flow", "{", ": 1}\n"},
      {"in flow, in a map", "a: {b: c, ", ": 1}\n"},
      {"in a pair", "a: [b, ", ": 1]\n"},
  }));
  CAPTURE(row.what);
  const auto plain = [&](std::size_t size) { return row.before + std::string(size, 'k') + row.behind; };
  const auto quoted = [&](std::size_t size) {
    return row.before + ('\'' + std::string(size - 2, 'k') + '\'') + row.behind;
  };
  CHECK(lanes_of(plain(1'000)) == "1 fast, 0 slow");
  CHECK(lanes_of(plain(1'001)) == "0 fast, 1 slow");
  CHECK(lanes_of(quoted(1'000)) == "1 fast, 0 slow");
  CHECK(lanes_of(quoted(1'001)) == "0 fast, 1 slow");
  const YamlLanes lanes = read(plain(1'001)).lanes;
  CHECK(lanes.why == Outside::key);
  CHECK(lanes.where == read(row.before + std::string{"? x"}).lanes.where);
  CHECK(read(plain(1'024)).errors.empty());
  CHECK(read(quoted(1'024)).errors.empty());
  CHECK_FALSE(read(plain(1'025)).errors.empty());
  CHECK_FALSE(read(quoted(1'025)).errors.empty());
}

TEST_CASE("a key of 1,000 bytes in letters of two bytes is taken, and one of 1,002 is not", "[yaml]") {
  CHECK(lanes_of(repeat("қ", 500) + ": 1\n") == "1 fast, 0 slow");
  CHECK(lanes_of(repeat("қ", 501) + ": 1\n") == "0 fast, 1 slow");
}

TEST_CASE("scalars and space may be as long as they like", "[yaml]") {
  const std::string million(1'000'000, 'x');
  const auto fast = [](const std::string& text) {
    const Reading reading = read(text);
    CHECK(reading.errors.empty());
    CHECK(reading.lanes.slow == 0);
    return reading.events;
  };
  CHECK(fast("a: " + million + " # " + million) == "< {@1:1 a@1:1 " + million + "@1:4 }>");
  CHECK(fast("- '" + million + "'\n- b\n") == "< [@1:1 '" + million + "'@1:3 b@2:3 ]>");
  CHECK(fast("[" + million + ", b]") == "< [@1:1 " + million + "@1:2 b@1:1000004 ]>");
  CHECK(fast("a: \"" + repeat("\\n\\u0431", 100'000) + "\"") ==
        "< {@1:1 a@1:1 '" + repeat("\nб", 100'000) + "'@1:4 }>");
  CHECK(fast("a: '" + repeat("''", 100'000) + "'") == "< {@1:1 a@1:1 '" + repeat("'", 100'000) + "'@1:4 }>");
  CHECK(fast(repeat("\n", 100'000) + "a: 1") == "< {@100001:1 a@100001:1 1@100001:4 }>");
  CHECK(fast("a:" + repeat(" ", 100'000) + "1") == "< {@1:1 a@1:1 1@1:100003 }>");
}

TEST_CASE("a text of the largest size is read", "[yaml]") {
  EventLog log;
  YamlLanes lanes;
  CHECK(read_yaml(std::string(largest_yaml_text, ' '), "f", log, &lanes).empty());
  CHECK(lanes.fast == 1);
}

TEST_CASE("the end of a plain scalar is found wherever it stands in a block of 16 bytes", "[yaml]") {
  for (std::uint32_t size = 1; size <= 50; ++size) {
    CAPTURE(size);
    const std::string word(size, 'x');
    const std::string one = "< {@1:1 a@1:1 " + word + "@1:4 }>";
    const std::string two = "< {@1:1 a@1:1 " + word + "@1:4 b@2:1 1@2:4 }>";
    CHECK(read("a: " + word).events == one);
    CHECK(read("a: " + word + " # c\n").events == one);
    CHECK(read("a: " + word + "\nb: 1\n").events == two);
    CHECK(read("a: " + word + "\r\nb: 1\r\n").events == two);
    CHECK(read("a: " + word + "#:c").events == "< {@1:1 a@1:1 " + word + "#:c@1:4 }>");
    CHECK(read(word + ": 1\n").events == "< {@1:1 " + word + "@1:1 1@1:" + std::to_string(size + 3) + " }>");
    CHECK(read("a: " + word + "\tx\n").lanes.where == Mark{1, size + 4});
    CHECK(read("a: " + word + "\rx\n").lanes.where == Mark{1, size + 4});
  }
}

// --- which way each document goes -----------------------------------------------------------------------------------

TEST_CASE("a document that leaves the fast lane takes no other with it", "[yaml]") {
  const Reading reading =
      read("# c\na: 1\n---\nb: &x 2\nc: 3\n---\nd: [\n---\ne:\n  - 4\n---\nf: 'g\n---\nh: 5\n");
  CHECK(reading.events ==
        "< {@2:1 a@2:1 1@2:4 }>< {@4:1 b@4:1 2@4:4 c@5:1 3@5:4 }>< {@7:1 d@7:1 [@7:4 ! ] }>"
        "< {@9:1 e@9:1 [@10:3 4@10:5 ] }>< {@12:1 f@12:1 ! @0:0 }>< {@14:1 h@14:1 5@14:4 }>");
  CHECK(reading.errors == "8:1 yaml-broken, 13:1 yaml-broken");
  CHECK(reading.lanes.fast == 3);
  CHECK(reading.lanes.slow == 3);
  CHECK(reading.lanes.why == Outside::anchor);  // of the first slow one
  CHECK(reading.lanes.where == Mark{4, 4});
}

TEST_CASE("a mark begins a document whatever stands before it, but directives", "[yaml]") {
  struct MarkRow {
    const char* what;
    const char* text;
    const char* expected;
    const char* error;
  };
  // clang-format off
  const auto row = GENERATE(values<MarkRow>({
      {"a broken document", "a: [\n---\nb: 1\n", "< {@1:1 a@1:1 [@1:4 ! ] }>< {@3:1 b@3:1 1@3:4 }>", "2:1 yaml-broken"},
      {"a directive inside one", "a: 1\n%YAML 1.2\n]\n---\nb: 1\n", "< {@1:1 a@1:1 1@1:4 }>< {@5:1 b@5:1 1@5:4 }>", "3:1 yaml-broken"},
      {"a directive, and a document that has no mark", "%YAML 1.2\na: [\n---\nb: 1\n", "< {@2:1 a@2:1 [@2:4 ! ] }>< {@4:1 b@4:1 1@4:4 }>", "3:1 yaml-broken"},
      {"the same behind an end", "a: 1\n...\n%YAML 1.2\nb: [\n---\nc: 1\n", "< {@1:1 a@1:1 1@1:4 }>< {@4:1 b@4:1 [@4:4 ! ] }>< {@6:1 c@6:1 1@6:4 }>", "5:1 yaml-broken"},
      {"a directive, which belongs to the document behind the mark", "%TAG ! tag:yaml.org,2002:\n---\na: !str 1\n", "< {@3:1 a@3:1 '1'@3:4 }>", ""},
      {"the same behind an end", "a: 1\n...\n%TAG ! tag:yaml.org,2002:\n# b\n---\nc: !str 2\n", "< {@1:1 a@1:1 1@1:4 }>< {@6:1 c@6:1 '2'@6:4 }>", ""},
  }));
  // clang-format on
  CAPTURE(row.what, row.text);
  const Reading reading = read(row.text);
  CHECK(reading.events == row.expected);
  CHECK(reading.errors == row.error);
}

TEST_CASE("a document is handed over at whatever place it leaves the fast lane", "[yaml]") {
  struct HandedRow {
    const char* what;
    const char* text;
    const char* expected;
    const char* error;
  };
  // clang-format off
  const auto row = GENERATE(values<HandedRow>({
      {"behind a value", "a: 1\nb: &x 2\n", "< {@1:1 a@1:1 1@1:4 b@2:1 2@2:4 }>", ""},
      {"inside a value", "a: 1\nb: {c: &x 2, d: 3}\n", "< {@1:1 a@1:1 1@1:4 b@2:1 {@2:4 c@2:5 2@2:8 d@2:14 3@2:17 } }>", ""},
      {"behind items", "a:\n- 1\n- 2\n- !t 3\n- 4\n", "< {@1:1 a@1:1 [@2:1 1@2:3 2@3:3 3@4:3 4@5:3 ] }>", ""},
      {"inside an item", "a:\n- 1\n- b: 2\n  c: |\n   x\n- 4\nd: 5\n", "< {@1:1 a@1:1 [@2:1 1@2:3 {@3:3 b@3:3 2@3:6 c@4:3 'x\n'@4:6 } 4@6:3 ] d@7:1 5@7:4 }>", ""},
      {"behind a section", "a:\n- 1\nb:\n- *x\n", "< {@1:1 a@1:1 [@2:1 1@2:3 ] b@3:1 [@4:1 ! ] }>", "4:3 yaml-broken"},
      {"in a key behind a section", "a:\n- 1\nb : 2\n", "< {@1:1 a@1:1 [@2:1 1@2:3 ] b@3:1 2@3:5 }>", ""},
      {"at an empty item, which yaml-cpp places by what follows", "- 1\n-\n- 2\n", "< [@1:1 1@1:3 @2:1 2@3:3 ]>", ""},
      {"in a root sequence", "- {a: 1}\n- b\n  c\n- d\n", "< [@1:1 {@1:3 a@1:4 1@1:7 } b c@2:3 d@4:3 ]>", ""},
      {"where it breaks behind a value", "a: 1\nb: 2\n]\n", "< {@1:1 a@1:1 1@1:4 b@2:1 2@2:4 ! }>", "3:1 yaml-broken"},
      {"in a value that waits", "a: [1]\n b\n", "< {@1:1 a@1:1 [@1:4 1@1:5 ] ! }>", "2:2 yaml-broken"},
      {"where a tab breaks it", "a: 1\n\t\nb: 2\n", "< {@1:1 a@1:1 ! @0:0 }>", "2:1 yaml-broken"},
      {"as JSON", "{\"a\": [1, 2], \"b\": &x 3}", "< {@1:1 'a'@1:2 [@1:7 1@1:8 2@1:11 ] 'b'@1:15 3@1:20 }>", ""},
  }));
  // clang-format on
  CAPTURE(row.what, row.text);
  const Reading reading = read(row.text);
  CHECK(reading.events == row.expected);
  CHECK(reading.errors == row.error);
  CHECK(reading.lanes.slow == 1);
}

TEST_CASE("of a flow document the fast lane hands on nothing before it has read all of it", "[yaml]") {
  const char* const text =
      GENERATE(R"({"a": [1, 2], "b": 3)", R"({"a": [1, 2], "b": &x 3})", "[1, 2, ", "[1, 2] x", "[1, 2]]",
               "[1, 2]\n[3]", "[1, [2, {a: 3}], b\n c]", R"({"a": 1}: 2)", "{a: 1, b}", "{a: [1], b: 'c");
  CAPTURE(text);
  EventLog log;
  const FastLaneEnd end = read_fast_lane(text, 0, log);
  CHECK_FALSE(end.whole);
  CHECK(end.events == 0);
  CHECK(log.text.empty());
}

TEST_CASE("of a block document it hands on what yaml-cpp will give too, value by value", "[yaml]") {
  struct HandedRow {
    const char* text;
    const char* handed;
    std::size_t events;
  };
  // clang-format off
  const auto row = GENERATE(values<HandedRow>({
      {"a: 1\nb: &x 2\n", "< {@1:1 a@1:1 1@1:4 b@2:1", 5},
      {"a: 1\n&x b: 2\n", "< {@1:1 a@1:1", 3},
      {"a: 1\n\tb: 2\n", "< {@1:1 a@1:1", 3},
      {"a:\n- 1\n- 2\n- &x 3\n", "< {@1:1 a@1:1 [@2:1 1@2:3 2@3:3", 6},
      {"a:\n- {b: 1}\n- 2\n- 'x", "< {@1:1 a@1:1 [@2:1 {@2:3 b@2:4 1@2:7 } 2@3:3", 9},
      {"a:\n  b: 1\n  c: &x 2\n", "< {@1:1 a@1:1", 3},
      {"- 1\n- [2, &x 3]\n", "< [@1:1 1@1:3", 3},
      {"&x a: 1\n", "", 0},
  }));
  // clang-format on
  CAPTURE(row.text);
  EventLog log;
  const FastLaneEnd end = read_fast_lane(row.text, 0, log);
  CHECK_FALSE(end.whole);
  CHECK(log.text == row.handed);
  CHECK(end.events == row.events);
}

TEST_CASE("the fast lane stops at the mark of the next document, and counts on from the lines before",
          "[yaml]") {
  EventLog log;
  const FastLaneEnd end = read_fast_lane("a: 1\r\n\nb:\n---\nc: 2\n", 6, log);
  CHECK(end.whole);
  CHECK(end.end == 10);
  CHECK(end.lines == 3);
  CHECK(end.events == 8);
  CHECK(log.text == "< {@7:1 a@7:1 1@7:4 b@9:1 @9:1 }>");
}

TEST_CASE("a place outside is counted on from the lines before", "[yaml]") {
  EventLog log;
  CHECK(read_fast_lane("a: 1\nb: &x 2\n", 6, log).where == Mark{8, 4});
}

TEST_CASE("values are handed on as trees that may be moved away, and what is around them as events", "[yaml]") {
  struct TreesRow {
    const char* what;
    const char* text;
    const char* trees;
    std::size_t events;  // the root, its sequences, its keys
  };
  // clang-format off
  const auto row = GENERATE(values<TreesRow>({
      {"items and other values of a map", "a:\n- {b: 'it''s'}\n- \"x\\n\"\nc: 1\nd:\n  - 2\n", " {@2:3 b@2:4 'it's'@2:7 }| 'x\n'@3:3| 1@4:4| 2@6:5|", 6},
      {"a sequence in flow is one value", "a: [1, 2]\n", " [@1:4 1@1:5 2@1:8 ]|", 2},
      {"items of a sequence", "- 1\n- b: 2\n", " 1@1:3| {@2:3 b@2:3 2@2:6 }|", 1},
      {"items and other values in JSON", R"({"a": [{"b": 1}, 2], "c": {"d": [3]}})", " {@1:8 'b'@1:9 1@1:14 }| 2@1:18| {@1:27 'd'@1:28 [@1:33 3@1:34 ] }|", 4},
      {"items of a list in JSON", "[1, [2]]", " 1@1:2| [@1:5 2@1:6 ]|", 1},
  }));
  // clang-format on
  struct Trees final : YamlSink {
    void document_begin() override {}
    void document_end() override {}
    void map_begin(Mark) override { ++events; }
    void map_end() override {}
    void sequence_begin(Mark) override { ++events; }
    void sequence_end() override {}
    void scalar(std::string_view, bool, Mark) override { ++events; }
    void value(YamlTree& tree) override { trees.push_back(std::move(tree)); }
    std::vector<YamlTree> trees;
    std::size_t events = 0;
  } sink;
  CAPTURE(row.what, row.text);
  CHECK(read_yaml(row.text, "f", sink).empty());
  CHECK(sink.events == row.events);
  std::string all;
  for (const YamlTree& tree : sink.trees) {
    EventLog log;
    replay(tree, log);
    all += log.text + '|';
  }
  CHECK(all == row.trees);
}

TEST_CASE("a key is told though the value before it is gone", "[yaml]") {
  struct Keys final : YamlSink {
    void document_begin() override {}
    void document_end() override {}
    void map_begin(Mark) override {}
    void map_end() override {}
    void sequence_begin(Mark) override {}
    void sequence_end() override {}
    void scalar(std::string_view text, bool, Mark) override { keys += std::string{text} + '|'; }
    void value(YamlTree& tree) override { const YamlTree gone = std::move(tree); }
    std::string keys;
  } sink;
  CHECK(read_yaml("\"a\\n\": 1\n'it''s': \"\\t\"\n\"long \\u0431 key\": []\n", "f", sink).empty());
  CHECK(sink.keys == "a\n|it's|long б key|");
}

// --- what is no text ------------------------------------------------------------------------------------------------

TEST_CASE("of a text with one byte that is none nothing is handed on, whichever way it would go", "[yaml]") {
  struct BrokenRow {
    const char* what;
    std::string_view text;
    const char* error;
  };
  // clang-format off
  const auto row = GENERATE(values<BrokenRow>({
      {"a NUL", "a: 1\nb: \0\n"sv, "2:4 yaml-not-utf8"},
      {"at the begin", "\0a: 1\n"sv, "1:1 yaml-not-utf8"},
      {"at the end", "a: 1\n\0"sv, "2:1 yaml-not-utf8"},
      {"in a comment", "a: 1 # \xFF\n", "1:8 yaml-not-utf8"},
      {"in quotes", "a: '\xD0'\n", "1:5 yaml-not-utf8"},
      {"behind a byte order mark, which counts for nothing", "\xEF\xBB\xBF""a: \xFF\n", "1:4 yaml-not-utf8"},
      {"half a byte order mark", "\xEF\xBB", "1:1 yaml-not-utf8"},
      {"in the last document", "a: 1\n---\nb: [\n---\nc: \x80\n", "5:4 yaml-not-utf8"},
      {"UTF-16", "\xFF\xFE""a\0"sv, "1:1 yaml-not-utf8"},
  }));
  // clang-format on
  CAPTURE(row.what);
  const Reading reading = read(row.text);
  CHECK(reading.events.empty());
  CHECK(reading.errors == row.error);
  CHECK(reading.lanes.fast == 0);
  CHECK(reading.lanes.slow == 0);
}
