// The tests of a pack made ready to be tried on its mutants, again and again.
//
// A rule's mutants are tried on the rule's own tests, those of pack.yaml on the tests of all its rules, until one fails.
// Rules whose tests fail as they stand are not tried.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "reglament/calendar/working_calendar.hpp"
#include "reglament/rules/pack.hpp"
#include "reglament/trials/mutants.hpp"
#include "reglament/trials/pack_source.hpp"
#include "reglament/trials/pack_tests.hpp"
#include "reglament/trials/prepared_test.hpp"

namespace reglament {

using RuleSelector = std::function<bool(const Rule&)>;  // none: every rule

enum class Verdict : std::uint8_t {
  killed,  // a test fails
  survives,
  refused  // the reader of rules takes it for a mistake
};

// A rule with its tests, which pass.
struct Subject {
  const Rule* rule = nullptr;
  YamlReader written;  // its entry of `rules:`
  std::vector<PreparedTest> tests;
};

class Laboratory {
 public:
  // The pack and the calendar must outlive it.
  // Errors    InputError where a file cannot be read.
  Laboratory(const Pack& pack, const WorkingCalendar& calendar, const RuleSelector& selects);

  const std::vector<Subject>& subjects() const { return subjects_; }
  const Diagnostics& failing() const { return failing_; }  // rules without a test, or with one that fails
  const Diagnostics& errors() const { return errors_; }    // tests that cannot be read
  std::string page_file() const { return source_.page().file(); }

  void mutants_of(const Subject& subject, const MutantSink& sink) const {
    mutate_rule(subject.written, *subject.rule, pack_, sink);
  }
  void mutants_of_page(const MutantSink& sink) const { mutate_pack(source_.page(), pack_, sink); }

  Verdict try_rule(const Subject& subject, const Mutant& mutant);
  Verdict try_page(const Mutant& mutant) const;

  // The pack lists it as equivalent. `rule` is empty for a mutant of pack.yaml.
  bool is_equivalent(const std::string& rule, const std::string& mutant);
  // Those listed for what was tried that were not asked for: no mutant of that name has survived.
  Diagnostics stale_equivalents(const std::set<std::string>& tried) const;

 private:
  void prepare(const Rule& rule, const std::vector<const WrittenTest*>& tests);
  Verdict try_on(const Subject& subject, PackPages& pages, const YamlReader& rule) const;

  const Pack& pack_;
  const WorkingCalendar& calendar_;
  PackSource source_;
  PackTests tests_;
  PackPages pages_;
  std::vector<Subject> subjects_;
  std::vector<bool> equivalent_met_;  // one for each of tests_.equivalents()
  Diagnostics failing_;
  Diagnostics errors_;
};

}  // namespace reglament
