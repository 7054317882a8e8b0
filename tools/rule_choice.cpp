#include "rule_choice.hpp"

#include <algorithm>
#include <string>

#include "reglament/findings/glob.hpp"
#include "reglament/yaml/reader.hpp"

namespace reglament {

namespace {

bool names_any_rule(const std::string& pattern, const std::vector<Pack>& packs) {
  return std::any_of(packs.begin(), packs.end(), [&](const Pack& pack) {
    return std::any_of(pack.rules.begin(), pack.rules.end(),
                       [&](const Rule& rule) { return names_rule(pattern, *rule.info); });
  });
}

Message no_such_rule(const std::string& pattern, const std::vector<Pack>& packs) {
  const bool with_pack = pattern.find('/') != std::string::npos;
  std::vector<std::string> ids;
  for (const Pack& pack : packs) {
    for (const Rule& rule : pack.rules) ids.push_back(with_pack ? rule.info->full_id() : rule.info->id);
  }
  if (const auto near = nearest(pattern, ids)) return {"no-such-rule-near", {clipped(pattern), *near}};
  return {"no-such-rule", {clipped(pattern)}};
}

}  // namespace

bool RuleChoice::takes(const RuleInfo& rule) const {
  const auto named_by = [&](const std::vector<Given>& patterns) {
    return std::any_of(patterns.begin(), patterns.end(),
                       [&](const Given& pattern) { return names_rule(pattern.text, rule); });
  };
  return (!group_ || rule.group == *group_) && rule.severity >= options_.severity &&
         (options_.select.empty() || named_by(options_.select)) && !named_by(options_.ignore);
}

bool RuleChoice::takes_any(const std::vector<Pack>& packs) const {
  return std::any_of(packs.begin(), packs.end(), [this](const Pack& pack) {
    return std::any_of(pack.rules.begin(), pack.rules.end(),
                       [this](const Rule& rule) { return takes(*rule.info); });
  });
}

bool RuleChoice::is_partial() const {
  return group_ || !options_.select.empty() || !options_.ignore.empty() || options_.severity > Severity::note;
}

Diagnostics RuleChoice::unfit(const std::vector<Pack>& packs) const {
  Diagnostics errors;
  for (const std::vector<Given>* patterns : {&options_.select, &options_.ignore}) {
    for (const Given& pattern : *patterns) {
      if (!names_any_rule(pattern.text, packs))
        errors.push_back(pattern.diagnostic(no_such_rule(pattern.text, packs)));
    }
  }
  return errors;
}

}  // namespace reglament
