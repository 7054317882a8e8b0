// Examples out of a rule's tests, told in words: what was recorded, what the rule says of it.
#pragma once

#include <string>
#include <vector>

#include "reglament/calendar/working_calendar.hpp"
#include "reglament/language/language.hpp"
#include "reglament/trials/rule_examples.hpp"
#include "rule_page.hpp"

namespace reglament {

class ExampleWords {
 public:
  // Both must outlive it.
  ExampleWords(const Rule& rule, const WorkingCalendar& calendar, Language language)
      : rule_(rule), calendar_(calendar), language_(language) {}

  // Of each its outcome with the record, or the first records of the period; the sentence of the finding; of a violation the
  // count of days. Without examples one row says why there are none.
  std::vector<RuleRow> rows(const std::vector<RuleExample>& examples, bool has_test) const;
  std::string json(const std::vector<RuleExample>& examples) const;  // a list

 private:
  std::string head(const RuleExample& example) const;
  std::vector<std::string> records(const RuleExample& example) const;
  std::string message(const RuleExample& example) const;
  std::string count_of(const RuleExample& example) const;
  std::string note_of(const std::string& reading) const;
  std::string json(const RuleExample& example) const;

  const Rule& rule_;
  const WorkingCalendar& calendar_;
  Language language_;
};

}  // namespace reglament
