// RULES, section 6: frequencies, row by row.
#include <catch2/catch.hpp>

#include "judged.hpp"

#include <set>

using namespace reglament;

namespace {

// A district whose unit owes the meetings of the apparatus; the unit is available as `office` says.
std::string unit(const std::string& office, const std::string& meetings = "") {
  return "bodies: [{id: kaz, kind: district}]\noffices: [{id: unit, role: organisational-inspection-unit, body: kaz, " + office + "}]\n" +
         "meetings: [" + meetings + "]\n";
}

std::string apparatus(std::initializer_list<const char*> days) {
  std::string text;
  for (const char* on : days) text += (text.empty() ? "" : ", ") + ("{id: M" + std::string{on} + ", type: apparatus, body: kaz, date: " + on + "}");
  return text;
}

constexpr const char* in_force = "rollover: none\nin-force: {from: 2025-07-01}";

Pack apparatus_pack(const std::string& frequency, const char* head = plain, const std::string& more = "") {
  return pack_of(head, rule("r", "about: meeting/apparatus, owed-by: organisational-inspection-unit, " + more + "check: {frequency: {" +
                                     frequency + ", credited-to: body}}"));
}

const Pack& weekly() {
  static const Pack pack = apparatus_pack("at-least: 1, each: week");
  return pack;
}

}  // namespace

TEST_CASE("a period is owed when the rule was in force all through it", "[frequency]") {
  struct Row { const char* each; const char* period; const char* expected; };
  const auto row = GENERATE(values<Row>({  // in force from Tuesday 2025-07-01
      {"week", "2025-W27", "n/a"},
      {"week", "2025-W28", "missed"},
      {"month", "2025-06", "n/a"},
      {"month", "2025-07", "missed"},
      {"quarter", "2025-Q3", "missed"},
      {"half-year", "2025-H2", "missed"},
      {"year", "2025", "n/a"},
      {"year", "2026", "missed"},
  }));
  CAPTURE(row.each, row.period);
  const Pack pack = apparatus_pack("at-least: 1, each: " + std::string{row.each}, in_force);
  CHECK(said_of(judge(pack, unit("from: 2024-01-01", apparatus({"2024-02-01"})), as_of("2027-01-31")), row.period) == row.expected);
}

TEST_CASE("a rule that ends owes no period that runs past its end", "[frequency]") {
  const Pack pack = apparatus_pack("at-least: 1, each: month", "rollover: none\nin-force: {from: 2025-01-01, to: 2025-10-30}");
  const Run run = judge(pack, unit("from: 2024-01-01"), as_of("2025-12-31"));
  CHECK(said_of(run, "2025-09") == "missed");
  CHECK(said_of(run, "2025-10") == "n/a");
}

TEST_CASE("any day of the week counts, a Sunday too", "[frequency]") {
  const char* held = GENERATE("2025-10-06", "2025-10-08", "2025-10-12");
  CAPTURE(held);
  CHECK(said_of(judge(weekly(), unit("from: 2025-01-01", apparatus({held})), as_of("2025-10-31")), "2025-W41") == "met");
}

TEST_CASE("a week is pending until it is over", "[frequency]") {
  struct Row { const char* today; const char* expected; };
  const auto row = GENERATE(values<Row>({{"2025-10-06", "pending"}, {"2025-10-12", "pending"}, {"2025-10-13", "missed"}}));
  CAPTURE(row.today);
  CHECK(said_of(judge(weekly(), unit("from: 2025-01-01"), as_of(row.today)), "2025-W41") == row.expected);
}

TEST_CASE("what is met is met at once", "[frequency]") {
  CHECK(said_of(judge(weekly(), unit("from: 2025-01-01", apparatus({"2025-10-06"})), as_of("2025-10-06")), "2025-W41") == "met");
}

TEST_CASE("what is dated after the as-of day has not happened", "[frequency]") {
  CHECK(said_of(judge(weekly(), unit("from: 2025-01-01", apparatus({"2025-10-09"})), as_of("2025-10-08")), "2025-W41") == "pending");
}

TEST_CASE("a period is owed when the office existed all through it", "[frequency]") {
  struct Row { const char* why; const char* office; const char* each; const char* period; const char* expected; };
  const auto row = GENERATE(values<Row>({
      {"created on a Wednesday: not that week", "from: 2025-10-08", "week", "2025-W41", "n/a"},
      {"the next", "from: 2025-10-08", "week", "2025-W42", "missed"},
      {"nor that month", "from: 2025-10-08", "month", "2025-10", "n/a"},
      {"the next month", "from: 2025-10-08", "month", "2025-11", "missed"},
      {"created on the first day", "from: 2025-10-06", "week", "2025-W41", "missed"},
      {"abolished on a Thursday: not that week", "from: 2025-01-01, to: 2025-10-30", "week", "2025-W44", "n/a"},
      {"the one before", "from: 2025-01-01, to: 2025-10-30", "week", "2025-W43", "missed"},
      {"nor that month", "from: 2025-01-01, to: 2025-10-30", "month", "2025-10", "n/a"},
      {"abolished on the last day", "from: 2025-01-01, to: 2025-10-31", "month", "2025-10", "missed"},
  }));
  CAPTURE(row.why);
  const Pack pack = apparatus_pack("each: " + std::string{row.each});
  CHECK(said_of(judge(pack, unit(row.office), as_of("2025-12-31")), row.period) == row.expected);
}

TEST_CASE("a miss is excused when on no working day of the period the office was available", "[frequency]") {
  struct Row { const char* why; const char* office; const char* each; const char* period; const char* expected; };
  // clang-format off
  const auto row = GENERATE(values<Row>({
      {"two weeks of leave", "absences: [{from: 2025-07-07, to: 2025-07-20, reason: leave}]", "week", "2025-W28", "excused"},
      {"two weeks of leave", "absences: [{from: 2025-07-07, to: 2025-07-20, reason: leave}]", "week", "2025-W29", "excused"},
      {"the week after", "absences: [{from: 2025-07-07, to: 2025-07-20, reason: leave}]", "week", "2025-W30", "missed"},
      {"somebody acts", "absences: [{from: 2025-07-07, to: 2025-07-20, reason: leave, acting: legal-unit}]", "week", "2025-W28", "missed"},
      {"somebody acts", "absences: [{from: 2025-07-07, to: 2025-07-20, reason: leave, acting: legal-unit}]", "week", "2025-W29", "missed"},
      {"Monday to Thursday: Friday was there", "absences: [{from: 2025-07-14, to: 2025-07-17}]", "week", "2025-W29", "missed"},
      {"Monday to Friday, the weekend asks nothing", "absences: [{from: 2025-07-14, to: 2025-07-18}]", "week", "2025-W29", "excused"},
      {"Monday to Friday before a long weekend", "absences: [{from: 2025-10-20, to: 2025-10-24}]", "week", "2025-W43", "excused"},
      {"its Monday is off, but Tuesday is worked", "absences: [{from: 2025-10-20, to: 2025-10-24}]", "week", "2025-W44", "missed"},
      {"an absence without an end goes on", "absences: [{from: 2025-10-20}]", "week", "2025-W44", "excused"},
      {"vacant all October", "holders: [{name: A, from: 2025-01-01, to: 2025-09-28}, {name: B, from: 2025-11-01}]", "month", "2025-10", "excused"},
      {"but not all the quarter", "holders: [{name: A, from: 2025-01-01, to: 2025-09-28}, {name: B, from: 2025-11-01}]", "quarter", "2025-Q4", "missed"},
      {"vacant but for the last working day", "holders: [{name: A, from: 2025-01-01, to: 2025-09-28}, {name: B, from: 2025-10-31}]", "month", "2025-10", "missed"},
      {"absent but for a Sunday that was worked", "absences: [{from: 2024-12-30, to: 2025-01-04}]", "week", "2025-W01", "missed"},
      {"absent that Sunday too", "absences: [{from: 2024-12-30, to: 2025-01-05}]", "week", "2025-W01", "excused"},
  }));
  // clang-format on
  CAPTURE(row.why, row.period);
  const Pack pack = apparatus_pack("each: " + std::string{row.each});
  CHECK(said_of(judge(pack, unit("from: 2020-01-01, " + std::string{row.office}), as_of("2026-01-31")), row.period) == row.expected);
}

TEST_CASE("who was absent and held it all the same has met it", "[frequency]") {
  const std::string records = unit("from: 2025-01-01, absences: [{from: 2025-07-07, to: 2025-07-20}]", apparatus({"2025-07-09"}));
  CHECK(said_of(judge(weekly(), records, as_of("2025-07-31")), "2025-W28") == "met");
}

TEST_CASE("absence excuses nothing in a pack that says so", "[frequency]") {
  const Pack pack = apparatus_pack("each: week", "rollover: none\nabsence: owed");
  const std::string records = unit("from: 2025-01-01, absences: [{from: 2025-07-07, to: 2025-07-20}]");
  CHECK(said_of(judge(pack, records, as_of("2025-07-31")), "2025-W28") == "missed");
}

TEST_CASE("a week without working days is not owed", "[frequency]") {
  CalendarData data = kz().data();
  for (int i = 6; i <= 10; ++i) data.feasts.push_back({day_of(2025, 10, i), {"f", "f", "f"}, {}});
  std::vector<Input> inputs(1);
  inputs.front() = {"-", unit("from: 2025-01-01"), {}, 0, {}};
  const Register offices = read_register(inputs).value;
  Judge judging{offices, {weekly()}, {{"kz", WorkingCalendar{data}}}, as_of("2025-10-31")};
  const Run run = judging.close();
  CHECK(said_of(run, "2025-W40") == "missed");
  CHECK(said_of(run, "2025-W41") == "n/a");
  CHECK(said_of(run, "2025-W42") == "missed");
}

TEST_CASE("no week of 2019-2026 is without working days", "[frequency]") {
  for (Period week = period_of(day("2019-01-01"), PeriodUnit::week); week.last <= day("2026-12-31"); week = next(week)) {
    CAPTURE(to_text(week));
    CHECK(kz().working_days_in(std::max(week.first, day("2019-01-01")), week.last) > 0);
  }
}

TEST_CASE("a window past the period: in time by its last day, late after it", "[frequency]") {
  struct Row { const char* why; const char* held; const char* today; const char* period; const char* expected; };
  const auto row = GENERATE(values<Row>({
      {"held on the 10th, a Friday", "2025-10-10", "2025-10-31", "2025-09", "met"},
      {"held on Monday 13", "2025-10-13", "2025-10-31", "2025-09", "late by 3 days"},
      {"not held, on the 10th", "2025-05-05", "2025-10-10", "2025-09", "pending"},
      {"not held, after it", "2025-05-05", "2025-10-11", "2025-09", "missed"},
      {"not held, as of the 13th", "2025-05-05", "2025-10-13", "2025-09", "missed"},
      {"the 10th of August is a Sunday, and nothing rolls", "2025-08-11", "2025-08-31", "2025-07", "late by 1 days"},
  }));
  CAPTURE(row.why);
  const Pack pack = apparatus_pack("at-least: 1, each: month, no-later-than: day 10 of the month after period");
  CHECK(said_of(judge(pack, unit("from: 2025-01-01", apparatus({row.held})), as_of(row.today)), row.period) == row.expected);
}

TEST_CASE("a record goes to the period it names", "[frequency]") {
  const Pack pack = apparatus_pack("at-least: 1, each: month, no-later-than: day 10 of the month after period");
  const std::string records = unit("from: 2025-07-01", "{id: M, type: apparatus, body: kaz, date: 2025-08-11, period: 2025-08}");
  const Run run = judge(pack, records, as_of("2025-08-31"));
  CHECK(said_of(run, "2025-08") == "met");
  CHECK(said_of(run, "2025-07") == "missed");
}

TEST_CASE("one of a group does for all, and all must be away for an excuse", "[frequency]") {
  const Pack pack = pack_of(plain, rule("r", "about: meeting/briefing, owed-by: {together: oblast-deputy-akim}, check: {frequency: {at-least: 1, each: quarter}}"));
  const auto world = [](const std::string& absent, const std::string& meetings) {
    std::string text = "bodies: [{id: zhambyl, kind: oblast}]\noffices:\n";
    for (const char* id : {"d1", "d2", "d3", "d4"}) {
      text += "- {id: " + std::string{id} + ", role: oblast-deputy-akim, body: zhambyl, from: 2025-01-01";
      if (absent.find(id) != std::string::npos) text += ", absences: [{from: 2025-09-29, to: 2026-01-11}]";
      text += "}\n";
    }
    return text + "meetings: [" + meetings + "]\n";
  };
  const auto said = [&](const std::string& absent, const std::string& meetings) {
    return said_of(judge(pack, world(absent, meetings), as_of("2026-01-31")), "2025-Q4");
  };
  CHECK(said("", "{id: B, type: briefing, by: d3, date: 2025-11-05}") == "met");
  CHECK(said("", "") == "missed");
  CHECK(said("d1", "") == "missed");
  CHECK(said("d1 d2 d3", "") == "missed");
  CHECK(said("d1 d2 d3 d4", "") == "excused");

  const Run run = judge(pack, world("", ""), as_of("2026-01-31"));
  for (const Finding& finding : run.findings) {
    CHECK(finding.body == "zhambyl");
    CHECK(!finding.office);
    CHECK(!finding.record);
  }
}

TEST_CASE("each office of a role owes for itself", "[frequency]") {
  const Pack pack = pack_of(plain, rule("r", "about: meeting/briefing, owed-by: {each: oblast-deputy-akim}, check: {frequency: {at-least: 1, each: quarter}}"));
  const Run run = judge(pack, R"(
bodies: [{id: zhambyl, kind: oblast}]
offices: [{id: d1, role: oblast-deputy-akim, body: zhambyl, from: 2025-10-01}, {id: d2, role: oblast-deputy-akim, body: zhambyl, from: 2025-10-01}]
meetings: [{id: B, type: briefing, by: d2, date: 2025-11-05}]
)", as_of("2025-12-31"));
  std::string text;
  for (const Finding& finding : run.findings) text += finding.office.value_or("?") + " " + in_short(finding) + "; ";
  CHECK(text == "d1 2025-Q4 pending, due 2025-12-31; d2 2025-Q4 met; ");
}

namespace {

// Two okrugs of a district with three settlements each, and its akim.
constexpr const char* okrugs = R"(
bodies:
- {id: kaz, kind: district}
- {id: north, kind: okrug, within: kaz}
- {id: south, kind: okrug, within: kaz}
- {id: east, kind: okrug, within: kaz}
- {id: n1, kind: settlement, within: north}
- {id: n2, kind: settlement, within: north}
- {id: n3, kind: settlement, within: north, from: 2025-10-15}
- {id: s1, kind: settlement, within: south}
- {id: s2, kind: settlement, within: south}
- {id: e1, kind: settlement, within: east}
offices: [{id: akim, role: district-akim, body: kaz, from: 2025-10-01}]
)";

std::string tours(const std::vector<const char*>& places) {
  std::string text;
  int number = 0;
  for (const char* place : places) {
    const std::string on = "2025-10-" + std::to_string(10 + number);
    text += (number++ == 0 ? "" : ", ") + ("{id: V" + on + ", type: okrug-tour, by: akim, date: " + on + ", places: [" + place + "]}");
  }
  return okrugs + ("visits: [" + text + "]\n");
}

}  // namespace

TEST_CASE("two tours of one okrug are one okrug", "[frequency][distinct]") {
  const Pack pack = pack_of(plain, rule("r", "about: visit/okrug-tour, for-each: stops, owed-by: {each: district-akim}, check: {frequency: {at-least: 2, each: month, distinct: place.okrug}}"));
  CHECK(said_of(judge(pack, tours({"n1", "s1"}), as_of("2025-11-01")), "2025-10") == "met");
  const Run run = judge(pack, tours({"n1", "n2"}), as_of("2025-11-01"));
  CHECK(said_of(run, "2025-10") == "missed");
  CHECK(violation(run).find(" 1 2") != std::string::npos);  // 1 found, 2 wanted
}

TEST_CASE("a member of the set that came twice does not stand for one that never did", "[frequency][every]") {
  const Pack pack = pack_of(plain, rule("r", "about: meeting/sector, owed-by: {each: district-akim}, check: {frequency: {at-least: 1, each: month, every: [production, social], named-in: sectors}}"));
  const auto sectors = [&](const std::string& first, const std::string& second) {
    return judge(pack, std::string{okrugs} + "meetings: [{id: A, type: sector, by: akim, date: 2025-10-03, sectors: [" + first +
                           "]}, {id: B, type: sector, by: akim, date: 2025-10-10, sectors: [" + second + "]}]", as_of("2025-11-01"));
  };
  CHECK(said_of(sectors("production", "social"), "2025-10") == "met");
  const Run run = sectors("production", "production");
  CHECK(said_of(run, "2025-10") == "missed");
  CHECK(violation(run).find("social") != std::string::npos);
  CHECK(violation(run).find("production") == std::string::npos);
}

TEST_CASE("of 156 settlements one was not visited; one founded in May was not owed", "[frequency][every]") {
  const Pack pack = pack_of(plain, rule("r", "about: visit/inspection-visit, for-each: stops, owed-by: {each: chief-inspector}, check: {frequency: {each: year, every: {bodies: settlement, inside: body}, named-in: place}}"));
  std::string bodies = "bodies:\n- {id: zhambyl, kind: oblast}\n- {id: newest, kind: settlement, within: zhambyl, from: 2025-05-01}\n";
  std::string visited;
  for (int i = 1; i <= 156; ++i) {
    const std::string id = "s" + std::to_string(i);
    bodies += "- {id: " + id + ", kind: settlement, within: zhambyl}\n";
    if (i != 77) visited += (visited.empty() ? "" : ", ") + id;
  }
  const auto said = [&](const std::string& places) {
    return judge(pack, bodies + "offices: [{id: i, role: chief-inspector, body: zhambyl, from: 2025-01-01}]\nvisits: [{id: V, type: inspection-visit, by: i, date: 2025-06-02, places: [" + places + "]}]",
                 as_of("2026-01-01"));
  };
  CHECK(said_of(said(visited + ", s77"), "2025") == "met");
  const Run run = said(visited);
  CHECK(said_of(run, "2025") == "missed");
  CHECK(violation(run).find("[s77] 155 156") != std::string::npos);
}

TEST_CASE("so many okrugs must be visited whole, all where fewer were begun", "[frequency][per]") {
  const Pack pack = pack_of(plain, rule("r", "about: visit/okrug-tour, for-each: stops, owed-by: {each: district-akim}, check: {frequency: {each: month, per: place.okrug, whole: 2, every: {bodies: settlement, inside: place.okrug}, named-in: place}}"));
  struct Row { const char* why; std::vector<const char*> places; const char* expected; const char* named; };
  const auto row = GENERATE(values<Row>({
      {"two whole", {"n1", "n2", "s1", "s2"}, "met", ""},
      {"two, one with a gap", {"n1", "n2", "s1"}, "missed", "s2"},
      {"three, one with a gap", {"n1", "n2", "s1", "e1"}, "met", ""},
      {"three, two with a gap", {"n1", "s1", "e1"}, "missed", "n2"},
      {"one, whole: fewer were begun", {"n1", "n2"}, "met", ""},
      {"one, with a gap", {"n1"}, "missed", "n2"},
      {"none seen: not applicable", {}, "n/a", ""},
  }));
  CAPTURE(row.why);
  const Run run = judge(pack, tours(row.places), as_of("2025-11-01"));
  CHECK(said_of(run, "2025-10") == row.expected);
  CHECK(violation(run).find(row.named) != std::string::npos);
  CHECK(violation(run).find("n3") == std::string::npos);  // founded within the month
}

TEST_CASE("a record whose `where` cannot be told leaves the period unknown", "[frequency]") {
  const Pack pack = apparatus_pack("at-least: 1, each: month, where: {format: in-person}");
  const auto said = [&](const std::string& meetings, const char* today = "2025-12-01") {
    const Run run = judge(pack, unit("from: 2025-11-01", meetings), as_of(today));
    return said_of(run, "2025-11") + (run.unknown.empty() ? "" : ", unknown");
  };
  const std::string in_person = "{id: A, type: apparatus, body: kaz, date: 2025-11-05, format: in-person}";
  const std::string not_told = "{id: B, type: apparatus, body: kaz, date: 2025-11-12}";
  const std::string recorded = "{id: C, type: apparatus, body: kaz, date: 2025-11-19, format: recorded}";
  CHECK(said(in_person) == "met");
  CHECK(said(not_told) == "n/a, unknown");
  CHECK(said(recorded) == "missed");
  CHECK(said(not_told + ", " + recorded) == "n/a, unknown");
  CHECK(said(not_told + ", " + in_person) == "met");
  CHECK(said(not_told, "2025-11-30") == "pending");
}

TEST_CASE("no two deputies away on one day: disputable for two, certain for three", "[frequency][readings]") {
  const Pack pack = shipped_pack("rule-language-plain");
  const auto entries = [&](const std::string& list) {
    return judge(pack, R"(
bodies: [{id: zhambyl, kind: oblast}]
offices: [{id: gov, role: oblast-akim, body: zhambyl, from: 2025-01-01}, {id: d1, role: oblast-deputy-akim, body: zhambyl},
          {id: d2, role: oblast-deputy-akim, body: zhambyl}, {id: d3, role: oblast-deputy-akim, body: zhambyl}]
assignments: [{id: S, type: visit-schedule, by: gov, period: 2025-Q4, entries: [)" + list + "]}]", as_of("2026-01-31"));
  };
  constexpr const char* conflict = "deputies-not-away-at-once";
  CHECK(told(entries("{by: d1, date: 2025-10-14}, {by: d2, date: 2025-10-15}"), conflict).find("wrong") == std::string::npos);
  CHECK(said_of(entries("{by: d1, date: 2025-10-14}, {by: d2, date: 2025-10-14}"), "2025-10-14", conflict) == "wrong, disputable");
  CHECK(said_of(entries("{by: d1, date: 2025-10-14}, {by: d2, date: 2025-10-14}, {by: d3, date: 2025-10-14}"), "2025-10-14", conflict) == "wrong");
  CHECK(said_of(entries("{by: d1, date: 2025-10-14}, {by: d1, date: 2025-10-14}"), "2025-10-14", conflict) != "wrong");
}

TEST_CASE("a visit of several days counts on each of them, and its days are one finding", "[frequency]") {
  const Pack pack = pack_of(plain, rule("r", "about: visit/district-visit, owed-by: oblast-akim, check: {frequency: {at-most: 1, each: day, distinct: by, credited-to: body}}"));
  const Run run = judge(pack, R"(
bodies: [{id: zhambyl, kind: oblast}]
offices: [{id: gov, role: oblast-akim, body: zhambyl}, {id: d1, role: oblast-deputy-akim, body: zhambyl}, {id: d2, role: oblast-deputy-akim, body: zhambyl}]
visits: [{id: A, type: district-visit, by: d1, from: 2025-10-13, to: 2025-10-15}, {id: B, type: district-visit, by: d2, from: 2025-10-14, to: 2025-10-16}]
)", as_of("2025-10-31"));
  std::string wrong;
  for (const Finding& finding : run.findings) {
    if (finding.outcome == Outcome::wrong) wrong += to_text(*finding.period) + ";";
  }
  CHECK(wrong == "2025-10-14;");
}

TEST_CASE("what a deputy holds in the akim's stead is the akim's", "[frequency]") {
  const Pack pack = pack_of(plain, rule("r", "about: meeting/extended-apparatus, owed-by: {each: [district-akim, district-deputy-akim]}, check: {frequency: {each: month}}"));
  const auto said = [&](const std::string& held) {
    const Run run = judge(pack, R"(
bodies: [{id: kaz, kind: district}]
offices: [{id: akim, role: district-akim, body: kaz, from: 2025-10-01}, {id: deputy, role: district-deputy-akim, body: kaz, from: 2025-10-01}]
meetings: [{id: M, type: extended-apparatus, date: 2025-10-09, )" + held + "}]", as_of("2025-10-31"));
    std::string text;
    for (const Finding& finding : run.findings) text += finding.office.value_or("?") + " " + std::string{to_text(finding.outcome)} + ";";
    return text;
  };
  CHECK(said("by: deputy, acting-for: akim") == "akim met;deputy pending;");
  CHECK(said("by: deputy") == "akim pending;deputy met;");
}

TEST_CASE("at-most and exactly are broken at once, at-least when the time is over", "[frequency]") {
  struct Row { const char* why; const char* bound; std::vector<const char*> held; const char* today; const char* expected; };
  const auto row = GENERATE(values<Row>({
      {"exactly 1, two held", "exactly: 1", {"2025-10-02", "2025-10-03"}, "2025-10-03", "wrong"},
      {"exactly 1, one held", "exactly: 1", {"2025-10-02"}, "2025-10-31", "met"},
      {"exactly 1, none yet", "exactly: 1", {}, "2025-10-31", "pending"},
      {"exactly 1, none", "exactly: 1", {}, "2025-11-01", "missed"},
      {"at most 1, two held", "at-most: 1", {"2025-10-02", "2025-10-03"}, "2025-10-03", "wrong"},
      {"at most 1, one held", "at-most: 1", {"2025-10-02"}, "2025-11-01", "met"},
      {"at most 1, none", "at-most: 1", {}, "2025-11-01", "met"},
      {"more than 1, one held", "more-than: 1", {"2025-10-02"}, "2025-11-01", "missed"},
      {"more than 1, two held", "more-than: 1", {"2025-10-02", "2025-10-02"}, "2025-10-03", "met"},
      {"1 to 2, three held", "at-least: 1, at-most: 2", {"2025-10-02", "2025-10-03", "2025-10-04"}, "2025-10-04", "wrong"},
      {"1 to 2, none held", "at-least: 1, at-most: 2", {}, "2025-11-01", "missed"},
      {"2, one held, as of the last day", "at-least: 2", {"2025-10-02"}, "2025-10-31", "pending"},
      {"2, one held, the day after", "at-least: 2", {"2025-10-02"}, "2025-11-01", "missed"},
  }));
  CAPTURE(row.why);
  std::string meetings;
  for (const char* held : row.held) {
    meetings += (meetings.empty() ? "" : ", ") + ("{id: M" + std::to_string(meetings.size()) + ", type: apparatus, body: kaz, date: " + held + "}");
  }
  const Pack pack = apparatus_pack(std::string{row.bound} + ", each: month");
  CHECK(said_of(judge(pack, unit("from: 2025-10-01", meetings), as_of(row.today)), "2025-10") == row.expected);
}

TEST_CASE("the state of a day: every village has its chat", "[frequency]") {
  const Pack pack = pack_of(plain, rule("r", "about: assignment/village-chat, owed-by: {each: rural-akim}, check: {frequency: {each: as-of, every: {bodies: [village, settlement], inside: body}, named-in: places}}"));
  const auto said = [&](const std::string& places) {
    const Run run = judge(pack, R"(
bodies: [{id: okrug, kind: okrug}, {id: a, kind: village, within: okrug}, {id: b, kind: settlement, within: okrug}, {id: c, kind: village, within: okrug, from: 2025-10-05}]
offices: [{id: akim, role: rural-akim, body: okrug, from: 2024-01-01}]
assignments: [{id: C, type: village-chat, by: akim, issued: 2024-05-01, places: [)" + places + "]}]", as_of("2025-10-05"));
    return outcomes(run) + " " + violation(run);
  };
  CHECK(said("a, b, c").starts_with("met"));
  CHECK(said("a, c").starts_with("missed"));
  CHECK(said("a, c").find("[b]") != std::string::npos);
}

TEST_CASE("a window before the period, and one that begins late", "[frequency][window]") {
  struct Row { const char* why; const char* window; const char* record; const char* today; const char* period; const char* expected; };
  // clang-format off
  const auto row = GENERATE(values<Row>({
      {"a plan for the year, made before it", "each: year, no-later-than: 10 days before start of period", "approved: 2025-12-22", "2026-01-15", "2026", "met"},
      {"a day later", "each: year, no-later-than: 10 days before start of period", "approved: 2025-12-23", "2026-01-15", "2026", "late by 1 days"},
      {"not made, before the last day: the year is not owed yet", "each: year, no-later-than: 10 days before start of period", "", "2025-12-22", "2026", "n/a"},
      {"not made, after it", "each: year, no-later-than: 10 days before start of period", "", "2025-12-23", "2026", "missed"},
      {"too early is not in time", "each: year, no-earlier-than: 12-01 of the year before period, no-later-than: 12-31 of the year before period", "approved: 2025-11-30", "2026-01-15", "2026", "missed"},
      {"the first day of the window", "each: year, no-earlier-than: 12-01 of the year before period, no-later-than: 12-31 of the year before period", "approved: 2025-12-01", "2026-01-15", "2026", "met"},
  }));
  // clang-format on
  CAPTURE(row.why);
  const Pack pack = pack_of(plain, rule("r", "about: assignment/trip-plan, owed-by: {each: district-akim}, check: {frequency: {" + std::string{row.window} + ", counted-by: approved}}"));
  const std::string step{row.record};
  const std::string plan = step.empty() ? "" : "{id: P, type: trip-plan, by: akim, period: 2026, steps: {" + step + "}}";
  const std::string records = "bodies: [{id: kaz, kind: district}]\noffices: [{id: akim, role: district-akim, body: kaz, from: 2025-01-01}]\nassignments: [" + plan + "]";
  CHECK(said_of(judge(pack, records, as_of(row.today)), row.period) == row.expected);
}

TEST_CASE("9.2: where no last day is named and records name their period, it is met whenever done", "[frequency]") {
  const Pack pack = pack_of(plain, rule("r", "about: assignment/report, owed-by: {each: district-akim}, check: {frequency: {each: half-year, counted-by: submitted}}"));
  const auto said = [&](const std::string& reports, const char* today) {
    const std::string records = "bodies: [{id: kaz, kind: district}]\noffices: [{id: akim, role: district-akim, body: kaz, from: 2025-01-01}]\n"
                                "assignments: [{id: old, type: report, by: akim, period: 2024-H2, steps: {submitted: 2025-01-20}}, " + reports + "]";
    return said_of(judge(pack, records, as_of(today)), "2025-H1");
  };
  CHECK(said("{id: R, type: report, by: akim, period: 2025-H1, steps: {submitted: 2025-07-20}}", "2025-07-31") == "met");
  CHECK(said("{id: R, type: report, by: akim, period: 2025-H1, steps: {submitted: 2025-12-20}}", "2025-12-31") == "met");
  CHECK(said("", "2025-07-31") == "pending");
  CHECK(said("", "2025-12-31") == "pending");
  CHECK(said("", "2026-01-01") == "missed");
}

TEST_CASE("more often than something else; nought against nought asks nothing", "[frequency]") {
  const Pack pack = pack_of(plain, rule("r", "about: meeting/assembly, owed-by: {each: rural-akim}, check: {frequency: {more-than: {count: meeting/gathering}, each: year}}"));
  const auto said = [&](const std::string& meetings) {
    const std::string records = "bodies: [{id: o, kind: okrug}]\noffices: [{id: akim, role: rural-akim, body: o, from: 2025-01-01}]\nmeetings: [" + meetings + "]";
    return said_of(judge(pack, records, as_of("2026-01-10")), "2025");
  };
  const std::string gathering = "{id: G, type: gathering, by: akim, date: 2025-03-03}";
  const std::string assembly = "{id: A, type: assembly, by: akim, date: 2025-04-04}";
  CHECK(said(gathering + ", " + assembly) == "missed");
  CHECK(said(gathering + ", " + assembly + ", {id: A2, type: assembly, by: akim, date: 2025-05-05}") == "met");
  CHECK(said(gathering) == "missed");
  CHECK(said(assembly) == "met");
  CHECK(said("") == "n/a");
}

TEST_CASE("`when` asks the holder, the period, and how many records the holder has in it", "[frequency]") {
  struct Row { const char* why; const char* when; const char* office; const char* period; const char* expected; };
  const auto row = GENERATE(values<Row>({
      {"the body by its id", "body: taraz", "akim", "2025-Q1", "n/a"},
      {"any body but one", "body: {not: taraz}", "akim", "2025-Q1", "missed"},
      {"the kind of the body", "body: district", "akim", "2025-Q1", "missed"},
      {"a trait of the body", "body: distant", "akim", "2025-Q1", "missed"},
      {"the role", "role: rural-akim", "akim", "2025-Q1", "n/a"},
      {"the role", "role: district-akim", "akim", "2025-Q1", "missed"},
      {"a part of the year", "period: Q1", "akim", "2025-Q1", "missed"},
      {"another part", "period: Q1", "akim", "2025-Q2", "n/a"},
      {"the unit of the period", "period: quarter", "akim", "2025-Q2", "missed"},
      {"so many records in it", "count: {of: visit/okrug-tour, at-least: 2}", "akim", "2025-Q1", "missed"},
      {"too few in it", "count: {of: visit/okrug-tour, at-least: 2}", "akim", "2025-Q2", "n/a"},
      {"so many that satisfy a condition", "count: {of: visit/okrug-tour, where: {urgent: true}, at-least: 1}", "akim", "2025-Q1", "missed"},
      {"too few that do", "count: {of: visit/okrug-tour, where: {urgent: true}, at-least: 2}", "akim", "2025-Q1", "n/a"},
  }));
  CAPTURE(row.why, row.when);
  const Pack pack = pack_of(plain, rule("r", "about: meeting/extended-apparatus, owed-by: {each: district-akim}, when: {" + std::string{row.when} + "}, check: {frequency: {each: quarter}}"));
  const Run run = judge(pack, R"(
bodies: [{id: kaz, kind: district, traits: [distant]}]
offices: [{id: akim, role: district-akim, body: kaz, from: 2025-01-01}]
visits: [{id: A, type: okrug-tour, by: akim, date: 2025-01-14, urgent: true}, {id: B, type: okrug-tour, by: akim, date: 2025-02-14}, {id: C, type: okrug-tour, by: akim, date: 2025-05-14}]
)", as_of("2025-07-10"));
  CHECK(said_of(run, row.period) == row.expected);
}

TEST_CASE("a new holder in mid-period excuses only where the rule says so", "[frequency]") {
  const std::string head = "about: meeting/reception, owed-by: {each: district-akim}, ";
  const Pack pack = pack_of(plain, rule("plain", head + "check: {frequency: {each: month}}") + rule("personal", head + "excused: holder-changed, check: {frequency: {each: month}}"));
  const Run run = judge(pack, R"(
bodies: [{id: kaz, kind: district}]
offices: [{id: akim, role: district-akim, body: kaz, from: 2025-09-01, holders: [{name: A, from: 2025-09-01, to: 2025-10-14}, {name: B, from: 2025-10-15}]}]
meetings: []
)", as_of("2025-11-30"));
  CHECK(said_of(run, "2025-10", "plain") == "missed");
  CHECK(said_of(run, "2025-10", "personal") == "excused");
  CHECK(said_of(run, "2025-09", "personal") == "missed");
}

TEST_CASE("`credited-to: body` takes any record of the body, and of no other", "[frequency]") {
  const Pack pack = apparatus_pack("each: month");
  const Run run = judge(pack, R"(
bodies: [{id: kaz, kind: district}, {id: tur, kind: district}]
offices: [{id: unit-1, role: organisational-inspection-unit, body: kaz, from: 2025-10-01}, {id: unit-2, role: organisational-inspection-unit, body: tur, from: 2025-10-01},
          {id: akim, role: district-akim, body: kaz}]
meetings: [{id: A, type: apparatus, by: akim, date: 2025-10-09}]
)", as_of("2025-10-31"));
  std::string text;
  for (const Finding& finding : run.findings) text += finding.body.value_or("?") + " " + std::string{to_text(finding.outcome)} + ";";
  CHECK(text == "kaz met;tur pending;");
}

TEST_CASE("where no body has such an office, the body that names the regulation owes", "[frequency]") {
  JudgeOptions options = as_of("2025-11-10");
  options.binds_all = false;
  options.period = parse_range("2025-10");
  const Run run = judge(apparatus_pack("each: month"), R"(
bodies: [{id: kaz, kind: district, regulations: [p]}, {id: okrug, kind: okrug, within: kaz}, {id: other, kind: district}]
offices: [{id: akim, role: district-akim, body: kaz}]
meetings: [{id: A, type: apparatus, by: akim, date: 2025-09-09}]
)", options);
  REQUIRE(run.findings.size() == 1);
  CHECK(run.findings.front().body == "kaz");
  CHECK(said_of(run, "2025-10") == "missed");
}

TEST_CASE("an item is counted by its own date", "[frequency]") {
  const Pack pack = pack_of(plain, rule("r", "about: visit/okrug-tour, for-each: stops, owed-by: {each: district-akim}, check: {frequency: {at-least: 1, each: month}}"));
  const Run run = judge(pack, std::string{okrugs} + "visits: [{id: V, type: okrug-tour, by: akim, from: 2025-10-30, to: 2025-11-03, stops: [{place: n1, date: 2025-11-03}]}]", as_of("2025-12-05"));
  CHECK(said_of(run, "2025-10") == "missed");
  CHECK(said_of(run, "2025-11") == "met");
}

TEST_CASE("by the rounds of elections: judged once past the last date of the round", "[frequency]") {
  const Pack pack = pack_of(plain, rule("r", "about: meeting/separate-gathering, owed-by: {each: rural-akim}, check: {frequency: {at-least: 2, each: round}}"));
  const auto said = [&](const char* today) {
    return outcomes(judge(pack, R"(
bodies: [{id: o, kind: okrug}]
offices: [{id: akim, role: rural-akim, body: o, from: 2024-01-01}]
meetings: [{id: A, type: separate-gathering, by: akim, date: 2025-02-03, round: first}, {id: B, type: separate-gathering, by: akim, date: 2025-02-10, round: first},
           {id: C, type: separate-gathering, by: akim, date: 2025-03-10, round: second}]
)", as_of(today)));
  };
  CHECK(said("2025-04-01") == "met; missed");
  CHECK(said("2025-03-10") == "met; pending");
}

TEST_CASE("only one member of a set of offices without an entry is named", "[frequency][every]") {
  const Pack pack = pack_of(plain, rule("r", "about: assignment/control-list, owed-by: {each: documentation-unit}, check: {frequency: {each: month, every: {offices: department-head, inside: body}, named-in: addressee}}"));
  const Run run = judge(pack, R"(
bodies: [{id: kaz, kind: district}]
offices: [{id: unit, role: documentation-unit, body: kaz, from: 2025-10-01}, {id: fin, role: department-head, body: kaz}, {id: edu, role: department-head, body: kaz},
          {id: late, role: department-head, body: kaz, from: 2025-10-15}, {id: away, role: department-head, body: kaz, absences: [{from: 2025-09-30, to: 2025-11-30}]}]
assignments: [{id: L, type: control-list, by: unit, issued: 2025-10-06, addressee: [fin]}]
)", as_of("2025-11-01"));
  CHECK(said_of(run, "2025-10") == "missed");
  CHECK(violation(run).find("[edu] 1 2") != std::string::npos);
}
