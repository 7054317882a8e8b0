#include "reglament/findings/finding.hpp"

#include <catch2/catch.hpp>

#include "example.hpp"

namespace reglament {

using example::in_period;
using example::on_record;
using example::rule;

TEST_CASE("the words of a finding are those of the file formats", "[findings]") {
  CHECK(to_text(Outcome::met) == "met");
  CHECK(to_text(Outcome::not_applicable) == "not-applicable");
  CHECK(to_text(Severity::warning) == "warning");
  CHECK(to_text(Group::formality) == "formality");
  CHECK(to_text(Kind::conformity) == "conformity");
  CHECK(parse_severity("error") == Severity::error);
  CHECK(parse_severity("note") == Severity::note);
  CHECK_FALSE(parse_severity("fatal"));
}

TEST_CASE("a finding on a record is known by rule, family, id and item, never by its line", "[findings]") {
  Finding finding = on_record(rule("minutes"), "M-1", "extensions#2");
  CHECK(identity(finding) == "kaz/minutes|meeting/M-1|extensions#2");
  finding.mark = {99, 1};
  finding.file = "moved.yaml";
  finding.office = "another";
  CHECK(identity(finding) == "kaz/minutes|meeting/M-1|extensions#2");
}

TEST_CASE("a finding of a period is known by rule, office and period, or by the body where no office owes",
          "[findings]") {
  Finding finding = in_period(rule("weekly"), "akim", "2025-W41");
  CHECK(identity(finding) == "kaz/weekly|office/akim|2025-W41");
  finding.office.reset();
  CHECK(identity(finding) == "kaz/weekly|body/kazygurt|2025-W41");
}

TEST_CASE("two findings never share an identity because of a bar in an id", "[findings]") {
  const auto weekly = rule("weekly");
  CHECK(identity(on_record(weekly, "a|b")) == "kaz/weekly|meeting/a\\|b");
  CHECK(identity(on_record(weekly, "a", "b")) != identity(on_record(weekly, "a|b")));
  CHECK(identity(on_record(weekly, "a\\", "b")) != identity(on_record(weekly, "a\\|b")));
}

TEST_CASE("a fingerprint is the beginning of the SHA-256 of the identity", "[findings]") {
  // printf '%s' 'kaz/minutes|meeting/M-1' | sha256sum
  CHECK(fingerprint(on_record(rule("minutes"), "M-1")) == "84e63550501943fc");
}

TEST_CASE("findings are sorted by path, place, rule, item, period and office", "[findings]") {
  std::vector<Finding> findings;
  findings.push_back(in_period(rule("weekly"), "b", "2025-W42"));
  findings.push_back(in_period(rule("weekly"), "b", "2025-W41"));
  findings.push_back(in_period(rule("weekly"), "a", "2025-W42"));
  findings.push_back(on_record(rule("z"), "M-1"));
  findings.push_back(on_record(rule("a"), "M-1", "extensions#2"));
  findings.push_back(on_record(rule("a"), "M-1", "extensions#10"));
  findings.push_back(on_record(rule("z"), "M-0"));
  findings.back().mark = {2, 9};
  sort_findings(findings);
  std::vector<std::string> order;
  for (const Finding& finding : findings) order.push_back(identity(finding));
  CHECK(order == std::vector<std::string>{"kaz/z|meeting/M-0", "kaz/a|meeting/M-1|extensions#2",
                                          "kaz/a|meeting/M-1|extensions#10", "kaz/z|meeting/M-1",
                                          "kaz/weekly|office/b|2025-W41", "kaz/weekly|office/a|2025-W42",
                                          "kaz/weekly|office/b|2025-W42"});
}

TEST_CASE("a finding is folded under one that tells it, on the same record", "[findings]") {
  std::vector<Finding> findings{on_record(rule("executed"), "M-1"),
                                on_record(rule("closed", {"executed"}), "M-1"),
                                on_record(rule("closed", {"executed"}), "M-2")};
  fold_findings(findings);
  CHECK_FALSE(findings[0].told_under);
  CHECK(findings[1].told_under == 0U);
  CHECK_FALSE(findings[2].told_under);
}

TEST_CASE("a finding of a period is folded under one of the same holder and period", "[findings]") {
  const auto held = rule("held");
  const auto covered = rule("covered", {"held"});
  std::vector<Finding> findings{in_period(held, "akim", "2025-10"), in_period(covered, "akim", "2025-10"),
                                in_period(covered, "akim", "2025-11"),
                                in_period(covered, "deputy", "2025-10")};
  fold_findings(findings);
  CHECK(findings[1].told_under == 0U);
  CHECK_FALSE(findings[2].told_under);
  CHECK_FALSE(findings[3].told_under);
}

TEST_CASE("of several that may tell a finding the one on the same item does", "[findings]") {
  const auto granted = rule("granted");
  const auto asked = rule("asked", {"granted"});
  std::vector<Finding> findings{on_record(granted, "M-1", "extensions#1"),
                                on_record(granted, "M-1", "extensions#2"),
                                on_record(asked, "M-1", "extensions#2")};
  fold_findings(findings);
  CHECK(findings[2].told_under == 1U);
}

TEST_CASE("only violations fold, and only under violations", "[findings]") {
  std::vector<Finding> findings{on_record(rule("executed"), "M-1"),
                                on_record(rule("closed", {"executed"}), "M-1")};
  findings[0].outcome = Outcome::met;
  fold_findings(findings);
  CHECK_FALSE(findings[1].told_under);
  findings[0].outcome = Outcome::late;
  findings[1].outcome = Outcome::unknown;
  fold_findings(findings);
  CHECK_FALSE(findings[1].told_under);
}

TEST_CASE("what is folded is told under the outermost, and two that name each other fold once",
          "[findings]") {
  std::vector<Finding> chain{on_record(rule("c", {"b"}), "M-1"), on_record(rule("b", {"a"}), "M-1"),
                             on_record(rule("a"), "M-1")};
  fold_findings(chain);
  CHECK(chain[0].told_under == 2U);
  CHECK(chain[1].told_under == 2U);
  CHECK_FALSE(chain[2].told_under);

  std::vector<Finding> pair{on_record(rule("a", {"b"}), "M-1"), on_record(rule("b", {"a"}), "M-1")};
  fold_findings(pair);
  CHECK(pair[0].told_under == 1U);
  CHECK_FALSE(pair[1].told_under);
}

TEST_CASE("violations are counted by severity, waived and known ones apart", "[findings]") {
  std::vector<Finding> findings{on_record(rule("a"), "M-1"), on_record(rule("b", {}, Severity::note), "M-1"),
                                on_record(rule("c"), "M-1"), on_record(rule("d"), "M-1"),
                                on_record(rule("e"), "M-1")};
  findings[1].certain = false;
  findings[2].waived = "flood";
  findings[3].known = true;
  findings[4].outcome = Outcome::pending;
  Summary summary;
  summary.outcomes[static_cast<std::size_t>(Outcome::pending)] = 5;
  count_violations(summary, findings);
  CHECK(summary.outcomes == std::array<std::size_t, outcome_count>{0, 2, 0, 0, 5, 0, 0, 0});
  CHECK(summary.violations == std::array<std::size_t, 3>{1, 0, 1});
  CHECK(summary.waived == 1);
  CHECK(summary.known == 1);
  CHECK(summary.disputable == 1);
}

}  // namespace reglament
