#include "pack_diff.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <vector>

#include "json_answer.hpp"
#include "reglament/findings/characters.hpp"
#include "reglament/reports/report.hpp"
#include "reglament/reports/run_json.hpp"
#include "reglament/reports/unknowns.hpp"
#include "reglament/reports/words.hpp"
#include "rule_page.hpp"

namespace reglament {

namespace {

constexpr std::array all_changes{Change::settled, Change::arisen, Change::altered};
constexpr std::array<std::string_view, change_count> headings{"diff-settled", "diff-new", "diff-changed"};
constexpr std::size_t most_members_told = 10;

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

std::size_t number_of(Change which, const Comparison& comparison) {
  return static_cast<std::size_t>(
      std::count_if(comparison.findings.begin(), comparison.findings.end(),
                    [&](const FindingChange& change) { return change.change == which; }));
}

// Those of `rows` that `others` lack, each with its label, which stands above a row that goes on.
std::vector<std::string> rows_lacking(const std::vector<RuleRow>& rows, const std::vector<RuleRow>& others,
                                      Language language) {
  std::vector<std::string> lacking;
  for (const RuleRow& row : rows) {
    if (std::find(others.begin(), others.end(), row) != others.end()) continue;
    lacking.push_back(row.label.empty() ? row.value : say(language, row.label) + ": " + row.value);
  }
  return lacking;
}

// What a rule of both packs asks in one of them alone, in words.
struct AsksOtherwise {
  std::vector<std::string> a;
  std::vector<std::string> b;
};

AsksOtherwise asks_otherwise(const PackDiff& diff, const std::string& rule, Language language) {
  const std::vector<RuleRow> a = rows_of_duty(*diff.pack_a().find(rule), language);
  const std::vector<RuleRow> b = rows_of_duty(*diff.pack_b().find(rule), language);
  return {rows_lacking(a, b, language), rows_lacking(b, a, language)};
}

// --- text -----------------------------------------------------------------------------------------------------------

class DiffText {
 public:
  DiffText(const PackDiff& diff, const Options& options) : diff_(diff), options_(options) {}

  std::string write() {
    tell_rules("diff-rules-only-a", diff_.packs.only_in_a, diff_.pack_a());
    tell_rules("diff-rules-only-b", diff_.packs.only_in_b, diff_.pack_b());
    tell_changed_rules();
    if (!diff_.packs.pack_keys.empty()) head(said("diff-pack-keys", {joined(diff_.packs.pack_keys)}));
    for (const Change change : all_changes) tell_findings(change);
    tell_unknown("diff-unknown-a", diff_.findings.unknown_in_a, diff_.run_a);
    tell_unknown("diff-unknown-b", diff_.findings.unknown_in_b, diff_.run_b);
    if (options_.verbosity < 0) return std::move(text_);
    tell_counts();
    return packs() + std::move(text_) + "\n" + totals();
  }

 private:
  // --- rules ----------------------------------------------------------------------------------------------------------

  void tell_rules(std::string_view key, const std::vector<std::string>& rules, const Pack& pack) {
    if (rules.empty()) return;
    head(said(key));
    for (const std::string& rule : rules) line(1, rule + ": " + in_short(*pack.find(rule)->info));
  }

  void tell_changed_rules() {
    if (diff_.packs.changed.empty()) return;
    head(said("diff-rules-changed"));
    for (const ChangedRule& changed : diff_.packs.changed) {
      line(1, changed.rule + ": " + in_short(*diff_.pack_b().find(changed.rule)->info));
      const AsksOtherwise asks = asks_otherwise(diff_, changed.rule, options_.language);
      for (const std::string& row : asks.a) line(2, "A  " + row);
      for (const std::string& row : asks.b) line(2, "B  " + row);
      if (asks.a.empty() && asks.b.empty()) line(2, said("diff-in-keys", {joined(changed.keys)}));
    }
  }

  std::string in_short(const RuleInfo& rule) const {
    return said("rule-line", {clauses_in_words(rule.clauses, options_.language),
                              in_words(rule.title, options_.language), severity(rule)});
  }

  // --- findings -------------------------------------------------------------------------------------------------------

  void tell_findings(Change which) {
    const std::vector<Told> section = section_of(which);
    if (section.empty()) return;
    head(said(headings[static_cast<std::size_t>(which)]));
    for (const Told& told : section) {
      if (told.is_under) continue;
      tell(*told.change);
      for (const std::size_t child : told.children) tell_child(*section[child].change);
    }
  }

  // A change, and those that are told with it: of findings that are told under its own and have changed in the same way.
  struct Told {
    const FindingChange* change;
    std::vector<std::size_t> children = {};  // indexes in the section
    bool is_under = false;
  };

  std::vector<Told> section_of(Change which) const {
    std::vector<Told> section;
    std::map<std::size_t, std::size_t> places;  // of findings, in the section
    for (const FindingChange& change : diff_.findings.findings) {
      if (change.change != which) continue;
      places[index_of(change)] = section.size();
      section.push_back({&change});
    }
    for (std::size_t i = 0; i < section.size(); ++i) {
      const FindingChange& change = *section[i].change;
      const auto parent = run_of(change).findings[index_of(change)].told_under;
      const auto place = parent ? places.find(*parent) : places.end();
      if (place == places.end()) continue;
      section[i].is_under = true;
      section[place->second].children.push_back(i);
    }
    return section;
  }

  // The run in which it is a violation, the later one where it is one in both.
  const Run& run_of(const FindingChange& change) const {
    return change.change == Change::settled ? diff_.run_a : diff_.run_b;
  }
  static std::size_t index_of(const FindingChange& change) {
    return change.change == Change::settled ? *change.a : *change.b;
  }

  void tell(const FindingChange& change) {
    const Run& run = run_of(change);
    const Finding& finding = run.findings[index_of(change)];
    line(1, place(finding) + ": " +
                said("diff-finding", {change.rule, whom(finding, run), what_became(change)}));
    tell_sides(change, "");
  }

  void tell_child(const FindingChange& change) {
    line(3, "+ " + change.rule + ": " + what_became(change));
    tell_sides(change, "  ");
  }

  // What each pack says of it; once, where both say the same.
  void tell_sides(const FindingChange& change, const std::string& indent) {
    const std::string a = message(change.a, diff_.run_a);
    const std::string b = message(change.b, diff_.run_b);
    if (!a.empty()) line(3, indent + (a == b ? "" : "A  ") + a);
    if (!b.empty() && a != b) line(3, indent + "B  " + b);
  }

  std::string message(const std::optional<std::size_t>& index, const Run& run) const {
    if (!index || run.findings[*index].statements.empty()) return {};
    const std::size_t most = options_.verbosity > 0 ? all_members : most_members_told;
    return message_of(run.findings[*index], run, options_.language, most);
  }

  static std::string place(const Finding& finding) {
    if (finding.mark.line == 0) return finding.file;
    return finding.file + ":" + std::to_string(finding.mark.line) + ":" + std::to_string(finding.mark.column);
  }

  // The record, else who owes it.
  std::string whom(const Finding& finding, const Run& run) const {
    if (finding.record && finding.family) {
      return *finding.record + ", " + in_words(RecordType{*finding.family, finding.type}, options_.language);
    }
    if (finding.office) return office_in_words(run, *finding.office, options_.language);
    return body_in_words(run, finding.body.value_or(""), options_.language);
  }

  std::string what_became(const FindingChange& change) const {
    if (change.change != Change::altered) {
      return became(outcome_in(diff_.pack_a(), change.rule, change.outcome_a),
                    outcome_in(diff_.pack_b(), change.rule, change.outcome_b));
    }
    const Finding& a = diff_.run_a.findings[*change.a];
    const Finding& b = diff_.run_b.findings[*change.b];
    std::vector<std::string> parts;
    parts.reserve(change.aspects.size());
    for (const Aspect aspect : change.aspects) parts.push_back(what_became(aspect, a, b));
    return joined(parts);
  }

  std::string what_became(Aspect aspect, const Finding& a, const Finding& b) const {
    switch (aspect) {
      case Aspect::outcome: return became(outcome(a.outcome), outcome(b.outcome));
      case Aspect::severity: return became(severity(*a.rule), severity(*b.rule));
      case Aspect::certain: return became(certain(a), certain(b));
      case Aspect::due: return said("diff-due", {due(a), due(b)});
      case Aspect::late_by: return said("diff-late-by", {late_by(a), late_by(b)});
    }
    return {};
  }

  std::string became(const std::string& a, const std::string& b) const { return said("diff-became", {a, b}); }
  std::string outcome(Outcome outcome) const { return said("outcome-" + std::string{to_text(outcome)}); }
  std::string outcome_in(const Pack& pack, const std::string& rule, Outcome found) const {
    return pack.find(rule) == nullptr ? said("diff-no-rule") : outcome(found);
  }
  std::string severity(const RuleInfo& rule) const {
    return said("severity-" + std::string{to_text(rule.severity)});
  }
  std::string certain(const Finding& finding) const {
    return said(finding.certain ? "diff-certain" : "diff-disputable");
  }
  static std::string due(const Finding& finding) { return finding.due ? in_words(*finding.due) : "—"; }
  std::string late_by(const Finding& finding) const {
    if (!finding.late_by) return "—";
    return quantity(options_.language, finding.late_by->value, static_cast<Counted>(finding.late_by->unit));
  }

  // --- what could not be judged, and the counts -------------------------------------------------------------------------

  void tell_unknown(std::string_view key, const std::vector<std::size_t>& indexes, const Run& run) {
    if (indexes.empty()) return;
    head(said(key));
    std::vector<Unknown> unknowns;
    unknowns.reserve(indexes.size());
    for (const std::size_t index : indexes) unknowns.push_back(run.unknown[index]);
    for (const std::string& told :
         unknowns_in_words(unknowns, false, options_.verbosity > 0, options_.language)) {
      line(1, told);
    }
  }

  void tell_counts() {
    if (diff_.findings.rules.empty()) return;
    head(said("diff-counts"));
    for (const RuleCounts& counts : diff_.findings.rules)
      line(1, counts.rule + ": " + differing(counts.a, counts.b));
    line(1, said("diff-all-rules") + ": " + differing(diff_.findings.total_a, diff_.findings.total_b));
  }

  // "met 40 → 42, late 3 → 1": the outcomes that are counted otherwise.
  std::string differing(const OutcomeCounts& a, const OutcomeCounts& b) const {
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < outcome_count; ++i) {
      if (a[i] == b[i]) continue;
      const std::string counts = became(std::to_string(a[i]), std::to_string(b[i]));
      parts.push_back(outcome(static_cast<Outcome>(i)) + " " + counts);
    }
    return parts.empty() ? said("diff-counts-same") : joined(parts);
  }

  std::string packs() const {
    return pack("A", diff_.pack_a(), diff_.run_a) + pack("B", diff_.pack_b(), diff_.run_b);
  }

  std::string pack(const std::string& side, const Pack& pack, const Run& run) const {
    std::string text = visible(said("diff-pack", {side, pack.id, pack.version, pack.folder})) + "\n";
    for (const PackInfo& info : run.packs) {
      text += settings("provisional-setting", info.id, info.provisional);
      text += settings("missing-setting", info.id, info.missing);
    }
    return text;
  }

  std::string settings(std::string_view key, const std::string& pack,
                       const std::vector<std::string>& settings) const {
    if (settings.empty()) return {};
    std::vector<std::string> names;
    names.reserve(settings.size());
    for (const std::string& setting : settings) names.push_back(key_in_words(setting, options_.language));
    return "   " + visible(said(key, {pack, joined(names)})) + "\n";
  }

  std::string totals() const { return differences() + judged() + "\n"; }

  // Of records of which nothing could be judged nothing can be said.
  std::string differences() const {
    if (!judged_anything(diff_.run_a.summary) && !judged_anything(diff_.run_b.summary)) return {};
    if (diff_.is_same()) return said("diff-nothing") + "\n";
    const PackComparison& packs = diff_.packs;
    const std::size_t rules = packs.only_in_a.size() + packs.only_in_b.size() + packs.changed.size();
    const auto number = [this](Change change) { return std::to_string(number_of(change, diff_.findings)); };
    return said("diff-totals", {number(Change::settled), number(Change::arisen), number(Change::altered),
                                std::to_string(rules)}) +
           "\n";
  }

  std::string judged() const {
    std::size_t records = 0;
    for (const InputInfo& input : diff_.run_a.inputs) records += input.records;
    const auto count = [this](std::size_t number, Counted what) {
      return quantity(options_.language, static_cast<std::int64_t>(number), what);
    };
    return said("summary-as-of", {to_text(diff_.run_a.as_of), count(records, Counted::record),
                                  count(diff_.run_a.inputs.size(), Counted::file)});
  }

  std::string said(std::string_view key, std::initializer_list<std::string> arguments = {}) const {
    return say(options_.language, key, arguments);
  }
  void head(const std::string& heading) {
    text_ += (text_.empty() && options_.verbosity < 0 ? "" : "\n") + visible(heading) + "\n";
  }
  void line(std::size_t depth, const std::string& content) {
    text_ += std::string(2 * depth, ' ') + visible(content) + "\n";
  }

  const PackDiff& diff_;
  const Options& options_;
  std::string text_;
};

// --- JSON -----------------------------------------------------------------------------------------------------------

std::string texts(const std::vector<std::string>& list) {
  return json_array(list, [](const std::string& text) { return json(text); });
}

std::string counts_json(const OutcomeCounts& counts) {
  JsonObject object;
  for (std::size_t i = 0; i < outcome_count; ++i) object.add(to_text(static_cast<Outcome>(i)), counts[i]);
  return object.text();
}

class DiffJson {
 public:
  DiffJson(const PackDiff& diff, const Options& options) : diff_(diff), options_(options) {}

  std::string write() const {
    const PackComparison& packs = diff_.packs;
    const Comparison& findings = diff_.findings;
    return json_answer(options_)
        .add("as-of", diff_.run_a.as_of)
        .add_json("a", of(diff_.pack_a(), diff_.run_a.packs.front()))
        .add_json("b", of(diff_.pack_b(), diff_.run_b.packs.front()))
        .add_json("inputs", json_lines(diff_.run_a.inputs, input_json))
        .add_json("summary", summary())
        .add_json("rules-only-a", texts(packs.only_in_a))
        .add_json("rules-only-b", texts(packs.only_in_b))
        .add_json("rules-changed",
                  json_lines(packs.changed, [this](const ChangedRule& rule) { return of(rule); }))
        .add_json("pack-keys", texts(packs.pack_keys))
        .add_json("totals", JsonObject{}
                                .add_json("a", counts_json(findings.total_a))
                                .add_json("b", counts_json(findings.total_b))
                                .text())
        .add_json("counts", json_lines(findings.rules, [](const RuleCounts& counts) { return of(counts); }))
        .add_json("unknown-only-a", unknown(findings.unknown_in_a, diff_.run_a))
        .add_json("unknown-only-b", unknown(findings.unknown_in_b, diff_.run_b))
        .add_json("errors", diagnostics_json(diff_.errors, options_.language))
        .add_json("findings",
                  json_lines(findings.findings, [this](const FindingChange& change) { return of(change); }))
        .text();
  }

 private:
  static std::string of(const Pack& pack, const PackInfo& info) {
    return JsonObject{}
        .add("id", pack.id)
        .add("version", pack.version)
        .add("sha256", pack.sha256)
        .add("folder", pack.folder)
        .add_json("provisional", texts(info.provisional))
        .add_json("missing", texts(info.missing))
        .text();
  }

  std::string summary() const {
    JsonObject object;
    for (const Change change : all_changes) object.add(to_text(change), number_of(change, diff_.findings));
    return object.text();
  }

  static std::string of(const RuleCounts& counts) {
    return JsonObject{}
        .add("rule", counts.rule)
        .add_json("a", counts_json(counts.a))
        .add_json("b", counts_json(counts.b))
        .text();
  }

  std::string of(const ChangedRule& changed) const {
    const AsksOtherwise asks = asks_otherwise(diff_, changed.rule, options_.language);
    return JsonObject{}
        .add("rule", changed.rule)
        .add_json("keys", texts(changed.keys))
        .add_json("a", texts(asks.a))
        .add_json("b", texts(asks.b))
        .text();
  }

  std::string of(const FindingChange& change) const {
    return JsonObject{}
        .add("change", to_text(change.change))
        .add("rule", change.rule)
        .add_json("differs-in",
                  json_array(change.aspects, [](Aspect aspect) { return json(to_text(aspect)); }))
        .add("outcome-a", to_text(change.outcome_a))
        .add("outcome-b", to_text(change.outcome_b))
        .add_json("a", finding(change.a, diff_.run_a))
        .add_json("b", finding(change.b, diff_.run_b))
        .text();
  }

  std::string finding(const std::optional<std::size_t>& index, const Run& run) const {
    return index ? finding_json(run.findings[*index], run, options_.language) : "null";
  }

  std::string unknown(const std::vector<std::size_t>& indexes, const Run& run) const {
    return json_lines(
        indexes, [&](std::size_t index) { return unknown_json(run.unknown[index], run, options_.language); });
  }

  const PackDiff& diff_;
  const Options& options_;
};

}  // namespace

std::string diff_text(const PackDiff& diff, const Options& options) {
  return DiffText{diff, options}.write();
}

std::string diff_json(const PackDiff& diff, const Options& options) {
  return DiffJson{diff, options}.write();
}

}  // namespace reglament
