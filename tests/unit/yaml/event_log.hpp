// The events of a text in one line, for tests.
#pragma once

#include <string>
#include <string_view>

#include "reglament/yaml/events.hpp"

namespace reglament {

// `<` `>` a document, `{` `}` a map, `[` `]` a list, each thing with its place, strings in quotes, `!` where the document
// breaks: "a: [1, 'x']" is "< {@1:1 a@1:1 [@1:4 1@1:5 'x'@1:8 ] }>".
class EventLog final : public YamlSink {
 public:
  void document_begin() override { text += '<'; }
  void document_end() override { text += '>'; }
  void document_breaks() override { text += " !"; }
  void map_begin(Mark mark) override { add("{", mark); }
  void map_end() override { text += " }"; }
  void sequence_begin(Mark mark) override { add("[", mark); }
  void sequence_end() override { text += " ]"; }
  void scalar(std::string_view value, bool quoted, Mark mark) override {
    add(quoted ? '\'' + std::string{value} + '\'' : std::string{value}, mark);
  }

  std::string text;

 private:
  void add(const std::string& what, Mark mark) {
    text += ' ' + what + '@' + std::to_string(mark.line) + ':' + std::to_string(mark.column);
  }
};

}  // namespace reglament
