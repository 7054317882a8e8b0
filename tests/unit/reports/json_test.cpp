#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

#include <unistd.h>

#include <catch2/catch.hpp>

#include "example.hpp"
#include "reglament/version.hpp"

namespace reglament {

namespace {

// What Python's reader makes of the report: `expression` over the object `run`, as text.
std::string in_python(const std::string& report, const std::string& expression) {
  // Tests run side by side: the process and a count tell the files apart.
  static int count = 0;
  const auto path = std::filesystem::temp_directory_path() /
                    ("reglament-json-" + std::to_string(::getpid()) + "-" + std::to_string(++count));
  std::ofstream{path, std::ios::binary} << report;
  const std::string command =
      "python3 -c 'import json, sys; run = json.load(open(sys.argv[1], encoding=\"utf-8\")); " +
      std::string{"print(ascii("} + expression + "))' " + path.string();
  std::FILE* const pipe = ::popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::string output;
  for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) output += static_cast<char>(c);
  CHECK(::pclose(pipe) == 0);
  std::filesystem::remove(path);
  if (output.ends_with('\n')) output.pop_back();
  return output;
}

// The start of the report up to the findings, which have tests of their own.
std::string before_findings(const std::string& report) {
  return report.substr(0, report.find("  \"findings\""));
}

}  // namespace

TEST_CASE("a run as JSON is the object of the manual, its keys in order", "[reports][json]") {
  Run run = example::run();
  run.errors = {{"a.yaml", {3, 4}, {"expected-date", {"5.10"}}}, {"b.yaml", {}, {"waiver-target", {}}}};
  run.remarks = {{"baseline-stale", {"x"}}};
  run.unknown.resize(1);
  CHECK(before_findings(report_json(run, example::options(Language::en))) == R"({
  "schema": 1,
  "tool": "reglament-check",
  "version": ")" + std::string{version()} + R"(",
  "as-of": "2025-11-25",
  "inputs": [
    {"file": "assignments/2025.yaml", "sha256": "aa", "records": 210},
    {"file": "meetings/2025-10.yaml", "sha256": "bb", "records": 24},
    {"file": "register.yaml", "sha256": "cc", "records": 0}
  ],
  "packs": [
    {"id": "kazygurt-2025-135", "version": "1.0.0", "sha256": "dd", "provisional": ["published"], "missing": ["hours-per-day"]}
  ],
  "summary": {"met": 120, "late": 2, "missed": 1, "wrong": 0, "pending": 4, "excused": 2, "unknown": 36, "waived": 0, "known": 0},
  "unknown": [
    {"rule": "kazygurt-2025-135/agenda-sent-4-days-before", "clause": "6.6 para 1", "field": "agenda-sent", "family": "meeting", "type": "apparatus", "records": 12, "held": false, "reason": null}
  ],
  "errors": [
    {"file": "a.yaml", "line": 3, "column": 4, "message": "`5.10` is no date: write YYYY-MM-DD, such as 2025-10-06"},
    {"file": "b.yaml", "line": null, "column": null, "message": "name either `record`, or `office` (or `body`) together with `period`"}
  ],
  "provisional-years": [2027],
  "remarks": [
    "a violation of the baseline is gone: x; shrink it with `--update-baseline`"
  ],
)");
}

TEST_CASE("a finding as JSON holds every key, empty ones too", "[reports][json]") {
  Run run = example::run();
  run.findings = {example::missed_week()};
  const std::string report = report_json(run, example::options(Language::en));
  CHECK(report.substr(report.find("  \"findings\"")) == R"(  "findings": [
    {"rule": "kazygurt-2025-135/apparatus-meeting-weekly", "clause": "6.2", "kind": "frequency", "group": "frequency", "outcome": "missed", "severity": "error", "certain": true, "office": null, "body": "kazygurt", "record": null, "family": null, "type": null, "item": null, "period": "2025-W41", "file": "register.yaml", "line": 3, "column": 5, "due": "2025-10-12", "actual": null, "late-by": null, "message": "2025-W41 (6–12 Oct): apparatus meeting: 0 recorded, at least 1 required", "details": [], "count": null, "readings": [], "doubts": [], "told-by": null, "waived": null, "known": false, "fingerprint": ")" +
                                                            fingerprint(run.findings[0]) + R"("}
  ]
}
)");
}

TEST_CASE("other programs read the report as it was meant", "[reports][json]") {
  const std::string report = report_json(example::run(), example::options(Language::en));
  CHECK(in_python(report, "list(run)") ==
        "['schema', 'tool', 'version', 'as-of', 'inputs', 'packs', 'summary', 'unknown', 'errors', "
        "'provisional-years', 'remarks', 'findings']");
  CHECK(in_python(report, "run[\"findings\"][0][\"late-by\"]") == "{'value': 1, 'unit': 'working day'}");
  CHECK(in_python(report, "run[\"findings\"][0][\"count\"]") ==
        "{'calendar': 'kz', 'anchor': 'due-before', 'from': '2025-10-29', 'span': '3 working days', "
        "'backwards': True, "
        "'rolled': False, 'limit': '2025-10-23'}");
  CHECK(in_python(report, "run[\"findings\"][0][\"readings\"]") ==
        "[{'id': 'as-printed', 'outcome': 'met'}]");
  CHECK(in_python(report, "[f[\"certain\"] for f in run[\"findings\"]]") == "[False, True, True]");
}

TEST_CASE("texts that would break a reader are escaped and come back as they were", "[reports][json]") {
  Run run = example::run();
  run.findings = {example::late_minutes()};
  run.findings[0].record = "a\"b\\c\n\t\x01\x7f\u202EҚ🙂/";
  run.findings[0].file = "no \xff utf-8";
  const std::string report = report_json(run, example::options(Language::en));
  for (const char c : report) CHECK((c == '\n' || static_cast<unsigned char>(c) >= 0x20));
  CHECK(report.find("\u202E") == std::string::npos);
  CHECK(
      in_python(
          report,
          "run[\"findings\"][0][\"record\"] == \"a\\\"b\\\\c\\n\\t\\x01\\x7f\\u202e\\u049a\\U0001f642/\"") ==
      "True");
  CHECK(in_python(report, "run[\"findings\"][0][\"file\"]") == "'no \\ufffd utf-8'");
}

TEST_CASE("violations only, unless all are asked for", "[reports][json]") {
  Run run = example::run();
  run.findings[0].outcome = Outcome::met;
  run.findings[1].waived = "flood";
  ReportOptions options = example::options(Language::en);
  CHECK(in_python(report_json(run, options), "[f[\"outcome\"] for f in run[\"findings\"]]") == "['missed']");
  options.all = true;
  CHECK(
      in_python(report_json(run, options), "[(f[\"outcome\"], f[\"waived\"]) for f in run[\"findings\"]]") ==
      "[('met', None), ('late', 'flood'), ('missed', None)]");
}

TEST_CASE("a folded finding names the rule that tells it", "[reports][json]") {
  Run run = example::run();
  run.findings[1].told_under = 0;
  CHECK(in_python(report_json(run, example::options(Language::en)),
                  "[f[\"told-by\"] for f in run[\"findings\"]]") ==
        "[None, 'kazygurt-2025-135/control-extension-asked-3-working-days-before', None]");
}

TEST_CASE("an empty run is an object too", "[reports][json]") {
  Run run;
  run.tool = "reglament-check";
  run.as_of = day_of(2025, 11, 25);
  CHECK(in_python(report_json(run, {}),
                  "[run[k] for k in (\"inputs\", \"packs\", \"unknown\", \"errors\", \"findings\")]") ==
        "[[], [], [], [], []]");
}

}  // namespace reglament
