#include "fuzz/lanes.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "reglament/yaml/tree.hpp"
#include "reglament/yaml/yaml_cpp.hpp"

namespace reglament::fuzz {

namespace {

class TreeSink final : public YamlSink {
 public:
  void document_begin() override {}
  void document_end() override {}
  void map_begin(Mark mark) override { builder_.map_begin(mark); }
  void map_end() override { builder_.close(); }
  void sequence_begin(Mark mark) override { builder_.sequence_begin(mark); }
  void sequence_end() override { builder_.close(); }
  void scalar(std::string_view text, bool quoted, Mark mark) override { builder_.scalar(text, quoted, mark); }
  const YamlTree& tree() const { return tree_; }

 private:
  YamlTree tree_;
  YamlTreeBuilder builder_{tree_};
};

bool is_same(const YamlNode& a, const YamlNode& b) {
  return a.kind == b.kind && a.quoted == b.quoted && a.keyed == b.keyed && a.key_quoted == b.key_quoted &&
         a.end == b.end && a.mark == b.mark && a.key_mark == b.key_mark && a.key == b.key && a.text == b.text;
}

bool is_same(const YamlTree& a, const YamlTree& b) {
  return std::equal(a.nodes.begin(), a.nodes.end(), b.nodes.begin(), b.nodes.end(),
                    [](const YamlNode& x, const YamlNode& y) { return is_same(x, y); });
}

class Log final : public YamlSink {
 public:
  void document_begin() override { text_ += "document\n"; }
  void document_end() override { text_ += "end\n"; }
  void document_breaks() override { text_ += "breaks\n"; }
  void map_begin(Mark mark) override { line("map", mark); }
  void map_end() override { text_ += "}\n"; }
  void sequence_begin(Mark mark) override { line("sequence", mark); }
  void sequence_end() override { text_ += "]\n"; }
  void scalar(std::string_view text, bool quoted, Mark mark) override {
    line(quoted ? "quoted" : "plain", mark);
    text_ += std::to_string(text.size()) + " bytes: " + std::string{text} + "\n";
  }

  void value(YamlTree& tree) override {
    const std::size_t before = text_.size();
    replay(tree, *this);
    TreeSink built;
    replay(tree, built);
    if (!is_same(tree, built.tree())) text_ += "and the tree is another one\n";
    YamlTree taken = std::move(tree);
    keeps_ = !keeps_;
    if (keeps_) taken_.push_back({std::move(taken), text_.substr(before)});
  }

  std::string with(const Diagnostics& errors) && {
    for (const Diagnostic& error : errors) {
      line(error.message.key, error.mark);
      for (const std::string& argument : error.message.arguments) text_ += argument + "\n";
    }
    const std::vector<Taken> taken = std::move(taken_);
    for (const auto& [tree, events] : taken) {
      Log again;
      replay(tree, again);
      if (again.text_ != events) text_ += "a tree did not last\n";
    }
    return std::move(text_);
  }

 private:
  struct Taken {
    YamlTree tree;
    std::string events;
  };

  void line(std::string_view what, Mark mark) {
    text_ += std::string{what} + " " + std::to_string(mark.line) + ":" + std::to_string(mark.column) + "\n";
  }

  std::string text_;
  std::vector<Taken> taken_;
  bool keeps_ = false;  // one tree is kept and the next one gone
};

}  // namespace

std::string read_fast(std::string_view text, YamlLanes* lanes) {
  const std::vector<char> exactly{text.begin(),
                                  text.end()};  // so that sanitizers see who looks behind its end
  Log log;
  const Diagnostics errors = read_yaml({exactly.data(), exactly.size()}, "input", log, lanes);
  return std::move(log).with(errors);
}

std::string read_slowly(std::string_view text) {
  Log log;
  const Diagnostics errors = read_yaml_slowly(text, "input", log);
  return std::move(log).with(errors);
}

}  // namespace reglament::fuzz
