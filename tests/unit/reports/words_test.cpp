#include "reglament/reports/words.hpp"

#include <catch2/catch.hpp>

namespace reglament {

TEST_CASE("a field is named by its last word, as the vocabulary has it", "[reports][words]") {
  CHECK(field_in_words("minutes-drafted", Language::ru) == "протокол оформлен");
  CHECK(field_in_words("plan.agenda-sent", Language::kk) == "күн тәртібі жіберілді");
  CHECK(field_in_words("no-such-word", Language::ru) == "no-such-word");
  CHECK(field_in_words("start of period", Language::ru) == "начало периода");
  CHECK(field_in_words("due-before", Language::en) == "due date then in force");
}

TEST_CASE("a field is named as the structure that holds it calls it", "[reports][words]") {
  CHECK(field_in_words("extensions.reason", Language::ru) == "причина");
  CHECK(field_in_words("extensions.requested", Language::en) == "asked for");
  CHECK(field_in_words("attendance.present", Language::en) == "present");
  CHECK(field_in_words("..", Language::en) == "..");
}

TEST_CASE("who has to write a field sees its key too", "[reports][words]") {
  CHECK(field_with_name("agenda-sent", Language::en) == "`agenda-sent`");
  CHECK(field_with_name("agenda-sent", Language::ru) == "«повестка дня разослана» (agenda-sent)");
  CHECK(field_with_name("no-such-word", Language::ru) == "«no-such-word»");
}

TEST_CASE("a clause is told as the language numbers it", "[reports][words]") {
  struct Row {
    const char* clause;
    const char* ru;
    const char* kk;
  };
  const auto row = GENERATE(values<Row>({
      {"6.2", "п. 6.2", "6.2-тармақ"},
      {"6.12 para 2", "п. 6.12, абзац 2", "6.12-тармақ, 2-абзац"},
      {"5.6(1)", "п. 5.6(1)", "5.6(1)-тармақ"},
      {"annex 2, 10 para 1", "приложение 2, п. 10, абзац 1", "2-қосымша, 10-тармақ, 1-абзац"},
      {"annex 1, 1(3)", "приложение 1, п. 1(3)", "1-қосымша, 1(3)-тармақ"},
      {"13.2 point 2 (1)", "п. 13.2, подпункт 2 (1)", "13.2-тармақ, 2-бөлім (1)"},
      {"10.9 para 12 dash 3", "п. 10.9, абзац 12, дефис 3", "10.9-тармақ, 12-абзац, 3-сызықша"},
      {"resolution 4", "п. 4 постановления", "қаулының 4-тармағы"},
      {"order, 5(2)", "распоряжение, п. 5(2)", "өкім, 5(2)-тармақ"},
      {"annex 3, 13 lead", "приложение 3, п. 13, вводная фраза", "3-қосымша, 13-тармақ, кіріспе сөйлем"},
      {"18 last para", "п. 18, последний абзац", "18-тармақ, соңғы абзац"},
      {"14 rights (1)", "п. 14, права (1)", "14-тармақ, құқықтар (1)"},
      {"title page", "титульный лист", "титул беті"},
      {"18 title page", "п. 18, титульный лист", "18-тармақ, титул беті"},
      {"17 margin 2", "17 margin 2", "17 margin 2"},
      {"", "", ""},
  }));
  CHECK(clause_in_words(row.clause, Language::ru) == row.ru);
  CHECK(clause_in_words(row.clause, Language::kk) == row.kk);
  CHECK(clause_in_words(row.clause, Language::en) == row.clause);
}

TEST_CASE("an item is told by its list and number", "[reports][words]") {
  CHECK(item_in_words("extensions#2", Language::en) == "extension 2");
  CHECK(item_in_words("extensions#2", Language::kk) == "2-ұзарту");
  CHECK(item_in_words("extensions#10", Language::ru) == "продление 10");
  CHECK(item_in_words("executors#1", Language::ru) == "исполнители № 1");
  CHECK(item_in_words("2025-10-14 sharapkhana", Language::ru) == "2025-10-14 sharapkhana");
}

TEST_CASE("a long list is told by its first members and how many more there are", "[reports][words]") {
  CHECK(list_in_words({"a", "b", "c"}, Language::en, 3) == "a, b, c");
  CHECK(list_in_words({"a", "b", "c", "d"}, Language::en, 2) == "a, b, and 2 more");
  CHECK(list_in_words({"a", "b", "c", "d"}, Language::ru, 2) == "a, b, и ещё 2");
  CHECK(list_in_words({}, Language::en, 2).empty());
}

}  // namespace reglament
