#include "reglament/records/vocabulary.hpp"

#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "small_world.hpp"

using namespace reglament;

namespace {

constexpr const char* names = "kk: a, ru: b, en: c";

// The least that a vocabulary holds, with room for more in each of its parts.
std::string small_vocabulary(const std::string& words, const std::string& steps, const std::string& fields) {
  const std::string n = names;
  return "lists:\n"
         "  meeting-type: {apparatus: {" + n + "}}\n"
         "  visit-type: {tour: {" + n + "}}\n"
         "  assignment-type: {letter: {" + n + "}}\n"
         "  role: {akim: {" + n + "}}\n"
         "  body-kind: {district: {" + n + "}}\n"
         "  colour: {red: {kk: қызыл, ru: красный, en: red}, " + words + "}\n"
         "steps: {sent: {kk: жіберілді, ru: отправлено, en: sent}, " + steps + "}\n"
         "structures:\n"
         "  record: {by: {holds: office, " + n + "}}\n"
         "  step: {date: {holds: moment, " + n + "}}\n"
         "  meeting: {chair: {holds: office, absent: unknown, " + n + "}, " + fields + "}\n"
         "  visit: {}\n"
         "  assignment: {}\n"
         "  office: {}\n"
         "  body: {}\n"
         "  part: {key: {holds: text, " + n + "}}\n";
}

}  // namespace

TEST_CASE("a vocabulary interns its words, steps and fields", "[records]") {
  const Vocabulary v = Vocabulary::read(small_vocabulary("", "", ""), "f");
  CHECK_FALSE(v.find("blue"));
  CHECK_FALSE(v.find(""));
  const Word red = v.find("red").value();
  CHECK(v.text(red) == "red");
  CHECK(v.names(red).ru == "красный");
  CHECK(v.contains(v.list("colour").value(), red));
  CHECK_FALSE(v.contains(v.list("role").value(), red));
  CHECK_FALSE(v.list("shape"));
  CHECK(v.is_step(v.find("sent").value()));
  CHECK_FALSE(v.is_step(red));
  CHECK(v.names(v.find("sent").value()).kk == "жіберілді");
  CHECK(v.name(v.types(Family::visit)) == "visit-type");
  CHECK(v.name(v.structure(Family::meeting)) == "meeting");
  CHECK(v.name(v.step_structure()) == "step");
  CHECK_FALSE(v.structure("nothing"));
}

TEST_CASE("a family has its own fields and then those that all records share", "[records]") {
  const Vocabulary v = Vocabulary::read(small_vocabulary("", "", ""), "f");
  const StructureId meeting = v.structure(Family::meeting);
  REQUIRE(v.fields(meeting).size() == 2);
  CHECK(v.text(v.fields(meeting)[0].name) == "chair");
  CHECK(v.fields(meeting)[0].absent_is_unknown);
  CHECK(v.text(v.fields(meeting)[1].name) == "by");
  CHECK_FALSE(v.fields(meeting)[1].absent_is_unknown);
  CHECK(v.field(v.structure(Family::visit), v.find("by").value()) != nullptr);
  CHECK(v.field(v.structure(Family::visit), v.find("chair").value()) == nullptr);
  CHECK(v.fields(v.structure(Family::office)).empty());
}

TEST_CASE("a word of two lists may be called differently in each", "[records]") {
  const Vocabulary v =
      Vocabulary::read(small_vocabulary("apparatus: {kk: x, ru: y, en: the colour}", "", ""), "f");
  const Word word = v.find("apparatus").value();
  CHECK(v.names(v.types(Family::meeting), word).en == "c");
  CHECK(v.names(v.list("colour").value(), word).en == "the colour");
  CHECK(v.names(word).en == "c");
}

TEST_CASE("what a field holds is read from its type", "[records]") {
  struct Row {
    const char* type;
    Holds holds;
    bool list;
  };
  // clang-format off
  const auto row = GENERATE(values<Row>({
      {"yes-no", Holds::yes_no, false}, {"number", Holds::number, false}, {"text", Holds::text, false},
      {"date", Holds::date, false}, {"moment", Holds::moment, false}, {"moment-or-period", Holds::moment_or_period, false},
      {"time", Holds::time, false}, {"period", Holds::period, false}, {"year", Holds::year, false},
      {"word colour", Holds::word, false}, {"word-or-text colour", Holds::word_or_text, false},
      {"office", Holds::office, false}, {"list of office", Holds::office, true}, {"body", Holds::body, false},
      {"record", Holds::record, false}, {"record visit", Holds::record, false}, {"list of record meeting", Holds::record, true},
      {"part", Holds::structure, false}, {"list of part", Holds::structure, true}, {"list of word colour", Holds::word, true},
  }));
  // clang-format on
  CAPTURE(row.type);
  const Vocabulary v = Vocabulary::read(
      small_vocabulary("", "", "f: {holds: " + std::string{row.type} + ", " + std::string{names} + "}"), "f");
  const FieldInfo* const field = v.field(v.structure(Family::meeting), v.find("f").value());
  REQUIRE(field != nullptr);
  CHECK(field->type.holds == row.holds);
  CHECK(field->type.list == row.list);
  CHECK(field->type.family.has_value() == (std::string{row.type}.find("record ") != std::string::npos));
}

TEST_CASE("a vocabulary that breaks its format is refused", "[records]") {
  struct Row {
    const char* why;
    const char* words;
    const char* steps;
    const char* fields;
    const char* error;
  };
  // clang-format off
  const auto row = GENERATE(values<Row>({
      {"a word with a capital", "Blue: {kk: a, ru: b, en: c}", "", "", "7:64 vocabulary-not-kebab-case Blue"},
      {"a step with an underline", "", "not_sent: {kk: a, ru: b, en: c}", "", "8:77 vocabulary-not-kebab-case not_sent"},
      {"a name that is missing", "blue: {kk: a, ru: b}", "", "", "7:70 missing-key en"},
      {"an empty name", "blue: {kk: a, ru: b, en: ''}", "", "", "7:89 expected-text"},
      {"a name in another language", "blue: {kk: a, ru: b, en: c, de: d}", "", "", "7:92 unknown-key de kk, ru, en"},
      {"a word twice", "red: {kk: a, ru: b, en: c}", "", "", "7:64 duplicate-key red"},
      {"a field without a type", "", "", "f: {kk: a, ru: b, en: c}", "12:78 missing-key holds"},
      {"a type that is none", "", "", "f: {holds: colour, kk: a, ru: b, en: c}", "12:86 vocabulary-unknown-type colour"},
      {"a link to no family", "", "", "f: {holds: record letter, kk: a, ru: b, en: c}", "12:86 vocabulary-unknown-type record letter"},
      {"words of no list", "", "", "f: {holds: word shape, kk: a, ru: b, en: c}", "12:86 vocabulary-unknown-list shape"},
      {"absence that means something else", "", "", "f: {holds: text, absent: maybe, kk: a, ru: b, en: c}", "12:100 vocabulary-unknown-absent maybe"},
      {"a field that is a step", "", "", "sent: {holds: text, kk: a, ru: b, en: c}", "10:3 vocabulary-step-and-field sent"},
      {"a field that all records have", "", "", "by: {holds: text, kk: a, ru: b, en: c}", "10:3 duplicate-key by"},
      {"an unknown key of a field", "", "", "f: {holds: text, kk: a, ru: b, en: c, absnet: no}", "12:113 unknown-key-near absnet absent"},
  }));
  // clang-format on
  CAPTURE(row.why);
  try {
    Vocabulary::read(small_vocabulary(row.words, row.steps, row.fields), "f");
    FAIL("it was read");
  } catch (const InputError& error) {
    CHECK(in_short(error.diagnostic) == row.error);
    CHECK(error.diagnostic.file == "f");
  }
}

TEST_CASE("a vocabulary is one document with all that the reader of records asks for", "[records]") {
  const auto message_of = [](const std::string& text) {
    try {
      Vocabulary::read(text, "f");
    } catch (const InputError& error) { return in_short(error.diagnostic); }
    return std::string{};
  };
  CHECK(message_of("") == "0:0 expected-map");
  CHECK(message_of("a: [") != "");
  CHECK(message_of("lists: {}\nsteps: {}\n") == "1:1 missing-key structures");
  CHECK(message_of("lists: {}\nsteps: {}\nstructures: {}\nwords: {}\n") ==
        "4:1 unknown-key words lists, steps, structures");
  CHECK(message_of("lists: {}\nsteps: {}\nstructures: {meeting: {}}\n") == "3:13 missing-key record");
}

TEST_CASE("the vocabulary that is shipped is sound", "[records]") {
  const Vocabulary& v = vocabulary();
  CHECK(v.size() > 500);
  for (const Family family : {Family::meeting, Family::visit, Family::assignment, Family::office, Family::body}) {
    CAPTURE(to_text(family));
    CHECK_FALSE(v.words(v.types(family)).empty());
    CHECK(parse_family(to_text(family)) == family);
  }
  for (const char* text : {"id", "type", "steps", "date", "from", "to", "received", "issued", "period", "stops", "places"}) {
    CAPTURE(text);
    CHECK(v.find(text));
  }
  CHECK_FALSE(parse_family("record"));
}

TEST_CASE("everything in the vocabulary that is shipped is named in three languages, each with its own letters",
          "[records]") {
  const Vocabulary& v = vocabulary();
  const auto check = [&](const Names& n, const std::string& what) {
    CAPTURE(what, n.kk, n.ru, n.en);
    CHECK_FALSE(n.kk.empty());
    CHECK_FALSE(n.ru.empty());
    CHECK_FALSE(n.en.empty());
    CHECK(n.en.find_first_of("\xD0\xD1\xD2\xD3") == std::string::npos);
  };
  for (const Word step : v.steps()) check(v.names(step), v.text(step));
  for (std::size_t i = 0; i < v.list_count(); ++i) {
    const auto list = static_cast<WordList>(i);
    for (const Word word : v.words(list)) check(v.names(list, word), v.name(list) + ' ' + v.text(word));
  }
  for (std::size_t i = 0; i < v.structure_count(); ++i) {
    const auto structure = static_cast<StructureId>(i);
    for (const FieldInfo& field : v.fields(structure)) {
      check(field.names, v.name(structure) + ' ' + v.text(field.name));
    }
  }
}

TEST_CASE("a word that the source names and the vocabulary lacks is our own mistake", "[records]") {
  CHECK_THROWS_AS(known_word("no-such-word"), std::logic_error);
  CHECK(vocabulary().text(known_word("date")) == "date");
}
