#include "reglament/records/template.hpp"

#include <algorithm>
#include <string_view>

namespace reglament {

namespace {

constexpr std::size_t comment_column = 48;
constexpr std::size_t longest_choice = 60;  // bytes of the words that a comment lists
constexpr std::string_view sample_day = "2025-10-06";

std::string_view section_of(Family family) {
  switch (family) {
    case Family::meeting: return "meetings";
    case Family::visit: return "visits";
    case Family::assignment: return "assignments";
    case Family::office: return "offices";
    case Family::body: break;
  }
  return "bodies";
}

bool is_dated(Family family) { return family != Family::office && family != Family::body; }

// Characters as a terminal counts them, so that comments stand in one column.
std::size_t width_of(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

bool holds(const std::vector<Word>& words, Word word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

class TemplateWriter {
 public:
  TemplateWriter(const RecordType& type, const TemplateParts& parts, NameIn language)
      : type_(type), parts_(parts), language_(language) {}

  std::string write() {
    const Vocabulary& v = vocabulary();
    const StructureId structure = v.structure(type_.family);
    text_ += std::string{section_of(type_.family)} + ":\n";
    line("  - id: " + std::string{to_text(type_.family)} + "-1", "");
    line("    " + type_key() + ": " + v.text(type_.type),
         v.names(v.types(type_.family), type_.type).*language_);
    date_ = date_field();
    for (const char* name : {"by", "issued-by", "date", "from", "to", "received", "issued", "period"}) {
      if (const FieldInfo* const field = v.field(structure, known_word(name))) write_root_field(*field);
    }
    for (const FieldInfo& field : v.fields(structure)) write_root_field(field);
    if (is_dated(type_.family) && !parts_.steps.empty()) write_steps();
    return text_;
  }

 private:
  std::string type_key() const {
    return type_.family == Family::office ? "role" : type_.family == Family::body ? "kind" : "type";
  }

  // The date to write out: of those that place a record in time, the one that is asked for.
  Word date_field() const {
    if (!is_dated(type_.family)) return no_word;
    if (type_.family != Family::assignment) return known_word("date");
    if (holds(parts_.fields, known_word("entries"))) return known_word("period");  // a plan
    for (const char* name : {"received", "period", "issued"}) {
      if (holds(parts_.fields, known_word(name))) return known_word(name);
    }
    return known_word("date");
  }

  void write_root_field(const FieldInfo& field) {
    const bool is_own_date = field.name == date_;
    const bool is_asked_for = is_own_date || holds(parts_.fields, field.name);
    if (!is_asked_for || holds(written_, field.name) || vocabulary().text(field.name) == type_key()) return;
    written_.push_back(field.name);
    write_field(field, is_own_date ? "    " : "    # ");
  }

  bool is_shown(const FieldInfo& field, const FieldInfo& part) const {
    if (part.type.holds == Holds::structure)
      return false;  // as deep as a page can show; the manual has the rest
    const auto is_of_field = [&](const TemplateParts::Inner& inner) { return inner.field == field.name; };
    if (std::none_of(parts_.inner.begin(), parts_.inner.end(), is_of_field)) return true;
    return std::any_of(parts_.inner.begin(), parts_.inner.end(), [&](const TemplateParts::Inner& inner) {
      return is_of_field(inner) && inner.part == part.name;
    });
  }

  void line(const std::string& yaml, const std::string& comment) {
    text_ += yaml;
    if (!comment.empty()) {
      const std::size_t width = width_of(yaml);
      text_ += std::string(width < comment_column ? comment_column - width : 2, ' ') + "# " + comment;
    }
    text_ += '\n';
  }

  void write_field(const FieldInfo& field, const std::string& indent) {
    const std::string key = indent + vocabulary().text(field.name) + ':';
    if (field.type.holds != Holds::structure) {
      line(key + ' ' + sample_of(field.type), comment_of(field));
      return;
    }
    line(key, field.names.*language_);
    const std::string inner = indent + "  ";
    bool is_first = field.type.list;
    for (const FieldInfo& part : vocabulary().fields(field.type.structure)) {
      if (!is_first && !is_shown(field, part)) continue;  // the first is the key of an item
      write_field(part, inner + (is_first ? "- " : field.type.list ? "  " : ""));
      is_first = false;
    }
  }

  std::string sample_of(const FieldType& type) const {
    const std::string sample = sample_item(type);
    return type.list ? '[' + sample + ']' : sample;
  }

  std::string sample_item(const FieldType& type) const {
    switch (type.holds) {
      case Holds::yes_no: return "true";
      case Holds::number: return "1";
      case Holds::text: return "'...'";
      case Holds::date:
      case Holds::moment:
      case Holds::moment_or_period: return std::string{sample_day};
      case Holds::time: return "10:00";
      case Holds::period: return "2025-Q4";
      case Holds::year: return "2025";
      case Holds::word:
      case Holds::word_or_text: return vocabulary().text(vocabulary().words(type.words).front());
      case Holds::office: return "district-akim";
      case Holds::body: return "body-id";
      case Holds::record:
      case Holds::structure: break;
    }
    return "record-id";
  }

  std::string comment_of(const FieldInfo& field) const {
    std::string comment = field.names.*language_;
    if (field.type.holds != Holds::word && field.type.holds != Holds::word_or_text) return comment;
    const std::vector<Word>& words = vocabulary().words(field.type.words);
    std::string choice;
    for (const Word word : words) choice += (choice.empty() ? "" : " | ") + vocabulary().text(word);
    if (choice.size() <= longest_choice) return comment + ": " + choice;
    return comment + ": reglament-records vocabulary " + vocabulary().name(field.type.words);
  }

  void write_steps() {
    line("    steps:", "");
    for (const Word step : vocabulary().steps()) {
      if (!holds(parts_.steps, step)) continue;
      line("      # " + vocabulary().text(step) + ": " + std::string{sample_day},
           vocabulary().names(step).*language_);
    }
  }

  RecordType type_;
  const TemplateParts& parts_;
  NameIn language_;
  Word date_{};  // the field that places the record in time
  std::vector<Word> written_;
  std::string text_;
};

}  // namespace

TemplateParts all_parts(Family family) {
  TemplateParts parts;
  for (const FieldInfo& field : vocabulary().fields(vocabulary().structure(family)))
    parts.fields.push_back(field.name);
  if (is_dated(family)) parts.steps = vocabulary().steps();
  return parts;
}

std::string record_template(const RecordType& type, const TemplateParts& parts, NameIn language) {
  return TemplateWriter{type, parts, language}.write();
}

}  // namespace reglament
