#include "reglament/trials/mutation.hpp"

#include <set>
#include <utility>

namespace reglament {

namespace {

class Mutation {
 public:
  explicit Mutation(Laboratory& laboratory) : laboratory_(laboratory) {}

  void try_rules() {
    for (const Subject& subject : laboratory_.subjects()) {
      const std::string& id = subject.rule->info->id;
      tried_.insert(id);
      laboratory_.mutants_of(subject, [&](const Mutant& mutant) {
        note(laboratory_.try_rule(subject, mutant), mutant, id, subject.rule->file);
      });
    }
  }

  void try_page() {
    tried_.insert("");
    laboratory_.mutants_of_page([&](const Mutant& mutant) {
      note(laboratory_.try_page(mutant), mutant, "", laboratory_.page_file());
    });
  }

  MutationReport finish() {
    report_.failing = laboratory_.failing();
    report_.errors = laboratory_.errors();
    report_.stale = laboratory_.stale_equivalents(tried_);
    return std::move(report_);
  }

 private:
  void note(Verdict verdict, const Mutant& mutant, const std::string& rule, const std::string& file) {
    if (verdict == Verdict::killed) {
      ++report_.killed;
    } else if (verdict == Verdict::refused) {
      ++report_.refused;
    } else if (laboratory_.is_equivalent(rule, mutant.text)) {
      ++report_.equivalent;
    } else {
      report_.survivors.push_back({file, mutant.mark, rule, mutant.text});
    }
  }

  Laboratory& laboratory_;
  std::set<std::string> tried_;
  MutationReport report_;
};

}  // namespace

MutationReport run_mutants(const Pack& pack, const WorkingCalendar& calendar, const RuleSelector& selects) {
  Laboratory laboratory{pack, calendar, selects};
  Mutation mutation{laboratory};
  mutation.try_rules();
  if (!selects) mutation.try_page();
  return mutation.finish();
}

}  // namespace reglament
