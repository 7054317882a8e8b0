// A run as one JSON object, schema 1: the keys of reglament-check(1), always all of them and always in this order.
#include "reglament/reports/json_text.hpp"
#include "reglament/reports/report.hpp"
#include "reglament/reports/run_json.hpp"
#include "reglament/reports/shown.hpp"
#include "reglament/version.hpp"

namespace reglament {

namespace {

constexpr int schema = 1;

std::string strings(const std::vector<std::string>& list) {
  return json_array(list, [](const std::string& text) { return quoted(text); });
}

std::string as_json(const Summary& summary) {
  JsonObject object;
  for (const Outcome outcome : {Outcome::met, Outcome::late, Outcome::missed, Outcome::wrong,
                                Outcome::pending, Outcome::excused, Outcome::unknown}) {
    object.add(to_text(outcome), summary.outcomes[static_cast<std::size_t>(outcome)]);
  }
  return object.add("waived", summary.waived).add("known", summary.known).text();
}

std::string clauses(const RuleInfo& rule) {
  std::string text;
  for (const std::string& clause : rule.clauses) text += (text.empty() ? "" : "; ") + clause;
  return text;
}

std::string type_or_null(Word type) { return type == no_word ? "null" : quoted(vocabulary().text(type)); }

std::string family_or_null(const std::optional<Family>& family) {
  return family ? quoted(to_text(*family)) : "null";
}

// "working day", "hour": the unit of a span, without the number.
std::string unit_name(Unit unit) {
  const std::string one = to_text(Span{1, unit});
  return one.substr(one.find(' ') + 1);
}

std::string late_by(const std::optional<Lateness>& lateness) {
  if (!lateness) return "null";
  return JsonObject{}.add("value", lateness->value).add("unit", unit_name(lateness->unit)).text();
}

std::string count_of_days(const std::optional<CountOfDays>& count) {
  if (!count) return "null";
  return JsonObject{}
      .add("calendar", count->calendar)
      .add("anchor", count->anchor)
      .add("from", count->from)
      .add("span", to_text(count->span))
      .add("backwards", count->backwards)
      .add("rolled", count->rolled)
      .add("limit", count->limit)
      .text();
}

std::string position(std::uint32_t number) { return number == 0 ? "null" : std::to_string(number); }

std::string said(const Statement& statement, const Run& run, Language language) {
  return quoted(wording(statement, run, language));
}

std::string said(const Message& message, Language language) { return quoted(wording(message, language)); }

std::string error_json(const Diagnostic& error, Language language) {
  return JsonObject{}
      .add("file", error.file)
      .add_json("line", position(error.mark.line))
      .add_json("column", position(error.mark.column))
      .add_json("message", said(error.message, language))
      .text();
}

std::string details(const Finding& finding, const Run& run, Language language) {
  std::string text;
  for (std::size_t i = 1; i < finding.statements.size(); ++i) {
    text += (i == 1 ? "" : ", ") + said(finding.statements[i], run, language);
  }
  return "[" + text + "]";
}

std::string readings(const Finding& finding) {
  return json_array(finding.readings, [](const ReadingOutcome& reading) {
    return JsonObject{}.add("id", reading.id).add("outcome", to_text(reading.outcome)).text();
  });
}

std::string told_by(const Finding& finding, const Run& run) {
  return finding.told_under ? json(run.findings[*finding.told_under].rule->full_id()) : "null";
}

}  // namespace

std::string input_json(const InputInfo& input) {
  return JsonObject{}
      .add("file", input.file)
      .add("sha256", input.sha256)
      .add("records", input.records)
      .text();
}

std::string pack_json(const PackInfo& pack) {
  return JsonObject{}
      .add("id", pack.id)
      .add("version", pack.version)
      .add("sha256", pack.sha256)
      .add_json("provisional", strings(pack.provisional))
      .add_json("missing", strings(pack.missing))
      .text();
}

std::string unknown_json(const Unknown& unknown, const Run& run, Language language) {
  return JsonObject{}
      .add("rule", unknown.rule->full_id())
      .add("clause", clauses(*unknown.rule))
      .add_json("field", json_or_null(unknown.field))
      .add_json("family", family_or_null(unknown.family))
      .add_json("type", type_or_null(unknown.type))
      .add("records", unknown.records)
      .add("held", unknown.field_is_held)
      .add_json("reason", unknown.reason ? said(*unknown.reason, run, language) : "null")
      .text();
}

std::string finding_json(const Finding& finding, const Run& run, Language language) {
  return JsonObject{}
      .add("rule", finding.rule->full_id())
      .add("clause", clauses(*finding.rule))
      .add("kind", to_text(finding.rule->kind))
      .add("group", to_text(finding.rule->group))
      .add("outcome", to_text(finding.outcome))
      .add("severity", to_text(finding.rule->severity))
      .add("certain", finding.certain)
      .add("office", finding.office)
      .add("body", finding.body)
      .add("record", finding.record)
      .add_json("family", family_or_null(finding.family))
      .add_json("type", type_or_null(finding.type))
      .add_json("item", json_or_null(finding.item))
      .add("period", finding.period)
      .add("file", finding.file)
      .add_json("line", position(finding.mark.line))
      .add_json("column", position(finding.mark.column))
      .add("due", finding.due)
      .add("actual", finding.actual)
      .add_json("late-by", late_by(finding.late_by))
      .add_json("message",
                finding.statements.empty() ? "null" : said(finding.statements.front(), run, language))
      .add_json("details", details(finding, run, language))
      .add_json("count", count_of_days(finding.count))
      .add_json("readings", readings(finding))
      .add_json("doubts", strings(finding.doubts))
      .add_json("told-by", told_by(finding, run))
      .add("waived", finding.waived)
      .add("known", finding.known)
      .add("fingerprint", fingerprint(finding))
      .text();
}

std::string report_json(const Run& run, const ReportOptions& options) {
  std::vector<const Finding*> shown;
  for (const Finding& finding : run.findings) {
    if (is_shown(finding, options)) shown.push_back(&finding);
  }
  const Language language = options.language;
  JsonDocument document;
  document.add("schema", schema);
  document.add("tool", run.tool);
  document.add("version", version());
  document.add("as-of", run.as_of);
  document.add_json("inputs", json_lines(run.inputs, input_json));
  document.add_json("packs", json_lines(run.packs, [](const PackInfo& pack) { return pack_json(pack); }));
  document.add_json("summary", as_json(run.summary));
  document.add_json("unknown", json_lines(run.unknown, [&](const Unknown& unknown) {
                      return unknown_json(unknown, run, language);
                    }));
  document.add_json(
      "errors", json_lines(run.errors, [&](const Diagnostic& error) { return error_json(error, language); }));
  document.add_json("provisional-years",
                    json_array(run.provisional_years, [](int year) { return json(year); }));
  document.add_json("remarks",
                    json_lines(run.remarks, [&](const Message& remark) { return said(remark, language); }));
  document.add_json("findings", json_lines(shown, [&](const Finding* finding) {
                      return finding_json(*finding, run, language);
                    }));
  return document.text();
}

}  // namespace reglament
