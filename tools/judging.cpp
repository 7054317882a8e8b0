#include "judging.hpp"

#include <algorithm>
#include <chrono>
#include <deque>
#include <iterator>
#include <numeric>
#include <sys/resource.h>
#include <system_error>

#include <fmt/format.h>

#include "packs.hpp"
#include "progress.hpp"
#include "reglament/checks/judge.hpp"
#include "reglament/findings/baseline.hpp"
#include "reglament/findings/characters.hpp"
#include "reglament/findings/glob.hpp"
#include "reglament/findings/parties.hpp"
#include "reglament/findings/scope.hpp"
#include "reglament/findings/waivers.hpp"
#include "reglament/records/read.hpp"
#include "reglament/rules/read_pack.hpp"
#include "reglament/yaml/reader.hpp"

namespace reglament {

namespace {

// One run of a command that judges.
class Judging {
 public:
  Judging(const Options& options, std::optional<Group> group) : options_(options), group_(group) {}

  int run() {
    find_records();
    load_rules();
    judge();
    waive();
    report_all();
    return told_status();
  }

 private:
  // --- reading --------------------------------------------------------------------------------------------------------

  void find_records() {
    auto found = find_inputs(options_.paths, own_files());
    if (options_.allow_empty) {
      std::erase_if(found.errors,
                    [](const Diagnostic& error) { return error.message.key == "input-empty-folder"; });
    }
    inputs_ = std::move(found.value);
    auto read = read_register(inputs_, options_.jobs);
    offices_ = std::move(read.value);
    keep(std::move(found.errors));
    keep(std::move(read.errors));
    check_asked_for();
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

  // Nothing sensible can be said of an office or a body that is not there.
  void check_asked_for() {
    std::vector<std::string> ids;
    if (options_.office && !offices_.find_office(options_.office->text)) {
      for (const Office& office : offices_.offices()) ids.push_back(office.id);
      refuse(*options_.office, unknown(options_.office->text, "no-such-office", "no-such-office-near", ids));
    }
    if (options_.body && !offices_.find_body(options_.body->text)) {
      for (const Body& body : offices_.bodies()) ids.push_back(body.id);
      refuse(*options_.body, unknown(options_.body->text, "no-such-body", "no-such-body-near", ids));
    }
  }

  [[noreturn]] void refuse(const Given& given, Message message) {
    errors_.push_back(given.diagnostic(std::move(message)));
    tell_errors();
    say_line(said("command-stopped", {options_.program}));
    throw Exit{2};
  }

  void load_rules() {
    const PackPlaces places = pack_places(options_);
    any_pack_named_ = !packs_named(offices_).empty();
    auto loaded =
        load_packs(places.only.empty() ? packs_named(offices_) : places.only, places, options_.configuration);
    rulebook_ = std::move(loaded.value);
    keep(std::move(loaded.errors));
    check_patterns();
  }

  void check_patterns() {
    for (const std::vector<Given>* patterns : {&options_.select, &options_.ignore}) {
      for (const Given& pattern : *patterns) {
        if (!names_any_rule(pattern.text)) errors_.push_back(pattern.diagnostic(no_such_rule(pattern.text)));
      }
    }
  }

  bool names_any_rule(const std::string& pattern) const {
    return std::any_of(rulebook_.packs.begin(), rulebook_.packs.end(), [&](const Pack& pack) {
      return std::any_of(pack.rules.begin(), pack.rules.end(),
                         [&](const Rule& rule) { return names_rule(pattern, *rule.info); });
    });
  }

  Message no_such_rule(const std::string& pattern) const {
    const bool with_pack = pattern.find('/') != std::string::npos;
    std::vector<std::string> ids;
    for (const Pack& pack : rulebook_.packs) {
      for (const Rule& rule : pack.rules) ids.push_back(with_pack ? rule.info->full_id() : rule.info->id);
    }
    if (const auto near = nearest(pattern, ids)) return {"no-such-rule-near", {clipped(pattern), *near}};
    return {"no-such-rule", {clipped(pattern)}};
  }

  // --- judging --------------------------------------------------------------------------------------------------------

  void judge() {
    JudgeOptions judging = judge_options();
    if (auto first_look = look_at_records(judging)) {
      judging.first_look = std::move(first_look);
      look_at_records(judging);
    }
    keep(std::move(reading_errors_));
    run_.tool = options_.program;
    for (const Input& input : inputs_) run_.inputs.push_back({input.path, input.sha256, input.records});
    keep(std::move(run_.errors));
    judged_ = judged_anything(run_.summary);
    remark();
  }

  // What the judge must know for a second look, where it needs one.
  std::optional<FirstLook> look_at_records(const JudgeOptions& judging) {
    std::optional<Judge> judge = look_at_records(judging, std::min<std::size_t>(options_.jobs, inputs_.size()));
    if (!judge) judge = look_at_records(judging, 1);
    run_ = judge->close();
    return judge->second_look();
  }

  // In so many parts at once; nothing where it must be done in one.
  std::optional<Judge> look_at_records(const JudgeOptions& judging, std::size_t parts) {
    std::deque<Judge> judges;
    judges.emplace_back(offices_, rulebook_.packs, rulebook_.calendars, judging);
    while (judges.size() < parts) judges.push_back(judges.front().fork());
    Progress progress{options_};
    std::vector<SeeRecord> see;
    for (Judge& judge : judges) {
      see.emplace_back([&judge, &progress](const Record& record) {
        judge.see(record);
        progress.step();
      });
    }
    auto errors = read_records(inputs_, offices_, see);
    if (!errors) return std::nullopt;
    reading_errors_ = std::move(*errors);
    for (std::size_t part = 1; part < judges.size(); ++part) judges.front().absorb(std::move(judges[part]));
    return std::move(judges.front());
  }

  JudgeOptions judge_options() const {
    JudgeOptions judging;
    judging.as_of = options_.as_of;
    judging.period = options_.period;
    judging.selects = [this](const Rule& rule) { return is_selected(*rule.info); };
    if (options_.office) judging.office = options_.office->text;
    if (options_.body) judging.body = offices_.find_body(options_.body->text);
    judging.all = options_.all;
    judging.holds_all = options_.holds_all;
    judging.holds = options_.holds;
    return judging;
  }

  bool is_selected(const RuleInfo& rule) const {
    const auto named_by = [&](const std::vector<Given>& patterns) {
      return std::any_of(patterns.begin(), patterns.end(),
                         [&](const Given& pattern) { return names_rule(pattern.text, rule); });
    };
    return (!group_ || rule.group == *group_) && rule.severity >= options_.severity &&
           (options_.select.empty() || named_by(options_.select)) && !named_by(options_.ignore);
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
    const bool part = group_ || options_.period || options_.office || options_.body ||
                      !options_.select.empty() || !options_.ignore.empty() ||
                      options_.severity > Severity::note;
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
    name_parties(run_, offices_);
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
    say_line(said("stats", {count(inputs_.size(), Counted::file), count(records_read(), Counted::record),
                            count(rules, Counted::rule), fmt::format("{:.2f}", seconds),
                            std::to_string(usage.ru_maxrss / 1024)}));
    for (const Input& input : inputs_) tell_slow_way(input);
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

  std::size_t records_read() const {
    return std::accumulate(inputs_.begin(), inputs_.end(), std::size_t{0},
                           [](std::size_t sum, const Input& input) { return sum + input.records; });
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
    if (inputs_.empty()) return "nothing-judged-no-file";
    if (records_read() == 0 && offices_.offices().empty()) return "nothing-judged-no-record";
    if (!any_pack_named_) return "nothing-judged-no-pack-named";
    if (rulebook_.packs.empty()) return "nothing-judged-no-pack";
    return is_any_selected() ? "nothing-judged-no-result" : "nothing-judged-no-rule";
  }

  bool is_any_selected() const {
    return std::any_of(rulebook_.packs.begin(), rulebook_.packs.end(), [this](const Pack& pack) {
      return std::any_of(pack.rules.begin(), pack.rules.end(),
                         [this](const Rule& rule) { return is_selected(*rule.info); });
    });
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
  std::optional<Group> group_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  std::vector<Input> inputs_;
  Register offices_;
  Rulebook rulebook_;
  bool any_pack_named_ = false;
  bool judged_ = false;
  bool all_written_ = true;
  Diagnostics errors_;
  Diagnostics reading_errors_;  // of the latest look at the records
  Run run_;
};

}  // namespace

int judge_records(CommandPage page, std::optional<Group> group, int argc, char** argv) {
  page.takes = {Takes::paths, Takes::rules, Takes::as_of, Takes::judging, Takes::format};
  CommandLine line{std::move(page), argc, argv};
  const Options options = line.parse();
  return Judging{options, group}.run();
}

}  // namespace reglament
