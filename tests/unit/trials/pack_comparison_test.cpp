#include "reglament/trials/pack_comparison.hpp"

#include <catch2/catch.hpp>

#include "tried.hpp"

using namespace reglament;

namespace {

const std::string asks =
    "about: meeting/apparatus, check: {deadline: {step: sent, no-later-than: 2 days after date}}";

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

// "-r" is in A alone, "+s" in B alone, "t: check, when" differs in these keys; `pack.yaml: ...` last.
std::string in_short(const PackComparison& comparison) {
  std::vector<std::string> parts;
  for (const std::string& rule : comparison.only_in_a) parts.push_back("-" + rule);
  for (const std::string& rule : comparison.only_in_b) parts.push_back("+" + rule);
  for (const ChangedRule& changed : comparison.changed)
    parts.push_back(changed.rule + ": " + joined(changed.keys));
  if (!comparison.pack_keys.empty()) parts.push_back("pack.yaml: " + joined(comparison.pack_keys));
  return joined(parts);
}

std::string compared(std::string_view a, std::string_view b, std::string_view head_a = plain,
                     std::string_view head_b = plain) {
  const TriedPack pack_a{head_a, a, "tests: []"};
  const TriedPack pack_b{head_b, b, "tests: []"};
  const PackComparison comparison = compare_packs(pack_a.pack(), pack_b.pack());
  CHECK(comparison.is_same() == in_short(comparison).empty());
  return in_short(comparison);
}

std::string with(std::string_view rest) { return rule("r", asks + ", " + std::string{rest}); }

}  // namespace

TEST_CASE("rules of one pack alone are named, and those that ask otherwise with their keys",
          "[trials][comparison]") {
  CHECK(compared(rule("r", asks), rule("r", asks)) == "");
  CHECK(compared(rule("r", asks) + rule("s", asks), rule("r", asks) + rule("t", asks)) == "-s +t");
  CHECK(compared(rule("r", asks), with("when: {format: live}, settled: as-of")) == "r: when settled");
  CHECK(compared(with("severity: error"), with("severity: note")) == "r: severity");
  CHECK(compared(with("in-force: {from: 2025-10-01}"), with("in-force: {from: 2025-10-02}")) ==
        "r: in-force");
  CHECK(compared(with("readings: [{id: x, note: {kk: t, ru: t, en: t}, when: {format: live}}]"),
                 with("readings: [{id: x, note: {kk: t, ru: t, en: t}, when: {format: mixed}}]")) ==
        "r: readings");
}

TEST_CASE("what is written otherwise and asks the same is no difference", "[trials][comparison]") {
  struct Row {
    const char* a;
    const char* b;
  };
  const auto row = GENERATE(values<Row>({
      {"about: meeting/apparatus, check: {required: {documents: {has: agenda}}}",
       "check: {required: {documents: {has: [agenda]}}}, about: [meeting/apparatus]"},
      {"about: meeting, check: {required: {urgent: true, format: live}}",
       "about: meeting, check: {required: {format: live, urgent: true}}"},
      {"about: meeting, check: {required: {attendance.present: {at-least: 12}}}",
       "about: meeting, severity: error, answers: [x], note: {kk: n, ru: n, en: n}, x-own: 1, "
       "check: {required: {attendance.present: {at-least: 12}}}"},
      {"about: meeting, check: {required: {urgent: true}}, readings: [{id: x, note: {kk: t, ru: t, en: t}, "
       "asks: nothing}]",
       "about: meeting, check: {required: {urgent: true}}, readings: [{id: x, note: {kk: s, ru: s, en: s}, "
       "asks: nothing}]"},
  }));
  CAPTURE(row.a);
  CHECK(compared(rule("r", row.a), rule("r", row.b)) == "");
}

TEST_CASE("the order of a list may mean something", "[trials][comparison]") {
  CHECK(compared(rule("r", "about: meeting, check: {order: [executed, closed]}"),
                 rule("r", "about: meeting, check: {order: [closed, executed]}")) == "r: check");
}

TEST_CASE("what pack.yaml says for all rules is named by its keys", "[trials][comparison]") {
  const std::string rules = rule("r", asks);
  const char* const terms = "rollover: none\nterms:\n- {clause: \"1\", due: 10 days after received}\n";
  const char* const more = "rollover: none\nterms:\n- {clause: \"1\", due: 11 days after received}\n";
  CHECK(compared(rules, rules, terms, terms) == "");
  CHECK(compared(rules, rules, terms, more) == "pack.yaml: terms");
  CHECK(compared(rules, rules, plain, terms) == "pack.yaml: terms");
  CHECK(compared(rules, rules, plain, "rollover: {rolls: due, clause: \"1\"}\nabsence: owed\n") ==
        "pack.yaml: rollover absence");
  CHECK(compared(rules, rules, plain, "rollover: none\nabsence: excused\n") == "");
  CHECK(compared(rules, rules, plain, "rollover: none\nseverity-cap: note\n") == "r: severity");
}
