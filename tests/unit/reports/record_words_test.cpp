#include "reglament/reports/record_words.hpp"

#include <catch2/catch.hpp>

#include "../records/small_world.hpp"

using namespace reglament;

namespace {

const std::string town = R"(
bodies:
- {id: town, kind: district, name: {kk: Қала, ru: Город, en: Town}}
- {id: aral, kind: okrug, within: town}
offices:
- {id: akim, role: district-akim, body: town, from: 2025-01-01,
   absences: [{from: 2025-07-14, to: 2025-07-25, reason: leave, acting: deputy}]}
- {id: deputy, role: district-deputy-akim, body: town, from: 2025-01-01}
- {id: finance, role: department-head, body: town, from: 2025-01-01}
- {id: culture, role: department-head, body: town, from: 2025-01-01}
)";

// The last record of `yaml` in words; links lead to the others.
std::string told(const std::string& yaml, Language language = Language::en) {
  const World world{town + yaml};
  CHECK(in_short(world.record_errors).empty());
  return record_in_words(world.records.back(), world.offices, world.records, language);
}

}  // namespace

TEST_CASE("a record is told by type, date, fields and steps", "[reports][record-words]") {
  const std::string meeting = R"(meetings:
- {id: M-1, type: apparatus, by: akim, date: 2025-10-06T10:00, attendance: {members: 15, present: 11}, urgent: true,
   documents: [agenda, reference], steps: {agenda-sent: 2025-10-02, minutes-drafted: {date: 2025-10-07, by: deputy}}}
)";
  CHECK(told(meeting) ==
        "apparatus meeting, 2025-10-06 10:00; held, made or sent by: district akim; attendance (members in "
        "all: 15, "
        "present: 11); urgent: yes; documents: agenda, reference; agenda sent 2025-10-02; minutes drafted "
        "2025-10-07 (by: "
        "deputy district akim)");
  CHECK(told(meeting, Language::ru) ==
        "аппаратное совещание, 2025-10-06 10:00; кто провёл, подготовил или направил: аким района (города "
        "областного "
        "значения); явка (всего членов: 15, присутствует: 11); срочно: да; документы: повестка дня, справка; "
        "повестка дня "
        "разослана 2025-10-02; протокол оформлен 2025-10-07 (кто выполнил: заместитель акима района)");
}

TEST_CASE("items of a list are told by what they are of", "[reports][record-words]") {
  CHECK(told(R"(assignments:
- {id: A-1, type: instruction, received: 2025-10-01, due: 2025-10-20, executors: [finance, culture],
   extensions: [{requested: 2025-10-14, to: 2025-11-05}, {requested: 2025-10-28, to: 2025-11-12}]}
)") == "instruction; received: 2025-10-01; due: 2025-10-20; executors: head of a district department "
       "(finance), head of a "
       "district department (culture); extensions (asked for: 2025-10-14, new due date: 2025-11-05), (asked "
       "for: "
       "2025-10-28, new due date: 2025-11-12)");
}

TEST_CASE("places are told by their names, and not once more as stops", "[reports][record-words]") {
  CHECK(told("visits: [{id: V-1, type: okrug-tour, by: akim, date: 2025-10-14, places: [aral, town]}]") ==
        "tour of okrugs by the district akim, 2025-10-14; held, made or sent by: district akim; places: "
        "aral, Town");
}

TEST_CASE("a link is told by the record that it leads to", "[reports][record-words]") {
  CHECK(told(R"(meetings: [{id: M-1, type: apparatus, date: 2025-10-06}]
assignments: [{id: A-1, type: instruction, received: 2025-10-07, meeting: M-1}]
)") == "instruction; received: 2025-10-07; from which meeting: apparatus meeting, 2025-10-06");
}

TEST_CASE("an office is told with its absences, and its role once", "[reports][record-words]") {
  const World world{town};
  const Office& akim = world.offices.offices().front();
  CHECK(record_in_words(akim.record, world.offices, {}, Language::en) ==
        "district akim; body it belongs to: Town; exists from: 2025-01-01; absences (first day away: "
        "2025-07-14, last day "
        "away: 2025-07-25, reason: leave, who acts meanwhile: deputy district akim)");
}

TEST_CASE("an empty list is told as such", "[reports][record-words]") {
  CHECK(told("meetings: [{id: M-1, type: apparatus, date: 2025-10-06, speakers: []}]") ==
        "apparatus meeting, 2025-10-06; speakers: —");
}

TEST_CASE("a long list is told by its first members", "[reports][record-words]") {
  CHECK(told("meetings: [{id: M-1, type: apparatus, date: 2025-10-06, documents: [agenda, running-order, "
             "cover-letter, presentation, "
             "reference, slides, comparative-table]}]") ==
        "apparatus meeting, 2025-10-06; documents: agenda, running order, cover letter, presentation, "
        "reference, slides, and 1 more");
}
