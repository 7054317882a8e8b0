// reglament-rules: which packs and rules there are, what a rule asks, and whether packs are sound and their tests pass.
#include <algorithm>
#include <functional>
#include <iterator>

#include "lint.hpp"
#include "options.hpp"
#include "packs.hpp"
#include "reglament/findings/characters.hpp"
#include "reglament/findings/glob.hpp"
#include "reglament/reports/json_text.hpp"
#include "reglament/reports/words.hpp"
#include "reglament/rules/read_pack.hpp"
#include "reglament/trials/rule_test.hpp"
#include "reglament/version.hpp"
#include "reglament/yaml/reader.hpp"
#include "rule_page.hpp"

namespace reglament {

namespace {

const CommandPage page{
    .name = "reglament-rules",
    .about = "about-rules",
    .examples = {{"reglament-rules list", "example-rules-packs"},
                 {"reglament-rules list kazygurt-2025-135 --clause 13.6", "example-rules-clause"},
                 {"reglament-rules show apparatus-meeting-weekly --lang kk", "example-rules-show"},
                 {"reglament-rules lint rules/kazygurt-2025-135", "example-rules-lint"},
                 {"reglament-rules test", "example-rules-test"}},
    .takes = {Takes::rules, Takes::format}};

// What was typed besides the common options.
struct Words {
  std::vector<std::string> packs;
  std::vector<std::string> rules;
  std::string group;
  std::string kind;
  std::string clause;
};

struct Asked {
  const CLI::App* list;
  const CLI::App* show;
  const CLI::App* lint;
  const CLI::App* test;
};

Asked describe(CommandLine& line, Words& words) {
  CLI::App& app = line.app();
  const std::string group = line.text("help-group-rules");
  const auto takes_packs = [&](CLI::App* command) {
    command->add_option("PACK", words.packs, line.text("help-rules-pack"))->group(group);
    return command;
  };
  CLI::App* const list = takes_packs(app.add_subcommand("list", line.text("help-rules-list")));
  list->add_option("--group", words.group, line.text("help-rules-group"))
      ->type_name("extension|frequency|deadline|formality")
      ->group(group);
  list->add_option("--kind", words.kind, line.text("help-rules-kind"))
      ->type_name("required|deadline|order|frequency|conformity")
      ->group(group);
  list->add_option("--clause", words.clause, line.text("help-rules-clause"))
      ->type_name("CLAUSE")
      ->group(group);
  CLI::App* const show = app.add_subcommand("show", line.text("help-rules-show"));
  show->add_option("RULE", words.rules, line.text("help-rules-rule"))->required()->group(group);
  CLI::App* const lint = takes_packs(app.add_subcommand("lint", line.text("help-rules-lint")));
  CLI::App* const test = takes_packs(app.add_subcommand("test", line.text("help-rules-test")));
  test->add_option("--rule", words.rules, line.text("help-rules-test-rule"))->type_name("RULE")->group(group);
  return {list, show, lint, test};
}

// The packs that are asked for, loaded: those named, else those of --rules, else all that are found.
class Packs {
 public:
  Packs(Options options, const std::vector<std::string>& named) {
    for (const std::string& pack : named) options.rules.push_back({pack, "", {}});
    places_ = pack_places(options);
    std::vector<Given> wanted = places_.only;
    if (wanted.empty()) {
      for (const std::string& id : list_packs(places_.roots)) wanted.push_back({id, "", {}});
    }
    if (wanted.empty()) throw InputError{{std::string{page.name}, {}, {"no-packs-anywhere", {places()}}}};
    loaded_ = load_packs(wanted, places_, options.configuration);
  }

  const std::vector<Pack>& all() const { return loaded_.value.packs; }
  const WorkingCalendar& calendar(const Pack& pack) const {
    return loaded_.value.calendars.at(pack.calendar);
  }
  const Diagnostics& errors() const { return loaded_.errors; }

 private:
  std::string places() const {
    std::string text;
    for (const auto& root : places_.roots) text += (text.empty() ? "" : ", ") + root.string();
    return text;
  }

  PackPlaces places_;
  Loaded<Rulebook> loaded_;
};

std::string position(std::uint32_t number) { return number == 0 ? "null" : std::to_string(number); }

std::string diagnostics_json(const Diagnostics& diagnostics, Language language) {
  return json_lines(diagnostics, [&](const Diagnostic& diagnostic) {
    return JsonObject{}
        .add("file", diagnostic.file)
        .add_json("line", position(diagnostic.mark.line))
        .add_json("column", position(diagnostic.mark.column))
        .add("message", wording(diagnostic.message, language))
        .text();
  });
}

JsonDocument document() {
  JsonDocument document;
  document.add("schema", 1).add("tool", page.name).add("version", version());
  return document;
}

// Says what could not be read; the status that comes of it.
int say_errors(const Packs& packs, const Options& options) {
  for (const Diagnostic& error : packs.errors()) say_error(error, options.language);
  if (packs.errors().empty()) return 0;
  say_line(options.program + ": " +
           say(options.language, "rules-not-sound", {std::to_string(packs.errors().size())}));
  return 2;
}

// --- list -------------------------------------------------------------------------------------------------------------

void check_word(const std::string& flag, const std::string& word, const std::vector<std::string>& known) {
  if (word.empty() || std::find(known.begin(), known.end(), word) != known.end()) return;
  throw InputError{{flag, {}, unknown(word, "option-no-such-value", "option-no-such-value-near", known)}};
}

bool is_in_clause(const std::string& asked, const std::string& clause) {
  if (!clause.starts_with(asked)) return false;
  const bool ends = clause.size() == asked.size();
  return ends || clause[asked.size()] == ' ' || clause[asked.size()] == '(' || clause[asked.size()] == '.';
}

bool is_wanted(const Rule& rule, const Words& words) {
  const RuleInfo& info = *rule.info;
  return (words.group.empty() || to_text(info.group) == words.group) &&
         (words.kind.empty() || to_text(info.kind) == words.kind) &&
         (words.clause.empty() ||
          std::any_of(info.clauses.begin(), info.clauses.end(),
                      [&](const std::string& clause) { return is_in_clause(words.clause, clause); }));
}

std::string list_of_packs(const std::vector<Pack>& packs, const Options& options) {
  if (options.format == Format::json)
    return document().add_json("packs", json_lines(packs, pack_json)).text();
  std::string text;
  for (const Pack& pack : packs) text += pack_line(pack, options.language);
  return text;
}

int list(const Words& words, const Options& options) {
  check_word("--group", words.group, {"extension", "frequency", "deadline", "formality"});
  check_word("--kind", words.kind, {"required", "deadline", "order", "frequency", "conformity"});
  const Packs packs{options, words.packs};
  const int status = say_errors(packs, options);
  if (words.packs.empty() && words.group.empty() && words.kind.empty() && words.clause.empty()) {
    write_output(options.output, list_of_packs(packs.all(), options));
    return status;
  }
  std::vector<std::string> rules;
  for (const Pack& pack : packs.all()) {
    for (const Rule& rule : pack.rules) {
      if (!is_wanted(rule, words)) continue;
      rules.push_back(options.format == Format::json ? rule_json(pack, rule, options.language)
                                                     : rule_line(rule, options.language));
    }
  }
  if (rules.empty()) throw InputError{{std::string{page.name}, {}, {"no-rule-like-this", {}}}};
  if (options.format == Format::json) {
    write_output(options.output, document().add_json("rules", json_lines(rules, std::identity{})).text());
    return status;
  }
  std::string text;
  for (const std::string& rule : rules) text += rule;
  write_output(options.output, text);
  return status;
}

// --- show -------------------------------------------------------------------------------------------------------------

[[noreturn]] void refuse_rule(const std::string& asked, const std::vector<Pack>& packs) {
  std::vector<std::string> ids;
  for (const Pack& pack : packs) {
    for (const Rule& rule : pack.rules) ids.push_back(rule.info->id);
  }
  const std::string source{page.name};
  if (const auto near = nearest(asked, ids)) {
    throw InputError{{source, {}, {"no-such-rule-near", {clipped(asked), *near}}}};
  }
  throw InputError{{source, {}, {"no-such-rule", {clipped(asked)}}}};
}

int show(const Words& words, const Options& options) {
  const Packs packs{options, {}};
  const int status = say_errors(packs, options);
  std::vector<std::string> shown;
  for (const std::string& asked : words.rules) {
    const std::size_t before = shown.size();
    for (const Pack& pack : packs.all()) {
      for (const Rule& rule : pack.rules) {
        if (!names_rule(asked, *rule.info)) continue;
        shown.push_back(options.format == Format::json ? rule_json(pack, rule, options.language)
                                                       : rule_page(pack, rule, options.language));
      }
    }
    if (shown.size() == before) refuse_rule(asked, packs.all());
  }
  if (options.format == Format::json) {
    write_output(options.output, document().add_json("rules", json_lines(shown, std::identity{})).text());
    return status;
  }
  std::string text;
  for (const std::string& rule : shown) text += (text.empty() ? "" : "\n") + rule;
  write_output(options.output, text);
  return status;
}

// --- lint -------------------------------------------------------------------------------------------------------------

std::string lint_line(const Diagnostic& diagnostic, std::string_view label, Language language) {
  std::string line = visible(diagnostic.file);
  if (diagnostic.mark.line > 0) {
    line += ":" + std::to_string(diagnostic.mark.line) + ":" + std::to_string(diagnostic.mark.column);
  }
  return line + ": " + say(language, label) + ": " + wording(diagnostic.message, language) + "\n";
}

int lint_packs(const Words& words, const Options& options) {
  const Packs packs{options, words.packs};
  Diagnostics errors = packs.errors();
  Lint found;
  for (const Pack& pack : packs.all()) {
    TestReport tests = run_rule_tests(pack, packs.calendar(pack));
    std::move(tests.errors.begin(), tests.errors.end(), std::back_inserter(errors));
    Lint more = lint(pack, tests.tested);
    std::move(more.warnings.begin(), more.warnings.end(), std::back_inserter(found.warnings));
    std::move(more.notes.begin(), more.notes.end(), std::back_inserter(found.notes));
  }
  const Language language = options.language;
  if (options.format == Format::json) {
    write_output(options.output, document()
                                     .add_json("packs", json_lines(packs.all(), pack_json))
                                     .add_json("errors", diagnostics_json(errors, language))
                                     .add_json("warnings", diagnostics_json(found.warnings, language))
                                     .add_json("notes", diagnostics_json(found.notes, language))
                                     .text());
  } else {
    std::string text;
    for (const Diagnostic& error : errors) text += wording(error, language) + "\n";
    for (const Diagnostic& warning : found.warnings) text += lint_line(warning, "severity-warning", language);
    if (options.verbosity > 0) {
      for (const Diagnostic& note : found.notes) text += lint_line(note, "severity-note", language);
    }
    if (options.verbosity >= 0) {
      text += say(language, "lint-summary",
                  {std::to_string(errors.size()), std::to_string(found.warnings.size()),
                   std::to_string(found.notes.size())}) +
              "\n";
    }
    write_output(options.output, text);
  }
  if (!errors.empty()) {
    say_line(options.program + ": " + say(language, "rules-not-sound", {std::to_string(errors.size())}));
    return 2;
  }
  return found.warnings.empty() ? 0 : 1;
}

// --- test -------------------------------------------------------------------------------------------------------------

class Tests {
 public:
  Tests(const Packs& packs, const Words& words) : errors_(packs.errors()) {
    for (const Pack& pack : packs.all()) run(pack, packs.calendar(pack), words);
  }

  int report(const Options& options) const {
    const Language language = options.language;
    write_output(options.output, options.format == Format::json ? as_json(language) : as_text(options));
    for (const Diagnostic& error : errors_) say_error(error, language);
    if (!errors_.empty()) {
      say_line(options.program + ": " + say(language, "rules-not-sound", {std::to_string(errors_.size())}));
      return 2;
    }
    if (passed_ + failed() == 0) {
      say_line(options.program + ": " + say(language, "no-tests"));
      return 2;
    }
    return failed() == 0 ? 0 : 1;
  }

 private:
  void run(const Pack& pack, const WorkingCalendar& calendar, const Words& words) {
    const auto is_asked = [&](const RuleInfo& info) {
      return words.rules.empty() ||
             std::any_of(words.rules.begin(), words.rules.end(),
                         [&](const std::string& pattern) { return names_rule(pattern, info); });
    };
    TestReport report = run_rule_tests(pack, calendar, [&](const std::string& id) {
      const Rule* const rule = pack.find(id);
      return rule == nullptr || is_asked(*rule->info);
    });
    passed_ += report.passed;
    std::move(report.failures.begin(), report.failures.end(), std::back_inserter(failures_));
    std::move(report.errors.begin(), report.errors.end(), std::back_inserter(errors_));
    for (const Rule& rule : pack.rules) {
      const std::string& id = rule.info->id;
      if (!is_asked(*rule.info) || report.triggered.contains(id)) continue;
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
      text += visible(failure.file) + ":" + std::to_string(failure.mark.line) + ":" +
              std::to_string(failure.mark.column) + ": " +
              say(language, "test-failed",
                  {visible(failure.rule), visible(failure.what), outcome(failure.expected, language),
                   outcome(failure.found, language)}) +
              "\n";
    }
    for (const Diagnostic& idle : idle_) text += wording(idle, language) + "\n";
    if (options.verbosity < 0) return text;
    return text + say(language, "test-summary", {std::to_string(passed_), std::to_string(failed())}) + "\n";
  }

  std::string as_json(Language language) const {
    return document()
        .add("passed", passed_)
        .add("failed", failed())
        .add_json("failures", json_lines(failures_,
                                         [](const TestFailure& failure) {
                                           return JsonObject{}
                                               .add("file", failure.file)
                                               .add("line", failure.mark.line)
                                               .add("column", failure.mark.column)
                                               .add("rule", failure.rule)
                                               .add("what", failure.what)
                                               .add("expected", failure.expected)
                                               .add("found", failure.found)
                                               .text();
                                         }))
        .add_json("rules", diagnostics_json(idle_, language))
        .add_json("errors", diagnostics_json(errors_, language))
        .text();
  }

  std::size_t passed_ = 0;
  std::vector<TestFailure> failures_;
  Diagnostics idle_;  // rules without a test, or with tests that never trigger them
  Diagnostics errors_;
};

int answer(int argc, char** argv) {
  CommandLine line{page, argc, argv};
  Words words;
  const Asked asked = describe(line, words);
  const Options options = line.parse();
  if (asked.list->parsed()) return list(words, options);
  if (asked.show->parsed()) return show(words, options);
  if (asked.lint->parsed()) return lint_packs(words, options);
  return Tests{Packs{options, words.packs}, words}.report(options);
}

}  // namespace

}  // namespace reglament

int main(int argc, char** argv) {
  return reglament::run_program(argc, argv, [&] { return reglament::answer(argc, argv); });
}
