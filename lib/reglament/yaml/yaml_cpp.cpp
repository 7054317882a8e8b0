// The one file that knows yaml-cpp.
#include <algorithm>
#include <istream>
#include <map>
#include <optional>
#include <streambuf>
#include <variant>
#include <vector>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include "reglament/yaml/yaml_cpp.hpp"

namespace reglament {

namespace {

constexpr std::size_t deepest = 64;
constexpr std::size_t most_aliased_events = 1'000'000;
constexpr std::size_t most_aliased_text = 16'000'000;  // bytes

// The text and, where a quote may be open at its end, the line `...` behind it: yaml-cpp takes a quoted scalar that ends
// with the last line of the stream for closed.
class TextBuffer final : public std::streambuf {
 public:
  explicit TextBuffer(std::string_view text)
      : is_whole_(!text.ends_with('\n') || text.find_first_of("'\"") == std::string_view::npos) {
    show(text);
  }

 protected:
  int_type underflow() override {
    if (is_whole_) return traits_type::eof();
    is_whole_ = true;
    show("...\n");
    return traits_type::to_int_type(*gptr());
  }

 private:
  void show(std::string_view text) {
    char* begin = const_cast<char*>(text.data());  // the get area is never written to
    setg(begin, begin, begin + text.size());
  }

  bool is_whole_;
};

struct Scalar {
  std::string text;
  bool quoted;
  Mark mark;
};
struct MapBegin {
  Mark mark;
};
struct MapEnd {};
struct SequenceBegin {
  Mark mark;
};
struct SequenceEnd {};
using Event = std::variant<Scalar, MapBegin, MapEnd, SequenceBegin, SequenceEnd>;

// Hands yaml-cpp's events on, with absolute lines; resolves aliases; refuses keys that are no scalars.
class Adapter final : public YAML::EventHandler {
 public:
  Adapter(std::string_view text, YamlSink& sink, std::uint32_t lines_before)
      : text_(text), sink_(sink), lines_before_(lines_before) {}

  void OnDocumentStart(const YAML::Mark& mark) override {
    is_behind_ = static_cast<std::size_t>(std::max(mark.pos, 0)) >= text_.size();
    if (is_behind_) return;
    // yaml-cpp reads one document after another without end where a document cannot begin, as at a comma.
    if (mark.pos <= document_began_) throw YamlProblem{at(mark), {"yaml-broken", {"no document can begin here"}}};
    document_began_ = mark.pos;
    open_.clear();
    anchors_.clear();
    nodes_.clear();
    recorded_.clear();
    anchored_open_ = 0;
    aliased_events_ = 0;
    aliased_text_ = 0;
    in_document_ = true;
    sink_.document_begin();
  }
  void OnDocumentEnd() override {
    if (is_behind_) return;
    in_document_ = false;
    sink_.document_end();
  }
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    if (is_behind_) return;
    begin_anchor(anchor);
    handle(Scalar{"", false, place_of_null(mark)});
    end_anchor();
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const auto found = anchors_.find(anchor);
    if (found == anchors_.end()) throw YamlProblem{at(mark), {"yaml-alias-inside-itself", {}}};
    for (std::size_t i = found->second.begin; i < found->second.end; ++i) {
      const Event event = recorded_[i];  // a copy: handling it may record it again
      count_aliased(event, at(mark));
      handle(event);
    }
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    begin_anchor(anchor);
    handle(Scalar{value, tag == "!" || tag.ends_with(":str"), at(mark)});
    end_anchor();
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    begin_anchor(anchor);
    handle(SequenceBegin{at(mark)});
  }
  void OnSequenceEnd() override {
    handle(SequenceEnd{});
    end_anchor();
  }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    begin_anchor(anchor);
    handle(MapBegin{at(mark)});
  }
  void OnMapEnd() override {
    handle(MapEnd{});
    end_anchor();
  }

  // After an error: the sink sees a well-formed end of the document.
  void close_document() {
    if (!in_document_) return;
    sink_.document_breaks();
    if (!open_.empty() && open_.back().map && open_.back().key_read) sink_.scalar("", false, {});
    while (!open_.empty()) {
      const bool map = open_.back().map;
      open_.pop_back();
      if (map) {
        sink_.map_end();
      } else {
        sink_.sequence_end();
      }
    }
    sink_.document_end();
  }

  Mark at(const YAML::Mark& mark) const {
    return {static_cast<std::uint32_t>(mark.line + 1) + lines_before_,
            static_cast<std::uint32_t>(mark.column + 1)};
  }

 private:
  struct Open {
    bool map;
    bool key_read;
    Mark key;
  };
  struct Node {
    YAML::anchor_t anchor;  // 0: it has none
    std::size_t begin;      // of its events in `recorded_`
  };
  struct Events {
    std::size_t begin;
    std::size_t end;
  };

  void begin_anchor(YAML::anchor_t anchor) {
    nodes_.push_back({anchor, recorded_.size()});
    if (anchor != 0) ++anchored_open_;
  }
  void end_anchor() {
    const Node node = nodes_.back();
    nodes_.pop_back();
    if (node.anchor == 0) return;
    anchors_[node.anchor] = {node.begin, recorded_.size()};
    --anchored_open_;
  }

  void count_aliased(const Event& event, Mark mark) {
    const auto* const scalar = std::get_if<Scalar>(&event);
    if (scalar != nullptr) aliased_text_ += scalar->text.size();
    if (++aliased_events_ > most_aliased_events || aliased_text_ > most_aliased_text) {
      throw YamlProblem{mark, {"yaml-too-many-aliases", {}}};
    }
  }

  void handle(const Event& event) {
    if (anchored_open_ > 0) recorded_.push_back(event);
    std::visit([this](const auto& e) { pass(e); }, event);
  }

  // Where yaml-cpp finds the thing behind a null that is not written, we want the thing before it.
  Mark place_of_null(const YAML::Mark& mark) const {
    const std::size_t behind = std::min(static_cast<std::size_t>(std::max(mark.pos, 0)), text_.size());
    const std::string_view rest = text_.substr(behind);
    if (rest.starts_with('~') || rest.starts_with("null") || rest.starts_with("Null") ||
        rest.starts_with("NULL")) {
      return at(mark);
    }
    if (!open_.empty() && open_.back().key_read) return open_.back().key;
    return open_.empty() || open_.back().map ? at(mark) : place_of_dash(behind, at(mark));
  }

  // The dash that ends the last line before `behind` that holds something; where there is none: `otherwise`.
  Mark place_of_dash(std::size_t behind, Mark otherwise) const {
    std::uint32_t line = otherwise.line;
    for (std::size_t end = behind;; --line) {
      const std::size_t newline = end == 0 ? std::string_view::npos : text_.rfind('\n', end - 1);
      const std::size_t begin = newline == std::string_view::npos ? 0 : newline + 1;
      const std::string_view held = without_comment(text_.substr(begin, end - begin));
      if (held.ends_with('-')) return {line, static_cast<std::uint32_t>(held.size())};
      if (!held.empty() || begin == 0) return otherwise;
      end = begin - 1;
    }
  }

  void count_value(Mark mark, bool scalar) {
    if (open_.empty() || !open_.back().map) return;
    if (!open_.back().key_read && !scalar) throw YamlProblem{mark, {"yaml-key-not-scalar", {}}};
    open_.back().key_read = !open_.back().key_read;
    open_.back().key = mark;
  }
  void enter(Mark mark, bool map) {
    count_value(mark, false);
    if (open_.size() == deepest) throw YamlProblem{mark, {"yaml-too-deep", {std::to_string(deepest)}}};
    open_.push_back({map, false, {}});
  }
  void pass(const Scalar& scalar) {
    count_value(scalar.mark, true);
    sink_.scalar(scalar.text, scalar.quoted, scalar.mark);
  }
  void pass(const MapBegin& begin) {
    enter(begin.mark, true);
    sink_.map_begin(begin.mark);
  }
  void pass(const MapEnd&) {
    open_.pop_back();
    sink_.map_end();
  }
  void pass(const SequenceBegin& begin) {
    enter(begin.mark, false);
    sink_.sequence_begin(begin.mark);
  }
  void pass(const SequenceEnd&) {
    open_.pop_back();
    sink_.sequence_end();
  }

  std::string_view text_;  // from the line where this reading began
  YamlSink& sink_;
  std::uint32_t lines_before_;
  std::vector<Open> open_;
  std::map<YAML::anchor_t, Events> anchors_;
  std::vector<Node> nodes_;      // open collections
  std::vector<Event> recorded_;  // what stands inside anchored nodes of this document
  std::size_t anchored_open_ = 0;
  std::size_t aliased_events_ = 0;
  std::size_t aliased_text_ = 0;
  int document_began_ = -1;  // offset in `text_`
  bool in_document_ = false;
  bool is_behind_ = false;  // the document is the line that TextBuffer adds
};

}  // namespace

std::string_view without_comment(std::string_view line) {
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '#' && (i == 0 || line[i - 1] == ' ' || line[i - 1] == '\t')) line = line.substr(0, i);
  }
  while (!line.empty() && (line.back() == ' ' || line.back() == '\t' || line.back() == '\r'))
    line.remove_suffix(1);
  return line;
}

std::optional<YamlProblem> read_with_yaml_cpp(std::string_view text, std::uint32_t lines_before, YamlSink& sink) {
  TextBuffer buffer{text};
  std::istream stream{&buffer};
  Adapter adapter{text, sink, lines_before};
  std::optional<YamlProblem> problem;
  try {
    YAML::Parser parser{stream};
    while (parser.HandleNextDocument(adapter)) {}
  } catch (const YAML::Exception& error) {
    problem = {adapter.at(error.mark), {"yaml-broken", {error.msg}}};
  } catch (const YamlProblem& refused) { problem = refused; }
  adapter.close_document();
  return problem;
}

}  // namespace reglament
