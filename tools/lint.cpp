#include "lint.hpp"

#include <variant>

namespace reglament {

namespace {

class Linter {
 public:
  Linter(const Pack& pack, Lint& lint) : pack_(pack), lint_(lint) {}

  void look_at(const Rule& rule, const std::set<std::string>& tested) {
    if (!tested.contains(rule.info->id)) {
      lint_.warnings.push_back({rule.file, rule.mark, {"lint-no-test", {rule.info->id}}});
    }
    for (const RuleVersion& version : rule.versions) look_at(rule, version.body);
  }

  void look_at_clauses() {
    const std::string file = pack_.folder + "/pack.yaml";
    for (const ClauseEntry& clause : pack_.clauses) {
      for (const std::string& obligation : clause.open) {
        lint_.notes.push_back({file, {}, {"lint-open", {clause.clause, obligation}}});
      }
    }
  }

 private:
  void look_at(const Rule& rule, const RuleBody& body) {
    if (const auto* const required = std::get_if<Required>(&body.check)) look_at(rule, required->condition);
  }

  void look_at(const Rule& rule, const Condition& condition) {
    for (const Condition& inner : condition.conditions) look_at(rule, inner);
    if (condition.kind == Condition::Kind::test) look_at(rule, condition, condition.test);
  }

  // `documents: [agenda, reference]` holds with one of them; whoever means both writes `has`.
  void look_at(const Rule& rule, const Condition& condition, const Test& test) {
    for (const Test& inner : test.tests) look_at(rule, condition, inner);
    if (test.kind != Test::Kind::one_of || test.operands.size() < 2 || !condition.path.type.many) return;
    lint_.notes.push_back({rule.file, condition.mark, {"lint-any", {rule.info->id, condition.path.text}}});
  }

  const Pack& pack_;
  Lint& lint_;
};

}  // namespace

Lint lint(const Pack& pack, const std::set<std::string>& tested) {
  Lint found;
  Linter linter{pack, found};
  for (const Rule& rule : pack.rules) linter.look_at(rule, tested);
  linter.look_at_clauses();
  return found;
}

}  // namespace reglament
