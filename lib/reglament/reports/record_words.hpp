// What a record says, on one line, in the words of the reader's language.
#pragma once

#include <span>
#include <string>

#include "reglament/language/language.hpp"
#include "reglament/records/record.hpp"
#include "reglament/records/register.hpp"

namespace reglament {

// "apparatus meeting, 2025-10-03; documents: agenda; minutes drafted 2025-10-06": the type, the date, the fields by their
// names, the steps. An office is told by its role where the register lists it, a body by its name, a link by the record
// of `others` that it leads to; each by its id where that is all there is. Not told: the record's own id, and the stops of a
// visit that are no more than its places.
std::string record_in_words(const Record& record, const Register& offices, std::span<const Record> others,
                            Language language);

}  // namespace reglament
