#include "reglament/trials/mutator.hpp"

#include <algorithm>
#include <array>

namespace reglament {

namespace {

// An item of a list of words, of which each may have a clause.
std::string word_of(const std::string& place, const Draft& list, std::size_t index) {
  const Draft& entry = list.children[index];
  const bool has_clause = entry.is_map() && entry.children.size() == 1 && entry.children.front().is_scalar();
  return has_clause ? place + ": " + entry.children.front().key : named_item(place, list, index);
}

// As if "1 day" were written for "1 working day" after something: rolled, both are the next working day.
std::string rolled(std::string date) {
  constexpr std::string_view next_working_day = "1 working day after ";
  for (std::size_t at = date.find(next_working_day); at != std::string::npos;
       at = date.find(next_working_day)) {
    date.replace(at, next_working_day.size(), "1 day after ");
  }
  return date;
}

bool is_relation(std::string_view key) { return !relation_steps(key, true).empty(); }
bool is_date_relation(std::string_view key) { return !date_relation_steps(key, true).empty(); }

}  // namespace

std::string within(const std::string& place, std::string_view key) {
  return place.empty() ? std::string{key} : place + "/" + std::string{key};
}

std::string item_within(const std::string& place, std::size_t index) {
  return within(place, std::to_string(index + 1));
}

std::string named_item(const std::string& place, const Draft& list, std::size_t index) {
  const Draft& entry = list.children[index];
  return entry.is_scalar() ? place + ": " + entry.text : item_within(place, index);
}

// --- changes ----------------------------------------------------------------------------------------------

void Mutator::skip_restated(const Draft& layer, const Draft& below) {
  for (std::size_t i = 0; i < layer.children.size(); ++i) {
    const Draft& part = layer.children[i];
    const Draft* const counterpart = layer.is_map()              ? below.find(part.key)
                                     : i < below.children.size() ? &below.children[i]
                                                                 : nullptr;
    const auto is_same = [&](const Draft& other) { return part.is_same(other); };
    const bool same = layer.is_map() ? counterpart != nullptr && is_same(*counterpart)
                                     : std::any_of(below.children.begin(), below.children.end(), is_same);
    if (same) {
      skip_all(part);
    } else if (counterpart != nullptr) {
      below_[&part] = counterpart;
      skip_restated(part, *counterpart);
    }
  }
}

void Mutator::skip_all(const Draft& part) {
  restated_.insert(&part);
  for (const Draft& child : part.children) skip_all(child);
}

std::vector<Draft>& Mutator::entries(Draft& list) {
  if (!list.is_sequence()) list = in_place_of(list, list_draft(list.unkeyed()));
  return list.children;
}

void Mutator::drop(Draft& parent, std::size_t index, const std::string& what) {
  const Draft& child = parent.children[index];
  const Mark mark = parent.is_map() ? child.key_mark : child.mark;
  emit(parent, child, mark, "drop " + what, false, [&](Draft& changed) {
    changed.children.erase(changed.children.begin() + static_cast<std::ptrdiff_t>(index));
  });
}

void Mutator::drop_key(Draft& parent, std::string_view key, const std::string& place) {
  if (const auto index = parent.position(key)) drop(parent, *index, within(place, key));
}

void Mutator::rewrite(Draft& scalar, const std::string& place, const Step& step) {
  emit(scalar, scalar, scalar.mark, place + ": " + scalar.text + " -> " + step.text, step.moves_limit,
       [&](Draft& changed) { changed.text = step.text; });
}

void Mutator::rewrite(Draft& scalar, const std::string& place, const std::vector<Step>& steps) {
  for (const Step& step : steps) rewrite(scalar, place, step);
}

void Mutator::rename(Draft& child, const std::string& place, const Step& key) {
  emit(child, child, child.key_mark, place + ": " + child.key + " -> " + key.text, key.moves_limit,
       [&](Draft& changed) { changed.key = key.text; });
}

void Mutator::add(Draft& map, const std::string& place, const std::string& key, const std::string& was,
                  const Step& step) {
  const auto below = below_.find(&map);
  if (below != below_.end() && below->second->find(key) == nullptr) return;
  emit(map, map, map.mark, within(place, key) + ": " + was + " -> " + step.text, step.moves_limit,
       [&](Draft& changed) {
         Draft value = scalar_draft(step.text, map.mark);
         value.key = key;
         value.key_mark = map.mark;
         changed.children.push_back(std::move(value));
       });
}

void Mutator::turn(Draft& yes_no, const std::string& place) {
  if (yes_no.is_scalar()) rewrite(yes_no, place, {yes_no.text == "true" ? "false" : "true"});
}

void Mutator::swap(Draft& list, std::size_t index, const std::string& place) {
  const std::string what = "swap " + item_within(place, index) + ", " + std::to_string(index + 2);
  emit(list, list, list.children[index].mark, what, false,
       [&](Draft& changed) { std::swap(changed.children[index], changed.children[index + 1]); });
}

void Mutator::words(Draft& list, const std::string& place) {
  if (!list.is_sequence() || list.children.size() < 2) return;
  for (std::size_t i = 0; i < list.children.size(); ++i) drop(list, i, word_of(place, list, i));
}

// --- dates and numbers ------------------------------------------------------------------------------------

void Mutator::last_day(Draft& value, const std::string& place) {
  if (!value.is_scalar()) return;
  for (const Step& step : date_steps(value.text, other_date())) {
    if (!rolls_ || rolled(step.text) != rolled(value.text)) rewrite(value, place, step);
  }
}

void Mutator::date(Draft& value, const std::string& place) {
  if (value.is_scalar()) rewrite(value, place, date_steps(value.text, other_date()));
}

void Mutator::anchor(Draft& value, const std::string& place) {
  if (!value.is_scalar()) return;
  for (const Step& step : date_steps(value.text, other_date())) {
    if (!step.moves_limit) rewrite(value, place, step);
  }
}

void Mutator::point(Draft& value, const std::string& place) {
  rewrite(value, place, point_steps(value.text, other_date()));
}

void Mutator::date_bound(Draft& bound, const std::string& place) {
  const std::string& text = bound.text;
  const bool counted =
      text.find(" after ") != std::string::npos || text.find(" before ") != std::string::npos;
  for (Step& relation : date_relation_steps(bound.key, !counted && text != "as-of")) {
    if (counted) relation.moves_limit = false;  // the number of days does
    rename(bound, place, relation);
  }
  const bool is_last_day = bound.key == "no-later-than" || bound.key == "later-than";
  is_last_day ? last_day(bound, within(place, bound.key)) : date(bound, within(place, bound.key));
}

void Mutator::amount_bound(Draft& bound, const std::string& place) {
  std::vector<Step> steps;
  if (bound.is_scalar()) steps = amount_steps(bound.text);
  const bool limit_moves =
      std::any_of(steps.begin(), steps.end(), [](const Step& step) { return step.moves_limit; });
  const bool none_at_all = bound.key == "exactly" && bound.text == "0";  // there is nothing below
  for (const Step& relation : relation_steps(bound.key, limit_moves)) {
    if (!none_at_all || relation.text != "at-most") rename(bound, place, relation);
  }
  rewrite(bound, within(place, bound.key), steps);
  if (bound.is_map()) aggregate(bound, within(place, bound.key));
  // `exactly` bounds dates too; which of both it is the reader knows.
  if (bound.key == "exactly" && bound.is_scalar() && steps.empty()) date_bound(bound, place);
}

// {largest: votes, where: ...}; {count: TYPE, where: ...}
void Mutator::aggregate(Draft& map, const std::string& place) {
  if (Draft* const largest = map.find("largest")) rename(*largest, place, {"smallest"});
  if (Draft* const smallest = map.find("smallest")) rename(*smallest, place, {"largest"});
  optional_condition(map, "where", place);
}

void Mutator::in_force(Draft& tenure) {
  for (Draft& day : tenure.children) rewrite(day, "in-force/" + day.key, pack_day_steps(day.text));
}

// --- sets -------------------------------------------------------------------------------------------------

void Mutator::set(Draft& value, const std::string& place) {
  words(value, place);
  if (!value.is_map()) return;
  for (const std::string_view key : {"offices", "bodies"}) {
    if (Draft* const list = value.find(key)) words(*list, within(place, key));
  }
  if (const Draft* const inside = value.find("inside"); inside != nullptr && inside->text != "body") {
    drop_key(value, "inside", place);  // `body` is what it means without
  }
  drop_key(value, "supervised-by", place);
  optional_condition(value, "where", place);
}

// --- conditions -------------------------------------------------------------------------------------------

void Mutator::optional_condition(Draft& parent, std::string_view key, const std::string& place) {
  const auto index = parent.position(key);
  if (!index) return;
  Draft& value = parent.children[*index];
  if (!value.is_map()) return;
  if (value.children.size() == 1) drop(parent, *index, within(place, key));
  condition(value, within(place, key));
}

void Mutator::condition(Draft& map, const std::string& place) {
  if (!map.is_map()) return;
  for (std::size_t i = 0; i < map.children.size(); ++i) {
    if (map.children.size() > 1) drop(map, i, within(place, map.children[i].key));
    condition_entry(map, i, place);
  }
}

void Mutator::condition_entry(Draft& map, std::size_t index, const std::string& place) {
  Draft& entry = map.children[index];
  const std::string inside = within(place, entry.key);
  if (entry.key == "any" || entry.key == "all") return joined(map, entry, place);
  if (entry.key == "not") {
    emit(entry, entry, entry.key_mark, "negate " + inside, false,
         [](Draft& changed) { changed.key = "all"; });
    return condition(entry, inside);
  }
  if (entry.key == "has" || entry.key == "lacks") {
    rename(entry, place, {entry.key == "has" ? "lacks" : "has"});
    return words(entry, inside);
  }
  if (entry.key == "count" && entry.is_map() && entry.find("of") != nullptr) return count(entry, inside);
  test(entry, inside);
}

// any: [...], all: [...]
void Mutator::joined(Draft& map, Draft& list, const std::string& place) {
  const std::string inside = within(place, list.key);
  if (map.find("not") == nullptr) {  // else its key would be taken
    emit(list, list, list.key_mark, "negate " + inside, false, [&](Draft& changed) {
      changed = in_place_of(changed, map_draft(list.key, changed.unkeyed()));
      changed.key = "not";
    });
  }
  std::vector<Draft>& branches = entries(list);
  if (branches.size() > 1) rename(list, place, {list.key == "any" ? "all" : "any"});
  for (std::size_t i = 0; i < branches.size(); ++i) {
    if (branches.size() > 1) drop(list, i, item_within(inside, i));
    condition(branches[i], item_within(inside, i));
  }
}

// count: {of: TYPE, where: ..., at-least: 1}
void Mutator::count(Draft& records, const std::string& place) {
  optional_condition(records, "where", place);
  for (Draft& part : records.children) {
    if (is_relation(part.key)) amount_bound(part, place);
  }
}

void Mutator::test(Draft& value, const std::string& place) {
  negate(value, place);
  test_parts(value, place);
}

void Mutator::test_parts(Draft& value, const std::string& place) {
  if (value.is_scalar() && !value.quoted) rewrite(value, place, amount_steps(value.text));
  words(value, place);
  if (!value.is_map()) return;
  optional_condition(value, "where", place);
  const auto is_test = [](const Draft& part) { return part.key != "where"; };
  const auto tests = std::count_if(value.children.begin(), value.children.end(), is_test);
  for (std::size_t i = 0; i < value.children.size(); ++i) {
    if (!is_test(value.children[i])) continue;
    if (tests > 1) drop(value, i, within(place, value.children[i].key));
    keyed_test(value.children[i], place);
  }
}

void Mutator::keyed_test(Draft& value, const std::string& place) {
  const std::string inside = within(place, value.key);
  if (value.key == "not") return test_parts(value, inside);
  if (value.key == "has" || value.key == "lacks") return set(value, inside);
  if (value.key == "acting-for") return words(value, inside);
  if (value.key == "present-on") return date(value, inside);
  if (is_date_relation(value.key) && value.key != "exactly") return date_bound(value, place);
  amount_bound(value, place);
}

// The opposite of a test. A comparison has its own: the other direction.
void Mutator::negate(Draft& value, const std::string& place) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> opposites = {
      {{"exists", "absent"}, {"absent", "exists"}, {"true", "false"}, {"false", "true"}}};
  if (value.is_scalar() && !value.quoted) {
    for (const auto& [word, opposite] : opposites) {
      if (value.text == word) return rewrite(value, place, Step{std::string{opposite}});
    }
  }
  const auto compares = [](const Draft& part) { return is_relation(part.key) || is_date_relation(part.key); };
  if (std::any_of(value.children.begin(), value.children.end(), compares)) return;
  const bool is_negated = value.is_map() && value.children.size() == 1 && value.children.front().key == "not";
  emit(value, value, value.mark, "negate " + place, false, [&](Draft& changed) {
    Draft opposite = is_negated ? changed.children.front() : map_draft("not", changed.unkeyed());
    changed = in_place_of(changed, std::move(opposite));
  });
}

}  // namespace reglament
