// The fast lane held to yaml-cpp: the same events, at the same places, and the same errors.
#pragma once

#include <string>
#include <string_view>

#include "reglament/yaml/events.hpp"

namespace reglament::fuzz {

// Every event on a line of its own, and then every diagnostic. Whatever the fast lane hands on as a tree is held to the
// tree that its events build; some of these trees are kept until all is read, and the others gone at once.
std::string read_fast(std::string_view text, YamlLanes* lanes = nullptr);
std::string read_slowly(std::string_view text);

}  // namespace reglament::fuzz
