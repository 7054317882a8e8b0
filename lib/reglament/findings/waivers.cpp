#include "reglament/findings/waivers.hpp"

#include <memory>
#include <utility>

#include "reglament/findings/glob.hpp"
#include "reglament/yaml/reader.hpp"

namespace reglament {

namespace {

std::string filled_text(const YamlReader& in) {
  std::string text = in.text();
  if (text.find_first_not_of(' ') == std::string::npos) in.fail({"expected-text", {}});
  return text;
}

Day read_day(const YamlReader& in) {
  if (const auto day = parse_day(in.view())) return *day;
  in.fail({"expected-date", {in.text()}});
}

DayRange read_period(const YamlReader& in) {
  if (const auto range = parse_range(in.view())) return *range;
  in.fail({"waiver-no-period", {in.text()}});
}

void read_record(const YamlReader& in, Waiver& waiver) {
  const std::string text = filled_text(in);
  const std::size_t slash = text.find('/');
  if (slash != std::string::npos) waiver.family = parse_family(text.substr(0, slash));
  waiver.record = waiver.family ? text.substr(slash + 1) : text;
}

// One of `record`, `office` and `body`; the latter two with a period.
void read_target(const YamlReader& in, Waiver& waiver) {
  const auto record = in.find("record");
  const auto office = in.find("office");
  const auto body = in.find("body");
  const auto period = in.find("period");
  if (int{record.has_value()} + int{office.has_value()} + int{body.has_value()} != 1)
    in.fail({"waiver-target", {}});
  if (record.has_value() == period.has_value()) in.fail({"waiver-target", {}});
  if (record) read_record(*record, waiver);
  if (office) waiver.office = filled_text(*office);
  if (body) waiver.body = filled_text(*body);
  if (period) waiver.period = read_period(*period);
}

Waiver read_waiver(const YamlReader& in) {
  in.only({"rule", "record", "office", "body", "period", "reason", "legal-basis", "approved-by", "date",
           "expires"});
  Waiver waiver;
  waiver.file = in.file();
  waiver.mark = in.mark();
  waiver.rule = filled_text(in.required("rule"));
  read_target(in, waiver);
  waiver.reason = filled_text(in.required("reason"));
  waiver.legal_basis = filled_text(in.required("legal-basis"));
  waiver.approved_by = filled_text(in.required("approved-by"));
  waiver.date = read_day(in.required("date"));
  waiver.expires = read_day(in.required("expires"));
  if (waiver.expires < waiver.date) {
    in.required("expires").fail(
        {"waiver-expires-too-early", {to_text(waiver.expires), to_text(waiver.date)}});
  }
  return waiver;
}

bool fits_record(const Waiver& waiver, const Finding& finding) {
  return finding.record == waiver.record && (!waiver.family || finding.family == waiver.family);
}

bool fits_period(const Waiver& waiver, const Finding& finding) {
  return finding.period && waiver.period->first <= finding.period->first &&
         finding.period->last <= waiver.period->last;
}

bool fits_holder(const Waiver& waiver, const Finding& finding) {
  return waiver.office ? finding.office == waiver.office : finding.body == waiver.body;
}

bool fits(const Waiver& waiver, const Finding& finding) {
  if (!is_violation(finding.outcome) || !names_rule(waiver.rule, *finding.rule)) return false;
  if (waiver.record) return fits_record(waiver, finding);
  return !finding.record && fits_holder(waiver, finding) && fits_period(waiver, finding);
}

// Complaints about waivers are findings of two rules of our own.
std::shared_ptr<const RuleInfo> own_rule(std::string id) {
  RuleInfo rule;
  rule.pack = "reglament";
  rule.id = std::move(id);
  rule.kind = Kind::required;
  rule.group = Group::formality;
  rule.severity = Severity::error;
  return std::make_shared<const RuleInfo>(std::move(rule));
}

std::string target_of(const Waiver& waiver) {
  if (waiver.record) return *waiver.record;
  const std::string holder = waiver.office ? *waiver.office : *waiver.body;
  return holder + " " + to_text(waiver.period->first) + ".." + to_text(waiver.period->last);
}

Finding complaint(const Waiver& waiver, std::shared_ptr<const RuleInfo> rule, Statement statement) {
  Finding finding;
  finding.rule = std::move(rule);
  finding.outcome = Outcome::wrong;
  finding.record = waiver.rule + " " + target_of(waiver);
  finding.file = waiver.file;
  finding.mark = waiver.mark;
  finding.statements.push_back(std::move(statement));
  return finding;
}

// Waives what `waiver` fits; tells whether that was anything.
bool waive(std::vector<Finding>& findings, const Waiver& waiver) {
  bool any = false;
  for (Finding& finding : findings) {
    if (!fits(waiver, finding)) continue;
    any = true;
    if (!finding.waived) finding.waived = waiver.reason;
  }
  return any;
}

}  // namespace

Loaded<std::vector<Waiver>> read_waivers(std::string_view text, const std::string& file) {
  Loaded<std::vector<Waiver>> loaded;
  const auto trees = read_yaml_trees(text, file);
  loaded.errors = trees.errors;
  const auto keep_error = [&](const auto& read) {
    try {
      read();
    } catch (const InputError& error) { loaded.errors.push_back(error.diagnostic); }
  };
  for (const YamlTree& tree : trees.value) {
    keep_error([&] {
      const YamlReader document{tree, file};
      document.only({"waivers"});
      for (const YamlReader& entry : document.required("waivers").entries()) {
        keep_error([&] { loaded.value.push_back(read_waiver(entry)); });
      }
    });
  }
  return loaded;
}

std::vector<Finding> apply_waivers(std::vector<Finding>& findings, const std::vector<Waiver>& waivers,
                                   Day as_of, Scope scope) {
  const auto expired = own_rule("waiver-expired");
  const auto idle = own_rule("waiver-fits-nothing");
  std::vector<Finding> complaints;
  for (const Waiver& waiver : waivers) {
    if (as_of < waiver.date) continue;
    if (waiver.expires < as_of) {
      complaints.push_back(
          complaint(waiver, expired, {"waiver-expired", {waiver.rule, target_of(waiver), waiver.expires}}));
    } else if (!waive(findings, waiver) && scope == Scope::whole) {
      complaints.push_back(
          complaint(waiver, idle, {"waiver-fits-nothing", {waiver.rule, target_of(waiver)}}));
    }
  }
  return complaints;
}

}  // namespace reglament
