#include "reglament/findings/baseline.hpp"

#include <catch2/catch.hpp>

#include "example.hpp"

namespace reglament {

namespace {

using example::on_record;
using example::rule;

std::vector<Finding> two_violations() { return {on_record(rule("b"), "M-2"), on_record(rule("a"), "M-1")}; }

std::string message_of(const Finding& finding) { return "on \"" + *finding.record + "\""; }

}  // namespace

TEST_CASE("a baseline is written in order of identity and read back", "[findings][baseline]") {
  const Baseline baseline = make_baseline(two_violations(), message_of);
  const std::string text = to_text(baseline);
  CHECK(text ==
        "baseline:\n"
        "  - finding: \"kaz/a|meeting/M-1\"\n"
        "    pack: \"kaz\"\n"
        "    message: \"on \\\"M-1\\\"\"\n"
        "  - finding: \"kaz/b|meeting/M-2\"\n"
        "    pack: \"kaz\"\n"
        "    message: \"on \\\"M-2\\\"\"\n");
  const auto read = read_baseline(text, "b.yaml");
  CHECK(read.errors.empty());
  CHECK(read.value == baseline);
}

TEST_CASE("an empty baseline is a file that can be read", "[findings][baseline]") {
  CHECK(to_text(Baseline{}) == "baseline: []\n");
  const auto read = read_baseline("baseline: []\n", "b.yaml");
  CHECK(read.errors.empty());
  CHECK(read.value.empty());
  CHECK(read_baseline("baseline:\n", "b.yaml").errors.empty());
}

TEST_CASE("a broken entry is an error at its place, and the others are read", "[findings][baseline]") {
  const auto read = read_baseline(
      "baseline:\n  - {finding: a, pack: k}\n  - {finding: b, pack: k, message: m}\n  - {finding: c, line: "
      "3}\n",
      "b.yaml");
  CHECK(read.value == Baseline{{"b", "k", "m"}});
  CHECK(read.errors == Diagnostics{{"b.yaml", {2, 5}, {"missing-key", {"message"}}},
                                   {"b.yaml", {4, 18}, {"unknown-key", {"line", "finding, pack, message"}}}});
}

TEST_CASE("violations of the baseline are known, new ones and waived ones are not", "[findings][baseline]") {
  std::vector<Finding> findings = two_violations();
  const Baseline baseline = make_baseline(findings, message_of);
  findings.push_back(on_record(rule("a"), "M-3"));
  findings[1].waived = "flood";
  CHECK(apply_baseline(findings, baseline, Scope::whole).empty());
  CHECK(findings[0].known);
  CHECK_FALSE(findings[1].known);
  CHECK_FALSE(findings[2].known);
}

TEST_CASE("an entry that no violation answers to is told, unless only a part was judged",
          "[findings][baseline]") {
  std::vector<Finding> findings = two_violations();
  const Baseline baseline = make_baseline(findings, message_of);
  findings[0].outcome = Outcome::met;
  CHECK(apply_baseline(findings, baseline, Scope::whole) ==
        std::vector<Message>{{"baseline-stale", {"kaz/b|meeting/M-2"}}});
  CHECK(apply_baseline(findings, baseline, Scope::part).empty());
}

TEST_CASE("a baseline shrinks and never grows", "[findings][baseline]") {
  std::vector<Finding> findings = two_violations();
  const Baseline baseline = make_baseline(findings, message_of);
  findings[0].outcome = Outcome::met;
  findings.push_back(on_record(rule("a"), "M-3"));
  CHECK(shrink(baseline, findings) == Baseline{{"kaz/a|meeting/M-1", "kaz", "on \"M-1\""}});
}

TEST_CASE("the first baseline leaves out what is waived and what is no violation", "[findings][baseline]") {
  std::vector<Finding> findings = two_violations();
  findings[0].waived = "flood";
  findings[1].outcome = Outcome::pending;
  CHECK(make_baseline(findings, message_of).empty());
}

}  // namespace reglament
