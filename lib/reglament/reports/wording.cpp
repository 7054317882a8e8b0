#include <algorithm>
#include <variant>

#include "reglament/findings/characters.hpp"
#include "reglament/reports/report.hpp"
#include "reglament/reports/words.hpp"

namespace reglament {

namespace {

// `2/3 of attendance.members`, as a rule writes a limit.
std::string limit_in_words(const std::string& limit, Language language) {
  const std::size_t of = limit.find(" of ");
  if (of == std::string::npos) return limit;
  return say(language, "fraction-of", {limit.substr(0, of), field_in_words(limit.substr(of + 4), language)});
}

class Words {
 public:
  // `run` names bodies and offices; null: they stay as they are written.
  Words(const Run* run, Language language, std::size_t most) : run_(run), language_(language), most_(most) {}

  std::string operator()(const std::string& text) const { return party(text).value_or(text); }
  std::string operator()(Day day) const { return to_text(day); }
  std::string operator()(const Moment& moment) const { return in_words(moment); }
  std::string operator()(const Span& span) const { return in_words(span, language_); }
  std::string operator()(const Lateness& lateness) const { return in_words(lateness, language_); }
  std::string operator()(const Period& period) const { return in_words(period, language_); }
  std::string operator()(const Word& word) const { return in_words(vocabulary().names(word), language_); }
  std::string operator()(const Number& number) const { return in_words(number, language_); }
  std::string operator()(const Literal& literal) const { return say(language_, literal.text); }
  std::string operator()(const FieldName& field) const { return field_in_words(field.path, language_); }
  std::string operator()(const std::vector<FieldName>& fields) const { return list(fields, *this); }
  std::string operator()(const std::vector<Word>& words) const { return list(words, *this); }
  std::string operator()(const std::vector<RecordType>& types) const {
    return list(types, [this](const RecordType& type) { return in_words(type, language_); });
  }
  std::string operator()(const std::vector<std::string>& members) const {
    return list(members, [this](const std::string& text) { return member(text); });
  }

 private:
  std::optional<std::string> party(const std::string& id) const {
    return run_ == nullptr ? std::nullopt : party_in_words(*run_, id, language_);
  }

  // `reference-materials (3.3(1))`: a body, an office or a word by its name, and the clause that asks for it.
  std::string member(const std::string& text) const {
    const std::size_t end = std::min(text.find(" ("), text.size());
    const std::string id = text.substr(0, end);
    const std::string rest = text.substr(end);
    const bool has_clause = rest.size() > 3 && rest.ends_with(')');
    const std::string clause =
        has_clause ? " (" + clause_in_words(rest.substr(2, rest.size() - 3), language_) + ")" : rest;
    if (const auto known = party(id)) return *known + clause;
    const auto word = vocabulary().find(id);
    const std::string name = word ? in_words(vocabulary().names(*word), language_) : "";
    return (name.empty() ? id : name) + clause;
  }

  template <typename Member, typename InWords>
  std::string list(const std::vector<Member>& members, InWords in_words_of) const {
    std::vector<std::string> parts;
    for (const Member& each : members) parts.push_back(in_words_of(each));
    return list_in_words(parts, language_, most_);
  }

  const Run* run_;
  Language language_;
  std::size_t most_;
};

std::string sentence(const Statement& statement, const Words& words, Language language) {
  constexpr std::size_t limit_place = 4;  // of `required-number`
  std::vector<std::string> arguments;
  for (const Argument& argument : statement.arguments) {
    std::string text = std::visit(words, argument);
    const bool limit = statement.key == "required-number" && arguments.size() == limit_place;
    arguments.push_back(visible(limit ? limit_in_words(text, language) : text));
  }
  return say(language, statement.key, arguments);
}

std::string place(const Diagnostic& diagnostic) {
  std::string place = visible(diagnostic.file);
  if (place.empty()) return place;
  if (diagnostic.mark.line > 0) {
    place += ':' + std::to_string(diagnostic.mark.line) + ':' + std::to_string(diagnostic.mark.column);
  }
  return place + ": ";
}

}  // namespace

std::string wording(const Statement& statement, Language language, std::size_t most) {
  return sentence(statement, Words{nullptr, language, most}, language);
}

std::string wording(const Statement& statement, const Run& run, Language language, std::size_t most) {
  return sentence(statement, Words{&run, language, most}, language);
}

std::string message_of(const Finding& finding, const Run& run, Language language, std::size_t most) {
  std::string text;
  if (!finding.item.empty() && finding.record) text = visible(item_in_words(finding.item, language)) + ": ";
  if (!finding.statements.empty()) return text + wording(finding.statements.front(), run, language, most);
  return text + say(language, "outcome-" + std::string{to_text(finding.outcome)});
}

std::string wording(const Message& message, Language language) {
  std::vector<std::string> arguments;
  for (const std::string& argument : message.arguments) arguments.push_back(visible(argument));
  return say(language, message.key, arguments);
}

std::string wording(const Diagnostic& diagnostic, Language language) {
  return place(diagnostic) + say(language, "diagnostic-error") + ": " + wording(diagnostic.message, language);
}

}  // namespace reglament
