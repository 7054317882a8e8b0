#include "reglament/trials/prepared_test.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "reglament/checks/judge.hpp"
#include "reglament/records/build_register.hpp"

namespace reglament {

namespace {

constexpr std::array<std::pair<std::string_view, Family>, 3> record_lists = {
    {{"meetings", Family::meeting}, {"visits", Family::visit}, {"assignments", Family::assignment}}};
constexpr std::array<Outcome, outcome_count> outcomes = {
    Outcome::met,     Outcome::late,    Outcome::missed,  Outcome::wrong,
    Outcome::pending, Outcome::excused, Outcome::unknown, Outcome::not_applicable};

bool counts_periods(const Rule& rule) {
  return rule.info->kind == Kind::frequency || rule.info->kind == Kind::conformity;
}

bool has_reading(const Rule& rule, std::string_view id) {
  return std::any_of(rule.versions.begin(), rule.versions.end(), [&](const RuleVersion& version) {
    return std::any_of(version.readings.begin(), version.readings.end(),
                       [&](const Reading& r) { return r.id == id; });
  });
}

// Builds the worlds of one test. What the rule as written asks fills what they leave out, so that a mutant is tried in the
// same worlds.
class Preparation {
 public:
  Preparation(const YamlReader& test, const Rule& rule, Diagnostics& errors)
      : test_(test), rule_(rule), given_(test.find("given")), errors_(errors) {}

  PreparedTest run() {
    prepared_.rule = rule_.info->id;
    prepared_.file = test_.file();
    prepared_.mark = test_.mark();
    const YamlReader as_of = test_.required("as-of");
    const auto day = parse_day(as_of.view());
    if (!day) as_of.fail({"expected-date", {as_of.text()}});
    prepared_.as_of = *day;
    read_reading();
    read_given();
    read_expectations();
    return std::move(prepared_);
  }

 private:
  void read_reading() {
    const auto reading = test_.find("reading");
    if (!reading) return;
    prepared_.reading = reading->text();
    if (!has_reading(rule_, prepared_.reading))
      reading->fail({"test-of-no-reading", {rule_.info->id, prepared_.reading}});
  }

  void read_given() {
    if (!given_) return;
    given_->only({"settings", "bodies", "offices", "meetings", "visits", "assignments"});
    const auto settings = given_->find("settings");
    if (!settings) return;
    for (const YamlReader& setting : settings->children()) {
      prepared_.settings[std::string{setting.key()}] = setting.text();
    }
  }

  void read_expectations() {
    Scene periods;
    for (const Outcome outcome : outcomes) {
      const auto list = test_.find(to_text(outcome));
      if (!list) continue;
      std::size_t number = 0;
      for (const YamlReader& entry : list->entries()) {
        ++number;
        std::string what =
            entry.is_scalar() ? entry.text() : std::string{to_text(outcome)} + " " + std::to_string(number);
        Expectation expectation{outcome, std::move(what), entry.mark(), is_from_inventory(entry)};
        if (counts_periods(rule_)) {
          periods.expectations.push_back(std::move(expectation));
        } else if (auto scene = scene_of_record(entry)) {
          scene->expectations.push_back(std::move(expectation));
          prepared_.scenes.push_back(std::move(*scene));
        }
      }
      any_ = any_ || number > 0;
    }
    if (!any_) test_.fail({"test-expects-nothing", {}});
    if (!counts_periods(rule_)) return;
    periods.offices = make_register(std::nullopt);
    periods.records = given_records(periods.offices);
    prepared_.scenes.push_back(std::move(periods));
  }

  // A record bears the mark itself; of periods the test names those that the inventory gives.
  bool is_from_inventory(const YamlReader& entry) const {
    if (entry.is_map()) return entry.find("x-inventory").has_value();
    const auto marks = test_.find("x-inventory");
    if (!marks) return false;
    const std::vector<YamlReader> entries = marks->entries();
    return std::any_of(entries.begin(), entries.end(), [&](const YamlReader& mark) {
      const std::vector<YamlReader> given = mark.children();
      return std::any_of(given.begin(), given.end(), [&](const YamlReader& value) {
        return value.key() != "obligation" && value.is_scalar() && value.view() == entry.view();
      });
    });
  }

  std::optional<Scene> scene_of_record(const YamlReader& entry) {
    if (!entry.is_map()) entry.fail({"expected-map", {}});
    const RecordType about = about_of(entry);
    const Family family = about.family;
    const bool is_office = family == Family::office;
    Scene scene;
    scene.offices = make_register(is_office ? std::optional{entry} : std::nullopt);
    scene.records = given_records(scene.offices);
    scene.tested = "tested";
    if (is_office) {
      if (const auto id = entry.find("id")) scene.tested = id->text();
      return scene;
    }
    Diagnostics errors;
    auto record =
        build_record(entry, family, scene.offices, making_up(fill_for("tested", about), scene.offices), errors);
    add_once(errors, errors_);
    if (!record) return std::nullopt;
    scene.tested = record->id;
    scene.records.push_back(std::move(*record));
    return scene;
  }

  Register make_register(const std::optional<YamlReader>& office) {
    RegisterBuilder builder;
    builder.make_up_missing();
    if (const auto bodies = given_ ? given_->find("bodies") : std::nullopt) {
      for (const YamlReader& body : bodies->entries()) builder.add_body(body);
    }
    if (const auto offices = given_ ? given_->find("offices") : std::nullopt) {
      for (const YamlReader& entry : offices->entries()) builder.add_office(entry);
    }
    if (office) builder.add_office(*office, fill_for("tested", rule_.versions.front().body.about.front()));
    Loaded<Register> made = builder.finish();
    add_once(made.errors, errors_);
    return std::move(made.value);
  }

  // Of what the rule is about, that which the record's type is of; the first where it names none that is known.
  RecordType about_of(const YamlReader& entry) const {
    const std::vector<RecordType>& about = rule_.versions.front().body.about;
    const auto type = entry.find("type");
    const auto word = type && type->is_scalar() ? vocabulary().find(type->view()) : std::nullopt;
    if (!word) return about.front();
    const auto fits = std::find_if(about.begin(), about.end(), [&](const RecordType& each) {
      return each.type == no_word ? vocabulary().contains(vocabulary().types(each.family), *word) : each.type == *word;
    });
    return fits == about.end() ? about.front() : *fits;
  }

  static Fill fill_for(const std::string& id, const RecordType& about) {
    Fill fill;
    fill.id = id;
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
      const std::vector<Word>& roles = rule_.versions.front().body.owed_by.roles;
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
    Diagnostics errors;
    for (const auto& [list, family] : record_lists) {
      const auto entries = given_ ? given_->find(list) : std::nullopt;
      if (!entries) continue;
      for (const YamlReader& entry : entries->entries()) {
        Fill fill;
        fill.id = "given-" + std::to_string(records.size() + 1);
        if (auto record = build_record(entry, family, offices, making_up(fill, offices), errors)) {
          records.push_back(std::move(*record));
        }
      }
    }
    add_once(errors, errors_);
    return records;
  }

  YamlReader test_;
  const Rule& rule_;
  std::optional<YamlReader> given_;
  Diagnostics& errors_;
  PreparedTest prepared_;
  bool any_ = false;
};

// --- comparing ----------------------------------------------------------------------------------------------------

// What the reading that is asked for finds; none where the rule has no such reading.
std::optional<Outcome> outcome_of(const Finding& finding, const std::string& reading) {
  if (reading.empty()) return finding.outcome;
  for (const ReadingOutcome& other : finding.readings) {
    if (other.id == reading) return other.outcome;
  }
  if (finding.outcome == Outcome::not_applicable) return finding.outcome;
  return std::nullopt;
}

struct Found {
  Outcome outcome{};
  std::optional<std::size_t> finding;  // index in the run; none: it is only counted

  // The worse of both; of what is only counted, that which a finding tells.
  void take(Outcome other, std::size_t from) {
    const bool tells = !finding && other == outcome;
    if (tells || severity_rank(other) > severity_rank(outcome)) *this = {other, from};
  }
};

std::optional<Found> worst_of(const Run& run, const std::string& record, const std::string& reading) {
  Found worst{run.unknown.empty() ? Outcome::not_applicable : Outcome::unknown, std::nullopt};
  for (std::size_t i = 0; i < run.findings.size(); ++i) {
    if (run.findings[i].record != record) continue;
    const auto outcome = outcome_of(run.findings[i], reading);
    if (!outcome) return std::nullopt;
    worst.take(*outcome, i);
  }
  return worst;
}

std::string name_of(const Finding& finding) {
  return finding.period ? to_text(*finding.period) : finding.item;
}

std::map<std::string, Found> found_by_period(const Run& run, const std::string& reading) {
  std::map<std::string, Found> found;
  for (std::size_t i = 0; i < run.findings.size(); ++i) {
    const auto outcome = outcome_of(run.findings[i], reading);
    if (!outcome) continue;
    const auto [at, is_new] = found.emplace(name_of(run.findings[i]), Found{*outcome, i});
    if (!is_new) at->second.take(*outcome, i);
  }
  return found;
}

std::vector<TestOutcome> compare_periods(const PreparedTest& test, const Scene& scene, const Run& run) {
  std::vector<TestOutcome> compared;
  std::map<std::string, Found> found = found_by_period(run, test.reading);
  const std::map<std::string, Found> told = found_by_period(run, "");
  for (const Expectation& expectation : scene.expectations) {
    TestOutcome& outcome =
        compared.emplace_back(TestOutcome{expectation.what, expectation.mark, expectation.outcome, {}, {}});
    const auto at = found.find(expectation.what);
    if (at != found.end()) {
      outcome.found = at->second.outcome;
      outcome.finding = at->second.finding;
      found.erase(at);
      continue;
    }
    // A period that is not owed is told by nobody, and one that is unknown only in the count.
    const bool may_be_untold = expectation.outcome == Outcome::not_applicable ||
                               (expectation.outcome == Outcome::unknown && !run.unknown.empty());
    if (may_be_untold && !told.contains(expectation.what)) outcome.found = expectation.outcome;
  }
  for (const auto& [period, other] : found) {
    if (other.outcome == Outcome::not_applicable) continue;
    compared.push_back({period, test.mark, std::nullopt, other.outcome, other.finding});
  }
  return compared;
}

}  // namespace

PreparedTest prepare_test(const YamlReader& in, const Rule& rule, Diagnostics& errors) {
  return Preparation{in, rule, errors}.run();
}

Run judge_scene(const PreparedTest& test, const Scene& scene, const Pack& pack,
                const WorkingCalendar& calendar) {
  JudgeOptions options;
  options.as_of = test.as_of;
  options.all = true;
  options.holds_all = true;
  options.binds_all = true;
  std::map<std::string, WorkingCalendar> calendars;
  calendars.emplace(pack.calendar, calendar);
  Judge judge{scene.offices, {pack}, std::move(calendars), std::move(options)};
  for (const Record& record : scene.records) judge.see(record);
  return judge.close();
}

std::vector<TestOutcome> outcomes_of(const PreparedTest& test, const Scene& scene, const Run& run) {
  if (!scene.tested) return compare_periods(test, scene, run);
  const Expectation& expectation = scene.expectations.front();
  TestOutcome outcome{expectation.what, expectation.mark, expectation.outcome, {}, {}};
  if (const auto worst = worst_of(run, *scene.tested, test.reading)) {
    outcome.found = worst->outcome;
    outcome.finding = worst->finding;
  }
  return {outcome};
}

std::vector<TestOutcome> try_scene(const PreparedTest& test, const Scene& scene, const Pack& pack,
                                   const WorkingCalendar& calendar, Diagnostics& errors) {
  const Run run = judge_scene(test, scene, pack, calendar);
  add_once(run.errors, errors);
  return outcomes_of(test, scene, run);
}

void add_once(const Diagnostics& more, Diagnostics& errors) {
  for (const Diagnostic& error : more) {
    if (std::find(errors.begin(), errors.end(), error) == errors.end()) errors.push_back(error);
  }
}

}  // namespace reglament
