#include "reglament/reports/words.hpp"

#include <algorithm>
#include <optional>

namespace reglament {

namespace {

std::vector<std::string> split(std::string_view text, char between) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(between), text.size());
    if (end > 0) parts.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

// The field that `path` leads to from `structure`, if it does so within the structures of one record.
const FieldInfo* field_from(StructureId structure, const std::vector<std::string>& path) {
  const FieldInfo* field = nullptr;
  for (const std::string& part : path) {
    const auto word = vocabulary().find(part);
    const bool inside = field == nullptr || field->type.holds == Holds::structure;
    if (!word || !inside) return nullptr;
    field = vocabulary().field(field == nullptr ? structure : field->type.structure, *word);
    if (field == nullptr) return nullptr;
  }
  return field;
}

std::optional<Names> names_of(std::string_view path) {
  const std::vector<std::string> parts = split(path, '.');
  if (parts.empty()) return std::nullopt;
  for (std::size_t family = 0; family < family_count; ++family) {
    const FieldInfo* const field = field_from(vocabulary().structure(static_cast<Family>(family)), parts);
    if (field != nullptr) return field->names;
  }
  const auto word = vocabulary().find(parts.back());
  if (!word || vocabulary().names(*word).en.empty()) return std::nullopt;
  return vocabulary().names(*word);
}

std::string day_of_month(Day day) { return std::to_string(static_cast<unsigned>(civil(day).day())); }

bool is_number_alone(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_number(std::string_view token) { return !token.empty() && token[0] >= '0' && token[0] <= '9'; }

std::string key_of_words(const std::vector<std::string>& tokens, std::size_t first, std::size_t count) {
  std::string key = "clause-word";
  for (std::size_t i = first; i < first + count; ++i) key += "-" + tokens[i];
  return key;
}

// How many of the tokens from `first` on are together the name of a part that has no number; 0: they are none.
std::size_t words_of_a_name(const std::vector<std::string>& tokens, std::size_t first) {
  for (std::size_t count = tokens.size() - first; count > 0; --count) {
    if (has_sentence(key_of_words(tokens, first, count))) return count;
  }
  return 0;
}

// The parts of a clause, each in words; none when one of them is a word that the table lacks.
std::optional<std::vector<std::string>> clause_parts(std::vector<std::string> tokens, Language language) {
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    std::string& token = tokens[i];
    if (token.ends_with(',')) token.pop_back();
    if (token.starts_with('(') && !parts.empty()) {
      parts.back() += ' ' + token;
      continue;
    }
    if (const std::size_t words = words_of_a_name(tokens, i); words > 0) {
      parts.push_back(say(language, key_of_words(tokens, i, words)));
      i += words - 1;
      continue;
    }
    const bool numbered = is_number(token);
    const std::string key = numbered ? "clause-number" : "clause-" + token;
    if (!numbered && (i + 1 == tokens.size() || !has_sentence(key))) return std::nullopt;
    if (!numbered) ++i;
    if (tokens[i].ends_with(',')) tokens[i].pop_back();
    parts.push_back(say(language, key, {tokens[i]}));
  }
  return parts;
}

std::string join(const std::vector<std::string>& parts, std::string_view between) {
  std::string joined;
  for (const std::string& part : parts) {
    if (!joined.empty()) joined += between;
    joined += part;
  }
  return joined;
}

}  // namespace

std::string in_words(const Names& names, Language language) {
  switch (language) {
    case Language::kk: return names.kk;
    case Language::ru: return names.ru;
    case Language::en: return names.en;
  }
  return names.en;
}

std::string in_words(const RecordType& type, Language language) {
  if (type.type == no_word) return say(language, "family-" + std::string{to_text(type.family)});
  return in_words(vocabulary().names(vocabulary().types(type.family), type.type), language);
}

std::string in_words(const Number& number, Language language) {
  std::string text = to_text(number);
  if (language != Language::en) std::replace(text.begin(), text.end(), '.', ',');
  return text;
}

std::string in_words(const Moment& moment) {
  return to_text(moment.day) + (moment.has_time() ? " " + time_of_day_to_text(moment.minute) : "");
}

std::string in_words(const Lateness& lateness, Language language) {
  return delay(language, lateness.value, static_cast<Counted>(lateness.unit));
}

std::string in_words(const Span& span, Language language) {
  return quantity(language, span.count, static_cast<Counted>(span.unit));
}

std::string in_words(const Period& period, Language language) {
  if (period.unit != PeriodUnit::week) return to_text(period);
  return to_text(period) + " (" + range_in_words({period.first, period.last}, language) + ")";
}

std::string field_in_words(std::string_view path, Language language) {
  std::string anchor = "anchor-" + std::string{path};
  std::replace(anchor.begin(), anchor.end(), ' ', '-');
  if (has_sentence(anchor)) return say(language, anchor);
  if (path.starts_with("first ")) return say(language, "anchor-first", {field_in_words(path.substr(6), language)});
  // Who did a step, to whom, how: told with the step.
  const std::vector<std::string> parts = split(path, '.');
  const auto step = parts.size() == 2 ? vocabulary().find(parts.front()) : std::nullopt;
  if (step && vocabulary().is_step(*step)) {
    const auto structure = vocabulary().structure("step");
    const auto part = vocabulary().find(parts.back());
    const FieldInfo* const field = structure && part ? vocabulary().field(*structure, *part) : nullptr;
    if (field != nullptr)
      return in_words(vocabulary().names(*step), language) + " (" + in_words(field->names, language) + ")";
  }
  const auto names = names_of(path);
  return names ? in_words(*names, language) : std::string{path};
}

std::string key_in_words(std::string_view key, Language language) {
  return language == Language::en ? '`' + std::string{key} + '`' : "«" + std::string{key} + "»";
}

std::string field_in_quotes(std::string_view path, Language language) {
  const auto names = names_of(path);
  if (language == Language::en || !names) return key_in_words(path, language);
  return key_in_words(in_words(*names, language), language);
}

std::string field_with_name(std::string_view path, Language language) {
  const bool key_alone = language == Language::en || !names_of(path);
  return field_in_quotes(path, language) + (key_alone ? "" : " (" + std::string{path} + ")");
}

std::string clause_in_words(std::string_view clause, Language language) {
  if (language == Language::en) return std::string{clause};
  const auto parts = clause_parts(split(clause, ' '), language);
  return parts ? join(*parts, ", ") : std::string{clause};
}

std::string clauses_in_words(const std::vector<std::string>& clauses, Language language) {
  std::vector<std::string> all;
  for (const std::string& clause : clauses) all.push_back(clause_in_words(clause, language));
  return join(all, "; ");
}

std::string item_in_words(std::string_view item, Language language) {
  const std::size_t hash = item.find('#');
  if (hash == std::string_view::npos) return std::string{item};
  const std::string_view list = item.substr(0, hash);
  const std::string number{item.substr(hash + 1)};
  if (list == "extensions") return say(language, "item-extension", {number});
  if (!is_number_alone(number)) return say(language, "item-named", {field_in_words(list, language), number});
  return say(language, "item-number", {field_in_words(list, language), number});
}

std::string office_in_words(const Run& run, const std::string& id, Language language) {
  if (const auto known = run.offices.find(id); known != run.offices.end()) {
    return in_words(RecordType{Family::office, known->second.role}, language) + " (" + id + ")";
  }
  const auto role = vocabulary().find(id);
  return role ? in_words(RecordType{Family::office, *role}, language) : id;
}

std::string body_in_words(const Run& run, const std::string& id, Language language) {
  const auto known = run.bodies.find(id);
  return known == run.bodies.end() ? id : in_words(known->second, language);
}

std::optional<std::string> party_in_words(const Run& run, const std::string& id, Language language) {
  if (run.bodies.contains(id)) return body_in_words(run, id, language);
  if (run.offices.contains(id)) return office_in_words(run, id, language);
  return std::nullopt;
}

std::string day_and_month(Day day, Language language) {
  return day_of_month(day) + " " + month_in_date(language, static_cast<unsigned>(civil(day).month()));
}

std::string range_in_words(const DayRange& range, Language language) {
  if (range.first == range.last) return day_and_month(range.first, language);
  if (civil(range.first).month() == civil(range.last).month()) {
    return day_of_month(range.first) + "–" + day_and_month(range.last, language);
  }
  return day_and_month(range.first, language) + " – " + day_and_month(range.last, language);
}

std::string day_with_weekday(Day day, Language language) {
  return to_text(day) + " (" + weekday_short(language, static_cast<unsigned>(iso_weekday(day))) + ")";
}

std::string list_in_words(const std::vector<std::string>& parts, Language language, std::size_t most) {
  if (parts.size() <= most) return join(parts, ", ");
  const std::vector<std::string> first(parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(most));
  return join(first, ", ") + ", " + say(language, "and-more", {std::to_string(parts.size() - most)});
}

}  // namespace reglament
