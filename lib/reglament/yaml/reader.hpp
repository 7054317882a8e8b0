// A strict look at a YAML tree: a key that nobody asked for is an error, and so is a value that does not fit.
#pragma once

#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "reglament/yaml/tree.hpp"

namespace reglament {

// The word of `known` nearest to `word` by edit distance (at most a third of its letters, and at most 3), if any; two
// letters turned are one edit. Of words equally near, the first.
std::optional<std::string> nearest(std::string_view word, std::span<const std::string> known);

// `text` as a message shows it: at most 60 bytes of it, whole characters, and then `...`.
std::string clipped(std::string_view text);

// A view of one node; cheap to copy; the tree and the file name must outlive it.
// Errors    InputError, at the node or its key, whenever the node is not what is asked for.
class YamlReader {
 public:
  YamlReader(const YamlTree& tree, const std::string& file) : YamlReader(tree, file, 0) {}
  YamlReader(const YamlTree& tree, const std::string& file, std::uint32_t index)
      : tree_(&tree), file_(&file), index_(index) {}
  // A name or a tree that is gone before the view.
  YamlReader(const YamlTree& tree, std::string&& file) = delete;
  YamlReader(YamlTree&& tree, const std::string& file) = delete;

  const YamlNode& node() const { return tree_->nodes[index_]; }
  Mark mark() const { return node().mark; }
  const std::string& file() const { return *file_; }
  bool is_null() const { return node().kind == YamlNode::Kind::null; }
  bool is_scalar() const { return node().kind == YamlNode::Kind::scalar; }
  bool is_sequence() const { return node().kind == YamlNode::Kind::sequence; }
  bool is_map() const { return node().kind == YamlNode::Kind::map; }
  std::string_view key() const { return node().key; }

  // Children: the values of a map in the order written, the items of a sequence; none for a null.
  std::vector<YamlReader> children() const;
  template <typename Visit>
  void for_each_child(Visit visit) const {
    for (std::uint32_t i = index_ + 1; i < node().end; i = tree_->nodes[i].end)
      visit(YamlReader{*tree_, *file_, i});
  }
  // As children, but a scalar or a map stands for a list of one.
  std::vector<YamlReader> entries() const;

  // Checks that this is a map whose keys are all among `keys`, each at most once; `x-` keys pass.
  void only(std::initializer_list<std::string_view> keys) const;
  // The same for keys that may be anything: a map, each key once.
  void unique_keys() const;
  std::optional<YamlReader> find(std::string_view key) const;  // none also where its value is null
  YamlReader required(std::string_view key) const;

  std::string text() const;  // any scalar
  std::string_view view() const;
  bool yes_no() const;                     // true or false, unquoted
  std::int64_t integer() const;            // decimal, no leading zeros
  std::vector<std::string> texts() const;  // a scalar or a list of scalars

  [[noreturn]] void fail(Message message) const;         // at the value
  [[noreturn]] void fail_at_key(Message message) const;  // at its key
  Diagnostic diagnostic(Message message) const { return {*file_, mark(), std::move(message)}; }

 private:
  const YamlTree* tree_;
  const std::string* file_;
  std::uint32_t index_;
};

}  // namespace reglament
