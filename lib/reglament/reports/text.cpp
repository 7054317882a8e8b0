// A run as text for people: each violation with its clause, its count of days and who owes it; then a summary.
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "reglament/findings/characters.hpp"
#include "reglament/reports/days.hpp"
#include "reglament/reports/report.hpp"
#include "reglament/reports/shown.hpp"
#include "reglament/reports/unknowns.hpp"
#include "reglament/reports/words.hpp"

namespace reglament {

namespace {

constexpr std::size_t most_members_told = 10;
constexpr std::string_view indent = "    ";

enum class Color : std::uint8_t { plain, bold, red, yellow, blue, green };

std::string_view escape(Color color) {
  switch (color) {
    case Color::plain: return "\x1b[0m";
    case Color::bold: return "\x1b[1m";
    case Color::red: return "\x1b[1;31m";
    case Color::yellow: return "\x1b[1;33m";
    case Color::blue: return "\x1b[1;34m";
    case Color::green: return "\x1b[32m";
  }
  return {};
}

Color color_of(const Finding& finding) {
  if (!is_violation(finding.outcome) || finding.waived || finding.known) return Color::green;
  switch (finding.rule->severity) {
    case Severity::error: return Color::red;
    case Severity::warning: return Color::yellow;
    case Severity::note: return Color::blue;
  }
  return Color::plain;
}

std::string place(const Finding& finding) {
  std::string place = visible(finding.file);
  if (finding.mark.line > 0) {
    place += ':' + std::to_string(finding.mark.line) + ':' + std::to_string(finding.mark.column);
  }
  return place;
}

struct Entry {
  std::string rule;
  std::string heads;
  std::string details;
};

class TextReport {
 public:
  TextReport(const Run& run, const ReportOptions& options) : run_(run), options_(options) {}

  std::string write() {
    find_children();
    for (std::size_t i = 0; i < run_.findings.size(); ++i) {
      if (is_told_alone(i)) tell(i);
    }
    close_entry();
    if (options_.verbosity >= 0) summarise();
    return std::move(text_);
  }

 private:
  // Who is folded under whom. One whose parent is not shown is told by itself.
  void find_children() {
    children_.resize(run_.findings.size());
    for (std::size_t i = 0; i < run_.findings.size(); ++i) {
      if (is_shown(run_.findings[i], options_) && !is_told_alone(i))
        children_[*run_.findings[i].told_under].push_back(i);
    }
  }

  bool is_told_alone(std::size_t i) const {
    const Finding& finding = run_.findings[i];
    if (!is_shown(finding, options_)) return false;
    return !finding.told_under || !is_shown(run_.findings[*finding.told_under], options_);
  }

  // Findings that follow each other and differ in nothing but their first line, such as the weeks that one office
  // missed, are one entry: their lines, then the details once.
  void tell(std::size_t i) {
    const Finding& finding = run_.findings[i];
    details_.clear();
    tell_details(finding);
    for (const std::size_t child : children_[i]) tell_child(run_.findings[child]);
    const std::string rule = finding.rule->full_id();
    if (entry_.rule != rule || entry_.details != details_) {
      close_entry();
      entry_ = {rule, "", details_};
    }
    entry_.heads += colored(Color::bold, place(finding)) + ": " + colored(color_of(finding), label(finding)) +
                    "[" + visible(rule) + "]: " + message(finding) + "\n";
  }

  void close_entry() {
    if (entry_.heads.empty()) return;
    if (!text_.empty()) text_ += '\n';
    text_ += entry_.heads + entry_.details;
    entry_ = {};
  }

  void tell_details(const Finding& finding) {
    for (std::size_t i = 1; i < finding.statements.size(); ++i) detail(sentence(finding.statements[i]));
    tell_rule(*finding.rule);
    tell_record(finding);
    if (finding.count) tell_count(*finding.count);
    if (const std::string owner = owed_by(finding); !owner.empty()) detail(said("detail-owed-by", {owner}));
    tell_doubts(finding);
    if (finding.waived) detail(said("detail-waived", {*finding.waived}));
    if (finding.known) detail(said("detail-known"));
  }

  void tell_rule(const RuleInfo& rule) {
    const std::string title = in_words(rule.title, options_.language);
    if (!rule.clauses.empty()) {
      detail(said("detail-clause", {clauses_in_words(rule.clauses, options_.language), title}));
    }
    if (rule.note && options_.verbosity > 0)
      detail(said("detail-note", {in_words(*rule.note, options_.language)}));
  }

  void tell_record(const Finding& finding) {
    if (finding.record && finding.family) {
      const std::string type = in_words(RecordType{*finding.family, finding.type}, options_.language);
      detail(said("detail-record", {*finding.record, type}));
    }
  }

  void tell_count(const CountOfDays& count) {
    const auto found = options_.calendars.find(count.calendar);
    const WorkingCalendar* const calendar = found == options_.calendars.end() ? nullptr : &found->second;
    detail(count_in_words(count, calendar, options_.language));
    if (calendar == nullptr) return;
    const auto days =
        options_.verbosity > 0 ? day_by_day(count, *calendar, options_.language) : std::vector<std::string>{};
    for (const std::string& day : days) detail("  " + day);
    const std::string off = days.empty() ? days_off_in_words(count, *calendar, options_.language) : "";
    if (!off.empty()) detail(said("days-off", {off}));
  }

  // Readings that see it otherwise, and exceptions that may apply.
  void tell_doubts(const Finding& finding) {
    for (const ReadingOutcome& reading : finding.readings) {
      if (is_violation(reading.outcome) == is_violation(finding.outcome)) continue;
      detail(said("detail-reading",
                  {in_words(reading.note, options_.language), outcome_in_words(reading.outcome)}));
    }
    if (finding.doubts.empty()) return;
    std::vector<std::string> fields;
    for (const std::string& field : finding.doubts)
      fields.push_back(field_with_name(field, options_.language));
    detail(said("detail-doubt", {list_in_words(fields, options_.language, all_members)}));
  }

  void tell_child(const Finding& finding) {
    detail(said("told-under", {label(finding), finding.rule->id, message(finding),
                               clauses_in_words(finding.rule->clauses, options_.language)}));
  }

  std::string label(const Finding& finding) const {
    if (finding.waived) return said("label-waived");
    if (finding.known) return said("label-known");
    if (!is_violation(finding.outcome)) return outcome_in_words(finding.outcome);
    return said("severity-" + std::string{to_text(finding.rule->severity)});
  }

  std::string message(const Finding& finding) const {
    return message_of(finding, run_, options_.language, most_members());
  }

  std::string owed_by(const Finding& finding) const {
    const std::string body = body_in_words(run_, body_of(finding), options_.language);
    if (!finding.office) return body;
    const std::string office = office_in_words(run_, *finding.office, options_.language);
    return body.empty() ? office : office + ", " + body;
  }

  std::string body_of(const Finding& finding) const {
    if (finding.body || !finding.office) return finding.body.value_or("");
    const auto known = run_.offices.find(*finding.office);
    return known == run_.offices.end() ? "" : known->second.body;
  }

  void summarise() {
    if (!text_.empty()) text_ += '\n';
    summarise_violations();
    summarise_others();
    if (!run_.errors.empty()) line(said("summary-errors", {std::to_string(run_.errors.size())}));
    for (const std::string& unknown :
         unknowns_in_words(run_.unknown, run_.packs.size() > 1, options_.verbosity > 0, options_.language)) {
      line(unknown);
    }
    for (const Message& remark : run_.remarks) line(wording(remark, options_.language));
    summarise_provisional();
    for (const PackInfo& pack : run_.packs) {
      line(said("summary-pack", {pack.id, pack.version, in_words(pack.title, options_.language)}));
    }
    summarise_inputs();
  }

  void summarise_violations() {
    std::vector<std::string> parts;
    const std::array<std::pair<Severity, Counted>, 3> severities{{{Severity::error, Counted::error},
                                                                  {Severity::warning, Counted::warning},
                                                                  {Severity::note, Counted::note}}};
    for (const auto& [severity, counted] : severities) {
      const std::size_t count = run_.summary.violations[static_cast<std::size_t>(severity)];
      if (count > 0) parts.push_back(quantity(options_.language, static_cast<std::int64_t>(count), counted));
    }
    if (parts.empty()) {
      if (judged_anything(run_.summary)) line(said("summary-no-violations"));
      return;
    }
    std::size_t told_under = 0;
    for (const std::vector<std::size_t>& children : children_) told_under += children.size();
    if (run_.summary.disputable > 0) {
      parts.push_back(said("summary-disputable", {std::to_string(run_.summary.disputable)}));
    }
    if (told_under > 0) parts.push_back(said("summary-told-under", {std::to_string(told_under)}));
    line(said("summary-violations", {list_in_words(parts, options_.language, all_members)}));
  }

  void summarise_others() {
    std::vector<std::string> parts;
    for (const Outcome outcome : {Outcome::met, Outcome::pending, Outcome::excused, Outcome::unknown}) {
      const std::size_t count = run_.summary.outcomes[static_cast<std::size_t>(outcome)];
      if (count > 0)
        parts.push_back(said("summary-count", {outcome_in_words(outcome), std::to_string(count)}));
    }
    if (run_.summary.waived > 0) {
      parts.push_back(said("summary-count", {said("label-waived"), std::to_string(run_.summary.waived)}));
    }
    if (run_.summary.known > 0) parts.push_back(said("summary-known", {std::to_string(run_.summary.known)}));
    if (!parts.empty()) line(said("summary-others", {list_in_words(parts, options_.language, all_members)}));
  }

  void summarise_provisional() {
    std::vector<std::string> years;
    for (const int year : run_.provisional_years) years.push_back(std::to_string(year));
    if (!years.empty())
      line(said("provisional-years", {list_in_words(years, options_.language, all_members)}));
    for (const PackInfo& pack : run_.packs) {
      summarise_settings("provisional-setting", pack.id, pack.provisional);
      summarise_settings("missing-setting", pack.id, pack.missing);
    }
  }

  void summarise_settings(std::string_view key, const std::string& pack,
                          const std::vector<std::string>& settings) {
    if (settings.empty()) return;
    std::vector<std::string> names;
    for (const std::string& setting : settings) names.push_back(key_in_words(setting, options_.language));
    line(said(key, {pack, list_in_words(names, options_.language, all_members)}));
  }

  void summarise_inputs() {
    std::size_t records = 0;
    for (const InputInfo& input : run_.inputs) records += input.records;
    line(said("summary-as-of",
              {to_text(run_.as_of),
               quantity(options_.language, static_cast<std::int64_t>(records), Counted::record),
               quantity(options_.language, static_cast<std::int64_t>(run_.inputs.size()), Counted::file)}));
  }

  std::string said(std::string_view key, std::initializer_list<std::string> arguments = {}) const {
    return say(options_.language, key, arguments);
  }
  std::string outcome_in_words(Outcome outcome) const {
    return said("outcome-" + std::string{to_text(outcome)});
  }
  std::string sentence(const Statement& statement) const {
    return wording(statement, run_, options_.language, most_members());
  }
  std::size_t most_members() const { return options_.verbosity > 0 ? all_members : most_members_told; }
  std::string colored(Color color, const std::string& text) const {
    if (!options_.color) return text;
    return std::string{escape(color)} + text + std::string{escape(Color::plain)};
  }
  void line(const std::string& text) { text_ += visible(text) + "\n"; }
  void detail(const std::string& text) { details_ += std::string{indent} + visible(text) + "\n"; }

  const Run& run_;
  const ReportOptions& options_;
  std::vector<std::vector<std::size_t>> children_;
  Entry entry_;          // begun, not yet in the text
  std::string details_;  // of the finding that is being told
  std::string text_;
};

}  // namespace

std::string report_text(const Run& run, const ReportOptions& options) {
  return TextReport{run, options}.write();
}

}  // namespace reglament
