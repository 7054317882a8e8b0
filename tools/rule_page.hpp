// One rule, told in full: for people, and as JSON.
#pragma once

#include <string>

#include "reglament/language/language.hpp"
#include "reglament/rules/pack.hpp"

namespace reglament {

std::string rule_page(const Pack& pack, const Rule& rule, Language language);
std::string rule_json(const Pack& pack, const Rule& rule, Language language);  // an object on one line

// The same for a list: an id and what it is, a line for each.
std::string rule_line(const Rule& rule, Language language);
std::string pack_line(const Pack& pack, Language language);
std::string pack_json(const Pack& pack);

}  // namespace reglament
