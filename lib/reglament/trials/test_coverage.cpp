#include "reglament/trials/test_coverage.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace reglament {

namespace {

// Some test, of the rule itself and not of a reading, comes to an outcome of this sort.
template <typename Sort>
bool shows(const Subject& subject, Sort is_of_sort) {
  for (const PreparedTest& test : subject.tests) {
    if (!test.reading.empty()) continue;
    for (const Scene& scene : test.scenes) {
      const auto& expected = scene.expectations;
      if (std::any_of(expected.begin(), expected.end(),
                      [&](const Expectation& e) { return is_of_sort(e.outcome); })) {
        return true;
      }
    }
  }
  return false;
}

std::vector<Lack> lacks_of(Laboratory& laboratory, const Subject& subject) {
  const Rule& rule = *subject.rule;
  std::vector<Lack> lacks;
  if (!shows(subject, [](Outcome outcome) { return outcome == Outcome::met; })) {
    lacks.push_back({Lack::Of::pass, rule.file, rule.mark, rule.info->id, ""});
  }
  if (!shows(subject, is_violation))
    lacks.push_back({Lack::Of::fail, rule.file, rule.mark, rule.info->id, ""});
  laboratory.mutants_of(subject, [&](const Mutant& mutant) {
    if (!mutant.moves_limit || laboratory.try_rule(subject, mutant) != Verdict::survives) return;
    if (laboratory.is_equivalent(rule.info->id, mutant.text)) return;
    lacks.push_back({Lack::Of::boundary, rule.file, mutant.mark, rule.info->id, mutant.text});
  });
  return lacks;
}

}  // namespace

std::string_view to_text(Lack::Of of) {
  static constexpr std::array<std::string_view, 3> names = {"pass", "fail", "boundary"};
  return names[static_cast<std::size_t>(of)];
}

CoverageReport run_coverage(const Pack& pack, const WorkingCalendar& calendar, const RuleSelector& selects) {
  Laboratory laboratory{pack, calendar, selects};
  CoverageReport report;
  report.failing = laboratory.failing();
  report.errors = laboratory.errors();
  report.rules = report.failing.size() + laboratory.subjects().size();
  for (const Subject& subject : laboratory.subjects()) {
    std::vector<Lack> lacks = lacks_of(laboratory, subject);
    if (lacks.empty()) ++report.covered;
    std::move(lacks.begin(), lacks.end(), std::back_inserter(report.lacks));
  }
  return report;
}

}  // namespace reglament
