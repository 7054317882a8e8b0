// A small flat tree of one YAML value: nodes in the order of the text, each knowing where its subtree ends.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "reglament/yaml/events.hpp"

namespace reglament {

struct YamlNode {
  enum class Kind : std::uint8_t { null, scalar, sequence, map };
  Kind kind = Kind::null;
  bool quoted = false;
  bool keyed = false;     // it is a value in a map, under `key`
  bool key_quoted = false;
  std::uint32_t end = 0;  // index behind its last descendant
  Mark mark;              // of the value
  Mark key_mark;          // of its key
  std::string_view key;
  std::string_view text;  // of a scalar
};

// The nodes own nothing: `text` and `key` look into what the tree keeps, or into the text that was read. A tree is moved,
// not copied.
class YamlTree {
 public:
  YamlTree() = default;
  YamlTree(const YamlTree&) = delete;
  YamlTree& operator=(const YamlTree&) = delete;
  YamlTree(YamlTree&&) = default;
  YamlTree& operator=(YamlTree&&) = default;

  bool empty() const { return nodes.empty(); }
  void clear();                                  // keeps its memory for the next value
  std::string_view keep(std::string_view text);  // a copy that lives until `clear`, or as long as the tree
  void own();                                    // keeps every text that a node looks into

  std::vector<YamlNode> nodes;

 private:
  struct Chunk {
    std::unique_ptr<char[]> bytes;
    std::size_t size;
  };
  std::vector<Chunk> chunks_;
  std::size_t chunk_ = 0;  // the one being filled
  std::size_t used_ = 0;   // bytes of it
};

// Hands the events of the value to `sink`.
void replay(const YamlTree& tree, YamlSink& sink);

// Builds a tree from the events between a value's first and last one. Feed it the events of one value; it keeps the
// text.
class YamlTreeBuilder {
 public:
  explicit YamlTreeBuilder(YamlTree& tree) : tree_(tree) {}
  void map_begin(Mark mark) { open(YamlNode::Kind::map, mark); }
  void sequence_begin(Mark mark) { open(YamlNode::Kind::sequence, mark); }
  void close();
  void scalar(std::string_view text, bool quoted, Mark mark);
  bool complete() const { return open_.empty() && !tree_.nodes.empty(); }
  void reset();  // for the next value; empties the tree

 private:
  struct Open {
    std::uint32_t node;
    bool map;
  };
  void open(YamlNode::Kind kind, Mark mark);
  YamlNode& add(YamlNode::Kind kind, Mark mark);
  bool wants_key() const { return !open_.empty() && open_.back().map && !has_key_; }

  YamlTree& tree_;
  std::vector<Open> open_;
  bool has_key_ = false;
  bool key_quoted_ = false;
  std::string_view key_;
  Mark key_mark_;
};

// One tree for each document of `text`.
Loaded<std::vector<YamlTree>> read_yaml_trees(std::string_view text, const std::string& file);

}  // namespace reglament
