#include "reglament/records/schema.hpp"

#include <array>
#include <utility>
#include <vector>

namespace reglament {

namespace {

// Writes JSON, two spaces deeper inside each bracket. `line` values stand on one line.
class JsonWriter {
 public:
  void open(char bracket) {
    text_ += bracket;
    is_first_ = true;
    ++depth_;
  }
  void close(char bracket) {
    --depth_;
    if (!is_first_) new_line();
    text_ += bracket;
    is_first_ = false;
  }
  void key(std::string_view name) {
    item();
    text_ += quoted(name) + ": ";
  }
  void item() {
    if (!is_first_) text_ += ',';
    new_line();
    is_first_ = false;
  }
  void raw(std::string_view json) { text_ += json; }
  std::string finish() { return std::move(text_) + '\n'; }

  // For what the vocabulary and this file write: no control characters.
  static std::string quoted(std::string_view text) {
    std::string json{'"'};
    for (const char c : text) {
      if (c == '"' || c == '\\') json += '\\';
      json += c;
    }
    return json + '"';
  }

 private:
  void new_line() { text_ += '\n' + std::string(2 * depth_, ' '); }

  std::string text_;
  std::size_t depth_ = 0;
  bool is_first_ = true;
};

constexpr std::string_view day_pattern = "(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";
constexpr std::string_view time_pattern = "([01][0-9]|2[0-3]):[0-5][0-9]";
constexpr std::string_view year_pattern = "(19|20|21)[0-9]{2}";

std::string text_of_pattern(const std::string& pattern) {
  return R"({"type": "string", "pattern": )" + JsonWriter::quoted('^' + pattern + '$') + '}';
}

// YAML takes an unquoted 2025 for a number.
std::string text_or_year(const std::string& pattern) {
  return R"({"type": ["string", "integer"], "pattern": )" + JsonWriter::quoted('^' + pattern + '$') +
         R"(, "minimum": 1900, "maximum": 2199})";
}

// The simple types, by the names under which `definitions` has them.
std::vector<std::pair<std::string, std::string>> simple_definitions() {
  const std::string day{day_pattern};
  const std::string time{time_pattern};
  const std::string year{year_pattern};
  const std::string moment = day + "([T ]" + time + "(:[0-5][0-9])?)?";
  const std::string span = year + "(-(W(0[1-9]|[1-4][0-9]|5[0-3])|(0[1-9]|1[0-2])|Q[1-4]|H[12]))?";
  return {{"yes-no", R"({"type": "boolean"})"},
          {"number", R"({"type": "number", "minimum": 0, "exclusiveMaximum": 1000000000000})"},
          {"text", R"({"type": ["string", "number", "boolean"]})"},
          {"date", text_of_pattern(day)},
          {"moment", text_of_pattern(moment)},
          {"time", text_of_pattern(time)},
          {"period", text_or_year(span)},
          {"moment-or-period", text_or_year('(' + moment + '|' + span + ')')},
          {"year", text_or_year(year)},
          {"id", R"({"type": ["string", "number", "boolean"], "minLength": 1})"}};
}

class SchemaWriter {
 public:
  explicit SchemaWriter(const Vocabulary& vocabulary) : words_(vocabulary) {}

  std::string write() {
    json_.open('{');
    pair("$schema", R"("http://json-schema.org/draft-07/schema#")");
    pair("title", R"j("Records of reglament: see reglament-records(5)")j");
    pair("type", R"(["object", "null"])");
    json_.key("properties");
    write_sections();
    close_map();
    json_.key("definitions");
    json_.open('{');
    for (const auto& [name, definition] : simple_definitions()) pair(name, definition);
    write_lists();
    write_steps();
    write_structures();
    json_.close('}');
    json_.close('}');
    return json_.finish();
  }

 private:
  void pair(std::string_view key, std::string_view json) {
    json_.key(key);
    json_.raw(json);
  }

  // What all maps end with: the user's own keys are let through.
  void close_map() {
    pair("patternProperties", R"({"^x-": {}})");
    pair("additionalProperties", "false");
  }

  static std::string reference(std::string_view name) {
    return R"({"$ref": "#/definitions/)" + std::string{name} + R"("})";
  }
  static std::string any_of(const std::vector<std::string>& schemas) {
    std::string json = R"({"anyOf": [)";
    for (std::size_t i = 0; i < schemas.size(); ++i) json += (i == 0 ? "" : ", ") + schemas[i];
    return json + "]}";
  }
  static std::string list_of(const std::string& item) {
    return R"({"type": "array", "items": )" + item + '}';
  }
  static std::string list_name(std::string_view list) { return "words-" + std::string{list}; }
  static std::string described(const std::string& schema, const Names& names) {
    const std::string description = names.kk + " / " + names.ru + " / " + names.en;
    return schema.substr(0, schema.size() - 1) + R"(, "description": )" + JsonWriter::quoted(description) +
           '}';
  }
  static std::string or_null(const std::string& schema) { return any_of({schema, R"({"type": "null"})"}); }

  void write_sections() {
    constexpr std::array<std::pair<std::string_view, Family>, family_count> sections{
        {{"bodies", Family::body},
         {"offices", Family::office},
         {"meetings", Family::meeting},
         {"visits", Family::visit},
         {"assignments", Family::assignment}}};
    json_.open('{');
    for (const auto& [section, family] : sections) {
      pair(section, R"({"type": ["array", "null"], "items": )" + reference(to_text(family)) + '}');
    }
    json_.close('}');
  }

  void write_lists() {
    for (std::size_t i = 0; i < words_.list_count(); ++i) {
      const auto list = static_cast<WordList>(i);
      json_.key(list_name(words_.name(list)));
      json_.open('{');
      json_.key("enum");
      json_.open('[');
      for (const Word word : words_.words(list)) {
        json_.item();
        json_.raw(JsonWriter::quoted(words_.text(word)));
      }
      json_.close(']');
      json_.close('}');
    }
  }

  void write_steps() {
    const std::string entry = any_of({reference("moment"), reference(words_.name(words_.step_structure()))});
    pair("happening", any_of({reference("moment"), reference(words_.name(words_.step_structure())),
                              list_of(entry), R"({"type": "null"})"}));
    json_.key("steps");
    json_.open('{');
    pair("type", R"(["object", "null"])");
    json_.key("properties");
    json_.open('{');
    for (const Word step : words_.steps()) {
      // Draft 7 ignores what stands beside $ref, so that the name stands outside.
      pair(words_.text(step),
           described(R"({"allOf": [)" + reference("happening") + "]}", words_.names(step)));
    }
    json_.close('}');
    close_map();
    json_.close('}');
  }

  void write_structures() {
    for (std::size_t i = 0; i < words_.structure_count(); ++i) {
      const auto structure = static_cast<StructureId>(i);
      if (words_.name(structure) == "record") continue;  // its fields are in each family
      json_.key(words_.name(structure));
      json_.open('{');
      pair("type", R"("object")");
      json_.key("properties");
      json_.open('{');
      const auto family = parse_family(words_.name(structure));
      if (family) write_own_fields(*family);
      for (const FieldInfo& field : words_.fields(structure)) {
        pair(words_.text(field.name), described(schema_of(field.type), field.names));
      }
      json_.close('}');
      if (family) pair("required", required_of(*family));
      if (structure == words_.step_structure()) pair("required", R"(["date"])");
      close_map();
      json_.close('}');
    }
  }

  void write_own_fields(Family family) {
    pair("id", reference("id"));
    if (family == Family::office || family == Family::body) return;
    pair("type", reference(list_name(words_.name(words_.types(family)))));
    pair("steps", reference("steps"));
  }

  static std::string_view required_of(Family family) {
    if (family == Family::office) return R"(["id", "role", "body"])";
    return family == Family::body ? R"(["id", "kind"])" : R"(["id", "type"])";
  }

  std::string schema_of(const FieldType& type) const {
    const std::string item = item_schema(type);
    if (!type.list) return or_null(item);
    if (type.holds != Holds::structure) return any_of({item, list_of(item), R"({"type": "null"})"});
    const std::string bare = item_schema(words_.fields(type.structure).front().type);  // its key alone
    return any_of({item, bare, list_of(any_of({item, bare})), R"({"type": "null"})"});
  }

  std::string item_schema(const FieldType& type) const {
    switch (type.holds) {
      case Holds::word: return reference(list_name(words_.name(type.words)));
      case Holds::word_or_text:
        return any_of({reference(list_name(words_.name(type.words))), reference("text")});
      case Holds::structure: return reference(words_.name(type.structure));
      case Holds::office:
      case Holds::body:
      case Holds::record: return reference("id");
      case Holds::yes_no:
      case Holds::number:
      case Holds::text:
      case Holds::date:
      case Holds::moment:
      case Holds::moment_or_period:
      case Holds::time:
      case Holds::period:
      case Holds::year: break;
    }
    FieldType item = type;
    item.list = false;
    return reference(to_text(item, words_));
  }

  const Vocabulary& words_;
  JsonWriter json_;
};

}  // namespace

std::string records_schema(const Vocabulary& vocabulary) { return SchemaWriter{vocabulary}.write(); }

}  // namespace reglament
