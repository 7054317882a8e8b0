// Runs made by hand, for every report to tell.
#pragma once

#include <string>
#include <utility>

#include "reglament/reports/report.hpp"

namespace reglament::example {

// October 2025 and around it: Republic Day is a Saturday, so the Monday after it is off.
inline WorkingCalendar calendar() {
  CalendarData data;
  data.id = "kz";
  data.first_year = 2025;
  data.last_year = 2026;
  data.weekend.set(6);
  data.weekend.set(7);
  const LegalAct act{{"Мерекелер туралы заң", "Закон о праздниках", "Law on holidays"}, ""};
  data.carrying_over = act;
  data.holidays.push_back({.date = date::October / 25,
                           .name = {"Республика күні", "День Республики", "Republic Day"},
                           .act = act});
  data.swaps.push_back({.off = day_of(2025, 1, 3),
                        .worked = day_of(2025, 1, 5),
                        .act = {{"Қаулы № 1", "Постановление № 1", "Decree No. 1"}, ""}});
  return WorkingCalendar{data};
}

inline ReportOptions options(Language language) {
  ReportOptions options;
  options.language = language;
  options.calendars.emplace("kz", calendar());
  return options;
}

inline std::shared_ptr<RuleInfo> rule(std::string id, std::string clause, Names title, Kind kind,
                                      Group group) {
  RuleInfo info;
  info.pack = "kazygurt-2025-135";
  info.id = std::move(id);
  info.clauses = {std::move(clause)};
  info.title = std::move(title);
  info.kind = kind;
  info.group = group;
  info.severity = Severity::error;
  return std::make_shared<RuleInfo>(std::move(info));
}

inline Moment on(int year, int month, int day) { return {day_of(year, month, day)}; }

// Minutes done two working days late.
inline Finding late_minutes() {
  Finding finding;
  finding.rule =
      rule("apparatus-minutes-drafted-in-1-working-day", "6.12 para 2",
           {"Хаттама бір жұмыс күні ішінде ресімделеді", "Протокол оформлен в течение одного рабочего дня",
            "Minutes are drawn up within one working day"},
           Kind::deadline, Group::deadline);
  finding.outcome = Outcome::late;
  finding.office = "kazygurt-unit";
  finding.body = "kazygurt";
  finding.record = "M-2025-118";
  finding.family = Family::meeting;
  finding.type = known_word("apparatus");
  finding.file = "meetings/2025-10.yaml";
  finding.mark = {12, 5};
  finding.due = on(2025, 10, 28);
  finding.actual = on(2025, 10, 30);
  finding.late_by = Lateness{2, Unit::working_day};
  finding.statements = {
      {"deadline-late", {known_word("minutes-drafted"), *finding.actual, *finding.due, *finding.late_by}}};
  finding.count = CountOfDays{"kz",  "date", day_of(2025, 10, 24), {1, Unit::working_day},
                              false, false,  day_of(2025, 10, 28)};
  return finding;
}

// The second extension of an assignment, asked too late; read otherwise, in time.
inline Finding late_extension() {
  Finding finding;
  finding.rule = rule(
      "control-extension-asked-3-working-days-before", "13.6",
      {"Ұзарту кемінде үш жұмыс күні бұрын сұралады", "Продление запрошено не позднее чем за три рабочих дня",
       "An extension is asked for at least three working days ahead"},
      Kind::deadline, Group::extension);
  finding.outcome = Outcome::late;
  finding.certain = false;
  finding.office = "finance-department";
  finding.record = "05-2/1187";
  finding.family = Family::assignment;
  finding.type = known_word("instruction");
  finding.item = "extensions#2";
  finding.file = "assignments/2025.yaml";
  finding.mark = {40, 18};
  finding.due = on(2025, 10, 23);
  finding.actual = on(2025, 10, 24);
  finding.late_by = Lateness{1, Unit::working_day};
  finding.statements = {
      {"deadline-late", {known_word("requested"), *finding.actual, *finding.due, *finding.late_by}}};
  finding.count = CountOfDays{"kz", "due-before", day_of(2025, 10, 29), {3, Unit::working_day},
                              true, false,        day_of(2025, 10, 23)};
  finding.readings = {{"as-printed", {"Сөзбе-сөз", "Буквально", "As printed"}, Outcome::met}};
  finding.doubts = {"urgent"};
  return finding;
}

// A week without a meeting.
inline Finding missed_week() {
  Finding finding;
  finding.rule =
      rule("apparatus-meeting-weekly", "6.2",
           {"Аппарат жиналысы апта сайын өткізіледі", "Аппаратное совещание проводится еженедельно",
            "An apparatus meeting is held every week"},
           Kind::frequency, Group::frequency);
  finding.outcome = Outcome::missed;
  finding.body = "kazygurt";
  finding.period = parse_period("2025-W41");
  finding.file = "register.yaml";
  finding.mark = {3, 5};
  finding.due = on(2025, 10, 12);
  finding.statements = {
      {"frequency-missed",
       {*finding.period, std::vector<RecordType>{{Family::meeting, known_word("apparatus")}}, Number::of(0),
        Number::of(1)}}};
  return finding;
}

inline Unknown unknown(std::string id, std::string clause, std::string field) {
  Unknown unknown;
  unknown.rule = rule(std::move(id), std::move(clause), {}, Kind::deadline, Group::deadline);
  unknown.field = std::move(field);
  unknown.family = Family::meeting;
  unknown.type = known_word("apparatus");
  unknown.records = 12;
  return unknown;
}

inline Run run() {
  Run run;
  run.tool = "reglament-check";
  run.as_of = day_of(2025, 11, 25);
  run.inputs = {
      {"assignments/2025.yaml", "aa", 210}, {"meetings/2025-10.yaml", "bb", 24}, {"register.yaml", "cc", 0}};
  run.packs = {
      {"kazygurt-2025-135",
       "1.0.0",
       "dd",
       {"Қазығұрт ауданы әкімі аппаратының регламенті", "Регламент аппарата акима Казыгуртского района",
        "Rules of procedure of the apparatus of the Kazygurt akim"},
       {"published"},
       {"hours-per-day"}}};
  run.findings = {late_extension(), late_minutes(), missed_week()};
  run.summary.outcomes[static_cast<std::size_t>(Outcome::met)] = 120;
  run.summary.outcomes[static_cast<std::size_t>(Outcome::pending)] = 4;
  run.summary.outcomes[static_cast<std::size_t>(Outcome::excused)] = 2;
  run.summary.outcomes[static_cast<std::size_t>(Outcome::unknown)] = 36;
  count_violations(run.summary, run.findings);
  run.unknown = {unknown("agenda-sent-4-days-before", "6.6 para 1", "agenda-sent"),
                 unknown("agenda-to-members", "6.6 para 2", "agenda-sent"),
                 unknown("agenda-agreed", "6.6 para 3", "agenda-sent")};
  run.provisional_years = {2027};
  run.offices["kazygurt-unit"] = {known_word("organisational-inspection-unit"), "kazygurt"};
  run.offices["finance-department"] = {known_word("department-head"), "kazygurt"};
  run.bodies["kazygurt"] = {"Қазығұрт ауданы", "Казыгуртский район", "Kazygurt district"};
  return run;
}

}  // namespace reglament::example
