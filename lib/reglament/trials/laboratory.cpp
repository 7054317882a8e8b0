#include "reglament/trials/laboratory.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "reglament/rules/read_rule.hpp"

namespace reglament {

Laboratory::Laboratory(const Pack& pack, const WorkingCalendar& calendar, const RuleSelector& selects)
    : pack_(pack),
      calendar_(calendar),
      source_(pack.folder),
      tests_(pack.folder),
      pages_(source_.page()),
      equivalent_met_(tests_.equivalents().size(), false),
      errors_(tests_.errors()) {
  std::map<std::string, std::vector<const WrittenTest*>, std::less<>> by_rule;
  for (const WrittenTest& test : tests_.tests()) by_rule[test.rule].push_back(&test);
  for (const Rule& rule : pack.rules) {
    if (!selects || selects(rule)) prepare(rule, by_rule[rule.info->id]);
  }
}

void Laboratory::prepare(const Rule& rule, const std::vector<const WrittenTest*>& tests) {
  Subject subject{&rule, *source_.rule(rule.info->id), {}};
  Diagnostics errors;
  for (const WrittenTest* test : tests) {
    try {
      subject.tests.push_back(prepare_test(test->at, rule, errors));
    } catch (const InputError& error) { errors.push_back(error.diagnostic); }
  }
  const bool fails =
      errors.empty() && !tests.empty() && try_on(subject, pages_, subject.written) != Verdict::survives;
  add_once(errors, errors_);
  if (tests.empty() || fails) {
    failing_.push_back(
        {rule.file, rule.mark, {tests.empty() ? "lint-no-test" : "tests-of-rule-fail", {rule.info->id}}});
  } else if (errors.empty()) {
    subjects_.push_back(std::move(subject));
  }
}

Verdict Laboratory::try_rule(const Subject& subject, const Mutant& mutant) {
  const YamlReader rule{mutant.tree, subject.rule->file};
  return try_on(subject, pages_, rule);
}

Verdict Laboratory::try_page(const Mutant& mutant) const {
  const std::string file = source_.page().file();
  PackPages pages{YamlReader{mutant.tree, file}};
  for (const Subject& subject : subjects_) {
    const Verdict verdict = try_on(subject, pages, subject.written);
    if (verdict != Verdict::survives) return verdict;
  }
  return Verdict::survives;
}

bool Laboratory::is_equivalent(const std::string& rule, const std::string& mutant) {
  const std::vector<Equivalent>& listed = tests_.equivalents();
  for (std::size_t i = 0; i < listed.size(); ++i) {
    if (listed[i].rule != rule || listed[i].mutant != mutant) continue;
    equivalent_met_[i] = true;
    return true;
  }
  return false;
}

Diagnostics Laboratory::stale_equivalents(const std::set<std::string>& tried) const {
  Diagnostics stale;
  const std::vector<Equivalent>& listed = tests_.equivalents();
  for (std::size_t i = 0; i < listed.size(); ++i) {
    if (equivalent_met_[i] || !tried.contains(listed[i].rule)) continue;
    stale.push_back({listed[i].file, listed[i].mark, {"equivalent-stale", {listed[i].mutant}}});
  }
  return stale;
}

// A mutant that runs into a day outside the calendar ends otherwise than what is written, too.
Verdict Laboratory::try_on(const Subject& subject, PackPages& pages, const YamlReader& rule) const {
  std::map<SettingValues, Pack> packs;
  try {
    for (const PreparedTest& test : subject.tests) {
      if (packs.contains(test.settings)) continue;
      const Pack& page = pages.with(test.settings);
      packs.emplace(test.settings, with_rule_alone(page, read_rule(rule, page)));
    }
  } catch (const InputError&) { return Verdict::refused; }
  Diagnostics errors;
  for (const PreparedTest& test : subject.tests) {
    const Pack& pack = packs.at(test.settings);
    for (const Scene& scene : test.scenes) {
      const std::vector<TestOutcome> outcomes = try_scene(test, scene, pack, calendar_, errors);
      if (!errors.empty() || !std::all_of(outcomes.begin(), outcomes.end(), [](const TestOutcome& outcome) {
            return outcome.is_as_expected();
          })) {
        return Verdict::killed;
      }
    }
  }
  return Verdict::survives;
}

}  // namespace reglament
