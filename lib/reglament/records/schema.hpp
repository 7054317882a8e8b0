// The JSON Schema by which editors complete and check files of records.
#pragma once

#include <string>

#include "reglament/records/vocabulary.hpp"

namespace reglament {

// Draft 7, which editors know best. It accepts every file that the reader accepts, and refuses what a schema can: keys,
// words, types and forms of values; not whether offices, bodies and links are there, nor what dates say together.
std::string records_schema(const Vocabulary& vocabulary);

}  // namespace reglament
