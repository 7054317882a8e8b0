#include "reglament/findings/waivers.hpp"

#include <catch2/catch.hpp>

#include "example.hpp"

namespace reglament {

namespace {

using example::in_period;
using example::on_record;
using example::rule;

// A waivers file with one entry, `target` naming what it is for.
std::string waiver_for(const std::string& target, const std::string& more = "") {
  return "waivers:\n  - rule: weekly\n" + target +
         "    reason: flood\n    legal-basis: order 41\n    approved-by: A. Ismailov\n"
         "    date: 2025-10-05\n    expires: 2025-12-31\n" +
         more;
}

std::vector<Waiver> read(const std::string& text) {
  auto loaded = read_waivers(text, "w.yaml");
  for (const Diagnostic& error : loaded.errors) FAIL_CHECK(error.message.key);
  return loaded.value;
}

const Day november = day_of(2025, 11, 25);

}  // namespace

TEST_CASE("a waiver is read with all that it must say", "[findings][waivers]") {
  const std::vector<Waiver> waivers = read(waiver_for("    office: akim\n    period: 2025-W41\n"));
  REQUIRE(waivers.size() == 1);
  const Waiver& waiver = waivers[0];
  CHECK(waiver.mark == Mark{2, 5});
  CHECK(waiver.rule == "weekly");
  CHECK(waiver.office == "akim");
  CHECK(waiver.period == DayRange{day_of(2025, 10, 6), day_of(2025, 10, 12)});
  CHECK(waiver.reason == "flood");
  CHECK(waiver.legal_basis == "order 41");
  CHECK(waiver.approved_by == "A. Ismailov");
  CHECK(waiver.date == day_of(2025, 10, 5));
  CHECK(waiver.expires == day_of(2025, 12, 31));
}

TEST_CASE("a record is named with or without its family", "[findings][waivers]") {
  const auto plain = read(waiver_for("    record: 05-2/1187\n"));
  CHECK_FALSE(plain[0].family);
  CHECK(plain[0].record == "05-2/1187");
  const auto with_family = read(waiver_for("    record: assignment/05-2/1187\n"));
  CHECK(with_family[0].family == Family::assignment);
  CHECK(with_family[0].record == "05-2/1187");
}

TEST_CASE("a broken waiver is an error at its place, and the others are read", "[findings][waivers]") {
  struct Row {
    const char* why;
    std::string text;
    Mark mark;
    Message message;
  };
  const std::string both = "    office: akim\n    period: 2025-W41\n";
  const auto row = GENERATE_COPY(values<Row>({
      {"no target", waiver_for(""), {2, 5}, {"waiver-target", {}}},
      {"an office without a period", waiver_for("    office: akim\n"), {2, 5}, {"waiver-target", {}}},
      {"a record with a period",
       waiver_for("    record: M-1\n    period: 2025\n"),
       {2, 5},
       {"waiver-target", {}}},
      {"two targets", waiver_for(both + "    body: kazygurt\n"), {2, 5}, {"waiver-target", {}}},
      {"no period",
       waiver_for("    office: akim\n    period: 2025-W60\n"),
       {4, 13},
       {"waiver-no-period", {"2025-W60"}}},
      {"an unknown key",
       waiver_for(both, "    until: 2026\n"),
       {10, 5},
       {"unknown-key",
        {"until", "rule, record, office, body, period, reason, legal-basis, approved-by, date, expires"}}},
      {"a file that is a list", "- a\n", {1, 1}, {"expected-map", {}}},
      {"an empty reason",
       "waivers:\n  - {rule: a, record: M-1, reason: '  '}\n",
       {2, 36},
       {"expected-text", {}}},
      {"no legal basis",
       "waivers:\n  - {rule: a, record: M-1, reason: b}\n",
       {2, 5},
       {"missing-key", {"legal-basis"}}},
      {"no day",
       "waivers:\n  - {rule: a, record: M, reason: b, legal-basis: c, approved-by: d, date: 5.10.2025}\n",
       {2, 75},
       {"expected-date", {"5.10.2025"}}},
      {"expired before it was approved",
       "waivers:\n  - {rule: a, record: M, reason: b, legal-basis: c, approved-by: d, date: 2025-10-05, "
       "expires: 2025-10-04}\n",
       {2, 96},
       {"waiver-expires-too-early", {"2025-10-04", "2025-10-05"}}},
  }));
  CAPTURE(row.why);
  const auto loaded = read_waivers(row.text, "w.yaml");
  CHECK(loaded.value.empty());
  REQUIRE(loaded.errors.size() == 1);
  CHECK(loaded.errors[0] == Diagnostic{"w.yaml", row.mark, row.message});
}

TEST_CASE("every broken waiver of a file is told", "[findings][waivers]") {
  const auto loaded = read_waivers("waivers:\n  - {rule: a}\n  - {rule: b}\n", "w.yaml");
  CHECK(loaded.errors.size() == 2);
}

TEST_CASE("a waiver fits the rule, and the record or the holder and period", "[findings][waivers]") {
  struct Row {
    const char* why;
    std::string target;
    std::vector<bool> waived;  // M-1, M-2, akim in W41, akim in W42, deputy in W41
  };
  const auto row = GENERATE(values<Row>({
      {"a record", "    record: M-1\n", {true, false, false, false, false}},
      {"a record of its family", "    record: meeting/M-1\n", {true, false, false, false, false}},
      {"not of another family", "    record: visit/M-1\n", {false, false, false, false, false}},
      {"an office in a week", "    office: akim\n    period: 2025-W41\n", {false, false, true, false, false}},
      {"an office in a month: only weeks that lie in it whole",
       "    office: akim\n    period: 2025-10-06..2025-10-18\n",
       {false, false, true, false, false}},
      {"an office in two weeks",
       "    office: akim\n    period: 2025-W41..2025-W42\n",
       {false, false, true, true, false}},
      {"a body", "    body: kazygurt\n    period: 2025-W41\n", {false, false, true, false, true}},
  }));
  CAPTURE(row.why);
  const auto weekly = rule("weekly");
  std::vector<Finding> findings{on_record(weekly, "M-1"), on_record(weekly, "M-2"),
                                in_period(weekly, "akim", "2025-W41"), in_period(weekly, "akim", "2025-W42"),
                                in_period(weekly, "deputy", "2025-W41")};
  apply_waivers(findings, read(waiver_for(row.target)), november, Scope::part);
  std::vector<bool> waived;
  for (const Finding& finding : findings) waived.push_back(finding.waived.has_value());
  CHECK(waived == row.waived);
}

TEST_CASE("a waiver of another rule fits nothing, a glob fits all it names", "[findings][waivers]") {
  std::vector<Finding> findings{on_record(rule("monthly"), "M-1")};
  const auto waivers = read(waiver_for("    record: M-1\n"));
  apply_waivers(findings, waivers, november, Scope::part);
  CHECK_FALSE(findings[0].waived);
  auto glob = waivers;
  glob[0].rule = "kaz/*ly";
  apply_waivers(findings, glob, november, Scope::part);
  CHECK(findings[0].waived == "flood");
}

TEST_CASE("a waiver holds from its date to the day on which it expires", "[findings][waivers]") {
  struct Row {
    const char* why;
    Day as_of;
    bool waived;
    std::size_t complaints;
  };
  const auto row = GENERATE(values<Row>({
      {"the day before", day_of(2025, 10, 4), false, 0},
      {"the first day", day_of(2025, 10, 5), true, 0},
      {"the last day", day_of(2025, 12, 31), true, 0},
      {"the day after", day_of(2026, 1, 1), false, 1},
  }));
  CAPTURE(row.why);
  std::vector<Finding> findings{on_record(rule("weekly"), "M-1")};
  const auto complaints =
      apply_waivers(findings, read(waiver_for("    record: M-1\n")), row.as_of, Scope::whole);
  CHECK(findings[0].waived.has_value() == row.waived);
  CHECK(complaints.size() == row.complaints);
}

TEST_CASE("an expired waiver is a finding at its line", "[findings][waivers]") {
  std::vector<Finding> findings;
  const auto complaints =
      apply_waivers(findings, read(waiver_for("    record: M-1\n")), day_of(2026, 1, 1), Scope::part);
  REQUIRE(complaints.size() == 1);
  const Finding& finding = complaints[0];
  CHECK(identity(finding) == "reglament/waiver-expired|weekly M-1");
  CHECK(finding.outcome == Outcome::wrong);
  CHECK(finding.rule->severity == Severity::error);
  CHECK(finding.file == "w.yaml");
  CHECK(finding.mark == Mark{2, 5});
  CHECK(finding.statements[0].key == "waiver-expired");
}

TEST_CASE("a waiver that fits nothing is a finding, unless only a part was judged", "[findings][waivers]") {
  std::vector<Finding> findings{on_record(rule("weekly"), "M-1")};
  const auto waivers = read(waiver_for("    office: akim\n    period: 2025-W41\n"));
  const auto complaints = apply_waivers(findings, waivers, november, Scope::whole);
  REQUIRE(complaints.size() == 1);
  CHECK(identity(complaints[0]) == "reglament/waiver-fits-nothing|weekly akim 2025-10-06..2025-10-12");
  CHECK(apply_waivers(findings, waivers, november, Scope::part).empty());
}

TEST_CASE("what is met needs no waiver", "[findings][waivers]") {
  std::vector<Finding> findings{on_record(rule("weekly"), "M-1")};
  findings[0].outcome = Outcome::met;
  CHECK(apply_waivers(findings, read(waiver_for("    record: M-1\n")), november, Scope::whole).size() == 1);
  CHECK_FALSE(findings[0].waived);
}

}  // namespace reglament
