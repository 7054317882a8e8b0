#include "reglament/records/entries.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "reglament/yaml/reader.hpp"

namespace reglament {

namespace {

// By Family.
const std::array<std::string, family_count>& section_names() {
  static const std::array<std::string, family_count> names{"meetings", "visits", "assignments", "offices",
                                                           "bodies"};
  return names;
}

std::optional<Family> find_section(std::string_view key) {
  const auto& names = section_names();
  const auto found = std::find(names.begin(), names.end(), key);
  if (found == names.end()) return std::nullopt;
  return static_cast<Family>(found - names.begin());
}

Wanted kind_of(Family family) {
  return family == Family::office || family == Family::body ? Wanted::register_entries : Wanted::records;
}

class EntrySink final : public YamlSink {
 public:
  EntrySink(const std::string& file, Wanted wanted, const std::function<void(Family, YamlTree&)>& see,
            Diagnostics& errors)
      : file_(file), wanted_(wanted), see_(see), errors_(errors) {}

  void document_begin() override {
    at_ = At::document;
    broken_ = false;
    used_.fill(false);
  }
  void document_end() override {}
  void document_breaks() override { broken_ = true; }

  void map_begin(Mark mark) override {
    if (at_ == At::document) return enter(At::root);
    if (at_ == At::root) return refuse_value(mark);
    if (at_ == At::section) start_entry();
    if (at_ == At::entry) builder_.map_begin(mark);
    ++nested_;
  }
  void map_end() override { end(); }

  void sequence_begin(Mark mark) override {
    if (at_ == At::document) return refuse_document(mark);
    if (at_ == At::root) return start_section();
    if (at_ == At::section) start_entry();
    if (at_ == At::entry) builder_.sequence_begin(mark);
    ++nested_;
  }
  void sequence_end() override { end(); }

  void scalar(std::string_view text, bool quoted, Mark mark) override {
    switch (at_) {
      case At::document:
        if (!is_null(text, quoted)) fault(mark, {"expected-map", {}});
        return;
      case At::root: return key_ ? end_value(text, quoted, mark) : read_key(text, mark);
      case At::section:
        start_entry();
        if (at_ == At::entry) builder_.scalar(text, quoted, mark);
        return end_entry();
      case At::entry: return builder_.scalar(text, quoted, mark);
      case At::skipped: return;
    }
  }

  void value(YamlTree& tree) override {
    if (at_ != At::section) return YamlSink::value(tree);
    if (kind_of(*section_) == wanted_) see_(*section_, tree);
  }

 private:
  enum class At : std::uint8_t { document, root, section, entry, skipped };
  struct Key {
    std::optional<Family> section;
  };

  static bool is_null(std::string_view text, bool quoted) {
    return !quoted && (text.empty() || text == "~" || text == "null");
  }

  void refuse_document(Mark mark) {
    fault(mark, {"expected-map", {}});
    skip();
  }

  void enter(At at) {
    at_ = at;
    key_.reset();
  }

  // The value that begins is passed over, up to its end.
  void skip() {
    back_ = at_;
    at_ = At::skipped;
    nested_ = 1;
  }

  void end() {
    if (at_ == At::root) return enter(At::document);
    if (at_ == At::section) return enter(At::root);
    if (at_ == At::entry) builder_.close();
    if (--nested_ > 0) return;
    if (at_ == At::entry) return end_entry();
    at_ = back_;
  }

  void read_key(std::string_view text, Mark mark) {
    key_ = Key{find_section(text)};
    if (key_->section) {
      bool& used = used_[static_cast<std::size_t>(*key_->section)];
      if (used) fault(mark, {"duplicate-key", {std::string{text}}});
      used = true;
    } else if (!text.starts_with("x-")) {
      unknown_key(text, mark);
    }
  }

  void unknown_key(std::string_view text, Mark mark) {
    const std::string key = clipped(text);
    const auto near = nearest(text, section_names());
    fault(mark, near ? Message{"unknown-key-near", {key, *near}} : Message{"unknown-section", {key}});
  }

  void end_value(std::string_view text, bool quoted, Mark mark) {
    if (key_->section && !is_null(text, quoted)) fault(mark, {"expected-list", {}});
    key_.reset();
  }

  void refuse_value(Mark mark) {
    if (key_->section) fault(mark, {"expected-list", {}});
    key_.reset();
    skip();
  }

  void start_section() {
    section_ = key_->section;
    key_.reset();
    if (!section_) return skip();
    at_ = At::section;
  }

  void start_entry() {
    builder_.reset();
    nested_ = 0;
    if (kind_of(*section_) == wanted_) {
      at_ = At::entry;
    } else {
      back_ = At::section;
      at_ = At::skipped;
    }
  }

  void end_entry() {
    if (at_ == At::entry && !broken_) see_(*section_, tree_);
    at_ = At::section;
  }

  void fault(Mark mark, Message message) { errors_.push_back({file_, mark, std::move(message)}); }

  const std::string& file_;
  Wanted wanted_;
  const std::function<void(Family, YamlTree&)>& see_;
  Diagnostics& errors_;
  YamlTree tree_;
  YamlTreeBuilder builder_{tree_};
  At at_ = At::document;
  At back_ = At::document;  // where `skipped` returns to
  std::size_t nested_ = 0;  // collections open in an entry or in what is skipped
  std::optional<Key> key_;  // of the root, whose value has not come yet
  std::optional<Family> section_;
  std::array<bool, family_count> used_{};
  bool broken_ = false;
};

}  // namespace

Diagnostics read_entries(std::string_view text, const std::string& file, Wanted wanted,
                         const std::function<void(Family, YamlTree&)>& see, YamlLanes* lanes) {
  Diagnostics errors;
  EntrySink sink{file, wanted, see, errors};
  const Diagnostics broken = read_yaml(text, file, sink, lanes);
  errors.insert(errors.end(), broken.begin(), broken.end());
  return errors;
}

}  // namespace reglament
