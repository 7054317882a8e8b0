#include "reglament/findings/parties.hpp"

namespace reglament {

namespace {

void name_body(Run& run, const Body& body) { run.bodies.try_emplace(body.id, body.names); }

void name_office(Run& run, const Register& offices, const Office& office) {
  const Body& body = offices[office.body];
  run.offices.try_emplace(office.id, OfficeInfo{office.role, body.id});
  name_body(run, body);
}

}  // namespace

void name_parties(Run& run, const Register& offices) {
  for (const Finding& finding : run.findings) {
    if (finding.office) {
      if (const auto office = offices.find_office(*finding.office))
        name_office(run, offices, offices[*office]);
    }
    if (finding.body) {
      if (const auto body = offices.find_body(*finding.body)) name_body(run, offices[*body]);
    }
  }
}

}  // namespace reglament
