// Single things in the words of the reader's language: names, fields, clauses, items, days.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reglament/findings/finding.hpp"
#include "reglament/language/language.hpp"

namespace reglament {

std::string in_words(const Names& names, Language language);
std::string in_words(const RecordType& type,
                     Language language);                        // "apparatus meeting"; of no_word: "meeting"
std::string in_words(const Number& number, Language language);  // 2.5, in Kazakh and Russian 2,5
std::string in_words(const Moment& moment);                     // 2025-10-06, 2025-10-06 10:00
std::string in_words(const Lateness& lateness, Language language);
std::string in_words(const Span& span, Language language);
std::string in_words(const Period& period,
                     Language language);  // 2025-10; a week with its days: 2025-W41 (6–12 Oct)

// A field or step by the name of the path's last word, as the structure before it calls it: the `reason` of `extensions`
// is not that of `absences`. The path itself where the vocabulary lacks that word.
std::string field_in_words(std::string_view path, Language language);
// A key as a file has it: `agenda-sent`, in Kazakh and Russian «agenda-sent».
std::string key_in_words(std::string_view key, Language language);
// A field as it stands in a sentence: «повестка дня разослана», in English `agenda-sent`.
std::string field_in_quotes(std::string_view path, Language language);
// A field for whoever has to write it: «повестка дня разослана» (agenda-sent), in English `agenda-sent`.
std::string field_with_name(std::string_view path, Language language);

// "annex 2, 10 para 1" as the language says it: "приложение 2, п. 10, абзац 1". A clause with a word in it that the table
// lacks stays as the pack writes it.
std::string clause_in_words(std::string_view clause, Language language);
std::string clauses_in_words(const std::vector<std::string>& clauses, Language language);

std::string item_in_words(std::string_view item, Language language);  // extensions#2: "extension 2"
// An office by role and id, "district akim (kazygurt-akim)"; one that the register lacks by its role, else as written.
std::string office_in_words(const Run& run, const std::string& id, Language language);
std::string body_in_words(const Run& run, const std::string& id, Language language);
// The body or office of `run` that `id` names, if there is one.
std::optional<std::string> party_in_words(const Run& run, const std::string& id, Language language);

std::string day_and_month(Day day, Language language);                 // 25 Oct
std::string range_in_words(const DayRange& range, Language language);  // 25 Oct, 25–27 Oct, 31 Oct – 2 Nov
std::string day_with_weekday(Day day, Language language);              // 2025-10-06 (Mo)

// "a, b, c"; of more than `most` the first ones and how many more there are.
std::string list_in_words(const std::vector<std::string>& parts, Language language, std::size_t most);

}  // namespace reglament
