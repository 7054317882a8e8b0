#include <catch2/catch.hpp>

#include "example.hpp"
#include "reglament/findings/characters.hpp"

namespace reglament {

namespace {

// The text of one argument, in a sentence that holds little else.
std::string told(const Argument& argument, Language language) {
  const Statement statement{"required-unmet", {argument}};
  const std::string empty = wording(Statement{"required-unmet", {std::string{}}}, language);
  return wording(statement, language).substr(empty.size());
}

}  // namespace

TEST_CASE("every kind of value is told in the words of the language", "[reports][wording]") {
  struct Row {
    const char* why;
    Argument argument;
    const char* kk;
    const char* ru;
    const char* en;
  };
  const Word minutes = known_word("minutes-drafted");
  const Word agenda = known_word("agenda-sent");
  const auto row = GENERATE_COPY(values<Row>({
      {"a text", std::string{"M-1"}, "M-1", "M-1", "M-1"},
      {"a day", day_of(2025, 10, 7), "2025-10-07", "2025-10-07", "2025-10-07"},
      {"a moment", Moment{day_of(2025, 10, 7), 630}, "2025-10-07 10:30", "2025-10-07 10:30",
       "2025-10-07 10:30"},
      {"a moment without a time", Moment{day_of(2025, 10, 7)}, "2025-10-07", "2025-10-07", "2025-10-07"},
      {"a span", Span{5, Unit::working_day}, "5 жұмыс күні", "5 рабочих дней", "5 working days"},
      {"a delay", Lateness{2, Unit::day}, "2 күнге", "2 дня", "2 days"},
      {"a period", *parse_period("2025-Q4"), "2025-Q4", "2025-Q4", "2025-Q4"},
      {"a week", *parse_period("2025-W41"), "2025-W41 (6–12 қазан)", "2025-W41 (6–12 октября)",
       "2025-W41 (6–12 Oct)"},
      {"a word", minutes, "хаттама ресімделді", "протокол оформлен", "minutes drafted"},
      {"a number", *parse_number("2.5"), "2,5", "2,5", "2.5"},
      {"a literal", Literal{"not-recorded"}, "белгіленбеген", "не отмечено", "not recorded"},
      {"words", std::vector<Word>{minutes, agenda}, "хаттама ресімделді, күн тәртібі жіберілді",
       "протокол оформлен, повестка дня разослана", "minutes drafted, agenda sent"},
      {"members with clauses", std::vector<std::string>{"minutes-drafted (3.3(1))", "other"},
       "хаттама ресімделді (3.3(1)-тармақ), other", "протокол оформлен (п. 3.3(1)), other",
       "minutes drafted (3.3(1)), other"},
      {"a field", FieldName{"plan.minutes-drafted"}, "хаттама ресімделді", "протокол оформлен",
       "minutes drafted"},
      {"types of records",
       std::vector<RecordType>{{Family::meeting, known_word("apparatus")}, {Family::visit, no_word}},
       "аппарат жиналысы, сапар", "аппаратное совещание, выезд", "apparatus meeting, visit"},
  }));
  CAPTURE(row.why);
  CHECK(told(row.argument, Language::kk) == row.kk);
  CHECK(told(row.argument, Language::ru) == row.ru);
  CHECK(told(row.argument, Language::en) == row.en);
}

TEST_CASE("the sentences of the checks read as an official would write them", "[reports][wording]") {
  struct Row {
    Statement statement;
    const char* kk;
    const char* ru;
    const char* en;
  };
  const Word minutes = known_word("minutes-drafted");
  const Word executed = known_word("executed");
  const Word apparatus = known_word("apparatus");
  const Argument due = day_of(2025, 10, 7);
  const Argument done = day_of(2025, 10, 9);
  const Argument two = Lateness{2, Unit::working_day};
  const Argument week = *parse_period("2025-W41");
  const Argument meeting = std::vector<RecordType>{{Family::meeting, apparatus}};
  const auto number = [](std::int64_t n) { return Argument{Number::of(n)}; };
  const Argument members = std::vector<std::string>{"A", "B"};
  const auto row = GENERATE_COPY(values<Row>({
      {{"deadline-late", {minutes, done, due, two}},
       "хаттама ресімделді 2025-10-09, мерзімі 2025-10-07: 2 жұмыс күніне кешіктірілді",
       "протокол оформлен 2025-10-09, срок 2025-10-07: просрочено на 2 рабочих дня",
       "minutes drafted 2025-10-09, due 2025-10-07: 2 working days late"},
      {{"deadline-missed", {executed, due, two}},
       "«орындалды» белгісі жоқ, мерзімі 2025-10-07: 2 жұмыс күніне кешігіп тұр",
       "нет отметки «исполнено», срок 2025-10-07: просрочено на 2 рабочих дня",
       "carried out: not done, due 2025-10-07, 2 working days overdue"},
      {{"deadline-pending", {executed, due}},
       "«орындалды» белгісі әзірге жоқ, мерзімі 2025-10-07",
       "отметки «исполнено» пока нет, срок 2025-10-07",
       "carried out: not done yet, due 2025-10-07"},
      {{"deadline-met", {minutes, due, due}},
       "хаттама ресімделді 2025-10-07, мерзімі 2025-10-07: мерзімінде",
       "протокол оформлен 2025-10-07, срок 2025-10-07: в срок",
       "minutes drafted 2025-10-07, due 2025-10-07: in time"},
      {{"deadline-missed-to", {minutes, due, members}},
       "2025-10-07 мерзіміне «хаттама ресімделді» белгісі жоқ: A, B",
       "к сроку 2025-10-07 нет отметки «протокол оформлен»: A, B",
       "minutes drafted by 2025-10-07: not recorded for A, B"},
      {{"frequency-missed", {week, meeting, number(0), number(1)}},
       "2025-W41 (6–12 қазан): аппарат жиналысы: тіркелгені 0, кемінде 1 қажет",
       "2025-W41 (6–12 октября): аппаратное совещание: учтено 0, требуется не менее 1",
       "2025-W41 (6–12 Oct): apparatus meeting: 0 recorded, at least 1 required"},
      {{"frequency-missed-members", {week, meeting, members, number(1), number(3)}},
       "2025-W41 (6–12 қазан): аппарат жиналысы: 3 ішінен 1 қамтылды, қамтылмағаны: A, B",
       "2025-W41 (6–12 октября): аппаратное совещание: охвачено 1 из 3, не охвачено: A, B",
       "2025-W41 (6–12 Oct): apparatus meeting: 1 of 3 covered, missing: A, B"},
      {{"required-number",
        {FieldName{"attendance.present"}, number(10), Literal{"at-least"}, std::string{"10.666667"},
         std::string{"2/3 of 16"}}},
       "қатысқандар саны: 10, талап: кемінде 16 санының 2/3",
       "присутствует: 10, требуется не менее 2/3 от 16",
       "present 10, at least 2/3 of 16 required"},
      {{"required-number",
        {FieldName{"attendance.present"}, number(10), Literal{"more-than"}, std::string{"11"},
         std::string{"1/2 of attendance.members"}}},
       "қатысқандар саны: 10, талап: мынадан көп: мүшелер саны санының 1/2",
       "присутствует: 10, требуется более 1/2 от всего членов",
       "present 10, more than 1/2 of members in all required"},
      {{"order-wrong", {executed, done, minutes, Literal{"not-recorded"}}},
       "орындалды 2025-10-09, ал оған дейін «хаттама ресімделді» болуы тиіс: белгіленбеген",
       "исполнено 2025-10-09, а прежде должно быть «протокол оформлен»: не отмечено",
       "carried out 2025-10-09, must follow minutes drafted: not recorded"},
  }));
  CHECK(wording(row.statement, Language::kk) == row.kk);
  CHECK(wording(row.statement, Language::ru) == row.ru);
  CHECK(wording(row.statement, Language::en) == row.en);
}

TEST_CASE("of a long list the first members are told when so many are asked for", "[reports][wording]") {
  const Statement statement{"required-unmet", {std::vector<std::string>{"A", "B", "C"}}};
  CHECK(wording(statement, Language::en, 2) == "not fulfilled: A, B, and 1 more");
  CHECK(wording(statement, Language::en) == "not fulfilled: A, B, C");
}

TEST_CASE("bodies and offices are told by the names that the run has for them", "[reports][wording]") {
  const Statement statement{
      "frequency-not-whole",
      {*parse_period("2025-10"), std::string{"kazygurt"},
       std::vector<std::string>{"finance-department (3.3(1))", "kazygurt", "elsewhere"}}};
  CHECK(wording(statement, example::run(), Language::ru) ==
        "2025-10: Казыгуртский район: охвачено не полностью, пропущено: руководитель отдела "
        "(finance-department) "
        "(п. 3.3(1)), Казыгуртский район, elsewhere");
  CHECK(wording(statement, Language::en) ==
        "2025-10: kazygurt: not covered whole, missing: finance-department (3.3(1)), kazygurt, elsewhere");
}

TEST_CASE("what a record smuggles in is made visible", "[reports][wording]") {
  CHECK(wording(Statement{"required-absent", {std::string{"\x1b[2Ja\nb"}}}, Language::en) ==
        "\\u001b[2Ja\\nb: missing");
  CHECK(wording(Message{"expected-date", {"\u202E1"}}, Language::en) ==
        "`\\u202e1` is no date: write YYYY-MM-DD, such as 2025-10-06");
}

TEST_CASE("a diagnostic says where, that it is an error, and what is wrong", "[reports][wording]") {
  const Message message{"expected-date", {"5.10"}};
  CHECK(wording(Diagnostic{"w.yaml", {4, 9}, message}, Language::en) ==
        "w.yaml:4:9: error: `5.10` is no date: write YYYY-MM-DD, such as 2025-10-06");
  CHECK(wording(Diagnostic{"w.yaml", {4, 9}, message}, Language::ru) ==
        "w.yaml:4:9: ошибка: «5.10» не дата: пишите ГГГГ-ММ-ДД, например 2025-10-06");
  CHECK(wording(Diagnostic{"w.yaml", {}, message}, Language::kk) ==
        "w.yaml: қате: «5.10» күн емес: ЖЖЖЖ-АА-КК түрінде жазыңыз, мысалы 2025-10-06");
  CHECK(wording(Diagnostic{"", {}, message}, Language::en) ==
        "error: `5.10` is no date: write YYYY-MM-DD, such as 2025-10-06");
  CHECK(wording(Diagnostic{"a\nb", {1, 1}, message}, Language::en) ==
        "a\\nb:1:1: error: `5.10` is no date: write YYYY-MM-DD, such as 2025-10-06");
}

}  // namespace reglament
