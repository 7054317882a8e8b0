// Each fault of a pack that the loader tells, with its place. In the rows a ^ stands before the place, and is taken off.
#include "reglament/records/vocabulary.hpp"
#include "reglament/rules/read_pack.hpp"

#include <algorithm>
#include <fstream>

#include <catch2/catch.hpp>

#include <unistd.h>

using namespace reglament;

namespace {

class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "reglament-broken-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  void write(const char* file, const std::string& text) const { std::ofstream{path_ / file, std::ios::binary} << text; }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// Takes the ^ off `text` and gives "FILE:LINE:COLUMN" of what stood behind it.
std::string take_mark(std::string& text, const std::string& file) {
  const std::size_t at = text.find('^');
  if (at == std::string::npos) return "";
  text.erase(at, 1);
  const auto line = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n') + 1;
  const std::size_t line_start = at == 0 ? std::string::npos : text.rfind('\n', at - 1);
  const std::size_t column = line_start == std::string::npos ? at + 1 : at - line_start;
  return file + ":" + std::to_string(line) + ":" + std::to_string(column);
}

std::string in_full(const Diagnostic& error, const std::string& folder) {
  std::string text = error.file + ":" + std::to_string(error.mark.line) + ":" + std::to_string(error.mark.column) + " " + error.message.key;
  for (const std::string& argument : error.message.arguments) text += " | " + argument;
  for (std::size_t at = text.find(folder); at != std::string::npos; at = text.find(folder)) text.erase(at, folder.size() + 1);
  return text;
}

std::string errors_of(const std::filesystem::path& folder) {
  std::string text;
  for (const Diagnostic& error : read_pack(folder).errors) text += (text.empty() ? "" : "; ") + in_full(error, folder.string());
  return text;
}

std::string pack_text(const std::string& rest, const std::string& clauses = "{clause: \"1\", reason: definition}") {
  return "pack: p\nversion: 1.0.0\ntitle: {kk: t, ru: t, en: t}\ncalendar: kz\nrollover: none\n" + rest + "\nclauses: [" + clauses + "]\n";
}

std::string rule_text(const std::string& rest, const std::string& id = "r") {
  return "- {rule: " + id + ", clause: \"1\", title: {kk: t, ru: t, en: t},\n   " + rest + "}\n";
}

// The one error of a pack with these texts; where neither has a ^, `place` says where.
void check_error(std::string pack, std::string rules, const std::string& expected, std::string place = "") {
  rules = "rules:\n" + rules;
  place += take_mark(pack, "pack.yaml");
  place += take_mark(rules, "rules.yaml");
  const Folder folder;
  folder.write("pack.yaml", pack);
  folder.write("rules.yaml", rules);
  CHECK(errors_of(folder.path()) == place + " " + expected);
}

const std::string sound = "about: meeting, check: {required: {urgent: true}}";

}  // namespace

TEST_CASE("a sound pack has no errors", "[pack]") {
  const Folder folder;
  folder.write("pack.yaml", pack_text(""));
  folder.write("rules.yaml", "rules:\n" + rule_text(sound));
  CHECK(errors_of(folder.path()).empty());
}

TEST_CASE("each fault of a rule is told at its place", "[pack]") {
  struct Row { const char* rest; const char* expected; };
  // clang-format off
  const auto row = GENERATE(values<Row>({
      {"about: meeting, check: {^xyzzyx: {urgent: true}}", "unknown-check | xyzzyx"},
      {"about: meeting, check: {^deadlin: {step: closed}}", "unknown-check-near | deadlin | deadline"},
      {"about: meeting, check: ^{required: {urgent: true}, order: [executed, closed]}", "one-kind-of-check"},
      {"about: meeting, owed-by: ^{each: district-akim, together: district-akim}, check: {required: {urgent: true}}", "one-of-keys | each, together, named-in"},
      {"about: meeting, check: {deadline: ^{step: executed}}", "one-or-two-bounds"},
      {"about: meeting, check: {deadline: ^{step: executed, no-later-than: date, no-earlier-than: date, later-than: date}}", "one-or-two-bounds"},
      {"about: meeting/briefing, owed-by: district-akim, when: {count: {of: meeting, at-least: 1, ^at-most: 2}}, check: {frequency: {each: month}}", "one-bound-only"},
      {"about: meeting, check: {required: {attendance.present: {at-least: {largest: candidates.votes, ^smallest: candidates.votes}}}}", "one-aggregate-only"},
      {"about: meeting, check: {order: ^[executed]}", "order-of-one"},
      {"about: ^assembly, check: {required: {urgent: true}}", "unknown-family | assembly"},
      {"about: meeting, check: {required: {xyzzyx: ^true}}", "unknown-name | xyzzyx | xyzzyx"},
      {"about: meeting, check: {required: {urgnet: ^true}}", "unknown-name-near | urgnet | urgnet | urgent"},
      {"about: meeting, check: {required: {urgent.date: ^true}}", "path-goes-nowhere | urgent.date | date"},
      {"about: meeting/briefing, owed-by: district-akim, when: {urgent: ^true}, check: {frequency: {each: month}}", "holder-path | urgent"},
      {"about: meeting, check: {deadline: {step: ^urgent, no-later-than: date}}", "not-a-date-path | urgent"},
      {"about: meeting, check: {deadline: {step: executed, no-later-than: ^3 fortnights after date}}", "unknown-date | 3 fortnights after date"},
      {"about: meeting, check: {required: {urgent: {^at-least: 2}}}", "test-does-not-fit | at-least"},
      {"about: meeting, check: {required: {date: ^2025-10-01}}", "test-does-not-fit | 2025-10-01"},
      {"about: meeting, check: {required: {urgent: {^present-on: date}}}", "test-does-not-fit | present-on"},
      {"about: meeting, check: {required: {urgent: {^no-later-than: date}}}", "test-does-not-fit | no-later-than"},
      {"about: meeting, check: {required: {attendance.present: {^xyzzyx: 2}}}", "unknown-test | xyzzyx"},
      {"about: meeting, check: {required: {attendance.present: {^at-laest: 2}}}", "unknown-test-near | at-laest | at-least"},
      {"about: meeting, check: {required: ^{}}", "empty-condition"},
      {"about: meeting, check: {required: {any: ^[]}}", "empty-condition"},
      {"about: meeting, check: {required: {format: ^[]}}", "expected-value"},
      {"about: meeting, severity: ^fatal, check: {required: {urgent: true}}", "expected-word | fatal | error, warning, note"},
      {"about: meeting, check: {required: {period: ^monthly}}", "expected-period-part | monthly"},
      {"about: meeting, check: {required: {attendance.present: {at-least: 2, ^where: {format: live}}}}", "where-without-list | attendance.present"},
      {"about: meeting, for-each: ^date, check: {required: {urgent: true}}", "for-each-without-list | date"},
      {"about: meeting/sector, owed-by: district-akim, check: {frequency: {each: month, ^every: [production]}}", "every-without-named-in"},
      {"about: meeting/sector, owed-by: district-akim, check: {frequency: {each: month, ^whole: 2}}", "whole-without-per"},
      {"about: meeting/sector, owed-by: district-akim, check: {frequency: {each: month, every: ^{values: sectors}, named-in: sectors}}", "values-without-of"},
      {"about: meeting, excused: ^holder-changed, check: {required: {urgent: true}}", "unknown-excuse | holder-changed"},
      {"about: meeting, check: {deadline: {step: executed, no-later-than: 1 day after date, hours: ^post}}", "unknown-hours | post"},
      {"about: meeting, check: {required: {attendance.present: {at-least: ^pack.quorum}}}", "unknown-setting | quorum"},
      {"about: meeting, check: {required: {participants: {has: ^{inside: body}}}}", "unknown-set"},
      {"about: meeting, check: {required: {attendance.present: {at-least: ^{where: {format: live}}}}}", "unknown-amount"},
      {"about: meeting, readings: [^{id: x, note: {kk: t, ru: t, en: t}}], check: {required: {urgent: true}}", "reading-changes-nothing | x"},
      {"about: meeting, amended: [^{from: 2025-01-01}], check: {required: {urgent: true}}", "amendment-changes-nothing"},
      {"about: meeting, amended: [{from: 2025-02-01, settled: date}, ^{from: 2025-01-01, settled: date}], check: {required: {urgent: true}}", "amendments-out-of-order"},
      {"about: meeting, in-force: ^{from: 2025-02-01, to: 2025-01-01}, check: {required: {urgent: true}}", "ends-before-it-begins"},
  }));
  // clang-format on
  CAPTURE(row.rest);
  check_error(pack_text(""), rule_text(row.rest), row.expected);
}

TEST_CASE("each fault of a rule's head is told at its place", "[pack]") {
  struct Row { std::string rules; const char* expected; };
  const auto row = GENERATE(values<Row>({
      {"- {rule: r, clause: ^\"2\", title: {kk: t, ru: t, en: t}, " + sound + "}\n", "unknown-clause | 2 | p"},
      {"- {rule: ^r, clause: \"1\", title: {kk: t, ru: t, en: t}, about: meeting, check: {frequency: {each: month}}}\n", "frequency-owed-by-nobody"},
      {"- {rule: ^r, clause: \"1\", title: {kk: t, ru: t, en: t}, about: meeting, owed-by: {named-in: by}, check: {frequency: {each: month}}}\n", "frequency-owed-by-nobody"},
      {rule_text(sound) + "- ^{rule: r, clause: \"1\", title: {kk: t, ru: t, en: t}, " + sound + "}\n", "rule-twice | r | rules.yaml"},
      {"- ^{rule: r, clause: \"1\", title: {kk: t, ru: t, en: t}, told-by: nobody, " + sound + "}\n", "told-by-unknown | r | nobody"},
      {"- ^{rule: r, clause: \"1\", title: {kk: t, ru: t, en: t}, answers: s, " + sound + "}\n" + rule_text(sound, "s"), "answers-a-rule | r | s"},
      {rule_text("part-of: ^xyzzyx, " + sound), "part-of-unknown | r | xyzzyx"},
      {rule_text("part-of: ^whole-minute, " + sound) + rule_text(sound, "whole-minutes"), "part-of-unknown-near | r | whole-minute | whole-minutes"},
      {rule_text("part-of: ^r, " + sound), "part-of-itself | r"},
      {rule_text("part-of: ^s, " + sound) + rule_text("part-of: t, " + sound, "s") + rule_text(sound, "t"), "part-of-a-part | r | s | t"},
  }));
  CAPTURE(row.rules);
  check_error(pack_text(""), row.rules, row.expected);
}

TEST_CASE("each fault of pack.yaml is told at its place", "[pack]") {
  struct Row { std::string pack; const char* place; const char* expected; };
  const std::string one = "{clause: \"1\", reason: definition}, ";
  const auto row = GENERATE_COPY(values<Row>({
      {pack_text("", one + "^{clause: \"1\", reason: form}"), "", "clause-twice | 1"},
      {pack_text("", one + "{clause: \"2\"}"), "pack.yaml:1:1", "clause-unaccounted | 2"},
      {pack_text("", one + "{clause: \"2\", reason: ^dull}"), "", "unknown-clause-reason | dull"},
      {pack_text("", "{clause: \"1\", open: r}"), "pack.yaml:1:1", "open-has-rule | r | 1"},
      {pack_text("dates: {^executed: [closed]}"), "", "name-is-taken | executed"},
      {pack_text("dates: {ended: ^[]}"), "", "expected-value"},
      {pack_text("absence: ^ignored"), "", "expected-word | ignored | excused, owed"},
      {pack_text("settled: {^gathering: date}"), "", "unknown-family | gathering"},
      {pack_text("in-force: {from: ^pack.published}"), "", "unknown-setting | published"},
      {pack_text("in-force: {from: ^11 moons after pack.issued}"), "", "unknown-date | 11 moons after pack.issued"},
      {pack_text("in-force: ^{from: 2025-02-01, to: 2025-01-31}"), "", "ends-before-it-begins"},
      {pack_text("") + "---\npack: q\n", "pack.yaml:0:0", "one-document"},
  }));
  CAPTURE(row.pack);
  check_error(row.pack, rule_text(sound), row.expected, row.place);
}

TEST_CASE("several rules may be part of one that stands before or behind them", "[pack]") {
  const Folder folder;
  folder.write("pack.yaml", pack_text(""));
  folder.write("rules.yaml", "rules:\n" + rule_text("part-of: whole, " + sound, "before") + rule_text(sound, "whole") +
                                 rule_text("part-of: whole, " + sound, "behind"));
  const auto loaded = read_pack(folder.path());
  CHECK(loaded.errors.empty());
  CHECK(loaded.value.find("before")->part_of->rule == "whole");
  CHECK(loaded.value.find("behind")->part_of->rule == "whole");
  CHECK_FALSE(loaded.value.find("whole")->part_of);
}

TEST_CASE("a folder without pack.yaml cannot be read", "[pack]") {
  const Folder folder;
  CHECK(errors_of(folder.path()) == "pack.yaml:0:0 cannot-read");
}

TEST_CASE("a rule with a fault is left out and the others stand", "[pack]") {
  const Folder folder;
  folder.write("pack.yaml", pack_text(""));
  folder.write("rules.yaml", "rules:\n" + rule_text("about: meeting, check: {required: {}}", "broken") + rule_text(sound, "whole"));
  const auto loaded = read_pack(folder.path());
  REQUIRE(loaded.errors.size() == 1);
  REQUIRE(loaded.value.rules.size() == 1);
  CHECK(loaded.value.rules.front().info->id == "whole");
}

TEST_CASE("a rule may ask 64 steps and fields, and no more", "[pack]") {
  const auto& steps = vocabulary().steps();
  REQUIRE(steps.size() > 64);
  const auto asking = [&](std::size_t count) {
    std::string has;
    for (std::size_t i = 0; i < count; ++i) has += std::string{i == 0 ? "" : ", "} + (i == 64 ? "^" : "") + vocabulary().text(steps[i]);
    return rule_text("about: meeting, check: {required: {has: [" + has + "]}}");
  };
  const Folder folder;
  folder.write("pack.yaml", pack_text(""));
  folder.write("rules.yaml", "rules:\n" + asking(64));
  CHECK(errors_of(folder.path()).empty());
  check_error(pack_text(""), asking(65), "too-many-fields | 64");
}
