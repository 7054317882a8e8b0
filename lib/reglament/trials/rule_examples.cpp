#include "reglament/trials/rule_examples.hpp"

#include <algorithm>
#include <compare>
#include <cstdlib>
#include <deque>
#include <limits>
#include <map>
#include <optional>
#include <tuple>
#include <utility>
#include <variant>

#include "reglament/findings/parties.hpp"

namespace reglament {

namespace {

// --- how far two cases are from each other ----------------------------------------------------------------------------

struct Fact {
  std::string value;
  std::optional<std::int64_t> measure;  // of days, times and numbers: how far it is from another
};
using Facts = std::map<std::string, Fact>;  // by path

Fact fact_of(const CellView& value, const Register& offices) {
  switch (value.kind()) {
    case Cell::Kind::moment: {
      const Moment moment = value.moment();
      const std::int64_t days = moment.day.time_since_epoch().count();
      return {to_text(moment), days * 24 * 60 + (moment.has_time() ? moment.minute : 0)};
    }
    case Cell::Kind::number: return {to_text(value.number()), value.number().millionths};
    case Cell::Kind::time: return {std::to_string(value.minutes()), value.minutes()};
    case Cell::Kind::office: return {offices[value.office()].id, {}};
    case Cell::Kind::body: return {offices[value.body()].id, {}};
    case Cell::Kind::text:
    case Cell::Kind::link: return {std::string{value.text()}, {}};
    default: return {std::to_string(value.cell().value), {}};
  }
}

void add_facts(const CellView& value, const std::string& path, const Register& offices, Facts& facts) {
  if (value.kind() != Cell::Kind::list && value.kind() != Cell::Kind::map) {
    facts.emplace(path, fact_of(value, offices));
    return;
  }
  std::size_t number = 0;
  value.for_each([&](const CellView& inner) {
    const bool is_item = value.kind() == Cell::Kind::list;
    const std::string name = is_item ? std::to_string(number++) : vocabulary().text(inner.cell().name);
    add_facts(inner, path + "/" + name, offices, facts);
  });
}

Facts facts_of(const PreparedTest& test, const Scene& scene) {
  Facts facts;
  facts.emplace("as-of", Fact{to_text(test.as_of), test.as_of.time_since_epoch().count() * 24 * 60});
  for (std::size_t i = 0; i < scene.records.size(); ++i) {
    const std::string number = std::to_string(i);
    facts.emplace(number, Fact{vocabulary().text(scene.records[i].type), {}});
    add_facts(scene.records[i].root(), number, scene.offices, facts);
  }
  const auto office = scene.tested ? scene.offices.find_office(*scene.tested) : std::nullopt;
  if (office) add_facts(scene.offices[*office].record.root(), "office", scene.offices, facts);
  return facts;
}

struct Distance {
  std::size_t facts = 0;       // in so many they differ
  std::size_t unmeasured = 0;  // of these, without a measure of both
  std::int64_t by = 0;         // the others, in all
  friend auto operator<=>(const Distance&, const Distance&) = default;
};

Distance distance(const Facts& a, const Facts& b) {
  Distance distance;
  for (const auto& [path, fact] : a) {
    const auto other = b.find(path);
    if (other != b.end() && other->second.value == fact.value) continue;
    ++distance.facts;
    if (other != b.end() && fact.measure && other->second.measure) {
      distance.by += std::abs(*fact.measure - *other->second.measure);
    } else {
      ++distance.unmeasured;
    }
  }
  const auto missing = static_cast<std::size_t>(
      std::count_if(b.begin(), b.end(), [&](const auto& entry) { return !a.contains(entry.first); }));
  distance.facts += missing;
  distance.unmeasured += missing;
  return distance;
}

// --- the cases --------------------------------------------------------------------------------------------------------

// An expectation that came out as written.
struct Case {
  const PreparedTest* test;
  const Scene* scene;
  const Expectation* expectation;
  std::optional<Finding> finding;
  Facts facts;

  bool is_of_rule_itself() const { return test->reading.empty(); }
};

bool differ(Outcome a, Outcome b) { return is_violation(a) != is_violation(b); }

// What `reading` makes of a case of the rule itself.
std::optional<Outcome> outcome_in(const Case& one, const std::string& reading) {
  if (!one.finding) return std::nullopt;
  for (const ReadingOutcome& other : one.finding->readings) {
    if (other.id == reading) return other.outcome;
  }
  return std::nullopt;
}

// Orders cases: the least is the best; of equal ones the first.
using Rank = std::tuple<int, int, Distance>;

struct Choice {
  const Case* chosen;
  Outcome outcome;
  std::string reading;
};

class Chooser {
 public:
  explicit Chooser(const std::vector<Case>& cases) : cases_(cases) {}

  std::vector<Choice> choose(const Rule& rule) {
    choose_pair();
    if (met_ != nullptr) add(*met_);
    if (violated_ != nullptr) add(*violated_);
    if (const Case* const exception = exception_of(Outcome::excused)) {
      add(*exception);
    } else if (const Case* const other = exception_of(Outcome::not_applicable)) {
      add(*other);
    }
    for (const std::string& reading : readings_of(rule)) choose_reading(reading);
    if (choices_.empty() && !cases_.empty()) add(cases_.front());  // all is pending, or unknown
    return std::move(choices_);
  }

 private:
  static bool is_met(const Case& one) {
    return one.is_of_rule_itself() && one.expectation->outcome == Outcome::met;
  }
  static bool is_violated(const Case& one) {
    return one.is_of_rule_itself() && is_violation(one.expectation->outcome);
  }
  static int mark(const Case& one) { return one.expectation->from_inventory ? 0 : 1; }

  void add(const Case& one) { choices_.push_back({&one, one.expectation->outcome, ""}); }

  // The pair that lies next to the boundary; where all cases are on one side of it, the first of these.
  void choose_pair() {
    const auto by_mark = [](const Case& one) { return Rank{mark(one), 0, {}}; };
    met_ = best_of(is_met, by_mark);
    violated_ = best_of(is_violated, by_mark);
    std::optional<Rank> least;
    for (const Case& violated : cases_) {
      if (!is_violated(violated)) continue;
      for (const Case& met : cases_) {
        if (!is_met(met)) continue;
        const Rank rank{mark(violated) + mark(met), 0, distance(violated.facts, met.facts)};
        if (least && *least <= rank) continue;
        least = rank;
        violated_ = &violated;
        met_ = &met;
      }
    }
  }

  Rank nearness(const Case& one) const { return {mark(one), 0, from_boundary(one)}; }

  const Case* exception_of(Outcome outcome) const {
    const auto is_exception = [&](const Case& one) {
      return one.is_of_rule_itself() && one.expectation->outcome == outcome;
    };
    return best_of(is_exception, [this](const Case& one) { return nearness(one); });
  }

  // A test that asks for the reading, best where the rule itself comes to something else; without one, a case of the rule
  // itself that the reading sees otherwise.
  void choose_reading(const std::string& reading) {
    const Case* one = best_of([&](const Case& each) { return each.test->reading == reading; },
                              [&](const Case& each) {
                                const bool agrees = !each.finding ||
                                                    !differ(each.finding->outcome, each.expectation->outcome);
                                return Rank{agrees ? 1 : 0, mark(each), from_boundary(each)};
                              });
    if (one != nullptr) return choices_.push_back({one, one->expectation->outcome, reading});
    const auto is_seen_otherwise = [&](const Case& each) {
      const auto outcome = outcome_in(each, reading);
      return each.is_of_rule_itself() && outcome && differ(*outcome, each.expectation->outcome);
    };
    one = best_of(is_seen_otherwise, [this](const Case& each) { return nearness(each); });
    if (one != nullptr) choices_.push_back({one, *outcome_in(*one, reading), reading});
  }

  static std::vector<std::string> readings_of(const Rule& rule) {
    std::vector<std::string> ids;
    for (const RuleVersion& version : rule.versions) {
      for (const Reading& reading : version.readings) {
        if (std::find(ids.begin(), ids.end(), reading.id) == ids.end()) ids.push_back(reading.id);
      }
    }
    return ids;
  }

  Distance from_boundary(const Case& one) const {
    Distance nearest{std::numeric_limits<std::size_t>::max(), 0, 0};
    for (const Case* const side : {violated_, met_}) {
      if (side != nullptr) nearest = std::min(nearest, distance(side->facts, one.facts));
    }
    return nearest;
  }

  template <typename Takes, typename RankOf>
  const Case* best_of(Takes takes, RankOf rank_of) const {
    const Case* best = nullptr;
    std::optional<Rank> least;
    for (const Case& one : cases_) {
      if (!takes(one)) continue;
      const Rank rank = rank_of(one);
      if (least && *least <= rank) continue;
      least = rank;
      best = &one;
    }
    return best;
  }

  const std::vector<Case>& cases_;
  const Case* violated_ = nullptr;
  const Case* met_ = nullptr;
  std::vector<Choice> choices_;
};

// --- what is told of them ---------------------------------------------------------------------------------------------

// The days that a record is of: those it lasts, those it is a plan for, else its own.
std::optional<DayRange> days_of(const Record& record) {
  static const Word from = known_word("from");
  static const Word to = known_word("to");
  static const Word period = known_word("period");
  if (const auto planned = record.root().period_at(period)) return DayRange{planned->first, planned->last};
  const auto date = own_date(record);
  if (!date) return std::nullopt;
  const bool lasts = record.root().day_at(from).has_value();
  return DayRange{date->day, lasts ? record.root().day_at(to).value_or(date->day) : date->day};
}

bool touches(const Record& record, const Period& period) {
  const auto days = days_of(record);
  return days && days->first <= period.last && period.first <= days->last;
}

// A plan is told with what is held against it.
bool is_asked_of(const Rule& rule, const Record& record) {
  const RuleBody& body = rule.versions.front().body;
  const auto* const conformity = std::get_if<Conformity>(&body.check);
  return body.is_about(record.family, record.type) ||
         (conformity != nullptr && conformity->plan.matches(record.family, record.type));
}

// The record that is judged; of a period, the records in it that the rule is asked of.
std::vector<Record> records_of(const Case& one, const Rule& rule) {
  const Scene& scene = *one.scene;
  std::vector<Record> records;
  if (scene.tested) {
    for (const Record& record : scene.records) {
      if (record.id == *scene.tested) records.push_back(record);
    }
    const auto office = scene.offices.find_office(*scene.tested);
    if (records.empty() && office) records.push_back(scene.offices[*office].record);
    return records;
  }
  const bool has_period = one.finding && one.finding->period;
  for (const Record& record : scene.records) {
    if (is_asked_of(rule, record) && (!has_period || touches(record, *one.finding->period)))
      records.push_back(record);
  }
  return records;
}

RuleExample example_of(const Choice& choice, const Rule& rule) {
  const Case& one = *choice.chosen;
  RuleExample example;
  example.outcome = choice.outcome;
  example.reading = choice.reading;
  example.as_of = one.test->as_of;
  if (!one.scene->tested) example.period = one.expectation->what;
  example.records = records_of(one, rule);
  example.scene = *one.scene;
  example.file = one.test->file;
  example.mark = one.expectation->mark;
  example.run.as_of = one.test->as_of;
  if (one.finding) example.run.findings.push_back(*one.finding);
  name_parties(example.run, one.scene->offices);
  return example;
}

void add_cases(const PreparedTest& test, const Pack& alone, const WorkingCalendar& calendar,
               std::vector<Case>& cases, Diagnostics& errors) {
  for (const Scene& scene : test.scenes) {
    const Run run = judge_scene(test, scene, alone, calendar);
    add_once(run.errors, errors);
    const std::vector<TestOutcome> outcomes = outcomes_of(test, scene, run);
    const Facts facts = facts_of(test, scene);
    for (std::size_t i = 0; i < scene.expectations.size(); ++i) {
      if (!outcomes[i].is_as_expected()) continue;
      std::optional<Finding> finding;
      if (outcomes[i].finding) finding = run.findings[*outcomes[i].finding];
      if (finding) finding->told_under.reset();
      cases.push_back({&test, &scene, &scene.expectations[i], std::move(finding), facts});
    }
  }
}

}  // namespace

Loaded<std::vector<RuleExample>> RuleExamples::of(const Rule& rule) {
  Loaded<std::vector<RuleExample>> loaded;
  std::deque<PreparedTest> prepared;  // the cases look into them
  std::vector<Case> cases;
  for (const WrittenTest& test : tests_.tests()) {
    if (test.rule != rule.info->id) continue;
    try {
      prepared.push_back(prepare_test(test.at, rule, loaded.errors));
      add_cases(prepared.back(), rules_.with(rule, prepared.back().settings), calendar_, cases,
                loaded.errors);
    } catch (const InputError& error) { loaded.errors.push_back(error.diagnostic); }
  }
  for (const Choice& choice : Chooser{cases}.choose(rule)) loaded.value.push_back(example_of(choice, rule));
  return loaded;
}

bool RuleExamples::has_test(const Rule& rule) const {
  const std::vector<WrittenTest>& tests = tests_.tests();
  return std::any_of(tests.begin(), tests.end(),
                     [&](const WrittenTest& test) { return test.rule == rule.info->id; });
}

}  // namespace reglament
