#include "reglament/findings/comparison.hpp"

#include <catch2/catch.hpp>

#include "example.hpp"

using namespace reglament;

namespace {

std::shared_ptr<const RuleInfo> rule_of(std::string pack, std::string id,
                                        Severity severity = Severity::error) {
  RuleInfo info = *example::rule(std::move(id), {}, severity);
  info.pack = std::move(pack);
  return std::make_shared<const RuleInfo>(std::move(info));
}

Finding found(Outcome outcome, std::string pack = "p", std::string record = "M-1") {
  Finding finding = example::on_record(rule_of(std::move(pack), "r"), std::move(record));
  finding.outcome = outcome;
  return finding;
}

Run run_of(std::vector<Finding> findings) {
  Run run;
  run.findings = std::move(findings);
  return run;
}

std::string outcome_or_none(const std::optional<std::size_t>& index, Outcome outcome) {
  return (index ? "" : "none: ") + std::string{to_text(outcome)};
}

// "settled r late -> met"; what differs stands behind it.
std::string in_short(const Comparison& comparison) {
  std::string text;
  for (const FindingChange& change : comparison.findings) {
    text += (text.empty() ? "" : "; ") + std::string{to_text(change.change)} + " " + change.rule + " " +
            outcome_or_none(change.a, change.outcome_a) + " -> " +
            outcome_or_none(change.b, change.outcome_b);
    for (const Aspect aspect : change.aspects) text += " " + std::string{to_text(aspect)};
  }
  return text;
}

std::string compared(Finding a, Finding b) {
  return in_short(compare(run_of({std::move(a)}), run_of({std::move(b)})));
}

std::string counts_in_short(const OutcomeCounts& counts) {
  std::string text;
  for (std::size_t i = 0; i < outcome_count; ++i) {
    if (counts[i] > 0)
      text += " " + std::string{to_text(static_cast<Outcome>(i))} + " " + std::to_string(counts[i]);
  }
  return text;
}

Unknown unknown_of(std::string rule, std::string field, std::size_t records = 1) {
  Unknown unknown;
  unknown.rule = rule_of("p", std::move(rule));
  unknown.field = std::move(field);
  unknown.family = Family::meeting;
  unknown.records = records;
  return unknown;
}

}  // namespace

TEST_CASE("what becomes of a finding hangs on where it is a violation", "[comparison]") {
  struct Row {
    Outcome a;
    Outcome b;
    const char* expected;
  };
  const auto row = GENERATE(values<Row>({
      {Outcome::late, Outcome::met, "settled r late -> met outcome"},
      {Outcome::missed, Outcome::pending, "settled r missed -> pending outcome"},
      {Outcome::wrong, Outcome::excused, "settled r wrong -> excused outcome"},
      {Outcome::late, Outcome::not_applicable, "settled r late -> not-applicable outcome"},
      {Outcome::met, Outcome::late, "new r met -> late outcome"},
      {Outcome::not_applicable, Outcome::wrong, "new r not-applicable -> wrong outcome"},
      {Outcome::missed, Outcome::late, "changed r missed -> late outcome"},
      {Outcome::late, Outcome::late, ""},
      {Outcome::met, Outcome::excused, ""},
      {Outcome::pending, Outcome::met, ""},
  }));
  CAPTURE(to_text(row.a), to_text(row.b));
  CHECK(compared(found(row.a), found(row.b)) == row.expected);
}

TEST_CASE("a violation of both runs has changed where it is told otherwise", "[comparison]") {
  const Finding a = [] {
    Finding finding = found(Outcome::late);
    finding.due = Moment{day_of(2025, 10, 6)};
    finding.late_by = Lateness{3, Unit::working_day};
    return finding;
  }();
  const auto with = [&](auto change) {
    Finding b = a;
    change(b);
    return compared(a, std::move(b));
  };
  CHECK(with([](Finding&) {}) == "");
  CHECK(with([](Finding& b) { b.rule = rule_of("p", "r", Severity::note); }) ==
        "changed r late -> late severity");
  CHECK(with([](Finding& b) { b.certain = false; }) == "changed r late -> late certain");
  CHECK(with([](Finding& b) { b.due = Moment{day_of(2025, 10, 7)}; }) == "changed r late -> late due");
  CHECK(with([](Finding& b) { b.late_by = Lateness{3, Unit::day}; }) == "changed r late -> late late-by");
  CHECK(with([](Finding& b) {
          b.due.reset();
          b.late_by.reset();
        }) == "changed r late -> late due late-by");
  CHECK(with([](Finding& b) {
          b.mark = {9, 9};
          b.statements = {{"deadline-late", {}}};
        }) == "");
}

TEST_CASE("what is pending has changed with its due date", "[comparison]") {
  Finding a = found(Outcome::pending);
  a.due = Moment{day_of(2025, 10, 6)};
  Finding b = a;
  CHECK(compared(a, b) == "");
  b.due = Moment{day_of(2025, 10, 7)};
  CHECK(compared(a, b) == "changed r pending -> pending due");
  a.outcome = b.outcome = Outcome::met;
  CHECK(compared(a, b) == "");
}

TEST_CASE(
    "findings are the same whatever their packs are called, and differ by rule, record, item, holder and "
    "period",
    "[comparison]") {
  CHECK(compared(found(Outcome::late, "p"), found(Outcome::late, "q")) == "");
  CHECK(compared(found(Outcome::late), found(Outcome::late, "p", "M-2")) ==
        "settled r late -> none: not-applicable; new r none: not-applicable -> late");
  const auto item = [](std::string name) {
    return example::on_record(rule_of("p", "r"), "M-1", std::move(name));
  };
  CHECK(compared(item("extensions#1"), item("extensions#1")) == "");
  CHECK(compared(item("extensions#1"), item("extensions#2")) ==
        "settled r late -> none: not-applicable; new r none: not-applicable -> late");
  const auto period = [](std::string office, std::string_view week) {
    return example::in_period(rule_of("p", "r"), std::move(office), week);
  };
  CHECK(compared(period("akim", "2025-W41"), period("akim", "2025-W41")) == "");
  CHECK(compared(period("akim", "2025-W41"), period("akim", "2025-W42")).starts_with("settled"));
  CHECK(compared(period("akim", "2025-W41"), period("deputy", "2025-W41")).starts_with("settled"));
}

TEST_CASE("several findings of one identity are held against each other in their order", "[comparison]") {
  const Run a = run_of({found(Outcome::late), found(Outcome::wrong)});
  CHECK(in_short(compare(a, run_of({found(Outcome::late), found(Outcome::met)}))) ==
        "settled r wrong -> met outcome");
  CHECK(in_short(compare(a, run_of({found(Outcome::late)}))) == "settled r wrong -> none: not-applicable");
}

TEST_CASE("a finding that is there no more is unknown where its rule could not be judged", "[comparison]") {
  Run b;
  b.unknown = {unknown_of("r", "agenda-sent")};
  CHECK(in_short(compare(run_of({found(Outcome::late)}), b)) == "settled r late -> none: unknown");
  b.unknown.front().family = Family::visit;
  CHECK(in_short(compare(run_of({found(Outcome::late)}), b)) == "settled r late -> none: not-applicable");
}

TEST_CASE("changes stand by path and line, whichever run they are of", "[comparison]") {
  const auto at = [](std::string record, std::uint32_t line) {
    Finding finding = found(Outcome::late, "p", std::move(record));
    finding.mark.line = line;
    return finding;
  };
  const Comparison comparison =
      compare(run_of({at("M-1", 3), at("M-3", 30)}), run_of({at("M-2", 7), at("M-4", 40)}));
  std::string order;
  for (const FindingChange& change : comparison.findings) order += to_text(change.change).substr(0, 1);
  CHECK(order == "snsn");
}

TEST_CASE("outcomes are counted rule by rule, and over all rules", "[comparison]") {
  Run a = run_of({found(Outcome::met), found(Outcome::late, "p", "M-2")});
  Run b = run_of({found(Outcome::met), found(Outcome::met, "p", "M-2")});
  a.unknown = {unknown_of("s", "agenda-sent", 4)};
  b.unknown = {unknown_of("s", "agenda-sent", 4)};
  const Comparison comparison = compare(a, b);
  REQUIRE(comparison.rules.size() == 1);
  CHECK(comparison.rules.front().rule == "r");
  CHECK(counts_in_short(comparison.rules.front().a) == " met 1 late 1");
  CHECK(counts_in_short(comparison.rules.front().b) == " met 2");
  CHECK(counts_in_short(comparison.total_a) == " met 1 late 1 unknown 4");
  CHECK(counts_in_short(comparison.total_b) == " met 2 unknown 4");
  CHECK_FALSE(comparison.is_same());
  CHECK(compare(a, a).is_same());
}

TEST_CASE("what could not be judged is told where the other run could", "[comparison]") {
  Run a;
  Run b;
  a.unknown = {unknown_of("r", "agenda-sent"), unknown_of("s", "sent"), unknown_of("t", "")};
  a.unknown[2].reason = Statement{"cannot-be-told", {}};
  b.unknown = {unknown_of("r", "agenda-sent"), unknown_of("s", "closed"), unknown_of("t", "")};
  b.unknown[2].reason = Statement{"no-record-of-kind", {}};
  const Comparison comparison = compare(a, b);
  CHECK(comparison.unknown_in_a == std::vector<std::size_t>{1, 2});
  CHECK(comparison.unknown_in_b == std::vector<std::size_t>{1, 2});
  CHECK_FALSE(comparison.is_same());
}
