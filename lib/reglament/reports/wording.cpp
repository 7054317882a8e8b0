#include <type_traits>
#include <variant>

#include "reglament/findings/characters.hpp"
#include "reglament/reports/report.hpp"
#include "reglament/reports/words.hpp"

namespace reglament {

namespace {

// `reference-materials (3.3(1))`: a word of the vocabulary by its name, what follows it as it is.
std::string member_in_words(const std::string& member, Language language) {
  const std::size_t end = std::min(member.find(" ("), member.size());
  const auto word = vocabulary().find(member.substr(0, end));
  if (!word) return member;
  const std::string name = in_words(vocabulary().names(*word), language);
  return (name.empty() ? member.substr(0, end) : name) + member.substr(end);
}

// `2/3 of attendance.members`, as a rule writes a limit.
std::string limit_in_words(const std::string& limit, Language language) {
  const std::size_t of = limit.find(" of ");
  if (of == std::string::npos) return limit;
  return say(language, "fraction-of", {limit.substr(0, of), field_in_words(limit.substr(of + 4), language)});
}

class Words {
 public:
  Words(Language language, std::size_t most) : language_(language), most_(most) {}

  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(Day day) const { return to_text(day); }
  std::string operator()(const Moment& moment) const { return in_words(moment); }
  std::string operator()(const Span& span) const { return in_words(span, language_); }
  std::string operator()(const Lateness& lateness) const { return in_words(lateness, language_); }
  std::string operator()(const Period& period) const { return to_text(period); }
  std::string operator()(const Word& word) const { return in_words(vocabulary().names(word), language_); }
  std::string operator()(const Number& number) const { return in_words(number, language_); }
  std::string operator()(const Literal& literal) const { return say(language_, literal.text); }
  std::string operator()(const FieldName& field) const { return field_in_words(field.path, language_); }
  std::string operator()(const std::vector<Word>& words) const { return list(words, *this); }
  std::string operator()(const std::vector<RecordType>& types) const {
    return list(types, [this](const RecordType& type) { return in_words(type, language_); });
  }
  std::string operator()(const std::vector<std::string>& members) const {
    return list(members, [this](const std::string& member) { return member_in_words(member, language_); });
  }

 private:
  template <typename Member, typename InWords>
  std::string list(const std::vector<Member>& members, InWords member_in_words) const {
    std::vector<std::string> parts;
    for (const Member& member : members) parts.push_back(member_in_words(member));
    return list_in_words(parts, language_, most_);
  }

  Language language_;
  std::size_t most_;
};

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
  constexpr std::size_t limit_place = 4;  // of `required-number`
  std::vector<std::string> arguments;
  for (const Argument& argument : statement.arguments) {
    std::string text = std::visit(Words{language, most}, argument);
    const bool limit = statement.key == "required-number" && arguments.size() == limit_place;
    arguments.push_back(visible(limit ? limit_in_words(text, language) : text));
  }
  return say(language, statement.key, arguments);
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
