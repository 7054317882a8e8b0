#include "fuzz/lanes.hpp"

#include "reglament/yaml/yaml_cpp.hpp"

namespace reglament::fuzz {

namespace {

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

  std::string with(const Diagnostics& errors) && {
    for (const Diagnostic& error : errors) {
      line(error.message.key, error.mark);
      for (const std::string& argument : error.message.arguments) text_ += argument + "\n";
    }
    return std::move(text_);
  }

 private:
  void line(std::string_view what, Mark mark) {
    text_ += std::string{what} + " " + std::to_string(mark.line) + ":" + std::to_string(mark.column) + "\n";
  }

  std::string text_;
};

}  // namespace

std::string read_fast(std::string_view text, YamlLanes* lanes) {
  Log log;
  const Diagnostics errors = read_yaml(text, "input", log, lanes);
  return std::move(log).with(errors);
}

std::string read_slowly(std::string_view text) {
  Log log;
  const Diagnostics errors = read_yaml_slowly(text, "input", log);
  return std::move(log).with(errors);
}

}  // namespace reglament::fuzz
