#include "reglament/trials/rule_test.hpp"

#include "reglament/checks/judge.hpp"
#include "reglament/checks/names.hpp"
#include "reglament/records/build_register.hpp"
#include "reglament/rules/read_pack.hpp"
#include "reglament/yaml/reader.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <memory>

namespace reglament {

namespace {

namespace fs = std::filesystem;

constexpr std::array<std::pair<std::string_view, Family>, 3> record_lists = {
    {{"meetings", Family::meeting}, {"visits", Family::visit}, {"assignments", Family::assignment}}};
constexpr std::array<Outcome, outcome_count> outcomes = {
    Outcome::met,     Outcome::late,    Outcome::missed,  Outcome::wrong,
    Outcome::pending, Outcome::excused, Outcome::unknown, Outcome::not_applicable};

// One record or period, and what it must come to.
struct Expectation {
  Outcome outcome;
  YamlReader at;
  std::string what;
};

bool counts_periods(const Rule& rule) { return rule.info->kind == Kind::frequency || rule.info->kind == Kind::conformity; }

// The pack with this rule only; its clauses are not asked for.
Pack alone(const Pack& pack, const Rule& rule) {
  Pack one;
  one.id = pack.id;
  one.in_force = pack.in_force;
  one.calendar = pack.calendar;
  one.rolls_due = pack.rolls_due;
  one.rolls_spans = pack.rolls_spans;
  one.rolls_day_of_month = pack.rolls_day_of_month;
  one.absence_excuses = pack.absence_excuses;
  one.terms = pack.terms;
  one.extensions = pack.extensions;
  one.settled = pack.settled;
  one.rules = {rule};
  return one;
}

class Trial {
 public:
  Trial(const YamlReader& test, const Pack& pack, const WorkingCalendar& calendar, TestReport& report)
      : test_(test), pack_(&pack), calendar_(calendar), report_(report) {}

  void run(const std::function<bool(const std::string&)>& selects) {
    test_.only({"rule", "as-of", "given", "note", "met", "late", "missed", "wrong", "pending", "excused", "unknown",
                "not-applicable"});
    const YamlReader name = test_.required("rule");
    if (selects && !selects(name.text())) return;
    fill_settings();
    rule_ = pack_->find(name.view());
    if (rule_ == nullptr) name.fail({"test-of-no-rule", {name.text(), pack_->id}});
    report_.tested.insert(rule_->info->id);
    const YamlReader as_of = test_.required("as-of");
    const auto day = parse_day(as_of.view());
    if (!day) as_of.fail({"expected-date", {as_of.text()}});
    as_of_ = *day;
    read_expectations();
    if (expectations_.empty()) test_.fail({"test-expects-nothing", {}});
    if (counts_periods(*rule_)) {
      run_periods();
    } else {
      for (const Expectation& expectation : expectations_) run_record(expectation);
    }
  }

 private:
  void read_expectations() {
    for (const Outcome outcome : outcomes) {
      const auto list = test_.find(to_text(outcome));
      if (!list) continue;
      std::size_t number = 0;
      for (const YamlReader& entry : list->entries()) {
        ++number;
        const std::string what = entry.is_scalar() ? entry.text() : std::string{to_text(outcome)} + " " + std::to_string(number);
        expectations_.push_back({outcome, entry, what});
      }
    }
  }

  void fill_settings() {
    const auto given = test_.find("given");
    const auto settings = given ? given->find("settings") : std::nullopt;
    if (!settings) return;
    SettingValues values;
    for (const YamlReader& setting : settings->children()) values[std::string{setting.key()}] = setting.text();
    Loaded<Pack> filled = read_pack(pack_->folder, values);
    report_errors(filled.errors);
    with_settings_ = std::move(filled.value);
    pack_ = &*with_settings_;
  }

  // --- the world ----------------------------------------------------------------------------------------------------

  Register make_register(const std::optional<YamlReader>& office) {
    RegisterBuilder builder;
    builder.make_up_missing();
    if (const auto given = test_.find("given")) {
      given->only({"settings", "bodies", "offices", "meetings", "visits", "assignments"});
      if (const auto bodies = given->find("bodies")) {
        for (const YamlReader& body : bodies->entries()) builder.add_body(body);
      }
      if (const auto offices = given->find("offices")) {
        for (const YamlReader& entry : offices->entries()) builder.add_office(entry);
      }
    }
    if (office) builder.add_office(*office, fill_for("tested"));
    Loaded<Register> made = builder.finish();
    report_errors(made.errors);
    return std::move(made.value);
  }

  void report_errors(const Diagnostics& errors) {
    for (const Diagnostic& error : errors) {
      if (std::find(report_.errors.begin(), report_.errors.end(), error) == report_.errors.end()) {
        report_.errors.push_back(error);
      }
    }
  }

  Fill fill_for(const std::string& id) const {
    Fill fill;
    fill.id = id;
    const RecordType about = rule_->versions.front().body.about.front();
    const WordList types = vocabulary().types(about.family);
    fill.type = about.type != no_word ? about.type : vocabulary().words(types).front();
    return fill;
  }

  // Offices and bodies that a record names and nobody lists; an office made up owes what the rule asks.
  Fill making_up(Fill fill, Register& offices) const {
    fill.unknown_body = [&offices](std::string_view id) {
      Body body;
      body.id = id;
      body.names = {body.id, body.id, body.id};
      return offices.add(std::move(body));
    };
    fill.unknown_office = [this, &offices](std::string_view id) {
      Office office;
      office.id = id;
      const std::vector<Word>& roles = rule_->versions.front().body.owed_by.roles;
      if (!roles.empty()) office.role = roles.front();
      if (offices.bodies().empty()) {
        Body body;
        body.id = "somewhere";
        body.names = {body.id, body.id, body.id};
        office.body = offices.add(std::move(body));
      }
      return offices.add(std::move(office));
    };
    return fill;
  }

  std::vector<Record> given_records(Register& offices) {
    std::vector<Record> records;
    const auto given = test_.find("given");
    if (!given) return records;
    Diagnostics errors;
    for (const auto& [list, family] : record_lists) {
      const auto entries = given->find(list);
      if (!entries) continue;
      for (const YamlReader& entry : entries->entries()) {
        Fill fill;
        fill.id = "given-" + std::to_string(records.size() + 1);
        if (auto record = build_record(entry, family, offices, making_up(fill, offices), errors)) {
          records.push_back(std::move(*record));
        }
      }
    }
    report_errors(errors);
    return records;
  }

  Run judge(const Register& offices, const std::vector<Record>& records) {
    JudgeOptions options;
    options.as_of = as_of_;
    options.all = true;
    options.holds_all = true;
    options.binds_all = true;
    std::vector<Pack> packs;
    packs.push_back(alone(*pack_, *rule_));
    std::map<std::string, WorkingCalendar> calendars;
    calendars.emplace(pack_->calendar, calendar_);
    Judge judge{offices, std::move(packs), std::move(calendars), std::move(options)};
    for (const Record& record : records) judge.see(record);
    Run run = judge.close();
    report_errors(run.errors);
    return run;
  }

  // --- comparing ----------------------------------------------------------------------------------------------------

  void compare(const Expectation& expectation, std::optional<Outcome> found) {
    if (found && (*found == Outcome::met || is_violation(*found))) report_.triggered.insert(rule_->info->id);
    if (found == expectation.outcome) {
      ++report_.passed;
      return;
    }
    report_.failures.push_back({test_.file(), expectation.at.mark(), rule_->info->id, expectation.what,
                                std::string{to_text(expectation.outcome)},
                                found ? std::string{to_text(*found)} : std::string{"nothing"}});
  }

  void run_record(const Expectation& expectation) {
    const Family family = rule_->versions.front().body.about.front().family;
    if (!expectation.at.is_map()) expectation.at.fail({"expected-map", {}});
    const bool is_office = family == Family::office;
    Register offices = make_register(is_office ? std::optional{expectation.at} : std::nullopt);
    std::vector<Record> records = given_records(offices);
    std::string id = "tested";
    if (is_office) {
      if (const auto given_id = expectation.at.find("id")) id = given_id->text();
    } else {
      Diagnostics errors;
      auto record = build_record(expectation.at, family, offices, making_up(fill_for(id), offices), errors);
      report_errors(errors);
      if (!record) return;
      id = record->id;
      records.push_back(std::move(*record));
    }
    const Run run = judge(offices, records);
    Outcome worst = run.unknown.empty() ? Outcome::not_applicable : Outcome::unknown;
    for (const Finding& finding : run.findings) {
      if (finding.record == id && severity_rank(finding.outcome) > severity_rank(worst)) worst = finding.outcome;
    }
    compare(expectation, worst);
  }

  static std::string name_of(const Finding& finding) {
    if (finding.period) return to_text(*finding.period);
    return finding.item;
  }

  void run_periods() {
    Register offices = make_register(std::nullopt);
    const std::vector<Record> records = given_records(offices);
    const Run run = judge(offices, records);
    std::map<std::string, Outcome> found;
    for (const Finding& finding : run.findings) {
      const auto [at, is_new] = found.emplace(name_of(finding), finding.outcome);
      if (!is_new && severity_rank(finding.outcome) > severity_rank(at->second)) at->second = finding.outcome;
    }
    for (const Expectation& expectation : expectations_) {
      const auto at = found.find(expectation.what);
      std::optional<Outcome> outcome;
      if (at != found.end()) outcome = at->second;
      // A period that is not owed is told by nobody, and one that is unknown only in the count.
      if (!outcome && expectation.outcome == Outcome::not_applicable) outcome = Outcome::not_applicable;
      if (!outcome && expectation.outcome == Outcome::unknown && !run.unknown.empty()) outcome = Outcome::unknown;
      compare(expectation, outcome);
      if (at != found.end()) found.erase(at);
    }
    for (const auto& [period, outcome] : found) {
      if (outcome == Outcome::not_applicable) continue;
      report_.failures.push_back({test_.file(), test_.mark(), rule_->info->id, period, "nothing", std::string{to_text(outcome)}});
    }
  }

  YamlReader test_;
  const Pack* pack_;
  std::optional<Pack> with_settings_;  // the pack as the test's user fills it in
  const WorkingCalendar& calendar_;
  TestReport& report_;
  const Rule* rule_ = nullptr;
  Day as_of_{};
  std::vector<Expectation> expectations_;
};

std::vector<std::string> test_files(const fs::path& folder) {
  std::vector<std::string> files;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    if (entry.path().filename().string().ends_with(".test.yaml")) files.push_back(entry.path().string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

TestReport run_rule_tests(const Pack& pack, const WorkingCalendar& calendar,
                          const std::function<bool(const std::string&)>& selects) {
  TestReport report;
  for (const std::string& file : test_files(pack.folder)) {
    const auto trees = read_yaml_trees(read_file(file), file);
    report.errors.insert(report.errors.end(), trees.errors.begin(), trees.errors.end());
    for (const YamlTree& tree : trees.value) {
      try {
        const YamlReader document{tree, file};
        document.only({"tests"});
        for (const YamlReader& test : document.required("tests").entries()) {
          try {
            Trial{test, pack, calendar, report}.run(selects);
          } catch (const InputError& error) {
            report.errors.push_back(error.diagnostic);
          }
        }
      } catch (const InputError& error) {
        report.errors.push_back(error.diagnostic);
      }
    }
  }
  return report;
}

}  // namespace reglament
