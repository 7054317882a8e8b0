#include "reglament/findings/glob.hpp"

namespace reglament {

bool matches_glob(std::string_view pattern, std::string_view text) {
  constexpr auto none = std::string_view::npos;
  std::size_t p = 0;
  std::size_t t = 0;
  std::size_t star = none;  // the last `*` met,
  std::size_t behind = 0;   // and where the text goes on behind what it stands for
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      behind = t;
    } else if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == text[t])) {
      ++p;
      ++t;
    } else if (star != none) {
      p = star + 1;
      t = ++behind;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', p) == none;
}

bool names_rule(std::string_view pattern, const RuleInfo& rule) {
  const bool with_pack = pattern.find('/') != std::string_view::npos;
  return matches_glob(pattern, with_pack ? rule.full_id() : rule.id);
}

}  // namespace reglament
