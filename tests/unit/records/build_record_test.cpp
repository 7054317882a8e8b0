#include "reglament/records/build_record.hpp"

#include <catch2/catch.hpp>

#include "small_world.hpp"

using namespace reglament;

namespace {

// Bodies: 0 kazygurt, 1 sharapkhana, 2 zhana-talap. Offices: 0 kazygurt-akim, 1 kaz-finance.
const std::string small_register =
    "bodies: [{id: kazygurt, kind: district}, {id: sharapkhana, kind: okrug, within: kazygurt}, "
    "{id: zhana-talap, kind: settlement, within: sharapkhana}]\n"
    "offices: [{id: kazygurt-akim, role: district-akim, body: kazygurt}, "
    "{id: kaz-finance, role: department-head, body: kazygurt}]\n";

// The third line is the record's.
World with_register(const std::string& line) { return World{small_register + line + "\n"}; }

}  // namespace

TEST_CASE("fields become cells of the type that the vocabulary gives them", "[records]") {
  struct Row {
    const char* why;
    const char* entry;
    const char* expected;
  };
  // clang-format off
  const auto row = GENERATE(values<Row>({
      {"a yes", "urgent: true", "urgent: true"},
      {"a no", "urgent: false", "urgent: false"},
      {"a whole number", "quota: 12", "quota: 12"},
      {"a decimal", "quota: 2.5", "quota: 2.5"},
      {"a text", "title: On roads", "title: 'On roads'"},
      {"a text that looks like a number", "title: 12", "title: '12'"},
      {"an empty text", "title: ''", "title: ''"},
      {"a date", "materials-due: 2025-10-03", "materials-due: 2025-10-03"},
      {"a quoted date", "materials-due: '2025-10-03'", "materials-due: 2025-10-03"},
      {"a moment", "to: 2025-10-07T10:30", "to: 2025-10-07T10:30"},
      {"a moment with a space", "to: 2025-10-07 10:30", "to: 2025-10-07T10:30"},
      {"a period", "period: 2025-W41", "period: period 2025-W41"},
      {"a year for a period", "period: 2025", "period: period 2025"},
      {"a word", "format: video-conference", "format: video-conference"},
      {"a word where text is allowed", "venue: regional-communications-service", "venue: regional-communications-service"},
      {"text where words are usual", "venue: the club", "venue: 'the club'"},
      {"a list of words", "languages: [kk, ru]", "languages: [kk, ru]"},
      {"one value for a list", "languages: kk", "languages: [kk]"},
      {"an empty list", "languages: []", "languages: []"},
      {"an office of the register", "by: kazygurt-akim", "by: office 0"},
      {"its id in quotes", "by: 'kazygurt-akim'", "by: office 0"},
      {"a role for an office", "by: oblast-akim", "by: oblast-akim"},
      {"offices and roles", "signed-by: [kaz-finance, district-apparatus-head]", "signed-by: [office 1, district-apparatus-head]"},
      {"a body", "body: kazygurt", "body: body 0"},
      {"a list of bodies", "places: [sharapkhana, zhana-talap]", "places: [body 1, body 2]"},
      {"a map", "attendance: {members: 16, present: 11}", "attendance: {members: 16, present: 11}"},
      {"a list of maps", "documents: [{document: reference, pages: 4, languages: [kk]}]", "documents: [{document: reference, pages: 4, languages: [kk]}]"},
      {"a word for a map of a list", "documents: [agenda, {document: reference}]", "documents: [{document: agenda}, {document: reference}]"},
      {"one word for a list of maps", "documents: agenda", "documents: [{document: agenda}]"},
      {"one map for a list of maps", "documents: {document: agenda, pages: 1}", "documents: [{document: agenda, pages: 1}]"},
      {"a null is nothing", "title:, urgent: ~, quota: null", ""},
      {"the user's own field is ignored", "x-colour: [red, {deep: 1}]", ""},
      {"also in a map", "attendance: {members: 16, x-guests: 3}", "attendance: {members: 16}"},
      {"a step on a day", "steps: {minutes-drafted: 2025-10-07}", "steps: {minutes-drafted: 2025-10-07}"},
      {"a step with a time", "steps: {minutes-drafted: 2025-10-07T09:00}", "steps: {minutes-drafted: 2025-10-07T09:00}"},
      {"a step with more to say", "steps: {notified: {date: 2025-09-29, by: kaz-finance, addressee: rural-akim, through: messenger}}",
       "steps: {notified: {date: 2025-09-29, by: [office 1], addressee: [rural-akim], through: [messenger]}}"},
      {"a step of several entries", "steps: {notified: [2025-09-26, {date: 2025-09-29, addressee: [rural-akim, department-head]}]}",
       "steps: {notified: [2025-09-26, {date: 2025-09-29, addressee: [rural-akim, department-head]}]}"},
      {"a step that has not happened", "steps: {minutes-drafted:, notified: []}", "steps: {}"},
      {"the user's own step is ignored", "steps: {x-filed: sometime}", "steps: {}"},
      {"no steps", "steps:", ""},
      {"from and to on one day", "from: 2025-10-06T10:00, to: 2025-10-06", "from: 2025-10-06T10:00, to: 2025-10-06"},
      {"to is the next minute", "from: 2025-10-06T10:00, to: 2025-10-06T10:01", "from: 2025-10-06T10:00, to: 2025-10-06T10:01"},
  }));
  // clang-format on
  CAPTURE(row.why);
  const World world = with_register("meetings: [{id: m, type: akimdik-session, date: 2025-10-06, " + std::string{row.entry} + "}]");
  CHECK(in_short(world.record_errors) == std::vector<std::string>{});
  REQUIRE(world.records.size() == 1);
  const std::string fields = *row.entry != '\0' && *row.expected != '\0' ? ", " + std::string{row.expected} : "";
  CHECK(in_short(world.records[0].root()) == "{date: 2025-10-06" + fields + "}");
}

TEST_CASE("assignments have their own fields", "[records]") {
  struct Row {
    const char* why;
    const char* entry;
    const char* expected;
  };
  // clang-format off
  const auto row = GENERATE(values<Row>({
      {"executors in both shapes", "executors: [kaz-finance, {office: kazygurt-akim, collects: true, delivered: 2025-10-02}]",
       "executors: [{office: office 1}, {office: office 0, collects: true, delivered: 2025-10-02}]"},
      {"extensions", "extensions: [{requested: 2025-10-14, decided: 2025-10-15, decided-by: kazygurt-akim, to: 2025-11-05, reason: flood}]",
       "extensions: [{requested: 2025-10-14, decided: 2025-10-15, decided-by: office 0, to: 2025-11-05, reason: 'flood'}]"},
      {"entries of a plan, to the day or to the month", "entries: [{by: kazygurt-akim, places: sharapkhana, date: 2025-10-14}, {by: kazygurt-akim, date: 2025-11}]",
       "entries: [{by: office 0, places: [body 1], date: 2025-10-14}, {by: office 0, date: period 2025-11}]"},
      {"a year", "stated-year: 2025", "stated-year: period 2025"},
      {"marks", "mark: urgent, on-control: true, control: short", "mark: urgent, on-control: true, control: short"},
      {"a link to itself leads somewhere", "record: a", "record: link a"},
  }));
  // clang-format on
  CAPTURE(row.why);
  const World world = with_register("assignments: [{id: a, type: instruction, received: 2025-10-01, " + std::string{row.entry} + "}]");
  CHECK(in_short(world.record_errors) == std::vector<std::string>{});
  REQUIRE(world.records.size() == 1);
  CHECK(in_short(world.records[0].root()) == "{received: 2025-10-01, " + std::string{row.expected} + "}");
}

TEST_CASE("the stops of a visit default to its places on its first day", "[records]") {
  struct Row {
    const char* why;
    const char* entry;
    const char* expected;
  };
  // clang-format off
  const auto row = GENERATE(values<Row>({
      {"on its date", "date: 2025-10-14T09:00, places: [sharapkhana, zhana-talap]",
       "{date: 2025-10-14T09:00, places: [body 1, body 2], stops: [{place: body 1, date: 2025-10-14}, {place: body 2, date: 2025-10-14}]}"},
      {"on the first of its days", "from: 2025-10-14, to: 2025-10-15, places: sharapkhana",
       "{from: 2025-10-14, to: 2025-10-15, places: [body 1], stops: [{place: body 1, date: 2025-10-14}]}"},
      {"without a day where it has none", "places: sharapkhana, steps: {announced: 2025-10-08}",
       "{places: [body 1], steps: {announced: 2025-10-08}, stops: [{place: body 1}]}"},
      {"stops that are given stay", "date: 2025-10-14, stops: [{place: zhana-talap, date: 2025-10-15}], places: [sharapkhana]",
       "{date: 2025-10-14, stops: [{place: body 2, date: 2025-10-15}], places: [body 1]}"},
      {"also when there are none", "date: 2025-10-14, stops: [], places: [sharapkhana]",
       "{date: 2025-10-14, stops: [], places: [body 1]}"},
      {"a bare stop is a place", "date: 2025-10-14, stops: [sharapkhana]", "{date: 2025-10-14, stops: [{place: body 1}]}"},
      {"no places, no stops", "date: 2025-10-14", "{date: 2025-10-14}"},
  }));
  // clang-format on
  CAPTURE(row.why);
  const World world = with_register("visits: [{id: v, type: okrug-tour, " + std::string{row.entry} + "}]");
  CHECK(in_short(world.record_errors) == std::vector<std::string>{});
  REQUIRE(world.records.size() == 1);
  CHECK(in_short(world.records[0].root()) == row.expected);
}

TEST_CASE("a default stop points at its place", "[records]") {
  const World world = with_register("visits:\n- id: v\n  type: okrug-tour\n  date: 2025-10-14\n  places: [sharapkhana]");
  REQUIRE(world.records.size() == 1);
  const CellView stops = *world.records[0].field(known_word("stops"));
  CHECK(CellView(world.records[0], stops.index() + 1).mark() == Mark{7, 12});
}

TEST_CASE("what is wrong with a value drops that value and is told at its place", "[records]") {
  struct Row {
    const char* why;
    const char* field;
    const char* kept;
    const char* error;
  };
  // clang-format off
  const auto row = GENERATE(values<Row>({
      {"no such day", "materials-due: 2025-02-29", "", "11:18 expected-date 2025-02-29"},
      {"another order", "materials-due: 29.02.2024", "", "11:18 expected-date 29.02.2024"},
      {"a date with a time where a day is asked for", "materials-due: 2025-10-06T10:00", "", "11:18 expected-date 2025-10-06T10:00"},
      {"a list for a date", "materials-due: [2025-10-06]", "", "11:18 expected-date [...]"},
      {"a map for a date", "materials-due: {x: 1}", "", "11:18 expected-date {...}"},
      {"no moment", "to: 2025-10-06T25:00", "", "11:7 expected-moment 2025-10-06T25:00"},
      {"a time zone", "to: 2025-10-06T10:00Z", "", "11:7 expected-moment 2025-10-06T10:00Z"},
      {"no period", "period: 2025-13", "", "11:11 expected-period 2025-13"},
      {"a day is no period", "period: 2025-10-06", "", "11:11 expected-period 2025-10-06"},
      {"week 53 of a year with 52", "period: 2025-W53", "", "11:11 expected-period 2025-W53"},
      {"no number", "quota: many", "", "11:10 expected-number many"},
      {"a quoted number", "quota: '12'", "", "11:10 expected-number 12"},
      {"a number below nought", "quota: -1", "", "11:10 expected-number -1"},
      {"a leading zero", "quota: 010", "", "11:10 expected-number 010"},
      {"an older yes", "urgent: yes", "", "11:11 expected-yes-no yes"},
      {"a quoted yes", "urgent: 'true'", "", "11:11 expected-yes-no true"},
      {"a list for a text", "title: [a]", "", "11:10 expected-text"},
      {"a map for a text or word", "venue: {a: b}", "", "11:10 expected-text"},
      {"an unknown word", "format: in-prson", "", "11:11 unknown-word-near in-prson in-person"},
      {"a word like none", "format: qwertyuiop", "", "11:11 unknown-word qwertyuiop"},
      {"a word of another list", "format: urgent", "", "11:11 unknown-word urgent"},
      {"an unknown office", "by: kazygurt-akin", "", "11:7 unknown-office-near kazygurt-akin kazygurt-akim"},
      {"a misspelt role", "by: oblast-akm", "", "11:7 unknown-office-near oblast-akm oblast-akim"},
      {"an office like none", "by: Ismailov", "", "11:7 unknown-office Ismailov"},
      {"a list for one office", "by: [kazygurt-akim]", "", "11:7 unknown-office [...]"},
      {"one wrong in a list", "signed-by: [kaz-finance, qwertyuiop]", "signed-by: [office 1]", "11:28 unknown-office qwertyuiop"},
      {"an unknown body", "body: kazigurt", "", "11:9 unknown-body-near kazigurt kazygurt"},
      {"a body like none", "body: almaty", "", "11:9 unknown-body almaty"},
      {"an office for a body", "body: kaz-finance", "", "11:9 unknown-body kaz-finance"},
      {"an empty item", "languages: [kk, ~]", "languages: [kk]", "11:19 empty-item"},
      {"a word for a map", "attendance: 15", "", "11:15 expected-map"},
      {"a list for a map", "attendance: [15]", "", "11:15 expected-map"},
      {"a list in a list of maps", "documents: [agenda, [agenda]]", "documents: [{document: agenda}]", "11:23 expected-map"},
      {"a wrong word for a map", "documents: [agendaa]", "documents: []", "11:15 unknown-word-near agendaa agenda"},
      {"the one word of a list is wrong", "documents: agendaa", "", "11:14 unknown-word-near agendaa agenda"},
      {"wrong deep inside", "documents: [{document: agenda, pages: x}]", "documents: [{document: agenda}]", "11:41 expected-number x"},
      {"a misspelt field", "titel: x", "", "11:3 unknown-key-near titel title"},
      {"a field like none", "qwertyuiop: x", "", "11:3 no-such-field qwertyuiop meeting"},
      {"a field of another family", "extensions: []", "", "11:3 no-such-field extensions meeting"},
      {"a misspelt field of a map", "attendance: {memebrs: 1}", "attendance: {}", "11:16 unknown-key-near memebrs members"},
      {"a field like none in a map", "attendance: {guests: 1}", "attendance: {}", "11:16 no-such-field guests attendance"},
      {"an empty key", "'': x", "", "11:3 no-such-field  meeting"},
      {"a field twice", "title: x\n  title: y", "title: 'x'", "12:3 duplicate-key title"},
      {"a field twice in a map", "attendance: {members: 1, members: 2}", "attendance: {members: 1}", "11:28 duplicate-key members"},
      {"the id twice", "id: m2", "", "11:3 duplicate-key id"},
      {"the type twice", "type: apparatus", "", "11:3 duplicate-key type"},
      {"a step outside steps", "minutes-drafted: 2025-10-07", "", "11:3 step-outside-steps minutes-drafted"},
      {"steps that are none", "steps: [2025-10-07]", "", "11:10 expected-map"},
      {"a misspelt step", "steps: {agenda-snet: 2025-10-01}", "steps: {}", "11:11 unknown-step-near agenda-snet agenda-sent"},
      {"a step like none", "steps: {qwertyuiop: 2025-10-01}", "steps: {}", "11:11 unknown-step qwertyuiop"},
      {"a field among steps", "steps: {title: 2025-10-01}", "steps: {}", "11:11 field-inside-steps title"},
      {"a word among steps", "steps: {kk: 2025-10-01}", "steps: {}", "11:11 unknown-step kk"},
      {"a step twice", "steps: {sent: 2025-10-01, sent: 2025-10-02}", "steps: {sent: 2025-10-01}", "11:29 duplicate-key sent"},
      {"a step on no day", "steps: {sent: soon, signed: 2025-10-02}", "steps: {signed: 2025-10-02}", "11:17 expected-moment soon"},
      {"a step without its date", "steps: {sent: {by: kaz-finance}}", "steps: {}", "11:17 missing-key date"},
      {"a step with a wrong date", "steps: {sent: {date: soon}}", "steps: {}", "11:24 expected-moment soon"},
      {"one wrong entry of a step", "steps: {sent: [2025-10-01, soon]}", "steps: {sent: [2025-10-01]}", "11:30 expected-moment soon"},
      {"no entry of a step", "steps: {sent: [~]}", "steps: {}", "11:18 empty-item"},
      {"an unknown field of a step", "steps: {sent: {date: 2025-10-01, wiht: x}}", "steps: {sent: {date: 2025-10-01}}", "11:36 no-such-field wiht step"},
      {"an unknown channel", "steps: {sent: {date: 2025-10-01, through: qwertyuiop}}", "steps: {sent: {date: 2025-10-01}}", "11:45 unknown-word qwertyuiop"},
      {"it ends before it starts", "from: 2025-10-07\n  to: 2025-10-06", "from: 2025-10-07", "12:7 ends-before-start 2025-10-06 2025-10-07"},
      {"it ends a minute before it starts", "to: 2025-10-06T09:59\n  from: 2025-10-06T10:00", "from: 2025-10-06T10:00", "11:7 ends-before-start 2025-10-06T09:59 2025-10-06T10:00"},
      {"a link to nothing", "record: nowhere", "record: link nowhere", "11:11 link-to-nothing nowhere"},
      {"a link to another family", "visit: m", "visit: link m", "11:10 link-to-nothing m"},
      {"an empty link", "record: ''", "", "11:11 expected-id "},
      {"a list for a link", "record: [m]", "", "11:11 expected-id [...]"},
      {"a long text is clipped", "quota: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "",
       "11:10 expected-number xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx..."},
  }));
  // clang-format on
  CAPTURE(row.why);
  const World world = with_register("# the record\n\n\n\nmeetings:\n- id: m\n  type: akimdik-session\n  date: 2025-10-06\n  " +
                                    std::string{row.field});
  CHECK(world.register_errors.empty());
  CHECK(in_short(world.record_errors) == std::vector<std::string>{row.error});
  for (const Diagnostic& error : world.record_errors) CHECK(error.file == "-");
  REQUIRE(world.records.size() == 1);
  const std::string kept = *row.kept == '\0' ? "" : ", " + std::string{row.kept};
  CHECK(in_short(world.records[0].root()) == "{date: 2025-10-06" + kept + "}");
}

TEST_CASE("fields of assignments are as strict", "[records]") {
  struct Row {
    const char* why;
    const char* field;
    const char* error;
  };
  // clang-format off
  const auto row = GENERATE(values<Row>({
      {"a year", "stated-year: 2025-10", "7:16 expected-year 2025-10"},
      {"a year of two digits", "stated-year: 25", "7:16 expected-year 25"},
      {"an entry on no day", "entries: [{date: autumn}]", "7:20 expected-moment-or-period autumn"},
      {"an entry on a list of days", "entries: [{date: [2025-10-14]}]", "7:20 expected-moment-or-period [...]"},
      {"an executor nobody knows", "executors: [somebody]", "7:15 unknown-office somebody"},
      {"a control class", "control: shrot", "7:12 unknown-word-near shrot short"},
  }));
  // clang-format on
  CAPTURE(row.why);
  const World world =
      with_register("assignments:\n- id: a\n  type: instruction\n  received: 2025-10-01\n  " + std::string{row.field});
  CHECK(in_short(world.record_errors) == std::vector<std::string>{row.error});
  CHECK(world.records.size() == 1);
}

TEST_CASE("a record without an id, a type or a date of its own is told and not handed on", "[records]") {
  struct Row {
    const char* why;
    const char* entry;
    std::vector<std::string> errors;
  };
  // clang-format off
  const auto row = GENERATE(values<Row>({
      {"no map", "meetings: [x]", {"3:12 expected-map"}},
      {"nothing", "meetings: [~]", {"3:12 expected-map"}},
      {"a list", "meetings: [[x]]", {"3:12 expected-map"}},
      {"no id", "meetings: [{type: apparatus, date: 2025-10-06}]", {"3:12 missing-key id"}},
      {"an empty id", "meetings: [{id: '', type: apparatus, date: 2025-10-06}]", {"3:17 expected-text"}},
      {"a list for an id", "meetings: [{id: [a], type: apparatus, date: 2025-10-06}]", {"3:17 expected-text"}},
      {"no type", "meetings: [{id: a, date: 2025-10-06}]", {"3:12 missing-key type"}},
      {"an unknown type", "meetings: [{id: a, type: aparatus, date: 2025-10-06}]", {"3:26 unknown-type-near aparatus apparatus"}},
      {"a type like none", "meetings: [{id: a, type: qwertyuiop, date: 2025-10-06}]", {"3:26 unknown-type qwertyuiop"}},
      {"a type of another family", "visits: [{id: a, type: akimdik-session, date: 2025-10-06}]", {"3:24 unknown-type akimdik-session"}},
      {"a list for a type", "meetings: [{id: a, type: [apparatus], date: 2025-10-06}]", {"3:26 unknown-type [...]"}},
      {"no date", "meetings: [{id: a, type: apparatus}]", {"3:12 no-own-date a"}},
      {"steps without days are no date", "meetings: [{id: a, type: apparatus, steps: {}}]", {"3:12 no-own-date a"}},
      {"a wrong date is told once", "meetings: [{id: a, type: apparatus, date: tomorrow}]", {"3:43 expected-moment tomorrow"}},
      {"no other date stands in for a wrong one", "meetings: [{id: a, type: apparatus, date: x, from: 2025-10-06, steps: {sent: 2025-10-06}}]", {"3:43 expected-moment x"}},
      {"a wrong step that alone could date it", "meetings: [{id: a, type: apparatus, steps: {sent: x}}]", {"3:51 expected-moment x"}},
      {"everything", "meetings: [{}]", {"3:12 missing-key id", "3:12 missing-key type", "3:12 no-own-date "}},
  }));
  // clang-format on
  CAPTURE(row.why);
  const World world = with_register(row.entry);
  CHECK(in_short(world.record_errors) == row.errors);
  CHECK(world.records.empty());
}

TEST_CASE("a date that comes later in the order may be wrong", "[records]") {
  const World world = with_register("meetings: [{id: a, type: apparatus, date: 2025-10-06, from: x}]");
  CHECK(in_short(world.record_errors) == std::vector<std::string>{"3:61 expected-moment x"});
  CHECK(world.records.size() == 1);
}

TEST_CASE("all faults of all records are told, in the order of the text", "[records]") {
  const World world = with_register(
      "meetings:\n"
      "- {id: a, type: apparatus, date: 2025-10-06, urgent: yes, plan: P, by: nobody-at-all}\n"
      "- {id: b, type: apparatus, date: 2025-10-07}\n"
      "- {id: c, type: apparatus, date: 2025-10-08, tilte: x}\n"
      "assignments: [{id: 1, type: letter, issued: 2025-10-32}]");
  CHECK(in_short(world.record_errors) == std::vector<std::string>{
                                             "4:54 expected-yes-no yes",
                                             "4:65 link-to-nothing P",
                                             "4:72 unknown-office nobody-at-all",
                                             "6:46 unknown-key-near tilte title",
                                             "7:45 expected-date 2025-10-32",
                                         });
  CHECK(world.records.size() == 3);
}

TEST_CASE("JSON is read as YAML", "[records]") {
  const World world = with_register(
      R"({"meetings": [{"id": "m", "type": "apparatus", "date": "2025-10-06T10:00", "urgent": false, "quota": 12,)"
      R"( "title": null, "participants": ["district-deputy-akim"], "steps": {"sent": "2025-10-07"}}]})");
  // The register above is no JSON: JSON alone is a document.
  CHECK(world.record_errors.size() == 1);
  const World json{
      R"({"meetings": [{"id": "m", "type": "apparatus", "date": "2025-10-06T10:00", "urgent": false, "quota": 12,)"
      "\n"
      R"( "title": null, "languages": ["kk"], "steps": {"sent": "2025-10-07"}}]})"};
  CHECK(json.record_errors.empty());
  REQUIRE(json.records.size() == 1);
  CHECK(in_short(json.records[0].root()) ==
        "{date: 2025-10-06T10:00, urgent: false, quota: 12, languages: [kk], steps: {sent: 2025-10-07}}");
}

TEST_CASE("rule tests leave out ids and types, and name offices and bodies that nobody lists", "[records]") {
  const std::string file = "f";
  const auto trees = read_yaml_trees("{date: 2025-10-14, by: a, places: [x, y]}", file);
  const YamlReader entry{trees.value.at(0), file};
  Register offices;
  std::vector<std::string> made_up;
  Fill fill;
  fill.id = "visit-1";
  fill.type = known_word("okrug-tour");
  fill.unknown_office = [&](std::string_view id) {
    made_up.emplace_back(id);
    return OfficeIndex{7};
  };
  fill.unknown_body = [&](std::string_view id) {
    made_up.emplace_back(id);
    return BodyIndex{8};
  };
  Diagnostics errors;
  const auto record = build_record(entry, Family::visit, offices, fill, errors);
  CHECK(errors.empty());
  REQUIRE(record);
  CHECK(record->id == "visit-1");
  CHECK(record->type == known_word("okrug-tour"));
  CHECK(in_short(record->root()) ==
        "{date: 2025-10-14, by: office 7, places: [body 8, body 8], "
        "stops: [{place: body 8, date: 2025-10-14}, {place: body 8, date: 2025-10-14}]}");
  CHECK(made_up == std::vector<std::string>{"a", "x", "y"});
}

TEST_CASE("without a fill the same record is refused", "[records]") {
  const std::string file = "f";
  const auto trees = read_yaml_trees("{date: 2025-10-14, by: a}", file);
  Diagnostics errors;
  CHECK_FALSE(build_record(YamlReader{trees.value.at(0), file}, Family::visit, Register{}, {}, errors));
  CHECK(in_short(errors) ==
        std::vector<std::string>{"1:1 missing-key id", "1:1 missing-key type", "1:24 unknown-office a"});
}
