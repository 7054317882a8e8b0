#include "reglament/records/register.hpp"

#include <catch2/catch.hpp>

#include "reglament/records/build_register.hpp"
#include "small_world.hpp"

using namespace reglament;
using namespace date::literals;

namespace {

constexpr const char* territory = R"(
bodies:
- {id: turkistan, kind: oblast, regulations: [oblast-rules, shared]}
- {id: kazygurt, kind: district, within: turkistan, regulations: [kazygurt-2025-135, shared], traits: [distant],
   name: {kk: Қазығұрт, ru: Казыгурт}}
- {id: saryagash, kind: district, within: turkistan}
- {id: sharapkhana, kind: okrug, within: kazygurt}
- {id: zhana-talap, kind: settlement, within: sharapkhana, from: 2025-05-01, to: 2025-12-31}
offices:
- {id: akim, role: district-akim, body: kazygurt}
- {id: other-akim, role: district-akim, body: saryagash}
- {id: rural, role: rural-akim, body: sharapkhana}
- {id: finance, role: department-head, body: kazygurt, supervised-by: deputy}
- {id: education, role: department-head, body: kazygurt}
- {id: deputy, role: district-deputy-akim, body: kazygurt}
)";

constexpr const char* staffed = R"(
bodies: [{id: kazygurt, kind: district}]
offices:
- {id: open, role: department-head, body: kazygurt}
- {id: bounded, role: department-head, body: kazygurt, from: 2025-01-15, to: 2025-06-30}
- id: staffed
  role: department-head
  body: kazygurt
  from: 2024-01-15
  holders: [{name: A, from: 2024-01-15, to: 2025-09-30}, {name: B, from: 2025-10-13}]
  absences:
  - {from: 2025-07-07, to: 2025-07-20, reason: leave, acting: open}
  - {from: 2025-08-01, to: 2025-08-03, reason: illness}
  - {from: 2025-09-01, to: 2025-09-02, reason: leave, acting: district-deputy-akim}
  - {from: 2025-10-05, to: 2025-10-07, acting: open}
)";

Day day(const char* text) { return *parse_day(text); }

}  // namespace

TEST_CASE("bodies lie inside each other at any depth", "[records]") {
  const World world{territory};
  CHECK(in_short(world.register_errors) == std::vector<std::string>{});
  const Register& r = world.offices;
  const auto body = [&](const char* id) { return r.find_body(id).value(); };
  CHECK(r.is_inside(body("zhana-talap"), body("kazygurt")));
  CHECK(r.is_inside(body("zhana-talap"), body("turkistan")));
  CHECK(r.is_inside(body("kazygurt"), body("kazygurt")));
  CHECK_FALSE(r.is_inside(body("kazygurt"), body("zhana-talap")));
  CHECK_FALSE(r.is_inside(body("zhana-talap"), body("saryagash")));
  CHECK(r.enclosing(body("zhana-talap"), known_word("okrug")) == body("sharapkhana"));
  CHECK(r.enclosing(body("sharapkhana"), known_word("okrug")) == body("sharapkhana"));
  CHECK_FALSE(r.enclosing(body("kazygurt"), known_word("okrug")));
  CHECK_FALSE(r.find_body("nowhere"));
  CHECK_FALSE(r.find_office("nobody"));
}

TEST_CASE("a body is bound by its regulations and by those of the bodies around it, innermost first", "[records]") {
  const World world{territory};
  const auto packs = world.offices.regulations(world.offices.find_body("zhana-talap").value());
  CHECK(packs == std::vector<std::string>{"kazygurt-2025-135", "shared", "oblast-rules"});
  CHECK(world.offices.regulations(world.offices.find_body("turkistan").value()) ==
        std::vector<std::string>{"oblast-rules", "shared"});
}

TEST_CASE("who names one of two packs that bind alike is bound by both", "[records]") {
  World world{territory};
  const auto bound = [&](const char* body) {
    return world.offices.regulations(world.offices.find_body(body).value());
  };
  world.offices.bind_alike("kazygurt-2025-135", "kazygurt-2026");
  CHECK(bound("kazygurt") ==
        std::vector<std::string>{"kazygurt-2025-135", "shared", "kazygurt-2026", "oblast-rules"});
  CHECK(bound("zhana-talap") == bound("kazygurt"));
  CHECK(bound("turkistan") == std::vector<std::string>{"oblast-rules", "shared"});
  world.offices.bind_alike("nowhere-2020", "oblast-rules");
  CHECK(bound("turkistan") == std::vector<std::string>{"oblast-rules", "shared", "nowhere-2020"});
  world.offices.bind_alike("oblast-rules", "nowhere-2020");
  CHECK(bound("turkistan").size() == 3);
}

TEST_CASE("a body is known by what is written of it", "[records]") {
  const World world{territory};
  const Body& kazygurt = world.offices[world.offices.find_body("kazygurt").value()];
  CHECK(kazygurt.kind == known_word("district"));
  CHECK(kazygurt.traits == std::vector<std::string>{"distant"});
  CHECK(kazygurt.names == Names{"Қазығұрт", "Казыгурт", "Қазығұрт"});
  CHECK(kazygurt.record.mark == Mark{4, 3});
  CHECK(kazygurt.record.file == "-");
  const Body& village = world.offices[world.offices.find_body("zhana-talap").value()];
  CHECK(village.names == Names{"zhana-talap", "zhana-talap", "zhana-talap"});
  CHECK_FALSE(village.tenure.contains(day("2025-04-30")));
  CHECK(village.tenure.contains(day("2025-05-01")));
  CHECK(village.tenure.contains(day("2025-12-31")));
  CHECK_FALSE(village.tenure.contains(day("2026-01-01")));
  CHECK(kazygurt.tenure.contains(day("1900-01-01")));
}

TEST_CASE("offices are found by role, in a body and around it", "[records]") {
  const World world{territory};
  const Register& r = world.offices;
  const auto body = [&](const char* id) { return r.find_body(id).value(); };
  const auto ids = [&](const char* role, const char* in) {
    std::vector<std::string> all;
    for (const OfficeIndex office : r.offices_of(known_word(role), body(in))) all.push_back(r[office].id);
    return all;
  };
  CHECK(ids("department-head", "kazygurt") == std::vector<std::string>{"finance", "education"});
  CHECK(ids("department-head", "turkistan") == std::vector<std::string>{"finance", "education"});
  CHECK(ids("district-akim", "turkistan") == std::vector<std::string>{"akim", "other-akim"});
  CHECK(ids("rural-akim", "kazygurt") == std::vector<std::string>{"rural"});
  CHECK(ids("district-akim", "sharapkhana").empty());
  const auto around = [&](const char* role, const char* in) {
    const auto office = r.office_around(known_word(role), body(in));
    return office ? r[*office].id : std::string{};
  };
  CHECK(around("district-akim", "zhana-talap") == "akim");
  CHECK(around("district-akim", "saryagash") == "other-akim");
  CHECK(around("rural-akim", "zhana-talap") == "rural");
  CHECK(around("department-head", "sharapkhana") == "finance");
  CHECK(around("rural-akim", "kazygurt").empty());
  CHECK(around("district-akim", "turkistan").empty());
  CHECK(r[r.find_office("finance").value()].supervised_by == r.find_office("deputy"));
}

TEST_CASE("an office is held within its tenure by whoever holds it that day", "[records]") {
  const World world{staffed};
  CHECK(in_short(world.register_errors) == std::vector<std::string>{});
  const Register& r = world.offices;
  struct Row {
    const char* office;
    const char* on;
    bool held;
  };
  // clang-format off
  const auto row = GENERATE(values<Row>({
      {"open", "1900-01-01", true}, {"open", "2199-12-31", true},
      {"bounded", "2025-01-14", false}, {"bounded", "2025-01-15", true}, {"bounded", "2025-06-30", true}, {"bounded", "2025-07-01", false},
      {"staffed", "2024-01-14", false}, {"staffed", "2024-01-15", true}, {"staffed", "2025-09-30", true},
      {"staffed", "2025-10-01", false}, {"staffed", "2025-10-12", false}, {"staffed", "2025-10-13", true},
  }));
  // clang-format on
  CAPTURE(row.office, row.on);
  CHECK(r.is_held(r.find_office(row.office).value(), day(row.on)) == row.held);
}

TEST_CASE("an office is available when its holder is there, or somebody acts", "[records]") {
  const World world{staffed};
  const Register& r = world.offices;
  const OfficeIndex office = r.find_office("staffed").value();
  const OfficeIndex stand_in = r.find_office("open").value();
  struct Row {
    const char* why;
    const char* on;
    bool absent;
    bool has_stand_in;
    bool available;
    bool acts;
  };
  // clang-format off
  const auto row = GENERATE(values<Row>({
      {"before the leave", "2025-07-06", false, false, true, false},
      {"its first day", "2025-07-07", true, true, true, true},
      {"its last day", "2025-07-20", true, true, true, true},
      {"after it", "2025-07-21", false, false, true, false},
      {"ill, nobody acts", "2025-08-01", true, false, false, false},
      {"well again", "2025-08-04", false, false, true, false},
      {"a role acts that the register lacks", "2025-09-01", true, true, true, false},
      {"vacant, nobody acts", "2025-10-01", false, false, false, false},
      {"vacant, somebody acts", "2025-10-05", true, true, true, true},
      {"before the office was", "2024-01-14", false, false, false, false},
  }));
  // clang-format on
  CAPTURE(row.why);
  CHECK(r.is_absent(office, day(row.on)) == row.absent);
  CHECK(r.has_stand_in(office, day(row.on)) == row.has_stand_in);
  CHECK(r.is_available(office, day(row.on)) == row.available);
  CHECK(r.acts_for(stand_in, office, day(row.on)) == row.acts);
  CHECK_FALSE(r.acts_for(office, stand_in, day(row.on)));
}

TEST_CASE("a change of holder falls inside a period or not", "[records]") {
  const World world{staffed};
  const Register& r = world.offices;
  struct Row {
    const char* why;
    const char* office;
    const char* first;
    const char* last;
    bool changes;
  };
  // clang-format off
  const auto row = GENERATE(values<Row>({
      {"one goes on the last day", "staffed", "2025-09-01", "2025-09-30", false},
      {"one goes the day before it", "staffed", "2025-09-01", "2025-10-01", true},
      {"one comes on the first day", "staffed", "2025-10-13", "2025-10-31", false},
      {"one comes the day after it", "staffed", "2025-10-12", "2025-10-31", true},
      {"nobody comes or goes", "staffed", "2025-01-01", "2025-06-30", false},
      {"holders that are not told", "open", "2025-01-01", "2025-12-31", false},
  }));
  // clang-format on
  CAPTURE(row.why);
  CHECK(r.holder_changes(r.find_office(row.office).value(), day(row.first), day(row.last)) == row.changes);
}

TEST_CASE("what is wrong with the register is told, and the rest of it stands", "[records]") {
  struct Row {
    const char* why;
    const char* text;
    std::vector<std::string> errors;
    std::size_t bodies;
    std::size_t offices;
  };
  // clang-format off
  const auto row = GENERATE(values<Row>({
      {"a body without an id", "bodies:\n- {kind: okrug}", {"2:3 missing-key id"}, 0, 0},
      {"a body of no kind", "bodies:\n- {id: a}", {"2:3 missing-key kind"}, 1, 0},
      {"a body of an unknown kind", "bodies:\n- {id: a, kind: okrgu}", {"2:17 unknown-word-near okrgu okrug"}, 1, 0},
      {"a body that is no map", "bodies:\n- a", {"2:3 expected-map"}, 0, 0},
      {"a body inside nobody knows what", "bodies:\n- {id: a, kind: okrug, within: nowhere}", {"2:32 unknown-body nowhere"}, 1, 0},
      {"a body inside itself", "bodies:\n- {id: a, kind: okrug, within: a}", {"2:32 body-inside-itself a"}, 1, 0},
      {"three bodies inside each other, and one inside them",
       "bodies:\n- {id: d, kind: okrug, within: b}\n- {id: a, kind: okrug, within: c}\n- {id: b, kind: okrug, within: a}\n- {id: c, kind: okrug, within: b}",
       {"3:32 body-inside-itself a"}, 4, 0},
      {"two bodies of one id", "bodies:\n- {id: a, kind: okrug}\n- {id: a, kind: district}", {"3:8 id-used-twice-since a -:2"}, 1, 0},
      {"a body that ends before it begins", "bodies:\n- {id: a, kind: okrug, from: 2025-05-02, to: 2025-05-01}", {"2:46 ends-before-start 2025-05-01 2025-05-02"}, 1, 0},
      {"an office without a body", "offices:\n- {id: a, role: district-akim}", {"2:3 missing-key body"}, 1, 1},
      {"an office of an unknown body", "offices:\n- {id: a, role: district-akim, body: b}", {"2:38 unknown-body b"}, 1, 1},
      {"an office of no role", "bodies: [{id: b, kind: okrug}]\noffices:\n- {id: a, body: b}", {"3:3 missing-key role"}, 1, 1},
      {"an office of an unknown role", "bodies: [{id: b, kind: okrug}]\noffices:\n- {id: a, role: district-akm, body: b}", {"3:17 unknown-word-near district-akm district-akim"}, 1, 1},
      {"two offices of one id", "bodies: [{id: b, kind: okrug}]\noffices:\n- {id: a, role: rural-akim, body: b}\n- {id: a, role: rural-akim, body: b}", {"4:8 id-used-twice-since a -:3"}, 1, 1},
      {"a body and an office may have one id", "bodies: [{id: b, kind: okrug}]\noffices:\n- {id: b, role: rural-akim, body: b}", {}, 1, 1},
      {"two holders on one day", "bodies: [{id: b, kind: okrug}]\noffices:\n- {id: a, role: rural-akim, body: b, holders: [{name: A, to: 2025-06-01}, {name: B, from: 2025-06-01}]}", {"3:75 holders-overlap B A a"}, 1, 1},
      {"two holders on two days", "bodies: [{id: b, kind: okrug}]\noffices:\n- {id: a, role: rural-akim, body: b, holders: [{name: A, to: 2025-05-31}, {name: B, from: 2025-06-01}]}", {}, 1, 1},
      {"holders in another order", "bodies: [{id: b, kind: okrug}]\noffices:\n- {id: a, role: rural-akim, body: b, holders: [{name: B, from: 2025-06-01}, {name: A, to: 2025-06-01}]}", {"3:48 holders-overlap B A a"}, 1, 1},
      {"a holder who ends before beginning", "bodies: [{id: b, kind: okrug}]\noffices:\n- {id: a, role: rural-akim, body: b, holders: [{name: B, from: 2025-06-02, to: 2025-06-01}]}", {"3:80 ends-before-start 2025-06-01 2025-06-02"}, 1, 1},
      {"an absence that ends before it begins", "bodies: [{id: b, kind: okrug}]\noffices:\n- {id: a, role: rural-akim, body: b, absences: [{from: 2025-06-02, to: 2025-06-01}]}", {"3:72 ends-before-start 2025-06-01 2025-06-02"}, 1, 1},
      {"an absence without a first day", "bodies: [{id: b, kind: okrug}]\noffices:\n- {id: a, role: rural-akim, body: b, absences: [{to: 2025-06-01}]}", {"3:49 missing-key from"}, 1, 1},
      {"an absence with a wrong reason", "bodies: [{id: b, kind: okrug}]\noffices:\n- {id: a, role: rural-akim, body: b, absences: [{from: 2025-06-01, reason: laeve}]}", {"3:76 unknown-word-near laeve leave"}, 1, 1},
      {"a stand-in whom nobody knows", "bodies: [{id: b, kind: okrug}]\noffices:\n- {id: a, role: rural-akim, body: b, absences: [{from: 2025-06-01, acting: somebody}]}", {"3:76 unknown-office somebody"}, 1, 1},
      {"a field of records", "bodies:\n- {id: a, kind: okrug, type: okrug}", {"2:24 no-such-field type body"}, 1, 0},
      {"steps", "bodies:\n- {id: a, kind: okrug, steps: {}}", {"2:24 no-such-field steps body"}, 1, 0},
  }));
  // clang-format on
  CAPTURE(row.why);
  const World world{row.text};
  CHECK(in_short(world.register_errors) == row.errors);
  CHECK(world.record_errors.empty());
  CHECK(world.offices.bodies().size() == row.bodies);
  CHECK(world.offices.offices().size() == row.offices);
}

TEST_CASE("an absence without a first day excuses nothing", "[records]") {
  const World world{
      "bodies: [{id: b, kind: okrug}]\n"
      "offices: [{id: a, role: rural-akim, body: b, absences: [{to: 2025-06-01}, {from: x}]}]"};
  CHECK(world.register_errors.size() == 2);
  CHECK_FALSE(world.offices.is_absent(world.offices.find_office("a").value(), day("2025-05-01")));
}

TEST_CASE("a record that names a faulty office is not told again", "[records]") {
  const World world{
      "offices: [{id: a, role: district-akim, body: nowhere}]\n"
      "meetings: [{id: m, type: apparatus, date: 2025-10-06, by: a}]"};
  CHECK(world.register_errors.size() == 1);
  CHECK(world.record_errors.empty());
}

TEST_CASE("a body is inside sixteen others at most", "[records]") {
  const auto chain = [](int length) {
    std::string text = "bodies:\n- {id: b0, kind: okrug}\n";
    for (int i = 1; i <= length; ++i) {
      text += "- {id: b" + std::to_string(i) + ", kind: okrug, within: b" + std::to_string(i - 1) + "}\n";
    }
    return World{text};
  };
  CHECK(chain(16).register_errors.empty());
  CHECK(in_short(chain(17).register_errors) == std::vector<std::string>{"19:34 body-too-deep b17 16"});
}

TEST_CASE("a register is put together from entries in any order and from several files", "[records]") {
  std::vector<Input> inputs(2);
  const World first{"offices: [{id: a, role: rural-akim, body: b, supervised-by: c}]\n---\nbodies: [{id: b, kind: okrug}]\n---\n"
                    "offices: [{id: c, role: district-akim, body: b}]"};
  CHECK(first.register_errors.empty());
  CHECK(first.offices[first.offices.find_office("a").value()].supervised_by == first.offices.find_office("c"));
}

TEST_CASE("the world of a rule test makes up the bodies and offices that it only names", "[records]") {
  const std::string file = "f";
  const auto trees = read_yaml_trees("{id: unit, role: hr-unit, body: kaz, absences: [{from: 2025-07-14, acting: unit-2}]}", file);
  const YamlReader entry{trees.value.at(0), file};
  const auto strict = build_register({}, {&entry, 1});
  CHECK(in_short(strict.errors) == std::vector<std::string>{"1:33 unknown-body kaz", "1:76 unknown-office-near unit-2 unit"});
  const auto made_up = build_register({}, {&entry, 1}, true);
  CHECK(made_up.errors.empty());
  const Register& r = made_up.value;
  const OfficeIndex unit = r.find_office("unit").value();
  CHECK(r[unit].body == r.find_body("kaz").value());
  CHECK(r.acts_for(r.find_office("unit-2").value(), unit, day("2025-07-14")));
  CHECK(r.office_around(known_word("hr-unit"), r.find_body("kaz").value()) == unit);
}

TEST_CASE("bodies and offices can be added to a register", "[records]") {
  Register r;
  Body outer;
  outer.id = "outer";
  const BodyIndex around = r.add(outer);
  Body inner;
  inner.id = "inner";
  inner.within = around;
  const BodyIndex inside = r.add(inner);
  Office office;
  office.id = "akim";
  office.role = known_word("rural-akim");
  office.body = inside;
  const OfficeIndex akim = r.add(office);
  CHECK(r.find_office("akim") == akim);
  CHECK(r.offices_of(known_word("rural-akim"), around) == std::vector<OfficeIndex>{akim});
  CHECK(r.is_inside(inside, around));
}
