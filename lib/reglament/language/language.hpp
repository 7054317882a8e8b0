// Every sentence that a person reads, in Kazakh, Russian and English, in one table.
//
// The rest of the library hands a key and values; nobody else writes sentences. The rows stand in the *_sentences.inc
// files of this folder, one file for each stage. A key without a row is our own mistake: the unit tests look for every
// key that the sources name.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace reglament {

enum class Language : std::uint8_t { kk, ru, en };

// kk, ru, en; nothing else.
std::optional<Language> parse_language(std::string_view text);

// One row of the table. {0} ... {9} are places for values; `|` stands between the numbers of what is counted: one for
// Kazakh, one and many for English, one, few and many for Russian.
struct Sentence {
  std::string_view key;
  std::string_view kk;
  std::string_view ru;
  std::string_view en;

  std::string_view in(Language language) const;
};
std::span<const Sentence> all_sentences();  // in the order written
bool has_sentence(std::string_view key);

// The sentence of `key` with its places {0}, {1} ... filled; a place without a value stays empty. A key without a row
// gives the key and the values themselves, so that nothing is lost.
std::string say(Language language, std::string_view key, std::span<const std::string> arguments = {});
std::string say(Language language, std::string_view key, std::initializer_list<std::string> arguments);

// What is counted, in the number that the language asks for: "1 жұмыс күні", "2 рабочих дня", "5 working days".
enum class Counted : std::uint8_t {
  working_day,
  day,
  week,
  month,
  year,
  hour,  // the order of calendar's Unit
  rule,
  record,
  violation,
  error,
  warning,
  note,
  file,
  office,
  finding,
  test
};
inline constexpr std::size_t counted_count = 16;
std::string quantity(Language language, std::int64_t count, Counted what);

// So much late, as it stands in a sentence: "2 жұмыс күніне", "на" + "2 рабочих дня", "2 working days".
// Range     working_day ... hour
std::string delay(Language language, std::int64_t count, Counted unit);

// Months are 1..12, weekdays ISO 1 (Monday) .. 7. All three languages write a day as 2025-10-07 in lists and findings.
std::string month_name(Language language, unsigned month);  // nominative
std::string month_in_date(Language language, unsigned month);  // after a number: 25 қазан, 25 октября, 25 Oct
std::string weekday_name(Language language, unsigned weekday);   // nominative
std::string weekday_short(Language language, unsigned weekday);  // two letters, for the head of a calendar

}  // namespace reglament
