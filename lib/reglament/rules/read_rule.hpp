// Reading one rule of a pack.
#pragma once

#include "reglament/rules/pack.hpp"
#include "reglament/yaml/reader.hpp"

namespace reglament {

// Reads one entry of `rules:`. The pack's dates, roles, settings, clauses and dates of force must stand already.
// Errors    InputError: an unknown key, kind, role, step, span or clause; a rule without a title in each language; a test
//           that does not fit its field; a reading that changes nothing; more than one kind of check.
Rule read_rule(const YamlReader& in, const Pack& pack);

// A day that a pack states about itself: an ISO date, `pack.published`, `11 days after pack.published`, `issued`.
// None where the setting it hangs on is empty.
std::optional<Day> read_pack_day(const YamlReader& in, const Pack& pack);

// {from: DAY, to: DAY}, both optional, ends included; laid inside `outer`.
Tenure read_in_force(const YamlReader& in, const Pack& pack, Tenure outer);

}  // namespace reglament
