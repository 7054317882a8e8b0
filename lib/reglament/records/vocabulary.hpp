// What a record may say: the words, steps and fields of vocabulary.yaml, interned.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "reglament/yaml/diagnostic.hpp"

namespace reglament {

// An interned name: a field, a step, or a word of a list. `no_word` is none of them.
enum class Word : std::uint16_t {};
inline constexpr Word no_word{0};

enum class Family : std::uint8_t { meeting, visit, assignment, office, body };
inline constexpr std::size_t family_count = 5;
std::string_view to_text(Family family);
std::optional<Family> parse_family(std::string_view text);  // "meeting" ... "body"

enum class WordList : std::uint16_t {};
enum class StructureId : std::uint16_t {};

// What a field holds.
enum class Holds : std::uint8_t {
  yes_no,
  number,
  text,
  date,
  moment,
  time,
  period,
  year,
  moment_or_period,  // a day, or the month, quarter ... it lies in
  word,              // one of a list
  word_or_text,      // one of a list, or free text
  office,            // an office's id, or a role that stands for one
  body,              // a body's id
  record,            // the id of another record
  structure          // a map
};

struct FieldType {
  Holds holds = Holds::text;
  bool list = false;             // a list of these; a single value stands for a list of one
  WordList words{};              // of word, word_or_text
  StructureId structure{};       // of structure
  std::optional<Family> family;  // of record: the family that the link leads to, none: any
};

struct Names {
  std::string kk;
  std::string ru;
  std::string en;
  friend bool operator==(const Names&, const Names&) = default;
};

struct FieldInfo {
  Word name{};
  FieldType type;
  bool absent_is_unknown = false;  // else its absence means no
  Names names;                     // of the field in this structure; the same name may mean more elsewhere
};

class Vocabulary {
 public:
  // Errors    InputError for a file that breaks the format described in reglament-records(5).
  static Vocabulary read(std::string_view text, const std::string& file);

  std::optional<Word> find(std::string_view text) const;
  const std::string& text(Word word) const { return texts_[static_cast<std::size_t>(word)]; }
  // Of a step, else of a word as the first list that has it calls it, else of a field as the first structure does.
  const Names& names(Word word) const { return names_[static_cast<std::size_t>(word)]; }
  // Of a word in this list: `apparatus` is a type of meeting and a kind of body.
  const Names& names(WordList list, Word word) const;
  std::size_t size() const { return texts_.size(); }

  bool is_step(Word word) const;
  const std::vector<Word>& steps() const { return steps_; }

  std::optional<WordList> list(std::string_view name) const;  // "role", "document" ...
  const std::string& name(WordList list) const { return at(list).name; }
  const std::vector<Word>& words(WordList list) const { return at(list).words; }
  bool contains(WordList list, Word word) const;
  std::size_t list_count() const { return lists_.size(); }
  // The types of a family: words of meeting-type, visit-type, assignment-type; roles for office, kinds for body.
  WordList types(Family family) const { return types_[static_cast<std::size_t>(family)]; }

  std::optional<StructureId> structure(std::string_view name) const;
  // With the fields that all records share, behind the family's own.
  StructureId structure(Family family) const { return family_structures_[static_cast<std::size_t>(family)]; }
  // What an entry of a step holds; `date` is the first of its fields.
  StructureId step_structure() const { return step_structure_; }
  const std::string& name(StructureId structure) const { return at(structure).name; }
  const std::vector<FieldInfo>& fields(StructureId structure) const { return at(structure).fields; }
  const FieldInfo* field(StructureId structure, Word name) const;
  std::size_t structure_count() const { return structures_.size(); }

 private:
  struct List {
    std::string name;
    std::vector<Word> words;
    std::vector<Names> names;            // of each of `words`
    std::vector<std::uint16_t> by_word;  // by word: its number in `words` and 1, or 0
  };
  struct Structure {
    std::string name;
    std::vector<FieldInfo> fields;
    std::vector<std::uint16_t> by_name;  // by word: number of its field and 1, or 0
  };
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  friend class VocabularyReader;

  const List& at(WordList list) const { return lists_[static_cast<std::size_t>(list)]; }
  const Structure& at(StructureId structure) const {
    return structures_[static_cast<std::size_t>(structure)];
  }

  std::vector<std::string> texts_;
  std::vector<Names> names_;
  std::unordered_map<std::string, Word, TextHash, std::equal_to<>> index_;
  std::vector<Word> steps_;
  std::vector<bool> is_step_;
  std::vector<List> lists_;
  std::vector<Structure> structures_;
  std::array<WordList, family_count> types_{};
  std::array<StructureId, family_count> family_structures_{};
  StructureId step_structure_{};
};

// As the file writes it: "list of word-or-text topic".
std::string to_text(const FieldType& type, const Vocabulary& vocabulary);

// The vocabulary that the program ships; read once.
const Vocabulary& vocabulary();

// A word that the source code itself names; throws std::logic_error when vocabulary.yaml lacks it.
Word known_word(std::string_view text);

}  // namespace reglament
