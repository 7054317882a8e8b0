// Three ways to judge the same records come to the same: each record by itself; those of one shape once; and in parts, each by
// a judge of its own, whose books are put together. On the worked examples, with dates, words and whole lines changed.
#include <algorithm>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "random.hpp"
#include "reglament/checks/judge.hpp"
#include "reglament/records/read.hpp"
#include "reglament/rules/calendar_reader.hpp"
#include "reglament/rules/read_pack.hpp"

namespace reglament {

namespace {

namespace fs = std::filesystem;

const fs::path source = REGLAMENT_SOURCE_DIR;

struct Law {
  std::vector<Pack> packs;
  std::map<std::string, WorkingCalendar> calendars;
};

const Law& law() {
  static const Law shipped = [] {
    Law all;
    const fs::path calendar = source / "rules/calendars/kz.yaml";
    all.calendars.emplace("kz", *read_calendar(read_file(calendar), calendar.string()).value);
    for (const std::string& id : list_packs({source / "rules"})) {
      Loaded<Pack> pack = read_pack(source / "rules" / id, {{"published", "2019-01-01"}, {"hours-per-day", "1"}});
      all.packs.push_back(std::move(pack.value));
    }
    return all;
  }();
  return shipped;
}

// The files of one example, as text.
std::vector<std::string> texts_of(const std::string& example) {
  std::vector<std::string> texts;
  for (const Input& input : find_inputs({(source / "examples" / example).string()}).value) texts.push_back(read_file(input.path));
  return texts;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

// One date of the line becomes another of the same month and the next.
void move_date(std::string& line, Random& random) {
  const std::size_t at = line.find("20");
  if (at == std::string::npos || at + 10 > line.size() || line[at + 4] != '-' || line[at + 7] != '-') return;
  const int day = random.between(1, 28);
  line[at + 8] = static_cast<char>('0' + day / 10);
  line[at + 9] = static_cast<char>('0' + day % 10);
}

std::string changed(const std::string& text, Random& random, int one_in) {
  const std::vector<std::string> lines = lines_of(text);
  std::string result;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::string line = lines[i];
    if (random.one_in(one_in)) move_date(line, random);
    const bool is_field = line.find(": ") != std::string::npos && line.find("- ") == std::string::npos && line.starts_with("  ");
    if (is_field && random.one_in(2 * one_in)) continue;  // a field that this record lacks
    result += line + '\n';
  }
  return result;
}

std::string shown(const Run& run) {
  std::string text;
  for (const std::size_t count : run.summary.outcomes) text += std::to_string(count) + ' ';
  text += '\n';
  for (const Finding& finding : run.findings) {
    text += identity(finding) + ' ' + std::string{to_text(finding.outcome)} + (finding.certain ? "" : " disputable") + ' ' +
            std::to_string(finding.mark.line) + ' ' + std::to_string(finding.statements.size()) +
            (finding.due ? ' ' + to_text(*finding.due) : "") + '\n';
  }
  for (const Unknown& unknown : run.unknown) {
    text += unknown.rule->full_id() + ' ' + unknown.field + ' ' + std::to_string(unknown.records) + '\n';
  }
  for (const std::string& rule : run.never_applied) text += rule + '\n';
  for (const Diagnostic& error : run.errors) text += error.message.key + ' ' + std::to_string(error.mark.line) + '\n';
  return text;
}

// The records, and in which of `parts` each is judged.
Run look(const Register& offices, const std::vector<Record>& records, const JudgeOptions& options, std::size_t parts,
         std::optional<FirstLook>& again) {
  Judge judge{offices, law().packs, law().calendars, options};
  std::vector<Judge> others;
  for (std::size_t part = 1; part < parts; ++part) others.push_back(judge.fork());
  for (std::size_t i = 0; i < records.size(); ++i) {
    const std::size_t part = i * parts / records.size();
    (part == 0 ? judge : others[part - 1]).see(records[i]);
  }
  for (Judge& other : others) judge.absorb(std::move(other));
  Run run = judge.close();
  again = judge.second_look();
  return run;
}

std::string judged(const Register& offices, const std::vector<Record>& records, JudgeOptions options, std::size_t parts) {
  std::optional<FirstLook> again;
  Run run = look(offices, records, options, parts, again);
  if (again) {
    options.first_look = again;
    run = look(offices, records, options, parts, again);
  }
  return shown(run);
}

}  // namespace

TEST_CASE("records of one shape, and parts of an input, are judged as each record by itself") {
  Random random{11};
  std::size_t violations = 0;
  for (const std::string example : {"kazygurt", "zhambyl", "self-government", "west-kazakhstan", "zhetisai"}) {
    const std::vector<std::string> texts = texts_of(example);
    for (int round = 0; round < 6; ++round) {
      std::vector<Input> inputs;
      for (const std::string& text : texts) {
        Input& input = inputs.emplace_back();
        input.path = "-";
        input.text = round == 0 ? text : changed(text, random, 2 + 4 * round);
      }
      const Register offices = read_register(inputs).value;
      std::vector<Record> records;
      read_records(inputs, offices, [&](const Record& record) { records.push_back(record); });
      REQUIRE(records.size() > 10);

      JudgeOptions options;
      options.as_of = parse_day(random.pick({"2025-11-30", "2026-01-12", "2026-03-02", "2026-06-30"})).value();
      options.holds_all = random.one_in(3);
      JudgeOptions one_by_one = options;
      one_by_one.one_by_one = true;
      const std::string expected = judged(offices, records, one_by_one, 1);
      violations += static_cast<std::size_t>(std::count(expected.begin(), expected.end(), '\n'));
      INFO("example " << example << ", round " << round << ", as of " << to_text(options.as_of));
      CHECK(judged(offices, records, options, 1) == expected);
      CHECK(judged(offices, records, options, 2) == expected);
      CHECK(judged(offices, records, options, 5) == expected);
    }
  }
  CHECK(violations > 1'000);  // there was something to agree on
}

}  // namespace reglament
