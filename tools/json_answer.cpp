#include "json_answer.hpp"

#include "reglament/reports/words.hpp"
#include "reglament/version.hpp"

namespace reglament {

namespace {

std::string position(std::uint32_t number) { return number == 0 ? "null" : std::to_string(number); }

}  // namespace

JsonDocument json_answer(const Options& options) {
  JsonDocument document;
  document.add("schema", 1).add("tool", options.program).add("version", version());
  return document;
}

std::string diagnostics_json(const Diagnostics& diagnostics, Language language) {
  return json_lines(diagnostics, [&](const Diagnostic& diagnostic) {
    return JsonObject{}
        .add("file", diagnostic.file)
        .add_json("line", position(diagnostic.mark.line))
        .add_json("column", position(diagnostic.mark.column))
        .add("message", wording(diagnostic.message, language))
        .text();
  });
}

}  // namespace reglament
