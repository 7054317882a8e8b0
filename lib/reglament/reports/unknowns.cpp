#include "reglament/reports/unknowns.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "reglament/findings/characters.hpp"
#include "reglament/reports/report.hpp"
#include "reglament/reports/words.hpp"

namespace reglament {

namespace {

constexpr std::size_t most_sections = 4;
constexpr std::size_t most_lines = 8;

// The part of a clause that a reader looks up: "6.6 para 2" and "6.6(1)" are in 6.6.
std::string section_of(std::string_view clause) {
  constexpr std::array<std::string_view, 8> finer{"(",    " para", " point",  " dash",
                                                  " box", " item", " bullet", " step"};
  std::size_t end = clause.size();
  for (const std::string_view word : finer) end = std::min(end, clause.find(word));
  return std::string{clause.substr(0, end)};
}

template <typename T>
void add_once(std::vector<T>& list, const T& value) {
  if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

struct OpenType {
  RecordType type;
  std::size_t records = 0;  // the most that one rule left open: rules on the same records are not added up
};

// Everything that one field, or one reason, of one pack left open.
struct OpenField {
  const Unknown* first = nullptr;
  std::string reason;
  std::vector<std::string> rules;
  std::vector<std::string> sections;
  std::vector<OpenType> types;

  bool takes(const Unknown& unknown, const std::string& its_reason) const {
    return first->rule->pack == unknown.rule->pack && first->field == unknown.field && reason == its_reason &&
           first->field_is_held == unknown.field_is_held;
  }

  void add(const Unknown& unknown) {
    add_once(rules, unknown.rule->id);
    for (const std::string& clause : unknown.rule->clauses) add_once(sections, section_of(clause));
    if (!unknown.family) return;
    const RecordType type{*unknown.family, unknown.type};
    auto found =
        std::find_if(types.begin(), types.end(), [&](const OpenType& open) { return open.type == type; });
    if (found == types.end()) found = types.insert(types.end(), {type, 0});
    found->records = std::max(found->records, unknown.records);
  }
};

std::vector<OpenField> gather(const std::vector<Unknown>& unknowns, Language language) {
  std::vector<OpenField> fields;
  for (const Unknown& unknown : unknowns) {
    const std::string reason = unknown.reason ? wording(*unknown.reason, language) : "";
    auto found = std::find_if(fields.begin(), fields.end(),
                              [&](const OpenField& open) { return open.takes(unknown, reason); });
    if (found == fields.end()) found = fields.insert(fields.end(), {&unknown, reason, {}, {}, {}});
    found->add(unknown);
  }
  return fields;
}

std::string types_in_words(const OpenField& open, Language language) {
  std::vector<std::string> names;
  for (const OpenType& type : open.types) names.push_back(in_words(type.type, language));
  return list_in_words(names, language, names.size());
}

std::size_t records_of(const OpenField& open) {
  std::size_t records = 0;
  for (const OpenType& type : open.types) records += type.records;
  return records;
}

std::string sections_in_words(const OpenField& open, bool with_pack, Language language) {
  std::vector<std::string> sections;
  for (const std::string& section : open.sections) sections.push_back(clause_in_words(section, language));
  const std::string text = list_in_words(sections, language, most_sections);
  return with_pack ? text + " (" + open.first->rule->pack + ")" : text;
}

std::string line_of(const OpenField& open, bool with_pack, Language language) {
  const std::string types = types_in_words(open, language);
  const std::string rules = quantity(language, static_cast<std::int64_t>(open.rules.size()), Counted::rule);
  const std::string sections = sections_in_words(open, with_pack, language);
  if (open.first->field.empty())
    return say(language, "unknown-reason", {open.reason, types, rules, sections});
  const std::string field = field_with_name(open.first->field, language);
  const std::string records =
      quantity(language, static_cast<std::int64_t>(records_of(open)), Counted::record);
  const char* const key = open.first->field_is_held ? "unknown-field-in-some" : "unknown-field";
  return say(language, key, {types, field, rules, sections, records});
}

// The fields of `rest` in one line, by name alone.
std::string line_of(std::span<const OpenField> rest, Language language) {
  std::vector<std::string> fields;
  std::vector<std::string> rules;
  for (const OpenField& open : rest) {
    const std::string& field = open.first->field;
    add_once(fields, field.empty() ? open.reason : field_in_quotes(field, language));
    for (const std::string& rule : open.rules) add_once(rules, open.first->rule->pack + "/" + rule);
  }
  return say(language, "unknown-others",
             {list_in_words(fields, language, fields.size()),
              quantity(language, static_cast<std::int64_t>(rules.size()), Counted::rule)});
}

}  // namespace

std::vector<std::string> unknowns_in_words(const std::vector<Unknown>& unknowns, bool with_pack,
                                           bool one_by_one, Language language) {
  std::vector<OpenField> fields = gather(unknowns, language);
  std::stable_sort(fields.begin(), fields.end(),
                   [](const OpenField& a, const OpenField& b) { return a.rules.size() > b.rules.size(); });
  const bool share = !one_by_one && fields.size() > most_lines;
  const std::size_t alone = share ? most_lines - 1 : fields.size();
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < alone; ++i) lines.push_back(line_of(fields[i], with_pack, language));
  if (share) lines.push_back(line_of(std::span{fields}.subspan(alone), language));
  return lines;
}

}  // namespace reglament
