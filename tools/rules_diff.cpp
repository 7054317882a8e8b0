#include "rules_diff.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string_view>
#include <utility>

#include "judged_records.hpp"
#include "pack_diff.hpp"
#include "reglament/findings/parties.hpp"
#include "rule_choice.hpp"

namespace reglament {

namespace {

class Diff {
 public:
  Diff(const DiffAsked& asked, const Options& options) : asked_(asked), options_(options) {}

  int run() {
    load_packs();
    find_records();
    compare_rules();
    judge();
    report();
    return told_status();
  }

 private:
  // Next to a pack with a fault nothing sensible can be said of one without: what is left out of it would seem to be gone.
  void load_packs() {
    auto a = load_pack({asked_.a, "", {}}, options_);
    auto b = load_pack({asked_.b, "", {}}, options_);
    diff_.a = std::move(a.value);
    diff_.b = std::move(b.value);
    const bool both = !diff_.a.packs.empty() && !diff_.b.packs.empty();
    if (both && diff_.pack_a().id == diff_.pack_b().id) forgive_settings(a.errors, b.errors);
    const bool sound = a.errors.empty() && b.errors.empty();
    keep(a.errors);
    keep(b.errors);
    if (!both || !sound) stop();
    keep(choice_.unfit({diff_.pack_a(), diff_.pack_b()}));
  }

  // A setting that one version of a regulation has is no mistake where the other has none.
  static void forgive_settings(Diagnostics& a, Diagnostics& b) {
    const Diagnostics of_a = a;
    const auto forgive = [](Diagnostics& errors, const Diagnostics& others) {
      std::erase_if(errors, [&](const Diagnostic& error) {
        return error.message.key == "unknown-setting" &&
               std::find(others.begin(), others.end(), error) == others.end();
      });
    };
    forgive(a, b);
    forgive(b, of_a);
  }

  void find_records() {
    records_.emplace(options_, own_files());
    keep(records_->take_errors());
    if (const auto nobody = records_->nobody_asked_for()) {
      keep({*nobody});
      stop();
    }
    records_->offices().bind_alike(diff_.pack_a().id, diff_.pack_b().id);
  }

  // What lies among the records and is none: an edited copy of a pack, too.
  std::vector<std::string> own_files() const {
    std::vector<std::string> files;
    for (const std::string& file : {options_.configuration.file, options_.output}) {
      if (!file.empty()) files.push_back(file);
    }
    for (const Pack* const pack : {&diff_.pack_a(), &diff_.pack_b()}) {
      for (const auto& entry : std::filesystem::directory_iterator{pack->folder}) {
        files.push_back(entry.path().string());
      }
    }
    return files;
  }

  // Of the rules that the options leave.
  void compare_rules() {
    PackComparison& packs = diff_.packs;
    packs = compare_packs(diff_.pack_a(), diff_.pack_b());
    const auto left_out_of = [this](const Pack& pack, const std::string& rule) {
      return !choice_.takes(*pack.find(rule)->info);
    };
    std::erase_if(packs.only_in_a,
                  [&](const std::string& rule) { return left_out_of(diff_.pack_a(), rule); });
    std::erase_if(packs.only_in_b,
                  [&](const std::string& rule) { return left_out_of(diff_.pack_b(), rule); });
    std::erase_if(packs.changed, [&](const ChangedRule& changed) {
      return left_out_of(diff_.pack_a(), changed.rule) && left_out_of(diff_.pack_b(), changed.rule);
    });
  }

  void judge() {
    std::vector<Run> runs = records_->judge({&diff_.a, &diff_.b}, choice_, true);
    diff_.run_a = std::move(runs.front());
    diff_.run_b = std::move(runs.back());
    keep(records_->take_errors());
    for (Run* const run : {&diff_.run_a, &diff_.run_b}) {
      name_parties(*run, records_->offices());
      keep(run->errors);
    }
    diff_.findings = compare(diff_.run_a, diff_.run_b);
  }

  void report() const {
    tell_errors();
    write_output(options_.output,
                 options_.format == Format::json ? diff_json(diff_, options_) : diff_text(diff_, options_));
  }

  int told_status() const {
    const bool judged = judged_anything(diff_.run_a.summary) || judged_anything(diff_.run_b.summary);
    if (!judged && !(options_.allow_empty && diff_.errors.empty())) {
      say_line(options_.program + ": " + said("nothing-judged", {said(why_nothing())}));
      return 2;
    }
    if (!diff_.errors.empty()) {
      say_line(options_.program + ": " + said("not-fully-judged", {std::to_string(diff_.errors.size())}));
      return 2;
    }
    return diff_.is_same() ? 0 : 1;
  }

  std::string_view why_nothing() const {
    if (records_->inputs().empty()) return "nothing-judged-no-file";
    if (records_->is_empty()) return "nothing-judged-no-record";
    if (!binds_anybody(diff_.pack_a().id)) return "nothing-judged-nobody-bound";
    const bool any_rule = choice_.takes_any(diff_.a.packs) || choice_.takes_any(diff_.b.packs);
    return any_rule ? "nothing-judged-no-result" : "nothing-judged-no-rule";
  }

  bool binds_anybody(const std::string& pack) const {
    const std::vector<Given> named = packs_named(records_->offices());
    return std::any_of(named.begin(), named.end(), [&](const Given& given) { return given.text == pack; });
  }

  // Both packs may have met the same fault.
  void keep(const Diagnostics& errors) {
    for (const Diagnostic& error : errors) {
      const bool known = std::find(diff_.errors.begin(), diff_.errors.end(), error) != diff_.errors.end();
      if (!known) diff_.errors.push_back(error);
    }
  }

  [[noreturn]] void stop() const {
    tell_errors();
    say_line(said("command-stopped", {options_.program}));
    throw Exit{2};
  }

  void tell_errors() const {
    for (const Diagnostic& error : diff_.errors) say_error(error, options_.language);
  }

  std::string said(std::string_view key, std::initializer_list<std::string> arguments = {}) const {
    return say(options_.language, key, arguments);
  }

  const DiffAsked& asked_;
  const Options& options_;
  RuleChoice choice_{options_};
  std::optional<JudgedRecords> records_;  // once the packs are known
  PackDiff diff_;
};

}  // namespace

int diff_packs(const DiffAsked& asked, const Options& options) { return Diff{asked, options}.run(); }

}  // namespace reglament
