// The one way to yaml-cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "reglament/yaml/events.hpp"

namespace reglament {

struct YamlProblem {
  Mark mark;
  Message message;
};

// Reads all that stands in `text` into `sink`; `lines_before` stand before it.
// Result    what breaks its last document, if anything does.
std::optional<YamlProblem> read_with_yaml_cpp(std::string_view text, std::uint32_t lines_before, YamlSink& sink);

// As read_yaml, all of it with yaml-cpp: what the fast lane is held to.
Diagnostics read_yaml_slowly(std::string_view text, const std::string& file, YamlSink& sink);

// A line up to its comment, without the space at its end.
std::string_view without_comment(std::string_view line);

}  // namespace reglament
