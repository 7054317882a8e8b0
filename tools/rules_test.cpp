#include "rules_test.hpp"

#include <algorithm>
#include <chrono>
#include <iterator>

#include <fmt/format.h>

#include "chosen_packs.hpp"
#include "json_answer.hpp"
#include "reglament/findings/characters.hpp"
#include "reglament/findings/glob.hpp"
#include "reglament/reports/words.hpp"
#include "reglament/trials/mutation.hpp"
#include "reglament/trials/rule_test.hpp"
#include "reglament/trials/test_coverage.hpp"

namespace reglament {

namespace {

bool is_asked(const RuleInfo& rule, const std::vector<std::string>& patterns) {
  return patterns.empty() || std::any_of(patterns.begin(), patterns.end(), [&](const std::string& pattern) {
           return names_rule(pattern, rule);
         });
}

// None where every rule is asked for.
RuleSelector selector_of(const TestsAsked& asked) {
  if (asked.rules.empty()) return {};
  return [&](const Rule& rule) { return is_asked(*rule.info, asked.rules); };
}

template <typename T>
void append(std::vector<T> more, std::vector<T>& all) {
  std::move(more.begin(), more.end(), std::back_inserter(all));
}

std::string at(const std::string& file, Mark mark, const std::string& sentence) {
  return visible(file) + ":" + std::to_string(mark.line) + ":" + std::to_string(mark.column) + ": " +
         sentence + "\n";
}

JsonObject json_at(const std::string& file, Mark mark) {
  JsonObject object;
  object.add("file", file).add("line", mark.line).add("column", mark.column);
  return object;
}

std::string in_words(const Diagnostics& diagnostics, Language language) {
  std::string text;
  for (const Diagnostic& diagnostic : diagnostics) text += wording(diagnostic, language) + "\n";
  return text;
}

// What comes after the answer: errors, and that nothing was tried.
int status_of(const Diagnostics& errors, std::size_t tried, bool well, const Options& options) {
  if (const int status = say_unsound(errors, options)) return status;
  if (tried == 0) {
    say_line(options.program + ": " + say(options.language, "no-tests"));
    return 2;
  }
  return well ? 0 : 1;
}

// --- tests ----------------------------------------------------------------------------------------------------------

class Tests {
 public:
  Tests(const ChosenPacks& packs, const TestsAsked& asked) : errors_(packs.errors()) {
    for (const Pack& pack : packs.all()) run(pack, packs.calendar(pack), asked);
  }

  int report(const Options& options) const {
    write_output(options.output, options.format == Format::json ? as_json(options) : as_text(options));
    return status_of(errors_, passed_ + failed(), failed() == 0, options);
  }

 private:
  void run(const Pack& pack, const WorkingCalendar& calendar, const TestsAsked& asked) {
    TestReport report = run_rule_tests(pack, calendar, [&](const std::string& id) {
      const Rule* const rule = pack.find(id);
      return rule == nullptr || is_asked(*rule->info, asked.rules);
    });
    passed_ += report.passed;
    append(std::move(report.failures), failures_);
    append(std::move(report.errors), errors_);
    for (const Rule& rule : pack.rules) {
      const std::string& id = rule.info->id;
      if (!is_asked(*rule.info, asked.rules) || report.triggered.contains(id)) continue;
      const bool is_tested = report.tested.contains(id);
      idle_.push_back({rule.file, rule.mark, {is_tested ? "test-never-triggers" : "lint-no-test", {id}}});
    }
  }

  std::size_t failed() const { return failures_.size() + idle_.size(); }

  static std::string outcome(const std::string& name, Language language) {
    const std::string key = "outcome-" + name;
    return has_sentence(key) ? say(language, key) : say(language, "test-found-nothing");
  }

  std::string as_text(const Options& options) const {
    const Language language = options.language;
    std::string text;
    for (const TestFailure& failure : failures_) {
      text += at(failure.file, failure.mark,
                 say(language, "test-failed",
                     {visible(failure.rule), visible(failure.what), outcome(failure.expected, language),
                      outcome(failure.found, language)}));
    }
    text += in_words(idle_, language);
    if (options.verbosity < 0) return text;
    return text + say(language, "test-summary", {std::to_string(passed_), std::to_string(failed())}) + "\n";
  }

  std::string as_json(const Options& options) const {
    const auto failure_json = [](const TestFailure& failure) {
      return json_at(failure.file, failure.mark)
          .add("rule", failure.rule)
          .add("what", failure.what)
          .add("expected", failure.expected)
          .add("found", failure.found)
          .text();
    };
    return json_answer(options)
        .add("passed", passed_)
        .add("failed", failed())
        .add_json("failures", json_lines(failures_, failure_json))
        .add_json("rules", diagnostics_json(idle_, options.language))
        .add_json("errors", diagnostics_json(errors_, options.language))
        .text();
  }

  std::size_t passed_ = 0;
  std::vector<TestFailure> failures_;
  Diagnostics idle_;  // rules without a test, or with tests that never trigger them
  Diagnostics errors_;
};

// --- coverage -------------------------------------------------------------------------------------------------------

class Coverage {
 public:
  Coverage(const ChosenPacks& packs, const TestsAsked& asked) : errors_(packs.errors()) {
    for (const Pack& pack : packs.all()) {
      CoverageReport report = run_coverage(pack, packs.calendar(pack), selector_of(asked));
      rules_ += report.rules;
      covered_ += report.covered;
      append(std::move(report.lacks), lacks_);
      append(std::move(report.failing), failing_);
      append(std::move(report.errors), errors_);
    }
  }

  int report(const Options& options) const {
    write_output(options.output, options.format == Format::json ? as_json(options) : as_text(options));
    return status_of(errors_, rules_, covered_ == rules_, options);
  }

 private:
  static std::string sentence(const Lack& lack, Language language) {
    std::string rule = visible(lack.rule);
    switch (lack.of) {
      case Lack::Of::pass: return say(language, "coverage-no-pass", {rule});
      case Lack::Of::fail: return say(language, "coverage-no-fail", {rule});
      case Lack::Of::boundary: return say(language, "coverage-no-boundary", {rule, visible(lack.mutant)});
    }
    return rule;
  }

  std::string as_text(const Options& options) const {
    const Language language = options.language;
    std::string text;
    for (const Lack& lack : lacks_) text += at(lack.file, lack.mark, sentence(lack, language));
    text += in_words(failing_, language);
    if (options.verbosity < 0) return text;
    return text + say(language, "coverage-summary", {std::to_string(rules_), std::to_string(covered_)}) +
           "\n";
  }

  std::string as_json(const Options& options) const {
    const auto lack_json = [](const Lack& lack) {
      return json_at(lack.file, lack.mark)
          .add("rule", lack.rule)
          .add("lacks", to_text(lack.of))
          .add_json("mutant", json_or_null(lack.mutant))
          .text();
    };
    return json_answer(options)
        .add("rules", rules_)
        .add("covered", covered_)
        .add_json("lacks", json_lines(lacks_, lack_json))
        .add_json("failing", diagnostics_json(failing_, options.language))
        .add_json("errors", diagnostics_json(errors_, options.language))
        .text();
  }

  std::size_t rules_ = 0;
  std::size_t covered_ = 0;
  std::vector<Lack> lacks_;
  Diagnostics failing_;
  Diagnostics errors_;
};

// --- mutants --------------------------------------------------------------------------------------------------------

class Mutants {
 public:
  Mutants(const ChosenPacks& packs, const TestsAsked& asked) : errors_(packs.errors()) {
    for (const Pack& pack : packs.all()) {
      MutationReport report = run_mutants(pack, packs.calendar(pack), selector_of(asked));
      tried_ += report.tried();
      killed_ += report.killed;
      equivalent_ += report.equivalent;
      refused_ += report.refused;
      for (Survivor& survivor : report.survivors) survivors_.push_back({pack.id, std::move(survivor)});
      append(std::move(report.stale), stale_);
      append(std::move(report.failing), failing_);
      append(std::move(report.errors), errors_);
    }
  }

  int report(const Options& options) const {
    write_output(options.output, options.format == Format::json ? as_json(options) : as_text(options));
    const bool well = survivors_.empty() && stale_.empty() && failing_.empty();
    return status_of(errors_, tried_ + failing_.size(), well, options);
  }

 private:
  struct InPack {
    std::string pack;
    Survivor survivor;
  };

  std::string as_text(const Options& options) const {
    const Language language = options.language;
    std::string text;
    for (const auto& [pack, survivor] : survivors_) {
      const std::string& mutated = survivor.rule.empty() ? pack : survivor.rule;
      text += at(survivor.file, survivor.mark,
                 say(language, "mutant-survives", {visible(mutated), visible(survivor.mutant)}));
    }
    text += in_words(stale_, language) + in_words(failing_, language);
    if (options.verbosity < 0) return text;
    return text +
           say(language, "mutants-summary",
               {std::to_string(tried_), std::to_string(killed_), std::to_string(equivalent_),
                std::to_string(survivors_.size()), std::to_string(refused_)}) +
           "\n";
  }

  std::string as_json(const Options& options) const {
    const auto survivor_json = [](const InPack& in_pack) {
      const Survivor& survivor = in_pack.survivor;
      return json_at(survivor.file, survivor.mark)
          .add("pack", in_pack.pack)
          .add_json("rule", json_or_null(survivor.rule))
          .add("mutant", survivor.mutant)
          .text();
    };
    return json_answer(options)
        .add("mutants", tried_)
        .add("killed", killed_)
        .add("equivalent", equivalent_)
        .add("refused", refused_)
        .add_json("survivors", json_lines(survivors_, survivor_json))
        .add_json("stale", diagnostics_json(stale_, options.language))
        .add_json("failing", diagnostics_json(failing_, options.language))
        .add_json("errors", diagnostics_json(errors_, options.language))
        .text();
  }

  std::size_t tried_ = 0;
  std::size_t killed_ = 0;
  std::size_t equivalent_ = 0;
  std::size_t refused_ = 0;
  std::vector<InPack> survivors_;
  Diagnostics stale_;
  Diagnostics failing_;
  Diagnostics errors_;
};

void say_time(std::chrono::steady_clock::time_point begun, const Options& options) {
  if (options.verbosity <= 0) return;
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begun;
  say_line(options.program + ": " +
           say(options.language, "tests-took", {fmt::format("{:.1f}", taken.count())}));
}

}  // namespace

int test_packs(const TestsAsked& asked, const std::vector<std::string>& named, Options options) {
  const auto begun = std::chrono::steady_clock::now();
  options.configuration.settings.clear();
  const ChosenPacks packs{options, named};
  int status = 0;
  if (asked.mutate) {
    status = Mutants{packs, asked}.report(options);
  } else if (asked.coverage) {
    status = Coverage{packs, asked}.report(options);
  } else {
    status = Tests{packs, asked}.report(options);
  }
  say_time(begun, options);
  return status;
}

}  // namespace reglament
