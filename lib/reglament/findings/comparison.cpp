#include "reglament/findings/comparison.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

namespace reglament {

namespace {

constexpr std::array<std::string_view, change_count> change_names{"settled", "new", "changed"};
constexpr std::array<std::string_view, 5> aspect_names{"outcome", "severity", "certain", "due", "late-by"};

// A rule and the type of record on which it could not be judged.
using Place = std::tuple<std::string, std::optional<Family>, Word>;

// By identity; several of one identity stand in the order of the run.
std::map<std::string, std::vector<std::size_t>> by_identity(const Run& run) {
  std::map<std::string, std::vector<std::size_t>> found;
  for (std::size_t i = 0; i < run.findings.size(); ++i) found[identity_in_pack(run.findings[i])].push_back(i);
  return found;
}

std::set<Place> places_unknown(const Run& run) {
  std::set<Place> places;
  for (const Unknown& unknown : run.unknown) places.insert({unknown.rule->id, unknown.family, unknown.type});
  return places;
}

std::vector<Aspect> differences(const Finding& a, const Finding& b) {
  std::vector<Aspect> aspects;
  const auto note = [&](bool differs, Aspect aspect) {
    if (differs) aspects.push_back(aspect);
  };
  note(a.outcome != b.outcome, Aspect::outcome);
  note(a.rule->severity != b.rule->severity, Aspect::severity);
  note(a.certain != b.certain, Aspect::certain);
  note(a.due != b.due, Aspect::due);
  note(a.late_by != b.late_by, Aspect::late_by);
  return aspects;
}

// What could not be judged, and for want of what.
auto key_of(const Unknown& unknown) {
  return std::tuple{unknown.rule->id, unknown.field, unknown.family, unknown.type,
                    unknown.reason ? unknown.reason->key : std::string{}};
}

std::vector<std::size_t> unknown_only_in(const Run& run, const Run& other) {
  std::vector<std::size_t> only;
  for (std::size_t i = 0; i < run.unknown.size(); ++i) {
    const auto key = key_of(run.unknown[i]);
    const bool in_both = std::any_of(other.unknown.begin(), other.unknown.end(),
                                     [&](const Unknown& unknown) { return key_of(unknown) == key; });
    if (!in_both) only.push_back(i);
  }
  return only;
}

class Comparing {
 public:
  Comparing(const Run& a, const Run& b)
      : a_(a), b_(b), unknown_a_(places_unknown(a)), unknown_b_(places_unknown(b)) {}

  Comparison run() {
    pair_findings();
    sort_changes();
    count_outcomes();
    comparison_.unknown_in_a = unknown_only_in(a_, b_);
    comparison_.unknown_in_b = unknown_only_in(b_, a_);
    return std::move(comparison_);
  }

 private:
  void pair_findings() {
    const auto of_a = by_identity(a_);
    const auto of_b = by_identity(b_);
    static const std::vector<std::size_t> none;
    for (const auto& [identity, members] : of_a) {
      const auto other = of_b.find(identity);
      pair(members, other == of_b.end() ? none : other->second);
    }
    for (const auto& [identity, members] : of_b) {
      if (!of_a.contains(identity)) pair(none, members);
    }
  }

  void pair(const std::vector<std::size_t>& of_a, const std::vector<std::size_t>& of_b) {
    const auto at = [](const std::vector<std::size_t>& members, std::size_t i) {
      return i < members.size() ? std::optional{members[i]} : std::nullopt;
    };
    for (std::size_t i = 0; i < std::max(of_a.size(), of_b.size()); ++i) note(at(of_a, i), at(of_b, i));
  }

  void note(std::optional<std::size_t> a, std::optional<std::size_t> b) {
    FindingChange change;
    change.a = a;
    change.b = b;
    const Finding& known = a ? a_.findings[*a] : b_.findings[*b];
    change.rule = known.rule->id;
    const Place place{change.rule, known.family, known.type};
    change.outcome_a = a ? a_.findings[*a].outcome : outcome_without(unknown_a_, place);
    change.outcome_b = b ? b_.findings[*b].outcome : outcome_without(unknown_b_, place);
    if (a && b) change.aspects = differences(a_.findings[*a], b_.findings[*b]);

    const bool is_in_a = is_violation(change.outcome_a);
    const bool is_in_b = is_violation(change.outcome_b);
    const bool waits = change.outcome_a == Outcome::pending && change.outcome_b == Outcome::pending;
    if (is_in_a != is_in_b) {
      change.change = is_in_a ? Change::settled : Change::arisen;
    } else if ((is_in_a || waits) && !change.aspects.empty()) {
      change.change = Change::altered;
    } else {
      return;
    }
    comparison_.findings.push_back(std::move(change));
  }

  static Outcome outcome_without(const std::set<Place>& unknown, const Place& place) {
    return unknown.contains(place) ? Outcome::unknown : Outcome::not_applicable;
  }

  // In the order of the runs, in which each is sorted by itself.
  void sort_changes() {
    const auto place = [this](const FindingChange& change) {
      const Finding& finding = change.a ? a_.findings[*change.a] : b_.findings[*change.b];
      return std::tuple{std::string_view{finding.file}, finding.mark, std::string_view{change.rule},
                        change.a.value_or(0), change.b.value_or(0)};
    };
    std::stable_sort(
        comparison_.findings.begin(), comparison_.findings.end(),
        [&](const FindingChange& one, const FindingChange& other) { return place(one) < place(other); });
  }

  void count_outcomes() {
    std::map<std::string, RuleCounts> counts;
    count(a_, &RuleCounts::a, comparison_.total_a, counts);
    count(b_, &RuleCounts::b, comparison_.total_b, counts);
    for (auto& [rule, counted] : counts) {
      counted.rule = rule;
      if (counted.a != counted.b) comparison_.rules.push_back(std::move(counted));
    }
  }

  static void count(const Run& run, OutcomeCounts RuleCounts::*side, OutcomeCounts& total,
                    std::map<std::string, RuleCounts>& counts) {
    const auto add = [&](const std::string& rule, Outcome outcome, std::size_t number) {
      (counts[rule].*side)[static_cast<std::size_t>(outcome)] += number;
      total[static_cast<std::size_t>(outcome)] += number;
    };
    for (const Finding& finding : run.findings) add(finding.rule->id, finding.outcome, 1);
    for (const Unknown& unknown : run.unknown) add(unknown.rule->id, Outcome::unknown, unknown.records);
  }

  const Run& a_;
  const Run& b_;
  std::set<Place> unknown_a_;
  std::set<Place> unknown_b_;
  Comparison comparison_;
};

}  // namespace

std::string_view to_text(Change change) { return change_names[static_cast<std::size_t>(change)]; }
std::string_view to_text(Aspect aspect) { return aspect_names[static_cast<std::size_t>(aspect)]; }

Comparison compare(const Run& a, const Run& b) { return Comparing{a, b}.run(); }

}  // namespace reglament
