// What the manual shows a clerk writing, read whole.
#include <catch2/catch.hpp>

#include "small_world.hpp"

using namespace reglament;

namespace {

const Record& record_of(const World& world, std::string_view id) {
  for (const Record& record : world.records) {
    if (record.id == id) return record;
  }
  throw std::out_of_range{std::string{id}};
}

}  // namespace

TEST_CASE("the records of a district are read", "[records]") {
  const World world{R"(
bodies:                       # the territory: who is inside whom, and which regulations bind it
  - {id: turkistan, kind: oblast}
  - id: kazygurt
    kind: district            # oblast | district | city | okrug | settlement | apparatus ...
    within: turkistan
    name: {kk: Қазығұрт ауданы, ru: Казыгуртский район, en: Kazygurt district}
    regulations: [kazygurt-2025-135]     # packs; they bind the bodies inside it too
    traits: [distant]                    # free words that rules may ask for
  - {id: sharapkhana, kind: okrug, within: kazygurt}
  - {id: zhana-talap, kind: okrug, within: kazygurt}
offices:                      # posts that owe something, and when somebody holds them
  - id: kazygurt-akim
    role: district-akim
    body: kazygurt
    from: 2024-05-01          # to: absent means open
    holders: [{name: A. Ismailov, from: 2024-05-01}]          # optional; a gap is a vacancy
    absences: [{from: 2025-07-07, to: 2025-07-20, reason: leave, acting: kazygurt-deputy-1}]
  - {id: kazygurt-deputy-1, role: district-deputy-akim, body: kazygurt}
  - {id: finance-department, role: department-head, body: kazygurt}
  - {id: education-department, role: department-head, body: kazygurt}
meetings:
  - id: M-2025-118
    type: apparatus
    by: kazygurt-akim         # the office that held it
    date: 2025-10-06          # or 2025-10-06T10:00; local time
    attendance: {members: 15, present: 11}
    participants: [district-deputy-akim, district-apparatus-head]
    steps: {agenda-sent: 2025-09-30, materials-submitted: 2025-10-02, minutes-drafted: 2025-10-07}
visits:
  - id: V-2025-031
    type: okrug-tour
    by: kazygurt-akim
    date: 2025-10-14          # `from:` and `to:` when longer
    places: [sharapkhana, zhana-talap]
    steps: {announced: 2025-10-08, minutes-sent: 2025-10-16}
assignments:
  - id: 05-2/1187
    type: instruction
    issued-by: kazygurt-akim
    received: 2025-10-02
    mark: urgent              # very-urgent | urgent | expedite
    on-control: true
    executors: [finance-department, education-department]     # the first leads
    due: 2025-10-20           # absent: the pack's `terms` give it
    extensions:
      - {requested: 2025-10-14, decided: 2025-10-15, decided-by: kazygurt-akim, to: 2025-11-05, reason: ...}
    steps: {information-submitted: 2025-10-29, executed: 2025-11-03, closed: 2025-11-04}
)"};
  CHECK(in_short(world.register_errors) == std::vector<std::string>{});
  CHECK(in_short(world.record_errors) == std::vector<std::string>{});
  REQUIRE(world.records.size() == 3);
  CHECK(in_short(record_of(world, "M-2025-118").root()) ==
        "{by: office 0, date: 2025-10-06, attendance: {members: 15, present: 11}, "
        "participants: [{office: district-deputy-akim}, {office: district-apparatus-head}], "
        "steps: {agenda-sent: 2025-09-30, materials-submitted: 2025-10-02, minutes-drafted: 2025-10-07}}");
  CHECK(in_short(record_of(world, "V-2025-031").root()) ==
        "{by: office 0, date: 2025-10-14, places: [body 2, body 3], "
        "steps: {announced: 2025-10-08, minutes-sent: 2025-10-16}, "
        "stops: [{place: body 2, date: 2025-10-14}, {place: body 3, date: 2025-10-14}]}");
  CHECK(in_short(record_of(world, "05-2/1187").root()) ==
        "{issued-by: office 0, received: 2025-10-02, mark: urgent, on-control: true, "
        "executors: [{office: office 2}, {office: office 3}], due: 2025-10-20, "
        "extensions: [{requested: 2025-10-14, decided: 2025-10-15, decided-by: office 0, to: 2025-11-05, reason: '...'}], "
        "steps: {information-submitted: 2025-10-29, executed: 2025-11-03, closed: 2025-11-04}}");
  CHECK(world.offices[OfficeIndex{0}].holder_names == std::vector<std::string>{"A. Ismailov"});
  CHECK(record_of(world, "05-2/1187").mark == Mark{38, 5});
}

TEST_CASE("the records that rules are about are read", "[records]") {
  const World world{R"(
bodies: [{id: kazygurt, kind: district}, {id: sharapkhana, kind: okrug, within: kazygurt}, {id: zhana-talap, kind: okrug, within: kazygurt}]
offices:
- {id: kaz-akim, role: district-akim, body: kazygurt}
- {id: kaz-deputy-1, role: district-deputy-akim, body: kazygurt}
- {id: kaz-education, role: department-head, body: kazygurt}
- {id: kaz-finance-2, role: department-head, body: kazygurt}
- {id: kaz-finance, role: department-head, body: kazygurt, supervised-by: kaz-deputy-1, from: 2024-01-15,
   holders: [{name: B. Serik, from: 2024-01-15, to: 2025-09-30}, {name: A. Omar, from: 2025-10-13}],                  # a gap is a vacancy
   absences: [{from: 2025-07-07, to: 2025-07-20, reason: leave, acting: kaz-finance-2, order-issued: 2025-07-04}]}
meetings:
- id: M-118
  type: akimdik-session
  by: kaz-akim                              # the office that held, made or sent it; `acting-for: X` when in the stead of X
  date: 2025-10-06T10:00
  attendance: {members: 16, present: 11}
  steps: {minutes-drafted: 2025-10-07, notified: [{date: 2025-09-26, addressee: department-head}, {date: 2025-09-29, addressee: rural-akim, through: messenger}]}
  documents: [agenda, {document: reference, pages: 4, languages: [kk]}]
  materials: {languages: [kk], media: [electronic, paper], signed-by: [kaz-finance], agreed-by: [kaz-deputy-1]}         # the set as a whole
  minutes: {questions: 4, rapporteurs: 4, signed-by: [kaz-akim]}
  resolutions: [{title: budget, votes-for: 9}]
visits:
- {id: V-31, type: okrug-tour, by: kaz-akim, from: 2025-10-14, to: 2025-10-15, plan: S-Q4, stops: [{place: sharapkhana, date: 2025-10-14}, {place: zhana-talap, date: 2025-10-15}]}
assignments:
- {id: S-Q4, type: visit-schedule, by: kaz-akim, period: 2025-Q4, steps: {approved: {date: 2025-09-26, by: kaz-akim}},
   entries: [{by: kaz-akim, places: [sharapkhana], date: 2025-10-14}, {by: kaz-akim, places: [zhana-talap], date: 2025-11}]}
- {id: 05-2/1187, type: protocol-instruction, issued-by: kaz-akim, received: 2025-10-01T11:20, meeting: M-118, mark: urgent, on-control: true, due: 2025-10-27,
   executors: [{office: kaz-finance, delivered: 2025-10-02, information-submitted: 2025-10-09}, {office: kaz-education, collects: true}],
   extensions: [{requested: 2025-10-22, requested-by: kaz-education, decided: 2025-10-23, decided-by: kaz-akim, to: 2025-11-10}],
   steps: {executed: 2025-11-07, closed: 2025-11-10}}
)"};
  CHECK(in_short(world.register_errors) == std::vector<std::string>{});
  CHECK(in_short(world.record_errors) == std::vector<std::string>{});
  REQUIRE(world.records.size() == 4);
  CHECK(in_short(record_of(world, "M-118").root()) ==
        "{by: office 0, date: 2025-10-06T10:00, attendance: {members: 16, present: 11}, "
        "steps: {minutes-drafted: 2025-10-07, notified: [{date: 2025-09-26, addressee: [department-head]}, "
        "{date: 2025-09-29, addressee: [rural-akim], through: [messenger]}]}, "
        "documents: [{document: agenda}, {document: reference, pages: 4, languages: [kk]}], "
        "materials: {languages: [kk], media: [electronic, paper], signed-by: [office 4], agreed-by: [office 1]}, "
        "minutes: {questions: 4, rapporteurs: 4, signed-by: [office 0]}, resolutions: [{title: 'budget', votes-for: 9}]}");
  CHECK(in_short(record_of(world, "V-31").root()) ==
        "{by: office 0, from: 2025-10-14, to: 2025-10-15, plan: link S-Q4, "
        "stops: [{place: body 1, date: 2025-10-14}, {place: body 2, date: 2025-10-15}]}");
  CHECK(in_short(record_of(world, "S-Q4").root()) ==
        "{by: office 0, period: period 2025-Q4, steps: {approved: {date: 2025-09-26, by: [office 0]}}, "
        "entries: [{by: office 0, places: [body 1], date: 2025-10-14}, "
        "{by: office 0, places: [body 2], date: period 2025-11}]}");
  CHECK(in_short(record_of(world, "05-2/1187").root()) ==
        "{issued-by: office 0, received: 2025-10-01T11:20, meeting: link M-118, mark: urgent, on-control: true, "
        "due: 2025-10-27, executors: [{office: office 4, delivered: 2025-10-02, information-submitted: 2025-10-09}, "
        "{office: office 2, collects: true}], extensions: [{requested: 2025-10-22, requested-by: office 2, "
        "decided: 2025-10-23, decided-by: office 0, to: 2025-11-10}], steps: {executed: 2025-11-07, closed: 2025-11-10}}");
}
