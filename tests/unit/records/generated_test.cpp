// What is made from the vocabulary and kept in files: man/update-vocabulary writes them anew.
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <set>

#include "reglament/records/schema.hpp"
#include "reglament/records/template.hpp"
#include "reglament/records/vocabulary_page.hpp"
#include "small_world.hpp"

using namespace reglament;

namespace {

std::string content_of(const std::string& file) {
  std::ifstream in{REGLAMENT_SOURCE_DIR "/" + file, std::ios::binary};
  REQUIRE(in);
  return {std::istreambuf_iterator<char>{in}, {}};
}

std::string between(const std::string& text, const std::string& begin, const std::string& end) {
  const std::size_t from = text.find(begin);
  REQUIRE(from != std::string::npos);
  const std::size_t to = text.find(end, from + begin.size());
  REQUIRE(to != std::string::npos);
  return text.substr(from + begin.size(), to - from - begin.size());
}

// Comparing as numbers of bytes first keeps a failure from printing hundreds of kilobytes.
void check_same(const std::string& kept, const std::string& made) {
  CHECK(kept.size() == made.size());
  CHECK((kept == made));
}

// A template with all that stands behind `# ` written out.
std::string written_out(const std::string& text) {
  std::string all;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at) + 1;
    std::string line = text.substr(at, end - at);
    const std::size_t first = line.find_first_not_of(' ');
    if (line.compare(first, 2, "# ") == 0) line.erase(first, 2);
    all += line;
    at = end;
  }
  return all;
}

// What a template leaves to be put in.
const std::string put_in =
    "bodies: [{id: body-id, kind: district}]\n"
    "meetings: [{id: record-id, type: apparatus, date: 2025-10-06}]\n"
    "visits: [{id: record-id, type: okrug-tour, date: 2025-10-06}]\n"
    "assignments: [{id: record-id, type: letter, issued: 2025-10-06}]\n---\n";

}  // namespace

TEST_CASE("the schema of records is up to date", "[records][generated]") {
  check_same(content_of("schemas/records.schema.json"), records_schema(vocabulary()));
}

TEST_CASE("the tables of the manual are up to date", "[records][generated]") {
  const std::string page = content_of("man/reglament-records.5");
  check_same(between(page, "Vocabulary begins.\n", ".\\\" Vocabulary ends."), vocabulary_manual(vocabulary()));
}

TEST_CASE("the example of the manual is read without a fault", "[records][generated]") {
  const std::string page = content_of("man/reglament-records.5");
  const std::string examples = page.substr(page.find(".Sh EXAMPLES"));
  const World world{between(examples, ".Bd -literal\n", ".Ed\n")};
  CHECK(in_short(world.register_errors) == std::vector<std::string>{});
  CHECK(in_short(world.record_errors) == std::vector<std::string>{});
  CHECK(world.records.size() == 3);
}

TEST_CASE("a schema is JSON that has a definition for everything it refers to", "[records][generated]") {
  const std::string schema = records_schema(vocabulary());
  const auto loaded = read_yaml_trees(schema, "schema");
  CHECK(loaded.errors.empty());
  const std::string file = "schema";
  const YamlReader definitions = YamlReader{loaded.value.at(0), file}.required("definitions");
  CHECK_NOTHROW(definitions.unique_keys());
  std::set<std::string> defined;
  definitions.for_each_child([&](const YamlReader& definition) { defined.emplace(definition.key()); });
  const std::string reference = "\"#/definitions/";
  std::size_t references = 0;
  for (std::size_t at = schema.find(reference); at != std::string::npos; at = schema.find(reference, at + 1)) {
    const std::size_t begin = at + reference.size();
    const std::string name = schema.substr(begin, schema.find('"', begin) - begin);
    CAPTURE(name);
    CHECK(defined.contains(name));
    ++references;
  }
  CHECK(references > 500);
}

TEST_CASE("a template is a sound record, as it stands and with all of it written out", "[records][generated]") {
  const auto family = GENERATE(Family::meeting, Family::visit, Family::assignment, Family::body);
  for (const Word type : vocabulary().words(vocabulary().types(family))) {
    const std::string text = record_template({family, type}, all_parts(family), &Names::kk);
    CAPTURE(text);
    const World plain{text};
    CHECK(in_short(plain.register_errors) == std::vector<std::string>{});
    CHECK(in_short(plain.record_errors) == std::vector<std::string>{});
    CHECK(plain.records.size() == (family == Family::body ? 0 : 1));
    const World whole{put_in + written_out(text)};
    CHECK(in_short(whole.register_errors) == std::vector<std::string>{});
    CHECK(in_short(whole.record_errors) == std::vector<std::string>{});
    CHECK(whole.records.size() == (family == Family::body ? 3 : 4));
  }
}

TEST_CASE("an office is written out of its template", "[records][generated]") {
  for (const Word role : vocabulary().words(vocabulary().types(Family::office))) {
    const std::string text = record_template({Family::office, role}, all_parts(Family::office), &Names::ru);
    CAPTURE(text);
    const World whole{put_in + written_out(text)};
    CHECK(in_short(whole.register_errors) == std::vector<std::string>{});
    CHECK(whole.offices.offices().size() == 1);
  }
}

TEST_CASE("a template shows what is asked for, in the language asked for", "[records][generated]") {
  TemplateParts parts;
  parts.fields = {known_word("attendance"), known_word("languages"), known_word("by"), known_word("documents")};
  parts.steps = {known_word("minutes-drafted"), known_word("agenda-sent")};
  parts.inner = {{known_word("attendance"), known_word("present")}, {known_word("documents"), known_word("pages")}};
  const std::string text = record_template({Family::meeting, known_word("akimdik-session")}, parts, &Names::en);
  CHECK(text ==
        "meetings:\n"
        "  - id: meeting-1\n"
        "    type: akimdik-session                       # session of the akimdik\n"
        "    # by: district-akim                         # held, made or sent by\n"
        "    date: 2025-10-06                            # date\n"
        "    # attendance:                               # attendance\n"
        "    #   present: 1                              # present\n"
        "    # languages: [kk]                           # languages: kk | ru | en\n"
        "    # documents:                                # documents\n"
        "    #   - document: agenda                      # document: reglament-records vocabulary document\n"
        "    #     pages: 1                              # pages\n"
        "    steps:\n"
        "      # agenda-sent: 2025-10-06                 # agenda sent\n"
        "      # minutes-drafted: 2025-10-06             # minutes drafted\n");
  CHECK(record_template({Family::meeting, known_word("akimdik-session")}, parts, &Names::ru)
            .find("# протокол оформлен\n") != std::string::npos);
}

TEST_CASE("a plan begins with its period, an assignment with the day it came", "[records][generated]") {
  TemplateParts parts;
  parts.fields = {known_word("received"), known_word("entries")};
  CHECK(record_template({Family::assignment, known_word("visit-schedule")}, parts, &Names::en).find("\n    period: 2025-Q4") !=
        std::string::npos);
  parts.fields = {known_word("received")};
  CHECK(record_template({Family::assignment, known_word("letter")}, parts, &Names::en).find("\n    received: 2025-10-06") !=
        std::string::npos);
}

TEST_CASE("tables give each word with its name", "[records]") {
  const Vocabulary& v = vocabulary();
  const auto marks = words_table(v, v.list("mark").value(), &Names::en);
  CHECK(marks.front().word == "very-urgent");
  CHECK(marks.front().name == "very urgent");
  CHECK(steps_table(v, &Names::kk).size() == v.steps().size());
  const auto fields = fields_table(v, v.structure("stop").value(), &Names::en);
  CHECK(fields.front().word == "place");
  CHECK(fields.front().type == "body");
}

TEST_CASE("a type of field is written as the vocabulary writes it", "[records]") {
  const Vocabulary& v = vocabulary();
  const StructureId assignment = v.structure(Family::assignment);
  const auto text_of = [&](const char* field) { return to_text(v.field(assignment, known_word(field))->type, v); };
  CHECK(text_of("executors") == "list of executor");
  CHECK(text_of("languages") == "list of word language");
  CHECK(text_of("subject") == "list of word-or-text subject");
  CHECK(text_of("meeting") == "record meeting");
  CHECK(text_of("record") == "record");
  CHECK(text_of("on-control") == "yes-no");
}
