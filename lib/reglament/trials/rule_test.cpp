#include "reglament/trials/rule_test.hpp"

#include "reglament/trials/pack_source.hpp"
#include "reglament/trials/pack_tests.hpp"
#include "reglament/trials/prepared_test.hpp"

namespace reglament {

namespace {

class TestRun {
 public:
  TestRun(const Pack& pack, const WorkingCalendar& calendar, TestReport& report)
      : pack_(pack), calendar_(calendar), report_(report), rules_(pack) {}

  void run(const WrittenTest& written, const std::function<bool(const std::string&)>& selects) {
    if (selects && !selects(written.rule)) return;
    const Rule* const rule = pack_.find(written.rule);
    if (rule == nullptr) written.at_rule.fail({"test-of-no-rule", {written.rule, pack_.id}});
    report_.tested.insert(written.rule);
    const PreparedTest test = prepare_test(written.at, *rule, report_.errors);
    const Pack alone = rules_.with(*rule, test.settings);
    for (const Scene& scene : test.scenes) {
      for (const TestOutcome& outcome : try_scene(test, scene, alone, calendar_, report_.errors))
        note(test, outcome);
    }
  }

 private:
  void note(const PreparedTest& test, const TestOutcome& outcome) {
    const auto& found = outcome.found;
    if (found && outcome.expected && (*found == Outcome::met || is_violation(*found)))
      report_.triggered.insert(test.rule);
    if (outcome.is_as_expected()) {
      ++report_.passed;
      return;
    }
    const auto text = [](const std::optional<Outcome>& named) {
      return std::string{named ? to_text(*named) : "nothing"};
    };
    report_.failures.push_back(
        {test.file, outcome.mark, test.rule, outcome.what, text(outcome.expected), text(found)});
  }

  const Pack& pack_;
  const WorkingCalendar& calendar_;
  TestReport& report_;
  LoneRules rules_;
};

}  // namespace

TestReport run_rule_tests(const Pack& pack, const WorkingCalendar& calendar,
                          const std::function<bool(const std::string&)>& selects) {
  TestReport report;
  const PackTests tests{pack.folder};
  report.errors = tests.errors();
  TestRun run{pack, calendar, report};
  for (const WrittenTest& test : tests.tests()) {
    try {
      run.run(test, selects);
    } catch (const InputError& error) { report.errors.push_back(error.diagnostic); }
  }
  for (const Equivalent& equivalent : tests.equivalents()) {
    if (!equivalent.rule.empty() && pack.find(equivalent.rule) == nullptr) {
      report.errors.push_back(
          {equivalent.file, equivalent.mark, {"test-of-no-rule", {equivalent.rule, pack.id}}});
    }
  }
  return report;
}

}  // namespace reglament
