#include "reglament/findings/parties.hpp"

#include <catch2/catch.hpp>

#include "example.hpp"
#include "reglament/records/read.hpp"

namespace reglament {

TEST_CASE("bodies and offices are named where a finding or its sentences name them, and no others",
          "[findings]") {
  const std::string text = R"(
bodies:
  - {id: kazygurt, kind: district, name: {kk: Қазығұрт ауданы, ru: Казыгуртский район, en: Kazygurt district}}
  - {id: sharapkhana, kind: okrug, within: kazygurt, name: {kk: Шарапхана, ru: Шарапхана, en: Sharapkhana}}
  - {id: elsewhere, kind: okrug, within: kazygurt}
offices:
  - {id: akim, role: district-akim, body: kazygurt}
  - {id: deputy, role: district-deputy-akim, body: kazygurt}
)";
  const auto offices = read_register({Input{"-", text, "", 0, {}}});
  REQUIRE(offices.errors.empty());

  Run run;
  run.findings = {example::on_record(example::rule("a"), "M-1")};
  run.findings[0].statements = {
      {"frequency-not-whole", {std::vector<std::string>{"sharapkhana (3.3)", "nobody"}}}};
  name_parties(run, offices.value);

  REQUIRE(run.offices.size() == 1);
  CHECK(run.offices.at("akim").role == known_word("district-akim"));
  CHECK(run.offices.at("akim").body == "kazygurt");
  REQUIRE(run.bodies.size() == 2);
  CHECK(run.bodies.at("kazygurt").ru == "Казыгуртский район");
  CHECK(run.bodies.at("sharapkhana").en == "Sharapkhana");
}

}  // namespace reglament
