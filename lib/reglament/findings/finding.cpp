#include "reglament/findings/finding.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <utility>

#include "reglament/records/sha256.hpp"

namespace reglament {

namespace {

constexpr std::array<std::string_view, outcome_count> outcome_names{
    "met", "late", "missed", "wrong", "pending", "excused", "unknown", "not-applicable"};
constexpr std::array<std::string_view, 3> severity_names{"note", "warning", "error"};
constexpr std::array<std::string_view, 4> group_names{"extension", "frequency", "deadline", "formality"};
constexpr std::array<std::string_view, 5> kind_names{"required", "deadline", "order", "frequency",
                                                     "conformity"};

template <typename Enum, std::size_t Count>
std::string_view name_of(Enum value, const std::array<std::string_view, Count>& names) {
  return names[static_cast<std::size_t>(value)];
}

// Parts of an identity are told apart by a bar, so a bar inside one is marked.
void append_part(std::string& identity, std::string_view part) {
  identity += '|';
  for (const char c : part) {
    if (c == '|' || c == '\\') identity += '\\';
    identity += c;
  }
}

// Whom a finding without a record points at.
std::string holder(const Finding& finding) {
  if (finding.office) return "office/" + *finding.office;
  return finding.body ? "body/" + *finding.body : "";
}

std::string subject(const Finding& finding) {
  if (!finding.record) return holder(finding);
  return (finding.family ? std::string{to_text(*finding.family)} + "/" : "") + *finding.record;
}

std::string period_text(const Finding& finding) { return finding.period ? to_text(*finding.period) : ""; }

// extensions#2 before extensions#10.
auto order_of_item(std::string_view item) {
  return std::tuple{item.substr(0, item.find('#')), item.size(), item};
}

auto order_of(const Finding& finding) {
  return std::tuple{std::string_view{finding.file},
                    finding.mark,
                    std::string_view{finding.rule->pack},
                    std::string_view{finding.rule->id},
                    order_of_item(finding.item),
                    finding.period,
                    std::string_view{finding.office ? *finding.office : std::string_view{}},
                    std::string_view{finding.body ? *finding.body : std::string_view{}}};
}

// What findings must share for one to be folded under the other: the record, or holder and period.
std::string place_of_folding(const Finding& finding) {
  std::string place = finding.rule->pack;
  append_part(place, subject(finding));
  if (!finding.record) append_part(place, period_text(finding));
  return place;
}

class Folding {
 public:
  explicit Folding(std::vector<Finding>& findings) : findings_(findings) {
    for (std::size_t i = 0; i < findings_.size(); ++i) by_place_[place_of_folding(findings_[i])].push_back(i);
  }

  void fold() {
    for (Finding& finding : findings_) finding.told_under.reset();
    for (const auto& [place, members] : by_place_) {
      for (const std::size_t i : members) findings_[i].told_under = parent_of(i, members);
    }
    for (std::size_t i = 0; i < findings_.size(); ++i) {
      if (!findings_[i].told_under) findings_[i].told_under = count_that_tells(i);
    }
    for (Finding& finding : findings_) {
      while (finding.told_under && findings_[*finding.told_under].told_under) {
        finding.told_under = findings_[*finding.told_under].told_under;
      }
    }
  }

 private:
  bool may_tell(std::size_t parent, std::size_t child) const {
    const std::vector<std::string>& told_by = findings_[child].rule->told_by;
    if (parent == child || !is_violation(findings_[parent].outcome) ||
        !is_violation(findings_[child].outcome)) {
      return false;
    }
    const bool named = std::find(told_by.begin(), told_by.end(), findings_[parent].rule->id) != told_by.end();
    return named && !is_under(parent, child);
  }

  // `parent` is itself, by however many steps, told under `child`: two rules that name each other.
  bool is_under(std::size_t parent, std::size_t child) const {
    for (auto above = findings_[parent].told_under; above; above = findings_[*above].told_under) {
      if (*above == child) return true;
    }
    return false;
  }

  // What is missed on a day of a plan, or by a member of a group, is told by the count of the period around it, of the
  // same office or of the body that answers for it.
  std::optional<std::size_t> count_that_tells(std::size_t child) const {
    const Finding& told = findings_[child];
    if (!told.period || told.rule->told_by.empty()) return std::nullopt;
    for (std::size_t parent = 0; parent < findings_.size(); ++parent) {
      const Finding& count = findings_[parent];
      if (!count.period || count.rule->kind != Kind::frequency || count.rule->pack != told.rule->pack) continue;
      const bool around = count.period->first <= told.period->first && told.period->last <= count.period->last;
      const bool same_holder = count.office ? count.office == told.office : count.body == told.body;
      if (around && same_holder && may_tell(parent, child)) return parent;
    }
    return std::nullopt;
  }

  // The one on the same item where there is one, else the first.
  std::optional<std::size_t> parent_of(std::size_t child, const std::vector<std::size_t>& members) const {
    std::optional<std::size_t> parent;
    for (const std::size_t candidate : members) {
      if (!may_tell(candidate, child)) continue;
      if (findings_[candidate].item == findings_[child].item) return candidate;
      if (!parent) parent = candidate;
    }
    return parent;
  }

  std::vector<Finding>& findings_;
  std::map<std::string, std::vector<std::size_t>> by_place_;
};

}  // namespace

std::string_view to_text(Outcome outcome) { return name_of(outcome, outcome_names); }
std::string_view to_text(Severity severity) { return name_of(severity, severity_names); }
std::string_view to_text(Group group) { return name_of(group, group_names); }
std::string_view to_text(Kind kind) { return name_of(kind, kind_names); }

std::optional<Severity> parse_severity(std::string_view text) {
  const auto found = std::find(severity_names.begin(), severity_names.end(), text);
  if (found == severity_names.end()) return std::nullopt;
  return static_cast<Severity>(found - severity_names.begin());
}

std::string identity(const Finding& finding) { return finding.rule->pack + "/" + identity_in_pack(finding); }

std::string identity_in_pack(const Finding& finding) {
  std::string identity = finding.rule->id;
  append_part(identity, subject(finding));
  if (!finding.item.empty()) append_part(identity, finding.item);
  if (finding.period) append_part(identity, period_text(finding));
  return identity;
}

std::string fingerprint(const Finding& finding) { return to_hex(sha256(identity(finding))).substr(0, 16); }

void sort_findings(std::vector<Finding>& findings) {
  std::stable_sort(findings.begin(), findings.end(),
                   [](const Finding& a, const Finding& b) { return order_of(a) < order_of(b); });
}

void fold_findings(std::vector<Finding>& findings) { Folding{findings}.fold(); }

bool judged_anything(const Summary& summary) {
  std::size_t results = summary.waived + summary.known;
  for (const Outcome outcome : {Outcome::met, Outcome::late, Outcome::missed, Outcome::wrong, Outcome::pending,
                                Outcome::excused}) {
    results += summary.outcomes[static_cast<std::size_t>(outcome)];
  }
  return results > 0;
}

void count_violations(Summary& summary, const std::vector<Finding>& findings) {
  for (const Outcome outcome : {Outcome::late, Outcome::missed, Outcome::wrong}) {
    summary.outcomes[static_cast<std::size_t>(outcome)] = 0;
  }
  summary.violations = {};
  summary.waived = 0;
  summary.known = 0;
  summary.disputable = 0;
  for (const Finding& finding : findings) {
    if (!is_violation(finding.outcome)) continue;
    if (finding.waived) {
      ++summary.waived;
    } else if (finding.known) {
      ++summary.known;
    } else {
      ++summary.outcomes[static_cast<std::size_t>(finding.outcome)];
      ++summary.violations[static_cast<std::size_t>(finding.rule->severity)];
      if (!finding.certain) ++summary.disputable;
    }
  }
}

}  // namespace reglament
