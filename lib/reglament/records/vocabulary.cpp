#include "reglament/records/vocabulary.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>

#include "reglament/records/embedded_vocabulary.hpp"
#include "reglament/yaml/reader.hpp"

namespace reglament {

namespace {

constexpr std::array<std::string_view, family_count> family_names{"meeting", "visit", "assignment", "office",
                                                                  "body"};
constexpr std::array<std::string_view, family_count> family_types{"meeting-type", "visit-type",
                                                                  "assignment-type", "role", "body-kind"};
// Every record has these; they are fields to a reader of records, and not listed in the file.
constexpr std::array<std::string_view, 3> own_words{"id", "type", "steps"};

bool is_kebab_case(std::string_view text) {
  if (text.empty() || text.front() == '-' || text.back() == '-') return false;
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

Names read_names(const YamlReader& in) {
  const auto name = [&](std::string_view language) {
    const YamlReader value = in.required(language);
    if (value.text().empty()) value.fail({"expected-text", {}});
    return value.text();
  };
  return {name("kk"), name("ru"), name("en")};
}

// What follows `prefix`, if the text begins with it.
std::optional<std::string_view> after(std::string_view text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return std::nullopt;
  return text.substr(prefix.size());
}

struct SimpleType {
  std::string_view name;
  Holds holds;
};
constexpr std::array<SimpleType, 12> simple_types{{{"yes-no", Holds::yes_no},
                                                   {"number", Holds::number},
                                                   {"text", Holds::text},
                                                   {"date", Holds::date},
                                                   {"moment", Holds::moment},
                                                   {"moment-or-period", Holds::moment_or_period},
                                                   {"time", Holds::time},
                                                   {"period", Holds::period},
                                                   {"year", Holds::year},
                                                   {"office", Holds::office},
                                                   {"body", Holds::body},
                                                   {"record", Holds::record}}};

std::optional<Holds> simple_type(std::string_view text) {
  for (const SimpleType& type : simple_types) {
    if (type.name == text) return type.holds;
  }
  return std::nullopt;
}

std::string name_of(Holds holds) {
  for (const SimpleType& type : simple_types) {
    if (type.holds == holds) return std::string{type.name};
  }
  return holds == Holds::word ? "word" : "word-or-text";
}

}  // namespace

std::string_view to_text(Family family) { return family_names[static_cast<std::size_t>(family)]; }

std::optional<Family> parse_family(std::string_view text) {
  const auto found = std::find(family_names.begin(), family_names.end(), text);
  if (found == family_names.end()) return std::nullopt;
  return static_cast<Family>(found - family_names.begin());
}

class VocabularyReader {
 public:
  explicit VocabularyReader(Vocabulary& vocabulary) : words_(vocabulary) {
    intern("");  // no_word
    for (const std::string_view word : own_words) field_names_.emplace_back(intern(word), same_in_all(word));
  }

  void read(const YamlReader& in) {
    in.only({"lists", "steps", "structures"});
    read_lists(in.required("lists"));
    read_steps(in.required("steps"));
    read_structures(in.required("structures"));
    find_families(in);
    name_words();
    index();
  }

 private:
  static Names same_in_all(std::string_view text) {
    return {std::string{text}, std::string{text}, std::string{text}};
  }

  Word intern(std::string_view text) {
    const auto word = static_cast<Word>(words_.texts_.size());
    const auto [found, is_new] = words_.index_.try_emplace(std::string{text}, word);
    if (is_new) {
      words_.texts_.emplace_back(text);
      words_.names_.emplace_back();
      words_.is_step_.push_back(false);
    }
    return found->second;
  }

  Word intern_key(const YamlReader& value) {
    if (!is_kebab_case(value.key()))
      value.fail_at_key({"vocabulary-not-kebab-case", {std::string{value.key()}}});
    if (words_.texts_.size() > std::numeric_limits<std::uint16_t>::max())
      value.fail({"vocabulary-too-many", {}});
    return intern(value.key());
  }

  void read_lists(const YamlReader& in) {
    in.unique_keys();
    in.for_each_child([&](const YamlReader& list) {
      list.unique_keys();
      Vocabulary::List& made = words_.lists_.emplace_back();
      made.name = list.key();
      list.for_each_child([&](const YamlReader& value) {
        value.only({"kk", "ru", "en"});
        made.words.push_back(intern_key(value));
        made.names.push_back(read_names(value));
      });
    });
  }

  void read_steps(const YamlReader& in) {
    in.unique_keys();
    in.for_each_child([&](const YamlReader& value) {
      value.only({"kk", "ru", "en"});
      const Word step = intern_key(value);
      words_.steps_.push_back(step);
      words_.is_step_[static_cast<std::size_t>(step)] = true;
      words_.names_[static_cast<std::size_t>(step)] = read_names(value);
    });
  }

  void read_structures(const YamlReader& in) {
    in.unique_keys();
    const std::vector<YamlReader> structures = in.children();
    for (const YamlReader& structure : structures) {  // the names first: they refer to each other
      words_.structures_.emplace_back().name = structure.key();
    }
    for (std::size_t i = 0; i < structures.size(); ++i) read_fields(structures[i], words_.structures_[i]);
  }

  void read_fields(const YamlReader& in, Vocabulary::Structure& structure) {
    in.unique_keys();
    in.for_each_child([&](const YamlReader& value) { structure.fields.push_back(read_field(value)); });
  }

  FieldInfo read_field(const YamlReader& in) {
    in.only({"holds", "absent", "kk", "ru", "en"});
    FieldInfo field;
    field.name = intern_key(in);
    field.type = read_type(in.required("holds"));
    if (const auto absent = in.find("absent")) field.absent_is_unknown = read_absent(*absent);
    field.names = read_names(in);
    field_names_.emplace_back(field.name, field.names);
    return field;
  }

  static bool read_absent(const YamlReader& in) {
    if (in.view() == "no") return false;
    if (in.view() == "unknown") return true;
    in.fail({"vocabulary-unknown-absent", {in.text()}});
  }

  FieldType read_type(const YamlReader& in) const {
    FieldType type;
    std::string_view text = in.view();
    if (const auto item = after(text, "list of ")) {
      type.list = true;
      text = *item;
    }
    if (const auto simple = simple_type(text)) {
      type.holds = *simple;
    } else if (const auto family = after(text, "record ")) {
      type.holds = Holds::record;
      type.family = parse_family(*family);
      if (!type.family) in.fail({"vocabulary-unknown-type", {in.text()}});
    } else if (const auto list = after(text, "word ")) {
      type.holds = Holds::word;
      type.words = need_list(in, *list);
    } else if (const auto either = after(text, "word-or-text ")) {
      type.holds = Holds::word_or_text;
      type.words = need_list(in, *either);
    } else if (const auto structure = words_.structure(text)) {
      type.holds = Holds::structure;
      type.structure = *structure;
    } else {
      in.fail({"vocabulary-unknown-type", {in.text()}});
    }
    return type;
  }

  WordList need_list(const YamlReader& in, std::string_view name) const {
    if (const auto list = words_.list(name)) return *list;
    in.fail({"vocabulary-unknown-list", {std::string{name}}});
  }

  StructureId need_structure(const YamlReader& in, std::string_view name) const {
    if (const auto structure = words_.structure(name)) return *structure;
    in.fail({"missing-key", {std::string{name}}});
  }

  void find_families(const YamlReader& in) {
    const YamlReader structures = in.required("structures");
    const StructureId shared = need_structure(structures, "record");
    words_.step_structure_ = need_structure(structures, "step");
    for (std::size_t i = 0; i < family_count; ++i) {
      words_.types_[i] = need_list(in.required("lists"), family_types[i]);
      const StructureId own = need_structure(structures, family_names[i]);
      words_.family_structures_[i] = own;
      if (static_cast<Family>(i) >= Family::office) continue;
      append_fields(structures, own, shared);
      for (const FieldInfo& field : words_.fields(own)) {  // a path must tell them apart
        if (words_.is_step(field.name))
          structures.fail({"vocabulary-step-and-field", {words_.text(field.name)}});
      }
    }
  }

  void append_fields(const YamlReader& in, StructureId to, StructureId from) {
    std::vector<FieldInfo>& fields = words_.structures_[static_cast<std::size_t>(to)].fields;
    for (const FieldInfo& field : words_.fields(from)) {
      const bool twice =
          std::any_of(fields.begin(), fields.end(), [&](const FieldInfo& f) { return f.name == field.name; });
      if (twice) in.fail({"duplicate-key", {words_.text(field.name)}});
      fields.push_back(field);
    }
  }

  void name_words() {
    const auto name = [&](Word word, const Names& names) {
      Names& known = words_.names_[static_cast<std::size_t>(word)];
      if (known == Names{}) known = names;
    };
    for (const Vocabulary::List& list : words_.lists_) {
      for (std::size_t i = 0; i < list.words.size(); ++i) name(list.words[i], list.names[i]);
    }
    for (const auto& [word, names] : field_names_) name(word, names);
  }

  void index() {
    for (Vocabulary::List& list : words_.lists_) {
      list.by_word.assign(words_.size(), 0);
      for (std::size_t i = 0; i < list.words.size(); ++i) {
        list.by_word[static_cast<std::size_t>(list.words[i])] = static_cast<std::uint16_t>(i + 1);
      }
    }
    for (Vocabulary::Structure& structure : words_.structures_) {
      structure.by_name.assign(words_.size(), 0);
      for (std::size_t i = 0; i < structure.fields.size(); ++i) {
        structure.by_name[static_cast<std::size_t>(structure.fields[i].name)] =
            static_cast<std::uint16_t>(i + 1);
      }
    }
  }

  Vocabulary& words_;
  std::vector<std::pair<Word, Names>> field_names_;
};

Vocabulary Vocabulary::read(std::string_view text, const std::string& file) {
  const auto trees = read_yaml_trees(text, file);
  if (!trees.errors.empty()) throw InputError{trees.errors.front()};
  if (trees.value.size() != 1) throw InputError{{file, {}, {"expected-map", {}}}};
  Vocabulary vocabulary;
  VocabularyReader{vocabulary}.read(YamlReader{trees.value.front(), file});
  return vocabulary;
}

std::optional<Word> Vocabulary::find(std::string_view text) const {
  const auto found = index_.find(text);
  if (found == index_.end() || found->second == no_word) return std::nullopt;
  return found->second;
}

bool Vocabulary::is_step(Word word) const { return is_step_[static_cast<std::size_t>(word)]; }

std::optional<WordList> Vocabulary::list(std::string_view name) const {
  for (std::size_t i = 0; i < lists_.size(); ++i) {
    if (lists_[i].name == name) return static_cast<WordList>(i);
  }
  return std::nullopt;
}

bool Vocabulary::contains(WordList list, Word word) const {
  return at(list).by_word[static_cast<std::size_t>(word)] != 0;
}

const Names& Vocabulary::names(WordList list, Word word) const {
  const std::size_t number = at(list).by_word[static_cast<std::size_t>(word)];
  return number == 0 ? names(word) : at(list).names[number - 1];
}

std::optional<StructureId> Vocabulary::structure(std::string_view name) const {
  for (std::size_t i = 0; i < structures_.size(); ++i) {
    if (structures_[i].name == name) return static_cast<StructureId>(i);
  }
  return std::nullopt;
}

const FieldInfo* Vocabulary::field(StructureId structure, Word name) const {
  const std::size_t number = at(structure).by_name[static_cast<std::size_t>(name)];
  return number == 0 ? nullptr : &at(structure).fields[number - 1];
}

std::string to_text(const FieldType& type, const Vocabulary& vocabulary) {
  std::string text = type.list ? "list of " : "";
  if (type.holds == Holds::structure) return text + vocabulary.name(type.structure);
  text += name_of(type.holds);
  if (type.holds == Holds::word || type.holds == Holds::word_or_text)
    text += ' ' + vocabulary.name(type.words);
  if (type.family) text += ' ' + std::string{to_text(*type.family)};
  return text;
}

const Vocabulary& vocabulary() {
  static const Vocabulary shipped = Vocabulary::read(embedded_vocabulary(), "vocabulary.yaml");
  return shipped;
}

Word known_word(std::string_view text) {
  if (const auto word = vocabulary().find(text)) return *word;
  throw std::logic_error{"vocabulary.yaml lacks " + std::string{text}};
}

}  // namespace reglament
