#include "judged_records.hpp"

#include <algorithm>
#include <deque>
#include <iterator>
#include <numeric>
#include <utility>

#include "progress.hpp"
#include "reglament/checks/judge.hpp"
#include "reglament/yaml/reader.hpp"

namespace reglament {

namespace {

void append(Diagnostics more, Diagnostics& errors) {
  std::move(more.begin(), more.end(), std::back_inserter(errors));
}

}  // namespace

JudgedRecords::JudgedRecords(const Options& options, const std::vector<std::string>& own_files)
    : options_(options) {
  auto found = find_inputs(options_.paths, own_files);
  if (options_.allow_empty) {
    std::erase_if(found.errors,
                  [](const Diagnostic& error) { return error.message.key == "input-empty-folder"; });
  }
  inputs_ = std::move(found.value);
  auto read = read_register(inputs_, options_.jobs);
  offices_ = std::move(read.value);
  append(std::move(found.errors), errors_);
  append(std::move(read.errors), errors_);
}

std::size_t JudgedRecords::count() const {
  return std::accumulate(inputs_.begin(), inputs_.end(), std::size_t{0},
                         [](std::size_t sum, const Input& input) { return sum + input.records; });
}

bool JudgedRecords::is_empty() const { return count() == 0 && offices_.offices().empty(); }

std::optional<Diagnostic> JudgedRecords::nobody_asked_for() const {
  std::vector<std::string> ids;
  if (options_.office && !offices_.find_office(options_.office->text)) {
    for (const Office& office : offices_.offices()) ids.push_back(office.id);
    return options_.office->diagnostic(
        unknown(options_.office->text, "no-such-office", "no-such-office-near", ids));
  }
  if (options_.body && !offices_.find_body(options_.body->text)) {
    for (const Body& body : offices_.bodies()) ids.push_back(body.id);
    return options_.body->diagnostic(unknown(options_.body->text, "no-such-body", "no-such-body-near", ids));
  }
  return std::nullopt;
}

// A rulebook at work.
struct JudgedRecords::Bench {
  const Rulebook* rulebook;
  JudgeOptions options;
  Run run;
  bool is_done = false;
};

std::vector<Run> JudgedRecords::judge(const std::vector<const Rulebook*>& rulebooks, const RuleChoice& choice,
                                      bool all) {
  JudgeOptions judging;
  judging.as_of = options_.as_of;
  judging.period = options_.period;
  judging.selects = [&choice](const Rule& rule) { return choice.takes(*rule.info); };
  if (options_.office) judging.office = options_.office->text;
  if (options_.body) judging.body = offices_.find_body(options_.body->text);
  judging.all = all;
  judging.holds_all = options_.holds_all;
  judging.holds = options_.holds;

  std::vector<Bench> benches;
  benches.reserve(rulebooks.size());
  for (const Rulebook* const rulebook : rulebooks) benches.push_back({rulebook, judging, {}});
  look(benches);
  const auto is_done = [](const Bench& bench) { return bench.is_done; };
  if (!std::all_of(benches.begin(), benches.end(), is_done)) look(benches);
  append(std::move(reading_errors_), errors_);

  std::vector<Run> runs;
  for (Bench& bench : benches) {
    for (const Input& input : inputs_) bench.run.inputs.push_back({input.path, input.sha256, input.records});
    runs.push_back(std::move(bench.run));
  }
  return runs;
}

void JudgedRecords::look(std::vector<Bench>& benches) {
  std::vector<Bench*> open;
  for (Bench& bench : benches) {
    if (!bench.is_done) open.push_back(&bench);
  }
  if (!look(open, std::min<std::size_t>(options_.jobs, inputs_.size()))) look(open, 1);
}

// In so many parts at once; nothing is done where it must be done in one.
bool JudgedRecords::look(const std::vector<Bench*>& benches, std::size_t parts) {
  std::vector<std::deque<Judge>> judges;  // of each bench, one for each part
  for (const Bench* const bench : benches) {
    std::deque<Judge>& of_bench = judges.emplace_back();
    of_bench.emplace_back(offices_, bench->rulebook->packs, bench->rulebook->calendars, bench->options);
    while (of_bench.size() < parts) of_bench.push_back(of_bench.front().fork());
  }
  Progress progress{options_};
  std::vector<SeeRecord> see;
  for (std::size_t part = 0; part < std::max<std::size_t>(parts, 1); ++part) {
    see.emplace_back([&judges, &progress, part](const Record& record) {
      for (std::deque<Judge>& of_bench : judges) of_bench[part].see(record);
      progress.step();
    });
  }
  auto errors = read_records(inputs_, offices_, see);
  if (!errors) return false;
  reading_errors_ = std::move(*errors);
  for (std::size_t i = 0; i < benches.size(); ++i) close(judges[i], *benches[i]);
  return true;
}

void JudgedRecords::close(std::deque<Judge>& judges, Bench& bench) {
  Judge& whole = judges.front();
  for (std::size_t part = 1; part < judges.size(); ++part) whole.absorb(std::move(judges[part]));
  bench.run = whole.close();
  bench.options.first_look = whole.second_look();
  bench.is_done = !bench.options.first_look;
}

}  // namespace reglament
