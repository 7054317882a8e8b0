#include "reglament/yaml/tree.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace reglament;

namespace {

std::string kind_of(const YamlNode& node) {
  switch (node.kind) {
    case YamlNode::Kind::null: return "null";
    case YamlNode::Kind::scalar: return node.quoted ? "string" : "scalar";
    case YamlNode::Kind::sequence: return "list";
    case YamlNode::Kind::map: break;
  }
  return "map";
}

// Each node: its key, kind, text and where its subtree ends.
std::string in_short(const YamlTree& tree) {
  std::string all;
  for (const YamlNode& node : tree.nodes) {
    if (!all.empty()) all += ", ";
    if (node.keyed) all += std::string{node.key} + ": ";
    all += kind_of(node);
    if (!node.text.empty()) all += ' ' + std::string{node.text};
    all += " <" + std::to_string(node.end);
  }
  return all;
}

}  // namespace

TEST_CASE("a document becomes a flat tree whose nodes know where they end", "[yaml]") {
  struct Row {
    const char* why;
    const char* text;
    const char* expected;
  };
  const auto row = GENERATE(values<Row>({
      {"a word", "x", "scalar x <1"},
      {"a map", "a: 1\nb: '2'", "map <3, a: scalar 1 <2, b: string 2 <3"},
      {"a list in a map", "a: [1, 2]\nb: 3", "map <5, a: list <4, scalar 1 <3, scalar 2 <4, b: scalar 3 <5"},
      {"a map in a list", "- {a: 1}\n- 2", "list <4, map <3, a: scalar 1 <3, scalar 2 <4"},
      {"empty collections", "a: []\nb: {}", "map <3, a: list <2, b: map <3"},
      {"nulls, however written", "[~, null, Null, NULL, ]", "list <5, null <2, null <3, null <4, null <5"},
      {"quoted they are strings", "['~', 'null', '']", "list <4, string ~ <2, string null <3, string <4"},
      {"the same key twice is kept: who reads it decides", "a: 1\na: 2", "map <3, a: scalar 1 <2, a: scalar 2 <3"},
  }));
  CAPTURE(row.why);
  const auto loaded = read_yaml_trees(row.text, "f");
  CHECK(loaded.errors.empty());
  REQUIRE(loaded.value.size() == 1);
  CHECK(in_short(loaded.value.front()) == row.expected);
}

TEST_CASE("a tree knows the place of each value and of its key", "[yaml]") {
  const auto loaded = read_yaml_trees("a:\n  - b: 1\n", "f");
  const std::vector<YamlNode>& nodes = loaded.value.at(0).nodes;
  REQUIRE(nodes.size() == 4);
  CHECK(nodes[1].key_mark == Mark{1, 1});
  CHECK(nodes[1].mark == Mark{2, 3});
  CHECK(nodes[3].key_mark == Mark{2, 5});
  CHECK(nodes[3].mark == Mark{2, 8});
  CHECK_FALSE(nodes[2].keyed);
}

TEST_CASE("each document has its own tree, and an empty text has none", "[yaml]") {
  CHECK(read_yaml_trees("", "f").value.empty());
  const auto loaded = read_yaml_trees("a\n---\nb\n", "f");
  REQUIRE(loaded.value.size() == 2);
  CHECK(in_short(loaded.value[0]) == "scalar a <1");
  CHECK(in_short(loaded.value[1]) == "scalar b <1");
}

TEST_CASE("of a broken document the tree holds what came before", "[yaml]") {
  const auto loaded = read_yaml_trees("a: 1\nb: *x\n", "f");
  CHECK(loaded.errors.size() == 1);
  REQUIRE(loaded.value.size() == 1);
  CHECK(in_short(loaded.value.front()) == "map <3, a: scalar 1 <2, b: null <3");
}

TEST_CASE("a tree that is moved keeps its texts", "[yaml]") {
  YamlTree tree;
  YamlTreeBuilder builder{tree};
  builder.map_begin({1, 1});
  builder.scalar("key", false, {1, 1});
  builder.scalar(std::string(10'000, 'x'), false, {1, 6});
  builder.close();
  CHECK(builder.complete());
  const YamlTree moved = std::move(tree);
  builder.reset();
  builder.scalar("other", false, {1, 1});
  CHECK(moved.nodes[1].key == "key");
  CHECK(moved.nodes[1].text == std::string(10'000, 'x'));
  CHECK(in_short(tree) == "scalar other <1");
}

TEST_CASE("a tree that is used again takes no more memory", "[yaml]") {
  YamlTree tree;
  YamlTreeBuilder builder{tree};
  const auto fill = [&] {
    builder.reset();
    builder.sequence_begin({1, 1});
    for (int i = 0; i < 2000; ++i) builder.scalar("some text of a record", false, {1, 1});
    builder.close();
  };
  fill();
  const char* const first = tree.nodes[1].text.data();
  const char* const last = tree.nodes[2000].text.data();
  const std::size_t capacity = tree.nodes.capacity();
  for (int i = 0; i < 100; ++i) fill();
  CHECK(tree.nodes[1].text.data() == first);
  CHECK(tree.nodes[2000].text.data() == last);
  CHECK(tree.nodes.capacity() == capacity);
}
