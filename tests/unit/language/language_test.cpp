#include "reglament/language/language.hpp"

#include <initializer_list>
#include <string>

#include <catch2/catch.hpp>

namespace reglament {

namespace {

constexpr auto languages = {Language::kk, Language::ru, Language::en};

}  // namespace

TEST_CASE("a language is kk, ru or en and nothing else", "[language]") {
  CHECK(parse_language("kk") == Language::kk);
  CHECK(parse_language("ru") == Language::ru);
  CHECK(parse_language("en") == Language::en);
  CHECK_FALSE(parse_language("kz"));
  CHECK_FALSE(parse_language("EN"));
  CHECK_FALSE(parse_language(""));
}

TEST_CASE("the places of a sentence are filled, in the order of the language", "[language]") {
  CHECK(say(Language::en, "frequency-missed-members", {"2025-10", "okrug tour", "B, C", "1", "3"}) ==
        "2025-10: okrug tour: 1 of 3 covered, missing: B, C");
  CHECK(say(Language::kk, "frequency-missed-members", {"2025-10", "округті аралау", "B, C", "1", "3"}) ==
        "2025-10: округті аралау: 3 ішінен 1 қамтылды, қамтылмағаны: B, C");
}

TEST_CASE("a value is put in as it is, even when it looks like a place", "[language]") {
  CHECK(say(Language::en, "required-value", {"{1}", "{0}", "{9}"}) == "{1}: {0}, required: {9}");
}

TEST_CASE("a place without a value stays empty", "[language]") {
  CHECK(say(Language::en, "required-value", {"format"}) == "format: , required: ");
}

TEST_CASE("a key without a row loses nothing", "[language]") {
  CHECK_FALSE(has_sentence("no-such-key"));
  CHECK(say(Language::ru, "no-such-key", {"a", "b"}) == "no-such-key a b");
}

TEST_CASE("what is counted stands in the number that the language asks for", "[language]") {
  struct Row {
    std::int64_t count;
    const char* kk;
    const char* ru;
    const char* en;
  };
  const auto row = GENERATE(values<Row>({
      {0, "0 жұмыс күні", "0 рабочих дней", "0 working days"},
      {1, "1 жұмыс күні", "1 рабочий день", "1 working day"},
      {2, "2 жұмыс күні", "2 рабочих дня", "2 working days"},
      {4, "4 жұмыс күні", "4 рабочих дня", "4 working days"},
      {5, "5 жұмыс күні", "5 рабочих дней", "5 working days"},
      {11, "11 жұмыс күні", "11 рабочих дней", "11 working days"},
      {12, "12 жұмыс күні", "12 рабочих дней", "12 working days"},
      {14, "14 жұмыс күні", "14 рабочих дней", "14 working days"},
      {21, "21 жұмыс күні", "21 рабочий день", "21 working days"},
      {22, "22 жұмыс күні", "22 рабочих дня", "22 working days"},
      {111, "111 жұмыс күні", "111 рабочих дней", "111 working days"},
      {121, "121 жұмыс күні", "121 рабочий день", "121 working days"},
  }));
  CAPTURE(row.count);
  CHECK(quantity(Language::kk, row.count, Counted::working_day) == row.kk);
  CHECK(quantity(Language::ru, row.count, Counted::working_day) == row.ru);
  CHECK(quantity(Language::en, row.count, Counted::working_day) == row.en);
}

TEST_CASE("a delay stands in the case that its sentence asks for", "[language]") {
  CHECK(delay(Language::kk, 2, Counted::working_day) == "2 жұмыс күніне");
  CHECK(delay(Language::kk, 3, Counted::hour) == "3 сағатқа");
  CHECK(delay(Language::ru, 1, Counted::week) == "1 неделю");
  CHECK(delay(Language::ru, 3, Counted::day) == "3 дня");
  CHECK(delay(Language::en, 1, Counted::day) == "1 day");
}

TEST_CASE("every countable thing has its own name in each language", "[language]") {
  for (const Language language : languages) {
    for (std::size_t i = 0; i < counted_count; ++i) {
      const std::string text = quantity(language, 7, static_cast<Counted>(i));
      CHECK(text.starts_with("7 "));
    }
  }
  CHECK(quantity(Language::ru, 3, Counted::rule) == "3 правила");
  CHECK(quantity(Language::en, 1, Counted::office) == "1 office");
  CHECK(quantity(Language::kk, 6, Counted::test) == "6 тест");
}

TEST_CASE("months and weekdays have names in each language", "[language]") {
  CHECK(month_name(Language::kk, 1) == "қаңтар");
  CHECK(month_name(Language::ru, 12) == "декабрь");
  CHECK(month_name(Language::en, 10) == "October");
  CHECK(month_in_date(Language::ru, 10) == "октября");
  CHECK(month_in_date(Language::en, 10) == "Oct");
  CHECK(weekday_name(Language::kk, 1) == "дүйсенбі");
  CHECK(weekday_name(Language::ru, 7) == "воскресенье");
  CHECK(weekday_short(Language::ru, 3) == "ср");
}

}  // namespace reglament
