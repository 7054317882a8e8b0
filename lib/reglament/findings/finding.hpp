// What the checks say: plain data, one finding for each thing that a rule found.
#pragma once

#include "reglament/calendar/period.hpp"
#include "reglament/calendar/span.hpp"
#include "reglament/records/record.hpp"

#include <array>
#include <compare>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace reglament {

enum class Outcome : std::uint8_t { met, late, missed, wrong, pending, excused, unknown, not_applicable };
inline constexpr std::size_t outcome_count = 8;
inline constexpr bool is_violation(Outcome o) {
  return o == Outcome::late || o == Outcome::missed || o == Outcome::wrong;
}
std::string_view to_text(Outcome outcome);  // "met" ... "not-applicable"

enum class Severity : std::uint8_t { note, warning, error };
std::string_view to_text(Severity severity);
std::optional<Severity> parse_severity(std::string_view text);

// What the small commands select by.
enum class Group : std::uint8_t { extension, frequency, deadline, formality };
std::string_view to_text(Group group);

enum class Kind : std::uint8_t { required, deadline, order, frequency, conformity };
std::string_view to_text(Kind kind);

// What every finding of one rule shares.
struct RuleInfo {
  std::string pack;
  std::string id;
  std::vector<std::string> clauses;        // as printed in the document
  Names title;
  Kind kind{};
  Group group{};
  Severity severity{};                     // after the pack's cap
  std::vector<std::string> told_by;        // rules of the pack under whose findings this one is folded
  std::optional<Names> note;               // the reading taken
  std::string full_id() const { return pack + "/" + id; }
};

// So much late, counted as RULES.md 9.7 says.
struct Lateness {
  std::int64_t value = 0;
  Unit unit{};
  friend bool operator==(const Lateness&, const Lateness&) = default;
};

// A value in a sentence; the report writes it in the reader's language.
// std::string              as it is
// Word                     its name from the vocabulary
// Period                   2025-W41
// std::vector<std::string> one after the other; `word` and `word (clause)` are named from the vocabulary
struct Literal {
  std::string text;  // a sentence key of its own, to be put into the reader's language first
  friend bool operator==(const Literal&, const Literal&) = default;
};
struct FieldName {
  std::string path;  // as the rule writes it, `attendance.present`; told by the name of its last word
  friend bool operator==(const FieldName&, const FieldName&) = default;
};
using Argument = std::variant<std::string, Day, Moment, Span, Lateness, Period, Word, Number, Literal,
                              std::vector<Word>, std::vector<std::string>, FieldName, std::vector<FieldName>,
                              std::vector<RecordType>>;
struct Statement {
  std::string key;                         // of a sentence in language/
  std::vector<Argument> arguments;
  friend bool operator==(const Statement&, const Statement&) = default;
};

// How a limit was counted, so that a report can walk the days.
struct CountOfDays {
  std::string calendar;                    // its id, "kz"
  std::string anchor;                      // what the count starts from, as the rule writes it: "date", "due-before"
  Day from{};
  Span span{};
  bool backwards = false;
  bool rolled = false;                     // the end was moved off a day off
  Day limit{};
  std::optional<Moment> brought = std::nullopt;  // after hours, or on a day off, so that it counts `from` a later day
};

struct ReadingOutcome {
  std::string id;
  Names note;
  Outcome outcome{};
};

struct Finding {
  std::shared_ptr<const RuleInfo> rule;
  Outcome outcome{};
  bool certain = true;                     // every reading finds it, and no exception is in doubt

  std::optional<std::string> office;       // id, or the role where the register has no such office
  std::optional<std::string> body;         // id
  std::optional<std::string> record;       // id; none for a frequency finding
  std::optional<Family> family;
  Word type{};
  std::string item;                        // extensions#2; empty for the record as a whole
  std::optional<Period> period;            // of a frequency finding

  std::string file;
  Mark mark;

  std::optional<Moment> due;               // the last good day (or moment)
  std::optional<Moment> actual;            // when it was done
  std::optional<Lateness> late_by;
  std::vector<Statement> statements;       // what was found, one sentence each; the first is the message
  std::optional<CountOfDays> count;
  std::vector<ReadingOutcome> readings;    // of the other readings, where the rule has them
  std::vector<std::string> doubts;         // fields that an exception hangs on and that are not recorded
  std::optional<std::size_t> told_under;   // index of the finding this one is folded under, in the sorted list
  std::optional<std::string> waived;       // the waiver's reason
  bool known = false;                      // it stands in the baseline
};

// rule + record (and item) or office (or body) + period; never the line. Stable between runs.
std::string identity(const Finding& finding);
std::string identity_in_pack(const Finding& finding);  // the same whatever pack the rule is of
std::string fingerprint(const Finding& finding);  // 16 hex digits of the identity's SHA-256

// By path, line, column, rule, item, period, office.
void sort_findings(std::vector<Finding>& findings);
// Folds findings under those of the rules in `told_by` on the same record, or office and period (RULES.md 9.3).
void fold_findings(std::vector<Finding>& findings);

// Rules that could not be judged on records of a type because no record holds a field.
struct Unknown {
  std::shared_ptr<const RuleInfo> rule;
  std::string field;                       // as the rule writes it; empty: see reason
  std::optional<Family> family;
  Word type{};
  std::size_t records = 0;                 // how many records, or office periods, were left open for it
  bool field_is_held = false;              // some record of the type holds it, these do not
  std::optional<Statement> reason;         // where no field is to blame: a due date without a term ...
};

struct InputInfo {
  std::string file;
  std::string sha256;
  std::size_t records = 0;
};
struct PackInfo {
  std::string id;
  std::string version;
  std::string sha256;
  Names title;
  std::vector<std::string> provisional;    // settings that still stand on a provisional value
  std::vector<std::string> missing;        // settings that are empty, so that what needs them is not asked
};

struct Summary {
  std::array<std::size_t, outcome_count> outcomes{};   // by Outcome
  std::array<std::size_t, 3> violations{};             // by Severity, without waived and known ones
  std::size_t waived = 0;
  std::size_t known = 0;                               // violations that stand in the baseline
  std::size_t disputable = 0;                          // violations that not every reading finds
};

// Some record, office or period came to a result; what is unknown or not applicable is none.
bool judged_anything(const Summary& summary);

// What a report says of an office beyond its id.
struct OfficeInfo {
  Word role{};
  std::string body;                        // id
};

// Everything one run found, ready to be reported.
struct Run {
  std::string tool;                        // reglament-check
  Day as_of{};
  std::vector<InputInfo> inputs;
  std::vector<PackInfo> packs;
  Summary summary;
  std::vector<Unknown> unknown;
  Diagnostics errors;
  std::vector<Finding> findings;           // sorted; violations, or all with --all
  std::vector<int> provisional_years;      // years judged on recurring holidays only
  std::vector<std::string> never_applied;  // pack/rule for which no record, office or period came up
  std::size_t unbound_records = 0;         // records of no body that a regulation binds: not judged
  std::vector<Message> remarks;            // said once: rules that never applied, packs nobody is bound by ...
  std::map<std::string, OfficeInfo> offices;  // of the register, those that findings name
  std::map<std::string, Names> bodies;        // likewise
};

// Puts the parts of the summary that hang on waivers and baseline in order: late, missed and wrong, `violations`,
// `waived`, `known`, `disputable`. The findings must hold every violation of the run.
void count_violations(Summary& summary, const std::vector<Finding>& findings);

}  // namespace reglament
