#include "reglament/records/vocabulary_page.hpp"

#include <vector>

namespace reglament {

namespace {

// Text of a manual page: a line that begins with a dot or an apostrophe would be a command.
std::string escaped(std::string_view text) {
  std::string mdoc;
  if (text.starts_with('.') || text.starts_with('\'')) mdoc += "\\&";
  for (const char c : text) mdoc += c == '\\' ? std::string{"\\e"} : std::string{c};
  return mdoc;
}

std::string names_line(const Names& names) {
  return escaped(names.en) + " \\(bu " + escaped(names.ru) + " \\(bu " + escaped(names.kk) + '\n';
}

std::string heading(std::string_view command, std::string_view text) {
  return '.' + std::string{command} + ' ' + std::string{text} + '\n';
}

std::string item(std::string_view word, std::string_view type, const Names& names) {
  const std::string pair = type.empty() ? "" : " Pq " + std::string{type};
  return ".It Cm " + std::string{word} + pair + '\n' + names_line(names);
}

constexpr std::string_view list_begin = ".Bl -tag -width Ds -compact\n";
constexpr std::string_view list_end = ".El\n";

// How a field is told in the manual: an absence that tells nothing is marked.
std::string type_of(const FieldInfo& field, const Vocabulary& vocabulary) {
  return to_text(field.type, vocabulary) + (field.absent_is_unknown ? ", if absent unknown" : "");
}

std::string fields_manual(const Vocabulary& vocabulary) {
  std::string page = heading("Sh", "FIELDS");
  page +=
      "The fields of each map, with what they hold and their names in English, Russian and Kazakh.\n"
      "Where a field is absent the answer is no; where it says\n"
      ".Dq if absent unknown\n"
      "the record does not tell.\n"
      "Meetings, visits and assignments have the fields of\n"
      ".Cm record\n"
      "besides their own.\n";
  const StructureId shared = vocabulary.structure("record").value();
  for (std::size_t i = 0; i < vocabulary.structure_count(); ++i) {
    const auto structure = static_cast<StructureId>(i);
    const auto family = parse_family(vocabulary.name(structure));
    const bool shares = family && *family < Family::office;
    page += heading("Ss", vocabulary.name(structure)) + std::string{list_begin};
    for (const FieldInfo& field : vocabulary.fields(structure)) {
      if (shares && vocabulary.field(shared, field.name) != nullptr) continue;
      page += item(vocabulary.text(field.name), type_of(field, vocabulary), field.names);
    }
    page += list_end;
  }
  return page;
}

std::string steps_manual(const Vocabulary& vocabulary) {
  std::string page = heading("Sh", "STEPS");
  page += "Dated happenings, under\n.Cm steps\nof any record.\n" + std::string{list_begin};
  for (const Word step : vocabulary.steps()) page += item(vocabulary.text(step), "", vocabulary.names(step));
  return page + std::string{list_end};
}

std::string words_manual(const Vocabulary& vocabulary) {
  std::string page = heading("Sh", "WORDS");
  page += "The closed lists of words.\n";
  for (std::size_t i = 0; i < vocabulary.list_count(); ++i) {
    const auto list = static_cast<WordList>(i);
    page += heading("Ss", vocabulary.name(list)) + std::string{list_begin};
    for (const Word word : vocabulary.words(list))
      page += item(vocabulary.text(word), "", vocabulary.names(list, word));
    page += list_end;
  }
  return page;
}

}  // namespace

std::string vocabulary_manual(const Vocabulary& vocabulary) {
  return fields_manual(vocabulary) + steps_manual(vocabulary) + words_manual(vocabulary);
}

std::vector<WordRow> steps_table(const Vocabulary& vocabulary, NameIn language) {
  std::vector<WordRow> rows;
  for (const Word step : vocabulary.steps())
    rows.push_back({vocabulary.text(step), "", vocabulary.names(step).*language});
  return rows;
}

std::vector<WordRow> words_table(const Vocabulary& vocabulary, WordList list, NameIn language) {
  std::vector<WordRow> rows;
  for (const Word word : vocabulary.words(list)) {
    rows.push_back({vocabulary.text(word), "", vocabulary.names(list, word).*language});
  }
  return rows;
}

std::vector<WordRow> fields_table(const Vocabulary& vocabulary, StructureId structure, NameIn language) {
  std::vector<WordRow> rows;
  for (const FieldInfo& field : vocabulary.fields(structure)) {
    rows.push_back({vocabulary.text(field.name), to_text(field.type, vocabulary), field.names.*language});
  }
  return rows;
}

}  // namespace reglament
