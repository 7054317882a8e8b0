// The books of a run: outcomes counted, violations kept, and what hangs on fields that no record may hold.
#pragma once

#include "reglament/checks/judge.hpp"
#include "reglament/checks/judgement.hpp"

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace reglament {

// A rule at one type of record: which of its fields are held so far, and what hangs on the others.
struct RuleAtType {
  const Pack* pack = nullptr;
  const World* world = nullptr;
  const Rule* rule = nullptr;
  Family family{};
  Word type{};
  std::uint64_t held = 0;
  std::uint64_t wanted = 0;                                   // hinges not held yet
  std::vector<std::pair<Hinges, std::array<std::size_t, outcome_count>>> hanging_counts;
  std::vector<std::pair<Hinges, Finding>> hanging_findings;   // the first of them
  std::vector<Hinges> left_out;                               // what the others, which are not kept, hang on
  std::vector<std::pair<std::uint64_t, std::size_t>> unknown;  // by fields
  const char* reason = "cannot-be-told";                      // of what is unknown for no field
};

// How one item of a record, or the record, came out under a rule.
struct ItemFate {
  Outcome outcome{};
  Hinges hinges;              // the outcome stands once these are held
  std::uint64_t unknown = 0;  // of unknown: the fields that are not recorded
};

class Ledger {
 public:
  // Both must outlive the ledger.
  Ledger(const Register& offices, const JudgeOptions& options) : offices_(offices), options_(options) {}

  const Register& offices() const { return offices_; }
  const JudgeOptions& options() const { return options_; }

  // An entry for a rule at a type of record, with the fields that are held from the beginning.
  RuleAtType& open(const Pack& pack, const World& world, const Rule& rule, Family family, Word type);
  // Notes which of the fields it waits for this record holds. Result: whether there was a new one.
  static bool note_held(RuleAtType& at, const Record& record);
  // The fields that some record of the types the rule is about holds.
  std::uint64_t held_of(const Rule& rule) const;
  bool is_said_to_hold(const std::string& field) const;

  void note_applied(const Rule& rule) { applied_.insert(&rule); }
  bool is_applied(const Rule& rule) const { return applied_.count(&rule) != 0; }
  void note_year(const std::optional<Moment>& due, const WorkingCalendar& calendar);
  void note_missing_setting(const std::string& pack, const std::string& setting) { missing_settings_[pack].insert(setting); }

  bool is_told(Outcome outcome) const { return is_violation(outcome) || options_.all; }
  void count(Outcome outcome, std::size_t times = 1) { outcomes_[static_cast<std::size_t>(outcome)] += times; }
  // Counts what came out; while it hangs on fields that nobody has held so far it is counted apart.
  void enter(RuleAtType& at, const ItemFate& fate, std::size_t times = 1);
  void keep(Finding finding) { findings_.push_back(std::move(finding)); }
  // Whether there is room for another finding that hangs; where there is none it is noted as left out. So memory does not
  // grow with the records while the fields do not come up; where they do after all, a second look is needed.
  bool may_hang(RuleAtType& at, const Hinges& hinges);
  void hang(RuleAtType& at, const Hinges& hinges, Finding finding) { at.hanging_findings.emplace_back(hinges, std::move(finding)); }
  // Of a period or a plan, which no type of record stands for.
  // `reason`: a sentence key, where no field is to blame.
  void count_unknown(const Pack& pack, const World& world, const Rule& rule, const RuleBody& body, std::uint64_t fields,
                     const char* reason);

  // Takes over the books of `other` on records that come behind those here; `entry_for` opens an entry for one of its.
  void absorb(Ledger&& other, const std::function<RuleAtType&(const RuleAtType&)>& entry_for);

  // All is read: what hung on a field that no record holds is unknown, the rest stands. Findings sorted and folded.
  void close(Run& run);
  // After `close`: a finding stands that was left out.
  bool lacks_findings() const { return lacks_findings_; }
  HeldFields held_fields() const;

 private:
  std::uint64_t seen_before_at(const Rule& rule, Family family, Word type) const;
  void absorb(RuleAtType& own, RuleAtType& other);
  static void leave_out(RuleAtType& at, const Hinges& hinges);
  void share_marks();
  static void hang(RuleAtType& at, const Hinges& hinges, Outcome outcome, std::size_t times);
  static void count_unknown(RuleAtType& at, std::uint64_t fields, std::size_t records);
  void settle(RuleAtType& at);
  void tell_unknown(const RuleAtType& at, std::uint64_t fields, std::size_t records);

  const Register& offices_;
  const JudgeOptions& options_;
  std::vector<std::unique_ptr<RuleAtType>> entries_;
  std::map<std::pair<const Rule*, std::string>, RuleAtType*> periods_;  // by reason
  std::set<const Rule*> applied_;
  std::map<std::string, std::set<std::string>> missing_settings_;
  std::set<int> provisional_years_;
  std::array<std::size_t, outcome_count> outcomes_{};
  std::vector<Finding> findings_;
  std::vector<Unknown> unknown_;
  bool lacks_findings_ = false;
};

}  // namespace reglament
