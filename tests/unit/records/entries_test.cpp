#include "reglament/records/entries.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "small_world.hpp"

using namespace reglament;

namespace {

struct Read {
  std::string entries;  // each as its family and the line where it begins
  std::vector<std::string> errors;
};

Read read(std::string_view text, Wanted wanted = Wanted::records) {
  Read read;
  const Diagnostics errors = read_entries(text, "f", wanted, [&](Family family, YamlTree& tree) {
    if (!read.entries.empty()) read.entries += ' ';
    read.entries += std::string{to_text(family)} + '@' + std::to_string(tree.nodes.at(0).mark.line);
  });
  read.errors = in_short(errors);
  return read;
}

}  // namespace

TEST_CASE("a file is a stream of documents with sections of entries", "[records]") {
  struct Row {
    const char* why;
    const char* text;
    const char* entries;
    std::vector<std::string> errors;
  };
  // clang-format off
  const auto row = GENERATE(values<Row>({
      {"sections in any order", "visits:\n- {a: 1}\nmeetings:\n- {a: 1}\n- {a: [1, {b: 2}]}\nassignments:\n- a: 1\n", "visit@2 meeting@4 meeting@5 assignment@7", {}},
      {"several documents", "meetings:\n- {}\n---\nmeetings:\n- {}\n", "meeting@2 meeting@5", {}},
      {"the register is passed over", "bodies:\n- {a: [1, {b: 1}]}\n- x\n- [y]\noffices:\n- {}\nmeetings:\n- {}\n", "meeting@8", {}},
      {"nothing", "", "", {}},
      {"an empty document", "---\n---\nmeetings:\n- {}\n", "meeting@4", {}},
      {"empty sections", "meetings:\nvisits: []\nassignments: ~\n", "", {}},
      {"the user's own sections", "x-notes:\n- {a: {b: [1]}}\nx-more: 1\nx-map: {meetings: [{}]}\nmeetings:\n- {}\n", "meeting@6", {}},
      {"entries that are no maps are handed on to be refused", "meetings:\n- x\n- [y]\n- ~\n", "meeting@2 meeting@3 meeting@4", {}},
      {"a misspelt section", "meetigns:\n- {a: [1]}\nmeetings:\n- {}\n", "meeting@4", {"1:1 unknown-key-near meetigns meetings"}},
      {"a section like none", "qwertyuiop: {a: {b: [1]}}\nmeetings:\n- {}\n", "meeting@3", {"1:1 unknown-section qwertyuiop"}},
      {"a section twice is read twice", "meetings:\n- {}\nmeetings:\n- {}\n", "meeting@2 meeting@4", {"3:1 duplicate-key meetings"}},
      {"a section that is a word", "meetings: x\nvisits:\n- {}\n", "visit@3", {"1:11 expected-list"}},
      {"a section that is a map", "meetings: {id: [m]}\nvisits:\n- {}\n", "visit@3", {"1:11 expected-list"}},
      {"a document that is a list", "- meetings: [{}]\n---\nvisits:\n- {}\n", "visit@4", {"1:1 expected-map"}},
      {"a document that is a word", "meetings\n---\nvisits:\n- {}\n", "visit@4", {"1:1 expected-map"}},
      {"JSON", "{\"meetings\": [{\"a\": 1},\n {\"a\": [2]}],\n \"visits\": [{}]}", "meeting@1 meeting@2 visit@3", {}},
      {"an entry in which YAML breaks is left out, those before it are not", "meetings:\n- {a: 1}\n- {a: *x}\n---\nvisits:\n- {}\n", "meeting@2 visit@6",
       {"3:7 yaml-broken the referenced anchor is not defined"}},
  }));
  // clang-format on
  CAPTURE(row.why);
  const Read result = read(row.text);
  CHECK(result.entries == row.entries);
  CHECK(result.errors == row.errors);
}

TEST_CASE("the register alone is read when it is wanted", "[records]") {
  const Read result = read("bodies:\n- {}\nmeetings:\n- {}\noffices:\n- {}\n", Wanted::register_entries);
  CHECK(result.entries == "body@2 office@6");
}

TEST_CASE("an entry that was moved away does not disturb the next", "[records]") {
  std::vector<YamlTree> kept;
  read_entries("meetings: [{id: a}, {id: b}]", "f", Wanted::records,
               [&](Family, YamlTree& tree) { kept.push_back(std::move(tree)); });
  REQUIRE(kept.size() == 2);
  CHECK(kept[0].nodes.at(1).text == "a");
  CHECK(kept[1].nodes.at(1).text == "b");
}
