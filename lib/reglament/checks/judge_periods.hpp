// Judging what only all records together tell: frequencies and plans. A counter, or a join, for each reading of each
// version of a rule sees every record; they are closed at the end and set against each other.
#pragma once

#include "reglament/checks/conformity.hpp"
#include "reglament/checks/frequency.hpp"
#include "reglament/checks/ledger.hpp"

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

namespace reglament {

class PeriodJudge {
 public:
  explicit PeriodJudge(Ledger& ledger) : ledger_(ledger) {}

  // Rules of the kinds frequency and conformity; the others are not its business. All must outlive the judge.
  void add(const Pack& pack, const World& world, const Rule& rule);
  // Rules that look at other records see a record only once all are read.
  enum class Turn : std::uint8_t { both, now, late };
  bool must_wait(const Context& record);
  void see(const Context& record, Turn turn);
  void note_seen(const Record& record, Day date);
  // Takes over what `other`, to which the same rules were added, saw: records that come behind those seen here.
  void absorb(PeriodJudge&& other);
  void close();

 private:
  // What the base and its readings gather; a reading that asks nothing, or asks by another kind, has none.
  template <typename Gatherer>
  struct Variants {
    const RuleVersion* version = nullptr;
    std::unique_ptr<Gatherer> base;
    std::vector<std::unique_ptr<Gatherer>> readings;
  };
  template <typename Gatherer>
  struct AtRule {
    const Pack* pack = nullptr;
    const World* world = nullptr;
    const Rule* rule = nullptr;
    bool looks_at_others = false;
    std::vector<Variants<Gatherer>> versions;

    bool takes(Turn turn) const { return turn == Turn::both || looks_at_others == (turn == Turn::late); }
    bool wants(Family family, Word type) const;
  };

  // Who wants to see records of one type.
  struct Wanting {
    std::vector<AtRule<FrequencyCounter>*> frequencies;
    std::vector<AtRule<ConformityJoin>*> conformities;
    bool looks_at_others = false;
  };
  Wanting& wanting(const Context& record);

  template <typename Kind, typename Gatherer, typename Make>
  static AtRule<Gatherer> gather_for(const Pack& pack, const World& world, const Rule& rule, Make make);
  template <typename Gatherer>
  static void absorb(std::vector<AtRule<Gatherer>>& own, std::vector<AtRule<Gatherer>>& others);
  template <typename Gatherer>
  static void feed(AtRule<Gatherer>& at, const Context& record);

  void close(const AtRule<FrequencyCounter>& at, const Variants<FrequencyCounter>& version, std::uint64_t held);
  void close(const AtRule<ConformityJoin>& at, const Variants<ConformityJoin>& version);
  void tell(const AtRule<FrequencyCounter>& at, const RuleVersion& version, PeriodResult result, std::vector<Outcome> others);
  void tell(const AtRule<ConformityJoin>& at, const RuleVersion& version, ConformityResult result, std::vector<Outcome> others);
  template <typename Gatherer>
  std::optional<Finding> begin(const AtRule<Gatherer>& at, const RuleVersion& version, Judgement& judgement,
                               const std::vector<Outcome>& others);
  bool is_kind_missing(const RuleBody& body) const;
  bool is_asked(const std::optional<BodyIndex>& body) const;

  Ledger& ledger_;
  std::vector<AtRule<FrequencyCounter>> frequencies_;
  std::vector<AtRule<ConformityJoin>> conformities_;
  std::map<std::tuple<const Pack*, Family, Word>, Wanting> wanting_;
  std::set<std::pair<Family, Word>> types_seen_;
  std::optional<std::pair<Family, Word>> last_type_seen_;
  Day first_record_ = Day{date::days{1'000'000}};
};

}  // namespace reglament
