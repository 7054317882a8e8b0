#include "judging.hpp"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <sys/resource.h>
#include <system_error>

#include <fmt/format.h>

#include "judged_records.hpp"
#include "packs.hpp"
#include "reglament/findings/baseline.hpp"
#include "reglament/findings/characters.hpp"
#include "reglament/findings/parties.hpp"
#include "reglament/findings/scope.hpp"
#include "reglament/findings/waivers.hpp"
#include "reglament/rules/read_pack.hpp"
#include "rule_choice.hpp"

namespace reglament {

namespace {

// One run of a command that judges.
class Judging {
 public:
  Judging(const Options& options, std::optional<Group> group) : options_(options), choice_(options, group) {}

  int run() {
    check_asked_for();
    load_rules();
    judge();
    waive();
    report_all();
    return told_status();
  }

 private:
  // --- reading --------------------------------------------------------------------------------------------------------

  void check_asked_for() {
    keep(records_.take_errors());
    auto nobody = records_.nobody_asked_for();
    if (!nobody) return;
    errors_.push_back(std::move(*nobody));
    tell_errors();
    say_line(said("command-stopped", {options_.program}));
    throw Exit{2};
  }

  // What lies among the records and is none: what the run itself reads and writes.
  std::vector<std::string> own_files() const {
    std::vector<std::string> files;
    const auto add = [&](const std::string& path) {
      if (!path.empty()) files.push_back(path);
    };
    add(options_.waivers.value_or(""));
    add(options_.baseline.value_or(""));
    add(options_.configuration.file);
    add(options_.output);
    for (const ReportFile& report : options_.reports) add(report.path);
    return files;
  }

  void load_rules() {
    const PackPlaces places = pack_places(options_);
    const std::vector<Given> named = packs_named(records_.offices());
    any_pack_named_ = !named.empty();
    auto loaded = load_packs(places.only.empty() ? named : places.only, places, options_.configuration);
    rulebook_ = std::move(loaded.value);
    keep(std::move(loaded.errors));
    keep(choice_.unfit(rulebook_.packs));
  }

  // --- judging --------------------------------------------------------------------------------------------------------

  void judge() {
    run_ = std::move(records_.judge({&rulebook_}, choice_, options_.all).front());
    run_.tool = options_.program;
    keep(records_.take_errors());
    keep(std::move(run_.errors));
    judged_ = judged_anything(run_.summary);
    remark();
  }

  void remark() {
    if (run_.unbound_records > 0) {
      run_.remarks.push_back({"remark-unbound", {std::to_string(run_.unbound_records)}});
    }
    if (run_.never_applied.empty()) return;
    run_.remarks.push_back({"remark-never-applied", {std::to_string(run_.never_applied.size())}});
    if (options_.verbosity <= 0) return;
    for (const std::string& rule : run_.never_applied) run_.remarks.push_back({"remark-rule", {rule}});
  }

  // --- what is waived or known -----------------------------------------------------------------------------------------

  Scope scope() const {
    const bool part = choice_.is_partial() || options_.period || options_.office || options_.body;
    return part ? Scope::part : Scope::whole;
  }

  void waive() {
    if (options_.waivers) {
      const auto waivers = read_own<std::vector<Waiver>>(*options_.waivers, read_waivers);
      std::vector<Finding> complaints = apply_waivers(run_.findings, waivers, options_.as_of, scope());
      std::move(complaints.begin(), complaints.end(), std::back_inserter(run_.findings));
      sort_findings(run_.findings);
      fold_findings(run_.findings);
    }
    if (options_.baseline) take_baseline(*options_.baseline);
    count_violations(run_.summary, run_.findings);
    name_parties(run_, records_.offices());
  }

  template <typename T>
  T read_own(const std::string& path, Loaded<T> (*read)(std::string_view, const std::string&)) {
    try {
      auto loaded = read(read_file(path), path);
      keep(std::move(loaded.errors));
      return std::move(loaded.value);
    } catch (const InputError& error) { errors_.push_back(error.diagnostic); }
    return {};
  }

  void take_baseline(const std::string& path) {
    std::error_code ignored;
    const bool is_first = options_.update_baseline && !std::filesystem::exists(path, ignored);
    const Baseline baseline = is_first ? Baseline{} : read_own<Baseline>(path, read_baseline);
    if (!options_.update_baseline) {
      const std::vector<Message> stale = apply_baseline(run_.findings, baseline, scope());
      std::copy(stale.begin(), stale.end(), std::back_inserter(run_.remarks));
      return;
    }
    const auto message = [this](const Finding& finding) {
      return finding.statements.empty() ? std::string{}
                                        : wording(finding.statements.front(), options_.language);
    };
    // After a look at a part, or one that errors cut short, a violation that is not seen may still be there.
    if (scope() == Scope::part || !errors_.empty()) {
      errors_.push_back({path, {}, {"baseline-not-updated", {}}});
      apply_baseline(run_.findings, baseline, Scope::part);
      return;
    }
    const Baseline updated =
        is_first ? make_baseline(run_.findings, message) : shrink(baseline, run_.findings);
    apply_baseline(run_.findings, updated, scope());
    try {
      write_whole(path, to_text(updated));
    } catch (const InputError& error) { errors_.push_back(error.diagnostic); }
  }

  // --- telling --------------------------------------------------------------------------------------------------------

  void report_all() {
    tell_errors();
    run_.errors = errors_;
    ReportOptions how;
    how.language = options_.language;
    how.all = options_.all;
    how.verbosity = options_.verbosity;
    how.calendars = rulebook_.calendars;
    for (const ReportFile& file : options_.reports) write(file, how);
    how.color = options_.color;
    write({options_.format, options_.output}, how);
    if (options_.stats) tell_stats();
  }

  // One that cannot be written does not keep back the others.
  void write(const ReportFile& file, const ReportOptions& how) {
    try {
      write_output(file.path, report(run_, file.format, how));
    } catch (const InputError& error) {
      say_error(error.diagnostic, options_.language);
      all_written_ = false;
    }
  }

  void tell_errors() const {
    for (const Diagnostic& error : errors_) say_error(error, options_.language);
  }

  void tell_stats() const {
    const auto seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::size_t rules = 0;
    for (const Pack& pack : rulebook_.packs) rules += pack.rules.size();
    say_line(said("stats", {count(records_.inputs().size(), Counted::file),
                            count(records_.count(), Counted::record), count(rules, Counted::rule),
                            fmt::format("{:.2f}", seconds), std::to_string(usage.ru_maxrss / 1024)}));
    for (const Input& input : records_.inputs()) tell_slow_way(input);
  }

  void tell_slow_way(const Input& input) const {
    if (input.lanes.slow == 0) return;
    const Mark where = input.lanes.where;
    const std::string place = where.line == 0 ? input.path : fmt::format("{}:{}:{}", input.path, where.line, where.column);
    say_line(said("stats-slow", {visible(place), said(why_slow(input.lanes.why))}));
  }

  static const char* why_slow(Outside why) {
    switch (why) {
      case Outside::none: break;
      case Outside::anchor: return "slow-anchor";
      case Outside::tag: return "slow-tag";
      case Outside::block_scalar: return "slow-block-scalar";
      case Outside::several_lines: return "slow-several-lines";
      case Outside::escape: return "slow-escape";
      case Outside::key: return "slow-key";
      case Outside::empty_item: return "slow-empty-item";
      case Outside::indentation: return "slow-indentation";
      case Outside::tab: return "slow-tab";
      case Outside::control_character: return "slow-control-character";
      case Outside::document_marks: return "slow-document-marks";
      case Outside::depth: return "slow-depth";
      case Outside::other: break;
    }
    return "slow-other";
  }

  int told_status() const {
    if (!judged_ && !(options_.allow_empty && errors_.empty())) {
      say_line(options_.program + ": " + said("nothing-judged", {said(why_nothing())}));
      return 2;
    }
    if (!errors_.empty()) {
      say_line(options_.program + ": " + said("not-fully-judged", {std::to_string(errors_.size())}));
      return 2;
    }
    if (!all_written_) {
      say_line(options_.program + ": " + said("not-all-written"));
      return 2;
    }
    const std::size_t violations = violations_that_fail();
    if (violations == 0) return 0;
    if (options_.verbosity >= 0) say_line(options_.program + ": " + count(violations, Counted::violation));
    return 1;
  }

  std::string_view why_nothing() const {
    if (records_.inputs().empty()) return "nothing-judged-no-file";
    if (records_.is_empty()) return "nothing-judged-no-record";
    if (!any_pack_named_) return "nothing-judged-no-pack-named";
    if (rulebook_.packs.empty()) return "nothing-judged-no-pack";
    return choice_.takes_any(rulebook_.packs) ? "nothing-judged-no-result" : "nothing-judged-no-rule";
  }

  std::size_t violations_that_fail() const {
    std::size_t violations = 0;
    for (std::size_t severity = 0; severity < run_.summary.violations.size(); ++severity) {
      const bool fails = options_.fail_on && static_cast<Severity>(severity) >= *options_.fail_on;
      if (fails) violations += run_.summary.violations[severity];
    }
    return violations;
  }

  void keep(Diagnostics errors) { std::move(errors.begin(), errors.end(), std::back_inserter(errors_)); }
  std::string said(std::string_view key, std::initializer_list<std::string> arguments = {}) const {
    return say(options_.language, key, arguments);
  }
  std::string count(std::size_t number, Counted what) const {
    return quantity(options_.language, static_cast<std::int64_t>(number), what);
  }

  const Options& options_;
  RuleChoice choice_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  JudgedRecords records_{options_, own_files()};
  Rulebook rulebook_;
  bool any_pack_named_ = false;
  bool judged_ = false;
  bool all_written_ = true;
  Diagnostics errors_;
  Run run_;
};

}  // namespace

int judge_records(CommandPage page, std::optional<Group> group, int argc, char** argv) {
  page.takes = {Takes::paths, Takes::rules, Takes::as_of, Takes::scope, Takes::judging, Takes::format};
  CommandLine line{std::move(page), argc, argv};
  const Options options = line.parse();
  return Judging{options, group}.run();
}

}  // namespace reglament
