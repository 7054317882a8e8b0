// Findings made by hand.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "reglament/findings/finding.hpp"

namespace reglament::example {

inline std::shared_ptr<const RuleInfo> rule(std::string id, std::vector<std::string> told_by = {},
                                            Severity severity = Severity::error) {
  RuleInfo info;
  info.pack = "kaz";
  info.id = std::move(id);
  info.clauses = {"6.2"};
  info.severity = severity;
  info.told_by = std::move(told_by);
  return std::make_shared<const RuleInfo>(std::move(info));
}

inline Finding on_record(std::shared_ptr<const RuleInfo> rule, std::string record, std::string item = "") {
  Finding finding;
  finding.rule = std::move(rule);
  finding.outcome = Outcome::late;
  finding.office = "akim";
  finding.record = std::move(record);
  finding.family = Family::meeting;
  finding.item = std::move(item);
  finding.file = "a.yaml";
  finding.mark = {3, 5};
  return finding;
}

inline Finding in_period(std::shared_ptr<const RuleInfo> rule, std::string office, std::string_view period) {
  Finding finding;
  finding.rule = std::move(rule);
  finding.outcome = Outcome::missed;
  finding.office = std::move(office);
  finding.body = "kazygurt";
  finding.period = parse_period(period);
  finding.file = "register.yaml";
  finding.mark = {7, 5};
  return finding;
}

}  // namespace reglament::example
