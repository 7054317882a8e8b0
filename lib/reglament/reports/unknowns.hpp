// What the records could not tell, gathered so that a reader sees each missing field once.
#pragma once

#include <string>
#include <vector>

#include "reglament/findings/finding.hpp"
#include "reglament/language/language.hpp"

namespace reglament {

// "Not judged: no record (apparatus meeting) holds `agenda-sent`: 3 rules of 6.6", a line for each pack and field.
// `with_pack` names the pack beside the clauses.
// The lines stand in the order of how many rules they leave open. Of many fields the last ones share a line, unless
// `one_by_one`.
std::vector<std::string> unknowns_in_words(const std::vector<Unknown>& unknowns, bool with_pack,
                                           bool one_by_one, Language language);

}  // namespace reglament
