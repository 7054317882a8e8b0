// The fast lane: one pass over the plain subset of YAML that exports use, with the events that yaml-cpp gives.
//
// Inside    block maps and sequences, compact ones too; flow ones over as many lines as they like; plain and quoted scalars
//           that end on their line; comments; `---`; ends of lines with or without a carriage return.
// Outside   everything else, broken documents among it. The lane has no opinion of its own about these: at the first thing
//           outside it stops, and whoever called it reads the document again with yaml-cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "reglament/yaml/events.hpp"
#include "reglament/yaml/tree.hpp"

namespace reglament {

struct FastLaneEnd {
  bool whole = false;          // the document was read to its end
  std::size_t end = 0;         // whole: offset of the line `---` of the next document, or the size of the text
  std::uint32_t lines = 0;     // whole: those before `end`, counted from the begin of the text
  std::size_t events = 0;      // handed to the sink: yaml-cpp gives the same ones first, whatever becomes of the rest
  Outside why = Outside::none; // not whole
  Mark where;                  // not whole: of what is outside
};

// Reads the document with which `text` begins; `lines_before` stand before it. `text` is UTF-8 and without control
// characters but tab and the ends of lines; it outlives what the sink keeps of it.
FastLaneEnd read_fast_lane(std::string_view text, std::uint32_t lines_before, YamlSink& sink);

}  // namespace reglament
