#include "reglament/findings/baseline.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "reglament/findings/characters.hpp"
#include "reglament/yaml/reader.hpp"

namespace reglament {

namespace {

bool counts(const Finding& finding) { return is_violation(finding.outcome) && !finding.waived; }

std::set<std::string> identities(const std::vector<Finding>& findings) {
  std::set<std::string> found;
  for (const Finding& finding : findings) {
    if (is_violation(finding.outcome)) found.insert(identity(finding));
  }
  return found;
}

BaselineEntry read_entry(const YamlReader& in) {
  in.only({"finding", "pack", "message"});
  return {in.required("finding").text(), in.required("pack").text(), in.required("message").text()};
}

Baseline in_order(Baseline baseline) {
  std::sort(baseline.begin(), baseline.end(),
            [](const BaselineEntry& a, const BaselineEntry& b) { return a.finding < b.finding; });
  const auto same = [](const BaselineEntry& a, const BaselineEntry& b) { return a.finding == b.finding; };
  baseline.erase(std::unique(baseline.begin(), baseline.end(), same), baseline.end());
  return baseline;
}

}  // namespace

Loaded<Baseline> read_baseline(std::string_view text, const std::string& file) {
  Loaded<Baseline> loaded;
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
      document.only({"baseline"});
      const auto entries = document.find("baseline");  // an empty list is written as nothing or []
      if (!entries) return;
      for (const YamlReader& entry : entries->entries()) {
        keep_error([&] { loaded.value.push_back(read_entry(entry)); });
      }
    });
  }
  return loaded;
}

std::string to_text(const Baseline& baseline) {
  if (baseline.empty()) return "baseline: []\n";
  std::string text = "baseline:\n";
  for (const BaselineEntry& entry : in_order(baseline)) {
    text += "  - finding: " + quoted(entry.finding) + "\n";
    text += "    pack: " + quoted(entry.pack) + "\n";
    text += "    message: " + quoted(entry.message) + "\n";
  }
  return text;
}

std::vector<Message> apply_baseline(std::vector<Finding>& findings, const Baseline& baseline, Scope scope) {
  std::set<std::string> entries;
  for (const BaselineEntry& entry : baseline) entries.insert(entry.finding);
  for (Finding& finding : findings) finding.known = counts(finding) && entries.contains(identity(finding));

  std::vector<Message> remarks;
  if (scope == Scope::part) return remarks;
  const std::set<std::string> found = identities(findings);
  for (const std::string& entry : entries) {
    if (!found.contains(entry)) remarks.push_back({"baseline-stale", {entry}});
  }
  return remarks;
}

Baseline make_baseline(const std::vector<Finding>& findings,
                       const std::function<std::string(const Finding&)>& message) {
  Baseline baseline;
  for (const Finding& finding : findings) {
    if (counts(finding)) baseline.push_back({identity(finding), finding.rule->pack, message(finding)});
  }
  return in_order(std::move(baseline));
}

Baseline shrink(const Baseline& baseline, const std::vector<Finding>& findings) {
  const std::set<std::string> found = identities(findings);
  Baseline kept;
  for (const BaselineEntry& entry : baseline) {
    if (found.contains(entry.finding)) kept.push_back(entry);
  }
  return in_order(std::move(kept));
}

}  // namespace reglament
