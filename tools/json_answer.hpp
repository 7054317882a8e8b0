// The JSON answers of commands that judge nothing.
#pragma once

#include <string>

#include "options.hpp"
#include "reglament/reports/json_text.hpp"
#include "reglament/yaml/diagnostic.hpp"

namespace reglament {

// The head of an answer: schema, tool and version.
JsonDocument json_answer(const Options& options);

// A list of objects with place and sentence.
std::string diagnostics_json(const Diagnostics& diagnostics, Language language);

}  // namespace reglament
