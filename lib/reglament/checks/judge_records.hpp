// Judging one record by the rules about its type.
#pragma once

#include "reglament/checks/ledger.hpp"

namespace reglament {

class RecordJudge {
 public:
  explicit RecordJudge(Ledger& ledger) : ledger_(ledger) {}

  // The date of an entry of the register, which has none of its own, is the as-of day.
  void judge_record(RuleAtType& at, const Context& record);
  // Of the record judged last: what was counted for each item, and whether a finding of it was told.
  const std::vector<ItemFate>& fates() const { return fates_; }
  bool has_told() const { return has_told_; }
  // Judges and forgets it: to see what the judgement looks at.
  void try_record(const RuleAtType& at, const Context& record);

 private:
  template <typename Visit>
  void for_each_item(const RuleAtType& at, const Context& record, Visit visit);
  void judge_item(RuleAtType& at, const RuleVersion& version, const Context& context);
  Finding find(const RuleAtType& at, const RuleVersion& version, Context context);
  Judgement judge_body(const RuleBody& body, const Context& context, const Rule& rule);
  void excuse(const RuleBody& body, const Context& context, const Rule& rule, Judgement& judgement);
  std::vector<ReadingOutcome> read_otherwise(const RuleVersion& version, const Context& context, const Rule& rule);
  Finding complete(Finding finding, const RuleAtType& at, const RuleBody& body, const Context& context, Judgement judgement);
  void name_office(const OwedBy& owed_by, const Context& context, Finding& finding) const;

  void enter(RuleAtType& at, ItemFate fate);

  Ledger& ledger_;
  std::vector<ItemFate> fates_;
  bool has_told_ = false;
  std::vector<std::string> doubts_;  // fields that an exception to the judgement at hand hangs on
};

}  // namespace reglament
