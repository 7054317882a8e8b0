// A run as text for people and programs; one file for each format.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "reglament/calendar/working_calendar.hpp"
#include "reglament/findings/finding.hpp"
#include "reglament/language/language.hpp"

namespace reglament {

// Further formats get a file and a word here. A run is reported as text and JSON; tables also as Markdown and HTML.
enum class Format : std::uint8_t { text, json, markdown, html };
std::string_view to_text(Format format);  // "text" ... "html"
std::optional<Format> parse_format(std::string_view text);
std::optional<Format> format_of_extension(std::string_view path);  // .txt .json .md .html

inline constexpr std::size_t all_members = static_cast<std::size_t>(-1);

struct ReportOptions {
  Language language = Language::en;
  bool color = false;
  bool all = false;   // met, pending, excused and waived findings too
  int verbosity = 0;  // -1 quiet: no summary; 1: counts of days walked day by day
  std::map<std::string, WorkingCalendar> calendars;  // to walk the days of CountOfDays
};

// Range     `format` is text or json.
std::string report(const Run& run, Format format, const ReportOptions& options);
std::string report_text(const Run& run, const ReportOptions& options);
std::string report_json(const Run& run, const ReportOptions& options);

// The sentence of a statement, of a message, and of a diagnostic ("file:line:col: error: ..."), in a language; control
// characters are made visible. Of a list with more than `most` members the first ones are told, and how many more.
std::string wording(const Statement& statement, Language language, std::size_t most = all_members);
// The same, bodies and offices by the names that `run` has for them.
std::string wording(const Statement& statement, const Run& run, Language language,
                    std::size_t most = all_members);
// What a finding says in one sentence: its first statement, else its outcome; of an item, of which.
std::string message_of(const Finding& finding, const Run& run, Language language,
                       std::size_t most = all_members);
std::string wording(const Message& message, Language language);
std::string wording(const Diagnostic& diagnostic, Language language);

// Writes the whole file or nothing: a temporary file beside it, then a rename.
// Errors    InputError (cannot-write) with the reason.
void write_whole(const std::string& path, std::string_view content);

}  // namespace reglament
