// conformity: plan and practice agree.
//
// A join whose periods come from the plan: entries in order of their date each take the nearest record that matches and
// that no other entry has taken; one on another day of the plan's period is wrong, none at all is missed.
//
// Source    reglament-rules(5), "Conformity"; zhambyl-2019-70, annex 3, 10.
#pragma once

#include "reglament/checks/judgement.hpp"

#include <map>

namespace reglament {

struct ConformityResult {
  std::string id;                        // of the plan, or of the record with `every: record`
  Family family{};
  Word type{};
  std::string item;                      // entries#2025-10-14 zhana-talap; empty for a record
  std::optional<OfficeIndex> office;
  std::optional<BodyIndex> body;
  std::optional<Period> period;          // the day or month of the entry, the day of the record
  std::string file;
  Mark mark;
  Judgement judgement;
};

class ConformityJoin {
 public:
  // All must outlive the join.
  ConformityJoin(const RuleBody& body, const Pack& pack, const World& world);

  const RuleBody& body() const { return *body_; }
  bool wants(Family family, Word type) const;
  void see(const Context& context);
  // Takes over what `other`, a join of the same rule and reading, saw: records that come behind those seen here.
  void absorb(ConformityJoin&& other);
  // One result for each entry, or each record; in the order they were seen.
  std::vector<ConformityResult> close() const;

 private:
  using Values = std::vector<Value>;
  struct Entry {
    ConformityResult shown;
    Period when{};                       // a day, or a month
    std::optional<Period> plan_period;
    std::vector<Values> match;           // by path of the check; empty: anything
    std::optional<std::string> excuse;   // a sentence key
  };
  struct Done {
    ConformityResult shown;
    Day first{};
    Day last{};
    std::vector<Values> match;
  };

  class Calendar;
  Calendar calendar_of_records() const;
  Calendar calendar_of_entries() const;

  void see_plan(const Context& context);
  void see_record(const Context& context);
  bool matches(const Entry& entry, const Done& done) const;
  bool same(const Value& planned, const Value& done) const;
  static bool on_time(const Entry& entry, const Done& done);
  std::vector<std::optional<std::size_t>> assign() const;
  Judgement judge_entry(const Entry& entry, const std::optional<std::size_t>& done) const;
  bool is_excused_by_absence(const Entry& entry) const;
  std::vector<ConformityResult> close_entries() const;
  std::vector<ConformityResult> close_records() const;

  const RuleBody* body_;
  const Conformity* check_;
  const Pack* pack_;
  const World* world_;
  std::vector<Entry> entries_;
  std::vector<Done> done_;
  std::vector<std::pair<OfficeIndex, Period>> plans_;   // whose, and for when
};

}  // namespace reglament
