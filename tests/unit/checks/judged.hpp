// Small worlds from a few lines of YAML, judged as a command judges a user's files, and the answer as one line of text.
#pragma once

#include "reglament/checks/judge.hpp"
#include "reglament/records/read.hpp"
#include "reglament/rules/calendar_reader.hpp"
#include "reglament/rules/read_pack.hpp"

#include <filesystem>
#include <fstream>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <unistd.h>

namespace reglament {

inline const std::string packs_folder = REGLAMENT_SOURCE_DIR "/tests/unit/checks/packs";

// "rules.yaml:3:5 unknown-check-near deadlin deadline"; the folder is left out.
inline std::string in_short(const Diagnostic& error) {
  std::string text = std::filesystem::path{error.file}.filename().string() + ':' + std::to_string(error.mark.line) + ':' +
                     std::to_string(error.mark.column) + ' ' + error.message.key;
  for (const std::string& argument : error.message.arguments) text += ' ' + argument;
  return text;
}

inline std::string in_short(const Diagnostics& errors) {
  std::string text;
  for (const Diagnostic& error : errors) text += (text.empty() ? "" : "; ") + in_short(error);
  return text;
}

// What a test cannot go on without; Catch tells it as the test's failure.
inline void need(const Diagnostics& errors) {
  if (!errors.empty()) throw std::runtime_error(in_short(errors));
}

inline Day day(std::string_view text) { return parse_day(text).value(); }

// The working calendar that the program ships.
inline const WorkingCalendar& kz() {
  static const WorkingCalendar calendar = [] {
    const std::string file = REGLAMENT_SOURCE_DIR "/rules/calendars/kz.yaml";
    auto loaded = read_calendar(read_file(file), file);
    need(loaded.errors);
    return *std::move(loaded.value);
  }();
  return calendar;
}

// A folder with a pack in it, for as long as the object lives.
class PackFolder {
 public:
  explicit PackFolder(const std::map<std::string, std::string>& files) {
    std::string name = (std::filesystem::temp_directory_path() / "reglament-pack-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = name;
    for (const auto& [file, text] : files) std::ofstream{path_ / file, std::ios::binary} << text;
  }
  ~PackFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  PackFolder(const PackFolder&) = delete;
  PackFolder& operator=(const PackFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// One rule of a pack: what every rule has, and `rest`, the keys it has besides.
inline std::string rule(std::string_view id, std::string_view rest) {
  return "- {rule: " + std::string{id} + ", clause: \"1\", title: {kk: t, ru: t, en: t},\n   " + std::string{rest} + "}\n";
}

// pack.yaml with what every pack has, and `rest`.
inline std::string pack_text(std::string_view rest) {
  return "pack: p\nversion: 1.0.0\ntitle: {kk: t, ru: t, en: t}\ncalendar: kz\n" + std::string{rest} +
         "\nclauses: [{clause: \"1\", reason: definition}]\n";
}

// Nothing rolls; nothing is set.
inline constexpr const char* plain = "rollover: none";
// As the example of the rule language: all that may roll does.
inline constexpr const char* rolling = R"(
rollover: {rolls: [due, spans, day-of-month], clause: "13.15"}
hours: {mail: {to: "18:30"}}
dates: {term-start: [received, issued], ended: [to, date], carried-out: [executed, closed]}
settled: {meeting: 10 working days after date, visit: 10 working days after ended, assignment: closed or 1 month after term-start}
terms:
  - {clause: "1", when: {mark: very-urgent}, due: 3 working days after term-start}
  - {clause: "1", when: {mark: [urgent, expedite]}, due: 10 working days after term-start}
  - {clause: "1", when: {type: {not: [appeal, complaint]}, on-control: true}, due: 1 month after term-start}
)";

// The pack of these rules (entries of `rules:`); throws at any fault.
inline Pack pack_of(std::string_view rest, std::string_view rules) {
  const PackFolder folder{{{"pack.yaml", pack_text(rest)}, {"rules.yaml", "rules:\n" + std::string{rules}}}};
  Loaded<Pack> loaded = read_pack(folder.path());
  need(loaded.errors);
  return std::move(loaded.value);
}

// A pack of the folder beside this file, with further rules.
inline Pack shipped_pack(const std::string& id, std::string_view more_rules = {}) {
  const std::filesystem::path from = std::filesystem::path{packs_folder} / id;
  const PackFolder folder{{{"pack.yaml", read_file(from / "pack.yaml")},
                           {"rules.yaml", read_file(from / "rules.yaml")},
                           {"rules-more.yaml", more_rules.empty() ? "" : "rules:\n" + std::string{more_rules}}}};
  Loaded<Pack> loaded = read_pack(folder.path());
  need(loaded.errors);
  return std::move(loaded.value);
}

// How most tests judge: everything is told, and what the records lack counts as lacking.
inline JudgeOptions as_of(std::string_view text) {
  JudgeOptions options;
  options.as_of = day(text);
  options.all = true;
  options.holds_all = true;
  options.binds_all = true;
  return options;
}

// One look at `yaml`, one file of records, by these packs; and what a second must know, where it takes one.
struct Looked {
  Run run;
  std::optional<FirstLook> again;
};

inline Looked look(std::vector<Pack> packs, std::string_view yaml, const JudgeOptions& options) {
  std::vector<Input> inputs(1);
  inputs.front().path = "-";
  inputs.front().text = yaml;
  const Loaded<Register> offices = read_register(inputs);
  need(offices.errors);
  Judge judge{offices.value, std::move(packs), {{"kz", kz()}}, options};
  need(read_records(inputs, offices.value, [&](const Record& record) { judge.see(record); }));
  Run run = judge.close();
  need(run.errors);
  return {std::move(run), judge.second_look()};
}

// Judges them, with as many looks as it takes.
inline Run judge(std::vector<Pack> packs, std::string_view yaml, const JudgeOptions& options) {
  Looked looked = look(packs, yaml, options);
  if (!looked.again) return std::move(looked.run);
  JudgeOptions second = options;
  second.first_look = std::move(looked.again);
  return look(std::move(packs), yaml, second).run;
}

inline Run judge(const Pack& pack, std::string_view yaml, const JudgeOptions& options) {
  return judge(std::vector<Pack>{pack}, yaml, options);
}

inline std::string in_short(const Lateness& late) {
  return std::to_string(late.value) + ' ' + to_text(Span{2, late.unit}).substr(2);
}

// "extensions#2 late by 1 working days, due 2025-10-22, done 2025-10-23, disputable"
inline std::string in_short(const Finding& finding) {
  std::string text = finding.item;
  if (finding.period) text += (text.empty() ? "" : " ") + to_text(*finding.period);
  text += (text.empty() ? "" : " ") + std::string{to_text(finding.outcome)};
  if (finding.late_by && finding.outcome == Outcome::late) text += " by " + in_short(*finding.late_by);
  if (finding.due) text += ", due " + to_text(*finding.due);
  if (finding.actual) text += ", done " + to_text(*finding.actual);
  if (!finding.certain) text += ", disputable";
  return text;
}

// Every finding of the rule in the order of the report, then what could not be judged: "unknown: FIELD".
inline std::string told(const Run& run, std::string_view rule = {}) {
  std::string text;
  const auto add = [&](const std::string& line) { text += (text.empty() ? "" : "; ") + line; };
  for (const Finding& finding : run.findings) {
    if (rule.empty() || finding.rule->id == rule) add(in_short(finding));
  }
  for (const Unknown& unknown : run.unknown) {
    if (rule.empty() || unknown.rule->id == rule) add("unknown: " + unknown.field);
  }
  return text;
}

// The outcomes alone, for rows that ask no more: "met; missed". A rule that says nothing does not apply.
inline std::string outcomes(const Run& run, std::string_view rule = {}) {
  std::string text;
  const auto add = [&](std::string_view line) { text += (text.empty() ? "" : "; ") + std::string{line}; };
  for (const Finding& finding : run.findings) {
    if (rule.empty() || finding.rule->id == rule) add(to_text(finding.outcome));
  }
  for (const Unknown& unknown : run.unknown) {
    if (rule.empty() || unknown.rule->id == rule) add("unknown");
  }
  return text.empty() ? "not-applicable" : text;
}

// What is said of one period, of every holder: "late by 3 days, done 2025-10-13"; "n/a" where it is not owed.
inline std::string said_of(const Run& run, std::string_view period, std::string_view rule = {}) {
  std::string text;
  for (const Finding& finding : run.findings) {
    if (!finding.period || to_text(*finding.period) != period) continue;
    if (finding.outcome == Outcome::not_applicable || (!rule.empty() && finding.rule->id != rule)) continue;
    text += (text.empty() ? "" : "; ") + std::string{to_text(finding.outcome)};
    if (finding.late_by) text += " by " + in_short(*finding.late_by);
    if (!finding.certain) text += ", disputable";
  }
  return text.empty() ? "n/a" : text;
}

// "frequency-missed 2025-10 okrug-tour 1 2": the sentence's key and what fills it.
struct InShort {
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(Day value) const { return to_text(value); }
  std::string operator()(const Moment& value) const { return to_text(value); }
  std::string operator()(const Span& value) const { return to_text(value); }
  std::string operator()(const Lateness& value) const { return in_short(value); }
  std::string operator()(const Period& value) const { return to_text(value); }
  std::string operator()(Word value) const { return vocabulary().text(value); }
  std::string operator()(const Number& value) const { return to_text(value); }
  std::string operator()(const Literal& value) const { return value.text; }
  std::string operator()(const FieldName& value) const { return value.path; }
  std::string operator()(const RecordType& value) const {
    return std::string{to_text(value.family)} + (value.type == no_word ? "" : "/" + vocabulary().text(value.type));
  }
  template <typename T>
  std::string operator()(const std::vector<T>& values) const {
    std::string text;
    for (const T& value : values) text += (text.empty() ? "" : ",") + (*this)(value);
    return "[" + text + "]";
  }
};

inline std::string in_short(const Argument& argument) { return std::visit(InShort{}, argument); }

inline std::string in_short(const Statement& statement) {
  std::string text = statement.key;
  for (const Argument& argument : statement.arguments) text += ' ' + in_short(argument);
  return text;
}

// The sentences of the one finding that is a violation.
inline std::string violation(const Run& run) {
  std::string text;
  for (const Finding& finding : run.findings) {
    if (!is_violation(finding.outcome)) continue;
    for (const Statement& statement : finding.statements) text += (text.empty() ? "" : "; ") + in_short(statement);
  }
  return text;
}

// "met" where an outcome is all that is told of the record, with what hangs on it: "wrong, disputable".
inline std::string outcome_of(const Run& run, std::string_view rule, std::string_view record) {
  std::string text;
  for (const Finding& finding : run.findings) {
    if (finding.rule->id != rule || finding.record != record) continue;
    text += (text.empty() ? "" : "; ") + std::string{to_text(finding.outcome)} + (finding.certain ? "" : ", disputable");
  }
  return text;
}

}  // namespace reglament
