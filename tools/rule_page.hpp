// One rule, told in full: for people, and as JSON.
#pragma once

#include <string>
#include <vector>

#include "reglament/language/language.hpp"
#include "reglament/reports/json_text.hpp"
#include "reglament/rules/pack.hpp"

namespace reglament {

// One thing that is told of a rule.
struct RuleRow {
  std::string label;  // key of a sentence; empty: the line goes on with what stands above
  std::string value;
  friend bool operator==(const RuleRow&, const RuleRow&) = default;
};

// What the rule asks of whom, by when, in which cases, its readings and amendments: all that an outcome hangs on.
std::vector<RuleRow> rows_of_duty(const Rule& rule, Language language);

// `examples` stand at the end.
std::string rule_page(const Pack& pack, const Rule& rule, const std::vector<RuleRow>& examples,
                      Language language);
JsonObject rule_json(const Pack& pack, const Rule& rule, Language language);

// The same for a list: an id and what it is, a line for each.
std::string rule_line(const Rule& rule, Language language);
std::string pack_line(const Pack& pack, Language language);
std::string pack_json(const Pack& pack);

}  // namespace reglament
