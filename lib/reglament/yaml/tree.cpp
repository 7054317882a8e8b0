#include "reglament/yaml/tree.hpp"

#include <algorithm>

namespace reglament {

namespace {

// Chunks double up to the largest: most trees are small, and the register keeps all of its own for a while.
constexpr std::size_t smallest_chunk = 256;
constexpr std::size_t largest_chunk = 16'384;

std::size_t chunk_size(std::size_t chunks_before) {
  return chunks_before < 6 ? smallest_chunk << chunks_before : largest_chunk;
}

bool is_null(std::string_view text) {
  return text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL";
}

}  // namespace

void YamlTree::clear() {
  nodes.clear();
  chunk_ = 0;
  used_ = 0;
}

std::string_view YamlTree::keep(std::string_view text) {
  while (chunk_ < chunks_.size() && chunks_[chunk_].size - used_ < text.size()) {
    ++chunk_;
    used_ = 0;
  }
  if (chunk_ >= chunks_.size()) {
    const std::size_t size = std::max(chunk_size(chunks_.size()), text.size());
    chunks_.push_back({std::make_unique<char[]>(size), size});
    chunk_ = chunks_.size() - 1;
    used_ = 0;
  }
  char* const begin = chunks_[chunk_].bytes.get() + used_;
  std::copy(text.begin(), text.end(), begin);
  used_ += text.size();
  return {begin, text.size()};
}

void YamlTree::own() {
  for (YamlNode& node : nodes) {
    node.key = keep(node.key);
    node.text = keep(node.text);
  }
}

namespace {

void replay_node(const YamlTree& tree, std::uint32_t index, YamlSink& sink) {
  const YamlNode& node = tree.nodes[index];
  if (node.keyed) sink.scalar(node.key, node.key_quoted, node.key_mark);
  if (node.kind != YamlNode::Kind::map && node.kind != YamlNode::Kind::sequence) {
    return sink.scalar(node.text, node.quoted, node.mark);
  }
  const bool is_map = node.kind == YamlNode::Kind::map;
  is_map ? sink.map_begin(node.mark) : sink.sequence_begin(node.mark);
  for (std::uint32_t i = index + 1; i < node.end; i = tree.nodes[i].end) replay_node(tree, i, sink);
  is_map ? sink.map_end() : sink.sequence_end();
}

}  // namespace

void replay(const YamlTree& tree, YamlSink& sink) { replay_node(tree, 0, sink); }

void YamlTreeBuilder::reset() {
  tree_.clear();
  open_.clear();
  has_key_ = false;
}

YamlNode& YamlTreeBuilder::add(YamlNode::Kind kind, Mark mark) {
  YamlNode& node = tree_.nodes.emplace_back();
  node.kind = kind;
  node.mark = mark;
  node.end = static_cast<std::uint32_t>(tree_.nodes.size());
  if (has_key_) {
    node.keyed = true;
    node.key = key_;
    node.key_quoted = key_quoted_;
    node.key_mark = key_mark_;
    has_key_ = false;
  }
  return node;
}

void YamlTreeBuilder::open(YamlNode::Kind kind, Mark mark) {
  add(kind, mark);
  open_.push_back({static_cast<std::uint32_t>(tree_.nodes.size() - 1), kind == YamlNode::Kind::map});
}

void YamlTreeBuilder::close() {
  tree_.nodes[open_.back().node].end = static_cast<std::uint32_t>(tree_.nodes.size());
  open_.pop_back();
}

void YamlTreeBuilder::scalar(std::string_view text, bool quoted, Mark mark) {
  if (wants_key()) {
    key_ = tree_.keep(text);
    key_quoted_ = quoted;
    key_mark_ = mark;
    has_key_ = true;
    return;
  }
  const bool null = !quoted && is_null(text);
  YamlNode& node = add(null ? YamlNode::Kind::null : YamlNode::Kind::scalar, mark);
  node.quoted = quoted;
  node.text = tree_.keep(text);
}

namespace {

class TreesSink final : public YamlSink {
 public:
  explicit TreesSink(std::vector<YamlTree>& trees) : trees_(trees) {}
  void document_begin() override {
    tree_ = YamlTree{};
    builder_.reset();
  }
  void document_end() override {
    if (!tree_.empty()) trees_.push_back(std::move(tree_));
  }
  void map_begin(Mark mark) override { builder_.map_begin(mark); }
  void map_end() override { builder_.close(); }
  void sequence_begin(Mark mark) override { builder_.sequence_begin(mark); }
  void sequence_end() override { builder_.close(); }
  void scalar(std::string_view text, bool quoted, Mark mark) override { builder_.scalar(text, quoted, mark); }

 private:
  std::vector<YamlTree>& trees_;
  YamlTree tree_;
  YamlTreeBuilder builder_{tree_};
};

}  // namespace

Loaded<std::vector<YamlTree>> read_yaml_trees(std::string_view text, const std::string& file) {
  Loaded<std::vector<YamlTree>> loaded;
  TreesSink sink{loaded.value};
  loaded.errors = read_yaml(text, file, sink);
  return loaded;
}

}  // namespace reglament
