#include "reglament/reports/record_words.hpp"

#include <algorithm>
#include <vector>

#include "reglament/reports/words.hpp"

namespace reglament {

namespace {

constexpr std::size_t most_told = 6;  // members of a list

struct KnownWords {
  Word date = known_word("date");
  Word role = known_word("role");
  Word steps = known_word("steps");
  Word places = known_word("places");
  Word stops = known_word("stops");
};

const KnownWords& known() {
  static const KnownWords words;
  return words;
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : std::string{between}) + part;
  return text;
}

class Teller {
 public:
  Teller(const Record& record, const Register& offices, std::span<const Record> others, Language language)
      : record_(record), offices_(offices), others_(others), language_(language) {}

  std::string tell() const {
    std::vector<std::string> parts{head(record_)};
    record_.root().for_each([&](const CellView& field) {
      const Word name = field.cell().name;
      if (name == known().date || is_restated(field)) return;
      if (name == known().steps) {
        field.for_each([&](const CellView& step) { parts.push_back(step_in_words(step)); });
      } else {
        parts.push_back(field_of(vocabulary().structure(record_.family), field));
      }
    });
    return joined(parts, "; ");
  }

 private:
  std::string head(const Record& record) const {
    std::string type = in_words(RecordType{record.family, record.type}, language_);
    const auto date = record.field(known().date);
    if (!date || date->kind() != Cell::Kind::moment) return type;
    return type + ", " + in_words(date->moment());
  }

  // The role of an office is its type; the reader of records makes stops out of the places where the file tells none.
  bool is_restated(const CellView& field) const {
    if (record_.family == Family::office && field.cell().name == known().role) return true;
    if (field.cell().name != known().stops) return false;
    const auto places = record_.field(known().places);
    return places && places->mark() == field.mark();
  }

  std::string step_in_words(const CellView& step) const {
    const std::string name = in_words(vocabulary().names(step.cell().name), language_);
    std::vector<std::string> entries;
    const auto add = [&](const CellView& entry) {
      entries.push_back(entry.kind() == Cell::Kind::map ? item_of(vocabulary().step_structure(), entry)
                                                        : value_of({}, entry));
    };
    if (step.kind() == Cell::Kind::list) {
      step.for_each(add);
    } else {
      add(step);
    }
    return name + " " + joined(entries, ", ");
  }

  // "named: value"
  std::string field_of(StructureId structure, const CellView& field) const {
    const FieldInfo* const info = vocabulary().field(structure, field.cell().name);
    if (info == nullptr) return vocabulary().text(field.cell().name);
    const std::string values = values_of(info->type, field);
    return in_words(info->names, language_) + (values.starts_with('(') ? " " : ": ") + values;
  }

  std::string values_of(const FieldType& type, const CellView& field) const {
    if (field.kind() != Cell::Kind::list) return value_of(type, field);
    std::vector<std::string> values;
    field.for_each([&](const CellView& item) { values.push_back(value_of(type, item)); });
    return values.empty() ? "—" : list_in_words(values, language_, most_told);
  }

  std::string value_of(const FieldType& type, const CellView& value) const {
    switch (value.kind()) {
      case Cell::Kind::yes_no: return say(language_, value.yes() ? "words-yes" : "words-no");
      case Cell::Kind::number: return in_words(value.number(), language_);
      case Cell::Kind::text: return std::string{value.text()};
      case Cell::Kind::word: return word_of(type, value.word());
      case Cell::Kind::moment: return in_words(value.moment());
      case Cell::Kind::time: return time_of_day_to_text(value.minutes());
      case Cell::Kind::period: return in_words(value.period(), language_);
      case Cell::Kind::office: return office_of(offices_[value.office()]);
      case Cell::Kind::body: return in_words(offices_[value.body()].names, language_);
      case Cell::Kind::link: return linked(value.text());
      case Cell::Kind::list: return values_of(type, value);
      case Cell::Kind::map: return type.list ? item_of(type.structure, value) : map_of(type.structure, value);
    }
    return {};
  }

  // "(named: value, named: value)"
  std::string map_of(StructureId structure, const CellView& map, Word but = no_word) const {
    std::vector<std::string> fields;
    map.for_each([&](const CellView& field) {
      if (field.cell().name != but) fields.push_back(field_of(structure, field));
    });
    return fields.empty() ? "" : "(" + joined(fields, ", ") + ")";
  }

  // "value (named: value)": the key of an item, its first field, needs no name. A day does, but for that of a step or entry.
  std::string item_of(StructureId structure, const CellView& map) const {
    const FieldInfo& key = vocabulary().fields(structure).front();
    const auto first = map.find(key.name);
    if (!first || key.type.holds == Holds::date || key.type.holds == Holds::number)
      return map_of(structure, map);
    const std::string rest = map_of(structure, map, key.name);
    return values_of(key.type, *first) + (rest.empty() ? "" : " " + rest);
  }

  std::string word_of(const FieldType& type, Word word) const {
    const bool has_list = type.holds == Holds::word || type.holds == Holds::word_or_text;
    const Names& names = has_list ? vocabulary().names(type.words, word) : vocabulary().names(word);
    const std::string name = in_words(names, language_);
    return name.empty() ? vocabulary().text(word) : name;
  }

  // By its role, with the id where there are several of that role.
  std::string office_of(const Office& office) const {
    if (office.role == no_word || office.record.cells.empty()) return office.id;
    const std::string role = in_words(RecordType{Family::office, office.role}, language_);
    const std::vector<Office>& all = offices_.offices();
    const auto of_role =
        std::count_if(all.begin(), all.end(), [&](const Office& other) { return other.role == office.role; });
    return of_role == 1 ? role : role + " (" + office.id + ")";
  }

  std::string linked(std::string_view id) const {
    const auto other =
        std::find_if(others_.begin(), others_.end(), [&](const Record& each) { return each.id == id; });
    return other == others_.end() ? std::string{id} : head(*other);
  }

  const Record& record_;
  const Register& offices_;
  std::span<const Record> others_;
  Language language_;
};

}  // namespace

std::string record_in_words(const Record& record, const Register& offices, std::span<const Record> others,
                            Language language) {
  return Teller{record, offices, others, language}.tell();
}

}  // namespace reglament
