#include "reglament/yaml/reader.hpp"

#include <catch2/catch.hpp>
#include <functional>
#include <string>

using namespace reglament;

namespace {

const std::string file = "f";

class Document {
 public:
  explicit Document(const char* text) : loaded_(read_yaml_trees(text, file)) {}
  YamlReader reader() const { return {loaded_.value.at(0), file}; }

 private:
  Loaded<std::vector<YamlTree>> loaded_;
};

std::optional<Diagnostic> error_of(const std::function<void()>& reading) {
  try {
    reading();
  } catch (const InputError& error) { return error.diagnostic; }
  return std::nullopt;
}

}  // namespace

TEST_CASE("a value that is not what is asked for is an error at its place", "[yaml]") {
  using Read = void (*)(const YamlReader&);
  struct Row {
    const char* why;
    const char* text;
    Read read;
    Diagnostic expected;
  };
  // clang-format off
  const auto row = GENERATE(values<Row>({
      {"no map", "a: x", [](const YamlReader& in) { in.required("a").only({"b"}); }, {"f", {1, 4}, {"expected-map", {}}}},
      {"no map to look into", "[x]", [](const YamlReader& in) { in.find("a"); }, {"f", {1, 1}, {"expected-map", {}}}},
      {"a key twice", "a: 1\nb: 2\na: 3", [](const YamlReader& in) { in.unique_keys(); }, {"f", {3, 1}, {"duplicate-key", {"a"}}}},
      {"a key twice among the known", "a: 1\na: 3", [](const YamlReader& in) { in.only({"a"}); }, {"f", {2, 1}, {"duplicate-key", {"a"}}}},
      {"a misspelt key", "rule: 1\n  \nclasue: 2", [](const YamlReader& in) { in.only({"rule", "clause"}); }, {"f", {3, 1}, {"unknown-key-near", {"clasue", "clause"}}}},
      {"a key like none", "qwerty: 1", [](const YamlReader& in) { in.only({"rule", "clause"}); }, {"f", {1, 1}, {"unknown-key", {"qwerty", "rule, clause"}}}},
      {"a key that is missing", "a:\n  b: 1", [](const YamlReader& in) { in.required("a").required("c"); }, {"f", {2, 3}, {"missing-key", {"c"}}}},
      {"a key without a value", "a:\n", [](const YamlReader& in) { in.required("a"); }, {"f", {1, 1}, {"missing-key", {"a"}}}},
      {"a list for a text", "a: [x]", [](const YamlReader& in) { in.required("a").text(); }, {"f", {1, 4}, {"expected-text", {}}}},
      {"a list among texts", "a: [x, [y]]", [](const YamlReader& in) { in.required("a").texts(); }, {"f", {1, 8}, {"expected-text", {}}}},
      {"yes", "a: yes", [](const YamlReader& in) { in.required("a").yes_no(); }, {"f", {1, 4}, {"expected-yes-no", {"yes"}}}},
      {"a quoted true", "a: 'true'", [](const YamlReader& in) { in.required("a").yes_no(); }, {"f", {1, 4}, {"expected-yes-no", {"true"}}}},
      {"a leading zero", "a: 010", [](const YamlReader& in) { in.required("a").integer(); }, {"f", {1, 4}, {"expected-integer", {"010"}}}},
      {"a quoted number", "a: '10'", [](const YamlReader& in) { in.required("a").integer(); }, {"f", {1, 4}, {"expected-integer", {"10"}}}},
      {"something behind the number", "a: 10x", [](const YamlReader& in) { in.required("a").integer(); }, {"f", {1, 4}, {"expected-integer", {"10x"}}}},
      {"a decimal", "a: 1.5", [](const YamlReader& in) { in.required("a").integer(); }, {"f", {1, 4}, {"expected-integer", {"1.5"}}}},
      {"hexadecimal", "a: 0x10", [](const YamlReader& in) { in.required("a").integer(); }, {"f", {1, 4}, {"expected-integer", {"0x10"}}}},
      {"a number without end", "a: 99999999999999999999", [](const YamlReader& in) { in.required("a").integer(); }, {"f", {1, 4}, {"expected-integer", {"99999999999999999999"}}}},
  }));
  // clang-format on
  CAPTURE(row.why);
  const Document document{row.text};
  CHECK(error_of([&] { row.read(document.reader()); }) == row.expected);
}

TEST_CASE("a value that is what is asked for is read", "[yaml]") {
  const Document document{"t: x\nq: '2025'\nn: 2025\nneg: -3\nyes: true\nno: false\nl: [a, b]\none: c\nnone:\nx-own: [1]\n"};
  const YamlReader in = document.reader();
  CHECK(in.required("t").text() == "x");
  CHECK(in.required("q").text() == "2025");
  CHECK(in.required("n").text() == "2025");
  CHECK(in.required("n").integer() == 2025);
  CHECK(in.required("neg").integer() == -3);
  CHECK(in.required("yes").yes_no());
  CHECK_FALSE(in.required("no").yes_no());
  CHECK(in.required("l").texts() == std::vector<std::string>{"a", "b"});
  CHECK(in.required("one").texts() == std::vector<std::string>{"c"});
  CHECK_FALSE(in.find("none"));
  CHECK_FALSE(in.find("other"));
  CHECK_NOTHROW(in.only({"t", "q", "n", "neg", "yes", "no", "l", "one", "none"}));
  CHECK(in.children().size() == 10);
}

TEST_CASE("one value stands for a list of one, and nothing for an empty list", "[yaml]") {
  struct Row {
    const char* text;
    std::size_t children;
    std::size_t entries;
  };
  const auto row = GENERATE(values<Row>({{"[1, 2]", 2, 2}, {"1", 0, 1}, {"{a: 1, b: 2}", 2, 1}, {"~", 0, 0}, {"[]", 0, 0}}));
  CAPTURE(row.text);
  const Document document{row.text};
  CHECK(document.reader().children().size() == row.children);
  CHECK(document.reader().entries().size() == row.entries);
}

TEST_CASE("the nearest word is at most a third of its letters and three away", "[yaml]") {
  struct Row {
    const char* why;
    const char* word;
    std::optional<std::string> expected;
  };
  const auto row = GENERATE(values<Row>({
      {"the word itself", "deadline", "deadline"},
      {"a letter too few", "deadlin", "deadline"},
      {"two letters turned", "daedline", "deadline"},
      {"in a short word too", "daet", "date"},
      {"three wrong letters", "minuteXXXrafted", "minutes-drafted"},
      {"four are too many", "minuteXXXXafted", {}},
      {"of two the nearer", "date", "date"},
      {"one wrong letter in a short word", "dat", "date"},
      {"two are too many there", "dxxe", {}},
      {"nothing like it", "qwerty", {}},
      {"nothing", "", {}},
  }));
  CAPTURE(row.why, row.word);
  const std::vector<std::string> known{"deadline", "date", "minutes-drafted", "due"};
  CHECK(nearest(row.word, known) == row.expected);
}

TEST_CASE("a long text is shown by its first sixty bytes, in whole characters", "[yaml]") {
  const std::string sixty = "a long text of sixty bytes, which is as much as is shown: 60";
  CHECK(sixty.size() == 60);
  CHECK(clipped("short") == "short");
  CHECK(clipped(sixty) == sixty);
  CHECK(clipped(sixty + "x") == "a long text of sixty bytes, which is as much as is shown: 60...");
  CHECK(clipped(sixty.substr(1) + "Қазығұрт") == " long text of sixty bytes, which is as much as is shown: 60...");
}

TEST_CASE("a map of many keys is checked in no time", "[yaml]") {
  std::string text;
  for (int i = 0; i < 50'000; ++i) text += 'k' + std::to_string(i) + ": 1\n";
  const Document document{text.c_str()};
  CHECK_NOTHROW(document.reader().unique_keys());
}
