#include "reglament/findings/parties.hpp"

namespace reglament {

namespace {

void name_body(Run& run, const Body& body) { run.bodies.try_emplace(body.id, body.names); }

void name_office(Run& run, const Register& offices, const Office& office) {
  const Body& body = offices[office.body];
  run.offices.try_emplace(office.id, OfficeInfo{office.role, body.id});
  name_body(run, body);
}

void name_party(Run& run, const Register& offices, const std::string& id) {
  if (const auto office = offices.find_office(id)) name_office(run, offices, offices[*office]);
  if (const auto body = offices.find_body(id)) name_body(run, offices[*body]);
}

// Sentences name parties by id, in lists perhaps with a clause behind: `sharapkhana (3.3(1))`.
void name_parties(Run& run, const Register& offices, const Statement& statement) {
  for (const Argument& argument : statement.arguments) {
    if (const auto* const id = std::get_if<std::string>(&argument)) name_party(run, offices, *id);
    const auto* const members = std::get_if<std::vector<std::string>>(&argument);
    if (members == nullptr) continue;
    for (const std::string& member : *members) name_party(run, offices, member.substr(0, member.find(" (")));
  }
}

}  // namespace

void name_parties(Run& run, const Register& offices) {
  for (const Finding& finding : run.findings) {
    if (finding.office) name_party(run, offices, *finding.office);
    if (finding.body) name_party(run, offices, *finding.body);
    for (const Statement& statement : finding.statements) name_parties(run, offices, statement);
  }
}

}  // namespace reglament
