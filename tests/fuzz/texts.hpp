// Random YAML, sound and broken, for the fast lane and yaml-cpp to agree on.
#pragma once

#include <string>

#include "property/random.hpp"

namespace reglament::fuzz {

// One to three documents of what exports write; in some of them something that the fast lane leaves to yaml-cpp.
std::string random_text(Random& random);

// `text` with one change: of bytes, tokens, lines, indentation, ends of lines, or cut short.
std::string changed(std::string text, Random& random);

}  // namespace reglament::fuzz
