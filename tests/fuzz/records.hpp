// From any text to a register and records: what is read is the same in both lanes, and hangs together.
#pragma once

#include <string>
#include <string_view>

namespace reglament::fuzz {

// The bodies, offices, records and errors of `text`, which stands beside a small register, a line for each thing in them.
// Errors    std::logic_error where a place is outside the text, or the cells of a record do not fit into one another.
std::string tell_records(std::string_view text);

// The same without the fast lane. `text` has no byte order mark.
std::string tell_records_slowly(std::string_view text);

}  // namespace reglament::fuzz
