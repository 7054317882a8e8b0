// What a judge keeps of the records while it reads them, and when it must look again; order across records.
#include <catch2/catch.hpp>

#include <algorithm>

#include "judged.hpp"

using namespace reglament;

namespace {

constexpr std::size_t more_than_wait = 250;      // findings of one rule
constexpr std::size_t more_than_are_kept = 20'500;  // records that links may lead to

JudgeOptions hanging(const char* today) {
  JudgeOptions options = as_of(today);
  options.holds_all = false;
  options.all = false;
  return options;
}

std::string bare_meetings(std::size_t number) {
  std::string yaml = "meetings:\n";
  for (std::size_t i = 0; i < number; ++i) yaml += "- {id: M" + std::to_string(i) + ", type: apparatus, date: 2025-10-06}\n";
  return yaml;
}

constexpr const char* with_minutes = "- {id: N, type: apparatus, date: 2025-10-13, steps: {minutes-drafted: 2025-10-14}}\n";

std::size_t violations(const Run& run) {
  return static_cast<std::size_t>(
      std::count_if(run.findings.begin(), run.findings.end(), [](const Finding& f) { return is_violation(f.outcome); }));
}

}  // namespace

TEST_CASE("findings that wait for a field are few; where the field comes after all, a second look finds every one", "[looks]") {
  const Pack pack = pack_of(plain, rule("r", "about: meeting, check: {deadline: {step: minutes-drafted, no-later-than: 1 working day after date}}"));
  SECTION("nobody holds it: unknown, and no second look") {
    const Looked looked = look({pack}, bare_meetings(more_than_wait), hanging("2025-10-31"));
    CHECK(!looked.again);
    CHECK(violations(looked.run) == 0);
    CHECK(looked.run.summary.outcomes[static_cast<std::size_t>(Outcome::unknown)] == more_than_wait);
  }
  SECTION("the last record holds it") {
    const std::string yaml = bare_meetings(more_than_wait) + with_minutes;
    CHECK(look({pack}, yaml, hanging("2025-10-31")).again);
    const Run run = judge(pack, yaml, hanging("2025-10-31"));
    CHECK(violations(run) == more_than_wait);
    CHECK(run.summary.outcomes[static_cast<std::size_t>(Outcome::missed)] == more_than_wait);
    CHECK(run.summary.outcomes[static_cast<std::size_t>(Outcome::met)] == 1);
    CHECK(run.unknown.empty());
  }
  SECTION("a record holds it while few wait") {
    const std::string yaml = bare_meetings(10) + with_minutes;
    const Looked looked = look({pack}, yaml, hanging("2025-10-31"));
    CHECK(!looked.again);
    CHECK(violations(looked.run) == 10);
  }
}

TEST_CASE("of very many records that a link may lead to, those it does lead to are found at the second look", "[looks][links]") {
  const Pack pack = pack_of(plain, rule("r", "about: assignment, check: {deadline: {step: answered, no-later-than: 1 day after meeting.date}}"));
  const std::string answers = "assignments:\n- {id: A, type: letter, received: 2025-10-01, meeting: M7, steps: {answered: 2025-10-08}}\n";
  const auto said = [&](const std::string& yaml) { return told(judge(pack, yaml, hanging("2025-10-31"))); };
  const std::string late = "late by 1 days, due 2025-10-07, done 2025-10-08";
  const std::string few = bare_meetings(20);
  const std::string many = bare_meetings(more_than_are_kept);
  CHECK(!look({pack}, answers + few, hanging("2025-10-31")).again);
  CHECK(said(few + answers) == late);
  CHECK(said(answers + few) == late);
  CHECK(look({pack}, many + answers, hanging("2025-10-31")).again);
  CHECK(said(many + answers) == late);
  CHECK(said(answers + many) == late);
}

TEST_CASE("a mark that one record of the family bears is kept for all; a step is not", "[looks][held]") {
  const Pack pack = pack_of(plain, rule("r", "about: assignment, when: {on-control: true}, check: {deadline: {step: executed, no-later-than: due}}"));
  const std::string plan = "{id: P, type: plan, date: 2025-10-01, due: 2025-10-10}";
  const auto said = [&](const std::string& records) { return told(judge(pack, "assignments: [" + records + "]", hanging("2025-10-31"))); };
  CHECK(said(plan) == "unknown: on-control");
  CHECK(said(plan + ", {id: A, type: instruction, received: 2025-10-01, due: 2025-10-10, on-control: true}") ==
        "missed, due 2025-10-10");
}

TEST_CASE("a count whose records look at others sees them when all are read", "[looks][frequency]") {
  const Pack pack = pack_of(plain, rule("r", "about: visit/okrug-tour, owed-by: {each: district-akim}, check: {frequency: {each: month, where: {plan.approved: {no-later-than: date}}}}"));
  const std::string offices = "bodies: [{id: kaz, kind: district}]\noffices: [{id: akim, role: district-akim, body: kaz, from: 2025-10-01}]\n";
  const std::string tour = "visits: [{id: V, type: okrug-tour, by: akim, date: 2025-10-14, places: [kaz], plan: S}]\n";
  const std::string plan = "assignments: [{id: S, type: visit-schedule, by: akim, period: 2025-Q4, steps: {approved: 2025-09-26}}]\n";
  const auto said = [&](const std::string& yaml) { return outcomes(judge(pack, offices + yaml, as_of("2025-10-31"))); };
  CHECK(said(plan + tour) == "met");
  CHECK(said(tour + plan) == "met");
}

// --- order across records (kazygurt-2025-135, 10.9 para 2) -----------------------------------------------------------

TEST_CASE("what was carried over is registered before what came on the day", "[order]") {
  const Pack pack = pack_of(rolling, rule("r", "about: assignment, when: {urgent: false}, check: {order: {carried-over-first: registered, after: received, hours: mail}}"));
  struct Row { const char* why; const char* received; const char* registered; const char* others; const char* expected; };
  const std::string eight = "{id: B, type: letter, body: kaz, received: 2025-10-07T09:05, steps: {registered: 2025-10-07T09:10}}";
  // clang-format off
  const auto row = GENERATE(values<Row>({     // mail closes at 18:30; 2025-10-06 is a Monday
      {"after hours, registered first", "2025-10-06T18:31", "2025-10-07T09:09", "", "met"},
      {"at the same minute", "2025-10-06T18:31", "2025-10-07T09:10", "", "met"},
      {"after what came that day", "2025-10-06T18:31", "2025-10-07T09:11", "", "wrong"},
      {"in hours to the minute: not carried over", "2025-10-06T18:30", "2025-10-07T09:11", "", "not-applicable"},
      {"on a day off", "2025-10-05T10:00", "2025-10-06T12:00", "{id: C, type: letter, body: kaz, received: 2025-10-06T11:00, steps: {registered: 2025-10-06T11:30}}", "wrong"},
      {"on a day off, its hour untold", "2025-10-05", "2025-10-06T11:30", "{id: C, type: letter, body: kaz, received: 2025-10-06T11:00, steps: {registered: 2025-10-06T11:30}}", "met"},
      {"its hour untold", "2025-10-06", "2025-10-07T09:11", "", "unknown"},
      {"not registered yet", "2025-10-06T18:31", "", "", "not-applicable"},
      {"days later, after all", "2025-10-06T18:31", "2025-10-09", "", "wrong"},
      {"what is urgent goes before", "2025-10-06T18:31", "2025-10-07T09:02", "{id: C, type: letter, body: kaz, urgent: true, received: 2025-10-07T08:00, steps: {registered: 2025-10-07T08:01}}", "met"},
      {"of another body", "2025-10-06T18:31", "2025-10-07T09:02", "{id: C, type: letter, body: other, received: 2025-10-07T08:00, steps: {registered: 2025-10-07T08:01}}", "met"},
  }));
  // clang-format on
  CAPTURE(row.why);
  std::string yaml = "bodies: [{id: kaz, kind: district}, {id: other, kind: district}]\nassignments:\n- " + eight + "\n- {id: A, type: letter, body: kaz, received: " + row.received;
  if (*row.registered != '\0') yaml += ", steps: {registered: " + std::string{row.registered} + "}";
  yaml += "}\n";
  if (*row.others != '\0') yaml += "- " + std::string{row.others} + "\n";
  const Run run = judge(pack, yaml, as_of("2025-10-31"));
  const auto of_a = std::find_if(run.findings.begin(), run.findings.end(), [](const Finding& f) { return f.record == "A"; });
  const std::string outcome{of_a == run.findings.end() ? "unknown" : to_text(of_a->outcome)};
  CHECK(outcome == row.expected);
}
