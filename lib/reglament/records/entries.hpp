// The entries of a file of records: its documents, their sections, and each entry of a section as a small tree.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "reglament/records/vocabulary.hpp"
#include "reglament/yaml/diagnostic.hpp"
#include "reglament/yaml/tree.hpp"

namespace reglament {

enum class Wanted : std::uint8_t { register_entries, records };

// Reads `text` and hands each entry of `bodies` and `offices`, or of `meetings`, `visits` and `assignments`, to `see`,
// in the order of the text. The tree is reused for the next entry; `see` may move it away. An entry in which the YAML
// itself breaks is not handed on.
// `lanes`   how the documents were read, for who asks.
// Errors    what `read_yaml` finds; a document that is no map; a section that is unknown, used twice in one document
//           (it is read all the same), or no list. In the order in which they were met.
Diagnostics read_entries(std::string_view text, const std::string& file, Wanted wanted,
                         const std::function<void(Family, YamlTree&)>& see, YamlLanes* lanes = nullptr);

}  // namespace reglament
