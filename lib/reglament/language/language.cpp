#include "reglament/language/language.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <vector>

namespace reglament {

namespace {

constexpr Sentence table[] = {
#include "calendar_sentences.inc"
#include "checks_sentences.inc"
#include "findings_sentences.inc"
#include "general_sentences.inc"
#include "records_sentences.inc"
#include "reports_sentences.inc"
#include "rules_sentences.inc"
#include "tools_sentences.inc"
#include "trials_sentences.inc"
#include "yaml_sentences.inc"
};

std::vector<const Sentence*> by_key() {
  std::vector<const Sentence*> index;
  for (const Sentence& sentence : table) index.push_back(&sentence);
  std::sort(index.begin(), index.end(), [](const Sentence* a, const Sentence* b) { return a->key < b->key; });
  return index;
}

const Sentence* find(std::string_view key) {
  static const std::vector<const Sentence*> index = by_key();
  const auto found =
      std::lower_bound(index.begin(), index.end(), key,
                       [](const Sentence* sentence, std::string_view k) { return sentence->key < k; });
  return found != index.end() && (*found)->key == key ? *found : nullptr;
}

// The digit of a place {0} ... {9} that begins at `i`.
std::optional<std::size_t> place_at(std::string_view pattern, std::size_t i) {
  if (i + 2 >= pattern.size() || pattern[i] != '{' || pattern[i + 2] != '}') return std::nullopt;
  const char digit = pattern[i + 1];
  return digit >= '0' && digit <= '9' ? std::optional{static_cast<std::size_t>(digit - '0')} : std::nullopt;
}

std::string fill(std::string_view pattern, std::span<const std::string> arguments) {
  std::string text;
  for (std::size_t i = 0; i < pattern.size();) {
    const auto place = place_at(pattern, i);
    if (!place) {
      text += pattern[i++];
      continue;
    }
    if (*place < arguments.size()) text += arguments[*place];
    i += 3;
  }
  return text;
}

std::string without_sentence(std::string_view key, std::span<const std::string> arguments) {
  std::string text{key};
  for (const std::string& argument : arguments) text += " " + argument;
  return text;
}

enum class Number : std::uint8_t { one, few, many };

Number russian_number(std::int64_t count) {
  const std::int64_t last_two = (count < 0 ? -count : count) % 100;
  const std::int64_t last = last_two % 10;
  if (last_two >= 11 && last_two <= 14) return Number::many;
  if (last == 1) return Number::one;
  return last >= 2 && last <= 4 ? Number::few : Number::many;
}

// Which of the forms between `|` the language takes for `count`.
std::size_t form_of(Language language, std::int64_t count) {
  switch (language) {
    case Language::kk: return 0;
    case Language::ru: return static_cast<std::size_t>(russian_number(count));
    case Language::en: return count == 1 || count == -1 ? 0 : 1;
  }
  return 0;
}

std::string_view form(std::string_view forms, std::size_t index) {
  for (; index > 0; --index) {
    const std::size_t bar = forms.find('|');
    if (bar == std::string_view::npos) return forms;
    forms.remove_prefix(bar + 1);
  }
  return forms.substr(0, forms.find('|'));
}

std::string count_with(Language language, std::string_view key, std::int64_t count) {
  const Sentence* const sentence = find(key);
  const std::string number = std::to_string(count);
  if (sentence == nullptr) return without_sentence(key, std::array{number});
  return fill(form(sentence->in(language), form_of(language, count)), std::array{number});
}

constexpr std::array<std::string_view, counted_count> counted_keys{
    "number-working-day", "number-day",    "number-week",    "number-month",
    "number-year",        "number-hour",   "number-rule",    "number-record",
    "number-violation",   "number-error",  "number-warning", "number-note",
    "number-file",        "number-office", "number-finding", "number-test"};

constexpr std::array<std::string_view, 6> delay_keys{"delay-working-day", "delay-day",  "delay-week",
                                                     "delay-month",       "delay-year", "delay-hour"};

std::string numbered(Language language, std::string_view family, unsigned number) {
  return say(language, std::string{family} + std::to_string(number));
}

}  // namespace

std::optional<Language> parse_language(std::string_view text) {
  if (text == "kk") return Language::kk;
  if (text == "ru") return Language::ru;
  if (text == "en") return Language::en;
  return std::nullopt;
}

std::string_view Sentence::in(Language language) const {
  switch (language) {
    case Language::kk: return kk;
    case Language::ru: return ru;
    case Language::en: return en;
  }
  return en;
}

std::span<const Sentence> all_sentences() { return table; }

bool has_sentence(std::string_view key) { return find(key) != nullptr; }

std::string say(Language language, std::string_view key, std::span<const std::string> arguments) {
  const Sentence* const sentence = find(key);
  return sentence == nullptr ? without_sentence(key, arguments) : fill(sentence->in(language), arguments);
}

std::string say(Language language, std::string_view key, std::initializer_list<std::string> arguments) {
  return say(language, key, std::span{arguments.begin(), arguments.size()});
}

std::string quantity(Language language, std::int64_t count, Counted what) {
  return count_with(language, counted_keys[static_cast<std::size_t>(what)], count);
}

std::string delay(Language language, std::int64_t count, Counted unit) {
  assert(unit <= Counted::hour);
  return count_with(language, delay_keys[static_cast<std::size_t>(unit)], count);
}

std::string month_name(Language language, unsigned month) { return numbered(language, "month-", month); }
std::string month_in_date(Language language, unsigned month) {
  return numbered(language, "date-month-", month);
}
std::string weekday_name(Language language, unsigned weekday) {
  return numbered(language, "weekday-", weekday);
}
std::string weekday_short(Language language, unsigned weekday) {
  return numbered(language, "short-weekday-", weekday);
}

}  // namespace reglament
