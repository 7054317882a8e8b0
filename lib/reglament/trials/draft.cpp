#include "reglament/trials/draft.hpp"

#include <algorithm>
#include <utility>

namespace reglament {

namespace {

void append(const Draft& value, bool keyed, YamlTree& tree) {
  const std::size_t index = tree.nodes.size();
  YamlNode node;
  node.kind = value.kind;
  node.quoted = value.quoted;
  node.keyed = keyed;
  node.mark = value.mark;
  node.key_mark = value.key_mark;
  node.key = tree.keep(value.key);
  node.text = tree.keep(value.text);
  tree.nodes.push_back(node);
  for (const Draft& child : value.children) append(child, value.is_map(), tree);
  tree.nodes[index].end = static_cast<std::uint32_t>(tree.nodes.size());
}

}  // namespace

std::optional<std::size_t> Draft::position(std::string_view wanted) const {
  for (std::size_t i = 0; i < children.size(); ++i) {
    if (children[i].key == wanted) return i;
  }
  return std::nullopt;
}

Draft* Draft::find(std::string_view wanted) {
  const auto at = position(wanted);
  return at ? &children[*at] : nullptr;
}

const Draft* Draft::find(std::string_view wanted) const {
  const auto at = position(wanted);
  return at ? &children[*at] : nullptr;
}

bool Draft::is_same(const Draft& other) const {
  return kind == other.kind && quoted == other.quoted && text == other.text &&
         std::equal(children.begin(), children.end(), other.children.begin(), other.children.end(),
                    [](const Draft& a, const Draft& b) { return a.key == b.key && a.is_same(b); });
}

Draft Draft::unkeyed() const {
  Draft value = *this;
  value.key.clear();
  return value;
}

Draft draft_of(const YamlReader& value) {
  const YamlNode& node = value.node();
  Draft draft;
  draft.kind = node.kind;
  draft.quoted = node.quoted;
  draft.key = node.key;
  draft.text = node.text;
  draft.mark = node.mark;
  draft.key_mark = node.key_mark;
  value.for_each_child([&](const YamlReader& child) { draft.children.push_back(draft_of(child)); });
  return draft;
}

Draft scalar_draft(std::string text, Mark mark) {
  Draft draft;
  draft.kind = YamlNode::Kind::scalar;
  draft.text = std::move(text);
  draft.mark = mark;
  return draft;
}

Draft map_draft(std::string_view key, Draft value) {
  Draft draft;
  draft.kind = YamlNode::Kind::map;
  draft.mark = value.mark;
  draft.key_mark = value.mark;
  value.key = key;
  value.key_mark = value.mark;
  draft.children.push_back(std::move(value));
  return draft;
}

Draft list_draft(Draft item) {
  Draft draft;
  draft.kind = YamlNode::Kind::sequence;
  draft.mark = item.mark;
  draft.children.push_back(std::move(item));
  return draft;
}

Draft in_place_of(const Draft& written, Draft value) {
  value.key = written.key;
  value.key_mark = written.key_mark;
  return value;
}

YamlTree tree_of(const Draft& value) {
  YamlTree tree;
  append(value, false, tree);
  return tree;
}

}  // namespace reglament
