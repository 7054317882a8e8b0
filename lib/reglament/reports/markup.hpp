// Text from rules and records inside Markdown and HTML, so that none of it is taken for markup.
#pragma once

#include <string>
#include <string_view>

namespace reglament {

// One line; what HTML gives a meaning stands as a reference, also inside a quoted attribute.
std::string html_text(std::string_view text);

// One line, as it may stand in a cell of a table; what Markdown or HTML give a meaning is escaped.
std::string markdown_text(std::string_view text);

}  // namespace reglament
