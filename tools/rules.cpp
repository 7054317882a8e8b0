// reglament-rules: which packs and rules there are, what a rule asks, what became of each clause, what a change of a pack
// changes, and whether packs are sound and their tests pass.
#include <algorithm>
#include <functional>
#include <iterator>

#include "chosen_packs.hpp"
#include "json_answer.hpp"
#include "lint.hpp"
#include "options.hpp"
#include "reglament/findings/characters.hpp"
#include "reglament/findings/glob.hpp"
#include "reglament/reports/json_text.hpp"
#include "reglament/reports/words.hpp"
#include "reglament/trials/rule_test.hpp"
#include "reglament/yaml/reader.hpp"
#include "rule_page.hpp"
#include "rules_coverage.hpp"
#include "rules_diff.hpp"
#include "rules_show.hpp"
#include "rules_test.hpp"

namespace reglament {

namespace {

const CommandPage page{
    .name = "reglament-rules",
    .about = "about-rules",
    .examples = {{"reglament-rules list", "example-rules-packs"},
                 {"reglament-rules list kazygurt-2025-135 --clause 13.6", "example-rules-clause"},
                 {"reglament-rules show apparatus-meeting-weekly --lang kk", "example-rules-show"},
                 {"reglament-rules coverage kazygurt-2025-135 -o coverage.html", "example-rules-clauses"},
                 {"reglament-rules diff kazygurt-2025-135 draft/kazygurt-2025-135 --on examples/kazygurt",
                  "example-rules-diff"},
                 {"reglament-rules lint rules/kazygurt-2025-135", "example-rules-lint"},
                 {"reglament-rules test", "example-rules-test"},
                 {"reglament-rules test --mutate --rule 'session-*'", "example-rules-mutate"}},
    .takes = {Takes::rules, Takes::format},
    .formats = {Format::text, Format::json, Format::markdown, Format::html}};

// What was typed besides the common options.
struct Words {
  std::vector<std::string> packs;
  std::vector<std::string> rules;
  std::string group;
  std::string kind;
  std::string clause;
  DiffAsked diff;
  TestsAsked test;
};

struct Asked {
  const CLI::App* list;
  const CLI::App* show;
  const CLI::App* coverage;
  const CLI::App* diff;
  const CLI::App* lint;
  const CLI::App* test;
};

const CLI::App* describe_diff(CommandLine& line, DiffAsked& asked) {
  CLI::App* const diff = line.app().add_subcommand("diff", line.text("help-rules-diff"));
  const std::string group = line.text("help-group-rules");
  diff->add_option("PACK-A", asked.a, line.text("help-rules-diff-a"))->required()->group(group);
  diff->add_option("PACK-B", asked.b, line.text("help-rules-diff-b"))->required()->group(group);
  CLI::Option* const paths = diff->add_option("--on", CLI::callback_t{}, line.text("help-path"));
  paths->type_name("PATH...")->expected(1, 1 << 20)->group(line.text("help-group-judged"));
  line.let_take(*diff, {Takes::as_of, Takes::scope}, paths);
  return diff;
}

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
  CLI::App* const clauses = takes_packs(app.add_subcommand("coverage", line.text("help-rules-clauses")));
  const CLI::App* const diff = describe_diff(line, words.diff);
  CLI::App* const lint = takes_packs(app.add_subcommand("lint", line.text("help-rules-lint")));
  CLI::App* const test = takes_packs(app.add_subcommand("test", line.text("help-rules-test")));
  test->add_option("--rule", words.test.rules, line.text("help-rules-test-rule"))
      ->type_name("RULE")
      ->group(group);
  CLI::Option* const coverage =
      test->add_flag("--coverage", words.test.coverage, line.text("help-rules-coverage"))->group(group);
  test->add_flag("--mutate", words.test.mutate, line.text("help-rules-mutate"))
      ->group(group)
      ->excludes(coverage);
  return {list, show, clauses, diff, lint, test};
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
    return json_answer(options).add_json("packs", json_lines(packs, pack_json)).text();
  std::string text;
  for (const Pack& pack : packs) text += pack_line(pack, options.language);
  return text;
}

int list(const Words& words, const Options& options) {
  check_word("--group", words.group, {"extension", "frequency", "deadline", "formality"});
  check_word("--kind", words.kind, {"required", "deadline", "order", "frequency", "conformity"});
  const ChosenPacks packs{options, words.packs};
  const int status = say_unsound(packs.errors(), options);
  if (words.packs.empty() && words.group.empty() && words.kind.empty() && words.clause.empty()) {
    write_output(options.output, list_of_packs(packs.all(), options));
    return status;
  }
  std::vector<std::string> rules;
  for (const Pack& pack : packs.all()) {
    for (const Rule& rule : pack.rules) {
      if (!is_wanted(rule, words)) continue;
      rules.push_back(options.format == Format::json ? rule_json(pack, rule, options.language).text()
                                                     : rule_line(rule, options.language));
    }
  }
  if (rules.empty()) throw InputError{{std::string{page.name}, {}, {"no-rule-like-this", {}}}};
  write_rules(rules, "", options);
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
  const ChosenPacks packs{options, words.packs};
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
    write_output(options.output, json_answer(options)
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

int answer(int argc, char** argv) {
  CommandLine line{page, argc, argv};
  Words words;
  const Asked asked = describe(line, words);
  const Options options = line.parse();
  if (asked.coverage->parsed()) return cover_packs(words.packs, options);
  check_word("--format", std::string{to_text(options.format)}, {"text", "json"});
  if (asked.list->parsed()) return list(words, options);
  if (asked.diff->parsed()) return diff_packs(words.diff, options);
  if (asked.show->parsed()) return show_rules(words.rules, options);
  if (asked.lint->parsed()) return lint_packs(words, options);
  return test_packs(words.test, words.packs, options);
}

}  // namespace

}  // namespace reglament

int main(int argc, char** argv) {
  return reglament::run_program(argc, argv, [&] { return reglament::answer(argc, argv); });
}
