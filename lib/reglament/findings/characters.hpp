// Text from records and rules, made safe to show: what is no printable character does not pass as it is.
//
// Not printable are control characters, the marks that turn the direction of writing (they can make a line read as
// something else), the separators of lines and paragraphs, the byte order mark, and bytes that are no UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace reglament {

// The text on one line: such characters stand as \n, \t, \u202e, such bytes as \xff.
std::string visible(std::string_view text);

// The text between double quotes, as JSON and YAML read it: such characters are escaped, such bytes become U+FFFD.
std::string quoted(std::string_view text);

}  // namespace reglament
