// The table of sentences as a whole, held against the sources that name its keys.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

#include "reglament/language/language.hpp"

namespace reglament {

namespace {

namespace fs = std::filesystem;

constexpr auto languages = {Language::kk, Language::ru, Language::en};

std::vector<std::string_view> forms_of(std::string_view text) {
  std::vector<std::string_view> forms;
  while (true) {
    const std::size_t bar = text.find('|');
    forms.push_back(text.substr(0, bar));
    if (bar == std::string_view::npos) return forms;
    text.remove_prefix(bar + 1);
  }
}

std::set<char> places_of(std::string_view text) {
  std::set<char> places;
  for (std::size_t i = 0; i + 2 < text.size(); ++i) {
    if (text[i] == '{' && text[i + 2] == '}') places.insert(text[i + 1]);
  }
  return places;
}

bool is_counted(const Sentence& sentence) {
  return sentence.key.starts_with("number-") || sentence.key.starts_with("delay-");
}

struct Source {
  std::string name;
  std::string text;
};

std::vector<Source> sources() {
  std::vector<Source> found;
  for (const char* const folder : {"lib", "tools"}) {
    for (const auto& entry : fs::recursive_directory_iterator(fs::path{REGLAMENT_SOURCE_DIR} / folder)) {
      const std::string extension = entry.path().extension().string();
      if (extension != ".cpp" && extension != ".hpp") continue;
      std::ifstream in{entry.path(), std::ios::binary};
      found.push_back({entry.path().string(), {std::istreambuf_iterator<char>{in}, {}}});
    }
  }
  return found;
}

// The keys that `text` hands over as a message: `Message{"key"`, `Statement{"key"`, `Literal{"key"`, `fail({"key"`,
// `fail_at_key({"key"`, `diagnostic({"key"`, `{"two-words", {`, and `say(language, "key"`.
std::set<std::string> keys_named(const std::string& text) {
  static const std::regex patterns[] = {
      std::regex{R"re(\b(?:Message|Statement|Literal)\s*(?:\w+\s*)?\{\s*"([a-z0-9-]*[a-z0-9])")re"},
      std::regex{R"re(\b(?:fail|fail_at_key|diagnostic)\(\s*\{\s*"([a-z0-9-]*[a-z0-9])")re"},
      std::regex{R"re(\{\s*"([a-z0-9]+(?:-[a-z0-9]+)+)",\s*\{)re"},
      std::regex{R"re(\bsay\(\s*[\w.>-]+,\s*"([a-z0-9-]*[a-z0-9])")re"},
  };
  std::set<std::string> keys;
  for (const std::regex& pattern : patterns) {
    for (std::sregex_iterator match{text.begin(), text.end(), pattern}; match != std::sregex_iterator{};
         ++match) {
      keys.insert((*match)[1].str());
    }
  }
  return keys;
}

// Keys that are put together from a beginning and a number or a word of the program.
bool is_put_together(std::string_view key) {
  for (const std::string_view family : {"month-", "date-month-", "weekday-", "short-weekday-", "outcome-",
                                        "severity-", "group-", "family-", "clause-", "anchor-"}) {
    if (key.starts_with(family)) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("every sentence exists in all three languages", "[language][table]") {
  for (const Sentence& sentence : all_sentences()) {
    CAPTURE(sentence.key);
    for (const Language language : languages) CHECK_FALSE(sentence.in(language).empty());
  }
}

TEST_CASE("a key stands in the table once", "[language][table]") {
  std::set<std::string_view> keys;
  for (const Sentence& sentence : all_sentences()) {
    CAPTURE(sentence.key);
    CHECK(keys.insert(sentence.key).second);
  }
}

TEST_CASE("a key is made of lower-case words and hyphens", "[language][table]") {
  const std::regex kebab{"[a-z0-9]+(-[a-z0-9]+)*"};
  for (const Sentence& sentence : all_sentences()) {
    CAPTURE(sentence.key);
    CHECK(std::regex_match(std::string{sentence.key}, kebab));
  }
}

TEST_CASE("a sentence takes the same values in each language and in each number", "[language][table]") {
  for (const Sentence& sentence : all_sentences()) {
    const std::set<char> wanted = places_of(sentence.en);
    for (const Language language : languages) {
      for (const std::string_view form : forms_of(sentence.in(language))) {
        CAPTURE(sentence.key, form);
        CHECK(places_of(form) == wanted);
      }
    }
  }
}

TEST_CASE("what is counted has as many forms as the language has numbers, nothing else has forms",
          "[language][table]") {
  for (const Sentence& sentence : all_sentences()) {
    CAPTURE(sentence.key);
    const bool counted = is_counted(sentence);
    CHECK(forms_of(sentence.kk).size() == 1);
    CHECK(forms_of(sentence.ru).size() == (counted ? 3 : 1));
    CHECK(forms_of(sentence.en).size() == (counted ? 2 : 1));
  }
}

TEST_CASE("no sentence holds a control character or a space at its end", "[language][table]") {
  for (const Sentence& sentence : all_sentences()) {
    for (const Language language : languages) {
      const std::string_view text = sentence.in(language);
      CAPTURE(sentence.key, text);
      for (const char c : text) CHECK(static_cast<unsigned char>(c) >= 0x20);
      CHECK((text.empty() || (text.front() != ' ' && text.back() != ' ')));
    }
  }
}

TEST_CASE("the search for keys finds each way of naming one", "[language][table]") {
  const std::set<std::string> expected{"a", "b", "c", "d-e", "f", "g", "h", "i"};
  CHECK(
      keys_named(
          R"(Message{"a"} Statement{ "b", Literal{"c"} return {"d-e", {x}}; fail({"f", {}}) say(language, "g")
                      in.fail_at_key({"h"}) say(options.language, "i", {x}) {"not", {1}} "nor-this")") ==
      expected);
}

TEST_CASE("every key that the sources name has a sentence", "[language][table]") {
  for (const Source& source : sources()) {
    for (const std::string& key : keys_named(source.text)) {
      CAPTURE(source.name, key);
      CHECK(has_sentence(key));
    }
  }
}

TEST_CASE("every sentence is named by some source", "[language][table]") {
  const std::vector<Source> all = sources();
  for (const Sentence& sentence : all_sentences()) {
    if (is_put_together(sentence.key)) continue;
    const std::string quoted = '"' + std::string{sentence.key} + '"';
    const auto names_it = [&](const Source& source) { return source.text.find(quoted) != std::string::npos; };
    CAPTURE(sentence.key);
    CHECK(std::any_of(all.begin(), all.end(), names_it));
  }
}

}  // namespace reglament
