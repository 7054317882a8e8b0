#include "reglament/reports/markup.hpp"

#include "reglament/findings/characters.hpp"

namespace reglament {

std::string html_text(std::string_view text) {
  std::string escaped;
  for (const char c : visible(text)) {
    switch (c) {
      case '&': escaped += "&amp;"; break;
      case '<': escaped += "&lt;"; break;
      case '>': escaped += "&gt;"; break;
      case '"': escaped += "&quot;"; break;
      case '\'': escaped += "&#39;"; break;
      default: escaped += c;
    }
  }
  return escaped;
}

std::string markdown_text(std::string_view text) {
  constexpr std::string_view meant = "\\`*_{}[]<>#|~&!";
  std::string escaped;
  for (const char c : visible(text)) {
    if (meant.find(c) != std::string_view::npos) escaped += '\\';
    escaped += c;
  }
  return escaped;
}

}  // namespace reglament
