// A rule pack: one regulation, its terms, its rules, and what became of each of its clauses.
#pragma once

#include "reglament/rules/rule.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace reglament {

// How a missing due date is found: the first term that fits.
struct Term {
  std::string clause;
  std::optional<Condition> when;
  DateExpression due;
};

// Which recorded moves change a due date: the first entry that fits the assignment decides.
struct ExtensionRule {
  std::string clause;
  std::optional<RecordType> about;
  std::optional<Condition> when;
  std::optional<Condition> moves;            // on the extension; none: every granted one moves the date
};

struct ClauseEntry {
  std::string clause;
  std::vector<std::string> reasons;          // why there is no rule, or none for part of it: clause-reason-* in language
  std::vector<std::string> open;             // obligations without a rule yet
  std::vector<std::string> see;              // of a restatement: the clauses that carry the duty
  std::vector<std::string> rules;            // ids of the rules that name it
};

struct Setting {
  std::optional<std::string> value;
  bool provisional = false;
};

// A list of alternatives for one name: `term-start: [received, issued]`.
struct NamedDate {
  std::string name;
  std::vector<std::string> alternatives;
};

struct Pack {
  std::string id;
  std::string version;
  Names title;
  std::string number;
  std::optional<Day> issued;
  Tenure in_force;
  std::string calendar;                      // its id
  bool rolls_due = false;
  bool rolls_spans = false;
  bool rolls_day_of_month = false;
  std::string rollover_clause;
  bool absence_excuses = true;
  std::optional<Severity> severity_cap;
  std::map<std::string, Setting> settings;
  std::map<std::string, int> closing_minutes;                   // `hours`
  std::vector<NamedDate> dates;
  std::map<std::string, std::vector<std::string>> roles;        // groups, spelled out
  std::vector<Term> terms;
  std::vector<ExtensionRule> extensions;
  std::map<Family, DateExpression> settled;
  std::vector<ClauseEntry> clauses;
  std::vector<Rule> rules;                   // in the order of the files, by name, and of their entries
  std::string folder;
  std::string sha256;                        // of its files, in the order read

  const Rule* find(std::string_view rule) const;
  const ClauseEntry* clause(std::string_view clause) const;
};

}  // namespace reglament
