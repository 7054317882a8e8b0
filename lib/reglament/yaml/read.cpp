// Which way each document of a text goes: through the fast lane, and where that ends through yaml-cpp.
#include <algorithm>
#include <stdexcept>

#include "reglament/yaml/fast_lane.hpp"
#include "reglament/yaml/utf8.hpp"
#include "reglament/yaml/yaml_cpp.hpp"

namespace reglament {

namespace {

bool begins_document(std::string_view line) {
  return line.starts_with("---") &&
         (line.size() == 3 || std::string_view{" \t\r\n"}.find(line[3]) != std::string_view::npos);
}

// The first document of `text`, with what stands before it: up to the next line `---`, which begins a document wherever it
// stands, so that one that breaks takes nothing of the next with it.
std::string_view first_document(std::string_view text) {
  bool is_between = true;   // no document has begun, or one has ended with `...`
  bool directives = false;  // %YAML or %TAG: they belong to the document that the next `---` begins
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t newline = text.find('\n', at);
    const std::string_view line = text.substr(at, newline == std::string_view::npos ? newline : newline - at);
    if (begins_document(line)) {
      if (at > 0 && !directives) return text.substr(0, at);
      is_between = directives = false;
    } else if (is_between && line.starts_with('%')) {
      directives = true;
    } else if (!without_comment(line).empty()) {
      is_between = line.starts_with("...");
      directives = false;
    }
    at = newline == std::string_view::npos ? text.size() : newline + 1;
  }
  return text;
}

// Hands on what comes behind the first `events`, which the fast lane has handed on already.
class RestSink final : public YamlSink {
 public:
  RestSink(YamlSink& sink, std::size_t events) : sink_(sink), left_(events) {}
  void document_begin() override {
    if (is_new()) sink_.document_begin();
  }
  void document_end() override {
    if (is_new()) sink_.document_end();
  }
  void document_breaks() override {
    if (left_ > 0) throw std::logic_error{"the fast lane gave events that yaml-cpp does not give"};
    sink_.document_breaks();
  }
  void map_begin(Mark mark) override {
    if (is_new()) sink_.map_begin(mark);
  }
  void map_end() override {
    if (is_new()) sink_.map_end();
  }
  void sequence_begin(Mark mark) override {
    if (is_new()) sink_.sequence_begin(mark);
  }
  void sequence_end() override {
    if (is_new()) sink_.sequence_end();
  }
  void scalar(std::string_view text, bool quoted, Mark mark) override {
    if (is_new()) sink_.scalar(text, quoted, mark);
  }

 private:
  bool is_new() {
    if (left_ == 0) return true;
    --left_;
    return false;
  }

  YamlSink& sink_;
  std::size_t left_;
};

class DocumentsReader {
 public:
  DocumentsReader(std::string_view text, const std::string& file, bool is_plain, YamlSink& sink, YamlLanes& lanes)
      : rest_(text), file_(file), is_plain_(is_plain), sink_(sink), lanes_(lanes) {}

  Diagnostics read() {
    do {
      read_document();
    } while (!rest_.empty());
    return std::move(errors_);
  }

 private:
  void read_document() {
    const FastLaneEnd fast = is_plain_ ? read_fast_lane(rest_, lines_before_, sink_) : control_character();
    if (fast.whole) {
      ++lanes_.fast;
      rest_.remove_prefix(fast.end);
      lines_before_ += fast.lines;
      return;
    }
    if (lanes_.slow++ == 0) {
      lanes_.why = fast.why;
      lanes_.where = fast.where;
    }
    const std::string_view document = first_document(rest_);
    RestSink sink{sink_, fast.events};
    if (auto problem = read_with_yaml_cpp(document, lines_before_, sink)) {
      errors_.push_back({file_, problem->mark, std::move(problem->message)});
    }
    rest_.remove_prefix(document.size());
    lines_before_ += static_cast<std::uint32_t>(std::count(document.begin(), document.end(), '\n'));
  }

  static FastLaneEnd control_character() {
    FastLaneEnd none;
    none.why = Outside::control_character;
    return none;
  }

  std::string_view rest_;
  const std::string& file_;
  bool is_plain_;  // without control characters but tab and the ends of lines
  YamlSink& sink_;
  YamlLanes& lanes_;
  std::uint32_t lines_before_ = 0;
  Diagnostics errors_;
};

}  // namespace

void YamlSink::value(YamlTree& tree) { replay(tree, *this); }

namespace {

Diagnostics read_documents(std::string_view text, const std::string& file, YamlSink& sink, YamlLanes& lanes,
                           bool may_be_fast) {
  if (text.size() > largest_yaml_text) {
    return {{file, {}, {"yaml-too-large", {std::to_string(largest_yaml_text / 1'000'000)}}}};
  }
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);  // a byte order mark
  const TextCheck check = check_text(text);
  if (check.broken) return {{file, mark_at(text, *check.broken), {"yaml-not-utf8", {}}}};
  return DocumentsReader{text, file, check.is_plain && may_be_fast, sink, lanes}.read();
}

}  // namespace

Diagnostics read_yaml(std::string_view text, const std::string& file, YamlSink& sink, YamlLanes* lanes) {
  YamlLanes nobody_asks;
  return read_documents(text, file, sink, lanes == nullptr ? nobody_asks : *lanes, true);
}

Diagnostics read_yaml_slowly(std::string_view text, const std::string& file, YamlSink& sink) {
  YamlLanes nobody_asks;
  return read_documents(text, file, sink, nobody_asks, false);
}

}  // namespace reglament
