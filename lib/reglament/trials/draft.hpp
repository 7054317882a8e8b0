// A YAML value that can be changed and read again: what mutants are made of.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reglament/yaml/reader.hpp"

namespace reglament {

struct Draft {
  YamlNode::Kind kind = YamlNode::Kind::null;
  bool quoted = false;
  std::string key;   // of a value in a map
  std::string text;  // of a scalar
  Mark mark;         // of the value, as first written
  Mark key_mark;
  std::vector<Draft> children;

  bool is_scalar() const { return kind == YamlNode::Kind::scalar; }
  bool is_sequence() const { return kind == YamlNode::Kind::sequence; }
  bool is_map() const { return kind == YamlNode::Kind::map; }

  std::optional<std::size_t> position(std::string_view wanted) const;  // of the child with this key
  Draft* find(std::string_view wanted);
  const Draft* find(std::string_view wanted) const;
  // The same value, wherever and under whatever key it is written.
  bool is_same(const Draft& other) const;
  // The value itself, out of its map; the places where it was written stay.
  Draft unkeyed() const;
};

Draft draft_of(const YamlReader& value);
// An unquoted scalar, at `mark`.
Draft scalar_draft(std::string text, Mark mark);
// A map of one key, a list of one item; where the value was written.
Draft map_draft(std::string_view key, Draft value);
Draft list_draft(Draft item);
// `value` in the place of `written`, under its key.
Draft in_place_of(const Draft& written, Draft value);
// The value as a tree of its own; it owns its text.
YamlTree tree_of(const Draft& value);

}  // namespace reglament
