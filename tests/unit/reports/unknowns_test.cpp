#include "reglament/reports/unknowns.hpp"

#include <catch2/catch.hpp>

#include "example.hpp"

namespace reglament {

using example::unknown;

TEST_CASE("a field that no record holds is told once, with the rules and clauses that hang on it",
          "[reports][unknown]") {
  const std::vector<Unknown> unknowns{unknown("a", "6.6 para 1", "agenda-sent"),
                                      unknown("b", "6.6(2)", "agenda-sent"),
                                      unknown("c", "6.7 para 1", "agenda-sent")};
  CHECK(unknowns_in_words(unknowns, false, false, Language::en) ==
        std::vector<std::string>{
            "Not judged: no record (apparatus meeting) holds `agenda-sent`: 3 rules of 6.6, 6.7"});
  CHECK(unknowns_in_words(unknowns, true, false, Language::kk) ==
        std::vector<std::string>{
            "Тексерілмеді: ешбір жазбада (аппарат жиналысы) «күн тәртібі жіберілді» (agenda-sent) "
            "жоқ: 3 ереже, 6.6-тармақ, 6.7-тармақ (kazygurt-2025-135)"});
}

TEST_CASE("types of records are told together, and records are not counted once for each rule",
          "[reports][unknown]") {
  std::vector<Unknown> unknowns{unknown("a", "6.6", "agenda-sent"), unknown("b", "6.6", "agenda-sent"),
                                unknown("c", "5.4", "agenda-sent")};
  for (Unknown& each : unknowns) each.field_is_held = true;
  unknowns[1].records = 3;
  unknowns[2].type = known_word("akimdik-session");
  unknowns[2].records = 2;
  CHECK(unknowns_in_words(unknowns, false, false, Language::en) ==
        std::vector<std::string>{
            "Not judged: 14 records (apparatus meeting, session of the akimdik) without `agenda-sent`: "
            "3 rules of 6.6, 5.4"});
}

TEST_CASE("a field held by some and a field held by none are told apart", "[reports][unknown]") {
  std::vector<Unknown> unknowns{unknown("a", "6.6", "agenda-sent"), unknown("b", "6.6", "agenda-sent")};
  unknowns[1].field_is_held = true;
  CHECK(unknowns_in_words(unknowns, false, false, Language::en).size() == 2);
}

TEST_CASE("many clauses are not all named", "[reports][unknown]") {
  std::vector<Unknown> unknowns;
  for (int i = 1; i <= 6; ++i)
    unknowns.push_back(unknown("r" + std::to_string(i), "6." + std::to_string(i), "agenda-sent"));
  CHECK(unknowns_in_words(unknowns, false, false, Language::en) ==
        std::vector<std::string>{"Not judged: no record (apparatus meeting) holds `agenda-sent`: 6 rules of "
                                 "6.1, 6.2, 6.3, 6.4, and 2 more"});
}

TEST_CASE("of many fields the last ones share a line, unless each is asked for", "[reports][unknown]") {
  std::vector<Unknown> unknowns;
  for (const char* const field : {"a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "minutes-drafted"}) {
    unknowns.push_back(unknown(std::string{"rule-"} + field, "6.6", field));
  }
  unknowns.push_back(unknown("another", "6.7", "minutes-drafted"));
  const auto lines = unknowns_in_words(unknowns, false, false, Language::en);
  REQUIRE(lines.size() == 8);
  CHECK(lines[0] == "Not judged: no record (apparatus meeting) holds `minutes-drafted`: 2 rules of 6.6, 6.7");
  CHECK(lines[6] == "Not judged: no record (apparatus meeting) holds `a6`: 1 rule of 6.6");
  CHECK(lines[7] == "Not judged for want of `a7`, `a8`: 2 rules");
  CHECK(unknowns_in_words(unknowns, false, false, Language::ru)[7] ==
        "Не проверено, нет в записях: «a7», «a8»; всего 2 правила");
  CHECK(unknowns_in_words(unknowns, false, true, Language::en).size() == 9);
  unknowns.erase(unknowns.begin());
  CHECK(unknowns_in_words(unknowns, false, false, Language::en).size() == 8);
}

TEST_CASE("where no field is to blame the reason is told", "[reports][unknown]") {
  Unknown without_term = unknown("a", "13.2", "");
  without_term.reason = Statement{"required-absent", {known_word("due")}};
  CHECK(unknowns_in_words({without_term}, false, false, Language::ru) ==
        std::vector<std::string>{
            "Не проверено: не указано: «срок исполнения» (аппаратное совещание): 1 правило, п. 13.2"});
}

}  // namespace reglament
