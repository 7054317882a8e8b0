#include "example_words.hpp"

#include <algorithm>

#include "reglament/reports/days.hpp"
#include "reglament/reports/record_words.hpp"
#include "reglament/reports/report.hpp"
#include "reglament/reports/words.hpp"

namespace reglament {

namespace {

constexpr std::size_t most_records_told = 3;  // of a period

// Whether the outcome hangs on the day of the check.
bool hangs_on_as_of(Outcome outcome) { return outcome == Outcome::missed || outcome == Outcome::pending; }

std::string outcome_in_words(Outcome outcome, Language language) {
  return say(language, "outcome-" + std::string{to_text(outcome)});
}

}  // namespace

std::vector<RuleRow> ExampleWords::rows(const std::vector<RuleExample>& examples, bool has_test) const {
  constexpr const char* label = "rule-label-example";
  if (examples.empty()) {
    return {{label, say(language_, has_test ? "example-tests-fail" : "example-no-test")}};
  }
  std::vector<RuleRow> rows;
  for (const RuleExample& example : examples) {
    std::vector<std::string> told = records(example);
    if (told.empty()) told.push_back(say(language_, "example-no-record"));
    rows.push_back({label, head(example) + ": " + told.front()});
    for (std::size_t i = 1; i < std::min(told.size(), most_records_told); ++i) rows.push_back({"", told[i]});
    if (told.size() > most_records_told)
      rows.push_back({"", say(language_, "and-more", {std::to_string(told.size() - most_records_told)})});
    if (std::string said = message(example); !said.empty()) rows.push_back({"", std::move(said)});
    if (std::string count = count_of(example); !count.empty()) rows.push_back({"", std::move(count)});
  }
  return rows;
}

std::string ExampleWords::json(const std::vector<RuleExample>& examples) const {
  return json_array(examples, [this](const RuleExample& example) { return json(example); });
}

// "late", of a period "missed, 2025-W41, as of 2025-10-13".
std::string ExampleWords::head(const RuleExample& example) const {
  std::string outcome = outcome_in_words(example.outcome, language_);
  if (!example.reading.empty())
    outcome = say(language_, "example-reading", {note_of(example.reading), outcome});
  if (!example.period.empty()) outcome += ", " + example.period;
  if (!hangs_on_as_of(example.outcome)) return outcome;
  return outcome + ", " + say(language_, "example-as-of", {to_text(example.as_of)});
}

std::vector<std::string> ExampleWords::records(const RuleExample& example) const {
  std::vector<std::string> told;
  for (const Record& record : example.records) {
    told.push_back(record_in_words(record, example.scene.offices, example.scene.records, language_));
  }
  return told;
}

// Of a reading what the rule as it stands finds, which it sees otherwise.
std::string ExampleWords::message(const RuleExample& example) const {
  if (example.run.findings.empty()) return {};
  const Finding& finding = example.run.findings.front();
  std::string said = finding.statements.empty() ? "" : message_of(finding, example.run, language_);
  if (example.reading.empty()) return said;
  const std::string outcome = outcome_in_words(finding.outcome, language_);
  return said.empty() ? say(language_, "example-as-it-stands", {outcome})
                      : say(language_, "example-as-it-stands", {outcome + ": " + said});
}

// Of what the rule itself finds violated.
std::string ExampleWords::count_of(const RuleExample& example) const {
  if (!example.reading.empty() || !is_violation(example.outcome) || example.run.findings.empty()) return {};
  const auto& count = example.run.findings.front().count;
  return count ? count_in_words(*count, &calendar_, language_) : "";
}

std::string ExampleWords::note_of(const std::string& id) const {
  for (const RuleVersion& version : rule_.versions) {
    for (const Reading& reading : version.readings) {
      if (reading.id == id) return in_words(reading.note, language_);
    }
  }
  return id;
}

std::string ExampleWords::json(const RuleExample& example) const {
  return JsonObject{}
      .add("outcome", to_text(example.outcome))
      .add_json("reading", json_or_null(example.reading))
      .add("as-of", example.as_of)
      .add_json("period", json_or_null(example.period))
      .add_json("records", json_array(records(example),
                                      [](const std::string& record) { return reglament::json(record); }))
      .add_json("message", json_or_null(message(example)))
      .add("file", example.file)
      .add("line", example.mark.line)
      .add("column", example.mark.column)
      .text();
}

}  // namespace reglament
