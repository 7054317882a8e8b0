// The vocabulary as people read it: the tables of reglament-records(5), and a list for the screen.
#pragma once

#include <string>
#include <string_view>

#include "reglament/records/vocabulary.hpp"

namespace reglament {

// The sections FIELDS, STEPS and WORDS of the manual page, in mdoc.
std::string vocabulary_manual(const Vocabulary& vocabulary);

// A table for the screen: each word with its name, in the language that `language` points to.
struct WordRow {
  std::string word;
  std::string type;  // of a field; of others empty
  std::string name;
};
using NameIn = std::string Names::*;
std::vector<WordRow> steps_table(const Vocabulary& vocabulary, NameIn language);
std::vector<WordRow> words_table(const Vocabulary& vocabulary, WordList list, NameIn language);
std::vector<WordRow> fields_table(const Vocabulary& vocabulary, StructureId structure, NameIn language);

}  // namespace reglament
