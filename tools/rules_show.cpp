#include "rules_show.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <memory>
#include <utility>

#include "chosen_packs.hpp"
#include "example_words.hpp"
#include "json_answer.hpp"
#include "reglament/findings/glob.hpp"
#include "reglament/trials/rule_examples.hpp"
#include "reglament/yaml/reader.hpp"
#include "rule_page.hpp"

namespace reglament {

namespace {

[[noreturn]] void refuse_rule(const std::string& asked, const std::vector<Pack>& packs,
                              const Options& options) {
  std::vector<std::string> ids;
  for (const Pack& pack : packs) {
    for (const Rule& rule : pack.rules) ids.push_back(rule.info->id);
  }
  if (const auto near = nearest(asked, ids)) {
    throw InputError{{options.program, {}, {"no-such-rule-near", {clipped(asked), *near}}}};
  }
  throw InputError{{options.program, {}, {"no-such-rule", {clipped(asked)}}}};
}

class Show {
 public:
  explicit Show(const Options& options) : options_(options), packs_(options, {}), errors_(packs_.errors()) {}

  int run(const std::vector<std::string>& asked) {
    std::vector<std::string> shown;
    for (const std::string& pattern : asked) {
      const std::size_t before = shown.size();
      for (const Pack& pack : packs_.all()) {
        for (const Rule& rule : pack.rules) {
          if (names_rule(pattern, *rule.info)) shown.push_back(told(pack, rule));
        }
      }
      if (shown.size() == before) refuse_rule(pattern, packs_.all(), options_);
    }
    const int status = say_unsound(errors_, options_);
    write_rules(shown, "\n", options_);
    return status;
  }

 private:
  std::string told(const Pack& pack, const Rule& rule) {
    RuleExamples& tests = tests_of(pack);
    auto found = tests.of(rule);
    keep(std::move(found.errors));
    const ExampleWords words{rule, packs_.calendar(pack), options_.language};
    if (options_.format == Format::json) {
      return rule_json(pack, rule, options_.language).add_json("examples", words.json(found.value)).text();
    }
    return rule_page(pack, rule, words.rows(found.value, tests.has_test(rule)), options_.language);
  }

  RuleExamples& tests_of(const Pack& pack) {
    if (!tests_ || tested_ != &pack) {
      tested_ = &pack;
      tests_ = std::make_unique<RuleExamples>(pack, packs_.calendar(pack));
      keep(tests_->errors());
    }
    return *tests_;
  }

  void keep(Diagnostics errors) { std::move(errors.begin(), errors.end(), std::back_inserter(errors_)); }

  const Options& options_;
  ChosenPacks packs_;
  Diagnostics errors_;
  const Pack* tested_ = nullptr;
  std::unique_ptr<RuleExamples> tests_;  // of the pack that is being shown
};

}  // namespace

int show_rules(const std::vector<std::string>& asked, const Options& options) {
  return Show{options}.run(asked);
}

void write_rules(const std::vector<std::string>& rules, std::string_view between, const Options& options) {
  if (options.format == Format::json) {
    write_output(options.output,
                 json_answer(options).add_json("rules", json_lines(rules, std::identity{})).text());
    return;
  }
  std::string text;
  for (const std::string& rule : rules) text += (text.empty() ? "" : std::string{between}) + rule;
  write_output(options.output, text);
}

}  // namespace reglament
