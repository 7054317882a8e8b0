#include "reglament/trials/pack_comparison.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "reglament/trials/draft.hpp"
#include "reglament/trials/pack_source.hpp"

namespace reglament {

namespace {

constexpr std::array<std::string_view, 12> keys_of_rule{"about",    "for-each", "owed-by",  "when",
                                                        "excused",  "check",    "settled",  "rollover",
                                                        "in-force", "amended",  "readings", "told-by"};
constexpr std::array<std::string_view, 10> keys_of_pack{"in-force",   "settings", "calendar", "rollover",
                                                        "hours",      "dates",    "roles",    "terms",
                                                        "extensions", "settled"};
constexpr std::string_view absence = "absence";

// One way to write what may be written in several: keys in order, a list of one as its member, no clauses and notes.
Draft normal(Draft value) {
  for (Draft& child : value.children) child = normal(std::move(child));
  value.quoted = false;
  if (value.is_map()) {
    std::erase_if(value.children, [](const Draft& child) {
      return child.key == "note" || child.key == "clause" || child.key.starts_with("x-") ||
             child.kind == YamlNode::Kind::null;
    });
    std::stable_sort(value.children.begin(), value.children.end(),
                     [](const Draft& a, const Draft& b) { return a.key < b.key; });
  }
  if (value.is_sequence() && value.children.size() == 1) return in_place_of(value, value.children.front());
  return value;
}

bool is_same(const YamlReader& a, const YamlReader& b, std::string_view key) {
  const auto in_a = a.find(key);
  const auto in_b = b.find(key);
  if (!in_a || !in_b) return in_a.has_value() == in_b.has_value();
  return normal(draft_of(*in_a)).is_same(normal(draft_of(*in_b)));
}

template <std::size_t Count>
std::vector<std::string> differing(const std::array<std::string_view, Count>& keys, const YamlReader& a,
                                   const YamlReader& b) {
  std::vector<std::string> found;
  for (const std::string_view key : keys) {
    if (!is_same(a, b, key)) found.emplace_back(key);
  }
  return found;
}

}  // namespace

PackComparison compare_packs(const Pack& a, const Pack& b) {
  const PackSource source_a{a.folder};
  const PackSource source_b{b.folder};
  PackComparison comparison;
  comparison.pack_keys = differing(keys_of_pack, source_a.page(), source_b.page());
  if (a.absence_excuses != b.absence_excuses) comparison.pack_keys.emplace_back(absence);
  for (const Rule& rule : a.rules) {
    const std::string& id = rule.info->id;
    const Rule* const other = b.find(id);
    if (other == nullptr) {
      comparison.only_in_a.push_back(id);
      continue;
    }
    std::vector<std::string> keys = differing(keys_of_rule, *source_a.rule(id), *source_b.rule(id));
    if (rule.info->severity != other->info->severity) keys.emplace_back("severity");
    if (!keys.empty()) comparison.changed.push_back({id, std::move(keys)});
  }
  for (const Rule& rule : b.rules) {
    if (a.find(rule.info->id) == nullptr) comparison.only_in_b.push_back(rule.info->id);
  }
  return comparison;
}

}  // namespace reglament
