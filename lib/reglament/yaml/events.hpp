// YAML as a stream of events with positions: the seam between readers of text and builders of values.
//
// A reader (the fast lane for the plain subset, yaml-cpp for the rest) calls a sink; a sink builds a tree, a record, a
// count. Anchors and aliases are resolved before the sink: it sees the events of the anchored node again, at the
// place of the anchor.
#pragma once

#include <cstddef>
#include <string_view>

#include "reglament/yaml/diagnostic.hpp"

namespace reglament {

class YamlTree;

class YamlSink {
 public:
  virtual ~YamlSink() = default;
  virtual void document_begin() = 0;
  virtual void document_end() = 0;
  // An error was met: the ends of all that is open follow, and then the end of the document.
  virtual void document_breaks() {}
  // A map hands keys and values in turn; a key is always a scalar, else the reader reports an error.
  virtual void map_begin(Mark mark) = 0;
  virtual void map_end() = 0;
  virtual void sequence_begin(Mark mark) = 0;
  virtual void sequence_end() = 0;
  // `text` lives during the call. `quoted` tells "2025" (a string) from 2025.
  // A null, written or not, is an unquoted empty text; one that is not written is at its key, or at the dash of its item.
  virtual void scalar(std::string_view text, bool quoted, Mark mark) = 0;
  // A whole value at once, in place of its events; it may be moved away. Unless overridden, its events. Its texts live as
  // long as the tree and the text that is read.
  virtual void value(YamlTree& tree);
};

// What takes a document out of the fast lane.
enum class Outside : std::uint8_t {
  none,
  anchor,            // or an alias
  tag,
  block_scalar,      // | or >
  several_lines,     // a plain or quoted scalar that goes on in the next line
  escape,            // in double quotes, but the most common ones
  key,               // that is no scalar on one line, or with space before its colon
  empty_item,        // of a sequence, or one that begins in the next line
  indentation,
  tab,
  control_character,
  document_marks,    // a directive, `...`, or a document that begins beside its `---`
  depth,
  other
};

// How the documents of a text were read.
struct YamlLanes {
  std::size_t fast = 0;                // documents
  std::size_t slow = 0;
  Outside why = Outside::none;         // of the first slow one
  Mark where;
};

inline constexpr std::size_t largest_yaml_text = 256'000'000;  // bytes

// Reads every document of `text` into `sink`. A document with an error ends there: the sink gets `document_end` with
// its open collections closed, and reading goes on behind the next line that is `---`.
// Limits    nesting 64 deep, 1,000,000 events and 16 MB of text through aliases in one document, `largest_yaml_text`.
// Errors    one diagnostic for each broken document; keys: yaml-*, see language.
Diagnostics read_yaml(std::string_view text, const std::string& file, YamlSink& sink, YamlLanes* lanes = nullptr);

}  // namespace reglament
