#include <catch2/catch.hpp>

#include "example.hpp"

namespace reglament {

namespace {

// A run of these findings alone, sorted, folded and counted.
Run run_of(std::vector<Finding> findings) {
  Run run;
  run.as_of = day_of(2025, 11, 25);
  run.findings = std::move(findings);
  sort_findings(run.findings);
  fold_findings(run.findings);
  count_violations(run.summary, run.findings);
  return run;
}

// The report of a run without its summary.
std::string findings_in(const Run& run, ReportOptions options = example::options(Language::en)) {
  options.verbosity = std::min(options.verbosity, -1);
  return report_text(run, options);
}

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

}  // namespace

TEST_CASE("a run reads in English", "[reports][text]") {
  CHECK(
      report_text(example::run(), example::options(Language::en)) ==
      R"text(assignments/2025.yaml:40:18: error[kazygurt-2025-135/control-extension-asked-3-working-days-before]: extension 2: asked for 2025-10-24, due 2025-10-23: 1 working day late
    clause 13.6: An extension is asked for at least three working days ahead
    record: 05-2/1187, instruction
    count: due date then in force 2025-10-29 (We) − 3 working days = 2025-10-23 (Th)
    days off: 25–27 Oct (Republic Day)
    owed by: head of a district department (finance-department), Kazygurt district
    disputable: read as "As printed": met
    an exception may apply, but not recorded: `urgent`

meetings/2025-10.yaml:12:5: error[kazygurt-2025-135/apparatus-minutes-drafted-in-1-working-day]: minutes drafted 2025-10-30, due 2025-10-28: 2 working days late
    clause 6.12 para 2: Minutes are drawn up within one working day
    record: M-2025-118, apparatus meeting
    count: date 2025-10-24 (Fr) + 1 working day = 2025-10-28 (Tu)
    days off: 25–27 Oct (Republic Day)
    owed by: organisational and inspection unit (kazygurt-unit), Kazygurt district

register.yaml:3:5: error[kazygurt-2025-135/apparatus-meeting-weekly]: 2025-W41 (6–12 Oct): apparatus meeting: 0 recorded, at least 1 required
    clause 6.2: An apparatus meeting is held every week
    owed by: Kazygurt district

Violations: 3 errors, 1 disputable
Other: 120 met, 4 pending, 2 excused, 36 unknown
Not judged: no record (apparatus meeting) holds `agenda-sent`: 3 rules of 6.6
Days off of 2027 are provisional: only recurring holidays are known yet
kazygurt-2025-135: provisional value: `published`
kazygurt-2025-135: no value: `hours-per-day`; what needs it was not asked
Rules: kazygurt-2025-135 1.0.0, Rules of procedure of the apparatus of the Kazygurt akim
As of 2025-11-25: 234 records in 3 files
)text");
}

TEST_CASE("a run reads in Russian", "[reports][text]") {
  CHECK(
      report_text(example::run(), example::options(Language::ru)) ==
      R"text(assignments/2025.yaml:40:18: нарушение[kazygurt-2025-135/control-extension-asked-3-working-days-before]: продление 2: дата запроса 2025-10-24, срок 2025-10-23: просрочено на 1 рабочий день
    п. 13.6: Продление запрошено не позднее чем за три рабочих дня
    запись: 05-2/1187, поручение
    отсчёт: действовавший срок 2025-10-29 (ср) − 3 рабочих дня = 2025-10-23 (чт)
    нерабочие дни: 25–27 октября (День Республики)
    кто обязан: руководитель отдела (finance-department), Казыгуртский район
    спорно: при прочтении «Буквально» — выполнено
    возможно, действует исключение, но не указано: «срочно» (urgent)

meetings/2025-10.yaml:12:5: нарушение[kazygurt-2025-135/apparatus-minutes-drafted-in-1-working-day]: протокол оформлен 2025-10-30, срок 2025-10-28: просрочено на 2 рабочих дня
    п. 6.12, абзац 2: Протокол оформлен в течение одного рабочего дня
    запись: M-2025-118, аппаратное совещание
    отсчёт: дата 2025-10-24 (пт) + 1 рабочий день = 2025-10-28 (вт)
    нерабочие дни: 25–27 октября (День Республики)
    кто обязан: отдел организационно-инспекторской работы (kazygurt-unit), Казыгуртский район

register.yaml:3:5: нарушение[kazygurt-2025-135/apparatus-meeting-weekly]: 2025-W41 (6–12 октября): аппаратное совещание: учтено 0, требуется не менее 1
    п. 6.2: Аппаратное совещание проводится еженедельно
    кто обязан: Казыгуртский район

Выявлено: 3 нарушения, из них спорных 1
Прочее: выполнено 120, срок не наступил 4, по уважительной причине 2, не установлено 36
Не проверено: ни в одной записи (аппаратное совещание) нет «повестка дня разослана» (agenda-sent): 3 правила, п. 6.6
Нерабочие дни 2027 г. предварительные: пока известны только ежегодные праздники
kazygurt-2025-135: предварительное значение: «published»
kazygurt-2025-135: не задано: «hours-per-day»; зависящие от этого требования не проверялись
Регламент: kazygurt-2025-135 1.0.0, Регламент аппарата акима Казыгуртского района
По состоянию на 2025-11-25: 234 записи, 3 файла
)text");
}

TEST_CASE("a run reads in Kazakh", "[reports][text]") {
  CHECK(
      report_text(example::run(), example::options(Language::kk)) ==
      R"text(assignments/2025.yaml:40:18: бұзушылық[kazygurt-2025-135/control-extension-asked-3-working-days-before]: 2-ұзарту: сұралған күні 2025-10-24, мерзімі 2025-10-23: 1 жұмыс күніне кешіктірілді
    13.6-тармақ: Ұзарту кемінде үш жұмыс күні бұрын сұралады
    жазба: 05-2/1187, тапсырма
    есеп: сол кездегі мерзім 2025-10-29 (ср) − 3 жұмыс күні = 2025-10-23 (бс)
    демалыс күндері: 25–27 қазан (Республика күні)
    кімнің міндеті: бөлім басшысы (finance-department), Қазығұрт ауданы
    даулы: «Сөзбе-сөз» деп оқылса — орындалды
    ерекше жағдай болуы мүмкін, бірақ жазылмаған: «шұғыл» (urgent)

meetings/2025-10.yaml:12:5: бұзушылық[kazygurt-2025-135/apparatus-minutes-drafted-in-1-working-day]: хаттама ресімделді 2025-10-30, мерзімі 2025-10-28: 2 жұмыс күніне кешіктірілді
    6.12-тармақ, 2-абзац: Хаттама бір жұмыс күні ішінде ресімделеді
    жазба: M-2025-118, аппарат жиналысы
    есеп: күні 2025-10-24 (жм) + 1 жұмыс күні = 2025-10-28 (сс)
    демалыс күндері: 25–27 қазан (Республика күні)
    кімнің міндеті: ұйымдастыру-инспекторлық жұмыстар бөлімі (kazygurt-unit), Қазығұрт ауданы

register.yaml:3:5: бұзушылық[kazygurt-2025-135/apparatus-meeting-weekly]: 2025-W41 (6–12 қазан): аппарат жиналысы: тіркелгені 0, кемінде 1 қажет
    6.2-тармақ: Аппарат жиналысы апта сайын өткізіледі
    кімнің міндеті: Қазығұрт ауданы

Анықталды: 3 бұзушылық, оның ішінде даулысы 1
Басқасы: орындалды 120, мерзімі келген жоқ 4, дәлелді себеппен 2, анықталмаған 36
Тексерілмеді: ешбір жазбада (аппарат жиналысы) «күн тәртібі жіберілді» (agenda-sent) жоқ: 3 ереже, 6.6-тармақ
2027 жылғы демалыс күндері алдын ала берілген: әзірге тек жыл сайынғы мерекелер белгілі
kazygurt-2025-135: алдын ала мән: «published»
kazygurt-2025-135: мәні берілмеген: «hours-per-day»; соған байланысты талаптар тексерілмеді
Регламент: kazygurt-2025-135 1.0.0, Қазығұрт ауданы әкімі аппаратының регламенті
2025-11-25 күнгі жағдай бойынша: 234 жазба, 3 файл
)text");
}

TEST_CASE("a run without violations says so", "[reports][text]") {
  Run run = run_of({});
  run.summary.outcomes[static_cast<std::size_t>(Outcome::met)] = 3;
  run.inputs = {{"a.yaml", "", 1}};
  CHECK(report_text(run, example::options(Language::en)) ==
        "No violations\nOther: 3 met\nAs of 2025-11-25: 1 record in 1 file\n");
  CHECK(report_text(run, example::options(Language::ru)) ==
        "Нарушений не выявлено\nПрочее: выполнено 3\nПо состоянию на 2025-11-25: 1 запись, 1 файл\n");
  CHECK(report_text(run, example::options(Language::kk)) ==
        "Бұзушылық анықталған жоқ\nБасқасы: орындалды 3\n2025-11-25 күнгі жағдай бойынша: 1 жазба, 1 файл\n");
}

TEST_CASE("quiet, the findings alone are told", "[reports][text]") {
  ReportOptions options = example::options(Language::en);
  options.verbosity = -1;
  CHECK(report_text(run_of({}), options).empty());
}

TEST_CASE("errors, remarks and the baseline stand in the summary", "[reports][text]") {
  Run run = run_of({example::missed_week(), example::late_minutes()});
  run.findings[0].known = true;
  run.findings[1].waived = "flood";
  count_violations(run.summary, run.findings);
  run.errors = {{"a.yaml", {1, 1}, {"expected-map", {}}}};
  run.remarks = {{"baseline-stale", {"kaz/a|meeting/M-1"}}};
  CHECK(report_text(run, example::options(Language::en)) ==
        "No violations\n"
        "Other: 1 waived, 1 in the baseline\n"
        "Errors in the input: 1; what they touch was not judged\n"
        "a violation of the baseline is gone: kaz/a|meeting/M-1; shrink it with `--update-baseline`\n"
        "As of 2025-11-25: 0 records in 0 files\n");
}

TEST_CASE("with --all what is met, waived and known is told too", "[reports][text]") {
  Finding met = example::late_minutes();
  met.outcome = Outcome::met;
  met.mark.line = 1;
  Finding waived = example::late_minutes();
  waived.waived = "flood";
  waived.mark.line = 2;
  Finding known = example::late_minutes();
  known.known = true;
  known.mark.line = 3;
  ReportOptions options = example::options(Language::en);
  const Run run = run_of({met, waived, known});
  CHECK(findings_in(run, options).empty());
  options.all = true;
  const std::string text = findings_in(run, options);
  CHECK(text.find(":1:5: met[kazygurt-2025-135/") != std::string::npos);
  CHECK(text.find(":2:5: waived[kazygurt-2025-135/") != std::string::npos);
  CHECK(text.find("    waived: flood\n") != std::string::npos);
  CHECK(text.find(":3:5: known[kazygurt-2025-135/") != std::string::npos);
  CHECK(text.find("    stands in the baseline\n") != std::string::npos);
}

TEST_CASE("a folded finding is one line under the one that tells it", "[reports][text]") {
  Finding parent = example::late_minutes();
  Finding child = example::late_minutes();
  auto rule = example::rule("apparatus-minutes-signed", "6.13", {}, Kind::deadline, Group::deadline);
  rule->told_by = {parent.rule->id};
  child.rule = rule;
  const Run run = run_of({child, parent});
  const std::string line =
      "    + error[apparatus-minutes-signed]: minutes drafted 2025-10-30, due 2025-10-28: 2 working days "
      "late (6.13)\n";
  const std::string text = report_text(run, example::options(Language::en));
  CHECK(text.find(line) != std::string::npos);
  CHECK(text.find("Violations: 2 errors, 1 told under others\n") != std::string::npos);
  CHECK(text.find("meetings/2025-10.yaml", 1) == std::string::npos);
}

TEST_CASE("a folded finding whose parent is waived is told by itself", "[reports][text]") {
  Finding parent = example::late_minutes();
  parent.waived = "flood";
  Finding child = example::late_minutes();
  auto rule = example::rule("apparatus-minutes-signed", "6.13", {}, Kind::deadline, Group::deadline);
  rule->told_by = {parent.rule->id};
  child.rule = rule;
  CHECK(first_line(findings_in(run_of({child, parent}))) ==
        "meetings/2025-10.yaml:12:5: error[kazygurt-2025-135/apparatus-minutes-signed]: minutes drafted "
        "2025-10-30, "
        "due 2025-10-28: 2 working days late");
}

TEST_CASE("findings that differ in their first line alone are told together, their details once",
          "[reports][text]") {
  Finding next_week = example::missed_week();
  next_week.period = parse_period("2025-W42");
  next_week.statements[0].arguments[0] = *next_week.period;
  Finding elsewhere = next_week;
  elsewhere.body = "zhambyl";
  CHECK(
      findings_in(run_of({example::missed_week(), next_week, elsewhere})) ==
      R"text(register.yaml:3:5: error[kazygurt-2025-135/apparatus-meeting-weekly]: 2025-W41 (6–12 Oct): apparatus meeting: 0 recorded, at least 1 required
register.yaml:3:5: error[kazygurt-2025-135/apparatus-meeting-weekly]: 2025-W42 (13–19 Oct): apparatus meeting: 0 recorded, at least 1 required
    clause 6.2: An apparatus meeting is held every week
    owed by: kazygurt

register.yaml:3:5: error[kazygurt-2025-135/apparatus-meeting-weekly]: 2025-W42 (13–19 Oct): apparatus meeting: 0 recorded, at least 1 required
    clause 6.2: An apparatus meeting is held every week
    owed by: zhambyl
)text");
}

TEST_CASE("each further fault of a finding has its line", "[reports][text]") {
  Finding finding = example::late_minutes();
  finding.statements.push_back({"required-absent", {known_word("agenda-sent")}});
  const std::string text = findings_in(run_of({finding}));
  CHECK(text.find("2 working days late\n    agenda sent: missing\n    clause 6.12 para 2: ") !=
        std::string::npos);
}

TEST_CASE("an office that the register lacks is named by its role, an unknown one as it is written",
          "[reports][text]") {
  Finding finding = example::late_minutes();
  finding.office = "district-apparatus-head";
  CHECK(findings_in(run_of({finding})).find("owed by: head of the district apparatus, kazygurt\n") !=
        std::string::npos);
  finding.office = "unit-7";
  finding.body.reset();
  CHECK(findings_in(run_of({finding})).find("owed by: unit-7\n") != std::string::npos);
}

TEST_CASE("long lists are cut, unless more is asked for", "[reports][text]") {
  Finding finding = example::missed_week();
  std::vector<std::string> villages;
  for (int i = 1; i <= 12; ++i) villages.push_back("v" + std::to_string(i));
  finding.statements = {{"frequency-not-whole", {*finding.period, std::string{"okrug"}, villages}}};
  CHECK(first_line(findings_in(run_of({finding})))
            .ends_with("missing: v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, and 2 more"));
  ReportOptions verbose = example::options(Language::en);
  verbose.verbosity = 1;
  CHECK(first_line(report_text(run_of({finding}), verbose)).ends_with("v10, v11, v12"));
}

TEST_CASE("asked for more, the days are told one by one, and the reading taken", "[reports][text]") {
  Finding finding = example::late_minutes();
  auto rule = std::make_shared<RuleInfo>(*finding.rule);
  rule->note = Names{"", "", "The day of the meeting is not counted"};
  finding.rule = rule;
  ReportOptions verbose = example::options(Language::en);
  verbose.verbosity = 1;
  const std::string text = report_text(run_of({finding}), verbose);
  CHECK(text.find("    note: The day of the meeting is not counted\n") != std::string::npos);
  CHECK(text.find("      2025-10-27 (Mo)   -  in lieu of Republic Day [Law on holidays]\n") !=
        std::string::npos);
  CHECK(text.find("days off") == std::string::npos);
}

TEST_CASE("without the calendar the count is told and no day off", "[reports][text]") {
  ReportOptions options;
  const std::string text = findings_in(run_of({example::late_minutes()}), options);
  CHECK(text.find("    count: date 2025-10-24 (Fr) + 1 working day = 2025-10-28 (Tu)\n    owed by: ") !=
        std::string::npos);
}

TEST_CASE("colors stand around place and severity when asked for", "[reports][text]") {
  ReportOptions options = example::options(Language::en);
  options.color = true;
  CHECK(findings_in(run_of({example::missed_week()}), options)
            .starts_with("\x1b[1mregister.yaml:3:5\x1b[0m: \x1b[1;31merror\x1b[0m[kazygurt-2025-135/"));
  CHECK(findings_in(run_of({example::missed_week()})).find('\x1b') == std::string::npos);
}

TEST_CASE("nothing from a record reaches the terminal as a control character", "[reports][text]") {
  Finding finding = example::late_minutes();
  finding.file = "a\x1b[2J.yaml";
  finding.record = "M\n\u202E1";
  finding.office = "x\x07";
  finding.item = "e\x08";
  finding.doubts = {"d\x9b"};
  finding.waived = "w\r";
  Run run = run_of({finding});
  run.bodies["kazygurt"] = {"", "", "K\x1b]0;"};
  ReportOptions options = example::options(Language::en);
  options.all = true;
  const std::string text = report_text(run, options);
  for (const char c : text) CHECK((c == '\n' || static_cast<unsigned char>(c) >= 0x20));
  CHECK(text.find("\u202E") == std::string::npos);
  CHECK(text.find("record: M\\n\\u202e1, ") != std::string::npos);
}

}  // namespace reglament
